"""Readers who sleep, confirm, bounce and complain, over a real outbox and mail server."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from alerts.asking import token_sha
from alerts.tokens import return_path
from app.cli import cli
from app.config import ConfigError
from app.outbox_returned import take_back
from monitors.records import DeliveryState, SubscriberState, Subscription, SuppressionKind
from tests.integration.alerts.post import Post
from tests.integration.storage.samples import DAY, TERMS, record_change, subscribe
from tests.mailserver import MailServer
from tests.unit.alerts.test_returned import COMPLAINT, report

HOUR = timedelta(hours=1)


@pytest.fixture
def config(post: Post, tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('[store]\nurl = "sqlite:///visitwatch.db"\nbodies = "bodies"\n', encoding="utf-8")
    return path


def run(config: Path, *arguments: str) -> object:
    return cli.main(["--config", str(config), *arguments], standalone_mode=False)


def body(server: MailServer) -> str:
    text = server.messages[-1].get_body(("plain",))
    assert text is not None
    return str(text.get_content())


def test_a_reader_who_sleeps_gets_it_in_the_morning(post: Post, server: MailServer) -> None:
    asleep: Subscription = subscribe(post.store, "ana@b.test", zone="Asia/Tokyo", quiet_from=21, quiet_until=7)
    record_change(post.store, TERMS, "B", post.now, asleep)  # at 21:00 in Tokyo
    assert post.deliver().sent == 0
    assert post.deliver(9 * HOUR).sent == 0
    assert post.of("ana@b.test").attempts == 0
    assert post.deliver(HOUR).sent == 1
    assert "JST" in body(server)


def test_import_asks_and_the_link_in_the_mail_confirms(
    post: Post, server: MailServer, config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "address,name,jurisdictions,zone,quiet\nana@b.test,Ana,US-TX,America/Chicago,22-7\nben@b.test,,,,\n"
    )
    run(config, "subscribers", "import", str(rows))
    assert "2 subscribers: a mail asks them for a yes" in capsys.readouterr().out
    post.now = post.store.deliveries()[0].owed_at + HOUR
    assert post.deliver().sent == 2
    ana = server.messages[0]
    assert ana["List-Unsubscribe"] is None and "places Texas" in str(ana.get_body(("plain",)).get_content())
    token = re.search(r"/confirm/(\S+)", str(ana.get_body(("plain",)).get_content())).group(1)
    assert token.encode() not in (tmp_path / "visitwatch.db").read_bytes()
    assert post.store.confirm(token_sha(token), post.now + 49 * HOUR, "late") is None
    assert post.store.confirm(token_sha(token), post.now + 47 * HOUR, "in time").address == "ana@b.test"
    [(_, wish)] = post.store.subscriptions()
    assert (wish.zone, wish.quiet_from, wish.quiet_until) == ("America/Chicago", 22, 7)


def test_a_confirmed_import_keeps_its_reason_and_passes_over_who_left(
    post: Post, config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = subscribe(post.store, "ben@b.test")
    post.store.leave(left.id, post.now)
    rows = tmp_path / "rows.csv"
    rows.write_text("address\nana@b.test\nben@b.test\n")
    run(config, "subscribers", "import", str(rows), "--confirmed", "signed the list at the meeting of 3 March")
    assert "1 subscriber: alerts from now on" in (said := capsys.readouterr().out)
    assert "1 subscriber: not written to" in said
    [(ana, _)] = post.store.subscriptions()
    assert (ana.address, ana.proof) == ("ana@b.test", "operator: signed the list at the meeting of 3 March")


def test_the_operators_own_add_is_enough_except_against_the_readers_word(
    post: Post, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(config, "subscribers", "add", "ana@b.test")
    run(config, "subscribers", "remove", "ana@b.test")
    assert post.store.suppression("ana@b.test").kind is SuppressionKind.REMOVED
    run(config, "subscribers", "add", "ana@b.test", "--quiet", "22-7", "--zone", "Europe/Berlin")
    assert [who.address for who, _ in post.store.subscriptions()] == ["ana@b.test"] * 2
    post.store.leave(1, post.now)
    with pytest.raises(ConfigError, match="only they can take that back"):
        run(config, "subscribers", "add", "ana@b.test")
    run(config, "subscribers", "add", "cem@b.test", "--ask")
    assert "a mail asks them for a yes" in capsys.readouterr().out
    for wrong in (("--zone", "Mars/Olympus"), ("--quiet", "25-7")):
        with pytest.raises(ConfigError, match=wrong[1]):
            run(config, "subscribers", "add", "dan@b.test", *wrong)


def test_refused_on_two_days_the_address_is_stopped_and_the_operator_told(post: Post, server: MailServer) -> None:
    server.refuse["ana@b.test"] = ["550 5.1.1 no such user"]
    for _ in range(2):
        post.owe("ana@b.test")
        post.deliver(HOUR)
    assert post.store.subscribers()[0].active
    post.owe("ana@b.test")
    post.deliver(DAY)
    assert post.store.subscribers()[0].state is SubscriberState.BOUNCED
    post.deliver(HOUR)
    assert "ana@b.test gets nothing more: mail to it comes back" in str(server.messages[-1]["Subject"])
    assert post.store.suppression("ana@b.test").kind is SuppressionKind.BOUNCED


def test_a_report_counts_only_where_it_proves_to_be_about_our_mail(post: Post, server: MailServer) -> None:
    post.configure(bounces="bounces@lists.example.org")
    post.owe("ana@b.test", "ben@b.test")
    post.deliver()
    [ana, _] = post.store.subscribers()
    forged = report()
    assert "names no mail of ours" in take_back(post.store, post.settings, forged, post.now)
    path = return_path("bounces@lists.example.org", post.store.state("secret"), post.of("ana@b.test").id)
    real = forged.replace(b"bounces+7-0123456789abcdef01234567@lists.example.org", path.encode())
    for _ in range(2):
        assert "hard bounce of mail" in take_back(post.store, post.settings, real, post.now)
    assert len(post.store.bounces(ana.id, post.now - DAY)) == 1
    assert "nothing was noted" in take_back(post.store, post.settings, b"Subject: away\r\n\r\n", post.now)


def test_a_complaint_stops_at_once(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test")
    post.deliver()
    identity = str(server.messages[0]["Message-ID"])
    said = take_back(
        post.store, post.settings, COMPLAINT.replace("<abc@list.example.org>", identity).encode(), post.now
    )
    assert said.startswith("complaint bounce of mail 1 noted")
    post.owe("ana@b.test")
    assert post.states()["ana@b.test"] is not DeliveryState.SENDING
    post.deliver(HOUR)
    assert server.recipients.count("ana@b.test") == 1
    assert post.store.suppression("ana@b.test").kind is SuppressionKind.COMPLAINED


def test_a_mail_with_our_token_in_its_subject_leaves(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test", "ben@b.test")
    post.deliver()
    wish = re.search(r"mailto:\S+\?subject=(\S+?)>", server.messages[0]["List-Unsubscribe"])
    subject = unquote(wish.group(1)).encode()
    head = b"From: ana@b.test\r\nSubject: "
    for no_wish in (
        b"Auto-Submitted: auto-replied\r\n" + head + subject,  # somebody is on holiday
        head + b"Re: " + subject,
        head + subject[:-1],
        head + b"unsubscribe",
    ):
        take_back(post.store, post.settings, no_wish + b"\r\n\r\n", post.now)
    assert len(post.store.subscriptions()) == 2
    assert take_back(post.store, post.settings, head + subject + b"\r\n\r\n", post.now) == "a reader left"
    assert [who.address for who, _ in post.store.subscriptions()] == ["ben@b.test"]


def test_when_mail_comes_is_listed_and_a_second_subscription_is_told(
    post: Post, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(config, "subscribers", "add", "ana@b.test")
    assert "subscriptions" not in capsys.readouterr().err
    run(config, "subscribers", "add", "ana@b.test", "--quiet", "22-7", "--zone", "Asia/Tokyo")
    assert "ana@b.test has 2 subscriptions" in capsys.readouterr().err
    run(config, "subscribers", "add", "ben@b.test", "--cadence", "weekly", "--weekday", "friday", "--hour", "9")
    run(config, "subscribers", "list")
    told = capsys.readouterr().out
    for when in ("at once", "at once, not 22-7 Asia/Tokyo", "weekly, friday 9:00 UTC"):
        assert when in told
