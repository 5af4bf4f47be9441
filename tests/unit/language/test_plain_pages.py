"""The pages of benchmarks/plain_pages.py are whole: each edit names a rule, each page is judged in every way."""

from __future__ import annotations

import pytest

from benchmarks.plain_pages import HALVES, Page, as_html, cases, judged, pages

PAGES = [pytest.param(page, id=f"{half}-{page.name}") for half in HALVES for page in pages(half)]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_every_rule_in_two_wordings(page: Page) -> None:
    names = [name for section in page.sections for name in section.rules]
    assert len(names) == len(set(names)) and {edit.rule for edit in page.edits} <= set(names)
    assert sorted(page.order) == list(range(len(page.sections)))
    assert all(len(said) == 2 and said[0] != said[1] for section in page.sections for said in section.rules.values())


@pytest.mark.parametrize("page", PAGES)
def test_every_edit_is_tried_in_four_ways(page: Page) -> None:
    found = list(cases(page))
    assert all(case.before != case.after for case in found)
    assert sum("one edit" in case.way for case in found) == 4 * len(page.edits)
    assert sum(case.way == "rewritten" for case in found) == 2


def test_what_is_told_is_judged_by_what_was_asked_for() -> None:
    case = next(case for case in cases(pages("in_view")[0]) if case.way == "rewritten")
    assert (judged(case, "silent"), judged(case, "neutral")) == ("right", "alarm")


def test_lines_of_a_table_become_rows() -> None:
    text = as_html("A | B", [("Hours", ["A Pod | Monday", "B Pod | Friday", "Be early."])])
    assert text.count("<table>") == 1 and text.count("<tr>") == 2 and "<p>Be early.</p>" in text
