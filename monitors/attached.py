"""The same words under another label: "Unit A / Monday, Unit B / Tuesday" with the days exchanged.

A multiset of keys cannot see this, and order alone is no news. What is news is a value that stands beside another
label, or a line about visits that stands under another heading, where both labels are on both versions; and any line
that went from a heading of what is so to one of what is not, "Allowed" and "Not allowed".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from monitors.align import keys_of
from monitors.furniture import speaks_of_visits
from monitors.listed import lists_of
from monitors.numbering import is_number_alone
from monitors.records import Segment, SegmentKind
from monitors.segments import fold, key

SHORT = 60  # characters of a line that is an answer to its heading
NEAR = 3  # segments looked back for the label of a value

_VALUE = re.compile(
    r"\$?\d[\d:.,/-]*(?:[ap]m)?(?:-\d[\d:.,/]*(?:[ap]m)?)?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:to|and|by|or|until|from|closed|open|none|no|yes|not|only|am|pm|daily|appointment|n/a|visits?|visiting|visitation"
    r"|suspended|allowed|available|free|hours?|minutes?|weekdays?|weekends?|holidays?|in-person|video)\b|[-–|,;:&/]"
)
_CORE = re.compile(
    r"\d|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
    r"|\b(?:closed|open|none|no|yes|not|daily|suspended|allowed|weekdays?|weekends?|noon)\b"
)
_LABELLED = re.compile(r"[^\W\d][^:.!?]*: ?\S")
_LONGEST_LABELLED = 40  # characters
_UNLABELLED = frozenset({SegmentKind.HEADING, SegmentKind.TITLE, SegmentKind.MENU, SegmentKind.ROW, SegmentKind.DATA})


@dataclass(frozen=True, slots=True)
class Exchange:
    """A label with what stood beside it before and what stands there now, neither empty: indexes into each side."""

    label: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    speaks: bool


# What turns the sense of the lines below it.
_DENIES = re.compile(
    r"\b(?:not|cannot|no|never|without|prohibited|forbidden|banned|barred|rejected|refused|denied|closed|suspended"
    r"|cancel\w*|restricted|ineligible"
    r"|exclud\w+|except\w*|contraband|unavailable|leave (?:behind|at home|outside)|at home|turn(?:ed)? away|do without"
    r"|keep out|kept out)\b|n't\b|^don'?ts\b"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A line with the headings of opposite sense that it stood and stands under: indexes into each side."""

    old: int
    new: int
    was: str
    now: str
    speaks: bool


def turns(
    before: Sequence[Segment], after: Sequence[Segment], kept: Sequence[tuple[int, int]], told: Container[int]
) -> tuple[Turn, ...]:
    """Lines that went to a heading of the opposite sense, in the order of the new version; both headings are on both
    versions, since a heading that is reworded is told itself. told: what exchanges tell already, by the new index."""
    names = tuple(map(_names, (before, after)))
    stands = tuple(frozenset(name for both in side for name in both if name) for side in names)
    found = []
    for i, j in kept:
        if j in told or SegmentKind.MENU in (before[i].kind, after[j].kind):
            continue
        for left, right in zip(names[0][i], names[1][j], strict=True):
            if left in stands[1] and right in stands[0] and denies(left) != denies(right):
                found.append(Turn(i, j, left, right, any(map(speaks_of_visits, (after[j].text, left, right)))))
                break
    return tuple(found)


def _names(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    """What heads each segment: the line over its list, or its heading where it stands in none, and its heading."""
    headings = map(_heading, segments)
    return [(listed or heading, heading) for listed, heading in zip(lists_of(segments), headings, strict=True)]


def denies(heading: str) -> bool:
    """Whether a heading says what is not: not allowed, closed, suspended."""
    return _DENIES.search(fold(heading)) is not None


def is_labelled(text: str) -> bool:
    """Whether a text is a label with its value, which says something of the heading above it: "Length: 20 minutes"."""
    return len(text) <= _LONGEST_LABELLED and text[-1:] not in ".!?" and _LABELLED.match(text) is not None


def is_value(segment: Segment) -> bool:
    """Whether a segment is a time, day, price or answer that means nothing without what it stands beside."""
    made = segment.key or key(segment.text)
    return 0 < len(made) <= 60 and _CORE.search(made) is not None and not _VALUE.sub("", made).strip()


def exchanges(
    before: Sequence[Segment], after: Sequence[Segment], kept: Sequence[tuple[int, int]]
) -> tuple[Exchange, ...]:
    """Labels whose values changed places, in the order of the new version."""
    old_keys, new_keys = frozenset(keys_of(before)), frozenset(keys_of(after))
    old: dict[str, list[int]] = {}
    new: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    found: list[tuple[int, int, str, str]] = []
    for i, j in kept:
        if after[j].kind in _UNLABELLED or before[i].kind in _UNLABELLED or is_number_alone(after[j].text):
            continue
        left, right = _label(before, i), _label(after, j)
        if key(left) == key(right):  # "Two guests" above both: what parts them is the heading
            left, right = _heading(before[i]), _heading(after[j])
        made = key(left), key(right)
        if made[0] == made[1] or made[0] not in new_keys or made[1] not in old_keys:
            continue
        found.append((i, j, *made))
        names |= {made[0]: left, made[1]: right}
    for i, j, was, now in _telling(after, found):
        old.setdefault(was, []).append(i)
        new.setdefault(now, []).append(j)
    return tuple(
        Exchange(
            label=names[made],
            old=tuple(old[made]),
            new=tuple(new[made]),
            speaks=speaks_of_visits(names[made])
            or any(speaks_of_visits(f"{before[i].text} {' '.join(before[i].heading)}") for i in old[made]),
        )
        for made in sorted(old.keys() & new.keys(), key=lambda made: new[made][0])
    )


def _telling(
    after: Sequence[Segment], found: Sequence[tuple[int, int, str, str]]
) -> Iterator[tuple[int, int, str, str]]:
    """Of the lines with the labels they had and have: values, lines about visits, and of short ones such as two labels
    exchanged, "Adults only" and "All ages". Lines that stand there several times may be paired across each other."""
    times = Counter(segment.key for segment in after)
    short = {one for one in found if len(after[one[1]].text) <= SHORT and times[after[one[1]].key] == 1}
    ways = {(was, now) for _, _, was, now in short}
    for one in found:
        segment = after[one[1]]
        exchanged = one in short and (one[3], one[2]) in ways
        if is_value(segment) or speaks_of_visits(segment.text) or exchanged:
            yield one


def _label(segments: Sequence[Segment], index: int) -> str:
    """What a segment stands beside: for a value the text before it, else the heading above it."""
    if is_value(segments[index]):
        for at in range(index - 1, max(-1, index - 1 - NEAR), -1):
            if segments[at].kind is not SegmentKind.MENU and not _is_plain_value(segments[at]):
                return segments[at].text
    return _heading(segments[index])


def _heading(segment: Segment) -> str:
    return segment.heading[-1] if segment.heading else ""


def _is_plain_value(segment: Segment) -> bool:
    """A value that is no label itself: "Monday" labels the times after it."""
    return is_value(segment) and any(c.isdigit() for c in segment.text)
