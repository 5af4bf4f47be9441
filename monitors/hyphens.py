"""Words that were divided at the end of a line, whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_PREFIXES = frozenset(
    ("in", "non", "re", "co", "pre", "self", "well", "long", "short", "on", "off", "walk", "check", "sign", "face")
)
_WORDS = re.compile(r"[\w-]+")


def known_words(text: str) -> Counter[str]:
    """The words of a document, lower case, by which its divided ones are told."""
    return Counter(_WORDS.findall(text.lower()))


def is_divided(line: str, following: str) -> bool:
    """Whether a line ends within a word that the following one goes on with."""
    return line[-1:] == "-" and line[-2:-1].isalpha() and following[:1].islower()


def unhyphened(text: str, following: str, known: Counter[str]) -> str:
    """in-/person stays hyphened, visita-/tion does not: the document's own words decide first."""
    head = re.split(r"[^\w-]", text[:-1])[-1].lower()
    tail = re.split(r"[^\w-]", following)[0].lower()
    if known[head + tail] or not (known[f"{head}-{tail}"] or head in _PREFIXES or len(head) < 3):
        return text[:-1] + following
    return text + following


def joined_lines(lines: Iterable[str], known: Counter[str]) -> str:
    """Lines as one text."""
    text = ""
    for line in lines:
        text = unhyphened(text, line, known) if is_divided(text, line) else f"{text} {line}"
    return text.lstrip()
