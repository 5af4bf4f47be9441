"""Links to documents: a changed file behind the same words is a change a reader can open."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from monitors.segments import squeeze

_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|csv|txt|zip|epub)$", re.IGNORECASE)
# Content systems of counties serve files from paths without an extension.
_HANDLER = re.compile(
    r"(?:^|/)(?:documentcenter/view|showpublisheddocument|showdocument|viewfile|viewdocument|documentview|getfile|getdocument|"
    r"media/\d+|:[bwxp]:|download(?:file|document|handler)?|get\.ashx|filehandler|fileview|blobdload|document/d|file/d|uploadedfiles?)(?:[/.]|$)",
    re.IGNORECASE,
)
_SESSION = re.compile(r";[a-z]*session[a-z]*=[^/?#]*", re.IGNORECASE)
# Without a scheme and without two slashes at its beginning a link stays on its host; most links of a page are such.
# Control characters at the beginning are no part of a link (WHATWG URL): two slashes may stand behind them.
_WITHIN = re.compile(r"/?(?:[^:/\s\\\x00-\x1f][^:\s\\]*)?")
# In the address of a frame, a booking or a picture: it is about visits. A pattern, for monitors/versions.py too.
SPEAKING = r"(?i:[^\"]*visit)"
_SPEAKS = re.compile(SPEAKING)
_SIZE = re.compile(r"(?:[-_.@](?:\d{2,4}x\d{2,4}|scaled|[0-9a-f]{8,}|\dx))+(?=\.\w{2,5}$)", re.IGNORECASE)
_PICTURE = re.compile(r"[^/]+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)
_NAMING = re.compile(r"(?:file|doc|document|name|id|path|url|src|blob\w*)\w*", re.IGNORECASE)


def absolute(base: str, href: str) -> str:
    """href made absolute; "" for one that cannot be read as a URL or is no web address."""
    try:
        joined = urljoin(base, href.strip())
        scheme = urlsplit(joined).scheme
    except ValueError:
        return ""
    return joined if scheme in ("http", "https", "") else ""


@lru_cache(maxsize=8192)  # the pages of a site share their menus
def document_path(href: str) -> str:
    """The path that names a linked document, without query and session, or "" where the link is not to a document.

    A handler such as ViewFile.aspx?id=12 is named by its query, so the parts that name a file stay.
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", ""):
        return ""
    path = squeeze(unquote(_SESSION.sub("", parts.path)))
    if _FILE.search(path):
        return path
    names = [f"{name}={value}" for name, value in parse_qsl(parts.query) if _names_file(name, value)]
    if _HANDLER.search(path):
        return path + (f"?{'&'.join(names)}" if names and _ends_in_handler(path) else "")
    files = [value for _, value in parse_qsl(parts.query) if _FILE.search(value)]
    return f"{path}?{files[0]}" if files else ""


def _names_file(name: str, value: str) -> bool:
    return bool(_NAMING.fullmatch(name)) and "session" not in name.casefold() and len(value) <= 200


def _ends_in_handler(path: str) -> bool:
    return not re.search(r"/\d+(?:/|$)|/d/", path)


def outside_host(base: str, href: str) -> str:
    """The host a link leads to, where it is another than the page's own; "" for links within the site."""
    if _WITHIN.fullmatch(href):
        return ""
    try:
        target = urlsplit(urljoin(base, href.strip()))
    except ValueError:
        return ""
    host = (target.hostname or "").removeprefix("www.")
    return host if target.scheme in ("http", "https") and host != _own_host(base) else ""


def speaks(address: str) -> bool:
    """Whether an address, or a part of one, names visits."""
    return _SPEAKS.match(address) is not None


def picture_name(source: str) -> str:
    """The name of a picture whose address names visits, "" otherwise: a schedule may be a picture. Without the size and
    hash that content systems put into it."""
    if not speaks(source) or source.startswith("data:"):
        return ""
    path = squeeze(unquote(source.split("?")[0].split("#")[0]))
    hit = _PICTURE.search(path)
    return _SIZE.sub("", hit[0]) if hit and speaks(hit[0]) else ""


@lru_cache(maxsize=64)
def _own_host(base: str) -> str:
    return (urlsplit(base).hostname or "").removeprefix("www.")
