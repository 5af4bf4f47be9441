"""Duties that became choices, and for how long visits may be stopped."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Topic
from tests.unit.language.reading import reading, rules, whole_reading

TITLE = "Visiting policy 12, Department of Corrections"
PAGE = "Visitors are approved by the unit manager.\n{}\nPhoto identification is required."


def told(before: str, after: str) -> tuple[set[str], Direction | None]:
    found = reading(*(PAGE.format(text) for text in (before, after)), title=TITLE, kind="doc")
    return rules(found), found.direction if found.relevant else None


@pytest.mark.parametrize(
    ("bound", "free"),
    [
        ("The facility shall offer video visits on weekends.", "The facility may offer video visits on weekends."),
        ("Wardens must allow longer visits.", "Wardens may, at their discretion, allow longer visits."),
        ("Each resident shall be permitted two visits a week.", "Each resident may be permitted two visits a week."),
        (
            "Facilities shall keep at least one visiting terminal open.",
            "Facilities may keep a visiting terminal open.",
        ),
        ("The warden shall authorize special visits.", "The warden may authorize special visits."),
        ("Staff will provide extra visits for children.", "Staff should provide extra visits for children."),
        ("Visits shall be contact visits.", "Visits may be contact visits."),
    ],
)
def test_a_duty_that_becomes_a_choice_is_a_loss(bound: str, free: str) -> None:
    assert told(bound, free) == ({"D3-choice"}, Direction.RESTRICTIVE)
    assert told(free, bound) == ({"D3-choice"}, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visitors shall show a photo ID.", "Visitors may show a photo ID."),
        ("The facility shall keep a log of visitors.", "The facility may keep a log of visitors."),
        ("The warden shall allow two visits a week.", "The warden must allow two visits a week."),
        ("The warden shall allow two visits a week.", "The warden may suspend anyone who disturbs others."),
        ("The officer shall search each visitor.", "The officer may search each visitor."),
    ],
)
def test_other_changes_of_a_modal_are_no_such_loss(before: str, after: str) -> None:
    assert "D3-choice" not in told(before, after)[0]


@pytest.mark.parametrize(
    ("bound", "boundless"),
    [
        (
            "The warden may suspend visits for up to 30 days.",
            "The warden may suspend visits for as long as the warden finds necessary.",
        ),
        (
            "A superintendent may restrict visiting for not more than sixty days.",
            "A superintendent may restrict visiting indefinitely.",
        ),
        ("Loss of visits will not exceed 90 days.", "Loss of visits may be for any period."),
        ("Visitors may be barred for a maximum of one year.", "Visitors may be barred for life."),
    ],
)
def test_a_stop_without_a_bound_is_worse_than_a_bounded_one(bound: str, boundless: str) -> None:
    assert told(bound, boundless) == ({"S8-bound"}, Direction.RESTRICTIVE)
    assert told(boundless, bound) == ({"S8-bound"}, Direction.RESTORATIVE)


def test_a_power_on_certain_grounds_is_better_than_one_at_will() -> None:
    grounds = "An administrator may limit visits only when there is a threat to safety."
    at_will = "An administrator may limit visits at any time."
    assert told(grounds, at_will) == ({"S8-will"}, Direction.RESTRICTIVE)
    assert told(at_will, grounds) == ({"S8-will"}, Direction.RESTORATIVE)
    was, now = (f"The warden may close the visiting room {when}." for when in ("when nobody is on post", "at any time"))
    assert told(was, now) == ({"S8-will"}, Direction.RESTRICTIVE)
    assert (
        told("Approval may be revoked for good cause only.", "Approval may be revoked at any time.")[1]
        is Direction.RESTRICTIVE
    )
    assert told(at_will, "An administrator may limit visits for any reason.") == (set(), None)


def test_a_stop_is_read_with_the_question_that_it_answers() -> None:
    ask = "Can visits be taken away?\n"
    bound, boundless = f"{ask}Yes, for up to one year.", f"{ask}Yes, for as long as the warden decides."
    assert told(bound, boundless) == ({"S8-bound"}, Direction.RESTRICTIVE)


def test_the_approval_that_longer_stops_needed_goes_with_the_bound() -> None:
    before = (
        "A warden may suspend visits for not more than 60 days. A longer suspension needs the approval of the director."
    )
    found = whole_reading(
        PAGE.format(before),
        PAGE.format("A warden may suspend visits for as long as it is necessary."),
        title=TITLE,
        kind="doc",
    )
    assert (found.direction, found.topics) == (Direction.RESTRICTIVE, (Topic.SUSPENSION,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The warden may restrict visits for up to 30 days.",
            "The warden may restrict visits for at most thirty days.",
        ),
        (
            "A warden may suspend visits for a maximum of 60 days.",
            "A warden may suspend visits for no more than 60 days.",
        ),
    ],
)
def test_one_bound_in_other_words_tells_nothing(before: str, after: str) -> None:
    found = whole_reading(PAGE.format(before), PAGE.format(after), title=TITLE, kind="doc")
    assert not found.relevant


def test_a_stop_that_is_in_force_is_no_power_to_stop() -> None:
    was, now = (
        "Visits are suspended for up to 14 days because of illness.",
        "Visits are suspended until further notice.",
    )
    assert "S8-bound" not in told(was, now)[0]


@pytest.mark.parametrize(
    ("grounds", "at_will"),
    [
        ("The Warden may restrict visits for security reasons.", "The Warden may restrict visits for any reason."),
        ("Staff may end a visit for misconduct.", "Staff may end a visit for any reason."),
    ],
)
def test_named_reasons_are_grounds(grounds: str, at_will: str) -> None:
    assert told(grounds, at_will) == ({"S8-will"}, Direction.RESTRICTIVE)
    assert told(at_will, grounds) == ({"S8-will"}, Direction.RESTORATIVE)


def test_as_long_as_a_number_of_days_is_a_bound() -> None:
    said = (
        "Visits may be limited to glass for up to 20 days.",
        "Visits may be limited to glass for as long as 20 days.",
    )
    assert "S8-bound" not in told(*said)[0]
