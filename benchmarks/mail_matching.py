"""200 alerts matched against 10,000 subscribers and queued, and how fast what is owed goes out.

python -m benchmarks.mail_matching [subscribers] [alerts]
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alerts.match import wants
from alerts.settings import MailSettings
from app.arrange import arrange
from app.deliver import deliver
from app.digests import write_digests
from app.record import owed_to
from monitors.records import Alert, Cadence, Direction, Monitor, Severity, Source, SourceKind, Subscription, Topic
from storage import Store, open_store
from storage.subscriptions import add_subscriber, add_subscription
from tests.integration.storage.samples import change, page
from tests.mailserver import MailServer

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STATES = ("US-TX", "US-OH", "US-CA", "US-NY", "US-FL", "US-WA", "US-GA", "US-IL", "US")
SENT = 500


def wish(rng: random.Random, subscriber: int) -> Subscription:
    """As readers ask: most for a state or two, some for topics or a direction, every third for a digest."""
    return Subscription(
        subscriber,
        topics=tuple(rng.sample(list(Topic), rng.choice((0, 0, 1, 3)))),
        jurisdictions=tuple(rng.sample(STATES, rng.choice((0, 1, 1, 2)))),
        directions=rng.choice(((), (), (Direction.RESTRICTIVE,))),
        min_severity=rng.choice((Severity.MINOR, Severity.MAJOR)),
        cadence=rng.choice((Cadence.AT_ONCE, Cadence.AT_ONCE, Cadence.DAILY)),
    )


def people(store: Store, count: int, rng: random.Random) -> None:
    with store._database.writing() as connection:
        for number in range(count):
            who = add_subscriber(connection, f"reader{number}@example.org", "", NOW - timedelta(days=9))
            add_subscription(connection, wish(rng, who.id))


def queue(store: Store, settings: MailSettings, count: int, rng: random.Random) -> tuple[float, float, int]:
    """Seconds of matching alone, of matching and writing, and deliveries."""
    sources = [Source(f"s{n}", f"Jail {n}", SourceKind.JAIL, rng.choice(STATES)) for n in range(count)]
    monitors = [Monitor(f"m{n}", f"s{n}", f"https://h{n}.example.org/visits") for n in range(count)]
    store.put_catalogue(sources, monitors, NOW)
    for monitor in monitors:
        store.record_page(page(store, monitor, "before", NOW - timedelta(days=1)))
    started = time.perf_counter()
    asked = store.subscriptions()
    matching, deliveries = 0.0, 0
    for source, monitor in zip(sources, monitors, strict=True):
        made = change(NOW)
        reading = replace(made.reading, topics=tuple(rng.sample(list(Topic), 2)))
        alert = Alert(0, NOW, reading.headline, reading.direction, Severity.MAJOR, reading.topics)
        before = time.perf_counter()
        owed = owed_to(asked, alert, source, f"{monitor.id}|1", settings)
        matching += time.perf_counter() - before
        latest = store.latest_version(monitor.id)
        assert latest is not None and len(owed) == sum(wants(one, alert, source) for _, one in asked)
        store.record_page(page(store, monitor, "after", NOW, latest.id, change=made, alert=alert, deliveries=owed))
        deliveries += len(owed)
    return matching, time.perf_counter() - started, deliveries


def main() -> int:
    counts = [int(argument) for argument in sys.argv[1:]]
    subscribers, alerts = (*counts, 10_000, 200)[:2] if len(counts) != 1 else (counts[0], 200)
    rng = random.Random(20261123)
    with tempfile.TemporaryDirectory() as folder, MailServer() as server:
        settings = MailSettings(
            smtp_host="127.0.0.1", smtp_port=server.port, smtp_tls="none", secret="s", heartbeat=False
        )
        with open_store(f"sqlite:///{folder}/v.db", Path(folder) / "bodies") as store:
            people(store, subscribers, rng)
            matching, queueing, deliveries = queue(store, settings, alerts, rng)
            print(f"subscribers {subscribers} alerts {alerts} deliveries {deliveries}")
            print(f"matching {matching:.2f} s, matching and queueing {queueing:.1f} s")
            started = time.perf_counter()
            arrange(store, settings, NOW)
            print(f"storms and hourly limit {time.perf_counter() - started:.1f} s")
            started = time.perf_counter()
            written = write_digests(store, settings, NOW + timedelta(days=1))
            seconds = time.perf_counter() - started
            print(f"digests {written.digests}, {written.overflows} for overflow, in {seconds:.1f} s")
            print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
            store.hold_deliveries("not measured", ids=[one.id for one in store.deliveries(limit=10**9)][SENT:])
            started = time.perf_counter()
            sent = deliver(store, settings, lambda: NOW + timedelta(days=1), "here:1:bench").sent
            print(f"sent {sent} mails to a local server, {sent / (time.perf_counter() - started):.0f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
