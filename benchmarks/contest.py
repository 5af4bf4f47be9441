"""Seconds of whole rounds, `visitwatch check` beside a bare Scrapy spider, with true changes and false alarms counted.

    python -m benchmarks.rounds [--pages 300] [--hosts 10] [--only static|noisy] [--keep FOLDER]

A local site (benchmarks/pages/county_site.py) serves pages of about 40 KB on as many loopback addresses as hosts.
static: same bytes, validators, 304; in the last round 5 % of the pages change one visiting sentence. noisy: every
answer differs in a nonce, a clock, a news box and a visitor counter, without validators; the fourth round has the 5 %.
Politeness is off. CPU: of the process and its children. "true": pages of the ground truth that got a change of grade
normal or high; "false": any other page that got one.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

HERE = Path(__file__).parent
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
    wall: float
    cpu: float


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


def timed(command: list[str], folder: Path) -> tuple[Cost, str]:
    """Wall and CPU seconds of a command with its children, and what it printed."""
    out = folder / "out.txt"
    start = time.monotonic()
    with out.open("wb") as stream:
        process = subprocess.Popen(command, cwd=folder, stdout=stream)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {out.read_text()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime), out.read_text()


def prepare(folder: Path, site: TestSite, urls: list[str]) -> None:
    monitors = "".join(f'\n[[monitor]]\nid = "p{n}"\nsource = "county"\nurl = "{url}"\n' for n, url in enumerate(urls))
    (folder / "config.toml").write_text(CONFIG.format(port=site.port) + monitors)
    (folder / "urls.txt").write_text("\n".join(urls))


def told(folder: Path) -> dict[int, str]:
    """Changes of grade normal or high so far: URL by id."""
    command = [*visitwatch(), "changes", "list", "--every", "--limit", "10000", "--json"]
    answer = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True).stdout
    rows = [json.loads(line) for line in answer.splitlines()]
    return {row["id"]: row["url"] for row in rows if row["grade"] in ("normal", "high")}


def visitwatch() -> list[str]:
    return [str(Path(sys.executable).parent / "visitwatch")]


def size(folder: Path) -> float:
    """Megabytes of the database and the bodies."""
    files = [*folder.glob("v.db*"), *(folder / "bodies").rglob("*.zst")]
    return sum(file.stat().st_size for file in files) / 1e6


def series(mode: str, site: TestSite, folder: Path, pages: int) -> None:
    prepare(folder, site, site.ask("/urls"))
    before: dict[int, str] = {}
    print(f"\n{mode}, {pages} pages: wall s / CPU s")
    print(
        f"{'round':10}{'bare Scrapy':>16}{'visitwatch':>18}{'ratio':>8}{'requests':>10}{'true':>9}{'false':>7}{'MB':>7}"
    )
    for name, number in SERIES[mode]:
        site.ask(f"/set?mode={mode}&round={number}")
        spider = [sys.executable, "-m", "benchmarks.bare_spider", str(folder / "urls.txt"), str(folder / "bare.json")]
        bare, _ = timed(spider, folder)
        site.ask(f"/set?mode={mode}&round={number}")  # counts start anew
        cost, answer = timed([*visitwatch(), "check", "--all", "--no-deliver", "--json"], folder)
        asked = site.ask("/stats")["requests"]
        truth = {row["url"] for row in site.ask(f"/truth?round={number}")["changed"]} if name == "changed" else set()
        after = told(folder)
        new = {url for number, url in after.items() if number not in before}
        before = after
        found = f"{len(new & truth)}/{len(truth)}"
        print(
            f"{name:10}{bare.wall:>8.2f} /{bare.cpu:>6.2f}{cost.wall:>10.2f} /{cost.cpu:>6.2f}"
            f"{cost.wall / bare.wall:>7.1f}x{asked:>10}{found:>9}{len(new - truth):>7}{size(folder):>7.1f}",
            flush=True,
        )
        print(f"          {answer.strip()}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--hosts", type=int, default=10)
    parser.add_argument("--only", choices=tuple(SERIES))
    parser.add_argument("--keep", type=Path, help="leave the databases here")
    wanted = parser.parse_args()
    # The commands below run in folders of their own and import the project from where we stand.
    os.environ["PYTHONPATH"] = str(HERE.parent)
    site = TestSite(wanted.pages, wanted.hosts)
    try:
        for mode in [wanted.only] if wanted.only else SERIES:
            with tempfile.TemporaryDirectory() as folder:
                place = wanted.keep / mode if wanted.keep else Path(folder)
                place.mkdir(parents=True, exist_ok=True)
                series(mode, site, place, wanted.pages)
    finally:
        site.stop()


if __name__ == "__main__":
    main()
