"""Tablets that people held had and have no longer, or have again: another channel, and minor (R10).

"The tablets have been taken out of every pod." names no visit, and the reader, taught on visits, hardly hears it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_WAS = r"(?:have been|has been|are|is|were|was|will be)(?: now| all)*"
_GONE = regex(
    rf"\btablets? (?:program |service |lending )?{_WAS} (?:taken (?:out|away|back)|withdrawn|removed|collected(?! (?:before|after|at|by|every|each))|gathered up|called in|sent back|discontinued|ended)\b"
    r"|\btablet program (?:has ended|is over|ended|ends|was ended|has been ended)\b|\b(?:there are|we have) no (?:more )?tablets (?:at|in|here|any)\b|\bno longer (?:have|hand out|lend|offer|issue|provide) tablets\b"
)
_BACK = regex(
    rf"\btablets? (?:program )?{_WAS} (?:back|returned|given back|handed out again|restored|reintroduced)\b|\btablet program (?:is back|has (?:resumed|returned)|resumes)\b"
)
_TABLETS = regex(r"\btablets?\b")
_VISITS = regex(r"\b(?:visit\w*|video|in[- ]person|remote)\b")
_BROKEN = regex(
    r"\b(?:broken|damaged|from (?:anyone|inmates?|residents?|persons?) who|for (?:misuse|discipline)|if|when)\b"
)


def tablets_gone(scene: Scene, alignment: Alignment) -> Certain:
    """What a new line tells of tablets that went or came back, where the old page had them or told that they were gone."""
    for pattern, sign in ((_GONE, -1), (_BACK, 1)):
        told = next((unit for unit in alignment.come if _says(pattern, unit)), None)
        known = any(pattern.search(unit.plain) for unit in scene.before)
        if told is None or known or not any(_TABLETS.search(unit.plain) for unit in scene.before):
            continue
        effect = Effect("P-turn-tablets", sign, Severity.MINOR, (Topic.TABLETS,), (), "", told.plain, ("tablets",))
        lines = [unit for unit in alignment.changed if _TABLETS.search(unit.plain) and not _VISITS.search(unit.plain)]
        return Certain((effect,), (told, *lines))
    return Certain()


def _says(pattern: re.Pattern[str], unit: Unit) -> bool:
    said = pattern.search(unit.plain) is not None
    return said and not (_VISITS.search(unit.plain) or _BROKEN.search(unit.plain))
