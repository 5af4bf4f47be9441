"""Two things in one line that traded what is said of them are a gain for one and a loss for the other."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading


@pytest.mark.parametrize("kind", ["jail", "contract"])
@pytest.mark.parametrize(
    ("old", "new", "topic"),
    [
        (
            "Lobby visits shall be free and home visits shall be charged to the visitor.",
            "Home visits shall be free and lobby visits shall be charged to the visitor.",
            Topic.FEES,
        ),
        (
            "Video visits cost $5; contact visits are free.",
            "Contact visits cost $5; video visits are free.",
            Topic.FEES,
        ),
        (
            "Adults may visit and children may not visit.",
            "Children may visit, and adults may not visit.",
            Topic.ELIGIBILITY,
        ),
    ],
)
def test_what_traded_places_is_told_both_ways(old: str, new: str, topic: Topic, kind: str) -> None:
    found = whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}", kind=kind)
    assert (found.direction, found.severity, topic in found.topics) == (Direction.MIXED, Severity.MAJOR, True)
    assert rules(found) == {"P-swapped"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Home visits are charged and lobby visits are free.", "Lobby visits are free, and home visits are charged."),
        ("Copies cost $1 and maps are free for visitors.", "Maps cost $1 and copies are free for visitors."),
    ],
)
def test_the_same_in_another_order_and_other_things_are_not(old: str, new: str) -> None:
    assert "P-swapped" not in rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))
