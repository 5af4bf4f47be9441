"""How the watching itself does: coverage, failures and since when, mail that is owed."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitors.question import QuestionOutcome
from monitors.records import AlertState, DeliveryState
from web.room import InRoom, Room, Shown
from web.standing import LATE, broken, counted_at, coverage, coverage_by_kind, inactive, monitor_line

MOST_LISTED = 200
COUNTED = timedelta(days=90)
QUESTIONS_OF = timedelta(days=30)


def status(room: InRoom) -> Shown:
    now = room.clock()
    standings = room.store.standings(now)
    fallen = broken(room.store, MOST_LISTED)
    facts = {
        "coverage": coverage(standings.counts),
        "kinds": coverage_by_kind(standings.counts),
        "inactive": inactive(standings.counts),
        "counted_at": counted_at(standings, now),
        "late": room.store.count_late(now - LATE),
        "newest_check": room.store.newest_check(),
        "checks": room.store.count_checks(now - timedelta(days=1)),
        "outbox": outbox(room),
        "oldest_owed": room.store.oldest_owed(),
        "alerts": alerts_told(room, now),
        "second_reader": second_reader(room, now),
    }
    return Shown(
        "status.html",
        {**facts, "broken": fallen, "more_broken": len(fallen) == MOST_LISTED, "second_reader_days": QUESTIONS_OF.days},
        lambda: {"at": now, **facts, "broken": [monitor_line(row) for row in broken(room.store, 10_000)]},
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
