"""Every visit is logged; what it says of the page stays with the monitor."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

from monitors.records import Check, CheckOutcome, FailureKind, Quality
from storage import CheckWrite, Store
from tests.integration.storage.samples import DAY, LEASE, NOW, RULES, TERMS, check, claim, fill

HOUR = timedelta(hours=1)
BLOCKED = replace(
    Check(TERMS.id, NOW, CheckOutcome.BLOCKED, "https://acme.test/wall", 403, Quality.CHALLENGE),
    rule="challenge: title",
    message="Just a moment…",
    snapshot="ab" * 32,
    milliseconds=1234,
    size=3_000_000_000,
)
FAILED = Check(TERMS.id, NOW, CheckOutcome.FAILED, TERMS.url, failure=FailureKind.TIMEOUT, message="no answer in 30 s")


def state_of(store: Store, at: object) -> object:
    """What the next check would be told of TERMS."""
    [watched] = store.claim_due(at, limit=1, lease=LEASE, only=[TERMS.id], ignore_due=True, run="look")
    store.release_claims(at)
    return watched


def test_checks_read_back_newest_first(store: Store) -> None:
    fill(store)
    written = [BLOCKED, replace(FAILED, at=NOW + HOUR), check(TERMS, NOW + 2 * HOUR), check(RULES, NOW)]
    ids = [store.record_check(one) for one in written]
    assert ids == sorted(set(ids))
    assert store.checks(TERMS.id) == [written[2], written[1], written[0]]
    assert store.checks(TERMS.id, limit=1) == [written[2]]
    assert store.last_checks() == {TERMS.id: written[2], RULES.id: written[3]}


def test_every_field_of_a_check_is_kept(store: Store) -> None:
    fill(store)
    full = replace(BLOCKED, failure=FailureKind.OTHER)
    unset = [field.name for field in fields(Check) if getattr(full, field.name) == field.default]
    assert unset == []
    store.record_check(full)
    assert store.checks(TERMS.id) == [full]


def test_failures_are_counted_from_the_first_until_a_good_visit(store: Store) -> None:
    fill(store)
    store.record_check(FAILED)
    store.record_check(replace(BLOCKED, at=NOW + HOUR))
    watched = state_of(store, NOW + HOUR)
    assert (watched.failures, watched.failing_since, watched.last_ok_at) == (2, NOW, None)
    store.record_check(check(TERMS, NOW + 2 * HOUR))
    watched = state_of(store, NOW + 2 * HOUR)
    assert (watched.failures, watched.failing_since, watched.last_ok_at) == (0, None, NOW + 2 * HOUR)


def test_a_failure_keeps_the_validators(store: Store) -> None:
    fill(store)
    store.record_check(check(TERMS, NOW), etag='"1"', last_modified="m", raw="aa", fingerprint="bb")
    store.record_check(replace(FAILED, at=NOW + HOUR))
    watched = state_of(store, NOW + HOUR)
    assert (watched.etag, watched.last_modified, watched.last_raw, watched.fingerprint) == ('"1"', "m", "aa", "bb")


def test_a_304_replaces_only_the_validators_it_names(store: Store) -> None:
    fill(store)
    store.record_check(check(TERMS, NOW), etag='"1"', last_modified="m", raw="aa", fingerprint="bb")
    store.record_check(check(TERMS, NOW + HOUR, CheckOutcome.NOT_MODIFIED), etag='"2"')
    watched = state_of(store, NOW + HOUR)
    assert (watched.etag, watched.last_modified, watched.last_raw, watched.fingerprint) == ('"2"', "m", "aa", "bb")


def test_a_body_without_validators_drops_the_old_ones(store: Store) -> None:
    fill(store)
    store.record_check(check(TERMS, NOW), etag='"1"', last_modified="m", raw="aa", fingerprint="bb")
    store.record_check(check(TERMS, NOW + HOUR), raw="cc")
    watched = state_of(store, NOW + HOUR)
    assert (watched.etag, watched.last_modified, watched.last_raw, watched.fingerprint) == ("", "", "cc", "bb")


def test_a_straggler_is_logged_but_brings_no_old_validators_back(store: Store) -> None:
    fill(store)
    store.record_check(check(TERMS, NOW + HOUR), etag='"new"')
    store.record_check(check(TERMS, NOW), etag='"old"')
    assert state_of(store, NOW + HOUR).etag == '"new"'
    assert [one.at for one in store.checks(TERMS.id)] == [NOW, NOW + HOUR]
    assert store.last_checks()[TERMS.id].at == NOW + HOUR


def test_a_clock_that_was_years_ahead_does_not_silence_the_monitor(store: Store) -> None:
    fill(store)
    store.record_check(check(TERMS, NOW + 3650 * DAY), etag='"ahead"')
    store.record_check(check(TERMS, NOW), etag='"now"')
    assert state_of(store, NOW).etag == '"now"'


def test_many_checks_in_one_transaction(store: Store) -> None:
    fill(store)
    claim(store, NOW)
    plan = NOW + timedelta(hours=3)
    good, failed = check(TERMS, NOW), replace(FAILED, monitor_id=RULES.id)
    ids = store.record_checks([CheckWrite(good, etag='"t"', next_check_at=plan), CheckWrite(failed)])
    assert len(set(ids)) == 2
    assert store.last_checks() == {TERMS.id: good, RULES.id: failed}
    states = {state.monitor_id: state for state in store.monitor_states()}
    assert (states[TERMS.id].next_check_at, states[TERMS.id].failures) == (plan, 0)
    assert (states[RULES.id].failures, states[RULES.id].claimed_until) == (1, None)
    assert claim(store, plan) == [TERMS.id]
    assert store.record_checks([]) == []
