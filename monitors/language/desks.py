"""Hours of a telephone, office or desk beside visits: whatever they become, no visit changes by them (R4)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.align import Alignment
from monitors.language.certain import Certain
from monitors.language.concepts import concepts
from monitors.language.sentences import Unit

_CALL = re.compile(
    r"\b(?:call(?:ing)?|phone|telephone|dial|questions?|inquiries|contact|information)\b(?=.*\b\d{3}-\d{4}\b)|\banswer\w* (?:the )?(?:phones?|telephones?|calls?)\b|\bcall (?:us|the \w+(?: \w+)?|ahead)\b(?=.*\[)"
)
_DESK = re.compile(
    r"\b(?:(?:visitation|visiting|visitors?'?|front|records?|business|information|booking|reservations?|scheduling|sheriff's|administrati\w+|main|jail) (?:office|desk|line|counter|clerk)|help ?line|hotline|lobby(?! (?:video|visit\w*|kiosks?|screens?|terminals?|stations?)))(?:'s)?\b"
)
_OF_VISITS = re.compile(
    r"\b(?:visits?|visitation|visiting|visiting hours|sessions?|booths?)(?:\W*[:|]| (?:\w+ ){0,2}?(?:is|are|will|run|runs|takes?|begins?|starts?|lasts?|held|available|from|on|between|[\[{]))"
)
_TERM = re.compile(
    r"\b(?:must|required|only|no longer|appointments? (?:is|are)|walk-?ins?|at least|advance|ahead of|cancel\w*)\b|\$"
)
_FIGURES = re.compile(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|\b\d[\d-]*\b")


def desk_hours(alignment: Alignment) -> Certain:
    """Lines on hours of a desk in which nothing else changed, or that came or went."""
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        bare = [concepts(_FIGURES.sub(" ", unit.plain)) for unit in (old, new)]
        if bare[0] == bare[1] and _of_a_desk(old) and _of_a_desk(new):
            lines += [old, new]
    lines += [u for u in (*alignment.removed, *alignment.added) if _of_a_desk(u) and not _TERM.search(u.plain)]
    return Certain((), tuple(lines), ("R4 hours of a telephone or office",) if lines else ())


def _of_a_desk(unit: Unit) -> bool:
    plain = unit.plain
    if unit.row or not ("[" in plain or "@" in plain or "{" in plain):
        return False
    desk = _DESK.search(plain)
    if desk is None and _CALL.search(plain) is None:
        return False
    return _OF_VISITS.search(_DESK.sub(" ", plain)) is None
