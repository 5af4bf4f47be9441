"""The Store's methods of the outbox: deliveries, letters, bounces, and what the operator was told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from monitors.records import Delivery, DeliveryState, Letter, Suppression, Trouble
from storage import letters, outbox, restored, troubles
from storage.engine import Database
from storage.owed import Owed, OwedLetter


class Outbox:
    """Every method is one transaction."""

    _database: Database

    def lease_deliveries(
        self, now: datetime, *, limit: int, lease: timedelta, run: str = ""
    ) -> list[Owed | OwedLetter]:
        """Take up to `limit` deliveries whose time has come and hold them until now + lease."""
        with self._database.writing() as connection:
            return outbox.lease_deliveries(connection, now, limit=limit, lease=lease, run=run)

    def release_deliveries(self, run: str) -> int:
        """Give back what a run leased and has not begun to send; return how many."""
        with self._database.writing() as connection:
            return outbox.release(connection, run)

    def begin_delivery(self, delivery_id: int, now: datetime, *, lease: timedelta, run: str = "") -> bool:
        """Count a try, mark the delivery under way and hold it until now + lease; False where it is no longer ours to
        send."""
        with self._database.writing() as connection:
            return outbox.begin(connection, delivery_id, now, lease=lease, run=run)

    def mark_sent(self, delivery_id: int, now: datetime) -> None:
        with self._database.writing() as connection:
            outbox.close(connection, delivery_id, DeliveryState.SENT, now)

    def mark_deferred(self, delivery_id: int, error: str, next_try_at: datetime) -> None:
        with self._database.writing() as connection:
            outbox.put_off(connection, delivery_id, DeliveryState.DEFERRED, error, next_try_at)

    def mark_in_doubt(self, delivery_id: int, error: str, next_try_at: datetime) -> None:
        """It may have arrived; it goes out once more under the same Message-ID."""
        with self._database.writing() as connection:
            outbox.put_off(connection, delivery_id, DeliveryState.IN_DOUBT, error, next_try_at)

    def put_back(self, delivery_id: int, error: str) -> None:
        """Leave it owed as it was, because the way out is closed."""
        with self._database.writing() as connection:
            outbox.put_off(connection, delivery_id, DeliveryState.OWED, error, None)

    def postpone_delivery(self, delivery_id: int, until: datetime) -> None:
        """Not before then: its reader's quiet hours are not over."""
        with self._database.writing() as connection:
            outbox.postpone(connection, delivery_id, until)

    def mark_given_up(self, delivery_id: int, error: str, now: datetime) -> None:
        with self._database.writing() as connection:
            outbox.close(connection, delivery_id, DeliveryState.GIVEN_UP, now, error)

    def hold_deliveries(self, why: str, *, ids: Collection[int] = (), owed_before: datetime | None = None) -> list[int]:
        """Let nobody send these until the operator says so: the ones named, else all that wait (owed before a time,
        where one is given). Return their ids."""
        with self._database.writing() as connection:
            return outbox.hold(connection, why, ids=ids, owed_before=owed_before)

    def settle_restored(self, now: datetime, left: Sequence[Suppression] = ()) -> list[int]:
        """Of a database that came back from a backup, before anything else: hold what may have been sent since and let
        those leave who have left since. left: suppressions() of the database that it takes the place of, where that can
        still be read. Return the ids of what is held; `visitwatch outbox retry` sends it."""
        with self._database.writing() as connection:
            return restored.settle_restored(connection, now, left)

    def retry_deliveries(self, now: datetime, *, ids: Collection[int] = ()) -> list[int]:
        """Make these due now, held and given-up ones too where they are named; return their ids."""
        with self._database.writing() as connection:
            return outbox.retry(connection, now, ids=ids)

    def outbox_counts(self) -> dict[DeliveryState, int]:
        with self._database.reading() as connection:
            return outbox.outbox_counts(connection)

    def oldest_tried(self) -> datetime | None:
        """Since when the delivery that was tried without success for longest is owed."""
        with self._database.reading() as connection:
            return outbox.oldest_tried(connection)

    def refused_since(self, since: datetime) -> tuple[int, str]:
        """How many mails were refused for good since then, not because of the address, and what was said last."""
        with self._database.reading() as connection:
            return outbox.refused_since(connection, since)

    def deliveries(self, state: DeliveryState | None = None, limit: int = 100) -> list[Delivery]:
        with self._database.reading() as connection:
            return outbox.find_deliveries(connection, () if state is None else (state,), limit)

    def find_deliveries(self, states: Collection[DeliveryState], limit: int) -> list[Delivery]:
        """The latest deliveries in any of these states, newest first."""
        with self._database.reading() as connection:
            return outbox.find_deliveries(connection, states, limit)

    def recipients(self, delivery_ids: Collection[int]) -> dict[int, str]:
        """The address of each of these deliveries that goes to a subscriber."""
        with self._database.reading() as connection:
            return outbox.recipients(connection, delivery_ids)

    def put_letter(self, letter: Letter, message_id: str, due: datetime | None = None) -> Letter | None:
        """Write a letter and owe it, due at once or at a time; None where one of its key was written before."""
        with self._database.writing() as connection:
            return letters.put_letter(connection, letter, message_id, due)

    def troubles(self) -> list[Trouble]:
        """What the operator was told and is not over yet."""
        with self._database.reading() as connection:
            return troubles.all_troubles(connection)

    def tell_operator(
        self, letter: Letter | None, message_id: str, began: Sequence[Trouble], ended: Collection[str]
    ) -> None:
        """Remember which troubles began and ended, and owe the letter that says so, all or nothing."""
        with self._database.writing() as connection:
            troubles.put_troubles(connection, began, ended)
            if letter is not None:
                letters.put_letter(connection, letter, message_id)
