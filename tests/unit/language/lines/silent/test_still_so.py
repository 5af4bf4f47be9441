"""Lines on a stop that goes on for some, beside one that ended for others."""

from __future__ import annotations

from monitors.records import Direction
from tests.unit.language.reading import whole_reading

_STOPPED = (
    "Since the assault there have been no visits at the tables for anybody.\n"
    "We do not know when that will end.\nBring a card."
)
_BACK = (
    "Visits at the tables begin again this Thursday for the women of Unit 3.\n"
    "For the men of Units 1 and 2 there are still no visits at the tables.\nBring a card."
)


def test_a_restart_for_some_is_told_and_not_the_stop_that_goes_on() -> None:
    found = whole_reading(_STOPPED, _BACK)
    assert found.direction is Direction.RESTORATIVE
    assert any("goes on for others" in why for why in found.why)


def test_a_stop_that_nobody_knew_of_is_told() -> None:
    page = "Visits are on Sunday.\nBring a card."
    found = whole_reading(page, f"{page}\nThere are still no visits at the tables.")
    assert found.direction is Direction.RESTRICTIVE
