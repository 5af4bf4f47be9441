"""What differs from one look at a page to the next, minutes apart: rotating news, counters, A/B tests."""

from __future__ import annotations

from collections.abc import Sequence

from monitors.furniture import Furniture, guarded
from monitors.records import Segment
from monitors.segments import key


def two_looks(first: Sequence[Segment], second: Sequence[Segment] | None) -> tuple[Furniture, Furniture]:
    """Furniture for the old and for the new side of a comparison, from two looks at the new page.

    A segment that only the second look shows was not removed; one that only the first look showed did not come to stay.
    Segments that speak of visits are left out: of those even a flicker is told.
    """
    if second is None:
        return Furniture(), Furniture()
    mine, again = _keys(first), _keys(second)
    return Furniture(keys=again - mine), Furniture(keys=mine - again)


def joined(learned: Furniture | None, seen: Furniture) -> Furniture | None:
    """Both together; None where neither knows anything."""
    if learned is None:
        return seen if seen.keys else None
    return Furniture(learned.keys | seen.keys, learned.slots | seen.slots)


def _keys(segments: Sequence[Segment]) -> frozenset[str]:
    return frozenset(segment.key or key(segment.text) for segment in segments if not guarded(segment))
