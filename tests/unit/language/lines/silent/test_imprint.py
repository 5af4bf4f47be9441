"""A document's own dates, numbers and signers are no change of its terms, and hide none."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import PAGE
from tests.unit.language.reading import reading_of_page as reading


@pytest.mark.parametrize(
    "line",
    [
        "Effective date: January 1, 2026",
        "Effective: 01/01/2026",
        "Policy effective March 1, 2026",
        "Last revised: March 3, 2026",
        "Next review date: March 2027",
        "Issued 2 May 2026",
        "Approved by: Sheriff J. Doe",
        "Approved by the Undersheriff 3/9/14; retyped from a scan",
        "Policy No. 503.2",
        "Directive number: 14-07 (Rev. 3)",
        "Supersedes: Policy 12.3 dated January 1, 2020",
        "Version 4.1 (March 2026)",
        "Page 3 of 12",
    ],
)
def test_an_imprint_line_tells_nothing(line: str) -> None:
    assert not reading(PAGE, f"{line}\n{PAGE}").relevant
    assert not reading(f"{PAGE}\n{line}", PAGE).relevant


def test_a_date_that_moves_tells_nothing() -> None:
    old, new = "Effective date: January 1, 2026", "Effective date: March 1, 2026"
    assert not reading(f"{old}\n{PAGE}", f"{new}\n{PAGE}").relevant


@pytest.mark.parametrize(
    "line",
    [
        "Effective January 1, 2026, in-person visits are suspended.",
        "Effective date of the visiting ban: January 1, 2026. In-person visits end that day.",
    ],
)
def test_a_date_beside_a_rule_hides_nothing(line: str) -> None:
    found = reading(PAGE, f"{PAGE}\n{line}")
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)


def test_an_imprint_line_beside_a_change_leaves_it() -> None:
    found = reading(f"Revised: 1/1/2025\n{PAGE}", f"Revised: 2/1/2026\n{PAGE.replace('costs $9', 'costs $12')}")
    assert (found.relevant, found.direction) == (True, Direction.RESTRICTIVE)
