"""Reworded lines read one by one: among many of them the reader overlooks the one that moved a figure.

Asked for only where all of them together tell nothing and a rule measured one term in the old and the new wording of a
line. Told is what rule and reader, or both ways of counting a timetable, find the same figures for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from monitors.language import verdict
from monitors.language.effects.counted import counted_facts
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment, Row
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.reader import learned
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Direction, FactValue

_OTHER = regex(rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.DRESS_CONDUCT}|yard|meals?|detectors?)\b")
_MOST = 6  # lines read by themselves, some 10 ms each

Rules = Callable[[Scene, Alignment], list[Effect]]
Summed = Callable[[Sequence[Effect]], Direction]


def measured(effects: Sequence[Effect]) -> list[Effect]:
    """The effects that compare two figures of one term."""
    return [e for e in effects if e.sign and any(_is_figure(f.before) and _is_figure(f.after) for f in e.facts)]


def _is_figure(value: FactValue) -> bool:
    return value is not None and not isinstance(value, bool)


def told_alone(scene: Scene, alignment: Alignment, ruled: Rules, direction_of: Summed) -> Told | None:
    """What reworded lines tell by themselves, None where that is nothing. ruled: what the rules find; direction_of:
    what their effects come to."""
    rows = [Row(*pair) for pair in _with_figures(alignment.pairs)]
    found = [told for row in rows if (told := _told(scene, alignment, row, ruled, direction_of)) is not None]
    if not found:
        return None
    effects = tuple(effect for told in found for effect in told.effects)
    return Told(effects, tuple(why for told in found for why in told.why), min(told.confidence for told in found))


def _with_figures(pairs: Sequence[tuple[Unit, Unit]]) -> list[tuple[Unit, Unit]]:
    """The pairs that speak of nothing but visits and whose figures differ, none where these are too many."""
    spoken = [pair for pair in pairs if any(speaks(u.plain) or not _OTHER.search(u.plain) for u in pair)]
    moved = [pair for pair in spoken if sorted(FIGURE.findall(pair[0].plain)) != sorted(FIGURE.findall(pair[1].plain))]
    return moved[:_MOST] if len(moved) <= 2 * _MOST else []


def _told(scene: Scene, whole: Alignment, row: Row, ruled: Rules, direction_of: Summed) -> Told | None:
    assert row.before is not None and row.after is not None  # a pair has both
    alone = replace(whole, pairs=((row.before, row.after),), removed=(), added=())
    effects = measured(ruled(scene, alone))
    estimate = learned.estimate([row], scene.title) if effects else None
    if estimate is None:
        return None
    counted = counted_facts(scene, alone) or ()
    sure = {*counted, *(fact for _, fact in estimate.facts)}
    effects = [effect for effect in effects if any(fact in sure for fact in effect.facts)]
    if not effects:
        return None
    least = verdict.TELL_ALONE_ABOVE
    told = verdict.tell(effects, direction_of(effects), estimate, lambda _: row, counted, sure=least)
    return told if told.effects else None
