"""What came back: addresses that do not exist, mailboxes that are full, people who complained."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from monitors.records import Bounce, BounceKind
from storage.tables import bounces


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
