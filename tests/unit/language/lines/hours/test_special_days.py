"""Hours of one single day are none of every week: told as minor, a gain or a loss against the day's usual hours."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.language.times.sessions import sessions
from monitors.language.words.wording import canonical
from monitors.records import Direction, Reading, Severity
from tests.unit.text.reading import segments

PAGE = (
    "<h1>Inmate Visitation</h1><p>The jail welcomes family of people in custody.</p><h2>Visiting hours</h2>"
    "<p>Visits are held Saturday and Sunday from 9 a.m. to 3 p.m.</p>{}<p>Bring photo identification.</p>"
)


def reading(before: str, after: str) -> Reading:
    old, new = (segments(PAGE.format(f"<p>{text}</p>" if text else "")) for text in (before, after))
    return read(old, new, compare(old, new).passages, title_before="Inmate Visitation", title_after="Inmate Visitation")


FEWER = [
    "Saturday, November 28: 8-10 am only.",
    "Visiting hours for Sunday, July 5 will be 9 a.m. to 11 a.m.",
    "Visitation ends early at noon on Saturday, March 14, 2026.",
    "The last visit on Sunday, May 10 begins at 1 p.m.",
    "Video visits will be unavailable from 9 a.m. to 11 a.m. on Saturday, June 6.",
]
MORE = [
    "Extra visits: Monday, December 28, 9 a.m. to 3 p.m.",
    "Mother's Day visits on Sunday, May 10 are from 9 a.m. to 6 p.m.",
    "Visits will also be held on Wednesday, December 23 from 1 p.m. to 3 p.m.",
]
EACH_YEAR = [
    "Thanksgiving Day: visits 9 a.m. to noon only.",
    "On Christmas Eve visits end at noon.",
    "July 4: 9 a.m. to 11 a.m. only",
]


@pytest.mark.parametrize("line", [*FEWER, *EACH_YEAR])
def test_fewer_hours_on_one_day_are_a_minor_loss(line: str) -> None:
    found = reading("", line)
    assert (found.direction, found.severity, found.facts) == (Direction.RESTRICTIVE, Severity.MINOR, ())


@pytest.mark.parametrize("line", MORE)
def test_more_hours_on_one_day_are_a_minor_gain(line: str) -> None:
    found = reading("", line)
    assert (found.direction, found.severity, found.facts) == (Direction.RESTORATIVE, Severity.MINOR, ())


def test_the_usual_hours_named_for_one_day_are_neither() -> None:
    assert reading("", "Visits on Saturday, July 11 are 9 a.m. to 3 p.m.").direction is Direction.NEUTRAL


@pytest.mark.parametrize("line", [*FEWER, *MORE])
def test_a_notice_of_one_days_hours_that_is_taken_down_has_expired(line: str) -> None:
    assert not reading(line, "").relevant


@pytest.mark.parametrize("line", EACH_YEAR)
def test_hours_of_a_holiday_that_comes_back_are_given_up(line: str) -> None:
    found = reading(line, "")
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.MINOR)


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("Christmas Eve: 8-11 am only.", "Christmas Eve: 8-10 am only.", Direction.RESTRICTIVE),
        ("Christmas Eve: 8-10 am only.", "Christmas Eve: 8 am to noon only.", Direction.RESTORATIVE),
        ("Visits on December 20 end at noon.", "On Sunday, June 7 visits are 9 a.m. to 1 p.m.", Direction.RESTRICTIVE),
    ],
)
def test_other_hours_than_before(before: str, after: str, direction: Direction) -> None:
    found = reading(before, after)
    assert (found.direction, found.severity) == (direction, Severity.MINOR)


@pytest.mark.parametrize(
    "line",
    [
        "The records office is open from 8 to 10 a.m. on December 24.",
        "Jail tours: October 3, 9 a.m. to noon.",
        "Cookies with the sheriff, December 19, 5 to 7 p.m.",
        "Requests for holiday visits are due by December 10 at 5 p.m.",
        "Visits on December 26 will be held as usual from 9 a.m. to 3 p.m.",
    ],
)
def test_another_occasion_or_the_usual_hours_tell_nothing(line: str) -> None:
    assert not reading("", line).relevant


def test_the_same_hours_in_other_words_tell_nothing() -> None:
    assert not reading("Christmas Eve: visits 8-10 am only.", "On December 24, visits are 8 to 10 a.m. only.").relevant


@pytest.mark.parametrize(
    "line",
    [
        "Visits are held Saturday and Sunday from 9 a.m. to 3 p.m. (December 24: 8 a.m. to 10 a.m. only)",
        "Visits are held Saturday and Sunday from 9 a.m. to 3 p.m.; on Thanksgiving Day from 9 a.m. to 11 a.m.",
    ],
)
def test_a_single_day_within_a_line_is_not_of_its_week(line: str) -> None:
    assert sessions(canonical(line)).hours == 12


def test_hours_from_a_date_on_are_of_every_week() -> None:
    assert sessions(canonical("Beginning December 1, Saturday from 9 a.m. to 3 p.m.")).hours == 6
    found = reading("", "Effective December 1, visits are also held Friday from 9 a.m. to 3 p.m.")
    assert found.direction is Direction.RESTORATIVE
    assert "S3-special-day" not in {rule for finding in found.findings for rule in finding.rules}


def test_the_headline_names_the_day() -> None:
    assert "November 28" in reading("", FEWER[0]).headline
