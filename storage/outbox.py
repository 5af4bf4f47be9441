"""What is owed to whom. A delivery is written with its alert and closed by whoever sends it.

A sender leases deliveries, so that two senders never hold one at once; a sender that dies leaves its deliveries
owed, and they go out under the same Message-ID when the lease has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from monitors.records import (
    Alert,
    Change,
    Delivery,
    DeliveryState,
    Direction,
    Monitor,
    Severity,
    Source,
    Subscriber,
    Subscription,
    Topic,
)
from storage.changes import change_of
from storage.rows import from_text
from storage.tables import alerts, changes, deliveries, monitors, sources, subscribers, subscriptions

_COLUMNS = (
    deliveries.c.alert_id,
    deliveries.c.subscription_id,
    deliveries.c.message_id,
    deliveries.c.state,
    deliveries.c.attempts,
    deliveries.c.next_try_at,
    deliveries.c.last_error,
    deliveries.c.id,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """A leased delivery with all that its message needs. delivery.attempts counts this try already."""

    delivery: Delivery
    alert: Alert
    change: Change
    monitor: Monitor
    source: Source
    subscriber: Subscriber
    subscription: Subscription


def owe(connection: Connection, alert: Alert, owed: Sequence[Delivery], now: datetime) -> None:
    """Write down the deliveries of an alert; a second one to the same subscription breaks the transaction."""
    rows = [
        {
            "alert_id": alert.id,
            "subscription_id": delivery.subscription_id,
            "message_id": delivery.message_id,
            "state": DeliveryState.OWED,
            "attempts": 0,
            "next_try_at": delivery.next_try_at or now,
            "lease_run": "",
            "last_error": "",
            "owed_at": now,
        }
        for delivery in owed
    ]
    if rows:
        connection.execute(insert(deliveries), rows)


def lease_deliveries(connection: Connection, now: datetime, *, limit: int, lease: timedelta, run: str) -> list[Owed]:
    """Take up to `limit` deliveries whose time has come, the longest due first, and count a try for each."""
    query = (
        select(deliveries.c.id)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .join(subscribers, subscribers.c.id == subscriptions.c.subscriber_id)
        .where(deliveries.c.state == DeliveryState.OWED, deliveries.c.next_try_at <= now)
        .where(or_(deliveries.c.lease_until.is_(None), deliveries.c.lease_until <= now))
        .where(subscribers.c.active, subscriptions.c.active)
        .order_by(deliveries.c.next_try_at, deliveries.c.id)
        .limit(limit)
        .with_for_update(of=deliveries, skip_locked=True)
    )
    taken = list(connection.scalars(query))
    if not taken:
        return []
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(taken))
        .values(lease_until=now + lease, lease_run=run, attempts=deliveries.c.attempts + 1)
    )
    return _owed(connection, taken)


def release_machine(connection: Connection, now: datetime, machine: str) -> int:
    """End the leases of all senders of one machine; return how many."""
    mine = deliveries.c.lease_run.startswith(f"{machine}:", autoescape=True)
    return connection.execute(
        update(deliveries).where(deliveries.c.lease_until > now, mine), {"lease_until": now}
    ).rowcount


def close(connection: Connection, delivery_id: int, state: DeliveryState, now: datetime, error: str = "") -> None:
    """Mark a delivery sent or given up. What is sent stays sent."""
    values = {"state": state, "last_error": error, "closed_at": now, "lease_until": None}
    open_one = (deliveries.c.id == delivery_id, deliveries.c.state != DeliveryState.SENT)
    connection.execute(update(deliveries).where(*open_one).values(values))


def defer(connection: Connection, delivery_id: int, error: str, next_try_at: datetime) -> None:
    """Put a delivery off; one that another sender has closed meanwhile stays closed."""
    values = {"last_error": error, "next_try_at": next_try_at, "lease_until": None}
    still_owed = (deliveries.c.id == delivery_id, deliveries.c.state == DeliveryState.OWED)
    connection.execute(update(deliveries).where(*still_owed).values(values))


def outbox_counts(connection: Connection) -> dict[DeliveryState, int]:
    """How many deliveries are in each state; every state is named."""
    query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
    found = {DeliveryState(state): number for state, number in connection.execute(query)}
    return {state: found.get(state, 0) for state in DeliveryState}


def find_deliveries(connection: Connection, state: DeliveryState | None, limit: int) -> list[Delivery]:
    """The latest deliveries, newest first."""
    query = select(*_COLUMNS).order_by(deliveries.c.id.desc()).limit(limit)
    if state is not None:
        query = query.where(deliveries.c.state == state)
    return [_delivery(row) for row in connection.execute(query)]


def _owed(connection: Connection, taken: Sequence[int]) -> list[Owed]:
    query = (
        select(
            changes,
            alerts.c.change_id,
            alerts.c.at.label("alerted_at"),
            alerts.c.headline.label("alert_headline"),
            alerts.c.direction.label("alert_direction"),
            alerts.c.severity.label("alert_severity"),
            alerts.c.topics,
            monitors.c.record.label("monitor"),
            sources.c.record.label("source"),
            subscriptions.c.record.label("subscription"),
            subscribers.c.address,
            subscribers.c.name,
            subscribers.c.active,
            subscribers.c.id.label("subscriber_id"),
            *(column.label(f"delivery_{column.name}") for column in _COLUMNS),
        )
        .join_from(deliveries, alerts, alerts.c.id == deliveries.c.alert_id)
        .join(changes, changes.c.id == alerts.c.change_id)
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .join(subscribers, subscribers.c.id == subscriptions.c.subscriber_id)
        .where(deliveries.c.id.in_(taken))
        .order_by(deliveries.c.next_try_at, deliveries.c.id)
    )
    return [_owed_of(row) for row in connection.execute(query)]


def _owed_of(row: Row[*tuple[Any, ...]]) -> Owed:
    return Owed(
        delivery=_delivery(row, "delivery_"),
        alert=Alert(
            change_id=row.change_id,
            at=row.alerted_at,
            headline=row.alert_headline,
            direction=Direction(row.alert_direction),
            severity=Severity(row.alert_severity),
            topics=tuple(map(Topic, row.topics)),
            id=row.delivery_alert_id,
        ),
        change=change_of(row),
        monitor=from_text(Monitor, row.monitor),
        source=from_text(Source, row.source),
        subscriber=Subscriber(row.address, row.name, row.active, row.subscriber_id),
        subscription=replace(from_text(Subscription, row.subscription), id=row.delivery_subscription_id),
    )


def _delivery(row: Row[*tuple[Any, ...]], prefix: str = "") -> Delivery:
    values = {column.name: getattr(row, prefix + column.name) for column in _COLUMNS}
    return Delivery(**{**values, "state": DeliveryState(values["state"])})
