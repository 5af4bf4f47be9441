"""Links and addresses that only we can have made: who may leave, whose mail came back. Nothing of them is stored.

A token names its subject in clear and proves it with an HMAC of the installation's secret. Letters and digits only,
lower case: it goes into URLs and into the local part of addresses, which some servers fold to lower case.
"""

from __future__ import annotations

import hashlib
import hmac
import re

PROOF = 24  # hex digits: 96 bits
TOKEN = re.compile(rf"([0-9]{{1,18}})-([0-9a-f]{{{PROOF}}})")
LEAVE, BOUNCE, PREFERENCES = "leave", "bounce", "preferences"


def make_token(secret: str, purpose: str, number: int) -> str:
    """The token for a row's number; a token of one purpose is none of another."""
    proof = hmac.new(secret.encode(), f"{purpose}|{number}".encode(), hashlib.sha256).hexdigest()[:PROOF]
    return f"{number}-{proof}"


def read_token(secret: str, purpose: str, token: str) -> int | None:
    """The number that a token of ours names, else None."""
    found = TOKEN.fullmatch(token.strip().lower())
    if found is None or not secret:
        return None
    number = int(found.group(1))
    return number if hmac.compare_digest(make_token(secret, purpose, number), f"{number}-{found.group(2)}") else None


def return_path(bounces: str, secret: str, delivery_id: int) -> str:
    """bounces+7-0123…@host for "bounces@host": what comes back to it tells which delivery it was."""
    local, _, host = bounces.rpartition("@")
    return f"{local}+{make_token(secret, BOUNCE, delivery_id)}@{host}"


def read_return_path(bounces: str, secret: str, address: str) -> int | None:
    """The delivery that an address made by return_path names, else None."""
    local, _, host = bounces.rpartition("@")
    to, _, at = address.strip().rpartition("@")
    base, plus, token = to.rpartition("+")
    if not plus or (base.lower(), at.lower()) != (local.lower(), host.lower()):
        return None
    return read_token(secret, BOUNCE, token)
