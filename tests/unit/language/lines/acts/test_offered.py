"""Visits from home that a jail offers for the first time are a gain, and their price no loss."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Topic
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = (
    "In-person visits take place by glass on Saturday and Sunday from 9 to 3.\n\n"
    "Mail goes to a scanning center. It is then shown on the tablets.\n\n"
    "First appearances are held by video at 9 am in Courtroom B.\n"
)
OFFER = "\nIn addition, families may now book 20-minute video visits from home at $0.20 a minute.\n"


def test_a_new_service_beside_glass_is_a_gain() -> None:
    found = whole_reading(PAGE, PAGE + OFFER)
    assert found.direction is Direction.RESTORATIVE and "D7-service" in rules(found)
    assert Topic.VIDEO_REMOTE in found.topics and Topic.FEES not in found.topics
    assert facts(found) == {"video_fee_per_min_usd": (None, 0.2)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PAGE + "\nVideo visits from home are $4.\n", PAGE + "\nVideo visits from home are $4.\n" + OFFER),
        (PAGE, PAGE + "\nFamilies may soon book video visits from home instead.\n"),
        (PAGE, "Visits by glass have ended.\n" + OFFER),
        (PAGE, PAGE + "\nYou can now schedule your visit from your home computer.\n"),
        (PAGE, PAGE + "\nYou can also visit our website from your phone.\n"),
    ],
)
def test_what_was_known_is_planned_or_takes_the_place_of_glass_is_no_such_offer(before: str, after: str) -> None:
    assert "D7-service" not in rules(whole_reading(before, after))
