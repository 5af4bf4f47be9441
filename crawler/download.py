"""The download handler: Scrapy's HTTP/1.1 handler with two time limits, size limits by media type, and a brake."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from time import monotonic
from typing import Any

from scrapy import signals
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, StopDownload
from scrapy.http import Headers, Request, Response
from scrapy.utils.httpobj import urlparse_cached

from crawler.failures import FetchError, kind_of
from crawler.media import refused_media
from crawler.politeness import silence_asked_for
from crawler.state import Brake, CrawlState
from monitors.records import FailureKind


class LimitedHandler(HTTP11DownloadHandler):
    """Downloads one response. Request.meta["visit"] is None for robots.txt.

    timeout bounds connecting and waiting for headers, deadline the whole response. Scrapy has one limit for both: at
    30 s a 30 MiB PDF over a slow line fails, at 60 s a dead host blocks its slot for a minute.
    """

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        crawler.signals.connect(self._headers_received, signals.headers_received)
        self._state = CrawlState.of(crawler)
        self._settings = self._state.settings
        self._alone: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        # Our own retry does that, and counts it; the pool would try a closed connection once more on top.
        self._pool.retryAutomatically = False

    async def download_request(self, request: Request) -> Response:
        """Raises FetchError, or what Scrapy raises for a connection.

        One request at a time for each gate: Scrapy starts a second one where the pause runs out before the first one's
        task does, and lets the next go before its middlewares have seen that this answer asks for silence.
        """
        gate = self._gate(request)
        async with self._braked():
            await self._alone[gate].acquire()
        try:
            response = await self._in_turn(request, gate)
            silence = silence_asked_for(response)
            if silence:
                self._state.turns.silent_until[gate] = monotonic() + silence.total_seconds()
            return response
        finally:
            self._alone[gate].release()

    async def _in_turn(self, request: Request, gate: str) -> Response:
        host = urlparse_cached(request).hostname or ""
        request.meta.pop("download_maxsize", None)  # left over from the first try
        if self._state.brake.pulled:
            raise FetchError(FailureKind.INTERRUPTED, "the crawl was stopped")
        self._state.unanswered.check(host)
        await self._turn(gate)
        try:
            response = await self._limited(request)
        except Exception as error:
            if "download_maxsize" not in request.meta:
                self._state.unanswered.add(host, kind_of(error))
            raise
        self._state.unanswered.clear(host)
        return response

    def _gate(self, request: Request) -> str:
        return self._state.turns.gate(urlparse_cached(request).hostname or "")

    async def _turn(self, gate: str) -> None:
        """Before each request: the gate must be ours, and the pause that this run, or one before it, owes the host must
        be over. The engine's queue sees to the pauses too, but it counts from when a request left the queue, which is
        before the wait for the first one's turn."""
        turns = self._state.turns
        async with self._braked():
            if turns.borrow is not None and not await turns.borrow(gate):
                raise FetchError(FailureKind.INTERRUPTED, f"{gate} is being asked by another run; not asked again")
            self._respect_silence(gate)
            while (left := turns.wait(gate)) > 0:
                await asyncio.sleep(left)
        turns.asked(gate, self._settings.delay.total_seconds())

    @asynccontextmanager
    async def _braked(self) -> AsyncIterator[None]:
        """A wait that the brake ends."""
        brake, limit = self._state.brake, asyncio.timeout(None)
        brake.add(limit)
        try:
            async with limit:
                yield
        except TimeoutError as error:
            raise FetchError(FailureKind.INTERRUPTED, "the crawl was stopped") from error
        finally:
            brake.discard(limit)

    async def _limited(self, request: Request) -> Response:
        brake = self._state.brake
        request.meta.setdefault("started", monotonic())
        request.meta["download_timeout"] = self._settings.deadline.total_seconds() + 5.0  # ours comes first
        limit = asyncio.timeout(self._first_limit(request))
        request.meta["limit"] = limit
        brake.add(limit)
        try:
            async with limit:
                return await self._fetch(request)
        except TimeoutError as error:
            raise self._too_late(request, brake) from error
        except DownloadCancelledError as error:
            raise FetchError(
                FailureKind.TOO_LARGE, f"it is larger than {self._most(request)}; not read further"
            ) from error
        except StopDownload as stop:
            raise request.meta.pop("refused") from stop
        finally:
            brake.discard(limit)
            del request.meta["limit"]

    async def _fetch(self, request: Request) -> Response:
        return await super().download_request(request)

    def _first_limit(self, request: Request) -> float:
        return self._settings.timeout.total_seconds()

    def _headers_received(self, headers: Headers, body_length: object, request: Request, spider: Any) -> None:
        """Headers are there: from now the deadline counts, and the media type says how much may come."""
        settings = self._settings
        # The pause counts from here: when the request really left, after connecting and whatever this process was busy
        # with, is not known, but no later than this.
        self._state.turns.asked(self._gate(request), settings.delay.total_seconds())
        limit: asyncio.Timeout = request.meta["limit"]
        extra = (settings.deadline - settings.timeout).total_seconds()
        if extra > 0 and not limit.expired():
            limit.reschedule((limit.when() or 0) + extra)
        media = (headers.get("Content-Type") or b"").decode("latin-1").split(";")[0].strip().lower()
        pdf = media in ("application/pdf", "application/octet-stream") or request.url.lower().endswith(".pdf")
        request.meta["download_maxsize"] = settings.max_pdf_bytes if pdf else settings.max_html_bytes
        reason = self._refusal(request, media, body_length)
        if reason is not None:
            request.meta["refused"] = reason
            raise StopDownload(fail=True)

    def _refusal(self, request: Request, media: str, length: object) -> FetchError | None:
        visit = request.meta.get("visit")
        if visit is None:
            return None
        if refused_media(media) and media not in visit.allow_media:
            return FetchError(FailureKind.MEDIA_TYPE, f"it is {media}, not text; watch the page that links to it")
        largest = request.meta["download_maxsize"]
        if isinstance(length, int) and length > largest:
            return FetchError(
                FailureKind.TOO_LARGE, f"it announces {length} bytes, more than {self._most(request)}; not read"
            )
        return None

    def _most(self, request: Request) -> str:
        """The bytes that may come, and where they are set."""
        largest = request.meta["download_maxsize"]
        key = "max_pdf" if largest == self._settings.max_pdf_bytes else "max_html"
        return f"the {largest} bytes that crawl.{key} allows"

    def _respect_silence(self, gate: str) -> None:
        left = self._state.turns.silent_until.get(gate, 0.0) - monotonic()
        if left > 0:
            message = f"{gate} asked us to wait; not requested for another {left:.0f} s"
            raise FetchError(FailureKind.RATE_LIMITED, message, timedelta(seconds=round(left)))

    def _too_late(self, request: Request, brake: Brake) -> FetchError:
        if brake.pulled:
            return FetchError(FailureKind.INTERRUPTED, "the crawl was stopped")
        settings = self._settings
        if "download_maxsize" in request.meta:
            return FetchError(
                FailureKind.TIMEOUT, f"the page was not complete after {settings.deadline.total_seconds():g} s"
            )
        return FetchError(FailureKind.TIMEOUT, f"no answer within {settings.timeout.total_seconds():g} s")
