"""Send what is owed: lease a delivery, compose its message, hand it to the channel, write down what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.channels.channel import Channel, Deferred, Down, Refused, Sent
from alerts.channels.email import EmailChannel
from alerts.channels.maildir import MaildirChannel
from alerts.message import Told, UnsafeMessage, compose
from alerts.settings import MailSettings
from storage.outbox import Owed
from storage.store import Store

BATCH = 50
# Waits after the 1st, 2nd ... failed try in minutes, then every 4 h; what a mail server's own queue does.
WAITS = (1, 2, 4, 8, 15, 30, 60, 120, 240)
GIVE_UP_AFTER = timedelta(days=5)


@dataclass(slots=True)
class Sending:
    """What a delivery round did. down: why the channel itself does not work, "" where it does."""

    sent: int = 0
    deferred: int = 0
    given_up: int = 0
    down: str = ""


def channel_for(settings: MailSettings) -> Channel:
    """SMTP where a server is named, else the local mailbox."""
    return EmailChannel(settings) if settings.smtp_host else MaildirChannel(settings.maildir)


def deliver(
    store: Store,
    settings: MailSettings,
    clock: Callable[[], datetime],
    run: str,
    channel: Channel | None = None,
) -> Sending:
    """Send everything that is due now; stops early when the channel is down. Raises StoreError for the database."""
    way = channel or channel_for(settings)
    report = Sending()
    try:
        while not report.down:
            owed = store.lease_deliveries(clock(), limit=BATCH, lease=_lease(settings), run=run)
            if not owed:
                break
            for one in owed:
                _send(store, way, settings, one, clock(), report)
    finally:
        way.close()
    return report


def _lease(settings: MailSettings) -> timedelta:
    """Longer than a whole batch can take, so that no second sender takes a message that is under way."""
    return timedelta(seconds=settings.timeout * 4 + 300)


def _send(store: Store, way: Channel, settings: MailSettings, owed: Owed, now: datetime, report: Sending) -> None:
    identity = owed.delivery.id
    if report.down:
        store.mark_deferred(identity, report.down, now + timedelta(minutes=WAITS[0]))
        return
    try:
        message = compose(_told(owed), settings, owed.delivery.message_id, now)
    except UnsafeMessage as error:
        store.mark_given_up(identity, str(error), now)
        report.given_up += 1
        return
    result = way.send(message)
    if isinstance(result, Sent):
        store.mark_sent(identity, now)
        report.sent += 1
    elif isinstance(result, Refused):
        store.mark_given_up(identity, result.error, now)
        report.given_up += 1
    else:
        report.down = result.error if isinstance(result, Down) else ""
        _later(store, owed, result, now, report)


def _later(store: Store, owed: Owed, result: Deferred | Down, now: datetime, report: Sending) -> None:
    """Try again after the next wait; a single message that was put off for five days is given up and told."""
    delivery = owed.delivery
    if isinstance(result, Deferred) and now - owed.alert.at > GIVE_UP_AFTER:
        store.mark_given_up(delivery.id, f"put off for five days: {result.error}", now)
        report.given_up += 1
        return
    wait = timedelta(minutes=WAITS[min(delivery.attempts, len(WAITS) - 1)])
    store.mark_deferred(delivery.id, result.error, now + wait)
    report.deferred += 1


def _told(owed: Owed) -> Told:
    return Told(
        alert=owed.alert,
        change=owed.change,
        monitor=owed.monitor,
        source=owed.source,
        subscriber=owed.subscriber,
        subscription=owed.subscription,
    )
