"""Column types that hold for SQLite and PostgreSQL alike."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def digest(text: str) -> str:
    """The SHA-256 in hex of a text as it will be stored."""
    return hashlib.sha256(clean(text).encode()).hexdigest()


def clean(text: str) -> str:
    """The same text with NUL bytes and lone surrogates as U+FFFD, one for one, so that spans into it stay right.

    PostgreSQL refuses NUL in text, and neither database can encode a lone surrogate.
    """
    if text.isascii() and "\0" not in text:  # nearly every text, in a tenth of the time
        return text
    return _UNSTORABLE.sub("�", text)


class Words(TypeDecorator[str]):
    """Text that is cleaned on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean(str(value))


class Names(TypeDecorator[tuple[str, ...]]):
    """A short tuple of strings as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps([clean(str(name)) for name in value], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Moment(TypeDecorator[datetime]):
    """An aware datetime, UTC on the way out. SQLite has no time zones, so there it is stored as naive UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be stored: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Digest(TypeDecorator[str]):
    """A SHA-256 in hex, kept as its 32 bytes; "" (no digest) is NULL."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return bytes.fromhex(value) if value else None

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str:
        return bytes(value).hex() if value else ""
