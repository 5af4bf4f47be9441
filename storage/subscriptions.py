"""Subscribers and what they asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Select, insert, select, update

from monitors.records import DeliveryState, Subscriber, Subscription
from storage.columns import digest
from storage.engine import one_at_a_time
from storage.outbox import WAITING
from storage.rows import from_text, to_text
from storage.tables import deliveries, subscribers, subscriptions


def add_subscriber(connection: Connection, address: str, name: str, now: datetime) -> Subscriber:
    """Add a subscriber; one whose address is known already (in whatever capitals) is returned as it is."""
    one_at_a_time(connection)
    known = _by_address(connection, address)
    if known is not None:
        return known
    row = {"address": address.strip(), "address_key": _key(address), "name": name, "active": True, "added_at": now}
    number = connection.execute(insert(subscribers).returning(subscribers.c.id), row).scalar_one()
    return Subscriber(address=address.strip(), name=name, active=True, id=number)


def all_subscribers(connection: Connection) -> list[Subscriber]:
    return [
        Subscriber(address, name, active, number)
        for address, name, active, number in connection.execute(_people().order_by(subscribers.c.id))
    ]


def set_subscriber_active(connection: Connection, address: str, active: bool) -> bool:
    """Switch a subscriber on or off; False when the address is unknown. Who is switched off gets nothing any more,
    not even what is already owed."""
    known = _by_address(connection, address)
    if known is None:
        return False
    connection.execute(update(subscribers).where(subscribers.c.id == known.id), {"active": active})
    if not active:
        theirs = select(subscriptions.c.id).where(subscriptions.c.subscriber_id == known.id)
        owed = update(deliveries).where(
            deliveries.c.subscription_id.in_(theirs), deliveries.c.state.in_((*WAITING, DeliveryState.HELD))
        )
        connection.execute(owed, {"state": DeliveryState.GIVEN_UP, "last_error": "the subscriber was switched off"})
    return True


def add_subscription(connection: Connection, wanted: Subscription) -> Subscription:
    """Add what a subscriber wants; the same wish again is the same subscription."""
    one_at_a_time(connection)
    tidy = _tidy(wanted)
    record = to_text(tidy)
    same = (subscriptions.c.subscriber_id == tidy.subscriber_id, subscriptions.c.record_sha == digest(record))
    known = connection.scalar(select(subscriptions.c.id).where(*same))
    if known is not None:
        connection.execute(update(subscriptions).where(subscriptions.c.id == known), {"active": True})
        return replace(tidy, id=known)
    row = {"subscriber_id": tidy.subscriber_id, "active": True, "record": record, "record_sha": digest(record)}
    return replace(tidy, id=connection.execute(insert(subscriptions).returning(subscriptions.c.id), row).scalar_one())


def all_subscriptions(connection: Connection, *, active_only: bool = True) -> list[tuple[Subscriber, Subscription]]:
    """Each subscription with its subscriber, in the order they were added."""
    query = (
        _people()
        .add_columns(subscriptions.c.id, subscriptions.c.record)
        .join(subscriptions, subscriptions.c.subscriber_id == subscribers.c.id)
        .order_by(subscriptions.c.id)
    )
    if active_only:
        query = query.where(subscribers.c.active, subscriptions.c.active)
    return [
        (Subscriber(address, name, active, person), replace(from_text(Subscription, record), id=number))
        for address, name, active, person, number, record in connection.execute(query)
    ]


def _people() -> Select[str, str, bool, int]:
    return select(subscribers.c.address, subscribers.c.name, subscribers.c.active, subscribers.c.id)


def _by_address(connection: Connection, address: str) -> Subscriber | None:
    row = connection.execute(_people().where(subscribers.c.address_key == _key(address))).first()
    return None if row is None else Subscriber(*row)


def _key(address: str) -> str:
    return address.strip().lower()


def _tidy(wanted: Subscription) -> Subscription:
    """Each list sorted and without repeats, so that equal wishes are equal texts."""
    return replace(
        wanted,
        id=0,
        topics=tuple(sorted(set(wanted.topics))),
        jurisdictions=tuple(sorted(set(wanted.jurisdictions))),
        sources=tuple(sorted(set(wanted.sources))),
        kinds=tuple(sorted(set(wanted.kinds))),
        directions=tuple(sorted(set(wanted.directions))),
    )
