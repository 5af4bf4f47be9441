"""Answers on their way from the crawl to those who look at them."""

from __future__ import annotations

import asyncio
from collections.abc import Sized

from crawler.crawl import Visited
from monitors.records import Fetched

MOST_WAITING = 2 * 1024 * 1024  # bytes: some fifty pages, which is seconds of work for one child


class Answers:
    """A queue. room: set while the pages that wait are few; a crawl that ran ahead of the reading would hold a batch of
    500 documents, of up to 30 MB each, in memory."""

    def __init__(self) -> None:
        self.room = asyncio.Event()
        self.room.set()
        self._waiting: asyncio.Queue[Visited | None] = asyncio.Queue()
        self._bytes = 0

    def put(self, visited: Visited) -> None:
        self._waiting.put_nowait(visited)
        self._count(len(_body(visited)))

    def end(self, takers: int) -> None:
        """There are no more, for so many who take them."""
        for _ in range(takers):
            self._waiting.put_nowait(None)

    async def get(self) -> Visited | None:
        """The next answer, None once there are no more for the one who asks."""
        visited = await self._waiting.get()
        self._count(-len(_body(visited)))
        return visited

    def drop_pages(self) -> None:
        """Who waits for what comes of the pages that wait has gone; what was never fetched is still told."""
        waiting = [self._waiting.get_nowait() for _ in range(self._waiting.qsize())]
        for visited in waiting:
            self._count(-len(_body(visited)))
            if not _body(visited):
                self._waiting.put_nowait(visited)

    def no_taker(self) -> None:
        """One of those who take answers has ended: a crawl that waits for room goes on, to hear why with the next."""
        self._bytes = 0
        self.room.set()

    def _count(self, more: int) -> None:
        self._bytes += more
        if self._bytes > MOST_WAITING:
            self.room.clear()
        else:
            self.room.set()


def _body(visited: Visited | None) -> Sized:
    return visited.outcome.body if visited is not None and isinstance(visited.outcome, Fetched) else b""
