"""The tables of mail: readers, what they asked for and are owed, what came back, and troubles told to the operator."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, TypedColumns, UniqueConstraint, text

from storage.columns import Digest, Moment, Words
from storage.tables import BigId, metadata


class _Subscriber(TypedColumns):
    """address_key: the address in lower case; nobody is written to twice because of capitals. active: state is
    "active". proof: how the reader, or the operator for them, said yes."""

    id: Column[int] = Column(BigId, primary_key=True)
    address: Column[str] = Column(Words)
    address_key: Column[str] = Column(Words, unique=True)
    name: Column[str] = Column(Words)
    active: Column[bool] = Column(Boolean)
    added_at: Column[datetime] = Column(Moment)
    state: Column[str] = Column(Words)
    state_at: Column[datetime | None] = Column(Moment)
    confirmed_at: Column[datetime | None] = Column(Moment)
    proof: Column[str] = Column(Words)


subscribers = Table("subscribers", metadata, _Subscriber, sqlite_autoincrement=True)


class _Subscription(TypedColumns):
    """record_sha: of the record, because an index takes no text of any length."""

    id: Column[int] = Column(BigId, primary_key=True)
    subscriber_id: Column[int] = Column(BigId, ForeignKey("subscribers.id"))
    active: Column[bool] = Column(Boolean)
    record_sha: Column[str] = Column(Digest)
    record: Column[str] = Column(Words)


subscriptions = Table(
    "subscriptions", metadata, _Subscription, UniqueConstraint("subscriber_id", "record_sha"), sqlite_autoincrement=True
)


class _ConfirmToken(TypedColumns):
    """Only the token's hash is kept: who reads the database can confirm nothing."""

    sha: Column[str] = Column(Digest, primary_key=True)
    subscription_id: Column[int] = Column(BigId, ForeignKey("subscriptions.id"))
    until: Column[datetime] = Column(Moment)


confirm_tokens = Table("confirm_tokens", metadata, _ConfirmToken)


class _Suppression(TypedColumns):
    """Addresses that are not written to; they outlive the subscriber."""

    address_key: Column[str] = Column(Words, primary_key=True)
    reason: Column[str] = Column(Words)
    at: Column[datetime] = Column(Moment)


suppressions = Table("suppressions", metadata, _Suppression)


class _JoinRequest(TypedColumns):
    """Who asked lately, so that nobody can ask too often."""

    id: Column[int] = Column(BigId, primary_key=True)
    at: Column[datetime] = Column(Moment)
    requester_sha: Column[str] = Column(Digest)


join_requests = Table("join_requests", metadata, _JoinRequest, Index(None, "at"), sqlite_autoincrement=True)


class _Letter(TypedColumns):
    """A mail that tells something else than one alert; subscriber_id is NULL for the operator's."""

    id: Column[int] = Column(BigId, primary_key=True)
    kind: Column[str] = Column(Words)
    key: Column[str] = Column(Words, unique=True)
    subscriber_id: Column[int | None] = Column(BigId, ForeignKey("subscribers.id"))
    subscription_id: Column[int | None] = Column(BigId)
    at: Column[datetime] = Column(Moment)
    record: Column[str] = Column(Words)


letters = Table("letters", metadata, _Letter, Index(None, "subscriber_id", "at"), sqlite_autoincrement=True)


class _Delivery(TypedColumns):
    """Of an alert to a subscription, or of a letter (alert and subscription are NULL). An alert's delivery with a
    letter is told by that letter."""

    id: Column[int] = Column(BigId, primary_key=True)
    alert_id: Column[int | None] = Column(BigId, ForeignKey("alerts.id"))
    subscription_id: Column[int | None] = Column(BigId, ForeignKey("subscriptions.id"))
    letter_id: Column[int | None] = Column(BigId, ForeignKey("letters.id"))
    message_id: Column[str] = Column(Words)
    state: Column[str] = Column(Words)
    attempts: Column[int] = Column(Integer)
    next_try_at: Column[datetime | None] = Column(Moment)
    lease_until: Column[datetime | None] = Column(Moment)
    lease_run: Column[str] = Column(Words)
    last_error: Column[str] = Column(Words)
    owed_at: Column[datetime] = Column(Moment)
    closed_at: Column[datetime | None] = Column(Moment)


_OPEN = text("state IN ('owed', 'sending', 'deferred', 'in_doubt')")

deliveries = Table(
    "deliveries",
    metadata,
    _Delivery,
    UniqueConstraint("alert_id", "subscription_id"),
    Index("ix_deliveries_open", "next_try_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
    Index(None, "state", "id"),
    Index(None, "subscription_id"),
    Index(None, "letter_id"),
    Index(None, "closed_at"),
    sqlite_autoincrement=True,
)


class _Bounce(TypedColumns):
    """kind: hard (no such address), soft (not now), complaint."""

    id: Column[int] = Column(BigId, primary_key=True)
    subscriber_id: Column[int] = Column(BigId, ForeignKey("subscribers.id"))
    delivery_id: Column[int | None] = Column(BigId, ForeignKey("deliveries.id"))
    at: Column[datetime] = Column(Moment)
    kind: Column[str] = Column(Words)
    words: Column[str] = Column(Words)


bounces = Table("bounces", metadata, _Bounce, Index(None, "subscriber_id", "at"), sqlite_autoincrement=True)


class _Trouble(TypedColumns):
    """What the operator was told and is not over yet."""

    key: Column[str] = Column(Words, primary_key=True)
    at: Column[datetime] = Column(Moment)
    words: Column[str] = Column(Words)


troubles = Table("troubles", metadata, _Trouble)
