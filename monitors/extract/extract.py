"""Body and media type to a Document: one extractor a media type, in one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import version

from monitors.extract import sniff as types
from monitors.extract.decode import decode
from monitors.extract.document import Document, Found
from monitors.extract.docx import docx_document
from monitors.extract.feed import feed_document
from monitors.extract.html import html_document
from monitors.extract.pdf import pdf_document
from monitors.extract.plain import json_document, plain_document
from monitors.extract.readable import readable_view
from monitors.extract.sniff import sniff
from monitors.records import Extractor, Quality, Verdict

REVISION = "13"  # raise when the segments of an unchanged body come out differently


@dataclass(frozen=True, slots=True)
class Body:
    """What an extractor is given."""

    data: bytes
    media_type: str
    url: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class _Way:
    name: str
    read: Callable[[Body], Found]
    libraries: tuple[str, ...] = ()


def _html(body: Body) -> Found:
    text = decode(body.data, body.media_type)
    found = html_document(text, body.url, body.select, body.ignore)
    return readable_view(text, found) if body.readable and found.verdict.ok else found


EXTRACTORS: dict[str, _Way] = {
    types.HTML: _Way("html", _html, ("selectolax", "trafilatura")),
    types.PLAIN: _Way("plain", lambda body: plain_document(decode(body.data, body.media_type))),
    types.PDF: _Way("pdf", lambda body: pdf_document(body.data), ("pypdfium2",)),
    types.DOCX: _Way("docx", lambda body: docx_document(body.data), ("python-docx",)),
    types.FEED: _Way("feed", lambda body: feed_document(body.data, body.media_type, body.url), ("feedparser",)),
    types.JSON: _Way("json", lambda body: json_document(decode(body.data, body.media_type))),
}


def extract(
    body: bytes,
    media_type: str,
    url: str,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    readable: bool = True,
) -> Document:
    """Reads a body. media_type: the Content-Type header's value, or "" (the bytes decide first in either case).

    Never raises on bad input: the verdict says what is wrong. readable=False leaves out trafilatura, that is the
    main-content labels and the reader's view (text is then all segments, one a line).
    """
    kind = sniff(body, media_type)
    way = EXTRACTORS.get(kind)
    if not body.strip():
        return _document(kind, way, Found(verdict=Verdict(Quality.EMPTY, "empty_body")))
    if way is None:
        return _document(kind, way, Found(verdict=Verdict(Quality.BINARY, "media_type", kind)))
    found = way.read(Body(body, media_type, url, tuple(select), tuple(ignore), readable))
    if found.verdict.ok and not any(segment.text for segment in found.segments):
        found = replace(found, verdict=Verdict(Quality.NO_TEXT, "no_text", kind))
    return _document(kind, way, found, select, ignore)


def _document(
    kind: str, way: _Way | None, found: Found, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Document:
    return Document(
        title=found.title,
        text=found.text or "\n".join(segment.text for segment in found.segments),
        segments=found.segments,
        extractor=_extractor(way, tuple(select), tuple(ignore)),
        verdict=found.verdict,
        media_type=kind,
        links=found.links,
        language=found.language,
        needs_browser=found.needs_browser,
    )


@lru_cache(maxsize=256)
def _extractor(way: _Way | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> Extractor:
    if way is None:
        return Extractor("none", REVISION)
    libraries = [f"{name} {version(name)}" for name in way.libraries]
    options = [f"select={', '.join(select)}"] * bool(select) + [f"ignore={', '.join(ignore)}"] * bool(ignore)
    return Extractor(way.name, "; ".join([REVISION, *libraries]), "; ".join(options))
