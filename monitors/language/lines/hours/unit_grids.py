"""A grid that names, for each day, the units that are visited: "Thu: A pod, D pod".

A unit that left a row has lost a day of its visits, though no hour moved; one that stands in another row now has as many
as before (D10). The reader hears a list of pods with one fewer.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from monitors.language.effects.neutral import GROUPS_SWAPPED
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_ROW = regex(r"\{(?P<days>[a-z,]+)\} ?[:|-] ?(?P<units>[^:|]+?)[ .]*")
_UNIT = regex(
    r"(?:(?:pods?|units?|blocks?|wings?|dorms?|tiers?|floors?|buildings?|tanks?|modules?|sections?) [a-z0-9-]{1,6}|[a-z0-9-]{1,8} (?:pods?|units?|blocks?|wings?|dorms?|tiers?|floors?|buildings?|tanks?|modules?|sections?|men|women))"
)
_PARTED = regex(r" ?(?:,|;|&|\band\b) ?")
_OF_VISITS = regex(r"\bvisit\w*\b")
_LEAST = 2  # rows that make a grid

_Grid = dict[str, Counter[str]]


def unit_grids(scene: Scene, alignment: Alignment) -> Certain:
    """What rows of a grid tell of which the units moved: a day lost or won by some, or traded by all."""
    if not scene.official:
        return Certain()
    gone, come = ([unit for unit in side if _units(unit)] for side in (alignment.gone, alignment.come))
    was, now = _days(scene.before), _days(scene.after)
    if not (gone and come) or min(_rows(scene.before), _rows(scene.after)) < _LEAST or not _of_visits(scene, come):
        return Certain()
    names = sorted({*was, *now})
    lost = [name for name in names if len(now.get(name, ())) < len(was.get(name, ()))]
    won = [name for name in names if len(now.get(name, ())) > len(was.get(name, ()))]
    if was == now or (lost and won):
        return Certain()
    said = " / ".join(unit.plain for unit in gone), " / ".join(unit.plain for unit in come)
    topics = (Topic.SCHEDULE,)
    if not lost and not won:
        effect = Effect("D10-groups", 0, Severity.MINOR, topics, (), *said, GROUPS_SWAPPED)
    else:
        told = lost or won
        days = [float(len(grid.get(told[0], ()))) for grid in (was, now)]
        facts = (Fact("visit_days_per_week", *days),) if all(days) else ()
        effect = Effect("D10-unit-days", -1 if lost else 1, Severity.MAJOR, topics, facts, *said, tuple(told))
        effect = effect.lower("S6") if len(told) < len(names) else effect
    return Certain((effect,), (*gone, *come))


def _of_visits(scene: Scene, come: Iterable[Unit]) -> bool:
    return any(_OF_VISITS.search(text) for text in (scene.title, *(unit.headings for unit in come)))


def _units(unit: Unit) -> list[str]:
    """The units that a row of a grid names, none for any other line."""
    row = _ROW.fullmatch(unit.plain)
    named = [name.strip() for name in _PARTED.split(row["units"])] if row else []
    return named if named and all(_UNIT.fullmatch(name) for name in named) else []


def _rows(page: Iterable[Unit]) -> int:
    return sum(1 for unit in page if _units(unit))


def _days(page: Iterable[Unit]) -> _Grid:
    """On which days each unit is visited."""
    found: _Grid = {}
    for unit in page:
        row = _ROW.fullmatch(unit.plain)
        for name in _units(unit):
            found.setdefault(name, Counter()).update(row["days"].split(",") if row else ())
    return found
