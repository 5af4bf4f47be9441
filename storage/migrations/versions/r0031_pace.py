"""How often each monitor is looked at by now, and when its page itself was last fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0021"


def upgrade() -> None:
    with op.batch_alter_table("monitor_states") as batch:
        batch.add_column(sa.Column("pace", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("whole_at", sa.DateTime(timezone=True), nullable=True))
