"""Accounts: who may do what, by every route; limited logins, sessions that end, forms that prove themselves."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from starlette.routing import Mount, Route

from monitors.records import Annotation, DeliveryState, ReviewState, Role
from storage import Store, open_store
from tests.integration.web import shelf
from tests.integration.web.people import PASSWORD, Person, person
from tests.integration.web.reader import parse
from web.application import create_app
from web.doors import Doors

WHO = ("", *(role.value for role in Role))
IDS = {
    "change_id": "1", "monitor_id": "acme-terms", "version_id": "1", "source_id": "acme", "code": "US-TX",
    "token": "none",
}  # fmt: skip
# The least role each route that is not for everybody takes; all others answer anybody.
NEEDS = {
    ("POST", "/logout"): Role.VIEWER,
    ("GET", "/account"): Role.VIEWER,
    ("POST", "/account"): Role.VIEWER,
    ("GET", "/accounts"): Role.ADMIN,
    ("POST", "/accounts"): Role.ADMIN,
    ("GET", "/watch"): Role.ADMIN,
    ("POST", "/watch"): Role.ADMIN,
    ("POST", "/monitors/{monitor_id}/active"): Role.ADMIN,
    ("GET", "/monitors/{monitor_id}/change"): Role.ADMIN,
    ("POST", "/monitors/{monitor_id}/change"): Role.ADMIN,
    ("GET", "/cases.jsonl"): Role.ANALYST,
    ("GET", "/versions/{version_id}/capture"): Role.VIEWER,
    ("POST", "/changes/{change_id}/claim"): Role.ANALYST,
    ("POST", "/changes/{change_id}/say"): Role.ANALYST,
}


class Clock:
    """A clock that the tests set."""

    def __init__(self) -> None:
        self.now = shelf.NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def shelved(crowd: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(crowd, tmp_path, dirs_exist_ok=True)
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        yield store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def application(shelved: Store, clock: Clock) -> FastAPI:
    return create_app(shelved, base_url="http://127.0.0.1", clock=clock)


def routes(app: FastAPI) -> list[tuple[str, str]]:
    return [
        (method, route.path)
        for route in app.routes
        if isinstance(route, Route)
        for method in sorted(route.methods or ())
        if method != "HEAD"
    ]


def expected(method: str, path: str, who: str, least: Role | None) -> str:
    if least is None:
        return "answers"
    if not who:
        return "asks to log in"
    return "answers" if Role(who).rank >= least.rank else "refuses"


def came(answer: httpx.Response) -> str:
    if (answer.status_code == 401 and "Please log in" in answer.text) or (
        "/login?next=" in answer.headers.get("location", "")
    ):
        return "asks to log in"
    if answer.status_code == 403 and "another role" in answer.text:
        return "refuses"
    assert answer.status_code < 500
    return "answers"


@pytest.fixture(scope="module")
def doors(crowd: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all who knock at every door."""
    folder = Path(shutil.copytree(crowd, tmp_path_factory.mktemp("doors"), dirs_exist_ok=True))
    with open_store(shelf.database(folder), folder / "bodies") as store:
        yield store


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("public", [True, False])
def test_every_route_lets_in_whom_it_should(doors: Store, who: str, public: bool) -> None:
    app = create_app(doors, base_url="http://127.0.0.1", clock=lambda: shelf.NOW, public=public)
    own = re.compile(r"/(login|subscribe|confirm|refuse|preferences|leave|api/subscriptions|healthz)\b")
    with person(app, who) as somebody:
        for method, path in routes(app):
            if path == "/logout":
                continue
            at = re.sub(r"{(\w+)}", lambda found: IDS[found[1]], path)
            at += "?old=1&new=6" if "compare" in at else ""
            least = NEEDS.get((method, path))
            if least is None and not public and not own.match(path):
                least = Role.VIEWER
            answer = somebody.get(at) if method == "GET" else somebody.post(at, {})
            assert came(answer) == expected(method, path, who, least), (method, path)
    assert any(isinstance(route, Mount) for route in app.routes)
    assert set(NEEDS) <= set(routes(app))


def test_no_get_changes_anything(application: FastAPI) -> None:
    methods = {path: route.methods for route in application.routes if isinstance(route, Route) for path in [route.path]}
    assert not any({"PUT", "PATCH", "DELETE"} & (found or set()) for found in methods.values())
    with person(application, "analyst") as ann:
        assert ann.get("/changes/1/claim").status_code == 405
        assert ann.get("/logout").status_code == 405


def test_a_form_from_elsewhere_does_nothing(application: FastAPI, shelved: Store) -> None:
    with person(application, "analyst") as ann:
        good = {"label": "confirmed"}
        for headers in (
            {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
            {"sec-fetch-site": "", "origin": "https://evil.test"},
        ):  # fmt: skip
            assert ann.post("/changes/1/say", good, headers=headers).status_code == 403
            assert ann.post("/login", {"name": "x"}, headers=headers).status_code == 403
        for proof in ("", "0" * 64, ann.proof()[:-1]):
            assert ann.post("/changes/1/say", good, proof=proof).status_code == 403
        assert shelved.review(1).state is ReviewState.OPEN
        assert ann.post("/changes/1/say", good).status_code == 303
        assert shelved.review(1).state is ReviewState.CONFIRMED


def test_one_proof_is_no_good_for_another_session(application: FastAPI) -> None:
    with person(application, "analyst") as ann, person(application, "second") as other:
        assert ann.post("/changes/1/say", {"label": "wrong"}, proof=other.proof()).status_code == 403


def test_the_cookie_is_safe_and_new_at_each_login(application: FastAPI) -> None:
    with person(application) as ann:
        ann.session = "a-session-that-somebody-planted"
        first = ann.log_in("analyst").headers["set-cookie"]
        assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/", "Max-Age=604800"} <= set(first.split("; "))
        assert "Domain" not in first
        old, planted = ann.session, "a-session-that-somebody-planted"
        assert old != planted and len(old) >= 40
        ann.log_in("analyst")
        renewed, ann.session = ann.session, old
        assert ann.get("/account").status_code == 303, "the session before has ended"
        ann.session = renewed
        assert "analyst" in ann.get("/account").text
        assert ann.get("/changes/1").headers["cache-control"] == "no-store"
        assert ann.post("/logout", {}).headers["set-cookie"].startswith('__Host-sid=""; ')
        assert ann.get("/account").status_code == 303


def test_unknown_names_and_wrong_words_get_one_answer(application: FastAPI, shelved: Store) -> None:
    closed = shelved.account("second")
    assert closed is not None
    shelved.change_account(closed[0].id, active=False)
    with person(application) as ann:
        wrong = [
            ann.log_in(name, word) for name, word in (("analyst", "x"), ("nobody", PASSWORD), ("second", PASSWORD))
        ]
    assert {answer.status_code for answer in wrong} == {401}
    assert len({re.sub('value="[^"]*"', "", answer.text) for answer in wrong}) == 1
    assert not any("set-cookie" in answer.headers for answer in wrong)


def test_logins_are_limited_by_name_and_by_place(application: FastAPI, clock: Clock) -> None:
    with person(application) as ann:
        assert [ann.log_in("analyst", "no").status_code for _ in range(6)] == [401] * 5 + [429]
        assert ann.log_in("analyst").status_code == 429, "the right word comes too late"
        assert ann.log_in("viewer").status_code == 303
        ann.session = ""
        clock.now += timedelta(minutes=16)
        assert ann.log_in("analyst").status_code == 303
        ann.session = ""
        found = [ann.log_in(f"name{number}", "no").status_code for number in range(31)]
        assert found == [401] * 30 + [429]


@pytest.mark.parametrize(
    "onward",
    ["//evil.test", "/\\evil.test", "https://evil.test", "https:evil.test", "/\t/evil.test", "javascript:alert(1)",
     "", "/%0d%0aset-cookie:x", "\\\\evil.test", "/\r\nx: y"],
)  # fmt: skip
def test_nobody_is_sent_away_after_the_login(application: FastAPI, onward: str) -> None:
    with person(application) as ann:
        place = ann.log_in("viewer", onward=onward).headers["location"]
        assert place in ("/", "/%0d%0aset-cookie:x")


def test_a_login_goes_on_to_where_one_was(application: FastAPI) -> None:
    with person(application) as ann:
        assert ann.get("/account").headers["location"] == "/login?next=%2Faccount"
        assert (
            ann.log_in("viewer", onward="/changes?topic=fees&q=a+b").headers["location"] == "/changes?topic=fees&q=a+b"
        )


def test_sessions_end(application: FastAPI, clock: Clock) -> None:
    with person(application, "viewer") as ann:
        clock.now += timedelta(hours=12, minutes=1)
        assert ann.get("/account").status_code == 303


def test_an_admin_looks_after_accounts_but_not_their_own(application: FastAPI, shelved: Store) -> None:
    with person(application, "admin") as boss, person(application) as new:
        said = parse(boss.post("/accounts", {"act": "add", "name": "Nora", "role": "analyst"}).text).text
        first = re.search(r"shown only now: ([\w-]+)", said)
        assert first is not None
        assert new.log_in("nora", first[1]).status_code == 303
        assert boss.post("/accounts", {"act": "add", "name": "NORA", "role": "viewer"}).status_code == 422
        for name in ("", "x", "<script>", "a" * 61, "a\nb"):
            assert boss.post("/accounts", {"act": "add", "name": name, "role": "viewer"}).status_code == 422
        known = {account.name: account for account in shelved.accounts()}
        boss.post("/accounts", {"act": "role", "account": known["Nora"].id, "role": "viewer"})
        assert new.get("/account").status_code == 303, "another role: another login"
        boss.post("/accounts", {"act": "close", "account": known["admin"].id})
        boss.post("/accounts", {"act": "role", "account": known["admin"].id, "role": "viewer"})
        still = shelved.account("admin")
        assert still is not None and still[0].active and still[0].role is Role.ADMIN


def test_a_new_password_ends_the_other_sessions(application: FastAPI) -> None:
    with person(application, "viewer") as here, person(application, "viewer") as there:
        asked = {"act": "password", "old": PASSWORD, "new": "another long one"}
        assert here.post("/account", {**asked, "old": "wrong"}).status_code == 422
        assert here.post("/account", {**asked, "new": "short"}).status_code == 422
        assert here.post("/account", asked).status_code == 200
        assert here.get("/account").status_code == 200
        assert there.get("/account").status_code == 303
        there.session = ""
        assert there.log_in("viewer").status_code == 401
        assert there.log_in("viewer", "another long one").status_code == 303


def test_keys_are_shown_once_and_are_ones_own(application: FastAPI, shelved: Store) -> None:
    with person(application, "analyst") as ann, person(application, "second") as other:
        shown = ann.post("/account", {"act": "key", "label": "script", "role": "analyst"}).text
        key = re.search(r"vw_[\w-]+", shown)
        assert key is not None
        assert key[0] not in ann.get("/account").text
        assert ann.post("/account", {"act": "key", "label": "more", "role": "admin"}).status_code == 422
        [kept] = shelved.keys()
        other.post("/account", {"act": "end", "key": kept.id})
        assert shelved.keys() == [kept]
        ann.post("/account", {"act": "end", "key": kept.id})
        assert shelved.keys() == []


def say(somebody: Person, change: int, **fields: object) -> httpx.Response:
    return somebody.post(f"/changes/{change}/say", fields)


def test_two_analysts_judge_disagree_and_settle(application: FastAPI, shelved: Store) -> None:
    with person(application, "analyst") as ann, person(application, "second") as other:
        ann.post("/changes/1/claim", {"act": "claim"})
        assert "analyst has been looking at this" in other.get("/changes/1").text
        say(ann, 1, label="confirmed", severity="minor", topics=["fees", "mail"], note="it is only  a fee")
        say(other, 1, label="unimportant")
        page = parse(other.get("/changes/1").text).text
        assert "The judges disagree." in page
        assert (
            "severity should be minor" in page
            and "topics should be prices, mail" in page
            and "it is only a fee" in page
        )
        assert shelved.review(1).state is ReviewState.DISPUTED
        say(other, 1, label="confirmed", severity="minor", topics=["fees", "mail"])
        assert shelved.review(1).state is ReviewState.CONFIRMED
        assert len(shelved.annotations(1)) == 3, "nothing said is lost"
    with person(application) as anybody:
        told = anybody.get("/changes/1").text
        assert "analyst 1" in told and "<strong>second" not in told
        assert {one["author"] for one in anybody.get("/changes/1.json").json()["annotations"]} == {
            "analyst 1",
            "analyst 2",
        }


def test_judging_goes_on_to_the_next_of_the_list(application: FastAPI) -> None:
    with person(application, "analyst") as ann:
        onward = ann.post("/changes/4/say?severity=minor&severity=major", {"label": "confirmed", "go": "next"})
        assert onward.headers["location"] == "/changes/1?severity=minor&severity=major"
        assert say(ann, 1, label="confirmed", go="next").headers["location"] == "/changes/1"


@pytest.mark.parametrize(
    ("fields", "status"),
    [({}, 422), ({"label": "maybe"}, 422), ({"label": "confirmed", "direction": "up"}, 422),
     ({"label": "note"}, 422), ({"label": "note", "note": "x" * 2001}, 413), ({"label": "wrong", "topics": "x"}, 422)],
)  # fmt: skip
def test_what_no_form_offers_is_refused(application: FastAPI, fields: dict[str, object], status: int) -> None:
    with person(application, "analyst") as ann:
        assert say(ann, 1, **fields).status_code == status
        assert say(ann, 999, label="confirmed").status_code == 404
        assert ann.post("/changes/999/claim", {}).status_code == 404


def test_a_hostile_note_stays_words(application: FastAPI) -> None:
    with person(application, "analyst") as ann:
        say(ann, 1, label="note", note=shelf.ALL_HOSTILE.replace("\x00", ""))
        page = parse(ann.get("/changes/1").text)
        assert page.faults == [] and len(page.all("script")) == 1
        assert shelf.SCRIPT in page.text


def test_a_wrong_alert_goes_the_way_that_corrects_it(shelved: Store) -> None:
    told: list[Annotation] = []

    def mark_wrong(said: Annotation) -> tuple[int, int] | None:
        told.append(said)
        return shelved.mark_wrong(said, lambda to: pytest.fail(f"nobody was told yet, not {to}"))

    app = create_app(
        shelved, base_url="http://127.0.0.1", clock=lambda: shelf.NOW, doors=Doors(mark_wrong=mark_wrong)
    )  # fmt: skip
    with person(app, "analyst") as ann, person(app, "second") as other:
        say(ann, 1, label="wrong", note="the price is old", direction="neutral")
        assert shelved.review(1).state is ReviewState.WRONG
        say(other, 1, label="wrong", direction="neutral")
    assert [one.note for one in told] == ["the price is old", ""]
    assert [(one.author, one.direction) for one in shelved.annotations(1)] == [
        ("analyst", "neutral"), ("second", "neutral"),
    ]  # fmt: skip
    assert sum(shelved.outbox_counts()[state] for state in (DeliveryState.OWED, DeliveryState.SENT)) == 0
