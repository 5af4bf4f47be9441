"""What a public web archive kept of a change, and whether it kept the change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Connection, ForeignKey, Table, TypedColumns, delete, insert, select

from storage.columns import Moment, Words
from storage.tables import BigId, metadata


class ArchivedAs(StrEnum):
    SAME_BYTES = "same bytes"
    SAME_WORDS = "same words"
    OTHER_TEXT = "other text"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Archived:
    """url: of the archive's capture, "" where it gave none; message: what is wrong with it, "" where nothing is."""

    change_id: int
    at: datetime
    url: str
    outcome: ArchivedAs
    message: str = ""


class _Archived(TypedColumns):
    """The last hand-over of a change counts."""

    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"), primary_key=True, autoincrement=False)
    at: Column[datetime] = Column(Moment)
    url: Column[str] = Column(Words)
    outcome: Column[str] = Column(Words)
    message: Column[str] = Column(Words)


archived = Table("archived", metadata, _Archived)


def put_archived(connection: Connection, kept: Archived) -> None:
    connection.execute(delete(archived).where(archived.c.change_id == kept.change_id))
    connection.execute(insert(archived), {name: getattr(kept, name) for name in kept.__slots__})


def one_archived(connection: Connection, change_id: int) -> Archived | None:
    row = connection.execute(select(archived).where(archived.c.change_id == change_id)).first()
    return None if row is None else Archived(row.change_id, row.at, row.url, ArchivedAs(row.outcome), row.message)
