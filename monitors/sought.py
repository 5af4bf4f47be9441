"""What somebody looks for in texts: words, beginnings of words, phrases; and where a text says them.

Texts and queries are folded alike (no case, no accents, ligatures undone), here and not in the database, so that SQLite
and PostgreSQL find the same and a found word can be shown where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_TERMS = 12
LONGEST_QUERY = 200
LONGEST_WORD = 60
SHORTEST_BEGINNING = 3  # a shorter word stands for itself: "no" should not find "notice"

_TOKEN = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))  # as phones and word processors type them
_TERM = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand side by side; beginning: the last one may go on; unwanted: the text must not say it."""

    words: tuple[str, ...]
    beginning: bool = False
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """All terms must be said, no unwanted one."""

    terms: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if not term.unwanted)


def sought(query: str) -> Sought | None:
    """What a query asks for: `visit fee` (texts with words that begin so), `"in person"` (these words side by side),
    `-phone` (not that one). None where no word is asked for."""
    typed = query[:LONGEST_QUERY].translate(_QUOTES)
    terms = [term for found in _TERM.finditer(typed) if (term := _term(found)) is not None]
    asked = Sought(tuple(dict.fromkeys(terms))[:MOST_TERMS])
    return asked if asked.wanted else None


def _term(found: re.Match[str]) -> Term | None:
    minus, phrase, plain = found.groups()
    text = phrase if plain is None else plain
    unwanted = minus == "-" if plain is None else text.startswith("-")
    words = tuple(word for word, _, _ in folded(text))
    if not words:
        return None
    return Term(words, plain is not None and len(words[-1]) >= SHORTEST_BEGINNING, unwanted)


def folded(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word as it is compared, with where it stands: (word, start, end)."""
    for token in _TOKEN.finditer(text):
        raw = token[0]
        if raw.isascii():
            yield raw.lower()[:LONGEST_WORD], token.start(), token.end()
            continue
        bare = "".join(one for one in unicodedata.normalize("NFKD", raw) if not unicodedata.combining(one))
        for word in _WORD.findall(bare.casefold()):
            yield word[:LONGEST_WORD], token.start(), token.end()


def folded_words(text: str) -> list[str]:
    """The same words without their places."""
    if text.isascii():  # most texts, and four times as fast
        return [word[:LONGEST_WORD] for word in _ASCII_WORD.findall(text.lower())]
    return [word for word, _, _ in folded(text)]


def places(text: str, asked: Sought) -> list[tuple[int, int]]:
    """Where a text says what is asked for: spans [start, end), in order, not overlapping."""
    words = list(folded(text))
    spans = sorted(span for term in asked.wanted for span in _spans(words, term))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _spans(words: list[tuple[str, int, int]], term: Term) -> Iterator[tuple[int, int]]:
    size = len(term.words)
    *first, last = term.words
    for at in range(len(words) - size + 1):
        here = [word for word, _, _ in words[at : at + size]]
        if here[:-1] == first and (here[-1].startswith(last) if term.beginning else here[-1] == last):
            yield words[at][1], words[at + size - 1][2]


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a text; hit: it is what was looked for."""

    text: str
    hit: bool = False


def excerpt(texts: Iterable[str], asked: Sought, around: int = 120) -> tuple[Said, ...]:
    """The first place that says most of what is asked for, with some text around it; () where none does."""
    best: tuple[int, str, list[tuple[int, int]]] = (0, "", [])
    for text in texts:
        found = places(text, asked)
        if found:
            terms = sum(bool(places(text, Sought((term,)))) for term in asked.wanted)
            if terms > best[0]:
                best = (terms, text, found)
                if terms == len(asked.wanted):
                    break
    _, text, found = best
    if not found:
        return ()
    start = max(0, found[0][0] - around)
    end = min(len(text), found[0][1] + 2 * around)
    return marked(text, [span for span in found if span[1] <= end], start, end)


def marked(text: str, spans: Iterable[tuple[int, int]], start: int = 0, end: int | None = None) -> tuple[Said, ...]:
    """text[start:end] cut at the spans."""
    stop = len(text) if end is None else end
    pieces, at = [Said("… ")] if start else [], start
    for left, right in spans:
        pieces += [Said(text[at:left]), Said(text[left:right], hit=True)]
        at = right
    pieces.append(Said(text[at:stop] + (" …" if stop < len(text) else "")))
    return tuple(piece for piece in pieces if piece.text)
