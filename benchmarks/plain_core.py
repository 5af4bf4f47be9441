"""The plainest lines of news on visits, each as a new line on pages of every kind that may hold it; plain rules struck.

    python -m benchmarks.plain_core [--verbose]

"Video visitation will replace in-person visitation at the facility." on a jail's page, in a paper, a contract, a
vendor's statement. Lines in `benchmarks/plain_core.txt`; rules were mended with all of them in view, so this tells that
nothing so plain is missed again, and not how well others are read. --verbose: what is told otherwise.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

LINES = Path(__file__).with_suffix(".txt")
WAYS = {"+": "restorative", "-": "restrictive", "=": "neutral", ".": "silent"}
_LOT, _DESK = "Parking is in the lot on Elm Street.", "Visitors sign in at the front desk."


def _page(*lines: str) -> str:
    return "\n\n".join(lines)


_RULES = (
    _page("Visiting", "Read these rules before you come.", "{}", _LOT),
    _page("County Jail", "Inmate visitation", _DESK, "Lockers are free.", "{}", "Dress modestly."),
)
PAGES = {
    "jail": _RULES,
    "doc": _RULES,
    "news": (
        _page("County news", "{}", "The jail roof is being repaired."),
        _page("Council briefs", "A new water rate was approved.", "{}", "The sheriff hired two deputies for the jail."),
    ),
    "contract": (
        _page("Agreement for inmate communications", "1. Term. Five years.", "{}", "9. Notices are sent by mail."),
        _page(
            "Master services agreement", "Provider installs the terminals.", "{}", "State law governs this agreement."
        ),
    ),
    "vendor": (
        _page("Our statement", "We connect families.", "{}", "Contact us for questions."),
        _page("News from the company", "We serve jails in thirty states.", "{}", "About us: founded in 1999."),
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A line on a page. way: the one that is right; gone: the line goes, where others come."""

    way: str
    line: str
    kind: str
    page: str
    gone: bool


def asked() -> Iterator[Asked]:
    """Every line on each of its pages."""
    for row in LINES.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            way, line, kinds, *gone = (cell.strip() for cell in row.split("|"))
            yield from (
                Asked(WAYS[way], line, kind, page, bool(gone)) for kind in kinds.split(",") for page in PAGES[kind]
            )


def told(one: Asked) -> str:
    """Which way the line is told."""
    sides = [plain_segments(one.page.format(line)) for line in ("", one.line)]
    before, after = reversed(sides) if one.gone else sides
    title = "Visiting" if one.kind in ("jail", "doc") else ""
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=title, title_after=title, kind=one.kind)
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for one in asked():
        found = told(one)
        for name in ("gone" if one.gone else one.kind, "all"):
            count[name] += 1
            right[name] += found == one.way
        if verbose and found != one.way:
            print(f"{one.kind}: {found}, not {one.way}: {one.line}{' (gone)' if one.gone else ''}")
    for name, many in sorted(count.items(), key=lambda one: one[0] == "all"):
        print(f"{name:10}right {right[name] / many:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
