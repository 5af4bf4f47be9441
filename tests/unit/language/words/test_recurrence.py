"""In which weeks of a month a line of visiting days is meant."""

from __future__ import annotations

import pytest

from monitors.language.words.recurrence import Recurring, recurring
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("text", "times", "which"),
    [
        ("Visits are every Sunday.", 4, ()),
        ("Visits are every other Sunday.", 2, ()),
        ("Visits are on alternating Sundays.", 2, ()),
        ("Visits are held every two weeks on Sunday.", 2, ()),
        ("Visits are on the 1st and 3rd Sunday of each month.", 2, ("first", "third")),
        ("Visits are on the last Sunday of the month.", 1, ("last",)),
        ("Visits are held once a month on Sunday.", 1, ()),
        ("We have no visits on Monday; every other day we are open.", 4, ()),
    ],
)
def test_in_how_many_weeks_of_a_month(text: str, times: float, which: tuple[str, ...]) -> None:
    assert recurring(canonical(text))[0] == Recurring(float(times), frozenset(which))


def test_a_first_sunday_without_a_month_may_be_one_day() -> None:
    assert recurring(canonical("Visits begin on the first Sunday."))[0] is None
