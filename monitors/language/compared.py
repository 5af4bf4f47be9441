"""Two pages as they are compared: what no reader takes for news is put alike on both sides before."""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.lines.silent.other_half import in_one_language
from monitors.language.pages.renamed import under_new_names
from monitors.language.pages.renumbered import renumbered
from monitors.language.pages.scanned import as_scanned
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.language.pages.struck_notes import without_struck_notes
from monitors.language.words.wording import canonical
from monitors.records import Segment


def as_compared(before: Sequence[Segment], after: Sequence[Segment], kind: str, titles: tuple[str, str]) -> Scene:
    """The scene of two versions, without what scanning damaged and repaired, notes on clauses that were struck, numbers
    of clauses that shifted, and a half in another language, and with companies under their new names. titles: old and
    new, as they are written, "" where there is none. People are shown the lines as they stand."""
    old_title, new_title = titles
    before, after = as_scanned(before, after)
    old, new = map(units, renumbered(before, without_struck_notes(before, after), kind))
    scene = Scene(old, new, canonical(new_title or old_title), kind)
    return in_one_language(under_new_names(scene, new_title))
