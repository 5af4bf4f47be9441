"""Text that stands in attributes: alternative texts, tooltips, labels, button captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from monitors.furniture import speaks_of_visits
from monitors.records import SegmentKind
from monitors.segments import squeeze

_TOOLTIPS = (
    "title",
    "aria-label",
    "aria-description",
    "data-content",
    "data-bs-content",
    "data-original-title",
    "data-tooltip",
    "summary",
)
_PICTURES = frozenset(("img", "area", "image"))
_BUTTONS = frozenset(("submit", "button", "reset"))
_SECRET = frozenset(("hidden", "password", "checkbox", "radio", "file", "color", "range"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"<[^>]{1,200}>")
SENTENCE_WORDS = 4  # "alt of more than three words": shorter ones are names of pictures


def attribute_texts(tag: str, attributes: Mapping[str, str | None]) -> Iterator[tuple[SegmentKind, str]]:
    """The readable texts among an element's attributes, with their kind."""
    if tag in _PICTURES and (alt := attributes.get("alt")):
        yield from _if_readable(SegmentKind.ALT, alt)
    if tag == "input":
        yield from _input(attributes)
    elif tag == "optgroup" and (label := attributes.get("label")):
        yield SegmentKind.OPTION, squeeze(label)
    for name in _TOOLTIPS:
        if text := attributes.get(name):
            yield from _if_readable(SegmentKind.ALT, text)


def _input(attributes: Mapping[str, str | None]) -> Iterator[tuple[SegmentKind, str]]:
    kind = (attributes.get("type") or "text").lower()
    if kind == "image" and (alt := attributes.get("alt")):
        yield from _if_readable(SegmentKind.ALT, alt)
    elif kind in _BUTTONS and (value := attributes.get("value")):
        yield SegmentKind.TEXT, squeeze(value)
    elif kind not in _SECRET:
        for name in ("value", "placeholder"):
            if value := attributes.get(name):
                yield from _if_readable(SegmentKind.TEXT, value)


def _if_readable(kind: SegmentKind, text: str) -> Iterator[tuple[SegmentKind, str]]:
    text = squeeze(_TAG.sub(" ", text))
    words = len(_WORD.findall(text))
    if words >= SENTENCE_WORDS or (words >= 2 and speaks_of_visits(text)):
        yield kind, text
