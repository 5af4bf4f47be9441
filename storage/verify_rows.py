"""Every row against the others: damaged, dangling, missing, out of order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Row, Table, and_, or_, select, text

from monitors.records import ChangeKind, ListedItem, Monitor, Source
from storage.chain import sha_of
from storage.changes import change_of
from storage.faults import Fault, FaultKind
from storage.rows import from_text
from storage.snapshots import info_of, readable
from storage.tables import (
    change_topics,
    changes,
    known_items,
    metadata,
    monitors,
    snapshots,
    sources,
    states,
    versions,
)
from storage.verify_chain import stored_version_text, whole_versions
from storage.words import CHANGE_WORDS, VERSION_WORDS

_AT_ONCE = 200
_RECORDS: tuple[tuple[Table[Any], type], ...] = ((sources, Source), (monitors, Monitor), (known_items, ListedItem))
_COMPARES = (ChangeKind.TEXT, ChangeKind.PUBLISHED)


def database_faults(connection: Connection) -> Iterator[Fault]:
    """SQLite's own check of the file; PostgreSQL has none that a client may run."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if said != "ok":
            yield Fault(FaultKind.DATABASE, "the SQLite file", f"{said}; restore it from a backup")


def dangling_faults(connection: Connection) -> Iterator[Fault]:
    """Rows that name others which are not there, whether or not the database was to see to it."""
    for table in metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda one: list(one.column_keys)):
            yield from _dangling(connection, table, constraint)


def _dangling(connection: Connection, table: Table[Any], constraint: ForeignKeyConstraint) -> Iterator[Fault]:
    parent = constraint.referred_table.alias("parent")
    pairs = [(element.parent, parent.c[element.column.name]) for element in constraint.elements]
    there = and_(*(child == other for child, other in pairs))
    key = list(table.primary_key.columns)
    named = [child.label(f"named{number}") for number, (child, _) in enumerate(pairs)]
    query = (
        select(*key, *named)
        .select_from(table.outerjoin(parent, there))
        .where(pairs[0][1].is_(None), *(child.is_not(None) for child, _ in pairs))
    )
    for row in connection.execute(query):
        values = tuple(row)
        what = f"{constraint.referred_table.name} {', '.join(map(str, values[len(key) :]))}"
        yield Fault(FaultKind.DANGLING, _where(table, values[: len(key)]), f"it belongs to {what}, which is not there")


def record_faults(connection: Connection) -> Iterator[Fault]:
    for table, kind in _RECORDS:
        key = list(table.primary_key.columns)
        for row in connection.execute(select(*key, table.c.record)):
            try:
                from_text(kind, row.record)
            except Exception as error:  # whatever a damaged line of JSON raises
                yield Fault(FaultKind.DAMAGED_RECORD, _where(table, tuple(row)[:-1]), _said(error))
    for row in connection.execute(select(snapshots)):
        try:
            info_of(row)
        except Exception as error:
            where = f"snapshot {row.sha} of {row.monitor_id}"
            yield Fault(FaultKind.DAMAGED_SNAPSHOT, where, _said(error))


def version_faults(connection: Connection) -> Iterator[Fault]:
    """Every version hashed again."""
    last = 0
    while rows := whole_versions(connection, last, _AT_ONCE):
        for row in rows:
            wrong = _wrong_with(row)
            if wrong:
                yield Fault(FaultKind.DAMAGED_VERSION, f"version {row.id} of {row.monitor_id}", wrong)
        last = rows[-1].id


def _wrong_with(row: Row[*tuple[Any, ...]]) -> str:
    if row.by is None:
        return ""  # dangling, and told as that
    try:
        sha = sha_of(stored_version_text(row))
    except Exception as error:
        return _said(error)
    if sha != row.sha:
        return "its text is not the one that was hashed when it was written; restore it from a backup"
    return "" if row.characters == len(readable(row)) else "its length is not its text's"


def change_faults(connection: Connection) -> Iterator[Fault]:
    """Every change read whole, and what is repeated of its reading for queries compared with it."""
    last = 0
    while rows := connection.execute(
        select(changes).where(changes.c.id > last).order_by(changes.c.id).limit(_AT_ONCE)
    ).all():
        told = defaultdict(set)
        query = select(change_topics).where(change_topics.c.change_id.in_([row.id for row in rows]))
        for topic, number in connection.execute(query):
            told[number].add(topic)
        for row in rows:
            wrong = _wrong_in(row, told[row.id])
            if wrong:
                yield Fault(FaultKind.DAMAGED_CHANGE, f"change {row.id} of {row.monitor_id}", wrong)
        last = rows[-1].id


def _wrong_in(row: Row[*tuple[Any, ...]], topics: set[str]) -> str:
    try:
        reading = change_of(row).reading
    except Exception as error:
        return _said(error)
    repeated = (row.relevant, row.direction, row.severity, row.headline, topics)
    read = (reading.relevant, reading.direction, reading.severity, reading.headline, set(reading.topics))
    return "" if repeated == read else "its columns say something else than its reading"


def order_faults(connection: Connection) -> Iterator[Fault]:
    """Each monitor has a state that knows its latest version, and each version but the first the change that led to it
    from the one before."""
    known = dict(connection.execute(select(states.c.monitor_id, states.c.latest_version)).all())
    of: defaultdict[str, list[int]] = defaultdict(list)
    for monitor_id, number in connection.execute(select(versions.c.monitor_id, versions.c.id).order_by(versions.c.id)):
        of[monitor_id].append(number)
    compares = or_(*(changes.c.kind == kind for kind in _COMPARES))
    led = dict(connection.execute(select(changes.c.new_version, changes.c.old_version).where(compares)).all())
    for monitor_id in connection.scalars(select(monitors.c.id).order_by(monitors.c.id)):
        where = f"monitor {monitor_id}"
        if monitor_id not in known:
            yield Fault(FaultKind.MISSING_STATE, where, "it is never due; a new state makes it due at once")
        elif known[monitor_id] != (of[monitor_id][-1] if of[monitor_id] else None):
            words = f"its state says {known[monitor_id]}, its versions end with {of[monitor_id][-1:]}"
            yield Fault(FaultKind.WRONG_LATEST, where, words)
    for monitor_id, numbers in sorted(of.items()):
        for old, new in pairwise(numbers):
            if led.get(new) != old:
                words = f"no change leads to it from version {old}"
                yield Fault(FaultKind.MISSING_CHANGE, f"version {new} of {monitor_id}", words)


def unindexed(connection: Connection, table: str, most: int | None = None) -> list[int]:
    """The ids of versions or changes whose words are not to be found by search, the first of them."""
    rows = {VERSION_WORDS: "versions", CHANGE_WORDS: "changes"}[table]
    key = "id" if connection.dialect.name == "postgresql" else "rowid"
    query = f"SELECT id FROM {rows} WHERE id NOT IN (SELECT {key} FROM {table}) ORDER BY id"  # noqa: S608
    return list(connection.scalars(text(query if most is None else f"{query} LIMIT {most}")))


def index_faults(connection: Connection) -> Iterator[Fault]:
    for table, name in ((VERSION_WORDS, "version"), (CHANGE_WORDS, "change")):
        for number in unindexed(connection, table):
            yield Fault(FaultKind.UNINDEXED, f"{name} {number}", "search does not find it")


def _where(table: Table[Any], key: tuple[Any, ...]) -> str:
    return f"{table.name} {', '.join(map(str, key))}"


def _said(error: Exception) -> str:
    return f"it can't be read ({type(error).__name__}); restore it from a backup"
