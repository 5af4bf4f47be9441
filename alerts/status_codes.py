"""What an enhanced status code (RFC 3463) says of an address."""

from __future__ import annotations

import re

STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")


def no_mailbox(status: str) -> bool:
    """Whether a status such as "5.1.1" says that there is no such mailbox: 5.1.x is about the address (but 5.1.7 and
    5.1.8 about the sender's), 5.2.1 a mailbox switched off. 5.7.1 and its like are somebody's policy about us."""
    found = STATUS.search(status)
    if found is None or found.group(1) != "5":
        return False
    subject, detail = found.group(2), found.group(3)
    return (subject == "1" and detail not in ("7", "8")) or (subject, detail) == ("2", "1")


def full_mailbox(status: str) -> bool:
    """X.2.2, which passes, whatever the reply code before it says."""
    found = STATUS.search(status)
    return found is not None and found.groups()[1:] == ("2", "2")
