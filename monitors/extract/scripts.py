"""Sentences inside scripts: JSON-LD, framework state such as __NEXT_DATA__, and string literals of plain scripts.

A page drawn by scripts holds its text there. Where the page shows text of its own, only strings that speak of visits
are taken; where it shows next to none, every sentence is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitors.attached import is_value
from monitors.furniture import speaks_of_visits
from monitors.records import Segment
from monitors.segments import ROW_MARK, squeeze
from monitors.struck import STRIKE

MOST_CHARACTERS = 2_000_000  # of all scripts together
MOST_STRINGS = 4_000
MOST_MISSES = 100  # brackets of a script that begin no JSON: each may cost a reading of all that follows
# Possessive and without a bound on length: a bound makes the scan of a long literal start again at every character.
_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*+)"|\'((?:[^\'\\\n]|\\.)*+)\'|`((?:[^`\\]|\\.)*+)`', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": " ", "v": " ", "0": ""}
_CODE = re.compile(
    r"[{};=]\s*$|=>|\bfunction\b|\breturn\b|[{}<>]\s*[{}<>]|^\s*[.#@][\w-]+\s*[{,]|==|&&|\|\||\bvar\s|url\(|rgba?\("
    r"|!important|px[;)]|sans-serif|monospace"
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_NESTED = 3
_TECHNICAL = frozenset(
    ("id", "type", "@type", "@id", "@context", "__typename", "class", "className", "slug", "url", "href", "src", "key")
)
_ANSWER = re.compile(r"free|no (?:charge|cost|fee)|not (?:allowed|available|offered|permitted)|none", re.IGNORECASE)
_TITLES = ("heading", "headline", "question", "title", "header")
LONGEST_TITLE = 160  # characters
_LABELLED = re.compile(
    r"[A-Z][^\W\d][\w ,/&()-]{0,40}: ?[^\s:/][^\n:]{0,60}"
)  # "Available: yes" says something of its title
# What a server writes of the one request it answers.
_OF_REQUEST = re.compile(
    r"[cx]srf|(?:(?:[cx]srf|request|session|trace|client|remote|user)[_-]?)?(?:token|ip|id|addr|nonce)", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{0,4}:){3,}[0-9a-f:.]*|(?=.*\d)(?=.*[a-f])[0-9a-f-]{12,}", re.IGNORECASE
)
# Where a script hands JSON to a name or a list: `window.STATE = {`, `push([`.
_JSON_BEGINS = re.compile(r"(?:=|\bpush\()\s*+(?=[\[{])")
_DECODER = json.JSONDecoder()
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_MEASURES = frozenset(("amount", "price", "prices", "fee", "fees", "cost", "costs", "rate", "rates", "charge")) | {
    *("minutes", "duration", "length", "limit", "age", "min", "max")
}
_BLOCK_END = re.compile(r"(</(?:p|li|div|h\d|tr|td|th|dt|dd)>|<br\s*/?>)", re.IGNORECASE)
_HALF_DAY = re.compile(r"(?<=\d)(\s*)[ap]m\b", re.IGNORECASE)
_STRIKES = re.compile(r"</?(?:s|del|strike)(?:\s[^<>]*)?>", re.IGNORECASE)
_TOKENS = re.compile(r"[^\W_]+")
LONGEST = 200_000  # characters of one string


Said = tuple[tuple[str, ...], str]  # a text under the headings that the data itself gives it


def script_essence(tree: LexborHTMLParser) -> str:
    """All that segments are made of in a page's scripts, as one text to compare."""
    return "\n".join("\t".join((*path, text)) for path, text in script_sayings(tree, everything=True))


def script_sayings(tree: LexborHTMLParser, *, everything: bool) -> Iterator[Said]:
    """The texts in a page's scripts, in order. everything: all sentences, else only those that speak of visits."""
    left = MOST_CHARACTERS
    count = 0
    for node in tree.css("script"):
        body = _source(node)[:left]
        left -= len(body)
        if not body or not (everything or "visit" in body.lower() or speaks_of_visits(body)):  # also "videoVisits"
            continue
        for path, text in _strings(body, node.attributes.get("type") or ""):
            if count >= MOST_STRINGS:
                return
            if everything or speaks_of_visits(text) or _rules_under(path, text):
                count += 1
                yield path, text


def _rules_under(path: Sequence[str], text: str) -> bool:
    """Whether a text without a word of visiting says something of visits by its title: "Two hours daily." below
    "Visiting hours"."""
    return bool(path) and speaks_of_visits(path[-1]) and (text[-1] in ".!?" or is_value(Segment(text)))


def _source(node: LexborNode) -> str:
    child = node.child
    return (child.text_content or "") if child is not None else ""


def _strings(body: str, kind: str) -> Iterator[Said]:
    if "template" in kind or "html" in kind or "handlebars" in kind:
        yield from (((), text) for text in _readable(body))
    elif "json" in kind or body.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            yield from (((), text) for text in _literals(body, _NESTED))
        else:
            yield from json_sayings(value)
    else:
        yield from (((), text) for text in chain(_literals(body, _NESTED), _assigned_rows(body)))


def _assigned_rows(body: str) -> Iterator[str]:
    """The rows of JSON that a script assigns to a name. Its sentences are literals like any other; a price beside its
    label is a row or nothing."""
    at = 0
    misses = 0
    while misses < MOST_MISSES and (hit := _JSON_BEGINS.search(body, at)):
        at = hit.end()
        try:
            value, end = _DECODER.raw_decode(body, at)
        except (ValueError, RecursionError):
            misses += 1
        else:
            at = end
            yield from _rows(value)


def _rows(value: object) -> Iterator[str]:
    stack: list[tuple[str, object]] = [("", value)]
    while stack:
        name, item = stack.pop()
        if isinstance(item, dict):
            yield from _row(item, name)
        stack.extend(_members(name, item))


def _members(name: str, item: object) -> Iterator[tuple[str, object]]:
    """What a JSON value holds, last first, each under its name; an entry of a list under the list's."""
    if isinstance(item, dict):
        return reversed([(str(key), value) for key, value in item.items()])
    return ((name, value) for value in reversed(item)) if isinstance(item, list) else iter(())


def _json_rows(text: str) -> Iterator[str]:
    """The rows of a string that is JSON as a whole, as for JSON.parse."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    yield from _rows(value)


def json_strings(value: object) -> Iterator[str]:
    """The readable strings of a JSON value, in order, markup taken off."""
    return (text for _, text in json_sayings(value))


def json_sayings(value: object) -> Iterator[Said]:
    """The same, each under the titles of what it stands in: {"heading": "Fees", "items": ["Cost: $5"]}."""
    stack: list[tuple[str, object, tuple[str, ...]]] = [("", value, ())]
    while stack:
        name, item, path = stack.pop()
        if isinstance(item, str):
            yield from ((path, text) for text in _nested(item, _NESTED))
            if path and _LABELLED.fullmatch(item) and not _says_something(item):
                yield path, squeeze(item)
        elif isinstance(item, dict):
            yield from ((path, text) for text in _row(item, name))
        title = _title(item) if isinstance(item, dict) else ""
        under = (*path, squeeze(title)) if title else path
        stack.extend((key, one, path if one is title else under) for key, one in _members(name, item))


def _title(item: dict[object, object]) -> str:
    """What heads a JSON object's members; the very string that it is given as."""
    names = (*_TITLES, "name") if "acceptedAnswer" in item or "answer" in item else _TITLES
    found = next((item[name] for name in names if isinstance(item.get(name), str) and item[name]), "")
    return found if isinstance(found, str) and len(found) <= LONGEST_TITLE and not _MARKUP.search(found) else ""


def _nested(text: str, depth: int) -> Iterator[str]:
    """A string that holds JSON or a script's literals of its own is read through."""
    head = text.lstrip()[:1]
    if depth and (head in ("{", "[") or '":' in text[:2000]) and '"' in text:
        yield from _literals(text, depth - 1)
        yield from _json_rows(text)
    else:
        yield from _readable(text)


def _literals(body: str, depth: int) -> Iterator[str]:
    for hit in _LITERAL.finditer(body):
        raw = hit[1] or hit[2] or hit[3] or ""
        if " " not in raw and raw[:1] not in ("{", "["):
            continue
        yield from _nested(_unescaped(raw) if "\\" in raw else raw, depth)


def _unescaped(raw: str) -> str:
    return _ESCAPE.sub(_character, raw).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(hit: re.Match[str]) -> str:
    code = hit[1] or hit[2] or hit[3]
    if code is None:
        return _SIMPLE.get(hit[4], hit[4])
    return chr(min(int(code, 16), 0x10FFFF))


def _readable(text: str) -> Iterator[str]:
    """The lines of a string that say something and are no code; HTML in it becomes its blocks."""
    if " " not in text or len(text) > LONGEST:
        return
    if _MARKUP.search(text):
        text = LexborHTMLParser(_BLOCK_END.sub("\\1\n", _STRIKES.sub(STRIKE, text))).text()
    for line in text.splitlines():
        bare = squeeze(line)
        if _says_something(bare) and not _CODE.search(bare):
            yield bare


def _says_something(text: str) -> bool:
    """Three words, or two that end like a sentence; numbers count as words where a true word is beside them."""
    text = _HALF_DAY.sub(r"\1", text)  # "9 AM" says no more than "9 a.m."
    tokens = len(_TOKENS.findall(text))
    return len(_WORDS.findall(text)) >= 2 and (tokens >= 3 or text[-1:] in ".!?")


def _row(item: dict[object, object], under: str) -> Iterator[str]:
    """A JSON object such as {"unit": "A", "day": "Monday"}: its short texts as one row, if one of them is a value. Bare
    numbers count under names of prices and limits, beside a word of visiting: elsewhere they are counters and ids."""
    speaks = any(isinstance(value, str) and speaks_of_visits(value[:60]) for value in item.values())
    texts = [squeeze(_cell(str(name), value, numbers=speaks)) for name, value in item.items()]
    texts = [text for text in texts if 0 < len(text) <= 60 and not _CODE.search(text) and "/" not in text[:8]]
    if 2 <= len(texts) <= 8 and any(is_value(Segment(text)) or (speaks and _ANSWER.fullmatch(text)) for text in texts):
        yield ROW_MARK.join(texts)
    if not speaks:
        yield from _measures(item, under)


def _measures(item: dict[object, object], under: str) -> Iterator[str]:
    """Numbers that their names make a price or limit of visiting: {"videoVisits": {"rate": 7.99}}."""
    for name, value in item.items():
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            continue
        parts = [part.lower() for part in _NAME_PARTS.findall(f"{under} {name}")]
        if _MEASURES.intersection(parts) and speaks_of_visits(" ".join(parts)):
            yield f"{' '.join(parts)}{ROW_MARK}{value}"


def _cell(name: str, value: object, *, numbers: bool) -> str:
    if isinstance(value, str):
        technical = name in _TECHNICAL or _OF_REQUEST.fullmatch(name) or _ADDRESS.fullmatch(value.strip())
        return "" if technical else value
    if numbers and isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value) if _MEASURES.intersection(part.lower() for part in _NAME_PARTS.findall(name)) else ""
    return ""
