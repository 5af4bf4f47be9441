"""The kept count of how monitors stand: what a full count said at its time, on both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from monitors.records import Check, CheckOutcome, FailureKind, Source, SourceKind
from storage import CheckWrite, MonitorQuery, Standing, Standings, Store, standings
from tests.integration.storage.samples import JAIL, NOW, RULES, TERMS, VENDOR

PAGES = tuple(replace(TERMS, id=f"m{n}", url=f"https://acme.test/{n}") for n in range(4))
MONITORS = (*PAGES, RULES)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def many(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store whose five monitors are many."""
    monkeypatch.setattr(standings, "MANY", 2)
    store.put_catalogue([VENDOR, JAIL], MONITORS, NOW)
    return store


def full_count(store: Store) -> dict[str, dict[Standing, int]]:
    """One monitor after another, without the database's help."""
    kinds = {source.id: source.kind.value for source in store.sources()}
    states = {state.monitor_id: state for state in store.monitor_states()}
    counted: dict[str, Counter[Standing]] = {}
    for monitor in store.monitors():
        state = states[monitor.id]
        standing = Standing.FAILING if state.failures else Standing.GOOD
        if state.last_ok_at is None:
            standing = Standing.NEVER
        if not monitor.active:
            standing = Standing.INACTIVE
        counted.setdefault(kinds[monitor.source_id], Counter())[standing] += 1
    return {kind: dict(count) for kind, count in counted.items()}


@dataclass
class Clock:
    now: datetime = NOW


def checked(outcome: CheckOutcome, failure: FailureKind | None = None) -> Callable[[Store, int, datetime], object]:
    def act(store: Store, which: int, now: datetime) -> object:
        check = Check(MONITORS[which].id, now, outcome, "https://acme.test/", failure=failure)
        return store.record_checks([CheckWrite(check)])

    return act


def switched(store: Store, which: int, now: datetime) -> object:
    monitor = store.monitor(MONITORS[which].id)
    assert monitor is not None
    return store.set_monitor_active(monitor.id, not monitor.active)


def of_another_kind(store: Store, which: int, now: datetime) -> object:
    kinds = list(SourceKind)
    source: Source = replace(VENDOR, kind=kinds[which % len(kinds)])
    return store.put_catalogue([source, JAIL], MONITORS, now)


def straggling(store: Store, which: int, now: datetime) -> object:
    return checked(CheckOutcome.UNCHANGED)(store, which, now - timedelta(hours=2))


def kept(store: Store, which: int, now: datetime) -> object:
    return store.keep_standings(now)


ACTS = st.sampled_from(
    [
        checked(CheckOutcome.UNCHANGED), checked(CheckOutcome.NOT_MODIFIED), checked(CheckOutcome.BLOCKED),
        checked(CheckOutcome.FAILED, FailureKind.TIMEOUT), checked(CheckOutcome.FAILED, FailureKind.INTERRUPTED),
        straggling, switched, of_another_kind, kept, kept,
    ]
)  # fmt: skip
STEPS = st.lists(st.tuples(ACTS, st.integers(0, len(MONITORS) - 1), st.integers(1, 300)), max_size=25)


def test_whatever_happens_a_count_is_what_a_full_count_said_at_its_time(many: Store) -> None:
    clock, said = Clock(), {NOW: full_count(many)}

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def steps(taken: list[tuple[Callable[[Store, int, datetime], object], int, int]]) -> None:
        for act, which, seconds in taken:
            clock.now += timedelta(seconds=seconds)
            act(many, which, clock.now)
            said[clock.now] = full_count(many)
            found = many.standings(clock.now)
            assert found.counts == said[found.at]
            assert clock.now - found.at < 3 * MINUTE
            assert many.count_standings() == said[clock.now]

    steps()


def test_a_kept_count_is_shown_with_its_time_and_renewed_after_a_minute(many: Store) -> None:
    assert many.keep_standings(NOW)
    seen = Check("m1", NOW, CheckOutcome.UNCHANGED, TERMS.url)
    many.record_checks([CheckWrite(seen)])
    assert many.standings(NOW + MINUTE) == Standings(NOW, {"vendor": {Standing.NEVER: 4}, "jail": {Standing.NEVER: 1}})
    assert not many.keep_standings(NOW + MINUTE / 2)
    assert many.keep_standings(NOW + MINUTE)
    assert many.standings(NOW + 2 * MINUTE).at == NOW + MINUTE
    assert many.standings(NOW + 2 * MINUTE).counts["vendor"] == {Standing.NEVER: 3, Standing.GOOD: 1}


def test_a_count_that_nobody_renews_lapses(many: Store) -> None:
    assert many.keep_standings(NOW)
    assert many.standings(NOW + 3 * MINUTE).at == NOW + 3 * MINUTE
    assert many.standings(NOW - MINUTE).at == NOW - MINUTE, "the clock was set back"


def test_few_monitors_are_counted_each_time(store: Store) -> None:
    store.put_catalogue([VENDOR, JAIL], MONITORS, NOW)
    assert not store.keep_standings(NOW)
    assert store.standings(NOW + MINUTE).at == NOW + MINUTE


def test_the_more_there_are_the_longer_a_count_holds() -> None:
    million = Standings(NOW, {"jail": {Standing.GOOD: 900_000}, "vendor": {Standing.FAILING: 100_000}})
    assert million.renew_after == timedelta(seconds=100)
    assert Standings(NOW, {"jail": {Standing.GOOD: 60_000}}).renew_after == MINUTE


def test_what_a_query_finds_is_told_from_the_counts_where_it_can_be(many: Store) -> None:
    counted = many.standings(NOW)
    for wanted in (
        MonitorQuery(), MonitorQuery(kinds=(SourceKind.VENDOR,)), MonitorQuery(standings=(Standing.NEVER,)),
        MonitorQuery(kinds=(SourceKind.NEWS,)), MonitorQuery(standings=(Standing.GOOD, Standing.INACTIVE)),
    ):  # fmt: skip
        assert counted.matching(wanted) == many.count_monitors(wanted)
    for wanted in (MonitorQuery(like="acme"), MonitorQuery(sources=("acme",)), MonitorQuery(jurisdictions=("US-TX",))):
        assert counted.matching(wanted) is None


def test_the_latest_to_break_are_found_by_an_index(many: Store) -> None:
    explain = "EXPLAIN QUERY PLAN " if many._database.engine.dialect.name == "sqlite" else "EXPLAIN "
    with many._database.reading() as connection:
        if explain == "EXPLAIN ":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        asked = "SELECT monitor_id FROM monitor_states WHERE failing_since IS NOT NULL ORDER BY failing_since DESC, "
        plan = str(connection.execute(text(f"{explain}{asked}monitor_id DESC LIMIT 10")).all())
    assert "ix_monitor_states_failing" in plan
    assert "TEMP B-TREE" not in plan and "Sort" not in plan
