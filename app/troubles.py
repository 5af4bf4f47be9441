"""What only the operator can mend, as it stands now. Telling it once is app/outbox_notices.py's work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from alerts.settings import MailSettings
from alerts.wording import count_words
from app.outbox_pause import Pause
from monitors.records import DeliveryState, Quality, Subscriber, SubscriberState, Trouble
from storage.checks import Failing
from storage.store import Store
from web.condition import LEAST_ROOM
from web.wording import bytes_words, reason_of

STOPPED = {
    SubscriberState.BOUNCED: "mail to it comes back",
    SubscriberState.COMPLAINED: "its reader called our mail spam",
}
LATE_AFTER = timedelta(hours=1)
DAY = timedelta(days=1)
# Two in a row: a page that is read wrongly needs a person sooner than a site that is down.
SOON = 2
FAILING = "failing "  # how the key of a page that fails begins
UNREAD = (Quality.NO_TEXT, Quality.EXTRACT_FAILED, Quality.SELECTOR_EMPTY)


def troubles_now(store: Store, settings: MailSettings, pause: Pause | None, now: datetime) -> list[Trouble]:
    """Every trouble that lasts now, pages last: a letter names the first ones only."""
    return [*_mail(store, pause, now), *_disk(store, now), *_watching(store, settings, now)]


def _mail(store: Store, pause: Pause | None, now: datetime) -> Iterator[Trouble]:
    """Mail that is refused altogether, is late or waits for the operator's word; subscribers who had to be stopped."""
    if pause is not None and pause.for_operator:
        yield Trouble("mail refused", f"no mail goes out: {pause.error}", now)
    late = store.oldest_tried()
    if late is not None and now - late > LATE_AFTER:
        yield Trouble("mail late", f"mail has been owed since {late:%Y-%m-%d %H:%M} UTC", now)
    held = store.outbox_counts()[DeliveryState.HELD]
    if held:
        yield Trouble("mail held", f"{count_words(held, 'mail')} held; see `visitwatch outbox list --state held`", now)
    refused, said = store.refused_since(now - DAY)
    if refused:
        yield Trouble(
            "mail given up", f"{count_words(refused, 'mail')} given up since yesterday, the last because: {said}", now
        )
    for who in store.subscribers_in(STOPPED):
        yield _stopped(who, now)


def _stopped(who: Subscriber, now: datetime) -> Trouble:
    return Trouble(f"{who.state.value} {who.id}", f"{who.address} gets nothing more: {STOPPED[who.state]}", now)


def _watching(store: Store, settings: MailSettings, now: datetime) -> Iterator[Trouble]:
    """Monitors that fail too often in a row, listings that suddenly show nothing, pages without readable text."""
    for one in store.failing(min(SOON, settings.tell_after)):
        monitor = one.monitor
        name = f"{monitor.id} ({monitor.url})"
        if one.check.rule == "listing_empty":
            yield Trouble(f"listing {monitor.id}", f"{name} shows no items any more: {one.check.message}", now)
        elif one.check.quality in UNREAD and one.last_ok_at is not None:
            yield Trouble(f"unread {monitor.id}", f"{name} can't be read any more: {reason_of(one.check)}", now)
        elif one.failures >= settings.tell_after:
            yield Trouble(f"{FAILING}{monitor.id}", f"{name} {_since(one)}: {reason_of(one.check)}", now)


def _since(one: Failing) -> str:
    if one.last_ok_at is None:
        return f"was never reached in {count_words(one.failures, 'check')}"
    return f"fails since {one.since:%Y-%m-%d %H:%M} UTC, {count_words(one.failures, 'check')} in a row"


def _disk(store: Store, now: datetime) -> Iterator[Trouble]:
    free = store.free_bytes()
    if free is not None and free < LEAST_ROOM:
        yield Trouble("disk low", f"only {bytes_words(free)} are left where pages are kept; free some space", now)
