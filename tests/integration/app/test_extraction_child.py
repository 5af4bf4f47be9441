"""The child that reads hostile bytes: what it may use, and that its death costs one page."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app import extraction
from app.extraction import Extraction
from app.extraction_child import MEMORY
from monitors.records import Quality

PAGE = b"<html><body><p>Visits are held on Sundays from 9 a.m. to 3 p.m.</p></body></html>"
LIMIT = timedelta(seconds=10)
SLOW = b"<html><body>" + b"<p>word word</p>" * 200_000

Children = Callable[[], set[int]]


def with_child(work: Callable[[Extraction, Children], Awaitable[None]], limit: timedelta = LIMIT) -> None:
    """Run work(extraction, children): the second tells the ids of its children, not of those that other tests keep."""
    kept = children()

    async def whole() -> None:
        async with Extraction(limit, children=1) as extraction:
            await work(extraction, lambda: children() - kept)

    asyncio.run(whole())


def children() -> set[int]:
    """The ids of this process's children that extract."""
    here = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    ids = {int(number) for path in here for number in path.read_text().split()}
    return {number for number in ids if b"extraction_child" in Path(f"/proc/{number}/cmdline").read_bytes()}


def test_a_child_has_little_memory_few_files_and_no_secrets() -> None:
    os.environ["VISITWATCH_SMTP_PASSWORD"] = "hush"

    async def work(extraction: Extraction, own: Children) -> None:
        assert (await extraction.extract(PAGE, "text/html", "")).verdict.ok
        [child] = own()
        limits = {
            line[:25].strip(): line[25:].split() for line in Path(f"/proc/{child}/limits").read_text().splitlines()
        }
        assert limits["Max address space"][:2] == [str(MEMORY)] * 2 and MEMORY == 1024**3
        assert limits["Max file size"][:2] == limits["Max core file size"][:2] == ["0", "0"]
        assert limits["Max open files"][:2] == ["64", "64"]
        environment = Path(f"/proc/{child}/environ").read_bytes()
        assert b"VISITWATCH" not in environment and b"hush" not in environment
        sockets = [link for link in Path(f"/proc/{child}/fd").iterdir() if "socket" in str(link.readlink())]
        assert len(sockets) <= 3, "only the pipes to its parent"

    try:
        with_child(work)
    finally:
        del os.environ["VISITWATCH_SMTP_PASSWORD"]


def test_children_that_are_killed_or_out_of_memory_cost_their_page_only() -> None:
    async def work(extraction: Extraction, own: Children) -> None:
        for number in range(3):
            assert (await extraction.extract(PAGE, "text/html", "")).verdict.ok, f"after {number} deaths"
            [child] = own()
            if number < 2:
                asking = asyncio.create_task(extraction.extract(SLOW, "text/html", ""))
                await asyncio.sleep(0)
                os.kill(child, signal.SIGKILL)
            else:
                resource.prlimit(child, resource.RLIMIT_AS, (1, 1))
                asking = asyncio.create_task(extraction.extract(SLOW, "text/html", ""))
            verdict = (await asking).verdict
            assert verdict.quality is Quality.EXTRACT_FAILED and verdict.rule in ("child_died", "no_memory"), verdict
            assert verdict.detail
        assert (await extraction.extract(PAGE, "text/html", "")).verdict.ok

    with_child(work)


def test_a_page_that_takes_too_long_is_stopped_and_its_child_with_it() -> None:
    async def work(extraction: Extraction, own: Children) -> None:
        assert (await extraction.extract(PAGE, "text/html", "")).verdict.ok
        [before] = own()
        os.kill(before, signal.SIGSTOP)
        verdict = (await extraction.extract(PAGE, "text/html", "")).verdict
        assert (verdict.quality, verdict.rule) == (Quality.EXTRACT_FAILED, "time_limit")
        assert before not in own()
        assert (await extraction.extract(PAGE, "text/html", "")).verdict.ok

    with_child(work, timedelta(seconds=1))


def test_the_first_page_of_a_fresh_child_has_no_more_time_than_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page that hangs costs a child, so the next meets a fresh one: its start is no time for a page."""
    monkeypatch.setattr(extraction, "IMPORTS", 0.0)

    async def work(extraction: Extraction, own: Children) -> None:
        verdict = (await extraction.extract(SLOW, "text/html", "")).verdict
        assert (verdict.quality, verdict.rule) == (Quality.EXTRACT_FAILED, "time_limit")

    with_child(work, timedelta(seconds=0.05))


def test_a_child_runs_our_code_whatever_lies_in_the_folder_we_were_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("app", "monitors", "resource"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)

    async def work(extraction: Extraction, own: Children) -> None:
        assert (await extraction.extract(PAGE, "text/html", "")).verdict.ok

    with_child(work)


ORPHAN = """
import re
from app import extraction_child as child
child.ORPHANED_AFTER = 1
child.answer = lambda *_: re.match("(a|a)+$", "a" * 200 + "b")
child.main()
"""


def test_a_child_that_hangs_in_a_library_ends_by_itself_when_its_parent_is_gone() -> None:
    """Nobody is there to kill it, and what hangs reads no end of its stdin."""
    child = subprocess.Popen([sys.executable, "-c", ORPHAN], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    frames = (b'{"limit": 0.1}', PAGE)
    child.stdin.write(b"".join(len(frame).to_bytes(8, "big") + frame for frame in frames))  # type: ignore[union-attr]
    try:
        said, _ = child.communicate(timeout=60)
    finally:
        child.kill()
    assert child.returncode == -signal.SIGALRM
    assert said == bytes(8), "it was ready, and no more"
