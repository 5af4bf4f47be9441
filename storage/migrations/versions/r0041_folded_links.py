"""Links of folded checks that the next line of the log, or a root, rests on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.versions import r0032_chain

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    _make_the_chain()
    op.create_table(
        "folded_links",
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("check_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_folded_links_monitor_id")),
        sa.PrimaryKeyConstraint("monitor_id", "check_id", name=op.f("pk_folded_links")),
    )


def _make_the_chain() -> None:
    """0040 followed on 0031 before 0032 was put between them: a database from then says 0040 and has no chain. Here,
    and not in a step of its own, because 0050 packs the texts that 0032 hashes."""
    if not sa.inspect(op.get_bind()).has_table("roots"):
        r0032_chain.upgrade()
