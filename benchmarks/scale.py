"""The database at size: what planning, claiming and the first pages cost over many pages with a history of checks.

    python -m benchmarks.scale [--pages 1000000] [--checks 20] [--changes 40000] [--url postgresql://...] [--sqlite]
    python -m benchmarks.scale --pages 100000 --daily 4 [--lines 31] [--plot docs/scale.svg]

Rows are made in PostgreSQL itself, in bulk; --checks is how many lines of the log each page has, spread over a year.
With --daily every page has a year of so many checks a day: routine ones folded into days, but those of the last --lines
days, as `keep_checks` leaves them. Prints milliseconds: of the planner's tick (500 gates and their jobs), of a job's
claim, of the pages that people open most; then the room that each table takes, a row, a page and in all, and what a
year comes to, also for a million pages and ten times that. --plot draws the growth over two years with what was
measured; --sqlite copies everything to a SQLite file, as `backup` does, and opens the same pages over that.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import leather
from sqlalchemy import delete, text

from app import queue
from benchmarks.scale_rows import DAY, NOW, Plan, fill
from storage import Store, open_store
from storage.tables import run_facts
from tests.postgres import PostgresServer
from web.application import create_app

OPENED = ("/", "/changes", "/changes?q=video", "/search?q=visit", "/search?q=%22photo+identification%22", "/monitors")
SIZED = (
    "monitors",
    "monitor_states",
    "gates",
    "checks",
    "coverage",
    "folded_links",
    "changes",
    "versions",
    "version_words",
    "change_words",
)
LEASE, HOLD = timedelta(minutes=30), timedelta(seconds=45)


def timed(act: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def say(name: str, times: list[float]) -> None:
    last = sorted(times)
    print(
        f"{name:44} {statistics.median(times):9.1f} {last[min(len(last) - 1, int(0.95 * len(last)))]:9.1f} "
        f"{last[min(len(last) - 1, int(0.99 * len(last)))]:9.1f} {len(times):6}",
        flush=True,
    )


async def work(store: Store, url: str, jobs: int) -> None:
    """Planner and claims, as workers make them."""
    app = queue.queue_app(url)
    async with app.open_async():
        await queue.ensure_queue(app)
        say("gates made to agree with their monitors", [timed(store.reconcile_gates)])
        ticks, gates = [], []
        for _ in range(5):
            began = time.perf_counter()
            found = store.plan_gates(NOW, limit=500, again=timedelta(minutes=1))
            await queue.put_jobs(app, found)
            ticks.append((time.perf_counter() - began) * 1000)
            gates += found
        say("planner's tick: 500 gates and their jobs", ticks)
    claims, ends = [], []
    for number, gate in enumerate(gates[:jobs]):
        run = f"worker/bench:{number}"
        claims.append(
            timed(lambda g=gate, r=run: store.claim_due(NOW, limit=50, lease=LEASE, run=r, gate=g, hold=HOLD))
        )
        ends.append(timed(lambda r=run: store.release_claims(NOW, run=r)))
    say("a job's claim of its gate", claims)
    say("giving it back", ends)


async def browse(store: Store, rounds: int) -> None:
    """The pages that people open most, with the count that workers keep, and the first one without."""
    say("counting how monitors stand, by a worker", [timed(lambda: store.keep_standings(NOW))])
    transport = httpx.ASGITransport(app=create_app(store, base_url="http://127.0.0.1", clock=lambda: NOW))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:

        async def opened(page: str, times: int) -> list[float]:
            found = []
            for _ in range(times + 1):
                began = time.perf_counter()
                assert (await client.get(page)).status_code == 200, page
                found.append((time.perf_counter() - began) * 1000)
            return found[1:]

        for page in OPENED:
            say(page, await opened(page, rounds))
        with store._database.writing() as connection:
            connection.execute(delete(run_facts).where(run_facts.c.key == "standings"))
        say("/, where no worker keeps the count", await opened("/", 3))


def room(store: Store, plan: Plan, plot: Path | None) -> None:
    """The tables' room, and what it grows to. Folded: the last days line by line, a row and a link a day before."""
    a_row: dict[str, float] = {}
    whole = 0.0
    print(f"\n{'table':18} {'rows':>12} {'MB':>9} {'bytes a row, indexes included':>30} {'a page':>9}")
    with store._database.reading() as connection:
        for table in SIZED:
            count = connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0
            size = connection.scalar(text(f"SELECT pg_total_relation_size('{table}')")) or 0
            a_row[table] = size / count if count else 0.0
            whole += size
            print(f"{table:18} {count:12,} {size / 1e6:9.1f} {a_row[table]:30.0f} {size / plan.pages:9.0f}")
        print(f"{'all':18} {'':12} {whole / 1e6:9.1f} {'':30} {whole / plan.pages:9.0f}")
        for index in ("ix_checks_at", "ix_checks_monitor_id_id", "ix_checks_monitor_id_at_outcome", "pk_checks"):
            size = connection.scalar(text(f"SELECT pg_relation_size('{index}')")) or 0
            print(f"{index}: {size / 1e6:.2f} MB")
    if plan.daily:
        for pages in (1_000_000, 10_000_000):
            print(f"{pages:,} pages, {plan.daily} checks a day, a year: {whole / plan.pages * pages / 1e9:.0f} GB")
    day, covered = a_row["checks"], a_row["coverage"] + a_row["folded_links"]
    for times in (1, 4):
        lines, folded = 365 * times * day, plan.lines * times * day + (365 - plan.lines) * covered
        said = "; ".join(
            f"{pages:,} pages: {lines * pages / 1e9:.0f} GB, folded {folded * pages / 1e9:.0f} GB"
            for pages in sorted({plan.pages, 1_000_000, 10_000_000})
        )
        print(
            f"a year of {times} checks a day, by bytes a row, line by line and folded after {plan.lines} days: {said}"
        )
    if plot is not None:
        draw(plan, day, covered, whole, plot)


def draw(plan: Plan, line: float, covered: float, whole: float, plot: Path) -> None:
    """GB over two years for a million pages; line, covered: bytes of a line and of a folded day; whole: as measured."""
    daily = plan.daily or 4
    each = 1e6 / 1e9
    chart = leather.Chart(f"GB for a million pages, {daily} checks a day, by day")
    days = range(0, 731, 10)
    chart.add_line([(n, daily * n * line * each) for n in days], name="line by line")
    folded = [(n, (daily * min(n, plan.lines) * line + max(0, n - plan.lines) * covered) * each) for n in days]
    chart.add_line(folded, name=f"folded after {plan.lines} days")
    if plan.daily:
        chart.add_dots([(365, whole / plan.pages * each)], name=f"all tables, from {plan.pages:,} pages measured")
    chart.to_svg(str(plot))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given = {"pages": 1_000_000, "checks": 20, "daily": 0, "lines": 31, "changes": 40_000, "jobs": 500, "rounds": 20}
    for name, default in given.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--url", default="")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--sqlite", action="store_true")
    asked = parser.parse_args()
    plan = Plan(asked.pages, asked.changes, asked.checks, asked.daily, asked.lines)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        url = asked.url or stack.enter_context(PostgresServer()).new_database()
        store = stack.enter_context(open_store(url, folder / "bodies"))
        if not store.sources():
            spent = timed(lambda: fill(store, plan)) / 1000
            print(f"{plan.pages:,} pages and their history filled in {spent:.0f} s")
        print(f"{'milliseconds':44} {'median':>9} {'p95':>9} {'p99':>9} {'times':>6}", flush=True)
        asyncio.run(work(store, url, asked.jobs))
        asyncio.run(browse(store, asked.rounds))
        room(store, plan, asked.plot)
        before = NOW - (plan.lines - 2) * DAY if plan.daily else NOW - 300 * DAY
        print(f"folding 20,000 checks into days: {timed(lambda: store.fold_checks(before, limit=20_000)):.0f} ms")
        if asked.sqlite:
            over_sqlite(store, folder, asked.rounds)


def over_sqlite(store: Store, folder: Path, rounds: int) -> None:
    copied = timed(lambda: store.copy_database(folder / "copy.db")) / 1000
    with open_store(f"sqlite:///{folder / 'copy.db'}", folder / "bodies") as copy:
        indexed = timed(lambda: copy.repair(NOW)) / 1000
        print(f"\nSQLite: copied in {copied:.0f} s, words indexed in {indexed:.0f} s", flush=True)
        asyncio.run(browse(copy, rounds))


if __name__ == "__main__":
    main()
