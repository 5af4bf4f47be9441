"""The Store's part for gates: who asks which host, and what hosts asked of us."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from storage import coverage, gates
from storage.coverage import DayCovered
from storage.engine import Database
from storage.gates import Backlog, GateWord


class Gates:
    _database: Database

    def hold_gate(self, gate: str, now: datetime, until: datetime, *, run: str) -> bool:
        """Take one gate for a run beside those its claims took; False while another live run holds it."""
        with self._database.writing() as connection:
            return bool(gates.hold(connection, [gate], now, until, run))

    def renew_gates(self, now: datetime, until: datetime, *, run: str) -> int:
        """Hold a run's gates for longer; return how many it still holds."""
        with self._database.writing() as connection:
            return gates.renew(connection, now, until, run)

    def held_gates(self, now: datetime, names: Collection[str]) -> set[str]:
        """Which of these gates a live run holds."""
        with self._database.reading() as connection:
            return gates.held(connection, now, names)

    def touch_gates(self, names: Collection[str], at: datetime) -> None:
        """Let these gates be planned at that time, or sooner."""
        with self._database.writing() as connection:
            gates.touch(connection, names, at)

    def gate_words(self, names: Collection[str]) -> list[GateWord]:
        """What is known of the manners of these gates."""
        with self._database.reading() as connection:
            return gates.words(connection, names)

    def remember_gates(self, words: Sequence[GateWord]) -> None:
        """Keep what hosts asked for, for whoever asks them next."""
        with self._database.writing() as connection:
            gates.remember(connection, words)

    def plan_gates(self, now: datetime, *, limit: int, again: timedelta) -> list[str]:
        """Up to `limit` gates that are due, free and not silent, the longest due first; none of them comes again before
        now + again."""
        with self._database.writing() as connection:
            return gates.plan(connection, now, limit=limit, again=again)

    def reconcile_gates(self) -> int:
        """Make the planner's hints agree with the monitors; return how many were wrong."""
        with self._database.writing() as connection:
            return gates.reconcile(connection)

    def backlog(self, now: datetime) -> Backlog:
        """How far the work is behind."""
        with self._database.reading() as connection:
            return gates.backlog(connection, now)

    def gate_urls(self, gate: str, limit: int = 100) -> list[str]:
        """URLs of pages that are watched behind a gate."""
        with self._database.reading() as connection:
            return gates.urls(connection, gate, limit)

    # Routine checks, folded

    def fold_checks(self, before: datetime, *, limit: int = 20_000) -> int:
        """Fold routine checks of whole days that ended before that time into a row for each monitor and day; return how
        many lines of the log that took away. Up to `limit` a transaction: call again until it returns 0."""
        with self._database.writing() as connection:
            return coverage.fold(connection, before, limit)

    def coverage(self, monitor_id: str, limit: int = 400) -> list[DayCovered]:
        """The days of a monitor whose routine checks are folded, newest first."""
        with self._database.reading() as connection:
            return coverage.days_of(connection, monitor_id, limit)
