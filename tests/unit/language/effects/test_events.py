"""A page that is gone, points elsewhere or could not be shown."""

# ruff: noqa: E501  a line of a page reads better whole

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import reading, rules, whole_reading

PAGE = (
    "Visits take place at the glass in Building A.\n"
    "Every inmate may have two visits a week.\n"
    "No more than three visitors at a time may visit.\n"
    "Visiting is on Saturday and Sunday from 9 a.m. to noon."
)


@pytest.mark.parametrize(
    "wall",
    [
        "Checking that you are a person\nThis may take some seconds.",
        "Please turn on JavaScript and cookies and load the page again.",
        "This site needs to look at the security of your connection before going on.",
        "We have seen unusual traffic from your network. Press and hold the button.",
    ],
)
def test_a_wall_before_the_page_is_no_removal(wall: str) -> None:
    assert not whole_reading(PAGE, wall).relevant


def test_a_whole_page_that_asks_for_scripts_in_passing_has_lost_its_rules() -> None:
    rest = "\n".join(f"Department {n} of the county answers questions on permits, roads and parks." for n in range(30))
    assert rules(whole_reading(PAGE, f"Please turn on JavaScript.\n{rest}")) == {"R12-removed"}


@pytest.mark.parametrize(
    "pointer",
    [
        "This content has been retired. Please turn to our communications partner for anything about seeing an inmate.",
        "This page has been removed. Call the sheriff.",
    ],
)
def test_a_pointer_in_the_place_of_the_rules_is_a_removal(pointer: str) -> None:
    found = whole_reading(PAGE, pointer)
    assert rules(found) == {"R12-removed"}
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MAJOR)


def test_rules_that_were_announced_and_hold_now_are_not_removed() -> None:
    soon = PAGE.replace("Visits take", "Beginning July 1 visits will take").replace("may have", "will have")
    now = f"{PAGE}\nFor help call the jail's front office."
    assert "R12-removed" not in rules(reading(soon, now))


def test_a_suit_that_asks_a_judge_for_visits_has_not_brought_them() -> None:
    page = "The visiting room at the jail has been shut since May."
    told = "On Tuesday three mothers sued the county over that; they ask the judge to order that the visiting room be opened again."
    found = whole_reading(page, f"{page}\n{told}", title="Valley Beacon: courts", kind="news")
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_a_page_put_up_for_the_record_says_that_its_rules_are_old() -> None:
    page = (
        "Archive shelf\nThis page is put here for the record, at the request of the county historian.\n"
        "None of it has been in force since 2006.\nVisits are on Sunday from 1 to 3.\nNo children."
    )
    found = whole_reading("", page, title="County Jail archive: how visits used to be")
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_windows_that_are_counted_are_where_people_are_seen() -> None:
    told = "From the first of next month relatives will ring in from the sofa. The eleven windows on the ground floor of the jail will be bricked up."
    found = whole_reading("", told, title="Sheriff: a new day at the jail", kind="news")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)
