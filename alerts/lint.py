"""What a receiving mail server would hold against a message of ours: checked on the bytes that go out."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from alerts.headers import LONGEST_LINE, message_bytes
from alerts.message import LARGEST_MESSAGE
from alerts.settings import MailSettings

ONCE = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "List-Id", "List-Unsubscribe", "Auto-Submitted")


def lint(message: EmailMessage) -> list[str]:
    """What is wrong with a message to a reader; an empty list for a sound one."""
    data = message_bytes(message)
    parsed = message_from_bytes(data, policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return [*_bytes(data), *_headers(parsed), *_parts(parsed)]


def _bytes(data: bytes) -> Iterator[str]:
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        yield "a bare CR or LF"
    if max(map(len, data.split(b"\r\n"))) > LONGEST_LINE:
        yield f"a line over {LONGEST_LINE} bytes"
    if not data.isascii():
        yield "bytes beyond ASCII, which some servers take only with 8BITMIME"
    if len(data) > LARGEST_MESSAGE:
        yield f"{len(data)} bytes; clients clip long mails"


def _headers(parsed: EmailMessage) -> Iterator[str]:
    for name in ONCE:
        count = len(parsed.get_all(name, []))
        if count != 1:
            yield f"{count} {name} headers"
    if len(getattr(parsed["To"], "addresses", ())) != 1:
        yield "not exactly one recipient"


def _parts(parsed: EmailMessage) -> Iterator[str]:
    text, html = parsed.get_body(("plain",)), parsed.get_body(("html",))
    if text is None or html is None:
        yield "not both a text and an HTML part"
    elif "<img" in str(html.get_content()):
        yield "a remote picture"


def advice(settings: MailSettings) -> list[str]:
    """What the configuration leaves undone that large mail providers or the law look at."""
    sender = parseaddr(settings.sender)[1].rpartition("@")[2].lower()
    found = []
    if not settings.base_url.startswith("https://"):
        found.append("mail.base_url is no https:// address, so mail programs show no button for leaving (RFC 8058)")
    if sender in ("localhost", "") or "." not in sender:
        found.append(f"mail.sender is at {sender or 'no domain'!r}; no server outside takes mail from there")
    if not settings.postal_address:
        found.append("mail.postal_address is empty; lists need one in the United States")
    if not settings.operator:
        found.append("mail.operator is empty; nobody hears when mail is refused")
    if settings.bounces and not _aligned(settings.bounces.rpartition("@")[2].lower(), sender):
        found.append("mail.bounces is at another domain than mail.sender, so SPF does not count for DMARC")
    if not settings.bounces:
        found.append("mail.bounces is empty; what comes back does not tell whose address failed")
    return found


def _aligned(one: str, other: str) -> bool:
    """The same organisation, as far as two labels tell."""
    return one.split(".")[-2:] == other.split(".")[-2:]
