"""The database at size: what planning, claiming and the first pages cost over many pages with a history of checks.

    python -m benchmarks.scale [--pages 1000000] [--checks 20] [--changes 40000] [--url postgresql://...] [--plot X.svg]

Rows are made in the database itself, in bulk; --checks is how many lines of the log each page has, spread over a year.
Prints milliseconds: of the planner's tick (500 gates and their jobs), of a job's claim, of the pages that people open
most; then the room that each table takes, a row and in all, and what a year of one, and of four, checks a day comes to,
with and without folding. --plot draws the growth over two years.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import leather
from sqlalchemy import insert, text

from app import queue
from benchmarks.browser_pages import reading_of, text_of
from monitors.records import (
    Cause,
    Change,
    ChangeKind,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Segment,
    Source,
    SourceKind,
)
from storage import Store, open_store
from storage.changes import change_row
from storage.roots import Root
from storage.rows import pack, to_text
from storage.tables import roots
from storage.words import _tsvector, folded_words
from tests.postgres import PostgresServer
from web.application import create_app

NOW = datetime.now(UTC)
PAGES_A_HOST = 1 / 0.15
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
TEMPLATES = 40
LEASE, HOLD = timedelta(minutes=30), timedelta(seconds=45)


def fill(store: Store, pages: int, checks: int, changes: int) -> None:
    """Sources, monitors on 0.15 hosts a page, their log, and changes with what is looked up by words."""
    hosts = max(1, round(pages / PAGES_A_HOST))
    source = Source("s", "County Jail", SourceKind.JAIL, "US-TX", "Somewhere")
    monitor = Monitor("m", "s", "https://host.test/visit", title="Visiting rules", interval=timedelta(days=1))
    chance = random.Random(7)
    with store._database.writing() as connection:

        def do(statement: str, **values: Any) -> None:
            connection.execute(text(statement), values)

        do("INSERT INTO sources VALUES ('s', 'jail', 'US-TX', :record)", record=to_text(source))
        do(
            "INSERT INTO monitors (id, source_id, url, host, gate, active, from_config, record) "
            "SELECT 'm' || n, 's', 'https://h' || n % :hosts || '.test/' || n, 'h' || n % :hosts || '.test', "
            "'h' || n % :hosts || '.test', true, false, replace(replace(:record, '\"m\"', '\"m' || n || '\"'), "
            "'https://host.test/visit', 'https://h' || n % :hosts || '.test/' || n) FROM generate_series(1, :pages) n",
            hosts=hosts, pages=pages, record=to_text(monitor),
        )  # fmt: skip
        do(
            "INSERT INTO gates (name, due_at, held_by, crawl_delay_ms) SELECT 'h' || n || '.test', "
            "CAST(:now AS timestamptz) + (n % 1440 - 60) * interval '1 minute', '', 0 FROM generate_series(0, :most) n",
            now=NOW, most=hosts - 1,
        )  # fmt: skip
        do(
            "INSERT INTO monitor_states (monitor_id, next_check_at, due_at, lease_run, etag, last_modified, last_raw, "
            "fingerprint, last_check_at, last_ok_at, failures, slots, stencil) "
            "SELECT 'm' || n, g.due_at, g.due_at, '', md5(n::text), '', md5(n::text), md5(n::text), :now, :now, 0, "
            "'[]', '' FROM generate_series(1, :pages) n "
            "JOIN gates g ON g.name = 'h' || n % :hosts || '.test'",
            now=NOW - timedelta(hours=20), hosts=hosts, pages=pages,
        )  # fmt: skip
    for number in range(checks):  # in the order of time, as they would come, with a root before each
        at = NOW - timedelta(days=365 * (1 - number / checks))
        store.make_root(at)
        with store._database.writing() as connection:
            if not number:
                connection.execute(insert(roots), root_before_all(at))
            connection.execute(
                text(
                    "INSERT INTO checks (monitor_id, at, outcome, url, status, quality, rule, message, milliseconds, "
                    "size, link) SELECT 'm' || n, CAST(:at AS timestamptz) + n * interval '86 ms', "
                    "CASE WHEN n % 3 = 0 THEN 'not_modified' ELSE 'unchanged' END, "
                    "'https://h' || n % :hosts || '.test/' || n, 200, 'ok', '', '', 900, 48000, "
                    "sha256(convert_to(n::text, 'UTF8')) "
                    "FROM generate_series(1, :pages) n"
                ),
                {"at": at, "hosts": hosts, "pages": pages},
            )
    _fill_changes(store, pages, changes, chance)
    with store._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def root_before_all(at: datetime) -> dict[str, Any]:
    root = Root(at.date(), at, 0, 0, "", "0" * 64)
    return {name: getattr(root, name) for name in root.__slots__}


def _fill_changes(store: Store, pages: int, changes: int, chance: random.Random) -> None:
    """Changes and versions after a few dozen samples, repeated."""
    with store._database.writing() as connection:
        connection.execute(text("INSERT INTO extractors VALUES (1, 'html', '1', '')"))
        for sample in range(TEMPLATES):
            reading = reading_of(chance, chance.random() < 0.6)
            old, new = text_of(chance, 25), text_of(chance, 25)
            passage = Passage(PassageKind.REWORDED, Grade.HIGH, old, new, ("Visiting",))
            made = Change("m1", NOW, NOW, 0, 0, Cause.CONTENT, Grade.HIGH, (passage,), reading, ChangeKind.MOVED, "u")
            row = change_row(made)
            some = {"first": sample + 1, "step": TEMPLATES, "most": changes, "pages": pages, "now": NOW}
            numbers = "generate_series(CAST(:first AS int), CAST(:most AS int), CAST(:step AS int)) n"
            columns = [name for name in row if name not in ("monitor_id", "at", "old_version", "new_version")]
            values = ", ".join(f":{name}" for name in columns)
            connection.execute(
                text(
                    f"INSERT INTO changes (id, monitor_id, at, {', '.join(columns)}) SELECT n, 'm' || 1 + n % :pages, "
                    f"CAST(:now AS timestamptz) - (:most - n) * interval '365 days' / :most, {values} FROM {numbers}"
                ),
                {**{name: _value(row[name]) for name in columns}, **some},
            )
            body = " ".join(text_of(chance, 25) for _ in range(12))
            segments = pack((Segment(body, ("Visiting",)),))
            for table, said in (("change_words", f"{reading.headline} {old} {new}"), ("version_words", body)):
                connection.execute(
                    text(f"INSERT INTO {table} (id, words) SELECT n, CAST(:words AS tsvector) FROM {numbers}"),
                    {"words": _tsvector(folded_words(said)), **some},
                )
            connection.execute(
                text(
                    "INSERT INTO snapshots (monitor_id, sha, at, url, media_type, size, headers) SELECT 'm' || 1 + n % "
                    f":pages, sha256(n::text::bytea), :now, '', 'text/html', 9000, '' FROM {numbers}"
                ),
                some,
            )
            connection.execute(
                text(
                    "INSERT INTO versions (id, monitor_id, snapshot, at, extractor_id, characters, title, segments, "
                    "text) SELECT n, 'm' || 1 + n % :pages, sha256(n::text::bytea), :now, 1, 900, 'Rules', :segments, "
                    f":body FROM {numbers}"
                ),
                {**some, "segments": segments, "body": body},
            )
        connection.execute(
            text("SELECT setval('changes_id_seq', :most), setval('versions_id_seq', :most)"), {"most": changes}
        )


def _value(one: Any) -> Any:
    return one.value if isinstance(one, Enum) else one


def timed(act: Callable[[], Any]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def say(name: str, times: list[float]) -> None:
    last = sorted(times)
    print(
        f"{name:44} {statistics.median(times):9.1f} {last[min(len(last) - 1, int(0.95 * len(last)))]:9.1f} "
        f"{last[min(len(last) - 1, int(0.99 * len(last)))]:9.1f} {len(times):6}"
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
    transport = httpx.ASGITransport(app=create_app(store, base_url="http://127.0.0.1", clock=lambda: NOW))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for page in OPENED:
            times = []
            for _ in range(rounds + 1):
                began = time.perf_counter()
                assert (await client.get(page)).status_code == 200, page
                times.append((time.perf_counter() - began) * 1000)
            say(page, times[1:])


def room(store: Store, pages: int, plot: Path | None) -> None:
    """The tables' room, and what it grows to. Folded: 31 days line by line, a row and a link a day before that."""
    a_row: dict[str, float] = {}
    print(f"\n{'table':18} {'rows':>12} {'MB':>9} {'bytes a row, indexes included':>30}")
    with store._database.reading() as connection:
        for table in SIZED:
            count = connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0
            size = connection.scalar(text(f"SELECT pg_total_relation_size('{table}')")) or 0
            a_row[table] = size / count if count else 0.0
            print(f"{table:18} {count:12,} {size / 1e6:9.1f} {a_row[table]:30.0f}")
        index = connection.scalar(text("SELECT pg_relation_size('ix_checks_at')"))
        print(f"ix_checks_at (BRIN): {(index or 0) / 1e6:.2f} MB")
    day = pages * a_row["checks"] / 1e9
    covered = pages * (a_row["coverage"] + a_row["folded_links"]) / 1e9
    for times in (1, 4):
        whole, folded = 365 * times * day, 31 * times * day + 334 * covered
        print(f"{pages:,} pages, {times} checks a day, a year: {whole:.0f} GB; folded after 31 days: {folded:.0f} GB;")
        print(f"  ten times the pages: {10 * whole:.0f} GB; folded: {10 * folded:.0f} GB")
    if plot is not None:
        chart = leather.Chart(f"GB of checks, {pages:,} pages, 4 checks a day")
        days = range(0, 731, 30)
        chart.add_line([(n, 4 * n * day) for n in days], name="line by line")
        chart.add_line(
            [(n, 4 * min(n, 31) * day + max(0, n - 31) * covered) for n in days], name="folded after 31 days"
        )
        chart.to_svg(str(plot))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("pages", 1_000_000), ("checks", 20), ("changes", 40_000), ("jobs", 500), ("rounds", 12)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--url", default="")
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        url = asked.url or stack.enter_context(PostgresServer()).new_database()
        store = stack.enter_context(open_store(url, folder / "bodies"))
        if not store.sources():
            spent = timed(lambda: fill(store, asked.pages, asked.checks, asked.changes)) / 1000
            print(f"{asked.pages:,} pages, {asked.pages * asked.checks:,} checks filled in {spent:.0f} s")
        print(f"{'milliseconds':44} {'median':>9} {'p95':>9} {'p99':>9} {'times':>6}")
        asyncio.run(work(store, url, asked.jobs))
        asyncio.run(browse(store, asked.rounds))
        spent = timed(lambda: store.fold_checks(NOW - timedelta(days=300), limit=20_000))
        print(f"folding 20,000 checks into days: {spent:.0f} ms")
        room(store, asked.pages, asked.plot)


if __name__ == "__main__":
    main()
