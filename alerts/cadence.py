"""When a reader wants mail, by their own clock. Pure: the moment comes in, a moment comes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from monitors.records import Cadence, Severity, Subscription


def zone_of(name: str) -> tzinfo:
    """The time zone of that IANA name; UTC where this machine does not know it (a zone may be renamed)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def local_moment(day: datetime, hour: int, zone: tzinfo) -> datetime:
    """That full hour of a local day in UTC. An hour that the clocks skip is the moment after the skip; of one that
    they repeat it is the first."""
    return datetime.combine(day.date(), time(hour), zone).astimezone(UTC)


def not_before(wanted: Subscription, severity: Severity, now: datetime) -> datetime:
    """now, or the end of the reader's quiet hours where it falls into them and the alert is not urgent to them."""
    if wanted.quiet_from is None or wanted.quiet_until is None or wanted.quiet_from == wanted.quiet_until:
        return now
    if wanted.urgent is not None and severity.rank >= wanted.urgent.rank:
        return now
    zone = zone_of(wanted.zone)
    local = now.astimezone(zone)
    if not _between(wanted.quiet_from, wanted.quiet_until, local.hour):
        return now
    ends = (local_moment(local + timedelta(days=days), wanted.quiet_until, zone) for days in range(3))
    return next(end for end in ends if end > now)


def _between(start: int, end: int, hour: int) -> bool:
    return start <= hour < end if start < end else hour >= start or hour < end


def last_moment(wanted: Subscription, now: datetime) -> tuple[date, datetime]:
    """The latest local day whose digest is due, and when it became due. Weekly digests have one day a week; whoever
    asks for alerts at once hears weekly of a quiet time.

    A day has one such moment even where the clocks skip its hour or repeat it.
    """
    zone = zone_of(wanted.zone)
    day = now.astimezone(zone).date() + timedelta(days=1)
    while True:
        if wanted.cadence is Cadence.DAILY or day.weekday() == wanted.weekday:
            due = local_moment(datetime.combine(day, time()), wanted.hour, zone)
            if due <= now:
                return day, due
        day -= timedelta(days=1)
