"""What a schedule costs and how late it sees a change: `python -m benchmarks.schedule [--pages 4000] [--days 365]`.

Simulated pages change as pages of rules do: 70 % about once a year, 20 % a quarter, 8 % a month, 2 % a day; two of five
changes are followed by a correction within a day. The adaptive rows go through the product's own rule
(monitors/pace.py), jitter included. delay: hours from a change to the check that sees it; merged: changes that were
seen only together with a later one of the same page, so that no version of the text between them is kept. busiest
hour: the requests of the hour with the most, as a share of the pages.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from monitors.pace import fastest, held, slowed, spread
from monitors.records import Monitor, Source, SourceKind, Watched

START = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SORTS = ((0.70, 365.0), (0.20, 91.0), (0.08, 30.0), (0.02, 1.0))
CORRECTED = 0.4
SOURCE = Source("s", "S", SourceKind.JAIL, "US")


@dataclass
class Sum:
    fetches: int = 0
    merged: int = 0
    delays: list[float] = field(default_factory=list)
    busiest: int = 0


def changes(chance: random.Random, days: int) -> list[datetime]:
    """The times at which one page changes."""
    kind = chance.random()
    every = next(days_between for share, days_between in _cumulated() if kind <= share)
    at, found = 0.0, []
    while (at := at + chance.expovariate(1 / every)) < days:
        found.append(at)
        if chance.random() < CORRECTED:
            found.append(min(at + chance.random(), days))
    return sorted(START + DAY * one for one in found)


def _cumulated() -> Iterator[tuple[float, float]]:
    total = 0.0
    for share, every in SORTS:
        total += share
        yield (total if every > 1 else 1.0), every


def simulate(monitor: Monitor, pages: int, days: int, seed: int) -> Sum:
    """One year of all pages under one monitor's interval and soonest."""
    chance, total = random.Random(seed), Sum()
    by_hour = [0] * (days * 24)
    end = START + DAY * days
    for number in range(pages):
        one = replace(monitor, id=f"page-{number}")
        times = changes(chance, days)
        now = START + chance.random() * DAY
        state = Watched(one, SOURCE, last_ok_at=now - one.interval)
        while now < end:
            total.fetches += 1
            by_hour[min(int((now - START) / HOUR), len(by_hour) - 1)] += 1
            last = state.last_ok_at
            assert last is not None
            seen = times[bisect_right(times, last) : bisect_right(times, now)]
            total.delays += [(now - at) / HOUR for at in seen]
            total.merged += max(0, len(seen) - 1)
            pace = fastest(one) if seen else slowed(state, now)
            state = replace(state, last_ok_at=now, pace=held(one, pace))
            now += spread(one.id, pace, now)
    total.busiest = max(by_hour)
    return total


def row(name: str, total: Sum, pages: int, days: int) -> str:
    delays = sorted(total.delays)
    mean, p95 = sum(delays) / len(delays), delays[int(len(delays) * 0.95)]
    figures = (
        f"{total.fetches / pages / days:.2f}", f"{mean:.1f}", f"{p95:.1f}", f"{delays[-1]:.1f}",
        f"{100 * total.merged / len(delays):.0f} %", f"{total.busiest / pages * 100:.1f} %",
    )  # fmt: skip
    return f"| {name} | " + " | ".join(figures) + " |"


POLICIES = (
    ("every 24 h, steady", 24, 24),
    ("every 6 h, steady", 6, 6),
    ("2 h after a change, then slower up to 24 h (as shipped)", 24, 2),
    ("2 h after a change, then slower up to 12 h", 12, 2),
    ("6 h after a change, then slower up to 24 h", 24, 6),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=20261126)
    wanted = parser.parse_args()
    print(f"{wanted.pages} pages, {wanted.days} days\n")
    print("| schedule | requests a page and day | mean delay, h | p95, h | longest, h | merged | busiest hour |")
    print("|---|---|---|---|---|---|---|")
    for name, interval, soonest in POLICIES:
        monitor = Monitor("page", "s", "https://s.test/", interval=interval * HOUR, soonest=soonest * HOUR)
        print(
            row(name, simulate(monitor, wanted.pages, wanted.days, wanted.seed), wanted.pages, wanted.days), flush=True
        )


if __name__ == "__main__":
    main()
