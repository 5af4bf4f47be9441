"""A database that comes back from a backup never mails again what was mailed after the backup was made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from copy import copy
from datetime import timedelta
from pathlib import Path

import pytest

from alerts.asking import confirm_letter
from monitors.records import DeliveryState, Subscriber, SubscriberState, Subscription
from storage import open_store
from storage.outbox import RESTORED
from tests.integration.alerts.post import OPERATOR, Post
from tests.integration.alerts.test_corrections import wrong
from tests.integration.alerts.test_digests import digest_wish, gather
from tests.integration.storage.samples import DAY, RULES, TERMS, subscribe
from tests.mailserver import MailServer

HOUR, LEASE = timedelta(hours=1), timedelta(minutes=10)


@pytest.fixture
def owing(post: Post, server: MailServer) -> Post:
    """An outbox that owes in every way there is."""
    post.configure(most_an_hour=100)
    store = post.store
    server.drop = ["after data"]
    post.owe("doubt@b.test")
    assert post.deliver().in_doubt == 1
    server.data = ["451 4.3.0 later"]
    post.owe("deferred@b.test")
    assert post.deliver().deferred == 1
    post.owe("sending@b.test")
    [taken] = store.lease_deliveries(post.now, limit=1, lease=LEASE, run="elsewhere:1:x")
    assert store.begin_delivery(taken.delivery.id, post.now, lease=LEASE, run="elsewhere:1:x")
    gather(store, RULES, post.now, digest_wish(store, "daily@b.test"), digest_wish(store, "left@b.test"))
    store.ask_to_join(confirm_letter("new@b.test", "", Subscription(0), post.now), "<new@x.test>", Subscription(0), "")
    post.owe("owed@b.test")
    states = {"doubt": "in_doubt", "deferred": "deferred", "sending": "sending", "daily": "gathered", "owed": "owed"}
    assert {f"{name}@b.test": state for name, state in states.items()}.items() <= post.states().items()
    server.envelopes.clear()
    return post


@pytest.fixture
def backup(owing: Post, tmp_path: Path) -> Path:
    """A copy of the database, made by SQLite's own backup."""
    path = tmp_path / "backup" / "visitwatch.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(tmp_path / "visitwatch.db")) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
    return path


@pytest.fixture
def restored(owing: Post, backup: Path, server: MailServer) -> Iterator[Post]:
    """The same outbox from its backup, two days after everything in it was sent. The clock is the one of `owing`."""
    for _ in range(8):
        owing.deliver(6 * HOUR)
    readers = {"doubt", "deferred", "sending", "daily", "left", "new", "owed"}
    assert {address.partition("@")[0] for address in server.recipients} - {"operator"} == readers
    [left] = owing.store.subscriptions_of(_reader(owing, "left@b.test").id)
    owing.store.leave(left.id, owing.now)
    with open_store(f"sqlite:///{backup}", backup.parent / "bodies") as store:
        server.envelopes.clear()
        again = copy(owing)
        again.store = store
        yield again


def test_nothing_old_goes_out_and_what_is_new_does(owing: Post, restored: Post, server: MailServer) -> None:
    held = restored.store.settle_restored(restored.now, owing.store.suppressions())
    found = restored.store.find_deliveries([DeliveryState.HELD], 100)
    assert sorted(one.id for one in found) == held and len(held) == 6
    assert {one.last_error for one in found} == {RESTORED}
    for _ in range(12):
        restored.deliver(6 * HOUR)
    assert set(server.recipients) == {OPERATOR}
    gather(restored.store, TERMS, restored.now, subscribe(restored.store, "owed@b.test"))
    assert restored.deliver().sent == 1 and server.recipients[-1] == "owed@b.test"


def test_who_left_after_the_backup_stays_away(owing: Post, restored: Post) -> None:
    restored.store.settle_restored(restored.now, owing.store.suppressions())
    who = _reader(restored, "left@b.test")
    assert who.state is SubscriberState.UNSUBSCRIBED
    assert restored.store.subscriptions_of(who.id) == []
    assert restored.store.suppression("left@b.test") is not None


def test_the_operator_may_still_send_it(restored: Post, server: MailServer) -> None:
    held = restored.store.settle_restored(restored.now)
    assert restored.store.retry_deliveries(restored.now, ids=held) == held
    assert restored.deliver().sent == len(held)


def test_the_quiet_week_before_the_restore_is_not_told_again_and_the_next_one_is(
    restored: Post, server: MailServer
) -> None:
    subscribe(restored.store, "quiet@b.test")
    restored.now += 5 * DAY + HOUR  # a Monday at 13:00, an hour past the moment of the heartbeat
    assert restored.now.weekday() == 0
    restored.store.settle_restored(restored.now)
    restored.configure(operator="")
    assert restored.deliver().sent == 0
    assert restored.deliver(DAY).sent == 0
    restored.deliver(6 * DAY)
    assert "quiet@b.test" in server.recipients


def test_what_may_have_been_told_is_corrected(restored: Post, server: MailServer) -> None:
    restored.store.settle_restored(restored.now)
    assert wrong(restored, 5) == (1, 0)
    restored.deliver()
    [message] = [message for message in server.messages if message["To"] == "owed@b.test"]
    assert "Correction" in message["Subject"]


def test_copied_back_by_hand_a_month_later_nothing_old_goes_out_either(restored: Post, server: MailServer) -> None:
    """Nobody said that this is a backup: what was due for five days and not tried is held."""
    restored.now += 28 * DAY
    restored.configure(heartbeat=False)
    for _ in range(4):
        restored.deliver(6 * HOUR)
    assert set(server.recipients) == {OPERATOR}
    counts = restored.store.outbox_counts()
    assert counts[DeliveryState.HELD] == 7 and counts[DeliveryState.GATHERED] == 0


def _reader(post: Post, address: str) -> Subscriber:
    return next(one for one in post.store.subscribers() if one.address == address)
