"""Passwords: kept as argon2 makes them, and as slow to refuse for an unknown name as for a wrong word."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200

_hasher = PasswordHasher()  # argon2id, RFC 9106's second choice: 64 MiB, 3 passes; measured 60 ms on one core


def password_fault(password: str) -> str:
    """Why a password won't do, "" where it does."""
    if len(password) < SHORTEST:
        return f"a password has at least {SHORTEST} characters"
    return f"a password has at most {LONGEST} characters" if len(password) > LONGEST else ""


def hashed(password: str) -> str:
    return _hasher.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one kept; None: there is no such account, which takes as long to say."""
    try:
        return _hasher.verify(kept or _nobodys(), password[:LONGEST]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def fresh_token() -> str:
    """256 bits that nobody guesses, for a cookie or a key."""
    return secrets.token_urlsafe(32)


def fresh_password() -> str:
    """A first password, to be told to its owner and changed."""
    return secrets.token_urlsafe(15)


@cache
def _nobodys() -> str:
    return _hasher.hash(secrets.token_hex(16))
