"""What the parts of one running crawl share: its settings, the brake, and the delays that robots files ask for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from scrapy.crawler import Crawler

from crawler.failures import FetchError
from crawler.settings import CrawlSettings
from crawler.turns import Turns
from monitors.records import FailureKind

KEY = "VISITWATCH"


class Brake:
    """Ends every download of a crawl at once, those under way and those yet to come."""

    def __init__(self) -> None:
        self.pulled = False
        self._limits: set[asyncio.Timeout] = set()

    def pull(self) -> None:
        """Let every registered time limit run out now."""
        self.pulled = True
        now = asyncio.get_running_loop().time()
        for limit in self._limits:
            if not limit.expired():
                limit.reschedule(now)

    def add(self, limit: asyncio.Timeout) -> None:
        self._limits.add(limit)

    def discard(self, limit: asyncio.Timeout) -> None:
        self._limits.discard(limit)


class Unanswered:
    """Hosts that gave no answer several times in a row: not asked again in this crawl.

    A dead host with a hundred monitors would otherwise hold a crawl for a hundred time limits.
    """

    LIMIT = 6

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._kinds: dict[str, FailureKind] = {}

    def add(self, host: str, kind: FailureKind) -> None:
        """Count a request that failed before any header came; what is not the host's fault is not counted."""
        if kind in (FailureKind.DNS, FailureKind.CONNECT, FailureKind.TIMEOUT):
            self._counts[host] = self._counts.get(host, 0) + 1
            self._kinds[host] = kind

    def clear(self, host: str) -> None:
        self._counts.pop(host, None)

    def check(self, host: str) -> None:
        """Raise FetchError of the last failure's kind for a host that was asked LIMIT times in vain."""
        count = self._counts.get(host, 0)
        if count >= self.LIMIT:
            raise HostGivenUp(self._kinds[host], f"{host} gave no answer {count} times in this round; not asked again")


class HostGivenUp(FetchError):
    """Not tried: the requests before it got no answer. Never worth an immediate second try."""


@dataclass
class CrawlState:
    """One crawl's shared state, made for one run of one engine; it travels in Scrapy's settings.

    turns: the manners of the hosts, shared with the run's other crawls; proxy_failures: by host:port what the browser's
    proxy met there.
    """

    settings: CrawlSettings
    brake: Brake = field(default_factory=Brake)
    turns: Turns = field(default_factory=Turns)
    proxy_failures: dict[str, FetchError] = field(default_factory=dict)
    unanswered: Unanswered = field(default_factory=Unanswered)

    def __deepcopy__(self, _memo: dict[int, Any]) -> CrawlState:
        """Itself: Scrapy copies its settings deeply, more than once, and this is meant to be shared."""
        return self

    @staticmethod
    def of(crawler: Crawler) -> CrawlState:
        """The state of a crawler made with engine.scrapy_settings."""
        state = crawler.settings[KEY]
        assert isinstance(state, CrawlState)
        return state
