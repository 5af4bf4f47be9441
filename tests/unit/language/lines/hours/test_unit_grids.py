"""A grid of days and the units that are visited on them."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, rules, whole_reading

GRID = "Tue: A pod, B pod\nThu: A pod, D pod\nSat: B pod, C pod, D pod\nPhoto ID is needed."
TITLE = "Alder County Jail: weekly visiting grid"


def test_a_unit_that_left_a_row_lost_a_day_and_back_won_one() -> None:
    fewer = GRID.replace("Thu: A pod, D pod", "Thu: A pod")
    lost, won = whole_reading(GRID, fewer, title=TITLE), whole_reading(fewer, GRID, title=TITLE)
    assert (lost.direction, won.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert lost.severity is won.severity is Severity.MINOR
    assert facts(lost)["visit_days_per_week"] == (2.0, 1.0)


def test_a_unit_that_left_the_grid_is_told() -> None:
    found = whole_reading(GRID, GRID.replace("B pod, C pod, D pod", "B pod, D pod"), title=TITLE)
    assert "D10-unit-days" in rules(found)
    assert found.direction is Direction.RESTRICTIVE


def test_units_that_traded_rows_are_neutral() -> None:
    traded = GRID.replace("Tue: A pod, B pod", "Tue: D pod, B pod").replace(
        "Sat: B pod, C pod, D pod", "Sat: B pod, C pod, A pod"
    )
    found = whole_reading(GRID, traded, title=TITLE)
    assert rules(found) == {"D10-groups"}
    assert found.direction is Direction.NEUTRAL


@pytest.mark.parametrize("title", ["Alder County Jail: laundry days"])
def test_another_grid_tells_nothing(title: str) -> None:
    fewer = GRID.replace("Thu: A pod, D pod", "Thu: A pod")
    assert "D10-unit-days+S6" not in rules(whole_reading(GRID, fewer, title=title))
