"""Room for more answers, and none."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from app import answers
from app.answers import Answers
from crawler.crawl import Visit, Visited
from monitors.records import Failed, FailureKind, Fetched

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _page(size: int) -> Visited:
    fetched = Fetched("https://a.org/", 200, (), b"x" * size, NOW)
    return Visited(Visit("m", "https://a.org/"), fetched)


def test_there_is_room_again_once_what_waits_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_WAITING", 100)

    async def taken() -> list[bool]:
        queue, rooms = Answers(), list[bool]()
        for size in (60, 40, 1):
            queue.put(_page(size))
            rooms.append(queue.room.is_set())
        await queue.get()
        return [*rooms, queue.room.is_set()]

    assert asyncio.run(taken()) == [True, True, False, True]


def test_of_what_waits_the_pages_are_dropped_and_the_failures_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "MOST_WAITING", 100)
    failed = Visited(Visit("n", "https://b.org/"), Failed("https://b.org/", FailureKind.INTERRUPTED, "", NOW))

    async def left() -> tuple[list[Visited | None], bool]:
        queue = Answers()
        for visited in (_page(60), failed, _page(60)):
            queue.put(visited)
        queue.drop_pages()
        queue.end(1)
        return [await queue.get(), await queue.get()], queue.room.is_set()

    assert asyncio.run(left()) == ([failed, None], True)
