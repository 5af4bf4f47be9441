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
