"""Text that is struck through: shown, and no longer so.

A block that is struck as a whole has a flag (`Segment.struck`); where only a part is, that part stands in `~~`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

STRIKE = "~~"
# Right around what is struck: "~~ NOTICE ~~" and "~~~NOTICE~~~" are ornaments.
_PART = re.compile(r"(?<!~)~~(?=[^\s~])(?:(?!~~).)+(?<=[^\s~])~~(?!~)")


def has_struck(text: str) -> bool:
    """Whether a part of a text is struck."""
    return STRIKE in text and _PART.search(text) is not None


def without_struck(text: str) -> str:
    """A text without the parts of it that are struck; what a rule says is what is left."""
    return " ".join(_PART.sub(" ", text).split()) if STRIKE in text else text


def parted(text: str, sentences: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The sentences of a text, each with whether it is struck as a whole; a strike over the end of one goes on in the
    next."""
    if not has_struck(text):
        yield from ((sentence, False) for sentence in sentences)
        return
    goes_on = False
    for sentence in sentences:
        if not goes_on and STRIKE not in sentence:
            yield sentence, False
            continue
        marked = f"{STRIKE}{sentence}" if goes_on else sentence
        goes_on = marked.count(STRIKE) % 2 == 1
        marked = (f"{marked}{STRIKE}" if goes_on else marked).replace(STRIKE * 2, "")
        whole = not any(map(str.isalnum, without_struck(marked)))
        yield (marked.replace(STRIKE, "").strip() if whole else marked), whole
