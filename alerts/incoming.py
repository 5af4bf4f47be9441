"""Mail that strangers send us, parsed so that no header is too broken."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message


def parsed(data: bytes) -> Message:
    """A mail as it came. Its headers are read by the standard library's structured parser; where that fails on one of
    them (a Content-Type of ";x*" is an IndexError), all are read as plain text instead."""
    try:
        message: Message = message_from_bytes(data, policy=policy.default)
        for part in message.walk():
            part.items()  # each is parsed when it is asked for: here, and not where nobody expects it to fail
    except (LookupError, AttributeError, TypeError, ValueError, MessageError):
        return message_from_bytes(data, policy=policy.compat32)
    return message
