"""Clauses and exhibits under new numbers say the same; a figure that moves with them is told."""

from __future__ import annotations

import pytest

from monitors.language.pages.renumbered import renumbered
from monitors.segments import plain_segments
from tests.unit.language.reading import facts, whole_reading

OLD = """Article 3. Commissary
3.1 The Vendor sells goods at the prices of Exhibit B.

Article 4. Visits
4.1 Screens are offered beside visits at the glass and in no case in their place.
4.2 The first remote visit of a week is free; each further one costs $5.00 as listed in Exhibit C.
4.3 Section 4.1 stays in force whatever becomes of Section 4.2.
"""
MOVED = [("Article 4", "Article 5"), ("4.1", "5.1"), ("4.2", "5.2"), ("4.3", "5.3"), ("Exhibit C", "Exhibit D")]
DATA = "\n\nArticle 4. Records\n4.1 The Vendor keeps its logs for 90 days.\n4.2 Logs are as set out in Exhibit C.\n"


def moved() -> str:
    shop, visits = OLD.split("\n\n")
    for was, now in MOVED:
        visits = visits.replace(was, now)
    return f"{shop}{DATA}\n{visits}"


def put(before: str, after: str, kind: str = "contract") -> tuple[list[str], list[str]]:
    old, new = renumbered(plain_segments(before), plain_segments(after), kind)
    return [one.text for one in old], [one.text for one in new]


def test_a_new_article_moves_numbers_and_references_and_tells_nothing() -> None:
    old, new = put(OLD, moved())
    assert set(old) <= set(new)
    for sides in ((OLD, moved()), (moved(), OLD)):
        assert not whole_reading(*sides, title="Agreement on inmate communications", kind="contract").relevant


def test_a_figure_in_a_renumbered_clause_is_told_by_itself() -> None:
    found = whole_reading(OLD, moved().replace("$5.00", "$7.00"), title="Agreement", kind="contract")
    assert facts(found) == {"video_fee_usd": (5.0, 7.0)}


def test_a_clause_that_goes_is_told() -> None:
    guard = "5.1 Screens are offered beside visits at the glass and in no case in their place.\n"
    assert whole_reading(OLD, moved().replace(guard, ""), title="Agreement", kind="contract").relevant


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Prices are those of Exhibit A.", "Prices are those of Exhibit B.", "contract"),  # nothing was renumbered
        ("Section A is visited on Monday.", "Section B is visited on Monday.", "jail"),  # of a house
        ("7.50 Per visit", "9.50 Per visit", "jail"),
        ("9.30 Men\n10.30 Women", "8.30 Men\n10.30 Women", "jail"),
    ],
)
def test_labels_and_figures_that_may_mean_more_stay(before: str, after: str, kind: str) -> None:
    assert put(before, after, kind) == (before.split("\n"), after.split("\n"))


def test_a_clause_is_one_of_a_row_on_either_page() -> None:
    old, new = put("4.1 Visits are free.\n\n4.2 The bonus is paid by month.", "4.1 Visits are free.\n\n4.2 [Struck.]")
    assert old[0] == new[0] == "Visits are free."


def test_a_clause_referred_to_is_no_age() -> None:
    less = "The Vendor may withhold visits fees from any sum due under 2.01."
    assert "min_age" not in facts(whole_reading(f"{OLD}\n{less}", OLD, title="Agreement", kind="contract"))
