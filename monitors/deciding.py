"""Which passages of a change its readers should see first: those that decided how it is read."""

from __future__ import annotations

from monitors.records import Change, Grade, PassageKind


def deciding_first(change: Change) -> list[int]:
    """The indices of a change's telling passages: first those that its gravest findings name, then by grade, then as
    the page has them. On a page with thirty reworded rules the one that ends visits may be the last."""
    weights: dict[int, int] = {}
    for finding in change.reading.findings:
        for index in finding.passages:
            weights[index] = max(weights.get(index, 0), finding.severity.rank)
    telling = [
        index
        for index, passage in enumerate(change.passages)
        if passage.grade.rank >= Grade.NORMAL.rank and passage.kind is not PassageKind.MOVED
    ]
    return sorted(telling, key=lambda index: (-weights.get(index, -1), -change.passages[index].grade.rank, index))
