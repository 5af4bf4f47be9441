"""Booths that are kept for lawyers and clergy: the end of visits in person, though no word says so."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, facts, reading, rules, whole_reading

OPEN = "The public may visit in the eleven non-contact booths on the ground floor."
KEPT = "The eleven non-contact booths on the ground floor are reserved to attorneys, clergy and probation officers."


def test_booths_kept_for_professionals_end_visits_in_person_and_opened_bring_them_back() -> None:
    for way, direction, allowed in (
        ((OPEN, KEPT), Direction.RESTRICTIVE, (True, False)),
        ((KEPT, OPEN), Direction.RESTORATIVE, (False, True)),
    ):
        found = reading(*(f"{PAGE}\n{line}" for line in way))
        assert rules(found) == {"P-turn-in_person"}
        assert (found.direction, found.severity) == (direction, Severity.CRITICAL)
        assert facts(found) == {"in_person_allowed": allowed}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (OPEN, f"{KEPT} {OPEN.replace('eleven', 'other')}"),  # the public has others
        ("Attorneys use the booths.", KEPT),
        (KEPT, KEPT.replace("reserved to", "set aside for")),
    ],
)
def test_booths_that_the_public_keeps_or_never_had_are_not_taken(was: str, now: str) -> None:
    assert "P-turn-in_person" not in rules(reading(f"{PAGE}\n{was}", f"{PAGE}\n{now}"))


USED = f"{PAGE}\nVisits are at the booths on the first floor."


@pytest.mark.parametrize(
    "line",
    [
        "The booths have been converted to storage; use the screens in the lobby.",
        "The old visiting hall now houses the laundry. Use the screens in the lobby.",
        "The booths have made way for the new nurses' station.",
    ],
)
def test_a_room_that_is_put_to_another_use_ends_visits_in_it(line: str) -> None:
    found = whole_reading(USED, f"{PAGE}\n{line}")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.CRITICAL)


def test_a_room_put_to_another_use_beside_another_one_ends_nothing() -> None:
    found = whole_reading(USED, f"{PAGE}\nVisits are at the windows. The old booths have been converted to storage.")
    assert all("the room is used for something else" not in finding.words for finding in found.findings)
