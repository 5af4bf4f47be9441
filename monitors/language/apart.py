"""Lines that took others' place, read apart: what came by itself, and what went by itself.

"Visitors must wear masks." became "Contact visits have ended.": two lines that have nothing to do with each other sound
like one line in other words to the reader, who hears them together. Apart it hears them as what they are. Where the two
sides both speak of visits by themselves they may be one rule in two wordings; then they are read together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from monitors.language import verdict
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment, Row, similarity
from monitors.language.pages.context import of_listed_things
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.reader import learned
from monitors.language.reader.learned import Estimate
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Direction

_MOST = 3  # lines of a side: more are a page rewritten
_ALIKE = 0.5  # lines with so much in common are a rewording
# How likely a side touches visiting by itself: it tells; it does where a rule finds the same; it is silent.
_TELLS, _MAY_TELL, _SILENT = 0.9, 0.6, 0.15
LEAST = (_TELLS, _MAY_TELL, verdict.TELL_ABOVE)
_TELLS_SO = 0.7  # how likely the rule's direction must be
# Rules for those who come, which tell nothing (R4, R5), and who is let in, which does.
_IDLE = regex(
    rf"\b(?:{elsewhere.DRESS_CONDUCT}|masks?|(?:photo|picture|valid|government[- ]issued)(?: \w+){{0,2}} (?:ids?|identification)|show (?:an? )?id|ids? (?:is|are) required|parking|park (?:in|on|at|behind)|lobby|lockers?|restrooms?|vending)\b"
    r"|\b(?:arrive|check in|sign in|be here|report) (?:\w+ ){0,4}(?:early|before|prior|desk|lobby|in advance)\b"
)
_ADMITS = regex(
    rf"\b(?:{visits.MINORS}|{visits.FRIENDS}|{visits.KIN_ONLY}|{visits.EX_HELD}|{visits.RECORD}|only|expired|passports?|consular|appointments?|walk-?ins?|minutes (?:long|each)|per week|a week|\$\d)\b"
)

Rules = Callable[[Scene, Alignment], list[Effect]]
Summed = Callable[[Sequence[Effect]], Direction]


def told_apart(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed) -> Told | None:
    """What lines tell that came in the place of others which tell nothing, or the reverse; None where they may be one
    rule in two wordings. ruled: what the rules find; direction_of: what their effects come to."""
    gone = [*(old for old, _ in alignment.pairs), *alignment.removed]
    come = [*(new for _, new in alignment.pairs), *alignment.added]
    if not gone or not come or max(len(gone), len(come)) > _MOST or _one_rule(alignment, gone, come):
        return None
    sides = [[Row(old, None) for old in gone], [Row(None, new) for new in come]]
    went, came = (learned.estimate(rows, scene.title) for rows in sides)
    assert went is not None and came is not None  # neither side is empty
    empty = replace(alignment, pairs=(), removed=(), added=())
    idle = went.relevant < _SILENT or all(is_idle(unit) for unit in gone)
    if came.relevant > _MAY_TELL and idle and any(speaks(unit.plain) for unit in come):
        return told_of_side(ruled(scene, replace(empty, added=tuple(come))), came, sides[1], direction_of)
    if went.relevant > _MAY_TELL and came.relevant < _SILENT and any(speaks(unit.plain) for unit in gone):
        return told_of_side(ruled(scene, replace(empty, removed=tuple(gone))), went, sides[0], direction_of)
    return None


def silent_without_others(scene: Scene, rows: Sequence[Row], effects: Sequence[Effect]) -> bool:
    """Whether only lines on other things tell: the other lines are idle by themselves, and no rule finds more in them."""
    others = [row for row in rows if all(of_listed_things(unit) for unit in (row.before, row.after) if unit)]
    said = " . ".join(unit.plain for row in others for unit in (row.before, row.after) if unit)
    if not others or any(effect.new not in said or effect.old not in said for effect in effects):
        return False
    rest = learned.estimate([row for row in rows if row not in others], scene.title)
    return rest is None or rest.relevant < _SILENT


def is_idle(unit: Unit) -> bool:
    """Whether a line is on dress, lockers, papers or parking and lets nobody in or out (R4, R5)."""
    return _IDLE.search(unit.plain) is not None and _ADMITS.search(unit.plain) is None


def _one_rule(alignment: Alignment, gone: Sequence[Unit], come: Sequence[Unit]) -> bool:
    """Whether some line is plainly a rewording of another: much in common, or a figure."""
    if any(similarity(old, new) >= _ALIKE for old, new in alignment.pairs):
        return True
    was, now = (set(FIGURE.findall(" ".join(unit.plain for unit in side))) for side in (gone, come))
    return bool(was & now)


def told_of_side(
    effects: Sequence[Effect],
    estimate: Estimate,
    rows: Sequence[Row],
    direction_of: Summed,
    least: tuple[float, float, float] = LEAST,
) -> Told | None:
    """What lines that only came, or only went, tell by themselves: a gain or a loss of which the reader is sure, or less
    sure where the rules agree. least: how sure, without
    rules, with them, and weighed with them."""
    ruled = direction_of(effects) if effects else None
    if estimate.relevant <= least[bool(ruled and estimate.directions.get(ruled, 0.0) > _TELLS_SO)]:
        return None
    told = verdict.tell(effects, direction_of(effects), estimate, lambda _: rows[0], sure=least[2], plain=True)
    return (
        told if told.effects and direction_of(told.effects) in (Direction.RESTRICTIVE, Direction.RESTORATIVE) else None
    )
