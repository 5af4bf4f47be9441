"""Letters beside alerts in the outbox, the operator's troubles, and bounces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("state IN ('owed', 'sending', 'deferred', 'in_doubt')")


def upgrade() -> None:
    _letters()
    _deliveries()
    _bounces()
    op.create_table(
        "troubles",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_troubles")),
    )


def _letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("subscriber_id", _BIG_ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["subscriber_id"], ["subscribers.id"], name=op.f("fk_letters_subscriber_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("key", name=op.f("uq_letters_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_letters_subscriber_id_at"), "letters", ["subscriber_id", "at"], unique=False)


def _deliveries() -> None:
    """A delivery may be of a letter, which is of no alert. SQLite changes a column only by copying its table; the
    indexes go first, because what is read back of a partial index is not what made it."""
    op.drop_index("ix_deliveries_owed", "deliveries")
    op.drop_index(op.f("ix_deliveries_state_id"), "deliveries")
    op.drop_index(op.f("ix_deliveries_subscription_id"), "deliveries")
    with op.batch_alter_table("deliveries", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("alert_id", existing_type=sa.BigInteger(), nullable=True)
        batch.alter_column("subscription_id", existing_type=sa.BigInteger(), nullable=True)
        batch.add_column(sa.Column("letter_id", _BIG_ID, nullable=True))
        batch.create_foreign_key(op.f("fk_deliveries_letter_id"), "letters", ["letter_id"], ["id"])
    op.create_index(
        "ix_deliveries_open",
        "deliveries",
        ["next_try_at"],
        unique=False,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_index(op.f("ix_deliveries_state_id"), "deliveries", ["state", "id"], unique=False)
    op.create_index(op.f("ix_deliveries_subscription_id"), "deliveries", ["subscription_id"], unique=False)
    op.create_index(op.f("ix_deliveries_letter_id"), "deliveries", ["letter_id"], unique=False)


def _bounces() -> None:
    op.create_table(
        "bounces",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("subscriber_id", _BIG_ID, nullable=False),
        sa.Column("delivery_id", _BIG_ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["subscriber_id"], ["subscribers.id"], name=op.f("fk_bounces_subscriber_id")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_bounces_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bounces")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_bounces_subscriber_id_at"), "bounces", ["subscriber_id", "at"], unique=False)
