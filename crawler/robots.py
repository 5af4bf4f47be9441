"""robots.txt by RFC 9309: obeyed, read once a crawl for each origin, and a site that cannot give it is left alone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser

from crawler.failures import FetchError, parse_retry_after
from crawler.state import CrawlState
from monitors.records import FailureKind

# RFC 9309 asks crawlers to read at least 500 KiB; what stands behind that is ignored, not an error.
MAX_ROBOTS = 512 * 1024
MAX_CRAWL_DELAY = 60.0


class RobotsMiddleware:
    """Refuses what robots.txt forbids to our token.

    2xx: its rules hold. Other 4xx: there are none. 5xx, 429 or no answer: everything is forbidden for this crawl
    (RFC 9309 2.3.1.4), with the failure that the page itself would have had where the host cannot be reached.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._state = CrawlState.of(crawler)
        self._settings = self._state.settings
        if not self._settings.obey_robots:
            raise NotConfigured("obey_robots is off")
        self._crawler = crawler
        self._rules: dict[str, asyncio.Future[ProtegoRobotParser | None]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises FetchError(ROBOTS) for a forbidden page."""
        if request.meta.get("visit") is None:
            return
        rules = await self._of(request)
        if rules is not None and not rules.allowed(request.url, self._settings.robots_token):
            raise FetchError(
                FailureKind.ROBOTS,
                f"robots.txt of {urlsplit(request.url).netloc} forbids this page to {self._settings.robots_token}; "
                "ask the site's operator for leave or remove the monitor",
            )

    async def _of(self, request: Request) -> ProtegoRobotParser | None:
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._fetch(origin))
        return await asyncio.shield(self._rules[origin])

    async def _fetch(self, origin: str) -> ProtegoRobotParser | None:
        request = Request(f"{origin}/robots.txt", meta={"visit": None}, priority=1000, callback=NO_CALLBACK)
        response = await self._crawler.engine.download_async(request)
        if 200 <= response.status < 300:
            return self._read(response, origin)
        if response.status == 429 or response.status >= 500:
            raise self._unavailable(origin, response)
        return None

    def _read(self, response: Response, origin: str) -> ProtegoRobotParser:
        rules = ProtegoRobotParser(response.body[:MAX_ROBOTS], None)
        delay = rules.crawl_delay(self._settings.robots_token)
        if delay:
            turns = self._state.turns
            turns.crawl_delays[turns.gate(urlsplit(origin).hostname or "")] = min(delay, MAX_CRAWL_DELAY)
        return rules

    @staticmethod
    def _unavailable(origin: str, response: Response) -> FetchError:
        def header(name: str) -> str:
            return (response.headers.get(name) or b"").decode("latin-1")

        return FetchError(
            FailureKind.ROBOTS,
            f"{origin}/robots.txt answers HTTP {response.status}: the site's rules are unknown, nothing is fetched",
            parse_retry_after(header("Retry-After"), header("Date"), datetime.now(UTC)),
        )
