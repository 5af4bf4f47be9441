"""The sessions of whole pages, held against each other."""

from __future__ import annotations

import pytest

from monitors.language.effects.page_week import PageWeek, page_week, same_sessions, sessions_moved
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments


def _week(text: str) -> PageWeek:
    return page_week(units(plain_segments(text)))


TABLE = "Day | Hours\nMonday | 9:00 AM - 11:00 AM\nWednesday | 9:00 AM - 11:00 AM\nFriday | 9:00 AM - 11:00 AM"
PROSE = "Come on a Monday, a Wednesday or a Friday, from nine to eleven in the morning."


def test_a_table_and_its_sentence_tell_the_same_sessions() -> None:
    assert same_sessions(_week(TABLE), _week(PROSE))
    assert not sessions_moved(_week(TABLE), _week(PROSE))


@pytest.mark.parametrize(
    ("after", "sign", "fact"),
    [
        ("Come on a Monday or a Friday, from nine to eleven in the morning.", -1, ("visit_days_per_week", 3.0, 2.0)),
        (PROSE.replace("a Friday", "a Friday, and on Sunday"), 1, ("visit_days_per_week", 3.0, 4.0)),
        (PROSE.replace("nine", "ten"), -1, ("schedule_hours_per_week", 6.0, 3.0)),
    ],
)
def test_a_day_or_an_hour_that_moved(after: str, sign: int, fact: tuple[str, float, float]) -> None:
    (effect,) = sessions_moved(_week(TABLE), _week(after))
    assert effect.sign == sign
    assert [(f.name, f.before, f.after) for f in effect.facts] == [fact]


def test_days_and_hours_of_two_lines_are_one_week() -> None:
    assert same_sessions(_week(PROSE), _week("Open days: Monday, Wednesday, Friday\nOpen hours: 9 to 11 a.m."))


def test_hours_of_lawyers_offices_and_telephones_are_not_those_of_visits() -> None:
    others = "Attorneys: Sunday, 8 to 5\nReserve by phone.\nSaturdays, between eight and four.\nOffice: Sunday, 8 to 4"
    assert _week(f"{PROSE}\n{others}") == _week(PROSE)


def test_hours_from_home_are_no_hours_at_the_jail() -> None:
    both = _week(f"{PROSE}\nVideo visits from home: Sunday, 8 a.m. to 5 p.m.")
    assert both.sessions == _week(PROSE).sessions
    assert {day for day, _, _ in both.remote} == {"sun"}


def test_a_page_with_clocks_of_no_day_is_not_counted() -> None:
    loose = _week("Mornings from 9 to 11.\nAfternoons from 1 to 3.\nMonday, 9 to 11")
    assert not loose.full
    assert not same_sessions(loose, loose)


def test_a_day_that_the_other_page_names_without_its_clock_is_not_lost() -> None:
    after = "Come on a Monday or a Friday, from nine to eleven in the morning.\nWednesday is like Monday."
    assert not sessions_moved(_week(TABLE), _week(after))
