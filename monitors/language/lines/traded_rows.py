"""Rows of a visiting timetable that traded their days and hours: "A to F" is seen when "S to Z" was, and the reverse.

Nobody gains or loses time (D10), though each row by itself tells a loss of one day and the gain of another.
"""

from __future__ import annotations

from collections import Counter

from monitors.language.effects.neutral import GROUPS_SWAPPED
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_visiting
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_CLOCKS = regex(r"\[(\d\d)(\d\d)-(\d\d)(\d\d)\]")
_DAYS = regex(r"\{([a-z,]+)\}")

_Cells = tuple[str, ...]


def traded_rows(scene: Scene, alignment: Alignment) -> Certain:
    """The rows that only traded places, all with as much time as before; nothing where a row did more than that."""
    old, new = (
        tuple(unit for unit in side if unit.row and any(mark in unit.plain for mark in "{[@"))
        for side in (alignment.gone, alignment.come)
    )
    was, now = _by_label(old), _by_label(new)
    if len(was) < 2 or was == now or was.keys() != now.keys() or Counter(was.values()) != Counter(now.values()):
        return Certain()
    if len({_lengths(cells) for cells in was.values()}) != 1 or not all(is_visiting(unit, scene.title) for unit in new):
        return Certain()
    said = " / ".join(unit.plain for unit in old), " / ".join(unit.plain for unit in new)
    effect = Effect("D10-groups", 0, Severity.MINOR, (Topic.SCHEDULE,), (), *said, GROUPS_SWAPPED)
    return Certain((effect,), (*old, *new))


def _by_label(rows: tuple[Unit, ...]) -> dict[str, _Cells]:
    """The cells of each row by its first one; empty where two rows have one label."""
    cells = [tuple(cell.strip() for cell in unit.plain.split("|")) for unit in rows]
    found = {one[0]: one[1:] for one in cells if len(one) > 1}
    return found if len(found) == len(rows) else {}


def _lengths(cells: _Cells) -> tuple[tuple[int, int], ...]:
    """How many days and how many minutes each cell with a time tells, in order of length."""
    told = [(_days(cell), _minutes(cell)) for cell in cells]
    return tuple(sorted(one for one in told if any(one)))


def _days(cell: str) -> int:
    return sum(len(hit.split(",")) for hit in _DAYS.findall(cell))


def _minutes(cell: str) -> int:
    return sum((int(h2) - int(h1)) * 60 + int(m2) - int(m1) for h1, m1, h2, m2 in _CLOCKS.findall(cell))
