"""Days and hours a week that a line counts, and whose they are."""

from __future__ import annotations

import pytest

from monitors.language.pages.sentences import units
from monitors.language.times.week_counts import weekends, weekly
from monitors.segments import plain_segments


def counted(line: str) -> dict[str, float]:
    return {measure.name: measure.value for unit in units(plain_segments(line)) for measure in weekly(unit)}


@pytest.mark.parametrize(
    "line",
    [
        "Hours open to the public for in-person visits shall not exceed eight (8) in any week.",
        "In-person visits are limited to 8 hours per week.",
    ],
)
def test_a_cap_on_hours_in_person(line: str) -> None:
    assert counted(line) == {"inperson_hours_per_week_cap": 8.0}


def test_days_of_a_nurse_are_no_visiting_days() -> None:
    assert counted("She visits three days a week.") == {}
    assert counted("Visits are held three days a week.") == {"visit_days_per_week": 3.0}


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Visiting takes place on Saturdays and Sundays, on all four weekends of the month.", 4.0),
        ("Visiting takes place on Saturdays and Sundays, on two weekends of the month, the first and the third.", 2.0),
        ("Visiting takes place on Saturdays and Sundays.", 4.0),
    ],
)
def test_how_many_weekends_is_said_behind_their_days(line: str, count: float) -> None:
    (unit,) = units(plain_segments(line))
    assert [measure.value for measure in weekends(unit, ())] == [count]
