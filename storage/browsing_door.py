"""The Store's methods of looking things up, for the history browser. None of them writes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from monitors.records import Check, CheckOutcome, SourceKind, Version
from monitors.sought import Sought
from storage import checks, facets, fact_rows, listing, lookup, months, panel, snapshots, standings
from storage.changes import ChangeQuery
from storage.engine import Database
from storage.fact_rows import FactMoved
from storage.listing import MonitorListed, MonitorQuery, Standing
from storage.lookup import AsOf, SaidBy
from storage.months import MonthCount
from storage.panel import Told
from storage.snapshots import VersionSummary
from storage.standings import Standings

MOST_REMEMBERED = 200
MOST_QUOTES = 20_000
AT_ONCE = 500


class Browsing:
    """Every method is one transaction."""

    _database: Database
    _counted: dict[ChangeQuery, tuple[tuple[object, ...], facets.Counts]]
    _quoted: dict[tuple[int, str], str]

    def list_monitors(self, wanted: MonitorQuery) -> list[MonitorListed]:
        """Monitors with how they stand, by id."""
        with self._database.reading() as connection:
            return listing.list_monitors(connection, wanted)

    def some_monitors(self, ids: Collection[str]) -> dict[str, MonitorListed]:
        with self._database.reading() as connection:
            return listing.some_monitors(connection, ids)

    def count_monitors(self, wanted: MonitorQuery) -> int:
        with self._database.reading() as connection:
            return listing.count_monitors(connection, wanted)

    def count_standings(
        self, *, by: str = "kind", source: str = "", jurisdiction: str = ""
    ) -> dict[str, dict[Standing, int]]:
        """How many monitors stand how, by "kind", "jurisdiction" or "source" of whose they are."""
        with self._database.reading() as connection:
            return listing.count_standings(connection, by=by, source=source, jurisdiction=jurisdiction)

    def standings(self, now: datetime) -> Standings:
        """The same by kind of source for whoever asks often: of many monitors the count of some minutes ago, with its
        time."""
        with self._database.reading() as connection:
            return standings.standings(connection, now)

    def count_late(self, before: datetime) -> int:
        with self._database.reading() as connection:
            return listing.count_late(connection, before)

    def count_checks(self, since: datetime) -> dict[CheckOutcome, int]:
        """How many checks since then came to what."""
        with self._database.reading() as connection:
            return lookup.count_checks(connection, since)

    def oldest_owed(self) -> datetime | None:
        """Since when the mail that waits for longest is due."""
        with self._database.reading() as connection:
            return lookup.oldest_owed(connection)

    def newest_check(self) -> datetime | None:
        with self._database.reading() as connection:
            return listing.newest_check(connection)

    def facets(self, wanted: ChangeQuery) -> facets.Counts:
        """How many changes each value of each filter would leave. Remembered until a change or a judgement comes in:
        most who read a list turn its pages or open it again."""
        key = replace(wanted, before_id=None, after_id=None, limit=0)
        with self._database.reading() as connection:
            now = facets.stamp(connection)
            known = self._counted.get(key)
            if known is not None and known[0] == now:
                return known[1]
            counts = facets.count_facets(connection, wanted)
        if len(self._counted) >= MOST_REMEMBERED:
            self._counted.clear()
        self._counted[key] = (now, counts)
        return counts

    def said_by(
        self,
        asked: Sought,
        *,
        jurisdictions: Collection[str] = (),
        kinds: Collection[SourceKind] = (),
        sources: Collection[str] = (),
        before: int | None = None,
        limit: int = 25,
    ) -> list[SaidBy]:
        """Which monitors ever said it, in which versions."""
        with self._database.reading() as connection:
            return lookup.said_by(
                connection, asked, jurisdictions=jurisdictions, kinds=kinds, sources_=sources, before=before,
                limit=limit,
            )  # fmt: skip

    def some_summaries(self, ids: Collection[int]) -> dict[int, VersionSummary]:
        """Versions by their ids, without their texts."""
        with self._database.reading() as connection:
            return snapshots.some_summaries(connection, ids)

    def some_versions(self, ids: Collection[int]) -> dict[int, Version]:
        with self._database.reading() as connection:
            return lookup.some_versions(connection, ids)

    def version_at(self, monitor_id: str, moment: datetime) -> int:
        """The version that was the latest at that time, 0 where there was none yet."""
        with self._database.reading() as connection:
            return lookup.version_at(connection, monitor_id, moment)

    def as_of(
        self,
        moment: datetime,
        *,
        jurisdiction: str = "",
        kinds: Collection[SourceKind] = (),
        after_id: str = "",
        limit: int = 50,
    ) -> list[AsOf]:
        """What each page said at a time, by monitor id."""
        with self._database.reading() as connection:
            return lookup.as_of(
                connection, moment, jurisdiction=jurisdiction, kinds=kinds, after_id=after_id, limit=limit
            )

    def days_of_checks(self, monitor_id: str, since: datetime) -> dict[date, dict[CheckOutcome, int]]:
        with self._database.reading() as connection:
            return lookup.days_of_checks(connection, monitor_id, since)

    def checks_before(self, monitor_id: str, before_id: int | None, limit: int) -> list[tuple[int, Check]]:
        """Visits with their ids, newest first, before the one of that id; of all monitors where monitor_id is ""."""
        with self._database.reading() as connection:
            return checks.checks_before(connection, monitor_id, before_id, limit)

    def moved_facts(
        self, *, monitor_id: str = "", name: str = "", jurisdiction: str = "", after_id: int = 0, limit: int = 1000
    ) -> list[FactMoved]:
        """Facts that changes moved, oldest first."""
        with self._database.reading() as connection:
            return fact_rows.moved_facts(
                connection, monitor_id=monitor_id, name=name, jurisdiction=jurisdiction, after_id=after_id, limit=limit
            )

    def months(
        self, since: datetime, *, jurisdiction: str = "", source: str = "", monitor: str = ""
    ) -> list[MonthCount]:
        """How many changes each month brought, by place and direction."""
        with self._database.reading() as connection:
            return months.months(connection, since, jurisdiction=jurisdiction, source=source, monitor=monitor)

    def told(
        self,
        names: Collection[str] = (),
        *,
        kinds: Collection[SourceKind],
        jurisdiction: str = "",
        latest: bool = False,
    ) -> list[Told]:
        """Every move of these facts by sources of these kinds, oldest first; latest: only the last of each monitor."""
        with self._database.reading() as connection:
            return panel.told(connection, names, kinds=kinds, jurisdiction=jurisdiction, latest=latest)

    def newest_change(self) -> int:
        """The newest change's id, 0 for none: what was worked out from changes and facts holds until it moves."""
        with self._database.reading() as connection:
            return facets.newest_change(connection)

    def quotes(self, wanted: Collection[tuple[int, str]]) -> dict[tuple[int, str], str]:
        """The words of changes that told these facts, by change and name. Remembered: changes stay as they are, and
        taking a thousand of them apart takes 0.2 s."""
        known = self._quoted
        read: dict[tuple[int, str], str] = {}
        missing = [key for key in wanted if key not in known]
        with self._database.reading() as connection:
            for start in range(0, len(missing), AT_ONCE):
                read |= panel.quotes(connection, missing[start : start + AT_ONCE])
        found = {key: known[key] for key in wanted if key in known} | read
        self._quoted = read if len(known) + len(read) > MOST_QUOTES else known | read
        return found

    def fact_names(self) -> dict[str, int]:
        """Which facts ever moved, and how many times."""
        with self._database.reading() as connection:
            return fact_rows.fact_names(connection)
