"""The catalogue follows the configuration and forgets nothing."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from monitors.records import ListedItem, Monitor
from storage import CheckWrite, Store, StoreError
from tests.integration.storage.samples import (
    DAY,
    JAIL,
    LEASE,
    LISTING,
    NOW,
    RULES,
    TERMS,
    VENDOR,
    check,
    claim,
    fill,
    page,
)

CHILD = Monitor("acme-news-1", "acme", "https://acme.test/news/1", parent="acme-news", interval=7 * DAY)


def test_reads_back_what_was_put(store: Store) -> None:
    full = replace(
        TERMS,
        interval=timedelta(hours=6, seconds=1),
        fetch="browser",
        select=("main", "#visits"),
        ignore=(".clock",),
        expect=("visit", "“Besuch” 訪問"),
    )
    fill(store, full)
    assert store.sources() == [VENDOR, JAIL]
    assert store.source("shelby") == JAIL
    assert store.monitors() == [full]
    assert store.monitor(full.id) == full
    assert store.monitor("nobody") is None
    assert store.source("nobody") is None


def test_every_field_of_a_monitor_is_kept(store: Store) -> None:
    odd: dict[type, object] = {str: "odd", bool: True, tuple: ("odd",), timedelta: timedelta(hours=5)}
    values = {
        field.name: odd[type(field.default)]
        for field in fields(Monitor)
        if field.name not in ("id", "source_id", "url")
    }
    monitor = Monitor("odd", "acme", "https://odd.test/", **{**values, "parent": "acme-news"})
    fill(store, LISTING, monitor)
    assert store.monitor("odd") == monitor


def test_the_same_again_changes_nothing(store: Store) -> None:
    fill(store)
    claim(store, NOW)
    before = store.monitor_states()
    fill(store, now=NOW + DAY)
    assert store.monitor_states() == before
    assert store.monitors(active_only=True) == [TERMS, RULES]


def test_a_monitor_that_is_gone_becomes_inactive_and_can_return(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "Visits are free.", NOW))
    fill(store, RULES)
    assert store.monitors(active_only=True) == [RULES]
    assert store.monitor(TERMS.id) == replace(TERMS, active=False)
    assert len(store.versions(TERMS.id)) == 1
    assert claim(store, NOW + 9 * DAY) == [RULES.id]
    fill(store)
    assert store.monitors(active_only=True) == [TERMS, RULES]


def test_children_of_a_listing_stay(store: Store) -> None:
    fill(store, LISTING)
    item = ListedItem("guid-1", CHILD.url, "We will no longer require this")
    assert store.record_items(LISTING.id, [item], [CHILD], NOW) == [CHILD]
    assert store.record_items(LISTING.id, [item], [CHILD], NOW + DAY) == []
    fill(store, LISTING)
    assert store.monitors(active_only=True) == [LISTING, CHILD]
    by_id = {watched.monitor.id: watched for watched in store.claim_due(NOW, limit=9, lease=LEASE, run="r")}
    assert by_id[LISTING.id].known_items == {"guid-1"}
    assert by_id[CHILD.id].known_items == frozenset()


def test_item_keys_of_any_length_are_told_apart(store: Store) -> None:
    fill(store, LISTING)
    keys = ["k" * 9000, "k" * 9001, "k\x00", "k\ud800x", ""]
    items = [ListedItem(key, "https://acme.test/", "t") for key in keys]
    store.record_items(LISTING.id, [*items, *items], [], NOW)
    [watched] = store.claim_due(NOW, limit=1, lease=LEASE, run="r")
    assert watched.known_items == {"k" * 9000, "k" * 9001, "k�", "k�x", ""}


def test_a_new_address_or_selection_forgets_the_validators(store: Store) -> None:
    for changed in (replace(TERMS, url="https://acme.test/new-terms"), replace(TERMS, select=("main",))):
        fill(store, TERMS)
        store.record_check(check(TERMS, NOW), etag='"1"', last_modified="yesterday", raw="ab", fingerprint="cd")
        fill(store, replace(TERMS, title="Another title"))
        [same] = store.claim_due(NOW, limit=1, lease=LEASE, ignore_due=True, run="r")
        assert (same.etag, same.last_modified, same.last_raw, same.fingerprint) == ('"1"', "yesterday", "ab", "cd")
        store.release_claims(NOW)
        fill(store, changed)
        [new] = store.claim_due(NOW, limit=1, lease=LEASE, ignore_due=True, run="r")
        assert (new.etag, new.last_modified, new.last_raw, new.fingerprint) == ("", "", "", "")
        store.release_claims(NOW)


def test_a_shorter_interval_takes_effect_at_once(store: Store) -> None:
    fill(store, replace(TERMS, interval=30 * DAY))
    claim(store, NOW)
    store.record_check(check(TERMS, NOW))
    fill(store, replace(TERMS, interval=timedelta(hours=2)))
    assert claim(store, NOW + timedelta(hours=1)) == []
    assert claim(store, NOW + timedelta(hours=2)) == [TERMS.id]


def test_a_monitor_of_an_unknown_source_is_refused_whole(store: Store) -> None:
    with pytest.raises(StoreError):
        store.put_catalogue([VENDOR], [TERMS, RULES], NOW)
    assert store.monitors() == []


def test_facts_of_the_run_are_remembered(store: Store) -> None:
    assert store.state("last run") == ""
    store.set_state("last run", "r1")
    store.set_state("last run", "r2")
    assert store.state("last run") == "r2"


def test_a_listings_visit_its_items_and_its_children_come_together(store: Store) -> None:
    fill(store, LISTING)
    claim(store, NOW)
    item = ListedItem("guid-1", CHILD.url, "News")
    write = CheckWrite(check(LISTING, NOW), etag='"1"')
    assert store.record_listing(write, [item], [CHILD]) == [CHILD]
    assert store.record_listing(write, [item], [CHILD]) == []
    assert claim(store, NOW) == [CHILD.id]
    stray = replace(CHILD, id="stray", source_id="nobody")
    with pytest.raises(StoreError):
        store.record_listing(write, [ListedItem("guid-2", "", "")], [stray])
    store.release_claims(NOW)
    [watched] = store.claim_due(NOW, limit=1, lease=LEASE, only=[LISTING.id], ignore_due=True, run="r")
    assert (watched.known_items, watched.etag) == ({"guid-1"}, '"1"')
    assert len(store.checks(LISTING.id)) == 2


def test_monitors_added_by_hand_stay(store: Store) -> None:
    assert store.add_monitors([VENDOR, VENDOR], [TERMS], NOW) == [TERMS]  # a list names it with each of its monitors
    assert store.add_monitors([replace(VENDOR, name="Acme Inc.")], [TERMS], NOW) == []
    store.put_catalogue([JAIL], [RULES], NOW)
    assert store.monitors(active_only=True) == [TERMS, RULES]
    assert store.source("acme") == replace(VENDOR, name="Acme Inc.")
    assert store.set_monitor_active(TERMS.id, False)
    assert store.monitors() == [replace(TERMS, active=False), RULES]
    assert not store.set_monitor_active("nobody", False)


def test_of_many_sources_a_page_reads_what_it_shows(store: Store) -> None:
    store.put_catalogue([JAIL, VENDOR, replace(JAIL, id="knox")], [], NOW)
    assert [one.id for one in store.sources(2)] == ["acme", "knox"]
    assert store.some_sources(["shelby", "nobody", "acme"]) == [VENDOR, JAIL]
    assert store.some_sources([]) == []
    assert store.jurisdictions() == ["US-TN", "US-TX"]
