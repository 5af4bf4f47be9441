"""Files to take away: whole, safe for spreadsheets, sound by their own schemas, and without anybody's name."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from frictionless import Package

from app.evaluate import evaluate
from monitors.records import Annotation, Label, Severity
from monitors.spreadsheet import cell
from storage import Store, open_store
from tests.integration.web import people, shelf
from tests.integration.web.reader import parse
from web.application import create_app


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("takeaway")
    with open_store(shelf.database(folder), folder / "bodies") as store:
        shelf.fill(store)
        people.add_people(store)
        store.annotate(Annotation(1, "secret-ann", shelf.NOW, Label.CONFIRMED, "fees", severity=Severity.MINOR))
        store.annotate(Annotation(2, "secret-ann", shelf.NOW, Label.UNIMPORTANT, "known"))
        store.annotate(Annotation(4, "secret-ann", shelf.NOW, Label.CONFIRMED))
        store.annotate(Annotation(4, "secret-bob", shelf.NOW, Label.WRONG))
        yield store


@pytest.fixture(scope="module")
def application(shelved: Store) -> FastAPI:
    return create_app(shelved, base_url="http://127.0.0.1", clock=lambda: shelf.NOW)


@pytest.fixture(scope="module")
def web(application: FastAPI) -> Iterator[httpx.Client]:
    with shelf.served(application) as client:
        yield client


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_csv_obeys_the_filters(web: httpx.Client) -> None:
    answer = web.get("/changes.csv?severity=major&severity=critical")
    assert answer.headers["content-disposition"] == 'attachment; filename="changes.csv"'
    rows = rows_of(answer.text)
    assert [(row["id"], row["topics"], row["review"]) for row in rows] == [
        ("2", "in_person", "unimportant"), ("1", "fees video_remote", "confirmed"),
    ]  # fmt: skip
    assert web.get("/changes.csv?severity=grave").status_code == 422


@pytest.mark.parametrize("hostile", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "－1"])
def test_no_cell_is_a_formula(hostile: str) -> None:
    assert cell(hostile) == f"'{hostile}"
    assert cell("") == "" and cell(None) == "" and cell(True) == "true" and cell(["a", "b"]) == "a b"


def test_json_lines_are_one_object_a_line(web: httpx.Client) -> None:
    lines = web.get("/changes.ndjson?every=1").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [4, 3, 2, 1]


def package(web: httpx.Client) -> tuple[dict[str, Any], dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(web.get("/package.zip?every=1").content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return json.loads(files["datapackage.json"]), files


def test_the_package_keeps_its_word(web: httpx.Client) -> None:
    described, files = package(web)
    tables = {}
    for resource in described["resources"]:
        data = files[resource["path"]]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        rows = rows_of(data.decode())
        assert list(rows[0]) == [field["name"] for field in resource["schema"]["fields"]]
        tables[resource["name"]] = {row["id"] for row in rows}
        assert len(tables[resource["name"]]) == len(rows), "ids are single"
    assert set(tables) == {"sources", "monitors", "versions", "changes", "facts"}
    for resource in described["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            rows = rows_of(files[resource["path"]].decode())
            assert {row[key["fields"][0]] for row in rows} <= tables[key["reference"]["resource"]]


def test_the_package_is_valid_to_the_frictionless_tool(web: httpx.Client, tmp_path: Path) -> None:
    _, files = package(web)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "note"])
    assert [task.stats["rows"] for task in report.tasks if task.name in ("sources", "changes")] == [3, 4]
    changes = files["changes.csv"].replace(b'"4","evil-page"', b'"3","nobody"')
    (tmp_path / "changes.csv").write_bytes(changes)
    faults = {kind for kind, *_ in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])}
    assert faults >= {"primary-key", "foreign-key", "hash-count"}


def test_no_file_names_a_subscriber_or_an_analyst(web: httpx.Client, application: FastAPI) -> None:
    _, files = package(web)
    told = [*files.values(), web.get("/changes.csv?every=1").content, web.get("/changes.ndjson?every=1").content]
    with people.person(application, "analyst") as ann:
        told.append(ann.get("/cases.jsonl").content)
    for data in told:
        assert b"secret" not in data


def test_judgements_become_cases_that_evaluate_reads(application: FastAPI) -> None:
    with people.person(application, "analyst") as ann:
        cases = [json.loads(line) for line in ann.get("/cases.jsonl").text.splitlines()]
    assert [(case["id"], case["relevant"], case["severity"], case["why"]) for case in cases] == [
        ("change-1", True, "minor", "fees"), ("change-2", False, "none", "known"),
    ]  # fmt: skip
    assert cases[0]["kind"] == "vendor_statement"
    assert cases[0]["facts"][0] == {"name": "video_fee_usd", "before": 9.0, "after": 12.0}
    scores, _ = evaluate(cases)
    assert scores["cases"] == 2


def test_the_bytes_leave_as_a_file_and_nothing_else(application: FastAPI) -> None:
    with people.person(application, "viewer") as reader:
        answer = reader.get("/versions/5/capture")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert "script" in answer.text


def test_a_sheet_of_evidence_holds_words_hashes_and_a_citation(web: httpx.Client) -> None:
    page = parse(web.get("/changes/1/evidence").text)
    text = " ".join(page.text.split())
    assert "A video visit costs [Removed: $9] each." in text
    assert (
        "Change 1 of https://acme.test/terms, first seen 2026-11-21 12:00 UTC. visitwatch, http://127.0.0.1/changes/1"
        in text
    )
    assert len([tag for tag, attributes in page.elements if attributes.get("class") == "hash"]) == 2


def test_panel_as_of_and_contradictions_speak(web: httpx.Client) -> None:
    panel = web.get("/panel.json").json()
    assert panel["unknown"] == 1 and panel["facilities"] == []
    assert "2026-11" in panel["months"]
    then = web.get("/as-of.json?day=2026-11-20&jurisdiction=US-TX").json()["as_of"]
    assert {row["monitor_id"]: row["version"] for row in then} == {"acme-old": 4, "acme-terms": 1, "evil-page": 5}
    assert web.get("/contradictions.json").json() == {"contradictions": []}


def test_a_vendor_and_a_facility_contradict_each_other(tmp_path: Path) -> None:
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        shelf.contradict(store)
        app = create_app(store, base_url="http://127.0.0.1", clock=lambda: shelf.NOW)
        with shelf.served(app) as client:
            [pair] = client.get("/contradictions.json").json()["contradictions"]
            text = " ".join(parse(client.get("/contradictions").text).text.split())
            access = client.get("/panel.json").json()["facilities"][0]["access"]
    assert pair["vendor"]["told"]["after"] is True and pair["facility"]["told"]["after"] is False
    assert "At Shelby County Jail visits in person are back" in text and "No visits in person" in text
    assert access[-2:] == ["in_person", "not_in_person"]


def test_a_source_that_was_named_anew_or_moved_is_so_on_the_panel_at_once(tmp_path: Path) -> None:
    """What the panel remembers until news holds for the sources as they were."""
    with open_store(shelf.database(tmp_path), tmp_path / "bodies") as store:
        shelf.contradict(store)
        app = create_app(store, base_url="http://127.0.0.1", clock=lambda: shelf.NOW)
        with shelf.served(app) as client:
            assert "Shelby County Jail" in client.get("/panel").text
            assert client.get("/contradictions.json").json()["contradictions"]
            [jail] = [one for one in store.sources() if one.name == "Shelby County Jail"]
            moved = replace(jail, name="Harlan Detention Center", jurisdiction="US-OH", county="Harlan")
            store.put_catalogue([moved], [one for one in store.monitors() if one.source_id == jail.id], shelf.NOW)
            page = client.get("/panel").text
            pairs = client.get("/contradictions.json").json()["contradictions"]
    assert "Harlan Detention Center" in page and "Shelby County Jail" not in page
    assert pairs == []
