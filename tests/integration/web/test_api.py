"""The API: what it says, to whom, and that no input makes it fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from monitors.records import ReviewState, Role
from storage import Store, open_store
from tests.integration.web import people, shelf
from web.api import ROUTES
from web.application import create_app

IDS = {
    "change_id": "1", "monitor_id": "acme-terms", "version_id": "1", "source_id": "acme", "code": "US-TX", "old": "1",
    "new": "6", "day": "2026-11-20",
}  # fmt: skip
KEYS = {role: f"vw_key-of-{role.value}" for role in Role}


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("api")
    with open_store(shelf.database(folder), folder / "bodies") as store:
        shelf.fill(store)
        people.add_people(store)
        for account in store.accounts():
            if account.name in set(Role):
                store.add_key(KEYS[account.role], account.id, "test", account.role, shelf.NOW)
        yield store


@pytest.fixture(scope="module")
def application(shelved: Store) -> FastAPI:
    return create_app(shelved, base_url="http://127.0.0.1", clock=lambda: shelf.NOW)


@pytest.fixture(scope="module")
def api(application: FastAPI) -> Iterator[httpx.Client]:
    with shelf.served(application) as client:
        yield client


def get(api: httpx.Client, path: str, **headers: str) -> object:
    answer = api.get(f"/api/v1{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("role", [None, *Role])
def test_every_route_lets_in_whom_it_should(shelved: Store, public: bool, role: Role | None) -> None:
    app = create_app(shelved, base_url="http://127.0.0.1", clock=lambda: shelf.NOW, public=public)
    headers = {"x-api-key": KEYS[role]} if role else {}
    with shelf.served(app) as client:
        for method, path, _, least in ROUTES:
            at = "/api/v1" + re.sub(r"{(\w+)}", lambda found: IDS[found[1]], path)
            answer = client.request(method, at, headers=headers, json={"label": "note"} if method == "POST" else None)
            needed = least or (None if public else Role.VIEWER)
            if needed is None or (role and role.rank >= needed.rank):
                assert answer.status_code == 200, (method, path, answer.text)
            else:
                assert answer.status_code == (403 if role else 401), (method, path)
                assert answer.headers["content-type"] == "application/problem+json"


def test_keys_come_in_two_headers_and_forged_ones_are_refused(api: httpx.Client) -> None:
    for headers in ({"authorization": f"Bearer {KEYS[Role.VIEWER]}"}, {"x-api-key": KEYS[Role.VIEWER]}):
        assert api.get("/api/v1/sources", headers=headers).status_code == 200
    for key in ("x", KEYS[Role.VIEWER][:-1], "a" * 5000):
        assert api.get("/api/v1/sources", headers={"x-api-key": key}).status_code == 401


def test_a_login_is_no_key(application: FastAPI) -> None:
    with people.person(application, "analyst") as ann:
        assert ann.ask("POST", "/api/v1/changes/1/annotations", json={"label": "wrong"}).status_code == 401


def test_changes_are_read_on_from_the_last_one(api: httpx.Client) -> None:
    seen, path = [], "/changes?limit=1&every=1"
    while path:
        said = get(api, path)
        assert isinstance(said, dict)
        seen += [one["id"] for one in said["changes"]]
        path = (said["next"] or "").removeprefix("http://127.0.0.1/api/v1")
    assert seen == [4, 3, 2, 1]


def test_what_a_page_said_on_a_day(api: httpx.Client) -> None:
    then = get(api, "/monitors/acme-terms/as-of/2026-11-20")
    now = get(api, "/monitors/acme-terms/as-of/2026-11-23")
    assert isinstance(then, dict) and isinstance(now, dict)
    assert (then["id"], now["id"]) == (1, 6)
    assert api.get("/api/v1/monitors/acme-terms/as-of/2020-01-01").status_code == 404
    assert api.get("/api/v1/monitors/acme-terms/as-of/9999-01-01").status_code == 422
    every = get(api, "/as-of/2026-11-20?jurisdiction=US-TX&limit=1")
    assert isinstance(every, dict) and every["next_after"] == "acme-old"


def test_the_difference_of_two_versions(api: httpx.Client) -> None:
    said = get(api, "/monitors/acme-terms/diff/1/6")
    assert isinstance(said, dict)
    assert said["passages"][0]["before"] == "Visits in person are on Mondays."
    assert api.get("/api/v1/monitors/acme-terms/diff/1/2").status_code == 404, "a version of another monitor"


def test_a_program_judges(api: httpx.Client, shelved: Store) -> None:
    headers = {"x-api-key": KEYS[Role.ANALYST]}
    said = {"label": "confirmed", "severity": "minor", "note": "small"}
    answer = api.post("/api/v1/changes/2/annotations", json=said, headers=headers)
    assert answer.json() == {"review": "confirmed"}
    assert shelved.review(2).state is ReviewState.CONFIRMED
    public = get(api, "/changes/2/annotations")
    assert isinstance(public, dict) and "author" not in public["annotations"][0]
    named = get(api, "/changes/2/annotations", **headers)
    assert isinstance(named, dict) and named["annotations"][0]["author"] == "analyst"
    for wrong in ({"label": "maybe"}, {**said, "more": 1}, {**said, "note": "x" * 2001}, [], "x"):
        assert api.post("/api/v1/changes/2/annotations", json=wrong, headers=headers).status_code == 422


def test_problems_do_not_repeat_what_was_sent(api: httpx.Client) -> None:
    for path in ("/changes?topic=<script>", "/nothing/<script>", "/changes/<script>", "/monitors/Mars<script>"):
        answer = api.get(f"/api/v1{path}")
        assert answer.status_code in (404, 422)
        assert answer.headers["content-type"] == "application/problem+json"
        assert "script" not in answer.text


CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("route", [f"{method} {path}" for method, path, _, _ in ROUTES])
def test_no_input_makes_it_fail(api: httpx.Client, route: str) -> None:
    schema = schemathesis.openapi.from_url(f"{str(api.base_url).rstrip('/')}/api/v1/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    [operation] = [one for one in operations if f"{one.method.upper()} {one.path}" == route]

    @settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        case.headers = {**(case.headers or {}), "X-API-Key": KEYS[Role.ANALYST]}
        case.validate_response(case.call(), checks=CHECKS)

    ask()
