"""Visiting news by month, place and direction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from monitors.records import Cause, Direction
from storage.changes import monitors_of
from storage.tables import changes, monitors, sources


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many changes of a direction a month (UTC, "2026-03") brought in a place."""

    month: str
    jurisdiction: str
    direction: Direction
    count: int


def months(
    connection: Connection, since: datetime, *, jurisdiction: str = "", source: str = "", monitor: str = ""
) -> list[MonthCount]:
    """Relevant changes of the pages themselves since then; months and places without one are not named."""
    if connection.dialect.name == "sqlite":
        month: ColumnElement[Any] = func.substr(literal_column("changes.at"), 1, 7)
    else:
        month = func.to_char(func.timezone("UTC", changes.c.at), "YYYY-MM")
    query = (
        select(month, sources.c.jurisdiction, changes.c.direction, func.count())
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(changes.c.relevant, changes.c.cause == Cause.CONTENT, changes.c.at >= since)
        .group_by(month, sources.c.jurisdiction, changes.c.direction)
        .order_by(month, sources.c.jurisdiction, changes.c.direction)
    )
    if jurisdiction or source:
        given = {"jurisdictions": [jurisdiction] if jurisdiction else [], "ids": [source] if source else []}
        query = query.where(changes.c.monitor_id.in_(monitors_of(**given)))
    if monitor:
        query = query.where(changes.c.monitor_id == monitor)
    return [MonthCount(one, place, Direction(way), count) for one, place, way, count in connection.execute(query)]
