"""What each page and its twin say of a filled store."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from monitors.records import DeliveryState, Grade, Passage, PassageKind
from storage import Store, open_store, standings
from tests.integration.web import shelf
from tests.integration.web.reader import parse


def text_of(browser: httpx.Client, path: str) -> str:
    """The page's words with white space squeezed, as they are read out."""
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return " ".join(parse(answer.text).text.split())


def json_of(browser: httpx.Client, path: str) -> Any:
    answer = browser.get(path)
    assert answer.status_code == 200, path
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


@pytest.mark.parametrize(
    "path", ["/", "/changes", "/changes/1", "/monitors", "/monitors/acme-terms", "/versions/1", "/status"]
)
def test_every_page_has_landmarks_a_title_and_its_twin(browser: httpx.Client, path: str) -> None:
    page = parse(browser.get(path).text)
    tags = [tag for tag, _ in page.elements]
    assert page.all("html") == [{"lang": "en"}]
    assert [tags.count(tag) for tag in ("title", "h1", "main", "header", "footer")] == [1, 1, 1, 1, 1]
    assert page.all("a")[0] == {"class": "skip", "href": "#content"}
    assert page.all("main")[0]["id"] == "content"
    assert tags.count("table") == tags.count("caption")
    twin = next(link["href"] for link in page.all("link") if link["rel"] == "alternate")
    assert twin == f"{path}.json"
    assert browser.get(twin).status_code == 200


def test_identifiers_on_a_page_are_single(browser: httpx.Client) -> None:
    for path in ("/", "/changes", "/changes/1", "/changes/4", "/monitors/acme-terms", "/versions/1"):
        named = [attributes["id"] for _, attributes in parse(browser.get(path).text).elements if "id" in attributes]
        assert len(named) == len(set(named)), path


def test_today_puts_the_gravest_first_and_tells_what_is_broken(browser: httpx.Client) -> None:
    text = text_of(browser, "/")
    assert text.index("Critical") < text.index("Visits in person are back") < text.index("Major")
    assert text.index("Major") < text.index("A video visit costs $12") < text.index("Minor")
    assert (
        "Fees Shelby County Jail, Shelby, Tennessee 2026-11-21 10:00 (2 days ago) 3 the site has an error (503 " in text
    )
    assert "1 of 5 monitors was not reached yet" in text


def test_today_looks_back_as_far_as_asked(browser: httpx.Client) -> None:
    news = json_of(browser, "/.json?days=1")["changes"]
    assert [[change["id"] for change in news[one]] for one in ("critical", "major", "minor")] == [[2], [], [4]]
    assert [change["id"] for change in json_of(browser, "/.json")["changes"]["major"]] == [1]


def test_an_empty_store_says_so_everywhere(tmp_path: Path) -> None:
    store = open_store(shelf.database(tmp_path), tmp_path / "bodies")
    with store, shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
        assert "no page was reached yet" in text_of(client, "/")
        assert "No visiting news yet." in text_of(client, "/changes")
        assert "No monitors yet" in text_of(client, "/monitors")
        assert "Nothing was checked yet." in text_of(client, "/status")


def test_quiet_days_show_what_came_before(tmp_path: Path) -> None:
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        store.put_catalogue([shelf.ACME], [shelf.TERMS], shelf.NOW - 60 * shelf.DAY)
        shelf.put_change(store, shelf.TERMS, shelf.NOW - 40 * shelf.DAY, shelf.FEES, shelf.FEE_PASSAGES)
        with shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
            text = text_of(client, "/")
    assert "Nothing changed in the rules for visiting." in text
    assert text.index("Before that") < text.index("A video visit costs $12") < text.index("40 days ago")


def test_a_change_shows_its_reading(browser: httpx.Client) -> None:
    text = text_of(browser, "/changes/1")
    assert "▼ Restrictive major prices, video visits from home" in text
    assert "Visiting becomes harder, shorter, dearer or less direct." in text
    assert "price of a video visit $9.00 $12.00" in text
    assert "in-person visits allowed yes not stated" in text
    assert "The price goes up" in text
    assert "Words that decided it: no longer, $12" in text
    assert "Rule: rule-of-fees" in text
    assert "In passages 1, 3" in text
    assert "the fee rose from $9 to $12" in text


def test_a_new_page_has_no_time_before_it(tmp_path: Path) -> None:
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        store.put_catalogue([shelf.ACME], [shelf.TERMS], shelf.NOW - shelf.DAY)
        news = shelf.put_change(store, shelf.TERMS, shelf.NOW, shelf.FEES, shelf.FEE_PASSAGES, since=None)
        with shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
            text = text_of(client, f"/changes/{news}")
    assert "The page was first seen 23 November 2026 12:00 UTC." in text and "happened first seen" not in text


def test_a_change_shows_its_evidence(browser: httpx.Client, library: Store) -> None:
    text = text_of(browser, "/changes/1")
    assert "between 20 November 2026 12:00 UTC and 21 November 2026 12:00 UTC" in text
    change = library.change(1)
    assert change is not None
    old, new = library.version(change.old_version), library.version(change.new_version)
    assert old is not None
    assert new is not None
    assert f"Before: version {old.id} 2026-11-15 12:00 {old.snapshot} html 1.2" in text
    assert f"After: version {new.id} 2026-11-21 12:00 {new.snapshot} html 1.2" in text
    links = [link["href"] for link in parse(browser.get("/changes/1").text).all("a")]
    assert {f"/versions/{old.id}", f"/versions/{new.id}", "/monitors/acme-terms", "https://acme.test/terms"} <= set(
        links
    )


def test_one_edit_on_two_pages_shows_the_other_page(tmp_path: Path) -> None:
    said = (Passage(PassageKind.ADDED, Grade.HIGH, "", "Visits are suspended."),)
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        store.put_catalogue([shelf.SHELBY], [shelf.RULES, shelf.FAILING], shelf.NOW - shelf.DAY)
        one, other = (
            shelf.put_change(store, monitor, shelf.NOW, shelf.BACK, said, event="same")
            for monitor in (shelf.RULES, shelf.FAILING)
        )
        alone = shelf.put_change(store, shelf.RULES, shelf.NOW, shelf.FEES, shelf.FEE_PASSAGES)
        with shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
            assert "The same edit on other pages Fees" in text_of(client, f"/changes/{one}")
            assert "The same edit" not in text_of(client, f"/changes/{alone}")
            assert json_of(client, f"/changes/{other}.json")["same_edit"] == [one]


def test_a_second_reader_is_shown_as_such_beside_the_reading(browser: httpx.Client) -> None:
    text = text_of(browser, "/changes/1")
    assert "A second reader (model tiny-llama:1b) says: The price rises, an hour is added. ◆ Mixed minor prices" in text
    assert "the reading above was only 41 % sure" in text
    said = json_of(browser, "/changes/1.json")
    assert said["direction"] == "restrictive"
    assert said["second_reading"] == {
        "model": "tiny-llama:1b",
        "at": "2026-11-21T12:00:00Z",
        "relevant": True,
        "direction": "mixed",
        "severity": "minor",
        "topics": ["fees"],
        "why": "The price rises, an hour is added.",
    }


def test_a_question_without_a_usable_answer_shows_nothing_on_the_change(browser: httpx.Client) -> None:
    assert "second reader" not in text_of(browser, "/changes/2").lower()
    assert json_of(browser, "/changes/2.json")["second_reading"] is None


def test_edits_are_told_in_words(browser: httpx.Client) -> None:
    text = text_of(browser, "/changes/1")
    assert "1 Reworded under “Fees” A video visit costs [Removed: $9][Added: $12] each." in text
    assert "2 Removed under “What to bring” [Removed: Bring a photo ID.] Stands after “Be on time.”" in text
    assert "3 Added [Added: Visits in person end on Friday.]" in text


def test_what_tildes_mean_is_said_where_a_page_struck_words(tmp_path: Path) -> None:
    said, legend = "~~Two visits~~ One visit a week.", "Words in ~~ were shown struck through on the page."
    passages = (Passage(PassageKind.REWORDED, Grade.HIGH, "Two visits a week.", said),)
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        store.put_catalogue([shelf.ACME], [shelf.TERMS], shelf.NOW - shelf.DAY)
        struck, other = (
            shelf.put_change(store, shelf.TERMS, shelf.NOW + n * shelf.HOUR, shelf.FEES, told)
            for n, told in enumerate((passages, shelf.FEE_PASSAGES))
        )
        with shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
            assert legend in text_of(client, f"/changes/{struck}")
            assert legend not in text_of(client, f"/changes/{other}")


def test_both_sides_of_an_edit_side_by_side(browser: httpx.Client) -> None:
    text = text_of(browser, "/changes/1?view=side")
    assert "Before A video visit costs [Removed: $9] each. After A video visit costs [Added: $12] each." in text
    assert "Before [Removed: Bring a photo ID.] After Not there any more." in text
    assert "Before Not there. After [Added: Visits in person end on Friday.]" in text


def test_moved_and_small_passages_are_folded(browser: httpx.Client) -> None:
    page = parse(browser.get("/changes/1").text)
    words = {"class": "offscreen-only"}
    assert page.all("details") == [{}, {}, {}, words, words], "moved, small, all that was weighed, and both whole texts"
    text = " ".join(page.text.split())
    assert (
        "Moved, with the same words 1 4 Moved Call us. The same words in another place; "
        "they now stand after “Write to us.”." in text
    )
    assert "running numbers and the like 1 5 Reworded Visitors today: [Removed: 7][Added: 9]" in text
    assert parse(browser.get("/changes/3").text).all("details") == [{"open": ""}, {"open": ""}, words, words]


def test_reading_on_leads_to_the_next_older_news(browser: httpx.Client) -> None:
    following = [link["href"] for link in parse(browser.get("/changes/4").text).all("a") if link.get("rel") == "next"]
    assert following == ["/changes/2"]
    assert not [link for link in parse(browser.get("/changes/1").text).all("a") if link.get("rel") == "next"]


def test_the_twin_of_a_change_holds_all_of_it(browser: httpx.Client) -> None:
    said = json_of(browser, "/changes/1.json")
    assert (said["id"], said["monitor"], said["direction"], said["severity"]) == (
        1,
        "acme-terms",
        "restrictive",
        "major",
    )
    assert said["since"] == "2026-11-20T12:00:00Z"
    assert said["facts"][0] == {"name": "video_fee_usd", "before": 9.0, "after": 12.0}
    assert said["facts"][2]["before"] is None, "JSON knows no infinity"
    assert [passage["kind"] for passage in said["passages"]] == ["reworded", "removed", "added", "moved", "reworded"]
    assert said["findings"][0]["rules"] == ["rule-of-fees"]
    assert said["versions"]["new"]["id"] == said["new_version"]
    assert said["page"] == "http://127.0.0.1/changes/1"
    assert json_of(browser, "/changes/4.json")["headline"] == shelf.ALL_HOSTILE.replace(
        "\x00", "\N{REPLACEMENT CHARACTER}"
    )


def test_monitors_tell_last_good_and_next_check(browser: httpx.Client) -> None:
    text = text_of(browser, "/monitors")
    assert "under watch: 5. Reached at the last check: 3; failing now: 1; not reached yet: 1." in text
    assert (
        "shelby-never shelby-never Shelby County Jail Shelby, Tennessee "
        "not checked yet not reached yet due since 2026-11-14 12:00" in text
    )
    assert (
        "Fees shelby-failing Shelby County Jail Shelby, Tennessee 2026-11-23 10:00 failed: the site has an error (503 "
        in text
    )
    assert "(HTTP 503) 2026-11-15 12:00" in text
    assert "Old terms acme-old Acme Visits Texas 2026-11-15 12:00 first capture 2026-11-15 12:00 switched off" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("standing=failing", ["shelby-failing"]),
        ("standing=never&standing=inactive", ["acme-old", "shelby-never"]),
        ("kind=vendor", ["acme-old", "acme-terms"]),
        ("jurisdiction=US-TX&source=evil", ["evil-page"]),
        ("source=nobody", []),
        ("standing=good&kind=&source=", ["acme-terms", "evil-page", "shelby-rules"]),
        ("after=shelby-failing", ["shelby-never", "shelby-rules"]),
    ],
)
def test_monitors_are_filtered(browser: httpx.Client, query: str, found: list[str]) -> None:
    assert [monitor["id"] for monitor in json_of(browser, f"/monitors.json?{query}")["monitors"]] == found


def test_monitors_are_paged(browser: httpx.Client) -> None:
    seen: list[str] = []
    address = "http://127.0.0.1/monitors.json?jurisdiction=US-TN&limit=2"
    while address:
        said = json_of(browser, address.removeprefix("http://127.0.0.1"))
        seen += [monitor["id"] for monitor in said["monitors"]]
        address = said["next"]
    assert seen == ["shelby-failing", "shelby-never", "shelby-rules"]


def test_a_monitor_shows_its_days_checks_and_versions(browser: httpx.Client) -> None:
    page = parse(browser.get("/monitors/acme-terms").text)
    days = [attributes for tag, attributes in page.elements if tag == "li" and "title" in attributes]
    assert [day["class"] for day in days] == [
        "first", "unchanged", "not_modified", "unchanged", "blocked", "none", "changed", "none", "none",
    ]  # fmt: skip
    assert days[4]["title"] == "2026-11-19: no usable page"
    text = " ".join(page.text.split())
    assert "2026-11-19: no usable page" in text, "also for those who do not see the sign"
    assert "no usable page: the site asked for proof of being human (<script>alert(1)</script>) 14.2 KB 1.2 s" in text
    assert "The last 6 checks" in text
    assert "2 versions, the newest first" in text
    assert "checked every 1 day at present" in text


def test_a_version_shows_text_segments_and_where_they_come_from(browser: httpx.Client, library: Store) -> None:
    version = library.version(1)
    assert version is not None
    text = text_of(browser, "/versions/1")
    assert f'{version.snapshot} Text taken out by html 1.2 {{"select": ["main"]}}' in text
    assert "text/html; charset=utf-8, 14.2 KB, HTTP 200" in text
    assert text.count("Visits in person are on Mondays.") == 2
    assert "Visiting › Hours" in text
    said = json_of(browser, "/versions/1.json")
    assert (said["text"], said["before"], said["after"]) == ("Visits in person are on Mondays.", None, 6)
    assert said["capture"]["sha"] == version.snapshot
    assert "headers" not in said["capture"]


def test_versions_are_chained_with_the_change_between(browser: httpx.Client) -> None:
    links = [link["href"] for link in parse(browser.get("/versions/6").text).all("a")]
    assert {"/versions/1", "/changes/1", "/monitors/acme-terms"} <= set(links)
    assert "This is the latest version." in text_of(browser, "/versions/6")
    assert "This is the first version." in text_of(browser, "/versions/1")


def test_a_kept_count_is_shown_with_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "MANY", 3)
    store = open_store(shelf.database(tmp_path), tmp_path / "bodies")
    with store, shelf.served(shelf.application(store, "http://127.0.0.1")) as client:
        shelf.fill(store)
        assert json_of(client, "/status.json")["counted_at"] is None
        assert "ounted at" not in text_of(client, "/status") + text_of(client, "/") + text_of(client, "/monitors")
        assert store.keep_standings(shelf.NOW - timedelta(minutes=2))
        store.set_monitor_active(shelf.NEVER.id, False)
        said = json_of(client, "/status.json")
        assert (said["counted_at"], said["coverage"]["never"]) == ("2026-11-23T11:58:00Z", 1)
        assert json_of(client, "/.json")["counted_at"] == json_of(client, "/api/v1/coverage")["counted_at"]
        for path in ("/", "/status", "/monitors"):
            assert "ounted at 2026-11-23 11:58 (2 minutes ago)" in text_of(client, path), path
        assert "6 monitors, by id" in text_of(client, "/monitors")


def test_status_counts(browser: httpx.Client) -> None:
    said = json_of(browser, "/status.json")
    assert said["coverage"] == {"active": 5, "good": 3, "failing": 1, "never": 1}
    assert said["kinds"]["jail"] == {"active": 3, "good": 1, "failing": 1, "never": 1}
    assert (said["inactive"], said["outbox"]) == (1, {state: int(state == "owed") for state in DeliveryState})
    assert [monitor["id"] for monitor in said["broken"]] == ["shelby-failing"]
    assert said["broken"][0]["failing_since"] == "2026-11-21T10:00:00Z"
    assert (said["second_reader"]["answered"], said["second_reader"]["slow"], said["second_reader"]["refused"]) == (
        2,
        1,
        0,
    )
    text = text_of(browser, "/status")
    assert "To be sent 1" in text
    assert "unclear changes in the last 30 days. Answered 2 No answer in time 1 Failing" in text
    assert "overdue by more than two hours" in text


def test_health_is_for_machines(browser: httpx.Client) -> None:
    said = json_of(browser, "/healthz")
    assert said == {
        "status": "degraded",  # a page of the shelf fails
        "database": "answers",
        "last_check": "2026-11-23T11:00:00Z",
        "at": "2026-11-23T12:00:00Z",
    }


def test_health_fails_when_nothing_is_checked_any_more(library: Store) -> None:
    with shelf.served(shelf.application(library, at=shelf.NOW + timedelta(days=3))) as client:
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "failing")


def test_old_checks_are_told_after_a_long_silence(library: Store) -> None:
    with shelf.served(shelf.application(library, at=shelf.NOW + timedelta(days=100))) as client:
        text = text_of(client, "/monitors/acme-terms")
        never = text_of(client, "/monitors/shelby-never")
    assert "No check in the last 90 days." in text and "Not checked yet." not in text
    assert "first capture" in text.split("No check in")[1] and "3 months ago" in text
    assert "Not checked yet." in never


def test_behind_a_proxy_links_keep_its_path(library: Store) -> None:
    with shelf.served(shelf.application(library, "https://visits.example/room/")) as client:
        page = parse(client.get("/changes/1", headers={"Host": "visits.example"}).text)
        twin = client.get("/changes.json?limit=1", headers={"Host": "visits.example"}).json()
    inside = [link["href"] for link in page.all("a") + page.all("link") if link["href"].startswith("/")]
    assert inside
    assert all(href.startswith("/room/") for href in inside)
    assert "This page: https://visits.example/room/changes/1" in " ".join(page.text.split())
    assert twin["next"] == "https://visits.example/room/changes.json?before=4&limit=1"


@pytest.mark.parametrize("path", ["/nothing", "/changes/999", "/versions/999", "/monitors/nobody", "/CHANGES"])
def test_what_is_not_there_is_said_in_the_same_shell(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    page = parse(answer.text)
    assert page.all("main")
    assert "Not found" in page.text
    problem = browser.get(f"{path}.json")
    assert problem.headers["content-type"] == "application/problem+json"
    assert (problem.status_code, problem.json()["title"]) == (404, "Not found")
