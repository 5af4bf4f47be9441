"""Grids with a column, or a row, for each day of the week and ticks where something is open."""

from __future__ import annotations

import pytest

from monitors.extract import extract
from monitors.language.pages.sentences import units
from monitors.language.pages.tick_grids import cells_of, days_over, ticked
from monitors.records import Direction
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, reading

_WEEK = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


def test_columns_of_days_are_known_by_their_short_names() -> None:
    assert days_over(["Service", "Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]) == _WEEK
    assert days_over(["", "Sunday", "Mon.", "Tue", "Wed", "Thurs", "Fri", "Sat"]) == _WEEK
    assert days_over(["S", "M", "T", "W", "T", "F", "S"]) == _WEEK
    assert days_over(["Unit", "Minutes", "Days"]) == ()
    assert days_over(["Mon", "Tue", "Mon", "Tue", "Wed"]) == ()


def test_a_row_of_ticks_tells_its_days() -> None:
    row = cells_of("Visits | x | - | x | - | - | - | x")
    assert ticked(row, _WEEK) == "visits | {tue,sat,sun}"
    assert ticked(cells_of("| Visits | ✓ | | | | | | |"), _WEEK) == "visits | {sun}"
    assert ticked(cells_of("Visits | - | - | - | - | - | - | -"), _WEEK) == "visits | no days"
    assert ticked(cells_of("Visits | 9-11 | - | - | - | - | - | -"), _WEEK) == ""
    assert ticked(cells_of("Services | | | | | | |"), _WEEK) == ""


_GRID = (
    "Weekly grid{}\n\n"
    "Service | Su | Mo | Tu | We | Th | Fr | Sa\n"
    "Laundry | - | x | - | - | x | - | -\n"
    "Visits | x | - | {} | - | - | - | x\n\n"
    "Visits last 30 minutes."
)
_LIST = "What is open\n\nDay | Visits | Laundry\nSunday | x | -\nMonday | - | x\nTuesday | {} | {}\nSaturday | x | -"


@pytest.mark.parametrize(
    ("was", "now"), [(_GRID.format("", "-"), _GRID.format("", "x")), (_LIST.format("-", "-"), _LIST.format("x", "-"))]
)
def test_a_day_that_gets_its_tick_is_a_visiting_day_more(was: str, now: str) -> None:
    more, less = reading(was, now), reading(now, was)
    assert (more.direction, less.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert facts(more).get("visit_days_per_week") == (2.0, 3.0)
    assert facts(less).get("visit_days_per_week") == (3.0, 2.0)


def test_other_ticks_are_no_visiting_days() -> None:
    assert not reading(_LIST.format("-", "-"), _LIST.format("-", "x")).relevant
    assert not reading(_GRID.format("", "-"), _GRID.format("", "-").replace("Laundry | -", "Laundry | x")).relevant


def test_crosses_for_what_is_closed_are_left_as_they_are() -> None:
    lines = [unit.plain for unit in units(plain_segments(_GRID.format(" (x = closed)", "-")))]
    assert "visits | x | - | - | - | - | - | x" in lines


def test_empty_cells_of_a_table_are_days_without() -> None:
    days = "".join(f"<th>{day}</th>" for day in ("", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"))
    row = "<tr><td>Visits</td><td>&#10003;</td><td></td><td></td><td></td><td></td><td></td><td></td></tr>"
    body = f"<html><body><h1>Hours</h1><table><tr>{days}</tr>{row}</table></body></html>"
    read = units(extract(body.encode(), "text/html", "", readable=False).segments)
    assert "visits | {sun}" in [unit.plain for unit in read]
