"""What a database that came back from a backup must settle before anything is checked or sent.

It does not know what happened after the backup: what it owes may have been sent, who gets mail may have left.

owed, under way, put off, in doubt, gathered   held: nobody sends it until the operator says so
who has left since, as far as that is known    leaves again
quiet weeks until now                          are told no more

A page that changed after the backup is found changed once more and told: whether it was told nobody can know, and a
change that is told twice does less harm than one that is lost. Its mail has the Message-ID of the first one, because
both are made of the same version, words, reader and secret.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from monitors.records import DeliveryState, SubscriberState, Suppression, SuppressionKind
from storage.mail_tables import deliveries
from storage.outbox import OPEN, RESTORED
from storage.subscriptions import SUPPRESSED, by_address, drop_subscriptions, set_state
from storage.suppressions import suppress
from storage.tables import run_facts

# The fact that says when this database last came back from a backup, as an ISO time.
RESTORED_AT = "restored at"
_STATES = {kind: state for state, kind in SUPPRESSED.items()}


def settle_restored(connection: Connection, now: datetime, left: Sequence[Suppression]) -> list[int]:
    """Hold what may have been sent and let those who left leave; return the ids of what is held. left: the suppressed
    addresses of the database that this one takes the place of, none where it can't be read."""
    for one in left:
        _leave_again(connection, one, now)
    connection.execute(delete(run_facts).where(run_facts.c.key == RESTORED_AT))
    connection.execute(insert(run_facts), {"key": RESTORED_AT, "value": now.isoformat()})
    unsure = update(deliveries).where(deliveries.c.state.in_((*OPEN, DeliveryState.GATHERED)))
    values = {"state": DeliveryState.HELD, "last_error": RESTORED, "lease_until": None}
    return sorted(connection.scalars(unsure.values(values).returning(deliveries.c.id)))


def _leave_again(connection: Connection, one: Suppression, now: datetime) -> None:
    who = by_address(connection, one.address)
    if who is None or not who.active:
        suppress(connection, one.address, one.kind, one.at)
        return
    set_state(connection, who, _STATES.get(one.kind, SubscriberState.UNSUBSCRIBED), now, why=one.kind)
    if one.kind in (SuppressionKind.LEFT, SuppressionKind.COMPLAINED):
        drop_subscriptions(connection, who.id)
