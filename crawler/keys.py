"""The stable name of a linked page: its URL without what changes while the page stays the same."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that say where a reader came from or which session he has, never which page it is.
_TRACKING = re.compile(
    r"^(utm_.*|mc_[ce]id|fbclid|gclid|dclid|msclkid|igshid|_ga|_gl|ref|ref_src|source|sid|session(_?id)?|jsessionid|"
    r"phpsessid|aspsessionid.*|cfid|cftoken|_hs(enc|mi)|trk|cmpid)$",
    re.IGNORECASE,
)
_PATH_SAFE = "/~+:@!$&'()*,;="
_SESSION_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)


def link_url(base: str, href: str) -> str:
    """href made absolute, without fragment, tracking and session; "" where it is no http(s) address."""
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])])
    path = quote(_SESSION_PATH.sub("", parts.path) or "/", safe=_PATH_SAFE + "%")
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, query, ""))


def link_key(url: str) -> str:
    """The key of a page by its absolute URL: host without www, path without trailing slash, sorted query.

    http or https, /News/ or /News, %7E or ~ make no new page; upper and lower case in a path do.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = quote(unquote(parts.path), safe=_PATH_SAFE).rstrip("/")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{port}{path}" + (f"?{query}" if query else "")
