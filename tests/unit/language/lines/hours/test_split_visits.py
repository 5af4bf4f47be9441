"""A visit that may be taken in several pieces now."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.language.reading import whole_reading

PAGE = "Each person held here has thirty minutes of visiting in a week.\n"
WHOLE = "It is taken in one piece, on Tuesday or Friday, between 2 and 5 p.m."


def read(new: str, old: str = WHOLE) -> Reading:
    return whole_reading(f"{PAGE}{old}", f"{PAGE}{new}", title="Alder County Jail - visiting")


@pytest.mark.parametrize(
    "new",
    [
        "It is taken in one piece or, if the family likes that better, in two pieces of fifteen minutes, on Tuesday or Friday, between 2 and 5 p.m.",
        "It may be taken in a single visit or in two visits of 15 minutes, on Tuesday or Friday, between 2 and 5 p.m.",
    ],
)
def test_a_choice_to_split_is_neutral(new: str) -> None:
    found = read(new)
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)
    assert found.topics == (Topic.DURATION_FREQUENCY,)


@pytest.mark.parametrize(
    "new",
    [
        "It is taken in one piece or in two pieces of ten minutes, on Tuesday or Friday, between 2 and 5 p.m.",  # shorter
        "It is taken in one piece or in two pieces of fifteen minutes, on Tuesday, between 2 and 5 p.m.",  # a day less
        "It must be taken in one piece or, for lack of room, in two pieces, on Tuesday or Friday, between 2 and 5 p.m.",
    ],
)
def test_pieces_that_come_to_less_are_left_to_others(new: str) -> None:
    assert "D9-split: split by choice" not in read(new).why


def test_a_loss_beside_it_is_told() -> None:
    new = "It is taken in one piece or in two pieces of fifteen minutes, on Tuesday or Friday, between 2 and 5 p.m."
    found = read(f"{new}\nIn-person visits of children have ended.", f"{WHOLE}\nChildren may come, too.")
    assert found.direction is Direction.RESTRICTIVE
