"""Boxes and ticks in words: what "☐ In-person visits" became says nothing until the box is read."""

from __future__ import annotations

import re
from dataclasses import replace

from monitors.language.align import Alignment
from monitors.language.concepts import NO, YES, boxes
from monitors.language.sentences import Unit

_BOX = re.compile(rf"([{YES}{NO}])\s*([^{YES}{NO}|]*)")


def ticks_in_words(alignment: Alignment) -> Alignment:
    """The alignment whose pairs differ in words where their boxes do: "in-person visits: no" became "…: yes". A box
    that did not change stays as it is: of a form to fill in every box is empty, and none of them says no."""
    pairs = tuple(
        (_told(old), _told(new)) if boxes(old.plain) != boxes(new.plain) else (old, new) for old, new in alignment.pairs
    )
    return replace(alignment, pairs=pairs)


def _told(unit: Unit) -> Unit:
    return replace(unit, plain=_BOX.sub(_answer, unit.plain).strip(" ,"))


def _answer(box: re.Match[str]) -> str:
    word = "yes" if box.group(1) in YES else "no"
    label = box.group(2).strip()
    return f"{label}: {word}, " if re.search(r"\w", label) else f"{word} {label}"
