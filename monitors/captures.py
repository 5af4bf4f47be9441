"""What a visit brings: its outcome, and the verdict on what was captured. Re-exported by monitors/records.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Quality(StrEnum):
    """Verdict on one capture. Only an ok capture may become a version."""

    OK = "ok"
    BLOCKED = "blocked"
    CHALLENGE = "challenge"
    LOGIN = "login"
    SOFT_404 = "soft_404"
    ERROR_PAGE = "error_page"
    MAINTENANCE = "maintenance"
    CONSENT = "consent"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    WRONG_PLACE = "wrong_place"
    MASS_LOSS = "mass_loss"
    BINARY = "binary"
    NO_TEXT = "no_text"
    EXTRACT_FAILED = "extract_failed"
    SELECTOR_EMPTY = "selector_empty"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A capture's quality with the rule that fired (rule "" when quality is ok)."""

    quality: Quality
    rule: str = ""
    detail: str = ""

    @property
    def ok(self) -> bool:
        return self.quality is Quality.OK


class FailureKind(StrEnum):
    """Why a visit brought no page. Expected failures are values, never exceptions."""

    DNS = "dns"
    REFUSED_ADDRESS = "refused_address"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    HTTP_CLIENT = "http_client"
    HTTP_SERVER = "http_server"
    NOT_FOUND = "not_found"
    RATE_LIMITED = "rate_limited"
    ROBOTS = "robots"
    REDIRECTS = "redirects"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    MEDIA_TYPE = "media_type"
    CONTENT_ENCODING = "content_encoding"
    BAD_FEED = "bad_feed"
    INTERRUPTED = "interrupted"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Exchange:
    """How a body came, beyond its own headers: kept as evidence, read by no judgement. request: the headers that were
    sent; address: the server's IP; encoding: how the bytes were packed on the wire; certificate: SHA-256 of the
    server's, in hex; redirects: URLs on the way; rendered: the body is the page as a browser showed it."""

    request: tuple[tuple[str, str], ...] = ()
    address: str = ""
    protocol: str = ""
    encoding: str = ""
    certificate: str = ""
    redirects: tuple[str, ...] = ()
    rendered: bool = False


NOT_KNOWN = Exchange()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A visit that brought a body. url is the final one after redirects; headers are lower-case."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: datetime
    redirects: tuple[str, ...] = ()
    exchange: Exchange = NOT_KNOWN

    def header(self, name: str) -> str:
        """The first value of a header, "" where absent."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), "")


@dataclass(frozen=True, slots=True)
class NotModified:
    """The site answered 304 to our validators."""

    url: str
    at: datetime
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A visit that brought nothing usable. status: HTTP status or None; retry_after: wait asked for by the site."""

    url: str
    kind: FailureKind
    message: str
    at: datetime
    status: int | None = None
    retry_after: timedelta | None = None
    redirects: tuple[str, ...] = ()


Outcome = Fetched | NotModified | Failed


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One entry of a listing or feed, as found. key identifies it for ever (feed guid or URL without noise)."""

    key: str
    url: str
    title: str
    published: str = ""
    summary: str = ""
