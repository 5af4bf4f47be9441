"""A run that never ends by itself: claims, records a next version, sends, over and over, until it is killed.

`python -m tests.integration.storage.killed_run URL BODIES ROUND` prints a line "MONITOR VERSION-NUMBER" after each
page that record_page said it has recorded.
"""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from monitors.records import Delivery, Monitor
from storage import Store, open_store
from tests.integration.storage.samples import DAY, LEASE, NOW, alert, change, page

MONITORS = [Monitor(f"page-{number}", "acme", f"https://acme.test/{number}") for number in range(6)]
SUBSCRIBERS = ("ana@b.test", "ben@b.test")


def text_of(monitor_id: str, number: int) -> str:
    return f"{monitor_id} in its version {number}. " + "Visits are free. " * 50


def visit(store: Store, monitor: Monitor, now: datetime) -> int:
    """Record the version after the latest one; return its number."""
    latest = store.latest_version(monitor.id)
    number = 1 if latest is None else int(latest.text.split(".")[0].split()[-1]) + 1
    write = page(store, monitor, text_of(monitor.id, number), now, latest.id if latest else 0)
    if latest is not None:
        owed = [
            Delivery(0, wish.id, f"<{monitor.id}.{number}.{wish.id}@visitwatch.test>")
            for _, wish in store.subscriptions()
        ]
        write = page(
            store,
            monitor,
            text_of(monitor.id, number),
            now,
            latest.id,
            change=change(now),
            alert=alert(now),
            deliveries=owed,
        )
    store.record_page(write)
    return number


def main(url: str, bodies: str, round_number: int) -> None:
    now = NOW + round_number * DAY
    with open_store(url, Path(bodies)) as store:
        for turn in count():
            run = f"round {round_number} turn {turn}"
            for watched in store.claim_due(now, limit=2, lease=LEASE, ignore_due=True, run=run):
                number = visit(store, watched.monitor, now)
                sys.stdout.write(f"{watched.monitor.id} {number}\n")
                sys.stdout.flush()
            for owed in store.lease_deliveries(now, limit=3, lease=LEASE):
                store.mark_sent(owed.delivery.id, now)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
