"""Figures of a line as they compare across wordings."""

from __future__ import annotations

import pytest

from monitors.language.words.amounts import amounts
from monitors.language.words.wording import canonical


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 - 7 days ahead", [2, 7]),
        ("from two days to a week in advance", [2, 7]),
        ("the day before the visit", [1]),
        ("between 12 hours and 14 days before", [0.5, 14]),
    ],
)
def test_spans_of_time_in_days(text: str, days: list[float]) -> None:
    assert [one.value for one in amounts(canonical(text)) if one.kind == "time"] == days


def test_one_or_two_people_are_counts() -> None:
    assert [(one.kind, one.value) for one in amounts(canonical("one or two adults"))] == [("count", 1), ("count", 2)]


def test_how_often_a_list_may_change_is_no_count() -> None:
    assert [one.kind for one in amounts(canonical("The list is changed once every 90 days."))] == ["time"]
