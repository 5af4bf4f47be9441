"""Plain lines whose sense a few words turn: "on" and "off", "brought back" and "taken away", "may" and "may not".

    python -m benchmarks.plain_words [--verbose]

Each pair of `benchmarks/plain_words.txt` alone and amid a page's other lines, those that say so backwards, too. Rules
were mended with these in view; `plain_words_aside.txt` is another hand's that nobody looks at, printed beside them and
never in detail. --verbose: what is told otherwise, of the first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

IN_VIEW = Path(__file__).with_suffix(".txt")
ASIDE = IN_VIEW.with_name("plain_words_aside.txt")
WAYS = {"+": "restorative", "-": "restrictive", "m": "mixed", "=": "neutral", ".": "silent"}
_BACKWARDS = {"+": "-", "-": "+"}
_PAGES = (
    "{}",
    "Visiting\n\nRead these rules before you come.\n\n{}\n\nParking is in the lot on Elm Street.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A line before and after on a page. way, severity: the right ones; severity "" where the author names none."""

    way: str
    severity: str
    old: str
    new: str
    kind: str
    page: str


def asked(lines: Path) -> Iterator[Asked]:
    """Every pair on each page, backwards where its author says that it holds so."""
    for row in lines.read_text("utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        label, old, new, kind, *both = (cell.strip() for cell in row.split("|"))
        sign, _, severity = label.partition(" ")
        severity = "" if severity == "none" else severity
        for page in _PAGES:
            yield Asked(WAYS[sign], severity, old, new, kind, page)
            if both:
                yield Asked(WAYS[_BACKWARDS.get(sign, sign)], severity, new, old, kind, page)


def told(one: Asked) -> tuple[str, str]:
    """Which way the edit is told, and how grave."""
    before, after = (plain_segments(one.page.format(line)) for line in (one.old, one.new))
    title = "Visiting" if one.kind in ("jail", "doc") else ""
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before=title, title_after=title, kind=one.kind)
    return (found.direction.value, found.severity.value) if found.relevant else ("silent", "none")


def score(pairs: Sequence[Asked], answers: Sequence[tuple[str, str]]) -> str:
    """Precision and recall of what is told, direction and severity among what is worth telling."""
    worth = [(one, answer) for one, answer in zip(pairs, answers, strict=True) if one.way != "silent"]
    alerted = sum(answer[0] != "silent" for answer in answers)
    hits = sum(answer[0] != "silent" for _, answer in worth)
    graded = [(one, answer) for one, answer in worth if one.severity]
    direction = sum(one.way == answer[0] for one, answer in worth) / len(worth)
    severity = sum(one.severity == answer[1] for one, answer in graded) / len(graded)
    return (
        f"{len(pairs):5} lines  P {hits / alerted:.3f}  R {hits / len(worth):.3f}"
        f"  direction {direction:.3f}  severity {severity:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    for name, lines in (("in view", IN_VIEW), ("aside", ASIDE)):
        pairs = list(asked(lines))
        answers = [told(one) for one in pairs]
        print(f"{name:8}{score(pairs, answers)}", flush=True)
        for one, answer in zip(pairs, answers, strict=True) if verbose and lines == IN_VIEW else ():
            if answer[0] != one.way or (one.severity and answer[1] != one.severity):
                print(f"  {one.way} {one.severity}, told {' '.join(answer)} ({one.kind}): {one.old} -> {one.new}")


if __name__ == "__main__":
    main()
