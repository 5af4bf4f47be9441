"""A day of a list of visiting hours that had no visits and has hours now, or the reverse: "Wednesday ..... no visits".

Beside a page of rules put in other words the reader hardly hears such a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from monitors.language.effects.timetable import schedule_effects
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

_CLOSED = regex(r"(?P<days>\{[a-z,]+\}) ?[:|-]? ?(?:no visit\w*|closed|none)")
_OPEN = regex(
    r"(?P<days>\{[a-z,]+\}) ?[:|-]? ?(?:from )?\[\d{4}-\d{4}\](?:(?:,| and| &) ?\[\d{4}-\d{4}\])*(?:,? \(?all \w+\)?)?"
)
_FEWEST = 2  # days of a list


def closed_rows(scene: Scene, alignment: Alignment) -> Certain:
    """What the one such day tells, where the other days of the list are as before."""
    for was, now in ((_CLOSED, _OPEN), (_OPEN, _CLOSED)):
        old, new = _days(alignment.gone, was), _days(alignment.come, now)
        both = old.keys() & new.keys()
        if len(both) != 1 or sum(_is_listed(unit) for unit in scene.after) < _FEWEST:
            continue
        day = both.pop()
        alone = replace(alignment, pairs=((old[day], new[day]),), removed=(), added=())
        effects = tuple(effect for effect in schedule_effects(scene, alone) if effect.sign)
        if effects:
            return Certain(effects, (old[day], new[day]))
    return Certain()


def _days(lines: Iterable[Unit], said: re.Pattern[str]) -> dict[str, Unit]:
    return {hit["days"]: unit for unit in lines if not unit.row and (hit := said.fullmatch(unit.plain))}


def _is_listed(unit: Unit) -> bool:
    return _OPEN.fullmatch(unit.plain) is not None or _CLOSED.fullmatch(unit.plain) is not None
