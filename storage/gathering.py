"""Alerts that are told together: what waits, and folding it into one letter.

Folding is one transaction: the letter is written, its members name it, and from then on it alone is owed. A letter's
key makes it the only one of its kind, so whoever folds twice, or dies half-way, doubles nothing and loses nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, update

from monitors.records import AlertState, DeliveryState, Letter, LetterKind, Severity, Subscriber, Subscription
from storage.changes import change_of
from storage.letters import put_letter
from storage.mail_tables import deliveries, letters, subscribers, subscriptions
from storage.outbox import OPEN
from storage.owed import TELLING
from storage.rows import from_text
from storage.subscriptions import people, subscriber_from
from storage.tables import alerts, changes, monitors


@dataclass(frozen=True, slots=True)
class Fresh:
    """An alert's delivery that is due and was never tried. words: the same for alerts that tell the same words."""

    delivery_id: int
    subscriber_id: int
    subscription_id: int
    monitor_id: str
    host: str
    source_id: str
    severity: Severity
    words: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What waits for a reader's digest because of one wish. oldest: since when the first of it waits."""

    reader: Subscriber
    wish: Subscription
    oldest: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Fold:
    """A letter that is to tell what was gathered for these wishes up to a time; due: when it may go out."""

    letter: Letter
    message_id: str
    due: datetime
    wishes: tuple[int, ...]
    until: datetime


def fresh(connection: Connection, now: datetime, at_least: int) -> list[Fresh]:
    """The fresh deliveries of readers who have at_least so many; others can have neither storm nor overflow."""
    due = _fresh(now)
    many = (
        select(subscriptions.c.subscriber_id)
        .join_from(deliveries, subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .where(due)
        .group_by(subscriptions.c.subscriber_id)
        .having(func.count() >= at_least)
    )
    query = (
        select(deliveries.c.id, deliveries.c.alert_id, deliveries.c.subscription_id, subscriptions.c.subscriber_id)
        .join(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .where(due, subscriptions.c.subscriber_id.in_(many))
        .order_by(deliveries.c.id)
    )
    rows = connection.execute(query).all()
    told = _told(connection, {row.alert_id for row in rows})
    return [Fresh(row.id, row.subscriber_id, row.subscription_id, *told[row.alert_id]) for row in rows]


def gathered(connection: Connection, now: datetime) -> list[Gathered]:
    """What waits for whose digest; alerts that wait for a second look are left out until they had it."""
    query = (
        people()
        .add_columns(
            subscriptions.c.id.label("subscription_id"),
            subscriptions.c.record,
            func.min(deliveries.c.owed_at).label("oldest"),
            func.count().label("number"),
        )
        .join(subscriptions, subscriptions.c.subscriber_id == subscribers.c.id)
        .join(deliveries, deliveries.c.subscription_id == subscriptions.c.id)
        .join(alerts, alerts.c.id == deliveries.c.alert_id)
        .where(deliveries.c.state == DeliveryState.GATHERED, subscribers.c.active, subscriptions.c.active, _ready(now))
        .group_by(*people().selected_columns, subscriptions.c.id, subscriptions.c.record)
        .order_by(subscriptions.c.id)
    )
    return [
        Gathered(subscriber_from(row), _wish(row.subscription_id, row.record), row.oldest, row.number)
        for row in connection.execute(query)
    ]


def fold(
    connection: Connection,
    letter: Letter,
    message_id: str,
    due: datetime,
    *,
    deliveries_of: Collection[int] = (),
    wishes: Collection[int] = (),
    until: datetime | None = None,
) -> int:
    """Write a letter that tells these alerts and owe it instead of them: the fresh deliveries named, or what was
    gathered for these wishes up to a time. Return how many; 0 where such a letter was written before."""
    now = letter.at
    chosen = [deliveries.c.id.in_(deliveries_of), _fresh(now)] if deliveries_of else _waiting(wishes, until, now)
    ids = list(connection.scalars(select(deliveries.c.id).where(*chosen).with_for_update()))
    written = put_letter(connection, letter, message_id, due) if ids else None
    if written is None:
        return 0
    members = {"state": DeliveryState.FOLDED, "letter_id": written.id, "closed_at": now}
    return connection.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(members)).rowcount


def gather(connection: Connection, ids: Collection[int], now: datetime) -> int:
    """Let these fresh deliveries wait for a digest; return how many."""
    chosen = update(deliveries).where(deliveries.c.id.in_(ids), _fresh(now))
    return connection.execute(chosen.values(state=DeliveryState.GATHERED, owed_at=now)).rowcount


def hold_gathered(connection: Connection, subscription_id: int, why: str, before: datetime) -> int:
    """Let what was gathered for this wish before then wait for the operator's word; return how many."""
    old = update(deliveries).where(
        deliveries.c.state == DeliveryState.GATHERED,
        deliveries.c.subscription_id == subscription_id,
        deliveries.c.owed_at < before,
    )
    return connection.execute(old.values(state=DeliveryState.HELD, last_error=why)).rowcount


def told_since(connection: Connection, since: datetime) -> dict[int, int]:
    """How many mails each reader got since then."""
    whose = func.coalesce(subscriptions.c.subscriber_id, letters.c.subscriber_id)
    query = _mails(whose).where(deliveries.c.state == DeliveryState.SENT, deliveries.c.closed_at > since)
    return {number: count for number, count in connection.execute(query.group_by(whose)) if number is not None}


def reached_since(connection: Connection, since: datetime) -> set[int]:
    """Who got news or a heartbeat since then, or is owed some now."""
    whose = func.coalesce(subscriptions.c.subscriber_id, letters.c.subscriber_id)
    news = or_(letters.c.id.is_(None), letters.c.kind.in_((*TELLING, LetterKind.HEARTBEAT, LetterKind.CORRECTION)))
    open_ones = deliveries.c.state.in_((*OPEN, DeliveryState.GATHERED))
    sent = and_(deliveries.c.state == DeliveryState.SENT, deliveries.c.closed_at > since)
    found = _mails(whose).where(news, or_(open_ones, sent)).group_by(whose)
    return {number for number, _count in connection.execute(found) if number is not None}


def _mails(whose: ColumnElement[int]) -> Select[int, int]:
    return (
        select(whose, func.count())
        .select_from(deliveries)
        .outerjoin(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .outerjoin(letters, and_(letters.c.id == deliveries.c.letter_id, deliveries.c.alert_id.is_(None)))
    )


def _fresh(now: datetime) -> ColumnElement[bool]:
    return and_(
        deliveries.c.state == DeliveryState.OWED,
        deliveries.c.attempts == 0,
        deliveries.c.alert_id.is_not(None),
        deliveries.c.next_try_at <= now,
        or_(deliveries.c.lease_until.is_(None), deliveries.c.lease_until <= now),
    )


def _waiting(wishes: Collection[int], until: datetime | None, now: datetime) -> list[ColumnElement[bool]]:
    """What was gathered for these wishes and may be told."""
    ready = select(alerts.c.id).where(_ready(now))
    found = [
        deliveries.c.state == DeliveryState.GATHERED,
        deliveries.c.subscription_id.in_(wishes),
        deliveries.c.alert_id.in_(ready),
    ]
    return found if until is None else [*found, deliveries.c.owed_at <= until]


def _ready(now: datetime) -> ColumnElement[bool]:
    return or_(
        alerts.c.state == AlertState.TOLD, and_(alerts.c.state == AlertState.WAITING, alerts.c.confirm_by <= now)
    )


def _told(connection: Connection, ids: Collection[int]) -> dict[int, tuple[str, str, str, Severity, str]]:
    """Of each alert: page, host, source, severity and the mark of its words."""
    query = (
        select(changes, alerts.c.id.label("alert_id"), alerts.c.severity.label("told"), monitors.c.host)
        .add_columns(monitors.c.source_id)
        .join_from(alerts, changes, changes.c.id == alerts.c.change_id)
        .join(monitors, monitors.c.id == changes.c.monitor_id)
        .where(alerts.c.id.in_(ids))
    )
    found = {}
    for row in connection.execute(query):
        said = [(p.before, p.after) for p in change_of(row).passages if p.grade.rank > 1]
        mark = sha256(repr(sorted(said)).encode("utf-8", "replace")).hexdigest() if said else ""
        found[row.alert_id] = (row.monitor_id, row.host, row.source_id, Severity(row.told), mark)
    return found


def _wish(number: int, record: str) -> Subscription:
    return replace(from_text(Subscription, record), id=number)
