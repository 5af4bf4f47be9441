"""A price that was to rise and will not: "The step to $6.50 that was to come on January 1 has been called off."

Old and new line name the same future price, so the new one sounds like the old; and what it calls off is itself a loss.
Cancelling what was announced is judged like the act (D4): a gain, from the announced price to the one that stays.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_PRICE = regex(r"\$(\d+(?:\.\d+)?)")
_AHEAD = regex(
    r"\b(?:will (?:be|cost|go|rise|become|have to pay|no longer be|pay)|(?:goes|rises|moves|climbs) (?:up )?to|is to (?:be|rise|go)|(?:beginning|starting|effective|from|on|as of) (?:the )?(?:\w+ )?(?:\d|first|next)|takes effect|costará|se cobrará)\b"
)
_OFF = regex(
    r"\b(?:called off|cancel+ed|(?:is|are) off\b|withdrawn|dropped|abandoned|scrapped|shelved|torn up|rescinded|taken back|reversed|undone|voided|will not (?:come|take effect|happen|go ahead|go into effect|be made|apply|be charged|rise|go up)|not,? after all|thought better of|(?:was|were) to (?:be|go|rise|cost|climb|become|have (?:gone|risen))|se cancela|no se (?:cobrará|aplicará))\b"
)
_NOT_OFF = regex(
    r"\b(?:put off|postponed|delayed|deferred|instead|if|unless|may|might|could|would|asked|request\w*|propos\w+|refus\w+|declin\w+|fail\w*)\b"
)
# "It was to be $6 on January 1 and will now be $6 on March 1."
_STILL_AHEAD = regex(r"\bwill (?:now |still |instead |only )*(?:be|cost|rise|go (?:up|to)|apply|take effect)\b")
_CHARGE = regex(r"\b(?:charges?|fees?|surcharges?|cobr\w+|cargo)\b")
_VIDEO = regex(rf"\b(?:{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VISIT}|videovisitas?)\b")
_LOBBY = regex(r"\b(?:lobby|kiosks?|on-?site)\b")


def not_raised(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells that calls off a price which a line of the old page announced."""
    for new in alignment.come:
        if not _OFF.search(new.plain) or _NOT_OFF.search(new.plain) or not _is_of_visits(new, scene.title):
            continue
        named = _prices(new)
        old = next((u for u in alignment.gone if _AHEAD.search(u.plain) and _prices(u) & named), None)
        if old is None:
            continue
        shared = max(_prices(old) & named)
        stays = _staying(alignment, old, new, shared)
        if stays is None or stays >= shared or _STILL_AHEAD.search(new.plain):
            continue
        if not stays and not _CHARGE.search(new.plain):
            continue  # a price that stays somewhere else on the page is not nought
        name = _name(old, new, shared, scene.title)
        topics = (Topic.VIDEO_REMOTE, Topic.FEES) if name.startswith("video_fee") else (Topic.FEES,)
        facts = (Fact(name, shared, stays),)
        effect = Effect("D4-not-raised", 1, Severity.MAJOR, topics, facts, old.plain, new.plain, ("called off",))
        return Certain((effect,), (old, new))
    return Certain()


def _is_of_visits(unit: Unit, title: str) -> bool:
    return any(_VIDEO.search(said) for said in (unit.plain, unit.headings, title))


def _prices(unit: Unit) -> set[float]:
    return {float(hit[1]) for hit in _PRICE.finditer(unit.plain)}


def _staying(alignment: Alignment, old: Unit, new: Unit, announced: float) -> float | None:
    """The price that holds on: the one other that both lines or what stands beside them name, nought where there is none."""
    near = (u for _, u in alignment.same if abs(u.place - new.place) <= 1)
    other = {
        price
        for unit in (old, new, *near, *(u for u in alignment.come if 0 < abs(u.place - new.place) <= 1))
        for price in _prices(unit)
        if price != announced
    }
    return max(other, default=0.0) if len(other) <= 1 else max((p for p in other if p in _prices(new)), default=None)


def _name(old: Unit, new: Unit, announced: float, title: str) -> str:
    """Which price it is."""
    told = (m.name for unit in (old, new) for m in measures(unit, title) if m.value == announced and "fee" in m.name)
    by_words = "transaction_fee_usd" if re.search(r"\bdeposits?\b", new.plain) else "video_fee_usd"
    onsite = "onsite_video_fee_usd" if _LOBBY.search(new.plain) and by_words == "video_fee_usd" else by_words
    return next((name for name in told if not name.startswith("_")), onsite)
