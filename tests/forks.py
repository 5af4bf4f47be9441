"""Commands of the program, forked from a server that has imported it: a process of its own for each, as under cron,
without the two seconds in which a fresh interpreter does nothing but import."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.cli import main as visitwatch

FORKS = multiprocessing.get_context("forkserver")
# The program, and what it imports only when it is at work; nothing here starts a thread or a reactor.
PROGRAM = ["app.check_command", "app.deliver_command", "app.outbox_command", "app.subscribers", "app.catalogue"]
PROGRAM += ["app.history", "app.init", "app.health", "app.texts", "app.verify"]
LATER = ["crawler.download", "crawler.fetch", "aiohttp.web", "tldextract", "protego", "monitors.language.judge"]
LATER += ["onnxruntime", "alembic.command", "cryptography.x509"]
FORKS.set_forkserver_preload(["tests.forks", *PROGRAM, *LATER])
PATIENCE = 120.0  # seconds that a command may take


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, negative for a signal, and what it printed."""

    code: int
    out: str
    err: str


def run_to_end(arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ended:
    """Run a command in a folder, in a session of its own. What does not end in time is killed with its children, and
    raises TimeoutError with what it had printed."""
    with tempfile.TemporaryDirectory() as said:
        out, err = Path(said, "out"), Path(said, "err")
        process = FORKS.Process(target=_be, args=(list(arguments), folder, dict(environment), out, err))
        process.start()
        process.join(PATIENCE)
        code = process.exitcode
        if code is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid or 0, signal.SIGKILL)
            process.join()
        process.close()
        ended = Ended(code or 0, *(_text(path) for path in (out, err)))
    if code is None:
        raise TimeoutError(f"{' '.join(arguments)} did not end\n{ended.out}\n{ended.err}")
    return ended


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _be(arguments: list[str], folder: Path, environment: dict[str, str], out: Path, err: Path) -> None:
    """The command, as a fresh interpreter in that folder with that environment would run it."""
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.stdin.close()
    for number, path in ((1, out), (2, err)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, number)
        os.close(file)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
    sys.argv = ["visitwatch", *arguments]
    visitwatch()
