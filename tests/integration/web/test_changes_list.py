"""The list of changes under its filters, page by page."""

from __future__ import annotations

import httpx
import pytest

from tests.integration.web.reader import parse


def found(browser: httpx.Client, query: str) -> list[int]:
    answer = browser.get(f"/changes.json?{query}")
    assert answer.status_code == 200, answer.text
    return [change["id"] for change in answer.json()["changes"]]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [4, 2, 1]),
        ("every=1", [4, 3, 2, 1]),
        ("topic=fees", [1]),
        ("topic=fees&topic=in_person", [2, 1]),
        ("topic=fees&topic=&severity=&source=", [1]),
        ("direction=restorative", [2]),
        ("severity=minor&severity=major", [4, 1]),
        ("jurisdiction=US-TX", [4, 1]),
        ("kind=jail&every=1", [3, 2]),
        ("source=acme", [1]),
        ("monitor=shelby-rules", [2]),
        ("since=2026-11-22", [4, 2]),
        ("until=2026-11-22", [1]),
        ("since=2026-11-21&until=2026-11-23", [2, 1]),
        ("since=&until=&before=", [4, 2, 1]),
        ("before=4", [2, 1]),
        ("limit=2", [4, 2]),
        ("topic=mail", []),
        ("q=video", [1]),
        ("q=%22in+person%22", [2, 1]),
        ("q=video+-costs", []),
        ("review=open&severity=major", [1]),
        ("review=confirmed", []),
    ],
)
def test_filters(browser: httpx.Client, query: str, ids: list[int]) -> None:
    assert found(browser, query) == ids


@pytest.mark.parametrize(
    "query",
    [
        "topic=weather", "direction=UP", "severity=4", "jurisdiction=Texas", "jurisdiction=US-TX%0a", "kind=spy",
        "source=Not+A+Slug", "source=" + "a" * 101, "source=a%00", "monitor=../x", "since=yesterday", "since=1e9",
        "since=1700000000", "since=2026-13-01", "since=0001-01-01", "until=9999-12-31", "every=perhaps", "before=0",
        "before=-1", "before=99999999999999999999", "before=1;drop", "limit=0", "limit=-1", "limit=201", "limit=1e9",
        "limit=%00", "order=id", "topics=fees", "review=done", "q=" + "x" * 201, "&".join(["source=a"] * 61),
    ],
)  # fmt: skip
def test_what_can_not_be_asked_is_refused(browser: httpx.Client, query: str) -> None:
    page, twin = browser.get(f"/changes?{query}"), browser.get(f"/changes.json?{query}")
    assert (page.status_code, twin.status_code) == (422, 422)
    assert parse(page.text).all("li")[4:], "the page says what is wrong"
    assert twin.json()["errors"]


@pytest.mark.parametrize(
    "path", ["/changes/0", "/changes/-1", "/changes/1e3", "/changes/9223372036854775808", "/versions/x"]
)
def test_what_is_no_id_is_a_page_that_is_not_there(browser: httpx.Client, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 404 and "There is no such page" in page.text
    assert browser.get(f"{path}.json").status_code == 422


@pytest.mark.parametrize("typed", ["%25", "%22%22", "-video", "(", "*"])
def test_a_search_without_a_word_is_no_claim_about_what_changes_say(browser: httpx.Client, typed: str) -> None:
    text = parse(browser.get(f"/changes?q={typed}").text).text
    assert "Please give at least one word to look for." in text and "that say" not in text and "3 changes" in text


def test_a_search_without_a_hit_leaves_the_filters_shut_and_a_filter_without_one_opens_them(
    browser: httpx.Client,
) -> None:
    searched, filtered = browser.get("/changes?q=zebra").text, browser.get("/changes?topic=mail").text
    assert '<details class="filters">' in searched and '<details class="filters" open>' in filtered


def test_what_is_missing_is_said_so(browser: httpx.Client) -> None:
    assert "old: is missing" in browser.get("/monitors/acme-terms/compare").text


def test_the_largest_id_is_only_unknown(browser: httpx.Client) -> None:
    assert browser.get("/changes/9223372036854775807").status_code == 404


def test_pages_follow_each_other_and_keep_the_filters(browser: httpx.Client) -> None:
    path, seen = "/changes?every=1&limit=1&kind=jail&kind=vendor", []
    while path:
        page = parse(browser.get(path).text)
        seen += [link["href"] for link in page.all("a") if link["href"].startswith("/changes/")]
        path = next((link["href"] for link in page.all("a") if link.get("rel") == "next"), "")
    kept = "?kind=jail&kind=vendor&every=1"
    assert seen == [f"/changes/{number}{kept}" for number in (3, 2, 1)], "each is read on within the filtered list"
    assert "Back to the newest" in page.text


def test_the_last_page_has_no_next(browser: httpx.Client) -> None:
    assert browser.get("/changes.json?limit=3").json()["next"] is None
    assert browser.get("/changes.json?limit=2").json()["next"] == "http://127.0.0.1/changes.json?before=2&limit=2"


def test_the_form_shows_what_was_asked(browser: httpx.Client) -> None:
    query = "topic=fees&topic=mail&direction=restrictive&source=acme&since=2026-11-01&monitor=acme-terms&every=1"
    page = parse(browser.get(f"/changes?{query}").text)
    shown = [box for box in page.all("input") if box.get("type") != "hidden"]
    ticked = {(box["name"], box["value"]) for box in shown if "checked" in box}
    assert ticked == {
        ("topic", "fees"), ("topic", "mail"), ("direction", "restrictive"), ("source", "acme"),
        ("monitor", "acme-terms"), ("every", "1"),
    }  # fmt: skip
    assert [box["value"] for box in shown if box["name"] == "since"] == ["2026-11-01"]
    assert "in use" in page.text
    assert "in use" not in parse(browser.get("/changes?limit=10").text).text


def test_every_control_of_the_form_has_a_name_to_be_read_out(browser: httpx.Client) -> None:
    page = parse(browser.get("/changes").text)
    labelled = {label["for"] for label in page.all("label") if "for" in label}
    assert {"q", *(select["id"] for select in page.all("select"))} == labelled
    assert len(page.all("label")) - len(labelled) == len(page.all("input")) - 1
    assert {(form["method"], form["action"]) for form in page.all("form")} == {("get", "/changes")}
