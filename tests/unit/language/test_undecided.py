"""Lines on visits that decide nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from monitors.records import Direction
from tests.unit.language.reading import whole_reading

PAGE = "Jail news\nThe jail holds 300 people.\n{}\nThe visiting room is on the first floor."
BARE = PAGE.replace("{}\n", "")
LINES = [
    ("The sheriff denied that he plans to end in-person visits.", "R8 a denial"),
    ("Rumors spread last week that contact visits would be banned.", "R8 hearsay"),
    ("In 2015 the board had voted to end in-person visits.", "R1 long ago"),
    ("If elected, Jones would bring back in-person visits.", "R8 an opinion"),
    ("Commissioners are still debating whether to bring back contact visits.", "R8 nothing decided yet"),
    ("Several counties elsewhere have brought back in-person visits.", "R1 visits elsewhere"),
]


@pytest.mark.parametrize(("line", "why"), LINES)
def test_they_tell_nothing_and_say_why(line: str, why: str) -> None:
    for sides in ((BARE, PAGE.format(line)), (PAGE.format(line), BARE)):
        found = whole_reading(*sides)
        assert not found.relevant
    assert why in whole_reading(BARE, PAGE.format(line)).why


def test_one_in_the_place_of_another_tells_nothing() -> None:
    for (first, _), (second, _) in pairwise(LINES):
        assert not whole_reading(PAGE.format(first), PAGE.format(second)).relevant


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("", "The sheriff plans to end in-person visits in May.", Direction.RESTRICTIVE),
        (
            "A decision on in-person visits has been put off.",
            "The board voted 4-1 to end in-person visits.",
            Direction.RESTRICTIVE,
        ),
        ("", "The vendor said it will no longer require jails to end in-person visits.", Direction.RESTORATIVE),
    ],
)
def test_acts_and_what_became_of_a_matter_are_told(before: str, after: str, direction: Direction) -> None:
    found = whole_reading(PAGE.format(before) if before else BARE, PAGE.format(after))
    assert (found.relevant, found.direction) == (True, direction)
