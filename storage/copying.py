"""A whole database copied while it is used, and what proves that two of them hold the same.

A copy is always an SQLite file, whatever it came from: one kind of backup for both databases, which opens by itself as
a store. SQLite copies its own (VACUUM INTO: one read transaction, nobody waits); PostgreSQL's rows are read in one
REPEATABLE READ transaction.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, collate, func, insert, select, text, update

from storage.columns import Words
from storage.engine import Database
from storage.migrate import ensure_schema
from storage.tables import metadata, monitors

_AT_ONCE = 500


def copy_to_file(source: Database, path: Path) -> None:
    """Copy everything to a new SQLite file. Raises StoreError."""
    if source.engine.dialect.name == "sqlite":
        source.vacuum_into(path)
        return
    target = Database(f"sqlite:///{path}")
    try:
        ensure_schema(target, migrate=True)
        with source.snapshot() as reading, target.writing() as writing:
            copy_rows(reading, writing)
    finally:
        target.close()


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row into an empty database of the same schema. What words are looked up in is not copied: it is made
    of the rows (storage/repair.py)."""
    for table in metadata.sorted_tables:
        rows = source.execution_options(yield_per=_AT_ONCE).execute(select(table))
        for part in rows.mappings().partitions(_AT_ONCE):
            target.execute(insert(table), [_unparented(table, dict(row)) for row in part])
    # A monitor may name one that comes later, so what it names is written last.
    parented = select(monitors.c.id, monitors.c.parent).where(monitors.c.parent.is_not(None))
    for name, parent in source.execute(parented):
        target.execute(update(monitors).where(monitors.c.id == name).values(parent=parent))
    set_sequences(source, target)


def digests(connection: Connection) -> dict[str, dict[str, object]]:
    """Of each table: how many rows, and the SHA-256 of them all in the order of their keys. Equal on both databases
    where the rows are equal."""
    found = {table.name: fingerprint(connection, table) for table in metadata.sorted_tables}
    return {name: {"rows": rows, "sha256": sha} for name, (rows, sha) in found.items()}


def count_rows(connection: Connection) -> dict[str, int]:
    tables = metadata.sorted_tables
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def is_empty(connection: Connection) -> bool:
    """Whether no table has a row."""
    return all(connection.execute(select(table).limit(1)).first() is None for table in metadata.sorted_tables)


def _unparented(table: Table[Any], row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "parent": None} if table is monitors else row


def set_sequences(source: Connection, target: Connection) -> None:
    """Let numbers go on behind the highest that was ever given in the source, also where its row is gone."""
    if target.dialect.name != "postgresql":
        return
    given: dict[str, int] = {}
    if source.dialect.name == "sqlite":
        given = {row.name: row.seq for row in source.execute(text("SELECT name, seq FROM sqlite_sequence"))}
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        sequence = target.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        highest = max(given.get(table.name, 0), target.scalar(select(func.max(column))) or 0)
        if sequence and highest:
            target.execute(select(func.setval(sequence, highest)))


def fingerprint(connection: Connection, table: Table[Any], *where: ColumnElement[bool]) -> tuple[int, str]:
    """How many rows a table has, and the SHA-256 over them in order of their keys; the same for the same rows in either
    kind of database."""
    order = [by_bytes(connection, key) for key in table.primary_key.columns]
    query = select(table).where(*where).order_by(*order)
    digest, count = hashlib.sha256(), 0
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        digest.update(json.dumps([_plain(value) for value in row], ensure_ascii=False).encode() + b"\n")
        count += 1
    return count, digest.hexdigest()


def by_bytes(connection: Connection, key: ColumnElement[Any]) -> ColumnElement[Any]:
    """A key as it is ordered everywhere: by bytes, whatever the database's own order of letters."""
    return collate(key, "C") if connection.dialect.name == "postgresql" and isinstance(key.type, Words) else key


def _plain(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
