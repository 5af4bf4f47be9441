"""Monitors with how they stand, found and counted in the database: with thousands of them, reading each one's record
for every page took 0.2 s."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Row, Select, Text, and_, case, cast, func, or_, select

from monitors.records import Check, Monitor, Source, SourceKind
from storage.checks import check_of
from storage.claims import MonitorState, state_of
from storage.rows import recalled
from storage.tables import checks, monitors, sources, states


class Standing(StrEnum):
    """How a monitor stands: a good last check, failing at the last ones, never once reached, or switched off."""

    GOOD = "good"
    FAILING = "failing"
    NEVER = "never"
    INACTIVE = "inactive"


_REACHED = states.c.last_ok_at.is_not(None)
_WHEN: dict[Standing, ColumnElement[bool]] = {
    Standing.INACTIVE: ~monitors.c.active,
    Standing.NEVER: and_(monitors.c.active, ~_REACHED),
    Standing.FAILING: and_(monitors.c.active, _REACHED, states.c.failures > 0),
    Standing.GOOD: and_(monitors.c.active, _REACHED, states.c.failures == 0),
}
_STANDING = case(*((condition, standing.value) for standing, condition in _WHEN.items()), else_=Standing.GOOD.value)


@dataclass(frozen=True, slots=True)
class MonitorQuery:
    """Which monitors; an empty tuple or "" asks nothing. like: part of the address, title or id. By id, after the one
    of after_id; with broken: those that were reached before and fail now, the latest to break first."""

    standings: tuple[Standing, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    kinds: tuple[SourceKind, ...] = ()
    sources: tuple[str, ...] = ()
    like: str = ""
    after_id: str = ""
    limit: int = 200
    broken: bool = False


@dataclass(frozen=True, slots=True)
class MonitorListed:
    """A monitor, whose it is, its state, and its last check (None before the first)."""

    monitor: Monitor
    source: Source
    state: MonitorState
    check: Check | None


def list_monitors(connection: Connection, wanted: MonitorQuery) -> list[MonitorListed]:
    query = (
        _joined(_columns())
        .outerjoin(checks, checks.c.id == states.c.last_check_id)
        .where(*_conditions(connection, wanted))
    )
    if wanted.broken:
        query = query.where(_WHEN[Standing.FAILING], states.c.failing_since.is_not(None))
        query = query.order_by(states.c.failing_since.desc(), states.c.monitor_id.desc())
    else:
        query = query.where(monitors.c.id > wanted.after_id).order_by(monitors.c.id)
    return [_listed(row) for row in connection.execute(query.limit(wanted.limit))]


def some_monitors(connection: Connection, ids: Collection[str]) -> dict[str, MonitorListed]:
    """Those that are known of these."""
    query = _joined(_columns()).outerjoin(checks, checks.c.id == states.c.last_check_id)
    rows = connection.execute(query.where(monitors.c.id.in_(list(ids))))
    return {row.monitor_id: _listed(row) for row in rows}


def count_monitors(connection: Connection, wanted: MonitorQuery) -> int:
    query = _joined(select(func.count())).where(*_conditions(connection, wanted))
    return connection.scalar(query) or 0


def count_standings(
    connection: Connection, *, by: str = "kind", source: str = "", jurisdiction: str = ""
) -> dict[str, dict[Standing, int]]:
    """How many monitors stand how, by kind, jurisdiction or id of their source."""
    column = {"kind": sources.c.kind, "jurisdiction": sources.c.jurisdiction, "source": sources.c.id}[by]
    query = _joined(select(column.label("of"), _STANDING.label("standing"), func.count().label("count")))
    if source:
        query = query.where(sources.c.id == source)
    if jurisdiction:
        query = query.where(sources.c.jurisdiction == jurisdiction)
    counts: dict[str, dict[Standing, int]] = {}
    for row in connection.execute(query.group_by(column, _STANDING).order_by(column)):
        counts.setdefault(row.of, {})[Standing(row.standing)] = row[2]
    return counts


def count_late(connection: Connection, before: datetime) -> int:
    """How many active monitors were due before that time and still are."""
    query = _joined(select(func.count())).where(monitors.c.active, states.c.next_check_at < before)
    return connection.scalar(query) or 0


def newest_check(connection: Connection) -> datetime | None:
    return connection.scalar(select(func.max(states.c.last_check_at)))


def _columns() -> Select[*tuple[Any, ...]]:
    last = [column.label(f"check_{column.name}") for column in checks.c]
    whose = (monitors.c.record.label("monitor"), sources.c.record.label("source"))
    return select(*whose, states, *last)


def _joined(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.select_from(monitors)
        .join(states, states.c.monitor_id == monitors.c.id)
        .join(sources, sources.c.id == monitors.c.source_id)
    )


def _conditions(connection: Connection, wanted: MonitorQuery) -> list[ColumnElement[bool]]:
    listed = {
        sources.c.jurisdiction: wanted.jurisdictions,
        sources.c.kind: wanted.kinds,
        sources.c.id: wanted.sources,
    }
    found: list[ColumnElement[bool]] = [column.in_(values) for column, values in listed.items() if values]
    if wanted.standings:
        found.append(or_(*(_WHEN[one] for one in wanted.standings)))
    if wanted.like:
        named = (monitors.c.id, monitors.c.url, _title(connection))
        found.append(or_(*(one.icontains(wanted.like, autoescape=True) for one in named)))
    return found


def _title(connection: Connection) -> ColumnElement[Any]:
    """The title, which is in the record alone."""
    if connection.dialect.name == "sqlite":
        found: ColumnElement[Any] = func.json_extract(monitors.c.record, "$.title", type_=Text())
    else:
        found = cast(monitors.c.record, JSON)["title"].as_string()
    return found


def _listed(row: Row[*tuple[Any, ...]]) -> MonitorListed:
    check = None if row.check_id is None else check_of(row, "check_")
    return MonitorListed(recalled(Monitor, row.monitor), recalled(Source, row.source), state_of(row), check)
