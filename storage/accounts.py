"""Accounts, their sessions and keys, and how often somebody tried to log in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from monitors.records import Account, ApiKey, Role
from storage.account_tables import accounts, api_keys, login_tries, sessions
from storage.columns import digest
from storage.engine import one_at_a_time

IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
NOTED_EVERY = timedelta(minutes=5)  # when a session was last seen: a write for each page would be too many
TRIES_WITHIN = timedelta(minutes=15)


def put_account(connection: Connection, name: str, role: Role, password: str, now: datetime) -> Account | None:
    """Add an account; password: as argon2 writes it. None where the name is taken."""
    one_at_a_time(connection)
    if connection.scalar(select(accounts.c.id).where(accounts.c.name_key == name.casefold())) is not None:
        return None
    row = {
        "name": name, "name_key": name.casefold(), "role": role, "password": password, "active": True, "added_at": now,
    }  # fmt: skip
    number = connection.execute(insert(accounts).returning(accounts.c.id), row).scalar_one()
    return Account(name, role, True, number, now)


def account_named(connection: Connection, name: str) -> tuple[Account, str] | None:
    """The account with its password's hash."""
    row = connection.execute(select(accounts).where(accounts.c.name_key == name.casefold())).first()
    return None if row is None else (_account(row), row.password)


def all_accounts(connection: Connection) -> list[Account]:
    return [_account(row) for row in connection.execute(select(accounts).order_by(accounts.c.name_key))]


def change_account(
    connection: Connection, account_id: int, *, role: Role | None, password: str | None, active: bool | None
) -> Account | None:
    """Change what is not None. Whoever changes is logged out everywhere, and of a closed account the keys end."""
    values: dict[str, Any] = {"role": role, "password": password, "active": active}
    changed = {name: value for name, value in values.items() if value is not None}
    if changed:
        connection.execute(update(accounts).where(accounts.c.id == account_id), changed)
        connection.execute(delete(sessions).where(sessions.c.account_id == account_id))
    if active is False:
        connection.execute(delete(api_keys).where(api_keys.c.account_id == account_id))
    row = connection.execute(select(accounts).where(accounts.c.id == account_id)).first()
    return None if row is None else _account(row)


def open_session(connection: Connection, sha: str, account_id: int, now: datetime) -> None:
    connection.execute(delete(sessions).where(sessions.c.made_at <= now - LONGEST))
    connection.execute(insert(sessions), {"sha": sha, "account_id": account_id, "made_at": now, "seen_at": now})


def session_account(connection: Connection, sha: str, now: datetime) -> tuple[Account, datetime] | None:
    """Whose session it is and when it was last noted; None for an unknown, idle or old one."""
    query = (
        select(accounts, sessions.c.seen_at)
        .join(sessions, sessions.c.account_id == accounts.c.id)
        .where(sessions.c.sha == sha, accounts.c.active)
        .where(sessions.c.made_at > now - LONGEST, sessions.c.seen_at > now - IDLE)
    )
    row = connection.execute(query).first()
    return None if row is None else (_account(row), row.seen_at)


def note_session(connection: Connection, sha: str, now: datetime) -> None:
    connection.execute(update(sessions).where(sessions.c.sha == sha), {"seen_at": now})


def close_session(connection: Connection, sha: str) -> None:
    connection.execute(delete(sessions).where(sessions.c.sha == sha))


def tries_since(connection: Connection, who: str, now: datetime) -> int:
    """How many logins of these failed lately. who: a name and an address, or an address alone."""
    mine = (login_tries.c.who_sha == digest(who), login_tries.c.at > now - TRIES_WITHIN)
    return connection.scalar(select(func.count()).select_from(login_tries).where(*mine)) or 0


def note_try(connection: Connection, who: str, now: datetime) -> None:
    connection.execute(delete(login_tries).where(login_tries.c.at <= now - TRIES_WITHIN))
    connection.execute(insert(login_tries), {"at": now, "who_sha": digest(who)})


def forget_tries(connection: Connection, who: str) -> None:
    connection.execute(delete(login_tries).where(login_tries.c.who_sha == digest(who)))


def put_key(connection: Connection, sha: str, account_id: int, label: str, role: Role, now: datetime) -> int:
    row = {"sha": sha, "account_id": account_id, "label": label, "role": role, "made_at": now}
    return connection.execute(insert(api_keys).returning(api_keys.c.id), row).scalar_one()


def key_account(connection: Connection, sha: str) -> tuple[Account, ApiKey] | None:
    """The account a key acts for, with the lesser of both roles."""
    query = _keys().where(api_keys.c.sha == sha, accounts.c.active)
    row = connection.execute(query).first()
    if row is None:
        return None
    role = min(Role(row.role), Role(row.key_role), key=lambda one: one.rank)
    return Account(row.name, role, True, row.account_id), _key(row)


def all_keys(connection: Connection, account_id: int | None) -> list[ApiKey]:
    query = _keys().order_by(api_keys.c.id)
    if account_id is not None:
        query = query.where(api_keys.c.account_id == account_id)
    return [_key(row) for row in connection.execute(query)]


def note_key(connection: Connection, key_id: int, now: datetime) -> None:
    connection.execute(update(api_keys).where(api_keys.c.id == key_id), {"used_at": now})


def end_key(connection: Connection, key_id: int, account_id: int | None) -> bool:
    query = delete(api_keys).where(api_keys.c.id == key_id)
    if account_id is not None:
        query = query.where(api_keys.c.account_id == account_id)
    return bool(connection.execute(query).rowcount)


def _keys() -> Any:
    return select(
        api_keys.c.id, api_keys.c.account_id, api_keys.c.label, api_keys.c.role.label("key_role"), api_keys.c.made_at,
        api_keys.c.used_at, accounts.c.name, accounts.c.role,
    ).join(accounts, accounts.c.id == api_keys.c.account_id)  # fmt: skip


def _key(row: Row[*tuple[Any, ...]]) -> ApiKey:
    return ApiKey(row.id, row.name, row.label, Role(row.key_role), row.made_at, row.used_at)


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    return Account(row.name, Role(row.role), row.active, row.id, row.added_at)
