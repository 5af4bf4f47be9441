"""The learned reader's numbers: those of the machine that they were recorded on, on every other one, too."""

from __future__ import annotations

import pytest

from benchmarks.same_numbers import CHANGES
from monitors.language.align import align, changed_rows
from monitors.language.learned import estimate, weighty
from monitors.language.sentences import units
from monitors.records import Direction
from monitors.segments import plain_segments

# Recorded with AVX-512 VNNI, with AVX2 the same, with SSE alone 0.003 away; weights of 8 bits were 0.05 to 0.16 apart.
RECORDED = [(0.740, 0.459), (0.991, 0.968), (0.067, 0.598), (0.993, 0.005), (0.986, 0.938), (0.967, 0.971)]


@pytest.mark.parametrize(("change", "recorded"), list(zip(CHANGES, RECORDED, strict=True)))
def test_this_processor_reads_as_any_other(change: tuple[str, str], recorded: tuple[float, float]) -> None:
    found = estimate(weighty(changed_rows(align(*(units(plain_segments(text)) for text in change)))))
    assert found is not None
    assert (found.relevant, found.directions[Direction.RESTRICTIVE]) == pytest.approx(recorded, abs=0.01)
