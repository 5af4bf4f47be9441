"""Before anything is sent: many alerts of one cause become one letter, what is too much for an hour waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from alerts.cadence import not_before
from alerts.headers import message_id
from alerts.settings import CHANNEL, MailSettings
from alerts.storm import SAME_WORDS, Due, Storm, overflow, storms
from app.digests import batched
from monitors.records import Letter, LetterKind, Severity, Subscriber, Subscription
from storage.gathering import Fold, Fresh
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
    names: dict[str, str] = {}
    folds = [_fold(settings, storm, _title(store, storm, names), readers, now) for storm in found]
    for batch in batched(folds):
        store.fold_alerts(batch)
    over = overflow(rest, store.told_since(now - HOUR), settings.most_an_hour)
    if over:
        store.gather_deliveries((one.delivery_id for one in over), now)


def _is_channel(who: Subscriber) -> bool:
    return who.address.startswith(CHANNEL)


def _fresh(due: Due) -> Fresh:
    assert isinstance(due, Fresh)
    return due


def _fold(
    settings: MailSettings,
    storm: Storm,
    title: str,
    readers: Mapping[int, tuple[Subscriber, Subscription]],
    now: datetime,
) -> Fold:
    who, wish = readers[_fresh(storm.members[0]).subscription_id]
    ids = tuple(member.delivery_id for member in storm.members)
    key = f"storm|{who.id}|{min(ids)}"
    letter = Letter(
        LetterKind.STORM, key, now, who.address, who.name,
        subscriber_id=who.id, subscription_id=wish.id, title=title, lines=(_why(storm),),
    )  # fmt: skip
    identity = message_id(key, who.address, settings.list_id, settings.secret)
    gravest = max((member.severity for member in storm.members), key=lambda severity: severity.rank)
    return Fold(letter, identity, due_at(wish, gravest, now), deliveries=ids)


def due_at(wish: Subscription, severity: Severity, now: datetime) -> datetime:
    """When a letter with something this grave may go out: not in the reader's quiet hours."""
    return not_before(wish, severity, now)


def _title(store: Store, storm: Storm, names: dict[str, str]) -> str:
    """names: of the sources that were looked up before."""
    pages, first = len(storm.members), storm.members[0]
    if not storm.words:
        return f"{pages} pages of {first.host} changed together"
    if first.source_id not in names:
        source = store.source(first.source_id)
        names[first.source_id] = source.name if source else first.source_id
    return f"The same words changed on {pages} pages of {names[first.source_id]}"


def _why(storm: Storm) -> str:
    if storm.words:
        return "Pages that say the same were changed in the same way, so this is one mail with all of them."
    return "So many changes at once often mean that a site was rebuilt. Here they are in one mail."
