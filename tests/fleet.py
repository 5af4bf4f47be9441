"""Many workers on one PostgreSQL over a site of many hosts, with kills and restarts: `make fleet JOBS=10000 KILLS=100`.

The site is one server that answers on every address of 127.0.0.0/8 and keeps its own log of when each host was being
asked; a page changes only when its last change was recorded. The last line counts what must be 0: hosts that were asked
twice at once, requests that came sooner than the pause allows, gates of killed workers that nobody took up in 90 s,
changes that were lost or recorded twice, faults that `verify` finds in what all of them wrote together (the chains).
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import psycopg

from monitors.records import Cause, Monitor, Source, SourceKind
from storage import ChangeQuery, Store, open_store
from tests.acceptance.installed import ENVIRONMENT
from tests.postgres import PostgresServer

ROOT = Path(__file__).parents[1]
PROGRAM = "import socket; socket.gethostname = lambda: {machine!r}; from app.cli import main; main()"
SOURCE = Source("alder", "Alder County Jail", SourceKind.JAIL, "US-OH")
TAKEN_UP_WITHIN = 90.0


class FleetSite:
    """log: (host, when it began to be asked, when it was answered), seconds of this process's clock."""

    def __init__(self, answer_after: float = 0.0) -> None:
        self.answer_after = answer_after
        self.log: list[tuple[str, float, float]] = []
        self.robots = 0
        self.pages = 0
        self.versions: Counter[str] = Counter()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._main(),), daemon=True)

    def __enter__(self) -> FleetSite:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._loop.close()

    def url(self, host: str, page: int) -> str:
        return f"http://{host}:{self.port}/page/{page}"

    async def _main(self) -> None:
        server = await asyncio.start_server(self._connection, "0.0.0.0", self.port, backlog=512)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                began = time.monotonic()
                lines = head.decode("latin-1").split("\r\n")
                headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
                host, path = headers["host"].rsplit(":", 1)[0], lines[0].split(" ")[1]
                await asyncio.sleep(self.answer_after)
                status, body = self._answer(host, path)
                # Before the answer leaves: whoever has read it may ask again at once.
                self.log.append((host, began, time.monotonic()))
                head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                writer.write(head + body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # a worker that was killed, or the end of the site
        finally:
            writer.close()

    def _answer(self, host: str, path: str) -> tuple[str, bytes]:
        if path == "/robots.txt":
            self.robots += 1
            return "404 Not Found", b""
        if not path.startswith("/page/"):
            return "404 Not Found", b"<h1>not found</h1>"
        self.pages += 1
        hour = self.versions[f"{host}{path}"]
        rules = f"<p>Visits begin at step {hour} of the list that hangs in hall {path[6:]} of house {host}.</p>"
        return "200 OK", f"<html><title>Rules</title><main><h1>Visiting</h1>{rules}{FILLING}</main></html>".encode()

    def overlaps(self) -> int:
        """How often a host was asked while it was being asked."""
        return sum(later[1] < earlier[2] for earlier, later in self._pairs())

    def too_soon(self, pause: float) -> int:
        """How often a host was asked again before the pause since the last request was over, give or take what clocks
        are read apart."""
        return sum(later[1] - earlier[1] < pause - 0.01 for earlier, later in self._pairs())

    def _pairs(self) -> list[tuple[tuple[str, float, float], tuple[str, float, float]]]:
        by_host: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
        for entry in sorted(self.log, key=lambda entry: entry[1]):
            by_host[entry[0]].append(entry)
        return [pair for entries in by_host.values() for pair in pairwise(entries)]


FILLING = "".join(f"<p>Rule {n}: visitors of unit {n} come to door {n} and wait for the officer.</p>" for n in range(8))


@dataclass
class Fleet:
    """hosts and pages of each; pause: between two requests to a host; hold: of a gate; patience: until everything that
    is due was seen, all in seconds."""

    folder: Path
    server: PostgresServer
    site: FleetSite
    hosts: int
    pages: int = 1
    pause: float = 1.0
    hold: float = 45.0
    patience: float = 600.0
    at_once: int = 8
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    started: int = 0
    slowest: float = 0.0
    late: int = 0

    def prepare(self) -> None:
        self.url = self.server.new_database()
        names = [f"127.{1 + n // 60000}.{n // 250 % 240}.{n % 250 + 1}" for n in range(self.hosts)]
        pages = [(f"{name}-{page}", self.site.url(name, page)) for name in names for page in range(self.pages)]
        with self.store() as store:
            watched = [Monitor(key, SOURCE.id, url, title="Rules") for key, url in pages]
            store.add_monitors([SOURCE], watched, datetime.now(UTC))
        (self.folder / "config.toml").write_text(
            f'[crawl]\ndelay = "{self.pause} s"\nautothrottle = false\nallow_networks = ["127.0.0.0/8"]\n'
            f'allow_ports = [{self.site.port}]\ntimeout = "60 s"\ndeadline = "120 s"\n'
            '[schedule]\nextract_limit = "2 min"\n[mail]\nheartbeat = false\n'
            f'[scale]\nengine = "procrastinate"\nhold = "{self.hold} s"\nplan_every = "1 s"\n'
            f"gates_at_once = {self.at_once}\n",
            encoding="utf-8",
        )

    def store(self) -> Store:
        return open_store(self.url, self.folder / "var/bodies")

    def start(self) -> subprocess.Popen[bytes]:
        """One more worker, on a machine of its own."""
        self.started += 1
        with (self.folder / f"worker-{self.started}.log").open("wb") as log:
            worker = subprocess.Popen(
                [sys.executable, "-c", PROGRAM.format(machine=f"machine-{self.started}"), "worker"],
                cwd=self.folder,
                env=ENVIRONMENT | {"PYTHONPATH": str(ROOT), "VISITWATCH_STORE_URL": self.url},
                stdout=log,
                stderr=log,
            )
        self.workers.append(worker)
        return worker

    def stop(self) -> None:
        for worker in self.workers:
            worker.send_signal(signal.SIGTERM)
        for worker in self.workers:
            worker.wait(60)
        self.workers.clear()

    def make_due(self) -> datetime:
        """Let everything be due now, as if an interval had passed; what is under way stays what it is. A run that ends
        just then would say of its gate when it was due before: such are waited for."""
        until = time.monotonic() + self.hold
        with psycopg.connect(self.url, autocommit=True) as connection:
            while connection.execute("SELECT 1 FROM gates WHERE held_until > now()").fetchone():
                if time.monotonic() > until:
                    break
                time.sleep(0.1)
            now = datetime.now(UTC)
            connection.execute("UPDATE monitor_states SET due_at = %s WHERE lease_until IS NULL", [now])
            connection.execute("UPDATE gates SET due_at = %s WHERE held_until IS NULL OR held_until <= now()", [now])
        return now

    def unseen(self, since: datetime) -> set[str]:
        """Monitors that no good check saw since then; what cannot be asked just now counts as unseen."""
        query = "SELECT monitor_id FROM monitor_states WHERE last_ok_at IS NULL OR last_ok_at < %s"
        try:
            with psycopg.connect(self.url) as connection:
                return {row[0] for row in connection.execute(query, [since])}
        except psycopg.OperationalError:
            return {"the database is away"}

    def settle(self, since: datetime) -> None:
        """Wait until everything was seen since then."""
        until = time.monotonic() + self.patience
        while missing := self.unseen(since):
            if time.monotonic() > until:
                raise RuntimeError(f"{len(missing)} monitors unseen after {self.patience} s\n{self._standing(missing)}")
            time.sleep(0.3)

    def _standing(self, missing: set[str]) -> str:
        """What an unseen monitor waits for: its last checks, who holds what, what is queued, what the workers said."""
        with self.store() as store:
            lines = [f"{name}: {store.checks(name, 2)}" for name in sorted(missing)[:3]]
        with psycopg.connect(self.url) as connection:
            for table in ("gates", "monitor_states", "visitwatch_queue.procrastinate_jobs"):
                lines += [f"{table}: {row}" for row in connection.execute(f"SELECT * FROM {table} LIMIT 40")]
        lines += [f"{log.name}:\n{log.read_text()[-4000:]}" for log in sorted(self.folder.glob("worker-*.log"))]
        return "\n".join(lines)

    def kill(self, many: int) -> None:
        """Kill workers without a word, put others in their places, and see how soon what they held is taken up."""
        began = time.monotonic()
        waiting = {(name, like) for _ in range(many) for name, like in self._killed()}
        while waiting and time.monotonic() - began < TAKEN_UP_WITHIN:
            time.sleep(0.2)
            query = "SELECT name FROM gates WHERE name = %s AND held_by LIKE %s AND held_until IS NOT NULL"
            with psycopg.connect(self.url) as connection:
                waiting = {held for held in waiting if connection.execute(query, held).fetchone()}
            self.slowest = max(self.slowest, time.monotonic() - began)
        self.late += len(waiting)

    def _killed(self) -> list[tuple[str, str]]:
        """One worker less and another one more: the gates it held, and by which names."""
        worker = self.workers.pop(self.chance.randrange(len(self.workers)))
        worker.kill()
        worker.wait()
        like = f"worker/%:{worker.pid}:%"
        with psycopg.connect(self.url) as connection:
            query = "SELECT name FROM gates WHERE held_by LIKE %s AND name NOT LIKE 'smtp:%%'"
            held = [(row[0], like) for row in connection.execute(query, [like])]
        self.start()
        return held

    def change_pages(self, share: float) -> None:
        """Let some pages change: such whose last change is recorded."""
        with self.store() as store:
            for key, seen in self.recorded(store).items():
                path = key.rpartition("-")
                name = f"{path[0]}/page/{path[2]}"
                if seen == self.site.versions[name] and self.chance.random() < share:
                    self.site.versions[name] += 1

    def recorded(self, store: Store) -> Counter[str]:
        """How many changes of content each monitor has, 0 where it has a first version only."""
        counts = Counter({m.id: 0 for m in store.monitors() if store.latest_version(m.id) is not None})
        before: int | None = None
        while rows := store.changes(ChangeQuery(limit=500, before_id=before)):
            counts.update(row.change.monitor_id for row in rows if row.change.cause is Cause.CONTENT)
            before = rows[-1].change.id
        return counts

    def lost_and_doubled(self) -> tuple[int, int]:
        with self.store() as store:
            counts = self.recorded(store)
        lost = doubled = 0
        for key, seen in counts.items():
            host, _, page = key.rpartition("-")
            made = self.site.versions[f"{host}/page/{page}"]
            lost += max(0, made - seen)
            doubled += max(0, seen - made)
        return lost, doubled


@dataclass(frozen=True)
class Wanted:
    jobs: int
    kills: int = 0
    restarts: int = 0
    workers: int = 2
    hosts: int = 100
    pages: int = 1
    hold: float = 45.0
    patience: float = 600.0
    share: float = 0.05


def run(wanted: Wanted, said: Callable[[str], object] | None = None) -> str:
    """Run until so many jobs were done; the last line of the report. said: takes a line of progress now and then. A job
    reads its host's robots.txt once, so that file's requests are the count of jobs that got through to their host."""
    with (
        tempfile.TemporaryDirectory(prefix="visitwatch-fleet-") as folder,
        PostgresServer() as server,
        FleetSite() as site,
    ):
        fleet = Fleet(Path(folder), server, site, wanted.hosts, wanted.pages)
        fleet.hold, fleet.patience = wanted.hold, wanted.patience
        try:
            return _through(wanted, fleet, said)
        finally:
            for worker in fleet.workers:
                worker.kill()
                worker.wait()


def _through(wanted: Wanted, fleet: Fleet, said: Callable[[str], object] | None) -> str:
    site, killed, restarted, began = fleet.site, 0, 0, time.monotonic()
    fleet.prepare()
    for _ in range(wanted.workers):
        fleet.start()
    fleet.settle(fleet.make_due())
    at_once = max(1, round(wanted.kills * wanted.hosts / max(1, wanted.jobs)))  # each round brings a job a host
    while site.robots < wanted.jobs or killed < wanted.kills or restarted < wanted.restarts:
        fleet.change_pages(wanted.share)
        since = fleet.make_due()
        time.sleep(fleet.chance.uniform(0.5, 2.0))
        if killed < wanted.kills:
            now = min(at_once, wanted.kills - killed)
            fleet.kill(now)
            killed += now
        if restarted < wanted.restarts:
            fleet.server.stop()
            time.sleep(fleet.chance.uniform(0.0, 1.0))
            fleet.server.start()
            restarted += 1
        fleet.settle(since)
        if said is not None:
            said(f"{site.robots} jobs, {killed} kills, {restarted} restarts, {time.monotonic() - began:.0f} s")
    fleet.settle(fleet.make_due())
    fleet.stop()
    lost, doubled = fleet.lost_and_doubled()
    with fleet.store() as store:
        faults, roots = len(list(store.verify(datetime.now(UTC)))), len(store.roots())
    return (
        f"jobs {site.robots} requests {len(site.log)} changes {sum(site.versions.values())} kills {killed} "
        f"restarts {restarted} slowest_s {fleet.slowest:.0f} overlaps {site.overlaps()} "
        f"too_soon {site.too_soon(fleet.pause)} late {fleet.late} lost {lost} doubled {doubled} "
        f"faults {faults} roots {roots}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("jobs", 10_000), ("kills", 100), ("restarts", 20), ("workers", 3), ("hosts", 200)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    sys.stdout.write(run(Wanted(**vars(asked)), lambda line: sys.stderr.write(f"{line}\n")) + "\n")


if __name__ == "__main__":
    main()
