"""An alert called wrong: one correction to each who was told, none to who was not, and a figure for all to see."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli import cli
from app.config import ConfigError
from app.corrections import mark_wrong
from monitors.records import AlertState, Annotation, DeliveryState
from storage.alert_states import WRONG
from tests.integration.alerts.post import Post
from tests.integration.alerts.test_digests import digest_wish, gather, many, text_of
from tests.integration.alerts.test_readers import config as config  # the fixture
from tests.integration.storage.samples import DAY, RULES, TERMS, subscribe
from tests.integration.web import shelf
from tests.integration.web.reader import parse
from tests.mailserver import MailServer
from web.application import create_app

HOUR = timedelta(hours=1)


def wrong(post: Post, change: int = 1) -> tuple[int, int] | None:
    return mark_wrong(post.store, post.settings, Annotation(change, "kim", post.now, WRONG, "Visits stay free."))


def test_who_was_told_gets_one_correction_that_answers_the_mail(post: Post, server: MailServer) -> None:
    post.configure(base_url="https://visits.example")
    post.owe("ana@b.test", "ben@b.test")
    post.deliver()
    assert wrong(post) == (2, 0)
    assert wrong(post) is None and wrong(post, 99) is None
    assert post.deliver(HOUR).sent == 2 and post.deliver(HOUR).sent == 0
    first, correction = server.messages[0], server.messages[2]
    assert correction["Subject"] == "[visitwatch] Correction, not so: Acme Visits: In-person visits end"
    assert correction["In-Reply-To"] == correction["References"] == first["Message-ID"]
    assert correction["Message-ID"] != first["Message-ID"]
    text = text_of(correction)
    assert (
        re.search(r"we told you of Acme Visits \([^)]+\): In-person visits end", " ".join(text.split()))
        and "Visits stay free." in text
    )
    assert "https://visits.example/changes/1" in text and "https://visits.example/leave/" in text


def test_who_was_told_by_a_digest_gets_one_too_and_who_was_not_told_hears_nothing(
    post: Post, server: MailServer
) -> None:
    told = digest_wish(post.store, "ana@b.test")
    gather(post.store, TERMS, post.now, told)
    post.deliver(DAY)
    assert [m["To"] for m in server.messages] == ["ana@b.test"]
    assert wrong(post) == (1, 0)
    post.deliver(HOUR)
    assert server.messages[1]["In-Reply-To"] == server.messages[0]["Message-ID"]
    gather(post.store, RULES, post.now, told)
    assert wrong(post, 2) == (0, 1)
    assert post.deliver(2 * DAY).sent == 0
    assert post.store.outbox_counts()[DeliveryState.GIVEN_UP] == 1


def test_what_is_folded_but_not_sent_is_left_out(post: Post, server: MailServer) -> None:
    wish = digest_wish(post.store, "ana@b.test")
    gather(post.store, TERMS, post.now, wish, text="Visits cost $15.")
    gather(post.store, RULES, post.now, wish, text="Visits cost $16.")
    server.mail = ["451 4.3.2 not now"]
    assert post.deliver(DAY).down
    assert wrong(post) == (0, 0)
    assert post.deliver(HOUR).sent == 1
    assert "1 change" in server.messages[0]["Subject"] and "$15" not in text_of(server.messages[0])


def test_who_left_meanwhile_gets_no_correction(post: Post) -> None:
    [wish] = post.owe("ana@b.test")
    post.deliver()
    post.store.leave(wish.id, post.now)
    assert wrong(post) == (0, 0)


def test_from_the_command_line_and_on_the_pages(post: Post, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.owe("ana@b.test")
    post.deliver()
    for number in range(3):
        gather(post.store, RULES, post.now, subscribe(post.store, f"{number}@b.test"))
    arguments = ["--config", str(config), "changes", "wrong", "1", "--note", "It was a <typo>.", "--by", "kim"]
    cli.main(arguments, standalone_mode=False)
    assert "1 correction to send" in capsys.readouterr().out
    with pytest.raises(ConfigError, match="called wrong already"):
        cli.main(arguments, standalone_mode=False)
    counts = post.store.alert_counts(post.now - DAY)
    assert (counts[AlertState.TOLD], counts[AlertState.WRONG]) == (3, 1)
    with shelf.served(create_app(post.store, base_url="http://127.0.0.1", clock=lambda: post.now)) as web:
        status, change = web.get("/status").text, web.get("/changes/1").text
        assert web.get("/status.json").json()["alerts"]["error_rate"] == 0.25
        assert web.get("/changes/1.json").json()["annotations"][0]["note"] == "It was a <typo>."
    assert "1 (25.0 %)" in parse(status).text
    assert "It was a <typo>." in parse(change).text and "<typo>" not in change


def test_a_letter_whose_alerts_are_all_wrong_is_not_sent(post: Post, server: MailServer) -> None:
    pages = many(post, 2)
    for wish in (subscribe(post.store, "ana@b.test"), digest_wish(post.store, "ben@b.test")):
        for one in pages:
            gather(post.store, one, post.now, wish, text="Visits cost $15.")
    server.mail = ["451 4.3.2 not now"] * 2
    assert post.deliver(DAY).down
    assert [wrong(post, number) for number in (1, 2, 3, 4)] == [(0, 0)] * 4
    assert post.deliver(HOUR).sent == 0
    assert server.messages == [] and post.store.outbox_counts()[DeliveryState.GIVEN_UP] == 2


def test_a_letter_that_a_sender_holds_already_leaves_out_what_is_called_wrong_meanwhile(
    post: Post, server: MailServer
) -> None:
    first, wish = subscribe(post.store, "zoe@b.test"), digest_wish(post.store, "ana@b.test")
    gather(post.store, TERMS, post.now, wish, text="Visits cost $15.")
    gather(post.store, RULES, post.now, wish, text="Visits cost $16.")
    gather(post.store, TERMS, post.now, first)
    called: list[object] = []
    server.taking = lambda: called.append(wrong(post)) if not called else None
    assert post.deliver(DAY).sent == 2
    assert called == [(0, 0)]
    [letter] = [message for message in server.messages if message["To"] == "ana@b.test"]
    assert "1 change" in letter["Subject"] and "$15" not in text_of(letter)


def test_what_may_have_arrived_is_corrected_and_not_sent_again(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test")
    server.drop = ["after data"]
    assert post.deliver().in_doubt == 1
    assert wrong(post) == (1, 0)
    assert post.deliver(HOUR).sent == 1
    assert "Correction" in server.messages[-1]["Subject"] and post.deliver(DAY).sent == 0


def test_a_word_of_ours_that_ends_a_mail_is_no_trouble_of_the_mail_server(post: Post, server: MailServer) -> None:
    post.owe("ana@b.test", "ben@b.test")
    server.data = ["451 4.3.0 later"] * 2
    assert post.deliver().deferred == 2
    post.store.set_subscriber_active("ben@b.test", False, post.now)
    assert wrong(post) == (0, 1)
    assert post.store.refused_since(post.now - DAY) == (0, "")
