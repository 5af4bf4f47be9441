"""One alert with everything a mail tells, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from alerts.message import Told
from monitors.records import (
    Alert,
    Cause,
    Change,
    Direction,
    Fact,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Reading,
    Severity,
    Source,
    SourceKind,
    Subscriber,
    Subscription,
    Topic,
)

BEFORE = "A video visit from home costs $9.00 for 20 minutes."
AFTER = "A video visit from home costs $12.00 for 20 minutes."


def told(headline: str = "Video visit price up from $9.00 to $12.00", before: str = BEFORE, after: str = AFTER) -> Told:
    reading = Reading(
        relevant=True,
        direction=Direction.RESTRICTIVE,
        severity=Severity.MAJOR,
        topics=(Topic.FEES, Topic.VIDEO_REMOTE),
        facts=(Fact("video_fee_usd", 9.0, 12.0),),
        headline=headline,
        why=("a price rose by more than a tenth: $9.00 → $12.00",),
    )
    passage = Passage(PassageKind.REWORDED, Grade.HIGH, before, after, heading=("What visits cost",))
    change = Change(
        monitor_id="alder-visits",
        at=datetime(2026, 3, 4, 9, 12, tzinfo=UTC),
        since=datetime(2026, 3, 3, 9, 10, tzinfo=UTC),
        old_version=1,
        new_version=2,
        cause=Cause.CONTENT,
        grade=Grade.HIGH,
        passages=(passage, replace(passage, kind=PassageKind.ADDED, before="", after="Refunds are not given.")),
        reading=reading,
        url="https://alder.example/visiting",
        id=7,
    )
    return Told(
        alert=Alert(7, change.at, headline, reading.direction, reading.severity, reading.topics, id=3),
        change=change,
        monitor=Monitor("alder-visits", "alder", "https://alder.example/visiting", "Visiting the jail"),
        source=Source("alder", "Alder County Jail", SourceKind.JAIL, "US-OH", "Alder"),
        subscriber=Subscriber("reader@example.org", "Reader", id=1),
        subscription=Subscription(1, id=1),
    )
