"""Every monitor with how it stands; read once for a page and then sorted, filtered and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import HTTPException

from monitors.records import Check, Monitor, Source, SourceKind
from storage import MonitorState, Store
from web.catalogue import owner_of
from web.filters import MonitorsAsked, Standing
from web.wording import OUTCOME_WORDS, reason_of

# A round takes minutes and is started at least hourly; what is late by more than this is not being looked after.
LATE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class MonitorRow:
    """A monitor, whose it is, its state and its last check (None before the first)."""

    monitor: Monitor
    source: Source
    state: MonitorState
    check: Check | None

    @property
    def standing(self) -> Standing:
        if not self.monitor.active:
            return Standing.INACTIVE
        if self.state.last_ok_at is None:
            return Standing.NEVER
        return Standing.FAILING if self.state.failures else Standing.GOOD

    @property
    def failing(self) -> bool:
        """Active, and its last checks failed; also where none ever succeeded."""
        return self.monitor.active and self.state.failures > 0

    @property
    def reason(self) -> str:
        """Why the last check brought no page, "" where it did or there was none."""
        return reason_of(self.check) if self.check else ""

    def late(self, now: datetime) -> bool:
        return self.monitor.active and self.state.next_check_at + LATE < now


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many monitors of one sort there are and how they stand; good, failing and never add up to active."""

    active: int
    good: int
    failing: int
    never: int

    @property
    def share(self) -> float:
        """Of the active ones, how many had a good last check: 0 to 1, and 1 where there are none."""
        return self.good / self.active if self.active else 1.0


def monitor_rows(store: Store) -> list[MonitorRow]:
    """All monitors by id."""
    sources = {source.id: source for source in store.sources()}
    states = {state.monitor_id: state for state in store.monitor_states()}
    checks = store.last_checks()
    return [
        MonitorRow(monitor, sources[monitor.source_id], states[monitor.id], checks.get(monitor.id))
        for monitor in store.monitors()
        if monitor.id in states and monitor.source_id in sources  # added between two of these questions
    ]


def one_row(store: Store, monitor_id: str, check: Check | None) -> MonitorRow:
    """One monitor with its last check, which the caller has read already; 404 for an unknown one."""
    monitor, source = owner_of(store, monitor_id)
    state = next((state for state in store.monitor_states() if state.monitor_id == monitor_id), None)
    if state is None:
        raise HTTPException(404)
    return MonitorRow(monitor, source, state, check)


def find_rows(rows: Iterable[MonitorRow], asked: MonitorsAsked) -> list[MonitorRow]:
    """The rows that pass all filters, after the id where the page before ended."""
    return [
        row
        for row in rows
        if (not asked.standing or row.standing in asked.standing)
        and (not asked.jurisdiction or row.source.jurisdiction in asked.jurisdiction)
        and (not asked.kind or row.source.kind in asked.kind)
        and (not asked.source or row.source.id in asked.source)
        and (asked.after is None or row.monitor.id > asked.after)
    ]


def broken(rows: Iterable[MonitorRow]) -> list[MonitorRow]:
    """Active monitors that once were reached and now fail, the latest to break first."""
    failing = [row for row in rows if row.standing is Standing.FAILING and row.state.failing_since is not None]
    return sorted(failing, key=lambda row: (row.state.failing_since, row.monitor.id), reverse=True)


def coverage(rows: Iterable[MonitorRow]) -> Coverage:
    standings = [row.standing for row in rows]
    good, failing, never = (standings.count(one) for one in (Standing.GOOD, Standing.FAILING, Standing.NEVER))
    return Coverage(good + failing + never, good, failing, never)


def coverage_by_kind(rows: Iterable[MonitorRow]) -> dict[SourceKind, Coverage]:
    """The same for each kind of source that has an active monitor."""
    listed = list(rows)
    counted = {kind: coverage(row for row in listed if row.source.kind is kind) for kind in SourceKind}
    return {kind: one for kind, one in counted.items() if one.active}


def monitor_line(row: MonitorRow) -> dict[str, object]:
    """A monitor in a twin."""
    monitor, state = row.monitor, row.state
    return {
        "id": monitor.id,
        "title": monitor.title,
        "url": monitor.url,
        "spider": monitor.spider,
        "parent": monitor.parent or None,
        "active": monitor.active,
        "interval_seconds": monitor.interval,
        "source": row.source,
        "standing": row.standing,
        "last_check": row.check,
        "outcome": OUTCOME_WORDS[row.check.outcome] if row.check else None,
        "reason": row.reason or None,
        "last_ok_at": state.last_ok_at,
        "failures": state.failures,
        "failing_since": state.failing_since,
        "next_check_at": state.next_check_at,
        "latest_version": state.latest_version or None,
    }
