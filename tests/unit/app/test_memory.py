"""What a process takes of memory and loads before it has work."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

ARENAS = """
import ctypes, threading
from app.memory import share_one_arena
library = ctypes.CDLL(None)
if {shared}:
    share_one_arena()
ready = threading.Barrier(4)
def take():
    ready.wait()
    ctypes.CDLL(None).malloc(1000)
    ready.wait()
threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stdout"))
library.fflush(None)
"""


def _printed(code: str, folder: Path | None = None) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=folder).stdout


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="another C library than glibc")
def test_threads_share_one_arena() -> None:
    shared, as_ever = (_printed(ARENAS.format(shared=shared)).count("<heap nr=") for shared in (True, False))
    assert (shared, as_ever > 1) == (1, True)


DEAR = {"scrapy", "twisted", "lxml", "trafilatura", "onnxruntime", "alembic", "apprise", "cryptography"}


def test_a_check_that_finds_nothing_due_loads_nothing_dear(tmp_path: Path) -> None:
    code = "import sys; from app.cli import main; sys.argv[1:] = {}; {}main()"
    init, check = (
        code.format(["init"], ""),
        code.format(["check"], "import atexit; atexit.register(lambda: print(*sys.modules)); "),
    )
    _printed(init, tmp_path)
    loaded = _printed(check, tmp_path).split()
    assert "app.check" in loaded
    assert not DEAR.intersection(loaded)
