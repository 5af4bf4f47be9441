"""A leased delivery with all that its message needs, read back in one query for alerts and one for letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from monitors.records import (
    Alert,
    AlertState,
    Change,
    Delivery,
    DeliveryState,
    Direction,
    Letter,
    LetterKind,
    Monitor,
    Severity,
    Source,
    Subscriber,
    Subscription,
    Topic,
)
from storage.changes import change_of
from storage.mail_tables import deliveries, letters, subscribers, subscriptions
from storage.rows import from_text, recalled
from storage.tables import alerts, changes, monitors, sources

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


# The kinds of letters that tell alerts.
TELLING = (LetterKind.DIGEST, LetterKind.OVERFLOW, LetterKind.STORM)


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
    """A leased letter. members: the alerts that it tells; reader and wish: whom it goes to because of what, None for
    the operator's."""

    delivery: Delivery
    letter: Letter
    members: tuple[Owed, ...] = ()
    reader: Subscriber | None = None
    wish: Subscription | None = None


def read_owed(connection: Connection, taken: Sequence[int]) -> list[Owed | OwedLetter]:
    """The deliveries of these ids with what they tell, in the order of the ids."""
    found: dict[int, Owed | OwedLetter] = {}
    for row in connection.execute(_alerts(deliveries.c.id.in_(taken))):
        found[row.delivery_id] = _owed(row)
    for row in connection.execute(_letters(taken)):
        letter = replace(from_text(Letter, row.record), id=row.delivery_letter_id)
        reader = None if row.address is None else _reader(row)
        wish = None if row.subscription is None else from_text(Subscription, row.subscription)
        wish = None if wish is None else replace(wish, id=row.subscription_id)
        members = read_members(connection, letter.id) if letter.kind in TELLING else ()
        found[row.delivery_id] = OwedLetter(delivery_of(row, "delivery_"), letter, members, reader, wish)
    return [found[number] for number in taken]


def read_members(connection: Connection, letter_id: int) -> tuple[Owed, ...]:
    """The alerts that a letter tells, in the order they were owed."""
    mine = (deliveries.c.letter_id == letter_id, deliveries.c.alert_id.is_not(None))
    return tuple(map(_owed, connection.execute(_alerts(*mine).order_by(deliveries.c.id))))


def alert_told(connection: Connection, delivery_id: int) -> Owed | None:
    """What one delivery of an alert tells, whatever state it is in."""
    row = connection.execute(_alerts(deliveries.c.id == delivery_id)).first()
    return None if row is None else _owed(row)


def delivery_of(row: Row[*tuple[Any, ...]], prefix: str = "") -> Delivery:
    values = {column.name: getattr(row, prefix + column.name) for column in DELIVERY_COLUMNS}
    links = {name: values[name] or 0 for name in ("alert_id", "subscription_id", "letter_id")}
    return Delivery(**{**values, **links, "state": DeliveryState(values["state"])})


def _letters(taken: Sequence[int]) -> Any:
    return (
        select(
            letters.c.record,
            letters.c.subscriber_id,
            letters.c.subscription_id,
            subscriptions.c.record.label("subscription"),
            subscribers.c.address,
            subscribers.c.name,
            subscribers.c.active,
            subscribers.c.confirmed_at,
            subscribers.c.proof,
            *_PREFIXED,
        )
        .join_from(deliveries, letters, letters.c.id == deliveries.c.letter_id)
        .outerjoin(subscribers, subscribers.c.id == letters.c.subscriber_id)
        .outerjoin(subscriptions, subscriptions.c.id == letters.c.subscription_id)
        .where(deliveries.c.id.in_(taken), deliveries.c.alert_id.is_(None))
    )


def _alerts(*which: ColumnElement[bool]) -> Any:
    return (
        select(
            changes,
            alerts.c.change_id,
            alerts.c.at.label("alerted_at"),
            alerts.c.headline.label("alert_headline"),
            alerts.c.direction.label("alert_direction"),
            alerts.c.severity.label("alert_severity"),
            alerts.c.topics,
            alerts.c.state.label("alert_state"),
            alerts.c.confirm_by,
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
        .where(*which)
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
            state=AlertState(row.alert_state),
            confirm_by=row.confirm_by,
        ),
        change=change_of(row),
        monitor=recalled(Monitor, row.monitor),
        source=recalled(Source, row.source),
        subscriber=_reader(row),
        subscription=replace(from_text(Subscription, row.subscription), id=row.delivery_subscription_id),
    )


def _reader(row: Row[*tuple[Any, ...]]) -> Subscriber:
    return Subscriber(
        row.address, row.name, row.active, row.subscriber_id, confirmed_at=row.confirmed_at, proof=row.proof
    )
