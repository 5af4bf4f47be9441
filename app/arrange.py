"""Before anything is sent: many alerts of one cause become one letter, what is too much for an hour waits."""

from __future__ import annotations

from datetime import datetime, timedelta

from alerts.cadence import not_before
from alerts.headers import message_id
from alerts.settings import CHANNEL, MailSettings
from alerts.storm import SAME_WORDS, Due, Storm, overflow, storms
from monitors.records import Letter, LetterKind, Severity, Subscriber, Subscription
from storage.gathering import Fresh
from storage.store import Store

HOUR = timedelta(hours=1)


def arrange(store: Store, settings: MailSettings, now: datetime) -> None:
    """Fold storms and put overflow aside. Channels for machines get every alert by itself."""
    due = store.fresh_deliveries(now, at_least=min(SAME_WORDS, settings.most_an_hour + 1))
    if not due:
        return
    readers = {wish.id: (who, wish) for who, wish in store.subscriptions()}
    mailed = [one for one in due if one.subscription_id in readers and not _is_channel(readers[one.subscription_id][0])]
    found, rest = storms(mailed, settings.storm)
    for storm in found:
        _fold(store, settings, storm, *readers[_fresh(storm.members[0]).subscription_id], now)
    over = overflow(rest, store.told_since(now - HOUR), settings.most_an_hour)
    if over:
        store.gather_deliveries([one.delivery_id for one in over], now)


def _is_channel(who: Subscriber) -> bool:
    return who.address.startswith(CHANNEL)


def _fresh(due: Due) -> Fresh:
    assert isinstance(due, Fresh)
    return due


def _fold(
    store: Store, settings: MailSettings, storm: Storm, who: Subscriber, wish: Subscription, now: datetime
) -> None:
    ids = [member.delivery_id for member in storm.members]
    key = f"storm|{who.id}|{min(ids)}"
    letter = Letter(
        LetterKind.STORM, key, now, who.address, who.name,
        subscriber_id=who.id, subscription_id=wish.id, title=_title(store, storm), lines=(_why(storm),),
    )  # fmt: skip
    identity = message_id(key, who.address, settings.list_id, settings.secret)
    gravest = max((member.severity for member in storm.members), key=lambda severity: severity.rank)
    store.fold_deliveries(letter, identity, due_at(wish, gravest, now), ids)


def due_at(wish: Subscription, severity: Severity, now: datetime) -> datetime:
    """When a letter with something this grave may go out: not in the reader's quiet hours."""
    return not_before(wish, severity, now)


def _title(store: Store, storm: Storm) -> str:
    pages, first = len(storm.members), storm.members[0]
    if not storm.words:
        return f"{pages} pages of {first.host} changed together"
    source = store.source(first.source_id)
    return f"The same words changed on {pages} pages of {source.name if source else first.source_id}"


def _why(storm: Storm) -> str:
    if storm.words:
        return "Pages that say the same were changed in the same way, so this is one mail with all of them."
    return "So many changes at once often mean that a site was rebuilt. Here they are in one mail."
