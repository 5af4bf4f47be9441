"""Text that stands in attributes: alternative texts, tooltips, labels, button captions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from monitors.extract.elements import names
from monitors.extract.scripts import json_strings
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
# Attributes that no reader is shown in any form, beside those that begin with "on".
UNREAD = names(
    "class id nonce name rel target width height srcset sizes loading decoding fetchpriority for method action tabindex"
    " integrity crossorigin media charset property itemprop itemtype itemid itemscope xmlns viewbox viewBox d fill"
    " stroke points"
)
MUTE = UNREAD | names("href style")  # an element with no others brings no text in them; most have none
_READ_ELSEWHERE = UNREAD | names("href src srcdoc style content data alt value placeholder label") | set(_TOOLTIPS)
_PICTURES = frozenset(("img", "area", "image"))
_BUTTONS = frozenset(("submit", "button", "reset"))
_SECRET = frozenset(("hidden", "password", "checkbox", "radio", "file", "color", "range"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"<[^>]{1,200}>")
SENTENCE_WORDS = 4  # "alt of more than three words": shorter ones are names of pictures
_STATES = re.compile(
    r"\b(?:closed|open|cancell?ed|suspended|no visits?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|\$\d"
    r"|\d\s*(?:[ap]\.?m\b|:\d\d)",
    re.IGNORECASE,
)  # what a picture of few words says: a sign with a day, a time, a price

# What a mark that is no letter says by its name: it belongs to the text that it stands beside. Not "check" or "tick",
# which are bullets of lists more often than answers.
_STATE = re.compile(
    r"(?:not )?(?:allowed|available|permitted|accepted|included|offered|required|open)|yes|no|closed|full|booked"
    r"|unavailable|prohibited|forbidden",
    re.IGNORECASE,
)
MARKS = names("img input i svg span div td th time abbr b")  # elements that may be such a mark


def state_of(node: LexborNode, attributes: Mapping[str, str | None]) -> str:
    """What a picture, or a sign that only its label or tooltip explains, says in a word: "Not allowed" beside "Cane".
    A box that nobody can tick is a tick or a cross. "" for any other, and where the text of the element says it."""
    if node.tag == "input":
        fixed = (attributes.get("type") or "").lower() in ("checkbox", "radio") and "disabled" in attributes
        return ("✓" if "checked" in attributes else "✗") if fixed else ""
    if node.tag == "img":
        text = attributes.get("alt")
    else:
        text = (attributes.get("aria-label") or attributes.get("title")) if node.tag in MARKS else ""
    text = squeeze(text) if text else ""
    return text if text and _STATE.fullmatch(text) and squeeze(node.text()).lower() != text.lower() else ""


def attribute_texts(tag: str, attributes: Mapping[str, str | None]) -> Iterator[tuple[SegmentKind, str]]:
    """The readable texts among an element's attributes, with their kind."""
    if tag in _PICTURES and (alt := attributes.get("alt")):
        yield from _of_picture(tag, alt)
    if tag == "input":
        yield from _input(attributes)
    elif tag == "optgroup" and (label := attributes.get("label")):
        yield SegmentKind.OPTION, squeeze(label)
    for name in _TOOLTIPS:
        if text := attributes.get(name):
            yield from _if_readable(SegmentKind.ALT, text)
    for name, text in attributes.items():
        if text and name not in _READ_ELSEWHERE and not name.startswith("on"):
            yield from _of_component(text)


def _of_picture(tag: str, alt: str) -> Iterator[tuple[SegmentKind, str]]:
    text = squeeze(_TAG.sub(" ", alt))
    if tag == "img" and _STATE.fullmatch(text):
        return
    if len(_WORD.findall(text)) < SENTENCE_WORDS and _STATES.search(text):
        yield SegmentKind.ALT, text
    else:
        yield from _if_readable(SegmentKind.ALT, alt)


def _of_component(value: str) -> Iterator[tuple[SegmentKind, str]]:
    """What a component of the site's own is handed to show, as text or as JSON; under any name, so only what speaks of
    visits. The fingerprint (monitors/versions.py) leaves out data- attributes of fewer words than these."""
    if len(value.split(None, SENTENCE_WORDS)) < SENTENCE_WORDS or not speaks_of_visits(value):
        return
    if value.lstrip()[:1] not in ("{", "["):
        yield from _if_readable(SegmentKind.ALT, value)
        return
    try:
        read = json.loads(value)
    except (ValueError, RecursionError):
        return
    for text in json_strings(read):
        if speaks_of_visits(text):
            yield SegmentKind.DATA, text


def _input(attributes: Mapping[str, str | None]) -> Iterator[tuple[SegmentKind, str]]:
    kind = (attributes.get("type") or "text").lower()
    if kind == "image" and (alt := attributes.get("alt")):
        yield from _if_readable(SegmentKind.ALT, alt)
    elif kind in _BUTTONS and (value := attributes.get("value")):
        yield SegmentKind.TEXT, squeeze(value)
    elif kind not in _SECRET and ("readonly" in attributes or "disabled" in attributes):
        # A field that nobody can fill in shows a value, be it "45 minutes".
        if (value := squeeze(attributes.get("value") or "")) and _WORD.search(value):
            yield SegmentKind.TEXT, value
        elif placeholder := attributes.get("placeholder"):
            yield from _if_readable(SegmentKind.TEXT, placeholder)
    elif kind not in _SECRET:
        for name in ("value", "placeholder"):
            if value := attributes.get(name):
                yield from _if_readable(SegmentKind.TEXT, value)


def _if_readable(kind: SegmentKind, text: str) -> Iterator[tuple[SegmentKind, str]]:
    text = squeeze(_TAG.sub(" ", text))
    words = len(_WORD.findall(text))
    if words >= SENTENCE_WORDS or (words >= 2 and speaks_of_visits(text)):
        yield kind, text
