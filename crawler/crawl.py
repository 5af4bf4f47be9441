"""One crawl: visits in, exactly one Visited out for each, whatever happens in between."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from crawler.guard import GUARD, Policy
from crawler.loop import start_reactor
from crawler.settings import CrawlSettings
from crawler.turns import Turns
from crawler.visits import Ledger, Visit, Visited

__all__ = ["Turns", "Visit", "Visited", "crawl"]


async def crawl(
    visits: Iterable[Visit],
    settings: CrawlSettings,
    receive: Callable[[Visited], None],
    turns: Turns | None = None,
    room: asyncio.Event | None = None,
) -> None:
    """Fetch all visits, politely; call receive once for each as it is done, on the loop's thread. turns: what is known
    of the hosts' manners, shared by the crawls of one run; room: while it is not set, hardly any more are
    fetched.

    Must run on the loop of crawler.loop.run. May be called many times, also at once where the settings' allow_networks
    and allow_ports agree (hosts are then not shared between the calls: give one host's visits to one call). Cancelling
    it breaks off what is under way, answers the rest with Failed(INTERRUPTED) and then raises CancelledError. What
    receive raises stops the crawl and is raised here. Raises ValueError for an unknown spider or a malformed network.
    """
    start_reactor()
    # Imported here: Scrapy takes a third of a second and 15 MB, which a run that finds nothing due does not need.
    from crawler.fetch import SPIDERS, fetch

    ledger = Ledger(visits, receive, room)
    for _, visit in ledger.open():
        if visit.spider not in SPIDERS:
            raise ValueError(f"unknown spider {visit.spider!r} for {visit.url}; there are {', '.join(sorted(SPIDERS))}")
    for name in ("scrapy", "scrapy-playwright"):
        logging.getLogger(name).setLevel(settings.log_level)
    with GUARD.applying(Policy.of(settings.allow_networks, settings.allow_ports)):
        try:
            await fetch(ledger, settings, turns or Turns())
        finally:
            ledger.interrupt("the crawl was stopped before its turn")
    if ledger.error is not None:
        raise ledger.error
