"""Short ways to read a page in tests."""

from __future__ import annotations

from monitors.diff import Comparison, compare
from monitors.extract import Document, extract
from monitors.records import Segment

URL = "https://county.example/jail/visiting"


def document(html: str) -> Document:
    return extract(html.encode(), "text/html; charset=utf-8", URL, readable=False)


def segments(html: str) -> tuple[Segment, ...]:
    return document(html).segments


def texts(html: str) -> list[str]:
    return [segment.text for segment in segments(html)]


def changed(before: str, after: str) -> Comparison:
    return compare(segments(before), segments(after))
