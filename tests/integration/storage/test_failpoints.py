"""A run that dies, or whose disk fails, at any single step between a page's body and its mail: the next run makes it
good. One change, one version, one row in the outbox; the mail arrives, twice only where its reply was lost."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mailserver import MailServer

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


def walked(url: str, bodies: Path, server: MailServer, *mode: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.failpoints", url, str(bodies), str(server.port), *mode]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=600, check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def assert_made_good(lines: list[dict[str, Any]], server: MailServer) -> list[int]:
    """Each page has come to what it had to; the numbers of those whose mail arrived twice."""
    arrived: Counter[str] = Counter(str(message["Message-ID"]) for message in server.messages)
    for line in lines:
        number, state = line["number"], line["state"]
        assert line["recovered"] == 0, f"the next run failed after stop {number}"
        assert (state["texts"], state["body"]) == (["old", f"new {number}"], f"new {number}"), line
        assert (state["changes"], state["checks"], state["mails"]) == (1, 2, ["sent"]), line
        assert 1 <= arrived[f"<{number}@visitwatch.test>"] <= 2, line
    return [line["number"] for line in lines if arrived[f"<{line['number']}@visitwatch.test>"] == 2]


def test_killed_at_every_step_the_next_run_makes_it_good(store_url: str, tmp_path: Path, server: MailServer) -> None:
    """On PostgreSQL at every fifth: its transactions end with the connection, whatever the step was."""
    server.envelopes.clear()
    stride = 1 if store_url.startswith("sqlite") else 5
    lines = walked(store_url, tmp_path / "bodies", server, "kill", str(stride))
    *killed, whole = lines
    assert {line["status"] for line in killed} == {signal.SIGKILL} and whole["status"] == 0
    assert len(killed) * stride >= 45
    twice = assert_made_good(lines, server)
    # Who dies between the message's last byte and the row that says it was sent cannot know whether it was taken.
    assert not twice or twice[-1] - twice[0] <= 8 / stride
    if stride == 1:
        assert twice
        database = sqlite3.connect(store_url.removeprefix("sqlite:///"))
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()


def test_a_disk_that_fails_at_any_step_stops_the_run_cleanly(
    sqlite_template: Path, tmp_path: Path, server: MailServer
) -> None:
    server.envelopes.clear()
    place = tmp_path / "v.db"
    place.write_bytes(sqlite_template.read_bytes())
    lines = walked(f"sqlite:///{place}", tmp_path / "bodies", server, "fail", "3")
    assert_made_good(lines, server)
    assert {line["status"] for line in lines} == {0}
    disk = [(line["number"], line["said"]) for line in lines[:-1] if not line["said"]["name"].startswith("mail")]
    assert len(disk) >= 12
    for number, said in disk:
        told = ("I/O error", "Input/output") if number % 2 else ("full", "No space")
        assert any(word in said["error"] for word in told), f"passed over in silence: {said}"
        assert "free s" in said["error"] or "look for free space" in said["error"], "it says what to do"
    assert [one for folder in (tmp_path / "bodies").iterdir() for one in (folder / "tmp").glob("*")] == []
