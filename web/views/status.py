"""How the watching itself does: coverage, failures and since when, mail that is owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from monitors.question import QuestionOutcome
from monitors.records import AlertState, DeliveryState
from web.room import InRoom, Room, Shown
from web.standing import MonitorRow, broken, coverage, coverage_by_kind, monitor_line, monitor_rows

MOST_LISTED = 200
COUNTED = timedelta(days=90)
QUESTIONS_OF = timedelta(days=30)


def status(room: InRoom) -> Shown:
    now = room.clock()
    rows = monitor_rows(room.store)
    fallen = broken(rows)
    facts = {
        "coverage": coverage(rows),
        "kinds": coverage_by_kind(rows),
        "inactive": sum(not row.monitor.active for row in rows),
        "late": sum(row.late(now) for row in rows),
        "newest_check": _newest_check(rows),
        "outbox": outbox(room),
        "alerts": alerts_told(room, now),
        "second_reader": second_reader(room, now),
    }
    return Shown(
        "status.html",
        {
            **facts,
            "broken": fallen[:MOST_LISTED],
            "broken_count": len(fallen),
            "second_reader_days": QUESTIONS_OF.days,
        },
        lambda: {"at": now, **facts, "broken": [monitor_line(row) for row in fallen]},
    )


def outbox(room: InRoom) -> dict[DeliveryState, int]:
    """How many mails are in each state; none is a number too."""
    counts = room.store.outbox_counts()
    return {state: counts.get(state, 0) for state in DeliveryState}


def alerts_told(room: Room, now: datetime) -> dict[str, object]:
    """Of the alerts of the last 90 days: how many were told, and how many of them analysts called wrong."""
    counts = room.store.alert_counts(now - COUNTED)
    wrong = counts[AlertState.WRONG]
    told = counts[AlertState.TOLD] + wrong
    return {
        "days": COUNTED.days,
        "told": told,
        "wrong": wrong,
        "error_rate": wrong / told if told else None,
        "waiting": counts[AlertState.WAITING],
        "taken_back": counts[AlertState.TAKEN_BACK],
    }


def second_reader(room: Room, now: datetime) -> dict[QuestionOutcome, int]:
    """What the questions of the last weeks came to; none is a number too."""
    counts = room.store.question_counts(now - QUESTIONS_OF)
    return {outcome: counts.get(outcome, 0) for outcome in QuestionOutcome}


def _newest_check(rows: Iterable[MonitorRow]) -> datetime | None:
    return max((row.state.last_check_at for row in rows if row.state.last_check_at), default=None)
