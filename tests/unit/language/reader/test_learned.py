"""The learned reader's numbers: those of the machine that they were recorded on, on every other one, too."""

from __future__ import annotations

import pytest

from benchmarks.same_numbers import CHANGES
from monitors.language.pages.align import align, changed_rows
from monitors.language.pages.sentences import units
from monitors.language.reader.learned import estimate, heard_both_ways, weighty
from monitors.records import Direction
from monitors.segments import plain_segments

# By the small encoder, and by both. Recorded with AVX-512 VNNI, with AVX2 the same, with SSE alone 0.003 away;
# weights of 8 bits were 0.05 to 0.16 apart.
RECORDED = [(0.750, 0.453), (0.988, 0.959), (0.057, 0.446), (0.994, 0.005), (0.987, 0.939), (0.950, 0.943)]


CLOSELY = [(0.895, 0.153), (0.987, 0.944), (0.067, 0.539), (0.995, 0.004), (0.986, 0.953), (0.951, 0.620)]


@pytest.mark.parametrize(
    ("change", "closely", "recorded"),
    [(c, False, r) for c, r in zip(CHANGES, RECORDED, strict=True)]
    + [(c, True, r) for c, r in zip(CHANGES, CLOSELY, strict=True)],
)
def test_this_processor_reads_as_any_other(
    change: tuple[str, str], closely: bool, recorded: tuple[float, float]
) -> None:
    rows = weighty(changed_rows(align(*(units(plain_segments(text)) for text in change))))
    found = estimate(rows, closely=closely)
    assert found is not None
    assert (found.relevant, found.directions[Direction.RESTRICTIVE]) == pytest.approx(recorded, abs=0.01)


def _heard(before: str, after: str) -> tuple[float, float, float]:
    """How restrictive a change is held, forwards, backwards, and heard both ways."""
    old, new = (units(plain_segments(text)) for text in (before, after))
    forwards, backwards = (weighty(changed_rows(align(*sides))) for sides in ((old, new), (new, old)))
    both = heard_both_ways(forwards)
    found = [estimate(forwards, closely=True), estimate(backwards)]
    assert both is not None and found[0] is not None and found[1] is not None
    return (
        found[0].directions[Direction.RESTRICTIVE],
        found[1].directions[Direction.RESTORATIVE],
        both.directions[Direction.RESTRICTIVE],
    )


def test_a_doubtful_direction_is_heard_backwards_too() -> None:
    forwards, backwards, both = _heard(*CHANGES[0])
    assert forwards != backwards and min(forwards, backwards) < both < max(forwards, backwards)


@pytest.mark.parametrize(
    ("before", "after"),
    [CHANGES[1], ("Visits last an hour.", "Visits last an hour.\nA visitor without an appointment waits for a booth.")],
)
def test_a_sure_one_and_a_line_that_only_came_are_not(before: str, after: str) -> None:
    forwards, _, both = _heard(before, after)
    assert both == forwards
