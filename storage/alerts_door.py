"""The Store's methods of alerts after they were written."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from monitors.records import AlertState, Annotation, Letter
from storage import alert_states
from storage.alert_states import ToldTo, Waiting
from storage.engine import Database


class Alerts:
    """Every method is one transaction."""

    _database: Database

    def waiting_alerts(self) -> dict[str, Waiting]:
        """The alert of each monitor that waits for a second look."""
        with self._database.reading() as connection:
            return alert_states.waiting_alerts(connection)

    def confirm_alert(self, alert_id: int, now: datetime) -> None:
        """A second look saw the same: what is owed is due now."""
        with self._database.writing() as connection:
            alert_states.confirm_alert(connection, alert_id, now)

    def mark_wrong(self, said: Annotation, write: Callable[[ToldTo], tuple[Letter, str]]) -> tuple[int, int] | None:
        """Note that an alert was wrong, and owe a correction to each who was told it; return how many those are and
        how many were not told yet and now never are. None where there is no alert, or it is called wrong already."""
        with self._database.writing() as connection:
            return alert_states.mark_wrong(connection, said, write)

    def annotations(self, change_id: int) -> list[Annotation]:
        """What analysts said of a change, the oldest first."""
        with self._database.reading() as connection:
            return alert_states.annotations_of(connection, change_id)

    def alert_states(self, ids: Collection[int]) -> dict[int, tuple[AlertState, datetime | None]]:
        """The state of these changes' alerts, and until when a waiting one waits for a second look."""
        with self._database.reading() as connection:
            return alert_states.states_of(connection, list(ids))

    def wrong_changes(self, ids: Collection[int]) -> dict[int, Annotation]:
        """Which of these changes were called wrong, and how."""
        with self._database.reading() as connection:
            return alert_states.wrong_changes(connection, list(ids))

    def alert_counts(self, since: datetime) -> dict[AlertState, int]:
        """How many alerts since then are in each state."""
        with self._database.reading() as connection:
            return alert_states.alert_counts(connection, since)
