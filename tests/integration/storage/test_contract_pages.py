"""One page, one transaction: version, change, alert and what is owed are kept together or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count

import pytest
from sqlalchemy import event

from monitors.records import (
    Cause,
    Change,
    ChangeKind,
    CheckOutcome,
    Delivery,
    Extractor,
    FailureKind,
    ListedItem,
    Monitor,
    Reading,
    Severity,
)
from storage import ChangeQuery, PageWrite, SnapshotInfo, StaleWrite, Store, StoreError
from tests.integration.storage.samples import (
    DAY,
    LISTING,
    NOW,
    READING,
    RULES,
    TERMS,
    alert,
    change,
    check,
    claim,
    fill,
    page,
    record_change,
    subscribe,
    version,
)


def texts(store: Store, monitor: Monitor) -> list[str]:
    return [store.version(one.id).text for one in store.versions(monitor.id)]


def test_a_first_version_is_no_change(store: Store) -> None:
    fill(store)
    write = page(store, TERMS, "Visits are free.", NOW)
    assert store.record_page(write) is None
    stored = store.latest_version(TERMS.id)
    assert stored == replace(version(TERMS, "Visits are free.", NOW, write.body_sha), id=stored.id)
    assert store.version(stored.id) == stored
    assert store.body(stored.snapshot) == b"Visits are free."
    [summary] = store.versions(TERMS.id)
    assert (summary.id, summary.at, summary.title, summary.characters) == (stored.id, NOW, "A page", 16)
    assert summary.extractor == stored.extractor
    assert store.checks(TERMS.id) == [write.check]
    assert store.latest_version(RULES.id) is None
    assert store.version(999) is None


def test_a_snapshot_keeps_how_the_bytes_first_arrived(store: Store) -> None:
    fill(store)
    first = page(store, TERMS, "same bytes", NOW)
    store.record_page(first)
    store.record_page(page(store, RULES, "same bytes", NOW + DAY))
    terms = SnapshotInfo(TERMS.id, first.body_sha, NOW, TERMS.url, 200, "text/html; charset=utf-8", 10, first.headers)
    assert store.snapshot(first.body_sha) == terms
    assert store.snapshot(first.body_sha, RULES.id).at == NOW + DAY
    assert store.snapshot("00" * 32) is None


def test_a_change_reads_back_whole(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "Visits are free.", NOW))
    made = record_change(store, TERMS, "Visits cost $12.", NOW + DAY, url="https://acme.test/moved")
    old, new = (one.id for one in store.versions(TERMS.id))
    expected = change(NOW + DAY, url="https://acme.test/moved")
    assert made == replace(expected, id=made.id, monitor_id=TERMS.id, old_version=old, new_version=new)
    assert store.change(made.id) == made
    assert store.change(made.id + 1) is None


def test_there_and_back_again_is_two_changes(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "A", NOW))
    there = record_change(store, TERMS, "B", NOW + DAY)
    back = record_change(store, TERMS, "A", NOW + 2 * DAY)
    assert (there.new_version, back.new_version) == (back.old_version, store.latest_version(TERMS.id).id)
    assert len({there.old_version, there.new_version, back.new_version}) == 3
    assert texts(store, TERMS) == ["A", "B", "A"]


def test_a_stale_comparison_is_refused_and_leaves_nothing(store: Store) -> None:
    fill(store)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    seen = store.latest_version(TERMS.id).id
    stale = page(store, TERMS, "B", NOW + DAY, seen, change=change(NOW + DAY), alert=alert(NOW + DAY))
    stale = replace(stale, deliveries=[Delivery(0, wish.id, "<stale>")])
    record_change(store, TERMS, "C", NOW + DAY)
    with pytest.raises(StaleWrite, match=r"acme-terms.*latest"):
        store.record_page(stale)
    with pytest.raises(StaleWrite):
        store.record_page(page(store, TERMS, "first?", NOW + DAY))
    assert texts(store, TERMS) == ["A", "C"]
    assert len(store.checks(TERMS.id)) == 2
    assert store.deliveries() == []


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    """The second delivery to one subscription breaks the transaction at its last statement."""
    fill(store)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    seen = store.latest_version(TERMS.id).id
    twice = [Delivery(0, wish.id, "<1>"), Delivery(0, wish.id, "<2>")]
    write = page(store, TERMS, "B", NOW + DAY, seen, change=change(NOW + DAY), alert=alert(NOW + DAY), deliveries=twice)
    before = (store.monitor_states(), store.last_checks(), store.versions(TERMS.id))
    with pytest.raises(StoreError):
        store.record_page(write)
    assert (store.monitor_states(), store.last_checks(), store.versions(TERMS.id)) == before
    assert store.deliveries() == []
    store.record_page(replace(write, deliveries=twice[:1]))
    assert len(store.deliveries()) == 1


def test_a_failure_at_any_statement_leaves_nothing(store: Store) -> None:
    """Statement by statement: the first n go through, the next one fails, until all of them go through."""
    fill(store)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    expected = store.latest_version(TERMS.id).id
    write = page(store, TERMS, "B", NOW + DAY, expected, change=change(NOW + DAY), alert=alert(NOW + DAY))
    write = replace(write, deliveries=[Delivery(0, wish.id, "<1>")], slots=("clock",))
    before = whole_state(store)
    for allowed in count():
        with failing_after(store, allowed) as failed, suppress(RuntimeError):
            store.record_page(write)
        if not failed:
            break
        assert whole_state(store) == before, f"something stayed when statement {allowed + 1} failed"
    assert allowed > 8
    assert len(store.deliveries()) == len(store.changes(ChangeQuery())) == 1


def whole_state(store: Store) -> list[object]:
    """Everything a page could have touched."""
    return [
        store.monitor_states(),
        store.last_checks(),
        store.checks(TERMS.id),
        store.versions(TERMS.id),
        store.changes(ChangeQuery()),
        store.deliveries(),
        store.due(NOW + DAY, ignore_due=True),
    ]


@contextmanager
def failing_after(store: Store, allowed: int) -> Iterator[list[str]]:
    """Let so many statements through (BEGIN not counted) and fail the next; the list then holds it."""
    engine, failed, seen = store._database.engine, [], []

    def judge(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)
        if len([one for one in seen if not one.startswith("BEGIN")]) > allowed:
            failed.append(statement)
            raise RuntimeError("this statement was made to fail")

    event.listen(engine, "before_cursor_execute", judge)
    try:
        yield failed
    finally:
        event.remove(engine, "before_cursor_execute", judge)


def test_a_page_whose_body_was_not_kept_is_refused(store: Store) -> None:
    fill(store)
    with pytest.raises(StoreError, match="kept before"):
        store.record_page(replace(page(store, TERMS, "A", NOW), body_sha="00" * 32))
    assert store.checks(TERMS.id) == []


def test_nul_bytes_and_lone_surrogates_are_stored_as_replacement_characters(store: Store) -> None:
    fill(store)
    bad, good = "Visits\x00 are \ud83d free.\udc00", "Visits� are � free.�"
    store.record_page(page(store, TERMS, "before", NOW))
    reading = replace(READING, headline=bad, why=(bad,))
    seen = store.latest_version(TERMS.id).id
    write = page(store, TERMS, bad, NOW + DAY, seen, change=change(NOW + DAY, reading), alert=alert(NOW + DAY))
    write = replace(
        write,
        version=replace(write.version, title=bad),
        check=replace(write.check, message=bad),
        headers=(("x", bad),),
        etag=bad,
        slots=(bad,),
    )
    made = store.record_page(write)
    stored = store.latest_version(TERMS.id)
    assert (stored.title, stored.text, stored.segments[1].text) == (good, good, good)
    assert store.change(made.id).reading.headline == good
    assert store.change(made.id).reading.why == (good,)
    assert store.checks(TERMS.id)[0].message == good
    assert store.snapshot(write.body_sha).headers == (("x", good),)
    assert len(good) == len(bad)


def test_new_monitors_and_items_come_with_the_page(store: Store) -> None:
    fill(store, LISTING)
    child = Monitor("acme-news-1", "acme", "https://acme.test/news/1", parent=LISTING.id)
    item = ListedItem("1", child.url, "News")
    store.record_page(page(store, LISTING, "1 News", NOW, new_monitors=[child], items=[item]))
    assert store.monitors() == [LISTING, child]
    assert claim(store, NOW) == [LISTING.id, child.id]


def test_versions_are_listed_from_one_on(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "A", NOW))
    store.record_page(page(store, RULES, "A", NOW))
    record_change(store, TERMS, "B", NOW + DAY)
    record_change(store, TERMS, "C", NOW + 2 * DAY)
    all_of_it = store.versions(TERMS.id)
    assert len(all_of_it) == 3
    assert store.versions(TERMS.id, all_of_it[1].id) == all_of_it[1:]
    assert store.versions(TERMS.id, all_of_it[2].id) == all_of_it[2:]


def test_siblings_are_the_latest_versions_of_the_same_host(store: Store) -> None:
    other, resting = replace(TERMS, id="other"), replace(TERMS, id="resting")
    fill(store, TERMS, RULES, other, resting)
    for monitor in (TERMS, RULES, other, resting):
        store.record_page(page(store, monitor, f"of {monitor.id}", NOW))
    record_change(store, other, "newer", NOW + DAY)
    fill(store, TERMS, RULES, other)
    assert [one.text for one in store.sibling_versions(TERMS.id)] == ["newer"]
    assert store.sibling_versions(RULES.id) == []


def test_severities_survive(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "0", NOW))
    made: list[Change] = [
        record_change(store, TERMS, str(severity), NOW + DAY, reading=replace(READING, severity=severity))
        for severity in Severity
    ]
    assert [store.change(one.id).reading.severity for one in made] == list(Severity)


def test_a_page_write_can_be_told_a_later_time(store: Store) -> None:
    fill(store, TERMS)
    claim(store, NOW)
    write: PageWrite = page(store, TERMS, "A", NOW, next_check_at=NOW + 9 * DAY)
    store.record_page(write)
    assert claim(store, NOW + 8 * DAY) == []
    assert claim(store, NOW + 9 * DAY) == [TERMS.id]


def test_a_page_that_is_gone_may_go_twice_and_moves_no_version(store: Store) -> None:
    fill(store, TERMS)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    latest = store.latest_version(TERMS.id)
    ids = []
    for number, kind in enumerate((ChangeKind.REMOVED, ChangeKind.RETURNED, ChangeKind.REMOVED)):
        at = NOW + number * DAY
        failed = check(TERMS, at, CheckOutcome.FAILED, status=404, quality=None, failure=FailureKind.NOT_FOUND)
        seen = check(TERMS, at) if kind is ChangeKind.RETURNED else failed
        event = PageWrite(
            seen,
            None,
            "",
            expected_version=latest.id,
            change=change(at, kind=kind),
            alert=alert(at),
            deliveries=[Delivery(0, wish.id, f"<{number}>")],
        )
        made = store.record_page(event)
        assert (made.kind, made.old_version, made.new_version) == (kind, latest.id, 0)
        assert store.change(made.id) == made
        ids.append(made.id)
    assert len(set(ids)) == 3
    assert store.latest_version(TERMS.id) == latest
    [state] = store.monitor_states()
    assert (state.failures, state.failing_since) == (1, NOW + 2 * DAY)
    assert len(store.lease_deliveries(NOW + 3 * DAY, limit=9, lease=DAY)) == 3


def test_an_old_snapshot_taken_anew_becomes_the_latest_version(store: Store) -> None:
    fill(store, TERMS)
    store.record_page(page(store, TERMS, "A", NOW))
    old = store.latest_version(TERMS.id)
    anew = replace(old, extractor=Extractor("text", "4"), text="a", at=NOW + DAY)
    technical = change(NOW + DAY, Reading(False), cause=Cause.TECHNICAL)
    stored = store.record_technical(anew, replace(technical, monitor_id=TERMS.id))
    assert stored.id > old.id
    assert store.latest_version(TERMS.id) == replace(anew, id=stored.id)
    [row] = store.changes(ChangeQuery())
    assert (row.change.cause, row.change.old_version, row.change.new_version) == (Cause.TECHNICAL, old.id, stored.id)
    with pytest.raises(StaleWrite):
        store.record_technical(anew, replace(technical, monitor_id=TERMS.id))
    assert [one.extractor.version for one in store.versions(TERMS.id)] == ["3", "4"]
