"""Tablets that went, or came back: another channel than visits."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

_PAGE = "Tablets and education\nEach pod has a rack of tablets. {}\nLessons are on Friday."


@pytest.mark.parametrize(
    "told",
    [
        "The tablets have been taken out of every pod and the program has ended.",
        "The tablet program has ended.",
        "The tablets were called in at the end of last month.",
        "The tablets have been gathered up and sent back to the company.",
    ],
)
def test_tablets_that_went_are_a_minor_loss(told: str) -> None:
    found = whole_reading(_PAGE.format("They go back at ten."), _PAGE.format(told), title="Jail: tablets")
    assert (found.direction, found.severity, found.topics) == (Direction.RESTRICTIVE, Severity.MINOR, (Topic.TABLETS,))
    back = whole_reading(_PAGE.format(told), _PAGE.format("The tablets are back."), title="Jail: tablets")
    assert (back.direction, back.severity) == (Direction.RESTORATIVE, Severity.MINOR)


def test_tablets_that_are_collected_each_night_stay() -> None:
    told = _PAGE.format("Tablets are collected before lights out.")
    found = whole_reading(_PAGE.format("They go back at ten."), told, title="Jail: tablets")
    assert "P-turn-tablets" not in rules(found)
