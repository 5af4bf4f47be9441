"""What differs between two versions of a page, for people: graded passages in reading order.

`compare` works on segments (bytes play no part), keeps everything and drops nothing: furniture, moves and running
digits come out graded low. `words` shows what differs inside one pair.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from monitors.align import Alignment, Part, align
from monitors.attached import Exchange, Turn, exchanges, turns
from monitors.furniture import Furniture
from monitors.grading import Sides, grade_exchanged, grade_pair, grade_single, sides
from monitors.groups import Regrouped, regrouped
from monitors.records import Grade, Passage, PassageKind, Segment
from monitors.switched import switched
from monitors.wording import Piece, words

__all__ = ["Comparison", "Piece", "compare", "words"]

MOST_MOVED = 100  # runs of moved segments that are listed one by one


@dataclass(frozen=True, slots=True)
class Comparison:
    """grade: the highest of the passages', none without any; passages in the order of the new version."""

    grade: Grade
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """All that passages are made from."""

    before: Sequence[Segment]
    after: Sequence[Segment]
    old_offsets: Sequence[int]
    new_offsets: Sequence[int]
    sides: Sides


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
        sides(before, after, (furniture_before, furniture_after), (fetched_before, fetched_after), slots),
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
    """Passages with their place in the new version; removed ones stand after what preceded them, kept or reworded."""
    by_old = sorted([*alignment.kept, *((old.index, new.index) for old, new in alignment.pairs)])
    old_indexes = [i for i, _ in by_old]
    for old, new in alignment.pairs:
        yield (new.index, new.start, 1, 0), _reworded(ground, old, new)
    for part in alignment.added:
        yield (part.index, part.start, 1, 0), _added(ground, part)
    for part in alignment.removed:
        at = bisect_right(old_indexes, part.index)
        place = by_old[at - 1][1] if at else -1
        yield (place, 1_000_000, 0, part.index), _removed(ground, part)
    exchanged = exchanges(ground.before, ground.after, alignment.kept)
    for exchange in exchanged:
        yield _exchanged(ground, exchange)
    told = frozenset(at for exchange in exchanged for at in exchange.new)
    turned = turns(ground.before, ground.after, alignment.kept, told)
    for turn in turned:
        yield _turned(ground, turn)
    told |= frozenset(turn.new for turn in turned)
    for line in regrouped(ground.before, ground.after, alignment.kept, told):
        yield _regrouped(ground, line)
    for i, j in switched(ground.before, ground.after, alignment.kept):
        if ground.before[i].hidden:
            yield (j, 0, 1, i), _added(ground, _whole(ground.after, j))
        else:
            yield (j, 0, 1, i), _removed(ground, _whole(ground.before, i))
    yield from _moved(ground, alignment)


def _whole(segments: Sequence[Segment], index: int) -> Part:
    segment = segments[index]
    return Part(index, 0, len(segment.text), segment.text, segment.key)


def _reworded(ground: _Ground, old: Part, new: Part) -> Passage:
    left, right = ground.before[old.index], ground.after[new.index]
    return Passage(
        kind=PassageKind.REWORDED,
        grade=grade_pair(ground.sides, (old.index, new.index)),
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
        grade=grade_single(ground.sides.new, ground.sides.old, part, news=True),
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
        grade=grade_single(ground.sides.old, ground.sides.new, part, news=False),
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
    grade = grade_exchanged(ground.sides, old, new, speaks=exchange.speaks)
    return _under(ground, exchange.old, exchange.new, (exchange.label, exchange.label), grade)


def _turned(ground: _Ground, turn: Turn) -> tuple[_Place, Passage]:
    """A line that means the opposite now, told with the headings that make it so."""
    names = (turn.was.rstrip(" :"), turn.now.rstrip(" :"))
    # Whatever siblings show: no line of a frame goes from "allowed" to "not allowed".
    return _under(ground, (turn.old,), (turn.new,), names, Grade.HIGH if turn.speaks else Grade.NORMAL)


def _regrouped(ground: _Ground, line: Regrouped) -> tuple[_Place, Passage]:
    """A line that stands in another group now, told with the names of both."""
    grade = grade_exchanged(ground.sides, [ground.before[line.old]], [ground.after[line.new]], speaks=line.speaks)
    return _under(ground, (line.old,), (line.new,), (line.was.rstrip(":"), line.now.rstrip(":")), grade)


def _under(
    ground: _Ground, old: Sequence[int], new: Sequence[int], names: tuple[str, str], grade: Grade
) -> tuple[_Place, Passage]:
    """Lines told behind what they stood and stand under, since their own words do not say what changed."""
    was, now = [ground.before[i] for i in old], [ground.after[j] for j in new]
    passage = Passage(
        kind=PassageKind.REWORDED,
        grade=grade,
        before=f"{names[0]}: {'; '.join(s.text for s in was)}",
        after=f"{names[1]}: {'; '.join(s.text for s in now)}",
        heading=now[0].heading,
        segment_kind=now[0].kind,
        before_span=_reach(ground.old_offsets, old[0], old[-1], was[-1]),
        after_span=_reach(ground.new_offsets, new[0], new[-1], now[-1]),
    )
    return (new[0], 0, 1, old[0]), passage


def _span(offsets: Sequence[int], part: Part) -> tuple[int, int]:
    return offsets[part.index] + part.start, offsets[part.index] + part.end


def _context(segments: Sequence[Segment], index: int) -> str:
    """The segment before, for a reader who needs to know where a passage stands."""
    return segments[index - 1].text[:160] if index else ""


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
