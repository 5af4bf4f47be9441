"""Facts of facilities over time, and who says what about the same place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from monitors.panel import words_of
from monitors.records import FactValue, Source, SourceKind
from storage.changes import change_of
from storage.fact_rows import read_value
from storage.rows import recalled
from storage.tables import changes, facts, monitors, sources, versions


def quotes(connection: Connection, wanted: Collection[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """The words that told each of these facts, named by its change and its name."""
    ids = {number for number, _ in wanted}
    query = select(changes).where(changes.c.id.in_(ids))
    found = {row.id: change_of(row) for row in connection.execute(query)}
    return {(number, name): words_of(found[number], name) for number, name in wanted if number in found}


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that a page moved, with the sentence about it. before, after: the values around `at`; seen: when the page
    was first seen, so that `before` is known to have held from then on."""

    source: Source
    monitor_id: str
    change_id: int
    name: str
    since: datetime | None
    at: datetime
    before: FactValue
    after: FactValue
    headline: str
    seen: datetime | None = None


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
    latest: only the last of each monitor and fact; most: of more than these the oldest are left out."""
    first = (
        select(versions.c.at)
        .where(versions.c.monitor_id == facts.c.monitor_id)
        .order_by(versions.c.id)
        .limit(1)
        .correlate(facts)
        .scalar_subquery()
    )
    query = (
        select(facts, changes.c.since, changes.c.headline, sources.c.record, first.label("seen"))
        .join(changes, changes.c.id == facts.c.change_id)
        .join(monitors, monitors.c.id == facts.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(sources.c.kind.in_(list(kinds)))
        .order_by(facts.c.at.desc(), facts.c.id.desc())
        .limit(most)
    )
    if names:
        query = query.where(facts.c.name.in_(list(names)))
    if jurisdiction:
        query = query.where(sources.c.jurisdiction == jurisdiction)
    if latest:
        query = query.where(facts.c.id.in_(select(func.max(facts.c.id)).group_by(facts.c.monitor_id, facts.c.name)))
    return [
        Told(
            recalled(Source, row.record), row.monitor_id, row.change_id, row.name, row.since, row.at,
            read_value(row.before), read_value(row.after), row.headline, row.seen,
        )
        for row in reversed(connection.execute(query).all())
    ]  # fmt: skip
