"""One rule in quite other words, with another figure: whose the figure is, as one wording at least says.

"Inmates may list up to six visitors." names its term, "Three names can stand on your sheet." may not. Where the two are
the old and the new wording of one rule (kindred.py), and all their figures but one are the same, the one is of one term.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from monitors.language.effects.severity import settle
from monitors.language.figures.meanings import sign_of, topics_of
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.amounts import Amount, amounts
from monitors.language.words.measure import Measure
from monitors.language.words.mentions import PHONE_NUMBER
from monitors.language.words.patterns import regex

_OTHERS = regex(
    rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT}|{visits.LEGAL}|{visits.MAIL}|(?:tele)?phone calls?|messages?|early|approved? (?:within|in|an?|the|your)|pays? the (?:county|city|agency|sheriff))\b"
)
_CALLED = regex(  # whom to call to book is no price of a call
    r"\b(?:(?:by )?(?:(?:tele)?phon(?:e|ing)|call(?:ing)?|dial(?:ing)?) (?:us )?(?:at |on )?)?#|\b(?:phone|call|ring) (?=us\b|the (?:jail|facility|office|desk)\b)"
)
_LENGTHS = ("visit_minutes", "visit_minutes_max")
# "Visits end 10 minutes before the next hour."
_OF_NO_LENGTH = regex(
    r"\b(?:minutes|hours?) (?:before|after|ahead|early|earlier|late|prior|in advance|past|of (?:the|your))\b|\b(?:every|within|older than|over) \d+ (?:minutes|hours?)\b"
)
_RIVAL = 0.3  # a line hardly less near may be the one that tells the figure
_NEIGHBOUR = 1.0  # "under 18" is "17 and younger"


@dataclass(frozen=True, slots=True)
class Rewording:
    """An old and a new line taken for one rule; gone, come: the figures that only the old, or the new one tells."""

    old: Unit
    new: Unit
    gone: Counter[Amount]
    come: Counter[Amount]


def reworded(old: Unit, new: Unit) -> Rewording:
    """The two lines without telephone numbers, and their figures against each other."""
    old, new = (replace(unit, plain=_CALLED.sub("", PHONE_NUMBER.sub("#", unit.plain))) for unit in (old, new))
    was, now = (Counter(a for a in amounts(unit.plain) if a.kind[:1] != "{") for unit in (old, new))
    return Rewording(old, new, was - now, now - was)


def likely_terms(scene: Scene, whole: Alignment, pairs: Sequence[tuple[Unit, Unit]], near: Any) -> list[Effect | None]:
    """Of each two lines taken for one rule what it comes to whose one figure is another one in its new wording, None
    where more of its figures differ or none says whose it is. near: how near each old line is to each new one, the
    pairs first, then those that went, or came. A figure that went may be told by another line that is as near."""
    lines = [reworded(*pair) for pair in pairs]
    gone = [*(line.gone for line in lines), *(Counter(amounts(unit.plain)) for unit in whole.removed)]
    come = [*(line.come for line in lines), *(Counter(amounts(unit.plain)) for unit in whole.added)]

    own = [near[place, place] if place < len(lines) else _RIVAL for place in range(max(near.shape))]

    def rivals(place: int, nearness: Any) -> list[int]:
        # Those that are no nearer to their own other wording: what is left of a sentence in its figures is none.
        return [j for j, one in enumerate(nearness) if j != place and one > max(own[place], own[j]) - _RIVAL]

    def elsewhere_told(place: int, was: Amount, now: Amount) -> bool:
        if any(come[j][was] for j in rivals(place, near[place])):
            return True
        return any(gone[j][now] for j in rivals(place, near[:, place]))

    return [_likely(scene, whole, line, partial(elsewhere_told, place)) for place, line in enumerate(lines)]


def _likely(
    scene: Scene, whole: Alignment, line: Rewording, elsewhere_told: Callable[[Amount, Amount], bool]
) -> Effect | None:
    moved = [*line.gone.elements()], [*line.come.elements()]
    if not len(moved[0]) == len(moved[1]) == 1 or moved[0][0].kind != moved[1][0].kind:
        return None
    was, now = moved[0][0], moved[1][0]
    if elsewhere_told(was, now) or any(_OTHERS.search(unit.plain) for unit in (line.old, line.new)):
        return None
    told = _told(scene, (line.old, line.new), (was, now))
    if told is None:
        return None
    alone = replace(whole, pairs=((line.old, line.new),), removed=(), added=())
    effect = settle(term_effect(told[0].name, *told, scene.kind), scene, alone)
    return effect if effect.sign else None


def _of_one_way(left: Sequence[Sequence[Measure]]) -> bool:
    """Whether two wordings are taken for one term, or for two of which more is as good: "eight names on the list" and
    "eight people who may come"."""
    was, now = left
    if not was or not now or was[0].name == now[0].name:
        return True
    signs = {sign_of(one.name, was[0].value, now[0].value) for one in (was[0], now[0])}
    topics = [set(topics_of(one.name, "", "")) for one in (was[0], now[0])]
    return len(signs) == 1 and bool(topics[0] & topics[1])


def _told(scene: Scene, lines: tuple[Unit, Unit], moved: tuple[Amount, Amount]) -> tuple[Measure, Measure] | None:
    """The term as both wordings have it, from what either of them says of its own figure."""
    terms = [[m for m in measures(unit, scene.title) if m.value or not moved[0].value] for unit in lines]
    stated = [{(measure.name, measure.value) for measure in found} for found in terms]
    left = [[m for m in found if (m.name, m.value) not in stated[1 - side]] for side, found in enumerate(terms)]
    if not any(left) or any(len(found) > 1 for found in left) or not _of_one_way(left):
        return None
    shown = (left[0] or left[1])[0]
    of_age = "age" in shown.name and abs(moved[0].value - moved[1].value) <= _NEIGHBOUR
    if shown.channel in ("phone", "legal") or of_age:
        return None
    if all(left):
        return left[0][0], left[1][0]
    figure = moved[0 if left[0] else 1].value
    ratio = shown.value / figure if figure else 0.0
    if not ratio or (moved[0].kind == "count" and ratio != 1):
        return None
    if shown.name in _LENGTHS and _OF_NO_LENGTH.search(lines[1 if left[0] else 0].plain):
        return None
    before, after = (replace(shown, value=round(amount.value * ratio, 4)) for amount in moved)
    return before, after
