"""The tables of people who judge: accounts, their sessions, failed logins and keys for programs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, TypedColumns

from storage.columns import Digest, Moment, Words
from storage.tables import BigId, metadata


class _Account(TypedColumns):
    """Who may do more than read; password: as argon2 writes it, with its salt and its cost."""

    id: Column[int] = Column(BigId, primary_key=True)
    name: Column[str] = Column(Words)
    name_key: Column[str] = Column(Words, unique=True)
    role: Column[str] = Column(Words)
    password: Column[str] = Column(Words)
    active: Column[bool] = Column(Boolean)
    added_at: Column[datetime] = Column(Moment)


accounts = Table("accounts", metadata, _Account, sqlite_autoincrement=True)


class _Session(TypedColumns):
    """Only the hash of what the browser holds is kept."""

    sha: Column[str] = Column(Digest, primary_key=True)
    account_id: Column[int] = Column(BigId, ForeignKey("accounts.id"))
    made_at: Column[datetime] = Column(Moment)
    seen_at: Column[datetime] = Column(Moment)


sessions = Table("sessions", metadata, _Session, Index(None, "account_id"))


class _LoginTry(TypedColumns):
    """A login that failed lately: by whom (a hash of name and address), so that nobody can guess for long."""

    id: Column[int] = Column(BigId, primary_key=True)
    at: Column[datetime] = Column(Moment)
    who_sha: Column[str] = Column(Digest)


login_tries = Table("login_tries", metadata, _LoginTry, Index(None, "who_sha", "at"), sqlite_autoincrement=True)


class _ApiKey(TypedColumns):
    """A program's key; it can do no more than its account."""

    id: Column[int] = Column(BigId, primary_key=True)
    sha: Column[str] = Column(Digest, unique=True)
    account_id: Column[int] = Column(BigId, ForeignKey("accounts.id"))
    label: Column[str] = Column(Words)
    role: Column[str] = Column(Words)
    made_at: Column[datetime] = Column(Moment)
    used_at: Column[datetime | None] = Column(Moment)


api_keys = Table("api_keys", metadata, _ApiKey, Index(None, "account_id"), sqlite_autoincrement=True)
