"""Booths that are kept for lawyers and clergy: the end of visits in person, though no word says so."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, facts, reading, rules

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
