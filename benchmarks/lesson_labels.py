"""What the encoder is to answer for a lesson's figures and permissions, as numbers of its outputs."""

from __future__ import annotations

from typing import Any

from benchmarks.reader_lessons import Lesson
from monitors.language.reader.bindings import FIGURES
from monitors.language.reader.encoding import Encoded
from monitors.language.reader.learned import PERMISSIONS, TURNS
from monitors.language.words.mentions import in_unit_of

UNKNOWN = -100  # the facts do not tell


def figure_labels(lesson: Lesson, found: Encoded) -> list[int]:
    """For each figure the term it belongs to, by number; UNKNOWN where the facts do not tell."""
    if lesson.facts is None:
        return [UNKNOWN] * len(found.spots)
    labels = [0] * len(found.spots)
    for name, *sides in lesson.facts:
        if name not in FIGURES:
            continue
        for new, value in enumerate(sides):
            fitting = [i for i, spot in enumerate(found.spots) if spot.new == bool(new) and _holds(spot, name, value)]
            changed = [i for i in fitting if found.spots[i].changed] or fitting
            for i in fitting:
                labels[i] = UNKNOWN
            if len(changed) == 1:
                labels[changed[0]] = FIGURES.index(name)
    return labels


def _holds(spot: Any, name: str, value: Any) -> bool:
    held = in_unit_of(spot.mention, name)
    if value is None:
        return held == -1.0 and spot.changed
    return held is not None and abs(held - float(value)) < 1e-6 * max(1.0, abs(held))


def turn_labels(lesson: Lesson) -> list[int]:
    """For each permission what became of it."""
    if lesson.facts is None:
        return [UNKNOWN] * len(PERMISSIONS)
    told = {name: (before, after) for name, before, after in lesson.facts}
    return [TURNS.index(told.get(name, (None, None))) for name in PERMISSIONS]
