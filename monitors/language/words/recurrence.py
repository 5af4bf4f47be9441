"""How many weeks of a month a line speaks of: "every other Sunday", "first and third Saturday of each month".

Only for lines that are known to be about visiting hours.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from monitors.language.words.patterns import regex

WEEKLY = 4.0
_SPELLED = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}
_NTH = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_WHICH = r"(?:\{[a-z,]+\}|(?:weekends?|weeks?)\b)"
_MONTH = r"(?:,? ?(?:(?:of|in|a|per|each|every|the|any) )*(?:calendar )?months?\b|,? monthly\b)"
_HALF = regex(
    r"\b(?:every|each) (?:other|second|2nd|two|2)(?! day\b)(?: weeks?\b(?:,? on\b)?)?|\b(?:on |in )?alternat(?:e|ing)(?: weeks?\b(?:,? on\b)?)?|\b(?:bi-?weekly|fortnightly|every (?:14 days|fortnight)|semi-?monthly|(?:twice|2 times) (?:a|per|each|every) month)\b(?:,? on\b)?"
)
_NAMED = regex(
    rf"(?:\b(?:on|every|each|the) )*(?P<which>\b{_NTH}(?:(?:,? and |,? & |, ?| )(?:the )?{_NTH})*) (?P<day>{_WHICH})(?P<month>{_MONTH})?"
)
_THIRD = regex(r"\b(?:every|each) (?:third|3rd|three|3)(?: weeks?\b(?:,? on\b)?)?")
_ONCE = regex(r"\b(?:once (?:a|per|each|every) month|monthly)\b(?:,? on\b)?")
_EVERY = regex(r"\b(?:(?:every|each|per|a) week|weekly)\b(?:,? on\b)?|\b(?:every|each)(?= \{)")
_ANY = regex(r"\b(?:every|each|alternat|bi-?weekly|fortnight|week|month|twice|semi-?monthly)|\b" + _NTH + r"\b")


@dataclass(frozen=True, slots=True)
class Recurring:
    """times: in how many weeks of a month a line's days are meant; which: "first", "third", where they are named."""

    times: float = WEEKLY
    which: frozenset[str] = frozenset()


def recurring(plain: str) -> tuple[Recurring | None, str]:
    """In which weeks of a month a line's days are meant, None where it can't be told, and the line without that."""
    if not _ANY.search(plain):
        return Recurring(), plain
    for pattern, times in ((_HALF, WEEKLY / 2), (_THIRD, WEEKLY / 3)):
        if pattern.search(plain):
            return Recurring(times), pattern.sub(" ", plain)
    named = _NAMED.search(plain)
    if named is not None:
        which = frozenset(_SPELLED.get(nth, nth) for nth in re.findall(_NTH, named["which"]))
        if not named["month"] and len(which) == 1:
            return None, plain  # "the first Sunday" may be one day
        return Recurring(float(len(which)), which), f"{plain[: named.start()]} {named['day']}{plain[named.end() :]}"
    if _ONCE.search(plain):
        return Recurring(1.0), _ONCE.sub(" ", plain)
    return Recurring(), _EVERY.sub(" ", plain)
