"""The benchmark of long-running daemons still fits the daemon it measures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.acceptance.installed import ENVIRONMENT

ROOT = Path(__file__).parents[2]


def test_a_few_crawls_and_a_stop() -> None:
    command = [sys.executable, "-m", "benchmarks.endurance", "--crawls", "3", "--stops", "1"]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split("pages asked for ")[1].split()[0]) >= 9
    assert "stops 1: 1 ended with 0" in done.stdout
