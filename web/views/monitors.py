"""All monitors with how they stand, one monitor with its history, and two of its versions compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import HTTPException

from monitors.diff import compare
from monitors.pace import held
from monitors.records import Cause, Change, CheckOutcome, Reading, Version
from storage import ChangeRow, VersionSummary
from web.catalogue import jurisdictions, offered, one_row, owner_of
from web.fact_lines import fact_lines
from web.filters import AskedCompare, AskedMonitors, ChangesAsked, MonitorId
from web.passages import sort_passages
from web.room import InRoom, Shown
from web.standing import counted_at, coverage, listed, monitor_line
from web.twins import change_line, version_stamp

STRIP_DAYS = 90
LISTED_CHECKS = 40
LISTED_CHANGES = 50
TWIN_CHECKS = 1500

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


@dataclass(frozen=True, slots=True)
class Step:
    """A version in the timeline, with the change that led to it (None for the first)."""

    version: VersionSummary
    row: ChangeRow | None


def monitors(room: InRoom, asked: AskedMonitors) -> Shown:
    found = listed(room.store.list_monitors(asked.wanted(limit=asked.limit + 1)))
    page = found[: asked.limit]
    following = asked.query(after=page[-1].monitor.id) if len(found) > asked.limit else None
    now, wanted = room.clock(), asked.wanted()
    standings = room.store.standings(now)
    matching = standings.matching(wanted)
    choosable, typed = offered(room.store, asked.source)
    return Shown(
        "monitors.html",
        {
            "rows": page,
            "found": room.store.count_monitors(wanted) if matching is None else matching,
            "asked": asked,
            "following": following,
            "coverage": coverage(standings.counts),
            "counted_at": counted_at(standings, now),
            "sources": choosable,
            "typed": typed,
            "jurisdictions": jurisdictions(room.store),
        },
        lambda: {
            "monitors": [monitor_line(row) for row in page],
            "next": room.address(f"/monitors.json?{following}") if following else None,
        },
        asked.query(),
    )


def monitor(room: InRoom, monitor_id: MonitorId) -> Shown:
    store = room.store
    row = one_row(store, monitor_id)
    checks = store.checks(monitor_id, LISTED_CHECKS + 1)
    versions = store.versions(monitor_id)[::-1]
    changes = store.changes(ChangesAsked(every=True).wanted(monitors=(monitor_id,), limit=LISTED_CHANGES))
    days = store.days_of_checks(monitor_id, room.clock() - timedelta(days=STRIP_DAYS))
    led_to = {one.change.new_version: one for one in changes if one.change.new_version}
    return Shown(
        "monitor.html",
        {
            "row": row,
            "versions": versions,
            "steps": [Step(version, led_to.get(version.id)) for version in versions],
            "checks": checks[:LISTED_CHECKS],
            "checks_more": len(checks) > LISTED_CHECKS,
            "strip": strip(days, room.clock().date()),
            "strip_days": STRIP_DAYS,
            "changes": changes,
            "reviews": store.reviews([one.change.id for one in changes]),
            "listed_changes": LISTED_CHANGES,
            "facts": fact_lines(store.moved_facts(monitor_id=monitor_id), room.clock()),
            "from_config": monitor_id in room.doors.listed,
            "pace": held(row.monitor, row.state.pace),
        },
        lambda: {
            **monitor_line(row),
            "versions": [version_stamp(version) for version in versions],
            "checks": store.checks(monitor_id, TWIN_CHECKS),
            "changes": [change_line(change) for change in changes],
        },
    )


def comparison(room: InRoom, monitor_id: MonitorId, asked: AskedCompare) -> Shown:
    """Any two versions of a monitor: what one says and the other does not."""
    monitor, source = owner_of(room.store, monitor_id)
    old, new = (_of(room, monitor_id, number) for number in (asked.old, asked.new))
    found = compare(old.segments, new.segments, fetched_before=old.at.date(), fetched_after=new.at.date())
    change = Change(
        monitor_id, new.at, old.at, old.id, new.id, Cause.CONTENT, found.grade, found.passages, Reading(relevant=False)
    )
    return Shown(
        "compare.html",
        {
            "monitor": monitor,
            "source": source,
            "old": old,
            "new": new,
            "asked": asked,
            "view": asked.view,
            "passages": sort_passages(change),
        },
        lambda: {
            "monitor": monitor_id,
            "old": version_stamp(old),
            "new": version_stamp(new),
            "grade": found.grade,
            "passages": found.passages,
        },
        asked.query(),
    )


def _of(room: InRoom, monitor_id: str, number: int) -> Version:
    version = room.store.version(number)
    if version is None or version.monitor_id != monitor_id:
        raise HTTPException(404)
    return version


def strip(days: dict[date, dict[CheckOutcome, int]], today: date) -> list[StripDay]:
    """A monitor's last days, oldest first, from the first one that had a check on; at most STRIP_DAYS."""
    if not days:
        return []
    first = max(min(days), today - timedelta(days=STRIP_DAYS - 1))
    shown = [first + timedelta(days=number) for number in range((today - first).days + 1)]
    return [_strip_day(day, days.get(day, {})) for day in shown]


def _strip_day(day: date, outcomes: dict[CheckOutcome, int]) -> StripDay:
    return StripDay(day, min(outcomes, key=_TELLING.index) if outcomes else None, sum(outcomes.values()))
