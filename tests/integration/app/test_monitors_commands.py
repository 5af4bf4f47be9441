"""`visitwatch monitors`: what is added, removed, taken up again, exported and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.config import ConfigError
from app.installation import utc_now
from monitors.records import Monitor, Source, SourceKind
from storage.store import open_store

PAGE = "https://alder.example.org/visiting"
ALDER = ("--source", "alder", "--name", "Alder County Jail", "--kind", "jail", "--jurisdiction", "US-OH")


def run(folder: Path, *arguments: str, config: str = "") -> Result:
    path = folder / "config.toml"
    if config or not path.exists():
        path.write_text(config, encoding="utf-8")
    return CliRunner().invoke(cli, ["--config", str(path), *arguments])


def refused(result: Result) -> str:
    assert isinstance(result.exception, ConfigError)
    return str(result.exception)


def kept(folder: Path) -> dict[str, Monitor]:
    with open_store(f"sqlite:///{folder}/var/visitwatch.db", folder / "var/bodies") as store:
        return {monitor.id: monitor for monitor in store.monitors()}


def test_an_address_that_is_watched_already_is_said_to_be(tmp_path: Path) -> None:
    assert run(tmp_path, "monitors", "add", PAGE, *ALDER).exit_code == 0
    twin = run(
        tmp_path, "monitors", "add", PAGE.replace("alder.", "Alder.") + "#hours", "--source", "alder", "--id", "b"
    )
    assert twin.exit_code == 0 and "alder-visiting, b watch" in twin.stderr
    other = run(tmp_path, "monitors", "add", PAGE, "--source", "alder", "--id", "c", "--spider", "listing")
    assert other.exit_code == 0 and other.stderr == ""
    table = '[[monitor]]\nid = "{}"\nsource = "a"\nurl = "https://a.test/"\n'
    config = '[[source]]\nid = "a"\nname = "A"\nkind = "jail"\njurisdiction = "US"\n' + table.format("x")
    parts = run(tmp_path, "monitors", "validate", config=config + table.format("y") + 'select = ["p"]\n')
    assert parts.exit_code == 0 and "same way" not in parts.stdout
    doubled = run(tmp_path, "monitors", "validate", config=config + table.format("y"))
    assert doubled.exit_code == 0 and "x, y watch https://a.test/ in the same way" in doubled.stdout


def test_what_was_removed_can_be_taken_up_again(tmp_path: Path) -> None:
    run(tmp_path, "monitors", "add", PAGE, *ALDER, "--title", "Rules")
    assert run(tmp_path, "monitors", "remove", "alder-visiting").exit_code == 0
    assert "off" in run(tmp_path, "monitors", "list", "--all").stdout
    elsewhere = run(tmp_path, "monitors", "add", f"{PAGE}/2", "--source", "alder", "--id", "alder-visiting")
    assert "this id is taken" in refused(elsewhere)
    again = run(tmp_path, "monitors", "add", PAGE, "--source", "alder")
    assert again.exit_code == 0 and "is checked again" in again.stdout
    assert kept(tmp_path)["alder-visiting"] == replace(kept(tmp_path)["alder-visiting"], title="Rules", active=True)
    assert "this id is taken" in refused(run(tmp_path, "monitors", "add", PAGE, "--source", "alder"))


def test_a_source_keeps_its_particulars(tmp_path: Path) -> None:
    run(tmp_path, "monitors", "add", PAGE, *ALDER)
    told = refused(run(tmp_path, "monitors", "add", f"{PAGE}/2", "--source", "alder", "--jurisdiction", "US-TX"))
    assert 'source "alder" is known with other particulars: Alder County Jail, jail, US-OH' in told
    rows = "source,name,kind,jurisdiction,monitor,url\nb,B,jail,US,b-1,https://b.test/1\nb,B,jail,US-TX,b-2,https://b.test/2\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    told = refused(run(tmp_path, "monitors", "import", str(tmp_path / "list.csv")))
    assert 'b-2: source "b" is known with other particulars' in told
    assert list(kept(tmp_path)) == ["alder-visiting"]


def test_who_removes_a_listing_hears_that_its_items_stay(tmp_path: Path) -> None:
    run(tmp_path, "monitors", "add", PAGE, *ALDER, "--id", "news", "--spider", "listing")
    with open_store(f"sqlite:///{tmp_path}/var/visitwatch.db", tmp_path / "var/bodies") as store:
        store.add_monitors([], [Monitor("news.1", "alder", f"{PAGE}/1", parent="news")], utc_now())
    assert "1 monitor that it found: still checked" in run(tmp_path, "monitors", "remove", "news").stdout
    assert kept(tmp_path)["news.1"].active


ODD = [
    Monitor("plain", "alder", PAGE),
    Monitor(
        "odd", "alder", f"{PAGE}?a=1,2&b=%22", title='=SUM("a"), Rules\'', spider="listing", fetch="browser",
        interval=timedelta(hours=7, seconds=30), soonest=timedelta(minutes=5, seconds=1),
        select=("main, #rules", "table > tr"), ignore=(".news",), expect=("Visits: 9-5", "@ the desk"), active=False,
    ),
    Monitor("minus", "birch", f"{PAGE}/2", title="-1", expect=("+1 555",)),
]  # fmt: skip
SOURCES = [
    Source("alder", "Alder, “the” Jail", SourceKind.JAIL, "US-OH", "Alder"),
    Source("birch", "@Birch", SourceKind.VENDOR, "US"),
]


@pytest.mark.parametrize("config", ["", '[schedule]\ninterval = "6 h"\nsoonest = "1 h"\n'])
def test_what_is_exported_comes_back_whole_but_for_what_listings_found(tmp_path: Path, config: str) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    with open_store(f"sqlite:///{old}/var/visitwatch.db", old / "var/bodies") as store:
        child = Monitor("odd.1", "alder", f"{PAGE}/item", parent="odd")
        store.add_monitors(SOURCES, [*ODD, child], utc_now())
    exported = run(old, "monitors", "export", "--all")
    (new / "list.csv").write_text(exported.stdout, encoding="utf-8")
    assert "1 monitor that listings and feeds found: left to them" in exported.stderr
    imported = run(new, "monitors", "import", str(new / "list.csv"), config=config)
    assert imported.exit_code == 0, imported.output
    assert kept(new) == {monitor.id: monitor for monitor in ODD}
    with open_store(f"sqlite:///{new}/var/visitwatch.db", new / "var/bodies") as store:
        assert store.sources() == SOURCES
