"""One daemon as systemd, Prometheus, a dead man's switch and a log collector see it."""

from __future__ import annotations

import json
import socket
import urllib.request
from pathlib import Path

from app.installation import utc_now
from storage import open_store
from tests.acceptance.installed import Installed
from tests.acceptance.test_check import RULES
from tests.acceptance.test_serve import stopped, wait_for
from tests.ports import free_port
from tests.site import Site


def test_who_watches_the_watching(tmp_path: Path, store_url: str) -> None:
    """On PostgreSQL as one of many workers: they tell, count and prove the same."""
    here, port, many = Installed(tmp_path), free_port(), store_url.startswith("postgresql")
    with Site() as site, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(120)
        here.environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000"}
        here.environment |= {"VISITWATCH_STORE_URL": store_url}
        site["/one"], site["/alive"] = RULES, b"thank you"
        more = f'[schedule]\ntick = "1 s"\n[log]\nformat = "json"\n[health]\nmetrics_port = {port}\n'
        scale = '[scale]\nengine = "procrastinate"\nplan_every = "1 s"\n' if many else ""
        here.configure(site, [("one", "/one")], more=f'{scale}{more}heartbeat_url = "{site.url("/alive")}"\n')
        daemon = here.start("serve", "--no-web")
        heard: set[bytes] = set()
        wait_for(daemon, lambda: heard.add(systemd.recv(200)) or (site.hits("/alive") and b"WATCHDOG=1" in heard))
        metrics = ""

        def counted() -> bool:
            nonlocal metrics
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60) as answer:
                metrics = answer.read().decode()
            return 'visitwatch_visits_total{outcome="first"} 1.0' in metrics

        wait_for(daemon, counted)
        with open_store(store_url, tmp_path / "var/bodies") as store:
            wait_for(daemon, store.roots)
        code, said = stopped(daemon)
        while b"STOPPING=1" not in heard:
            heard.add(systemd.recv(200))
    assert code == 0
    assert {b"READY=1\nSTATUS=watching", b"WATCHDOG=1"} <= heard
    assert "visitwatch_monitors_late 0.0" in metrics
    lines = [json.loads(line) for line in said.splitlines()]
    assert {"at", "level", "logger", "message"} <= lines[0].keys()
    assert lines[-1]["message"] == "stopped"
    assert site.hits("/alive") == 1
    with open_store(store_url, tmp_path / "var/bodies") as store:
        assert len(store.roots()) == 1 and list(store.verify(utc_now())) == []
