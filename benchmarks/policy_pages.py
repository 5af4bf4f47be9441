"""Alerts over invented policy pages: statements missed, furniture that cried wolf, with a sibling page and without.

    python -m benchmarks.policy_pages [--gate] [PATH/TO/policy_pages.py]

The page generator is benchmarks/pages/policy_pages.py unless another file of its kind is given. --gate: exit 1 when a
statement was missed, or when more than one edit of furniture was told although a sibling page showed it too.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
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


def main(arguments: list[str]) -> None:
    files = [name for name in arguments if name != "--gate"]
    pages = generator(Path(files[0]) if files else HERE / "pages" / "policy_pages.py")
    worse = False
    print(f"{'':18}{'statements':>11}{'missed':>8}{'edits of furniture':>20}{'false':>7}")
    for name, alerted in (("with sibling", with_sibling), ("without sibling", without_sibling)):
        score = pages.score_alerts(alerted)
        counts = (score["statements"], len(score["miss"]), score["furniture"], len(score["false"]))
        print(f"{name:18}{counts[0]:>11}{counts[1]:>8}{counts[2]:>20}{counts[3]:>7}")
        worse |= bool(score["miss"]) or (alerted is with_sibling and len(score["false"]) > MOST_FALSE)
        if score["miss"]:
            print("  missed:", ", ".join(f"{key} {number}" for key, number in score["miss"]))
        kinds = Counter(kind for _, kind in score["false"])
        print("  false:", ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "none")
    if worse and "--gate" in arguments:
        sys.exit("the text layer got worse: see missed and false above")


if __name__ == "__main__":
    main(sys.argv[1:])
