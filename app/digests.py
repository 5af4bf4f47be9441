"""Digests and heartbeats: exactly one letter for each reader and local day, whatever the clocks do that night.

what waits for a reader and whose hour has struck   one digest, with how the watching went
what was too much for an hour                       the same, an hour later
nothing at all for a week                           one line that says so, with how the watching went
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from alerts.cadence import last_moment, not_before
from alerts.headers import message_id
from alerts.settings import MailSettings
from app.watch_report import watch_since
from monitors.records import Cadence, Letter, LetterKind, Severity, Subscriber, Subscription, Watch
from storage.gathering import Fold, Gathered
from storage.restored import RESTORED_AT
from storage.store import Store

OVERFLOW_AFTER = timedelta(hours=1)
WEEK = timedelta(days=7)
# Last week's digest or heartbeat went out some time after its moment; it must not pass for news of this week.
NO_NEWS_FOR = timedelta(days=6)
# A heartbeat tells of the week before its moment; days later it would tell of the wrong one.
LATEST_HEARTBEAT = timedelta(days=2)
# What waits for so long beyond its digest's moment comes from a backup, or nothing was sent for long.
STALE_AFTER = timedelta(days=5)
PERIODS = {Cadence.AT_ONCE: OVERFLOW_AFTER, Cadence.DAILY: timedelta(days=1), Cadence.WEEKLY: WEEK}
STALE = "waited for five days beyond its digest: a backup was restored, or nothing was sent for long"
BATCH = 100
LOOKED = "heartbeats looked at"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: letters, not yet sent."""

    digests: int = 0
    overflows: int = 0
    heartbeats: int = 0


def write_digests(store: Store, settings: MailSettings, now: datetime, *, look_now: bool = False) -> Written:
    """Write and owe every digest and heartbeat that is due. look_now: look for heartbeats even if this hour's look was
    taken already. Raises StoreError for the database."""
    watches: dict[datetime, Watch] = {}

    def watch(since: datetime) -> Watch:
        """The same for all readers whose period began in the same hour: one look at the catalogue serves them."""
        hour = since.replace(minute=0, second=0, microsecond=0)
        if hour not in watches:
            watches[hour] = watch_since(store, hour, now)
        return watches[hour]

    _hold_stale(store, now)
    folds: list[Fold] = []
    for _, waiting in groupby(store.gathered(now), key=lambda one: one.reader.id):
        mine = list(waiting)
        folds += _digest([one for one in mine if _in_digests(one)], settings, now, watch)
        folds += _overflow([one for one in mine if not _in_digests(one)], settings, now)
    written = [fold.letter.kind for batch in batched(folds) for fold in store.fold_gathered(batch)]
    heartbeats = _write_heartbeats(store, settings, now, watch, look_now=look_now)
    return Written(written.count(LetterKind.DIGEST), written.count(LetterKind.OVERFLOW), heartbeats)


def _hold_stale(store: Store, now: datetime) -> None:
    """A database copied back by hand does not tell last month's alerts in today's digest."""
    for one in store.gathered(now):
        before = now - PERIODS[one.wish.cadence] - STALE_AFTER
        if one.oldest < before:
            store.hold_gathered(one.wish.id, STALE, before)


def batched(folds: list[Fold]) -> Iterator[list[Fold]]:
    """So many letters a transaction: each costs a wait for the disk."""
    return (folds[start : start + BATCH] for start in range(0, len(folds), BATCH))


def _in_digests(waiting: Gathered) -> bool:
    return waiting.wish.cadence is not Cadence.AT_ONCE


def _digest(
    waiting: list[Gathered], settings: MailSettings, now: datetime, watch: Callable[[datetime], Watch]
) -> list[Fold]:
    """All that is due for one reader in one letter. A weekly wish goes with the daily one of its day, so that no day
    has two digests."""
    due = {one.wish.id: last_moment(one.wish, now) for one in waiting}
    struck = [one for one in waiting if due[one.wish.id][1] >= one.oldest]
    if not struck:
        return []
    day, moment = max(due[one.wish.id] for one in struck)
    with_it = [one for one in waiting if one in struck or _day_of(one.wish, day)]
    weekly = all(one.wish.cadence is Cadence.WEEKLY for one in with_it)
    title = f"Your {'week' if weekly else 'day'} to {day.day} {day:%B %Y}"
    letter = _letter(LetterKind.DIGEST, _key(with_it[0].reader, day), with_it[0], now, title)
    period = WEEK if weekly else timedelta(days=1)
    letter = replace(letter, watch=watch(min(moment - period, *(one.oldest for one in with_it))))
    return [Fold(letter, _identity(letter, settings), now, tuple(one.wish.id for one in with_it), moment)]


def _overflow(waiting: list[Gathered], settings: MailSettings, now: datetime) -> list[Fold]:
    ripe = [one for one in waiting if now - one.oldest >= OVERFLOW_AFTER]
    if not ripe:
        return []
    first = ripe[0]
    key = f"overflow|{first.reader.id}|{first.oldest.isoformat()}"
    letter = _letter(LetterKind.OVERFLOW, key, first, now, "More of the last hour")
    due = not_before(first.wish, Severity.MINOR, now)
    return [Fold(letter, _identity(letter, settings), due, tuple(one.wish.id for one in ripe), now)]


def _write_heartbeats(
    store: Store, settings: MailSettings, now: datetime, watch: Callable[[datetime], Watch], *, look_now: bool
) -> int:
    """A word to every reader whose week brought nothing. Looked at once an hour: hours are all that readers choose."""
    hour = f"{now:%Y-%m-%dT%H}"
    if not settings.heartbeat or (store.state(LOOKED) == hour and not look_now):
        return 0
    written = 0
    restored = store.state(RESTORED_AT)
    told_before = datetime.fromisoformat(restored) if restored else None
    reached: dict[datetime, set[int]] = {}
    for who, wish in _one_each(store.subscriptions()):
        weekly = _weekly(wish)
        day, moment = last_moment(weekly, now)
        if now - moment > LATEST_HEARTBEAT or (who.confirmed_at is not None and who.confirmed_at > moment):
            continue
        if told_before is not None and moment <= told_before:
            continue
        if moment not in reached:
            reached[moment] = store.reached_since(moment - NO_NEWS_FOR)
        if who.id in reached[moment]:
            continue
        letter = _letter(LetterKind.HEARTBEAT, _key(who, day), Gathered(who, wish, now, 0), now, "")
        letter = replace(letter, watch=watch(moment - WEEK))
        due = not_before(wish, Severity.MINOR, now)
        written += store.put_letter(letter, _identity(letter, settings), due) is not None
    store.set_state(LOOKED, hour)
    return written


def _weekly(wish: Subscription) -> Subscription:
    """When a quiet week is told: on the day of a weekly digest, else on Mondays."""
    return wish if wish.cadence is Cadence.WEEKLY else replace(wish, cadence=Cadence.WEEKLY, weekday=0)


def _one_each(rows: Iterable[tuple[Subscriber, Subscription]]) -> list[tuple[Subscriber, Subscription]]:
    found: dict[int, tuple[Subscriber, Subscription]] = {}
    for who, wish in rows:
        found.setdefault(who.id, (who, wish))
    return list(found.values())


def _day_of(wish: Subscription, day: date) -> bool:
    return wish.cadence is Cadence.DAILY or day.weekday() == wish.weekday


def _key(who: Subscriber, day: date) -> str:
    """One letter for each reader and local day, a digest or a heartbeat."""
    return f"digest|{who.id}|{day.isoformat()}"


def _letter(kind: LetterKind, key: str, waiting: Gathered, now: datetime, title: str) -> Letter:
    who, wish = waiting.reader, waiting.wish
    return Letter(kind, key, now, who.address, who.name, subscriber_id=who.id, subscription_id=wish.id, title=title)


def _identity(letter: Letter, settings: MailSettings) -> str:
    return message_id(letter.key, letter.address, settings.list_id, settings.secret)
