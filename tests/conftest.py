"""What tests of several rooms share: stores on both databases."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage import Store, open_store
from tests.postgres import PostgresServer

# How long an example takes hangs on what else the machine does; no test may fail for that.
settings.register_profile("any load", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any load")


def pytest_collection_finish() -> None:
    """Thousands of collected tests are no garbage: to look through them again and again took a ninth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for the whole test run."""
    with PostgresServer() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the schema, for tests to copy: bringing it up takes 0.15 s each time."""
    folder = tmp_path_factory.mktemp("template")
    open_store(f"sqlite:///{folder / 'visitwatch.db'}", folder / "bodies").close()
    return folder / "visitwatch.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a fresh database: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        return f"sqlite:///{shutil.copy(template, tmp_path)}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture
def store(store_url: str, tmp_path: Path) -> Iterator[Store]:
    """An open store on that database, its bodies in the test's own folder."""
    with open_store(store_url, tmp_path / "bodies") as opened:
        yield opened
