"""Send what is owed: lease, begin, compose, hand to the channel, write down what came of it.

tell the operator           what began and what ended, as one more letter
fold what belongs together  storms, what is too much for an hour, digests whose hour has struck, heartbeats
while something is due      the longest owed first, unless the way out is paused
    begin it                in a transaction of its own; it may have been held or its reader may have left
    send it
    sent | deferred | in doubt | given up, or the channel is down: it stays owed, and all is paused
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from threading import Event

from alerts.asking import GOOD_FOR, TOKEN_BYTES, token_sha
from alerts.cadence import not_before
from alerts.channels.channel import Channel, Deferred, Down, InDoubt, Parcel, Refused, Result, Sent
from alerts.channels.email import EmailChannel
from alerts.channels.maildir import MaildirChannel
from alerts.envelope import UnsafeMessage
from alerts.gathered import Addressed, compose_gathered
from alerts.letter import compose_confirm, compose_correction, compose_notice
from alerts.message import Told, compose, told_members
from alerts.settings import CHANNEL, MailSettings
from alerts.telling import alert_facts, letter_facts
from alerts.tokens import return_path
from app.arrange import arrange
from app.digests import write_digests
from app.outbox_notices import tell_operator
from app.outbox_pause import LONGEST_PAUSE, next_pause, read_pause, write_pause
from app.outbox_returned import note_bounce
from app.ways import Ways
from monitors.records import Bounce, BounceKind, Delivery, DeliveryState, LetterKind
from storage.outbox import CALLED_WRONG
from storage.owed import Owed, OwedLetter
from storage.store import Store

BATCH = 50
# Waits after the 1st, 2nd ... failed try in minutes, then every 4 h; what a mail server's own queue does.
WAITS = (1, 2, 4, 8, 15, 30, 60, 120, 240)
GIVE_UP_AFTER = timedelta(days=5)
TOO_OLD = "due for more than five days and not tried: a backup was restored, or nothing was sent for long"


@dataclass(slots=True)
class Sending:
    """What a delivery round did. down: why the channel itself does not work, "" where it does."""

    sent: int = 0
    deferred: int = 0
    in_doubt: int = 0
    given_up: int = 0
    held: int = 0
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
    *,
    at_once: bool = False,
    stop: Event | None = None,
) -> Sending:
    """Send everything that is due now; ends early when the channel is down. at_once: do not wait for a pause to end;
    stop: once it is set, the mail under way is the last one. Raises StoreError for the database."""
    report = Sending()
    settings = replace(settings, secret=store.secret(secrets.token_hex(32)))
    tell_operator(store, settings, clock())
    pause = read_pause(store)
    # One that ends further ahead than any pause may was written before the clock was set back.
    if pause is not None and clock() < pause.until < clock() + LONGEST_PAUSE and not at_once:
        report.down = pause.error
        return report
    arrange(store, settings, clock())
    write_digests(store, settings, clock())
    sender = _Sender(
        store, settings, clock, run, channel or channel_for(settings), report, pause is not None, Ways(settings),
        stop or Event(),
    )  # fmt: skip
    sender.send_all()
    if report.held or report.down:
        tell_operator(store, settings, clock())
    return report


async def deliver_until_cancelled(
    store: Store, settings: MailSettings, clock: Callable[[], datetime], run: str
) -> Sending:
    """The same in a thread. Whoever is cancelled waits until the mail under way is sent: a daemon that is stopped while
    thousands are owed would else be killed in the middle of one, which is then sent twice."""
    stop = Event()
    sending = asyncio.ensure_future(asyncio.to_thread(deliver, store, settings, clock, run, stop=stop))
    try:
        return await asyncio.shield(sending)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait([sending])
        raise


@dataclass(slots=True)
class _Sender:
    """One sender at work. outage: the way out was closed until now, which is why deliveries may be old and untried."""

    store: Store
    settings: MailSettings
    clock: Callable[[], datetime]
    run: str
    way: Channel
    report: Sending
    outage: bool
    others: Ways
    stop: Event

    def send_all(self) -> None:
        try:
            while self._goes_on():
                owed = self.store.lease_deliveries(self.clock(), limit=BATCH, lease=self._lease(), run=self.run)
                if not owed:
                    break
                for one in owed:
                    if self._goes_on():
                        self._send(one)
        finally:
            self.store.release_deliveries(self.run)
            self.way.close()
            self.others.close()
        if self._goes_on():
            write_pause(self.store, None)

    def _goes_on(self) -> bool:
        return not self.report.down and not self.stop.is_set()

    def _lease(self) -> timedelta:
        """Longer than one message can take (a connection, a transaction); each has it anew when it is begun."""
        return timedelta(seconds=self.settings.timeout * 2 + 300)

    def _send(self, owed: Owed | OwedLetter) -> None:
        delivery, now = owed.delivery, self.clock()
        if not self.outage and now - (delivery.next_try_at or now) > GIVE_UP_AFTER:
            self.store.hold_deliveries(TOO_OLD, ids=[delivery.id])
            self.report.held += 1
            return
        if (until := _quiet_until(owed, now)) > now:
            self.store.postpone_delivery(delivery.id, until)
            return
        if isinstance(owed, OwedLetter) and owed.members and not told_members(_members(owed)):
            self.store.mark_given_up(delivery.id, CALLED_WRONG, now)
            return
        try:
            parcel = self._parcel(owed, now)
        except UnsafeMessage as error:
            self._give_up(delivery, str(error))
            return
        if self.store.begin_delivery(delivery.id, now, lease=self._lease(), run=self.run):
            self._note(owed, self._hand_over(owed, parcel))

    def _hand_over(self, owed: Owed | OwedLetter, parcel: Parcel) -> Result:
        """Through mail, or the channel that the address names. A channel that is down stops no mail."""
        address = owed.letter.address if isinstance(owed, OwedLetter) else owed.subscriber.address
        if not address.startswith(CHANNEL):
            return self.way.send(parcel)
        result = self.others.send(address, parcel)
        return Deferred(result.error) if isinstance(result, Down) else result

    def _parcel(self, owed: Owed | OwedLetter, now: datetime) -> Parcel:
        message, facts = self._message(owed, now), self._facts(owed)
        return Parcel(message, self._return_path(owed.delivery), facts)

    def _facts(self, owed: Owed | OwedLetter) -> dict[str, object]:
        if isinstance(owed, Owed):
            return alert_facts(_told(owed), self.settings, owed.delivery.message_id)
        return letter_facts(owed.letter, _members(owed), self.settings, owed.delivery.message_id)

    def _return_path(self, delivery: Delivery) -> str:
        """An address of this delivery alone where bounces have one, else the sender's."""
        settings = self.settings
        if settings.bounces:
            return return_path(settings.bounces, settings.secret, delivery.id)
        return parseaddr(settings.sender)[1]

    def _message(self, owed: Owed | OwedLetter, now: datetime) -> EmailMessage:
        identity = owed.delivery.message_id
        if isinstance(owed, OwedLetter):
            return self._letter(owed, identity, now)
        return compose(_told(owed), self.settings, identity, now)

    def _letter(self, owed: OwedLetter, identity: str, now: datetime) -> EmailMessage:
        letter = owed.letter
        if letter.kind is LetterKind.NOTICE:
            return compose_notice(letter, self.settings, identity, now)
        if letter.kind is not LetterKind.CONFIRM:
            assert owed.reader is not None and owed.wish is not None
            if letter.kind is LetterKind.CORRECTION:
                return compose_correction(letter, owed.reader, owed.wish, self.settings, identity, now)
            mail = Addressed(letter, owed.reader, owed.wish, _members(owed))
            return compose_gathered(mail, self.settings, identity, now)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self.store.put_confirm_token(token_sha(token), letter.subscription_id, now + GOOD_FOR)
        return compose_confirm(letter, self.settings, identity, now, token)

    def _note(self, owed: Owed | OwedLetter, result: Result) -> None:
        """Write down what came of it, and count it."""
        delivery = owed.delivery
        match result:
            case Sent():
                self.store.mark_sent(delivery.id, self.clock())
                self.report.sent += 1
            case Refused():
                self._give_up(delivery, result.error, _bounce(owed, result, self.clock()))
            case Deferred():
                self._later(delivery, result)
            case InDoubt():
                self._later(delivery, result)
            case Down():
                self._put_back(delivery, result)
                self.report.down = result.error
                write_pause(self.store, next_pause(read_pause(self.store), result, self.clock()))

    def _later(self, delivery: Delivery, result: Deferred | InDoubt) -> None:
        """Try again after the next wait; what was put off or in doubt for five days is given up. What may have arrived
        once stays in doubt, whatever a later try says."""
        if _age(delivery, self.clock()) > GIVE_UP_AFTER:
            self._give_up(delivery, f"put off for five days: {result.error}")
        elif isinstance(result, InDoubt) or delivery.state is DeliveryState.IN_DOUBT:
            self.store.mark_in_doubt(delivery.id, result.error, self._next_try(delivery))
            self.report.in_doubt += 1
        else:
            self.store.mark_deferred(delivery.id, result.error, self._next_try(delivery))
            self.report.deferred += 1

    def _put_back(self, delivery: Delivery, result: Down) -> None:
        if delivery.state is DeliveryState.IN_DOUBT:
            self.store.mark_in_doubt(delivery.id, result.error, delivery.next_try_at or self.clock())
        else:
            self.store.put_back(delivery.id, result.error)

    def _next_try(self, delivery: Delivery) -> datetime:
        return self.clock() + timedelta(minutes=WAITS[min(delivery.attempts, len(WAITS) - 1)])

    def _give_up(self, delivery: Delivery, error: str, bounce: Bounce | None = None) -> None:
        self.store.mark_given_up(delivery.id, error, self.clock())
        self.report.given_up += 1
        if bounce is not None:
            note_bounce(self.store, bounce)


def _told(owed: Owed) -> Told:
    return Told(owed.alert, owed.change, owed.monitor, owed.source, owed.subscriber, owed.subscription)


def _members(owed: OwedLetter) -> list[Told]:
    return [_told(member) for member in owed.members]


def _age(delivery: Delivery, now: datetime) -> timedelta:
    return now - (delivery.owed_at or now)


def _quiet_until(owed: Owed | OwedLetter, now: datetime) -> datetime:
    return not_before(owed.subscription, owed.alert.severity, now) if isinstance(owed, Owed) else now


def _bounce(owed: Owed | OwedLetter, refused: Refused, now: datetime) -> Bounce | None:
    """That the address does not exist, where the refusal says so and the address is a subscriber's."""
    reader = owed.letter.subscriber_id if isinstance(owed, OwedLetter) else owed.subscriber.id
    if not refused.no_mailbox or not reader:
        return None
    return Bounce(reader, BounceKind.HARD, now, refused.error, owed.delivery.id)
