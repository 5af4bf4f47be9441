"""Alerts over invented policy pages: statements missed, furniture that cried wolf, with a sibling page, without, and
without one where the day of each fetch is known, as it is to a live monitor.

    python -m benchmarks.policy_pages [--gate] [PATH/TO/policy_pages.py]

The page generator is benchmarks/pages/policy_pages.py unless another file of its kind is given. --gate: exit 1 when a
statement was missed, or when more than one edit of furniture was told although a sibling page showed it too or the day
of the fetch was known.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from monitors.diff import compare
from monitors.extract import extract
from monitors.furniture import learn
from monitors.records import Grade, Segment

HERE = Path(__file__).parent
MOST_FALSE = 1  # a visitor's comment that names the lobby speaks of visits, so it is told


def generator(path: Path) -> ModuleType:
    """The page generator in a file."""
    spec = importlib.util.spec_from_file_location("pages_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=4096)
def segments(html: str) -> tuple[Segment, ...]:
    return extract(html.encode(), "text/html; charset=utf-8", "https://county.example/page", readable=False).segments


def with_sibling(old: str, new: str, old_sibling: str, new_sibling: str) -> bool:
    before, after = learn([segments(old_sibling)]), learn([segments(new_sibling)])
    grade = compare(segments(old), segments(new), furniture_before=before, furniture_after=after).grade
    return grade.rank >= Grade.NORMAL.rank


def without_sibling(old: str, new: str, old_sibling: str, new_sibling: str) -> bool:
    return compare(segments(old), segments(new)).grade.rank >= Grade.NORMAL.rank


STAMPED = re.compile(r"(?:Mon|Tues)day, March (\d), 2026")


def without_sibling_dated(old: str, new: str, old_sibling: str, new_sibling: str) -> bool:
    """The pages carry the day of their fetch somewhere; furniture is what shows that day and no other."""
    days = [date(2026, 3, int(hit[1])) if (hit := STAMPED.search(html)) else None for html in (old, new)]
    grade = compare(segments(old), segments(new), fetched_before=days[0], fetched_after=days[1]).grade
    return grade.rank >= Grade.NORMAL.rank


MEASURES = (
    ("with sibling", with_sibling),
    ("without sibling", without_sibling),
    ("... day of fetch known", without_sibling_dated),
)


def main(arguments: list[str]) -> None:
    files = [name for name in arguments if name != "--gate"]
    pages = generator(Path(files[0]) if files else HERE / "pages" / "policy_pages.py")
    worse = False
    print(f"{'':24}{'statements':>11}{'missed':>8}{'edits of furniture':>20}{'false':>7}")
    for name, alerted in MEASURES:
        score = pages.score_alerts(alerted)
        counts = (score["statements"], len(score["miss"]), score["furniture"], len(score["false"]))
        print(f"{name:24}{counts[0]:>11}{counts[1]:>8}{counts[2]:>20}{counts[3]:>7}")
        worse |= bool(score["miss"]) or (alerted is not without_sibling and len(score["false"]) > MOST_FALSE)
        if score["miss"]:
            print("  missed:", ", ".join(f"{key} {number}" for key, number in score["miss"]))
        kinds = Counter(kind for _, kind in score["false"])
        print("  false:", ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "none")
    if worse and "--gate" in arguments:
        sys.exit("the text layer got worse: see missed and false above")


if __name__ == "__main__":
    main(sys.argv[1:])
