"""Lines that tell two terms of visits, of which one or both moved: "Visits last 30 minutes, and children may come."

    python -m benchmarks.plain_two_terms [--verbose]

Every two of the terms below, in either order, joined in four ways; what is right follows from the two: a gain and a
loss are mixed. Rules were mended with `IN_VIEW` in view; pairs with one of `KEPT_AWAY` were not looked at, and are
printed in sum alone. --verbose: what is told otherwise, of the first.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from monitors.diff import compare
from monitors.language.judge import read
from monitors.segments import plain_segments

# The worse wording of each term, and the better one.
IN_VIEW = (
    ("visits last 30 minutes", "visits last 45 minutes"),
    ("each inmate may have one visit a week", "each inmate may have two visits a week"),
    ("a video visit costs $8", "a video visit costs $5"),
    ("visits are held on Saturday", "visits are held on Saturday and Sunday"),
    ("children may not visit", "children may visit"),
    ("contact visits are not allowed", "contact visits are allowed"),
    ("in-person visits are not held", "in-person visits are held"),
    ("an appointment is needed", "no appointment is needed"),
    ("only family may visit", "family and friends may visit"),
    ("the list holds five names", "the list holds ten names"),
    ("lobby visits cost $4", "lobby visits are free"),
)
KEPT_AWAY = (
    ("a hug is not allowed", "a hug is allowed"),
    ("approval of a visitor takes ten days", "approval of a visitor takes two days"),
    ("missed visits are not refunded", "missed visits are refunded"),
    ("new arrivals wait two weeks for visits", "new arrivals wait two days for visits"),
    ("three people may come at a time", "four people may come at a time"),
)
_JOINED = ("{}, and {}.", "{}; {}.", "{}. {}.", "{}, but {}.")
_WAYS = {(-1,): "restrictive", (1,): "restorative", (-1, 1): "mixed"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A line before and after. way: the right one; moved: how many terms did; in_view: whether it was looked at."""

    way: str
    old: str
    new: str
    moved: int
    in_view: bool


def asked() -> Iterator[Asked]:
    """Every two terms, both ways."""
    terms = (*IN_VIEW, *KEPT_AWAY)
    for first, second in permutations(range(len(terms)), 2):
        joined = _JOINED[(first * 7 + second) % len(_JOINED)]
        in_view = max(first, second) < len(IN_VIEW)
        for signs in ((-1, 0), (1, 0), (0, -1), (0, 1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            sides = [_wordings(terms[term], sign) for term, sign in zip((first, second), signs, strict=True)]
            old, new = (_sentence(joined.format(sides[0][side], sides[1][side])) for side in (0, 1))
            moved = tuple(sorted({sign for sign in signs if sign}))
            yield Asked(_WAYS[moved], old, new, sum(map(abs, signs)), in_view)


def _wordings(term: tuple[str, str], sign: int) -> tuple[str, str]:
    worse, better = term
    return (worse, better) if sign > 0 else (better, worse) if sign < 0 else (better, better)


def _sentence(line: str) -> str:
    return ". ".join(part[:1].upper() + part[1:] for part in line.split(". "))


def told(one: Asked) -> str:
    """Which way the line is told."""
    before, after = (plain_segments(line) for line in (one.old, one.new))
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before="Visiting", title_after="Visiting", kind="jail")
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    right: Counter[tuple[bool, str]] = Counter()
    count: Counter[tuple[bool, str]] = Counter()
    for one in asked():
        found = told(one)
        name = "one moved" if one.moved == 1 else "both, apart" if one.way == "mixed" else "both, alike"
        count[one.in_view, name] += 1
        right[one.in_view, name] += found == one.way
        if verbose and one.in_view and found != one.way:
            print(f"{found}, not {one.way}: {one.old} -> {one.new}")
    for (in_view, name), many in sorted(count.items(), reverse=True):
        share = right[in_view, name] / many
        print(f"{'in view' if in_view else 'kept away':10}{name:12}right {share:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
