"""Acts and rules upon visits turned by another: bans lifted, repeals rescinded, duties waived, protections struck.

    python -m benchmarks.plain_reversals       # a table; --verbose: each line that was not told right

The lines of plain_negation.toml, written before any answer was seen, are put on two pages each (near ones and
rewordings on all), and both ways where the way back is a change. Severity is asked of what was told in the right
direction. Rules were mended with IN_VIEW in view; LATER was put to them afterwards, and then they were mended with it,
too; LAST was scored alone, its single lines never looked at.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.plain_undecided import LONG, NEWS, RULES
from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

LINES = Path(__file__).with_name("plain_negation.toml")
AGREEMENT = (
    "AGREEMENT between Lake County and the Provider\n1. Provider shall install twelve terminals at the Facility."
    "\n2. The term of this Agreement is five years.{line}\n4. Invoices are due within thirty days."
    "\n5. This Agreement is governed by the laws of the State."
)
PAGES = {
    "agreement": (AGREEMENT, "Agreement", "contract"),
    "news": (NEWS, "Jail news", "news"),
    "rules": (RULES, "Visiting the jail", "jail"),
    "long": (LONG, "Lake County Jail", "jail"),
}
_ON = {"contract": ("agreement", "long"), "statute": ("agreement", "long"), "news": ("news", "long")}
_ON |= {"vendor": ("news", "long"), "clerk": ("rules", "long"), "handbook": ("rules", "long")}


@dataclass(frozen=True)
class Question:
    kind: str
    page: str
    old: str
    new: str
    says: str
    severity: str


def questions(cases: list[dict[str, str]]) -> Iterator[Question]:
    for case in cases:
        old, new, kind = case.get("old", ""), case["new"], case["kind"]
        for page in _ON.get(kind, tuple(PAGES)):
            yield Question(kind, page, old, new, case["says"], case.get("severity", ""))
            if back := case.get("back"):
                yield Question(kind, page, new, old, back, case.get("severity", ""))


def told(question: Question) -> tuple[str, str]:
    """The direction told, or "silent", and the severity."""
    page, title, kind = PAGES[question.page]
    before, after = (
        plain_segments(page.format(line=f"\n{line}" if line else "")) for line in (question.old, question.new)
    )
    found = read(before, after, compare(before, after).passages, title_after=title, kind=kind)
    return (found.direction.value if found.relevant else "silent"), found.severity.value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", help="this part alone")
    options = parser.parse_args()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for part, cases in tomllib.loads(LINES.read_text("utf-8")).items():
            if options.part not in (None, part):
                continue
            asked = list(questions(cases))
            answers = list(zip(asked, pool.map(told, asked, chunksize=4), strict=True))
            for kind in sorted({question.kind for question in asked}):
                right = [how == question.says for question, (how, _) in answers if question.kind == kind]
                print(f"{part:9}{kind:12} right {sum(right) / len(right):.3f} of {len(right):4}")
            for name, quiet in (("told", False), ("silent", True)):
                right = [how == asked.says for asked, (how, _) in answers if (asked.says == "silent") is quiet]
                print(f"{part:9}{name:12} right {sum(right) / len(right):.3f} of {len(right):4}")
            weighed = [
                weight == question.severity
                for question, (how, weight) in answers
                if question.severity and how == question.says
            ]
            print(f"{part:9}{'severity':12} right {sum(weighed) / len(weighed):.3f} of {len(weighed):4}", flush=True)
            if options.verbose and part != "last":
                for question, (how, weight) in answers:
                    if how != question.says:
                        print(f"  {how}/{weight}: [{question.page}] {question.old!r} -> {question.new!r}")


if __name__ == "__main__":
    main()
