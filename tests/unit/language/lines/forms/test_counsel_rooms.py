"""Lawyers and clients who met at one table are parted by glass, or the reverse."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, rules, whole_reading

TABLE = [
    "Lawyer and client sit at the same table and may hand papers to each other.",
    "Attorneys may see clients in the contact rooms.",
    "Counsel and client are given a room with a table, and no glass.",
    "Papers may be passed by counsel from hand to hand.",
    "At no hour are the contact rooms closed to counsel.",
    "Attorney visits are no longer held in the two glass booths.",
]
GLASS = [
    "Counsel and client talk through the window.",
    "Attorneys are given booth 9 or booth 10.",
    "A fixed window divides lawyer and client, and an officer carries papers from one side to the other.",
    "The contact rooms are closed to counsel; ask the desk.",
    "Clients speak with their lawyers by way of a handset; both use the handset.",
    "Papers of counsel go through the officer.",
]


@pytest.mark.parametrize(("table", "glass"), list(zip(TABLE, GLASS, strict=True)))
def test_where_counsel_meet(table: str, glass: str) -> None:
    for before, after, direction in ((table, glass, Direction.RESTRICTIVE), (glass, table, Direction.RESTORATIVE)):
        found = whole_reading(before, after, title="Attorney access, Alder County Jail")
        assert "P-turn-legal" in rules(found)
        assert (found.direction, found.severity) == (direction, Severity.MAJOR)
        assert {Topic.LEGAL_VISITS, Topic.CONTACT} <= set(found.topics)
        now = direction is Direction.RESTORATIVE
        assert facts(found)["contact_allowed"] == (not now, now)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TABLE[1], "Attorneys may see clients in contact rooms 1 and 2."),  # still a table
        (GLASS[0], "Counsel and client talk through the glass."),
        (TABLE[0], "Lawyer and client sit at a table, or in a glass booth if they ask for one."),  # both
        (TABLE[1], "Attorneys may see clients in the interview rooms."),  # it does not say
        (TABLE[1], "Attorneys may see clients in booth 4: the contact rooms are closed until May 3."),  # for some days
        (GLASS[0], "Counsel and client wait in a room with lockers."),
        ("Families sit at the same table.", "Families talk through the window."),  # the public's, read elsewhere
    ],
)
def test_what_says_nothing_of_glass_for_counsel(before: str, after: str) -> None:
    why = " ".join(whole_reading(before, after).why)
    assert "P-turn-legal: behind glass" not in why and "P-turn-legal: at one table" not in why


def test_hours_that_changed_with_the_rooms_are_read_too() -> None:
    before = "Attorneys may see clients in the contact rooms every day, 8 a.m. to 8 p.m."
    after = "Attorneys may see clients in the glass booths every day, 8 a.m. to noon."
    assert {"P-turn-legal", "D10-hours"} <= rules(whole_reading(before, after))
