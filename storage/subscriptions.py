"""Subscribers, how they stand, and what they asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, or_, select, update

from monitors.records import DeliveryState, Subscriber, SubscriberState, Subscription, SuppressionKind
from storage.columns import digest
from storage.engine import one_at_a_time
from storage.mail_tables import deliveries, letters, subscribers, subscriptions
from storage.outbox import NO_LONGER, SWITCHED_OFF, WAITING
from storage.rows import from_text, to_text
from storage.suppressions import lift, suppress

OPERATOR = "operator: added by hand"
NOT_CLOSED = (*WAITING, DeliveryState.HELD, DeliveryState.GATHERED)
# What a state means for an address that is imported again.
SUPPRESSED = {
    SubscriberState.UNSUBSCRIBED: SuppressionKind.LEFT,
    SubscriberState.BOUNCED: SuppressionKind.BOUNCED,
    SubscriberState.COMPLAINED: SuppressionKind.COMPLAINED,
}


def add_subscriber(
    connection: Connection,
    address: str,
    name: str,
    now: datetime,
    *,
    state: SubscriberState = SubscriberState.ACTIVE,
    proof: str = OPERATOR,
) -> Subscriber:
    """Add a subscriber; one whose address is known already (in whatever capitals) is returned as it is."""
    one_at_a_time(connection)
    known = by_address(connection, address)
    if known is not None:
        return known
    active = state is SubscriberState.ACTIVE
    row = {
        "address": address.strip(), "address_key": address_key(address), "name": name, "active": active,
        "added_at": now, "state": state, "state_at": now, "confirmed_at": now if active else None,
        "proof": proof if active else "",
    }  # fmt: skip
    connection.execute(insert(subscribers), row)
    added = by_address(connection, address)
    assert added is not None
    return added


def all_subscribers(connection: Connection) -> list[Subscriber]:
    return [subscriber_from(row) for row in connection.execute(people().order_by(subscribers.c.id))]


def in_states(connection: Connection, states: Collection[SubscriberState]) -> list[Subscriber]:
    """The subscribers who stand so."""
    query = people().where(subscribers.c.state.in_(states)).order_by(subscribers.c.id)
    return [subscriber_from(row) for row in connection.execute(query)]


def channel_readers(connection: Connection) -> list[Subscriber]:
    """The channels among the subscribers."""
    query = people().where(subscribers.c.address_key.startswith("channel:")).order_by(subscribers.c.id)
    return [subscriber_from(row) for row in connection.execute(query)]


def set_subscriber_active(connection: Connection, address: str, active: bool, now: datetime, proof: str) -> bool:
    """The operator's word; False when the address is unknown."""
    known = by_address(connection, address)
    if known is None:
        return False
    if active:
        set_state(connection, known, SubscriberState.ACTIVE, now, proof=proof)
    else:
        set_state(connection, known, SubscriberState.UNSUBSCRIBED, now, why=SuppressionKind.REMOVED)
    return True


def set_state(
    connection: Connection,
    who: Subscriber,
    state: SubscriberState,
    now: datetime,
    *,
    why: SuppressionKind | None = None,
    proof: str = "",
) -> None:
    """Change how a subscriber stands. Who is not active gets nothing, not even what is already owed; who leaves,
    bounces or complains is not written to again until they say so, however often they are imported."""
    values: dict[str, object] = {"state": state, "active": state is SubscriberState.ACTIVE, "state_at": now}
    if state is SubscriberState.ACTIVE:
        if not who.active:
            values |= {"confirmed_at": now, "proof": proof}
        lift(connection, who.address)
    else:
        _drop_owed(connection, who.id, now)
        if state in SUPPRESSED:
            suppress(connection, who.address, why or SUPPRESSED[state], now)
    connection.execute(update(subscribers).where(subscribers.c.id == who.id).values(values))


def _drop_owed(connection: Connection, subscriber_id: int, now: datetime) -> None:
    theirs = select(subscriptions.c.id).where(subscriptions.c.subscriber_id == subscriber_id)
    to_them = select(letters.c.id).where(letters.c.subscriber_id == subscriber_id)
    owed = update(deliveries).where(
        or_(deliveries.c.subscription_id.in_(theirs), deliveries.c.letter_id.in_(to_them)),
        deliveries.c.state.in_(NOT_CLOSED),
    )
    connection.execute(owed, _given_up(SWITCHED_OFF, now))


def _given_up(why: str, now: datetime) -> dict[str, object]:
    return {"state": DeliveryState.GIVEN_UP, "last_error": why, "lease_until": None, "closed_at": now}


def add_subscription(connection: Connection, wanted: Subscription, *, active: bool = True) -> Subscription:
    """Add what a subscriber wants; the same wish again is the same subscription. active False: it waits for the
    subscriber's yes, unless it was there already."""
    one_at_a_time(connection)
    tidy = _tidy(wanted)
    record = to_text(tidy)
    same = (subscriptions.c.subscriber_id == tidy.subscriber_id, subscriptions.c.record_sha == digest(record))
    known = connection.scalar(select(subscriptions.c.id).where(*same))
    if known is not None:
        if active:
            activate(connection, known)
        return replace(tidy, id=known)
    row = {"subscriber_id": tidy.subscriber_id, "active": active, "record": record, "record_sha": digest(record)}
    return replace(tidy, id=connection.execute(insert(subscriptions).returning(subscriptions.c.id), row).scalar_one())


def activate(connection: Connection, subscription_id: int) -> None:
    connection.execute(update(subscriptions).where(subscriptions.c.id == subscription_id), {"active": True})


def drop_subscriptions(connection: Connection, subscriber_id: int) -> None:
    """What a subscriber asked for is no longer asked for: who joins again says anew what for."""
    theirs = subscriptions.c.subscriber_id == subscriber_id
    connection.execute(update(subscriptions).where(theirs), {"active": False})


def drop_subscription(connection: Connection, subscription_id: int, subscriber_id: int, now: datetime) -> None:
    """This one wish of a subscriber is no longer asked for, nor what is owed because of it."""
    mine = (subscriptions.c.id == subscription_id, subscriptions.c.subscriber_id == subscriber_id)
    if connection.execute(update(subscriptions).where(*mine), {"active": False}).rowcount:
        open_ones = (deliveries.c.subscription_id == subscription_id, deliveries.c.state.in_(NOT_CLOSED))
        connection.execute(update(deliveries).where(*open_ones), _given_up(NO_LONGER, now))


def change_subscription(connection: Connection, wanted: Subscription) -> None:
    """Make the subscription of this id say something else; where it then says what another one says, only one of
    both stays active."""
    tidy = _tidy(wanted)
    record = to_text(tidy)
    same = (subscriptions.c.subscriber_id == tidy.subscriber_id, subscriptions.c.record_sha == digest(record))
    twin = connection.scalar(select(subscriptions.c.id).where(*same, subscriptions.c.id != wanted.id))
    mine = update(subscriptions).where(subscriptions.c.id == wanted.id)
    if twin is not None:
        activate(connection, twin)
        connection.execute(mine, {"active": False})
        open_ones = (deliveries.c.subscription_id == wanted.id, deliveries.c.state.in_(NOT_CLOSED))
        connection.execute(update(deliveries).where(*open_ones), {"subscription_id": twin})
    else:
        connection.execute(mine, {"record": record, "record_sha": digest(record)})


def subscriptions_of(connection: Connection, subscriber_id: int) -> list[Subscription]:
    """What one subscriber asked for and confirmed, also while they pause."""
    query = select(subscriptions.c.id, subscriptions.c.record).where(
        subscriptions.c.subscriber_id == subscriber_id, subscriptions.c.active
    )
    rows = connection.execute(query.order_by(subscriptions.c.id))
    return [replace(from_text(Subscription, row.record), id=row.id) for row in rows]


def all_subscriptions(connection: Connection, *, active_only: bool = True) -> list[tuple[Subscriber, Subscription]]:
    """Each subscription with its subscriber, in the order they were added."""
    query = (
        people()
        .add_columns(subscriptions.c.id.label("subscription_id"), subscriptions.c.record)
        .join(subscriptions, subscriptions.c.subscriber_id == subscribers.c.id)
        .order_by(subscriptions.c.id)
    )
    if active_only:
        query = query.where(subscribers.c.active, subscriptions.c.active)
    return [
        (subscriber_from(row), replace(from_text(Subscription, row.record), id=row.subscription_id))
        for row in connection.execute(query)
    ]


def subscriber_of(connection: Connection, subscription_id: int) -> Subscriber | None:
    """Whose subscription it is."""
    query = people().join(subscriptions, subscriptions.c.subscriber_id == subscribers.c.id)
    row = connection.execute(query.where(subscriptions.c.id == subscription_id)).first()
    return None if row is None else subscriber_from(row)


def by_id(connection: Connection, subscriber_id: int) -> Subscriber | None:
    row = connection.execute(people().where(subscribers.c.id == subscriber_id)).first()
    return None if row is None else subscriber_from(row)


def by_address(connection: Connection, address: str) -> Subscriber | None:
    row = connection.execute(people().where(subscribers.c.address_key == address_key(address))).first()
    return None if row is None else subscriber_from(row)


def address_key(address: str) -> str:
    return address.strip().lower()


def people() -> Select[*tuple[Any, ...]]:
    """The columns of subscribers that make a Subscriber."""
    s = subscribers.c
    return select(s.address, s.name, s.active, s.id, s.state, s.confirmed_at, s.proof)


def subscriber_from(row: Row[*tuple[Any, ...]]) -> Subscriber:
    """A row of people()."""
    state = SubscriberState(row.state)
    return Subscriber(row.address, row.name, row.active, row.id, state, row.confirmed_at, row.proof)


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
