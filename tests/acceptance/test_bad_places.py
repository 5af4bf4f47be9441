"""Bad surroundings: a clear message, the right exit code, nothing half-written."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.acceptance.installed import Installed

ALMOST = '[[source]]\nid = "a"\nname = "A"\nkind = "jail"\njurisdiction = "US"\n'


@pytest.fixture
def here(tmp_path: Path) -> Installed:
    return Installed(tmp_path)


def test_no_configuration(here: Installed) -> None:
    here.run("check", code=2)
    assert "config.toml: no such file" in here.last_error and "visitwatch init" in here.last_error


def test_a_configuration_that_is_no_text(here: Installed) -> None:
    (here.folder / "config.toml").write_bytes(b"\xff\xfe\x00")
    here.run("check", code=2)
    assert "config.toml: can't be read" in here.last_error


def test_a_malformed_csv_row_names_file_and_line(here: Installed) -> None:
    (here.folder / "config.toml").write_text('include = ["list.csv"]', encoding="utf-8")
    (here.folder / "list.csv").write_text('source,name,kind,jurisdiction,monitor,url\na,"A,jail', encoding="utf-8")
    here.run("check", code=2)
    assert "list.csv" in here.last_error and "line 2" in here.last_error


def test_a_database_folder_that_is_a_file(here: Installed) -> None:
    (here.folder / "config.toml").write_text(ALMOST, encoding="utf-8")
    (here.folder / "var").write_text("in the way", encoding="utf-8")
    here.run("check", code=1)
    assert str(here.folder / "var") in here.last_error


def test_a_lock_that_cannot_be_taken(here: Installed) -> None:
    (here.folder / "config.toml").write_text(ALMOST, encoding="utf-8")
    (here.folder / "var/visitwatch.lock").mkdir(parents=True)
    here.run("check", code=1)
    assert "visitwatch.lock: the lock of a round cannot be taken (Is a directory)" in here.last_error
    assert "Traceback" not in here.last_error


def test_a_file_that_is_no_database(here: Installed) -> None:
    (here.folder / "config.toml").write_text(ALMOST, encoding="utf-8")
    (here.folder / "var").mkdir()
    (here.folder / "var/visitwatch.db").write_bytes(os.urandom(4096))
    here.run("check", code=1)
    assert "visitwatch.db" in here.last_error


def test_a_database_of_a_newer_version_is_left_alone(here: Installed) -> None:
    (here.folder / "config.toml").write_text(ALMOST, encoding="utf-8")
    here.run("db", "upgrade")
    database = sqlite3.connect(here.folder / "var/visitwatch.db")
    with database:
        database.execute("UPDATE visitwatch_schema SET version_num = '9999_from_the_future'")
    database.close()
    here.run("check", code=1)
    assert "newer" in here.last_error


def test_an_unknown_monitor_and_an_unknown_command(here: Installed) -> None:
    (here.folder / "config.toml").write_text(ALMOST, encoding="utf-8")
    here.run("check", "--monitor", "nobody", code=2)
    assert 'no monitor "nobody"' in here.last_error
    here.run("dance", code=2)
    assert "dance" in here.last_error


def test_init_writes_a_configuration_that_works_and_leaves_one_alone(here: Installed) -> None:
    here.run("init")
    assert (here.folder / "var/visitwatch.db").exists()
    (here.folder / "config.toml").write_text(ALMOST, encoding="utf-8")
    here.run("init")
    assert (here.folder / "config.toml").read_text(encoding="utf-8") == ALMOST
    assert "0 monitors" in here.run("monitors", "validate")
