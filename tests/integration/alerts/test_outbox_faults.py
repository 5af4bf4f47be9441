"""What the mail server may do to us, and that no alert is lost by it: each fault of the list with its goal."""

from __future__ import annotations

import ssl
from datetime import timedelta
from pathlib import Path

import pytest

from monitors.records import BounceKind, DeliveryState
from tests.certificates import self_signed
from tests.integration.alerts.post import OPERATOR, Post, notices
from tests.integration.storage.samples import DAY
from tests.mailserver import MailServer, SlowServer

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def test_a_server_away_for_a_day_gets_everything_after_it_in_order(post: Post, server: MailServer) -> None:
    with MailServer() as gone:
        away = gone.port
    post.configure(smtp_port=away)
    for _ in range(3):
        post.owe("ana@b.test", "ben@b.test")
        assert "can't be reached" in post.deliver(MINUTE).down
    for _ in range(8):
        assert post.deliver(3 * HOUR).down
    assert post.store.outbox_counts()[DeliveryState.OWED] == 7  # six alerts, and one word to the operator
    post.configure(smtp_port=server.port)
    assert post.deliver(HOUR).sent == 7
    assert server.recipients == ["ana@b.test", "ben@b.test"] * 3 + [OPERATOR]
    tries = [one.attempts for one in post.store.deliveries()][::-1]
    assert tries[0] == 11 and tries[1:] == [1] * 6


def test_after_a_failure_the_server_is_left_in_peace_for_a_while(post: Post, server: MailServer) -> None:
    server.mail = ["451 4.3.2 not now"] * 2
    post.owe("ana@b.test")
    assert post.deliver().down
    assert post.deliver(timedelta(seconds=59)).down and server.mail == ["451 4.3.2 not now"]
    assert post.deliver(timedelta(seconds=1)).down and server.mail == []
    assert post.deliver(MINUTE).down
    assert post.deliver(MINUTE).sent == 1


def test_whoever_sends_by_hand_does_not_wait(post: Post, server: MailServer) -> None:
    server.mail = ["451 4.3.2 not now"]
    post.owe("ana@b.test")
    assert post.deliver().down
    assert post.deliver(at_once=True).sent == 1


def test_a_greylisted_one_is_tried_again_after_1_2_4_8_minutes(post: Post, server: MailServer) -> None:
    server.refuse["ana@b.test"] = ["451 4.7.1 greylisted"] * 9 + ["250 OK"]
    post.owe("ana@b.test", "ben@b.test")
    assert post.deliver().sent == 1
    waits = []
    for _ in range(9):
        delivery = post.of("ana@b.test")
        assert delivery.state is DeliveryState.DEFERRED and delivery.next_try_at is not None
        waits.append((delivery.next_try_at - post.now) // MINUTE)
        post.now = delivery.next_try_at - timedelta(seconds=1)
        assert post.deliver().deferred == 0
        post.deliver(timedelta(seconds=1))
    assert waits == [1, 2, 4, 8, 15, 30, 60, 120, 240]
    assert post.of("ana@b.test").state is DeliveryState.SENT


def test_what_is_put_off_for_five_days_is_given_up(post: Post, server: MailServer) -> None:
    server.refuse["ana@b.test"] = ["452 4.2.2 full"]
    post.owe("ana@b.test")
    while post.of("ana@b.test").state is not DeliveryState.GIVEN_UP:
        post.deliver(8 * HOUR)
    delivery = post.of("ana@b.test")
    assert delivery.owed_at is not None and 5 * DAY < post.now - delivery.owed_at < 5 * DAY + 9 * HOUR
    assert delivery.last_error == "put off for five days: 452 4.2.2 full"


def test_one_refused_address_among_many_harms_no_other_and_is_counted(post: Post, server: MailServer) -> None:
    server.refuse["ben@b.test"] = ["550 5.1.1 no such user"]
    _, ben, _ = post.owe("ana@b.test", "ben@b.test", "cem@b.test")
    report = post.deliver()
    assert (report.sent, report.given_up) == (2, 1)
    assert server.recipients == ["ana@b.test", "cem@b.test"]
    assert post.states()["ben@b.test"] is DeliveryState.GIVEN_UP
    [bounce] = post.store.bounces(ben.subscriber_id, post.now - DAY)
    assert (bounce.kind, bounce.words) == (BounceKind.HARD, "550 5.1.1 no such user")
    assert bounce.delivery_id == post.of("ben@b.test").id


def test_a_refusal_by_policy_is_given_up_and_counts_against_nobody(post: Post, server: MailServer) -> None:
    server.refuse["ana@b.test"] = ["550 5.7.1 we know this list"]
    [wish] = post.owe("ana@b.test")
    assert post.deliver().given_up == 1
    assert post.store.bounces(wish.subscriber_id, post.now - DAY) == []


@pytest.mark.parametrize(
    ("mail", "data", "state"),
    [
        ([], ["451 4.3.0 later"], DeliveryState.DEFERRED),
        ([], ["421 4.3.2 closing"], DeliveryState.DEFERRED),
        ([], ["552 5.3.4 too large"], DeliveryState.GIVEN_UP),
        ([], ["554 5.6.0 no"], DeliveryState.GIVEN_UP),
        (["552 5.3.4 too large"], [], DeliveryState.GIVEN_UP),
        (["421 4.3.2 closing"], [], DeliveryState.DEFERRED),
        (["450 4.7.1 slow down"], [], DeliveryState.OWED),
        (["553 5.1.8 who are you"], [], DeliveryState.OWED),
    ],
)
def test_answers_to_sender_and_message_have_their_class(
    post: Post, server: MailServer, mail: list[str], data: list[str], state: DeliveryState
) -> None:
    server.mail, server.data = mail, data
    [wish] = post.owe("ana@b.test")
    post.deliver()
    assert post.of("ana@b.test").state is state
    assert post.store.bounces(wish.subscriber_id, post.now - DAY) == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_refused_login_pauses_everything_with_one_word_to_the_operator(post: Post) -> None:
    with MailServer(password="right") as server:
        post.configure(smtp_port=server.port, smtp_user="us", smtp_password="wrong")
        for _ in range(5):
            post.owe("ana@b.test", "ben@b.test")
            assert "check mail.smtp_user" in post.deliver(2 * HOUR).down
        assert {one.state for one in post.store.deliveries()} == {DeliveryState.OWED}
        post.configure(smtp_password="right")
        assert post.deliver(2 * HOUR).sent == 11
        post.deliver(2 * HOUR)
        told, over = notices(server.messages)
    assert "2 new: no mail goes out: the mail server" in told and "refused our name or password" in told
    assert "2 over" in over


def test_a_lost_reply_is_sent_once_more_under_the_same_message_id(post: Post, server: MailServer) -> None:
    server.drop = ["after data"]
    post.owe("ana@b.test")
    assert post.deliver().in_doubt == 1
    assert post.of("ana@b.test").state is DeliveryState.IN_DOUBT
    assert post.deliver().sent == 0
    assert post.deliver(MINUTE).sent == 1
    first, second = server.messages
    assert first["Message-ID"] == second["Message-ID"]


def test_what_may_have_arrived_stays_in_doubt_whatever_a_later_try_says(post: Post, server: MailServer) -> None:
    server.drop = ["after data"]
    server.data = ["250 OK", "451 4.3.0 later"]
    post.configure(operator="")
    post.owe("ana@b.test")
    assert post.deliver().in_doubt == 1 and post.deliver(MINUTE).in_doubt == 1
    server.mail = ["451 4.3.2 not now"]
    assert post.deliver(2 * MINUTE).down and post.of("ana@b.test").state is DeliveryState.IN_DOUBT
    assert post.deliver(HOUR).sent == 1


def test_a_server_that_never_answers_gets_a_mail_for_five_days_at_most(post: Post, server: MailServer) -> None:
    server.drop = ["after data"] * 99
    post.configure(operator="", heartbeat=False)
    post.owe("ana@b.test")
    for _ in range(12):
        post.deliver(12 * HOUR)
    assert post.of("ana@b.test").state is DeliveryState.GIVEN_UP
    assert len(server.messages) == 11 and len({message["Message-ID"] for message in server.messages}) == 1


@pytest.mark.parametrize("where", ["rcpt", "data", "in data", "after data"])
def test_no_mail_is_lost_wherever_the_connection_is_cut(post: Post, server: MailServer, where: str) -> None:
    server.drop = [where] * 3
    post.owe("ana@b.test", "ben@b.test")
    for _ in range(5):
        post.deliver(4 * HOUR)
    assert set(post.states().values()) == {DeliveryState.SENT}
    by_reader: dict[str, set[str]] = {}
    for message in server.messages:
        by_reader.setdefault(str(message["To"]), set()).add(str(message["Message-ID"]))
    assert [len(found) for to, found in by_reader.items() if to != OPERATOR] == [1, 1]


def test_a_server_that_drips_is_left_after_the_time_limit_and_the_mail_stays_owed(
    post: Post, server: MailServer
) -> None:
    post.owe("ana@b.test")
    with SlowServer(b"220-" + b"x" * 5000) as slow:
        post.configure(smtp_port=slow.port, timeout=0.3)
        assert post.deliver().down
    post.configure(smtp_port=server.port, timeout=5.0)
    assert post.deliver(MINUTE).sent == 1


def test_a_certificate_we_cannot_trust_sends_nothing_and_tells_the_operator(post: Post, tmp_path: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*self_signed(tmp_path, "127.0.0.1"))
    with MailServer(tls=context) as server:
        post.configure(smtp_port=server.port, smtp_tls="starttls")
        post.owe("ana@b.test")
        assert "certificate" in post.deliver().down
        assert server.envelopes == []
    assert [trouble.key for trouble in post.store.troubles()] == ["mail refused"]
    assert post.of(OPERATOR).state is DeliveryState.OWED
