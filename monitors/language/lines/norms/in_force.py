"""Rules whose change the old page had announced, and that stand there as they were announced now (R3).

"Beginning March 1 visits will be 25 minutes." went, and "Visits are currently 30 minutes." became "Visits are 25
minutes.": who reads the page knew since the notice was put up, and was told then.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import MONTH, dates_in
from monitors.language.words.patterns import regex

_WILL = regex(
    r"\b(?:will|shall|is to|are to|changes? (?:to|on|in)|new (?:hours|schedule|table|rates?|prices?|rules?))\b"
)
_FROM = regex(
    rf"\b(?:beginning|starting|effective|as of|from|on|after)(?: on)?(?: \{{[a-z]+\}},?)? (?:{MONTH}\b|\d{{1,2}}/\d|the \d)|^(?:on )?{MONTH} \d"
)
_CLOCK = regex(r"\d{4}")
_DAYS = regex(r"\{([a-z,]+)\}")
_FIGURES = regex(r"\{[a-z,]+\}|[\[@$]?\d[\d.:-]*[\]%]?")
_CALLED_OFF = regex(r"\b(?:not|no longer|cancel\w*|postpon\w*|delay\w*|until|instead)\b")
_WHY = "R3 what was announced is in force"


def in_force_lines(scene: Scene, alignment: Alignment) -> Certain:
    """The reworded lines of which all that moved is what a notice that went had announced, with the notice."""
    notices = [unit for unit in alignment.gone if _announces(unit)]
    if not scene.official or not notices:
        return Certain()
    lines: list[Unit] = _come_true(alignment, notices)
    for old, new in alignment.pairs:
        if old not in notices and not _CALLED_OFF.search(new.plain) and _as_announced(old, new, notices, scene.title):
            lines += [old, new]
    told = [notice for notice in notices if lines and notice in alignment.removed]
    told += [unit for unit in alignment.removed if lines and _OF_THE_CHANGE.search(unit.plain) and unit not in told]
    return Certain((), (*lines, *told), (_WHY,)) if lines else Certain()


# "The final Friday is March 28.", "You will not need to do a thing.": said of a change that has come.
_OF_THE_CHANGE = regex(
    rf"\b(?:final|last) \{{[a-z]+\}} (?:is|will be) {MONTH}|\byou will not (?:need|have) to do (?:a thing|anything)\b"
)


def _come_true(alignment: Alignment, notices: Sequence[Unit]) -> list[Unit]:
    """Lines that say as done what they said would be: "former residents will no longer be refused", "are no longer
    refused"; those beside them, too, that name the day another way."""
    told = [
        (old, new)
        for old, new in alignment.pairs
        if old in notices and not _announces(new) and _timeless(old) == _timeless(new)
    ]
    beside = [
        (old, new)
        for old, new in alignment.pairs
        if told
        and (old, new) not in told
        and (_DATED.search(f"{old.plain} {new.plain}") or _WILL.search(old.plain))
        and _timeless(old) == _timeless(new)
    ]
    return [unit for pair in (*told, *beside) for unit in pair]


def _timeless(unit: Unit) -> tuple[str, ...]:
    """The words of a line but for its day and tense."""
    present = _PAST.sub(lambda hit: _PRESENT[hit[0]], _DATED.sub(" ", unit.plain))
    return tuple(sorted(set(concepts(_TENSE.sub(" ", present)))))


_DATED = regex(
    rf"\b(?:beginning|starting|effective|as of|since|from|on|after|in effect since)(?: on)? (?:\{{[a-z,]+\}},? )?(?:that (?:date|day)|{MONTH}(?: \d{{1,2}})?(?:, \d{{4}})?|\d{{1,2}}/\d{{1,2}}(?:/\d+)?)(?: on)?,?"
)
_PRESENT = {
    "went": "go", "rose": "rise", "fell": "fall", "began": "begin", "became": "become", "took": "take", "came": "come",
    "lost": "lose", "got": "get", "gave": "give", "met": "meet", "paid": "pay", "grew": "grow",
}  # fmt: skip
_PAST = regex(rf"\b(?:{'|'.join(_PRESENT)})\b")
_TENSE = regex(
    r"\b(?:stays?|still|remains?|continues?|at|will|shall|be|is|are|was|were|been|has|have|now|going to|to)\b"
)


def _announces(unit: Unit) -> bool:
    """Whether a line says what will hold from a day on."""
    return _WILL.search(unit.plain) is not None and _FROM.search(unit.plain) is not None and bool(dates_in(unit.plain))


def _as_announced(old: Unit, new: Unit, notices: Sequence[Unit], title: str) -> bool:
    """Whether figures or hours moved, and each to what a notice says."""
    was, now = ({(m.name, m.value) for m in measures(unit, title)} for unit in (old, new))
    said = {(m.name, m.value) for notice in notices for m in measures(notice, title)}
    moved = now - was
    clocks = _clocks([new]) - _clocks([old])
    days = _days([new]) - _days([old])
    known = {word for unit in (old, *notices) for word in concepts(_bare(unit))}
    if not (moved or clocks or days) or not known.issuperset(concepts(_bare(new))):
        return False  # nothing moved, or more than was announced
    return moved <= said and clocks <= _clocks(notices) and days <= _days(notices)


def _bare(unit: Unit) -> str:
    """A line without its figures, days and clocks."""
    return _FIGURES.sub(" ", unit.plain)


def _clocks(units: Sequence[Unit]) -> set[str]:
    """The clocks that lines name, each by itself: a notice tells when a session starts, and when it ends."""
    marks = (mark for unit in units for mark in re.findall(r"[\[@]\d{4}(?:-\d{4})?", unit.plain))
    return {clock for mark in marks for clock in _CLOCK.findall(mark)}


def _days(units: Sequence[Unit]) -> set[str]:
    return {day for unit in units for days in _DAYS.findall(unit.plain) for day in days.split(",")}
