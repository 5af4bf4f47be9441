"""A list of relatives who may visit that grew, or lost some, by the names it holds."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import rules, whole_reading

FEW = "Immediate family: spouse, parent, child, brother and sister, including step and half relations."
MORE = "Immediate family: spouse, parent, grandparent, child, brother, sister, aunt, uncle and first cousin."


def test_more_relatives_are_a_gain_and_fewer_a_loss() -> None:
    for sides, direction in (((FEW, MORE), Direction.RESTORATIVE), ((MORE, FEW), Direction.RESTRICTIVE)):
        found = whole_reading(*sides, title="Policy 500.02: visiting, definitions", kind="doc")
        assert rules(found) == {"P-kin-list"} and found.direction is direction
        assert (found.severity, found.topics) == (Severity.MAJOR, (Topic.ELIGIBILITY,))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            FEW,
            "Immediate family: husband or wife, mother, father, son, daughter and siblings.",
        ),  # the same by other names
        (FEW, "Immediate family: spouse, parent, child and cousin."),  # one went, one came
        (FEW, MORE.replace("Immediate family:", "These may not visit:")),
        ("Parents and children may visit.", "Parents, children and aunts may visit."),  # no list
    ],
)
def test_what_is_no_list_that_grew(before: str, after: str) -> None:
    assert "P-kin-list" not in rules(whole_reading(before, after))


def test_relatives_on_another_page_are_none_of_ours() -> None:
    assert "P-kin-list" not in rules(whole_reading(FEW, MORE, title="Leave policy for staff", kind="news"))
