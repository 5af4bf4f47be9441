"""All monitors with how they stand, and one monitor with its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitors.records import Check, CheckOutcome
from web.catalogue import by_name, jurisdictions_of
from web.filters import AskedMonitors, ChangesAsked, MonitorId
from web.room import InRoom, Shown
from web.standing import coverage, find_rows, monitor_line, monitor_rows, one_row
from web.twins import change_line, version_stamp

STRIP_DAYS = 60
STRIP_CHECKS = 1500  # hourly checks fill 60 days; for busier monitors the strip is shorter
LISTED_CHECKS = 40
LISTED_CHANGES = 50

# Of several checks on one day the strip shows the most telling outcome.
_TELLING = (
    CheckOutcome.CHANGED,
    CheckOutcome.FIRST,
    CheckOutcome.UNCHANGED,
    CheckOutcome.NOT_MODIFIED,
    CheckOutcome.BLOCKED,
    CheckOutcome.FAILED,
)


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day (UTC) of a monitor. outcome: its most telling check's, None where there was none."""

    day: date
    outcome: CheckOutcome | None
    checks: int


def monitors(room: InRoom, asked: AskedMonitors) -> Shown:
    rows = monitor_rows(room.store)
    found = find_rows(rows, asked)
    page = found[: asked.limit]
    following = asked.query(after=page[-1].monitor.id) if len(found) > asked.limit else None
    sources = room.store.sources()
    return Shown(
        "monitors.html",
        {
            "rows": page,
            "found": len(found),
            "asked": asked,
            "following": following,
            "coverage": coverage(rows),
            "sources": by_name(sources),
            "jurisdictions": jurisdictions_of(sources),
        },
        lambda: {
            "monitors": [monitor_line(row) for row in page],
            "next": room.address(f"/monitors.json?{following}") if following else None,
        },
        asked.query(),
    )


def monitor(room: InRoom, monitor_id: MonitorId) -> Shown:
    store = room.store
    checks = store.checks(monitor_id, STRIP_CHECKS)
    row = one_row(store, monitor_id, checks[0] if checks else None)
    versions = store.versions(monitor_id)[::-1]
    changes = store.changes(ChangesAsked(every=True).wanted(monitors=(monitor_id,), limit=LISTED_CHANGES))
    return Shown(
        "monitor.html",
        {
            "row": row,
            "versions": versions,
            "checks": checks[:LISTED_CHECKS],
            "checks_more": max(0, len(checks) - LISTED_CHECKS),
            "strip": strip(checks, room.clock()),
            "changes": changes,
            "listed_changes": LISTED_CHANGES,
        },
        lambda: {
            **monitor_line(row),
            "versions": [version_stamp(version) for version in versions],
            "checks": checks,
            "changes": [change_line(change) for change in changes],
        },
    )


def strip(checks: list[Check], now: datetime) -> list[StripDay]:
    """A monitor's last days, oldest first, from its checks (newest first) on; at most STRIP_DAYS."""
    if not checks:
        return []
    today = now.date()
    first = max(checks[-1].at.date(), today - timedelta(days=STRIP_DAYS - 1))
    by_day: dict[date, list[CheckOutcome]] = {}
    for check in checks:
        by_day.setdefault(check.at.date(), []).append(check.outcome)
    days = [first + timedelta(days=number) for number in range((today - first).days + 1)]
    return [_strip_day(day, by_day.get(day, [])) for day in days]


def _strip_day(day: date, outcomes: list[CheckOutcome]) -> StripDay:
    return StripDay(day, min(outcomes, key=_TELLING.index) if outcomes else None, len(outcomes))
