"""What reading a page costs grows with its lines, not with their square. Counted, not timed: how often a line is
hashed, which a cache keyed by a whole page does once more for each line that asks it."""

from __future__ import annotations

import pytest

from monitors.language.pages.sentences import Unit
from tests.unit.language.reading import whole_reading


def _page(lines: int, word: str) -> str:
    return "\n".join(
        f"Visitors of unit {number} {word} the desk at Maple Hall before {7 + number % 5}:{number % 60:02} a.m."
        for number in range(lines)
    )


def _hashes(monkeypatch: pytest.MonkeyPatch, lines: int) -> int:
    """How often a line was hashed while two pages of as many lines were read, of which every line changed."""
    counted = 0
    plain = Unit.__hash__

    def counting(unit: Unit) -> int:
        nonlocal counted
        counted += 1
        return plain(unit)

    with monkeypatch.context() as patched:
        patched.setattr(Unit, "__hash__", counting)
        assert whole_reading(_page(lines, "register at"), _page(lines, "must call")).why
    return counted


def test_lines_are_hashed_no_more_often_on_a_longer_page(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (_hashes(monkeypatch, lines) / lines for lines in (60, 240))
    assert many < 1.5 * few
