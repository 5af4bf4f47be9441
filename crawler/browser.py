"""Pages that only a browser can show: fetched by Chromium through scrapy-playwright, behind the same guard.

Needs the `browser` extra and a Chromium of the system. Blocked: images, media, fonts, downloads, service workers, and
every connection that does not go through the guarded proxy.
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page
from playwright.async_api import TimeoutError as PlaywrightTimeout
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from crawler.download import LimitedHandler
from crawler.engine import handlers, scrapy_settings
from crawler.failures import FetchError
from crawler.guard import refuse_reason
from crawler.proxy import GuardedProxy
from crawler.state import CrawlState
from monitors.records import FailureKind

# Scripts that still fetch after this long are advertisements and chat windows.
SETTLE_MILLISECONDS = 3000
# A page and its Chromium process take about 100 MB.
PAGES_AT_ONCE = 2

_UNREAD = frozenset({"image", "media", "font", "texttrack", "manifest", "ping", "beacon", "cspviolationreport"})
_ARGUMENTS = (
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # names are resolved by the proxy or not at all
    "--disable-dev-shm-usage",
)
_DOWNLOAD = 'it is a download, not a page; use fetch = "http"'
_NET_ERRORS: tuple[tuple[str, FailureKind, str], ...] = (
    ("ERR_CERT_", FailureKind.TLS, "the certificate is not valid"),
    ("ERR_SSL_", FailureKind.TLS, "the TLS connection failed"),
    ("ERR_TOO_MANY_REDIRECTS", FailureKind.REDIRECTS, "too many redirects"),
    ("ERR_UNSAFE_REDIRECT", FailureKind.REDIRECTS, "it redirects to what a browser refuses to open"),
    ("ERR_UNKNOWN_URL_SCHEME", FailureKind.REDIRECTS, "it redirects to another scheme than http and https"),
    ("ERR_CONTENT_DECODING_FAILED", FailureKind.CONTENT_ENCODING, "its packing is broken"),
    ("ERR_ABORTED", FailureKind.MEDIA_TYPE, _DOWNLOAD),
    ("Download is starting", FailureKind.MEDIA_TYPE, _DOWNLOAD),
)


def browser_settings(state: CrawlState, proxy: GuardedProxy) -> dict[str, Any]:
    """Scrapy's settings for visits with a browser."""
    settings = state.settings
    return scrapy_settings(state) | {
        "DOWNLOAD_HANDLERS": handlers("crawler.browser.BrowserHandler"),
        "CONCURRENT_REQUESTS": PAGES_AT_ONCE,
        "PLAYWRIGHT_BROWSER_TYPE": "chromium",
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": PAGES_AT_ONCE,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": settings.deadline.total_seconds() * 1000,
        "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
        "PLAYWRIGHT_ABORT_REQUEST": _unread,
        "PLAYWRIGHT_LAUNCH_OPTIONS": {
            "executable_path": settings.chromium,
            "headless": True,
            # Chromium refuses to run its sandbox as root; run the service as a user of its own.
            "chromium_sandbox": os.geteuid() != 0,
            "args": list(_ARGUMENTS),
            "proxy": {
                "server": f"http://127.0.0.1:{proxy.port}",
                "bypass": "<-loopback>",  # do not go around the proxy for loopback, as browsers do
                "username": proxy.username,
                "password": proxy.password,
            },
        },
    }


def _unread(request: Any) -> bool:
    """Whether a request of a page is not needed for its text, or goes where no page may go."""
    return request.resource_type in _UNREAD or not request.url.startswith(("http://", "https://", "data:", "blob:"))


class BrowserHandler(LimitedHandler):
    """Plain HTTP for robots.txt, Chromium for visits, under the same time limits and brake."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._browser = ScrapyPlaywrightDownloadHandler.from_crawler(crawler)

    async def close(self) -> None:
        await super().close()
        await self._browser.close()

    def _first_limit(self, request: Request) -> float:
        if request.meta.get("visit") is None:
            return super()._first_limit(request)
        # The browser's own limit comes first and closes the page; this one is for a browser that hangs.
        return self._settings.deadline.total_seconds() + SETTLE_MILLISECONDS / 1000 + 10.0

    async def _fetch(self, request: Request) -> Response:
        if request.meta.get("visit") is None:
            return await super()._fetch(request)
        settings = self._settings
        refusal = refuse_reason(request.url, allow_networks=settings.allow_networks, allow_ports=settings.allow_ports)
        if refusal:
            raise FetchError(FailureKind.REFUSED_ADDRESS, refusal)
        request.meta.update(self._instructions(request))
        try:
            response = await self._browser.download_request(request)
        except PlaywrightError as error:
            raise self._reason(error, request) from error
        except RuntimeError as error:  # scrapy-playwright's word for a download, which the context refuses
            raise FetchError(FailureKind.MEDIA_TYPE, _DOWNLOAD) from error
        if len(response.body) > settings.max_html_bytes:
            raise FetchError(
                FailureKind.TOO_LARGE,
                f"it is larger than the {settings.max_html_bytes} bytes that crawl.max_html allows",
            )
        return response

    def _instructions(self, request: Request) -> dict[str, Any]:
        return {
            "playwright": True,
            "playwright_context_kwargs": {
                "accept_downloads": False,
                "service_workers": "block",
                "user_agent": self._settings.identity,
                "locale": "en-US",
            },
            "playwright_page_event_handlers": {"requestfailed": _note_failure(request)},
            "playwright_page_methods": [PageMethod(_settle)],
        }

    def _reason(self, error: PlaywrightError, request: Request) -> FetchError:
        """Why the browser brought no page: what the proxy met at the host that failed, else the browser's own code."""
        failed = request.meta.get("failed_netloc")
        met = self._state.proxy_failures.get(failed or "")
        if met is not None:
            return FetchError(met.kind, str(met))
        if isinstance(error, PlaywrightTimeout):
            seconds = self._settings.deadline.total_seconds()
            return FetchError(FailureKind.TIMEOUT, f"the browser did not finish the page within {seconds:g} s")
        for code, kind, words in _NET_ERRORS:
            if code in error.message:
                return FetchError(kind, words)
        if "net::" in error.message:
            return FetchError(FailureKind.CONNECT, f"the browser reports {error.message.split('net::', 1)[1][:60]}")
        return FetchError(FailureKind.OTHER, f"the browser failed: {error.message.splitlines()[0][:200]}")


def _note_failure(request: Request) -> Any:
    """A listener that keeps which host of the visit's own redirect chain could not be reached."""

    def note(failed: Any) -> None:
        first = failed
        while first.redirected_from is not None:
            first = first.redirected_from
        if first.url.rstrip("/") == request.url.rstrip("/"):
            parts = urlsplit(failed.url)
            request.meta["failed_netloc"] = f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"

    return note


async def _settle(page: Page) -> None:
    """Give scripts a moment to write what they fetched; a page that never falls silent is read as it stands."""
    try:
        await page.wait_for_load_state("networkidle", timeout=SETTLE_MILLISECONDS)
    except PlaywrightTimeout:
        return
