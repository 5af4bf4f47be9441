"""Cheap answers before dear ones: can the segments have changed at all? And the text that passage spans refer to.

`fingerprint` never hides a change: it is taken over everything that segments are made from, and leaves out only
attributes that no segment comes from. Two bodies with one fingerprint have the same segments; two with different
fingerprints may still have the same ones.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from monitors.extract.attributes import SENTENCE_WORDS, UNREAD
from monitors.extract.decode import decode
from monitors.extract.elements import hides, strikes
from monitors.extract.html import MOST_CHARACTERS, too_deep
from monitors.extract.links import PICTURING, SHARED_HINTS
from monitors.extract.scripts import script_essence
from monitors.extract.sniff import HTML, JSON, PLAIN, sniff
from monitors.records import Segment
from monitors.segments import squeeze

# Raw-text elements in which markup-like text is text: too rare to be worth a rule, so the whole body is hashed.
_RAW_TEXT = re.compile(r"<(?:xmp|noembed|noframes|plaintext|textarea|listing)\b", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style)\b[^>]*>.*?</\1>|<!--.*?-->|<(?:link|source|track|param)\b[^>]*>", re.DOTALL)
_LINK = re.compile(r"<(?:link|source|track|param)\b[^>]*>")
_HIDDEN_INPUT = re.compile(r"<input\b[^<>]*\stype=\"hidden\"[^<>]*>")
_FILES = (
    r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|od[ts]|csv|txt|zip|epub)|document|download|show|view|file|blob"
    r"|media/\d|:[bwxpf]:|ashx"
)
_FILE_LIKE = rf"(?i:[^\"]*(?:{_FILES}))"
# What else a link or a frame is noted for in full: forms, calendars, shared files, mailboxes, numbers, pictures.
_NOTED = (
    rf"(?i:[^\"]*(?:{_FILES}|\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)|mailto:|tel:|wpdmdl|attachment|doc_?id"
    rf"|{SHARED_HINTS}))"
)
# Of a link that leaves the site its host matters, of one to a document all.
_OUTSIDE = re.compile(rf" href=(?!\"{_NOTED})(\"[^\"/]*//[^\"/?#]*)[^\"]*\"")
# Of a frame too; under another name, so that it stays.
_FRAMED = re.compile(
    rf"(?<=^<)((?:i?frame|embed|object)\b[^<>]*) (?:src|data)="
    rf"(?:(?=\"{_NOTED})(\"[^\"]*)|(\"[^\"/]*//[^\"/?#]*)[^\"]*)\""
)
# Of a form the host that it sends to.
_SENT = re.compile(r"(?<=^<form)([^<>]*) action=(\"[^\"/]*//[^\"/?#]*)[^\"]*\"")
# Fewer words than a component is ever handed to show (monitors/extract/attributes.py).
_WORD = r"(?:[^\"\s&]++|&(?!nbsp))*+"
_FEW_WORDS = rf"{_WORD}(?:\s{_WORD}){{0,{SENTENCE_WORDS - 2}}}"
# Attributes of which no segment is made. Document links, styles that hide or strike, and redirects stay.
_ATTRIBUTES = re.compile(
    rf" (?=[\w:.@-]+=\")(?:(?:{'|'.join(sorted(UNREAD))}|on[a-z]+)=\"[^\"]*\""
    rf"|data-(?!content|bs-content|original-title|tooltip)[\w:.-]*=\"{_FEW_WORDS}\""
    r"|style=\"(?![^\"]*(?i:none|hidden|line-through))[^\"]*\""
    r"|content=\"(?![^\"]*(?i:url))[^\"]*\""
    rf"|href=\"(?![^\"/]*//)(?!{_NOTED})[^\"]*\""
    rf"|(?:src=\"(?!{PICTURING})|data=\")(?!{_FILE_LIKE})[^\"]*\")"
)
_CLASS = re.compile(r" class=\"([^\"]*)\"")
_TAG = re.compile(r"<[a-z][^<>]*=\"[^<>]*>")


def readable_text(segments: Iterable[Segment]) -> str:
    """All segments' texts, one a line; spans of passages are offsets into it."""
    return "\n".join(segment.text for segment in segments)


def fingerprint(body: bytes, media_type: str) -> str:
    """32 hexadecimal digits that stay the same only where the segments do; about 1 ms for a page of 40 KB."""
    kind = sniff(body, media_type)
    if kind == HTML:
        return _digest(_html_essence(decode(body, media_type)))
    if kind in (PLAIN, JSON):
        return _digest(decode(body, media_type))
    return hashlib.blake2b(body, digest_size=16).hexdigest()


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@lru_cache(maxsize=16384)  # the tags of a menu are on every page of a host
def essential(tag: str) -> str:
    """A tag, written as a parser writes it, without what no segment is made of."""
    tag = _FRAMED.sub(r'\1 from=\2\3"', _HIDDEN_INPUT.sub("<input>", _LINK.sub("<link>", tag)))
    tag = _SENT.sub(r'\1 to=\2"', tag)
    tag = _CLASS.sub(_told_by_class, tag)
    return _OUTSIDE.sub(r"\1", _ATTRIBUTES.sub("", tag))


def _told_by_class(hit: re.Match[str]) -> str:
    classes = unescape(hit[1])
    return ' hides="1"' * hides(classes) + ' strikes="1"' * strikes(classes) or hit[0]


def _html_essence(text: str) -> str:
    """The parsed page written out again without what no segment is made of, then its scripts' texts."""
    text = text[:MOST_CHARACTERS]
    if too_deep(text) or _RAW_TEXT.search(text):
        return text
    tree = LexborHTMLParser(text)
    if tree.root is None:
        return text
    # Written by the parser, a "<" is the beginning of a tag: in texts it is "&lt;".
    kept = _TAG.sub(lambda hit: essential(hit[0]), _SILENT.sub("", tree.html or ""))
    return f"{squeeze(kept)}\n{script_essence(tree)}"
