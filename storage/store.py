"""The one door to the database and the bodies: the records go in and come out, nothing of SQLAlchemy does.

Every method is one transaction and synchronous. Times are aware UTC and always passed in. A Store may be used by many
threads at once, and many processes may open the same database.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, insert, select

from monitors.question import Question, QuestionOutcome
from monitors.records import (
    Alert,
    Change,
    Check,
    Delivery,
    ListedItem,
    Monitor,
    Source,
    Version,
    Watched,
)
from storage import catalogue, changes, checks, claims, outbox, pages, questions, snapshots
from storage.accounts_door import Accounts
from storage.alerts_door import Alerts
from storage.bodies import Bodies
from storage.browsing_door import Browsing
from storage.chain import SnapshotInfo
from storage.changes import ChangeQuery, ChangeRow
from storage.checks import CheckWrite, Failing
from storage.claims import MonitorState
from storage.columns import clean
from storage.engine import Database, one_at_a_time
from storage.errors import StoreError
from storage.gates import GateWord
from storage.gates_door import Gates
from storage.gathering_door import Gathering
from storage.keeping_door import Keeping
from storage.migrate import ensure_schema
from storage.objects import open_bodies
from storage.outbox_door import Outbox
from storage.pages import PageWrite
from storage.rows import lengthened, shortened
from storage.snapshots import VersionSummary
from storage.subscribers_door import Subscribers
from storage.tables import run_facts


def open_store(url: str, bodies: Path | str, *, migrate: bool = True) -> Store:
    """Open, and where needed create or upgrade, the database at `url` (sqlite:///path or postgresql://...) and the
    bodies, in a folder or at a URL (s3://bucket/prefix). Raises StoreError; its message names the place and says what
    to do."""
    folder = open_bodies(bodies)
    database = Database(url)
    try:
        ensure_schema(database, migrate=migrate)
    except BaseException:
        database.close()
        raise
    return Store(database, folder)


class Store(Subscribers, Outbox, Gathering, Alerts, Accounts, Browsing, Keeping, Gates):
    """An open database with its bodies; a context manager that closes it."""

    def __init__(self, database: Database, bodies: Bodies) -> None:
        self._database = database
        self._bodies = bodies
        self._counted = {}
        self._quoted = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    # The catalogue

    def put_catalogue(
        self, sources: Iterable[Source], monitors: Iterable[Monitor], now: datetime, platforms: Sequence[str] = ()
    ) -> None:
        """Make the catalogue say what the configuration says; monitors it no longer lists become inactive. platforms:
        hosts that share a gate, as monitors/gates.py reads them."""
        with self._database.writing() as connection:
            catalogue.put_catalogue(connection, sources, monitors, now, platforms)

    def sources(self, most: int | None = None) -> list[Source]:
        """By id; most: no more than so many. Reading 50,000 takes half a second: pages ask for what they show."""
        with self._database.reading() as connection:
            return catalogue.all_sources(connection, most)

    def some_sources(self, ids: Collection[str]) -> list[Source]:
        """Those that are known of these, by id."""
        with self._database.reading() as connection:
            return catalogue.some_sources(connection, ids)

    def jurisdictions(self) -> list[str]:
        """The jurisdictions that have a source."""
        with self._database.reading() as connection:
            return catalogue.jurisdictions(connection)

    def source(self, source_id: str) -> Source | None:
        with self._database.reading() as connection:
            return catalogue.one_source(connection, source_id)

    def monitors(self, active_only: bool = False) -> list[Monitor]:
        with self._database.reading() as connection:
            return catalogue.all_monitors(connection, active_only=active_only)

    def monitor(self, monitor_id: str) -> Monitor | None:
        with self._database.reading() as connection:
            return catalogue.one_monitor(connection, monitor_id)

    def record_items(
        self, parent_id: str, items: Sequence[ListedItem], new_monitors: Sequence[Monitor], now: datetime
    ) -> list[Monitor]:
        """Remember what a listing or feed showed and add the monitors made of it, due at once; return the added."""
        with self._database.writing() as connection:
            catalogue.put_items(connection, parent_id, items, now)
            return catalogue.add_monitors(connection, new_monitors, now, from_config=False)

    def record_listing(
        self, write: CheckWrite, items: Sequence[ListedItem], new_monitors: Sequence[Monitor]
    ) -> list[Monitor]:
        """Log the visit of a listing or feed, remember what it showed and add the monitors made of it, due at once, all
        in one transaction; return the added."""
        check = write.check
        with self._database.writing() as connection:
            checks.record_checks(connection, [write])
            catalogue.put_items(connection, check.monitor_id, items, check.at)
            return catalogue.add_monitors(connection, new_monitors, check.at, from_config=False)

    def add_monitors(self, sources: Iterable[Source], monitors: Iterable[Monitor], now: datetime) -> list[Monitor]:
        """Add monitors by hand, with their sources where those are new; the configuration does not take them away."""
        with self._database.writing() as connection:
            catalogue.put_sources(connection, sources)
            return catalogue.add_monitors(connection, monitors, now, from_config=False)

    def change_monitor(self, monitor: Monitor, now: datetime) -> bool:
        """Make a monitor that was added by hand as given; False when the id is unknown or the configuration's."""
        with self._database.writing() as connection:
            return catalogue.change_monitor(connection, monitor, now)

    def set_monitor_active(self, monitor_id: str, active: bool) -> bool:
        """Switch a monitor on or off; its history stays. False when the id is unknown."""
        with self._database.writing() as connection:
            return catalogue.set_monitor_active(connection, monitor_id, active)

    # Due work

    def due(self, now: datetime, *, only: Collection[str] | None = None, ignore_due: bool = False) -> list[Watched]:
        """What a claim would hand out, without claiming it: for a run that writes nothing."""
        with self._database.reading() as connection:
            return claims.due(connection, now, only=only, ignore_due=ignore_due)

    def release_machine(self, now: datetime, machine: str) -> int:
        """End every lease of runs on this machine (run names begin "machine:"), of monitors and of deliveries, and make
        what they held due now; return how many. For a run that knows by its lock that no other is alive here."""
        with self._database.writing() as connection:
            held = claims.release_beginning(connection, now, f"{machine}:")
            return held + outbox.release_machine(connection, now, machine)

    def release_worker(self, now: datetime, worker: str) -> int:
        """End every lease and hold of one worker's runs (named "worker/number") on monitors and make what they held due
        now; return how many. For a worker that has stopped all its runs."""
        with self._database.writing() as connection:
            return claims.release_beginning(connection, now, f"{worker}/")

    def claim_due(
        self,
        now: datetime,
        *,
        limit: int,
        lease: timedelta,
        only: Collection[str] | None = None,
        ignore_due: bool = False,
        not_since: datetime | None = None,
        run: str,
        gate: str | None = None,
        hold: timedelta | None = None,
    ) -> list[Watched]:
        """Take up to `limit` due monitors, plan each one's next check and hold it until now + lease. ignore_due takes
        those that are not due too; not_since leaves out what was claimed at that time or later, so that a round takes
        each monitor once; a monitor under a live lease is never taken.

        The run takes the gates of its monitors too, until now + hold (or lease); what lies behind a gate that another
        live run holds is never taken, nor, unless ignore_due, what asked to be left alone. gate: only what lies behind
        it; leases there of runs that lost the gate end."""
        with self._database.writing() as connection:
            return claims.claim_due(
                connection,
                now,
                limit=limit,
                lease=lease,
                only=only,
                ignore_due=ignore_due,
                not_since=not_since,
                run=run,
                gate=gate,
                hold=hold,
            )

    def release_claims(self, now: datetime, *, run: str | None = None, words: Sequence[GateWord] = ()) -> int:
        """End the live leases of a run, or of all runs, and make what they held due now; give back the gates, with
        words, what was learned there; return how many monitors were held. For a run that ends, and for one that knows
        by its lock that no other is alive."""
        with self._database.writing() as connection:
            return claims.release_claims(connection, now, run=run, words=words)

    def mend_clock(self, now: datetime) -> int:
        """Make due now what a clock had planned that has been set back since, pages and mails; return how many."""
        with self._database.writing() as connection:
            return claims.mend_clock(connection, now) + outbox.mend_clock(connection, now)

    def monitor_states(self) -> list[MonitorState]:
        with self._database.reading() as connection:
            return claims.monitor_states(connection)

    # Visits

    def record_check(
        self,
        check: Check,
        *,
        etag: str = "",
        last_modified: str = "",
        raw: str = "",
        fingerprint: str = "",
        next_check_at: datetime | None = None,
    ) -> int:
        """Log a visit without new text, bring the state up to date, end the lease; return the check's id. The fields
        are those of CheckWrite."""
        return self.record_checks([CheckWrite(check, etag, last_modified, raw, fingerprint, next_check_at)])[0]

    def record_checks(self, writes: Sequence[CheckWrite]) -> list[int]:
        """The same for many visits in one transaction."""
        with self._database.writing() as connection:
            return checks.record_checks(connection, writes)

    def record_page(self, write: PageWrite) -> Change | None:
        """Record a page with new text and all that follows from it; return the change with its ids. Raises StaleWrite
        when the monitor's latest version is not write.expected_version, StoreError when the body is not kept yet."""
        if write.version is not None and not self._bodies.has(write.body_sha):
            raise StoreError(f"{write.check.monitor_id}: the body {write.body_sha} must be kept before its page")
        with self._database.writing() as connection:
            return pages.record_page(connection, write)

    def record_event(
        self,
        write: CheckWrite,
        change: Change,
        alert: Alert | None,
        deliveries: Sequence[Delivery],
        fact: tuple[str, str],
    ) -> Change:
        """Log a visit together with what it means beyond the text (the page was removed, came back, moved), its alert,
        who is owed it, and the remembered fact (key, value) that it was told; return the change with its ids."""
        with self._database.writing() as connection:
            checks.record_checks(connection, [write])
            _remember(connection, *fact)
            return pages.tell(connection, change, alert, deliveries)

    def record_technical(self, version: Version, change: Change) -> Version:
        """Keep the text of the latest snapshot as another extractor takes it; the new version becomes the latest.

        version.id is the version it was derived anew from. Raises StaleWrite when that is no longer the latest."""
        with self._database.writing() as connection:
            return pages.record_technical(connection, version, change)

    def failing(self, at_least: int) -> list[Failing]:
        """Active monitors with so many failed checks in a row, the longest failing first."""
        with self._database.reading() as connection:
            return checks.failing(connection, at_least)

    def checks(self, monitor_id: str, limit: int = 100) -> list[Check]:
        with self._database.reading() as connection:
            return checks.checks_of(connection, monitor_id, limit)

    def last_checks(self) -> dict[str, Check]:
        with self._database.reading() as connection:
            return checks.last_checks(connection)

    # Bodies, snapshots, versions

    def put_body(self, body: bytes) -> str:
        """Keep a body durably and return its SHA-256 in hex."""
        return self._bodies.put(body)

    def body(self, sha: str) -> bytes:
        """The bytes of that name; raises BodyDamaged."""
        return self._bodies.get(sha)

    def sweep_bodies(self, now: datetime) -> int:
        """Remove what killed writers left behind more than an hour ago; return how many files."""
        return self._bodies.sweep(now)

    def free_bytes(self) -> int | None:
        """How much room is left where the bodies lie; None where nobody can say."""
        return self._bodies.free_bytes()

    def snapshot(self, sha: str, monitor_id: str = "") -> SnapshotInfo | None:
        """How these bytes first arrived, from any monitor or from the one named."""
        with self._database.reading() as connection:
            return snapshots.snapshot_info(connection, sha, monitor_id)

    def latest_version(self, monitor_id: str) -> Version | None:
        with self._database.reading() as connection:
            return snapshots.latest_version(connection, monitor_id)

    def sibling_versions(self, monitor_id: str, limit: int = 5) -> list[Version]:
        """The latest versions of other active monitors on the same host, newest first."""
        with self._database.reading() as connection:
            return snapshots.sibling_versions(connection, monitor_id, limit)

    def version(self, version_id: int) -> Version | None:
        with self._database.reading() as connection:
            return snapshots.one_version(connection, version_id)

    def versions(self, monitor_id: str, first: int = 0) -> list[VersionSummary]:
        """All versions of a monitor, or those from that id on, oldest first."""
        with self._database.reading() as connection:
            return snapshots.versions_of(connection, monitor_id, first)

    # Changes

    def change(self, change_id: int) -> Change | None:
        with self._database.reading() as connection:
            return changes.one_change(connection, change_id)

    def changes(self, wanted: ChangeQuery) -> list[ChangeRow]:
        with self._database.reading() as connection:
            return changes.find_changes(connection, wanted)

    def members(self, change_id: int) -> list[ChangeRow]:
        """The changes of other pages of the host that tell the same words within two days, and this one, oldest first:
        one edit of a template, one event."""
        with self._database.reading() as connection:
            return changes.members(connection, change_id)

    # Questions to the second reader

    def put_question(self, question: Question) -> bool:
        """Log a question with what came of it; each change is asked about once: False for one that was before."""
        with self._database.writing() as connection:
            return questions.put_question(connection, question)

    def question(self, change_id: int) -> Question | None:
        with self._database.reading() as connection:
            return questions.one_question(connection, change_id)

    def question_counts(self, since: datetime) -> Mapping[QuestionOutcome, int]:
        """How many questions since then came to what; outcomes that did not occur are left out."""
        with self._database.reading() as connection:
            return questions.question_counts(connection, since)

    # Facts of the run

    def state(self, key: str) -> str:
        """A remembered fact, "" where there is none."""
        with self._database.reading() as connection:
            return lengthened(connection.scalar(select(run_facts.c.value).where(run_facts.c.key == key)) or "")

    def secret(self, fresh: str) -> str:
        """The installation's secret; a new installation takes `fresh`. Whoever holds it can make our links."""
        with self._database.writing() as connection:
            one_at_a_time(connection)
            known = connection.scalar(select(run_facts.c.value).where(run_facts.c.key == "secret"))
            if known is None:
                connection.execute(insert(run_facts), {"key": "secret", "value": fresh})
            return known or fresh

    def set_state(self, key: str, value: str) -> None:
        """Remember a fact; "" forgets it."""
        with self._database.writing() as connection:
            _remember(connection, key, value)


def _remember(connection: Connection, key: str, value: str) -> None:
    one_at_a_time(connection)
    connection.execute(delete(run_facts).where(run_facts.c.key == key))
    if value:
        connection.execute(insert(run_facts), {"key": key, "value": shortened(clean(value))})
