"""What is due is found in the order in which it is claimed: where many monitors fall due in the same second, as after a
stop, an index of the times alone has all of them sorted by name for each batch."""

from __future__ import annotations

from alembic import op

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    """Holds writers off while it is built, seconds for a million monitors; readers go on."""
    op.create_index(op.f("ix_monitor_states_due_at_monitor_id"), "monitor_states", ["due_at", "monitor_id"])
    op.drop_index(op.f("ix_monitor_states_due_at"), "monitor_states")
