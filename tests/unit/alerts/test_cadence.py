"""Quiet hours by the reader's own clock, through both nights in which clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alerts.cadence import last_moment, not_before, zone_of
from monitors.records import Cadence, Severity, Subscription

NIGHT = Subscription(1, zone="America/New_York", quiet_from=22, quiet_until=7)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-07-01 12:00", "2026-07-01 12:00"),  # 8 in the morning
        ("2026-07-02 02:00", "2026-07-02 11:00"),  # 22:00, quiet begins
        ("2026-07-02 10:59", "2026-07-02 11:00"),  # 6:59
        ("2026-07-02 11:00", "2026-07-02 11:00"),  # 7:00, quiet is over
        ("2026-03-08 05:00", "2026-03-08 11:00"),  # the night that is an hour short: 7:00 is four hours from UTC
        ("2026-11-01 04:00", "2026-11-01 12:00"),  # the night that is an hour long: 7:00 is five hours from UTC
    ],
)
def test_a_night_ends_at_seven_by_the_readers_clock(now: str, then: str) -> None:
    assert not_before(NIGHT, Severity.MAJOR, at(now)) == at(then)


def test_hours_within_one_day() -> None:
    nap = replace(NIGHT, zone="Asia/Kolkata", quiet_from=13, quiet_until=15)
    assert not_before(nap, Severity.MINOR, at("2026-07-01 08:00")) == at("2026-07-01 09:30")
    assert not_before(nap, Severity.MINOR, at("2026-07-01 09:30")) == at("2026-07-01 09:30")


def test_a_quiet_end_in_the_hour_that_is_skipped_is_the_moment_after_it() -> None:
    early = replace(NIGHT, quiet_until=2)
    assert not_before(early, Severity.MAJOR, at("2026-03-08 06:30")) == at("2026-03-08 07:00")


def test_urgent_alerts_come_at_night_only_where_the_reader_said_so() -> None:
    night = at("2026-07-02 04:00")
    assert not_before(NIGHT, Severity.CRITICAL, night) > night
    urgent = replace(NIGHT, urgent=Severity.CRITICAL)
    assert not_before(urgent, Severity.CRITICAL, night) == night
    assert not_before(urgent, Severity.MAJOR, night) > night


@pytest.mark.parametrize("hours", [(None, None), (7, 7), (None, 7)])
def test_without_quiet_hours_mail_comes_at_once(hours: tuple[int | None, int | None]) -> None:
    always = replace(NIGHT, quiet_from=hours[0], quiet_until=hours[1])
    assert not_before(always, Severity.MINOR, at("2026-07-02 04:00")) == at("2026-07-02 04:00")


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "a\x00b"])
def test_an_unknown_zone_is_utc(name: str) -> None:
    assert zone_of(name) is UTC


# A zone, and the local dates around its two nights of 2026 in which clocks are set.
NIGHTS = [
    ("America/New_York", date(2026, 3, 8)), ("America/New_York", date(2026, 11, 1)),
    ("America/Los_Angeles", date(2026, 3, 8)), ("America/Los_Angeles", date(2026, 11, 1)),
    ("Europe/Berlin", date(2026, 3, 29)), ("Europe/Berlin", date(2026, 10, 25)),
    ("Australia/Lord_Howe", date(2026, 4, 5)), ("Australia/Lord_Howe", date(2026, 10, 4)),  # by half an hour
    ("America/Havana", date(2026, 3, 8)), ("America/Havana", date(2026, 11, 1)),  # at midnight
]  # fmt: skip


@pytest.mark.parametrize(("zone", "night"), NIGHTS)
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 8, 23])
def test_each_local_date_has_one_digest_whatever_the_clocks_do(zone: str, night: date, hour: int) -> None:
    wish = replace(NIGHT, cadence=Cadence.DAILY, hour=hour, zone=zone)
    start = datetime(night.year, night.month, night.day, tzinfo=ZoneInfo(zone)).astimezone(UTC) - timedelta(days=2)
    moments = [last_moment(wish, start + timedelta(minutes=10 * tick)) for tick in range(4 * 144)]
    assert moments == sorted(moments)
    days = list(dict.fromkeys(day for day, _ in moments))
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))] and len(days) >= 4
    assert len({due for _, due in moments}) == len(days)
    for day, due in dict(moments).items():
        local = due.astimezone(ZoneInfo(zone))
        assert local.date() == day
        assert local.hour == hour or day == night


def test_a_weekly_digest_has_its_day() -> None:
    wish = replace(NIGHT, cadence=Cadence.WEEKLY, weekday=4, hour=9, zone="America/Chicago")
    assert last_moment(wish, datetime(2026, 11, 27, 14, 59, tzinfo=UTC))[0] == date(2026, 11, 20)
    assert last_moment(wish, datetime(2026, 11, 27, 15, 0, tzinfo=UTC)) == (
        date(2026, 11, 27),
        datetime(2026, 11, 27, 15, 0, tzinfo=UTC),
    )
