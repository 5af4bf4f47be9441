"""One Chromium, and one filled history browser with people in it, for all tests here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from storage import Store, open_store
from tests.integration.web import people, shelf
from web.application import create_app


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "Debian's chromium is missing; `make setup-test` installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("analyst")
    with open_store(shelf.database(folder), folder / "bodies") as store:
        shelf.fill(store)
        people.add_people(store)
        store.secret("a secret")
        yield store


@pytest.fixture(scope="package")
def address(shelved: Store) -> Iterator[str]:
    app = create_app(shelved, base_url="http://127.0.0.1", clock=lambda: shelf.NOW)
    with shelf.served(app) as client:
        yield str(client.base_url).rstrip("/")
