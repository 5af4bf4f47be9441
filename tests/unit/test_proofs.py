"""The tables that name a test for each bad input, fault and requirement: nothing is missing, every test exists."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = {"bad-inputs.md": 110, "faults.md": 42, "security.md": 0}
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def rows(page: str) -> dict[str, str]:
    """The lines of the page's tables by their number or name; a line whose first cell is "#" is a heading."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| (?:F?\d|\d)", line)]
    return {line.split("|")[1].strip(): line for line in lines}


@cache
def known_in(path: str) -> frozenset[str]:
    file = ROOT / "tests" / path
    if not file.exists():
        return frozenset()
    return frozenset(re.findall(r"^(?:async )?def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_table_names_exists(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = NAMED.findall(text)
    assert [f"{path}::{name}" for path, name in named if name not in known_in(path)] == []
    assert len(named) > 20


@pytest.mark.parametrize(("page", "count"), [(page, count) for page, count in PAGES.items() if count])
def test_every_number_has_its_line_and_a_test_or_a_reason(page: str, count: int) -> None:
    found = rows(page)
    prefix = "F" if page == "faults.md" else ""
    assert list(found) == [f"{prefix}{number}" for number in range(1, count + 1)]
    bare = [
        name
        for name, line in found.items()
        if not NAMED.search(line) and not re.search(r"none: |none here: |see ", line)
    ]
    assert bare == []


def test_a_hundred_bad_inputs_have_a_test() -> None:
    assert sum(bool(NAMED.search(line)) for line in rows("bad-inputs.md").values()) >= 100
