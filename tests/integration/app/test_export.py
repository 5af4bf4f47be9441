"""`visitwatch export`: every capture and every table in forms that others read, and nothing half-written."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from app.cli import cli
from monitors.records import ChangeKind
from storage import Store, open_store
from tests.integration.storage.samples import DAY, NOW, RULES, TERMS, fill, page, record_change

TEXTS = ("Visits are free.", "Visits cost $12.", "Visits end at 3 p.m.")


@pytest.fixture
def folder(tmp_path: Path, sqlite_template: Path) -> Iterator[Path]:
    """Two captures of one page, a day apart, and one of another."""
    (tmp_path / "config.toml").write_text('[store]\nurl = "sqlite:///v.db"\nbodies = "bodies"\n')
    (tmp_path / "v.db").write_bytes(sqlite_template.read_bytes())
    with stored(tmp_path) as store:
        fill(store)
        store.record_page(page(store, TERMS, TEXTS[0], NOW))
        record_change(store, TERMS, TEXTS[1], NOW + DAY)
        store.record_page(page(store, RULES, TEXTS[2], NOW + DAY))
    yield tmp_path


def stored(folder: Path) -> Store:
    return open_store(f"sqlite:///{folder / 'v.db'}", folder / "bodies")


def export(folder: Path, *arguments: str) -> tuple[int, str]:
    runner = CliRunner()
    done = runner.invoke(cli, ["--config", str(folder / "config.toml"), "export", *arguments], standalone_mode=False)
    if done.exception is not None:
        return 2, f"{type(done.exception).__name__}: {done.exception}"
    return int(done.return_value), done.output


def captured(file: Path) -> list[tuple[str, bytes]]:
    """Address and bytes of each answer, as warcio reads them."""
    with file.open("rb") as stream:
        return [
            (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(stream)
            if record.rec_type == "response"
        ]


def table(file: Path, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(file) as package:
        return list(csv.DictReader(io.StringIO(package.read(f"{name}.csv").decode())))


def test_everything_is_read_back_by_others_tools(folder: Path) -> None:
    warc, tables = folder / "all.warc.gz", folder / "all.zip"
    code, said = export(folder, "--warc", str(warc), "--tables", str(tables))
    assert code == 0 and "3 captures" in said
    assert sorted(captured(warc)) == sorted(
        [(TERMS.url, TEXTS[0].encode()), (TERMS.url, TEXTS[1].encode()), (RULES.url, TEXTS[2].encode())]
    )
    checker = Checker(type("Asked", (), {"inputs": [str(warc)], "verbose": False}))
    checker.process_all()
    assert checker.exit_value == 0
    hashes = {row["sha256"] for row in table(tables, "versions")}
    assert hashes == {sha256(text.encode()).hexdigest() for text in TEXTS}
    assert [row["monitor"] for row in table(tables, "changes") if row["kind"] == ChangeKind.TEXT] == [TERMS.id]


def test_a_part_by_monitor_and_time(folder: Path) -> None:
    warc, tables = folder / "part.warc.gz", folder / "part.zip"
    since = f"{NOW + DAY:%Y-%m-%dT%H:%M}"
    export(folder, "--warc", str(warc), "--tables", str(tables), "--monitor", TERMS.id, "--since", since)
    assert captured(warc) == [(TERMS.url, TEXTS[1].encode())]
    assert [row["monitor"] for row in table(tables, "changes")] == [TERMS.id]
    export(folder, "--warc", str(warc), "--until", since)
    assert captured(warc) == [(TERMS.url, TEXTS[0].encode())]


def test_a_body_that_is_lost_is_named_and_the_rest_is_written(folder: Path) -> None:
    lost = sha256(TEXTS[0].encode()).hexdigest()
    next((folder / "bodies").rglob(f"{lost}.zst")).unlink()
    code, said = export(folder, "--warc", str(folder / "rest.warc.gz"))
    assert code == 1 and "2 captures" in said
    assert len(captured(folder / "rest.warc.gz")) == 2


@pytest.mark.parametrize("option", ["--warc", "--tables"])
@pytest.mark.parametrize("place", ["no/such/folder/file", "taken"])
def test_what_cannot_be_written_is_said_and_nothing_is_left(folder: Path, option: str, place: str) -> None:
    (folder / "taken").mkdir()
    before = sorted(folder.iterdir())
    code, said = export(folder, option, str(folder / place))
    assert code == 2 and said.startswith("ConfigError") and str(folder) in said
    assert sorted(folder.iterdir()) == before and list((folder / "taken").iterdir()) == []


@pytest.mark.parametrize("option", ["--warc", "--tables"])
def test_an_unknown_monitor_is_no_empty_file(folder: Path, option: str) -> None:
    code, said = export(folder, option, str(folder / "x"), "--monitor", "nobody")
    assert code == 2 and '"nobody"' in said
    assert not (folder / "x").exists()


def test_something_must_be_asked_for(folder: Path) -> None:
    code, said = export(folder)
    assert code == 2 and "--warc" in said
