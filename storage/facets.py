"""How many changes each value of each filter would leave, the other filters as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, case, func, literal, select

from monitors.records import ReviewState
from storage.changes import ChangeQuery, conditions
from storage.tables import annotated, change_topics, changes, monitors, reviews, sources

Counts = dict[str, dict[str, int]]
# Each facet with the field of the query that chooses it, in the order of a group's keys.
_CHOSEN = {
    "direction": "directions",
    "severity": "severities",
    "review": "reviews",
    "source": "sources",
    "kind": "kinds",
    "jurisdiction": "jurisdictions",
}
Group = tuple[str, str, str, str, str, str, int]


def count_facets(connection: Connection, wanted: ChangeQuery) -> Counts:
    """Counts by facet and value; "total": {"": all}. A facet's own choice does not narrow its counts, so that they say
    what one more tick would add."""
    asked = replace(wanted, before_id=None, after_id=None)
    counts = _counts(_groups(connection, asked), asked)
    counts["topic"] = _topics(connection, replace(asked, topics=()))
    return counts


def stamp(connection: Connection) -> tuple[object, ...]:
    """What differs as soon as any count may: the newest change and annotation, and which reviews there are. A change
    given back and another taken leaves their number as it was, but neither their sum nor the latest claim."""
    newest = [connection.scalar(select(func.max(table.c.id))) or 0 for table in (changes, annotated)]
    claimed = func.count(reviews.c.claimed_at), func.max(reviews.c.claimed_at), func.sum(reviews.c.change_id)
    return (*newest, *connection.execute(select(func.count(), *claimed)).one())


def newest_change(connection: Connection) -> int:
    return connection.scalar(select(func.max(changes.c.id))) or 0


def _counts(groups: Iterable[Group], asked: ChangeQuery) -> Counts:
    """One pass: a group counts for all facets when it fits all choices, and for one when only that choice rules it
    out."""
    chosen = [
        (at, {str(value) for value in getattr(asked, field)})
        for at, field in enumerate(_CHOSEN.values())
        if getattr(asked, field)
    ]
    counted: list[dict[str, int]] = [{} for _ in _CHOSEN]
    total = 0
    for group in groups:
        number = group[6]
        missed = [at for at, values in chosen if group[at] not in values]
        if len(missed) > 1:
            continue
        if not missed:
            total += number
        for at in missed or range(6):
            sums, value = counted[at], str(group[at])
            sums[value] = sums.get(value, 0) + number
    return {**dict(zip(_CHOSEN, counted, strict=True)), "total": {"": total}}


def _groups(connection: Connection, asked: ChangeQuery) -> list[Group]:
    """How many changes there are of each combination. Grouped in the database by what is short; the rest follows from
    the source, of which there are fewer."""
    open_ = replace(asked, directions=(), severities=(), kinds=(), jurisdictions=(), sources=(), reviews=())
    state = case((reviews.c.state.is_(None), literal(ReviewState.OPEN.value)), else_=reviews.c.state)
    query = (
        select(changes.c.direction, changes.c.severity, state, monitors.c.source_id, func.count())
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .outerjoin(reviews, reviews.c.change_id == changes.c.id)
        .where(*conditions(connection, open_))
        .group_by(changes.c.direction, changes.c.severity, state, monitors.c.source_id)
    )
    rows = connection.execute(select(sources.c.id, sources.c.kind, sources.c.jurisdiction)).all()
    whose: dict[str, Any] = {row.id: (row.kind, row.jurisdiction) for row in rows}
    return [
        (way, grave, review, source, *whose[source], number)
        for way, grave, review, source, number in connection.execute(query)
    ]


def _topics(connection: Connection, asked: ChangeQuery) -> dict[str, int]:
    touching = select(changes.c.id)
    query = (
        select(change_topics.c.topic, func.count())
        .where(change_topics.c.change_id.in_(touching.where(*conditions(connection, asked))))
        .group_by(change_topics.c.topic)
    )
    return {row.topic: row[1] for row in connection.execute(query)}
