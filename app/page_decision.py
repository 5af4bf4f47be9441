"""What one visit comes to: pure decisions from an outcome, a document and the monitor's past.

The order of the questions is the order of their cost: raw hash, fingerprint of the visible text, and only then the
segments, which were taken out of the body in a child process.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from monitors.diff import Comparison, compare
from monitors.event import event_of
from monitors.extract import Document
from monitors.extract.decode import decode
from monitors.extract.sniff import HTML, sniff
from monitors.pace import fastest, slowed, spread
from monitors.recognised import is_recognised, noted
from monitors.records import (
    Alert,
    Cause,
    Change,
    ChangeKind,
    Check,
    CheckOutcome,
    Failed,
    FailureKind,
    Fetched,
    Grade,
    NotModified,
    Outcome,
    Reading,
    Severity,
    Verdict,
    Version,
    Watched,
)
from monitors.stencil import Hole, Sight, proposed, united
from monitors.stencil import loaded as stencil_of

LONGEST_BACK_OFF = timedelta(hours=24)
TELLING_GRADES = (Grade.NORMAL, Grade.HIGH)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answered visit: the monitor's past, what came back, how long it took."""

    watched: Watched
    outcome: Outcome
    milliseconds: int


def raw_hash(body: bytes) -> str:
    """SHA-256 of the body: the name of its snapshot."""
    return hashlib.sha256(body).hexdigest()


def check_of(visit: Answered, outcome: CheckOutcome, *, verdict: Verdict | None = None, snapshot: str = "") -> Check:
    """The log entry of a visit."""
    came = visit.outcome
    failed = came if isinstance(came, Failed) else None
    return Check(
        monitor_id=visit.watched.monitor.id,
        at=came.at,
        outcome=outcome,
        url=came.url,
        status=came.status if not isinstance(came, NotModified) else 304,
        quality=verdict.quality if verdict else None,
        rule=verdict.rule if verdict else "",
        failure=failed.kind if failed else None,
        message=failed.message if failed else _said(verdict),
        snapshot=snapshot,
        milliseconds=visit.milliseconds,
        size=len(came.body) if isinstance(came, Fetched) else 0,
    )


def _said(verdict: Verdict | None) -> str:
    """A bad capture in words: what it is, and what showed it."""
    if verdict is None or verdict.ok:
        return ""
    name = verdict.quality.value.replace("_", " ")
    return f"{name} ({verdict.rule}): {verdict.detail}" if verdict.detail else f"{name} ({verdict.rule})"


def next_try(watched: Watched, failed: Failed, first_wait: timedelta) -> datetime:
    """When to look again after a failure: what the site asked for, else doubling waits up to a day."""
    if failed.kind is FailureKind.INTERRUPTED:
        return failed.at
    wait = min(first_wait * (1 << min(watched.failures, 10)), LONGEST_BACK_OFF)
    asked = min(failed.retry_after or timedelta(0), LONGEST_BACK_OFF)
    return failed.at + max(min(wait, watched.monitor.interval), asked)


def pace_after(watched: Watched, check: Check, *, changed: bool) -> timedelta | None:
    """The time between two checks from now on; None where the visit taught nothing about it: the first one, or one that
    brought no page. changed: something was published, or more than furniture differs."""
    if changed:
        return fastest(watched.monitor)
    if check.outcome in (CheckOutcome.FIRST, CheckOutcome.FAILED, CheckOutcome.BLOCKED):
        return None
    return slowed(watched, check.at)


def planned(watched: Watched, check: Check, pace: timedelta | None) -> datetime | None:
    """When that pace looks again; None: as the claim planned."""
    return None if pace is None else check.at + spread(watched.monitor.id, pace, check.at)


def version_of(visit: Answered, document: Document, snapshot: str) -> Version:
    return Version(
        monitor_id=visit.watched.monitor.id,
        snapshot=snapshot,
        at=visit.outcome.at,
        extractor=document.extractor,
        title=document.title,
        text=document.text,
        segments=document.segments,
    )


def first_change(visit: Answered, version: Version) -> Change | None:
    """A listing's new item is news by itself; the first sight of any other page is not."""
    watched = visit.watched
    if not watched.monitor.announce:
        return None
    from monitors.language.judge import read

    passages = compare((), version.segments).passages
    reading = read((), version.segments, passages, title_after=version.title, kind=watched.source.kind.value)
    return Change(
        monitor_id=watched.monitor.id,
        at=version.at,
        since=None,
        old_version=0,
        new_version=0,
        cause=Cause.CONTENT,
        grade=Grade.HIGH,
        passages=passages,
        reading=noted(reading) if is_recognised(version.extractor) else reading,
        kind=ChangeKind.PUBLISHED,
        url=visit.outcome.url,
    )


def text_change(visit: Answered, old: Version, new: Version, comparison: Comparison) -> Change:
    """The change between two versions; only passages of a telling grade are read."""
    scanned = is_recognised(old.extractor) or is_recognised(new.extractor)
    reading = Reading(relevant=False)
    if comparison.grade in TELLING_GRADES:
        # Imported where it is used: its rules take 0.4 s to compile, which a round that finds nothing need not pay.
        from monitors.language.judge import read

        titles = {"title_before": old.title, "title_after": new.title}
        reading = read(old.segments, new.segments, comparison.passages, kind=visit.watched.source.kind.value, **titles)
    return Change(
        monitor_id=visit.watched.monitor.id,
        at=new.at,
        since=visit.watched.last_ok_at,
        old_version=old.id,
        new_version=0,
        cause=Cause.CONTENT,
        grade=comparison.grade,
        passages=comparison.passages,
        reading=noted(reading) if scanned else reading,
        url=visit.outcome.url,
        event=event_of(urlsplit(visit.outcome.url).netloc.lower(), comparison.passages),
    )


def alert_of(change: Change, now: datetime) -> Alert | None:
    """An alert for a change that touches visiting; silence for anything else."""
    reading = change.reading
    if change.cause is not Cause.CONTENT or not reading.relevant or reading.severity is Severity.NONE:
        return None
    return Alert(
        change_id=0,
        at=now,
        headline=reading.headline,
        direction=reading.direction,
        severity=reading.severity,
        topics=reading.topics,
    )


def same_bytes(visit: Answered, raw: str) -> bool:
    """The body is byte for byte the one last seen."""
    return bool(visit.watched.latest_version) and raw == visit.watched.last_raw


def same_text(visit: Answered, mark: str) -> bool:
    """The visible text is the one last seen, whatever else differs."""
    return bool(visit.watched.latest_version) and bool(mark) and mark == visit.watched.fingerprint


def same_but_for_holes(visit: Answered, fetched: Fetched) -> bool:
    """The page differs from its latest version only where it is known to vary without meaning."""
    stencil = stencil_of(visit.watched.stencil) if visit.watched.latest_version and visit.watched.stencil else None
    media_type = fetched.header("content-type")
    if stencil is None or sniff(fetched.body, media_type) != HTML:
        return False
    return stencil.fits(Sight(decode(fetched.body, media_type), fetched.at.date()))


def holes_between(visit: Answered, base: Sight, first: Sight, second: Sight) -> tuple[Hole, ...]:
    """Where a page varies: what was known of it and what these looks propose. Where selectors choose from the page,
    attributes decide what is watched and nothing may vary in them."""
    monitor, known = visit.watched.monitor, stencil_of(visit.watched.stencil)
    kept = known.holes if known is not None and known.pieces == first.text.count("<") + 1 else ()
    holes = united(kept, proposed(base, first, second))
    return tuple(hole for hole in holes if not (hole.markup and (monitor.select or monitor.ignore)))


def blocked(visit: Answered, verdict: Verdict) -> Check:
    """A capture that is no page: logged with the rule that fired, never a version, never a removal."""
    return check_of(visit, CheckOutcome.BLOCKED, verdict=verdict)
