"""The feeds: one entry a change under permanent ids, text only, filters, and 304 for who has it already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import feedparser
import httpx
import pytest

from monitors.records import Alert, AlertState, Annotation
from storage import Store, open_store
from storage.alert_states import WRONG
from tests.integration.storage.samples import TERMS, change, page, record_change, subscribe
from tests.integration.storage.samples import fill as fill_store
from tests.integration.web import shelf

ATOM = "{http://www.w3.org/2005/Atom}"


def ids(answer: httpx.Response) -> list[str]:
    return [str(one.text) for one in Xml.fromstring(answer.content).iterfind(f"{ATOM}entry/{ATOM}id")]


def test_both_feeds_tell_the_same_changes_under_the_same_ids(browser: httpx.Client) -> None:
    atom, json = browser.get("/feed.atom"), browser.get("/feed.json")
    assert atom.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert json.headers["content-type"] == "application/feed+json; charset=utf-8"
    read = feedparser.parse(atom.content)
    items = json.json()["items"]
    assert not read.bozo
    assert [one.id for one in read.entries] == [one["id"] for one in items]
    assert [one.title for one in read.entries] == [one["title"] for one in items]
    assert "tag:visitwatch.localhost,2026:change/1" in ids(atom) and len(items) == 3
    fees = next(one for one in items if one["id"].endswith("/1"))
    assert fees["title"] == "Restrictive, major: Acme Visits: A video visit costs $12 instead of $9"
    assert fees["url"] == "http://127.0.0.1/changes/1"
    assert "Removed: A video visit costs $9 each." in fees["content_text"]
    assert set(fees["tags"]) == {"fees", "video_remote", "restrictive", "major", "US-TX"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("topic=fees", [1]), ("direction=restorative", [2]), ("jurisdiction=US-TN", [2]), ("severity=critical", [2]),
        ("topic=fees&direction=restorative", []), ("source=acme&kind=vendor", [1]),
    ],
)  # fmt: skip
def test_a_feed_can_be_of_topics_places_and_directions(browser: httpx.Client, query: str, found: list[int]) -> None:
    answer = browser.get(f"/feed.atom?{query}")
    assert [int(one.rpartition("/")[2]) for one in ids(answer)] == found
    assert f'href="http://127.0.0.1/changes?{query.replace("&", "&amp;")}"' in answer.text or "&" in query
    assert browser.get("/feed.atom?topic=nothing").status_code == 422
    assert browser.get("/feed.json?since=2026-01-01").status_code == 422


def test_who_has_it_already_gets_304(browser: httpx.Client) -> None:
    for path in ("/feed.atom", "/feed.json", "/feed.atom?topic=fees"):
        first = browser.get(path)
        for headers in (
            {"If-None-Match": first.headers["etag"]},
            {"If-None-Match": f'"x", W/{first.headers["etag"]}'},
            {"If-Modified-Since": first.headers["last-modified"]},
        ):
            again = browser.get(path, headers=headers)
            assert (again.status_code, again.content) == (304, b""), headers
            assert again.headers["etag"] == first.headers["etag"]
        for headers in ({"If-None-Match": '"other"', "If-Modified-Since": first.headers["last-modified"]},
                        {"If-Modified-Since": "nonsense"}):  # fmt: skip
            assert browser.get(path, headers=headers).status_code == 200


def test_hostile_words_stay_text(browser: httpx.Client) -> None:
    atom = browser.get("/feed.atom")
    root = Xml.fromstring(atom.content)
    assert {one.tag.removeprefix(ATOM) for one in root.iter()} == {
        "feed", "id", "title", "updated", "link", "entry", "published", "author", "name", "category", "content",
    }  # fmt: skip
    assert {one.get("type") for one in root.iter(f"{ATOM}content")} == {"text"}
    assert "<script>" not in atom.text and shelf.SCRIPT in "".join(root.itertext())
    assert not any(ord(c) < 32 and c not in "\n\t\r" for c in "".join(root.itertext()))
    assert all(one.get("href", "").startswith("http://127.0.0.1/") for one in root.iter(f"{ATOM}link"))


@pytest.fixture
def own(sqlite_template: Path, tmp_path: Path) -> Iterator[tuple[Store, httpx.Client]]:
    (tmp_path / "visitwatch.db").write_bytes(sqlite_template.read_bytes())
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        fill_store(store)
        with shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
            yield store, client


def test_what_waits_for_a_second_look_is_no_entry_yet(own: tuple[Store, httpx.Client]) -> None:
    store, web = own
    first = record_change(store, TERMS, "A", shelf.NOW)
    reading = first.reading
    waiting = Alert(
        0, shelf.NOW, reading.headline, reading.direction, reading.severity, reading.topics,
        state=AlertState.WAITING, confirm_by=shelf.NOW + shelf.HOUR,
    )  # fmt: skip
    latest = store.latest_version(TERMS.id)
    store.record_page(page(store, TERMS, "B", shelf.NOW, latest.id, change=change(shelf.NOW), alert=waiting))
    assert len(ids(web.get("/feed.atom"))) == 1
    store.confirm_alert(1, shelf.NOW)
    assert len(ids(web.get("/feed.atom"))) == 2


def test_an_entry_called_wrong_says_so_under_its_old_id(own: tuple[Store, httpx.Client]) -> None:
    store, web = own
    record_change(store, TERMS, "A", shelf.NOW, subscribe(store, "ana@b.test"))
    before = web.get("/feed.atom")
    later = shelf.NOW + shelf.HOUR
    store.mark_wrong(Annotation(1, "kim", later, WRONG, "A typo."), lambda _: pytest.fail("nobody was told"))
    after = web.get("/feed.atom", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200 and ids(after) == ids(before)
    [entry] = feedparser.parse(after.content).entries
    assert entry.title.startswith("Correction, not so: ") and "A typo." in entry.content[0].value
    assert entry.updated > entry.published
