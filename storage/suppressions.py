"""Addresses that are not written to. They are kept by address, so that they outlive the subscriber and any import."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from monitors.records import Suppression, SuppressionKind
from storage.mail_tables import suppressions


def suppress(connection: Connection, address: str, kind: SuppressionKind, now: datetime) -> None:
    """Do not write to this address. What the reader wished is not overwritten by what the operator or a server said."""
    known = suppression(connection, address)
    own = (SuppressionKind.LEFT, SuppressionKind.COMPLAINED, SuppressionKind.REFUSED)
    if known is not None and known.kind in own and kind not in own:
        return
    lift(connection, address)
    connection.execute(insert(suppressions), {"address_key": _key(address), "reason": kind, "at": now})


def lift(connection: Connection, address: str) -> None:
    connection.execute(delete(suppressions).where(suppressions.c.address_key == _key(address)))


def suppression(connection: Connection, address: str) -> Suppression | None:
    """Why this address is not written to, or None."""
    row = connection.execute(select(suppressions).where(suppressions.c.address_key == _key(address))).first()
    return None if row is None else Suppression(row.address_key, SuppressionKind(row.reason), row.at)


def all_suppressions(connection: Connection) -> list[Suppression]:
    """The oldest first."""
    query = select(suppressions).order_by(suppressions.c.at, suppressions.c.address_key)
    return [Suppression(row.address_key, SuppressionKind(row.reason), row.at) for row in connection.execute(query)]


def _key(address: str) -> str:
    return address.strip().lower()
