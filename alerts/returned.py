"""Mail that came back: delivery reports (RFC 3464) and complaints (RFC 5965), and what they mean for an address.

Anybody can send us a report about anybody, so a report only counts where it proves that it answers a mail of ours: it
came to the return path that this mail alone had, or it holds that mail's Message-ID.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses

from alerts.incoming import parsed
from alerts.passages import one_line
from alerts.status_codes import no_mailbox
from monitors.records import Bounce, BounceKind, SubscriberState

HARD_WITHIN = timedelta(days=30)
SOFT_WITHIN = timedelta(days=14)
HARD_DAYS = 2
MOST_SOFT = 10
ARRIVED_AT = ("to", "delivered-to", "x-original-to", "envelope-to")
LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Returned:
    """A report about one mail of ours. to: the addresses that the report came to; message_id: of the mail it is about,
    "" where it does not say."""

    kind: BounceKind
    words: str
    to: tuple[str, ...]
    message_id: str


def read_returned(data: bytes) -> Returned | None:
    """The report in a mail, or None: no report, one that tells only of a delay or a success, or no mail at all."""
    message = parsed(data)
    if message.get_content_type() != "multipart/report":
        return None
    parts = list(message.walk())
    told = _complaint(parts) or _failure(parts)
    if told is None:
        return None
    kind, words = told
    return Returned(kind, one_line(words)[:LONGEST_WORDS], _addresses(message), _original_id(parts))


def standing(bounces: Sequence[Bounce], now: datetime) -> SubscriberState | None:
    """How a subscriber stands after what came back: a complaint stops at once, mailboxes that were missing on two
    different days of a month, or ten passing failures in two weeks, stop too. None: as before."""
    if any(bounce.kind is BounceKind.COMPLAINT for bounce in bounces):
        return SubscriberState.COMPLAINED
    hard = {b.at.date() for b in bounces if b.kind is BounceKind.HARD and now - b.at < HARD_WITHIN}
    soft = [b for b in bounces if b.kind is BounceKind.SOFT and now - b.at < SOFT_WITHIN]
    return SubscriberState.BOUNCED if len(hard) >= HARD_DAYS or len(soft) >= MOST_SOFT else None


def _complaint(parts: Sequence[Message]) -> tuple[BounceKind, str] | None:
    for part in parts:
        if part.get_content_type() == "message/feedback-report":
            fields = _fields(part)
            return BounceKind.COMPLAINT, f"{fields.get('feedback-type', 'abuse')} {fields.get('user-agent', '')}"
    return None


def _failure(parts: Sequence[Message]) -> tuple[BounceKind, str] | None:
    """The first recipient that failed: each of our mails has one recipient only."""
    for part in parts:
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in (block for block in part.walk() if block is not part):
            fields = {name.lower(): str(value) for name, value in block.items()}
            if fields.get("action", "").strip().lower() == "failed":
                status, said = fields.get("status", ""), fields.get("diagnostic-code", "")
                kind = BounceKind.HARD if no_mailbox(status) else BounceKind.SOFT
                return kind, f"{status} {said}"
    return None


def _fields(part: Message) -> dict[str, str]:
    """The fields of a feedback report; the parser may hand the part over as text or as a message."""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        raw = part.get_payload(decode=True)
        inner = message_from_bytes(raw if isinstance(raw, bytes) else b"")
    found = {name.lower(): str(value) for name, value in inner.items()}
    return found or _fields_of_text(inner)


def _fields_of_text(inner: Message) -> dict[str, str]:
    text = inner.get_payload()
    lines = text.splitlines() if isinstance(text, str) else []
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


def _original_id(parts: Sequence[Message]) -> str:
    """The Message-ID of the mail that the report is about, from the copy or the headers that it holds."""
    for part in parts[1:]:
        if part.get_content_type() == "text/rfc822-headers":
            raw = part.get_payload(decode=True)
            part = message_from_bytes(raw if isinstance(raw, bytes) else b"")
        found = str(part.get("message-id", "")).strip()
        if found:
            return found
    return ""


def _addresses(message: Message) -> tuple[str, ...]:
    values = [str(value) for name in ARRIVED_AT for value in message.get_all(name, [])]
    return tuple(address for _, address in getaddresses(values) if address)
