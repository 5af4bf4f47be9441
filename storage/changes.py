"""Changes and the alerts made of them: written once, read by filters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, or_, select

from monitors.records import (
    Alert,
    Cause,
    Change,
    ChangeKind,
    Direction,
    Grade,
    Monitor,
    Passage,
    Reading,
    ReviewState,
    Severity,
    Source,
    SourceKind,
    Topic,
)
from monitors.sought import Sought
from storage.fact_rows import put_facts
from storage.rows import pack, recalled, unpack
from storage.tables import alerts, change_topics, changes, monitors, reviews, sources
from storage.words import CHANGE_WORDS, index_change, says

# Pages of one host are looked at once a day or so: the same words within two days are one edit, later they are news.
ONE_EDIT = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class ChangeQuery:
    """Which changes; an empty tuple or None asks nothing. since <= at < until. jurisdictions: whole codes ("US-TX");
    kinds: of the source. words: said by the headline or a passage. reviews: how far the judging has come.
    Newest first; before_id continues after the last row of the page before. With after_id: those that came after
    that change, oldest first."""

    since: datetime | None = None
    until: datetime | None = None
    topics: tuple[Topic, ...] = ()
    directions: tuple[Direction, ...] = ()
    severities: tuple[Severity, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()
    cause: Cause | None = None
    kinds: tuple[SourceKind, ...] = ()
    relevant: bool | None = None
    limit: int = 100
    before_id: int | None = None
    after_id: int | None = None
    words: Sought | None = None
    reviews: tuple[ReviewState, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change with what it belongs to."""

    change: Change
    monitor: Monitor
    source: Source


@dataclass(frozen=True, slots=True)
class _Detail:
    passages: tuple[Passage, ...]
    reading: Reading


def put_change(connection: Connection, change: Change) -> Change:
    """Store a change, its topics, facts and words; return it with its id."""
    change_id = connection.execute(insert(changes).returning(changes.c.id), change_row(change)).scalar_one()
    touched = [{"topic": topic, "change_id": change_id} for topic in dict.fromkeys(change.reading.topics)]
    if touched:
        connection.execute(insert(change_topics), touched)
    stored = replace(change, id=change_id)
    index_change(connection, stored)
    put_facts(connection, stored)
    return stored


def change_row(change: Change) -> dict[str, Any]:
    """A change as its row, without the id."""
    reading = change.reading
    return {
        "monitor_id": change.monitor_id,
        "at": change.at,
        "since": change.since,
        "old_version": change.old_version or None,
        "new_version": change.new_version or None,
        "cause": change.cause,
        "kind": change.kind,
        "grade": change.grade,
        "relevant": reading.relevant,
        "direction": reading.direction,
        "severity": reading.severity,
        "headline": reading.headline,
        "url": change.url,
        "event": change.event,
        "detail": pack(_Detail(change.passages, reading)),
    }


def put_alert(connection: Connection, alert: Alert) -> Alert:
    """Store an alert; return it with its id."""
    row = {
        "change_id": alert.change_id,
        "at": alert.at,
        "headline": alert.headline,
        "direction": alert.direction,
        "severity": alert.severity,
        "topics": alert.topics,
        "state": alert.state,
        "confirm_by": alert.confirm_by,
    }
    return replace(alert, id=connection.execute(insert(alerts).returning(alerts.c.id), row).scalar_one())


def one_change(connection: Connection, change_id: int) -> Change | None:
    row = connection.execute(select(changes).where(changes.c.id == change_id)).first()
    return None if row is None else change_of(row)


def find_changes(connection: Connection, wanted: ChangeQuery) -> list[ChangeRow]:
    """The changes asked for, newest first. Their ids are found first, from short indexes; only the rows of one page are
    read, because they are long."""
    order = changes.c.id if wanted.after_id is not None else changes.c.id.desc()
    ids = select(changes.c.id)
    found = list(connection.scalars(ids.where(*conditions(connection, wanted)).order_by(order).limit(wanted.limit)))
    return _rows(connection, changes.c.id.in_(found), order=order)


def _rows(connection: Connection, *wanted: ColumnElement[bool], order: ColumnElement[int]) -> list[ChangeRow]:
    query = (
        select(changes, monitors.c.record.label("monitor"), sources.c.record.label("source"))
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(*wanted)
        .order_by(order)
    )
    return [
        ChangeRow(change_of(row), recalled(Monitor, row.monitor), recalled(Source, row.source))
        for row in connection.execute(query)
    ]


def change_of(row: Row[*tuple[Any, ...]]) -> Change:
    detail = unpack(_Detail, row.detail)
    return Change(
        monitor_id=row.monitor_id,
        at=row.at,
        since=row.since,
        old_version=row.old_version or 0,
        new_version=row.new_version or 0,
        cause=Cause(row.cause),
        grade=Grade(row.grade),
        passages=detail.passages,
        reading=detail.reading,
        kind=ChangeKind(row.kind),
        url=row.url,
        event=row.event,
        id=row.id,
    )


def members(connection: Connection, change_id: int) -> list[ChangeRow]:
    """All changes of the edit that this one belongs to, itself among them, oldest first; none for an unknown one."""
    change = one_change(connection, change_id)
    if change is None:
        return []
    same = (changes.c.event == change.event) & changes.c.at.between(change.at - ONE_EDIT, change.at + ONE_EDIT)
    mine = changes.c.id == change.id
    return _rows(connection, or_(mine, same) if change.event else mine, order=changes.c.id)


def conditions(connection: Connection, wanted: ChangeQuery) -> list[ColumnElement[bool]]:
    """What a row of changes must fulfil."""
    listed = {
        changes.c.direction: wanted.directions,
        changes.c.severity: wanted.severities,
        changes.c.monitor_id: wanted.monitors,
    }
    found: list[ColumnElement[bool]] = [column.in_(values) for column, values in listed.items() if values]
    if wanted.sources or wanted.jurisdictions or wanted.kinds:
        theirs = monitors_of(ids=wanted.sources, jurisdictions=wanted.jurisdictions, kinds=wanted.kinds)
        found.append(changes.c.monitor_id.in_(theirs))
    if wanted.topics:
        touching = select(change_topics.c.change_id).where(change_topics.c.topic.in_(wanted.topics))
        found.append(changes.c.id.in_(touching))
    if wanted.since is not None:
        found.append(changes.c.at >= wanted.since)
    if wanted.until is not None:
        found.append(changes.c.at < wanted.until)
    if wanted.cause is not None:
        found.append(changes.c.cause == wanted.cause)
    if wanted.relevant is not None:
        found.append(changes.c.relevant == wanted.relevant)
    if wanted.before_id is not None:
        found.append(changes.c.id < wanted.before_id)
    if wanted.after_id is not None:
        found.append(changes.c.id > wanted.after_id)
    if wanted.words is not None:
        found.append(changes.c.id.in_(says(connection, CHANGE_WORDS, wanted.words)))
    if wanted.reviews:
        found.append(_reviewed(wanted.reviews))
    return found


def monitors_of(
    *, ids: Collection[str] = (), jurisdictions: Collection[str] = (), kinds: Collection[str] = ()
) -> Select[str]:
    """The ids of the monitors of these sources, as a subquery: joining thousands of changes to thousands of monitors
    takes ten times as long."""
    listed = {
        sources.c.id: ids,
        sources.c.jurisdiction: jurisdictions,
        sources.c.kind: kinds,
    }
    query = select(monitors.c.id).join(sources, sources.c.id == monitors.c.source_id)
    return query.where(*(column.in_(list(values)) for column, values in listed.items() if values))


def _reviewed(wanted: tuple[ReviewState, ...]) -> ColumnElement[bool]:
    """OPEN is where no row stands."""
    looked_at = select(reviews.c.change_id)
    listed = changes.c.id.in_(looked_at.where(reviews.c.state.in_(wanted)))
    return or_(listed, changes.c.id.not_in(looked_at)) if ReviewState.OPEN in wanted else listed
