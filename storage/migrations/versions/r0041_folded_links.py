"""Links of folded checks that the next line of the log, or a root, rests on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    op.create_table(
        "folded_links",
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("check_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_folded_links_monitor_id")),
        sa.PrimaryKeyConstraint("monitor_id", "check_id", name=op.f("pk_folded_links")),
    )
