"""The Store's methods of accounts and of judging changes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from monitors.records import Account, Annotation, ApiKey, Review, Role
from storage import accounts, triage
from storage.columns import digest
from storage.engine import Database, one_at_a_time


class Accounts:
    """Every method is one transaction. Tokens and keys come in plain and are kept as their SHA-256."""

    _database: Database

    def add_account(self, name: str, role: Role, password: str, now: datetime) -> Account | None:
        """password: as argon2 writes it. None where the name is taken."""
        with self._database.writing() as connection:
            return accounts.put_account(connection, name, role, password, now)

    def account(self, name: str) -> tuple[Account, str] | None:
        """The account of that name with its password's hash."""
        with self._database.reading() as connection:
            return accounts.account_named(connection, name)

    def accounts(self) -> list[Account]:
        with self._database.reading() as connection:
            return accounts.all_accounts(connection)

    def change_account(
        self, account_id: int, *, role: Role | None = None, password: str | None = None, active: bool | None = None
    ) -> Account | None:
        """Change what is not None; its sessions end, and with a closed account its keys."""
        with self._database.writing() as connection:
            return accounts.change_account(connection, account_id, role=role, password=password, active=active)

    def open_session(self, token: str, account_id: int, now: datetime) -> None:
        with self._database.writing() as connection:
            accounts.open_session(connection, digest(token), account_id, now)

    def session_account(self, token: str, now: datetime) -> Account | None:
        """Whose session this is; None for one that is unknown, idle for 12 hours or 7 days old."""
        with self._database.reading() as connection:
            found = accounts.session_account(connection, digest(token), now)
        if found is None:
            return None
        account, noted = found
        if now - noted > accounts.NOTED_EVERY:
            with self._database.writing() as connection:
                accounts.note_session(connection, digest(token), now)
        return account

    def close_session(self, token: str) -> None:
        with self._database.writing() as connection:
            accounts.close_session(connection, digest(token))

    def may_try(self, tries: dict[str, int], now: datetime) -> bool:
        """Count a login that begins now; whether each of these (who: at most so often in 15 minutes) may try."""
        with self._database.writing() as connection:
            one_at_a_time(connection)
            if any(accounts.tries_since(connection, who, now) >= most for who, most in tries.items()):
                return False
            for who in tries:
                accounts.note_try(connection, who, now)
            return True

    def forget_tries(self, who: str) -> None:
        """After a login that succeeded."""
        with self._database.writing() as connection:
            accounts.forget_tries(connection, who)

    def add_key(self, key: str, account_id: int, label: str, role: Role, now: datetime) -> int:
        with self._database.writing() as connection:
            return accounts.put_key(connection, digest(key), account_id, label, role, now)

    def key_account(self, key: str, now: datetime) -> Account | None:
        """The account a key acts for, with no more than the key's role."""
        with self._database.reading() as connection:
            found = accounts.key_account(connection, digest(key))
        if found is None:
            return None
        account, known = found
        if known.used_at is None or now - known.used_at > accounts.NOTED_EVERY:
            with self._database.writing() as connection:
                accounts.note_key(connection, known.id, now)
        return account

    def keys(self, account_id: int | None = None) -> list[ApiKey]:
        with self._database.reading() as connection:
            return accounts.all_keys(connection, account_id)

    def end_key(self, key_id: int, account_id: int | None = None) -> bool:
        """End a key, only one of that account where one is given; False when there is none."""
        with self._database.writing() as connection:
            return accounts.end_key(connection, key_id, account_id)

    # Judging

    def claim_change(self, change_id: int, who: str, now: datetime) -> Review | None:
        """Take a change to judge it; the review then names who has it. None for an unknown change."""
        with self._database.writing() as connection:
            return triage.claim(connection, change_id, who, now)

    def release_change(self, change_id: int, who: str) -> Review:
        with self._database.writing() as connection:
            return triage.release(connection, change_id, who)

    def annotate(self, said: Annotation) -> None:
        """Keep what somebody says of a change. To call its alert wrong, mark_wrong."""
        with self._database.writing() as connection:
            triage.put_annotation(connection, said)

    def review(self, change_id: int) -> Review:
        with self._database.reading() as connection:
            return triage.review_of(connection, change_id)

    def reviews(self, change_ids: Collection[int]) -> dict[int, Review]:
        """Of those changes that somebody looked at."""
        with self._database.reading() as connection:
            return triage.reviews_of(connection, change_ids)

    def said_of(self, change_ids: Collection[int]) -> dict[int, list[Annotation]]:
        with self._database.reading() as connection:
            return triage.said_of(connection, change_ids)

    def judged_changes(self, after_id: int = 0, limit: int = 500) -> list[int]:
        """Ids of changes that somebody judged, after that one."""
        with self._database.reading() as connection:
            return triage.judged_changes(connection, after_id, limit)
