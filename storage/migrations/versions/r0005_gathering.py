"""Alerts that wait for a second look or were wrong, what analysts say, and switched-off addresses kept from imports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("alerts", sa.Column("state", sa.Text(), nullable=False, server_default="told"))
    op.add_column("alerts", sa.Column("confirm_by", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_alerts_state"), "alerts", ["state"], unique=False)
    op.add_column("letters", sa.Column("subscription_id", _BIG_ID, nullable=True))
    op.create_index(op.f("ix_deliveries_closed_at"), "deliveries", ["closed_at"], unique=False)
    op.create_table(
        "annotations",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("change_id", _BIG_ID, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_annotations_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotations")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_annotations_change_id"), "annotations", ["change_id"], unique=False)
    # Whoever was switched off before there was a suppression list must not come back with the next import.
    op.execute(
        "INSERT INTO suppressions (address_key, reason, at) SELECT address_key, 'removed', added_at FROM subscribers "
        "WHERE state = 'unsubscribed' AND address_key NOT IN (SELECT address_key FROM suppressions)"
    )
