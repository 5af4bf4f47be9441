"""Visiting sessions of a week as one line tells them: days and hours, in the many ways of saying them."""

import pytest

from monitors.language.times.sessions import sessions
from monitors.language.times.week import Week, joined
from monitors.language.words.wording import canonical
from tests.unit.language.reading import rules, whole_reading


def week(text: str) -> Week:
    return sessions(canonical(text))


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("Visits run Thursday through Sunday, noon to six.", 4, 24.0),
        ("Any day from Monday to Saturday, between ten and eleven and between two and three.", 6, 12.0),
        ("Weekday evenings from half past five until a quarter to nine.", 5, 16.25),
        ("We are here all week, ten to six.", 7, 56.0),
        ("Visiting is on all days but the Sabbath, from 1 to 4.", 6, 18.0),
        ("Visiting is daily from two until four, Wednesday excepted.", 6, 12.0),
        ("There is visiting every day, Sunday excepted, from two until four.", 6, 12.0),
        ("There is visiting every day, Sunday not excepted, from two until four.", 7, 14.0),
        ("There is visiting every day (Sundays excepted) from two until four.", 6, 12.0),
        ("There is visiting every day without exception, from two until four.", 7, 14.0),
        ("Visits: Saturday and Sunday, 8 to 2. Thursday and Friday are no longer visiting days.", 2, 12.0),
        ("Saturday 8 to 2. Sunday: no longer any visits.", 1, 6.0),
        ("The room is open two till five, bar Mondays.", 6, 18.0),
        ("Save on Monday, each afternoon from two until four.", 6, 12.0),
        ("The room closes on Monday only; on any other day it is open nine to four.", 6, 42.0),
        ("Two evenings, Monday's and Thursday's, between six and nine.", 2, 6.0),
        ("The door is open on Sunday after dinner or on Wednesday, one to four.", 2, 6.0),
        ("CALLERS TUE THU SAT 1300 TO 1500", 3, 6.0),
        ("M-F 6p-8p", 5, 10.0),
        ("M W F 6p-8p", 3, 6.0),
        ("Mon 1-4, Wed 1-4, Sat 8-11 and 1-4", 3, 12.0),
        ("Mon 9-11, Tue 9-11 and 1-3", 2, 6.0),
        ("Friday evenings (1800-2100) and on weekends (0830-1530)", 3, 17.0),
        ("9 to 3 on Sunday, 6 to 9 on Monday", 2, 9.0),
        ("Visits open at nine and close at eight at night, Tuesday through Friday.", 4, 44.0),
        ("The area opens at 0830 and closes at 1630, on each of the seven days.", 7, 56.0),
        ("Wednesday and Saturday, 1:30 to 4:30 each day.", 2, 6.0),
        ("A morning block (8:30-10:30) and an evening block (7:00-9:00) on Sunday", 1, 4.0),
        ("Saturday, 8 to 2. / sábado, de 8 a 2.", 1, 6.0),
    ],
)
def test_days_and_hours_of_a_line(text: str, days: int, hours: float) -> None:
    found = week(text)
    assert (len(found.days), found.hours) == (days, hours)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The booths are open on four days a week.", 4),
        ("Visits are held on at least six days of the week.", 6),
        ("Visits are held on two weekdays and one weekend day.", 3),
        ("Visits go on on both weekend days, and on four days that are not.", 6),
        ("Families are seen on either Saturday or Sunday.", 1),
        ("The jail went down from five visiting days to three.", 3),
        ("Visiting is on Friday and no longer on Saturday.", 1),
        ("Visiting is on Sunday, the sheriff said Tuesday.", 1),
        ("Book two days ahead.", 0),
        ("One visit per weekend.", 0),
    ],
)
def test_days_that_are_counted_or_left_out(text: str, days: int) -> None:
    assert len(week(text).days) == days


@pytest.mark.parametrize(
    "text", ["Visits are every other Saturday, 1 to 4.", "Even cells on even dates, 1 to 4.", "Four visits a month."]
)
def test_what_is_not_every_week_is_no_week(text: str) -> None:
    assert week(text).irregular


@pytest.mark.parametrize(
    "text",
    [
        "There are no visits on Sunday.",
        "Sunday: closed",
        "Sunday alone has no slots.",
        "Sunday has been lifted from the timetable.",
        "Sundays are done with.",
        "Do not come on Sunday.",
    ],
)
def test_a_refused_day_is_no_day(text: str) -> None:
    found = week(text)
    assert found.refused == {"sun"} and not found.days


def test_hours_that_are_told_go_before_those_that_are_counted() -> None:
    assert week("Open 22 hours a week: Monday to Thursday, 4-7, and Saturday, 9-2.").hours == 22
    assert week("At least seven days per week and eight hours per day.").hours == 56
    assert week("Three hours each on Thursday and Saturday are for visits.").hours == 6


def test_lines_together_leave_out_what_one_of_them_refuses() -> None:
    whole = joined([week("Saturday and Sunday, 1 to 4"), week("No visits on Sunday.")])
    assert (whole.days, whole.hours) == ({"sat"}, 3.0)


def test_the_days_a_week_runs_over_and_an_offices_hours_are_no_visiting_hours() -> None:
    was = "Two visits a week are allowed. A week begins on Monday."
    now = "Two visits a week are allowed. Our weeks run Monday through Sunday."
    assert "D10-hours" not in rules(whole_reading(was, now))
    office = "Visits are excused by letter.\nBureau office, 770 West Broad, Columbus. 8 to 5 on weekdays."
    found = whole_reading(
        office, office.replace("8 to 5", "8 to 4:30"), kind="doc", title="Excused from Rule 7 (visits)"
    )
    assert "D10-hours" not in rules(found)
