"""The schema comes up from nothing in one transaction, and a strange one is left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect, text
from zstandard import ZstdError

from monitors.records import DeliveryState, Letter, LetterKind, Segment, SegmentKind, SubscriberState
from monitors.sought import sought
from storage import StoreError, open_store
from storage.engine import Database
from storage.migrate import HEAD, MIGRATIONS, VERSION_TABLE, ensure_schema, known_revisions, schema_revision
from storage.migrations.versions import r0040_gates
from storage.rows import pack
from storage.tables import metadata
from storage.words import VERSION_WORDS, index_texts
from tests.integration.storage.samples import NOW, TERMS, fill, page
from tests.postgres import PostgresServer

WORDS = ("version_words", "change_words")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new' / 'folder' / 'visitwatch.db'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database(empty=True)


def execute(url: str, statement: str) -> None:
    database = Database(url)
    with database.writing() as connection:
        connection.execute(text(statement))
    database.close()


def test_up_from_empty_and_again(empty_url: str, tmp_path: Path) -> None:
    for _ in range(2):
        with open_store(empty_url, tmp_path / "bodies") as store:
            assert store.sources() == []
    database = Database(empty_url)
    with database.reading() as connection:
        assert schema_revision(connection) == HEAD
    database.close()


def unlike_the_code(database: Database) -> list[object]:
    """What would have to be altered."""
    # What words are looked up in is no table that SQLAlchemy knows: FTS5's own, or a tsvector.
    known = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith(WORDS)}
    options = {"compare_type": True, "version_table": VERSION_TABLE, **known}
    with database.reading() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def test_the_migrations_make_the_tables_of_the_code(empty_url: str) -> None:
    database = Database(empty_url)
    ensure_schema(database, migrate=True)
    assert unlike_the_code(database) == []
    with database.reading() as connection:
        indexes = {index["name"] for table in metadata.tables for index in inspect(connection).get_indexes(table)}
        assert {"one_change_a_version", "ix_deliveries_open", "ix_monitor_states_due_at_monitor_id"} <= indexes
    database.close()


def test_the_head_is_the_newest_migration() -> None:
    assert max(known_revisions()) == HEAD


def test_a_newer_schema_is_refused_and_left_alone(store_url: str, tmp_path: Path) -> None:
    open_store(store_url, tmp_path / "bodies").close()
    execute(store_url, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"'9999', newer than this program.*newer visitwatch"):
        open_store(store_url, tmp_path / "bodies")
    database = Database(store_url)
    with database.reading() as connection:
        assert schema_revision(connection) == "9999"
    database.close()


def test_without_leave_to_migrate_an_old_schema_is_refused(empty_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="visitwatch db upgrade"):
        open_store(empty_url, tmp_path / "bodies", migrate=False)
    open_store(empty_url, tmp_path / "bodies").close()
    open_store(empty_url, tmp_path / "bodies", migrate=False).close()


def test_a_migration_that_fails_leaves_nothing(empty_url: str, tmp_path: Path) -> None:
    """A table that is in the way makes the last steps fail; the first ones are taken back."""
    database = Database(empty_url)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE monitor_states (note TEXT)"))
    with pytest.raises(StoreError):
        ensure_schema(database, migrate=True)
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == ["monitor_states"]
    database.close()


def test_an_older_outbox_comes_up_with_its_deliveries(empty_url: str, tmp_path: Path) -> None:
    database = Database(empty_url)
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
        for statement in OLD_ROWS:
            connection.execute(text(statement))
    database.close()
    with open_store(empty_url, tmp_path / "bodies") as store:
        [kept] = store.deliveries()
        assert (kept.id, kept.alert_id, kept.subscription_id, kept.letter_id) == (7, 1, 1, 0)
        assert (kept.message_id, kept.state) == ("<a@b>", DeliveryState.OWED)
        assert [who.state for who in store.subscribers()] == [SubscriberState.ACTIVE, SubscriberState.UNSUBSCRIBED]
        letter = Letter(LetterKind.NOTICE, "n", datetime(2026, 3, 1, tzinfo=UTC), "a@b.test")
        assert store.put_letter(letter, "<n@b>") is not None
        assert sorted(one.letter_id for one in store.deliveries()) == [0, 1]


def test_a_database_that_had_gates_before_there_was_a_chain_gets_both(empty_url: str, tmp_path: Path) -> None:
    """0040 once followed on 0031: a database that says 0040 may lack what 0032 makes."""
    database = Database(empty_url)
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0031")
        with Operations.context(MigrationContext.configure(connection)):
            r0040_gates.upgrade()
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0040'"))
    with open_store(empty_url, tmp_path / "bodies") as store:
        fill(store)
        store.record_page(page(store, TERMS, "Visits are free.", NOW))
        assert store.make_root(NOW) is not None and list(store.verify(NOW)) == []
    assert unlike_the_code(database) == []
    database.close()


def test_versions_of_before_are_read_and_found_as_they_were(empty_url: str, tmp_path: Path) -> None:
    """Plain text in the row, on SQLite an index with beginnings of words, and among them one that is damaged."""
    database = Database(empty_url)
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    segments = (Segment("“Visits” are free – every day.", ("Rules",)), Segment("Menu", kind=SegmentKind.MENU))
    with database.writing() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0041")
        for statement in OLD_PAGE:
            connection.execute(text(statement))
        connection.execute(text(OLD_SNAPSHOT), {"sha": SHA})
        for number, packed in ((1, pack(segments)), (2, b"rubbish")):
            row = {"id": number, "sha": SHA, "segments": packed, "text": "“Visits” are free – every day."}
            connection.execute(text(OLD_VERSION), row)
            index_texts(connection, VERSION_WORDS, number, ("Rules", segments[0].text))
    database.close()
    with open_store(empty_url, tmp_path / "bodies") as store:
        kept = store.version(1)
        assert kept is not None
        assert (kept.text, kept.title, kept.segments) == ("“Visits” are free – every day.", "Rules", segments)
        with pytest.raises(ZstdError):
            store.version(2)
        asked = sought("visi free")
        assert asked is not None
        assert [(said.monitor_id, said.first) for said in store.said_by(asked)] == [("m", 1)]


WHEN = "'2026-01-01 00:00:00'"
OLD_PAGE = (
    "INSERT INTO sources VALUES ('s', 'jail', 'US-OH', '{}')",
    "INSERT INTO monitors (id, source_id, url, host, active, from_config, record) "
    "VALUES ('m', 's', 'https://s.test', 's.test', true, true, '{}')",
    "INSERT INTO extractors (id, name, version, options) VALUES (1, 'segments', '1', '')",
)
SHA = b"\xaa" * 32
OLD_SNAPSHOT = (
    "INSERT INTO snapshots (monitor_id, sha, at, url, status, media_type, size, headers) "
    f"VALUES ('m', :sha, {WHEN}, 'https://s.test', 200, 'text/html', 9, '')"
)
OLD_VERSION = (
    "INSERT INTO versions (id, monitor_id, snapshot, at, extractor_id, characters, title, segments, text) "
    f"VALUES (:id, 'm', :sha, {WHEN}, 1, 30, 'Rules', :segments, :text)"
)
OLD_ROWS = (
    "INSERT INTO sources VALUES ('s', 'jail', 'US-OH', '{}')",
    "INSERT INTO monitors VALUES ('m', 's', 'https://s.test', 's.test', NULL, true, true, '{}')",
    "INSERT INTO changes (id, monitor_id, at, cause, kind, grade, relevant, direction, severity, headline, url, detail)"
    f" VALUES (1, 'm', {WHEN}, 'content', 'text', 'high', true, 'mixed', 'major', 'x', '', '')",
    f"INSERT INTO alerts VALUES (1, 1, {WHEN}, 'x', 'mixed', 'major', '[]')",
    f"INSERT INTO subscribers VALUES (1, 'a@b.test', 'a@b.test', '', true, {WHEN})",
    f"INSERT INTO subscribers VALUES (2, 'c@b.test', 'c@b.test', '', false, {WHEN})",
    "INSERT INTO subscriptions VALUES (1, 1, true, '', '{}')",
    "INSERT INTO deliveries (id, alert_id, subscription_id, message_id, state, attempts, next_try_at, lease_run,"
    f" last_error, owed_at) VALUES (7, 1, 1, '<a@b>', 'owed', 0, {WHEN}, '', '', {WHEN})",
)
