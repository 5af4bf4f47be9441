"""One filled store and one server for all tests of the pages: they only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from storage import Store, open_store
from tests.integration.web import people, shelf
from web import passwords


@pytest.fixture(scope="package", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Hashes that take no 60 ms each: how slow the product's own are is tried in tests/unit/web."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
        passwords._nobodys.cache_clear()
        yield
    passwords._nobodys.cache_clear()


@pytest.fixture(scope="package")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a filled store and people in it, for tests to copy: filling one takes longer than most of them."""
    folder = tmp_path_factory.mktemp("crowd")
    with open_store(shelf.database(folder), folder / "bodies") as store:
        shelf.fill(store)
        people.add_people(store)
    return folder


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("library")
    with open_store(shelf.database(folder), folder / "bodies") as store:
        shelf.fill(store)
        yield store


@pytest.fixture(scope="package")
def app(library: Store) -> FastAPI:
    return shelf.application(library, base_url="http://127.0.0.1")


@pytest.fixture(scope="package")
def browser(app: FastAPI) -> Iterator[httpx.Client]:
    with shelf.served(app) as client:
        yield client
