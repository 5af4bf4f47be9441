"""Which monitors are due, handed out once.

Claiming writes the plan for the next check and a lease in one transaction. Two runs never hold one monitor at once:
SQLite lets one writer in at a time, PostgreSQL passes over rows that another claim has locked (SKIP LOCKED). Nor do
they ask one host at once: a claim takes the gates of its monitors too, and leaves out those that another run holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, or_, select, true, update

from monitors.pace import CLOCK_DIFFERENCE, held, spread
from monitors.records import Monitor, Source, Watched
from storage import gates as gates_of
from storage.catalogue import items_of
from storage.gates import GateWord
from storage.rows import recalled
from storage.tables import gates, monitors, sources, states

_TRIES = 3


@dataclass(frozen=True, slots=True)
class MonitorState:
    """How a monitor stands: last visits, failures in a row, the plan, and the lease while a run holds it."""

    monitor_id: str
    next_check_at: datetime
    last_check_at: datetime | None
    last_ok_at: datetime | None
    failures: int
    failing_since: datetime | None
    latest_version: int
    claimed_until: datetime | None
    claimed_by: str
    pace: timedelta


def claim_due(
    connection: Connection,
    now: datetime,
    *,
    limit: int,
    lease: timedelta,
    only: Collection[str] | None,
    ignore_due: bool,
    not_since: datetime | None,
    run: str,
    gate: str | None = None,
    hold: timedelta | None = None,
) -> list[Watched]:
    """Take up to `limit` monitors that are due, the longest due first, and plan their next checks; see the Store."""
    until = now + (hold or lease)
    if gate is not None:
        if not gates_of.hold(connection, [gate], now, until, run):
            return []
        _release_dead(connection, now, gate, run)
    query = _claimable(now, only, ignore_due, not_since).where(_open_to(now, run, silent=not ignore_due))
    if gate is not None:
        query = query.where(monitors.c.gate == gate)
    query = query.limit(limit).with_for_update(of=states, skip_locked=True)
    found = _found(connection, query)
    for _ in range(_TRIES):
        taken_gates = gates_of.hold(connection, {gate for gate, _ in found}, now, until, run)
        mine = [watched for gate, watched in found if gate in taken_gates]
        if mine or not found:
            break
        # Another claim took these gates since we looked; its hold is to be seen now.
        found = _found(connection, query)
    return _take(connection, mine, now, lease, run)


def _take(connection: Connection, found: list[Watched], now: datetime, lease: timedelta, run: str) -> list[Watched]:
    if found:
        taken = {"leased_at": now, "lease_until": now + lease, "due_at": now + lease, "lease_run": run}
        plan = [{"claimed": watched.monitor.id, "next_check_at": _planned(watched, now), **taken} for watched in found]
        connection.execute(update(states).where(states.c.monitor_id == bindparam("claimed")), plan)
    return found


def _planned(watched: Watched, now: datetime) -> datetime:
    return now + spread(watched.monitor.id, held(watched.monitor, watched.pace), now)


def due(connection: Connection, now: datetime, *, only: Collection[str] | None, ignore_due: bool) -> list[Watched]:
    """What a claim would hand out, untouched."""
    return [watched for _, watched in _found(connection, _claimable(now, only, ignore_due))]


def release_claims(connection: Connection, now: datetime, *, run: str | None, words: Sequence[GateWord] = ()) -> int:
    """End the live leases of one run, or of all: what they held and did not record is due now; so do their gates, and
    words, what was learned there, is kept. Return how many monitors that were.

    Behind a gate that the run took and did not come to claim from, a dead run's leases end too: else the gate would be
    due when these end."""
    count = _release(connection, now, true() if run is None else states.c.lease_run == run)
    if run is not None:
        count += _release_behind(connection, now, gates.c.held_by == run)
    gates_of.remember(connection, words)
    gates_of.release_runs(connection, run)
    return count


def release_beginning(connection: Connection, now: datetime, beginning: str) -> int:
    """The same for all runs whose names begin so: those of one machine ("machine:") or of one worker ("worker/")."""
    count = _release(connection, now, states.c.lease_run.startswith(beginning, autoescape=True))
    count += _release_behind(connection, now, gates.c.held_by.startswith(beginning, autoescape=True))
    gates_of.release_runs(connection, None, beginning)
    return count


def mend_clock(connection: Connection, now: datetime) -> int:
    """Make due now what was planned by a clock that has been set back since, and forget the times it left; return how
    many monitors that were. Without this a clock that was once ten years ahead would silence them for ten years."""
    ahead = now + CLOCK_DIFFERENCE
    planned = update(states).where(or_(states.c.leased_at > ahead, states.c.last_check_at > ahead))
    anew = {"leased_at": now, "lease_until": None, "due_at": now, "next_check_at": now, "last_check_at": None}
    gates_of.mend_clock(connection, now)
    return connection.execute(planned, anew).rowcount


def monitor_states(connection: Connection) -> list[MonitorState]:
    """The state of every monitor, by id."""
    query = select(
        states.c.monitor_id,
        states.c.next_check_at,
        states.c.last_check_at,
        states.c.last_ok_at,
        states.c.failures,
        states.c.failing_since,
        states.c.latest_version,
        states.c.lease_until,
        states.c.lease_run,
        states.c.pace,
    ).order_by(states.c.monitor_id)
    return [state_of(row) for row in connection.execute(query)]


def state_of(row: Any) -> MonitorState:
    """A row with the columns of monitor_states as a MonitorState."""
    return MonitorState(
        row.monitor_id, row.next_check_at, row.last_check_at, row.last_ok_at, row.failures, row.failing_since,
        row.latest_version or 0, row.lease_until, row.lease_run if row.lease_until else "",
        timedelta(seconds=row.pace),
    )  # fmt: skip


def _release(connection: Connection, now: datetime, whose: ColumnElement[bool]) -> int:
    held = update(states).where(states.c.lease_until > now, whose)
    return connection.execute(held, {"lease_until": now, "due_at": now}).rowcount


def _release_behind(connection: Connection, now: datetime, held: ColumnElement[bool]) -> int:
    """End the leases behind gates that are held so: whoever took a gate was the last to be at work behind it."""
    taken = select(monitors.c.id).join_from(gates, monitors, monitors.c.gate == gates.c.name).where(held)
    return _release(connection, now, states.c.monitor_id.in_(taken))


def _release_dead(connection: Connection, now: datetime, gate: str, run: str) -> None:
    """We have just taken the gate, so whoever leased something behind it holds it no longer: dead, or too slow."""
    behind = select(monitors.c.id).where(monitors.c.gate == gate)
    _release(connection, now, (states.c.lease_run != run) & states.c.monitor_id.in_(behind))


def _open_to(now: datetime, run: str, *, silent: bool) -> ColumnElement[bool]:
    """That no other live run holds the monitor's gate and, if asked for, that it does not want to be left alone."""
    closed = (gates.c.held_until > now) & (gates.c.held_by != run)
    if silent:
        closed |= gates_of.silent(now)
    return ~exists().where(gates.c.name == monitors.c.gate, closed)


def _found(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[tuple[str, Watched]]:
    """The monitors with their gates."""
    rows = connection.execute(query).all()
    found = [(recalled(Monitor, row.monitor), recalled(Source, row.source), row) for row in rows]
    listings = items_of(connection, (monitor.id for monitor, _, _ in found if monitor.spider != "page"))
    return [
        (row.gate, _watched(monitor, source, row, listings.get(monitor.id, frozenset())))
        for monitor, source, row in found
    ]


def _claimable(
    now: datetime, only: Collection[str] | None, ignore_due: bool, not_since: datetime | None = None
) -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(monitors.c.record.label("monitor"), sources.c.record.label("source"), monitors.c.gate, states)
        .join_from(states, monitors, monitors.c.id == states.c.monitor_id)
        .join(sources, sources.c.id == monitors.c.source_id)
        .where(monitors.c.active)
        .order_by(states.c.due_at, states.c.monitor_id)
    )
    if only is not None:
        query = query.where(states.c.monitor_id.in_(list(only)))
    if not_since is not None:
        # A claim from the future is one that was made before the clock was set back.
        earlier = (states.c.leased_at < not_since) | (states.c.leased_at > now)
        query = query.where(or_(states.c.leased_at.is_(None), earlier))
    if ignore_due:
        return query.where(or_(states.c.lease_until.is_(None), states.c.lease_until <= now))
    return query.where(states.c.due_at <= now)


def _watched(monitor: Monitor, source: Source, row: Any, known: frozenset[str]) -> Watched:
    return Watched(
        monitor=monitor,
        source=source,
        etag=row.etag,
        last_modified=row.last_modified,
        last_raw=row.last_raw,
        fingerprint=row.fingerprint,
        latest_version=row.latest_version or 0,
        last_ok_at=row.last_ok_at,
        failures=row.failures,
        failing_since=row.failing_since,
        slots=row.slots,
        stencil=row.stencil,
        pace=timedelta(seconds=row.pace),
        whole_at=row.whole_at,
        known_items=known,
    )
