"""Changes of a visiting timetable and of nothing else, which counting decides."""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.line_by_line import hours_gained
from monitors.language.pages.align import Row
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_visiting
from monitors.language.words.patterns import regex

_DAYS = regex(r"\{[a-z,]+\}")
_WORDS_OF_A_GROUP, _WORDS_OF_A_TURN = 4, 6  # "C pod"; "C pod has its turn on"
_HOURS = regex(r"\[\d{4}-\d{4}\]")
_VISITING_HOURS = regex(
    r"\b(?:visits?|visiting|visitation|visitors)\b(?! (?:centers?|lobby|entrance|parking|lot|office))"
)


def counted_row(told: Sequence[Row], effects: Sequence[Effect], title: str) -> Row | None:
    """The one line of a visiting timetable that gained or lost hours, which both its wordings tell in full, where rules
    find nothing else."""
    moved = [(row, hours) for row in told if (hours := hours_gained(row))]
    signed = [effect for effect in effects if effect.sign]
    if len(moved) != 1 or not signed or not _hours_alone(moved[0][0], title, _WORDS_OF_A_TURN):
        return None
    row, hours = moved[0]
    spoken = [f"{title} {unit.headings} {unit.plain}" for unit in (row.before, row.after) if unit is not None]
    if not all(map(_VISITING_HOURS.search, spoken)):
        return None
    counted = all(effect.rule.startswith("D10-hours") and effect.sign * hours > 0 for effect in signed)
    return row if counted else None


def only_hours(old: Unit, new: Unit) -> bool:
    """Whether a line that speaks of visits was changed in its hours alone."""
    bare = [_HOURS.sub(" ", unit.plain) for unit in (old, new)]
    return bare[0] == bare[1] and old.plain != new.plain and _VISITING_HOURS.search(bare[0]) is not None


def _hours_alone(row: Row, title: str, most: int) -> bool:
    """Whether the lines of a place are of a visiting timetable and say nothing but whose days and hours they tell."""
    units = [unit for unit in (row.before, row.after) if unit is not None]
    bare = [_HOURS.sub(" ", _DAYS.sub(" ", unit.plain)).replace("|", " ") for unit in units]
    return all(is_visiting(unit, title) for unit in units) and all(len(t.split()) <= most for t in bare)


def counted_alone(told: Sequence[Row], effects: Sequence[Effect], title: str) -> bool:
    """Whether nothing but a visiting timetable changed, and rules find that it gained or lost hours."""
    signed = [effect for effect in effects if effect.sign]
    counted = bool(signed) and all(effect.rule.startswith("D10-hours") for effect in signed)
    return counted and all(_hours_alone(row, title, _WORDS_OF_A_GROUP) for row in told)
