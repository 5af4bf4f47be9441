"""The Store's methods of keeping: whether all is whole, copies of it, and the roots of the chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from storage import copying, roots, standings, verify_bodies, verify_chain, verify_rows
from storage.archived import Archived, one_archived, put_archived
from storage.bodies import Bodies
from storage.chain import SnapshotInfo
from storage.engine import Database, one_at_a_time
from storage.errors import BodyDamaged
from storage.faults import Fault, FaultKind
from storage.objects import open_bodies
from storage.repair import index_all, repair
from storage.roots import Root
from storage.snapshots import info_of
from storage.tables import checks, snapshots
from storage.verify_chain import Proof

_PARTS = (
    verify_rows.database_faults,
    verify_rows.dangling_faults,
    verify_rows.record_faults,
    verify_rows.version_faults,
    verify_rows.change_faults,
    verify_rows.order_faults,
    verify_rows.index_faults,
    verify_chain.chain_faults,
    verify_chain.root_faults,
)


class Keeping:
    """Every method is one transaction, but for the making of a root."""

    _database: Database
    _bodies: Bodies

    def verify(self, now: datetime, *, bodies: bool = True) -> Iterator[Fault]:
        """Everything that is wrong, as it is found; without `bodies` the database alone. One moment of it: others may
        write meanwhile."""
        with self._database.snapshot() as connection:
            try:
                for part in _PARTS:
                    yield from part(connection)
                if bodies:
                    yield from verify_bodies.body_faults(connection, self._bodies, now)
            except DatabaseError as error:
                words = f"{error.orig}; what else is wrong can't be seen; restore it from a backup"
                yield Fault(FaultKind.DATABASE, "the database", words)

    def repair(self, now: datetime) -> Counter[FaultKind]:
        """Put right what can be without touching anything that was seen; how many of what. For a caller that knows by
        the lock that no round runs here."""
        with self._database.writing() as connection:
            return repair(connection, self._bodies, now)

    def keep_standings(self, now: datetime) -> bool:
        """Count how monitors stand and keep it for readers, where there are many and the kept count is due to be
        renewed; whether that was so. For those who work, at each tick."""
        with self._database.reading() as connection:
            counted = standings.counted_anew(connection, now)
        if counted is None:
            return False
        with self._database.writing() as connection:
            standings.keep(connection, counted)
        return True

    def copy_database(self, path: Path) -> None:
        """Copy the database, as it is now, to a new SQLite file; others may write meanwhile."""
        copying.copy_to_file(self._database, path)

    def copy_bodies(self, place: Path | str, named: Sequence[str] | None = None) -> tuple[int, list[str]]:
        """Copy these bodies, or all that snapshots name, where the folder or store of objects lacks them; how many, and
        the names of those that are missing or damaged here and not there yet."""
        target, copied, lost = open_bodies(place), 0, []
        for sha in self.named_bodies() if named is None else named:
            if not target.has(sha):
                try:
                    target.put(self._bodies.get(sha))
                    copied += 1
                except BodyDamaged:
                    lost.append(sha)
        return copied, lost

    def named_bodies(self) -> list[str]:
        with self._database.reading() as connection:
            return sorted(set(connection.scalars(select(snapshots.c.sha))))

    def digests(self) -> dict[str, dict[str, object]]:
        """Of each table its number of rows and their hash: two stores with equal ones hold the same history."""
        with self._database.snapshot() as connection:
            return copying.digests(connection)

    def count_rows(self) -> dict[str, int]:
        """How many rows each table has."""
        with self._database.reading() as connection:
            return copying.count_rows(connection)

    def is_empty(self) -> bool:
        with self._database.reading() as connection:
            return copying.is_empty(connection)

    def take_rows(self, other: Keeping) -> None:
        """Copy all rows of another store into this one, which is empty, and let search find them."""
        with other._database.snapshot() as source, self._database.writing() as target:
            one_at_a_time(target)
            copying.copy_rows(source, target)
            index_all(target)

    def make_root(self, now: datetime) -> Root | None:
        """Make the root of this day; None where it is made already or there is nothing to make it of."""
        with self._database.reading() as connection:
            if roots.is_made(connection, now.date()):
                return None
        with self._database.writing() as connection:
            newest = roots.settled_check(connection)
        if newest is None:
            return None
        with self._database.reading() as connection:
            links = roots.heads_at(connection, newest)
        with self._database.writing() as connection:
            return roots.put_root(connection, now, newest, links)

    def roots(self) -> list[Root]:
        """Oldest first."""
        with self._database.reading() as connection:
            return roots.all_roots(connection)

    def root_text(self, root: Root) -> str:
        """The text that a root is the hash of, made anew from the chains."""
        with self._database.reading() as connection:
            return roots.text_of(connection, root)

    def root_over(self, check_id: int) -> Root | None:
        """The oldest root that covers this check."""
        with self._database.reading() as connection:
            return roots.first_root_over(connection, check_id)

    def sign_root(self, day: date, signature: bytes) -> None:
        with self._database.writing() as connection:
            roots.sign_root(connection, day, signature)

    def stamp_root(self, day: date, stamp: bytes, by: str) -> None:
        with self._database.writing() as connection:
            roots.stamp_root(connection, day, stamp, by)

    def proof(self, version_id: int) -> Proof | None:
        """What proves a version, None for an unknown one."""
        with self._database.reading() as connection:
            return verify_chain.proof_of(connection, version_id)

    def put_archived(self, kept: Archived) -> None:
        """Log what a public archive kept of a change; the last one of a change counts."""
        with self._database.writing() as connection:
            put_archived(connection, kept)

    def archived(self, change_id: int) -> Archived | None:
        with self._database.reading() as connection:
            return one_archived(connection, change_id)

    def snapshots_of(self, monitor_id: str) -> list[SnapshotInfo]:
        """How each body of a monitor first came, oldest first."""
        with self._database.reading() as connection:
            query = select(snapshots).where(snapshots.c.monitor_id == monitor_id).order_by(snapshots.c.at)
            return [info_of(row) for row in connection.execute(query)]

    def newest_check_id(self, monitor_id: str, at: datetime | None = None) -> int:
        """Of the checks of a monitor, up to that time; 0 where there is none."""
        with self._database.reading() as connection:
            newest = select(func.max(checks.c.id)).where(checks.c.monitor_id == monitor_id)
            return connection.scalar(newest if at is None else newest.where(checks.c.at <= at)) or 0

    def chain_lines(self, monitor_id: str, last_check_id: int) -> list[tuple[int, str, str]]:
        """(check's id, its line, its link) of a monitor up to a check, oldest first; link "" from before the chain."""
        with self._database.reading() as connection:
            return verify_chain.chain_lines(connection, monitor_id, last_check_id)
