"""A whole database copied into another, table by table in the order of their references, and both compared at the end.

Tables are taken from the metadata, so a new table is moved without a word here. A portion of rows is written in one
transaction; portions that are there already, row for row, are passed over, so a move that was broken off goes on where
it stopped. The source is read in one transaction: what is compared is one moment of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, insert, literal, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage import snapshots
from storage.copying import by_bytes, fingerprint, set_sequences
from storage.engine import Database
from storage.errors import StoreError
from storage.migrate import ensure_schema
from storage.repair import index_one
from storage.store import Store, open_store
from storage.tables import metadata, run_facts
from storage.verify_rows import unindexed
from storage.words import CHANGE_WORDS, VERSION_WORDS

PORTION = 500
MARK = "moving"  # in the target's run_facts while a move is under way: the digest of the source's secret


@dataclass(frozen=True, slots=True)
class TableMoved:
    """A table that is the same in both databases: its rows, how many of them were written by this run, and the SHA-256
    over all of them in order of their keys."""

    name: str
    rows: int
    written: int
    sha: str


def move_store(
    source: tuple[str, Path | str], target: tuple[str, Path | str], tell: Callable[[str, int], None]
) -> list[TableMoved]:
    """Copy a whole installation (database URL, bodies) into another place and compare both; what is there already is
    passed over. Bodies are copied, each read back by its hash, where the two places differ, and looked for where they
    are the same. Raises StoreError, whose message says what to do."""
    with open_store(*source) as here:
        there = Database(target[0])
        try:
            moved = move(here._database, there, tell)
            with open_store(*target) as new:
                _move_bodies(here, new, source[1] == target[1], tell)
            _end(there)
        finally:
            there.close()
    return moved


def _move_bodies(here: Store, new: Store, same_place: bool, tell: Callable[[str, int], None]) -> None:
    with new._database.reading() as connection:
        names = snapshots.body_names(connection)
    for number, sha in enumerate(names, 1):
        if not new._bodies.has(sha) and not same_place:
            new._bodies.put(here._bodies.get(sha))
        if not same_place or number % 100 == 0:
            tell("bodies", number)
        new._bodies.get(sha)


def move(source: Database, target: Database, tell: Callable[[str, int], None]) -> list[TableMoved]:
    """Copy every row and compare; tell(table, rows so far) as it goes. The target stays marked. Raises StoreError when
    it holds something else, or when the two differ at the end."""
    ensure_schema(source, migrate=True)
    ensure_schema(target, migrate=True)
    with source.snapshot() as reading:
        _begin(reading, target)
        written = {table.name: _copy(reading, target, table, tell) for table in metadata.sorted_tables}
        with target.writing() as writing:
            set_sequences(reading, writing)
        _index_words(target, tell)
        moved = []
        with target.reading() as there:
            for table in metadata.sorted_tables:
                tell(f"{table.name}: comparing", 0)
                here, other = (fingerprint(each, table, *_but_the_mark(table)) for each in (reading, there))
                if here != other:
                    raise StoreError(
                        f"{target.where}: table {table.name} differs after the copy ({other[0]} rows, {here[0]} in "
                        f"{source.where}); run the move again, or with an empty database"
                    )
                moved.append(TableMoved(table.name, here[0], written[table.name], here[1]))
    return moved


def _begin(reading: Connection, target: Database) -> None:
    """Mark the target as ours; refuse one that holds another installation's rows."""
    secret = reading.scalar(select(run_facts.c.value).where(run_facts.c.key == "secret")) or ""
    mark = hashlib.sha256(secret.encode()).hexdigest()
    with target.writing() as writing:
        found = writing.scalar(select(run_facts.c.value).where(run_facts.c.key == MARK))
        if found == mark:
            return
        filled = [table.name for table in metadata.sorted_tables if writing.execute(select(table).limit(1)).first()]
        if found is not None or filled:
            what = "a move from another installation was begun there" if found else f"it holds {', '.join(filled[:3])}"
            raise StoreError(f"{target.where}: is not empty ({what}); move into a new database")
        writing.execute(insert(run_facts), {"key": MARK, "value": mark})


def _end(target: Database) -> None:
    """Take the mark away: what is there now is an installation of its own."""
    with target.writing() as writing:
        writing.execute(run_facts.delete().where(run_facts.c.key == MARK))


def _copy(reading: Connection, target: Database, table: Table[Any], tell: Callable[[str, int], None]) -> int:
    own = [column.name for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    seen = written = 0
    for rows in _portions(reading, table):
        written += _put(target, table, [dict(row._mapping) for row in rows], own)
        seen += len(rows)
        tell(table.name, seen)
    if own and written:
        _put_own(reading, target, table, own)
    return written


def _put(target: Database, table: Table[Any], rows: list[dict[str, Any]], own: Sequence[str]) -> int:
    """Write the rows that are not there as they should be, references to their own table left open; return how many."""
    keys = list(table.primary_key.columns)
    with target.writing() as writing:
        wanted = [tuple(row[key.name] for key in keys) for row in rows]
        there = {
            tuple(row._mapping[key.name] for key in keys): dict(row._mapping)
            for row in writing.execute(select(table).where(_among(keys, wanted)))
        }
        new = [row for row, key in zip(rows, wanted, strict=True) if there.get(key) != row]
        if not new:
            return 0
        make = postgresql_insert if writing.dialect.name == "postgresql" else sqlite_insert
        statement = make(table)
        others = {c.name: statement.excluded[c.name] for c in table.columns if c not in set(keys)}
        names = [key.name for key in keys]
        if others:
            statement = statement.on_conflict_do_update(index_elements=names, set_=others)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=names)
        writing.execute(statement, [{**row, **dict.fromkeys(own)} for row in new])
    return len(new)


def _put_own(reading: Connection, target: Database, table: Table[Any], own: Sequence[str]) -> None:
    """Fill in the references of a table to itself, now that all its rows are there."""
    [key] = table.primary_key.columns
    for name in own:
        column = table.columns[name]
        for rows in _portions(reading, table, column.is_not(None)):
            with target.writing() as writing:
                for row in rows:
                    here = row._mapping
                    writing.execute(update(table).where(key == here[key.name]).values({name: here[name]}))


def _among(keys: Sequence[Any], wanted: Sequence[tuple[Any, ...]]) -> Any:
    if len(keys) == 1:
        return keys[0].in_([value for (value,) in wanted])
    return tuple_(*keys).in_([tuple(value) for value in wanted])


def _portions(connection: Connection, table: Table[Any], *where: Any) -> Iterator[Sequence[Any]]:
    """All rows in order of their keys, by bytes whatever the database's own order of letters; the mark left out."""
    keys = list(table.primary_key.columns)
    order = [by_bytes(connection, key) for key in keys]
    query: Select[Any] = select(table).where(*where, *_but_the_mark(table)).order_by(*order).limit(PORTION)
    last: tuple[Any, ...] | None = None
    while True:
        after = query
        if last is not None:
            values = [literal(value, key.type) for value, key in zip(last, keys, strict=True)]
            after = query.where(order[0] > values[0] if len(keys) == 1 else tuple_(*order) > tuple_(*values))
        rows = connection.execute(after).all()
        if rows:
            yield rows
        if len(rows) < PORTION:
            return
        last = tuple(rows[-1]._mapping[key.name] for key in keys)


def _but_the_mark(table: Table[Any]) -> list[ColumnElement[bool]]:
    return [run_facts.c.key != MARK] if table is run_facts else []


def _index_words(target: Database, tell: Callable[[str, int], None]) -> None:
    """Make what is looked up by words, for rows that have none yet."""
    done = 0
    for table in (VERSION_WORDS, CHANGE_WORDS):
        while True:
            with target.writing() as writing:
                ids = unindexed(writing, table, PORTION)
                for one in ids:
                    index_one(writing, table, one)
            done += len(ids)
            tell("words", done)
            if not ids:
                break
