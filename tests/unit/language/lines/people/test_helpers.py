"""Who comes along to help somebody visit."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, reading_of_page, rules


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Visitors may bring an interpreter.", "Visitors may not bring an interpreter."),
        ("You can bring a service dog to the glass.", "You can't bring a service dog to the glass."),
        ("Guests may be accompanied by a personal aide.", "Guests may no longer be accompanied by a personal aide."),
    ],
)
def test_a_helper_who_may_come_along_or_not(better: str, worse: str) -> None:
    for old, new, told, headline in (
        (better, worse, Direction.RESTRICTIVE, "No helper may come along"),
        (worse, better, Direction.RESTORATIVE, "A helper may come along"),
    ):
        found = reading_of_page(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
        assert (found.direction, found.severity, found.topics) == (told, Severity.MINOR, (Topic.ELIGIBILITY,))
        assert rules(found) == {"P-helper"} and found.headline == headline


def test_other_things_about_helpers_are_not_told_by_it() -> None:
    for old, new in (
        ("Visitors may bring an interpreter.", "Visitors may bring an interpreter at their own cost."),
        ("Nobody may bring an interpreter.", "Visitors may not bring an interpreter."),
    ):
        assert "P-helper" not in rules(reading_of_page(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))
