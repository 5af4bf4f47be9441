"""A visitwatch set up by hand in a folder, run as its operator runs it: the command line in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.site import Site

PROGRAM = (sys.executable, "-c", "from app.cli import main; main()")
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

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=self.folder,
            env=ENVIRONMENT | self.environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, code: int = 0) -> str:
        """Run to the end, expect the exit code, return stdout."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        assert process.returncode == code, f"exit {process.returncode}\n{out}\n{err}"
        self.last_error = err
        return out

    def check(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        """One round of everything; its counts."""
        counts: dict[str, Any] = json.loads(self.run("check", "--all", "--json", *arguments, code=code))
        return counts
