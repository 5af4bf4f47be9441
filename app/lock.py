"""One round at a time on one machine: an advisory lock on a file that names who holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from storage.errors import StoreError


class LockHeld(Exception):
    """Another run holds the lock; the message says which and since when."""


@contextmanager
def run_lock(path: Path) -> Iterator[None]:
    """Hold the lock file for the duration of the block. The kernel drops it with the process, however that ends.

    Raises LockHeld when another process has it, StoreError when the file can't be made.
    """
    with _opened(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise LockHeld(f"another run holds {path} ({holder}); nothing was done") from None
        file.seek(0)
        file.truncate()
        file.write(f"pid {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")
        file.flush()
        yield


def _opened(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"{path}: the lock of a round cannot be taken ({error.strerror}); give this user write permission on it "
            "and its folder"
        ) from error
