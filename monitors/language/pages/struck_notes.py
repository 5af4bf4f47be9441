"""A new page without the notes that tell which of its clauses were struck, so that these are read as gone.

"Articles 11.1 and 11.2 are stricken in their entirety.", "6.4 [Struck by mutual consent. The struck sentence read: …]":
beside the old clause such a note is no rewording of it, and one that quotes the clause seems to keep it. Only notes on
what the old page holds are left out: any other one is the only thing that tells.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_STRUCK = r"(?:struck|stricken|deleted|repealed|rescinded|removed|omitted)"
_NUMBER = r"\d+(?:\.\d+)*(?:\([a-z0-9]+\))*"
_NUMBERED = re.compile(_NUMBER)
_NOTE = regex(
    rf"(?:{_NUMBER} )?(?:sections?|subsections?|articles?|clauses?|paragraphs?) (?P<numbers>{_NUMBER}(?:(?:,|,? and|,? through|,? to) {_NUMBER})*)"
    rf" (?:is|are|was|were|shall be|has been|have been) (?:hereby |each |both |all )*{_STRUCK}(?: out)?\b[^;]{{0,120}}"
)
_RANGE = regex(r"\b(?:through|to)\b")
_OPENS = regex(rf"(?:{_NUMBER} )?\[(?:{_STRUCK}|intentionally {_STRUCK}) (?!as\b)[^\]]*")


def without_struck_notes(scene: Scene) -> Scene:
    """The scene with no notes on clauses that the old page holds and the new one struck."""
    if not any("[" in unit.plain or "str" in unit.plain or "deleted" in unit.plain for unit in scene.after):
        return scene
    after = _without_brackets(scene.after)
    held = {number for unit in scene.before for number in _leading(unit)}
    stays = {number for unit in after if not _NOTE.fullmatch(_bare(unit)) for number in _leading(unit)}
    kept = [unit for unit in after if not _notes(unit, held - stays)]
    return replace(scene, after=tuple(kept)) if len(kept) < len(scene.after) else scene


def _without_brackets(page: Iterable[Unit]) -> list[Unit]:
    """The lines of a page outside brackets that open with what was done: "[Struck by consent. It read: ...]"."""
    kept: list[Unit] = []
    inside = False
    for unit in page:
        opens = _OPENS.match(unit.plain) is not None
        if not (inside or opens):
            kept.append(unit)
        inside = "]" not in unit.plain and (inside or opens)
    return kept


def _bare(unit: Unit) -> str:
    return unit.plain.rstrip(" .")


def _leading(unit: Unit) -> Sequence[str]:
    """The number that a line begins with, as it was written."""
    found = _NUMBERED.match(unit.plain)
    return [found.group()] if found else []


def _notes(unit: Unit, gone: set[str]) -> bool:
    """Whether a line says no more than that clauses were struck, the first of which went from the page."""
    told = _NOTE.fullmatch(_bare(unit))
    if told is None:
        return False
    numbers = _NUMBERED.findall(told["numbers"])
    return set(numbers) <= gone or (_RANGE.search(told["numbers"]) is not None and numbers[0] in gone)
