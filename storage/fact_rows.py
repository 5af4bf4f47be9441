"""Facts of changes as rows of their own, so that one can be followed over time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, distinct, func, insert, select

from monitors.records import Change, FactValue, Source
from storage.rows import recalled
from storage.tables import changes, facts, monitors, sources


@dataclass(frozen=True, slots=True)
class FactMoved:
    """A fact that a change moved. at: when the new value was first seen; since: when the old one last was."""

    id: int
    change_id: int
    monitor_id: str
    name: str
    at: datetime
    since: datetime | None
    before: FactValue
    after: FactValue
    source: Source


def fact_rows(change: Change) -> list[dict[str, Any]]:
    return [
        {
            "change_id": change.id,
            "monitor_id": change.monitor_id,
            "name": fact.name,
            "at": change.at,
            "before": _written(fact.before),
            "after": _written(fact.after),
        }
        for fact in change.reading.facts
    ]


def put_facts(connection: Connection, change: Change) -> None:
    if rows := fact_rows(change):
        connection.execute(insert(facts), rows)


def moved_facts(
    connection: Connection,
    *,
    monitor_id: str = "",
    name: str = "",
    jurisdiction: str = "",
    after_id: int = 0,
    limit: int = 1000,
) -> list[FactMoved]:
    """Facts that moved, oldest first, after the one of that id."""
    query = (
        select(facts, changes.c.since, sources.c.record)
        .join(changes, changes.c.id == facts.c.change_id)
        .join(monitors, monitors.c.id == facts.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(facts.c.id > after_id)
        .order_by(facts.c.id)
        .limit(limit)
    )
    if monitor_id:
        query = query.where(facts.c.monitor_id == monitor_id)
    if name:
        query = query.where(facts.c.name == name)
    if jurisdiction:
        query = query.where(sources.c.jurisdiction == jurisdiction)
    return [_moved(row) for row in connection.execute(query)]


def fact_names(connection: Connection) -> dict[str, int]:
    """Which facts ever moved, and how many times."""
    query = select(facts.c.name, func.count(distinct(facts.c.id))).group_by(facts.c.name).order_by(facts.c.name)
    return {row.name: row[1] for row in connection.execute(query)}


def _moved(row: Row[*tuple[Any, ...]]) -> FactMoved:
    before, after = read_value(row.before), read_value(row.after)
    source = recalled(Source, row.record)
    return FactMoved(row.id, row.change_id, row.monitor_id, row.name, row.at, row.since, before, after, source)


def _written(value: FactValue) -> str | None:
    return None if value is None else json.dumps(value)


@lru_cache(maxsize=4_000)  # few values, read thousands of times for one page
def read_value(text: str | None) -> FactValue:
    value: FactValue = None if text is None else json.loads(text)
    return value
