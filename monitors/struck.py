"""Text that is struck through: shown, and no longer so.

A block that is struck as a whole has a flag (`Segment.struck`); where only a part is, that part stands in `~~`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

STRIKE = "~~"
_PART = re.compile(r"~~(?:(?!~~).)+~~")


def without_struck(text: str) -> str:
    """A text without the parts of it that are struck; what a rule says is what is left."""
    return " ".join(_PART.sub(" ", text).split()) if STRIKE in text else text


def parted(sentences: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The sentences of one text, each with whether it is struck as a whole; a strike that runs over the end of one goes
    on in the next."""
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
