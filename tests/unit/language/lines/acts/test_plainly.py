"""Stops and returns in so many words on pages rewritten around them, and pauses that are neither."""

from __future__ import annotations

import pytest

from monitors.language.lines.acts.plainly import returns
from monitors.language.pages.sentences import units
from monitors.records import Direction, Severity, Topic
from monitors.segments import plain_segments
from tests.unit.language.reading import reading_of_page as reading

OLD = (
    "Visiting\nVisits take place on Saturdays and Sundays.\nEvery visitor shows a photo identification.\n"
    "Bags stay in the lockers.\nCall the front desk with questions.\n{}"
)
REWRITTEN = (
    "Plan your visit\n{}\nFamilies come on weekends, Saturday and Sunday.\nPlease bring an identification with your "
    "picture.\nLeave your bag in a locker.\nQuestions? Our front desk can help."
)
NOTICE = OLD.format("NOTICE\n{}")
DESK = "Please check with the front desk."


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("In-person visits resume on Monday.", Direction.RESTORATIVE),
        ("Effective May 3, visits will resume.", Direction.RESTORATIVE),
        ("Visitation is back on its usual schedule.", Direction.RESTORATIVE),
        ("All visits are suspended until further notice.", Direction.RESTRICTIVE),
        ("Visitation is canceled until further notice.", Direction.RESTRICTIVE),
    ],
)
def test_a_stop_and_a_return_are_told_on_a_page_rewritten_and_below_a_heading(line: str, direction: Direction) -> None:
    for before, after in ((OLD.format(""), REWRITTEN.format(line)), (NOTICE.format(DESK), NOTICE.format(line))):
        found = reading(before, after)
        assert (found.relevant, found.direction) == (True, direction)
        assert found.severity in (Severity.MAJOR, Severity.CRITICAL)
        assert {Topic.SUSPENSION, Topic.IN_PERSON} & set(found.topics) and Topic.SCHEDULE not in found.topics


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In-person visits have resumed.", "In-person visits are back."),
        ("We are glad that visits are open again.", "Visitation has resumed."),
        ("No visits until further notice.", "All visits are suspended until further notice."),
    ],
)
def test_what_the_page_said_before_is_no_news(before: str, after: str) -> None:
    assert not reading(OLD.format(before), REWRITTEN.format(after)).relevant


@pytest.mark.parametrize(
    "line", ["Jail tours resume on Monday.", "Court hearings resume on Monday.", "Volunteer visits resume on Monday."]
)
def test_what_else_resumes_tells_nothing(line: str) -> None:
    assert not reading(OLD.format(""), REWRITTEN.format(line)).relevant
    assert not reading(NOTICE.format(DESK), NOTICE.format(line)).relevant


@pytest.mark.parametrize(
    "line",
    [
        "Visits resume at 1 p.m. after lunch.",
        "Visits resume after the count clears.",
        "A visit that is interrupted resumes within ten minutes.",
        "Visiting goes on as soon as the officer is back.",
    ],
)
def test_a_pause_in_the_day_is_no_return(line: str) -> None:
    for before, after in ((OLD.format(""), OLD.format(line)), (NOTICE.format(DESK), NOTICE.format(line))):
        assert not reading(before, after).relevant
        assert not reading(after, before).relevant


@pytest.mark.parametrize(
    "line", ["Visits will resume on Monday after the count.", "Visiting resumes once the outbreak is over."]
)
def test_a_return_on_a_day_or_after_a_stop_is_none(line: str) -> None:
    assert reading(OLD.format(""), OLD.format(line)).relevant


@pytest.mark.parametrize(
    "line",
    [
        "The suspension of visiting that began January 9 has ended.",
        "The visiting room, closed since 2019, is in use again.",
    ],
)
def test_a_stop_that_is_told_to_be_over_is_a_return(line: str) -> None:
    assert returns(units(plain_segments(line))[0])
    assert not returns(units(plain_segments(line.replace("has ended", "was long").replace("again", "daily")))[0])
