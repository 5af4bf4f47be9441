"""Boxes and ticks in words: what "☐ In-person visits" became says nothing until the box is read."""

from __future__ import annotations

import re
from dataclasses import replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import NO, YES, boxes
from monitors.language.words.patterns import regex

_SIGNED = regex(r"\bi (?:agree|accept|understand|certify|declare|confirm|have read)\b")  # the visitor's own box
_BOX = regex(rf"([{YES}{NO}])\s*([^{YES}{NO}|]*)")


def ticks_in_words(alignment: Alignment) -> Alignment:
    """The alignment whose pairs differ in words where their boxes do: "in-person visits: no" became "…: yes". A box
    that did not change stays as it is: of a form to fill in every box is empty, and none of them says no."""
    asked = [pair for pair in alignment.pairs if boxes(pair[0].plain) != boxes(pair[1].plain)]
    signed = [pair for pair in asked if _SIGNED.search(pair[1].plain)]
    pairs = [(_told(old), _told(new)) if (old, new) in asked else (old, new) for old, new in alignment.pairs]
    kept = tuple(pair for pair, was in zip(pairs, alignment.pairs, strict=True) if was not in signed)
    return replace(alignment, same=(*alignment.same, *signed), pairs=kept)


def _told(unit: Unit) -> Unit:
    return replace(unit, plain=_BOX.sub(_answer, unit.plain).strip(" ,"))


def _answer(box: re.Match[str]) -> str:
    word = "yes" if box.group(1) in YES else "no"
    label = box.group(2).strip()
    return f"{label}: {word}, " if re.search(r"\w", label) else f"{word} {label}"
