"""What only the operator can mend: told once when it begins and once when it is over, however often it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from alerts.headers import message_id
from alerts.settings import MailSettings
from app.outbox_pause import Pause, read_pause
from monitors.records import DeliveryState, Letter, LetterKind, Subscriber, SubscriberState, Trouble
from storage.store import Store

STOPPED = {
    SubscriberState.BOUNCED: "mail to it comes back",
    SubscriberState.COMPLAINED: "its reader called our mail spam",
}
LATE_AFTER = timedelta(hours=1)


def tell_operator(store: Store, settings: MailSettings, now: datetime) -> None:
    """Owe the operator one letter about what began and what ended since the last look."""
    seen = mail_troubles(store, read_pause(store), now)
    began, ended = news(store.troubles(), seen)
    if not began and not ended:
        return
    what = [f"+{trouble.key}" for trouble in began] + [f"-{trouble.key}" for trouble in ended]
    key = "|".join(["notice", now.isoformat(), *what])
    letter = Letter(
        LetterKind.NOTICE,
        key,
        now,
        settings.operator,
        lines=tuple(trouble.words for trouble in began),
        recovered=tuple(trouble.words for trouble in ended),
    )
    identity = message_id(key, settings.operator, settings.list_id, settings.secret)
    store.tell_operator(letter if settings.operator else None, identity, began, [trouble.key for trouble in ended])


def news(known: Sequence[Trouble], seen: Sequence[Trouble]) -> tuple[list[Trouble], list[Trouble]]:
    """What began and what ended; a trouble is known by its key, whatever its words say meanwhile."""
    before, now = {trouble.key for trouble in known}, {trouble.key for trouble in seen}
    return [t for t in seen if t.key not in before], [t for t in known if t.key not in now]


def mail_troubles(store: Store, pause: Pause | None, now: datetime) -> list[Trouble]:
    """Mail that is refused altogether, is late or waits for the operator's word; subscribers who had to be stopped."""
    found = []
    if pause is not None and pause.for_operator:
        found.append(Trouble("mail refused", f"no mail goes out: {pause.error}", now))
    late = store.oldest_tried()
    if late is not None and now - late > LATE_AFTER:
        found.append(Trouble("mail late", f"mail has been owed since {late:%Y-%m-%d %H:%M} UTC", now))
    held = store.outbox_counts()[DeliveryState.HELD]
    if held:
        found.append(Trouble("mail held", f"{held} mails are held; see `visitwatch outbox list --state held`", now))
    return found + [_stopped(who, now) for who in store.subscribers() if who.state in STOPPED]


def _stopped(who: Subscriber, now: datetime) -> Trouble:
    return Trouble(f"{who.state.value} {who.id}", f"{who.address} gets nothing more: {STOPPED[who.state]}", now)
