"""A small catalogue and the writes of a check, with what the tests are not about filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from monitors.records import (
    Alert,
    Cause,
    Change,
    Check,
    CheckOutcome,
    Delivery,
    Direction,
    Extractor,
    Fact,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Quality,
    Reading,
    Segment,
    SegmentKind,
    Severity,
    Source,
    SourceKind,
    Subscription,
    Topic,
    Version,
)
from storage import PageWrite, Store

NOW = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
DAY = timedelta(days=1)
LEASE = timedelta(minutes=10)

VENDOR = Source("acme", "Acme Visits", SourceKind.VENDOR, "US-TX")
JAIL = Source("shelby", "Shelby County Jail", SourceKind.JAIL, "US-TN", "Shelby")
TERMS = Monitor("acme-terms", "acme", "https://acme.test/terms", title="Terms", interval=DAY)
RULES = Monitor("shelby-rules", "shelby", "https://shelby.test/visits", interval=DAY)
LISTING = Monitor("acme-news", "acme", "https://acme.test/news", spider="listing", interval=DAY)

READING = Reading(
    relevant=True,
    direction=Direction.RESTRICTIVE,
    severity=Severity.MAJOR,
    topics=(Topic.IN_PERSON, Topic.FEES),
    facts=(Fact("fee_usd", 9.0, 12.0),),
    headline="In-person visits end",
)


def fill(store: Store, *monitors: Monitor, now: datetime = NOW) -> None:
    """The two sources with the monitors given (both pages where none are)."""
    store.put_catalogue([VENDOR, JAIL], monitors or (TERMS, RULES), now)


def claim(store: Store, now: datetime, *only: str) -> list[str]:
    """The ids of what a claim brings; with names, due or not."""
    found = store.claim_due(
        now, limit=100, lease=LEASE, only=only or None, ignore_due=bool(only), run=f"run at {now.isoformat()}"
    )
    return [watched.monitor.id for watched in found]


def check(monitor: Monitor, at: datetime, outcome: CheckOutcome = CheckOutcome.UNCHANGED, **fields: object) -> Check:
    return replace(Check(monitor.id, at, outcome, monitor.url, 200, Quality.OK), **fields)


def version(monitor: Monitor, text: str, at: datetime, sha: str = "") -> Version:
    segments = (
        Segment("Visiting rules", (), SegmentKind.HEADING, "visiting rules", main=True),
        Segment(text, ("Visiting rules",), SegmentKind.TEXT, text.lower(), main=None, struck=True),
    )
    return Version(monitor.id, sha, at, Extractor("text", "3", '{"select": []}'), "A page", text, segments)


def page(store: Store, monitor: Monitor, text: str, at: datetime, expected: int = 0, **fields: object) -> PageWrite:
    """The write for a page that now says `text`; its body is kept, and it is a first version unless fields say more."""
    sha = store.put_body(text.encode("utf-8", "surrogatepass"))
    outcome = CheckOutcome.CHANGED if expected else CheckOutcome.FIRST
    write = PageWrite(
        check=check(monitor, at, outcome, snapshot=sha, size=len(text)),
        version=version(monitor, text, at, sha),
        body_sha=sha,
        media_type="text/html; charset=utf-8",
        headers=(("content-type", "text/html; charset=utf-8"), ("set-cookie", "a"), ("set-cookie", "b")),
        etag=f'"{sha[:8]}"',
        last_modified="Mon, 23 Nov 2026 12:00:00 GMT",
        fingerprint=sha[:16],
        expected_version=expected,
    )
    return replace(write, **fields)


def change(at: datetime, reading: Reading = READING, **fields: object) -> Change:
    passage = Passage(
        PassageKind.REWORDED,
        Grade.HIGH,
        "Visits are free.",
        "Visits cost $12.",
        ("Visiting rules",),
        SegmentKind.ROW,
        before_span=(0, 16),
        after_span=(0, 16),
    )
    return replace(Change("", at, at - DAY, 0, 0, Cause.CONTENT, Grade.HIGH, (passage,), reading), **fields)


def alert(at: datetime) -> Alert:
    return Alert(0, at, READING.headline, READING.direction, READING.severity, READING.topics)


def subscribe(store: Store, address: str, **wishes: object) -> Subscription:
    subscriber = store.add_subscriber(address, "", NOW)
    return store.add_subscription(replace(Subscription(subscriber.id), **wishes))


def record_change(
    store: Store, monitor: Monitor, text: str, at: datetime, *to: Subscription, **fields: object
) -> Change:
    """Record a page whose text differs from the latest version, with an alert owed to the subscriptions."""
    latest = store.latest_version(monitor.id)
    expected = latest.id if latest else 0
    told: dict[str, object] = {}
    if to:
        deliveries = [Delivery(0, wish.id, f"<{monitor.id}.{expected}.{wish.id}@visitwatch.test>") for wish in to]
        told = {"alert": alert(at), "deliveries": deliveries}
    made = store.record_page(page(store, monitor, text, at, expected, change=change(at, **fields), **told))
    assert made is not None
    return made
