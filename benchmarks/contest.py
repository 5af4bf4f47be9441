"""Whole rounds side by side: seconds, memory, disk, true changes found and false alarms.

Of `visitwatch check`, a Scrapy spider that only hashes, and other monitors where they are installed.

    python -m benchmarks.contest [--pages 300] [--hosts 10] [--only static|noisy] [--keep FOLDER]
                                 [--with bare,visitwatch,urlwatch,webchanges]

A local site (benchmarks/pages/county_site.py) serves pages of about 40 KB on as many loopback addresses as hosts.
static: same bytes, validators, 304; in the last round 5 % of the pages change one visiting sentence. noisy: every
answer differs in a nonce, a clock, a news box and a visitor counter, without validators; the fourth round has the 5 %.
Politeness is off. Each round is run by all contestants in turn, in an order that differs from round to round, so that
all see the same site and a busy neighbour hurts all alike. CPU: of the process and its children; RSS: the peak of their
sum. "true": pages of the ground truth that were told as changed (of visitwatch: with grade normal or high); "false":
any other page that was.

urlwatch and webchanges are looked for in folders of those names under BENCH_VENVS (default .bench-venvs), each a
virtual environment with urlwatch and html2text, webchanges[requests] and html2text; without them they are left out, and
the table says so.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import psutil

PROGRAM = str(Path(sys.executable).parent / "visitwatch")
HERE = Path(__file__).parent
PACKAGES = ("monitors", "crawler", "storage", "alerts", "web", "app")
SERIES = {
    "static": (("cold", 0), ("same", 0), ("same", 0), ("changed", 1)),
    "noisy": (("cold", 0), ("learning", 0), ("same", 0), ("changed", 1), ("same", 1), ("same", 1)),
}
CONFIG = """
[store]
url = "sqlite:///v.db"
bodies = "bodies"

[crawl]
delay = "0 s"
autothrottle = false
concurrent_hosts = 32
allow_networks = ["127.0.0.0/8"]
allow_ports = [{port}]

[schedule]
batch = 1000
interval = "24 h"

[mail]
maildir = "mail"

[[source]]
id = "county"
name = "County"
kind = "jail"
jurisdiction = "US-OH"
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, and the peak memory of the process tree in megabytes. rss: the sum of what each process has resident, so
    that a library that two of them map is counted twice; pss: where that is counted once, 0 off Linux."""

    wall: float
    cpu: float
    rss: float
    pss: float


class TestSite:
    """The local site in a process of its own."""

    def __init__(self, pages: int, hosts: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        arguments = ["serve", "--pages", str(pages), "--hosts", str(hosts), "--port", str(self.port)]
        script = HERE / "pages" / "county_site.py"
        self._process = subprocess.Popen([sys.executable, str(script), *arguments], stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        self._process.stdout.readline()  # it says when it is ready

    def ask(self, target: str) -> Any:
        with urlopen(f"http://127.0.0.1:{self.port}{target}") as answer:
            text = answer.read().decode()
        return text.split() if target == "/urls" else json.loads(text)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()


class PeakMemory(threading.Thread):
    """Samples the memory of a process and what it starts; keeps the highest sums seen."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._rss = self._pss = 0.0
        self._root = psutil.Process(pid)
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.1):
            with suppress(psutil.Error):
                tree = [self._root, *self._root.children(recursive=True)]
                self._rss = max(self._rss, sum(map(_resident, tree)))
                self._pss = max(self._pss, sum(map(_proportional, tree)))

    def stop(self) -> tuple[float, float]:
        """The peaks of RSS and PSS, in megabytes."""
        self._over.set()
        self.join()
        return self._rss, self._pss


def _resident(process: psutil.Process) -> float:
    with suppress(psutil.Error):
        return float(process.memory_info().rss) / 1e6
    return 0.0


def _proportional(process: psutil.Process) -> float:
    """Its own pages and its share of those that others map too."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) * 1024 / 1e6
    return 0.0


def timed(command: list[str], folder: Path) -> tuple[Cost, str]:
    """What a command with its children costs, and what it printed."""
    out = folder / "out.txt"
    start = time.monotonic()
    with out.open("wb") as stream:
        process = subprocess.Popen(command, cwd=folder, stdout=stream, stderr=subprocess.DEVNULL)
        memory = PeakMemory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {out.read_text()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, *memory.stop()), out.read_text()


def size(*files: Path) -> float:
    """Megabytes of the files that are there."""
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


class Contestant(ABC):
    """A program that checks all pages once a call. prepare: writes what it needs to know into its folder; told: the
    pages it has told as changed since it was last asked, from what it printed."""

    name = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def prepare(self, urls: list[str], port: int) -> None: ...

    @abstractmethod
    def command(self) -> list[str]: ...

    def told(self, printed: str) -> set[str]:
        return set()

    def megabytes(self) -> float:
        return 0.0


class Bare(Contestant):
    name = "bare"

    def prepare(self, urls: list[str], port: int) -> None:
        (self.folder / "urls.txt").write_text("\n".join(urls))

    def command(self) -> list[str]:
        return [sys.executable, "-m", "benchmarks.bare_spider", "urls.txt", "bare.json"]


class VisitWatch(Contestant):
    name = "visitwatch"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known: set[int] = set()

    def prepare(self, urls: list[str], port: int) -> None:
        rows = (f'\n[[monitor]]\nid = "p{n}"\nsource = "county"\nurl = "{url}"\n' for n, url in enumerate(urls))
        (self.folder / "config.toml").write_text(CONFIG.format(port=port) + "".join(rows))

    def command(self) -> list[str]:
        return [PROGRAM, "check", "--all", "--no-deliver", "--json"]

    def told(self, printed: str) -> set[str]:
        command = [PROGRAM, "changes", "list", "--every", "--limit", "10000", "--json"]
        answer = subprocess.run(command, cwd=self.folder, capture_output=True, check=True, text=True).stdout
        rows = [json.loads(line) for line in answer.splitlines()]
        fresh = [row for row in rows if row["grade"] in ("normal", "high") and row["id"] not in self._known]
        self._known.update(row["id"] for row in fresh)
        return {row["url"] for row in fresh}

    def megabytes(self) -> float:
        return size(*self.folder.glob("v.db*"), *(self.folder / "bodies").rglob("*.zst"))


class Peer(Contestant):
    """urlwatch or webchanges, told as their manuals say: text by html2text, links and pictures left out."""

    changed = re.compile(r"^CHANGED: .*?(http[^\s)]+)\)?$", re.MULTILINE)
    filters = "filter"
    text = "      method: pyhtml2text\n"
    arguments = ("--urls", "jobs.yaml", "--config", "config.yaml", "--hooks", "hooks.py", "--cache", "store.db")

    @classmethod
    def program(cls) -> Path:
        return Path(os.environ.get("BENCH_VENVS", ".bench-venvs")).resolve() / cls.name / "bin" / cls.name

    def prepare(self, urls: list[str], port: int) -> None:
        clean = f"{self.filters}:\n  - html2text:\n{self.text}      ignore_links: true\n      ignore_images: true\n"
        (self.folder / "jobs.yaml").write_text("---\n".join(f"url: {url}\n{clean}" for url in urls))
        (self.folder / "hooks.py").touch()
        (self.folder / "config.yaml").write_text(
            "display: {new: false, error: true, unchanged: false}\n"
            "report:\n  text: {details: true, footer: true}\n  stdout: {enabled: true, color: false}\n"
        )

    def command(self) -> list[str]:
        return [str(self.program()), *self.arguments]

    def told(self, printed: str) -> set[str]:
        return set(self.changed.findall(printed))

    def megabytes(self) -> float:
        return size(self.folder / "store.db")


class UrlWatch(Peer):
    name = "urlwatch"


class WebChanges(Peer):
    name = "webchanges"
    filters = "filters"
    text = ""
    arguments = ("--jobs", "jobs.yaml", "--config", "config.yaml", "--hooks", "hooks.py", "--database", "store.db")

    def prepare(self, urls: list[str], port: int) -> None:
        super().prepare(urls, port)
        jobs = (self.folder / "jobs.yaml").read_text()
        (self.folder / "jobs.yaml").write_text(jobs.replace("\nfilters:", "\nhttp_client: requests\nfilters:"))


CONTESTANTS: dict[str, type[Contestant]] = {kind.name: kind for kind in (Bare, VisitWatch, UrlWatch, WebChanges)}


def series(mode: str, site: TestSite, here: list[Contestant], pages: int) -> None:
    """All rounds of one kind, each run by all contestants."""
    urls: list[str] = site.ask("/urls")
    for contestant in here:
        contestant.folder.mkdir(parents=True, exist_ok=True)
        contestant.prepare(urls, site.port)
    print(f"\n{mode}, {pages} pages")
    costs = "wall s | x bare | CPU s | RSS MB | PSS MB | requests |  true | false | disk MB |"
    print(f"| {'round':8} | {'contestant':10} | {costs}")
    print(f"|{'-' * 10}|{'-' * 12}|-------:|-------:|------:|-------:|-------:|---------:|------:|------:|--------:|")
    for turn, (name, number) in enumerate(SERIES[mode]):
        rows: dict[str, tuple[Cost, str]] = {}
        for contestant in random.Random(f"{mode} {turn}").sample(here, len(here)):
            site.ask(f"/set?mode={mode}&round={number}")
            cost, printed = timed(contestant.command(), contestant.folder)
            asked = site.ask("/stats")["requests"]
            if asked < pages:  # it did not do what its row would be about
                sys.exit(f"{contestant.name}: {asked} requests for {pages} pages: {printed[-600:]}")
            truth = (
                {row["url"] for row in site.ask(f"/truth?round={number}")["changed"]} if name == "changed" else set()
            )
            found = contestant.told(printed)
            counts = (
                "      |       "
                if contestant.name == "bare"
                else f"{len(found & truth):>2}/{len(truth):<2} | {len(found - truth):>5}"
            )
            memory = f"{cost.rss:>6.0f} | {cost.pss:>6.0f}"
            tail = f"{cost.cpu:>5.1f} | {memory} | {asked:>8} | {counts} | {contestant.megabytes():>7.1f} |"
            rows[contestant.name] = cost, tail
        bare = rows["bare"][0].wall if "bare" in rows else 0.0
        for contestant in here:
            cost, tail = rows[contestant.name]
            ratio = f"{cost.wall / bare:>6.1f}" if bare else "     -"
            print(f"| {name:8} | {contestant.name:10} | {cost.wall:>6.1f} | {ratio} | {tail}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--hosts", type=int, default=10)
    parser.add_argument("--only", choices=tuple(SERIES))
    parser.add_argument("--with", dest="names", default=",".join(CONTESTANTS), help="who takes part")
    parser.add_argument("--keep", type=Path, help="leave the databases here")
    wanted = parser.parse_args()
    kinds = [CONTESTANTS[name] for name in wanted.names.split(",")]
    missing = [kind for kind in kinds if issubclass(kind, Peer) and not kind.program().exists()]
    for kind in missing:
        print(f"{kind.name} is not installed at {kind.program()}: left out", file=sys.stderr)
    # The commands below run in folders of their own and import the project from where we stand.
    os.environ["PYTHONPATH"] = str(HERE.parent)
    # As an installation has it: where nothing may write bytecode, each run would compile the project anew, 0.4 s.
    for package in PACKAGES:
        compileall.compile_dir(HERE.parent / package, quiet=2)
    site = TestSite(wanted.pages, wanted.hosts)
    try:
        for mode in [wanted.only] if wanted.only else SERIES:
            with tempfile.TemporaryDirectory() as folder:
                place = (wanted.keep or Path(folder)) / mode
                here = [kind(place / kind.name) for kind in kinds if kind not in missing]
                series(mode, site, here, wanted.pages)
    finally:
        site.stop()


if __name__ == "__main__":
    main()
