"""Notices that came or went beside other changes, each read by itself.

The reader hears all changed lines of a page together. "Visits may now last 60 minutes." beside "Landfill hours have
been extended." or among three reworded rules it has let fall silent, and of a gain and a loss in two notices it told
one. Lines of one segment are one notice: what a sentence says may hang on the one before. Told so is only what the
reader, alone with a notice, is surer of than of a whole change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language import learned
from monitors.language.about import speaks
from monitors.language.align import Alignment, Row, changed_rows, likeness, similarity
from monitors.language.apart import Rules, Summed, told_of_side
from monitors.language.effects import Scene
from monitors.language.sentences import Unit
from monitors.language.verdict import Told
from monitors.language.wording import FIGURE
from monitors.records import Direction

_ALIKE = 0.5  # lines with so much in common are a rewording
_MOST = 4  # notices read by themselves, some 10 ms each
_SILENT = 0.3  # how likely the other lines touch visiting by themselves that are held to tell nothing
_TOLD = (Direction.RESTRICTIVE, Direction.RESTORATIVE)


def told_by_notice(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed, together: Told) -> Told:
    """What is told of a change when its notices are read by themselves, too. together: what is told of all lines
    heard at once; ruled: what the rules find; direction_of: what their effects come to."""
    notices = [*_notices(alignment.removed, came=False), *_notices(alignment.added, came=True)]
    if not 0 < len(notices) <= _MOST or len(changed_rows(alignment)) == 1 or not _beside_the_rest(scene, alignment):
        return together
    empty = replace(alignment, pairs=(), removed=(), added=())
    found: list[Told] = []
    for rows in notices:
        lines = tuple(row.after for row in rows if row.after), tuple(row.before for row in rows if row.before)
        estimate = learned.estimate(rows, scene.title)
        assert estimate is not None  # a notice has lines
        told = told_of_side(
            ruled(scene, replace(empty, added=lines[0], removed=lines[1])), estimate, rows, direction_of
        )
        found += [told] if told else []
    return _joined(scene, alignment, notices, found, together, direction_of)


def _beside_the_rest(scene: Scene, alignment: Alignment) -> bool:
    """Whether lines came alone, or went alone, on a jail's page whose other changed lines are plainly the old ones: of
    a page rewritten, lines are left over that say what others said."""
    if not scene.official or (alignment.removed and alignment.added):
        return False
    lone = [*alignment.removed, *alignment.added]
    other = [old if alignment.added else new for old, new in alignment.pairs]
    figures = {figure for unit in other for figure in FIGURE.findall(unit.plain)}
    if any(similarity(*pair) < _ALIKE for pair in alignment.pairs) or len(lone) > 2 * _MOST:
        return False
    shared = any(figures & set(FIGURE.findall(unit.plain)) for unit in lone)
    return not shared and all(likeness(unit.plain, line.plain) < _ALIKE for unit in lone for line in other)


def _notices(lines: Iterable[Unit], *, came: bool) -> list[list[Row]]:
    """The rows of each segment of which some line speaks of visits."""
    segments: dict[int, list[Unit]] = {}
    for line in lines:
        segments.setdefault(line.segment, []).append(line)
    spoken = [units for units in segments.values() if any(speaks(unit.plain) and not unit.row for unit in units)]
    return [[Row(None, unit) if came else Row(unit, None) for unit in units] for units in spoken]


def _joined(
    scene: Scene,
    alignment: Alignment,
    notices: Sequence[Sequence[Row]],
    found: Sequence[Told],
    together: Told,
    direction_of: Summed,
) -> Told:
    """What the notices tell where all lines together told nothing or something else."""
    effects = tuple(effect for told in found for effect in told.effects)
    if not effects:
        return together
    apart = Told(effects, tuple(why for told in found for why in told.why), min(told.confidence for told in found))
    if not together.effects:
        return apart
    told, heard = direction_of(effects), direction_of(together.effects)
    if told is heard or (heard is Direction.MIXED and told in _TOLD and not _silent_beside(scene, alignment, notices)):
        return together
    if not all(any(effect.sign and not effect.rule.startswith("L-") for effect in one.effects) for one in found):
        return together  # against what was heard a rule must speak, too
    if _neighbours(notices):  # "Visits are off this week. They resume on Monday."
        return together
    return apart if told is Direction.MIXED or _silent_beside(scene, alignment, notices) else together


def _neighbours(notices: Sequence[Sequence[Row]]) -> bool:
    """Whether some notice stands right below another one, so that they may be one."""
    places = [[unit.place for row in rows for unit in (row.before, row.after) if unit] for rows in notices]
    ends = {(min(spots), max(spots)) for spots in places}
    return any(first == last + 1 for first, _ in ends for _, last in ends)


def _silent_beside(scene: Scene, alignment: Alignment, notices: Sequence[Sequence[Row]]) -> bool:
    """Whether the changed lines beside the notices tell nothing by themselves."""
    noticed = {id(unit) for rows in notices for row in rows for unit in (row.before, row.after) if unit}
    beside = [row for row in changed_rows(alignment) if not {id(row.before), id(row.after)} & noticed]
    estimate = learned.estimate(learned.weighty(beside), scene.title) if beside else None
    return estimate is None or estimate.relevant < _SILENT
