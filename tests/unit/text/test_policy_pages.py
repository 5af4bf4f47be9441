"""The benchmark over invented pages as a gate: nothing missed, at most one false alarm with a sibling."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.policy_pages import generator, segments, with_sibling, without_sibling

PAGES = generator(Path(__file__).parents[3] / "benchmarks" / "pages" / "policy_pages.py")


@pytest.mark.parametrize("page", PAGES.PAGES, ids=lambda page: page.key)
def test_every_statement_is_among_the_segments(page: object) -> None:
    text = "\n".join(segment.text for segment in segments(PAGES.render(page)))
    assert [s.before for s in page.statements if not PAGES.has(text, s)] == []  # type: ignore[attr-defined]


def test_no_statement_is_missed_and_furniture_stays_quiet() -> None:
    score = PAGES.score_alerts(with_sibling)
    assert score["miss"] == []
    assert len(score["false"]) <= 1


def test_no_statement_is_missed_without_a_sibling() -> None:
    assert PAGES.score_alerts(without_sibling)["miss"] == []
