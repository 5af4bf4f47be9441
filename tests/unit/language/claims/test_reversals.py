"""Lines that a turning word turns, or seems to turn, on a page of visiting rules."""

from __future__ import annotations

import pytest

from monitors.language.claims.clauses import turns
from monitors.language.judge import read_by_rules
from monitors.records import Direction
from monitors.segments import plain_segments

_PAGE = "Visiting the Lake County Jail\nVisits last 30 minutes.\n{line}\nBring a jacket."


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("Cap on visits: 2 per week", "Cap on visits: lifted", Direction.RESTORATIVE),
        ("Cap on visits: none", "Cap on visits: 2 per week", Direction.RESTRICTIVE),
        ("", "The limit of two visits a week has been done away with.", Direction.RESTORATIVE),
        ("", "A small jail is exempt from the requirement to offer in-person visits.", Direction.RESTRICTIVE),
    ],
)
def test_a_cap_that_is_lifted_and_a_duty_let_off_are_told(old: str, new: str, direction: Direction) -> None:
    pages = [plain_segments(_PAGE.format(line=line)) for line in (old, new)]
    found = read_by_rules(*pages, title="Visiting the jail", kind="jail")
    assert found.relevant
    assert found.direction is direction


def test_no_exception_turns_nothing() -> None:
    assert turns("this jail is no exception") == []
    assert turns("visits are by appointment, no exceptions") == []


def test_what_a_notice_waives_of_immunity_tells_nothing() -> None:
    line = "Nothing in this notice shall be construed to waive the county's immunity."
    found = read_by_rules(*(plain_segments(_PAGE.format(line=each)) for each in ("", line)), kind="jail")
    assert not found.relevant
