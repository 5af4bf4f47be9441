"""The first page: the newest changes worth telling, gravest first, what waits for a judgement, and what is broken."""

from __future__ import annotations

from datetime import timedelta

from monitors.records import ReviewState, Severity
from storage import ChangeRow
from web.filters import AskedToday, ChangesAsked
from web.room import InRoom, Shown
from web.standing import broken, counted_at, coverage, monitor_line
from web.twins import change_line

GRAVEST_FIRST = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
MOST_CHANGES = 20  # of each severity; the rest is a link away
MOST_BROKEN = 10
MOST_TO_JUDGE = 5
TO_JUDGE = ChangesAsked(severity=(Severity.CRITICAL, Severity.MAJOR), review=(ReviewState.OPEN, ReviewState.DISPUTED))
CLAIMED = ChangesAsked(review=(ReviewState.CLAIMED,))
DISPUTED = ChangesAsked(review=(ReviewState.DISPUTED,))


def today(room: InRoom, asked: AskedToday) -> Shown:
    now = room.clock()
    since = now - timedelta(days=asked.days)
    news = {severity: _newest(room, severity, since=since) for severity in GRAVEST_FIRST}
    earlier = [] if any(news.values()) else _newest(room, *GRAVEST_FIRST, limit=5)
    standings = room.store.standings(now)
    fallen = broken(room.store, MOST_BROKEN + 1)
    judge = room.store.changes(TO_JUDGE.wanted(limit=MOST_TO_JUDGE))
    counted = room.store.facets(TO_JUDGE.wanted())["review"] if judge else {}
    shown = [row.change.id for rows in (*news.values(), earlier, judge) for row in rows]
    return Shown(
        "today.html",
        {
            "days": asked.days,
            "since": since,
            "news": news,
            "most": MOST_CHANGES,
            "earlier": earlier,
            "broken": fallen[:MOST_BROKEN],
            "more_broken": len(fallen) > MOST_BROKEN,
            "coverage": coverage(standings.counts),
            "counted_at": counted_at(standings, now),
            "judge": judge,
            "to_judge": TO_JUDGE,
            "disputed": DISPUTED,
            "claimed": CLAIMED,
            "counted": counted,
            "reviews": room.store.reviews(shown),
        },
        lambda: {
            "at": now,
            "since": since,
            "changes": {severity: [change_line(row) for row in found] for severity, found in news.items()},
            "earlier": [change_line(row) for row in earlier],
            "to_judge": {"counts": counted, "changes": [change_line(row) for row in judge]},
            "broken": [monitor_line(row) for row in broken(room.store, 10_000)],
            "coverage": coverage(standings.counts),
            "counted_at": counted_at(standings, now),
        },
        asked.query(),
    )


def _newest(room: InRoom, *severities: Severity, limit: int = MOST_CHANGES, **more: object) -> list[ChangeRow]:
    return room.store.changes(ChangesAsked().wanted(severities=severities, limit=limit, **more))
