"""How many changes each value of each filter would leave, the other filters as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, case, func, literal, select

from monitors.records import ReviewState
from storage.changes import ChangeQuery, conditions
from storage.tables import change_topics, changes, monitors, reviews, sources

Counts = dict[str, dict[str, int]]
# Each facet with the field of the query that chooses it.
_CHOSEN = {
    "direction": "directions",
    "severity": "severities",
    "kind": "kinds",
    "jurisdiction": "jurisdictions",
    "source": "sources",
    "review": "reviews",
}


def count_facets(connection: Connection, wanted: ChangeQuery) -> Counts:
    """Counts by facet and value; "total": {"": all}. A facet's own choice does not narrow its counts, so that they say
    what one more tick would add."""
    asked = replace(wanted, before_id=None, after_id=None)
    groups = _groups(connection, asked)
    chosen = {facet: {str(value) for value in getattr(asked, field)} for facet, field in _CHOSEN.items()}
    counts: Counts = {facet: dict(_count(groups, facet, chosen)) for facet in _CHOSEN}
    counts["topic"] = _topics(connection, replace(asked, topics=()))
    counts["total"] = {"": sum(number for keys, number in groups if _fits(keys, chosen, without=""))}
    return counts


def _groups(connection: Connection, asked: ChangeQuery) -> list[tuple[dict[str, str], int]]:
    """One pass over the changes: how many there are of each combination."""
    open_ = replace(asked, directions=(), severities=(), kinds=(), jurisdictions=(), sources=(), reviews=())
    state = case((reviews.c.state.is_(None), literal(ReviewState.OPEN.value)), else_=reviews.c.state)
    per_monitor = (
        select(changes.c.monitor_id, changes.c.direction, changes.c.severity, state.label("review"),
               func.count().label("count"))
        .outerjoin(reviews, reviews.c.change_id == changes.c.id)
        .where(*conditions(connection, open_))
        .group_by(changes.c.monitor_id, changes.c.direction, changes.c.severity, state)
    )  # fmt: skip
    whose = {
        row.id: row
        for row in connection.execute(
            select(monitors.c.id, monitors.c.source_id, sources.c.kind, sources.c.jurisdiction).join(
                sources, sources.c.id == monitors.c.source_id
            )
        )
    }
    return [(_keys(row, whose[row.monitor_id]), row[4]) for row in connection.execute(per_monitor)]


def _keys(row: Any, whose: Any) -> dict[str, str]:
    return {
        "direction": row.direction, "severity": row.severity, "review": row.review, "source": whose.source_id,
        "kind": whose.kind, "jurisdiction": whose.jurisdiction,
    }  # fmt: skip


def _count(groups: Iterable[tuple[dict[str, str], int]], facet: str, chosen: dict[str, set[str]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for keys, number in groups:
        if _fits(keys, chosen, without=facet):
            counted[keys[facet]] += number
    return counted


def _fits(keys: dict[str, str], chosen: dict[str, set[str]], without: str) -> bool:
    return all(not values or facet == without or keys[facet] in values for facet, values in chosen.items())


def _topics(connection: Connection, asked: ChangeQuery) -> dict[str, int]:
    query = (
        select(change_topics.c.topic, func.count())
        .join(changes, changes.c.id == change_topics.c.change_id)
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(*conditions(connection, asked))
        .group_by(change_topics.c.topic)
    )
    return {row.topic: row[1] for row in connection.execute(query)}
