"""Lines and pairs of lines as jails, vendors, papers, contracts and handbooks write them, by hands that saw no rule.

Most other sets of plain lines are by the hand that wrote the rules; these are by others, who had the domain's rules on
relevance and direction before them and nothing else. In `benchmarks/by_others/` a row of three cells is a new line,
one of four an old line and the one in its place. docs/scores.md says of which file what was mended with it, and how it
was read when it was put to the code for the first time.

    python -m benchmarks.plain_by_others [--verbose]
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.plain_core import PAGES, WAYS
from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

FOLDER = Path(__file__).parent / "by_others"
_WAYS = WAYS | {"m": "mixed"}


@dataclass(frozen=True, slots=True)
class Row:
    """old: "" where the line is new; way: the one that is right."""

    kind: str
    old: str
    new: str
    way: str

    @property
    def form(self) -> str:
        return f"{self.kind}, {'pairs' if self.old else 'new lines'}"


def rows(path: Path) -> list[Row]:
    """The rows of a file. Raises ValueError naming the row that has not three or four cells, or no known way."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        kind, *said, way = (cell.strip() for cell in line.split("|"))
        if len(said) not in (1, 2) or way not in _WAYS or kind not in PAGES:
            raise ValueError(f"{path.name}:{number}: not kind | line | way or kind | old | new | way: {line!r}")
        found.append(Row(kind, said[0] if len(said) == 2 else "", said[-1], _WAYS[way]))
    return found


def told(asked: tuple[Row, str]) -> str:
    """Which way a row is told on a page."""
    row, page = asked
    before, after = (plain_segments(page.format(line)) for line in (row.old, row.new))
    title = "Visiting" if row.kind in ("jail", "doc") else ""
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=title, title_after=title, kind=row.kind)
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for path in sorted(FOLDER.glob("*.txt")):
            asked = [(row, page) for row in rows(path) for page in PAGES[row.kind]]
            right: Counter[str] = Counter()
            count: Counter[str] = Counter()
            for (row, _), found in zip(asked, pool.map(told, asked, chunksize=16), strict=True):
                for name in (row.form, "all"):
                    count[name] += 1
                    right[name] += found == row.way
                if verbose and found != row.way:
                    print(f"  {found}, not {row.way}: {row.kind}: {row.old}{' -> ' if row.old else ''}{row.new}")
            for name, many in sorted(count.items(), key=lambda one: one[0] == "all"):
                print(f"{path.stem:15}{name:22}right {right[name] / many:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
