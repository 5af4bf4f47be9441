"""The monitors of one crawl on their way through a round: what waits, what is put aside, what is under way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field

from app.answers import Answers
from app.aside import Aside
from app.results import Result
from monitors.records import Watched

BARE_AT_ONCE = 100  # checks a transaction: what a kill may cost is fetched once more


@dataclass(slots=True)
class Batch:
    """The monitors of one crawl on their way through the round. met: pages of hosts that were never met; stirred: one
    more was, or that was all. Pages that need a browser, then those that need a second look, are put aside and come
    last; bare: visits that come to their checks alone and are not written yet; looking: first looks under way; stopped:
    the round is being ended."""

    past: dict[str, Watched]
    answers: Answers = field(default_factory=Answers)
    met: Aside = field(default_factory=Aside)
    all_met: bool = False
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    crawled: asyncio.Event = field(default_factory=asyncio.Event)
    unrendered: list[Watched] = field(default_factory=list)
    waiting: Aside = field(default_factory=Aside)
    bare: list[Result] = field(default_factory=list)
    looking: set[asyncio.Future[Result]] = field(default_factory=set)
    stopped: bool = False

    def stop(self) -> None:
        """Break off the looks under way and drop the pages that wait: a page may take ten seconds to read, and all of
        them stay due. What is being written is left to its end."""
        self.stopped = True
        self.answers.drop_pages()
        for look in self.looking:
            look.cancel()

    async def within(self, look: Awaitable[Result]) -> Result | None:
        """What the look comes to, None where the round is stopped meanwhile."""
        task = asyncio.ensure_future(look)
        self.looking.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            if self.stopped:
                return None
            raise
        finally:
            self.looking.discard(task)
