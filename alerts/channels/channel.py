"""What a channel is: one file, one verb. What came of a sending is a value; the outbox decides what it means."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sent:
    """The other side has taken the message over."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """Not now: this message is tried again later (greylisting, full mailbox, lost connection)."""

    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Never: this recipient or message is refused for good."""

    error: str


@dataclass(frozen=True, slots=True)
class Down:
    """The channel itself does not work (no connection, wrong password): nothing else is tried in this round."""

    error: str


Result = Sent | Deferred | Refused | Down


class Channel(Protocol):
    """A way out. send() returns a Result and raises nothing for what the other side does."""

    def send(self, message: EmailMessage) -> Result: ...

    def close(self) -> None: ...
