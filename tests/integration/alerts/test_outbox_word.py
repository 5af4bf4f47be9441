"""Senders that die, operators who hold and retry, subscribers who leave, backups that are restored."""

from __future__ import annotations

from datetime import timedelta

from alerts.tokens import LEAVE, make_token, read_return_path
from monitors.records import DeliveryState
from tests.integration.alerts.post import OPERATOR, Post, notices
from tests.integration.storage.samples import DAY
from tests.mailserver import MailServer

LEASE, MINUTE = timedelta(minutes=10), timedelta(minutes=1)


def test_of_a_killed_sender_only_what_it_had_begun_is_in_doubt(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test", "ben@b.test")
    first, _ = post.store.lease_deliveries(post.now, limit=9, lease=LEASE, run="here:7:dead")
    assert post.store.begin_delivery(first.delivery.id, post.now, lease=LEASE, run="here:7:dead")
    assert post.deliver(LEASE - MINUTE).sent == 0
    post.now += MINUTE
    post.store.lease_deliveries(post.now, limit=0, lease=LEASE)
    assert post.states() == {"ana@b.test": DeliveryState.IN_DOUBT, "ben@b.test": DeliveryState.OWED}
    assert post.deliver().sent == 2
    assert [one.attempts for one in post.store.deliveries()] == [1, 2]


def test_a_sender_that_lost_its_lease_does_not_begin(post: Post) -> None:
    post.owe("ana@b.test")
    [owed] = post.store.lease_deliveries(post.now, limit=9, lease=LEASE, run="slow")
    [again] = post.store.lease_deliveries(post.now + LEASE, limit=9, lease=LEASE, run="fast")
    assert not post.store.begin_delivery(owed.delivery.id, post.now + LEASE, lease=LEASE, run="slow")
    assert post.store.begin_delivery(again.delivery.id, post.now + LEASE, lease=LEASE, run="fast")
    assert not post.store.begin_delivery(again.delivery.id, post.now + LEASE, lease=LEASE, run="fast")


def test_who_leaves_while_mail_is_leased_gets_nothing_any_more(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test")
    [owed] = post.store.lease_deliveries(post.now, limit=9, lease=LEASE, run="here:1:test")
    post.store.set_subscriber_active("ana@b.test", False, post.now)
    assert not post.store.begin_delivery(owed.delivery.id, post.now, lease=LEASE, run="here:1:test")
    assert post.deliver(LEASE).sent == 0 and server.envelopes == []


def test_what_is_held_waits_for_the_operators_word(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test", "ben@b.test")
    ana = post.of("ana@b.test")
    assert post.store.hold_deliveries("wait", ids=[ana.id]) == [ana.id]
    assert post.deliver(DAY).sent == 2
    assert server.recipients == ["ben@b.test", OPERATOR]
    assert "1 mail held" in notices(server.messages)[0]
    assert post.store.retry_deliveries(post.now, ids=[ana.id]) == [ana.id]
    assert post.deliver().sent == 2
    assert server.recipients[2:] == ["ana@b.test", OPERATOR]


def test_after_a_restore_nothing_old_is_sent_again(post: Post, server: MailServer) -> None:
    """The backup was made when an alert was owed; it was sent after that, and the backup does not know."""
    post.owe("ana@b.test")
    backup = post.now + MINUTE
    post.now += DAY
    assert len(post.store.hold_deliveries("owed before the backup was made", owed_before=backup)) == 1
    post.owe("ben@b.test")
    post.deliver()
    assert server.recipients == ["ben@b.test", OPERATOR]
    assert post.states()["ana@b.test"] is DeliveryState.HELD


def test_what_was_never_tried_for_five_days_is_held_not_sent(post: Post, server: MailServer) -> None:
    """A database copied back by hand, without `restore`, still does not mail last month's alerts."""
    post.owe("ana@b.test")
    report = post.deliver(30 * DAY)
    assert (report.sent, report.held) == (0, 1)
    assert post.states()["ana@b.test"] is DeliveryState.HELD
    post.store.retry_deliveries(post.now)
    assert post.deliver().sent == 3
    assert sorted(server.recipients) == ["ana@b.test", OPERATOR, OPERATOR]


def test_given_up_ones_are_sent_again_only_by_name(post: Post, server: MailServer) -> None:
    server.refuse["ana@b.test"] = ["550 5.1.1 no such user"]
    post.owe("ana@b.test")
    post.deliver()
    server.refuse.clear()
    given_up = post.of("ana@b.test")
    assert post.store.retry_deliveries(post.now) == []
    assert post.store.retry_deliveries(post.now, ids=[given_up.id]) == [given_up.id]
    assert post.deliver().sent == 1
    assert post.store.retry_deliveries(post.now, ids=[given_up.id]) == []


def test_the_operator_is_told_after_an_hour_once_and_when_it_is_over(post: Post, server: MailServer) -> None:
    server.refuse["ana@b.test"] = ["451 4.7.1 later"] * 6 + ["250 OK"]
    post.owe("ana@b.test")
    post.deliver()
    for _ in range(40):
        post.deliver(5 * MINUTE)
    assert post.of("ana@b.test").state is DeliveryState.SENT
    told, over = notices(server.messages)
    assert "1 new: mail has been owed since" in told and "1 over: mail has been owed since" in over
    assert post.store.troubles() == []


def test_each_mail_comes_back_to_an_address_of_its_own_and_can_be_left(post: Post, server: MailServer) -> None:
    post.configure(bounces="bounces@b.test", base_url="https://vw.test")
    post.owe("ana@b.test", "ben@b.test")
    post.deliver()
    secret = post.store.secret("not this one")
    back = [read_return_path("bounces@b.test", secret, envelope.mail_from or "") for envelope in server.envelopes]
    assert back == [post.of("ana@b.test").id, post.of("ben@b.test").id]
    for message, subscription in zip(server.messages, (1, 2), strict=True):
        assert make_token(secret, LEAVE, subscription) in str(message["List-Unsubscribe"])
    assert secret not in b"".join(envelope.original_content or b"" for envelope in server.envelopes).decode()


def test_without_an_operators_address_troubles_are_remembered_and_nobody_is_mailed(
    post: Post, server: MailServer
) -> None:
    post.configure(operator="")
    post.owe("ana@b.test")
    post.store.hold_deliveries("wait")
    assert post.deliver().sent == 0 and server.envelopes == []
    assert [trouble.key for trouble in post.store.troubles()] == ["mail held"]
