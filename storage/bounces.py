"""What came back: addresses that do not exist, mailboxes that are full, people who complained."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from monitors.records import Bounce, BounceKind
from storage.mail_tables import bounces, deliveries, letters, subscriptions


def put_bounce(connection: Connection, bounce: Bounce) -> None:
    row = {
        "subscriber_id": bounce.subscriber_id,
        "delivery_id": bounce.delivery_id or None,
        "at": bounce.at,
        "kind": bounce.kind,
        "words": bounce.words,
    }
    connection.execute(insert(bounces), row)


def bounces_of(connection: Connection, subscriber_id: int, since: datetime) -> list[Bounce]:
    """What came back from a subscriber since then, the oldest first."""
    query = (
        select(bounces).where(bounces.c.subscriber_id == subscriber_id, bounces.c.at >= since).order_by(bounces.c.at)
    )
    return [
        Bounce(row.subscriber_id, BounceKind(row.kind), row.at, row.words, row.delivery_id or 0)
        for row in connection.execute(query)
    ]


def returned_delivery(connection: Connection, delivery_id: int, message_id: str) -> tuple[int, int] | None:
    """The delivery and the subscriber it went to, by the delivery's id or its Message-ID."""
    whose = func.coalesce(subscriptions.c.subscriber_id, letters.c.subscriber_id)
    query = (
        select(deliveries.c.id, whose)
        .outerjoin(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
        .outerjoin(letters, letters.c.id == deliveries.c.letter_id)
        .where(deliveries.c.id == delivery_id if delivery_id else deliveries.c.message_id == message_id)
    )
    row = connection.execute(query.limit(1)).first()
    return None if row is None or row[1] is None else (row[0], row[1])
