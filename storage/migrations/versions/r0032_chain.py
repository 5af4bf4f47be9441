"""The hash chain over checks, how each body came, the hash of each version, the daily roots, and
what a public archive kept.

Checks from before have no link: a chain begins with the first check after this step. Versions get their hash here.
"""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
import zstandard
from alembic import op

revision = "0032"
down_revision = "0031"

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COLUMNS = (
    ("checks", "link", sa.LargeBinary()),
    ("monitor_states", "chain", sa.LargeBinary()),
    ("snapshots", "exchange", sa.LargeBinary()),
    ("snapshots", "check_id", _BIG_ID),
    ("versions", "sha", sa.LargeBinary()),
    ("versions", "check_id", _BIG_ID),
)
_AT_ONCE = 200


def upgrade() -> None:
    for table, name, kind in _COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    op.create_table(
        "roots",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_check_id", sa.BigInteger(), nullable=False),
        sa.Column("monitors", sa.Integer(), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("sha", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("stamp", sa.LargeBinary(), nullable=False),
        sa.Column("stamped_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_roots")),
    )
    op.create_table(
        "archived",
        sa.Column("change_id", _BIG_ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_archived_change_id")),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_archived")),
    )
    _note_where_it_begins(op.get_bind())
    _hash_versions(op.get_bind())


def _note_where_it_begins(connection: sa.Connection) -> None:
    """So that nobody can pass a later check off as one from before."""
    last = connection.scalar(sa.text("SELECT max(id) FROM checks"))
    if last is not None:
        row = {"key": "chain begins after", "value": str(last)}
        connection.execute(sa.text("INSERT INTO run_facts (key, value) VALUES (:key, :value)"), row)


def _hash_versions(connection: sa.Connection) -> None:
    versions = sa.table(
        "versions",
        *map(sa.column, ("id", "monitor_id", "snapshot", "extractor_id", "title", "segments", "text", "sha")),
    )
    extractors = sa.table("extractors", *map(sa.column, ("id", "name", "version", "options")))
    made_by = {row.id: row for row in connection.execute(sa.select(extractors))}
    last = 0
    while rows := connection.execute(
        sa.select(versions).where(versions.c.id > last).order_by(versions.c.id).limit(_AT_ONCE)
    ).all():
        for row in rows:
            digest = _digest(row, made_by[row.extractor_id])
            connection.execute(sa.update(versions).where(versions.c.id == row.id).values(sha=digest))
        last = rows[-1].id


def _digest(row: sa.Row[tuple[object, ...]], maker: sa.Row[tuple[object, ...]]) -> bytes:
    """SHA-256 of a version's text, as this schema means it."""
    stamp = {"name": maker.name, "version": maker.version, "options": maker.options}
    head = {
        "extractor": {key: value for key, value in stamp.items() if value or key != "options"},
        "monitor_id": row.monitor_id,
        "snapshot": bytes(row.snapshot).hex(),
        "text": row.text,
        "title": row.title,
    }
    segments = json.loads(zstandard.ZstdDecompressor().decompress(bytes(row.segments)))
    lines = [json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in (head, *segments)]
    return hashlib.sha256("".join(lines).encode()).digest()
