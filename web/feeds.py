"""Changes as Atom (RFC 4287) and JSON Feed 1.1: text only, one entry a change, ids that outlive every address."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from xml.etree import ElementTree as Xml

from fastapi import Request, Response

from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, happened_words
from monitors.deciding import deciding_first
from monitors.places import place_of
from monitors.records import Annotation
from storage import ChangeRow
from web.visible import visible
from web.wording import headline_of, name_of

ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 can't hold even as a reference.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The day from which the ids' name is ours; an id never changes, so neither does this.
TAG_DAY = "2026"
MOST_PASSAGES, LONGEST = 5, 600
FRESH_FOR = 300  # seconds: feed readers ask far more often than pages change


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. number: its id; updated: later than published where an analyst called it wrong."""

    number: int
    title: str
    text: str
    url: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Feed:
    """authority: a domain name for the ids; address, page: of the feed and of the list it is made of; at: its newest
    entry's time, or the start of time."""

    title: str
    authority: str
    address: str
    page: str
    entries: Sequence[Entry]

    @property
    def at(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=datetime(2026, 1, 1, tzinfo=UTC))

    def tag(self, what: str) -> str:
        """A permanent id (RFC 4151)."""
        return f"tag:{self.authority},{TAG_DAY}:{what}"


def entry_of(row: ChangeRow, url: str, wrong: Annotation | None) -> Entry:
    """A change as an entry; one that was called wrong says so first."""
    change, reading = row.change, row.change.reading
    title = f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}: {row.source.name}: "
    where = f"{row.source.name}, {place_of(row.source)}: {name_of(row.monitor)}"
    lines = [happened_words(change.kind, change.since, change.at) + ".", where]
    telling = [change.passages[index] for index in deciding_first(change)]
    for passage in telling[:MOST_PASSAGES]:
        lines += [f"Removed: {passage.before[:LONGEST]}"] if passage.before else []
        lines += [f"Added: {passage.after[:LONGEST]}"] if passage.after else []
    if len(telling) > MOST_PASSAGES:
        lines.append(f"and {len(telling) - MOST_PASSAGES} more passages on its page")
    lines.append("This is an automatic reading and may be wrong; the words are the evidence.")
    if wrong is not None:
        title = f"Correction, not so: {title}"
        lines.insert(0, f"An analyst called this wrong. {wrong.note}".strip())
    return Entry(
        number=change.id,
        title=_clean(title + headline_of(change, row.monitor)),
        text=_clean("\n".join(lines)),
        url=url,
        published=change.at,
        updated=wrong.at if wrong else change.at,
        tags=(*(topic.value for topic in reading.topics), reading.direction.value, reading.severity.value,
              row.source.jurisdiction),
        source=_clean(row.source.name),
    )  # fmt: skip


def as_atom(feed: Feed) -> bytes:
    Xml.register_namespace("", ATOM)
    root = Xml.Element(f"{{{ATOM}}}feed")
    _put(root, "id", feed.tag(f"feed/{hashlib.sha256(feed.page.encode()).hexdigest()[:16]}"))
    _put(root, "title", _clean(feed.title))
    _put(root, "updated", _time(feed.at))
    _put(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _put(root, "link", rel="alternate", type="text/html", href=feed.page)
    for entry in feed.entries:
        one = Xml.SubElement(root, f"{{{ATOM}}}entry")
        _put(one, "id", feed.tag(f"change/{entry.number}"))
        _put(one, "title", entry.title)
        _put(one, "link", rel="alternate", type="text/html", href=entry.url)
        _put(one, "published", _time(entry.published))
        _put(one, "updated", _time(entry.updated))
        _put(Xml.SubElement(one, f"{{{ATOM}}}author"), "name", entry.source)
        for tag in entry.tags:
            _put(one, "category", term=tag)
        _put(one, "content", entry.text, type="text")
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def as_json(feed: Feed) -> bytes:
    items = [
        {
            "id": feed.tag(f"change/{entry.number}"),
            "url": entry.url,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": _time(entry.published),
            "date_modified": _time(entry.updated),
            "authors": [{"name": entry.source}],
            "tags": list(entry.tags),
        }
        for entry in feed.entries
    ]
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _clean(feed.title),
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "items": items,
    }
    return json.dumps(made, ensure_ascii=False).encode("utf-8", "replace")


def answer(request: Request, body: bytes, at: datetime, media_type: str) -> Response:
    """The feed, or 304 for who has it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "etag": etag,
        "last-modified": format_datetime(at.astimezone(UTC), usegmt=True),
        "cache-control": f"public, max-age={FRESH_FOR}",
    }
    if _has_it(request, etag, at):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _has_it(request: Request, etag: str, at: datetime) -> bool:
    """If-None-Match decides alone where it is given (RFC 9110)."""
    known = request.headers.get("if-none-match")
    if known is not None:
        return known.strip() == "*" or etag in [one.strip().removeprefix("W/") for one in known.split(",")]
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and at.replace(microsecond=0) <= since


def _put(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> None:
    one = Xml.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    if text:
        one.text = text


def _clean(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", visible(text))


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
