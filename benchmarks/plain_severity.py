"""How grave a plain change is and what it is about: severity and topics of plain edits that are told the right way.

    python -m benchmarks.plain_severity [--verbose]

`benchmarks/plain_severity.txt` has one edit a line. Each is put on two pages of visiting rules, those of a vendor, a
contract or a paper on one. In view: rules were mended with them. Later: put to the code when that was done, then mended
with, too. Last: single answers were not looked at. All three were written at once, by the hand that mended the rules,
before any of them was read. --verbose: what was told otherwise, but for the last.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading
from monitors.segments import plain_segments

LINES = Path(__file__).with_suffix(".txt")
WAYS = {"+": Direction.RESTORATIVE, "-": Direction.RESTRICTIVE, "=": Direction.NEUTRAL}
PAGES = (
    "Visiting\n\nRead these rules before you come.\n\n{}\n\nParking is in the lot on Elm Street.\n\n"
    "Leave phones in your car.",
    "County Jail\n\nInmate visitation\n\nVisitors sign in at the front desk.\n\nLockers are free.\n\n{}\n\n"
    "Dress modestly.\n\nMoney for commissary is taken at the window.\n\nThe chaplain holds services on Wednesdays.",
)
ALONE = ("{}\n\nQuestions may be sent to the office.",)


_OFFICIAL = ("jail", "doc")


@dataclass(frozen=True)
class Edit:
    """A line that became another one, and what is to be told of it."""

    part: str
    kind: str
    page: str
    old: str
    new: str
    way: Direction
    severity: str
    topics: frozenset[str]

    def read(self) -> Reading:
        before, after = (plain_segments(self.page.format(line)) for line in (self.old, self.new))
        title = "Visiting" if self.kind in ("jail", "doc_policy") else ""
        return read(
            before, after, compare(before, after).passages, title_after=title, kind=_KINDS.get(self.kind, self.kind)
        )


_KINDS = {"doc_policy": "doc", "vendor_statement": "vendor"}


def edits() -> Iterator[Edit]:
    """Every edit on each of its pages."""
    part = ""
    for line in LINES.read_text("utf-8").splitlines():
        if line.startswith("=="):
            part = line.strip("= ")
        elif line and not line.startswith("#"):
            kind, old, new, told = (cell.strip() for cell in line.split("|"))
            way, severity, topics = told.split()
            for page in PAGES if kind in _OFFICIAL else ALONE:
                yield Edit(part, kind, page, old, new, WAYS[way], severity, frozenset(topics.split(",")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    counts: dict[str, Counter[str]] = {}
    for edit in edits():
        found, count = edit.read(), counts.setdefault(edit.part, Counter())
        topics = {topic.value for topic in found.topics}
        count["asked"] += 1
        right = found.relevant and found.direction is edit.way
        grave = right and found.severity.value == edit.severity
        count["right"] += right
        count["grave"] += grave
        if right:
            count["hit"] += len(topics & edit.topics)
            count["told"] += len(topics)
            count["wanted"] += len(edit.topics)
        if verbose and edit.part != "last" and not (grave and topics == edit.topics):
            way = found.direction.value if found.relevant else "silent"
            print(
                f"{edit.part}: {edit.old} => {edit.new}\n    {way} {found.severity.value} {sorted(topics)}, not ",
                end="",
            )
            print(f"{edit.way.value} {edit.severity} {sorted(edit.topics)}")
    print(f"{'':10}{'edits':>7}{'right way':>11}{'severity of these':>19}{'topics of these, P / R':>24}")
    for part, count in counts.items():
        grave, right = count["grave"] / count["right"], count["right"] / count["asked"]
        precision, recall = count["hit"] / count["told"], count["hit"] / count["wanted"]
        print(f"{part:10}{count['asked']:>7}{right:>11.2f}{grave:>19.2f}{precision:>16.2f} / {recall:.2f}")


if __name__ == "__main__":
    main()
