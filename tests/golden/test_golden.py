"""Golden cases: two captures beside what the text layer makes of them.

A case is a folder with before.*, after.*, optional sibling_before.* and sibling_after.*, and expected.toml: grade and
the passages in order (moved ones are not told). What the reading should make of it may stand there too: relevant,
direction.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from monitors.diff import compare
from monitors.extract import extract
from monitors.furniture import Furniture, learn
from monitors.language.judge import read
from monitors.records import PassageKind, Segment

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.toml"))


def capture(case: Path, name: str) -> tuple[Segment, ...] | None:
    path = next(case.glob(f"{name}.*"), None)
    return extract(path.read_bytes(), "", "https://county.example/page").segments if path else None


def furniture(case: Path, name: str) -> Furniture | None:
    found = capture(case, name)
    return learn([found]) if found is not None else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    expected = tomllib.loads((case / "expected.toml").read_text())
    before, after = capture(case, "before"), capture(case, "after")
    assert before is not None
    assert after is not None
    comparison = compare(
        before,
        after,
        furniture_before=furniture(case, "sibling_before"),
        furniture_after=furniture(case, "sibling_after"),
    )
    told = [
        {"kind": p.kind, "grade": p.grade, "heading": list(p.heading), "before": p.before, "after": p.after}
        for p in comparison.passages
        if p.kind is not PassageKind.MOVED
    ]
    assert told == expected["passage"]
    assert comparison.grade == expected["grade"]
    if "relevant" in expected:
        reading = read(before, after, comparison.passages)
        assert (reading.relevant, reading.direction) == (expected["relevant"], expected.get("direction", "neutral"))
