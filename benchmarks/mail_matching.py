"""200 alerts matched against 10,000 subscribers and queued, and how fast what is owed goes out; then a site's redesign:
3,000 pages of one host, each an alert that all who asked are owed.

python -m benchmarks.mail_matching [subscribers] [alerts] [pages of the redesign]

Seconds are wall / CPU of this process: on a machine with other work only the second compare.
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
READERS_OF_A_REDESIGN = 100


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


class Watch:
    """Wall and CPU seconds since it was made or read last."""

    def __init__(self) -> None:
        self._since = (time.perf_counter(), time.process_time())

    def read(self) -> tuple[float, float]:
        now = (time.perf_counter(), time.process_time())
        passed = (now[0] - self._since[0], now[1] - self._since[1])
        self._since = now
        return passed


def both(seconds: tuple[float, float]) -> str:
    return f"{seconds[0]:.1f} / {seconds[1]:.1f} s"


def say(words: str) -> None:
    print(words, flush=True)


def watched(store: Store, monitors: list[Monitor]) -> list[tuple[Source, Monitor]]:
    """Put pages under watch, each with a first version."""
    rng = random.Random(7)
    sources = {
        one.source_id: Source(one.source_id, one.source_id, SourceKind.JAIL, rng.choice(STATES)) for one in monitors
    }
    store.put_catalogue(list(sources.values()), monitors, NOW)
    for monitor in monitors:
        store.record_page(page(store, monitor, "before", NOW - timedelta(days=1)))
    return [(sources[one.source_id], one) for one in monitors]


def queue(store: Store, settings: MailSettings, pages: list[tuple[Source, Monitor]], at: datetime) -> int:
    """Match and queue an alert of each page; how many deliveries those are."""
    rng = random.Random(20261123)
    asked = store.subscriptions()
    matching = [0.0, 0.0]
    deliveries, whole = 0, Watch()
    for number, (source, monitor) in enumerate(pages):
        made = change(at)
        passage = replace(made.passages[0], after=f"Visits cost ${number}.")
        made = replace(
            made, passages=(passage,), reading=replace(made.reading, topics=tuple(rng.sample(list(Topic), 2)))
        )
        alert = Alert(0, at, made.reading.headline, made.reading.direction, Severity.MAJOR, made.reading.topics)
        one = Watch()
        owed = owed_to(asked, alert, source, f"{monitor.id}|1", settings)
        matching = [sum(pair) for pair in zip(matching, one.read(), strict=True)]
        latest = store.latest_version(monitor.id)
        assert latest is not None
        store.record_page(page(store, monitor, "after", at, latest.id, change=made, alert=alert, deliveries=owed))
        deliveries += len(owed)
    seconds = whole.read()
    say(f"alerts {len(pages)} deliveries {deliveries}")
    say(f"matching {both((matching[0], matching[1]))}, matching and queueing {both(seconds)}")
    return deliveries


def gather(store: Store, settings: MailSettings, at: datetime) -> None:
    """What happens before anything is sent."""
    clock = Watch()
    arrange(store, settings, at)
    say(f"storms and hourly limit {both(clock.read())}")
    written = write_digests(store, settings, at + timedelta(days=1))
    say(f"digests {written.digests}, {written.overflows} for overflow, in {both(clock.read())}")


def send(store: Store, settings: MailSettings, at: datetime, most: int) -> None:
    """Send the first of what is due to a local server."""
    store.hold_deliveries("not measured", ids=[one.id for one in store.deliveries(limit=10**9)][most:])
    clock = Watch()
    sent = deliver(store, settings, lambda: at, "here:1:bench").sent
    seconds = clock.read()
    say(f"sent {sent} mails to a local server in {both(seconds)}, {sent / seconds[0]:.0f} a second")


def memory() -> str:
    return f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def main() -> int:
    subscribers, alerts, pages = (
        [int(argument) for argument in sys.argv[1:]] + [10_000, 200, 3_000][len(sys.argv) - 1 :]
    )[:3]
    rng = random.Random(20261123)
    with tempfile.TemporaryDirectory() as folder, MailServer() as server:
        settings = MailSettings(
            smtp_host="127.0.0.1", smtp_port=server.port, smtp_tls="none", secret="s", heartbeat=False
        )
        with open_store(f"sqlite:///{folder}/v.db", Path(folder) / "bodies") as store:
            people(store, subscribers, rng)
            say(f"subscribers {subscribers}")
            queue(store, settings, watched(store, [_page(f"h{n}.example.org", n) for n in range(alerts)]), NOW)
            gather(store, settings, NOW)
            send(store, settings, NOW + timedelta(days=1), SENT)
            say(memory())
        with open_store(f"sqlite:///{folder}/redesign.db", Path(folder) / "bodies") as store:
            people(store, READERS_OF_A_REDESIGN, rng)
            say(f"a redesign, {READERS_OF_A_REDESIGN} subscribers")
            queue(store, settings, watched(store, [_page("one.example.org", n) for n in range(pages)]), NOW)
            gather(store, settings, NOW)
            send(store, settings, NOW + timedelta(days=1), 10**9)
            say(memory())
    return 0


def _page(host: str, number: int) -> Monitor:
    return Monitor(f"m{number}", f"s-{host}", f"https://{host}/visits/{number}")


if __name__ == "__main__":
    sys.exit(main())
