"""What is known to vary on a monitor's page without meaning anything; which changes are one edit on many pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table, column in (("monitor_states", "stencil"), ("changes", "event")):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column(column, sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("changes") as batch:
        batch.create_index(op.f("ix_changes_event_at"), ["event", "at"])
