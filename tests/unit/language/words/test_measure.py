"""Figures in canonical lines: a span of time told twice."""

from __future__ import annotations

import pytest

from monitors.language.words.measure import told_once


@pytest.mark.parametrize(
    ("told", "once"),
    [
        ("as late as 1 day (24 hours) before", "as late as 1 day before"),
        ("48 hours (2 days) ahead", "48 hours ahead"),
        ("1 day (36 hours) before", "1 day (36 hours) before"),  # which of them holds nobody can say
        ("1 day (or 24 hours) before", "1 day (or 24 hours) before"),
    ],
)
def test_the_same_span_in_brackets_is_told_once(told: str, once: str) -> None:
    assert told_once(told) == once
