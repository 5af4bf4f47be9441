"""What is furniture on a host: other pages of it, fetched politely, at enrolment and when a change was found."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from app.extraction import Extraction
from app.results import Result
from crawler.crawl import Visit, Visited, crawl
from crawler.guard import refuse_reason
from crawler.settings import CrawlSettings
from monitors.extract.neighbours import neighbours
from monitors.furniture import Furniture, learn
from monitors.quality import judge_capture
from monitors.records import Fetched, Monitor
from storage.store import Store

PAGES_A_HOST = 2


def host_of(url: str) -> str:
    """The host with its port: pages that share it share furniture."""
    return urlsplit(url).netloc.lower()


def watched_pages(monitors: Iterable[Monitor]) -> dict[str, list[str]]:
    """The URLs of the pages that are watched, by host."""
    pages: dict[str, list[str]] = {}
    for monitor in monitors:
        if monitor.spider == "page":
            pages.setdefault(host_of(monitor.url), []).append(monitor.url)
    return pages


@dataclass(slots=True)
class Siblings:
    """Furniture by host: `before` as last learned, `after` as the siblings show it in this round.

    Kept in the store under "furniture:<host>", so that all monitors of a host and all later rounds share it.
    watched: URLs of watched pages by host; they serve where a page links to no other page of its host.
    """

    store: Store
    crawl: CrawlSettings
    extraction: Extraction
    clock: Callable[[], datetime]
    dry: bool = False
    watched: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _old: dict[str, Furniture | None] = field(default_factory=dict)
    _new: dict[str, Furniture] = field(default_factory=dict)
    _urls: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def before(self, url: str) -> Furniture | None:
        """What the host's siblings showed when they were last looked at; None where they never were."""
        host = host_of(url)
        if host not in self._old:
            kept = json.loads(self.store.state(f"furniture:{host}") or "{}")
            self._old[host] = Furniture(frozenset(kept["keys"]), frozenset(kept["slots"])) if kept else None
            self._urls[host] = tuple(kept.get("urls", ()))
        return self._old[host]

    def after(self, url: str) -> Furniture | None:
        """What they show now; as before where they were not looked at in this round."""
        return self._new.get(host_of(url)) or self.before(url)

    async def visit(self, results: Iterable[Result]) -> None:
        """Look at siblings of every host among the results that was not looked at in this round."""
        wanted: dict[str, tuple[str, ...]] = {}
        for result in results:
            host = host_of(result.answered.watched.monitor.url)
            if host not in self._new and host not in wanted:
                await asyncio.to_thread(self.before, result.answered.watched.monitor.url)
                wanted[host] = self._urls.get(host) or self._choose(result)
        visits = [Visit(key=f"{host} {url}", url=url) for host, urls in wanted.items() for url in urls]
        if not visits:
            return
        answers: list[Visited] = []
        await crawl(visits, self.crawl, answers.append)
        for host, urls in wanted.items():
            await self._learn(host, urls, [a for a in answers if a.visit.key.startswith(f"{host} ")])

    async def _learn(self, host: str, urls: Sequence[str], answers: Sequence[Visited]) -> None:
        pages = []
        for answer in answers:
            fetched = answer.outcome
            if not isinstance(fetched, Fetched):
                continue
            document = await self.extraction.extract(
                fetched.body, fetched.header("content-type"), fetched.url, readable=False
            )
            if document.verdict.ok and judge_capture(fetched, document, previous=None).ok:
                pages.append(document.segments)
        if not pages:
            return
        furniture = learn(pages)
        self._new[host] = furniture
        if not self.dry:
            kept = {
                "urls": list(urls),
                "keys": sorted(furniture.keys),
                "slots": sorted(furniture.slots),
                "at": self.clock().isoformat(),
            }
            await asyncio.to_thread(self.store.set_state, f"furniture:{host}", json.dumps(kept))

    def _choose(self, result: Result) -> tuple[str, ...]:
        """Up to two other pages of the host: those this page links to, nearest to its own place first; where it links
        to none, others that are watched there."""
        fetched = result.answered.outcome
        if not isinstance(fetched, Fetched) or result.document is None or result.document.media_type != "text/html":
            return ()
        found = neighbours(fetched.body, fetched.header("content-type"), fetched.url)
        linked = sorted(filter(self._allowed, found), key=lambda url: _distance(fetched.url, url))
        own = result.answered.watched.monitor.url
        others = [url for url in self.watched.get(host_of(own), ()) if url not in (own, fetched.url)]
        return tuple(dict.fromkeys([*linked[:PAGES_A_HOST], *others]))[:PAGES_A_HOST]

    def _allowed(self, url: str) -> bool:
        crawl = self.crawl
        return refuse_reason(url, allow_networks=crawl.allow_networks, allow_ports=crawl.allow_ports) is None


def _distance(own: str, url: str) -> tuple[int, int, str]:
    """Fewer differing path steps first: a page of the same section shares more furniture than the front page."""
    here, there = urlsplit(own).path.split("/"), urlsplit(url).path.split("/")
    shared = sum(1 for a, b in zip(here, there, strict=False) if a == b)
    return (max(len(here), len(there)) - shared, len(url), url)
