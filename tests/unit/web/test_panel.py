"""What held when, and who contradicts whom."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitors.panel import Access, Move, Statement, access_by_month, contradictions


def at(month: int, day: int = 15) -> datetime:
    return datetime(2026, month, day, tzinfo=UTC)


ENDS = [at(month, 28) for month in range(1, 7)]


@pytest.mark.parametrize(
    ("moves", "signs"),
    [
        ([], "??????"),
        ([Move(at(3), True, False)], "++----"),
        ([Move(at(3), None, False)], "??----"),
        ([Move(at(2), True, False), Move(at(5), False, True)], "+---++"),
        ([Move(at(5), False, True), Move(at(2), True, False)], "+---++"),
        ([Move(at(2), True, False), Move(at(4), False, None)], "+-----"),
        ([Move(at(2), None, None)], "??????"),
        ([Move(at(4), True, False, seen=at(2))], "?++---"),
        ([Move(at(1), None, True, seen=at(1)), Move(at(4), True, False, seen=at(3))], "+++---"),
    ],
)
def test_what_held_at_the_end_of_each_month(moves: list[Move], signs: str) -> None:
    shown = {"+": Access.IN_PERSON, "-": Access.NOT_IN_PERSON, "?": Access.UNKNOWN}
    assert access_by_month(moves, ENDS) == tuple(shown[one] for one in signs)


FACILITY = Statement("shelby", "US-TN", "Shelby", 2, "in_person_allowed", False)
CALLED = {"shelby": ("shelby county jail", "shelby county")}


@pytest.mark.parametrize(
    ("vendor", "found"),
    [
        (Statement("acme", "US-TN", "Shelby", 1, "in_person_allowed", True), True),
        (Statement("acme", "US-TN", "SHELBY", 1, "in_person_allowed", True), True),
        (Statement("acme", "US-TN", "Knox", 1, "in_person_allowed", True), False),
        (Statement("acme", "US-TX", "Shelby", 1, "in_person_allowed", True), False),
        (Statement("acme", "US", "", 1, "in_person_allowed", True, "visits at shelby county are back"), True),
        (Statement("acme", "US", "", 1, "in_person_allowed", True, "visits at shelbyville county"), False),
        (Statement("acme", "US", "", 1, "in_person_allowed", False, "visits at shelby county"), False),
        (Statement("acme", "US", "", 1, "in_person_allowed", None, "visits at shelby county"), False),
        (Statement("acme", "US", "", 1, "contact_allowed", True, "visits at shelby county"), False),
    ],
)
def test_two_contradict_each_other_about_one_place_and_fact(vendor: Statement, found: bool) -> None:
    assert bool(contradictions([vendor], [FACILITY], CALLED)) is found
