"""The readers' own pages over a real server: joining by mail, preferences, a pause, leaving; and what strangers try."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from alerts.settings import MailSettings
from alerts.tokens import LEAVE, PREFERENCES, make_token
from app.deliver import deliver
from monitors.records import Cadence, Severity, SubscriberState, SuppressionKind, Topic
from storage import Store, open_store
from tests.integration.storage.samples import TERMS, record_change, subscribe
from tests.integration.storage.samples import fill as fill_store
from tests.integration.web import shelf
from tests.integration.web.reader import parse
from tests.mailserver import MailServer
from web.application import create_app
from web.views.joining import ANSWER

ADDRESS = "ana@b.test"


@dataclass
class Readers:
    """A served room with its store, and a sender that hands what is owed to a real mail server."""

    store: Store
    web: httpx.Client
    mail: MailSettings
    server: MailServer

    def mails(self) -> list[str]:
        """The text of the mails that go out now."""
        before = len(self.server.messages)
        deliver(self.store, self.mail, lambda: shelf.NOW, "here:1:test")
        bodies = [message.get_body(("plain",)) for message in self.server.messages[before:]]
        return [str(body.get_content()) for body in bodies if body]

    def confirm_link(self) -> str:
        [mail] = self.mails()
        found = re.search(r"https://visits\.example(/confirm/\S+)", mail)
        assert found
        return found.group(1)

    def link(self, purpose: str, number: int) -> str:
        return f"/{purpose}/{make_token(self.store.state('secret'), purpose, number)}"


@pytest.fixture
def readers(sqlite_template: Path, tmp_path: Path) -> Iterator[Readers]:
    (tmp_path / "visitwatch.db").write_bytes(sqlite_template.read_bytes())
    with MailServer() as server, open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        fill_store(store)
        store.secret("a secret")
        mail = MailSettings(
            smtp_host="127.0.0.1", smtp_port=server.port, smtp_tls="none", base_url="https://visits.example"
        )
        app = create_app(store, base_url=mail.base_url, clock=lambda: shelf.NOW, mail=mail)
        with shelf.served(app) as client:
            yield Readers(store, client, mail, server)


def test_the_whole_way_from_the_form_to_the_last_mail(readers: Readers) -> None:
    form = {
        "address": ADDRESS, "topics": ["fees", "in_person"], "jurisdictions": "US-TX", "min_severity": "major",
        "cadence": "at_once", "zone": "America/Chicago", "quiet_from": "22", "quiet_until": "7", "urgent": "critical",
        "hour": "8", "weekday": "0",
    }  # fmt: skip
    answer = readers.web.post("/subscribe", data=form)
    assert answer.status_code == 202 and ANSWER in parse(answer.text).text
    link = readers.confirm_link()
    for _ in range(2):  # a link scanner opens it, and changes nothing
        page = readers.web.get(link)
        assert page.status_code == 200 and "places Texas" in page.text
    assert readers.store.subscriptions() == []
    done = readers.web.post(link)
    assert done.status_code == 200
    [(ana, wish)] = readers.store.subscriptions()
    assert (ana.address, ana.confirmed_at) == (ADDRESS, shelf.NOW)
    assert ana.proof == "confirmed on the page from 127.0.0.1"
    assert (wish.topics, wish.min_severity, wish.zone, wish.quiet_from, wish.quiet_until, wish.urgent) == (
        (Topic.FEES, Topic.IN_PERSON), Severity.MAJOR, "America/Chicago", 22, 7, Severity.CRITICAL,
    )  # fmt: skip
    assert readers.web.post(link).status_code == 404

    mine = next(one["href"] for one in parse(done.text).all("a") if "/preferences/" in one["href"])
    assert "Mail to" in parse(readers.web.get(mine).text).text
    change = {"act": "save", "subscription": str(wish.id), "cadence": "weekly", "hour": "9", "weekday": "4"}
    saved = readers.web.post(mine, data={**change, "zone": "America/New_York"})
    assert "one mail every Friday at 09:00 America/New_York" in parse(saved.text).text
    [wish] = readers.store.subscriptions_of(ana.id)
    assert (wish.cadence, wish.hour, wish.weekday, wish.topics, wish.quiet_from) == (Cadence.WEEKLY, 9, 4, (), None)

    readers.web.post(mine, data={"act": "pause"})
    assert readers.store.subscriptions() == []
    assert readers.store.subscriber(ana.id).state is SubscriberState.PAUSED
    readers.web.post(mine, data={"act": "resume"})
    assert [who.id for who, _ in readers.store.subscriptions()] == [ana.id]

    leave = next(one["action"] for one in parse(readers.web.get(mine).text).all("form") if "/leave/" in one["action"])
    assert readers.web.get(leave).status_code == 200
    assert readers.store.subscriber(ana.id).active
    assert readers.web.post(leave).status_code == 200
    assert readers.store.suppression(ADDRESS).kind is SuppressionKind.LEFT


@pytest.mark.parametrize("place", ["confirm/" + "x" * 22, "leave/1-" + "0" * 24, "preferences/1-" + "0" * 24])
def test_a_link_that_does_not_work_says_so_to_whoever_followed_it(readers: Readers, place: str) -> None:
    answer = readers.web.get(f"/{place}")
    assert answer.status_code == 404
    text = " ".join(parse(answer.text).text.split())
    assert "cut off by a mail program" in text and "if you said yes already, all is well" in text


def test_the_link_in_a_mails_header_leaves_with_one_post_and_no_get(readers: Readers) -> None:
    wish = subscribe(readers.store, ADDRESS)
    record_change(readers.store, TERMS, "A", shelf.NOW)
    record_change(readers.store, TERMS, "B", shelf.NOW, wish)
    readers.mails()
    message = readers.server.messages[-1]
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = re.search(r"<https://visits\.example(/leave/[^>]+)>", message["List-Unsubscribe"]).group(1)
    for look in (readers.web.get, readers.web.head):
        assert look(path).status_code == 200
    assert readers.store.subscriber(1).active
    # As a mail program's server sends it: no cookie, no referrer, from another site than ours.
    answer = readers.web.post(
        path,
        data={"List-Unsubscribe": "One-Click"},
        headers={"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert (answer.status_code, answer.history) == (200, [])
    assert not readers.store.subscriber(1).active


def test_everybody_gets_the_same_answer(readers: Readers) -> None:
    subscribe(readers.store, "known@b.test")
    gone = subscribe(readers.store, "gone@b.test")
    readers.store.set_subscriber_state(gone.subscriber_id, SubscriberState.COMPLAINED, shelf.NOW)
    addresses = ["new@b.test", "known@b.test", "gone@b.test", "new@b.test", "a@b.test", "too@b.test", "many@b.test"]
    answers = [readers.web.post("/subscribe", data={"address": one, "zone": "UTC"}) for one in addresses]
    assert {(one.status_code, one.content) for one in answers} == {(202, answers[0].content)}
    readers.mails()
    assert sorted(readers.server.recipients) == ["a@b.test", "new@b.test"]


def test_a_machine_asks_in_json_and_gets_the_same(readers: Readers) -> None:
    answer = readers.web.post("/api/subscriptions", json={"address": ADDRESS, "topics": ["fees"], "cadence": "daily"})
    assert (answer.status_code, answer.json()) == (202, {"status": "accepted", "detail": ANSWER})
    assert "topics prices" in readers.mails()[0]
    for wrong, said in (
        ({"address": ADDRESS, "topics": ["<script>"]}, "topics: "),
        ({"address": "a@b.test\r\nBcc: c@d.test"}, "address: "),
        ({"address": "a@b.test,c@d.test"}, "address: "),
        ({"address": ADDRESS, "zone": "Mars/Olympus"}, "zone: "),
        ({"address": ADDRESS, "min_severity": "none"}, "min severity: "),
        ({"address": ADDRESS, "secret": 1}, "an unknown field"),
        ({}, "address: "),
    ):
        refused = readers.web.post("/api/subscriptions", json=wrong)
        assert refused.status_code == 422 and refused.json()["errors"][0].startswith(said), wrong
        assert "script" not in refused.text and "Mars" not in refused.text
    for body in (b"{" * 50_000, b"\xff\xfe", b"[]", b""):
        assert readers.web.post("/api/subscriptions", content=body).status_code == 422
    assert readers.web.post("/api/subscriptions", content=b" " * 70_000).status_code == 413


def test_a_mistake_in_the_form_keeps_what_was_filled_in(readers: Readers) -> None:
    wrong = {"address": '"><script>x', "topics": ["fees"], "zone": "Nowhere", "hour": "99"}
    answer = readers.web.post("/subscribe", data=wrong)
    page = parse(answer.text)
    assert answer.status_code == 422 and page.faults == []
    assert {"name": "address", "value": '"><script>x'}.items() <= page.all("input")[0].items()
    ticked = [one["value"] for one in page.all("input") if "checked" in one]
    assert ticked == ["fees"]
    assert len(page.all("script")) == 1 and readers.store.subscribers() == []


@pytest.mark.parametrize("path", ["/confirm/{}", "/preferences/{}", "/leave/{}", "/refuse/{}"])
def test_links_that_are_not_ours_say_nothing(readers: Readers, path: str) -> None:
    subscribe(readers.store, ADDRESS)
    secret = readers.store.state("secret")
    other = make_token(secret, "bounce", 1)
    cut = make_token(secret, LEAVE if "leave" in path else PREFERENCES, 1)[:-1]
    for token in (other, cut, f"{cut}{'1' if cut[-1] != '1' else '2'}", "1", "x" * 3000, "%00", "..%2f..", "<script>"):
        shown = readers.web.post(path.format(token))
        assert shown.status_code == 404, token
        assert ADDRESS not in shown.text and "<script>" not in shown.text
        if "refuse" not in path:
            assert readers.web.get(path.format(token)).status_code == 404
    assert readers.store.subscriber(1).active


def test_forms_of_other_sites_are_refused(readers: Readers) -> None:
    subscribe(readers.store, ADDRESS)
    mine = readers.link(PREFERENCES, 1)
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.test"},
    ):
        for path in ("/subscribe", mine):
            answer = readers.web.post(path, data={"address": "x@b.test", "act": "pause"}, headers=headers)
            assert answer.status_code == 403, (path, headers)
    assert [who.state for who in readers.store.subscribers()] == [SubscriberState.ACTIVE]
    for headers in ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "null"}, {}):
        assert readers.web.post("/subscribe", data={"address": "x@b.test"}, headers=headers).status_code == 202


def test_who_never_asked_can_see_to_it_that_nobody_asks_again(readers: Readers) -> None:
    readers.web.post("/subscribe", data={"address": ADDRESS})
    link = readers.confirm_link().replace("/confirm/", "/refuse/")
    assert readers.web.get(link).status_code == 405
    assert readers.web.post(link).status_code == 200
    assert readers.store.suppression(ADDRESS).kind is SuppressionKind.REFUSED
    readers.web.post("/subscribe", data={"address": ADDRESS, "min_severity": "major"})
    assert readers.mails() == []


def test_a_reader_who_gets_mail_loses_nothing_by_refusing_a_strangers_wish(readers: Readers) -> None:
    wish = subscribe(readers.store, ADDRESS)
    readers.web.post("/subscribe", data={"address": ADDRESS, "min_severity": "major"})
    readers.web.post(readers.confirm_link().replace("/confirm/", "/refuse/"))
    assert [one for _, one in readers.store.subscriptions()] == [wish]


def test_one_of_several_wishes_can_be_dropped_but_nobody_elses(readers: Readers) -> None:
    first, second = subscribe(readers.store, ADDRESS), subscribe(readers.store, ADDRESS, min_severity=Severity.MAJOR)
    other = subscribe(readers.store, "ben@b.test")
    mine = readers.link(PREFERENCES, 1)
    for number in (other.id, 99, "x", "1e5", "-1"):
        readers.web.post(mine, data={"act": "drop", "subscription": str(number)})
        save = {"act": "save", "subscription": str(number), "cadence": "daily"}
        assert readers.web.post(mine, data=save).status_code == 404
    readers.web.post(mine, data={"act": "drop", "subscription": str(second.id)})
    assert [one for _, one in readers.store.subscriptions()] == [first, other]


def test_what_only_its_reader_should_see_is_kept_nowhere(readers: Readers) -> None:
    subscribe(readers.store, ADDRESS)
    for path in (readers.link(PREFERENCES, 1), readers.link(LEAVE, 1), "/confirm/unknown"):
        headers = readers.web.get(path).headers
        assert (headers["cache-control"], headers["x-robots-tag"]) == ("no-store", "noindex, nofollow")
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
    ],
)
def test_a_visitor_is_counted_by_the_address_a_trusted_proxy_tells(readers: Readers, said: str, counted: str) -> None:
    readers.web.post("/subscribe", data={"address": ADDRESS}, headers={"X-Forwarded-For": said})
    readers.web.post(readers.confirm_link(), headers={"X-Forwarded-For": said})
    assert readers.store.subscribers()[0].proof == f"confirmed on the page from {counted}"
