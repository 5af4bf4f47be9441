"""What extraction makes of a body."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from monitors.records import Extractor, Quality, Segment, Verdict

OK = Verdict(Quality.OK)


class LinkKind(StrEnum):
    """DOCUMENT: a file to download; FRAME: iframe, frame or embedded object; REFRESH: meta refresh; CANONICAL, FEED:
    link elements."""

    DOCUMENT = "document"
    FRAME = "frame"
    REFRESH = "refresh"
    CANONICAL = "canonical"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a document points; url is absolute where the document's own URL was known."""

    kind: LinkKind
    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What one extractor (html, pdf, ...) found in a body."""

    segments: tuple[Segment, ...] = ()
    title: str = ""
    text: str = ""
    language: str = ""
    verdict: Verdict = OK
    links: tuple[Link, ...] = ()
    needs_browser: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A body as the product sees it. text: the reader's view; segments: everything a reader could see or open, in
    order; verdict: not ok says why there is no text; media_type: what the body really is; language: declared, or "";
    needs_browser: the text is made by scripts and a browser should fetch the page."""

    title: str
    text: str
    segments: tuple[Segment, ...]
    extractor: Extractor
    verdict: Verdict = OK
    media_type: str = ""
    links: tuple[Link, ...] = field(default=())
    language: str = ""
    needs_browser: bool = False
