"""The last day of a stop, or the day of return, that moved; and a return that was announced and has come."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import reading_of_page as reading

PAGE = "Visiting\n{}\nPhoto ID is required.\nThe records office closes at 4."


@pytest.mark.parametrize(
    ("before", "after", "level"),
    [
        ("Visits are suspended through March 10.", "Visits are suspended through March 20.", Severity.MINOR),
        ("Visits are suspended through March 10.", "Visits are suspended through April 30.", Severity.MAJOR),
        ("No visits until May 1 due to flu.", "No visits until May 8 due to flu.", Severity.MINOR),
        ("In-person visits will resume June 1.", "In-person visits will resume July 1.", Severity.MAJOR),
        # days from and to, that are no hours of the day
        ("No visits July 8-9 while the elevator is repaired.", "No visits July 8-15 while the elevator is repaired.", Severity.MINOR),
        ("Visits are canceled May 3-5.", "Visits are canceled May 3-9.", Severity.MINOR),
        ("Visits will not be held December 24 to 26.", "Visits will not be held December 24 to 28.", Severity.MINOR),
        ("Visitation is closed until 12/28.", "Visitation is closed until 1/4.", Severity.MINOR),
        ("The visiting room reopens on May 2, 2026.", "The visiting room reopens on May 2, 2027.", Severity.MAJOR),
    ],
)  # fmt: skip
def test_a_stop_that_lasts_longer_is_a_loss_and_a_shorter_one_a_gain(before: str, after: str, level: Severity) -> None:
    longer, shorter = (
        reading(PAGE.format(one), PAGE.format(other)) for one, other in ((before, after), (after, before))
    )
    assert (longer.relevant, longer.direction, longer.severity) == (True, Direction.RESTRICTIVE, level)
    assert (shorter.relevant, shorter.direction, shorter.severity) == (True, Direction.RESTORATIVE, level)


def test_the_days_are_told_as_people_write_them() -> None:
    found = reading(PAGE.format("No visits until May 1 due to flu."), PAGE.format("No visits until May 8 due to flu."))
    assert [finding.words for finding in found.findings] == [("May 1 -> May 8",)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In-person visits resume on Monday, June 1.", "In-person visits have resumed."),
        ("Visits will resume on May 4.", "Visits have resumed."),
        ("Visiting hours were updated on March 10.", "Visiting hours were updated on March 31."),
        ("Jail tours are suspended through March 10.", "Jail tours are suspended through March 31."),
        ("Applications to visit are closed until May 1.", "Applications to visit are closed until May 1, 2026."),
    ],
)
def test_what_was_announced_and_other_days_tell_nothing(before: str, after: str) -> None:
    assert not reading(PAGE.format(before), PAGE.format(after)).relevant


@pytest.mark.parametrize(
    ("one", "every"),
    [
        ("Visits in Unit B are suspended.", "Visits in all units are suspended."),
        (
            "Visits for C Pod are canceled due to quarantine.",
            "Visits for the entire facility are canceled due to quarantine.",
        ),
        ("Visits on the west wing are suspended.", "Visits throughout the whole jail are suspended."),
    ],
)
def test_a_stop_of_one_unit_that_becomes_one_of_all(one: str, every: str) -> None:
    wider, narrower = (reading(PAGE.format(a), PAGE.format(b)) for a, b in ((one, every), (every, one)))
    assert (wider.relevant, wider.direction) == (True, Direction.RESTRICTIVE)
    assert (narrower.relevant, narrower.direction) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("announced", "in_force"),
    [
        ("The price of a video visit will be $2.50, in place of $5.00.", "The price of a video visit is $2.50."),
        ("Each person may have two video visits a week, instead of one.", "Each person has two video visits a week."),
    ],
)
def test_a_rule_that_no_longer_names_the_one_before_it_is_no_news(announced: str, in_force: str) -> None:
    assert not reading(PAGE.format(announced), PAGE.format(in_force)).relevant
    dearer = in_force.replace("$2.50", "$3.50").replace("two", "three")
    assert reading(PAGE.format(announced), PAGE.format(dearer)).relevant
