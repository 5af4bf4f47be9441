"""What the history browser adds: words to look up, facts by name, accounts, sessions, keys, claims and corrections."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
import zstandard
from alembic import op

from storage import words

revision = "0010"
down_revision = "0005"

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)
BATCH = 200


def upgrade() -> None:
    _accounts()
    _triage()
    op.create_index(
        "ix_changes_facets",
        "changes",
        ["relevant", "cause", "direction", "severity", "monitor_id", "at", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_checks_at"), "checks", ["at"], unique=False)
    _facts()
    for table in (words.VERSION_WORDS, words.CHANGE_WORDS):
        _words_table(table)
    _fill_versions(op.get_bind())
    _fill_changes(op.get_bind())


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("name_key", name=op.f("uq_accounts_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sessions",
        sa.Column("sha", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", _BIG_ID, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_sessions_account_id")),
        sa.PrimaryKeyConstraint("sha", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_account_id"), "sessions", ["account_id"], unique=False)
    op.create_table(
        "login_tries",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("who_sha", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_tries")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_login_tries_who_sha_at"), "login_tries", ["who_sha", "at"], unique=False)
    op.create_table(
        "api_keys",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("sha", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", _BIG_ID, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_api_keys_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("sha", name=op.f("uq_api_keys_sha")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_api_keys_account_id"), "api_keys", ["account_id"], unique=False)


def _triage() -> None:
    for name in ("direction", "severity", "topics"):
        op.add_column("annotations", sa.Column(name, sa.Text(), nullable=True))
    op.create_table(
        "reviews",
        sa.Column("change_id", _BIG_ID, nullable=False, autoincrement=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_at", _MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_reviews_change_id")),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_state_change_id"), "reviews", ["state", "change_id"], unique=False)
    op.execute(
        "INSERT INTO reviews (change_id, state, claimed_by) "
        "SELECT DISTINCT change_id, 'wrong', '' FROM annotations WHERE label = 'wrong'"
    )


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("change_id", _BIG_ID, nullable=False),
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_facts_change_id")),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_facts_monitor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_facts_change_id"), "facts", ["change_id"], unique=False)
    op.create_index(op.f("ix_facts_monitor_id_name_id"), "facts", ["monitor_id", "name", "id"], unique=False)
    op.create_index(op.f("ix_facts_name_id"), "facts", ["name", "id"], unique=False)


def _words_table(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE TABLE {table} (id bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{table} ON {table} USING gin (words)")
    else:
        op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', prefix='3 4 5', tokenize='unicode61')")


def _fill_versions(connection: sa.Connection) -> None:
    rows = sa.text("SELECT id, title, segments FROM versions WHERE id > :last ORDER BY id LIMIT :batch")
    last = 0
    while found := connection.execute(rows, {"last": last, "batch": BATCH}).all():
        for row in found:
            texts = [segment["text"] for segment in _unpacked(row.segments)]
            words.index_texts(connection, words.VERSION_WORDS, row.id, (row.title, *texts))
        last = found[-1].id


def _fill_changes(connection: sa.Connection) -> None:
    rows = sa.text("SELECT id, headline, url, detail FROM changes WHERE id > :last ORDER BY id LIMIT :batch")
    fact = sa.text(
        "INSERT INTO facts (change_id, monitor_id, name, at, before, after) "
        "SELECT id, monitor_id, :name, at, :before, :after FROM changes WHERE id = :id"
    )
    last = 0
    while found := connection.execute(rows, {"last": last, "batch": BATCH}).all():
        for row in found:
            detail = _unpacked(row.detail) if row.detail else {"passages": (), "reading": {}}
            passages = [text for passage in detail["passages"] for text in (passage["before"], passage["after"])]
            words.index_texts(connection, words.CHANGE_WORDS, row.id, (row.headline, row.url, *passages))
            for one in detail["reading"].get("facts", ()):
                connection.execute(fact, {"id": row.id, "name": one["name"], **_values(one)})
        last = found[-1].id


def _unpacked(packed: bytes) -> Any:
    return json.loads(zstandard.ZstdDecompressor().decompress(packed))


def _values(fact: dict[str, Any]) -> dict[str, str | None]:
    return {side: None if fact[side] is None else json.dumps(fact[side]) for side in ("before", "after")}
