"""What is known to vary on a monitor's page without meaning anything."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("monitor_states") as states:
        states.add_column(sa.Column("stencil", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("monitor_states") as states:
        states.alter_column("stencil", server_default=None)
