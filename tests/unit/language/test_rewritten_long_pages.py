"""Of long pages rewritten whole each line stands beside its own old wording, and the one that moved is told."""

from __future__ import annotations

import numpy
import pytest

from benchmarks.plain_pages import Case, Page, pages, said, told
from monitors.language.effects.kindred import bonds, matched
from monitors.language.figures.admission import waiting_times
from monitors.language.lines.acts.stops import stops
from monitors.language.pages.sentences import Unit, units
from monitors.language.words.amounts import Amount, amounts
from monitors.language.words.matters import matters
from monitors.language.words.wording import canonical
from monitors.segments import plain_segments

PAGES = {page.name: page for page in pages("long_in_view")}


def unit(text: str) -> Unit:
    return units(plain_segments(text))[0]


def rewritten(page: Page, rule: str, words: str) -> str:
    """What is told of a page rewritten with one edit. words: what the edited line says."""
    edit = next(one for one in page.edits if one.rule == rule and words in one.to[1])
    return said(told(Case(page, "", "", page.worded(False), page.worded(True, edit), ())))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_long_page_in_other_words_tells_nothing(name: str) -> None:
    first, other = PAGES[name].worded(False), PAGES[name].worded(True)
    assert [said(told(Case(PAGES[name], "", "", *way, ()))) for way in ((first, other), (other, first))] == [
        "silent"
    ] * 2


@pytest.mark.parametrize("half", ["later", "long_later"])
def test_what_the_small_encoder_alone_hears_in_one_line_of_such_a_page_is_not_told(half: str) -> None:
    for page in pages(half):
        first, other = page.worded(False), page.worded(True)
        assert [said(told(Case(page, "", "", *way, ()))) for way in ((first, other), (other, first))] == ["silent"] * 2


@pytest.mark.parametrize(
    ("name", "rule", "words", "direction"),
    [
        ("tamarack-jail", "week", "four times", "restorative"),
        ("tamarack-jail", "party", "Counting", "restrictive"),
        ("tamarack-jail", "former", "Were you", "restrictive"),
        ("tamarack-jail", "tb", "Folks", "restrictive"),  # behind the 30th line
        ("quillan-faq", "a4", "No. Twice", "restrictive"),
        ("quillan-faq", "a10", "It holds four", "restrictive"),
        ("quillan-faq", "a13", "To sit down", "restorative"),  # "costs nothing" takes nothing away
        ("quillan-faq", "a19", "You can leave", "silent"),
    ],
)  # fmt: skip
def test_the_one_rule_that_moved_on_a_long_page_is_told(name: str, rule: str, words: str, direction: str) -> None:
    assert rewritten(PAGES[name], rule, words) == direction


def test_lines_are_paired_so_that_all_are_nearest_together() -> None:
    kinship = numpy.array([[0.9, 0.8, 0.0], [0.8, 0.0, 0.1], [0.1, 0.2, 0.7]])
    assert matched(kinship, -0.3) == {0: 1, 1: 0, 2: 2}  # the nearest first leaves 1 beside 1
    assert matched(kinship[:, :2], -0.3) == {0: 1, 1: 0}
    assert matched(kinship[:2], 0.5) == {0: 1, 1: 0}
    assert matched(numpy.array([[0.2, -0.5]]), 0.3) == {}


def test_a_figure_or_a_matter_binds_lines_without_a_common_word() -> None:
    old = [unit("Remote visits cost $4.50 for a session."), unit("A maximum of three visitors is admitted.")]
    new = [unit("Your table has room for five guests."), unit("From your couch that is $4.50.")]
    bound = bonds(old, new)
    assert bound[0, 1] > 0.4
    assert bound[1, 0] > 0.4
    assert bound[0, 0] == 0.0
    figure = [unit("That is $4.50."), unit("That is $6.00.")], [unit("It costs $6.00."), unit("It costs $4.50.")]
    assert numpy.allclose(bonds(*figure), [[0.3, 0.8], [0.8, 0.3]])
    assert numpy.allclose(bonds(*figure, figures=False), 0.3)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plan on three quarters of an hour", [("time", 0.03125)]),
        ("twice within one week", [("count", 2.0)]),
        ("three of you fit at once", [("count", 3.0)]),
        ("Four of these are free.", [("count", 4.0), ("money", 0.0)]),
        ("A year after you got out", [("time", 365.0)]),
        ("Once your sentence has been over for six months", [("time", 180.0)]),
        ("You talk in person, one flight up.", []),
        ("Each inmate gets one 15-minute visit.", [("count", 1.0), ("time", 0.01042)]),
        ("Sitting here costs you nothing.", [("money", 0.0)]),
        ("Pay five dollars.", [("money", 5.0)]),
    ],
)
def test_figures_that_are_one_in_any_wording(text: str, found: list[tuple[str, float]]) -> None:
    assert list(amounts(canonical(text))) == [Amount(*one) for one in found]


def test_what_lines_are_about() -> None:
    assert "persons" in matters(canonical("Up to four people may visit together.")) & matters(
        canonical("Your table has room for four guests.")
    )
    assert matters(canonical("The chapel is open.")) == frozenset()


def test_all_days_but_one() -> None:
    assert "{mon,wed,thu,fri,sat,sun}" in canonical("The room is open on all days but Tuesday.")


def test_what_holds_in_a_lockdown_is_no_stop() -> None:
    assert not stops(unit("Visits are suspended during lockdowns."))
    assert stops(unit("Visits are suspended until further notice."))


def test_how_often_a_list_may_change_is_no_span_of_time() -> None:
    assert not waiting_times(unit("Four times a year the visiting list can be changed."), ("", "", ""))
