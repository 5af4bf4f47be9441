"""One run at a time behind a gate; what a host asked for is known to whoever asks next; the planner's hints."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

from monitors.records import CheckOutcome, FailureKind, Monitor
from storage import CheckWrite, Store
from storage.gates import GateWord
from tests.integration.storage.samples import DAY, JAIL, LEASE, NOW, RULES, TERMS, VENDOR, check, fill

MINUTE = timedelta(minutes=1)
HOLD = timedelta(seconds=45)
NEWS = Monitor("acme-more", "acme", "https://acme.test/more", interval=DAY)
ACME, SHELBY = "acme.test", "shelby.test"


def taken(store: Store, run: str, now: object = NOW, **fields: object) -> list[str]:
    wanted: dict[str, object] = {"limit": 100, "lease": LEASE, **fields}
    return sorted(watched.monitor.id for watched in store.claim_due(now, run=run, **wanted))


def test_what_lies_behind_a_held_gate_is_nobody_elses(store: Store) -> None:
    fill(store, TERMS, NEWS, RULES)
    assert taken(store, "a", limit=1) == [NEWS.id]
    assert taken(store, "b") == [RULES.id]
    assert taken(store, "b", ignore_due=True) == []
    assert taken(store, "a") == [TERMS.id]
    store.release_claims(NOW, run="a")
    assert taken(store, "b") == [NEWS.id, TERMS.id]


def test_a_hold_ends_when_its_run_does_not_renew_it_and_its_leases_with_it(store: Store) -> None:
    fill(store, TERMS, NEWS)
    assert taken(store, "a", gate=ACME, hold=HOLD, limit=1) == [NEWS.id]
    assert store.renew_gates(NOW + HOLD / 2, NOW + 1.5 * HOLD, run="a") == 1
    assert taken(store, "b", NOW + HOLD, gate=ACME, hold=HOLD) == []
    assert taken(store, "b", NOW + 1.5 * HOLD, gate=ACME, hold=HOLD) == [NEWS.id, TERMS.id]
    assert store.renew_gates(NOW + 1.5 * HOLD, NOW + 2 * HOLD, run="a") == 0
    assert store.held_gates(NOW + 1.5 * HOLD, [ACME, SHELBY]) == {ACME}


def test_a_gate_can_be_borrowed_and_is_given_back_with_the_others(store: Store) -> None:
    fill(store)
    assert taken(store, "a", only=[TERMS.id]) == [TERMS.id]
    assert store.hold_gate(SHELBY, NOW, NOW + HOLD, run="a")
    assert not store.hold_gate(SHELBY, NOW, NOW + HOLD, run="b")
    assert not store.hold_gate(ACME, NOW, NOW + HOLD, run="b")
    store.release_claims(NOW, run="a")
    assert store.hold_gate(ACME, NOW, NOW + HOLD, run="b") and store.hold_gate("new.test", NOW, NOW + HOLD, run="b")


def test_threads_never_hold_one_gate_at_once(store: Store) -> None:
    fill(store, *(Monitor(f"p{n}", "acme", f"https://h{n % 5}.test/{n}", interval=DAY) for n in range(40)))
    holders: dict[str, list[str]] = {}

    def work(run: str) -> None:
        for watched in store.claim_due(NOW, limit=100, lease=LEASE, run=run):
            holders.setdefault(watched.monitor.url.split("/")[2], []).append(run)

    threads = [threading.Thread(target=work, args=(run,)) for run in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for run in "abcd":  # what two threads passed over at the same moment is there for the next claim
        work(run)
    assert sum(map(len, holders.values())) == 40
    assert [len(set(runs)) for runs in holders.values()] == [1] * 5


def test_a_host_that_asked_for_silence_is_left_alone_by_everybody_until_then(store: Store) -> None:
    fill(store)
    store.remember_gates([GateWord(ACME, 7.5, NOW + MINUTE, NOW + 10 * MINUTE)])
    store.remember_gates([GateWord(ACME, silent_until=NOW + 5 * MINUTE)])
    assert store.gate_words([ACME, SHELBY])[0] == GateWord(ACME, 7.5, None, NOW + 10 * MINUTE)
    assert taken(store, "a") == [RULES.id]
    assert ACME not in store.plan_gates(NOW, limit=9, again=MINUTE)
    assert taken(store, "a", only=[TERMS.id], ignore_due=True) == [TERMS.id]
    store.release_claims(NOW)
    assert taken(store, "b", NOW + 10 * MINUTE, only=[TERMS.id]) == [TERMS.id]


def test_a_silence_of_days_was_noted_by_a_clock_that_ran_ahead(store: Store) -> None:
    fill(store, TERMS)
    store.remember_gates([GateWord(ACME, silent_until=NOW + 300 * DAY)])
    assert taken(store, "a") == [TERMS.id]


def test_the_planner_hands_out_due_gates_and_again_when_a_job_was_lost(store: Store) -> None:
    fill(store, TERMS, NEWS, RULES)
    assert sorted(store.plan_gates(NOW, limit=9, again=5 * MINUTE)) == [ACME, SHELBY]
    assert store.plan_gates(NOW + 4 * MINUTE, limit=9, again=5 * MINUTE) == []
    assert len(store.plan_gates(NOW + 5 * MINUTE, limit=1, again=5 * MINUTE)) == 1
    store.touch_gates([ACME], NOW + 6 * MINUTE)
    assert ACME in store.plan_gates(NOW + 6 * MINUTE, limit=9, again=5 * MINUTE)


def test_a_gate_is_due_again_with_its_first_monitor(store: Store) -> None:
    fill(store, TERMS, NEWS)
    assert store.plan_gates(NOW, limit=9, again=5 * MINUTE) == [ACME]
    assert len(taken(store, "a", gate=ACME, hold=HOLD)) == 2
    assert store.plan_gates(NOW + MINUTE / 2, limit=9, again=MINUTE) == []
    writes = [
        CheckWrite(check(TERMS, NOW + MINUTE), next_check_at=NOW + DAY),
        CheckWrite(check(NEWS, NOW + MINUTE), next_check_at=NOW + 2 * DAY),
    ]
    store.record_checks(writes)
    store.release_claims(NOW + MINUTE, run="a", words=[GateWord(ACME, 3.0)])
    assert store.plan_gates(NOW + DAY - MINUTE, limit=9, again=MINUTE) == []
    assert store.plan_gates(NOW + DAY, limit=9, again=MINUTE) == [ACME]
    assert store.gate_words([ACME]) == [GateWord(ACME, 3.0)]


def test_an_interrupted_job_leaves_its_gate_due(store: Store) -> None:
    fill(store, TERMS)
    store.plan_gates(NOW, limit=9, again=5 * MINUTE)
    taken(store, "a", gate=ACME, hold=HOLD)
    cut = check(TERMS, NOW, CheckOutcome.FAILED, failure=FailureKind.INTERRUPTED)
    store.record_check(cut)
    store.release_claims(NOW, run="a")
    assert store.plan_gates(NOW, limit=9, again=MINUTE) == [ACME]


def test_a_run_that_takes_a_dead_runs_gate_and_claims_nothing_leaves_it_due(store: Store) -> None:
    """As when the database goes away between the two."""
    fill(store, TERMS, RULES)
    taken(store, "dead", gate=ACME, hold=HOLD)
    taken(store, "alive", gate=SHELBY, hold=2 * HOLD)
    later = NOW + HOLD
    assert store.hold_gate(ACME, later, later + HOLD, run="b")
    store.release_claims(later, run="b")
    assert store.plan_gates(later, limit=9, again=MINUTE) == [ACME]
    assert taken(store, "c", later, gate=ACME, hold=HOLD) == [TERMS.id]
    assert taken(store, "c", later, gate=SHELBY, hold=HOLD) == []


def test_hints_that_went_wrong_are_mended(store: Store) -> None:
    fill(store)
    store.plan_gates(NOW, limit=9, again=300 * DAY)
    assert store.reconcile_gates() == 2
    assert store.reconcile_gates() == 0
    assert len(store.plan_gates(NOW, limit=9, again=MINUTE)) == 2


def test_hosts_of_one_platform_share_a_gate(store: Store) -> None:
    pages = [Monitor(f"c{n}", "shelby", f"https://county{n}.vendor.test/visits", interval=DAY) for n in range(3)]
    store.put_catalogue([VENDOR, JAIL], [TERMS, *pages], NOW, ("*.vendor.test",))
    assert taken(store, "a", gate="*.vendor.test", hold=HOLD, limit=1) == ["c0"]
    assert taken(store, "b") == [TERMS.id]
    later = Monitor("c9", "shelby", "https://county9.vendor.test/visits", interval=DAY)
    store.add_monitors([], [later], NOW)
    assert taken(store, "b") == []
    assert taken(store, "a") == ["c1", "c2", "c9"]
    store.release_claims(NOW)
    store.put_catalogue([VENDOR, JAIL], [TERMS, *pages], NOW)
    assert taken(store, "a", limit=1, only=["c0"], ignore_due=True) == ["c0"]
    assert taken(store, "b", only=["c1"], ignore_due=True) == ["c1"]


def test_a_monitor_that_is_switched_on_or_moved_is_planned(store: Store) -> None:
    fill(store, replace(TERMS, active=False))
    store.reconcile_gates()
    assert store.plan_gates(NOW + DAY, limit=9, again=MINUTE) in ([], [ACME])
    store.set_monitor_active(TERMS.id, True)
    assert ACME in store.plan_gates(NOW + 2 * DAY, limit=9, again=MINUTE)
    fill(store, replace(TERMS, url="https://moved.test/terms"))
    assert "moved.test" in store.plan_gates(NOW + 3 * DAY, limit=9, again=MINUTE)


def test_how_far_the_work_is_behind(store: Store) -> None:
    fill(store, TERMS, NEWS, RULES)
    store.hold_gate(SHELBY, NOW, NOW + HOLD, run="a")
    store.remember_gates([GateWord("quiet.test", silent_until=NOW + MINUTE)])
    backlog = store.backlog(NOW + MINUTE / 2)
    assert (backlog.due, backlog.held, backlog.silent, backlog.oldest) == (1, 1, 1, NOW)
