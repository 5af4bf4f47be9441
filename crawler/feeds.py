"""Feeds: RSS and Atom bytes into items, and the feeds an HTML page offers. Pure: fetches and opens nothing."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from crawler.failures import FetchError
from crawler.keys import link_key, link_url
from monitors.extract.decode import decode
from monitors.extract.html import too_deep
from monitors.records import FailureKind, ListedItem

# feedparser takes about 2 ms an item and a second for 2 MB of markup; feeds carry their newest items first.
MAX_ITEMS = 200
MAX_LENGTH = 2_000_000
MAX_TAGS = 40_000  # measured: 50 us each in feedparser's lenient parser, 15 s for 285,000
MAX_TITLE = 300
MAX_SUMMARY = 500

_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_TAGS = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page offers. title as the page gives it, often "Comments Feed" for one nobody wants."""

    url: str
    title: str
    media_type: str


def feed_items(body: bytes, media_type: str, url: str) -> tuple[ListedItem, ...]:
    """The items of a feed, newest first as the feed has them, at most MAX_ITEMS.

    key is the item's guid or id, else its link; items without either, or without a web address, are left out. Raises
    FetchError(BAD_FEED) for what is no feed, or one with entity definitions (no honest feed needs them, and nested ones
    are how a kilobyte becomes a gigabyte).
    """
    import feedparser  # 60 ms that most rounds do not need

    text = _shortened(_DECLARATION.sub("", decode(body, media_type), count=1))
    if _ENTITY.search(text):
        raise FetchError(FailureKind.BAD_FEED, "the feed defines entities, which can blow up on reading; refused")
    if text.count("<") > MAX_TAGS or too_deep(text):
        raise FetchError(FailureKind.BAD_FEED, "the feed has more markup than can be read in a second or two")
    # A stream, never bytes: feedparser.parse would open a file or URL that the bytes happen to name.
    parsed = _any(feedparser).parse(
        io.BytesIO(text.encode()),
        # Without a base address: feedparser would resolve a guid like "17" against it, and the key would move with the
        # feed's own URL. Links are resolved in _item.
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        raise FetchError(FailureKind.BAD_FEED, 'it is neither RSS nor Atom; use spider = "listing" for an index page')
    items = (_item(entry, url) for entry in parsed.entries[:MAX_ITEMS])
    return tuple({item.key: item for item in items if item is not None}.values())


def feed_links(html: str, url: str) -> tuple[FeedLink, ...]:
    """The feeds a page declares by <link rel=alternate>, in page order, each once."""
    tree = LexborHTMLParser(html)
    found: dict[str, FeedLink] = {}
    for node in tree.css("link[rel~=alternate i][href]"):
        media = (node.attributes.get("type") or "").split(";")[0].strip().lower()
        target = link_url(url, node.attributes.get("href") or "")
        if media in _TYPES and target:
            title = _SPACE.sub(" ", node.attributes.get("title") or "").strip()
            found.setdefault(target, FeedLink(target, title, media))
    return tuple(found.values())


def _any(module: Any) -> Any:
    """feedparser has no types."""
    return module


def _shortened(text: str) -> str:
    """The feed up to its first MAX_ITEMS whole items and MAX_LENGTH characters.

    Of a feed that breaks off the last item goes: without its guid it would count as a new one.
    """
    starts = [match.start() for match in islice(_ITEM.finditer(text), MAX_ITEMS + 1)]
    if len(starts) <= MAX_ITEMS and len(text) <= MAX_LENGTH and _END.search(text[-200:]):
        return text
    end = max((start for start in starts if start <= MAX_LENGTH), default=None)
    return text[:MAX_LENGTH] if end is None else text[:end] + _closing(text)


def _closing(text: str) -> str:
    head = text[:2000].lower()
    if "<feed" in head:
        return "</feed>"
    return "</rdf:RDF>" if "<rdf:rdf" in head else "</channel></rss>"


def _item(entry: Mapping[str, Any], url: str) -> ListedItem | None:
    name = str(entry.get("id") or "").strip()[:500]
    href = str(entry.get("link") or "").strip() or (name if name.startswith(("http://", "https://")) else "")
    link = link_url(url, href)
    if not href or not link:
        return None
    title = _plain(str(entry.get("title") or ""))[:MAX_TITLE] or link
    return ListedItem(
        name or link_key(link), link, title, _date(entry), _plain(str(entry.get("summary") or ""))[:MAX_SUMMARY]
    )


def _date(entry: Mapping[str, Any]) -> str:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parsed:
        return ""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return ""


def _plain(markup: str) -> str:
    """Text of a title or summary: tags out, entities decoded once, one line."""
    if "<" in markup or "&" in markup:
        body = LexborHTMLParser(markup).body
        markup = body.text(separator=" ") if body is not None else _TAGS.sub(" ", markup)
    return _SPACE.sub(" ", markup).strip()
