"""RSS and Atom to segments: each item under its title."""

from __future__ import annotations

import re
from typing import Any

from monitors.extract.document import Found
from monitors.extract.html import html_document
from monitors.records import Quality, Segment, SegmentKind, Verdict
from monitors.segments import cut

MOST_ITEMS = 500
MOST_BYTES = 5_000_000
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)


def feed_document(body: bytes, media_type: str, url: str) -> Found:
    """The segments of a feed; XML that is no feed gives EXTRACT_FAILED."""
    # Imported here: a check of pages alone need not pay for it.
    from feedparser.api import parse

    # Entities of its own are all that a feed could hide a bomb in; none needs them.
    feed = _DOCTYPE.sub(b"", body[:MOST_BYTES])
    parsed: Any = parse(feed, response_headers={"content-type": media_type})  # type: ignore[no-untyped-call]
    if not parsed.entries and not parsed.get("version"):
        return Found(verdict=Verdict(Quality.EXTRACT_FAILED, "not_a_feed", str(parsed.get("bozo_exception", ""))[:200]))
    title = str(parsed.feed.get("title", ""))
    segments = list(cut(Segment(title, kind=SegmentKind.TITLE)))
    for entry in parsed.entries[:MOST_ITEMS]:
        segments.extend(_item(entry, url))
    return Found(tuple(segments), title=title[:500], language=str(parsed.feed.get("language", ""))[:35])


def _item(entry: dict[str, object], url: str) -> list[Segment]:
    title = str(entry.get("title", ""))
    found = list(cut(Segment(title, kind=SegmentKind.HEADING)))
    contents = entry.get("content") or [{"value": entry.get("summary", "")}]
    assert isinstance(contents, list)
    for content in contents:
        for segment in html_document(str(content.get("value", "")), url).segments:
            path = (title, *segment.heading) if title else segment.heading
            found.append(Segment(segment.text, path, segment.kind, segment.key, struck=segment.struck))
    return found
