"""Facts of facilities over time, and who says what about the same place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial

from sqlalchemy import Connection, func, select

from monitors.records import FactValue, Source, SourceKind
from storage.fact_rows import read_value
from storage.rows import from_text
from storage.tables import changes, facts, monitors, sources


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that a page moved, with the sentence about it. before, after: the values around `at`."""

    source: Source
    monitor_id: str
    change_id: int
    name: str
    since: datetime | None
    at: datetime
    before: FactValue
    after: FactValue
    headline: str


def told(
    connection: Connection,
    names: Collection[str] = (),
    *,
    kinds: Collection[SourceKind],
    jurisdiction: str = "",
    latest: bool = False,
    most: int = 20_000,
) -> list[Told]:
    """Every move of these facts (of all where none is named) by sources of these kinds, oldest first;
    latest: only the last of each monitor and fact."""
    query = (
        select(facts, changes.c.since, changes.c.headline, sources.c.record)
        .join(changes, changes.c.id == facts.c.change_id)
        .join(monitors, monitors.c.id == facts.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(sources.c.kind.in_(list(kinds)))
        .order_by(facts.c.at, facts.c.id)
        .limit(most)
    )
    if names:
        query = query.where(facts.c.name.in_(list(names)))
    if jurisdiction:
        query = query.where(sources.c.jurisdiction == jurisdiction)
    if latest:
        query = query.where(facts.c.id.in_(select(func.max(facts.c.id)).group_by(facts.c.monitor_id, facts.c.name)))
    source = cache(partial(from_text, Source))
    return [
        Told(
            source(row.record), row.monitor_id, row.change_id, row.name, row.since, row.at,
            read_value(row.before), read_value(row.after), row.headline,
        )
        for row in connection.execute(query)
    ]  # fmt: skip
