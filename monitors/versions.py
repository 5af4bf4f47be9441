"""Cheap answers before dear ones: has the visible text moved at all? And the text that passage spans refer to."""

from __future__ import annotations

from collections.abc import Iterable

from monitors.records import Segment


def readable_text(segments: Iterable[Segment]) -> str:
    """All segments' texts, one a line; spans of passages are offsets into it."""
    return "\n".join(segment.text for segment in segments)
