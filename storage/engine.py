"""One database by URL, with the transactions the rest of storage/ is written for.

SQLite: WAL, foreign keys, 30 s busy timeout, writers BEGIN IMMEDIATE. A plain BEGIN that reads before it writes fails
at once when another writer was faster, whatever the timeout: measured, 900 of 1,200 transactions of four writers;
with BEGIN IMMEDIATE none. synchronous=FULL, because an alert that was sent must not vanish with a
power cut; measured on one machine, it makes a commit 0.4 ms slower than NORMAL (1.2 instead of 0.9 ms).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event, make_url, text
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, SQLAlchemyError, StatementError

from storage.errors import StoreError

BUSY_SECONDS = 30

# An arbitrary number that is ours: the advisory lock under which PostgreSQL does what SQLite's single writer does.
_ADVISORY_LOCK = 0x76697369

_NO_SERVER = "no server answers there; check that it runs and that host, port and password are right"

_ADVICE = {
    "not a database": "the file is no SQLite database; move it away or choose another path",
    "malformed": "the file is damaged; restore it from a backup",
    "readonly": "it cannot be written; give this user write permission on the file and its folder",
    "unable to open": "it cannot be opened; check that the folder exists and this user may write there",
    "disk is full": "the disk is full; free some space and run again",
    "disk I/O error": "the disk could not be read or written; look for free space and at the system's log",
    "is locked": f"another program held it for more than {BUSY_SECONDS} seconds; end that program and run again",
    "connection is bad": _NO_SERVER,
    "closed the connection": "the server went away; run again when it is back",
    "connection failed": _NO_SERVER,
    "does not exist": "create it first, or correct the URL",
}


class Database:
    """An engine and its two kinds of transaction. Errors of the driver leave as StoreError."""

    def __init__(self, url: str) -> None:
        parsed = _parse(url)
        self.where = parsed.database if parsed.get_backend_name() == "sqlite" else parsed.render_as_string()
        self.engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgresql(parsed)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that writes nothing and, on SQLite, waits for nobody."""
        with self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all."""
        with self._transaction(writes=True) as connection:
            yield connection

    def vacuum_into(self, path: Path) -> None:
        """Write a copy of an SQLite database to a new file: what one read transaction sees, nobody waits."""
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("VACUUM INTO ?", (str(path),))
        except sqlite3.Error as error:
            raise StoreError(f"{path}: no copy could be made: {error}") from error
        finally:
            connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A transaction that writes nothing and sees the database as it was at its first question, whatever others
        write meanwhile; on SQLite every transaction does."""
        if self.engine.dialect.name == "sqlite":
            with self.reading() as connection:
                yield connection
            return
        try:
            with self.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"{self.where}: {_explain(error)}") from error

    def require_writable(self) -> None:
        """Raise StoreError now, not at the first write: SQLite opens a read-only file without a word."""
        path = Path(str(self.engine.url.database)) if self.engine.dialect.name == "sqlite" else None
        for place in (path, path.parent) if path is not None and path.exists() else ():
            if not os.access(place, os.W_OK):
                raise StoreError(f"{place}: {_ADVICE['readonly']}")

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        try:
            with self.engine.connect().execution_options(visitwatch_writes=writes) as connection, connection.begin():
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"{self.where}: {_explain(error)}") from error

    def close(self) -> None:
        self.engine.dispose()


def one_at_a_time(connection: Connection) -> None:
    """Let no other transaction of this kind in until this one ends. SQLite's writers are alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ADVISORY_LOCK})


def insert_new(connection: Connection, table: Table[Any]) -> Insert:
    """An INSERT that passes over rows which are there already."""
    if connection.dialect.name == "postgresql":
        return postgresql_insert(table).on_conflict_do_nothing()
    return sqlite_insert(table).on_conflict_do_nothing()


def portions(ids: Iterable[int], most: int = 500) -> Iterator[list[int]]:
    """The ids in lists that a statement can name: SQLite takes 32,766 values, PostgreSQL 65,535."""
    rest = iter(ids)
    while portion := list(islice(rest, most)):
        yield portion


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(f"{url!r} is no database URL; write sqlite:///path/to/file or postgresql://...") from error
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(f"no support for {backend!r} databases; write sqlite:///path/to/file or postgresql://...")
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError(f"{url!r} names no file; write sqlite:///path/to/file")
    return parsed


def _sqlite(url: URL) -> Engine:
    path = Path(str(url.database))
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; name a file in it, as {path / 'visitwatch.db'}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path.parent}: the database's folder cannot be made ({error.strerror}); choose another path"
        ) from error
    _made_private(path)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _made_private(path: Path) -> None:
    """A new file is for this user alone: it holds readers' addresses and the key of their links. SQLite gives what it
    writes beside it the same mode. One that is there is left as its owner wants it."""
    if str(path) == ":memory:":
        return
    with suppress(OSError):  # what hinders us hinders SQLite too, which says so
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # None takes the driver's own BEGINs away: it would start a transaction only before the first write.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("visitwatch_writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL) -> Engine:
    # pre_ping: a pooled connection that died with a restart of the server is replaced, not handed out.
    # prepare_threshold: a statement that was prepared gets, after some uses, one plan for all words that are looked up,
    # a poor one for most.
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "prepare_threshold": None})
    # First of all: what is asked of a new connection by itself fails on SQL_ASCII with words that help nobody.
    event.listen(engine, "connect", _require_unicode, insert=True)
    return engine


def _require_unicode(connection: Any, _record: object) -> None:
    """Raise StoreError where a PostgreSQL database is not of UTF-8: it refuses, or garbles, what pages hold."""
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        name = connection.info.dbname
        raise StoreError(
            f"the database {name!r} has the encoding {encoding}; make one with"
            f" CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"
        )


def _explain(error: SQLAlchemyError) -> str:
    words = " ".join(str(error.orig if isinstance(error, StatementError) else error).split())
    advice = next((advice for mark, advice in _ADVICE.items() if mark in words), "")
    return f"{words}: {advice}" if advice else words
