"""What the mail room needs to know; app/config.py fills it from config.toml, the environment and secret files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from monitors.records import Subscription

# No mail address has a colon before its @, so what begins so is one of our own names.
CHANNEL = "channel:"


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """A channel beside mail, as the operator configures it: kind is "webhook", "apprise" or "console"; url may hold a
    secret; wish: which alerts it gets."""

    name: str
    kind: str
    url: str = field(default="", repr=False)
    wish: Subscription = field(default_factory=lambda: Subscription(0))

    @property
    def address(self) -> str:
        """What stands in the place of a mail address in the outbox."""
        return f"{CHANNEL}{self.name}"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """maildir is used while smtp_host is "". smtp_tls: "starttls", "tls" or "none"; timeout in seconds.

    base_url: where readers reach the history browser, without a trailing slash. operator: who is told what only the
    operator can mend ("": nobody is mailed); bounces: "name@host" whose server takes name+anything@host, so that what
    comes back tells whom it was for ("": it comes back to the sender's address). secret: the installation's own, which
    proves our links; without it messages carry none. storm: more alerts than this of one host in one round are one
    mail; most_an_hour: to one reader, the rest follows together; heartbeat: a word after a week without news;
    tell_after: failed checks in a row after which the operator is told; channels: beside mail.
    """

    sender: str = "visitwatch <visitwatch@localhost>"
    reply_to: str = ""
    operator: str = ""
    bounces: str = ""
    list_name: str = "visitwatch"
    list_id: str = "visitwatch.localhost"
    postal_address: str = ""
    base_url: str = "http://127.0.0.1:8765"
    maildir: Path = Path("var/mail")
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_tls: str = "starttls"
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    timeout: float = 60.0
    storm: int = 10
    most_an_hour: int = 10
    heartbeat: bool = True
    tell_after: int = 5
    channels: tuple[ChannelSettings, ...] = ()
