"""What the parts of one running crawl share: its settings, the brake, and the delays that robots files ask for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from scrapy.crawler import Crawler

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
    """One crawl's shared state. It travels in Scrapy's settings, which each crawler copies for itself, so two crawls
    never share one. crawl_delays: seconds by host name; silent_until: monotonic time by name of a host that asked us to
    wait."""

    settings: CrawlSettings
    brake: Brake = field(default_factory=Brake)
    crawl_delays: dict[str, float] = field(default_factory=dict)
    silent_until: dict[str, float] = field(default_factory=dict)

    @staticmethod
    def of(crawler: Crawler) -> CrawlState:
        """The state of a crawler made with engine.scrapy_settings."""
        state = crawler.settings[KEY]
        assert isinstance(state, CrawlState)
        return state
