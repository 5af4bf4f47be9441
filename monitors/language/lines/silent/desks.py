"""Hours of a telephone, office or desk beside visits: whatever they become, no visit changes by them (R4)."""

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.desks import of_a_desk, of_a_meeting, of_desk_hours
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex

_FIGURES = regex(
    r"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?=\{)|\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|\b\d[\d-]*\b"
)


def desk_hours(alignment: Alignment, *, official: bool = True) -> Certain:
    """Lines on hours of a desk in which nothing else changed, or on a jail's own page, official, that came or went."""
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        bare = [concepts(_FIGURES.sub(" ", unit.plain)) for unit in (old, new)]
        if bare[0] == bare[1] and all(of_desk_hours(unit) or of_a_meeting(unit) for unit in (old, new)):
            lines += [old, new]
    lone = (*alignment.removed, *alignment.added) if official else ()
    lines += [unit for unit in lone if of_a_desk(unit)]
    return Certain((), tuple(lines), ("R4 hours of a telephone or office",) if lines else ())
