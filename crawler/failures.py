"""What can go wrong on a visit, as values: every exception and status of a fetch becomes one Failed with its kind.

Messages are for the operator: they name the URL, what happened, and what to do where there is something to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from monitors.records import Failed, FailureKind

# A site may ask for a month; we look again after a day at the latest.
MAX_RETRY_AFTER = timedelta(hours=24)


class FetchError(Exception):
    """A fetch that ended without a usable response, with its kind decided where it happened."""

    def __init__(self, kind: FailureKind, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.retry_after = retry_after


# Exceptions of Scrapy, Twisted, pyOpenSSL and Playwright by class name: naming them keeps this file free of imports
# that cost 0.4 s, and the names are stable API of those libraries. The first match along the causes counts.
_KINDS: dict[str, tuple[FailureKind, str]] = {
    "RefusedAddress": (FailureKind.REFUSED_ADDRESS, "the address guard refused the connection: {error}"),
    "CannotResolveHostError": (FailureKind.DNS, "the host name does not resolve; check its spelling and your DNS"),
    "DNSLookupError": (FailureKind.DNS, "the host name does not resolve; check its spelling and your DNS"),
    "VerificationError": (FailureKind.TLS, "the certificate is not for this host: {error}"),
    "CertificateError": (FailureKind.TLS, "the certificate cannot be used: {error}"),
    "OpenSSL.Error": (FailureKind.TLS, "the TLS connection failed, the certificate may not be valid: {error}"),
    "DownloadTimeoutError": (FailureKind.TIMEOUT, "{error}"),
    "TCPTimedOutError": (FailureKind.TIMEOUT, "the host did not answer the connection in time"),
    "TimeoutError": (FailureKind.TIMEOUT, "the host did not answer in time"),
    "DownloadConnectionRefusedError": (FailureKind.CONNECT, "the host refused the connection; is its web server up?"),
    "ConnectionRefusedError": (FailureKind.CONNECT, "the host refused the connection; is its web server up?"),
    "ResponseDataLossError": (FailureKind.CONNECT, "the connection ended before the page was complete"),
    "UnsupportedURLSchemeError": (FailureKind.REDIRECTS, "only http and https are fetched"),
    "NotSupported": (FailureKind.REDIRECTS, "only http and https are fetched"),
    "NoRouteError": (FailureKind.CONNECT, "there is no route to the host; check this machine's network"),
    "ParseError": (FailureKind.CONNECT, "the answer is not HTTP: {error}"),
    "DownloadCancelledError": (FailureKind.INTERRUPTED, "the fetch was broken off"),
    "DownloadFailedError": (FailureKind.CONNECT, "the connection broke off: {error}"),
    "ResponseFailed": (FailureKind.CONNECT, "the connection broke off: {error}"),
    "ConnectError": (FailureKind.CONNECT, "no connection: {error}"),
    "ConnectionLost": (FailureKind.CONNECT, "the connection broke off"),
    "ConnectionDone": (FailureKind.CONNECT, "the connection was closed without an answer"),
}

# Of these a second attempt at once has a fair chance; everything else waits for the next check.
_TRANSIENT = frozenset({FailureKind.DNS, FailureKind.CONNECT})


def kind_of(error: BaseException) -> FailureKind:
    """The kind of an exception, looking through its causes and Twisted's lists of reasons."""
    return _classify(error)[0]


def is_transient(error: BaseException) -> bool:
    """Whether trying again at once is worth it."""
    return kind_of(error) in _TRANSIENT


def from_exception(
    error: BaseException, url: str, at: datetime | None = None, redirects: tuple[str, ...] = ()
) -> Failed:
    """The value for an exception raised while fetching url."""
    kind, text = _classify(error)
    retry_after = error.retry_after if isinstance(error, FetchError) else None
    return Failed(url, kind, f"{url}: {text}.", at or datetime.now(UTC), None, retry_after, redirects)


def from_status(
    status: int, url: str, headers: dict[str, str], at: datetime, redirects: tuple[str, ...] = ()
) -> Failed:
    """The value for a response whose status brings no page. headers: lower-case names."""
    kind, advice = _status_kind(status, headers)
    retry_after = parse_retry_after(headers.get("retry-after", ""), headers.get("date", ""), at)
    if retry_after is not None:
        advice = f"{advice}; it asks us to wait {_readable(retry_after)}"
    return Failed(url, kind, f"{url}: HTTP {status}{_phrase(status)}; {advice}.", at, status, retry_after, redirects)


def parse_retry_after(value: str, date: str, now: datetime) -> timedelta | None:
    """A Retry-After header (seconds, or a date read against the response's own Date), 0 to 24 hours, None if absent."""
    value = value.strip()
    if re.fullmatch(r"[0-9]+", value):
        # However long the number is: who writes twenty digits wants to be left alone, not to be asked in a minute.
        wait = timedelta(seconds=int(value)) if len(value) < 10 else MAX_RETRY_AFTER
    else:
        until = _http_date(value)
        if until is None:
            return None
        wait = until - (_http_date(date) or now)
    return min(max(wait, timedelta()), MAX_RETRY_AFTER)


def _http_date(value: str) -> datetime | None:
    try:
        parsed = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _classify(error: BaseException) -> tuple[FailureKind, str]:
    first: tuple[FailureKind, str] | None = None
    vague = True
    for link in _chain(error):
        if isinstance(link, FetchError):
            return link.kind, str(link)
        found = next((_KINDS[name] for name in map(_name, type(link).__mro__) if name in _KINDS), None)
        if found is None:
            continue
        kind, template = found
        described = kind, template.format(error=_words(link))
        # A broken connection says little; what lies below it (TLS, timeout, guard) says why.
        if kind is not FailureKind.CONNECT:
            return described
        # So does one that has words of its own, beside one that can only repeat those of a library.
        if first is None or (vague and "{error}" not in template):
            first, vague = described, "{error}" in template
    return first or (FailureKind.OTHER, f"unexpected {type(error).__name__}: {_words(error)}; please report this")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, then what caused it: __cause__, Twisted's `reasons` (failures), a wrapped `osError`."""
    seen: set[int] = set()
    queue: list[BaseException | None] = [error]
    while queue:
        link = queue.pop(0)
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        queue.extend(getattr(reason, "value", None) for reason in getattr(link, "reasons", None) or ())
        queue.append(link.__cause__)


def _name(cls: type) -> str:
    """The class's name; pyOpenSSL calls its exception just Error."""
    return f"OpenSSL.{cls.__name__}" if cls.__module__.startswith("OpenSSL") else cls.__name__


def _words(error: BaseException) -> str:
    """An exception's text on one line, at most 300 characters."""
    return re.sub(r"\s+", " ", str(error) or type(error).__name__).strip(" .")[:300]


def _status_kind(status: int, headers: dict[str, str]) -> tuple[FailureKind, str]:
    if status in (404, 410):
        return FailureKind.NOT_FOUND, "the page is gone or has moved; look for its new address"
    if status == 429:
        return FailureKind.RATE_LIMITED, "the site says we ask too often; lengthen the interval"
    if headers.get("cf-mitigated") == "challenge":
        return FailureKind.HTTP_CLIENT, "a bot wall stands before the page; ask the site to let us through"
    if status in (401, 403, 407, 451):
        return FailureKind.HTTP_CLIENT, "the site does not let us see the page"
    if 400 <= status < 500:
        return FailureKind.HTTP_CLIENT, "the site refuses the request; open the URL in a browser to compare"
    if status >= 500:
        return FailureKind.HTTP_SERVER, "the site is in trouble; it is tried again at the next check"
    if 300 <= status < 400:
        return FailureKind.REDIRECTS, "a redirect that cannot be followed"
    return FailureKind.HTTP_SERVER, "an answer that brings no page"


def _phrase(status: int) -> str:
    try:
        return f" {HTTPStatus(status).phrase}"
    except ValueError:
        return ""


def _readable(wait: timedelta) -> str:
    seconds = int(wait.total_seconds())
    if seconds < 120:
        return f"{seconds} s"
    return f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"
