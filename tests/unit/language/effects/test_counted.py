"""Days and hours a week of changed timetable lines, counted with the lines that they lean on."""

import pytest

from monitors.language.effects.counted import counted_facts
from monitors.language.pages.align import align
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments

DAYS, HOURS = "visit_days_per_week", "schedule_hours_per_week"


def counted(before: str, after: str) -> dict[str, tuple[object, object]] | None:
    old, new = units(plain_segments(before)), units(plain_segments(after))
    found = counted_facts(Scene(old, new, "county jail visiting", "jail"), align(old, new))
    return None if found is None else {fact.name: (fact.before, fact.after) for fact in found}


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("{}", "Visits: Saturday and Sunday, 9 to 3.", "Visits: Saturday, 9 to 3.", {DAYS: (2, 1)}),
        ("{}", "Visits: Monday to Friday, 5-9.", "Visits: weekdays between five and nine.", {}),
        (
            "Visiting hours\nWednesday 1-4\n{}\nSunday 1-4",
            "Friday 1-4",
            "Friday 1-7",
            {HOURS: (9, 12)},
        ),
        (
            "Visits are Monday through Thursday.\n{}",
            "Check the time: 6 p.m. to 8:30 p.m.",
            "Check the time: 5 p.m. to 8:30 p.m.",
            {HOURS: (10, 14)},
        ),
        (
            "Technicians come each Tuesday.\n{}",
            "Visits run from 8 a.m. until 8 p.m.",
            "Visits run from 8 a.m. until 6 p.m.",
            {HOURS: (84, 70)},
        ),
        (
            "{}\nThe hours are 10 to 4.",
            "People may visit on Sunday.",
            "People may visit on Saturday and Sunday.",
            {DAYS: (1, 2)},
        ),
        ("{}", "Visits: not on Mondays.", "Visits: on Mondays too.", {DAYS: (6, 7)}),
        (
            "Unit | Mon | Tue | Fri\n{}\nSouth | 1-3 | - | 1-3",
            "North | 8-10 | 1-3 | -",
            "North | 8-10 | 1-3 | 1-3",
            {DAYS: (2, 3)},
        ),
        (
            "Letters | Day | Time\nA-H | Monday | 8-11:30\nI-Q | Tuesday | 8-11:30\nAny letter | Saturday | 1-4\n{}",
            "",
            "Any letter | Sunday | 1-4",
            {DAYS: (2, 3)},
        ),
        (
            "Visiting: Saturday and Sunday\n8:00 AM - 10:45 AM\n{}\nBring your ID.",
            "1:00 PM - 3:15 PM",
            "1:00 PM - 2:15 PM",
            {HOURS: (10, 8)},
        ),
        ("{}", "Visits: every other Saturday, 1 to 4.", "Visits: every other Saturday, 1 to 3.", {}),
    ],
)
def test_what_changed_lines_come_to(page: str, old: str, new: str, expected: dict[str, tuple[float, float]]) -> None:
    assert counted(page.format(old), page.format(new)) == expected


def test_a_row_that_came_counts_with_the_list_it_came_to() -> None:
    page = "Visiting hours\nWednesday 9-11\nFriday 9-11"
    assert counted(page, f"{page}\nSunday 1-5") == {DAYS: (2, 3)}
    assert counted(f"{page}\nSunday 1-5", page) == {DAYS: (3, 2)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Bookings are taken on Mondays between 9 and 12.", "Bookings are taken on Mondays between 9 and 10."),
        ("Attorneys: Monday 9 to 12.", "Attorneys: Monday 9 to 10."),
        ("From 2 to 17 a child needs a parent.", "From 2 to 13 a child needs a parent."),
        ("Bring a card.", "Bring a card with a picture."),
    ],
)
def test_hours_of_something_else_are_not_counted(old: str, new: str) -> None:
    assert not counted(old, new)


def test_desk_hours_do_not_count_beside_those_of_visits() -> None:
    before = "Visits are Sunday 1-5.\nThe records desk is open Monday 9-5."
    after = "Visits are Sunday 1-3.\nThe records desk is open Monday 9-1."
    assert counted(before, after) == {HOURS: (4, 2)}
