"""Numbers of clauses: "4.1.2 Visits last 30 minutes" says the same as 5.1.2, and a clause that goes moves all below.

A number at the head of a line may be a rule too, "(2) visitors" or "8.30 Visits begin". So it counts as a clause's only
in company: where another line near by counts on from it, or is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.records import Segment, SegmentKind
from monitors.segments import key

NEAR = 40  # segments on either side in which the company is looked for
_NUMBER = re.compile(
    r"(?P<name>(?:section|sec\.|article|art\.|part|chapter|rule|clause|§)\s*)?\(?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{2,5})(?P<end>[.):]?)(?:\s+|$)",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}

Place = tuple[int, ...]


def is_renumbered(before: Segment, after: Segment) -> bool:
    """Whether two lines differ in the number of the clause alone, if it is one."""
    old, new = _numbered(before.text), _numbered(after.text)
    if SegmentKind.ROW in (before.kind, after.kind) or not old or not new or before.struck != after.struck:
        return False
    return before.text[: old.end()] != after.text[: new.end()] and key(before.text[old.end() :]) == key(
        after.text[new.end() :]
    )


def is_number_alone(text: str) -> bool:
    """Whether a text is nothing but what could be the number of a clause."""
    found = _numbered(text)
    return found is not None and found.end() == len(text)


def counts(segments: Sequence[Segment], index: int) -> bool:
    """Whether the number at the head of a segment is one of several that count on."""
    mine = _places(segments[index].text)
    near = (*range(max(index - NEAR, 0), index), *range(index + 1, min(index + 1 + NEAR, len(segments))))
    return any(_belong(place, other) for place in mine for at in near for other in _places(segments[at].text))


def _numbered(text: str) -> re.Match[str] | None:
    """The number at the head of a text; a bare one has a name before it, a mark behind it or several parts."""
    found = _NUMBER.match(text)
    return found if found and (found["name"] or found["end"] or "." in found["number"]) else None


def _places(text: str) -> tuple[Place, ...]:
    """What the number at the head of a text may be: "v" is the fifth, or comes after u."""
    found = _numbered(text)
    if found is None:
        return ()
    number = found["number"].lower()
    if number[0].isdigit():
        return (tuple(map(int, number.split("."))),)
    letter = ((ord(number),),) if len(number) == 1 else ()
    return letter if set(number) - _ROMAN.keys() else (*letter, (_roman(number),))


def _roman(number: str) -> int:
    values = [_ROMAN[one] for one in number]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _belong(one: Place, other: Place) -> bool:
    """Whether one counts on from the other, or is a part of it."""
    if len(one) == len(other):
        return one[:-1] == other[:-1] and abs(one[-1] - other[-1]) == 1
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short
