"""How a store grows with 100 to 50,000 monitors and their history: rounds, claiming, pages, memory and disk.

    python -m benchmarks.growth [--sizes 100,1000,10000] [--rounds 30] [--plot docs/growth.svg]

For each size a fresh SQLite store gets so many monitors, a first version of each, and then rounds a day apart as
`visitwatch check` writes them: everything is claimed in batches of 500, unchanged pages are logged 100 a transaction,
and two pages of a hundred get a version, a change, and every second of these an alert. Nothing is fetched: what pages
cost is told by benchmarks/contest.py. Printed: seconds of a round at the start and at the end of the history, the
median claim of a batch, the page of today and a monitor's page over the filled store (median of five), the peak of
memory, and the database's size in all and per monitor and round. CPU seconds and milliseconds, of this process alone.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from fastapi import FastAPI
from leather import Chart

from monitors.records import (
    Alert,
    Cause,
    Change,
    ChangeKind,
    Check,
    CheckOutcome,
    Direction,
    Extractor,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Reading,
    Segment,
    Severity,
    Source,
    SourceKind,
    Topic,
    Version,
    Watched,
)
from monitors.segments import with_key
from storage.checks import CheckWrite
from storage.pages import PageWrite
from storage.store import Store, open_store
from web.application import create_app

START = datetime(2026, 1, 1, 6, tzinfo=UTC)
DAY = timedelta(days=1)
BATCH, AT_ONCE, CHANGED = 500, 100, 50  # CHANGED: one page of so many changes in a round
RULE = "Visits on day {} of the week last {} minutes and are booked at the desk of the county jail."
HEAD = (
    "| monitors | round 2, s | last round, s | claim, ms | today, ms | its page, ms | peak MB | disk MB | bytes/check |"
)


@dataclass(frozen=True, slots=True)
class Grown:
    """What one size came to. rounds: CPU seconds of each; the others in ms, MB and bytes."""

    monitors: int
    rounds: Sequence[float]
    claim: float
    today: float
    page: float
    memory: float
    disk: float
    a_check: float


def grow(count: int, rounds: int, folder: Path) -> Grown:
    """Fill a store and look at it. Memory is the peak of the whole process: one size a process."""
    file = folder / "growth.db"
    with open_store(f"sqlite:///{file}", folder / "bodies") as store:
        _enrol(store, count)
        seconds: list[float] = []
        claims: list[float] = []
        sizes = [0.0]
        for number in range(rounds):
            start = time.process_time()
            _round(store, number, claims)
            seconds.append(time.process_time() - start)
            sizes.append(sum(path.stat().st_size for path in folder.glob("growth.db*")) / 1e6)
        now = START + rounds * DAY
        app = create_app(store, base_url="http://127.0.0.1", clock=lambda: now)
        today, page = asyncio.run(_medians(app, "/", "/monitors/m0"))
        grown = (sizes[-1] - sizes[1]) * 1e6 / (count * max(1, rounds - 1))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return Grown(count, seconds, statistics.median(claims), today, page, memory, sizes[-1], grown)


async def _medians(app: FastAPI, *paths: str) -> list[float]:
    """CPU milliseconds of each page, the median of five looks."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        return [statistics.median([await _look(client, path) for _ in range(5)]) for path in paths]


async def _look(client: httpx.AsyncClient, path: str) -> float:
    start = time.process_time()
    (await client.get(path)).raise_for_status()
    return 1000 * (time.process_time() - start)


def _enrol(store: Store, count: int) -> None:
    sources = [Source(f"s{n}", f"County {n}", SourceKind.JAIL, "US-OH") for n in range(max(1, count // 50))]
    monitors = [
        Monitor(f"m{n}", sources[n % len(sources)].id, f"https://county-{n % len(sources)}.example/page-{n}")
        for n in range(count)
    ]
    store.add_monitors(sources, monitors, START)


def _round(store: Store, number: int, claims: list[float]) -> None:
    now = START + number * DAY
    while claimed := _claimed(store, now, f"round {number}", claims):
        bare: list[CheckWrite] = []
        for watched in claimed:
            place = int(watched.monitor.id[1:])
            if number == 0 or (place + number) % CHANGED == 0:
                store.record_page(_page(store, watched, number, now))
            else:
                bare.append(
                    CheckWrite(Check(watched.monitor.id, now, CheckOutcome.UNCHANGED, watched.monitor.url, 200))
                )
        for group in _groups(bare):
            store.record_checks(group)


def _claimed(store: Store, now: datetime, run: str, claims: list[float]) -> list[Watched]:
    start = time.process_time()
    claimed = store.claim_due(now, limit=BATCH, lease=timedelta(minutes=30), ignore_due=True, not_since=now, run=run)
    if claimed:
        claims.append(1000 * (time.process_time() - start))
    return claimed


def _groups(writes: Sequence[CheckWrite]) -> Iterator[Sequence[CheckWrite]]:
    for first in range(0, len(writes), AT_ONCE):
        yield writes[first : first + AT_ONCE]


def _page(store: Store, watched: Watched, number: int, now: datetime) -> PageWrite:
    """A page of twenty rules of which one is another each round."""
    monitor = watched.monitor
    lines = [RULE.format(n % 7, 20 + n + (number if n == 3 else 0)) for n in range(20)]
    text = "\n".join(lines)
    sha = store.put_body(f"{monitor.url}\n{text}".encode())
    segments = tuple(with_key(Segment(line)) for line in lines)
    version = Version(monitor.id, sha, now, Extractor("html", "growth"), title="Visiting", text=text, segments=segments)
    first = number == 0
    change = None if first else _change(watched, lines[3], now)
    return PageWrite(
        check=Check(
            monitor.id, now, CheckOutcome.FIRST if first else CheckOutcome.CHANGED, monitor.url, 200, snapshot=sha
        ),
        version=version,
        body_sha=sha,
        media_type="text/html",
        expected_version=watched.latest_version,
        change=change,
        alert=_alert(change, now) if change is not None and number % 2 else None,
    )


def _change(watched: Watched, line: str, now: datetime) -> Change:
    passage = Passage(PassageKind.REWORDED, Grade.HIGH, RULE.format(3, 22), line)
    reading = Reading(
        relevant=True,
        direction=Direction.MIXED,
        severity=Severity.MINOR,
        topics=(Topic.DURATION_FREQUENCY,),
        headline="Visits last another while",
    )
    return Change(
        monitor_id=watched.monitor.id,
        at=now,
        since=now - DAY,
        old_version=watched.latest_version,
        new_version=0,
        cause=Cause.CONTENT,
        grade=Grade.HIGH,
        passages=(passage,),
        reading=reading,
        kind=ChangeKind.TEXT,
        url=watched.monitor.url,
    )


def _alert(change: Change, now: datetime) -> Alert:
    reading = change.reading
    return Alert(0, now, reading.headline, reading.direction, reading.severity, reading.topics)


def row(grown: Grown) -> str:
    later = grown.rounds[min(1, len(grown.rounds) - 1)]
    costs = (
        f"{later:>10.2f} | {grown.rounds[-1]:>13.2f} | {grown.claim:>9.1f} | {grown.today:>9.1f} | {grown.page:>12.1f}"
    )
    return f"| {grown.monitors:>8,} | {costs} | {grown.memory:>7.0f} | {grown.disk:>7.1f} | {grown.a_check:>11.0f} |"


def plot(grown: Sequence[Grown], file: Path) -> None:
    """Milliseconds a monitor costs in each round: flat lines are what no history slows."""
    chart = Chart("CPU ms a monitor and round, by round")
    top = max(1000 * seconds / one.monitors for one in grown for seconds in one.rounds[1:])
    chart.add_y_scale(0, top * 1.1)
    for one in grown:
        line = [(n, 1000 * seconds / one.monitors) for n, seconds in enumerate(one.rounds[1:], 2)]
        chart.add_line(line, name=f"{one.monitors:,} monitors", width=1.5)
    chart.to_svg(str(file))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--plot", type=Path, help="write the rounds' costs there as SVG")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(asdict(grow(wanted.one, wanted.rounds, Path(folder)))))
        return
    print(HEAD)
    print("|" + "|".join("-" * (len(cell) - 1) + ":" for cell in HEAD.split("|")[1:-1]) + "|")
    grown = []
    for size in wanted.sizes.split(","):  # each in a process of its own: memory is its peak
        command = [sys.executable, "-m", "benchmarks.growth", "--one", size, "--rounds", str(wanted.rounds)]
        answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        grown.append(Grown(**json.loads(answer)))
        print(row(grown[-1]), flush=True)
    if wanted.plot:
        plot(grown, wanted.plot)


if __name__ == "__main__":
    main()
