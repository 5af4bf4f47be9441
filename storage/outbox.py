"""What is owed to whom. A delivery is written with its alert or letter and closed by whoever sends it.

    owed ──begin──> sending ──> sent
      ^               ├──────> deferred   (put off by the other side; begin again when its time comes)
      └─put back──────┤        given_up   (refused for good, or five days old)
                      └──────> in_doubt   (may have arrived: a lost reply, or a sender that died while sending)

    gathered ──> folded    an alert that a letter tells together with others; that letter has a delivery of its own

A sender leases deliveries, so that two senders never hold one at once, and begins each in a transaction of its own
just before it speaks to the server. So of a sender that is killed at most one delivery is in doubt; the others are
owed as before. held: nobody sends it until the operator says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Select, and_, func, insert, or_, select, update

from monitors.records import Alert, Delivery, DeliveryState, LetterKind
from storage.mail_tables import bounces, deliveries, letters, subscribers, subscriptions
from storage.owed import DELIVERY_COLUMNS, Owed, OwedLetter, delivery_of, read_owed

WAITING = (DeliveryState.OWED, DeliveryState.DEFERRED, DeliveryState.IN_DOUBT)
OPEN = (*WAITING, DeliveryState.SENDING)
# Nothing is put off for longer: a weekly digest is a letter that is made when its time has come.
LONGEST_WAIT = timedelta(days=2)
DIED = "the sender ended before it knew whether this had arrived"
# Why what a restored database owes is held.
RESTORED = "owed when the backup was made; it may have been sent since"
# Why we ourselves end what is owed; no server refused it.
SWITCHED_OFF = "the subscriber was switched off"
NO_LONGER = "the subscriber no longer asks for this"
TAKEN_BACK = "the page said the old words again before this was told"
CALLED_WRONG = "an analyst called this alert wrong before it was told"
CORRECTED = "an analyst called this alert wrong; it may have arrived, so a correction is owed"
OUR_WORD = (SWITCHED_OFF, NO_LONGER, TAKEN_BACK, CALLED_WRONG, CORRECTED)


def owe(connection: Connection, alert: Alert, owed: Sequence[Delivery], now: datetime) -> None:
    """Write down the deliveries of an alert; a second one to the same subscription breaks the transaction."""
    rows = [
        {"alert_id": alert.id, "subscription_id": delivery.subscription_id, **_new(delivery, now)} for delivery in owed
    ]
    if rows:
        connection.execute(insert(deliveries), rows)


def owe_letter(connection: Connection, letter_id: int, message_id: str, now: datetime, due: datetime) -> int:
    """Write down the one delivery of a letter; return its id."""
    row = {"letter_id": letter_id, **_new(Delivery(0, 0, message_id, next_try_at=due), now)}
    return connection.execute(insert(deliveries).returning(deliveries.c.id), row).scalar_one()


def _new(delivery: Delivery, now: datetime) -> dict[str, object]:
    return {
        "message_id": delivery.message_id,
        "state": delivery.state,
        "attempts": 0,
        "next_try_at": delivery.next_try_at or now,
        "lease_run": "",
        "last_error": "",
        "owed_at": now,
    }


def lease_deliveries(
    connection: Connection, now: datetime, *, limit: int, lease: timedelta, run: str
) -> list[Owed | OwedLetter]:
    """Take up to `limit` deliveries whose time has come, the longest due first."""
    doubt_the_dead(connection, now)
    query = (
        _reachable()
        .where(deliveries.c.state.in_(WAITING), deliveries.c.next_try_at <= now, _free(now))
        .order_by(deliveries.c.next_try_at, deliveries.c.id)
        .limit(limit)
        .with_for_update(of=deliveries, skip_locked=True)
    )
    taken = list(connection.scalars(query))
    if not taken:
        return []
    leased = update(deliveries).where(deliveries.c.id.in_(taken)).values(lease_until=now + lease, lease_run=run)
    connection.execute(leased)
    return read_owed(connection, taken)


def doubt_the_dead(connection: Connection, now: datetime) -> int:
    """What was under way when its lease ended is in doubt, and still due, under the same Message-ID."""
    values = {"state": DeliveryState.IN_DOUBT, "lease_until": None, "last_error": DIED}
    dead = update(deliveries).where(deliveries.c.state == DeliveryState.SENDING, deliveries.c.lease_until <= now)
    return connection.execute(dead.values(values)).rowcount


def begin(connection: Connection, delivery_id: int, now: datetime, *, lease: timedelta, run: str) -> bool:
    """Count a try and mark it under way. False where it is no longer ours to send: the lease ended, somebody else
    closed it, the operator holds it, or the subscriber has left since it was leased."""
    ours = (deliveries.c.state.in_(WAITING), deliveries.c.lease_run == run, deliveries.c.lease_until > now)
    allowed = _reachable().where(deliveries.c.id == delivery_id, *ours).with_for_update(of=deliveries)
    if connection.scalar(allowed) is None:
        return False
    values = {"state": DeliveryState.SENDING, "attempts": deliveries.c.attempts + 1, "lease_until": now + lease}
    connection.execute(update(deliveries).where(deliveries.c.id == delivery_id).values(values))
    return True


def close(connection: Connection, delivery_id: int, state: DeliveryState, now: datetime, error: str = "") -> None:
    """Mark a delivery sent or given up. What is sent stays sent."""
    values = {"state": state, "last_error": error, "closed_at": now, "lease_until": None}
    open_one = (deliveries.c.id == delivery_id, deliveries.c.state != DeliveryState.SENT)
    connection.execute(update(deliveries).where(*open_one).values(values))


def put_off(
    connection: Connection, delivery_id: int, state: DeliveryState, error: str, next_try_at: datetime | None
) -> None:
    """Leave a delivery owed, deferred or in doubt until next_try_at (None: as planned); one that another sender has
    closed meanwhile stays closed."""
    values: dict[str, object] = {"state": state, "last_error": error, "lease_until": None}
    if next_try_at is not None:
        values["next_try_at"] = next_try_at
    still_open = (deliveries.c.id == delivery_id, deliveries.c.state.in_(OPEN))
    connection.execute(update(deliveries).where(*still_open).values(values))


def postpone(connection: Connection, delivery_id: int, until: datetime) -> None:
    """Not before then, and otherwise as it stands."""
    waits = (deliveries.c.id == delivery_id, deliveries.c.state.in_(WAITING))
    connection.execute(update(deliveries).where(*waits).values(next_try_at=until, lease_until=None))


def release(connection: Connection, run: str) -> int:
    """Give back what a run leased and has not begun; return how many."""
    mine = (deliveries.c.lease_run == run, deliveries.c.state.in_(WAITING), deliveries.c.lease_until.is_not(None))
    return connection.execute(update(deliveries).where(*mine).values(lease_until=None)).rowcount


def release_machine(connection: Connection, now: datetime, machine: str) -> int:
    """End the leases of all senders of one machine; return how many."""
    mine = deliveries.c.lease_run.startswith(f"{machine}:", autoescape=True)
    return connection.execute(
        update(deliveries).where(deliveries.c.lease_until > now, mine), {"lease_until": now}
    ).rowcount


def mend_clock(connection: Connection, now: datetime) -> int:
    """Free what a sender held, or put off, by a clock that has been set back since; return how many."""
    ahead = now + LONGEST_WAIT
    waits = (deliveries.c.state.in_(WAITING), or_(deliveries.c.next_try_at > ahead, deliveries.c.lease_until > ahead))
    died = (deliveries.c.state == DeliveryState.SENDING, deliveries.c.lease_until > ahead)
    connection.execute(update(deliveries).where(*died), {"lease_until": now})
    return connection.execute(update(deliveries).where(*waits), {"next_try_at": now, "lease_until": None}).rowcount


def hold(
    connection: Connection, why: str, *, ids: Collection[int] = (), owed_before: datetime | None = None
) -> list[int]:
    """Let nobody send these: the ones named, else all that wait (owed before a time, where one is given). What is under
    way just now is not stopped. Return their ids."""
    query = update(deliveries).where(deliveries.c.state.in_(WAITING)).returning(deliveries.c.id)
    if ids:
        query = query.where(deliveries.c.id.in_(ids))
    if owed_before is not None:
        query = query.where(deliveries.c.owed_at < owed_before)
    values = {"state": DeliveryState.HELD, "last_error": why, "lease_until": None}
    return sorted(connection.scalars(query.values(values)))


def retry(connection: Connection, now: datetime, *, ids: Collection[int] = ()) -> list[int]:
    """Make these due now: the ones named among those that wait, are held or were given up, else all that are put off,
    in doubt or held. Their five days begin anew. What is sent stays sent. Return their ids."""
    again = (DeliveryState.DEFERRED, DeliveryState.IN_DOUBT, DeliveryState.HELD)
    query = update(deliveries).returning(deliveries.c.id)
    if ids:
        named = (*again, DeliveryState.OWED, DeliveryState.GIVEN_UP)
        query = query.where(deliveries.c.id.in_(ids), deliveries.c.state.in_(named))
    else:
        query = query.where(deliveries.c.state.in_(again))
    values = {
        "state": DeliveryState.OWED, "next_try_at": now, "owed_at": now, "closed_at": None, "lease_until": None,
    }  # fmt: skip
    return sorted(connection.scalars(query.values(values)))


def outbox_counts(connection: Connection) -> dict[DeliveryState, int]:
    """How many deliveries are in each state; every state is named."""
    query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
    found = {DeliveryState(state): number for state, number in connection.execute(query)}
    return {state: found.get(state, 0) for state in DeliveryState}


def oldest_tried(connection: Connection) -> datetime | None:
    """Since when the delivery that was tried and did not get through for longest is owed."""
    tried = (deliveries.c.state.in_(OPEN), deliveries.c.attempts > 0, deliveries.c.last_error != "")
    return connection.scalar(select(func.min(deliveries.c.owed_at)).where(*tried))


def find_deliveries(connection: Connection, states: Collection[DeliveryState], limit: int) -> list[Delivery]:
    """The latest deliveries, newest first."""
    query = select(*DELIVERY_COLUMNS).order_by(deliveries.c.id.desc()).limit(limit)
    if states:
        query = query.where(deliveries.c.state.in_(states))
    return [delivery_of(row) for row in connection.execute(query)]


def recipients(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The address of each of these deliveries that goes to a subscriber."""
    query = _reachable(everybody=True).add_columns(subscribers.c.address).where(deliveries.c.id.in_(ids))
    return {number: address for number, address in connection.execute(query) if address}


def refused_since(connection: Connection, since: datetime) -> tuple[int, str]:
    """How many mails were given up since then for another reason than the address or our own word, and what was said
    last."""
    query = (
        select(deliveries.c.last_error)
        .outerjoin(bounces, bounces.c.delivery_id == deliveries.c.id)
        .where(deliveries.c.state == DeliveryState.GIVEN_UP, deliveries.c.closed_at > since)
        .where(deliveries.c.attempts > 0, bounces.c.id.is_(None), deliveries.c.last_error.not_in(OUR_WORD))
        .order_by(deliveries.c.closed_at.desc())
    )
    found = list(connection.scalars(query))
    return len(found), found[0] if found else ""


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(deliveries.c.lease_until.is_(None), deliveries.c.lease_until <= now)


def _reachable(*, everybody: bool = False) -> Select[int]:
    """Deliveries to subscribers who get mail, letters to the operator, and those that ask whether mail is wanted."""
    query = (
        select(deliveries.c.id)
        .outerjoin(letters, and_(letters.c.id == deliveries.c.letter_id, deliveries.c.alert_id.is_(None)))
        .outerjoin(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .outerjoin(
            subscribers, subscribers.c.id == func.coalesce(subscriptions.c.subscriber_id, letters.c.subscriber_id)
        )
    )
    if everybody:
        return query
    to_operator = and_(letters.c.id.is_not(None), letters.c.subscriber_id.is_(None))
    asks = letters.c.kind == LetterKind.CONFIRM
    wished = or_(subscriptions.c.id.is_(None), subscriptions.c.active)
    return query.where(or_(to_operator, asks, and_(subscribers.c.active, wished)))
