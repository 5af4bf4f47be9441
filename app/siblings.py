"""What is furniture on a host: other pages of it, fetched politely, at enrolment and when a change was found."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from app.extraction import Extraction
from app.results import Result
from app.standing import same_place
from crawler.crawl import Turns, Visit, Visited, crawl
from crawler.guard import refuse_reason
from crawler.settings import CrawlSettings
from monitors.extract import Document
from monitors.extract.neighbours import is_another_form, neighbours
from monitors.furniture import Furniture, learn
from monitors.quality import judge_capture
from monitors.records import Fetched, Monitor
from storage.errors import StoreError
from storage.store import Store

log = logging.getLogger("visitwatch.siblings")

NOWHERE = "nowhere"
GONE_FOR = timedelta(days=60)  # how long what a sibling no longer shows counts as furniture of the pages as they were
PAGES_A_HOST = 3  # a page is no sibling of itself, so that two are left for each

Pages = Mapping[str, Furniture]


def host_of(url: str) -> str:
    """The host with its port: pages that share it share furniture."""
    return urlsplit(url).netloc.lower()


def watched_pages(monitors: Iterable[Monitor]) -> dict[str, list[str]]:
    """The URLs of the pages that are watched, by host."""
    return by_host(monitor.url for monitor in monitors if monitor.spider == "page")


def by_host(urls: Iterable[str]) -> dict[str, list[str]]:
    pages: dict[str, list[str]] = {}
    for url in urls:
        pages.setdefault(host_of(url), []).append(url)
    return pages


@dataclass(slots=True)
class Siblings:
    """Furniture by host: `before` as last learned, with what has gone since; `after` as the siblings show it in this
    round.

    Kept in the store under "furniture:<host>", page by page, so that all monitors of a host and all later rounds share
    it; what a page itself shows is never its furniture. gone: what siblings stopped showing, with the day; a frame
    changes on all pages at once, but they are visited in rounds of their own. watched: brings the URLs of watched pages
    by host, asked for only where siblings are visited; they serve where a page links to no other page of its host.
    """

    store: Store
    crawl: CrawlSettings
    extraction: Extraction
    clock: Callable[[], datetime]
    dry: bool = False
    watched: Callable[[], Mapping[str, Sequence[str]]] = dict
    turns: Turns | None = None
    _old: dict[str, Pages] = field(default_factory=dict)
    _gone: dict[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    _new: dict[str, Pages] = field(default_factory=dict)
    _nowhere: dict[str, Document] = field(default_factory=dict)

    def before(self, url: str) -> Furniture | None:
        """What the siblings of a page showed when they were last looked at, and what they showed some weeks before;
        None where they never were."""
        learned = _without(self._kept(host_of(url)), url)
        if learned is None:
            return None
        gone = (keys for page, keys in self._gone[host_of(url)].items() if not same_place(page, url))
        return Furniture(learned.keys.union(*gone), learned.slots)

    def after(self, url: str) -> Furniture | None:
        """What they show now; None where they were not looked at in this round, so that nobody takes what they showed
        some time ago for what they still show."""
        return _without(self._new.get(host_of(url), {}), url)

    def looked_at(self, url: str) -> bool:
        """Whether siblings of this page's host were looked at, in this round or before."""
        return host_of(url) in self._new or bool(self._kept(host_of(url)))

    def nowhere(self, url: str) -> Document | None:
        """What the host answers with 200 at a path that cannot exist; None where it says 404, as it should."""
        return self._nowhere.get(host_of(url))

    async def visit(self, results: Sequence[Result]) -> None:
        """Look at siblings of every host among the results that was not looked at in this round."""
        watched = await asyncio.to_thread(self.watched) if results else {}
        wanted: dict[str, dict[str, None]] = {}
        for result in results:
            host = host_of(result.answered.watched.monitor.url)
            if host in self._new:
                continue
            if host not in wanted:
                wanted[host] = dict.fromkeys(await asyncio.to_thread(self._kept, host))
            if len(wanted[host]) < PAGES_A_HOST:
                with _spared(host):
                    wanted[host].update(dict.fromkeys(self._choose(result, watched)))
        visits = [
            Visit(key=f"{host} {url}", url=url) for host, urls in wanted.items() for url in list(urls)[:PAGES_A_HOST]
        ]
        urls_asked = [result.answered.watched.monitor.url for result in results]
        schemes = {host_of(url): urlsplit(url).scheme for url in urls_asked}
        visits += [Visit(key=f"{NOWHERE} {host}", url=self._nowhere_url(schemes[host], host)) for host in wanted]
        answers: list[Visited] = []
        if visits:
            await crawl(visits, self.crawl, answers.append, self.turns)
        for answer in answers:
            if answer.visit.key.startswith(f"{NOWHERE} ") and isinstance(answer.outcome, Fetched):
                self._nowhere[host_of(answer.visit.url)] = await self._extracted(answer.outcome)
        answered = {host: [answer for answer in answers if answer.visit.key.startswith(f"{host} ")] for host in wanted}
        await asyncio.gather(*(self._learned(host, its) for host, its in answered.items()))

    def _nowhere_url(self, scheme: str, host: str) -> str:
        """A path that no site has: made of the host and the day, so that a site that learns it does not help itself."""
        mark = hashlib.sha256(f"{host} {self.clock():%Y-%m-%d}".encode()).hexdigest()[:12]
        return f"{scheme}://{host}/no-such-page-{mark}"

    def _kept(self, host: str) -> Pages:
        if host not in self._old:
            pages = json.loads(self.store.state(f"furniture:{host}") or "{}").get("pages", {})
            self._gone[host] = {url: page.get("gone", {}) for url, page in pages.items()}
            self._old[host] = {
                url: Furniture(frozenset(page["keys"]), frozenset(page["slots"])) for url, page in pages.items()
            }
        return self._old[host]

    async def _learned(self, host: str, answers: Sequence[Visited]) -> None:
        with _spared(host):
            await self._learn(host, answers)

    async def _learn(self, host: str, answers: Sequence[Visited]) -> None:
        pages = {}
        for answer in answers:
            if isinstance(answer.outcome, Fetched):
                furniture = await self._furniture(answer.outcome)
                if furniture is not None:
                    pages[answer.visit.url] = furniture
        self._new[host] = pages
        if pages and not self.dry:
            before, gone = await asyncio.to_thread(self._kept, host), self._gone[host]
            kept = {
                url: {
                    "keys": sorted(page.keys),
                    "slots": sorted(page.slots),
                    "gone": self._gone_since(page, before.get(url), gone.get(url, {})),
                }
                for url, page in pages.items()
            }
            await asyncio.to_thread(
                self.store.set_state,
                f"furniture:{host}",
                json.dumps({"at": self.clock().isoformat(), "pages": kept}),
            )

    def _gone_since(self, now: Furniture, before: Furniture | None, gone: Mapping[str, str]) -> dict[str, str]:
        """What a sibling showed and shows no more, with the day it was found gone; forgotten after GONE_FOR."""
        today, oldest = self.clock().date(), (self.clock() - GONE_FOR).date().isoformat()
        fresh = dict.fromkeys(before.keys - now.keys if before else (), today.isoformat())
        return {key: day for key, day in sorted({**fresh, **gone}.items()) if day >= oldest and key not in now.keys}

    async def _furniture(self, fetched: Fetched) -> Furniture | None:
        """What a sibling shows; None where the capture is no page."""
        document = await self._extracted(fetched)
        sound = document.verdict.ok and judge_capture(fetched, document, previous=None).ok
        return learn([document.segments]) if sound else None

    async def _extracted(self, fetched: Fetched) -> Document:
        return await self.extraction.extract(fetched.body, fetched.header("content-type"), fetched.url, readable=False)

    def _choose(self, result: Result, watched: Mapping[str, Sequence[str]]) -> list[str]:
        """Other pages of the host: those this page links to, nearest to its own place first; then others that are
        watched there."""
        fetched = result.answered.outcome
        if not isinstance(fetched, Fetched) or result.document is None or result.document.media_type != "text/html":
            return []
        found = neighbours(fetched.body, fetched.header("content-type"), fetched.url)
        linked = sorted(filter(self._allowed, found), key=lambda url: _distance(fetched.url, url))
        own = result.answered.watched.monitor.url
        linked = [url for url in linked if not is_another_form(fetched.url, url)]
        others = [url for url in watched.get(host_of(own), ()) if not same_place(url, own)]
        return [*linked[: PAGES_A_HOST - 1], *others][:PAGES_A_HOST]

    def _allowed(self, url: str) -> bool:
        crawl = self.crawl
        return refuse_reason(url, allow_networks=crawl.allow_networks, allow_ports=crawl.allow_ports) is None


@contextmanager
def _spared(host: str) -> Iterator[None]:
    """A page that shows a bug of ours ends no round: its host's pages are compared by what is known of the host."""
    try:
        yield
    except StoreError:
        raise
    except Exception:
        log.exception("%s: what its pages share is not understood", host)


def _without(pages: Pages, own: str) -> Furniture | None:
    """All pages' furniture but the page's own; None where nothing is left."""
    others = [furniture for url, furniture in pages.items() if not same_place(url, own)]
    if not others:
        return None
    return Furniture(frozenset().union(*(f.keys for f in others)), frozenset().union(*(f.slots for f in others)))


def _distance(own: str, url: str) -> tuple[int, int, str]:
    """Fewer differing path steps first: a page of the same section shares more furniture than the front page."""
    here, there = urlsplit(own).path.split("/"), urlsplit(url).path.split("/")
    shared = sum(1 for a, b in zip(here, there, strict=False) if a == b)
    return (max(len(here), len(there)) - shared, len(url), url)
