"""What a process loads before it has work."""

from __future__ import annotations

import subprocess
import sys


def _printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


def test_a_check_loads_scrapy_only_where_something_is_fetched() -> None:
    loaded = _printed("import sys, app.check_command; print(*sys.modules)").split()
    assert "app.check" in loaded
    assert not {"scrapy", "lxml", "trafilatura", "onnxruntime", "alembic"}.intersection(loaded)
