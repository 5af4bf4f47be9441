"""What only the operator can mend: told once while it lasts, and once when it is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitors.records import Check, CheckOutcome, FailureKind, Quality
from storage import Store
from tests.integration.alerts.post import OPERATOR, Post, notices
from tests.integration.alerts.test_digests import text_of
from tests.integration.storage.samples import RULES, TERMS, check
from tests.mailserver import MailServer

HOUR = timedelta(hours=1)


def fail(post: Post, times: int, **fields: object) -> None:
    for _ in range(times):
        post.now += HOUR
        fields = {"failure": FailureKind.HTTP_SERVER, "status": 503, "quality": None, **fields}
        post.store.record_check(check(TERMS, post.now, CheckOutcome.FAILED, **fields))
        post.deliver()


def seen(post: Post) -> None:
    post.now += HOUR
    post.store.record_check(check(TERMS, post.now))
    post.deliver()


def test_a_page_that_keeps_failing_is_told_once_and_once_when_it_is_back(post: Post, server: MailServer) -> None:
    fail(post, 4)
    assert notices(server.messages) == []
    fail(post, 20)
    [told] = server.messages
    assert told["To"] == OPERATOR and "acme-terms (https://acme.test/terms) fails since" in text_of(told).replace(
        "\n", " "
    )
    seen(post)
    assert "1 over" in notices(server.messages)[1]
    fail(post, 4)
    seen(post)
    assert len(server.messages) == 2


def test_a_page_never_reached_says_so(post: Post, server: MailServer) -> None:
    for _ in range(6):
        post.now += HOUR
        post.store.record_check(check(RULES, post.now, CheckOutcome.FAILED, failure=FailureKind.DNS, quality=None))
    post.deliver()
    assert "was never reached in 6 checks" in " ".join(text_of(server.messages[0]).split())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quality": Quality.EMPTY, "rule": "listing_empty"}, "shows no items any more"),
        ({"quality": Quality.NO_TEXT, "rule": "no_text"}, "can't be read any more: no readable text"),
        ({"quality": Quality.SELECTOR_EMPTY, "rule": "select"}, "can't be read any more: the watched part"),
    ],
)
def test_what_is_read_wrongly_is_told_sooner(post: Post, server: MailServer, fields: dict, words: str) -> None:
    for _ in range(2):
        post.now += HOUR
        post.store.record_check(Check(TERMS.id, post.now, CheckOutcome.BLOCKED, TERMS.url, 200, **fields))
    post.deliver()
    assert words in " ".join(text_of(server.messages[0]).split())
    assert post.deliver(HOUR).sent == 0


def test_a_disk_that_fills_up(post: Post, server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "free_bytes", lambda self: 41_000_000)
    post.deliver()
    post.deliver(HOUR)
    assert ["only 41.0 MB are left" in subject for subject in notices(server.messages)] == [True]
    monkeypatch.setattr(Store, "free_bytes", lambda self: 41_000_000_000)
    post.deliver(HOUR)
    assert "1 over" in notices(server.messages)[1]


def test_mail_refused_for_good_is_told_but_not_for_a_mailbox_that_does_not_exist(
    post: Post, server: MailServer
) -> None:
    server.refuse["ana@b.test"] = ["550 5.1.1 no such user"]
    post.owe("ana@b.test")
    post.deliver()
    assert post.deliver(HOUR).sent == 0
    server.refuse["ben@b.test"] = ["550 5.7.1 looks like spam"]
    post.owe("ben@b.test")
    post.deliver()
    post.deliver(HOUR)
    assert (
        "1 mail given up since yesterday, the last because: 550 5.7.1 looks like spam" in (notices(server.messages)[0])
    )
