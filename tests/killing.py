"""Real runs killed at random moments, two at a time, over a mail server that misbehaves.

Two "machines" share a database and its bodies; each round one of them checks while the other checks or delivers, and
both are killed (SIGKILL) at some step of their work: between two requests, commits or mails. A page changes only when
its last change was recorded, so each change must be recorded exactly once, and each reader must get a mail about it.

The last line counts what must be 0: changes or mails that were lost, changes recorded twice, rows that repeat a
delivery, and mails that repeat another one under a different Message-ID. A mail may arrive twice under the same one,
where its reply was lost; those are counted above it.

Runs are forked from a server that has imported the program (tests/forks.py): in two seconds of imports there is nothing
to kill.
"""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from app.cli import main as visitwatch
from tests.forks import FORKS
from tests.mailserver import MailServer
from tests.site import Site

PAGES = [f"p{number}" for number in range(8)]
READERS = ("ana@b.test", "ben@b.test", "cem@b.test")
OPEN = ("owed", "sending", "deferred", "in_doubt", "held")
# A round of eight changed pages is some twenty requests, and a check, a change, and three tries and mails each.
STEPS = (10, 25, 50)  # before the first kill, at most; short ones are likelier, because later ones meet ended runs
MORE_STEPS = 10  # before the second run starts and between the kills, at most
LONGEST = 120.0  # seconds that a step may take


@dataclass
class Tally:
    """What is printed; all but kills and repeats must be 0."""

    kills: int = 0
    lost: int = 0
    doubled: int = 0
    duplicate_rows: int = 0
    foreign_duplicates: int = 0
    changes: int = 0
    mails: int = 0
    repeats: int = 0

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.duplicate_rows or self.foreign_duplicates)

    def __str__(self) -> str:
        return (
            f"kills {self.kills} lost {self.lost} doubled {self.doubled} duplicate_rows {self.duplicate_rows} "
            f"foreign_duplicates {self.foreign_duplicates}"
        )


def be(machine: str, folder: Path, command: list[str]) -> None:
    """A run on that machine, in a process of its own."""
    os.chdir(folder)
    heard = os.open(said(machine), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(heard, 1)
    os.dup2(heard, 2)
    for name in [name for name in os.environ if name.startswith("VISITWATCH_")]:
        del os.environ[name]  # nothing of the tester's surroundings may decide what the program does
    socket.gethostname = lambda: machine
    visitwatch(command)


def said(machine: str) -> str:
    """The file with what the latest run of a machine printed."""
    return f"{machine}.log"


@dataclass
class Chaos:
    """One installation, its site and its mail server. said: where progress goes."""

    folder: Path
    site: Site
    server: MailServer
    chance: random.Random
    versions: Counter[str] = field(default_factory=Counter)
    kills: int = 0

    def prepare(self) -> None:
        """Two configurations over one database; the second one's lock lies elsewhere, as on another machine."""
        (self.folder / "b").mkdir()
        (self.folder / "var" / "bodies").mkdir(parents=True)
        (self.folder / "b" / "bodies").symlink_to(self.folder / "var" / "bodies")
        for name, bodies in (("a", "var/bodies"), ("b", "b/bodies")):
            (self.folder / f"{name}.toml").write_text(self._config(bodies), encoding="utf-8")
        self.show()
        for reader in READERS:
            self.run("a", "subscribers", "add", reader)
        self.run("a", "check", "--all")

    def _config(self, bodies: str) -> str:
        monitors = "".join(
            f'[[monitor]]\nid = "{page}"\nsource = "alder"\nurl = "{self.site.url(f"/{page}")}"\ninterval = "5 min"\n'
            for page in PAGES
        )
        return (
            f'[store]\nurl = "sqlite:///var/v.db"\nbodies = "{bodies}"\n'
            f'[crawl]\ndelay = "0 s"\nautothrottle = false\nallow_networks = ["127.0.0.0/8"]\n'
            f"allow_ports = [{self.site.port}]\n"
            f'[mail]\nsender = "list@example.org"\nsmtp_host = "127.0.0.1"\nsmtp_port = {self.server.port}\n'
            f'smtp_tls = "none"\nheartbeat = false\nstorm = 10000\nmost_an_hour = 10000\n'
            f'[[source]]\nid = "alder"\nname = "Alder County Jail"\nkind = "jail"\njurisdiction = "US-OH"\n{monitors}'
        )

    def start(self, machine: str, *arguments: str) -> ForkServerProcess:
        command = ["--config", str(self.folder / f"{machine}.toml"), *arguments]
        process = FORKS.Process(target=be, args=(f"machine-{machine}", self.folder, command))
        process.start()
        return process

    def run(self, machine: str, *arguments: str) -> None:
        process = self.start(machine, *arguments)
        process.join(300)
        # 1: mail is held back or nothing could be fetched; the drain goes on until nothing is owed.
        assert process.exitcode in (0, 1), (
            f"{arguments}: exit {process.exitcode}\n{(self.folder / said(f'machine-{machine}')).read_text()}"
        )

    def show(self) -> None:
        """Let the site show each page in its version."""
        for page in PAGES:
            price = 9 + self.versions[page]
            self.site[f"/{page}"] = (
                f"<html><head><title>{page}</title></head><body><nav><a href='/p0'>P0</a> <a href='/p1'>P1</a></nav>"
                f"<main><h1>Visiting at door {page}</h1><p>Visits in person at door {page} are on Saturdays, 9 a.m. "
                f"to 3 p.m.</p><p>A video visit from home at door {page} costs ${price}.00 for 20 minutes.</p></main>"
                "</body></html>"
            )

    def rows(self, query: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self.folder / "var" / "v.db", timeout=60)
        try:
            return list(connection.execute(query))
        finally:
            connection.close()

    def recorded(self) -> Counter[str]:
        """How many changes of each page are recorded."""
        rows = self.rows("SELECT monitor_id, count(*) FROM changes WHERE cause = 'content' GROUP BY 1")
        return Counter({str(page): int(str(count)) for page, count in rows})

    def change_some(self) -> None:
        """Change the pages whose last change is recorded, each with a chance."""
        recorded = self.recorded()
        for page in PAGES:
            if recorded[page] == self.versions[page] and self.chance.random() < 0.7:
                self.versions[page] += 1
        self.show()

    def misbehave(self) -> None:
        """About every fourth mail of the next round meets a fault."""
        self.server.drop[:] = [self.chance.choice(("after data", "in data", "data", "rcpt")) for _ in range(3)]
        self.server.data[:] = [
            self.chance.choice(("250 OK",) * 3 + ("451 4.3.0 later",)) for _ in range(12)
        ]  # fmt: skip
        if self.chance.random() < 0.7:
            self.server.drop.clear()

    def steps(self) -> int:
        """How far the work has come: what the site and the mail server saw, and what the database holds."""
        [(done,)] = self.rows(
            "SELECT (SELECT count(*) FROM checks) + (SELECT count(*) FROM changes) "
            "+ (SELECT coalesce(sum(attempts), 0) FROM deliveries)"
        )
        return int(str(done)) + len(self.site.seen) + len(self.server.envelopes)

    def kill_two(self) -> None:
        """Kill each of two runs a random moment after a random step, so that slow machines kill no earlier."""
        other = self.chance.choice((("check", "--all"), ("deliver",)))
        goal = self.steps() + self.chance.randint(0, MORE_STEPS)
        runs = [self.start("a", "check", "--all")]
        self.await_step(goal, runs)
        runs.append(self.start("b", *other))
        goal += self.chance.randint(1, self.chance.choice(STEPS))
        for run in self.chance.sample(runs, 2):
            self.await_step(goal, runs)
            time.sleep(self.chance.uniform(0, 0.1))
            run.kill()
            run.join()
            self.kills += run.exitcode == -signal.SIGKILL
            goal += self.chance.randint(0, MORE_STEPS)
        for run in runs:
            run.close()

    def await_step(self, goal: int, runs: list[ForkServerProcess]) -> None:
        """Wait until the work has come so far, or no run is left that could."""
        end = time.monotonic() + LONGEST
        while self.steps() < goal and any(run.is_alive() for run in runs) and time.monotonic() < end:
            time.sleep(0.01)

    def drain(self) -> None:
        """Let both machines finish what is begun and send what is owed, over a server that behaves."""
        self.server.drop.clear()
        self.server.data.clear()
        for machine in ("a", "b"):
            self.run(machine, "check", "--all")
        marks = ",".join(f"'{state}'" for state in OPEN)
        for _ in range(20):
            if not self.rows(f"SELECT 1 FROM deliveries WHERE state IN ({marks})"):
                return
            self.run("a", "outbox", "retry", "--all")
            self.run("a", "deliver")

    def tally(self) -> Tally:
        """Compare what happened with what had to."""
        found = Tally(kills=self.kills)
        recorded = self.recorded()
        found.changes = sum(recorded.values())
        lost = sum(max(0, self.versions[page] - recorded[page]) for page in PAGES)
        found.doubled = sum(max(0, recorded[page] - self.versions[page]) for page in PAGES)
        owed = Counter(
            self.rows(
                "SELECT a.change_id, s.subscriber_id FROM deliveries d JOIN alerts a ON a.id = d.alert_id "
                "JOIN subscriptions s ON s.id = d.subscription_id"
            )
        )
        ids = Counter(self.rows("SELECT message_id FROM deliveries WHERE alert_id IS NOT NULL"))
        found.duplicate_rows = sum(count - 1 for count in (*owed.values(), *ids.values()))
        arrived: dict[tuple[str, str], list[str]] = defaultdict(list)
        for envelope, message in zip(self.server.envelopes, self.server.messages, strict=True):
            body = message.get_body(("plain",))
            change = re.search(r"/changes/(\d+)", str(body.get_content()) if body else "")
            if change:
                arrived[envelope.rcpt_tos[0], change.group(1)].append(str(message["Message-ID"]))
        found.mails = sum(map(len, arrived.values()))
        found.foreign_duplicates = sum(len(set(names)) - 1 for names in arrived.values())
        found.repeats = sum(len(names) - len(set(names)) for names in arrived.values())
        told = {str(number) for (number,) in self.rows("SELECT id FROM changes WHERE cause = 'content'")}
        lost += sum((reader, change) not in arrived for reader in READERS for change in told)
        found.lost = lost
        return found


def chaos(kills: int, seed: int, *, progress: bool = False) -> Tally:
    """Kill so many runs, let everything settle, and count."""
    with tempfile.TemporaryDirectory() as folder, Site() as site, MailServer() as server:
        one = Chaos(Path(folder), site, server, random.Random(seed))
        one.prepare()
        while one.kills < kills:
            one.change_some()
            one.misbehave()
            one.kill_two()
            if progress and one.kills % 10 < 2:
                sys.stderr.write(f"\r{one.kills} of {kills} kills, {sum(one.recorded().values())} changes")
                sys.stderr.flush()
        one.drain()
        return one.tally()
