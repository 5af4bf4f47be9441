"""When visits start or end, told by one clock."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, reading_of_page, rules


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("Visits start at 9 a.m. on Saturdays.", "Visits start at 9:30 a.m. on Saturdays."),
        ("Visiting begins at 1 p.m. for everybody.", "Visiting begins at 2 p.m. for everybody."),
        ("Visitation ends at 8 p.m.", "Visitation ends at 7 p.m."),
        ("On weekdays visits close at 9 p.m.", "On weekdays visits close at 8:30 p.m."),
    ],
)
def test_a_later_start_or_an_earlier_end_is_a_minor_loss(longer: str, shorter: str) -> None:
    loss, gain = (reading_of_page(*(f"{PAGE}\n{x}" for x in pair)) for pair in ((longer, shorter), (shorter, longer)))
    assert (loss.direction, loss.severity) == (Direction.RESTRICTIVE, Severity.MINOR)
    assert (gain.direction, gain.severity) == (Direction.RESTORATIVE, Severity.MINOR)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Check-in for visits starts at 8 a.m.", "Check-in for visits starts at 7 a.m."),
        ("The visitation office opens at 8 a.m.", "The visitation office opens at 9 a.m."),
        ("Count is at 4 p.m., before visits.", "Count is at 5 p.m., before visits."),
    ],
)
def test_other_clocks_are_no_start_of_visits(before: str, after: str) -> None:
    assert "D10-edge" not in rules(reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}"))
