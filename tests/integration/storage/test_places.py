"""A place that cannot be used is named, with what to do; and SQLite is opened the way the design counts on."""

from __future__ import annotations

import multiprocessing
import os
import pwd
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import Store, StoreError, open_store
from storage.engine import Database
from tests.integration.storage.samples import NOW, TERMS, check, fill
from tests.postgres import PostgresServer


def refusal(url: str, tmp_path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(url, tmp_path / "bodies")
    return str(caught.value)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    words = refusal(f"sqlite:///{tmp_path}", tmp_path)
    assert str(tmp_path) in words
    assert "this is a folder" in words


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("remember the milk\n" * 100)
    words = refusal(f"sqlite:///{path}", tmp_path)
    assert str(path) in words
    assert "no SQLite database" in words
    assert path.read_text().startswith("remember the milk")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    words = refusal(f"sqlite:///{path}", tmp_path)
    assert "another program's database" in words
    assert "recipes" in words


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    words = refusal(f"sqlite:///{tmp_path / 'taken' / 'visitwatch.db'}", tmp_path)
    assert str(tmp_path / "taken") in words
    assert "choose another path" in words


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("visitwatch.db", "no database URL"),
        ("mysql://host/db", "'mysql'"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://user:secret@127.0.0.1:1/db?connect_timeout=2", "no server answers there"),
    ],
)
def test_urls_that_cannot_be_opened(tmp_path: Path, url: str, words: str) -> None:
    refused = refusal(url, tmp_path)
    assert words in refused
    assert "secret" not in refused


# The first store is opened as whoever runs the tests: it brings in every module before the rights go.
_AS_NOBODY = """
import os, sys
from pathlib import Path
from storage import StoreError, open_store
spare, folder, nobody = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
open_store(f"sqlite:///{spare}/visitwatch.db", spare / "bodies").close()
if os.geteuid() == 0:
    os.setgid(nobody)
    os.setuid(nobody)
try:
    open_store(f"sqlite:///{folder}/visitwatch.db", folder / "bodies")
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("name", "mode"), [("", 0o555), ("", 0o000), ("bodies/tmp", 0o555), ("visitwatch.db", 0o444), ("visitwatch.db", 0)]
)
def test_what_this_user_may_not_write_is_named(tmp_path: Path, name: str, mode: int) -> None:
    """As an ordinary user, because root may write everywhere."""
    folder = tmp_path / "data"
    open_store(f"sqlite:///{folder}/visitwatch.db", folder / "bodies").close()
    for path in (*tmp_path.parents[:2], tmp_path):
        path.chmod(0o755)
    for path in (folder, folder / "bodies", folder / "bodies" / "tmp"):
        path.chmod(0o777)
    (folder / name).chmod(mode)
    command = [sys.executable, "-c", _AS_NOBODY, tmp_path / "spare", folder, str(pwd.getpwnam("nobody").pw_uid)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    assert str(folder) in ran.stdout, ran.stderr
    assert "this user" in ran.stdout


def test_every_connection_is_set_up_for_durability(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    with database.writing() as first, database.reading() as second:
        for connection in (first, second):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert found == wanted
    database.close()


def _write_many(url: str, bodies: Path, times: int) -> int:
    with open_store(url, bodies) as store:
        for number in range(times):
            store.record_check(check(TERMS, NOW, message=f"{os.getpid()} {number}"))
    return times


def test_four_writers_lose_nothing_and_meet_no_error(tmp_path: Path) -> None:
    """They even create the database together."""
    url, bodies = f"sqlite:///{tmp_path / 'x.db'}", tmp_path / "bodies"
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        pool.starmap(_open_only, [(url, bodies)] * 4)
        with open_store(url, bodies) as store:
            fill(store)
        assert pool.starmap(_write_many, [(url, bodies, 50)] * 4) == [50] * 4
    with open_store(url, bodies) as store:
        assert len({one.message for one in store.checks(TERMS.id, limit=500)}) == 200


def _open_only(url: str, bodies: Path) -> None:
    open_store(url, bodies).close()


def test_a_reader_sees_the_last_commit_while_a_writer_is_busy(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'x.db'}", tmp_path / "bodies") as store:
        fill(store)
        with store._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM monitor_states")
            assert len(store.monitor_states()) == 2
        assert store.monitor_states() == []


# A limit on the size of files stands for the full disk.
_UNTIL_FULL = """
import resource, signal, sys
from pathlib import Path
from storage import StoreError, open_store
from tests.postgres import PostgresServer
from tests.integration.storage.samples import NOW, TERMS, check, fill
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
place = Path(sys.argv[1])
with open_store(f"sqlite:///{place}/x.db", place / "bodies") as store:
    fill(store)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
    written = 0
    try:
        while written < 1000:
            store.record_check(check(TERMS, NOW, message="x" * 20_000))
            written += 1
    except StoreError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.record_check(check(TERMS, NOW))
    print(written, len(store.checks(TERMS.id, limit=5000)))
"""


def test_a_full_disk_stops_the_run_and_nothing_is_harmed(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", _UNTIL_FULL, tmp_path]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    error, counts = ran.stdout.splitlines()
    assert str(tmp_path / "x.db") in error
    assert "space" in error
    written, kept = map(int, counts.split())
    assert kept == written + 1
    damaged = sqlite3.connect(tmp_path / "x.db")
    assert damaged.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    damaged.close()


@pytest.mark.postgres
@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_is_not_of_utf_8(postgres: PostgresServer, tmp_path: Path, encoding: str) -> None:
    words = refusal(postgres.new_database(empty=True, encoding=encoding), tmp_path)
    assert f"has the encoding {encoding}" in words
    assert "ENCODING 'UTF8' TEMPLATE template0" in words


@pytest.mark.postgres
def test_a_server_that_goes_and_comes_back(postgres: PostgresServer, tmp_path: Path) -> None:
    with open_store(postgres.new_database(), tmp_path / "bodies") as store:
        fill(store)
        postgres.stop()
        with pytest.raises(StoreError, match="no server answers there"):
            store.record_check(check(TERMS, NOW))
        postgres.start()
        store.record_check(check(TERMS, NOW))
        assert len(store.checks(TERMS.id)) == 1


@pytest.mark.postgres
def test_what_is_looked_up_is_planned_for_its_own_words(postgres: PostgresServer) -> None:
    """A statement that the driver prepares gets one plan for all words after a while."""
    database = Database(postgres.new_database())
    with database.reading() as connection:
        for _ in range(12):
            connection.execute(text("SELECT count(*) FROM versions WHERE title = :words"), {"words": "visits"})
        assert connection.scalar(text("SELECT count(*) FROM pg_prepared_statements")) == 0
    database.close()


def test_a_store_closes_itself(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'x.db'}", tmp_path / "bodies") as store:
        assert isinstance(store, Store)
        assert (tmp_path / "x.db-wal").exists()
    assert not (tmp_path / "x.db-wal").exists()


def test_a_new_database_is_for_its_own_user_alone_and_an_older_one_as_it_was(tmp_path: Path) -> None:
    """It holds readers' addresses; whoever lets others read it has said so."""
    path = tmp_path / "v.db"
    before = os.umask(0o022)
    try:
        for mode in (0o600, 0o640):
            with open_store(f"sqlite:///{path}", tmp_path / "bodies") as store:
                store.set_state("word", str(mode))
                modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.glob("v.db*")}
            assert modes == dict.fromkeys(("v.db", "v.db-wal", "v.db-shm"), mode)
            path.chmod(0o640)
    finally:
        os.umask(before)
