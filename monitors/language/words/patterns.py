"""Patterns that are made when they are first asked, and such as are tried only on text that holds a word they need.

A line is asked for some hundred wordings of clocks, days and prices, and holds few of them, while Python's engine tries
each at every place. What a pattern can't do without is taken from itself: "\\b(?:a|1) nickel\\b" needs " nickel". It is
worth it for long lines and few words: in a clause of 40 letters the engine itself takes no longer than 30 words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from re import _constants as ops  # type: ignore[attr-defined]  # no public name; the same from Python 3.11 on
from re import _parser  # type: ignore[attr-defined]
from typing import Any, cast

_MOST_WORDS = 160  # looking for more takes as long as the pattern
_MOST_CHARACTERS = 12  # of a class such as [ap] or \d
_DIGITS = "0123456789"
_SIGNS = "$%&()[]{}/+@¢;:\"'"


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as re.compile() makes it, made when it is first asked: of two and a half thousand a reading needs a few
    hundred, and making all takes longer than reading a page. A wrong one raises re.error then, not when it is written;
    `match.re` is the pattern that was made and not this one."""
    return cast("re.Pattern[str]", _Unmade(pattern, flags))


class _Unmade:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self.pattern, self._given)
        # From now on the methods are found on the object itself: nothing stands between a line and the engine.
        self.__dict__.update({method: getattr(made, method) for method in _METHODS})
        return getattr(made, name)


_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


Replacement = str | Callable[[re.Match[str]], str]


class Pattern:
    """A compiled pattern that is first asked for its needed words; the same answers as re gives for the same text."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._compiled = regex(pattern)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """Words of which every text in which the pattern is found holds one; ("",) where none is known."""
        return needed(self.pattern)

    def may_stand(self, text: str) -> bool:
        """Whether a needed word stands in a text; where none does, the pattern is found in no part of it."""
        return any(map(text.__contains__, self.needed)) or not text.isascii()  # "٣" is a digit, too

    def search(self, text: str) -> re.Match[str] | None:
        return self._compiled.search(text) if self.may_stand(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._compiled.match(text) if self.may_stand(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._compiled.fullmatch(text) if self.may_stand(text) else None

    def findall(self, text: str) -> list[Any]:
        return self._compiled.findall(text) if self.may_stand(text) else []

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text) if self.may_stand(text) else iter(())

    def sub(self, replacement: Replacement, text: str) -> str:
        return self._compiled.sub(replacement, text) if self.may_stand(text) else text


class Replacements:
    """Patterns and what takes the place of each, one after the other; where no pattern's needed word stands, none can
    begin to change the text, and one look spares asking each of them."""

    def __init__(self, *steps: tuple[Pattern, Replacement]) -> None:
        self.steps = steps

    @cached_property
    def _needed(self) -> tuple[str, ...]:
        return tuple(_shortest({word for pattern, _ in self.steps for word in pattern.needed}))

    def sub(self, text: str) -> str:
        if text.isascii() and not any(map(text.__contains__, self._needed)):
            return text
        for pattern, replacement in self.steps:
            text = pattern.sub(replacement, text)
        return text


def needed(pattern: str) -> tuple[str, ...]:
    """Words of which every text in which a pattern is found holds one, the rarest choice; ("",) where none is known.

    Source: the tree that Python's own parser makes of the pattern.
    """
    tree = _parser.parse(pattern)
    words = None if tree.state.flags & re.IGNORECASE else _of_sequence(tree)
    return tuple(_shortest(words or {""}))


_Words = set[str] | None


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Words:
    """The best choice of a sequence: letters in a row make one word, and of several parts one is enough."""
    best: _Words = None
    run = ""
    for name, found in items:
        if name is ops.LITERAL:
            run += chr(found)
            continue
        if name in (ops.AT, ops.ASSERT_NOT):
            continue  # takes no letter: what stands before and after stands side by side
        best = _rarer(best, {run} if run else None)
        best, run = _rarer(best, _of_part(name, found)), ""
    return _rarer(best, {run} if run else None)


def _of_part(name: Any, found: Any) -> _Words:
    if name is ops.IN:
        return _of_class(found)
    if name is ops.BRANCH:
        return _of_any(found[1])
    if name is ops.SUBPATTERN:
        ignores_case = found[1] & re.IGNORECASE
        return None if ignores_case else _of_sequence(found[3])
    if name is ops.ASSERT:
        return _of_sequence(found[1])
    if name in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return _of_sequence(found[2]) if found[0] else None
    return _of_sequence(found) if name is ops.ATOMIC_GROUP else None


def _of_class(members: Iterable[tuple[Any, Any]]) -> _Words:
    """The characters of a class, None where these are many, or all but some."""
    found: set[str] = set()
    for name, value in members:
        if name is ops.LITERAL:
            found.add(chr(value))
        elif name is ops.RANGE and value[1] - value[0] < _MOST_CHARACTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif value is ops.CATEGORY_DIGIT:
            found.update(_DIGITS)
        else:
            return None
    return found if len(found) <= _MOST_CHARACTERS else None


def _of_any(branches: Iterable[Any]) -> _Words:
    found: set[str] = set()
    for branch in branches:
        words = _of_sequence(branch)
        if words is None:
            return None
        found |= words
    found = set(_shortest(found))
    return found if len(found) <= _MOST_WORDS else None


def _shortest(words: set[str]) -> list[str]:
    """The words of which none holds another one."""
    found = sorted(words, key=lambda word: (len(word), word))
    return [word for n, word in enumerate(found) if not any(short in word for short in found[:n])]


def _rarer(one: _Words, other: _Words) -> _Words:
    """Of two choices the one whose commonest word is rarer, then the one with fewer words."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda words: (min(map(_rarity, words)), -len(words)))


def _rarity(word: str) -> int:
    """Longer words are rarer, and signs such as $ are rarer than letters."""
    if len(word) > 1:
        return min(5, len(word.replace(" ", "")))
    return 3 if word in _SIGNS else 2 if word in _DIGITS else word != " "
