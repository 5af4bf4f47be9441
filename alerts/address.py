"""Which strings may be a recipient: exactly one mailbox that cannot smuggle in a second one."""

from __future__ import annotations

import re

LONGEST = 254  # RFC 5321, a path without its brackets
LONGEST_LOCAL = 64
LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def address_fault(address: str) -> str | None:
    """Why this is not one plain mail address, or None. Quoted local parts and non-ASCII ones are refused: few servers
    take them, and they are a way to hide a second recipient; a domain in other letters is to be given in punycode."""
    if len(address) > LONGEST:
        return f"is longer than {LONGEST} characters"
    local, at, domain = address.rpartition("@")
    if not at or "@" in local:
        return "is no mail address; it needs one @"
    if len(local) > LONGEST_LOCAL or not LOCAL.fullmatch(local):
        return "has a part before the @ that can't be mailed to (letters, digits and .!#$%&'*+/=?^_`{|}~- only)"
    labels = domain.split(".")
    if not all(LABEL.fullmatch(label) for label in labels) or (len(labels) < 2 and domain != "localhost"):
        return "has no valid domain after the @ (write an international one in its xn-- form)"
    return None
