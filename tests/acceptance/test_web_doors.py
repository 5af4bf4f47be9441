"""What the browser's operator does by command: accounts, other tools' lists, cases; and a preview through the crawl."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.installation import installation, utc_now
from app.web_doors import doors
from monitors.records import Annotation, Label, Monitor
from tests.acceptance.installed import Installed
from tests.site import Site

RULES = "<html><head><title>Visits</title></head><body><main><h1>Visiting</h1><p>{}</p></main><p>{}</p></body></html>"
BEFORE = RULES.format("In-person visits are on Mondays. " * 5, "Footer " * 5)
AFTER = RULES.format("In-person visits have ended. All visits are by video. " * 4, "Footer " * 5)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.fixture
def here(tmp_path: Path) -> Installed:
    return Installed(tmp_path)


def test_accounts_from_the_first_on(here: Installed, site: Site) -> None:
    here.configure(site, [])
    assert "shown only now" in here.run("accounts", "add", "Ann", "--role", "admin")
    here.run("accounts", "add", "ann", code=2)
    here.run("accounts", "add", "<x>", code=2)
    here.run("accounts", "role", "Ann", "viewer")
    here.run("accounts", "close", "Ann")
    [account] = [json.loads(line) for line in here.run("accounts", "list", "--json").splitlines()]
    assert (account["name"], account["role"], account["active"]) == ("Ann", "viewer", False)


def test_a_preview_is_a_real_and_guarded_fetch_that_writes_nothing(here: Installed, site: Site) -> None:
    site["/rules"] = BEFORE
    here.configure(site, [])
    with installation(here.folder / "config.toml") as opened:
        preview = doors(opened).preview
        assert preview is not None
        shown = preview(Monitor("x", "alder", site.url("/rules"), select=("main",)))
        refused = preview(Monitor("x", "alder", "http://10.1.2.3/"))
        assert opened.store.monitors() == []
    assert shown.error == "" and shown.title == "Visits"
    assert any("In-person visits are on Mondays" in text for text in shown.segments)
    assert not any("Footer" in text for text in shown.segments)
    assert refused.segments == () and refused.error


def test_a_list_is_taken_over_whole_or_not_at_all(here: Installed, site: Site) -> None:
    here.configure(site, [("one", "/one")])
    here.run("monitors", "list")
    listed = here.folder / "urls.txt"
    listed.write_text(f"{site.url('/one')}\n{site.url('/two')} Two\nhttp://10.0.0.1/\n")
    here.run("monitors", "import", str(listed), "--as", "urls", "--source", "alder", code=2)
    dry = ("monitors", "import", str(listed), "--as", "urls", "--source", "alder", "--json")
    rows = [json.loads(line) for line in here.run(*dry, "--dry-run").splitlines()]
    assert [bool(row["why"]) for row in rows] == [True, False, True]
    assert len(here.run("monitors", "list", "--json").splitlines()) == 1, "nothing was added"
    here.run(*dry, "--skip")
    assert "alder-two" in here.run("monitors", "list", "--json")


def test_a_judgement_becomes_a_case_that_evaluate_scores(here: Installed, site: Site) -> None:
    site["/one"] = BEFORE
    here.configure(site, [("one", "/one")])
    here.run("check", "--json")
    site["/one"] = AFTER
    here.run("check", "--all", "--json")
    with installation(here.folder / "config.toml", synchronise=False) as opened:
        opened.store.annotate(Annotation(1, "ann", utc_now(), Label.CONFIRMED, "ended"))
    cases = here.folder / "cases.jsonl"
    cases.write_text(here.run("changes", "export", "--cases"))
    assert json.loads(here.run("evaluate", str(cases), "--json"))["relevant"]["f1"] == 1.0
    here.run("changes", "export", "--package", str(here.folder / "package.zip"))
    assert (here.folder / "package.zip").stat().st_size > 1000
