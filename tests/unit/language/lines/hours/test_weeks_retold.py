"""One week told in other lines, and one that was divided among men and women."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

TITLE = "Visiting schedule, Harrow State Prison"
PAGE = "Visiting schedule\n{}\nEach visitor shows a photo ID."
ALL = "Monday | 9:00 AM - 3:00 PM\nSaturday | 9:00 AM - 3:00 PM"


def read(before: str, after: str):  # type: ignore[no-untyped-def]
    return whole_reading(PAGE.format(before), PAGE.format(after), title=TITLE, kind="doc")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Unit A | Monday | 1:00 PM - 3:00 PM\nUnit A | Tuesday | 1:00 PM - 3:00 PM",
            "Unit A | Monday, Tuesday | 1:00 PM - 3:00 PM",
        ),
        (
            "A and B Units: Saturday 8:00 a.m. - 11:00 a.m.",
            "A Unit: Saturday 8:00 a.m. - 11:00 a.m.\nB Unit: Saturday 8:00 a.m. - 11:00 a.m.",
        ),
        (ALL, "Visiting takes place on Mondays and Saturdays between nine in the morning and three in the afternoon."),
        (ALL, "Monday and Saturday | 0900-1500"),
    ],
)
def test_the_same_week_in_other_lines_is_no_change(before: str, after: str) -> None:
    assert not read(before, after).relevant
    assert not read(after, before).relevant


@pytest.mark.parametrize(
    "after",
    ["Monday, Saturday | 9:00 AM - 2:00 PM", "Visiting takes place on Mondays from nine in the morning to three."],
)
def test_a_week_that_lost_hours_in_other_lines_is_a_loss(after: str) -> None:
    assert read(ALL, after).direction is Direction.RESTRICTIVE


def test_one_group_in_another_s_place_is_not_the_same_week() -> None:
    before = "Unit A | Monday | 1:00 PM - 3:00 PM\nUnit B | Tuesday | 1:00 PM - 3:00 PM"
    after = "Unit B | Monday | 1:00 PM - 3:00 PM\nUnit A | Tuesday | 1:00 PM - 3:00 PM"
    assert read(before, after).relevant


@pytest.mark.parametrize(
    "parts",
    [
        "Men\nMonday | 9:00 AM - 3:00 PM\nWomen\nSaturday | 9:00 AM - 3:00 PM",
        "Male inmates | Monday | 9:00 AM - 3:00 PM\nFemale inmates | Saturday | 9:00 AM - 3:00 PM",
    ],
)
def test_a_week_divided_among_men_and_women_is_a_loss(parts: str) -> None:
    for sides, direction in (((ALL, parts), Direction.RESTRICTIVE), ((parts, ALL), Direction.RESTORATIVE)):
        found = read(*sides)
        assert rules(found) == {"D10-divided"}
        assert (found.direction, found.severity) == (direction, Severity.MAJOR)


def test_the_whole_week_for_each_is_no_division() -> None:
    parts = f"Men\n{ALL}\nWomen\n{ALL}"
    assert "D10-divided" not in rules(read(ALL, parts))


def test_a_row_that_leaves_a_visiting_timetable_is_told() -> None:
    found = read(f"Tuesday | 9:00 AM - 3:00 PM\n{ALL}", ALL)
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)


ROWS = "A Pod | Monday | 9:00 AM - 11:00 AM\n{}C Pod | Saturday | 1:00 PM - 4:00 PM"
B_POD = "B Pod | Tuesday | 9:00 AM - 11:00 AM\n"
SAID = "A Pod: Mondays from 9 to 11 a.m.\n{}C Pod: Saturdays from 1 to 4 p.m."


def test_people_whom_a_timetable_in_other_lines_names_no_more_lost_their_hours() -> None:
    gone = read(ROWS.format(B_POD), SAID.format(""))
    assert gone.direction is Direction.RESTRICTIVE and "D10-hours" in rules(gone)
    come = read(SAID.format(""), ROWS.format(B_POD))
    assert come.direction is Direction.RESTORATIVE


def test_people_who_are_told_elsewhere_lost_nothing() -> None:
    assert not read(ROWS.format(B_POD), SAID.format("B Pod: Tuesdays from 9 to 11 a.m.\n")).relevant
