"""Who must come with a child."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import reading, rules

PAGE = "Visits last one hour.\n{}\nVisitors show a photo ID."


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("Minors must be accompanied by a parent.", "Minors must be accompanied by an approved adult."),
        (
            "Children under 16 shall visit with a legal guardian.",
            "Children under 16 shall visit with any adult visitor.",
        ),
        (
            "Minors are to be escorted by a parent or guardian.",
            "Minors are to be escorted by an immediate family member.",
        ),
        (
            "A child must be accompanied by a parent or guardian.",
            "A child must be accompanied by a parent, a guardian or another approved adult.",
        ),
    ],
)
def test_a_wider_circle_is_a_gain_and_a_narrower_one_a_loss(narrow: str, wide: str) -> None:
    for sides, direction in (((narrow, wide), Direction.RESTORATIVE), ((wide, narrow), Direction.RESTRICTIVE)):
        found = reading(*(PAGE.format(text) for text in sides))
        assert rules(found) == {"P-companion"}
        assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (Topic.ELIGIBILITY,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Minors must be accompanied by a parent or guardian.", "Minors shall be accompanied by a guardian or parent."),
        ("Children under 16 must be accompanied by a parent.", "Children under 18 must be accompanied by an adult."),
        ("New officers are accompanied by a sergeant.", "New officers are accompanied by an adult."),
    ],
)
def test_the_same_circle_or_another_term_is_not_told_by_it(before: str, after: str) -> None:
    assert "P-companion" not in rules(reading(PAGE.format(before), PAGE.format(after)))
