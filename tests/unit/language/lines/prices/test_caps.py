"""A most for the price of video visits, set or proposed by those who regulate it."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

WAS = "Staff gathered price sheets for video visits from nine providers."
CAPS = [
    "It would bring video visits under the order and would hold every provider to 14 cents a minute at most.",
    "No provider may charge more than 16 cents a minute for a video visit.",
    "The order caps the price of video visits at $0.15 a minute.",
]


@pytest.mark.parametrize("cap", CAPS)
def test_a_most_for_the_price_is_a_gain_and_a_proposed_one_less_grave(cap: str) -> None:
    found = whole_reading(WAS, f"{WAS}\n{cap}", title="Docket 23-0417", kind="news")
    assert found.direction is Direction.RESTORATIVE
    assert "D8-cap" in rules(found)
    assert found.severity is (Severity.MINOR if "would" in cap else Severity.MAJOR)


def test_a_cap_that_stood_is_undone_or_is_a_jails_own_price_is_none() -> None:
    for was, now, kind in (
        (f"{WAS}\n{CAPS[1]}", f"{WAS}\n{CAPS[2]}", "news"),
        (WAS, f"{WAS}\nThe board repealed the rule that caps the price of video visits at $0.15 a minute.", "news"),
        (WAS, f"{WAS}\nYou will be charged up to $5 for a video visit.", "jail"),
    ):
        assert "D8-cap" not in rules(whole_reading(was, now, title="Docket 23-0417", kind=kind))
