"""Word pieces as BERT's lower-case vocabulary cuts them, for the encoder of learned.py.

The cutting is that of the model's publisher (lower case, accents dropped, punctuation by itself, then the longest piece
first), checked by benchmarks/train_reader.py against the `tokenizers` library on all committed cases; that library is
not required because it brings a client that downloads models.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import files

UNKNOWN = 100
_MOST_OF_A_WORD = 100  # characters; longer words are unknown, as the publisher has it
# CJK characters are words by themselves.
_SINGLE = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


def pieces(text: str) -> list[int]:
    """The pieces of a text, by number in the vocabulary."""
    clean = "".join(_cleaned(character) for character in text)
    bare = "".join(c for c in unicodedata.normalize("NFD", clean) if unicodedata.category(c) != "Mn").lower()
    spaced = "".join(f" {c} " if _stands_alone(c) else c for c in bare)
    return [piece for word in spaced.split() for piece in _word(word)]


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """Piece to number, 30,522 of them."""
    lines = files("monitors.language").joinpath("model/vocab.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=16384)
def _word(word: str) -> tuple[int, ...]:
    if len(word) > _MOST_OF_A_WORD:
        return (UNKNOWN,)
    known, found, start = vocabulary(), [], 0
    while start < len(word):
        lead = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if lead + word[start:end] in known), None)
        if end is None:
            return (UNKNOWN,)
        found.append(known[lead + word[start:end]])
        start = end
    return tuple(found)


@lru_cache(maxsize=4096)
def _cleaned(character: str) -> str:
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if character in "\0\ufffd" or category in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return ""
    return " " if category == "Zs" else character


@lru_cache(maxsize=4096)
def _stands_alone(character: str) -> bool:
    code = ord(character)
    if code < 128:
        return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return unicodedata.category(character).startswith("P") or any(low <= code <= high for low, high in _SINGLE)
