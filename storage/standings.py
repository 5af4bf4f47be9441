"""How many monitors stand how; kept for some minutes where there are many.

Counting walks over all monitors and their states: a second or more for a million. So of many monitors those who work (a
worker, the daemon) keep the count with its time, and pages show that one and say so. It lapses: where nobody works any
more, or there are few monitors, whoever asks counts anew. No check touches a count, so none waits for another, and
what was wrong for a while is never wrong for good. See docs/decisions/0041-standings-are-counted-by-who-works.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from storage.engine import insert_new
from storage.listing import MonitorQuery, Standing, count_standings
from storage.tables import monitors, run_facts

Counts = dict[str, dict[Standing, int]]
MANY = 50_000  # counted in 0.1 to 0.2 s
_KEY = "standings"
_SOONEST = timedelta(minutes=1)
_A_SECOND = 10_000  # of so many monitors: a million are counted every 100 s, which costs a hundredth of a core or two
_MISSED = 3  # renewals that may be missed


@dataclass(frozen=True, slots=True)
class Standings:
    """How many monitors stand how, by kind of source. at: when they were counted; that is now, or some minutes ago."""

    at: datetime
    counts: Counts

    @property
    def renew_after(self) -> timedelta:
        total = sum(sum(one.values()) for one in self.counts.values())
        return max(_SOONEST, timedelta(seconds=total / _A_SECOND))

    def matching(self, wanted: MonitorQuery) -> int | None:
        """How many of these the query finds; None where it asks for more than kinds and standings."""
        if wanted.jurisdictions or wanted.sources or wanted.like or wanted.broken:
            return None
        kinds, wants = set(wanted.kinds or self.counts), set(wanted.standings or Standing)
        return sum(
            count for kind, one in self.counts.items() if kind in kinds for how, count in one.items() if how in wants
        )

    def younger(self, than: timedelta, now: datetime) -> bool:
        """A count from the future is one that was made before the clock was set back."""
        return self.at <= now < self.at + than


def standings(connection: Connection, now: datetime) -> Standings:
    """The count that is kept, unless it lapsed; else a new one."""
    kept = _kept(connection)
    if kept is not None and kept.younger(kept.renew_after * _MISSED, now):
        return kept
    return Standings(now, count_standings(connection))


def counted_anew(connection: Connection, now: datetime) -> Standings | None:
    """A new count to be kept, None where the kept one still does or there are few to count."""
    kept = _kept(connection)
    if kept is not None and kept.younger(kept.renew_after, now):
        return None
    if connection.scalar(select(monitors.c.id).offset(MANY).limit(1)) is None:
        return None
    return Standings(now, count_standings(connection))


def keep(connection: Connection, counted: Standings) -> None:
    value = json.dumps({"at": counted.at.isoformat(), "counts": counted.counts})
    connection.execute(insert_new(connection, run_facts), {"key": _KEY, "value": value})
    connection.execute(update(run_facts).where(run_facts.c.key == _KEY), {"value": value})


def _kept(connection: Connection) -> Standings | None:
    value = connection.scalar(select(run_facts.c.value).where(run_facts.c.key == _KEY))
    if value is None:
        return None
    read = json.loads(value)
    counts = {
        kind: {Standing(standing): count for standing, count in one.items()} for kind, one in read["counts"].items()
    }
    return Standings(datetime.fromisoformat(read["at"]), counts)
