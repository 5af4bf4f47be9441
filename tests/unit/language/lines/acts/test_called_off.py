"""A cancellation that is itself called off."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, facts, rules, whole_reading


@pytest.mark.parametrize(
    "line",
    [
        "The cancellation of visits on Saturday, January 18, has been withdrawn.",
        "Visits on Saturday, January 18, will go ahead after all.",
    ],
)
def test_a_cancellation_that_is_called_off_is_a_minor_gain(line: str) -> None:
    old = f"{PAGE}\nVisits on Saturday, January 18, are cancelled. Appointments for that day are void."
    found = whole_reading(old, f"{PAGE}\n{line} Appointments for that day are not void after all.")
    assert rules(found) == {"S8-called-off"}
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MINOR)


def test_a_cancellation_that_stands_is_not_called_off() -> None:
    old = f"{PAGE}\nVisits on Saturday, January 18, are cancelled."
    new = f"{PAGE}\nThe cancellation of visits on Saturday, January 18, has not been withdrawn."
    assert "S8-called-off" not in rules(whole_reading(old, new))


def test_an_announced_change_that_will_not_be_made_goes_back_to_what_stands() -> None:
    page = "Each inmate is allowed two visits in a week.\n{}\nVisits are across the counter."
    was = page.format("Beginning in August each inmate will be allowed one visit in a week and no more.")
    now = page.format(
        "The change to one visit that was to begin in August will not be made. Two it is and two it stays."
    )
    found = whole_reading(was, now)
    assert (found.direction, facts(found)) == (Direction.RESTORATIVE, {"visits_per_week": (1.0, 2.0)})


def test_an_announced_end_of_visits_that_is_called_off_is_as_grave_as_the_end() -> None:
    page = "Visits are through glass on Tuesday.\n{}\nBring a card."
    was = page.format("From January 6 in-person visits will end and every social call will be made through the app.")
    now = page.format("The change that was to come on January 6 has been called off.")
    found = whole_reading(was, now)
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.CRITICAL)


@pytest.mark.parametrize(
    "line",
    [
        "The move of the records office planned for March 3 will not take place.",
        "The change to parking that was to come on Monday has been called off.",
    ],
)
def test_a_change_of_something_else_that_is_called_off_turns_no_visits(line: str) -> None:
    page = "Visits are through glass on Tuesday.\n{}\nBring a card."
    was = page.format("From January 6 in-person visits will end and every social call will be made through the app.")
    assert "P-turn-in_person" not in rules(whole_reading(was, page.format(line)))


def test_an_end_with_two_verbs_that_is_called_off_is_a_gain() -> None:
    page = "Visits are through glass on Tuesday.\n{}\nBring a card."
    was = page.format("Starting March 3, in-person visits will end and be replaced by video.")
    found = whole_reading(was, page.format("The change that was to come on March 3 has been called off."))
    assert found.direction is Direction.RESTORATIVE
