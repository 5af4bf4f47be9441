"""Which other pages of its host a page links to: candidates for learning what is furniture there."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from monitors.extract.decode import decode
from monitors.extract.links import document_path

MOST = 200


def neighbours(body: bytes, media_type: str, url: str) -> tuple[str, ...]:
    """Absolute URLs of pages on the same host (and port), in page order, without the page itself, documents and
    duplicates; at most MOST."""
    here = urlsplit(url)
    found: dict[str, None] = {}
    for anchor in LexborHTMLParser(decode(body, media_type)).css("a[href]"):
        href = anchor.attributes.get("href") or ""
        try:
            target = urldefrag(urljoin(url, href.strip())).url
            parts = urlsplit(target)
        except ValueError:
            continue
        same_host = parts.scheme in ("http", "https") and parts.netloc.lower() == here.netloc.lower()
        if same_host and (parts.path, parts.query) != (here.path, here.query) and not document_path(target):
            found[target] = None
        if len(found) == MOST:
            break
    return tuple(found)


_FORM = re.compile(r"/(?:print|printable|print-?view|printer-?friendly|pdf|amp|text-?only)/?$", re.IGNORECASE)
_FORM_PARTS = re.compile(
    r"(?:print\w*|lang\w*|locale|hl|text-?size|font-?size|contrast|view|output|format|amp|share|reply\w*|utm_\w+|fbclid|theme)",
    re.IGNORECASE,
)


def is_another_form(own: str, url: str) -> bool:
    """Whether a URL is the page itself for printing, in another language or size: it shows the rules too, and what it
    shows would count as furniture."""
    here, there = urlsplit(own), urlsplit(url)
    if _FORM.sub("", there.path).rstrip("/") != _FORM.sub("", here.path).rstrip("/"):
        return False
    differs = set(parse_qsl(here.query)) ^ set(parse_qsl(there.query))
    return all(_FORM_PARTS.fullmatch(name) for name, _ in differs)
