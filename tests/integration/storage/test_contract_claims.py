"""A monitor is handed out once, and never lost by a run that dies."""

from __future__ import annotations

import multiprocessing
import threading
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from monitors.pace import spread
from monitors.records import Check, CheckOutcome, FailureKind, Monitor, Watched
from storage import CheckWrite, Store, open_store
from tests.integration.storage.samples import (
    DAY,
    LEASE,
    NOW,
    RULES,
    TERMS,
    check,
    claim,
    fill,
    page,
    record_change,
    subscribe,
)

MANY = [Monitor(f"page-{number:03}", "acme", f"https://acme.test/{number}") for number in range(120)]
MINUTE = timedelta(minutes=1)


def take(store: Store, now: datetime = NOW, **fields: object) -> list[Watched]:
    wanted: dict[str, object] = {"limit": 100, "lease": LEASE, "run": "r", **fields}
    return store.claim_due(now, **wanted)


def test_what_is_due_is_handed_out_once(store: Store) -> None:
    fill(store)
    assert claim(store, NOW) == [TERMS.id, RULES.id]
    assert claim(store, NOW) == []


def test_a_claim_tells_the_monitor_its_source_and_its_past(store: Store) -> None:
    fill(store, TERMS)
    [new] = take(store)
    assert (new.monitor, new.source.id) == (TERMS, "acme")
    assert (new.latest_version, new.etag, new.last_ok_at, new.failures, new.slots) == (0, "", None, 0, ())
    write = page(store, TERMS, "Visits are free.", NOW, slots=("clock", "news"))
    store.record_page(write)
    [known] = take(store, NOW + 2 * DAY)
    assert (known.etag, known.last_modified) == (write.etag, write.last_modified)
    assert (known.last_raw, known.fingerprint) == (write.body_sha, write.fingerprint)
    assert known.latest_version == store.versions(TERMS.id)[0].id
    assert (known.last_ok_at, known.slots) == (NOW, ("clock", "news"))


def test_the_plan_moves_with_the_claim(store: Store) -> None:
    fill(store, TERMS)
    claim(store, NOW)
    [state] = store.monitor_states()
    assert NOW + 0.9 * DAY <= state.next_check_at <= NOW + 1.1 * DAY
    assert (state.claimed_until, state.claimed_by) == (NOW + LEASE, f"run at {NOW.isoformat()}")
    store.record_check(check(TERMS, NOW))
    [state] = store.monitor_states()
    assert (state.claimed_until, state.claimed_by) == (None, "")
    assert claim(store, state.next_check_at - timedelta(seconds=1)) == []
    assert claim(store, state.next_check_at) == [TERMS.id]


def test_a_run_that_died_leaves_its_monitors_due_when_the_lease_ends(store: Store) -> None:
    fill(store)
    assert len(claim(store, NOW)) == 2
    store.record_check(check(TERMS, NOW))
    assert claim(store, NOW + LEASE - timedelta(seconds=1)) == []
    assert claim(store, NOW + LEASE) == [RULES.id]


def test_released_claims_are_due_at_once(store: Store) -> None:
    fill(store)
    take(store, only=[TERMS.id], run="mine")
    take(store, only=[RULES.id], run="theirs")
    assert store.release_claims(NOW + MINUTE, run="mine") == 1
    assert claim(store, NOW + MINUTE) == [TERMS.id]
    assert store.release_claims(NOW + MINUTE) == 2
    assert store.release_claims(NOW + MINUTE) == 0
    assert set(claim(store, NOW + MINUTE)) == {TERMS.id, RULES.id}


def test_a_live_lease_holds_even_when_dueness_is_ignored(store: Store) -> None:
    fill(store)
    assert take(store, only=[TERMS.id])
    assert [watched.monitor.id for watched in take(store, ignore_due=True)] == [RULES.id]
    assert take(store, ignore_due=True) == []
    store.record_check(check(TERMS, NOW))
    assert [watched.monitor.id for watched in take(store, ignore_due=True)] == [TERMS.id]


def test_the_longest_due_come_first_and_no_more_than_asked_for(store: Store) -> None:
    fill(store, *MANY[:5])
    plans = [(monitor, NOW - timedelta(hours=hours)) for hours, monitor in enumerate(MANY[:5])]
    store.record_checks([CheckWrite(check(monitor, NOW), next_check_at=plan) for monitor, plan in plans])
    assert [watched.monitor.id for watched in take(store, limit=2)] == ["page-004", "page-003"]
    assert [watched.monitor.id for watched in take(store, limit=9)] == ["page-002", "page-001", "page-000"]


def test_only_narrows_and_an_empty_only_takes_nothing(store: Store) -> None:
    fill(store)
    assert take(store, only=[]) == []
    assert take(store, only=["nobody"]) == []
    assert [watched.monitor.id for watched in take(store, only={RULES.id, "nobody"})] == [RULES.id]


def test_a_visit_of_an_earlier_claim_leaves_a_later_lease_alone(store: Store) -> None:
    fill(store, TERMS)
    claim(store, NOW)
    later = NOW + LEASE
    assert len(take(store, later)) == 1
    store.record_check(check(TERMS, NOW + MINUTE))
    assert take(store, later + MINUTE, ignore_due=True) == []
    store.record_check(check(TERMS, later + MINUTE))
    assert len(take(store, later + MINUTE, ignore_due=True)) == 1


def test_an_interrupted_visit_is_due_again_and_counts_no_failure(store: Store) -> None:
    fill(store, TERMS)
    claim(store, NOW)
    cut = Check(TERMS.id, NOW + MINUTE, CheckOutcome.FAILED, TERMS.url, failure=FailureKind.INTERRUPTED)
    store.record_check(cut)
    [again] = take(store, NOW + MINUTE, run=f"run at {NOW.isoformat()}")
    assert (again.failures, again.failing_since) == (0, None)


def test_threads_never_share_a_monitor(store: Store) -> None:
    fill(store, *MANY)
    taken: list[str] = []

    def work() -> None:
        while found := take(store, limit=7):
            taken.extend(watched.monitor.id for watched in found)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(taken) == Counter(monitor.id for monitor in MANY)


def test_processes_never_share_a_monitor(store: Store, store_url: str, tmp_path: Path) -> None:
    fill(store, *MANY)
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        shares = pool.starmap(_claim_all, [(store_url, tmp_path / "bodies", run) for run in ("a", "b")])
    assert Counter(shares[0] + shares[1]) == Counter(monitor.id for monitor in MANY)


def _claim_all(url: str, bodies: Path, run: str) -> list[str]:
    taken: list[str] = []
    with open_store(url, bodies) as store:
        while found := take(store, limit=3, run=run):
            taken += [watched.monitor.id for watched in found]
    return taken


def test_the_spread_is_steady_and_within_a_tenth() -> None:
    spreads = [spread(monitor.id, DAY, NOW) for monitor in MANY]
    assert spreads == [spread(monitor.id, DAY, NOW) for monitor in MANY]
    assert len(set(spreads)) == len(MANY)
    assert 0.9 * DAY <= min(spreads) < 0.93 * DAY
    assert 1.07 * DAY < max(spreads) <= 1.1 * DAY
    assert spread(TERMS.id, DAY, NOW) != spread(TERMS.id, DAY, NOW + DAY)


def test_inactive_monitors_rest(store: Store) -> None:
    fill(store, TERMS, replace(RULES, active=False))
    assert [watched.monitor.id for watched in take(store, ignore_due=True)] == [TERMS.id]


def test_what_is_due_can_be_looked_at_without_claiming(store: Store) -> None:
    fill(store)
    for _ in range(2):
        assert [watched.monitor.id for watched in store.due(NOW)] == [TERMS.id, RULES.id]
    assert store.due(NOW, only=[RULES.id]) == take(store, only=[RULES.id])
    assert [watched.monitor.id for watched in store.due(NOW)] == [TERMS.id]
    assert store.due(NOW - MINUTE) == []
    assert [watched.monitor.id for watched in store.due(NOW - MINUTE, ignore_due=True)] == [TERMS.id]


def test_a_machine_gets_back_what_its_own_dead_runs_held(store: Store) -> None:
    fill(store)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    record_change(store, TERMS, "B", NOW, wish)
    take(store, only=[TERMS.id], run="host_1:77:a")
    take(store, only=[RULES.id], run="hostx1:78:b")
    assert len(store.lease_deliveries(NOW, limit=9, lease=LEASE, run="host_1:77:a")) == 1
    assert store.release_machine(NOW, "host") == 0
    assert store.release_machine(NOW, "host_1") == 2
    assert claim(store, NOW) == [TERMS.id]
    assert len(store.lease_deliveries(NOW, limit=9, lease=LEASE)) == 1


def test_a_worker_whose_rounds_were_broken_off_gets_back_what_they_held(store: Store) -> None:
    fill(store)
    take(store, only=[TERMS.id], run="worker/host:7:a/3")
    take(store, only=[RULES.id], run="worker/host:7:ab/4")
    assert store.release_worker(NOW, "worker/host:7") == 0
    assert store.release_worker(NOW, "worker/host:7:a") == 1
    assert store.held_gates(NOW, ["acme.test", "shelby.test"]) == {"shelby.test"}
    assert claim(store, NOW) == [TERMS.id]


def test_a_worker_gives_back_what_a_dead_one_left_behind_a_gate_that_it_took(store: Store) -> None:
    """The database went away between its taking the gate and its claiming from it."""
    fill(store)
    take(store, only=[TERMS.id], run="worker/dead:6:a/1", hold=MINUTE)
    later = NOW + 2 * MINUTE
    assert store.hold_gate("acme.test", later, later + MINUTE, run="worker/host:7:a/3")
    assert store.release_worker(later, "worker/host:7:a") == 1
    assert "acme.test" in store.plan_gates(later, limit=9, again=MINUTE)
    assert TERMS.id in claim(store, later)


def test_the_pace_a_visit_earned_plans_the_next_ones(store: Store) -> None:
    fill(store, TERMS)
    claim(store, NOW)
    [watched] = store.due(NOW, ignore_due=True) or [None]
    assert watched is None, "it is ours"
    first = CheckWrite(check(TERMS, NOW), pace=timedelta(hours=3), next_check_at=NOW + timedelta(hours=3))
    store.record_checks([first])
    [again] = take(store, NOW + timedelta(hours=3))
    assert (again.pace, again.whole_at) == (timedelta(hours=3), NOW)
    [state] = store.monitor_states()
    assert 2.7 <= (state.next_check_at - NOW).total_seconds() / 3600 - 3 <= 3.3
    not_modified = check(TERMS, NOW + timedelta(hours=3), CheckOutcome.NOT_MODIFIED)
    store.record_checks([CheckWrite(not_modified)])
    [kept] = store.due(NOW, ignore_due=True)
    assert (kept.pace, kept.whole_at) == (timedelta(hours=3), NOW), "a 304 brings no page"
    store.record_page(page(store, TERMS, "A", NOW + DAY, pace=timedelta(hours=2)))
    [changed] = store.due(NOW, ignore_due=True)
    assert (changed.pace, changed.whole_at) == (timedelta(hours=2), NOW + DAY)


def test_a_clock_that_is_set_back_silences_nothing(store: Store) -> None:
    fill(store)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    record_change(store, TERMS, "B", NOW, wish)
    ahead = NOW + 3650 * DAY
    assert claim(store, ahead) == [TERMS.id, RULES.id]
    store.record_check(check(TERMS, ahead))
    assert len(store.lease_deliveries(ahead, limit=9, lease=LEASE, run="ahead")) == 1
    assert claim(store, NOW + 2 * DAY) == [], "or the rest of this test shows nothing"
    assert store.mend_clock(NOW + 2 * DAY) == 3
    assert claim(store, NOW + 2 * DAY) == [TERMS.id, RULES.id]
    store.record_check(check(TERMS, NOW + 2 * DAY))
    assert store.monitor_states()[0].last_check_at == NOW + 2 * DAY
    assert len(store.lease_deliveries(NOW + 2 * DAY, limit=9, lease=LEASE)) == 1


def test_clocks_that_differ_by_minutes_take_nothing_from_each_other(store: Store) -> None:
    fill(store)
    assert len(claim(store, NOW + 5 * MINUTE)) == 2
    assert store.mend_clock(NOW) == 0
    assert claim(store, NOW) == []
