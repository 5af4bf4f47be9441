"""A visitwatch set up by hand in a folder, run as its operator runs it: the command line in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tests.forks import run_to_end
from tests.site import Site

PROGRAM = (sys.executable, "-c", "from app.cli import main; main()")
# Everything started and not yet ended by `end_all`.
STARTED: list[subprocess.Popen[str]] = []
PATIENCE = 120.0  # seconds after which a daemon that does not do what it is waited for has failed
# Nothing of the tester's surroundings may decide what the program does.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("VISITWATCH_")}


@dataclass
class Installed:
    """folder: holds config.toml; environment: variables of the operator's own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def configure(self, site: Site, pages: list[tuple[str, str]], *, more: str = "", smtp_port: int = 0) -> None:
        """Write a configuration that watches pages of the local site, without waiting between requests."""
        mail = f'smtp_host = "127.0.0.1"\nsmtp_port = {smtp_port}\nsmtp_tls = "none"\n' if smtp_port else ""
        monitors = "".join(
            f'[[monitor]]\nid = "{name}"\nsource = "alder"\nurl = "{site.url(path)}"\ninterval = "5 min"\n'
            for name, path in pages
        )
        (self.folder / "config.toml").write_text(
            f"""
[crawl]
contact = "https://example.org/us"
delay = "0 s"
autothrottle = false
allow_networks = ["127.0.0.0/8"]
allow_ports = [{site.port}]
[mail]
sender = "visitwatch <list@example.org>"
{mail}
[[source]]
id = "alder"
name = "Alder County Jail"
kind = "jail"
jurisdiction = "US-OH"
{monitors}
{more}
""",
            encoding="utf-8",
        )

    def start(self, *arguments: str, into: IO[str] | int = subprocess.PIPE) -> subprocess.Popen[str]:
        """Start it in a process group of its own, with all its children; conftest.py ends what a test leaves. into: a
        file for what it says."""
        process = subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=self.folder,
            env=ENVIRONMENT | self.environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=into,
            stderr=into,
            text=True,
            start_new_session=True,
        )
        STARTED.append(process)
        return process

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run to the end, expect the exit code, return stdout."""
        ended = run_to_end(arguments, self.folder, ENVIRONMENT | self.environment)
        assert ended.code == code, f"exit {ended.code}\n{ended.out}\n{ended.err}"
        self.last_error = ended.err
        return ended.out

    def check(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        """One round of everything; its counts."""
        counts: dict[str, Any] = json.loads(self.run("check", "--all", "--json", *arguments, code=code))
        return counts


def wait_for(process: subprocess.Popen[str], happened: Callable[[], object]) -> None:
    """Until happened() is true; a process that ends before that, or does not get there, has failed."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end, f"{process.args} did not get there"
        time.sleep(0.02)


def end_all() -> list[int]:
    """Kill what still runs of all that was started, with its children; return the ids of these processes."""
    left = [process for process in STARTED if process.poll() is None]
    for process in left:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    for process in STARTED:
        process.communicate()
    STARTED.clear()
    return [process.pid for process in left]
