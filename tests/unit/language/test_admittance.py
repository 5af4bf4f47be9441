"""How a class of people is let in."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import reading, rules

PAGE = "Visits last one hour.\n{}\nVisitors sign the book."


def told(before: str, after: str) -> tuple[bool, Direction | None]:
    found = reading(PAGE.format(before), PAGE.format(after), title="Visitor approval", kind="doc")
    return "P-admittance" in rules(found), found.direction if found.relevant else None


@pytest.mark.parametrize(
    ("easier", "harder"),
    [
        (
            "Applicants who owe restitution will be considered case by case.",
            "Applicants who owe restitution will not be approved.",
        ),
        ("Persons on probation may visit with the consent of the officer.", "Persons on probation may not visit."),
        ("Former employees may visit.", "Former employees need the written approval of the warden."),
        ("Co-defendants may be approved.", "Co-defendants are excluded."),
        ("Volunteers are welcome.", "Volunteers are not allowed to visit."),
    ],
)
def test_a_class_that_is_let_in_otherwise_is_told(easier: str, harder: str) -> None:
    assert told(easier, harder) == (True, Direction.RESTRICTIVE)
    assert told(harder, easier) == (True, Direction.RESTORATIVE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Persons on probation may not visit.", "Persons on probation are excluded."),
        ("Visitors who arrive late will not be admitted.", "Visitors who arrive late may be considered."),
        ("Former employees may visit.", "Current employees may not visit."),
        ("Visitors in shorts will not be admitted.", "Visitors in shorts may be admitted with permission."),
    ],
)
def test_other_lines_are_not_told_by_it(before: str, after: str) -> None:
    assert not told(before, after)[0]
