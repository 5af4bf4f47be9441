"""Monitors with how they stand, and how many stand how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitors.pace import held
from monitors.records import Check, Monitor, Source, SourceKind
from storage import MonitorListed, MonitorQuery, MonitorState, Standing, Standings, Store
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


def listed(rows: Iterable[MonitorListed]) -> list[MonitorRow]:
    return [MonitorRow(row.monitor, row.source, row.state, row.check) for row in rows]


def broken(store: Store, limit: int) -> list[MonitorRow]:
    """Active monitors that once were reached and now fail, the latest to break first."""
    return listed(store.list_monitors(MonitorQuery(broken=True, limit=limit)))


def coverage(counts: Mapping[str, Mapping[Standing, int]]) -> Coverage:
    """All that was counted (see Store.count_standings), put together."""
    good, failing, never = (
        sum(one.get(standing, 0) for one in counts.values())
        for standing in (Standing.GOOD, Standing.FAILING, Standing.NEVER)
    )
    return Coverage(good + failing + never, good, failing, never)


def coverage_by_kind(counts: Mapping[str, Mapping[Standing, int]]) -> dict[SourceKind, Coverage]:
    """The same for each kind of source that has an active monitor."""
    counted = {kind: coverage({kind: counts.get(kind, {})}) for kind in SourceKind}
    return {kind: one for kind, one in counted.items() if one.active}


def counted_at(standings: Standings, now: datetime) -> datetime | None:
    """When that was counted, None where that is now."""
    return standings.at if standings.at < now else None


def inactive(counts: Mapping[str, Mapping[Standing, int]]) -> int:
    return sum(one.get(Standing.INACTIVE, 0) for one in counts.values())


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
        "pace_seconds": held(monitor, state.pace),
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
