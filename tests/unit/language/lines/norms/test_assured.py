"""Visits that are owed on one page, and granted at somebody's pleasure on the other."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import facts, rules, whole_reading

OWED = "Each resident shall receive two visits in each week."


@pytest.mark.parametrize(
    ("given", "fact"),
    [
        (
            "A resident may be granted up to two visits in a week, or fewer or none, as the shift commander sees fit.",
            {},
        ),
        (
            "A person held here may be given visits, the number of which in any week is for the sergeant to set.",
            {"visits_per_week": (2.0, None)},
        ),
        ("Residents may have visits as staffing permits.", {"visits_per_week": (2.0, None)}),
    ],
)
def test_visits_that_are_no_longer_owed_are_a_loss_and_back_a_gain(given: str, fact: dict[str, object]) -> None:
    found = whole_reading(OWED, given)
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
    assert facts(found) == fact
    assert whole_reading(given, OWED).direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    "other",
    [
        "Each resident shall receive two visits in each week, as staffing permits.",
        "A resident has two visits in a week.",
        "No resident shall receive two visits in a week.",
    ],
)
def test_what_is_owed_as_before_or_not_at_pleasure_is_left_to_others(other: str) -> None:
    assert "D3-assured" not in rules(whole_reading(OWED, other))
