"""What is done to prices, discounts, refunds and limits of visits: "The fee for visits has been reinstated."

    python -m benchmarks.plain_term_acts       # a table; --verbose: each line that was not told right

Every thing is put into every saying, as a new line on pages of jails and vendors. Rules were mended with IN_VIEW in
view; LATER was written afterwards, and rules were mended with it then, too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from benchmarks.plain_core import PAGES, Asked, told

LOSS, GAIN, SILENT = "restrictive", "restorative", "silent"
KINDS = ("jail", "vendor")


@dataclass(frozen=True)
class Words:
    """bad, good: things that are a loss or a gain where they are; sizes: those that grow to nobody's good; comes, goes,
    grows, shrinks, stands: what is said of them, with {} for the thing; lines: whole ones with their way."""

    bad: tuple[str, ...]
    good: tuple[str, ...]
    sizes: tuple[str, ...]
    comes: tuple[str, ...]
    goes: tuple[str, ...]
    grows: tuple[str, ...]
    shrinks: tuple[str, ...]
    stands: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]


IN_VIEW = Words(
    (
        "fee for video visits",
        "fee for visits",
        "price increase for remote visits",
        "limit on the number of visits",
        "limit on the length of visits",
    ),
    ("discount on video visits", "price cut for visits"),
    ("fee for video visits", "price of home video visits", "cost of visits"),
    (
        "A {} has been introduced.",
        "The {} has been reinstated.",
        "There is now a {}.",
        "A {} takes effect on May 1.",
        "We are adding a {}.",
    ),
    (
        "The {} has been lifted.",
        "The {} has been abolished.",
        "There is no longer a {}.",
        "We have dropped the {}.",
        "The {} has been canceled.",
    ),
    ("The {} has been raised.", "The {} has doubled.", "The {} will go up on May 1."),
    ("The {} has been lowered.", "The {} has been cut in half.", "The {} will go down on May 1."),
    ("The {} has not been changed.", "The {} remains in place."),
    (
        ("We have started charging for video visits.", LOSS),
        ("Beginning May 1, we will charge for visits.", LOSS),
        ("We have stopped charging for video visits.", GAIN),
        ("We no longer charge for remote visits.", GAIN),
        ("Remote visits will cost more from May 1.", LOSS),
        ("Home video visits are now cheaper.", GAIN),
        ("Video visits are now more expensive.", LOSS),
        ("Refunds for video visits will no longer be given.", LOSS),
        ("We now give refunds for visits.", GAIN),
        ("The fee for visits is no longer waived.", LOSS),
        ("The price increase for visits has been delayed.", GAIN),
        ("Visits are no longer limited to two a week.", GAIN),
        ("We are limiting visits to one a day.", LOSS),
    ),
)
LATER = Words(
    (
        "surcharge on remote visits",
        "charge for visits in the lobby",
        "cap on visiting time",
        "rate hike for video visits",
        "quota for weekly visits",
    ),
    ("free weekly visit", "coupon for video visits", "rebate on home visits"),
    ("per-minute rate for video visits", "price tag of a visit", "booking fee for visits"),
    (
        "A {} kicks in on May 1.",
        "The county agreed to a {}.",
        "A {} is coming in May.",
        "The {} has returned.",
        "The board has brought back the {}.",
    ),
    (
        "The {} has been done away with.",
        "The {} is history.",
        "The {} will go away.",
        "The {} has been put on ice.",
        "Gone is the {}.",
    ),
    ("The {} is on the rise.", "The {} is set to climb.", "The county has bumped up the {}."),
    ("The {} has been rolled back.", "The {} is coming down.", "The county has brought down the {}."),
    ("The {} is the same as last year.", "The {} has been left alone."),
    (
        ("Families now pay for what used to be free visits.", LOSS),
        ("Nobody pays for video visits any longer.", GAIN),
        ("Video visits come at a price from May 1.", LOSS),
        ("Your first visit each week is on us again.", GAIN),
        ("Remote visits got pricier.", LOSS),
        ("You can get your money back for missed visits now.", GAIN),
        ("Money for missed visits is not returned any more.", LOSS),
        ("Visits may now be as long as you like.", GAIN),
    ),
)


def lines(part: Words) -> Iterator[tuple[str, str, str]]:
    """The saying's name, the way that is right, and the line."""
    for things, here, away in ((part.bad, LOSS, GAIN), (part.good, GAIN, LOSS)):
        for thing in things:
            yield from (("comes", here, form.format(thing)) for form in part.comes)
            yield from (("goes", away, form.format(thing)) for form in part.goes)
            yield from (("stands", SILENT, form.format(thing)) for form in part.stands)
    for thing in part.sizes:
        yield from (("grows", LOSS, form.format(thing)) for form in part.grows)
        yield from (("shrinks", GAIN, form.format(thing)) for form in part.shrinks)
    yield from (("in a line", way, line) for line, way in part.lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for title, part in (("in view", IN_VIEW), ("later", LATER)):
            put = [*lines(part)]
            asked = [
                Asked(way, line, kind, page, False) for _, way, line in put for kind in KINDS for page in PAGES[kind]
            ]
            found = iter(pool.map(told, asked, chunksize=32))
            places = sum(len(PAGES[kind]) for kind in KINDS)
            right: Counter[str] = Counter()
            count: Counter[str] = Counter()
            for name, way, line in put:
                for got in (next(found) for _ in range(places)):
                    for row in (name, "all"):
                        right[row] += got == way
                        count[row] += 1
                    if verbose and got != way:
                        print(f"  {got}, not {way}: {line}")
            for row, many in sorted(count.items(), key=lambda one: one[0] == "all"):
                print(f"{title:9}{row:12}right {right[row] / many:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
