"""One daemon as systemd, Prometheus, a dead man's switch and a log collector see it."""

from __future__ import annotations

import json
import socket
import urllib.request
from pathlib import Path

import pytest

from monitors.records import CheckOutcome
from storage import open_store
from tests.acceptance.installed import Installed
from tests.acceptance.test_check import RULES
from tests.acceptance.test_serve import free_port, rows, stopped, wait_for
from tests.postgres import PostgresServer
from tests.site import Site


def test_who_watches_the_watching(tmp_path: Path) -> None:
    here, port = Installed(tmp_path), free_port()
    with Site() as site, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(120)
        here.environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000"}
        site["/one"], site["/alive"] = RULES, b"thank you"
        more = f'[schedule]\ntick = "1 s"\n[log]\nformat = "json"\n[health]\nmetrics_port = {port}\n'
        here.configure(site, [("one", "/one")], more=f'{more}heartbeat_url = "{site.url("/alive")}"\n')
        daemon = here.start("serve", "--no-web")
        heard: set[bytes] = set()
        wait_for(daemon, lambda: heard.add(systemd.recv(200)) or (site.hits("/alive") and b"WATCHDOG=1" in heard))
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60) as answer:
            metrics = answer.read().decode()
        code, said = stopped(daemon)
        while b"STOPPING=1" not in heard:
            heard.add(systemd.recv(200))
    assert code == 0
    assert {b"READY=1\nSTATUS=watching", b"WATCHDOG=1"} <= heard
    assert 'visitwatch_visits_total{outcome="first"} 1.0' in metrics
    lines = [json.loads(line) for line in said.splitlines()]
    assert {"at", "level", "logger", "message"} <= lines[0].keys()
    assert lines[-1]["message"] == "stopped"
    assert site.hits("/alive") == 1
    assert rows(tmp_path, "SELECT count(*) FROM roots") == [(1,)]


@pytest.mark.postgres
@pytest.mark.parametrize("command", [("serve", "--no-web"), ("worker",)])
def test_a_worker_is_watched_like_any_daemon(tmp_path: Path, postgres: PostgresServer, command: tuple[str]) -> None:
    here, port, url = Installed(tmp_path), free_port(), postgres.new_database()
    with Site() as site, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(120)
        here.environment = {
            "NOTIFY_SOCKET": str(tmp_path / "notify"),
            "WATCHDOG_USEC": "1000000",
            "VISITWATCH_STORE_URL": url,
        }
        site["/one"], site["/alive"] = RULES, b"thank you"
        more = f'[scale]\nengine = "procrastinate"\nplan_every = "1 s"\n[health]\nmetrics_port = {port}\n'
        more += f'heartbeat_url = "{site.url("/alive")}"\n[log]\nformat = "json"\n'
        here.configure(site, [("one", "/one")], more=more)
        here.run("check", "--dry-run")  # workers take the pages as the database has them
        daemon = here.start(*command)
        heard: set[bytes] = set()
        with open_store(url, tmp_path / "var/bodies") as store:
            wait_for(daemon, lambda: heard.add(systemd.recv(200)) or (site.hits("/alive") and store.roots()))
            [first] = store.checks("one")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60) as answer:
            metrics = answer.read().decode()
        code, said = stopped(daemon)
        while b"STOPPING=1" not in heard:
            heard.add(systemd.recv(200))
    assert code == 0
    assert first.outcome is CheckOutcome.FIRST
    assert {b"READY=1\nSTATUS=working", b"WATCHDOG=1"} <= heard
    assert 'visitwatch_visits_total{outcome="first"} 1.0' in metrics
    lines = [json.loads(line) for line in said.splitlines()]
    assert lines[-1]["message"] == "stopped"
