"""Whole rows of a visiting timetable that came, or went, beside rows that stayed: days and hours are counted (D10).

"Tuesday | 6 - 8 p.m." as a new row among a dozen lines that were only reworded: what all of them sound like together
drowns it. Not so where a row names whose hours it tells, or another line with days and clocks changed as well.
"""

from __future__ import annotations

from dataclasses import replace

from monitors.language.effects.timetable import schedule_effects
from monitors.language.lines.certain import Certain
from monitors.language.lines.hours.week_lines import told_week
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_visiting
from monitors.language.words.patterns import regex


def whole_rows(scene: Scene, alignment: Alignment) -> Certain:
    """What rows tell that came to a timetable or were taken out of it."""
    rows = alignment.added or alignment.removed
    rows = tuple(unit for unit in rows if _is_row(unit))
    if not scene.official or not rows or not all(_tells_everybody(row, scene.title) for row in rows):
        return Certain()
    others = [unit for unit in alignment.changed if unit not in rows and _is_timed(unit)]
    came = rows[0] in alignment.added
    page = [new if came else old for old, new in alignment.same]
    stays = any(_is_row(unit) and unit.headings == rows[0].headings for unit in page)
    if not stays or any(is_visiting(unit, scene.title) for unit in others):
        return Certain()
    alone = replace(alignment, pairs=(), removed=() if came else rows, added=rows if came else ())
    effects = [effect for effect in schedule_effects(scene, alone) if effect.sign == (1 if came else -1)]
    if len(effects) != 1 or not effects[0].facts:
        return Certain()
    said = " / ".join(row.plain for row in rows)
    return Certain((replace(effects[0], old="" if came else said, new=said if came else ""),), rows)


# "Thursday 1:00 p.m. to 4:00 p.m." in a list of such lines
_LISTED = regex(r"\{[a-z,]+\}:? ?(?:\[\d{4}-\d{4}\](?:,? and |, | & | / )?)+\.?")


def _is_row(unit: Unit) -> bool:
    return (unit.row and _is_timed(unit)) or _LISTED.fullmatch(unit.plain) is not None


def _is_timed(unit: Unit) -> bool:
    return any(mark in unit.plain for mark in "{[@")


def _tells_everybody(row: Unit, title: str) -> bool:
    """Whether a row says nothing but on which days and hours visits are held."""
    told = told_week(row, title)
    return told is not None and not told.words and not told.negated and bool(told.week.days and told.week.spans)
