"""How a subscriber stands and since when, tokens that confirm, addresses that are not to be written to, who asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _subscribers()
    op.create_table(
        "confirm_tokens",
        sa.Column("sha", sa.LargeBinary(), nullable=False),
        sa.Column("subscription_id", _BIG_ID, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name=op.f("fk_confirm_tokens_subscription_id")
        ),
        sa.PrimaryKeyConstraint("sha", name=op.f("pk_confirm_tokens")),
    )
    op.create_table(
        "suppressions",
        sa.Column("address_key", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address_key", name=op.f("pk_suppressions")),
    )
    op.create_table(
        "join_requests",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requester_sha", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_requests")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_join_requests_at"), "join_requests", ["at"], unique=False)


def _subscribers() -> None:
    """Who was switched off before this was switched off by the operator."""
    op.add_column("subscribers", sa.Column("state", sa.Text(), nullable=False, server_default="active"))
    op.add_column("subscribers", sa.Column("state_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("subscribers", sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("subscribers", sa.Column("proof", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE subscribers SET state = 'unsubscribed' WHERE NOT active")
    op.execute("UPDATE subscribers SET state_at = added_at")
