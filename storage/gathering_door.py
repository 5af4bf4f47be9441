"""The Store's methods of alerts that are told together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from monitors.records import Letter
from storage import gathering
from storage.engine import Database
from storage.gathering import Fold, Fresh, Gathered


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

    def fold_deliveries(self, letter: Letter, message_id: str, due: datetime, ids: Collection[int]) -> int:
        """Tell these fresh deliveries by one letter; return how many, 0 where it was written before."""
        with self._database.writing() as connection:
            return gathering.fold(connection, letter, message_id, due, deliveries_of=ids)

    def fold_gathered(self, folds: Sequence[Fold]) -> list[Fold]:
        """Tell what was gathered by one letter each, all in one transaction; return those that were written: not what
        was written before, nor what nothing waits for any more."""
        with self._database.writing() as connection:
            return [
                fold
                for fold in folds
                if gathering.fold(
                    connection, fold.letter, fold.message_id, fold.due, wishes=fold.wishes, until=fold.until
                )
            ]

    def gather_deliveries(self, ids: Collection[int], now: datetime) -> int:
        """Let these fresh deliveries wait for a digest; return how many."""
        with self._database.writing() as connection:
            return gathering.gather(connection, ids, now)

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
