"""The chain of each monitor walked from its first link, and the roots made anew; see storage/chain.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from monitors.records import Extractor, Version
from storage.chain import Line, SnapshotInfo, capture_text, line_text, next_link, sha_of, version_text
from storage.checks import check_of
from storage.faults import Fault, FaultKind
from storage.roots import all_roots, text_of
from storage.rows import stored_json
from storage.snapshots import info_of, readable
from storage.tables import checks, covered, extractors, folded_links, monitors, run_facts, snapshots, states, versions

# The newest check from before there were links, as the migration noted it.
BEGINS_AFTER = "chain begins after"
BROKEN = (
    "its link does not follow from the one before: this check, how its body came or its version was altered, "
    "or a check before it was taken away or put in"
)
NOT_FOLDED = "its link is kept as that of a folded check, but no day says that it holds it: checks were taken away"


@dataclass(frozen=True, slots=True)
class Proof:
    """A version's snapshot and text in the forms whose SHA-256 stand in the chain, with the checks where they do: the
    one that first brought the bytes, and the one that brought this text (None: derived anew, or from before)."""

    info: SnapshotInfo
    capture: str
    capture_check: int | None
    text: str
    text_check: int | None


def chain_faults(connection: Connection) -> Iterator[Fault]:
    """The first broken link of each monitor; what comes after it can't be judged."""
    begins = int(connection.scalar(select(run_facts.c.value).where(run_facts.c.key == BEGINS_AFTER)) or 0)
    heads = dict(connection.execute(select(states.c.monitor_id, states.c.chain)).all())
    for monitor_id in connection.scalars(select(monitors.c.id).order_by(monitors.c.id)).all():
        fault = _walk(connection, monitor_id, heads.get(monitor_id), begins)
        if fault is not None:
            yield fault


def chain_lines(connection: Connection, monitor_id: str, last_check_id: int) -> list[tuple[int, str, str]]:
    """(check's id, line, link) of a monitor up to a check, as they are stored; from before the chain: no link; of a
    folded check whose link is kept: no line."""
    query = select(checks).where(checks.c.monitor_id == monitor_id, checks.c.id <= last_check_id).order_by(checks.c.id)
    captures, texts = _covered(connection, monitor_id)
    lines = [(row.id, _line(row, captures, texts), row.link) for row in connection.execute(query)]
    folded = [(number, "", link) for number, link in _folded(connection, monitor_id) if number <= last_check_id]
    return sorted([*lines, *folded])


def proof_of(connection: Connection, version_id: int) -> Proof | None:
    """What proves a version; None for an unknown one."""
    rows = whole_versions(connection, version_id - 1, 1)
    if not rows or rows[0].id != version_id:
        return None
    [row] = rows
    came = select(snapshots).where(snapshots.c.monitor_id == row.monitor_id, snapshots.c.sha == row.snapshot)
    snapshot = connection.execute(came).one()
    info = info_of(snapshot)
    return Proof(info, capture_text(info), snapshot.check_id, stored_version_text(row), row.check_id)


def root_faults(connection: Connection) -> Iterator[Fault]:
    before = ""
    for root in all_roots(connection):
        where = f"root of {root.day.isoformat()}"
        if root.before != before:
            yield Fault(FaultKind.BROKEN_ROOT, where, "it does not name the root before it: one was altered or removed")
        elif sha_of(text_of(connection, root)) != root.sha:
            yield Fault(FaultKind.BROKEN_ROOT, where, "made anew from the chains it is another: a chain was rewritten")
        before = root.sha


def stored_version_text(row: Row[*tuple[Any, ...]]) -> str:
    """The text of a stored version, from what stands in its row; raises what a damaged row raises."""
    version = Version(
        row.monitor_id, row.snapshot, row.at, Extractor(row.by, row.stamp, row.options), row.title, readable(row), ()
    )
    return version_text(version, stored_json(row.segments))


def _walk(connection: Connection, monitor_id: str, head: str | None, begins: int) -> Fault | None:
    captures, texts = _covered(connection, monitor_id)
    query = select(checks).where(checks.c.monitor_id == monitor_id).order_by(checks.c.id)
    link, folded = "", _folded(connection, monitor_id)
    days = _folded_days(connection, monitor_id) if folded else []
    with connection.execute(query.execution_options(yield_per=1000)) as rows:
        for row in rows:
            while folded and folded[0][0] < row.id:
                number, link = folded.pop(0)
                if not any(first <= number <= last for first, last in days):
                    return Fault(FaultKind.BROKEN_LINK, f"check {number} of {monitor_id}", NOT_FOLDED)
            if not row.link and not link and row.id <= begins:
                continue
            try:
                expected = next_link(link, _line(row, captures, texts))
            except ValueError as error:
                return Fault(FaultKind.BROKEN_LINK, _name(monitor_id, row), f"it can't be read: {error}")
            if row.link != expected:
                return Fault(FaultKind.BROKEN_LINK, _name(monitor_id, row), BROKEN)
            link = row.link
    if head is not None and link != head:
        return Fault(
            FaultKind.CUT_CHAIN, f"monitor {monitor_id}", "its newest checks were taken away, or its state was"
        )
    return None


def _folded(connection: Connection, monitor_id: str) -> list[tuple[int, str]]:
    """(check's id, link) of folded checks, in their order."""
    kept = select(folded_links.c.check_id, folded_links.c.link).where(folded_links.c.monitor_id == monitor_id)
    return [(number, link) for number, link in connection.execute(kept.order_by(folded_links.c.check_id))]


def _folded_days(connection: Connection, monitor_id: str) -> list[tuple[int, int]]:
    """The first and the last check of each folded day."""
    days = select(covered.c.first_id, covered.c.last_id).where(covered.c.monitor_id == monitor_id)
    return [(first, last) for first, last in connection.execute(days)]


def _name(monitor_id: str, row: Row[*tuple[Any, ...]]) -> str:
    return f"check {row.id} of {monitor_id} at {row.at:%Y-%m-%d %H:%M:%S} UTC"


def _line(row: Row[*tuple[Any, ...]], captures: dict[int, str], texts: dict[int, str]) -> str:
    return line_text(Line(check_of(row), captures.get(row.id, ""), texts.get(row.id, "")))


def _covered(connection: Connection, monitor_id: str) -> tuple[dict[int, str], dict[int, str]]:
    """By check: SHA-256 of how its body came, made anew; and of its version, whose row is hashed by itself."""
    came = select(snapshots).where(snapshots.c.monitor_id == monitor_id, snapshots.c.check_id.is_not(None))
    captures = {}
    for row in connection.execute(came):
        try:
            captures[row.check_id] = sha_of(capture_text(info_of(row)))
        except Exception:  # damaged in whatever way: a fault of its own, and the link shows it too
            captures[row.check_id] = "damaged"
    stored = select(versions.c.check_id, versions.c.sha).where(
        versions.c.monitor_id == monitor_id, versions.c.check_id.is_not(None)
    )
    return captures, {check_id: sha for check_id, sha in connection.execute(stored) if check_id is not None}


def whole_versions(connection: Connection, after: int, limit: int) -> list[Row[*tuple[Any, ...]]]:
    """Versions with who made them (None where that is gone), by id, from after one."""
    stamp = (extractors.c.name.label("by"), extractors.c.version.label("stamp"), extractors.c.options)
    query = select(versions, *stamp).outerjoin(extractors, extractors.c.id == versions.c.extractor_id)
    return list(connection.execute(query.where(versions.c.id > after).order_by(versions.c.id).limit(limit)))
