"""A timetable with one row for each day is counted as a whole."""

from __future__ import annotations

import pytest

from monitors.records import Severity
from tests.unit.language.reading import facts, whole_reading

WHO = (
    "| Day | Who | From | To |\n|---|---|---|---|\n| Monday | no visits | | |\n"
    "| Tuesday | last names A-K | 9 am | 11 am |\n| Wednesday | last names L-Z | 9 am | 11 am |\n"
    "| Thursday | no visits | | |\n| Saturday | everybody | 1 pm | 4 pm |\n| Sunday | {} |\n"
)
GROUPS = (
    "Day | Men | Women\nMonday | no visits | no visits\nTuesday | 6 pm - 8 pm | no visits\n"
    "Wednesday | no visits | 6 pm - 8 pm\nThursday | {} | no visits\nSaturday | 9 am - noon | 1 pm - 4 pm\n"
)
PARTS = (
    "Day | Morning | Afternoon\nTuesday | — | 1300–1500\nWednesday | {} | 1300–1500\n"
    "Friday | — | 1300–1500\nSaturday | 0830–1030 | —\n"
)


@pytest.mark.parametrize(
    ("table", "was", "now", "expected"),
    [
        (WHO, "everybody | 1 pm | 4 pm", "no visits | | ", ("visit_days_per_week", 4.0, 3.0)),
        (WHO, "no visits | | ", "everybody | 1 pm | 4 pm", ("visit_days_per_week", 3.0, 4.0)),
        (WHO, "everybody | 1 pm | 4 pm", "everybody | 1 pm | 2 pm", ("schedule_hours_per_week", 10.0, 8.0)),
        (GROUPS, "6 pm - 8 pm", "no visits", ("visit_days_per_week", 3.0, 2.0)),
        (PARTS, "—", "0830–1030", ("schedule_hours_per_week", 8.0, 10.0)),
    ],
)
def test_days_and_hours_are_counted_over_all_rows(
    table: str, was: str, now: str, expected: tuple[str, float, float]
) -> None:
    intro, end = "Visits are in the booths on the first floor.\n\n", "\nBring photo ID.\n"
    found = whole_reading(intro + table.format(was) + end, intro + table.format(now) + end)
    assert [(fact.name, fact.before, fact.after) for fact in found.facts] == [expected]


def test_a_table_without_a_row_of_names_has_no_groups() -> None:
    table = "Friday | 9-11 | 1-3\nSaturday | 9-11 | {}"
    found = whole_reading(table.format("1-3"), table.format("none"))
    assert facts(found) == {"schedule_hours_per_week": (8.0, 6.0)} and found.severity is Severity.MAJOR


def test_a_row_that_goes_is_a_day_that_goes() -> None:
    table = "Day | First call | Last call\nTuesday | 5:00 p.m. | 8:30 p.m.\nThursday | 5:00 p.m. | 8:30 p.m.\n"
    lost = "Saturday | 9:00 a.m. | 12:30 p.m.\n"
    page = "Visiting hall\n\n{}\nFamilies may come on each day that is listed.\n"
    found = whole_reading(page.format(table + lost), page.format(table))
    assert facts(found) == {"visit_days_per_week": (3.0, 2.0)} and found.severity is Severity.MAJOR


def test_rows_of_several_groups_on_one_day_are_no_such_table() -> None:
    table = "Day | Unit | Time\nSaturday | A | 9 am - 11 am\nSaturday | B | {}\nSunday | A | 9 am - 11 am\n"
    page = "Visits by unit.\n\n{}\nBring photo ID.\n"
    found = whole_reading(page.format(table.format("1 pm - 3 pm")), page.format(table.format("1 pm - 2 pm")))
    assert "visit_days_per_week" not in facts(found)
