"""What the parts of one running crawl share: its settings, the brake, and the delays that robots files ask for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from scrapy.crawler import Crawler

from crawler.failures import FetchError
from crawler.settings import CrawlSettings

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


@dataclass
class CrawlState:
    """One crawl's shared state, made for one run of one engine; it travels in Scrapy's settings.

    crawl_delays: seconds by host name; silent_until: monotonic time by name of a host that asked us to wait;
    proxy_failures: by host:port what the browser's proxy met there.
    """

    settings: CrawlSettings
    brake: Brake = field(default_factory=Brake)
    crawl_delays: dict[str, float] = field(default_factory=dict)
    silent_until: dict[str, float] = field(default_factory=dict)
    proxy_failures: dict[str, FetchError] = field(default_factory=dict)

    def __deepcopy__(self, _memo: dict[int, Any]) -> CrawlState:
        """Itself: Scrapy copies its settings deeply, more than once, and this is meant to be shared."""
        return self

    @staticmethod
    def of(crawler: Crawler) -> CrawlState:
        """The state of a crawler made with engine.scrapy_settings."""
        state = crawler.settings[KEY]
        assert isinstance(state, CrawlState)
        return state
