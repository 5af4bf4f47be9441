"""Plain news on visits, as a new line of a page and in another line's place: how much of it is told, and which way.

    python -m benchmarks.plain_news            # a table; --verbose: each line that was not told right, and where

Averages over labelled cases hide what this asks: each line is plain, and its miss is one that nobody would forgive.
The lines are in view of whoever mends rules.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading
from monitors.segments import plain_segments

NEWS: Mapping[Direction, tuple[str, ...]] = {
    Direction.RESTRICTIVE: (
        "All in-person visits are suspended until further notice.",
        "In-person visitation has been suspended.",
        "Effective March 1, all visits will be by video only.",
        "On-site visits have ended; all visits are by video.",
        "Contact visits are no longer permitted.",
        "Children under 18 may not visit.",
        "Video visits now cost $12.",
        "Se suspenden todas las visitas hasta nuevo aviso.",
        "Visits are now limited to 20 minutes.",
        "Each inmate may have only one visit a week.",
        "Visits must now be booked three days ahead.",
        "Weekend visits have been discontinued.",
        "Visitors now have to pay a $10 fee.",
        "Attorney visits are now by video only.",
        "In-person visits will be eliminated on July 1.",
    ),
    Direction.RESTORATIVE: (
        "In-person visits resume on Monday.",
        "Contact visits have resumed.",
        "Starting June 1, in-person visits will be available again.",
        "The suspension of visits has been lifted.",
        "Video visits are now free.",
        "Visiting hours have been extended to Friday.",
        "Las visitas en persona se reanudan el lunes.",
        "Each inmate may now have three visits a week.",
        "Visits no longer need to be booked.",
        "Children may visit again.",
        "Walk-in visits are welcome again.",
        "The fee for video visits has been dropped.",
    ),
}
OTHERS = (
    "The lobby is being painted.",
    "Visitors must wear masks.",
    "Visits are held on Sunday.",
    "Visits are by appointment only.",
    "The commissary web store has moved.",
    "Shorts are not allowed in the visiting room.",
)
ABOVE = (
    "Video visits are offered daily.",
    "Jail tours for schools resume in September.",
    "Inmates receive two visits a week.",
)
PAGE = "Visiting\n{above}\n{line}\nThe records office closes at 4."
TITLE = "County Jail Visiting"
WAYS = {"added below it": "{other}\n{news}", "in its place": "{news}"}


def readings(way: str, news: str) -> Iterator[tuple[str, str, Reading]]:
    """The line that stood there, the one above, and the reading, for every place of one line of news."""
    for other in OTHERS:
        for above in ABOVE:
            before = plain_segments(PAGE.format(above=above, line=other))
            after = plain_segments(PAGE.format(above=above, line=WAYS[way].format(other=other, news=news)))
            passages = compare(before, after).passages
            yield other, above, read(before, after, passages, title_before=TITLE, title_after=TITLE)


def wrong(asked: tuple[str, str, Direction]) -> list[str]:
    """Where one line of news was not told the right way, in words."""
    way, news, direction = asked
    found = []
    for other, above, reading in readings(way, news):
        if not reading.relevant or reading.direction is not direction:
            told = reading.direction.value if reading.relevant else "silent"
            found.append(f"{told:12} {news} {way}: {other} (above: {above})")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    asked = [(way, news, direction) for way in WAYS for direction, lines in NEWS.items() for news in lines]
    missed, silent, places = Counter[str](), Counter[str](), Counter[str]()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for (way, _, _), found in zip(asked, pool.map(wrong, asked, chunksize=3), strict=True):
            places[way] += len(OTHERS) * len(ABOVE)
            missed[way] += len(found)
            silent[way] += sum(line.startswith("silent") for line in found)
            if verbose:
                print("\n".join(found), end="\n" * bool(found), flush=True)
    for way in WAYS:
        right = 1 - missed[way] / places[way]
        print(f"news {way:16} told the right way {right:.3f} of {places[way]}, silent {silent[way]}")


if __name__ == "__main__":
    main()
