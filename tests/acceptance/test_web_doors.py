"""What the browser's operator does by command: accounts, other tools' lists, cases; and a preview through the crawl."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app.imports import import_list
from app.installation import installation, utc_now
from app.list_export import export_list
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


JOBS = """
name: Two
url: {}
filter: [{{css: {{selector: main, exclude: .ad}}}}, html2text]
---
navigate: {}
name: =1+1
enabled: false
---
command: date
"""


def test_jobs_come_in_and_the_whole_list_goes_out_and_comes_back(
    here: Installed, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here.configure(site, [])
    jobs = here.folder / "jobs.yaml"
    jobs.write_text(JOBS.format(site.url("/two"), site.url("/three")))
    here.run("monitors", "add", site.url("/one"), "--source", "alder")
    with installation(here.folder / "config.toml") as opened:
        import_list(opened, jobs, "urlwatch", "alder", dry=False, skip=True, as_json=True)
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [row["why"] for row in told] == [None, None, "runs a command, which we don't"]
        export_list(opened, "csv", "", everything=True)
        listed = capsys.readouterr().out
        export_list(opened, "urlwatch", "alder", everything=True)
        [*_, two] = yaml.safe_load_all(capsys.readouterr().out)
        assert two == {
            "name": "Two", "url": site.url("/two"),
            "filter": [{"css": {"selector": "main", "exclude": ".ad"}}, "html2text"],
        }  # fmt: skip
        export_list(opened, "opml", "alder", everything=True)
        said = capsys.readouterr()
        assert site.url("/one") in said.out and "alder-three: left out: is paused" in said.err
    assert "'=1+1" in listed, "no spreadsheet runs a title"
    again = Installed(tmp_path / "again")
    again.folder.mkdir()
    again.configure(site, [])
    (again.folder / "list.csv").write_text(listed)
    again.run("monitors", "import", "list.csv")
    with installation(again.folder / "config.toml") as opened:
        export_list(opened, "csv", "", everything=True)
        assert capsys.readouterr().out == listed


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
