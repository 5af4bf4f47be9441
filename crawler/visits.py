"""A visit to make, and what came of it; the ledger sees to it that every visit is answered exactly once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from monitors.records import Failed, FailureKind, ListedItem, Outcome

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """One page to fetch. key is the caller's own name for it; spider: "page", "listing" or "feed"; etag and
    last_modified: validators of the last good capture; allow_media: media types accepted although the spider's own
    list refuses them ("image/svg+xml")."""

    key: str
    url: str
    spider: str = "page"
    etag: str = ""
    last_modified: str = ""
    browser: bool = False
    allow_media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visited:
    """A visit with its outcome. milliseconds: from the first byte sent to the last received, redirects and retries
    included, waiting for the host's delay not; items: what a listing or feed spider found, in page order."""

    visit: Visit
    outcome: Outcome
    milliseconds: int = 0
    items: tuple[ListedItem, ...] = ()


class Ledger:
    """Visits by number, still open or answered. Two visits of one URL are two entries. room: set while whoever receives
    has room for more."""

    def __init__(
        self, visits: Iterable[Visit], receive: Callable[[Visited], None], room: asyncio.Event | None = None
    ) -> None:
        self._open = dict(enumerate(visits))
        self._receive = receive
        self._room = room
        self._stopped = asyncio.Event()
        self.error: Exception | None = None
        self.on_error: Callable[[], None] = lambda: None

    def open(self) -> list[tuple[int, Visit]]:
        """Number and visit of all that is not answered yet."""
        return list(self._open.items())

    def settle(self, number: int, outcome: Outcome, milliseconds: int = 0, items: tuple[ListedItem, ...] = ()) -> None:
        """Answer a visit. A second answer is ignored; a receiver that raises is not called again."""
        visit = self._open.pop(number, None)
        if visit is None or self.error is not None:
            return
        try:
            self._receive(Visited(visit, outcome, milliseconds, items))
        except Exception as error:
            self.error = error
            self.on_error()

    async def has_room(self) -> None:
        """Wait until there is room for more, or the crawl is stopped."""
        if self._room is None or self._room.is_set():
            return
        waits = [asyncio.ensure_future(event.wait()) for event in (self._room, self._stopped)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def stop_waiting(self) -> None:
        """Nobody waits for room any more: the crawl is being stopped."""
        self._stopped.set()

    def interrupt(self, why: str) -> None:
        """Answer all that is still open with Failed(INTERRUPTED)."""
        for number, visit in self.open():
            message = f"{visit.url} was not fetched: {why}. It stays due and is fetched by the next run."
            self.settle(number, Failed(visit.url, FailureKind.INTERRUPTED, message, datetime.now(UTC)))
