"""What every message of ours has in common: its headers, its two parts, and the proof that it holds nothing else."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from alerts.headers import message_bytes, message_faults, safe_header
from alerts.settings import CHANNEL, MailSettings

# By ending: .html is escaped, .txt is not.
TEMPLATES = Environment(
    loader=PackageLoader("alerts"),
    autoescape=select_autoescape(("html",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def wrap(text: str, first: str = "") -> str:
    """The text in lines of at most 76 characters that a terminal shows whole; links stay in one piece. first: what
    stands before the first line, under which the others are indented."""
    return textwrap.fill(
        text,
        76,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


TEMPLATES.filters["wrap"] = wrap


class UnsafeMessage(Exception):
    """A composed message would carry something we did not mean; it is not sent."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who gets a message, and what makes it this one. identity: the Message-ID fixed when its delivery was written."""

    address: str
    name: str
    subject: str
    identity: str
    at: datetime


def build(
    envelope: Envelope, settings: MailSettings, template: str, facts: Mapping[str, object], more: Mapping[str, str]
) -> EmailMessage:
    """The message made of templates NAME.txt and NAME.html over the same facts; more: further headers.

    Raises UnsafeMessage where the serialised bytes would hold other headers than these.
    """
    message = EmailMessage()
    name, sender = parseaddr(settings.sender)
    message["From"] = Address(safe_header(name), addr_spec=sender)
    # What goes to a channel goes to no mailbox; as a mail it would be one from us to us.
    to = sender if envelope.address.startswith(CHANNEL) else envelope.address
    message["To"] = Address(safe_header(envelope.name), addr_spec=to)
    message["Subject"] = safe_header(envelope.subject)
    message["Date"] = format_datetime(envelope.at)
    message["Message-ID"] = envelope.identity
    if settings.reply_to:
        message["Reply-To"] = settings.reply_to
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    for header, value in more.items():
        message[header] = value
    expected = [*message.keys(), "MIME-Version", "Content-Type"]
    message.set_content(TEMPLATES.get_template(f"{template}.txt").render(facts), cte="quoted-printable")
    html = TEMPLATES.get_template(f"{template}.html").render(facts)
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    if faults := message_faults(message_bytes(message), expected):
        raise UnsafeMessage(f"message {envelope.identity} was not sent: {'; '.join(faults)}")
    return message


def list_headers(settings: MailSettings) -> dict[str, str]:
    """What tells mail programs that this comes from a list (RFC 2919, RFC 2369)."""
    return {
        "List-Id": f"{safe_header(settings.list_name)} <{settings.list_id}>",
        "List-Archive": f"<{settings.base_url}/changes>",
        "List-Help": f"<mailto:{parseaddr(settings.reply_to or settings.sender)[1]}?subject=help>",
        "Precedence": "bulk",
    }
