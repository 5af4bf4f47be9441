"""CPU of recording unchanged checks, 100 a transaction as a round does, and what the chain has of it.

    python -m benchmarks.chain_cost [--checks 5000]

chain: making the lines and links alone, without the database; verify: walking all chains afterwards.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitors.records import Check, CheckOutcome, Monitor, Source, SourceKind
from storage import CheckWrite, open_store
from storage.chain import Head, Line, linked

START = datetime(2026, 11, 1, tzinfo=UTC)
DAYS = 3


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checks", type=int, default=5000)
    count = parser.parse_args().checks
    monitors = [Monitor(f"page-{n:05}", "s", f"https://h{n % 10}.test/visiting/{n}") for n in range(count)]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with open_store(f"sqlite:///{folder / 'v.db'}", folder / "bodies") as store:
            store.put_catalogue([Source("s", "S", SourceKind.JAIL, "US-OH")], monitors, START)
            spent = 0.0
            for day in range(DAYS):
                at = START + timedelta(days=day)
                checks = [
                    Check(one.id, at, CheckOutcome.NOT_MODIFIED, one.url, 304, milliseconds=12) for one in monitors
                ]
                writes = [CheckWrite(check) for check in checks]
                for first in range(0, count, 100):
                    some = writes[first : first + 100]
                    spent += seconds(lambda some=some: store.record_checks(some))  # type: ignore[misc]
            heads = {one.id: Head("", None) for one in monitors}
            links = seconds(lambda: linked(heads, [Line(check) for check in checks]))
            each = 1e6 / count
            print(f"record: {spent / DAYS * each:.0f} µs a check, of them lines and links {links * each:.0f} µs")
            print(f"root: {seconds(lambda: store.make_root(START)) * 1000:.0f} ms for {count} monitors")
            walk = seconds(lambda: print("faults:", len(list(store.verify(START, bodies=False)))))
            print(f"verify: {walk / DAYS * each:.0f} µs a check")


if __name__ == "__main__":
    main()
