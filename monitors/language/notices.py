"""Notices that came or went beside other changes, each read by itself.

The reader hears all changed lines of a page together. "Visits may now last 60 minutes." beside "Landfill hours have
been extended." or among three reworded rules it has let fall silent, and of a gain and a loss in two notices it told
one. Lines of one segment are one notice: what a sentence says may hang on the one before. Told so is only what the
reader, alone with a notice, is surer of than of a whole change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.apart import LEAST, Rules, Summed, told_of_side
from monitors.language.pages.about import is_news, speaks
from monitors.language.pages.align import Alignment, Row, changed_rows, likeness, similarity
from monitors.language.pages.scene import Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.reader import learned
from monitors.language.verdict import TELL_NEWS_ABOVE
from monitors.language.words.wording import FIGURE
from monitors.records import Direction

_ALIKE = 0.5  # lines with so much in common are a rewording
_LIKE = 0.4  # so much a line may say what a line of the other side said, for which no other stands
_NEWS_TELLS, _NEWS_MAY_TELL = 0.7, 0.4  # how sure the reader must be of plain news: without a rule, and with one
_AGAINST = 0.7  # how surely a notice must be told against what was heard, where no rule tells it
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
        effects = ruled(scene, replace(empty, added=lines[0], removed=lines[1]))
        news = any(map(is_news, (*lines[0], *lines[1])))
        least = (_NEWS_TELLS, _NEWS_MAY_TELL, TELL_NEWS_ABOVE) if news else LEAST
        told = told_of_side(effects, estimate, rows, direction_of, least)
        found += [told] if told else []
    return _joined(scene, alignment, notices, found, together, direction_of)


def _beside_the_rest(scene: Scene, alignment: Alignment) -> bool:
    """Whether notices stand on a jail's page whose other changed lines are plainly the old ones, or have nothing to do
    with them: of a page rewritten, lines are left over that say what others said."""
    lone = [*alignment.removed, *alignment.added]
    if not scene.official or len(lone) > 2 * _MOST or any(similarity(*pair) < _ALIKE for pair in alignment.pairs):
        return False
    if alignment.removed and alignment.added and len(alignment.same) < 2 * len(changed_rows(alignment)):
        return False
    gone, come = ([pair[side] for pair in alignment.pairs] for side in (0, 1))
    return all(_apart(unit, gone, alignment.removed) for unit in alignment.added) and all(
        _apart(unit, come, alignment.added) for unit in alignment.removed
    )


def _apart(unit: Unit, paired: Sequence[Unit], lone: Sequence[Unit]) -> bool:
    """Whether a line has no figure and few words in common with any of the other side."""
    figures = set(FIGURE.findall(unit.plain))
    if any(figures & set(FIGURE.findall(other.plain)) for other in (*paired, *lone)):
        return False
    return all(likeness(unit.plain, other.plain) < _ALIKE for other in paired) and all(
        likeness(unit.plain, other.plain) < _LIKE for other in lone
    )


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
    if not all(map(_sure_enough, found)):
        return together
    if _neighbours(notices):  # "Visits are off this week. They resume on Monday."
        return together
    return apart if told is Direction.MIXED or _silent_beside(scene, alignment, notices) else together


def _sure_enough(told: Told) -> bool:
    """Whether a notice may be told against what was heard: a rule tells it, too, or it is told surely."""
    return told.confidence > _AGAINST or any(e.sign and not e.rule.startswith("L-") for e in told.effects)


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
