"""An hour without glass, told in prose."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import PAGE, facts, rules, whole_reading

GLASS = f"{PAGE}\nAll visits are through the glass.\nParking is on Mill Street."
HOUR = "On the first Sunday mothers and fathers may sit with their children in the gym with no glass, and hold them."


def test_an_hour_without_glass_for_a_class_is_minor_both_ways() -> None:
    with_hour = GLASS.replace("Mill Street.", f"Elm Street.\n{HOUR}")
    came, went = whole_reading(GLASS, with_hour), whole_reading(with_hour, GLASS)
    assert "P-open-contact" in rules(came) & rules(went)
    assert (came.direction, went.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert came.severity is went.severity is Severity.MINOR
    assert facts(came)["contact_allowed"] == (False, True)


def test_a_ban_on_touch_that_gave_way_is_no_loss_for_what_is_still_forbidden() -> None:
    old = f"{PAGE}\nNo physical contact of any kind takes place.\nHands are kept on top of the table."
    new = f"{PAGE}\nYou may embrace when the visit starts. Other touching is not allowed.\nHands stay in sight."
    found = whole_reading(old, new)
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MAJOR)


@pytest.mark.parametrize("line", ["You may not hug or sit without the glass.", "Sit down and wait without a sound."])
def test_what_is_forbidden_or_of_no_touch_opens_nothing(line: str) -> None:
    assert "P-open-contact" not in rules(whole_reading(GLASS, f"{GLASS}\n{line}"))
