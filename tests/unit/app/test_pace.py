"""How often a page is looked at: sooner after a change, slower while it stays the same, in bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.page_decision import pace_after, planned
from monitors.pace import fastest, held, slowed, spread, wants_whole
from monitors.records import Check, CheckOutcome, Monitor, Source, SourceKind, Watched

NOW = datetime(2026, 3, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
MONITOR = Monitor("m", "s", "https://s.test/")
SOURCE = Source("s", "S", SourceKind.JAIL, "US-OH")


def watched(monitor: Monitor = MONITOR, **past: object) -> Watched:
    return replace(Watched(monitor, SOURCE), **past)


def after(state: Watched, outcome: CheckOutcome, *, changed: bool = False) -> timedelta | None:
    return pace_after(state, Check("m", NOW, outcome, "https://s.test/"), changed=changed)


def test_a_change_brings_the_soonest_pace_and_quiet_stretches_it_to_the_interval() -> None:
    pace = after(watched(pace=24 * HOUR, last_ok_at=NOW), CheckOutcome.CHANGED, changed=True)
    assert pace == 2 * HOUR
    paces = []
    while pace < 24 * HOUR:
        pace = after(watched(pace=pace, last_ok_at=NOW - pace), CheckOutcome.NOT_MODIFIED)
        paces.append(pace / HOUR)
    assert [round(one) for one in paces] == [2, 3, 3, 4, 5, 6, 7, 9, 10, 12, 15, 18, 21, 24]
    assert after(watched(pace=pace, last_ok_at=NOW - pace), CheckOutcome.UNCHANGED) == 24 * HOUR


def test_checks_by_hand_teach_nothing() -> None:
    state = watched(pace=2 * HOUR, last_ok_at=NOW - timedelta(minutes=1))
    assert after(state, CheckOutcome.UNCHANGED) == 2 * HOUR


@pytest.mark.parametrize("outcome", [CheckOutcome.FIRST, CheckOutcome.FAILED, CheckOutcome.BLOCKED])
def test_who_saw_no_second_page_learned_no_pace(outcome: CheckOutcome) -> None:
    state = watched(pace=5 * HOUR, last_ok_at=NOW - 5 * HOUR)
    assert after(state, outcome) is None and planned(state, Check("m", NOW, outcome, ""), None) is None


def test_furniture_that_changes_every_time_is_no_change() -> None:
    """Or a page with rotating news would be asked for every two hours for ever."""
    assert after(watched(pace=5 * HOUR, last_ok_at=NOW - 5 * HOUR), CheckOutcome.CHANGED) == 6 * HOUR


@pytest.mark.parametrize(("interval", "soonest", "pace"), [(1, 2, 1), (24, 24, 24), (24, 6, 6), (2, 2, 2)])
def test_an_operators_word_on_a_monitor_wins(interval: int, soonest: int, pace: int) -> None:
    mine = replace(MONITOR, interval=interval * HOUR, soonest=soonest * HOUR)
    assert fastest(mine) == pace * HOUR
    assert after(watched(mine, pace=3 * HOUR), CheckOutcome.CHANGED, changed=True) == pace * HOUR


def test_a_pace_that_was_learned_yields_to_a_new_configuration() -> None:
    assert held(replace(MONITOR, interval=6 * HOUR), 20 * HOUR) == 6 * HOUR
    assert held(replace(MONITOR, soonest=12 * HOUR), 3 * HOUR) == 12 * HOUR
    assert held(MONITOR, timedelta(0)) == 24 * HOUR


@given(
    pace=st.integers(0, 10**7), waited=st.integers(-(10**6), 10**9),
    interval=st.integers(300, 31 * 86400), soonest=st.integers(300, 31 * 86400),
)  # fmt: skip
def test_no_past_takes_a_page_out_of_its_bounds(pace: int, waited: int, interval: int, soonest: int) -> None:
    monitor = replace(MONITOR, interval=timedelta(seconds=interval), soonest=timedelta(seconds=soonest))
    state = watched(monitor, pace=timedelta(seconds=pace), last_ok_at=NOW - timedelta(seconds=waited))
    stretched = slowed(state, NOW)
    assert fastest(monitor) <= stretched <= monitor.interval
    assert stretched <= held(monitor, state.pace) * 1.2 + timedelta(seconds=30)
    assert stretched >= held(monitor, state.pace) - timedelta(seconds=30)
    assert spread("m", stretched, NOW) <= monitor.interval * 1.1


def test_the_whole_page_is_asked_for_once_a_week() -> None:
    assert wants_whole(watched(), NOW)
    assert not wants_whole(watched(whole_at=NOW - timedelta(days=5.8)), NOW)
    assert wants_whole(watched(whole_at=NOW - timedelta(days=6)), NOW), "the next check may come after seven days"
    assert not wants_whole(watched(whole_at=NOW - timedelta(days=6), pace=2 * HOUR), NOW)


def test_a_clock_that_was_ahead_does_not_put_off_the_whole_page() -> None:
    assert wants_whole(watched(whole_at=NOW + timedelta(days=3650)), NOW)
    assert not wants_whole(watched(whole_at=NOW + timedelta(minutes=5)), NOW)
