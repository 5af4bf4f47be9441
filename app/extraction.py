"""A small pool of killable children that extract text; a page that hangs or eats memory costs its own check only."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.extraction_child import unpack_document
from monitors.extract import Document
from monitors.extract.pdf import SCAN_RULE
from monitors.records import Extractor, Quality, Verdict

OUR_CODE = Path(__file__).parents[1]  # the child runs the code that we run, wherever we were started
RECYCLE_AFTER = 500  # documents: a leak in a parser never grows for long
GRACE = 30.0  # seconds past its own limit after which a child that recognises a scan is killed
START_LIMIT = 30.0  # seconds until a fresh child says that it is ready
IMPORTS = 5.0  # seconds more for its first document: some parsers are imported with the first page that needs them


class Extraction:
    """`async with Extraction(limit) as extraction: document = await extraction.extract(...)`.

    limit: wall time a document may take before its child is killed; ocr: wall time that recognising a scan may take,
    None where scans are not recognised. Children are started when first needed.
    """

    def __init__(self, limit: timedelta, children: int | None = None, *, ocr: timedelta | None = None) -> None:
        self._limit = limit.total_seconds()
        self._ocr = ocr.total_seconds() if ocr is not None else None
        # The round itself takes a core: on two, a second child makes a first round a seventh shorter, for a third more
        # CPU and 60 MB (docs/performance.md).
        count = children or max(1, min(4, (os.cpu_count() or 1) - 1))
        self._idle: asyncio.LifoQueue[_Child] = asyncio.LifoQueue()
        for _ in range(count):
            self._idle.put_nowait(_Child())
        self.children = count

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _ in range(self.children):
            child = await self._idle.get()
            await child.stop()

    async def extract(
        self,
        body: bytes,
        media_type: str,
        url: str,
        *,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        readable: bool = True,
        holding: str = "",
    ) -> Document:
        """The document of a body, with those segments alone that hold a text. Never raises for what a page holds: the
        verdict says extract_failed and why."""
        request = {
            "media_type": media_type,
            "url": url,
            "select": select,
            "ignore": ignore,
            "readable": readable,
            "holding": holding,
            "recognise": None,
        }
        document = await self._ask(request, body, self._limit)
        if self._ocr is None or document.verdict.rule != SCAN_RULE:
            return document
        return await self._ask({**request, "recognise": self._ocr}, body, self._ocr + GRACE)

    async def _ask(self, request: dict[str, Any], body: bytes, limit: float) -> Document:
        media_type = request["media_type"]
        child = await self._idle.get()
        try:
            return await child.ask(json.dumps({**request, "limit": limit}).encode(), body, limit)
        except TimeoutError:
            await child.stop()
            return _failed(
                media_type,
                "time_limit",
                f"extraction took longer than {limit:g} s and was stopped; extract_limit in config.toml allows more",
            )
        except (asyncio.IncompleteReadError, BrokenPipeError, ConnectionResetError):
            code = await child.stop()
            return _failed(
                media_type, "child_died", f"the extraction process ended (code {code}); memory limit is 1 GiB"
            )
        except BaseException:
            await child.stop()
            raise
        finally:
            self._idle.put_nowait(child)


def _failed(media_type: str, rule: str, detail: str) -> Document:
    verdict = Verdict(Quality.EXTRACT_FAILED, rule, detail)
    return Document(
        title="", text="", segments=(), extractor=Extractor("none", "0"), verdict=verdict, media_type=media_type
    )


class _Child:
    """One process, started on demand and recycled after RECYCLE_AFTER documents."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._served = 0

    async def ask(self, request: bytes, body: bytes, limit: float) -> Document:
        process = await self._ready()
        limit += IMPORTS if not self._served else 0
        self._served += 1
        async with asyncio.timeout(limit):
            return unpack_document(await _exchange(process, request, body))

    async def _ready(self) -> asyncio.subprocess.Process:
        """The process, a fresh one once it has said so: a start of seconds is no time that a page may take."""
        if self._process is None or self._served >= RECYCLE_AFTER:
            await self.stop()
            self._process, self._served = await _start(), 0
            async with asyncio.timeout(START_LIMIT):
                await _read_frame(self._process)
        return self._process

    async def stop(self) -> int | None:
        """Kill the process and reap it; its exit code, None where there was none."""
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(ProcessLookupError):
            process.kill()
        return await process.wait()


async def _start() -> asyncio.subprocess.Process:
    # No secrets reach the child: a page that takes it over finds an empty environment.
    environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONPATH": str(OUR_CODE)}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # not what lies in the operator's folder under the same name
        "-m",
        "app.extraction_child",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
    )


async def _exchange(process: asyncio.subprocess.Process, request: bytes, body: bytes) -> bytes:
    stdin = process.stdin
    if stdin is None:
        raise BrokenPipeError("the child has no pipes")
    for frame in (request, body):
        stdin.write(len(frame).to_bytes(8, "big") + frame)
    await stdin.drain()
    return await _read_frame(process)


async def _read_frame(process: asyncio.subprocess.Process) -> bytes:
    stdout = process.stdout
    if stdout is None:
        raise BrokenPipeError("the child has no pipes")
    return await stdout.readexactly(int.from_bytes(await stdout.readexactly(8), "big"))
