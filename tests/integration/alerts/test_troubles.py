"""What only the operator can mend: told once while it lasts, and once when it is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitors.records import Check, CheckOutcome, FailureKind, Monitor, Quality
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


def test_a_site_that_is_down_is_one_line_and_hides_no_other_trouble(
    post: Post, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monitors = [Monitor(f"page-{n}", TERMS.source_id, f"https://down.test/{n}") for n in range(300)]
    post.store.add_monitors([], [*monitors, Monitor("other", TERMS.source_id, "https://other.test/")], post.now)

    def all_checked(outcome: CheckOutcome, **fields: object) -> str:
        post.now += HOUR
        for monitor in post.store.monitors():
            if not monitor.url.startswith("https://acme.test"):
                post.store.record_check(check(monitor, post.now, outcome, **fields))
        before = len(server.messages)
        post.deliver()
        return " ".join(" ".join(text_of(message).split()) for message in server.messages[before:])

    for _ in range(4):
        all_checked(CheckOutcome.FAILED, failure=FailureKind.HTTP_SERVER, status=503, quality=None)
    monkeypatch.setattr(Store, "free_bytes", lambda self: 41_000_000)
    told = all_checked(CheckOutcome.FAILED, failure=FailureKind.HTTP_SERVER, status=503, quality=None)
    assert "300 pages of down.test fail; the first: page-0 (https://down.test/0) was never reached in 5 checks" in told
    assert told.index("only 41.0 MB") < told.index("- other (https://other.test/)") and "- and" not in told
    over = all_checked(CheckOutcome.UNCHANGED)
    assert "OVER" in over and "300 pages of down.test fail" in over and "- other (" in over
