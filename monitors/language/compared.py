"""Two pages as they are compared: what no reader takes for news is put alike on both sides before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitors.language.lines.silent.other_half import in_one_language
from monitors.language.pages.renamed import under_new_names
from monitors.language.pages.renumbered import renumbered
from monitors.language.pages.scanned import as_scanned
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, units
from monitors.language.pages.struck_notes import without_struck_notes
from monitors.language.words.dates import DATE, MONTH
from monitors.language.words.patterns import regex
from monitors.language.words.wording import canonical
from monitors.records import Segment, SegmentKind


def as_compared(before: Sequence[Segment], after: Sequence[Segment], kind: str, titles: tuple[str, str]) -> Scene:
    """The scene of two versions, without what scanning damaged and repaired, notes on clauses that were struck, numbers
    of clauses that shifted, a name that stayed, marks of an edition, and a half in another language, and with companies
    under their new names. titles: old and new, as they are written, "" where there is none. People are shown the lines
    as they stand."""
    old_title, new_title = titles
    before, after = as_scanned(before, after)
    old, new = _without_marks(*map(units, renumbered(before, without_struck_notes(before, after), kind)))
    scene = Scene(old, new, canonical(new_title or old_title), kind)
    return in_one_language(under_new_names(scene, new_title))


def _without_marks(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> Iterator[tuple[Unit, ...]]:
    """Both pages without the name in their heads where it is the same, which is the scene's title and none of their
    lines, and without lines that differ in the page and edition of a document alone: "Inmate handbook, Rev. 2026"."""
    names = [{unit.plain for unit in page if unit.kind is SegmentKind.TITLE} for page in (old, new)]
    same = names[0] & names[1] if old and new else names[0] | names[1]
    marked = [{made for unit in page if (made := _EDITION.sub("#", unit.plain)) != unit.plain} for page in (old, new)]
    said = [{unit.plain for unit in page} for page in (old, new)]
    for page in (old, new):
        yield tuple(
            unit
            for unit in page
            if not (unit.kind is SegmentKind.TITLE and unit.plain in same)
            and not (_EDITION.sub("#", unit.plain) in marked[0] & marked[1] and unit.plain not in said[0] & said[1])
        )


# Dates and numbers of a document, and no other: "staff issue 2 passes", "the limit as revised: 2 a week".
_EDITION = regex(
    r"\b(?:rev(?:ised|ision)?\.?|ver(?:sion)?\.?|edition|issued|printed)(?: date)?:? (?:on |of )?"
    rf"(?:20\d\d(?:-\d\d){{0,2}}|{MONTH},? 20\d\d|\d{{1,2}}/20\d\d|{DATE})(?:,? page \d+(?: of \d+)?)?"
    r"|\b(?:rev\.|ver\.|version) ?(?:no\. ?)?\d[\d.]*\b|\bpage \d+(?: of \d+)?"
)
