"""How often a monitor is looked at: soon after it changed, ever more slowly while it stays the same.

A change is often followed by another, a correction or the rest of it, so after one the pace is the monitor's `soonest`
and each check that finds nothing stretches it by a fifth, up to its `interval`. Simulated over 4,000 pages and a year
(`python -m benchmarks.schedule`), a change is then seen in a third of the time that a daily visit takes, for a fifth
more requests; and never later than the interval and its spread, which is the promise that `interval` makes.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from monitors.records import Monitor, Watched

SLOWER = 1.2
JITTER = 0.1
# A site that answers "not modified" wrongly would hide a change for ever: at least this often the page itself is asked
# for, where its interval is shorter.
WHOLE_EVERY = timedelta(days=7)
# What lies further ahead than clocks of two machines may differ was written before the clock was set back.
CLOCK_DIFFERENCE = timedelta(hours=1)


def held(monitor: Monitor, pace: timedelta) -> timedelta:
    """A pace within what the monitor allows now; one that was never set (0) is the interval."""
    return max(min(pace, monitor.interval), fastest(monitor)) if pace else monitor.interval


def fastest(monitor: Monitor) -> timedelta:
    """The pace after a change. An interval shorter than `soonest` wins."""
    return min(monitor.soonest, monitor.interval)


def slowed(watched: Watched, now: datetime) -> timedelta:
    """The pace after a check that found nothing. A look ahead of time stretches nothing: whoever checks by hand ten
    times in a row has not learned that the page is quiet for ten intervals."""
    pace = held(watched.monitor, watched.pace)
    waited = now - watched.last_ok_at if watched.last_ok_at is not None else timedelta(0)
    stretched = max(pace, min(pace, waited) * SLOWER)
    return held(watched.monitor, timedelta(minutes=round(stretched / timedelta(minutes=1))))


def wants_whole(watched: Watched, now: datetime) -> bool:
    """Whether the page is asked for without conditions this time."""
    last = watched.whole_at
    if last is None or last - now > CLOCK_DIFFERENCE:
        return True
    latest_next = now + held(watched.monitor, watched.pace) * (1 + JITTER)
    return latest_next - last > WHOLE_EVERY


def spread(monitor_id: str, pace: timedelta, now: datetime) -> timedelta:
    """The pace with up to 10 % more or less, the same for the same monitor and time, so that monitors added together,
    or all due at once after the machine was off, do not stay in step and fall upon a site all at once."""
    digest = hashlib.sha256(f"{monitor_id} {now.isoformat()}".encode()).digest()
    share = int.from_bytes(digest[:4]) / 0xFFFFFFFF
    return pace * (1 + JITTER * (2 * share - 1))
