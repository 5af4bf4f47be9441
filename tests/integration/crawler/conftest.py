"""A site on 127.0.1.0/24, which the guard is told to let through, and a canary on 127.0.0.0/24, which it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from crawler.crawl import Visit, Visited, crawl
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.records import Outcome
from tests.site import Site

OPEN = "127.0.1.0/24"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site(hosts=("127.0.1.1", "127.0.1.2", "127.0.1.3")) as running:
        yield running


@pytest.fixture
def canary() -> Iterator[Site]:
    """What nobody may reach: it listens on all that loopback has outside the open network, and counts."""
    with Site(hosts=("127.0.0.1", "127.0.2.1", "::1")) as running:
        running["/"] = "<p>secret"
        running["/robots.txt"] = ""
        yield running


@pytest.fixture
def settings(site: Site) -> CrawlSettings:
    return settings_for(site)


def settings_for(*sites: Site, **changes: Any) -> CrawlSettings:
    """No delay, short limits, only OPEN and the sites' ports let through."""
    chosen: dict[str, Any] = {
        "delay": timedelta(0),
        "timeout": timedelta(seconds=5),
        "deadline": timedelta(seconds=10),
        "allow_networks": (OPEN,),
        "allow_ports": tuple(site.port for site in sites),
        "contact_url": "https://example.org/bot",
    }
    return CrawlSettings(**(chosen | changes))


@pytest.fixture
def fetch(settings: CrawlSettings) -> Callable[..., list[Outcome]]:
    """Crawl some URLs or visits and return their outcomes in the order they were given."""

    def fetch_all(*visits: str | Visit, settings: CrawlSettings = settings) -> list[Outcome]:
        return [visited.outcome for visited in visit_all(*visits, settings=settings)]

    return fetch_all


def visit_all(*visits: str | Visit, settings: CrawlSettings) -> list[Visited]:
    """As fetch, with the whole Visited; fails unless each visit was answered exactly once."""
    asked = [Visit(str(n), visit) if isinstance(visit, str) else visit for n, visit in enumerate(visits)]
    answered: list[Visited] = []
    run(lambda: crawl(asked, settings, answered.append))
    assert sorted(visited.visit.key for visited in answered) == sorted(visit.key for visit in asked)
    return sorted(answered, key=lambda visited: asked.index(visited.visit))
