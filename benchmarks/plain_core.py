"""The plainest lines of news on visits, each as a new line on pages of every kind that may hold it.

    python -m benchmarks.plain_core [--verbose]

"Video visitation will replace in-person visitation at the facility." on a jail's page, in a paper, a contract, a
vendor's statement. Lines in `benchmarks/plain_core.txt`; rules were mended with all of them in view, so this tells that
nothing so plain is missed again, and not how well others are read. --verbose: what is told otherwise.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
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


def asked() -> Iterator[tuple[str, str, str, str]]:
    """The way that is right, the line, the kind of page and the page, of every line on each of its pages."""
    for row in LINES.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            way, line, kinds = (cell.strip() for cell in row.split("|"))
            yield from ((WAYS[way], line, kind, page) for kind in kinds.split(",") for page in PAGES[kind])


def told(line: str, kind: str, page: str) -> str:
    """Which way the line is told as a new one."""
    before, after = plain_segments(page.format("")), plain_segments(page.format(line))
    title = "Visiting" if kind in ("jail", "doc") else ""
    found = read(before, after, compare(before, after).passages, title_after=title, kind=kind)
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for way, line, kind, page in asked():
        found = told(line, kind, page)
        for name in (kind, "all"):
            count[name] += 1
            right[name] += found == way
        if verbose and found != way:
            print(f"{kind}: {found}, not {way}: {line}")
    for name, many in sorted(count.items(), key=lambda one: one[0] == "all"):
        print(f"{name:10}right {right[name] / many:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
