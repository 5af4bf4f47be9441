"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "extractors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extractors")),
        sa.UniqueConstraint("name", "version", "options", name=op.f("uq_extractors_name_version_options")),
    )
    op.create_table(
        "run_facts",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_run_facts")),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("jurisdiction", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_jurisdiction"), "sources", ["jurisdiction"], unique=False)
    op.create_table(
        "subscribers",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("address_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscribers")),
        sa.UniqueConstraint("address_key", name=op.f("uq_subscribers_address_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "monitors",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("from_config", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["monitors.id"], name=op.f("fk_monitors_parent")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_monitors_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitors")),
    )
    op.create_index(op.f("ix_monitors_host"), "monitors", ["host"], unique=False)
    op.create_index(op.f("ix_monitors_parent"), "monitors", ["parent"], unique=False)
    op.create_index(op.f("ix_monitors_source_id"), "monitors", ["source_id"], unique=False)
    op.create_table(
        "subscriptions",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("subscriber_id", _BIG_ID, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("record_sha", sa.LargeBinary(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["subscriber_id"], ["subscribers.id"], name=op.f("fk_subscriptions_subscriber_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint("subscriber_id", "record_sha", name=op.f("uq_subscriptions_subscriber_id_record_sha")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "checks",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("quality", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_checks_monitor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checks")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_checks_monitor_id_id"), "checks", ["monitor_id", "id"], unique=False)
    op.create_table(
        "known_items",
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("key_sha", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_known_items_monitor_id")),
        sa.PrimaryKeyConstraint("monitor_id", "key_sha", name=op.f("pk_known_items")),
    )
    op.create_table(
        "snapshots",
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("sha", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("headers", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_snapshots_monitor_id")),
        sa.PrimaryKeyConstraint("monitor_id", "sha", name=op.f("pk_snapshots")),
    )
    op.create_index(op.f("ix_snapshots_sha"), "snapshots", ["sha"], unique=False)
    op.create_table(
        "versions",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("extractor_id", sa.Integer(), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("segments", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["extractor_id"], ["extractors.id"], name=op.f("fk_versions_extractor_id")),
        sa.ForeignKeyConstraint(
            ["monitor_id", "snapshot"],
            ["snapshots.monitor_id", "snapshots.sha"],
            name=op.f("fk_versions_monitor_id_snapshot"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_versions_extractor_id"), "versions", ["extractor_id"], unique=False)
    op.create_index(op.f("ix_versions_monitor_id_id"), "versions", ["monitor_id", "id"], unique=False)
    op.create_table(
        "changes",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("old_version", _BIG_ID, nullable=True),
        sa.Column("new_version", _BIG_ID, nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("relevant", sa.Boolean(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_changes_monitor_id")),
        sa.ForeignKeyConstraint(["new_version"], ["versions.id"], name=op.f("fk_changes_new_version")),
        sa.ForeignKeyConstraint(["old_version"], ["versions.id"], name=op.f("fk_changes_old_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
        sa.UniqueConstraint(
            "monitor_id",
            "old_version",
            "new_version",
            "kind",
            name=op.f("uq_changes_monitor_id_old_version_new_version_kind"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_changes_at"), "changes", ["at"], unique=False)
    op.create_index(op.f("ix_changes_direction_id"), "changes", ["direction", "id"], unique=False)
    op.create_index(op.f("ix_changes_monitor_id_id"), "changes", ["monitor_id", "id"], unique=False)
    op.create_index(op.f("ix_changes_severity_id"), "changes", ["severity", "id"], unique=False)
    op.create_index(
        "one_change_a_version",
        "changes",
        ["new_version"],
        unique=True,
        sqlite_where=sa.text("kind IN ('text', 'published')"),
        postgresql_where=sa.text("kind IN ('text', 'published')"),
    )
    op.create_table(
        "monitor_states",
        sa.Column("monitor_id", sa.Text(), nullable=False),
        sa.Column("next_check_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_run", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("last_raw", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("latest_version", _BIG_ID, nullable=True),
        sa.Column("last_check_id", _BIG_ID, nullable=True),
        sa.Column("last_check_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_ok_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("slots", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["last_check_id"], ["checks.id"], name=op.f("fk_monitor_states_last_check_id")),
        sa.ForeignKeyConstraint(["latest_version"], ["versions.id"], name=op.f("fk_monitor_states_latest_version")),
        sa.ForeignKeyConstraint(["monitor_id"], ["monitors.id"], name=op.f("fk_monitor_states_monitor_id")),
        sa.PrimaryKeyConstraint("monitor_id", name=op.f("pk_monitor_states")),
    )
    op.create_index(op.f("ix_monitor_states_due_at"), "monitor_states", ["due_at"], unique=False)
    op.create_table(
        "alerts",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("change_id", _BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_alerts_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("change_id", name=op.f("uq_alerts_change_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change_topics",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("change_id", _BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_change_topics_change_id")),
        sa.PrimaryKeyConstraint("topic", "change_id", name=op.f("pk_change_topics")),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", _BIG_ID, nullable=False),
        sa.Column("alert_id", _BIG_ID, nullable=False),
        sa.Column("subscription_id", _BIG_ID, nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_run", sa.Text(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("owed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_deliveries_alert_id")),
        sa.ForeignKeyConstraint(["subscription_id"], ["subscriptions.id"], name=op.f("fk_deliveries_subscription_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("alert_id", "subscription_id", name=op.f("uq_deliveries_alert_id_subscription_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_deliveries_owed",
        "deliveries",
        ["next_try_at"],
        unique=False,
        sqlite_where=sa.text("state = 'owed'"),
        postgresql_where=sa.text("state = 'owed'"),
    )
    op.create_index(op.f("ix_deliveries_state_id"), "deliveries", ["state", "id"], unique=False)
    op.create_index(op.f("ix_deliveries_subscription_id"), "deliveries", ["subscription_id"], unique=False)
