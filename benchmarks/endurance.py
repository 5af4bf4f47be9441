"""A daemon that runs for long and is stopped often: memory and descriptors over many crawls, seconds of many stops.

    python -m benchmarks.endurance [--crawls 10000] [--stops 500]

crawls: rounds of `visitwatch serve` itself (crawl, record, deliver, root, heartbeat), one after the other in one
process, over a local site of three pages, one of which changes every 50 rounds; resident memory and open descriptors
after the first tenth and at the end. stops: a `serve` process for each, SIGTERM at a random moment of its first
seconds; how many ended with 0, and the longest time from the signal to the end (20 s are promised).
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import psutil

from app.installation import Installation, installation, utc_now
from app.metrics import Metrics
from app.serve import Rounds
from crawler.loop import run
from tests.site import Reply, Site

CONFIG = """
[crawl]
delay = "0 s"
autothrottle = false
allow_networks = ["127.0.0.0/8"]
allow_ports = [{port}]
[schedule]
tick = "1 s"
[[source]]
id = "county"
name = "County"
kind = "jail"
jurisdiction = "US-OH"
"""
PAGES = ("/one", "/two", "/three")
PROGRAM = (sys.executable, "-c", "from app.cli import main; main()")
CHANGE_EVERY = 50


def prepare(folder: Path, site: Site) -> Path:
    """A configuration that watches the site's pages."""
    for path in PAGES:
        site[path] = Reply(text_of(path, 0), etag="auto")
    monitors = "".join(
        f'[[monitor]]\nid = "{path[1:]}"\nsource = "county"\nurl = "{site.url(path)}"\ninterval = "5 min"\n'
        for path in PAGES
    )
    file = folder / "config.toml"
    file.write_text(CONFIG.format(port=site.port) + monitors)
    return file


def text_of(path: str, number: int) -> bytes:
    return f"<title>{path}</title><main><h1>Visiting</h1><p>Visits last {20 + number} minutes.</p></main>".encode()


def standing() -> tuple[float, int]:
    """Resident megabytes and open descriptors of this process."""
    me = psutil.Process()
    return me.memory_info().rss / 1e6, me.num_fds()


async def crawls(here: Installation, folder: Path, site: Site, count: int) -> None:
    rounds = Rounds(here, Metrics(here.store, utc_now), mails=True)
    warm = max(1, count // 10)
    before, started, asked = (0.0, 0), time.monotonic(), 0
    for number in range(1, count + 1):
        if number % CHANGE_EVERY == 0:
            site["/one"] = Reply(text_of("/one", number), etag="auto")
        with closing(sqlite3.connect(folder / "var/visitwatch.db", timeout=30)) as database, database:
            database.execute("UPDATE monitor_states SET due_at = '2020-01-01 00:00:00.000000'")
        await rounds.tick()
        # The site is in this process and remembers every request: 1.2 KB each, which were a fifth of all memory.
        asked += len(site.seen)
        site.seen.clear()
        if number == warm:
            before = standing()
        if number % warm == 0:
            memory, files = standing()
            words = f"{number} crawls, {time.monotonic() - started:.0f} s: {memory:.1f} MB, {files} descriptors"
            print(words, file=sys.stderr, flush=True)
    memory, files = standing()
    growth = 100 * (memory / before[0] - 1)
    print(f"crawls {count}: {before[0]:.1f} MB after {warm}, {memory:.1f} MB at the end ({growth:+.1f} %)")
    print(f"descriptors {before[1]} and {files}, pages asked for {asked}")


def stops(folder: Path, count: int) -> None:
    chance = random.Random(7)
    longest, codes = 0.0, []
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    for number in range(1, count + 1):
        process = subprocess.Popen(
            [*PROGRAM, "serve", "--no-web"], cwd=folder, env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stderr is not None
        process.stderr.readline()  # it says what it watches: from here on it answers signals
        time.sleep(chance.random() * 2)
        sent = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        longest = max(longest, time.monotonic() - sent)
        codes.append(process.returncode)
        if number % 20 == 0:
            print(f"{number} stops, longest {longest:.1f} s", file=sys.stderr, flush=True)
    print(f"stops {count}: {codes.count(0)} ended with 0, longest {longest:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crawls", type=int, default=10_000)
    parser.add_argument("--stops", type=int, default=500)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, Site() as site:
        folder = Path(place)
        file = prepare(folder, site)
        if wanted.crawls:
            with installation(file) as here:
                run(lambda: crawls(here, folder, site, wanted.crawls))
        if wanted.stops:
            stops(folder, wanted.stops)


if __name__ == "__main__":
    main()
