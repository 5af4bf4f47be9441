"""Lines that went from one group to another: "Pod C" from the list under Monday to the one under Tuesday.

Order is no news, and neither are sections in another order, a page sorted anew, or a group's name that came or went:
both names stay, in the order they had, one of the groups keeps lines of its own, neither heads the other, and the line
stands on each side once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from monitors.align import keys_of
from monitors.extract.menus import is_news
from monitors.furniture import speaks_of_visits
from monitors.listed import lists_of
from monitors.records import Segment, SegmentKind
from monitors.segments import key

LONGEST_LEAD = 90  # characters of a text that leads the list or the rows below it
LONGEST_LINE = 60  # of a line that is neither of a list nor of a table
FEW = 3  # lines that may always have gone over; of more, at most a third of those in groups

_SENTENCE_ENDS = (".", "!", "?")
_LISTED = frozenset({SegmentKind.ITEM, SegmentKind.ROW})
_TEXTS = frozenset({SegmentKind.TEXT, SegmentKind.SENTENCE})
_NAMES = frozenset({SegmentKind.HEADING, SegmentKind.TEXT})


@dataclass(frozen=True, slots=True)
class Group:
    """What a line stands under: its heading, and the text that leads its list or its part of a table; "" without."""

    heading: str
    lead: str

    @property
    def name(self) -> str:
        return self.lead or self.heading


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A line with the groups that it stood and stands in: indexes into each side."""

    old: int
    new: int
    was: str
    now: str
    speaks: bool


def regrouped(
    before: Sequence[Segment], after: Sequence[Segment], kept: Sequence[tuple[int, int]], told: Container[int]
) -> tuple[Regrouped, ...]:
    """The lines that went to another group, in the order of the new version; none where most of them did. told: lines
    that are told already, by the new index."""
    old, new = _groups(before), _groups(after)
    grouped = [(i, j) for i, j in kept if i in old and j in new]
    gone = [(i, j) for i, j in grouped if old[i] != new[j]]
    if not gone or len(gone) > max(FEW, len(grouped) // 3):
        return ()
    steady = frozenset(old[i] for i, j in grouped if old[i] == new[j])
    sides = (_Names(before), _Names(after))
    return tuple(
        Regrouped(i, j, old[i].name, new[j].name, any(map(speaks_of_visits, (after[j].text, old[i].name, new[j].name))))
        for i, j in gone
        if j not in told and _went(old[i], new[j], steady) and not _heads(before[i].heading, after[j].heading)
        if all(side.tell(old[i], new[j]) for side in sides)
        if sides[0].order(old[i], new[j]) == sides[1].order(old[i], new[j])
        if all(side.lines[made] == 1 for side, made in zip(sides, keys_of([before[i], after[j]]), strict=True))
    )


def _groups(segments: Sequence[Segment]) -> dict[int, Group]:
    """The group of each line that may stand in one, by its index."""
    found: dict[int, Group] = {}
    lead = ""
    for at, (segment, listed) in enumerate(zip(segments, lists_of(segments), strict=True)):
        heading = segment.heading[-1] if segment.heading else listed
        if segment.kind in _LISTED:
            leads = lead[-1:] not in _SENTENCE_ENDS if segment.kind is SegmentKind.ROW else lead.endswith(":")
            found[at] = Group(heading, lead if leads else "")
        elif segment.kind in _TEXTS:
            lead = segment.text if len(segment.text) <= LONGEST_LEAD else ""
            if len(segment.text) <= LONGEST_LINE:
                found[at] = Group(heading, "")
        elif segment.kind in (SegmentKind.HEADING, SegmentKind.TITLE):
            lead = ""
    return found


def _went(was: Group, now: Group, steady: frozenset[Group]) -> bool:
    """Whether the groups that a line left and joined are still what they were, as lines that stayed in them show. Of
    groups under one heading both must: a text that went elsewhere leads other lines."""
    kept = (was in steady, now in steady)
    named = bool(was.heading and now.heading) and not (is_news(was.heading) or is_news(now.heading))
    return named and (all(kept) if was.heading == now.heading else any(kept))


def _heads(was: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether one of two headings stands over the other: markup that ends a section elsewhere groups nothing anew."""
    return was[-1:] != now[-1:] and bool(was and now) and (was[-1] in now or now[-1] in was)


class _Names:
    """The names of groups on one side, where each of them stands, and how often each line is there."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.lines = Counter(keys_of(segments))
        named = [(key(segment.text), at) for at, segment in enumerate(segments) if segment.kind in _NAMES]
        self._places = dict(named)
        self._times = Counter(made for made, _ in named)

    def tell(self, *groups: Group) -> bool:
        """Whether all names of the groups stand on this side, once each."""
        return all(self._times[made] == 1 for group in groups for made in _made(group))

    def order(self, was: Group, now: Group) -> bool:
        """Whether the one group stands above the other."""
        return self._places[key(was.name)] < self._places[key(now.name)]


def _made(group: Group) -> Iterator[str]:
    yield from (key(name) for name in (group.heading, group.lead) if name)
