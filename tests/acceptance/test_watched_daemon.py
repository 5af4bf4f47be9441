"""One daemon as systemd, Prometheus, a dead man's switch and a log collector see it."""

from __future__ import annotations

import json
import socket
import urllib.request
from pathlib import Path

from tests.acceptance.installed import Installed
from tests.acceptance.test_check import RULES
from tests.acceptance.test_serve import free_port, rows, stopped, wait_for
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
