"""Whether the configuration was edited since it was read: who runs for weeks goes on with what it read at its start."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path

LOOK_EVERY = 30.0  # seconds


class Edits:
    """Each edit of a file is told once."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._seen = {file: _stamp(file) for file in files}

    def told(self) -> list[str]:
        """A sentence for each file that was edited since the last time."""
        found = {file: _stamp(file) for file in self._seen}
        edited = [file for file, stamp in found.items() if stamp != self._seen[file]]
        self._seen = found
        return [
            f"{file} was edited; `visitwatch monitors validate` checks it, and it is read when this is started again"
            for file in edited
        ]


async def log_edits(files: Iterable[Path], log: logging.Logger) -> None:
    """Log each edit until cancelled: for a process without rounds of its own."""
    edits = Edits(files)
    while True:
        await asyncio.sleep(LOOK_EVERY)
        for edit in edits.told():
            log.warning("%s", edit)


def _stamp(file: Path) -> tuple[int, int] | None:
    """None where it is not there: an editor may be about to put the new one in its place."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
