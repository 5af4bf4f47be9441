"""One crawl: visits in, exactly one Visited out for each, whatever happens in between."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner, Crawler

from crawler.engine import scrapy_settings
from crawler.guard import GUARD, Policy
from crawler.settings import CrawlSettings
from crawler.spiders.feed import FeedSpider
from crawler.spiders.listing import ListingSpider
from crawler.spiders.page import PageSpider
from crawler.state import CrawlState
from crawler.visits import Ledger, Visit, Visited

__all__ = ["SPIDERS", "Visit", "Visited", "crawl"]

logger = logging.getLogger(__name__)

SPIDERS: dict[str, type[PageSpider]] = {spider.name: spider for spider in (PageSpider, ListingSpider, FeedSpider)}

# Everything under way is broken off first, so a stop takes milliseconds; this is the bound should something hang.
STOP_WITHIN = 10.0


async def crawl(visits: Iterable[Visit], settings: CrawlSettings, receive: Callable[[Visited], None]) -> None:
    """Fetch all visits, politely; call receive once for each as it is done, on the loop's thread.

    Must run on the loop of crawler.loop.run. May be called many times, also at once where the settings' allow_networks
    and allow_ports agree (hosts are then not shared between the calls: give one host's visits to one call). Cancelling
    it breaks off what is under way, answers the rest with Failed(INTERRUPTED) and then raises CancelledError. What
    receive raises stops the crawl and is raised here. Raises ValueError for an unknown spider or a malformed network.
    """
    if not GUARD.installed:
        raise RuntimeError("crawl() runs only under crawler.loop.run, which installs the address guard")
    ledger = Ledger(visits, receive)
    for _, visit in ledger.open():
        if visit.spider not in SPIDERS:
            raise ValueError(f"unknown spider {visit.spider!r} for {visit.url}; there are {', '.join(sorted(SPIDERS))}")
    logging.getLogger("scrapy").setLevel(settings.log_level)
    with GUARD.applying(Policy.of(settings.allow_networks, settings.allow_ports)):
        try:
            await _fetch(ledger, settings)
        finally:
            ledger.interrupt("the crawl was stopped before its turn")
    if ledger.error is not None:
        raise ledger.error


async def _fetch(ledger: Ledger, settings: CrawlSettings) -> None:
    """Pages for plain HTTP first, then those that need the browser: never both at one host at the same time."""
    plain = [(number, visit) for number, visit in ledger.open() if not visit.browser]
    if plain:
        await _run(plain, ledger, settings, scrapy_settings(settings))


async def _run(
    visits: list[tuple[int, Visit]], ledger: Ledger, settings: CrawlSettings, engine_settings: dict[str, Any]
) -> None:
    runner = AsyncCrawlerRunner(engine_settings)
    crawler = runner.create_crawler(PageSpider)
    task = asyncio.ensure_future(
        runner.crawl(crawler, visits=visits, ledger=ledger, settings=settings, readers=SPIDERS)
    )
    broken = asyncio.Event()
    ledger.on_error = broken.set
    watch = asyncio.ensure_future(broken.wait())
    try:
        await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        watch.cancel()
        if not task.done():
            await _stop(crawler, task)
    task.result()


async def _stop(crawler: Crawler, task: asyncio.Future[None]) -> None:
    """Break off the crawl within STOP_WITHIN, also when we are cancelled again meanwhile."""
    stopper = asyncio.ensure_future(_break_off(crawler, task))
    while not stopper.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.shield(stopper)


async def _break_off(crawler: Crawler, task: asyncio.Future[None]) -> None:
    try:
        async with asyncio.timeout(STOP_WITHIN):
            # stop_async() before the engine runs leaves it running for ever (measured: 12 of 200 stops at a random
            # moment hung); an engine that is running stops every time.
            while not task.done() and (crawler._engine is None or not crawler._engine.running):
                await asyncio.sleep(0.005)
            if not task.done():
                _release(crawler)
                await crawler.stop_async()
            await asyncio.wait([task])
    except TimeoutError:
        logger.error("the crawl did not stop within %s s and is abandoned", STOP_WITHIN)
        task.cancel()


def _release(crawler: Crawler) -> None:
    """Let nothing wait for its host's delay any more: every queued request meets the pulled brake at once."""
    CrawlState.of(crawler).brake.pull()
    downloader = crawler.engine.downloader
    for slot in list(downloader.slots.values()):
        slot.delay = 0.0
        if slot.latercall is not None:
            slot.latercall.cancel()
            slot.latercall = None
        downloader._process_queue(slot)
