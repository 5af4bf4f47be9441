"""Gates: who asks which host, and what hosts asked of us. Lines of the log by time in a BRIN index on PostgreSQL;
routine checks may be folded into a row a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0032"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Adding a column with a constant default rewrites no table; filling it locks rows, not readers."""
    op.add_column("monitors", sa.Column("gate", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE monitors SET gate = host")
    op.create_index(op.f("ix_monitors_gate"), "monitors", ["gate"])
    op.create_table(
        "gates",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due_at", _TIME),
        sa.Column("held_until", _TIME),
        sa.Column("held_by", sa.Text(), nullable=False),
        sa.Column("silent_until", _TIME),
        sa.Column("next_at", _TIME),
        sa.Column("crawl_delay_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_gates")),
    )
    op.create_index(op.f("ix_monitor_states_last_check_id"), "monitor_states", ["last_check_id"])
    leased = sa.text("lease_until IS NOT NULL")
    op.create_index(
        "ix_monitor_states_leased", "monitor_states", ["lease_run"], sqlite_where=leased, postgresql_where=leased
    )
    op.create_index(op.f("ix_gates_due_at"), "gates", ["due_at"])
    op.create_index(op.f("ix_gates_held_by"), "gates", ["held_by"])
    op.create_table(
        "coverage",
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("not_modified", sa.Integer(), nullable=False),
        sa.Column("first_at", _TIME, nullable=False),
        sa.Column("last_at", _TIME, nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("last_id", sa.BigInteger(), nullable=False),
        sa.Column("proof", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_coverage_monitor_id")),
        sa.PrimaryKeyConstraint("monitor_id", "day", name=op.f("pk_coverage")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index(op.f("ix_checks_at"), table_name="checks")
        op.create_index(
            op.f("ix_checks_at"), "checks", ["at"], postgresql_using="brin", postgresql_with={"autosummarize": True}
        )
