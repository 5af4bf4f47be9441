"""The Scrapy side of one crawl: an engine for plain HTTP, one more for what needs the browser, and stopping them."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from importlib.util import find_spec
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner, Crawler

from crawler.engine import scrapy_settings
from crawler.failures import FetchError, from_exception
from crawler.proxy import GuardedProxy
from crawler.settings import CrawlSettings
from crawler.spiders.feed import FeedSpider
from crawler.spiders.listing import ListingSpider
from crawler.spiders.page import Numbered, PageSpider
from crawler.state import Brake, CrawlState
from crawler.turns import Turns
from crawler.visits import Ledger
from monitors.records import FailureKind

logger = logging.getLogger(__name__)

SPIDERS: dict[str, type[PageSpider]] = {spider.name: spider for spider in (PageSpider, ListingSpider, FeedSpider)}

# Everything under way is broken off first, so a stop takes milliseconds; this is the bound should something hang.
STOP_WITHIN = 10.0


async def fetch(ledger: Ledger, settings: CrawlSettings, turns: Turns) -> None:
    """Pages for plain HTTP first, then those that need the browser: never both at one host at the same time."""
    plain = [(number, visit) for number, visit in ledger.open() if not visit.browser]
    if plain:
        state = CrawlState(settings, turns=turns)
        await _run(plain, ledger, state, scrapy_settings(state))
    browsed = [(number, visit) for number, visit in ledger.open() if visit.browser]
    if browsed:
        await _browse(browsed, ledger, settings, turns)


async def _browse(visits: list[Numbered], ledger: Ledger, settings: CrawlSettings, turns: Turns) -> None:
    lacking = _lacking(settings)
    if lacking is not None:
        for number, visit in visits:
            ledger.settle(number, from_exception(FetchError(FailureKind.OTHER, lacking), visit.url))
        return
    from crawler.browser import browser_settings  # the extra may be missing, and it takes 0.2 s to import

    timeout = settings.timeout.total_seconds()
    async with GuardedProxy(limit=settings.max_pdf_bytes, timeout=timeout) as proxy:
        state = CrawlState(settings, turns=turns, proxy_failures=proxy.failures)
        await _run(visits, ledger, state, browser_settings(state, proxy))


def _lacking(settings: CrawlSettings) -> str | None:
    """What a visit by browser needs and does not find, in words."""
    if find_spec("playwright") is None or find_spec("scrapy_playwright") is None:
        return "it needs a browser; install it with: pip install 'visitwatch[browser]' && apt-get install chromium"
    if not os.access(settings.chromium, os.X_OK):
        return f"it needs a browser and there is none at {settings.chromium}; apt-get install chromium, or set its path"
    return None


async def _run(visits: list[Numbered], ledger: Ledger, state: CrawlState, engine_settings: dict[str, Any]) -> None:
    runner = AsyncCrawlerRunner(engine_settings)
    crawler = runner.create_crawler(PageSpider)
    task = asyncio.ensure_future(
        runner.crawl(crawler, visits=visits, ledger=ledger, settings=state.settings, readers=SPIDERS)
    )
    broken = asyncio.Event()
    ledger.on_error = broken.set
    watch = asyncio.ensure_future(broken.wait())
    try:
        await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        watch.cancel()
        if not task.done():
            ledger.stop_waiting()
            await _stop(crawler, task, state.brake)
    if task.done() and not task.cancelled():
        task.result()  # a crawl that broke raises here


async def _stop(crawler: Crawler, task: asyncio.Future[None], brake: Brake) -> None:
    """Break off the crawl within STOP_WITHIN, also when we are cancelled again meanwhile."""
    stopper = asyncio.ensure_future(_break_off(crawler, task, brake))
    while not stopper.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.shield(stopper)


async def _break_off(crawler: Crawler, task: asyncio.Future[None], brake: Brake) -> None:
    try:
        async with asyncio.timeout(STOP_WITHIN):
            # stop_async() before the engine runs leaves it running for ever (measured: 12 of 200 stops at a random
            # moment hung); an engine that is running stops every time.
            while not task.done() and (crawler._engine is None or not crawler._engine.running):
                await asyncio.sleep(0.005)
            if not task.done():
                brake.pull()
                _release(crawler)
                await crawler.stop_async()
            await asyncio.wait([task])
    except TimeoutError:
        logger.error("the crawl did not stop within %s s and is abandoned", STOP_WITHIN)
        task.cancel()


def _release(crawler: Crawler) -> None:
    """Let nothing wait for its host's delay any more: every queued request meets the pulled brake at once."""
    downloader = crawler.engine.downloader
    for slot in list(downloader.slots.values()):
        slot.delay = 0.0
        if slot.latercall is not None:
            slot.latercall.cancel()
            slot.latercall = None
        downloader._process_queue(slot)
