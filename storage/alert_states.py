"""What becomes of a written alert: a second look confirms it or takes it back, an analyst calls it wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from monitors.records import AlertState, Annotation, DeliveryState, Letter, Subscriber, Subscription
from storage.letters import put_letter
from storage.mail_tables import deliveries, subscribers, subscriptions
from storage.outbox import CALLED_WRONG, CORRECTED, RESTORED, TAKEN_BACK, WAITING
from storage.rows import from_text
from storage.subscriptions import people, subscriber_from
from storage.tables import alerts, annotated, changes
from storage.triage import annotation_of, put_annotation

UNTOLD = (DeliveryState.OWED, DeliveryState.DEFERRED, DeliveryState.HELD, DeliveryState.GATHERED)
# What was or may have been told.
TOLD = (DeliveryState.SENT, DeliveryState.IN_DOUBT, DeliveryState.SENDING)
WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An alert that waits for a second look at its page. old_version: what the page said before, 0 for nothing."""

    alert_id: int
    old_version: int
    confirm_by: datetime


@dataclass(frozen=True, slots=True)
class ToldTo:
    """Who was told an alert, because of which wish, when, and the Message-ID of the mail that did."""

    reader: Subscriber
    wish: Subscription
    at: datetime
    message_id: str
    headline: str
    change_id: int


def waiting_alerts(connection: Connection) -> dict[str, Waiting]:
    """The latest waiting alert of each monitor that has one."""
    query = (
        select(alerts.c.id, alerts.c.confirm_by, changes.c.monitor_id, changes.c.old_version)
        .join(changes, changes.c.id == alerts.c.change_id)
        .where(alerts.c.state == AlertState.WAITING)
        .order_by(alerts.c.id)
    )
    return {row.monitor_id: Waiting(row.id, row.old_version or 0, row.confirm_by) for row in connection.execute(query)}


def confirm_alert(connection: Connection, alert_id: int, now: datetime) -> None:
    """The page still says it: what is owed is due now."""
    connection.execute(
        update(alerts).where(alerts.c.id == alert_id, alerts.c.state == AlertState.WAITING), {"state": AlertState.TOLD}
    )
    owed = (deliveries.c.alert_id == alert_id, deliveries.c.state == DeliveryState.OWED, deliveries.c.attempts == 0)
    connection.execute(update(deliveries).where(*owed, deliveries.c.next_try_at > now), {"next_try_at": now})


def take_back(connection: Connection, alert_id: int, now: datetime) -> None:
    """The page says the old words again: nobody is told."""
    waiting = update(alerts).where(alerts.c.id == alert_id, alerts.c.state == AlertState.WAITING)
    if connection.execute(waiting, {"state": AlertState.TAKEN_BACK}).rowcount:
        _drop(connection, alert_id, TAKEN_BACK, now)


def mark_wrong(
    connection: Connection, said: Annotation, write: Callable[[ToldTo], tuple[Letter, str]]
) -> tuple[int, int] | None:
    """Note that an analyst calls a change's alert wrong. What is not told yet is not told; write makes the correction,
    with its Message-ID, for each reader who was told. Return how many corrections are owed and how many alerts were
    dropped; None where the change has no alert, or it is called wrong already."""
    chosen = update(alerts).where(alerts.c.change_id == said.change_id, alerts.c.state != AlertState.WRONG)
    alert_id = connection.scalar(chosen.values(state=AlertState.WRONG).returning(alerts.c.id))
    if alert_id is None:
        return None
    put_annotation(connection, said)
    # First what is not told yet, so that a sender that begins one of these just now is seen to have told it.
    spared = _drop(connection, alert_id, CALLED_WRONG, said.at, ~_held_since_a_restore(deliveries))
    _read_anew(connection, alert_id)
    corrections = [put_letter(connection, *write(one)) for one in _told_to(connection, alert_id)]
    _drop(connection, alert_id, CORRECTED, said.at, states=(DeliveryState.IN_DOUBT, DeliveryState.HELD))
    return sum(one is not None for one in corrections), spared


def annotations_of(connection: Connection, change_id: int) -> list[Annotation]:
    """What analysts said of a change, the oldest first."""
    query = select(annotated).where(annotated.c.change_id == change_id).order_by(annotated.c.id)
    return [annotation_of(row) for row in connection.execute(query)]


def alert_counts(connection: Connection, since: datetime) -> dict[AlertState, int]:
    """How many alerts since then are in each state; every state is named."""
    query = select(alerts.c.state, func.count()).where(alerts.c.at >= since).group_by(alerts.c.state)
    found = {AlertState(state): count for state, count in connection.execute(query)}
    return {state: found.get(state, 0) for state in AlertState}


def states_of(connection: Connection, ids: list[int]) -> dict[int, tuple[AlertState, datetime | None]]:
    """The state of these changes' alerts and until when a waiting one waits; changes without alert are left out."""
    query = select(alerts.c.change_id, alerts.c.state, alerts.c.confirm_by).where(alerts.c.change_id.in_(ids))
    return {number: (AlertState(state), until) for number, state, until in connection.execute(query)}


def wrong_changes(connection: Connection, ids: list[int]) -> dict[int, Annotation]:
    """Which of these changes were called wrong, and how."""
    query = select(annotated).where(annotated.c.change_id.in_(ids), annotated.c.label == WRONG)
    return {row.change_id: annotation_of(row) for row in connection.execute(query)}


def _read_anew(connection: Connection, alert_id: int) -> None:
    """Take the letters that tell this alert from the sender that holds them but has not begun: it read them before."""
    telling = select(deliveries.c.letter_id).where(
        deliveries.c.alert_id == alert_id, deliveries.c.state == DeliveryState.FOLDED
    )
    held = update(deliveries).where(
        deliveries.c.letter_id.in_(telling), deliveries.c.alert_id.is_(None), deliveries.c.state.in_(WAITING)
    )
    connection.execute(held, {"lease_until": None})


def _held_since_a_restore(of: Any) -> ColumnElement[bool]:
    """What was owed in a backup; it may have been told before the backup came back."""
    return and_(of.c.state == DeliveryState.HELD, of.c.last_error == RESTORED)


def _drop(
    connection: Connection,
    alert_id: int,
    why: str,
    now: datetime,
    *which: ColumnElement[bool],
    states: Collection[DeliveryState] = UNTOLD,
) -> int:
    untold = update(deliveries).where(deliveries.c.alert_id == alert_id, deliveries.c.state.in_(states), *which)
    values = {"state": DeliveryState.GIVEN_UP, "last_error": why, "closed_at": now, "lease_until": None}
    return connection.execute(untold, values).rowcount


def _told_to(connection: Connection, alert_id: int) -> list[ToldTo]:
    """Who was told, by a mail of its own or by a letter that was sent."""
    letter = deliveries.alias("of_letter")
    query = (
        people()
        .add_columns(
            subscriptions.c.id.label("subscription_id"),
            subscriptions.c.record,
            func.coalesce(letter.c.message_id, deliveries.c.message_id).label("told_by"),
            func.coalesce(letter.c.closed_at, deliveries.c.closed_at, deliveries.c.owed_at).label("told_at"),
            alerts.c.headline,
            alerts.c.change_id,
        )
        .join(subscriptions, subscriptions.c.subscriber_id == subscribers.c.id)
        .join(deliveries, deliveries.c.subscription_id == subscriptions.c.id)
        .join(alerts, alerts.c.id == deliveries.c.alert_id)
        .outerjoin(letter, and_(letter.c.letter_id == deliveries.c.letter_id, letter.c.alert_id.is_(None)))
        .where(deliveries.c.alert_id == alert_id, subscribers.c.active)
        .where(
            or_(
                deliveries.c.state.in_(TOLD),
                _held_since_a_restore(deliveries),
                and_(
                    deliveries.c.state == DeliveryState.FOLDED,
                    or_(letter.c.state.in_(TOLD), _held_since_a_restore(letter)),
                ),
            )
        )
    )
    return [
        ToldTo(
            subscriber_from(row),
            replace(from_text(Subscription, row.record), id=row.subscription_id),
            row.told_at,
            row.told_by,
            row.headline,
            row.change_id,
        )
        for row in connection.execute(query)
    ]
