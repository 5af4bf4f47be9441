"""Hours of a telephone, office or desk beside visits: whatever they become, no visit changes by them (R4)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.align import Alignment
from monitors.language.concepts import concepts
from monitors.language.lines.certain import Certain
from monitors.language.sentences import Unit

_CALL = re.compile(
    r"\b(?:call(?:ing)?|phone|telephone|tel[eé]fono|dial|questions?|inquiries|contact|information)\b(?=.*\b\d{3}-\d{4}\b)|\banswer\w* (?:the )?(?:phones?|telephones?|calls?)\b|\bcall (?:us|the \w+(?: \w+)?|ahead)\b(?=.*\[)"
)
_DESK = re.compile(
    r"\b(?:(?:visitation|visiting|visitors?'?|attorneys?'?(?:s')?|legal|front|records?|business|information|booking|reservations?|scheduling|sheriff's|administrati\w+|main|jail) (?:office|desk|line|counter|clerk)|(?:office|business) hours|help ?line|hotline|lobby(?! (?:video|visit\w*|kiosks?|screens?|terminals?|stations?)))(?:'s)?\b"
)
_MEETING = re.compile(
    r"\b(?:(?:commission|council|board|court|supervisors'?|commissioners'?|hearing|meeting) (?:chambers?|room)|(?:regular|special|next|board|commission|council|business|monthly|committee) (?:\w+ )?(?:meetings?|sessions?)|work sessions?|public hearings?)\b"
)
_OF_VISITS = re.compile(
    r"\b(?:visits?|visitation|visiting|visiting hours|sessions?|booths?)(?:\W*[:|]| (?:\w+ ){0,2}?(?:is|are|will|run|runs|takes?|begins?|starts?|lasts?|held|available|from|on|between|[\[{]))"
)
_TERM = re.compile(
    r"\b(?:must|required|only|no longer|appointments? (?:is|are)|walk-?ins?|at least|advance|ahead of|cancel\w*)\b|\$"
)
_FIGURES = re.compile(
    r"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?=\{)|\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|\b\d[\d-]*\b"
)


def desk_hours(alignment: Alignment, *, official: bool = True) -> Certain:
    """Lines on hours of a desk in which nothing else changed, or on a jail's own page, official, that came or went."""
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        bare = [concepts(_FIGURES.sub(" ", unit.plain)) for unit in (old, new)]
        if bare[0] == bare[1] and all(_of_a_desk(unit) or _of_a_meeting(unit) for unit in (old, new)):
            lines += [old, new]
    lone = (*alignment.removed, *alignment.added) if official else ()
    lines += [unit for unit in lone if of_a_desk(unit)]
    return Certain((), tuple(lines), ("R4 hours of a telephone or office",) if lines else ())


def of_a_desk(unit: Unit) -> bool:
    """Whether a line tells hours of a desk and no term beside them."""
    return _of_a_desk(unit) and _TERM.search(unit.plain) is None


def _of_a_meeting(unit: Unit) -> bool:
    """Whether a line says when a board meets."""
    return _MEETING.search(unit.plain) is not None and _OF_VISITS.search(unit.plain) is None


def _of_a_desk(unit: Unit) -> bool:
    plain = unit.plain
    if unit.row or not ("[" in plain or "@" in plain or "{" in plain):
        return False
    desk = _DESK.search(plain)
    if desk is None and _CALL.search(plain) is None:
        return False
    return _OF_VISITS.search(_DESK.sub(" ", plain)) is None
