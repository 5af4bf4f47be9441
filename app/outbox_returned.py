"""What comes back: a bounce is written down, and the address that caused it is stopped when the rules say so."""

from __future__ import annotations

from datetime import datetime

from alerts.leaving import read_leaving
from alerts.returned import HARD_WITHIN, SOFT_WITHIN, Returned, read_returned, standing
from alerts.settings import MailSettings
from alerts.tokens import read_return_path
from monitors.records import Bounce
from storage.store import Store


def note_bounce(store: Store, bounce: Bounce) -> None:
    """Write a bounce down, once for each mail, and stop its subscriber where that was one too many."""
    known = store.bounces(bounce.subscriber_id, bounce.at - max(HARD_WITHIN, SOFT_WITHIN))
    if bounce.delivery_id and (bounce.delivery_id, bounce.kind) in {(one.delivery_id, one.kind) for one in known}:
        return
    store.put_bounce(bounce)
    who, state = store.subscriber(bounce.subscriber_id), standing([*known, bounce], bounce.at)
    if who is not None and who.active and state is not None:
        store.set_subscriber_state(who.id, state, bounce.at)


def take_back(store: Store, settings: MailSettings, data: bytes, now: datetime) -> str:
    """Note a mail that came to our return address; say in words what came of it."""
    if (leaving := read_leaving(data, store.state("secret"))) is not None:
        left = store.leave(leaving, now)
        return "a reader left" if left else "a wish to leave that names no subscription of ours; nothing was noted"
    returned = read_returned(data)
    if returned is None:
        return "no report of a failure or complaint; nothing was noted"
    found = _delivery(store, settings, returned)
    if found is None:
        return "the report names no mail of ours; nothing was noted"
    delivery, subscriber = found
    note_bounce(store, Bounce(subscriber, returned.kind, now, returned.words, delivery))
    return f"{returned.kind.value} bounce of mail {delivery} noted: {returned.words}"


def _delivery(store: Store, settings: MailSettings, returned: Returned) -> tuple[int, int] | None:
    """The delivery and subscriber that a report proves to be about."""
    secret = store.state("secret")
    for address in returned.to if settings.bounces else ():
        number = read_return_path(settings.bounces, secret, address)
        if number is not None:
            return store.returned_delivery(delivery_id=number)
    return store.returned_delivery(message_id=returned.message_id) if returned.message_id else None
