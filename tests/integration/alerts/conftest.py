"""A mail server and an outbox in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.alerts.post import Post, open_post
from tests.mailserver import MailServer


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture
def post(server: MailServer, sqlite_template: Path, tmp_path: Path) -> Iterator[Post]:
    opened = open_post(sqlite_template, tmp_path, server.port)
    yield opened
    opened.store.close()
