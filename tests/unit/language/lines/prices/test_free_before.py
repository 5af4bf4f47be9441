"""A price where a page said that visits are free."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, facts, whole_reading

FREE = "Nobody pays for a lobby screen. Walk up and sit down."
PRICED = "Walk up, put a $3 token in the slot and sit down."
REST = PAGE.replace("A visit from home costs $9 for 20 minutes.\n", "")


def test_a_price_in_the_place_of_free_visits_is_a_loss_and_back_a_gain() -> None:
    title = "Alder County Jail: lobby visits"
    lost = whole_reading(f"{REST}\n{FREE}", f"{REST}\n{PRICED}", title=title)
    won = whole_reading(f"{REST}\n{PRICED}", f"{REST}\n{FREE}", title=title)
    assert (lost.direction, won.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert facts(lost)["onsite_video_fee_usd"] == (0.0, 3.0)
    assert lost.severity is Severity.MAJOR


@pytest.mark.parametrize("line", ["Nobody pays for parking."])
def test_other_things_that_were_free_are_not_visits(line: str) -> None:
    found = whole_reading(f"{REST}\n{line}", f"{REST}\nParking costs $3.")
    assert not found.relevant
