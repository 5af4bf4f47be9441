"""A new page without the notes that tell which of its clauses were struck, so that these are read as gone.

"Articles 11.1 and 11.2 are stricken in their entirety.", "6.4 [Struck by mutual consent. The struck sentence read: …]":
beside the old clause such a note is no rewording of it, and one that quotes the clause seems to keep it. Only notes on
what the old page holds are left out: any other one is the only thing that tells.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from monitors.language.pages.sentences import pieces
from monitors.language.words.patterns import regex
from monitors.records import Segment

_STRUCK = r"(?:struck|stricken|deleted|repealed|rescinded|removed|omitted)"
_NUMBER = r"\d+(?:\.\d+)*(?:\([a-z0-9]+\))*"
_NUMBERED = re.compile(_NUMBER)
_NOTE = regex(
    rf"(?i:(?:{_NUMBER} )?(?:sections?|subsections?|articles?|clauses?|paragraphs?) (?P<numbers>{_NUMBER}(?:(?:,|,? and|,? through|,? to) {_NUMBER})*)"
    rf" (?:is|are|was|were|shall be|has been|have been) (?:hereby |each |both |all )*{_STRUCK}(?: out)?\b[^;]{{0,120}})"
)
_RANGE = regex(r"\b(?:through|to)\b")
_OPENS = regex(rf"(?i:(?:{_NUMBER} )?\[(?:{_STRUCK}|intentionally {_STRUCK}) (?!as\b)[^\]]*)")
_CUE = regex(rf"(?i:\b{_STRUCK}\b)")


def without_struck_notes(before: Sequence[Segment], after: Sequence[Segment]) -> list[Segment]:
    """The segments of the new page, as many, without notes on clauses that the old page holds and the new one struck."""
    if not any(_CUE.search(segment.text) for segment in after):
        return list(after)
    held = {number for segment in before for piece in pieces(segment.text) for number in _leading(piece)}
    outside = _outside_brackets(after, held)
    said = [piece for _, kept in outside for piece in kept]
    stays = {number for piece in said if not _NOTE.fullmatch(_bare(piece)) for number in _leading(piece)}
    found: list[Segment] = []
    for segment, kept in outside:
        left = [piece for piece in kept if not _notes(piece, held - stays)]
        # A note that is left out leaves an empty segment: what the diff says of the others goes by their places.
        found.append(segment if len(left) == len(pieces(segment.text)) else replace(segment, text=" ".join(left)))
    return found


def _outside_brackets(page: Sequence[Segment], held: Set[str]) -> list[tuple[Segment, list[str]]]:
    """Each segment with its pieces outside brackets that stand for a clause of the old page and open with what was done:
    "6.4 [Struck by consent. It read: ...]"."""
    found: list[tuple[Segment, list[str]]] = []
    inside = False
    for segment in page:
        kept: list[str] = []
        for piece in pieces(segment.text):
            opens = _OPENS.match(piece) is not None and not held.isdisjoint(_leading(piece))
            if not (inside or opens):
                kept.append(piece)
            inside = "]" not in piece and (inside or opens)
        found.append((segment, kept))
    return found


def _bare(piece: str) -> str:
    return piece.rstrip(" .")


def _leading(piece: str) -> Sequence[str]:
    """The number that a line begins with, as it is written."""
    found = _NUMBERED.match(piece)
    return [found.group()] if found else []


def _notes(piece: str, gone: set[str]) -> bool:
    """Whether a line says no more than that clauses were struck, the first of which went from the page."""
    told = _NOTE.fullmatch(_bare(piece))
    if told is None:
        return False
    numbers = _NUMBERED.findall(told["numbers"])
    return set(numbers) <= gone or (_RANGE.search(told["numbers"]) is not None and numbers[0] in gone)
