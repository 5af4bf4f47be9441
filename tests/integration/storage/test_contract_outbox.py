"""The outbox: nothing lost, nothing leased twice, what is sent stays sent."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from monitors.records import DeliveryState, Letter, LetterKind, Subscription, Trouble
from storage import Store
from storage.gathering import Fold
from tests.integration.storage.samples import (
    DAY,
    JAIL,
    NOW,
    RULES,
    TERMS,
    VENDOR,
    alert,
    fill,
    page,
    record_change,
    subscribe,
)

LEASE = timedelta(minutes=2)
SECOND = timedelta(seconds=1)


@pytest.fixture
def wishes(store: Store) -> list[Subscription]:
    """Three subscribers; the terms have their first version."""
    fill(store)
    store.record_page(page(store, TERMS, "A", NOW))
    return [subscribe(store, f"{name}@b.test") for name in ("ana", "ben", "cem")]


def test_owed_brings_all_a_message_needs(store: Store, wishes: list[Subscription]) -> None:
    made = record_change(store, TERMS, "B", NOW, wishes[0])
    [owed] = store.lease_deliveries(NOW, limit=9, lease=LEASE)
    assert (owed.change, owed.monitor, owed.source) == (made, TERMS, VENDOR)
    assert owed.alert == replace(alert(NOW), id=owed.alert.id, change_id=made.id)
    assert (owed.subscriber.address, owed.subscription) == ("ana@b.test", wishes[0])
    assert owed.delivery.alert_id == owed.alert.id
    assert (owed.delivery.state, owed.delivery.attempts) == (DeliveryState.OWED, 0)
    assert owed.delivery.message_id.startswith("<acme-terms.")


def test_a_lease_holds_until_it_ends(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, *wishes)
    assert len(store.lease_deliveries(NOW, limit=2, lease=LEASE)) == 2
    assert len(store.lease_deliveries(NOW, limit=9, lease=LEASE)) == 1
    assert store.lease_deliveries(NOW + LEASE - SECOND, limit=9, lease=LEASE) == []
    again = store.lease_deliveries(NOW + LEASE, limit=9, lease=LEASE)
    assert [(one.delivery.state, one.delivery.attempts) for one in again] == [(DeliveryState.OWED, 0)] * 3


def test_a_run_gives_back_what_it_has_not_begun(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, *wishes)
    first, *_ = store.lease_deliveries(NOW, limit=9, lease=LEASE, run="here")
    assert store.begin_delivery(first.delivery.id, NOW, lease=LEASE, run="here")
    assert store.release_deliveries("elsewhere") == 0
    assert store.release_deliveries("here") == 2
    assert len(store.lease_deliveries(NOW, limit=9, lease=LEASE)) == 2


def test_what_was_under_way_when_the_lease_ended_is_in_doubt(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, wishes[0])
    [owed] = store.lease_deliveries(NOW, limit=9, lease=LEASE, run="here:1:a")
    assert store.begin_delivery(owed.delivery.id, NOW + SECOND, lease=LEASE, run="here:1:a")
    assert store.lease_deliveries(NOW + LEASE, limit=9, lease=LEASE) == []
    store.release_machine(NOW + LEASE, "here")
    [again] = store.lease_deliveries(NOW + LEASE, limit=9, lease=LEASE)
    assert (again.delivery.state, again.delivery.attempts) == (DeliveryState.IN_DOUBT, 1)
    assert again.delivery.message_id == owed.delivery.message_id


def test_a_letter_is_owed_once_and_is_nobodys_alert(store: Store, wishes: list[Subscription]) -> None:
    letter = Letter(LetterKind.NOTICE, "n|1", NOW, "operator@b.test", lines=("the disk is full",))
    kept = store.put_letter(letter, "<n1@b.test>")
    assert kept is not None and store.put_letter(letter, "<n1@b.test>") is None
    [owed] = store.lease_deliveries(NOW, limit=9, lease=LEASE, run="here")
    assert owed.letter == kept
    assert (owed.delivery.letter_id, owed.delivery.alert_id, owed.delivery.subscription_id) == (kept.id, 0, 0)
    assert store.begin_delivery(owed.delivery.id, NOW, lease=LEASE, run="here")
    store.mark_sent(owed.delivery.id, NOW)
    assert store.outbox_counts()[DeliveryState.SENT] == 1


def test_troubles_are_told_and_remembered_in_one_step(store: Store, wishes: list[Subscription]) -> None:
    began = [Trouble("disk", "the disk is full", NOW), Trouble("mail", "mail is refused", NOW)]
    store.tell_operator(Letter(LetterKind.NOTICE, "n|1", NOW, "operator@b.test"), "<n1>", began, [])
    assert store.troubles() == began
    store.tell_operator(None, "", [], ["disk"])
    assert store.troubles() == began[1:]
    assert store.outbox_counts()[DeliveryState.OWED] == 1


def test_nothing_is_owed_before_its_time(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, wishes[0])
    assert store.lease_deliveries(NOW - SECOND, limit=9, lease=LEASE) == []
    assert len(store.lease_deliveries(NOW, limit=9, lease=LEASE)) == 1


def test_a_deferred_one_waits_its_time(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, wishes[0])
    [owed] = store.lease_deliveries(NOW, limit=9, lease=LEASE)
    store.mark_deferred(owed.delivery.id, "451 try later", NOW + timedelta(hours=1))
    [waiting] = store.deliveries(DeliveryState.DEFERRED)
    assert (waiting.last_error, waiting.next_try_at, waiting.attempts) == ("451 try later", NOW + timedelta(hours=1), 0)
    assert store.lease_deliveries(NOW + timedelta(minutes=59), limit=9, lease=LEASE) == []
    [again] = store.lease_deliveries(NOW + timedelta(hours=1), limit=9, lease=LEASE)
    assert (again.delivery.attempts, again.delivery.message_id) == (0, owed.delivery.message_id)


def test_sent_and_given_up_are_closed(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, *wishes)
    first, second, _ = store.lease_deliveries(NOW, limit=9, lease=LEASE)
    store.mark_sent(first.delivery.id, NOW)
    store.mark_given_up(second.delivery.id, "550 no such user", NOW)
    counts = {state: number for state, number in store.outbox_counts().items() if number}
    assert counts == {DeliveryState.OWED: 1, DeliveryState.SENT: 1, DeliveryState.GIVEN_UP: 1}
    assert [one.last_error for one in store.deliveries(DeliveryState.GIVEN_UP)] == ["550 no such user"]
    left = store.lease_deliveries(NOW + DAY, limit=9, lease=LEASE)
    assert [one.subscriber.address for one in left] == ["cem@b.test"]


def test_a_slow_sender_cannot_reopen_what_another_sent(store: Store, wishes: list[Subscription]) -> None:
    record_change(store, TERMS, "B", NOW, wishes[0])
    [slow] = store.lease_deliveries(NOW, limit=9, lease=LEASE)
    [fast] = store.lease_deliveries(NOW + LEASE, limit=9, lease=LEASE)
    store.mark_sent(fast.delivery.id, NOW + LEASE)
    store.mark_deferred(slow.delivery.id, "timed out", NOW + DAY)
    store.mark_given_up(slow.delivery.id, "timed out", NOW + DAY)
    assert store.outbox_counts()[DeliveryState.SENT] == 1
    assert store.deliveries()[0].last_error == ""


def test_counts_name_every_state_and_lists_are_newest_first(store: Store, wishes: list[Subscription]) -> None:
    assert store.outbox_counts() == dict.fromkeys(DeliveryState, 0)
    record_change(store, TERMS, "B", NOW, wishes[0])
    record_change(store, TERMS, "C", NOW, wishes[1])
    assert [one.subscription_id for one in store.deliveries()] == [wishes[1].id, wishes[0].id]
    assert [one.subscription_id for one in store.deliveries(limit=1)] == [wishes[1].id]


def test_the_longest_owed_go_first(store: Store, wishes: list[Subscription]) -> None:
    store.record_page(page(store, RULES, "A", NOW))
    record_change(store, TERMS, "B", NOW + SECOND, wishes[0])
    record_change(store, RULES, "B", NOW, wishes[0])
    first, second = store.lease_deliveries(NOW + DAY, limit=9, lease=LEASE)
    assert (first.source, second.source) == (JAIL, VENDOR)


def test_two_senders_never_hold_one_delivery(store: Store, wishes: list[Subscription]) -> None:
    for number in range(20):
        record_change(store, TERMS, f"text {number}", NOW, *wishes)
    taken: list[int] = []

    def send() -> None:
        while owed := store.lease_deliveries(NOW, limit=5, lease=LEASE):
            for one in owed:
                taken.append(one.delivery.id)
                store.mark_sent(one.delivery.id, NOW)

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(taken) == Counter(one.id for one in store.deliveries(DeliveryState.SENT))
    assert len(taken) == 60


def test_any_number_of_deliveries_can_be_named(store: Store, wishes: list[Subscription]) -> None:
    """A statement takes 32,766 to 250,000 values on SQLite, 65,535 on PostgreSQL; a redesign brings more alerts."""
    record_change(store, TERMS, "B", NOW, wishes[0])
    many = range(1, 70_001)
    assert store.hold_deliveries("wait", ids=many) == [1] and store.hold_deliveries("none", ids=[]) == []
    assert store.retry_deliveries(NOW, ids=many) == [1] and store.retry_deliveries(NOW, ids=[]) == []
    assert store.recipients(many) == {1: "ana@b.test"}
    letter = Letter(LetterKind.STORM, "k", NOW, "ana@b.test", subscriber_id=1, subscription_id=1)
    fold = Fold(letter, "<k@x.test>", NOW, deliveries=tuple(many))
    assert store.gather_deliveries(many, NOW) == 1
    assert store.fold_alerts([fold]) == []
    store.hold_gathered(1, "wait", NOW + DAY)
    store.retry_deliveries(NOW)
    assert store.fold_alerts([fold]) == [fold] and store.fold_alerts([fold]) == []
