"""How long the history browser takes to answer, over a large history: server time of each page, search included.

    python -m benchmarks.browser_pages [--url postgresql://...] [--monitors 5000 --checks 300000 --changes 40000]
                                       [--keep FOLDER] [--rounds 12] [--cold]

Fills a fresh database through SQLAlchemy's bulk inserts (--keep uses it again the next time), then asks for each page
and its twin in turn, within one process and without a network, and prints the median and the 95th percentile in
milliseconds: by the clock, and of processor time, which a machine that others use too distorts less. The aim is a 95th
percentile under 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import insert, text

from monitors.places import PLACES
from monitors.records import (
    Cause,
    Change,
    ChangeKind,
    CheckOutcome,
    Direction,
    Fact,
    Finding,
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
)
from storage import ChangeQuery, Store, open_store
from storage.changes import change_row
from storage.engine import insert_new
from storage.fact_rows import fact_rows
from storage.rows import pack
from storage.tables import change_topics, changes, checks, extractors, facts, snapshots, states, versions
from storage.words import index_texts
from web.application import create_app

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEXT = """visitors must schedule each visit online at least hours before the time they want and bring a valid photo
identification card to the lobby desk children under years of age are welcome when an adult comes with them in person
visits last minutes on weekdays and weekends video visits cost dollars each and are recorded legal mail is opened in the
presence of the addressee tablets are offered by the vendor money may be sent through the kiosk"""
WORDS = TEXT.split()
PAGES = (
    "/",
    "/?days=30",
    "/changes",
    "/changes?every=1",
    "/changes?topic=fees&severity=major",
    "/changes?jurisdiction=US-TX",
    "/changes?source=source-00007",
    "/changes?review=open&before=20000",
    "/changes?q=video",
    "/changes?q=%22in+person%22+fee",
    "/changes?q=lobby&direction=restrictive",
    "/changes/{change}",
    "/changes/{change}?view=side&topic=fees",
    "/changes/{change}/evidence",
    "/search?q=visit",
    "/search?q=%22photo+identification%22",
    "/search?q=zyzzyva+lobby",
    "/search?q=kiosk&jurisdiction=US-OH",
    "/monitors",
    "/monitors?standing=failing",
    "/monitors?q=visit&kind=jail",
    "/monitors?after=monitor-04000",
    "/monitors/{monitor}",
    "/monitors/{monitor}/compare?old={old}&new={new}",
    "/versions/{new}",
    "/sources",
    "/sources/source-00007",
    "/places",
    "/places/US-TX",
    "/panel",
    "/panel?jurisdiction=US-TX",
    "/as-of?day=2026-06-30",
    "/contradictions",
    "/contradictions?jurisdiction=US-TX",
    "/status",
    "/subscribe",
    "/healthz",
)


def text_of(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def sources_of(count: int) -> list[Source]:
    codes, kinds = sorted(PLACES), list(SourceKind)
    made = []
    for n in range(count):
        kind, code = kinds[n % 7] if n % 3 else SourceKind.JAIL, codes[n % len(codes)]
        # A vendor is at home everywhere: its words have to name a facility.
        where = ("US", "") if kind is SourceKind.VENDOR else (code, f"County {n}")
        made.append(Source(f"source-{n:05}", f"County {n} Jail", kind, *where))
    return made


def reading_of(chance: random.Random, relevant: bool) -> Reading:
    if not relevant:
        return Reading(relevant=False)
    direction = chance.choices(list(Direction), weights=[5, 4, 1, 2, 1])[0]
    severity = chance.choices([Severity.MINOR, Severity.MAJOR, Severity.CRITICAL], weights=[6, 3, 1])[0]
    topics = tuple(chance.sample(list(Topic), k=chance.randint(1, 3)))
    facts = (Fact("video_fee_usd", float(chance.randint(1, 9)), float(chance.randint(1, 15))),)
    finding = Finding(topics, direction, severity, facts, ("rule",), ("costs",), (0,), "The price moves")
    headline = f"A video visit costs ${chance.randint(1, 15)} instead of ${chance.randint(1, 15)}"
    return Reading(True, direction, severity, topics, facts, headline, (finding,), ("the fee moved",))


def fill(store: Store, monitors: int, visits: int, changed: int) -> None:
    """The catalogue, versions with changes between them, and the log of visits. Texts come from a pool of pages: what
    counts is how many rows there are and how long."""
    chance = random.Random(7)
    sources = sources_of(max(1, monitors // 3))
    listed = [
        Monitor(f"monitor-{n:05}", sources[n % len(sources)].id, f"https://host{n % 900}.test/visit/{n}",
                title=f"Visiting rules of page {n}")
        for n in range(monitors)
    ]  # fmt: skip
    store.put_catalogue(sources, listed, NOW - timedelta(days=400))
    pool = [tuple(Segment(text_of(chance, 25), ("Visiting",)) for _ in range(24)) for _ in range(60)]
    packed = [pack(segments) for segments in pool]
    each = changed // monitors
    number = change = 0
    for start in range(0, monitors, 250):
        with store._database.writing() as connection:
            rows: dict[Any, list[dict[str, Any]]] = {table: [] for table in (snapshots, versions, changes, facts)}
            made_by = {"id": 1, "name": "html", "version": "1", "options": ""}
            connection.execute(insert_new(connection, extractors), made_by)
            said: list[tuple[str, int, tuple[str, ...]]] = []
            touched: list[dict[str, Any]] = []
            for at, monitor in enumerate(listed[start : start + 250], start):
                for step in range(each + (at < changed % monitors) + 1):
                    number += 1
                    page = chance.randrange(len(pool))
                    when = NOW - timedelta(days=360 * (1 - step / (each + 2)), seconds=chance.randint(0, 9999))
                    _version_rows(rows, number, monitor, when, pool[page], packed[page], chance)
                    said.append(("version_words", number, tuple(one.text for one in pool[page])))
                    if step:
                        change += 1
                        reading = reading_of(chance, chance.random() < 0.6)
                        old, new = (chance.choice(pool)[0].text for _ in range(2))
                        if change % 5 == 0:
                            new = f"At County {chance.randrange(len(sources))} Jail {new}"
                        passages = (Passage(PassageKind.REWORDED, Grade.HIGH, old, new, ("Visiting",)),)
                        made = Change(
                            monitor.id, when, when - timedelta(days=1), number - 1, number, Cause.CONTENT, Grade.HIGH,
                            passages, reading, ChangeKind.TEXT, monitor.url, id=change,
                        )  # fmt: skip
                        rows[changes].append({"id": change, **change_row(made)})
                        rows[facts] += fact_rows(made)
                        touched += [{"topic": topic, "change_id": change} for topic in reading.topics]
                        said.append(("change_words", change, (reading.headline, old, new)))
            for table in (snapshots, versions, changes, facts):
                connection.execute(insert(table), rows[table])
            connection.execute(insert(change_topics), touched)
            for table, one, texts in said:
                index_texts(connection, table, one, texts)
            _states(connection, chance, rows[versions])
    with store._database.writing() as connection:
        _visits(connection, chance, listed, visits)
    if store._database.engine.dialect.name == "postgresql":  # what autovacuum has long done where rows came one by one
        with store._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _version_rows(
    rows: dict[Any, list[dict[str, Any]]],
    number: int,
    monitor: Monitor,
    at: datetime,
    segments: tuple[Segment, ...],
    packed: bytes,
    chance: random.Random,
) -> None:
    sha = f"{chance.getrandbits(256):064x}"
    text = "\n".join(one.text for one in segments)
    rows[snapshots].append(
        {"monitor_id": monitor.id, "sha": sha, "at": at, "url": monitor.url, "status": 200, "media_type": "text/html",
         "size": 9000, "headers": pack(())}
    )  # fmt: skip
    rows[versions].append(
        {"id": number, "monitor_id": monitor.id, "snapshot": sha, "at": at, "extractor_id": 1, "characters": len(text),
         "title": monitor.title, "segments": packed, "text": text}
    )  # fmt: skip


def _states(connection: Any, chance: random.Random, made: list[dict[str, Any]]) -> None:
    for monitor, latest in {row["monitor_id"]: row["id"] for row in made}.items():
        failing = chance.random() < 0.05
        values = {
            "latest_version": latest, "last_ok_at": NOW - timedelta(hours=3), "failures": 3 if failing else 0,
            "failing_since": NOW - timedelta(days=2) if failing else None, "next_check_at": NOW + timedelta(hours=9),
        }  # fmt: skip
        connection.execute(states.update().where(states.c.monitor_id == monitor), values)


def _visits(connection: Any, chance: random.Random, listed: list[Monitor], visits: int) -> None:
    each = max(1, visits // len(listed))
    outcomes = [CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED, CheckOutcome.CHANGED, CheckOutcome.FAILED]
    for day in range(each):
        rows = [
            {"monitor_id": monitor.id, "at": NOW - timedelta(days=each - day), "url": monitor.url, "status": 200,
             "outcome": chance.choices(outcomes, weights=[70, 20, 5, 5])[0], "quality": "ok", "rule": "",
             "failure": None, "message": "", "snapshot": "", "milliseconds": 900, "size": 9000}
            for monitor in listed
        ]  # fmt: skip
        ids = list(connection.scalars(insert(checks).returning(checks.c.id, sort_by_parameter_order=True), rows))
    for monitor, number in zip(listed, ids, strict=True):
        last = {"last_check_id": number, "last_check_at": NOW - timedelta(days=1)}
        connection.execute(states.update().where(states.c.monitor_id == monitor.id), last)


def addresses(store: Store, chance: random.Random, rounds: int) -> Iterator[tuple[str, str]]:
    """Each page with ids that differ from round to round."""
    monitors = [monitor.id for monitor in store.monitors()]
    for _ in range(rounds):
        monitor = chance.choice(monitors)
        versions = [one.id for one in store.versions(monitor)]
        change = chance.randint(1, newest_change(store))
        ids = {"monitor": monitor, "old": versions[0], "new": versions[-1], "change": change}
        for page in PAGES:
            yield page, page.format(**ids)


def newest_change(store: Store) -> int:
    return store.changes(ChangeQuery(limit=1))[0].change.id


async def measure(store: Store, rounds: int, cold: bool = False) -> dict[str, list[tuple[float, float]]]:
    app = create_app(store, base_url="http://127.0.0.1", clock=lambda: NOW)
    gc.collect()
    gc.freeze()  # as `visitwatch serve` does
    took: dict[str, list[tuple[float, float]]] = {}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for number, (page, address) in enumerate(addresses(store, random.Random(3), rounds + 1)):
            if cold:
                for remembered in (store._counted, store._quoted, app.state.room.worked_out):
                    remembered.clear()
            began, busy = time.perf_counter(), time.process_time()
            answer = await client.get(address)
            spent = ((time.perf_counter() - began) * 1000, (time.process_time() - busy) * 1000)
            assert answer.status_code == 200, (address, answer.status_code)
            if number >= len(PAGES):  # the first round warms the caches up
                took.setdefault(page, []).append(spent)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="")
    parser.add_argument("--monitors", type=int, default=5_000)
    parser.add_argument("--checks", type=int, default=300_000)
    parser.add_argument("--changes", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--keep", type=Path)
    parser.add_argument(
        "--cold", action="store_true", help="forget before each page what is remembered until news come"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        with open_store(asked.url or f"sqlite:///{folder / 'bench.db'}", folder / "bodies") as store:
            began = time.perf_counter()
            if not store.sources():
                fill(store, asked.monitors, asked.checks, asked.changes)
                print(f"filled in {time.perf_counter() - began:.0f} s")
            took = asyncio.run(measure(store, asked.rounds, asked.cold))
    print(f"{'page':52} {'median ms':>10} {'p95 ms':>8} {'cpu median':>11} {'cpu p95':>8}")
    every = [one for times in took.values() for one in times]
    for page, times in [*took.items(), ("all pages", every)]:
        wall, cpu = [one for one, _ in times], [one for _, one in times]
        figures = f"{statistics.median(wall):10.1f} {_p95(wall):8.1f} {statistics.median(cpu):11.1f} {_p95(cpu):8.1f}"
        print(f"{page:52} {figures}")


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


if __name__ == "__main__":
    main()
