"""The last moment to book a visit or to be let in."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import reading, reading_of_page, rules

PAGE = "Visits are held on weekends.\n{}\nVisitors show a photo ID."


@pytest.mark.parametrize(
    ("late", "early"),
    [
        ("Visits must be scheduled by noon on Thursday.", "Visits must be scheduled by noon on Tuesday."),
        ("Call by Friday to book a weekend visit.", "Call by Wednesday to book a weekend visit."),
        (
            "Requests for a visit must be submitted no later than 4 p.m. on Wednesday.",
            "Requests for a visit must be submitted no later than 10 a.m. on Wednesday.",
        ),
        (
            "Visitors must be processed at least 30 minutes before the end of visiting.",
            "Visitors must be processed at least one hour before the end of visiting.",
        ),
    ],
)
def test_an_earlier_deadline_is_a_loss_and_a_later_one_a_gain(late: str, early: str) -> None:
    for sides, direction in (((late, early), Direction.RESTRICTIVE), ((early, late), Direction.RESTORATIVE)):
        found = reading(*(PAGE.format(text) for text in sides))
        assert rules(found) == {"S3-deadline"}
        assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (Topic.SCHEDULE,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Commissary orders are due by noon on Thursday.", "Commissary orders are due by noon on Tuesday."),
        ("Visits must be scheduled by noon on Thursday.", "Visits must be scheduled by 12 p.m. on Thursdays."),
        ("Visiting is on Saturday until 3 p.m.", "Visiting is on Saturday until 2 p.m."),
    ],
)
def test_other_moments_are_no_deadline_for_visits(before: str, after: str) -> None:
    assert "S3-deadline" not in rules(reading(PAGE.format(before), PAGE.format(after)))


@pytest.mark.parametrize(
    "line",
    [
        "Requests for holiday visits are due by December 10 at 5 p.m.",
        "Sign-ups for the Christmas visit must be received by Friday, December 12.",
        "Applications for family day visits must be turned in to the unit officer by May 1.",
    ],
)
def test_the_last_day_to_ask_for_one_occasion_tells_nothing(line: str) -> None:
    for sides in (("", line), (line, "")):
        found = reading_of_page(*(PAGE.format(text) for text in sides))
        assert not found.relevant and found.why == ("R3 the last day to ask for visits of one occasion",)
