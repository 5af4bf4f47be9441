"""Notices that a rule changed, beside it: "Visiting will end two hours later.", "A third weekly visit has been added."

    python -m benchmarks.plain_notices [--verbose]

Lines in `benchmarks/plain_notices.txt`, each on two pages that also hold the old rule, which stays or goes. Rules were
mended with the first part in view; the later part was written afterwards. --verbose: what is told otherwise.
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
WAYS = {"+": "restorative", "-": "restrictive"}
PAGES = (
    "Visiting\n\nRead these rules before you come.\n\n{rule}\n\n{notice}\n\nParking is in the lot on Elm Street.",
    "County Jail\n\nInmate visitation\n\n{notice}\n\nVisitors sign in at the desk.\n\n{rule}\n\nDress modestly.",
)


def asked() -> Iterator[tuple[str, str, str, str]]:
    """The part, the page's rule, the notice and which way it is."""
    part = rule = ""
    for row in LINES.read_text("utf-8").splitlines():
        if row.startswith("=="):
            part = row[2:].strip()
        elif row.startswith("@"):
            rule = row[1:].strip()
        elif row and not row.startswith("#"):
            way, notice = (cell.strip() for cell in row.split("|", 1))
            yield part, rule, notice, WAYS[way]


def told(page: str, rule: str, notice: str, *, stays: bool) -> str:
    """Which way the notice is told as it comes. stays: whether the old rule does."""
    before = plain_segments(page.format(rule=rule, notice=""))
    after = plain_segments(page.format(rule=rule if stays else "", notice=notice))
    found = read(before, after, compare(before, after).passages, title_before="Visiting", title_after="Visiting")
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    right: Counter[tuple[str, str]] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    for part, rule, notice, way in asked():
        for page in PAGES:
            for stays, mode in ((True, "the old rule stays"), (False, "the old rule goes")):
                found = told(page, rule, notice, stays=stays)
                count[part, mode] += 1
                right[part, mode] += found == way
                if verbose and found != way:
                    print(f"  {part}, {mode}: {found}, not {way}: {notice}")
    for (part, mode), many in count.items():
        print(f"{part:9}{mode:20}right {right[part, mode] / many:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
