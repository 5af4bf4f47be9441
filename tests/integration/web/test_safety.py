"""No page runs, loads, hides or leaks anything, whatever was captured."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import httpx
import pytest
from fastapi import FastAPI
from starlette.routing import Mount, Route

from storage import Store, open_store
from tests.integration.web import shelf
from tests.integration.web.reader import parse
from tests.postgres import PostgresServer
from web.application import FILES, PAGES, PEOPLE, READERS
from web.safety import SAFE_HEADERS
from web.visible import visible

IDS = {"change_id": "4", "monitor_id": "evil-page", "version_id": "5", "source_id": "evil", "code": "US-TX"}
MOUNTED = {"/static": "/static/style.css", "/api/v1": "/api/v1/sources"}
# What a route can't be asked without.
QUERIES = {f"/monitors/{{monitor_id}}/compare{suffix}": "?old=5&new=9" for suffix in ("", ".json")}
TEXT = "text/html; charset=utf-8"


def addresses(app: FastAPI) -> list[str]:
    """Every route of the history with ids that exist; the readers' own pages and those of people with an account have
    tests of their own."""
    own = {path for path, _, _ in READERS} | {path for path, _, _, _ in PEOPLE}
    own |= {path for path, _, role in FILES if role}
    routes = [route for route in app.routes if isinstance(route, Route | Mount) and route.path not in own]
    paths = [route.path if isinstance(route, Route) else MOUNTED[route.path] for route in routes]
    return [re.sub(r"{(\w+)}", lambda found: IDS[found[1]], path) + QUERIES.get(path, "") for path in paths]


def pages(app: FastAPI) -> list[str]:
    no_page = ("/healthz", MOUNTED["/api/v1"])
    listed = [path for path in addresses(app) if "." not in path and path not in no_page]
    hostile = [
        "/changes?every=1",
        "/changes/4?view=side",
        "/changes?q=script&every=1",
        "/search?q=script",
        "/versions/5?q=script",
        "/changes/1",
        "/monitors/shelby-failing",
        "/monitors/acme-terms",
    ]
    return [*listed, *hostile]


def test_there_are_as_many_routes_as_pages_twins_files_and_three_more(app: FastAPI) -> None:
    public = [path for path, _, role in FILES if role is None]
    assert len(addresses(app)) == len(PAGES) * 2 + len(public) + 3


def test_what_a_post_may_do_no_get_does(app: FastAPI) -> None:
    for route in app.routes:
        if isinstance(route, Route):
            posts = {(path, post) for path, _, post in READERS} | {(path, post) for path, _, post, _ in PEOPLE}
            writes = (route.path, route.endpoint) in posts
            assert route.methods == ({"POST"} if writes else {"GET", "HEAD"}), route.path


def test_every_answer_carries_the_safe_headers(app: FastAPI, browser: httpx.Client) -> None:
    unanswerable = [
        "/nothing",
        "/changes/999",
        "/changes/x",
        "/changes?direction=up",
        "/nothing.json",
        "/static/none.css",
    ]
    for path in addresses(app) + unanswerable:
        for answer in (browser.get(path), browser.head(path), browser.post(path)):
            carried = {name: answer.headers.get(name) for name in SAFE_HEADERS}
            assert carried == SAFE_HEADERS, (path, answer.request.method)


def test_the_policy_allows_our_style_and_nothing_else(browser: httpx.Client) -> None:
    policy = browser.get("/").headers["content-security-policy"].split("; ")
    assert policy == [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "form-action 'self'",
        "frame-ancestors 'none'", "base-uri 'none'",
    ]  # fmt: skip


def test_every_route_only_reads(app: FastAPI, browser: httpx.Client) -> None:
    for path in addresses(app):
        assert browser.get(path).status_code == 200, path
        head = browser.head(path)
        known = 405 if path.startswith("/api/") else 200
        assert (head.status_code, head.content) == (known, b""), path
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
            assert browser.request(method, path).status_code == 405, (method, path)


def test_no_page_holds_what_could_run_load_or_cover(app: FastAPI, browser: httpx.Client) -> None:
    for path in pages(app):
        answer = browser.get(path)
        page = parse(answer.text)
        assert answer.headers["content-type"] == TEXT
        assert page.faults == [], path
        tags = {tag for tag, _ in page.elements}
        assert tags.isdisjoint({"style", "img", "iframe", "object", "embed", "base"}), path
        [script] = page.all("script")
        assert script["src"].startswith("/static/keys.js?v=")
        assert len(page.all("meta")) == 3, path
        for tag, attributes in page.elements:
            forbidden = ("style", "srcset") if tag == "script" else ("style", "src", "srcset")
            assert not any(name.startswith("on") or name in forbidden for name in attributes), (path, tag)


def test_links_lead_into_the_room_or_to_web_pages(app: FastAPI, browser: httpx.Client) -> None:
    outside = set()
    for path in pages(app):
        for link in parse(browser.get(path).text).all("a"):
            if not link["href"].startswith(("/", "#")) or link["href"].startswith("//"):
                assert link["href"].startswith("https://"), (path, link)
                assert link["rel"] == "noopener noreferrer nofollow"
                outside.add(link["href"])
    assert "https://acme.test/terms" in outside
    assert not any("evil.test" in href for href in outside)


@pytest.mark.parametrize("url", shelf.UNFIT_URLS[:2])
def test_an_unfit_address_is_shown_as_text(browser: httpx.Client, url: str) -> None:
    shown = [parse(browser.get(path).text).text for path in ("/changes/4", "/monitors/evil-page")]
    assert any(url in text for text in shown)


@pytest.mark.parametrize("path", ["/changes/4", "/changes/4?view=side", "/versions/5", "/monitors/evil-page", "/"])
def test_hostile_words_are_shown_as_they_are(browser: httpx.Client, path: str) -> None:
    text = parse(browser.get(path).text).text
    for words in shelf.HOSTILE:
        assert visible(words.replace("\x00", "\N{REPLACEMENT CHARACTER}")) in text, words


def test_nothing_unseen_leaves_a_page(app: FastAPI, browser: httpx.Client) -> None:
    unseen = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
    for path in pages(app):
        assert unseen.search(browser.get(path).text) is None, path


def test_subscribers_and_the_sites_headers_never_appear(app: FastAPI, browser: httpx.Client) -> None:
    for path in addresses(app):
        body = browser.get(path).text
        assert "reader@secret.test" not in body, path
        assert "very-secret" not in body, path


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/<script>alert(8)</script>", 404),
        ("/monitors/<script>alert(8)<", 404),
        ("/monitors/..%2f..%2fetc%2fpasswd", 404),
        ("/static/..%2froom.py", 404),
        ("/static/%2e%2e/room.py", 404),
        ("/changes?source=<script>alert(8)</script>", 422),
        ("/changes?<script>alert(8)</script>=1", 422),
        ("/changes.json?<script>alert(8)</script>=1", 422),
        ("/changes?topic=%00", 422),
        ("/changes/1?view=alert(8)", 422),
    ],
)
def test_errors_do_not_repeat_what_was_sent(browser: httpx.Client, path: str, status: int) -> None:
    answer = browser.get(path)
    assert answer.status_code == status
    assert "alert(8)" not in answer.text
    assert "passwd" not in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("visits.example", 200), ("VISITS.example:8443", 200), ("localhost:8000", 200), ("127.0.0.1", 200),
        ("[::1]:8000", 200), ("192.168.1.7", 200), ("evil.test", 421), ("visits.example.evil.test", 421), ("[", 421),
    ],
)  # fmt: skip
def test_only_our_own_names_are_served(library: Store, host: str, status: int) -> None:
    with shelf.served(shelf.application(library, "https://visits.example/room")) as client:
        assert client.get("/healthz", headers={"Host": host}).status_code == status


def test_forwarding_headers_of_strangers_change_nothing(browser: httpx.Client) -> None:
    told = {"X-Forwarded-Host": "evil.test", "X-Forwarded-Prefix": "/evil", "Forwarded": "host=evil.test"}
    assert browser.get("/changes/1", headers=told).text == browser.get("/changes/1").text


def test_a_bug_shows_no_inside_and_keeps_the_headers() -> None:
    with shelf.served(shelf.application(cast(Store, object()), "http://127.0.0.1")) as client:
        answer = client.get("/status")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "object has no attribute" not in answer.text
    assert {name: answer.headers.get(name) for name in SAFE_HEADERS} == SAFE_HEADERS


def test_a_database_that_does_not_answer_is_told_without_its_place(tmp_path: Path) -> None:
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        store.close()
        (tmp_path / "visitwatch.db").write_bytes(b"no database " * 1000)
        with shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
            for path in ("/", "/changes.json", "/healthz"):
                answer = client.get(path)
                assert answer.status_code == 503, path
                assert str(tmp_path) not in answer.text
                assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.postgres
def test_every_page_answers_on_postgresql_as_on_sqlite(
    app: FastAPI, browser: httpx.Client, postgres: PostgresServer, tmp_path: Path
) -> None:
    with (
        open_store(postgres.new_database(), tmp_path / "bodies") as store,
        shelf.served(shelf.application(store, "http://127.0.0.1")) as client,
    ):
        shelf.fill(store)
        for path in [*pages(app), "/changes.csv", "/package.zip", "/api/v1/facts"]:
            there, here = client.get(path), browser.get(path)
            assert there.status_code == 200, path
            if there.headers["content-type"] == TEXT:
                assert there.text == here.text, path
