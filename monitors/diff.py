"""What differs between two versions of a page, for people: graded passages in reading order.

`compare` works on segments (bytes play no part), keeps everything and drops nothing: furniture, moves and running
digits come out graded low. `words` shows what differs inside one pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from monitors.align import Alignment, Part, align, keys_of
from monitors.attached import Exchange, exchanges
from monitors.boilerplate import is_boilerplate, same_but_for_account
from monitors.extract.menus import is_quiet_label
from monitors.furniture import (
    Furniture,
    guarded,
    is_copyright,
    is_counter,
    is_todays_date,
    same_but_for_today,
    slot_of,
)
from monitors.records import Grade, Passage, PassageKind, Segment, SegmentKind
from monitors.wording import Piece, words

__all__ = ["Comparison", "Piece", "compare", "words"]

MOST_MOVED = 100  # runs of moved segments that are listed one by one

_Line = tuple[str, SegmentKind, bool, bool]

_WEIGHTY = frozenset({SegmentKind.ROW, SegmentKind.PRE, SegmentKind.LINK})


@dataclass(frozen=True, slots=True)
class Comparison:
    """grade: the highest of the passages', none without any; passages in the order of the new version."""

    grade: Grade
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that grading looks at."""

    before: Sequence[Segment]
    after: Sequence[Segment]
    old_offsets: Sequence[int]
    new_offsets: Sequence[int]
    old_furniture: Furniture
    new_furniture: Furniture
    fetched_before: date | None
    fetched_after: date | None
    slots: frozenset[str]
    old_lines: frozenset[_Line]
    new_lines: frozenset[_Line]


def compare(
    before: Sequence[Segment],
    after: Sequence[Segment],
    *,
    furniture_before: Furniture | None = None,
    furniture_after: Furniture | None = None,
    fetched_before: date | None = None,
    fetched_after: date | None = None,
    slots: frozenset[str] = frozenset(),
) -> Comparison:
    """Compares two versions' segments.

    furniture_*: learned from siblings fetched at about the same time as each side (one given alone serves both);
    fetched_*: the days of the captures, for date-only segments; slots: volatile slots learned for this monitor.
    Passage spans are offsets into each side's segment texts joined with a newline each.
    """
    ground = _Ground(
        before,
        after,
        _offsets(before),
        _offsets(after),
        furniture_before or furniture_after or Furniture(),
        furniture_after or furniture_before or Furniture(),
        fetched_before,
        fetched_after,
        slots,
        frozenset(_line(segment) for segment in before),
        frozenset(_line(segment) for segment in after),
    )
    alignment = align(before, after)
    passages = [passage for _, passage in sorted(_passages(ground, alignment), key=lambda item: item[0])]
    grade = max((passage.grade for passage in passages), key=lambda grade: grade.rank, default=Grade.NONE)
    return Comparison(grade, tuple(passages))


def _offsets(segments: Sequence[Segment]) -> list[int]:
    offsets: list[int] = []
    at = 0
    for segment in segments:
        offsets.append(at)
        at += len(segment.text) + 1
    return offsets


_Place = tuple[int, int, int, int]


def _passages(ground: _Ground, alignment: Alignment) -> Iterator[tuple[_Place, Passage]]:
    """Passages with their place in the new version; removed ones stand after what preceded them."""
    by_old = sorted(alignment.kept)
    old_indexes = [i for i, _ in by_old]
    for old, new in alignment.pairs:
        yield (new.index, new.start, 1, 0), _reworded(ground, old, new)
    for part in alignment.added:
        yield (part.index, part.start, 1, 0), _added(ground, part)
    for part in alignment.removed:
        at = bisect_right(old_indexes, part.index)
        place = by_old[at - 1][1] if at else -1
        yield (place, 1_000_000, 0, part.index), _removed(ground, part)
    for exchange in exchanges(ground.before, ground.after, alignment.kept):
        yield _exchanged(ground, exchange)
    yield from _moved(ground, alignment)


def _reworded(ground: _Ground, old: Part, new: Part) -> Passage:
    left, right = ground.before[old.index], ground.after[new.index]
    return Passage(
        kind=PassageKind.REWORDED,
        grade=_grade_pair(ground, left, right),
        before=_told(left, old.text),
        after=_told(right, new.text),
        heading=right.heading,
        segment_kind=right.kind,
        before_span=_span(ground.old_offsets, old),
        after_span=_span(ground.new_offsets, new),
        context=_context(ground.after, new.index),
    )


def _added(ground: _Ground, part: Part) -> Passage:
    segment = ground.after[part.index]
    return Passage(
        kind=PassageKind.ADDED,
        grade=_grade_single(ground.after, part, ground.old_lines, ground.new_furniture, ground.fetched_after),
        before="",
        after=_told(segment, part.text),
        heading=segment.heading,
        segment_kind=segment.kind,
        after_span=_span(ground.new_offsets, part),
        context=_context(ground.after, part.index),
    )


def _removed(ground: _Ground, part: Part) -> Passage:
    segment = ground.before[part.index]
    return Passage(
        kind=PassageKind.REMOVED,
        grade=_grade_single(ground.before, part, ground.new_lines, ground.old_furniture, ground.fetched_before),
        before=_told(segment, part.text),
        after="",
        heading=segment.heading,
        segment_kind=segment.kind,
        before_span=_span(ground.old_offsets, part),
        context=_context(ground.before, part.index),
    )


def _told(segment: Segment, text: str) -> str:
    """A passage's text; struck-through text stands in ~~, since nothing else tells it from text that holds."""
    return f"~~{text}~~" if segment.struck else text


def _exchanged(ground: _Ground, exchange: Exchange) -> tuple[_Place, Passage]:
    """A label that has got other words beside it than it had, told with the label so that it can be read alone."""
    old, new = [ground.before[i] for i in exchange.old], [ground.after[j] for j in exchange.new]
    furniture = all(ground.old_furniture.shows(s) for s in old) and all(ground.new_furniture.shows(s) for s in new)
    grade = Grade.HIGH if exchange.speaks else Grade.LOW if furniture else Grade.NORMAL
    passage = Passage(
        kind=PassageKind.REWORDED,
        grade=grade,
        before=f"{exchange.label}: {'; '.join(s.text for s in old)}",
        after=f"{exchange.label}: {'; '.join(s.text for s in new)}",
        heading=new[0].heading,
        segment_kind=new[0].kind,
        before_span=_reach(ground.old_offsets, exchange.old[0], exchange.old[-1], old[-1]),
        after_span=_reach(ground.new_offsets, exchange.new[0], exchange.new[-1], new[-1]),
    )
    return (exchange.new[0], 0, 1, exchange.old[0]), passage


def _span(offsets: Sequence[int], part: Part) -> tuple[int, int]:
    return offsets[part.index] + part.start, offsets[part.index] + part.end


def _context(segments: Sequence[Segment], index: int) -> str:
    """The segment before, for a reader who needs to know where a passage stands."""
    return segments[index - 1].text[:160] if index else ""


def _grade_single(
    segments: Sequence[Segment], part: Part, known: frozenset[_Line], furniture: Furniture, fetched: date | None
) -> Grade:
    segment = segments[part.index]
    if is_todays_date(segment, fetched) or _is_echo(segments, part, known):
        return Grade.LOW
    return _grade_unless_furniture(segment, furniture)


def _is_echo(segments: Sequence[Segment], part: Part, known: frozenset[_Line]) -> bool:
    """Whether it is one more, or one less, of a line that both versions show: right beside itself, as of the forms for
    wide and narrow screens a reader sees one, or a heading, which says nothing without what it stands over."""
    segment = segments[part.index]
    whole = part.end - part.start == len(segment.text)
    if segment.kind in _WEIGHTY or not whole or _line(segment) not in known:
        return False
    following = segments[part.index + 1 : part.index + 2]
    if segment.kind is SegmentKind.HEADING and any(one.heading[-1:] == (segment.text,) for one in following):
        return not guarded(segment)
    beside = [*segments[max(part.index - 1, 0) : part.index], *following]
    return any(_line(one) == _line(segment) and one.heading == segment.heading for one in beside)


def _line(segment: Segment) -> _Line:
    return segment.key, segment.kind, segment.hidden, segment.struck


def _grade_unless_furniture(segment: Segment, furniture: Furniture) -> Grade:
    shared = furniture.shows(segment)
    # A heading of visiting protects what stands under it only where the sibling shows both: a promotion below the
    # page's own heading stands under another one there.
    if guarded(segment) and (not shared or _speaks(segment) or furniture.shows_under_heading(segment)):
        return Grade.HIGH
    if shared or segment.kind is SegmentKind.MENU or is_copyright(segment) or is_boilerplate(segment.text):
        return Grade.LOW
    return Grade.HIGH if segment.kind in _WEIGHTY else Grade.NORMAL


def _speaks(segment: Segment) -> bool:
    return guarded(Segment(segment.text))


def _grade_pair(ground: _Ground, left: Segment, right: Segment) -> Grade:
    if _is_running_digits(ground, left, right) or is_counter(left, right):
        return Grade.LOW
    if same_but_for_today(left, right, ground.fetched_before, ground.fetched_after):
        return Grade.LOW
    beside = left.kind not in _WEIGHTY and right.kind not in _WEIGHTY
    if beside and same_but_for_account(left.text, right.text) and not (guarded(left) or guarded(right)):
        return Grade.LOW
    old = _grade_unless_furniture(left, ground.old_furniture)
    new = _grade_unless_furniture(right, ground.new_furniture)
    # A sibling may have been seen before or after the site changed its frame. Two texts alike enough to be a pair, one
    # of which it shows, are two forms of the same furniture.
    shared = ground.old_furniture.shows(left) or ground.new_furniture.shows(right)
    if Grade.HIGH not in (old, new) and (shared or _is_relabelled(left, right)):
        return Grade.LOW
    return max(old, new, key=lambda grade: grade.rank)


def _is_relabelled(left: Segment, right: Segment) -> bool:
    """Whether a pair is an entry of a menu and a label that could be one."""
    menus = [segment.kind is SegmentKind.MENU for segment in (left, right)]
    return any(menus) and all(is_quiet_label(segment.text) for segment in (left, right))


def _is_running_digits(ground: _Ground, left: Segment, right: Segment) -> bool:
    old, new = (slot_of(made) for made in keys_of([left, right]))
    return old != "" and old == new and (old in ground.slots or old in ground.old_furniture.slots)


def _moved(ground: _Ground, alignment: Alignment) -> Iterator[tuple[_Place, Passage]]:
    """Neighbours that moved together are one passage."""
    runs: list[list[tuple[int, int]]] = []
    for pair in alignment.moved:
        if runs and pair == (runs[-1][-1][0] + 1, runs[-1][-1][1] + 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    if len(runs) > MOST_MOVED:
        text = f"{len(alignment.moved)} segments stand in another order"
        yield (-1, 0, 2, 0), Passage(PassageKind.MOVED, Grade.LOW, "", "", context=text)
        return
    for run in runs:
        old, new = [ground.before[i] for i, _ in run], [ground.after[j] for _, j in run]
        yield (
            (run[0][1], 0, 2, 0),
            Passage(
                kind=PassageKind.MOVED,
                grade=Grade.LOW,
                before="\n".join(segment.text for segment in old),
                after="\n".join(segment.text for segment in new),
                heading=new[0].heading,
                segment_kind=new[0].kind,
                before_span=_reach(ground.old_offsets, run[0][0], run[-1][0], old[-1]),
                after_span=_reach(ground.new_offsets, run[0][1], run[-1][1], new[-1]),
                context=_context(ground.after, run[0][1]),
            ),
        )


def _reach(offsets: Sequence[int], first: int, last: int, segment: Segment) -> tuple[int, int]:
    return offsets[first], offsets[last] + len(segment.text)
