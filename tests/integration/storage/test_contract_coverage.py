"""Routine checks are folded into days, and everything that rests on them still holds."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from monitors.records import Check, CheckOutcome, FailureKind
from storage import CheckWrite, FaultKind, Store, coverage
from storage.coverage import proof_of
from storage.engine import Database
from storage.tables import checks
from tests.integration.storage.samples import DAY, NOW, RULES, TERMS, check, fill, page

HOUR = timedelta(hours=1)
START = NOW.replace(hour=1)


def days(store: Store, count: int = 3) -> None:
    """A first version, then four checks a day: two unchanged, one not modified, one failed, each day after a root;
    RULES once only."""
    fill(store)
    store.record_page(page(store, TERMS, "Visits are free.", START - HOUR))
    store.record_check(check(RULES, START))
    for day in range(count):
        at = START + day * DAY
        store.make_root(at)
        for hour, outcome in enumerate((CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED, CheckOutcome.UNCHANGED)):
            store.record_check(check(TERMS, at + hour * 4 * HOUR, outcome))
        failed = Check(TERMS.id, at + 15 * HOUR, CheckOutcome.FAILED, TERMS.url, failure=FailureKind.TIMEOUT)
        store.record_check(failed)


def outcomes(store: Store) -> list[CheckOutcome]:
    return [one.outcome for one in store.checks(TERMS.id)]


def test_routine_checks_become_a_row_a_day_and_everything_else_stays(store: Store) -> None:
    days(store)
    assert store.fold_checks(START + 2 * DAY + 5 * HOUR) == 6
    assert store.fold_checks(START + 2 * DAY + 5 * HOUR) == 0
    second, first = store.coverage(TERMS.id)
    assert (first.day, first.checks, first.not_modified) == ("2026-11-23", 3, 1)
    assert (first.first_at, first.last_at) == (START, START + 8 * HOUR)
    assert second.day == "2026-11-24" and second.last_id - second.first_id == 2
    left = outcomes(store)
    assert left.count(CheckOutcome.FAILED) == 3 and left.count(CheckOutcome.FIRST) == 1 and len(left) == 7


def test_a_monitors_last_check_is_never_folded(store: Store) -> None:
    days(store)
    store.fold_checks(START + 30 * DAY)
    assert store.last_checks()[RULES.id].at == START
    assert store.coverage(RULES.id) == []
    assert store.failing(1)[0].check.at == START + 2 * DAY + 15 * HOUR


def test_the_days_of_a_monitor_count_the_same_before_and_after(store: Store) -> None:
    days(store)
    before = store.days_of_checks(TERMS.id, START - DAY)
    store.fold_checks(START + 30 * DAY)
    assert store.days_of_checks(TERMS.id, START - DAY) == before
    assert sum(before[date(2026, 11, 24)].values()) == 4


def test_what_was_seen_before_and_after_a_time_is_still_known(store: Store) -> None:
    days(store)
    moment = START + DAY + 20 * HOUR
    [before] = [one for one in store.as_of(moment) if one.monitor_id == TERMS.id]
    store.fold_checks(START + 30 * DAY)
    [after] = [one for one in store.as_of(moment) if one.monitor_id == TERMS.id]
    assert (after.seen_before, after.seen_after) == (START + DAY + 8 * HOUR, START + 2 * DAY)
    assert after == before


def test_a_copy_of_the_lines_can_be_shown_to_be_what_was_folded(store: Store, store_url: str) -> None:
    days(store, 1)
    database = Database(store_url)
    with database.reading() as connection:
        lines = connection.execute(checks.select().order_by(checks.c.id)).all()
    database.close()
    routine = [line for line in lines if line.outcome in ("unchanged", "not_modified") and line.monitor_id == TERMS.id]
    store.fold_checks(START + 30 * DAY)
    [covered] = store.coverage(TERMS.id)
    assert covered.proof == proof_of(routine)
    assert covered.proof != proof_of(routine[:2])


def test_a_day_that_is_folded_in_two_portions_is_one_row(store: Store) -> None:
    days(store, 1)
    portions = list(iter(lambda: store.fold_checks(START + 30 * DAY, limit=2), 0))
    assert len(portions) > 1 and sum(portions) == 3
    [covered] = store.coverage(TERMS.id)
    assert (covered.checks, covered.not_modified, covered.last_at) == (3, 1, START + 8 * HOUR)


def test_lines_that_stay_do_not_keep_those_behind_them_from_being_folded(store: Store) -> None:
    """The newest lines of twenty switched-off pages come first, more of them than are looked at in one portion."""
    off = [replace(TERMS, id=f"off{n}", url=f"https://acme.test/off{n}") for n in range(20)]
    fill(store, TERMS, *off, now=START)
    store.record_checks([CheckWrite(Check(one.id, START, CheckOutcome.UNCHANGED, one.url)) for one in off])
    store.make_root(START)
    for hour in range(3):
        store.record_check(Check(TERMS.id, START + hour * HOUR, CheckOutcome.UNCHANGED, TERMS.url))
    assert sum(iter(lambda: store.fold_checks(START + 2 * DAY, limit=3), 0)) == 2
    assert [one.checks for one in store.coverage(TERMS.id)] == [2]


def faults(store: Store) -> list[FaultKind]:
    return [fault.kind for fault in store.verify(START + 40 * DAY)]


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_every_chain_and_root_still_holds(store: Store, limit: int) -> None:
    days(store, 5)
    store.make_root(START + 5 * DAY)
    roots = {root.day: store.root_text(root) for root in store.roots()}
    while store.fold_checks(START + 3 * DAY, limit=limit):
        assert faults(store) == []
    while store.fold_checks(START + 30 * DAY, limit=limit):
        assert faults(store) == []
    assert len(store.coverage(TERMS.id)) == 5
    assert {root.day: store.root_text(root) for root in store.roots()} == roots
    store.record_check(check(TERMS, START + 31 * DAY))
    assert faults(store) == []


def test_what_follows_a_change_stays_until_a_root_covers_it(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "Visits are free.", START))
    for hour in range(1, 4):
        store.record_check(check(TERMS, START + hour * HOUR))
    assert store.fold_checks(START + 9 * DAY) == 0
    store.make_root(START + 4 * HOUR)
    for hour in range(5, 9):
        store.record_check(check(TERMS, START + hour * HOUR))
    assert store.fold_checks(START + 9 * DAY) == 3
    assert len(outcomes(store)) == 5


@pytest.mark.parametrize(
    "forged",
    [
        "DELETE FROM coverage",
        "DELETE FROM folded_links",
        "UPDATE folded_links SET link = (SELECT chain FROM monitor_states WHERE monitor_id = folded_links.monitor_id)",
        "UPDATE checks SET message = 'nothing to see' WHERE outcome = 'failed'",
        "DELETE FROM checks WHERE outcome = 'failed' AND id < (SELECT max(id) FROM checks)",
    ],
)
def test_who_touches_what_is_left_is_found_out(store: Store, store_url: str, forged: str) -> None:
    days(store)
    store.make_root(START + 3 * DAY)
    assert store.fold_checks(START + 30 * DAY) == 9
    database = Database(store_url)
    with database.writing() as connection:
        connection.execute(text(forged))
    database.close()
    assert {FaultKind.BROKEN_LINK, FaultKind.BROKEN_ROOT} & set(faults(store))


def test_two_who_fold_at_once_count_no_day_twice(store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first waits in the middle for the second, which must not have read the same lines."""
    days(store)
    second = threading.Thread(target=lambda: store.fold_checks(START + 2 * DAY + 5 * HOUR))
    kept = coverage._keep_links

    def keep(*given: Any) -> None:
        if second.ident is None:
            second.start()
            second.join(1.0)  # on both databases it waits for us; without a lock it would be done by now
        kept(*given)

    monkeypatch.setattr(coverage, "_keep_links", keep)
    assert store.fold_checks(START + 2 * DAY + 5 * HOUR) == 6
    second.join()
    assert [day.checks for day in store.coverage(TERMS.id)] == [3, 3]
    assert list(store.verify(NOW + 9 * DAY)) == []
