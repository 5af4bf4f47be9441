"""A leased delivery with all that its message needs, read back in one query for alerts and one for letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from monitors.records import (
    Alert,
    Change,
    Delivery,
    DeliveryState,
    Direction,
    Letter,
    Monitor,
    Severity,
    Source,
    Subscriber,
    Subscription,
    Topic,
)
from storage.changes import change_of
from storage.rows import from_text
from storage.tables import alerts, changes, deliveries, letters, monitors, sources, subscribers, subscriptions

DELIVERY_COLUMNS = (
    deliveries.c.alert_id,
    deliveries.c.subscription_id,
    deliveries.c.letter_id,
    deliveries.c.message_id,
    deliveries.c.state,
    deliveries.c.attempts,
    deliveries.c.next_try_at,
    deliveries.c.last_error,
    deliveries.c.owed_at,
    deliveries.c.id,
)
_PREFIXED = tuple(column.label(f"delivery_{column.name}") for column in DELIVERY_COLUMNS)


@dataclass(frozen=True, slots=True)
class Owed:
    """A leased alert. delivery.attempts does not count the try to come."""

    delivery: Delivery
    alert: Alert
    change: Change
    monitor: Monitor
    source: Source
    subscriber: Subscriber
    subscription: Subscription


@dataclass(frozen=True, slots=True)
class OwedLetter:
    """A leased letter."""

    delivery: Delivery
    letter: Letter


def read_owed(connection: Connection, taken: Sequence[int]) -> list[Owed | OwedLetter]:
    """The deliveries of these ids with what they tell, in the order of the ids."""
    found: dict[int, Owed | OwedLetter] = {}
    for row in connection.execute(_alerts(taken)):
        found[row.delivery_id] = _owed(row)
    for row in connection.execute(_letters(taken)):
        letter = replace(from_text(Letter, row.record), id=row.delivery_letter_id)
        found[row.delivery_id] = OwedLetter(delivery_of(row, "delivery_"), letter)
    return [found[number] for number in taken]


def delivery_of(row: Row[*tuple[Any, ...]], prefix: str = "") -> Delivery:
    values = {column.name: getattr(row, prefix + column.name) for column in DELIVERY_COLUMNS}
    links = {name: values[name] or 0 for name in ("alert_id", "subscription_id", "letter_id")}
    return Delivery(**{**values, **links, "state": DeliveryState(values["state"])})


def _letters(taken: Sequence[int]) -> Any:
    return (
        select(letters.c.record, *_PREFIXED)
        .join_from(deliveries, letters, letters.c.id == deliveries.c.letter_id)
        .where(deliveries.c.id.in_(taken), deliveries.c.alert_id.is_(None))
    )


def _alerts(taken: Sequence[int]) -> Any:
    return (
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
            subscribers.c.confirmed_at,
            subscribers.c.proof,
            *_PREFIXED,
        )
        .join_from(deliveries, alerts, alerts.c.id == deliveries.c.alert_id)
        .join(changes, changes.c.id == alerts.c.change_id)
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .join(subscribers, subscribers.c.id == subscriptions.c.subscriber_id)
        .where(deliveries.c.id.in_(taken))
    )


def _owed(row: Row[*tuple[Any, ...]]) -> Owed:
    return Owed(
        delivery=delivery_of(row, "delivery_"),
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
        subscriber=Subscriber(
            row.address, row.name, row.active, row.subscriber_id, confirmed_at=row.confirmed_at, proof=row.proof
        ),
        subscription=replace(from_text(Subscription, row.subscription), id=row.delivery_subscription_id),
    )
