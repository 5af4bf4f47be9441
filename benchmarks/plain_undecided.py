"""Lines that decide nothing about visits (denials, rumors, history, opinion, what is pending), and lines that do.

    python -m benchmarks.plain_undecided       # a table; --verbose: each line that was not told right

Every line is put on a page of news, a jail's page of visiting rules and a long one. A line that decides nothing comes
alone, goes alone and takes the place of another of its kind: all of it is silent. A line that decides or announces
something comes alone and takes the place of one that decides nothing. Rules were mended with IN_VIEW and LATER in
view: a third of LATER was written after the rules, in words meant to be other ones, and none of it was told better for
them until they were widened with it. LAST was written then; its single lines were
not looked at, but a fall of its told lines led to one guard on acts told beside a campaign.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

LINES = Path(__file__).with_suffix(".toml")
# An announcement that was taken back, and a denial that did not hold.
TURNED = (
    ("The sheriff plans to end in-person visits.", "The sheriff has dropped plans to end in-person visits.", "+"),
    ("The county will end contact visits in June.", "The county will not end contact visits in June.", "+"),
    ("The sheriff has no plans to end in-person visits.", "The sheriff will end in-person visits.", "-"),
    ("The jail denies that visits will end.", "The jail confirmed that visits will end.", "-"),
)

NEWS = "LAKE CITY - Jail news.\nThe jail holds 300 people.\nVisits are discussed at every meeting of the board.{line}"
RULES = (
    "Visiting the Lake County Jail\nEach inmate may have two visits a week.\nVisits last 30 minutes.{line}"
    "\nVisitors must show a photo ID.\nVisiting is held on Saturday and Sunday from 9 a.m. to 3 p.m."
)
_LONG = (
    "The Lake County Jail opened in 2004 on the north side of town.", "It is staffed around the clock.",
    "Visitors park in the lot on Mill Street.", "Lockers stand in the lobby and take quarters.",
    "Each inmate may list ten visitors.", "Visits last 30 minutes and are held behind glass.",
    "Visits in person are held on Saturday and Sunday.", "A video visit from home costs $5.",
    "Children must stay with an adult at all times.", "Bring a photo ID issued by a state.",
    "Shorts, hats and open shoes are not allowed.", "Letters are opened and searched for contraband.",
    "Money can be added at the kiosk or online.", "Commissary orders are filled on Thursday.",
    "The nurse sees inmates on weekdays.", "Phone calls are limited to 20 minutes.",
    "Questions about a bond are answered by the clerk of court.", "Property is released on Wednesday.",
    "Attorneys may visit at any time.", "The chaplain leads services on Sunday morning.",
    "Inmates may borrow two books from the library cart.", "Classes meet in the afternoon.",
    "The county board meets on the first Tuesday of the month.", "Press releases are posted below.",
)  # fmt: skip
LONG = "\n".join((*_LONG, "News: {line}", *(line.replace("The ", "Our ") for line in _LONG))).replace("News: ", "")
PAGES = {
    "news": (NEWS, "Jail news", "news"),
    "rules": (RULES, "Visiting the jail", "jail"),
    "long": (LONG, "Lake County Jail", "jail"),
}
_WANT = {"-": "restrictive", "+": "restorative", "0": "neutral"}
Question = tuple[str, str, str]


def told(question: Question) -> str:
    """The direction told of a new line, or "silent"; question: the page, what stood there, and the line."""
    page, title, kind = PAGES[question[0]]
    before, after = (plain_segments(page.format(line=f"\n{line}" if line else "")) for line in question[1:])
    found = read(before, after, compare(before, after).passages, title_after=title, kind=kind)
    return found.direction.value if found.relevant else "silent"


def silent(lines: tuple[str, ...]) -> Iterator[Question]:
    for page in PAGES:
        for number, line in enumerate(lines):
            yield page, "", line
            yield page, line, ""
            yield page, lines[number - 1], line


def spoken(lines: tuple[str, ...]) -> Iterator[Question]:
    for page in PAGES:
        for line in lines:
            yield page, "", line
            yield page, "The board has not decided anything about visits.", line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--part", help="this part alone")
    options = parser.parse_args()
    parts: list[tuple[str, str, list[tuple[Question, str]]]] = []
    for part, groups in tomllib.loads(LINES.read_text("utf-8")).items():
        for kind, lines in ((group["kind"], tuple(group["lines"])) for group in groups):
            want = _WANT.get(kind, "silent")
            asked = spoken(lines) if kind in _WANT else silent(lines)
            parts.append((part.replace("_", " "), _WANT.get(kind, kind), [(question, want) for question in asked]))
    turned = [((page, old, new), _WANT[sign]) for page in PAGES for old, new, sign in TURNED]
    parts.append(("in view", "turned", turned))
    totals: dict[tuple[str, bool], list[bool]] = {}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for part, kind, asked in parts:
            if options.part not in (None, part):
                continue
            found = list(pool.map(told, [question for question, _ in asked], chunksize=8))
            right = [how == want for how, (_, want) in zip(found, asked, strict=True)]
            totals.setdefault((part, asked[0][1] == "silent"), []).extend(right)
            print(f"{part:9}{kind:12} right {sum(right) / len(right):.3f} of {len(right):4}", flush=True)
            if options.verbose and part != "last":
                wrong = [(how, *question) for how, (question, want) in zip(found, asked, strict=True) if how != want]
                print("".join(f"  {how}: [{page}] {old!r} -> {new!r}\n" for how, page, old, new in wrong), end="")
    for (part, quiet), right in totals.items():
        print(
            f"{part:9}{'decides nothing' if quiet else 'told':16} right {sum(right) / len(right):.3f} of {len(right)}"
        )


if __name__ == "__main__":
    main()
