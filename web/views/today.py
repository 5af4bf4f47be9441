"""The first page: the newest changes worth telling, gravest first, and what is broken."""

from __future__ import annotations

from datetime import timedelta

from monitors.records import Severity
from storage import ChangeRow
from web.filters import AskedToday, ChangesAsked
from web.room import InRoom, Shown
from web.standing import broken, coverage, monitor_line, monitor_rows
from web.twins import change_line

GRAVEST_FIRST = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
MOST_CHANGES = 20  # of each severity; the rest is a link away
MOST_BROKEN = 10


def today(room: InRoom, asked: AskedToday) -> Shown:
    now = room.clock()
    since = now - timedelta(days=asked.days)
    news = {severity: _newest(room, severity, since=since) for severity in GRAVEST_FIRST}
    earlier = [] if any(news.values()) else _newest(room, *GRAVEST_FIRST, limit=5)
    rows = monitor_rows(room.store)
    fallen = broken(rows)
    return Shown(
        "today.html",
        {
            "days": asked.days,
            "since": since,
            "news": news,
            "most": MOST_CHANGES,
            "earlier": earlier,
            "broken": fallen[:MOST_BROKEN],
            "broken_count": len(fallen),
            "coverage": coverage(rows),
        },
        lambda: {
            "at": now,
            "since": since,
            "changes": {severity: [change_line(row) for row in found] for severity, found in news.items()},
            "earlier": [change_line(row) for row in earlier],
            "broken": [monitor_line(row) for row in fallen],
            "coverage": coverage(rows),
        },
        asked.query(),
    )


def _newest(room: InRoom, *severities: Severity, limit: int = MOST_CHANGES, **more: object) -> list[ChangeRow]:
    return room.store.changes(ChangesAsked().wanted(severities=severities, limit=limit, **more))
