"""Visits in person that end while what is left grows cheaper, or are back and dearer: both are told (D7)."""

from __future__ import annotations

from monitors.records import Direction, Severity
from tests.unit.language.reading import whole_reading


def test_visits_in_person_that_end_beside_a_price_that_falls_are_mixed_and_the_reverse() -> None:
    """The reader hears the one or the other."""

    def page(room: str, price: str) -> str:
        return f"Bring photo ID.\nEach person may have two visits a week.\n{room}\nVideo from home: {price}"

    held, over, free = "Visits at the glass: held every evening.", "Visits at the glass: ended.", "no charge"
    for price, way in (
        (free, Direction.MIXED),
        ("$6 per visit", Direction.MIXED),
        ("$9 per visit", Direction.RESTRICTIVE),
    ):
        found = whole_reading(page(held, "$8 per visit"), page(over, price))
        assert found.direction is way
        assert found.severity is Severity.CRITICAL or price == free
    back = whole_reading(
        page("There are no in-person visits.", "$5 per visit"), page("In-person visits are back.", "$8 per visit")
    )
    assert back.direction is Direction.MIXED
