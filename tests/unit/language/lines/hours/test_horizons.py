"""How far ahead a visit can be booked at most, which is no notice that a booking needs."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("You may schedule a visit up to 7 days in advance.", "You may schedule a visit up to 14 days in advance."),
        ("Visits can be booked up to one week ahead.", "You can now schedule a visit up to two weeks in advance."),
        ("Visits cannot be scheduled more than 3 days in advance.", "Visits may be booked no more than 7 days ahead."),
        ("Appointments can be made up to 14 days out.", "Appointments can be made up to a month out."),
        (
            "Book your visit at least 48 hours ahead and no more than 7 days ahead.",
            "Book your visit at least 48 hours ahead and no more than 14 days ahead.",
        ),
    ],
)
def test_farther_ahead_is_a_gain_and_less_far_a_loss(near: str, far: str) -> None:
    for before, after, direction in ((near, far, MORE), (far, near, LESS)):
        found = whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
        assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (Topic.SCHEDULE,))
        assert rules(found) == {"S3-horizon"} and found.facts == ()
    assert found.headline == "Visits bookable less far ahead"


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("You can now schedule a visit up to two weeks in advance.", MORE),
        ("Families may now book video visits up to 21 days in advance.", MORE),
        ("Visits may now be scheduled only one week in advance.", LESS),
        ("Visits may no longer be booked more than 3 days ahead.", LESS),
    ],
)
def test_a_new_line_that_says_so(line: str, direction: Direction) -> None:
    assert whole_reading(PAGE, f"{PAGE}\n{line}").direction is direction


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits may be booked up to one hour before the visit.", "Visits may be booked up to four hours before it."),
        ("Visits must be booked at least 2 days ahead.", "Visits must be booked at least 3 days ahead."),
        ("You need to book visits only 2 days in advance.", "You need to book visits only 3 days in advance."),
        ("The schedule is posted up to 7 days ahead.", "The schedule is posted up to 14 days ahead."),
    ],
)
def test_notice_that_a_booking_needs_and_other_things_are_none(before: str, after: str) -> None:
    assert "S3-horizon" not in rules(whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}"))


def test_as_far_ahead_in_other_words_is_no_news() -> None:
    before, after = "Visits can be booked up to 7 days ahead.", "Visits can be booked up to a week ahead."
    assert not whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}").relevant


def test_a_horizon_and_a_deadline_shared_out_otherwise_are_the_same() -> None:
    before = "You can schedule up to 14 days out. Visits must be booked no less than 24 hours before."
    after = "Booking opens two weeks ahead and closes one full day (24 hours) before the visit."
    assert not whole_reading(before, after).relevant
    later = after.replace("one full day (24 hours)", "two full days (48 hours)")
    assert whole_reading(before, later).relevant


def test_slots_that_open_earlier_are_a_gain() -> None:
    page = "Register on the web. Slots open {} days ahead and close the evening before."
    found = whole_reading(page.format("seven"), page.format("fourteen"))
    assert "S3-horizon" in rules(found) and found.direction is Direction.RESTORATIVE
