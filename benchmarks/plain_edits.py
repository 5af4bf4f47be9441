"""Everyday edits of a few words, told the right way round: "Visits are free on Sundays." and "Visits are free."

    python -m benchmarks.plain_edits           # a table; --verbose: each edit of "in_view" and "later" not told right

Each pair of plain_edits.toml takes each other's place, both ways, on three pages of visiting rules. Rules were mended
with the part in_view in view; later was written beside it and put to them afterwards, and they were mended with it,
too; of last only the sums were looked at, more than once. It is no blind test: all parts were written before the rules
by the hand that wrote these, and some words of the lexicon ("when you leave", "guaranteed", "in-laws", "at the desk")
stand in later or last and not in in_view. Two pairs on "by appointment only" were taken out after the first run, since
"only" may be meant or not.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from benchmarks.plain_visitors import LONG, NEUTRAL, TITLE
from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction
from monitors.segments import plain_segments

PAIRS = Path(__file__).with_suffix(".toml")
PARTS = ("in_view", "later", "last")
SILENT = ("same", "near")
PAGES = (
    f"Coming to see somebody\n{NEUTRAL}\n{{line}}\nUse the east door.",
    "Rules for visitors\nBe on time.\n{line}\nSpeak quietly in the visiting room.\n\nQuestions\nCall 555-0142.",
    LONG,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """wanted: "" where nothing is to be told; facts: name, old value and new value."""

    part: str
    kind: str
    page: int
    before: str
    after: str
    wanted: str
    facts: tuple[tuple[str, float, float], ...] = field(default=())


def edits(part: str) -> Iterator[Edit]:
    """Every pair of one part, both ways, on every page."""
    kinds: Mapping[str, Sequence[Sequence[object]]] = tomllib.loads(PAIRS.read_text("utf-8"))[part]
    for kind, pairs in kinds.items():
        for less, more, *told_facts in pairs:
            values = told_facts[0] if told_facts else {}
            assert isinstance(values, dict)
            facts = tuple((name, was, now) for name, (was, now) in values.items())
            back = tuple((name, now, was) for name, was, now in facts)
            wanted = ("", "") if kind in SILENT else (Direction.RESTORATIVE.value, Direction.RESTRICTIVE.value)
            for page in range(len(PAGES)):
                yield Edit(part, kind, page, str(less), str(more), wanted[0], facts)
                yield Edit(part, kind, page, str(more), str(less), wanted[1], back)


def told(edit: Edit) -> tuple[str, bool, str]:
    """ "right", "silent" or the wrong direction; whether the facts are right; what spoke."""
    before, after = (plain_segments(PAGES[edit.page].format(line=line)) for line in (edit.before, edit.after))
    found = read(before, after, compare(before, after).passages, title_before=TITLE, title_after=TITLE)
    rules = " ".join(dict.fromkeys(rule for finding in found.findings for rule in finding.rules))
    if not found.relevant:
        return ("right" if not edit.wanted else "silent"), False, rules
    facts = {(fact.name, fact.before, fact.after) for fact in found.facts}
    how = "right" if found.direction.value == edit.wanted else found.direction.value
    return how, set(edit.facts) <= facts, rules


def _table(part: str, found: Sequence[tuple[Edit, tuple[str, bool, str]]]) -> None:
    rows: dict[str, list[tuple[Edit, tuple[str, bool, str]]]] = defaultdict(list)
    for edit, answer in found:
        rows[edit.kind].append((edit, answer))
        rows["none wanted" if not edit.wanted else "all told"].append((edit, answer))
    for kind, answers in rows.items():
        counts = Counter(how for _, (how, _, _) in answers)
        line = f"{part:8} {kind:12} right {counts['right'] / len(answers):.3f} of {len(answers):4}"
        if answers[0][0].wanted:
            line += f", silent {counts['silent']:3}, wrong way {len(answers) - counts['right'] - counts['silent']:3}"
        stated = [answer[1] for edit, answer in answers if edit.facts]
        if stated:
            line += f"; facts {sum(stated) / len(stated):.3f} of {len(stated)}"
        print(line, flush=True)


def _tell(found: Sequence[tuple[Edit, tuple[str, bool, str]]]) -> None:
    wrong: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for edit, (how, facts, rules) in found:
        if how != "right" or (edit.facts and not facts):
            said = how if how != "right" else "facts"
            wrong[edit.kind, edit.before, edit.after].append(f"{edit.page}:{said}[{rules}]")
    for (kind, old, new), said in wrong.items():
        print(f"  [{kind}] {old} -> {new}\n      {' '.join(said)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="name what was not told right, but for the last part")
    parser.add_argument("--part", choices=PARTS, action="append", help="these parts alone")
    parser.add_argument("--jobs", type=int, default=None)
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        for part in args.part or PARTS:
            asked = list(edits(part))
            found = list(zip(asked, pool.map(told, asked, chunksize=8), strict=True))
            _table(part, found)
            if args.verbose and part != "last":
                _tell(found)


if __name__ == "__main__":
    main()
