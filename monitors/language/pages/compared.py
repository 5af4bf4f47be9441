"""A scene as its pages are compared: what no reader takes for news is put alike on both sides before."""

from __future__ import annotations

from monitors.language.pages.renamed import under_new_names
from monitors.language.pages.scene import Scene
from monitors.language.pages.struck_notes import without_struck_notes


def as_compared(scene: Scene, title: str = "") -> Scene:
    """The scene with companies under their new names, and without notes on clauses that were struck. title: of the new
    page, as it is written. People are shown the lines as they stand."""
    return without_struck_notes(under_new_names(scene, title))
