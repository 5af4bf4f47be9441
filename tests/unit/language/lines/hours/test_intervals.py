"""How long until something is possible again."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import facts, reading, rules

PAGE = "The visiting list holds ten names.\n{}\nVisitors show a photo ID."


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("A refused applicant may reapply after six months.", "A refused applicant may reapply after one year."),
        ("You may apply again in 30 days.", "You may apply again in 90 days."),
        (
            "A removed visitor may be reconsidered after a year.",
            "A removed visitor may be reconsidered after two years.",
        ),
        (
            "A removed visitor may not be added again for 90 days.",
            "A removed visitor may not be added again for one year.",
        ),
        ("Overnight visits may take place once a month.", "Overnight visits may take place once every two months."),
        ("Residents may be visited once a week.", "Residents may be visited once every other week."),
        ("Names may be added once a month.", "Names may be added once every six months."),
    ],
)
def test_a_longer_time_is_a_loss_and_a_shorter_one_a_gain(short: str, long: str) -> None:
    for sides, direction in (((short, long), Direction.RESTRICTIVE), ((long, short), Direction.RESTORATIVE)):
        found = reading(*(PAGE.format(text) for text in sides))
        assert "S3-interval" in rules(found)
        assert found.direction is direction


def test_how_often_a_list_may_change_is_told_in_days() -> None:
    sides = (f"Visitors may be added or removed once every {span}." for span in ("six months", "month"))
    assert facts(reading(*(PAGE.format(line) for line in sides))) == {"list_lock_days": (180.0, 30.0)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("This policy is reviewed once a year.", "This policy is reviewed once every two years."),
        ("The visiting room is searched once a week.", "The visiting room is searched once a month."),
        ("You may reapply after six months.", "You may reapply after 180 days."),
        ("You may apply again in 30 days.", "You may apply again in thirty days, in writing."),
    ],
)
def test_other_times_tell_nothing(before: str, after: str) -> None:
    assert "S3-interval" not in rules(reading(PAGE.format(before), PAGE.format(after)))


@pytest.mark.parametrize(
    ("ever", "lately", "days"),
    [
        (
            "Anyone who was held here at any time in the past may not visit.",
            "Anyone who was held here in the last two years may not visit.",
            730.0,
        ),
        (
            "Anyone who has ever been an inmate here may not visit.",
            "Anyone who has been an inmate here in the past six months may not visit.",
            180.0,
        ),
    ],
)
def test_a_bar_for_ever_that_is_now_for_some_years_is_a_gain(ever: str, lately: str, days: float) -> None:
    won, lost = reading(ever, lately), reading(lately, ever)
    assert (won.direction, lost.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    assert facts(won) == {"waiting_days": (None, days)}


def test_years_since_a_release_are_no_age() -> None:
    found = reading("It must be three years since your release.", "It must be four years since your release.")
    assert "Q-min_age" not in rules(found)
    assert found.direction is Direction.RESTRICTIVE
