"""What the operator was told and is not over yet. Telling and remembering are one transaction: told once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select

from monitors.records import Trouble
from storage.mail_tables import troubles


def all_troubles(connection: Connection) -> list[Trouble]:
    """The oldest first."""
    query = select(troubles.c.key, troubles.c.words, troubles.c.at).order_by(troubles.c.at, troubles.c.key)
    return [Trouble(key, words, at) for key, words, at in connection.execute(query)]


def put_troubles(connection: Connection, began: Sequence[Trouble], ended: Collection[str]) -> None:
    """Remember what began and forget what ended, by key."""
    connection.execute(delete(troubles).where(troubles.c.key.in_([*ended, *(trouble.key for trouble in began)])))
    rows = [{"key": trouble.key, "words": trouble.words, "at": trouble.at} for trouble in began]
    if rows:
        connection.execute(insert(troubles), rows)
