"""The benchmark that replays histories still fits the check it measures."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.replay import InProcess
from tests.acceptance.installed import ENVIRONMENT

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("vocabulary", [(), ("--no-vocabulary",)])
def test_every_capture_of_the_sample_is_read(vocabulary: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "benchmarks.replay", "--captures", "4", "--json", *vocabulary]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["captures"] == 8
    assert told["failures"] == 0
    assert "Traceback" not in done.stderr


def test_without_children_the_same_is_answered() -> None:
    asked = InProcess(timedelta(seconds=10)).extract(
        b"<p>First.</p><p>Second.</p>", "text/html", "https://a.test/", holding="Sec"
    )
    assert [segment.text for segment in asyncio.run(asked).segments] == ["Second."]
