"""Plain news on visits, put into many places of plain pages: how much of it is told, and which way.

    python -m benchmarks.plain_news            # a table; --verbose: each line that was not told right, and where

Averages over labelled cases hide what this asks: each line is plain, and its miss is one that nobody would forgive.
NEWS was in view of who mended rules, as were two in three pairs of SWAPS and half of NEAR, which tells nothing. LATER
was kept away at first; since then the lines on prices and a few others were looked at, so that it is no unseen part.
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
LATER: Mapping[Direction, tuple[str, ...]] = {
    Direction.RESTRICTIVE: (
        "Contact visits have been eliminated.",
        "No one under 16 is allowed to visit.",
        "The price of a remote visit has gone up to $9.",
        "All visits have been shortened to 15 minutes.",
        "Walk-in visits are no longer accepted.",
        "There will be no more Sunday visits.",
        "In-person visits have been replaced by video visits.",
        "The jail will no longer offer in-person visits.",
        "A $3 service charge now applies to every visit.",
        "Friends are no longer allowed to visit.",
        "Visiting is paused because of a staff shortage.",
    ),
    Direction.RESTORATIVE: (
        "In-person visitation has been restored for all inmates.",
        "Visiting is open again.",
        "Visits have been extended to one hour.",
        "Inmates will now get two additional visits each month.",
        "Evening visits are now available on Wednesdays.",
        "Visitors of all ages are now welcome.",
        "The first video visit each week is now free.",
        "Remote visits now cost only $4.",
    ),
}
NEAR = (
    "School tours of the jail are suspended until further notice.",
    "Jail tours resume on Monday.",
    "The courthouse is closed until further notice.",
    "The museum now charges a $5 admission fee.",
    "Commissary fees have been dropped.",
    "Volunteer orientation has been suspended until further notice.",
    "The job fair has been canceled.",
    "Attorney parking is now on Second Street.",
    "The bail kiosk in the lobby now charges a $4 fee.",
    "The parking lot will be closed on Saturday.",
    "Fingerprinting is no longer available on Fridays.",
    "Our new visiting clerk is Maria Lopez.",
    "The animal shelter is open to visitors again.",
    "Court hearings will be held by video only.",
)
SWAPS: tuple[tuple[str, str, Direction | None], ...] = (
    ("Visits are suspended until further notice.", "Visits resume Monday, April 6.", Direction.RESTORATIVE),
    ("All visits are suspended until further notice.", "In-person visits have resumed.", Direction.RESTORATIVE),
    ("Visits are limited to 20 minutes.", "Visits are suspended until further notice.", Direction.RESTRICTIVE),
    ("Visits are limited to one visitor at a time.", "Visits are suspended.", Direction.RESTRICTIVE),
    ("Visits in Unit B are suspended.", "Visits in all units are suspended.", Direction.RESTRICTIVE),
    ("Visits are suspended through March 10.", "Visits are suspended through March 31.", Direction.RESTRICTIVE),
    ("In-person visits will resume June 1.", "In-person visits will resume July 1.", Direction.RESTRICTIVE),
    ("In-person visits are temporarily suspended.", "In-person visits have ended for good.", Direction.RESTRICTIVE),
    ("Visits are suspended through March 31.", "Visits are suspended through March 10.", Direction.RESTORATIVE),
    ("Contact visits are suspended.", "Contact visits will resume on May 1.", Direction.RESTORATIVE),
    ("Visitation is suspended due to flu.", "Visitation is suspended due to a staffing shortage.", None),
    ("Visits are suspended until further notice.", "Visits remain suspended until further notice.", None),
    ("In-person visits resume on Monday, June 1.", "In-person visits have resumed.", None),
    ("Starting April 1, video visits will cost $10.", "Video visits cost $10.", None),
)
RULES = ("Visits are held on Sunday.", "Visits are by appointment only.")  # a near miss in their place ends them
OTHERS = (
    "The lobby is being painted.",
    "Visitors must wear masks.",
    *RULES,
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
WAYS = {
    "added below it": "{other}\n{news}",
    "in its place": "{news}",
    "beside other news": "Landfill hours have been extended.\n{other}\n{news}",
    "announced": "UPDATE 3/14: {news}\n{other}",
}
SWAPPED = "in place of news"


def asked() -> Iterator[tuple[str, str, str, Direction | None]]:
    """Every way, line that stood there ("" for each of OTHERS), line of news, and how it is told: None, not at all."""
    for way in WAYS:
        for lines in (NEWS, LATER):
            yield from ((way, "", line, direction) for direction, told in lines.items() for line in told)
        yield from ((way, "", line, None) for line in NEAR)
    yield from ((SWAPPED, old, new, direction) for old, new, direction in SWAPS)


def readings(way: str, stood: str, news: str) -> Iterator[tuple[str, str, Reading]]:
    """The line that stood there, the one above, and the reading, for every place of one line of news. stood: the one
    line that it takes the place of, any of OTHERS when empty."""
    others = [other for other in OTHERS if news not in NEAR or other not in RULES]
    for other in (stood,) if stood else others:
        for above in ABOVE:
            before = plain_segments(PAGE.format(above=above, line=other))
            line = WAYS.get(way, "{news}").format(other=other, news=news)
            after = plain_segments(PAGE.format(above=above, line=line))
            passages = compare(before, after).passages
            yield other, above, read(before, after, passages, title_before=TITLE, title_after=TITLE)


def wrong(one: tuple[str, str, str, Direction | None]) -> tuple[int, list[str]]:
    """In how many places one line of news was put, and where it was not told right, in words."""
    way, stood, news, direction = one
    found, places = [], 0
    for other, above, reading in readings(way, stood, news):
        places += 1
        told = reading.direction if reading.relevant else None
        if told is not direction:
            found.append(f"{told.value if told else 'silent':12} {news} {way}: {other} (above: {above})")
    return places, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    lines = list(asked())
    counts = Counter[tuple[str, str, str]]()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for (way, _, news, direction), (places, found) in zip(lines, pool.map(wrong, lines, chunksize=3), strict=True):
            group = "near misses" if direction is None else "later news" if _is_later(news) else "news"
            counts[group, way, "places"] += places
            counts[group, way, "wrong"] += len(found)
            counts[group, way, "silent"] += sum(line.startswith("silent") for line in found)
            if verbose:
                print("\n".join(found), end="\n" * bool(found), flush=True)
    for group, way in dict.fromkeys((group, way) for group, way, _ in counts):
        places, missed = (counts[group, way, name] for name in ("places", "wrong"))
        print(
            f"{group:12}{way:18} right {1 - missed / places:.3f} of {places:4}, silent {counts[group, way, 'silent']}"
        )


def _is_later(news: str) -> bool:
    return any(news in told for told in LATER.values())


if __name__ == "__main__":
    main()
