"""Joining by double opt-in: somebody asks, a mail goes to the address, only who reads it can say yes.

What is asked for waits as an inactive subscription. Anybody may ask for any address, so one address gets one such mail
a day at most, and one requester may ask a few times an hour.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from monitors.records import JoinOutcome, Letter, Subscriber, SubscriberState, Subscription, SuppressionKind
from storage.columns import digest
from storage.engine import one_at_a_time
from storage.letters import put_letter
from storage.mail_tables import confirm_tokens, join_requests, subscriptions
from storage.rows import from_text
from storage.subscriptions import (
    activate,
    add_subscriber,
    add_subscription,
    drop_subscriptions,
    set_state,
    subscriber_of,
)
from storage.suppressions import suppression

HOUR = timedelta(hours=1)
MOST_BY_ONE = 5
NEVER_ASKED = (SuppressionKind.COMPLAINED, SuppressionKind.REFUSED)
MOST_BY_ALL = 100


def ask_to_join(
    connection: Connection, letter: Letter, message_id: str, wish: Subscription, requester: str
) -> JoinOutcome:
    """Note a wish for mail to letter.address and owe the letter that asks to confirm it. letter.key: one a day and
    address. requester: who asked, such as an IP address ("": the operator, who may ask for many at once)."""
    one_at_a_time(connection)
    connection.execute(delete(confirm_tokens).where(confirm_tokens.c.until <= letter.at))
    if requester and _asks_too_often(connection, requester, letter.at):
        return JoinOutcome.TOO_MANY
    known = suppression(connection, letter.address)
    if known is not None and (not requester or known.kind in NEVER_ASKED):
        return JoinOutcome.SUPPRESSED
    who = add_subscriber(connection, letter.address, letter.name, letter.at, state=SubscriberState.PENDING)
    wanted = add_subscription(connection, replace(wish, subscriber_id=who.id), active=False)
    if who.active and _is_active(connection, wanted.id):
        return JoinOutcome.ALREADY
    to_them = replace(letter, address=who.address, subscriber_id=who.id, subscription_id=wanted.id)
    return JoinOutcome.ASKED if put_letter(connection, to_them, message_id) else JoinOutcome.TOO_MANY


def put_token(connection: Connection, sha: str, subscription_id: int, until: datetime) -> None:
    """Remember the hash of a token that confirms a subscription until then; earlier ones stay good, since nobody knows
    which of two mails is read."""
    connection.execute(insert(confirm_tokens), {"sha": sha, "subscription_id": subscription_id, "until": until})


def token_wish(connection: Connection, sha: str, now: datetime) -> tuple[Subscriber, Subscription] | None:
    """Who would be confirmed by this token, and in which wish; None where it is unknown or too old."""
    found = _subscription_of(connection, sha, now)
    who = None if found is None else subscriber_of(connection, found)
    if found is None or who is None:
        return None
    record = connection.scalar(select(subscriptions.c.record).where(subscriptions.c.id == found))
    assert record is not None
    return who, replace(from_text(Subscription, record), id=found)


def confirm(connection: Connection, sha: str, now: datetime, proof: str) -> Subscriber | None:
    """The reader says yes: the subscription is active, the subscriber too, the token is used up. None where the token
    is unknown or too old."""
    one_at_a_time(connection)
    found = _subscription_of(connection, sha, now)
    who = None if found is None else subscriber_of(connection, found)
    if found is None or who is None:
        return None
    activate(connection, found)
    set_state(connection, who, SubscriberState.ACTIVE, now, proof=proof)
    connection.execute(delete(confirm_tokens).where(confirm_tokens.c.subscription_id == found))
    return subscriber_of(connection, found)


def refuse(connection: Connection, sha: str, now: datetime) -> Subscriber | None:
    """The reader did not ask for this. Who gets no mail yet is not asked again, whoever asks for them; who gets mail
    keeps what they have. None where the token is unknown or too old."""
    found = _subscription_of(connection, sha, now)
    who = None if found is None else subscriber_of(connection, found)
    if found is None or who is None:
        return None
    connection.execute(delete(confirm_tokens).where(confirm_tokens.c.subscription_id == found))
    if not who.active:
        set_state(connection, who, SubscriberState.UNSUBSCRIBED, now, why=SuppressionKind.REFUSED)
        drop_subscriptions(connection, who.id)
    return who


def leave(connection: Connection, subscription_id: int, now: datetime) -> Subscriber | None:
    """The reader of this subscription wants no more mail of ours at all; None where there is no such subscription."""
    who = subscriber_of(connection, subscription_id)
    if who is not None:
        set_state(connection, who, SubscriberState.UNSUBSCRIBED, now, why=SuppressionKind.LEFT)
        drop_subscriptions(connection, who.id)
        theirs = select(subscriptions.c.id).where(subscriptions.c.subscriber_id == who.id)
        connection.execute(delete(confirm_tokens).where(confirm_tokens.c.subscription_id.in_(theirs)))
    return who


def _asks_too_often(connection: Connection, requester: str, now: datetime) -> bool:
    """Count this request; whether it is one too many of this hour, by this requester or by all."""
    connection.execute(delete(join_requests).where(join_requests.c.at <= now - HOUR))
    sha = digest(requester)
    by_all = connection.scalar(select(func.count()).select_from(join_requests)) or 0
    by_one = select(func.count()).select_from(join_requests).where(join_requests.c.requester_sha == sha)
    if by_all >= MOST_BY_ALL or (connection.scalar(by_one) or 0) >= MOST_BY_ONE:
        return True
    connection.execute(insert(join_requests), {"at": now, "requester_sha": sha})
    return False


def _subscription_of(connection: Connection, sha: str, now: datetime) -> int | None:
    good = (confirm_tokens.c.sha == sha, confirm_tokens.c.until > now)
    return connection.scalar(select(confirm_tokens.c.subscription_id).where(*good))


def _is_active(connection: Connection, subscription_id: int) -> bool:
    query = select(subscriptions.c.active).where(subscriptions.c.id == subscription_id)
    return bool(connection.scalar(query))
