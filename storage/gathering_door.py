"""The Store's methods of alerts that are told together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from storage import gathering
from storage.engine import Database, portions
from storage.gathering import Fold, Fresh, Gathered

AT_ONCE = 20_000


class Gathering:
    """Every method is one transaction."""

    _database: Database

    def fresh_deliveries(self, now: datetime, at_least: int = 1) -> list[Fresh]:
        """Alerts that are due and were never tried, of readers who have at least so many of them."""
        with self._database.reading() as connection:
            return gathering.fresh(connection, now, at_least)

    def gathered(self, now: datetime) -> list[Gathered]:
        """What waits for whose digest."""
        with self._database.reading() as connection:
            return gathering.gathered(connection, now)

    def fold_alerts(self, folds: Sequence[Fold]) -> list[Fold]:
        """Tell alerts by one letter each, all in one transaction; return those that were written: not what was written
        before, nor what nothing waits for any more."""
        with self._database.writing() as connection:
            return [fold for fold in folds if gathering.fold(connection, fold)]

    def gather_deliveries(self, ids: Iterable[int], now: datetime) -> int:
        """Let these fresh deliveries wait for a digest; return how many. So many a transaction that nobody waits long:
        what is not gathered yet is found again."""
        found = 0
        for part in portions(ids, AT_ONCE):
            with self._database.writing() as connection:
                found += gathering.gather(connection, part, now)
        return found

    def hold_gathered(self, subscription_id: int, why: str, before: datetime) -> int:
        """Let what was gathered for this wish before then wait for the operator's word; return how many."""
        with self._database.writing() as connection:
            return gathering.hold_gathered(connection, subscription_id, why, before)

    def told_since(self, since: datetime) -> dict[int, int]:
        """How many mails each subscriber got since then, by subscriber."""
        with self._database.reading() as connection:
            return gathering.told_since(connection, since)

    def reached_since(self, since: datetime) -> set[int]:
        """The subscribers who got news or a heartbeat since then, or are owed some now."""
        with self._database.reading() as connection:
            return gathering.reached_since(connection, since)
