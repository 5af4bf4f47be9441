"""The page spider: fetches each visit's URL, conditionally, and hands the outcome to the ledger."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain, zip_longest
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import scrapy
from scrapy.http import Headers, Request, Response
from twisted.python.failure import Failure

from crawler.failures import FetchError, from_exception, from_status
from crawler.guard import refuse_reason
from crawler.media import disguised
from crawler.settings import CrawlSettings
from crawler.visits import Ledger, Visit
from monitors.records import Exchange, Failed, FailureKind, Fetched, ListedItem, NotModified, Outcome

logger = logging.getLogger(__name__)

Numbered = tuple[int, Visit]


class PageSpider(scrapy.Spider):
    """Fetches the visits of one crawl, of all spiders: they share its engine, so that visits to one host wait for each
    other whatever reads them afterwards. A subclass says in `found` what entries a page of its kind lists."""

    name = "page"
    accept = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"

    def __init__(
        self,
        visits: list[Numbered],
        ledger: Ledger,
        settings: CrawlSettings,
        readers: Mapping[str, type[PageSpider]],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.visits = visits
        self.ledger = ledger
        self.limits = settings
        self.readers = readers

    @classmethod
    def found(cls, fetched: Fetched) -> tuple[ListedItem, ...]:
        """The entries a fetched page lists. Raises FetchError where it is not what this spider reads."""
        return ()

    async def start(self) -> AsyncIterator[Request]:
        """One request a visit, hosts in turn: Scrapy takes them in order until its slots are full, and the first ones
        should not all wait for the same host's delay."""
        for number, visit in in_turn(self.visits):
            refusal = refuse_reason(
                visit.url, allow_networks=self.limits.allow_networks, allow_ports=self.limits.allow_ports
            )
            if refusal is None:
                yield self.request(number, visit)
            else:
                error = FetchError(FailureKind.REFUSED_ADDRESS, refusal)
                self.ledger.settle(number, from_exception(error, visit.url))

    def request(self, number: int, visit: Visit) -> Request:
        """The conditional GET for a visit."""
        headers = {"Accept": self.readers[visit.spider].accept}
        if visit.etag:
            headers["If-None-Match"] = visit.etag
        if visit.last_modified:
            headers["If-Modified-Since"] = visit.last_modified
        return Request(
            visit.url,
            headers=headers,
            meta={"visit": visit, "number": number},
            callback=self.parse,
            errback=self.failed,
            dont_filter=True,
        )

    async def parse(self, response: Response) -> None:
        """Settle the visit by its response. It ends once there is room for more: Scrapy asks for no further pages while
        those that have not ended are large (SCRAPER_SLOT_MAX_ACTIVE_SIZE)."""
        self._settle(response)
        await self.ledger.has_room()

    def _settle(self, response: Response) -> None:
        """A reader that breaks on a page costs that page only."""
        meta = response.meta
        visit: Visit = meta["visit"]
        items: tuple[ListedItem, ...] = ()
        outcome = outcome_of(response, visit)
        if isinstance(outcome, Fetched):
            try:
                items = self.readers[visit.spider].found(outcome)
            except FetchError as error:
                outcome = from_exception(error, outcome.url, outcome.at, outcome.redirects)
            except Exception as error:
                logger.exception("the %s spider could not read %s", visit.spider, outcome.url)
                outcome = from_exception(error, outcome.url, outcome.at, outcome.redirects)
        self.ledger.settle(meta["number"], outcome, _milliseconds(meta), items)

    def failed(self, failure: Failure) -> None:
        """Settle the visit by the exception that ended it."""
        request: Request = failure.request  # type: ignore[attr-defined]
        redirects = tuple(request.meta.get("redirect_urls", ()))
        error = failure.value or RuntimeError("failure without a reason")
        outcome = from_exception(error, request.url, redirects=redirects)
        if outcome.kind is FailureKind.OTHER:
            logger.error("unexpected failure at %s", request.url, exc_info=error)
        self.ledger.settle(request.meta["number"], outcome, _milliseconds(request.meta))


def outcome_of(response: Response, visit: Visit) -> Outcome:
    """The value of a response that arrived whole."""
    at = datetime.now(UTC)
    headers = _headers(response)
    redirects = tuple(response.meta.get("redirect_urls", ()))
    status = response.status
    if status == 304 and (visit.etag or visit.last_modified):
        return NotModified(response.url, at, headers)
    if not 200 <= status < 300 or status == 206:
        return from_status(status, response.url, dict(headers), at, redirects)
    error = _unusable(response.body, visit)
    if error is not None:
        failed = from_exception(error, response.url, at, redirects)
        return Failed(failed.url, failed.kind, failed.message, at, status, None, redirects)
    return Fetched(response.url, status, headers, response.body, at, redirects, _exchange(response, visit))


def _exchange(response: Response, visit: Visit) -> Exchange:
    """How the response came. What a browser sent is the browser's own; it is not known here."""
    certificate: Any = response.certificate
    asked = response.request
    return Exchange(
        request=() if visit.browser or asked is None else _pairs(asked.headers),
        address=str(response.ip_address or ""),
        protocol=response.protocol or "",
        encoding=response.meta.get("encoding", ""),
        certificate=certificate.digest("sha256").decode().replace(":", "").lower() if certificate else "",
        redirects=tuple(response.meta.get("redirect_urls", ())),
        rendered=visit.browser,
    )


def in_turn(visits: list[Numbered]) -> Iterator[Numbered]:
    """The visits, one of each host at a time."""
    hosts: defaultdict[str, list[Numbered]] = defaultdict(list)
    for number, visit in visits:
        hosts[_host(visit.url)].append((number, visit))
    return (entry for entry in chain.from_iterable(zip_longest(*hosts.values())) if entry is not None)


def _unusable(body: bytes, visit: Visit) -> FetchError | None:
    if not body.strip():
        return FetchError(FailureKind.EMPTY, "the page is empty; open it in a browser to compare")
    really = disguised(body)
    if really is not None and not visit.allow_media:
        return FetchError(FailureKind.MEDIA_TYPE, f"it is {really}, whatever its Content-Type says")
    return None


def _headers(response: Response) -> tuple[tuple[str, str], ...]:
    return tuple((name.lower(), value) for name, value in _pairs(response.headers))


def _pairs(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _milliseconds(meta: Mapping[str, Any]) -> int:
    """From the first byte sent; 0 where nothing was sent."""
    return round((monotonic() - meta["started"]) * 1000) if "started" in meta else 0
