"""Joining and leaving: only who reads the mail says yes, nobody is bombed, who left stays away."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

from monitors.records import (
    DeliveryState,
    JoinOutcome,
    Letter,
    LetterKind,
    Severity,
    SubscriberState,
    Subscription,
    SuppressionKind,
)
from storage import Store
from tests.integration.storage.samples import DAY, NOW, TERMS, fill, page, record_change, subscribe

SHA = hashlib.sha256(b"token").hexdigest()
WISH = Subscription(0, min_severity=Severity.MAJOR)


def ask(store: Store, address: str, now=NOW, requester: str = "10.0.0.1", wish: Subscription = WISH) -> JoinOutcome:
    key = f"confirm|{address.lower()}|{now:%Y-%m-%d}"
    letter = Letter(LetterKind.CONFIRM, key, now, address)
    return store.ask_to_join(letter, f"<{key}@b.test>", wish, requester)


def test_nothing_is_sent_but_the_question_until_the_reader_says_yes(store: Store) -> None:
    assert ask(store, "Ana@b.test") is JoinOutcome.ASKED
    [ana] = store.subscribers()
    assert (ana.state, ana.active, ana.confirmed_at) == (SubscriberState.PENDING, False, None)
    assert store.subscriptions() == []
    [owed] = store.lease_deliveries(NOW, limit=9, lease=DAY, run="r")
    assert (owed.letter.kind, owed.letter.subscriber_id, owed.letter.subscription_id) == (LetterKind.CONFIRM, ana.id, 1)
    assert store.begin_delivery(owed.delivery.id, NOW, lease=DAY, run="r")


def test_the_token_confirms_once_and_in_time_and_reading_it_changes_nothing(store: Store) -> None:
    ask(store, "ana@b.test")
    store.put_confirm_token(SHA, 1, NOW + 2 * DAY)
    who, wish = store.token_wish(SHA, NOW + DAY)
    assert (who.address, wish) == ("ana@b.test", replace(WISH, subscriber_id=who.id, id=1))
    assert store.subscriptions() == []
    assert store.confirm(SHA, NOW + 2 * DAY, "late") is None
    assert store.confirm(hashlib.sha256(b"other").hexdigest(), NOW, "forged") is None
    ana = store.confirm(SHA, NOW + DAY, "from 10.0.0.1")
    assert (ana.state, ana.active, ana.confirmed_at, ana.proof) == (
        SubscriberState.ACTIVE,
        True,
        NOW + DAY,
        "from 10.0.0.1",
    )
    assert store.subscriptions() == [(ana, replace(WISH, subscriber_id=ana.id, id=1))]
    assert store.confirm(SHA, NOW + DAY, "again") is None


def test_one_question_a_day_and_address(store: Store) -> None:
    assert ask(store, "ana@b.test") is JoinOutcome.ASKED
    assert ask(store, "ANA@b.test", NOW + timedelta(hours=2), "10.0.0.2") is JoinOutcome.TOO_MANY
    assert ask(store, "ana@b.test", NOW + DAY) is JoinOutcome.ASKED
    assert len(store.deliveries()) == 2


def test_one_requester_asks_a_few_times_an_hour_and_all_together_not_much_more(store: Store) -> None:
    found = [ask(store, f"a{n}@b.test") for n in range(7)]
    assert found == [JoinOutcome.ASKED] * 5 + [JoinOutcome.TOO_MANY] * 2
    assert ask(store, "later@b.test", NOW + timedelta(hours=1)) is JoinOutcome.ASKED
    found = [ask(store, f"b{n}@b.test", NOW + timedelta(hours=2), f"10.1.0.{n}") for n in range(102)]
    assert found.count(JoinOutcome.TOO_MANY) == 2
    assert ask(store, "list@b.test", NOW + timedelta(hours=2), requester="") is JoinOutcome.ASKED


def test_who_has_it_already_is_not_asked_again_but_a_new_wish_is_confirmed(store: Store) -> None:
    mine = subscribe(store, "ana@b.test", min_severity=Severity.MAJOR)
    assert ask(store, "ana@b.test") is JoinOutcome.ALREADY
    assert ask(store, "ana@b.test", wish=Subscription(0, jurisdictions=("US-TX",))) is JoinOutcome.ASKED
    assert [wish for _, wish in store.subscriptions()] == [mine]
    store.put_confirm_token(SHA, 2, NOW + DAY)
    store.confirm(SHA, NOW, "yes")
    assert [wish.id for _, wish in store.subscriptions()] == [1, 2]


def test_who_leaves_gets_nothing_more_and_no_import_brings_them_back(store: Store) -> None:
    fill(store)
    store.record_page(page(store, TERMS, "A", NOW))
    wishes = [subscribe(store, "ana@b.test"), subscribe(store, "ana@b.test", min_severity=Severity.MAJOR)]
    record_change(store, TERMS, "B", NOW, wishes[0])
    assert store.leave(wishes[1].id, NOW).address == "ana@b.test"
    assert store.leave(99, NOW) is None
    assert store.subscriptions() == []
    assert [one.state for one in store.deliveries()] == [DeliveryState.GIVEN_UP]
    assert store.suppression("ANA@b.test").kind is SuppressionKind.LEFT
    assert ask(store, "ana@b.test", requester="") is JoinOutcome.SUPPRESSED
    assert ask(store, "ana@b.test", NOW + DAY) is JoinOutcome.ASKED
    store.put_confirm_token(SHA, wishes[1].id, NOW + 9 * DAY)
    store.confirm(SHA, NOW + DAY, "changed my mind")
    assert [wish for _, wish in store.subscriptions()] == [wishes[1]]
    assert store.suppressions() == []


def test_who_complained_is_not_even_asked(store: Store) -> None:
    wish = subscribe(store, "ana@b.test")
    store.set_subscriber_state(wish.subscriber_id, SubscriberState.COMPLAINED, NOW)
    assert ask(store, "ana@b.test") is JoinOutcome.SUPPRESSED
    assert ask(store, "ana@b.test", requester="") is JoinOutcome.SUPPRESSED
    store.set_subscriber_active("ana@b.test", False, NOW)
    assert store.suppression("ana@b.test").kind is SuppressionKind.COMPLAINED


def test_a_pause_suppresses_nobody(store: Store) -> None:
    wish = subscribe(store, "ana@b.test")
    store.set_subscriber_state(wish.subscriber_id, SubscriberState.PAUSED, NOW)
    assert store.subscriptions() == [] and store.suppressions() == []
    store.set_subscriber_state(wish.subscriber_id, SubscriberState.ACTIVE, NOW)
    assert [one for _, one in store.subscriptions()] == [wish]


def test_a_wish_can_be_changed_and_never_counts_twice(store: Store) -> None:
    first, second = subscribe(store, "ana@b.test"), subscribe(store, "ana@b.test", min_severity=Severity.MAJOR)
    store.change_subscription(replace(first, zone="America/Chicago", quiet_from=22, quiet_until=7))
    assert [(one.id, one.zone) for _, one in store.subscriptions()] == [(1, "America/Chicago"), (2, "UTC")]
    store.change_subscription(replace(second, id=first.id))
    assert [one.id for _, one in store.subscriptions()] == [2]
