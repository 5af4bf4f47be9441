"""Redirects, hop by hop: each target passes the same rules as a configured URL, and every hop stays visible."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.http import HtmlResponse, Request, Response
from scrapy.utils.response import get_meta_refresh

from crawler.failures import FetchError
from crawler.guard import refuse_reason
from crawler.state import CrawlState
from monitors.records import FailureKind

# A page that reloads itself every minute is a page, not a redirect.
LONGEST_REFRESH = 10.0


class _Checked:
    """What both kinds of redirect share: the rules for the target and the failure when there are too many."""

    crawler: Crawler
    max_redirect_times: int

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Scrapy's own looks for the Referer middleware here, which is off on purpose."""

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        settings = CrawlState.of(self.crawler).settings
        refusal = refuse_reason(
            redirected.url, allow_networks=settings.allow_networks, allow_ports=settings.allow_ports
        )
        if refusal:
            raise FetchError(FailureKind.REFUSED_ADDRESS, f"it redirects to {redirected.url}, refused: {refusal}")
        if request.meta.get("redirect_times", 0) >= self.max_redirect_times:
            raise FetchError(
                FailureKind.REDIRECTS, f"too many redirects (more than {self.max_redirect_times}), last {request.url}"
            )
        # Left over from the first hop: the next one has its own host's queue and its own media type.
        redirected.meta.pop("download_slot", None)
        redirected.meta.pop("download_maxsize", None)
        hop: Request = super()._redirect(redirected, request, reason)  # type: ignore[misc]
        return hop


class HopMiddleware(_Checked, RedirectMiddleware):
    """HTTP redirects. One that leads to another scheme is a failure, not a page."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        try:
            answer = super().process_response(request, response)
        except ValueError as error:  # what Scrapy raises for a target that is no URL at all
            raise _not_fetched(response) from error
        if answer is response and response.status in (301, 302, 303, 307, 308):
            raise _not_fetched(response)
        return answer


class RefreshMiddleware(_Checked, MetaRefreshMiddleware):
    """<meta http-equiv=refresh>, followed only within the same site, soon, and to another page."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        meta = request.meta
        if meta.get("visit") is None or "playwright" in meta:  # a browser has followed it already
            return response
        if not isinstance(response, HtmlResponse) or response.status != 200:
            return response
        try:
            interval, target = get_meta_refresh(response, ignore_tags=self._ignore_tags)
        except ValueError:
            return response  # no URL: the page says where it moved in words
        if not target or (interval or 0.0) > LONGEST_REFRESH or not _same_site(target, request.url):
            return response
        if urlsplit(target)._replace(fragment="") == urlsplit(request.url)._replace(fragment=""):
            return response
        return self._redirect(self._redirect_request_using_get(request, response, target), request, "meta refresh")


def _not_fetched(response: Response) -> FetchError:
    target = (response.headers.get("Location") or b"").decode("latin-1")[:200]
    return FetchError(FailureKind.REDIRECTS, f"it redirects to {target!r}, which is not fetched")


def _same_site(one: str, other: str) -> bool:
    return _site(one) == _site(other)


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
