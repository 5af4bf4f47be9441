"""A free visit in each week or month that went, or came, where every visit is billed."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = "What does it cost?\nEach visit from home is $6.50 for 25 minutes.\n"


def read(old: str, new: str) -> Reading:
    return whole_reading(f"{PAGE}{old}", f"{PAGE}{new}", title="Home visits - Alder County Jail")


@pytest.mark.parametrize(
    ("free", "billed"),
    [
        (
            "Every person in custody also gets one home visit a week that costs nothing; the system takes the free one first.",
            "The system bills every visit, beginning with the first one in the week.",
        ),
        ("One home visit a week is free.", "Every home visit is billed."),
        ("The first home visit each week is free of charge.", "All home visits must be paid for, including the first."),
        ("Each person has one free home visit a week.", "There are no free home visits."),
    ],
)
def test_a_free_visit_that_went_is_a_loss_and_back_a_gain(free: str, billed: str) -> None:
    lost, won = read(free, billed), read(billed, free)
    assert (lost.direction, won.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert (lost.severity, won.severity) == (Severity.MAJOR, Severity.MAJOR)
    assert facts(lost)["free_remote_visits_per_week"] == (1.0, 0.0)
    assert facts(won)["free_remote_visits_per_week"] == (0.0, 1.0)
    assert Topic.DURATION_FREQUENCY not in lost.topics


@pytest.mark.parametrize(
    "new",
    [
        "The system bills every visit after the first one in the week.",
        "The system takes the free one first and bills every other visit.",
    ],
)
def test_a_bill_that_leaves_the_first_one_out_takes_nothing(new: str) -> None:
    found = read("One home visit a week is free.", new)
    assert facts(found).get("free_remote_visits_per_week") != (1.0, 0.0)


def test_a_free_visit_that_another_line_still_gives_did_not_go() -> None:
    kept = "The first home visit each week is free of charge."
    found = read(f"{kept}\nOne home visit a week is free.", f"{kept}\nThe system bills every visit that you book.")
    assert "Q-free_remote_visits_per_week" not in rules(found)


def test_lawyers_visits_are_others() -> None:
    found = read("One home visit a week is free.", "Every visit by lawyers is billed.")
    assert not any(
        "free remote visits per week: 1 -> 0" in reason and "every visit by" in reason for reason in found.why
    )
