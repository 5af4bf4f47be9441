"""Manners: the pause between two requests to a host, few repeats, and silence for a host that asked for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Request, Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.failures import is_transient, parse_retry_after
from crawler.state import CrawlState, HostGivenUp

# An assumption: a 429 without Retry-After is meant for about a minute.
SILENCE_WITHOUT_HEADER = timedelta(minutes=1)
RETRIES = 1


class Throttle(AutoThrottle):
    """Scrapy's AutoThrottle that never goes below a host's Crawl-delay, nor below the configured delay."""

    def _adjust_delay(self, slot: Any, latency: float, response: Response) -> None:
        super()._adjust_delay(slot, latency, response)
        slot.delay = max(slot.delay, self._floor(response))

    def _floor(self, response: Response) -> float:
        turns = CrawlState.of(self.crawler).turns
        return turns.crawl_delays.get(turns.gate(urlparse_cached(response).hostname or ""), 0.0)


class CrawlDelay:
    """The same floor where AutoThrottle is off."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._state = CrawlState.of(crawler)
        crawler.signals.connect(self._downloaded, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        return cls(crawler)

    def _downloaded(self, response: Response, request: Request, spider: Any) -> None:
        slot = self._crawler.engine.downloader.slots.get(request.meta["download_slot"])
        turns = self._state.turns
        floor = turns.crawl_delays.get(turns.gate(urlparse_cached(response).hostname or ""), 0.0)
        if slot is not None and floor > slot.delay:
            slot.delay = floor


class MannersMiddleware:
    """One queue for the hosts of a platform, and one more try after a broken connection. Hosts that ask for silence
    are the download handler's: requests may already be waiting for it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._state = CrawlState.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> MannersMiddleware:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Hosts of one platform share a queue, and so its pauses."""
        host = urlparse_cached(request).hostname or ""
        gate = self._state.turns.gate(host)
        if gate != host:
            request.meta["download_slot"] = gate

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        spider = self._crawler.spider
        if (
            spider is None
            or self._state.brake.pulled
            or isinstance(exception, HostGivenUp)
            or not is_transient(exception)
        ):
            return None
        return get_retry_request(
            request, spider=spider, reason="transient", max_retry_times=RETRIES, give_up_log_level="DEBUG"
        )


def silence_asked_for(response: Response) -> timedelta | None:
    """How long a host that answered 429 or 503 is to be left alone; None where it did not ask for it."""
    if response.status not in (429, 503):
        return None
    asked = parse_retry_after(_text(response, "Retry-After"), _text(response, "Date"), datetime.now(UTC))
    return SILENCE_WITHOUT_HEADER if asked is None and response.status == 429 else asked


def _text(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")
