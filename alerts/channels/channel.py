"""What a channel is: one file, one verb. What came of a sending is a value; the outbox decides what it means.

A new channel is a file beside this one, a line in app/ways.py, and passes tests/integration/alerts/test_channels.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Sent:
    """The other side has taken the message over."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """Not now: tried again later (greylisting, a full mailbox, a connection lost before the message was complete)."""

    error: str


@dataclass(frozen=True, slots=True)
class InDoubt:
    """The message was handed over whole and no answer came: it may have arrived."""

    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Never: this message is refused for good. no_mailbox: because its recipient does not exist."""

    error: str
    no_mailbox: bool = False


@dataclass(frozen=True, slots=True)
class Down:
    """The channel itself does not work: nothing else is tried in this round. for_operator: it will not come back by
    itself (wrong password, wrong certificate, our sender is refused)."""

    error: str
    for_operator: bool = False


Result = Sent | Deferred | InDoubt | Refused | Down


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message in every form: as mail, and as facts for programs (JSON values; alerts/telling.py says which).
    return_path: where mail that can't be delivered comes back to."""

    message: EmailMessage
    return_path: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


class Channel(Protocol):
    """A way out. send() returns a Result and raises nothing for what the other side does."""

    def send(self, parcel: Parcel) -> Result: ...

    def close(self) -> None: ...
