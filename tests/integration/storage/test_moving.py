"""An installation moves from SQLite to PostgreSQL and back, row for row, also when the move is broken off."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitors.records import Extractor, ListedItem
from monitors.sought import sought
from storage import ChangeQuery, Store, StoreError, moving, open_store
from storage.copying import fingerprint
from storage.engine import Database
from storage.moving import move_store
from storage.tables import metadata
from tests.integration.storage.samples import (
    DAY,
    LISTING,
    NOW,
    RULES,
    TERMS,
    check,
    fill,
    page,
    record_change,
    subscribe,
)
from tests.postgres import PostgresServer

pytestmark = pytest.mark.postgres


def furnish(store: Store) -> None:
    """Something in most tables, with letters that databases put in different orders, and a child before its parent."""
    fill(store, TERMS, RULES, LISTING, replace(TERMS, id="Zebra"), replace(TERMS, id="ärger"))
    child = replace(TERMS, id="aaa-child", url="https://acme.test/child", parent=LISTING.id)
    store.record_items(LISTING.id, [ListedItem("guid", child.url, "News")], [child], NOW)
    wish = subscribe(store, "a@b.test")
    store.record_page(page(store, TERMS, "Visits are free.", NOW))
    record_change(store, TERMS, "Visits cost twelve dollars.", NOW + DAY, wish)
    store.record_check(check(RULES, NOW + timedelta(hours=1)))
    store.secret("s" * 64)


@pytest.fixture
def old(tmp_path: Path, sqlite_template: Path) -> str:
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'old.db')}"
    with open_store(url, tmp_path / "bodies") as store:
        furnish(store)
    return url


def rows_of(url: str) -> dict[str, tuple[int, str]]:
    database = Database(url)
    with database.reading() as connection:
        found = {table.name: fingerprint(connection, table) for table in metadata.sorted_tables}
    database.close()
    return found


def go(old: str, new: str, bodies: Path, to: Path | str | None = None) -> dict[str, moving.TableMoved]:
    moved = move_store((old, bodies), (new, to or bodies), lambda *_: None)
    return {table.name: table for table in moved}


def test_there_and_back_everything_is_the_same(old: str, tmp_path: Path, postgres: PostgresServer) -> None:
    new, back = postgres.new_database(empty=True), f"sqlite:///{tmp_path / 'back.db'}"
    moved = go(old, new, tmp_path / "bodies", tmp_path / "other")
    assert moved["monitors"].rows == 6 and moved["changes"].written == 1
    go(new, back, tmp_path / "other", tmp_path / "third")
    assert rows_of(old) == rows_of(new) == rows_of(back)
    with open_store(back, tmp_path / "third") as store:
        version = store.latest_version(TERMS.id)
        assert version is not None and store.body(version.snapshot) == b"Visits cost twelve dollars."


def test_what_was_moved_goes_on_where_it_was(old: str, tmp_path: Path, postgres: PostgresServer) -> None:
    new = postgres.new_database(empty=True)
    go(old, new, tmp_path / "bodies")
    with open_store(new, tmp_path / "bodies") as store:
        assert len(store.changes(ChangeQuery(words=sought("cost")))) == 1
        record_change(store, TERMS, "Visits cost fifteen dollars.", NOW + 2 * DAY)
        assert [row.change.id for row in store.changes(ChangeQuery())] == [2, 1]
        first = page(store, RULES, "Bring your card.", NOW + 2 * DAY)
        assert first.version is not None
        store.record_page(replace(first, version=replace(first.version, extractor=Extractor("text", "4"))))
        assert store.state("secret") == "s" * 64


def test_a_move_that_was_broken_off_goes_on(
    old: str, tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = postgres.new_database(empty=True)
    monkeypatch.setattr(moving, "PORTION", 2)

    def break_off(what: str, count: int) -> None:
        if what == "snapshots":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move_store((old, tmp_path / "bodies"), (new, tmp_path / "bodies"), break_off)
    moved = go(old, new, tmp_path / "bodies")
    assert (moved["monitors"].written, moved["monitors"].rows) == (0, 6)
    assert moved["changes"].written == 1
    assert rows_of(old) == rows_of(new)


def test_what_changed_before_the_move_went_on_is_brought_along(
    old: str, tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = postgres.new_database(empty=True)
    monkeypatch.setattr(moving, "_index_words", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        go(old, new, tmp_path / "bodies")
    monkeypatch.undo()
    with open_store(old, tmp_path / "bodies") as store:
        store.record_check(check(RULES, NOW + 3 * DAY))
    assert go(old, new, tmp_path / "bodies")["monitor_states"].written == 1
    assert rows_of(old) == rows_of(new)


def test_what_is_written_meanwhile_stays_behind_and_the_rest_is_one_moment(
    old: str, tmp_path: Path, postgres: PostgresServer
) -> None:
    new, bodies = postgres.new_database(empty=True), tmp_path / "bodies"
    go(old, new, bodies)
    with open_store(new, bodies) as busy:

        def check_too(what: str, count: int) -> None:
            if what == "words":
                busy.record_check(check(RULES, NOW + 3 * DAY))

        move_store((new, bodies), (f"sqlite:///{tmp_path / 'back.db'}", bodies), check_too)
    assert rows_of(f"sqlite:///{tmp_path / 'back.db'}") == rows_of(old)


def test_a_database_in_use_is_left_alone(old: str, tmp_path: Path, postgres: PostgresServer) -> None:
    new = postgres.new_database()
    with open_store(new, tmp_path / "bodies") as store:
        fill(store, RULES)
    before = rows_of(new)
    with pytest.raises(StoreError, match=r"is not empty \(it holds .*\); move into a new database"):
        go(old, new, tmp_path / "bodies")
    assert rows_of(new) == before


def test_a_body_that_is_missing_is_told(old: str, tmp_path: Path, postgres: PostgresServer) -> None:
    next((tmp_path / "bodies").rglob("*.zst")).unlink()
    with pytest.raises(StoreError, match="the body is missing"):
        go(old, postgres.new_database(empty=True), tmp_path / "bodies")


def test_a_move_that_failed_at_a_body_goes_on_when_it_is_mended(
    old: str, tmp_path: Path, postgres: PostgresServer
) -> None:
    new, lost = postgres.new_database(empty=True), next((tmp_path / "bodies").rglob("*.zst"))
    lost.rename(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="the body is missing"):
        go(old, new, tmp_path / "bodies", tmp_path / "other")
    (tmp_path / "elsewhere").rename(lost)
    assert go(old, new, tmp_path / "bodies", tmp_path / "other")["snapshots"].written == 0
    assert rows_of(old) == rows_of(new)
    with pytest.raises(StoreError, match="is not empty"):
        go(old, new, tmp_path / "bodies", tmp_path / "other")


def test_a_copy_that_differs_is_no_move(
    old: str, tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = moving._put

    def careless(target: Database, table: object, rows: list[dict[str, object]], own: list[str]) -> int:
        return honest(target, table, [row for row in rows if row.get("id") != "ärger"], own)

    monkeypatch.setattr(moving, "_put", careless)
    with pytest.raises(StoreError):
        go(old, postgres.new_database(empty=True), tmp_path / "bodies")
