"""One line that says what changed, for mail subjects and lists."""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.effects import Effect, Scene
from monitors.records import Direction

_WORDS = {
    Direction.RESTRICTIVE: "More restrictive",
    Direction.RESTORATIVE: "Less restrictive",
    Direction.MIXED: "Mixed",
    Direction.NEUTRAL: "Changed",
    Direction.UNCLEAR: "Unclear",
}


def headline(effects: Sequence[Effect], direction: Direction, scene: Scene | None) -> str:
    """For instance "More restrictive: visit minutes: 30 -> 20"; at most three effects are named."""
    parts = [
        effect.words[0]
        if effect.facts and effect.words
        else ", ".join(t.value.replace("_", " ") for t in effect.topics)
        for effect in effects
    ]
    return f"{_WORDS[direction]}: {'; '.join(list(dict.fromkeys(parts))[:3])}"
