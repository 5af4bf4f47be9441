"""What a process takes of memory and loads before it has work."""

from __future__ import annotations

import ctypes
import subprocess
import sys

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


def _printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="another C library than glibc")
def test_threads_share_one_arena() -> None:
    shared, as_ever = (_printed(ARENAS.format(shared=shared)).count("<heap nr=") for shared in (True, False))
    assert (shared, as_ever > 1) == (1, True)


def test_a_check_loads_scrapy_only_where_something_is_fetched() -> None:
    loaded = _printed("import sys, app.check_command; print(*sys.modules)").split()
    assert "app.check" in loaded
    assert not {"scrapy", "lxml", "trafilatura", "onnxruntime", "alembic"}.intersection(loaded)
