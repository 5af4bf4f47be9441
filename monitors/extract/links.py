"""Addresses behind words: another file, form, mailbox or number behind the same words is a change a reader can open."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from monitors.segments import squeeze

_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|csv|txt|zip|epub)$", re.IGNORECASE)
# Content systems of counties serve files from paths without an extension.
_HANDLER = re.compile(
    r"(?:^|/)(?:documentcenter/view|showpublisheddocument|showdocument|viewfile|viewdocument|documentview|getfile|getdocument|"
    r"media/\d+|:[bwxpf]:|download(?:file|document|handler)?|[^/]+\.ashx|filehandler|fileview|blobdload|document/d|file/d|uploadedfiles?)(?:[/.]|$)",
    re.IGNORECASE,
)
# Where the query alone says that a file is given out: WordPress's download managers and attachments.
_FILE_QUERY = re.compile(r"wpdmdl|(?:attachment|download|sdm_process_download|file|document|doc)_?id", re.IGNORECASE)
# Services of which an address is a form, a calendar, a folder or a file: there is nothing to it but its path.
_SHARED = re.compile(
    r"(?:^|[.-])(?:(?:jot|type|google|cognito|ms|my|e|web)?forms?|formstack|formsite|formassembly|wufoo|surveymonkey|surveys?"
    r"|seamlessdocs|docusign|smartsheet|airtable|signupgenius|calendars?|calendly|acuityscheduling|dropbox|sharepoint"
    r"|onedrive|1drv|box(?=\.com)|(?:docs|drive)\.google)(?:[.-]|$)",
    re.IGNORECASE,
)
# One of these is in whatever _SHARED matches. For monitors/versions.py too: what holds none is never noted.
SHARED_HINTS = (
    "form|wufoo|survey|seamless|docusign|smartsheet|airtable|signup|calend|acuity|sharepoint|drive|1drv|box|docs"
)
_HINTED = re.compile(SHARED_HINTS, re.IGNORECASE)
_DATED = re.compile(r"/(?:19|20)\d\d(?:[/-]|$)")  # a calendar's month runs by itself
_SESSION = re.compile(r";[a-z]*session[a-z]*=[^/?#]*", re.IGNORECASE)
# Without a scheme and without two slashes at its beginning a link stays on its host; most links of a page are such.
# Control characters at the beginning are no part of a link (WHATWG URL): two slashes may stand behind them.
_WITHIN = re.compile(r"/?(?:[^:/\s\\\x00-\x1f][^:\s\\]*)?")
# In the address of a frame, a booking or a picture: it is about visits. A pattern, for monitors/versions.py too.
SPEAKING = r"(?i:[^\"]*visit)"
_SPEAKS = re.compile(SPEAKING)
# In the address of a picture: it shows when or how people visit.
PICTURING = r"(?i:[^\"]*(?:visit|schedul|hours|rules))"
_PICTURES = re.compile(PICTURING)
_SIZE = re.compile(r"(?:[-_.@](?:\d{2,4}x\d{2,4}|scaled|[0-9a-f]{8,}|\dx))+(?=\.\w{2,5}$)", re.IGNORECASE)
_PICTURE = re.compile(r"[^/]+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)
LEAST_DIGITS = 7  # of a telephone number: without its area
_NAMING = re.compile(r"(?:file|doc|document|name|id|path|url|src|blob\w*)\w*|f|fid|guid", re.IGNORECASE)


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
    files += [f"{name}={value}" for name, value in parse_qsl(parts.query) if _FILE_QUERY.fullmatch(name)]
    return f"{path}?{files[0]}" if files else ""


def shared_address(base: str, href: str) -> str:
    """Host and path of a form, a calendar, a folder or a file that a service of such keeps, with the parts of its query
    that name it; "" for any other link."""
    host = outside_host(base, href) if _HINTED.search(href) else ""
    if not host or not _SHARED.search(host):
        return ""
    parts = urlsplit(urljoin(base, href.strip()))
    if _DATED.search(parts.path):
        return ""
    names = "&".join(f"{name}={value}" for name, value in parse_qsl(parts.query) if _names_file(name, value))
    path = parts.path.rstrip("/")
    return f"{host}{path}" + (f"?{names}" if names else "") if path or names else ""


def contact(href: str) -> tuple[str, str]:
    """("mail", address) or ("call", number) that a link leads to; ("", "") where it leads to neither."""
    scheme, colon, rest = href.strip().partition(":")
    address = unquote(rest.split("?")[0]).strip().lower()
    if not colon or scheme.lower() not in ("mailto", "tel"):
        return "", ""
    if scheme.lower() == "mailto":
        return ("mail", address) if "@" in address else ("", "")
    digits = "".join(filter(str.isdigit, address))
    return ("call", digits) if len(digits) >= LEAST_DIGITS else ("", "")


def shows_contact(text: str, address: str) -> bool:
    """Whether a text says the mail address, or the number by its last digits, so that nothing is left to note."""
    if "@" in address:
        return address in text.lower()
    return address[-LEAST_DIGITS:] in "".join(filter(str.isdigit, text))


def linked_picture(href: str) -> str:
    """The name of a picture that a link opens, as picture_name writes it; "" for any other link."""
    hit = _PICTURE.search(href.split("?")[0].split("#")[0].strip())
    return _SIZE.sub("", squeeze(unquote(hit[0]))) if hit else ""


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
    """The name of a picture whose address names visits, a schedule, hours or rules, "" otherwise. Without the size and
    hash that content systems put into it."""
    if not _PICTURES.match(source) or source.startswith("data:"):
        return ""
    name = linked_picture(source)
    return name if _PICTURES.match(name) else ""


@lru_cache(maxsize=64)
def _own_host(base: str) -> str:
    return (urlsplit(base).hostname or "").removeprefix("www.")
