"""Rows of a visiting timetable that came or went, and cells of one that were emptied."""

from __future__ import annotations

import pytest

from monitors.language.lines.hours.whole_rows import whole_rows
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity
from monitors.segments import plain_segments
from tests.unit.language.reading import reading, rules, whole_reading

TITLE = "Alder County Jail - Visiting"
TABLE = (
    "Visiting hours\nDay | Time\nSaturday | 9:00 a.m. - 1:00 p.m.\nSunday | 9:00 a.m. - 1:00 p.m.\n{}Bring a photo ID."
)
ROW = "Tuesday | 6:00 p.m. - 8:00 p.m.\n"
UNITS = (
    "Visiting hours\nUnit | First day | Second day | Time\nA block | Monday | Saturday | 1:00 - 3:00 p.m.\n"
    "Work release dorm | Thursday | {} | 1:00 - 3:00 p.m.\nBring a photo ID."
)
LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


def test_a_row_more_is_a_day_more_and_a_row_less_a_day_less() -> None:
    for way, direction in (
        ((TABLE.format(""), TABLE.format(ROW)), MORE),
        ((TABLE.format(ROW), TABLE.format("")), LESS),
    ):
        found = reading(*way, title=TITLE)
        assert rules(found) == {"D10-hours"}
        assert (found.direction, found.severity) == (direction, Severity.MAJOR)


def test_a_row_more_is_told_beside_lines_that_were_only_reworded() -> None:
    before = TABLE.format("") + "\nThe Sheriff's Office welcomes family of people in custody.\nUse the lobby door."
    after = TABLE.format(ROW) + "\nFamilies of people in custody are welcome.\nPlease come in by the door of the lobby."
    assert whole_reading(before, after, title=TITLE).direction is MORE


@pytest.mark.parametrize(
    "row", ["Women | Tuesday | 6:00 p.m. - 8:00 p.m.\n", "Chapel | Tuesday | 6:00 p.m. - 8:00 p.m.\n"]
)
def test_a_row_that_names_whose_hours_it_tells_is_left_to_others(row: str) -> None:
    old, new = (units(plain_segments(TABLE.format(rows))) for rows in ("", row))
    scene = Scene(old, new, "alder county jail - visiting", "jail")
    assert not whole_rows(scene, align(old, new)).lines


@pytest.mark.parametrize("cell", ["--", "-", "—", "none"])
def test_a_day_that_was_taken_out_of_a_units_row_is_lost_by_it(cell: str) -> None:
    found = whole_reading(UNITS.format("Saturday"), UNITS.format(cell), title=TITLE)
    assert (found.direction, found.severity) == (LESS, Severity.MINOR)
    back = whole_reading(UNITS.format(cell), UNITS.format("Saturday"), title=TITLE)
    assert (back.direction, back.severity) == (MORE, Severity.MINOR)


def test_a_day_without_hours_is_no_day_of_visits() -> None:
    found = reading(TABLE.format(ROW), TABLE.format("Tuesday | --\n"), title=TITLE)
    assert {fact.name: (fact.before, fact.after) for fact in found.facts} == {"visit_days_per_week": (3, 2)}
