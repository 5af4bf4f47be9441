"""The schema: which one the database has, and the way up to this program's."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.engine import Database, one_at_a_time
from storage.errors import StoreError

# The newest file in migrations/versions; Alembic is only imported when a database is not there yet.
HEAD = "0051"
VERSION_TABLE = "visitwatch_schema"
MIGRATIONS = Path(__file__).parent / "migrations"


def ensure_schema(database: Database, *, migrate: bool) -> None:
    """Leave the database at HEAD. Raises StoreError when its schema is newer than this program, belongs to another
    one, is older and `migrate` is False, or cannot be written and `migrate` is True."""
    if migrate:
        database.require_writable()
    with database.reading() as connection:
        found = schema_revision(connection)
        foreign = _foreign_table(connection) if not found else ""
    if found == HEAD:
        return
    if foreign:
        raise StoreError(f"{database.where}: this is another program's database (it has a table {foreign!r})")
    if found and found not in known_revisions():
        raise StoreError(
            f"{database.where}: the database has schema {found!r}, newer than this program knows ({HEAD!r}); "
            "run the newer visitwatch, or restore a backup made before the upgrade"
        )
    if not migrate:
        raise StoreError(f"{database.where}: the database has no schema {HEAD!r} yet; run: visitwatch db upgrade")
    _upgrade(database)


def schema_revision(connection: Connection) -> str:
    """The revision the database is at, "" for a new one."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    return str(connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none() or "")  # noqa: S608


def known_revisions() -> frozenset[str]:
    """Every revision this program can come from."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions())


def _foreign_table(connection: Connection) -> str:
    """A SQLite file is ours alone; a PostgreSQL database may be shared."""
    tables = inspect(connection).get_table_names() if connection.dialect.name == "sqlite" else []
    return tables[0] if tables else ""


def _upgrade(database: Database) -> None:
    """All steps in one transaction: a failed upgrade leaves the database as it was."""
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.writing() as connection:
        one_at_a_time(connection)
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
