"""Indexes that hold what lists need: changes newest first under filters, checks of a monitor around a day."""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_index(
        "ix_changes_listed", "changes", ["relevant", "cause", "id", "severity", "direction", "monitor_id", "at"]
    )
    op.drop_index("ix_changes_facets", "changes")
    op.create_index(op.f("ix_checks_monitor_id_at_outcome"), "checks", ["monitor_id", "at", "outcome"])
