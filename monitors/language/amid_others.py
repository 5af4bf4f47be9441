"""The loud lines of a page on which many lines changed, heard without the others.

Both encoders hear some 200 words at once. Of a page with twenty reworded lines they hear the first ones that speak of
visits, and "Children may not come along any more." among them is drowned, or cut off. Where all lines together tell
nothing, those that sound like news by themselves or that a rule quotes are read again without the rest. Much of what is
heard so on a jail's own page is no news, so it is told only where it is surely a loss or a gain:
docs/decisions/0025-two-encoders.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from monitors.language.pages import about, context
from monitors.language.pages.align import Alignment, Row, changed_rows
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.reader import learned
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Direction

_LOUD = 0.3  # how likely a line touches visiting by itself
_LOUDEST = 0.9  # and one of those whose figures a rule compares, where the loud ones together are not sure
_DROWN = 6  # lines
_SURELY = 0.85  # how sure they must be together
_TIMES = regex(r"\[\d{4}-\d{4}\]")
_SIDED = frozenset({Direction.RESTRICTIVE, Direction.RESTORATIVE, Direction.MIXED})
_MOST = 40  # lines read by themselves, some 5 ms each

Summed = Callable[[Sequence[Effect]], Direction]
Rules = Callable[[Scene, Alignment], list[Effect]]


def told_amid_others(
    scene: Scene, whole: Alignment, ruled: Rules, tell: Callable[[Alignment], Told], direction_of: Summed
) -> Told | None:
    """What the loud ones of many lines tell, None where that is no sure loss or gain. ruled: what the rules find;
    tell: what is told of some of the lines; direction_of: what effects come to."""
    alignment = about.telling(scene, whole)
    part = context.visiting_part(scene, alignment)
    rows = learned.weighty(changed_rows(part))
    if not scene.before or not rows or not _many(rows, scene):
        return None
    quotes = [quote for effect in ruled(scene, alignment) for quote in (effect.old, effect.new) if quote]
    rows = _without_times_set_anew(rows)[:_MOST]
    heard = [(row, 1.0 if _quoted(row, quotes) else _alone(row, scene.title)) for row in rows]
    for least in (_LOUD, _LOUDEST):
        lines = _only(part, [row for row, share in heard if share > least])
        asked = bool(lines.changed) and (least == _LOUD or _is_measured(ruled(scene, lines)))
        told = tell(lines) if asked else Told(())
        sure = told.confidence > _SURELY and (least == _LOUD or _is_measured(told.effects))
        half = _is_half_told(told.effects) or _is_merged(told.effects, whole)
        if told.effects and sure and not half and direction_of(told.effects) in _SIDED:
            return replace(told, why=("L heard these lines without the others", *told.why))
    return None


def _is_half_told(effects: Sequence[Effect]) -> bool:
    """Whether a figure is told that one page alone names: among many other words the other may say it otherwise."""
    return any(effect.rule.startswith("Q-") and not (effect.old and effect.new) for effect in effects)


def _is_merged(effects: Sequence[Effect], whole: Alignment) -> bool:
    """Whether all that a told line has more, or less, than its old wording stands in lines that went, or came, by
    themselves: "Are hugs allowed? No; there is glass." put into "Booth visits (there is glass, so no hugs): ..." """
    gone, come = ({word for unit in side for word in concepts(unit.plain)} for side in (whole.removed, whole.added))
    moved = [
        (set(concepts(effect.new)) - set(concepts(effect.old)), set(concepts(effect.old)) - set(concepts(effect.new)))
        for effect in effects
        if effect.old and effect.new and effect.rule.startswith("L-")  # which quotes the whole line
    ]
    return any(came or went for came, went in moved) and all(came <= gone and went <= come for came, went in moved)


def _is_measured(effects: Sequence[Effect]) -> bool:
    """Whether a rule compares two figures of one term."""
    facts = [fact for effect in effects if effect.sign and not effect.rule.startswith("L-") for fact in effect.facts]
    return any(None not in (fact.before, fact.after) for fact in facts)


def _many(rows: Sequence[Row], scene: Scene) -> bool:
    """Whether so many lines changed that one of them may be drowned by the others, or cut off."""
    return (scene.official and len(rows) >= _DROWN) or not learned.heard_whole(rows, scene.title)


def _only(part: Alignment, rows: Sequence[Row]) -> Alignment:
    kept = {id(unit) for row in rows for unit in (row.before, row.after) if unit}
    return replace(
        part,
        pairs=tuple(pair for pair in part.pairs if id(pair[0]) in kept),
        removed=tuple(unit for unit in part.removed if id(unit) in kept),
        added=tuple(unit for unit in part.added if id(unit) in kept),
    )


def _without_times_set_anew(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, without those of a timetable that was set anew, by day instead of by unit or as a list instead of a
    table: its lines stand in for each other, and none tells anything by itself."""
    timed = [row for row in rows if any(unit and _TIMES.search(unit.plain) for unit in (row.before, row.after))]
    pairs = [(row.before, row.after) for row in timed if row.before and row.after]
    gone, come = (any(getattr(row, side) is None for row in timed) for side in ("after", "before"))
    anew = (gone and come) or any(bool(old.row) != bool(new.row) for old, new in pairs)
    return [row for row in rows if row not in timed] if anew else rows


def _alone(row: Row, title: str) -> float:
    found = learned.estimate([row], title)
    return found.relevant if found else 0.0


def _quoted(row: Row, quotes: Sequence[str]) -> bool:
    return any(
        unit.plain in quote or quote in unit.plain for unit in (row.before, row.after) if unit for quote in quotes
    )
