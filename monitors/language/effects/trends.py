"""Changes told in words without both numbers: "the fee is waived", "visits cut to one hour", "hours doubled"."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.claims.clauses import split
from monitors.language.figures.counts import unlimited
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_UP = regex(
    r"\b(?:ris(?:e|es|ing|en)|rose|rais(?:e|es|ed|ing)|increas\w*|climb\w*|jump\w*|hik(?:e|es|ed|ing)|go(?:es|ing)? up|went up|higher|dearer|more expensive|doubl\w+|tripl\w+|expand\w*|extend\w*|lengthen\w*|longer|grow(?:s|n)?|grew|widen\w*|added|adds|impos\w+|introduc\w+|levied|new)\b"
)
_DOWN = regex(
    r"\b(?:fall(?:s|ing|en)?|fell|lower(?:s|ed|ing)?|reduc\w+|cut(?:s|ting)?|drop(?:s|ped|ping)?|slash\w*|trim\w*|halv(?:e|es|ed|ing)|half as|shrink\w*|shrank|shorten\w*|shorter|cheaper|less|fewer|decreas\w*|go(?:es|ing)? down|went down|pared|scal(?:e|ed|ing) back|waiv\w+|abolish\w*|eliminat\w+|scrap\w*|remov\w+|end(?:s|ed)?|dropped|dropping|lifted|cancel\w*|curtail\w*|no more)\b"
)
_PRICE = regex(
    r"\b(?:fees?|prices?|rates?|cost|costs|charges?(?! of)|surcharge|(?<!the )(?<!this )(?<!that )(?<!house )(?<!senate )bill)\b"
)
_MORE_GOOD = (
    (Topic.SCHEDULE, regex(r"\b(?:visiting|visitation|visit|gallery|booth|window|weekend|evening)? ?(?:hours|visiting days|days of visiting|evenings|weekend visit\w*|visiting week)\b")),
    (Topic.DURATION_FREQUENCY, regex(r"\b(?:(?:length|duration) of (?:a |each |the |all )?visits?|visits? (?:to be |will be |are |is |be )?(?:cut(?! (?:off|short)\b)|shortened|extended|lengthened|trimmed|halved|doubled|longer|shorter)|(?:extra|birthday|additional|second|third|standby|bonus|holiday) visits?|visit limits?|number of visits|visiting time|visits (?:per|a) (?:week|month)|visits to)\b")),
)  # fmt: skip
_VISIT = regex(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|{visits.VIDEO})\b")

_LETTERS = regex(r"\b(?:letters?|write|writes|writing|mail|phone|telephone|calls?(?! ahead))\b")


def _trend(clause: str) -> int:
    """+1 the clause's term goes up, -1 down, 0 neither; "called off the increase" goes nowhere up, so it counts down."""
    up, down = _UP.search(clause), _DOWN.search(clause)
    if up is None and down is None:
        return 0
    negated = re.search(
        r"\b(?:not|never|no longer|n't|called? off|cancel\w*|without|won't|reject\w*|veto\w*|block\w*|scrap\w*|withdr\w+)\b",
        clause,
    )
    if up is not None and (down is None or negated):
        return -1 if negated else 1
    return -1


def limit_effects(alignment: Alignment) -> list[Effect]:
    """A cap on the number of visits given up ("as often as you like") or brought in."""
    for a, b in alignment.pairs:
        was, now = unlimited(a.plain), unlimited(b.plain)
        if (
            was != now
            and not any(_LETTERS.search(u.plain) and not _VISIT.search(u.plain) for u in (a, b))
            and _VISIT.search(f"{a.plain} {a.headings}")
            and re.search(r"\b(?:visit|time|times|seen|see|often|week|day)s?\b", b.plain)
        ):
            return [
                Effect(
                    "P-limit",
                    1 if now else -1,
                    Severity.MAJOR,
                    (Topic.DURATION_FREQUENCY,),
                    (),
                    a.plain,
                    b.plain,
                    ("no limit" if now else "limit",),
                )
            ]
    return []


def trend_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """Effects of added sentences and headlines that tell a rise or fall of a price, of hours or of visits."""
    found: list[Effect] = []
    units: list[Unit] = [*alignment.added, *(b for a, b in alignment.pairs if not _same_trend(a, b))]
    for unit in units:
        for clause in split(unit.plain):
            if not _VISIT.search(clause) and not (_VISIT.search(unit.plain) and not unit.row):
                continue
            trend = _trend(clause)
            if not trend:
                continue
            found += _of(clause, trend, scene)
    return found[:1]


_ASKED = regex(
    r"\b(?:ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|want(?:s|ed)?|hop(?:e|es|ed)|call(?:s|ed)? for|petition\w*|propos\w+|plead\w*|demand\w*|request\w*|would)\b"
)


def _same_trend(a: Unit, b: Unit) -> bool:
    """Whether two wordings tell one rise or fall. What was only asked for is none."""
    done = _ASKED.search(a.plain) is not None and _ASKED.search(b.plain) is None
    return _trend(a.plain) == _trend(b.plain) and not done


def _of(clause: str, trend: int, scene: Scene) -> list[Effect]:
    if (
        _PRICE.search(clause)
        and _VISIT.search(clause)
        and not re.search(r"(?<!video )\b(?:call|phone|bond|locker|report)s?\b", clause)
    ):
        channel = Topic.VIDEO_ONSITE if re.search(r"\b(?:lobby|kiosk|on-?site)\b", clause) else Topic.VIDEO_REMOTE
        return [Effect("T-price", -trend, Severity.MAJOR, (Topic.FEES, channel), (), "", clause, ("price",))]
    for topic, pattern in _MORE_GOOD:
        hit = pattern.search(clause)
        if (
            hit
            and _VISIT.search(clause)
            and not re.search(r"\b(?:law library|program|staff|arrive|late|line)\b", clause)
        ):
            return [Effect(f"T-{topic.value}", trend, Severity.MAJOR, (topic,), (), "", clause, (hit.group().strip(),))]
    return []
