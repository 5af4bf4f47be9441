"""Amendments that name a clause of the page and the words that change in it, read as that clause in its new words.

"In section 5.2 strike "12" and insert "30"." says nothing of visits; section 5.2, which stands above it as it always did,
does. People are shown both lines as they stand.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitors.language.pages.sentences import pieces
from monitors.language.words.patterns import regex
from monitors.records import Segment

_NUMBER = r"\d+(?:[.-]\d+)*(?:\([a-z0-9]+\))*"
_QUOTED = r"[\"“”'‘’](?P<{}>[^\"“”]{{1,80}}?)[\"“”'’]"
_THE_WORDS = r"(?:the (?:words?|figures?|numbers?|phrase|sum|amount) )?"
_AMENDS = regex(
    rf"(?i:\b(?:section|subsection|article|clause|paragraph|exhibit|sec\.|§) ?(?P<number>{_NUMBER})(?: of [^,;:.\"“]{{3,40}})?(?: is| are| shall be)?(?: hereby)?(?: amended)?(?: by)?[,:]? "
    rf"(?:strik(?:e|ing)(?: out)?|delet(?:e|ing)|replac(?:e|ing)|remov(?:e|ing)) {_THE_WORDS}{_QUOTED.format('old')},? "
    rf"(?:and (?:insert|inserting|substitute|substituting|add|adding)(?: in (?:its|their) place| in lieu thereof)?|with|by) {_THE_WORDS}{_QUOTED.format('new')})"
)
_CUE = regex(r"(?i:\b(?:strik|delet|replac|remov)\w*\b)")


def as_amended(before: Sequence[Segment], after: Sequence[Segment]) -> tuple[list[Segment], frozenset[int]]:
    """The segments of the new page, as many, with the clauses that its new amendments name in their new words and
    without the sentences of these amendments, and where these clauses stand. One that changed itself stays as it is."""
    found, amended = list(after), set[int]()
    if not any(_CUE.search(segment.text) for segment in after):
        return found, frozenset()
    known = " ".join(segment.text for segment in before)
    kept = {segment.text for segment in before}
    for at, segment in enumerate(after):
        left = []
        for piece in pieces(segment.text):
            hit = _AMENDS.search(piece) if piece not in known else None
            clause = _clause(after, at, hit, kept) if hit is not None else None
            if hit is None or clause is None:
                left.append(piece)
                continue
            amended.add(clause)
            found[clause] = replace(found[clause], text=_word(hit["old"]).sub(hit["new"], found[clause].text, count=1))
        if len(left) < len(pieces(segment.text)):
            found[at] = replace(found[at], text=" ".join(left))
    return found, frozenset(amended)


def _clause(page: Sequence[Segment], note: int, hit: re.Match[str], kept: set[str]) -> int | None:
    """Where the one unchanged segment stands that has the clause's number and holds what is struck in it."""
    number = re.escape(hit["number"])
    named = re.compile(rf"(?i:(?:^|\b(?:sections?|articles?|clauses?|paragraphs?|sec\.|§) ?){number}(?![\d(]|\.\d))")
    places = [
        at
        for at, segment in enumerate(page)
        if at != note
        and segment.text in kept
        and (named.search(segment.text) or any(map(named.search, segment.heading)))
        and _word(hit["old"]).search(segment.text)
    ]
    return places[0] if len(places) == 1 else None


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){re.escape(words)}(?!\w|\.\d)")
