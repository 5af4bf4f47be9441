"""Who gets what: kept as asked, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitors.records import DeliveryState, Direction, Severity, SourceKind, Subscription, Topic
from storage import Store, StoreError
from tests.integration.storage.samples import DAY, NOW, TERMS, fill, page, record_change, subscribe


def test_a_subscriber_is_known_by_the_address_in_whatever_capitals(store: Store) -> None:
    first = store.add_subscriber("Ana@Example.org", "Ana", NOW)
    assert first.id > 0
    assert store.add_subscriber(" ana@example.ORG ", "Someone else", NOW + DAY) == first
    second = store.add_subscriber("ben@example.org", "", NOW)
    assert store.subscribers() == [first, second]


def test_subscriptions_read_back(store: Store) -> None:
    subscriber = store.add_subscriber("ana@example.org", "Ana", NOW)
    wish = Subscription(
        subscriber.id,
        topics=(Topic.CONTACT, Topic.FEES),
        jurisdictions=("US-TN", "US-TX"),
        sources=("acme", "shelby"),
        kinds=(SourceKind.JAIL, SourceKind.VENDOR),
        directions=(Direction.MIXED, Direction.RESTRICTIVE),
        min_severity=Severity.CRITICAL,
    )
    everything = store.add_subscription(Subscription(subscriber.id))
    narrow = store.add_subscription(wish)
    assert narrow == replace(wish, id=narrow.id)
    assert store.subscriptions() == [(subscriber, everything), (subscriber, narrow)]


def test_the_same_wish_is_kept_once_and_wishes_may_be_long(store: Store) -> None:
    many = tuple(f"source-{number:04}" for number in range(1000))
    first = subscribe(store, "a@b.test", topics=(Topic.FEES, Topic.MAIL), sources=many)
    again = subscribe(store, "a@b.test", topics=(Topic.MAIL, Topic.FEES, Topic.MAIL), sources=tuple(reversed(many)))
    assert again == first
    assert len(store.subscriptions()) == 1


def test_a_subscription_needs_its_subscriber(store: Store) -> None:
    with pytest.raises(StoreError):
        store.add_subscription(Subscription(77))


def test_who_is_switched_off_gets_nothing_any_more(store: Store) -> None:
    fill(store)
    ana, ben = subscribe(store, "ana@b.test"), subscribe(store, "ben@b.test")
    store.record_page(page(store, TERMS, "A", NOW))
    record_change(store, TERMS, "B", NOW + DAY, ana, ben)
    assert store.set_subscriber_active("ANA@b.test", False, NOW)
    assert not store.set_subscriber_active("nobody@b.test", False, NOW)
    assert [wish for _, wish in store.subscriptions()] == [ben]
    assert [wish for _, wish in store.subscriptions(active_only=False)] == [ana, ben]
    owed = store.lease_deliveries(NOW + DAY, limit=9, lease=DAY)
    assert [one.subscriber.address for one in owed] == ["ben@b.test"]
    [given_up] = store.deliveries(DeliveryState.GIVEN_UP)
    assert (given_up.subscription_id, given_up.last_error) == (ana.id, "the subscriber was switched off")
    assert store.set_subscriber_active("ana@b.test", True, NOW)
    assert [wish for _, wish in store.subscriptions()] == [ana, ben]
