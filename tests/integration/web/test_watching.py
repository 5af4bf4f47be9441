"""Monitors by hand: what would be watched is shown first, through the crawl of every check; nothing unfit is added."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI

from monitors.records import Monitor
from storage import Store, open_store
from tests.integration.web import people, shelf
from tests.integration.web.people import Person
from tests.integration.web.reader import parse
from web.application import create_app
from web.doors import Doors, Preview

NEW = {"url": "https://new.test/Jail/Visits?x=1", "source": "acme", "interval": "12", "spider": "page"}


@pytest.fixture
def shelved(crowd: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(crowd, tmp_path, dirs_exist_ok=True)
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        yield store


@pytest.fixture
def asked() -> list[Monitor]:
    return []


@pytest.fixture
def boss(shelved: Store, asked: list[Monitor]) -> Iterator[Person]:
    def preview(monitor: Monitor) -> Preview:
        asked.append(monitor)
        return Preview(monitor.url, shelf.SCRIPT, "", ("Visits <b>daily</b>",), "ok")

    doors = Doors(
        preview=preview, refuses=lambda url: "a private address" if "10.0.0.1" in url else "",
        listed=frozenset({"acme-terms"}),
    )  # fmt: skip
    app: FastAPI = create_app(shelved, base_url="http://127.0.0.1", clock=lambda: shelf.NOW, doors=doors)
    with people.person(app, "admin") as somebody:
        yield somebody


def test_a_preview_shows_and_adds_nothing(boss: Person, shelved: Store, asked: list[Monitor]) -> None:
    before = len(shelved.monitors())
    page = parse(boss.post("/watch", {**NEW, "act": "preview", "select": "main\n .rules ", "title": "Rules"}).text)
    assert "Visits <b>daily</b>" in page.text and shelf.SCRIPT in page.text
    assert [one["value"] for one in page.all("input") if one["name"] == "url"] == [NEW["url"]]
    assert (asked[0].select, asked[0].interval.total_seconds()) == (("main", ".rules"), 12 * 3600)
    assert len(shelved.monitors()) == before


def test_a_page_is_added_paused_and_taken_up_again(boss: Person, shelved: Store) -> None:
    answer = boss.post("/watch", {**NEW, "act": "add"})
    assert answer.headers["location"] == "/monitors/acme-jail-visits-x-1"
    made = shelved.monitor("acme-jail-visits-x-1")
    assert made is not None and made.active
    assert "made_id" not in boss.get(answer.headers["location"]).text
    assert boss.post("/watch", {**NEW, "act": "add"}).status_code == 422, "the id is taken"
    for act, active in (("pause", False), ("go_on", True)):
        boss.post("/monitors/acme-jail-visits-x-1/active", {"act": act})
        now = shelved.monitor("acme-jail-visits-x-1")
        assert now is not None and now.active is active


def test_what_the_configuration_lists_is_paused_there(boss: Person, shelved: Store) -> None:
    assert boss.post("/monitors/acme-terms/active", {"act": "pause"}).status_code == 409
    terms = shelved.monitor("acme-terms")
    assert terms is not None and terms.active


def test_what_is_watched_of_a_page_is_tried_and_changed(boss: Person, shelved: Store, asked: list[Monitor]) -> None:
    boss.post("/watch", {**NEW, "act": "add", "title": "Rules", "interval": "168"})
    at = "/monitors/acme-jail-visits-x-1/change"
    shown = parse(boss.get(at).text)
    values = {one["name"]: one.get("value") for one in shown.all("input")}
    assert (values["url"], values["title"]) == (NEW["url"], "Rules") and "new_source" not in values
    fields = {
        "url": NEW["url"],
        "title": "Rules",
        "fetch": "auto",
        "interval": "6",
        "select": "main\n",
        "ignore": ".ad",
    }
    tried = boss.post(at, {**fields, "act": "preview"})
    assert "Visits &lt;b&gt;daily" in tried.text and asked[-1].select == ("main",)
    before = shelved.monitor("acme-jail-visits-x-1")
    assert before is not None and before.select == (), "a preview changes nothing"
    for wrong in ({"select": "main["}, {"url": "http://10.0.0.1/"}, {"ignore": "x\n" * 21}):
        assert boss.post(at, {**fields, **wrong, "act": "add"}).status_code == 422
    assert boss.post(at, {**fields, "act": "add"}).status_code == 303
    after = shelved.monitor("acme-jail-visits-x-1")
    assert after is not None
    assert (after.select, after.ignore, after.interval, after.source_id, after.active) == (
        ("main",), (".ad",), timedelta(hours=6), "acme", True,
    )  # fmt: skip
    [state] = [one for one in shelved.monitor_states() if one.monitor_id == after.id]
    assert state.next_check_at <= shelf.NOW + timedelta(hours=6), "the plan follows the shorter interval"
    assert "main" in parse(boss.get("/monitors/acme-jail-visits-x-1").text).text


def test_an_interval_that_the_form_does_not_offer_is_kept(boss: Person, shelved: Store) -> None:
    odd = Monitor("odd", "acme", "https://new.test/odd", interval=timedelta(minutes=90))
    shelved.add_monitors([shelf.ACME], [odd], shelf.NOW)
    chosen = [one["value"] for one in parse(boss.get("/monitors/odd/change").text).all("option") if "selected" in one]
    assert "1.5" in chosen
    boss.post("/monitors/odd/change", {"url": odd.url, "title": "Odd", "interval": "1.5", "act": "add"})
    now = shelved.monitor("odd")
    assert now is not None and (now.interval, now.title) == (timedelta(minutes=90), "Odd")


def test_what_the_configuration_lists_can_be_tried_alone(boss: Person, shelved: Store, asked: list[Monitor]) -> None:
    at, fields = "/monitors/acme-terms/change", {"url": shelf.TERMS.url, "select": "p", "interval": "24"}
    assert "Watch this from now on" not in boss.get(at).text
    assert boss.post(at, {**fields, "act": "preview"}).status_code == 200 and asked[-1].select == ("p",)
    assert boss.post(at, {**fields, "act": "add"}).status_code == 409
    assert not shelved.change_monitor(asked[-1], shelf.NOW), "neither from beside the form"
    assert not shelved.change_monitor(Monitor("nobody", "acme", "https://x.test/"), shelf.NOW)


def test_a_new_source_comes_with_its_page(boss: Person, shelved: Store) -> None:
    fields = {
        "new_source": "knox",
        "name": "Knox County Jail",
        "kind": "jail",
        "jurisdiction": "US-TN",
        "county": "Knox",
    }
    assert boss.post("/watch", {**NEW, "source": "", **fields, "act": "add"}).status_code == 303
    knox = shelved.source("knox")
    assert knox is not None and (knox.county, knox.jurisdiction) == ("Knox", "US-TN")


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "http://10.0.0.1/"}, {"url": "javascript:alert(1)"}, {"url": "file:///etc/passwd"}, {"url": ""},
        {"url": "https://user@evil.test/"}, {"url": "https://x.test/" + "a" * 2100}, {"url": "http://127.0.0.1\\@x.test/"},
        {"url": "https://x.test/\r\nHost: y"}, {"id": "Not A Slug"}, {"id": "../x"}, {"source": "nobody"},
        {"source": "", "new_source": "knox", "name": "", "jurisdiction": "Tennessee"},
        {"source": "", "new_source": "acme", "name": "Acme", "jurisdiction": "US-TX"},
        {"select": "a\n" * 21}, {"select": "main["}, {"ignore": "x" * 501},
    ],
)  # fmt: skip
def test_nothing_unfit_is_added_or_fetched(
    boss: Person, shelved: Store, asked: list[Monitor], wrong: dict[str, object]
) -> None:
    before = len(shelved.monitors())
    for act in ("add", "preview"):
        answer = boss.post("/watch", {**NEW, **wrong, "act": act})
        assert answer.status_code == 422
        assert "Please look at this again" in answer.text
    assert len(shelved.monitors()) == before and asked == []
