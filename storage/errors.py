"""What can go wrong in storage, as the floors above see it."""

from __future__ import annotations


class StoreError(Exception):
    """The database or the bodies' folder cannot be used. The message names the place and says what to do."""


class StaleWrite(StoreError):
    """Another run recorded a newer version of this monitor first; nothing of the write was kept."""


class BodyDamaged(StoreError):
    """A stored body is missing, unreadable, or its bytes no longer match its SHA-256."""
