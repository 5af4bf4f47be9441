"""How likely a change must be to be told: less likely where rules say for sure what moved."""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language import verdict
from monitors.language.belief import (
    TELL_TURNED_ABOVE,
    guarantee_moved,
    only_figure,
    turned_for_families,
    turned_in_few_words,
)
from monitors.language.effects.neutral import GROUPS_SWAPPED
from monitors.language.hours_alone import counted_alone, only_hours
from monitors.language.lines.silent.restated import stance
from monitors.language.pages import about
from monitors.language.pages.align import Row
from monitors.language.pages.scene import Effect, Scene
from monitors.language.words.spanish import is_spanish


def how_sure(scene: Scene, told: Sequence[Row], effects: Sequence[Effect]) -> float:
    """How likely a change must be to be told. Spanish put into English reads like another wording, and the reader takes
    two wordings of a line for a change; so lines reworded in Spanish alone need a rule that says what moved."""
    pairs = [(row.before, row.after) for row in told if row.before and row.after]
    if len(pairs) == len(told) and all(only_hours(*pair) for pair in pairs) and any(effect.sign for effect in effects):
        return verdict.TELL_COUNTED_ABOVE
    if len(pairs) == len(told) == 1 and turned_in_few_words(*pairs[0], effects):
        return TELL_TURNED_ABOVE
    if turned_for_families(effects):
        return TELL_TURNED_ABOVE
    if len(pairs) == len(told) == 1 and only_figure(told) and _one_term(effects):
        return TELL_TURNED_ABOVE
    if guarantee_moved(effects):
        return verdict.TELL_COUNTED_ABOVE
    lone = all(row.before is None or row.after is None for row in told)
    if lone and counted_alone(told, effects, scene.title):
        return verdict.TELL_AGREED_ABOVE
    alone = scene.before and scene.official and all(row.before is None for row in told)
    if alone and any(about.is_news(row.after) for row in told if row.after):
        return verdict.TELL_NEWS_ABOVE
    swapped = bool(effects) and all(effect.words == GROUPS_SWAPPED for effect in effects)
    if swapped or {effect.rule for effect in effects if effect.sign} >= _BOOKED:
        return verdict.TELL_AGREED_ABOVE
    few = len(pairs) <= _FEW_PAIRS  # of a page in other words some lines bound or ask in other words, too
    reworded = len(pairs) == len(told) and all(
        is_spanish(new.text) and (not few or stance(old) == stance(new)) for old, new in pairs
    )
    return verdict.TELL_ABOVE if effects or not reworded else verdict.TELL_REWORDED_ABOVE


def _one_term(effects: Sequence[Effect]) -> bool:
    """Whether rules bind the one figure of a line to one term, for all."""
    signed = [effect for effect in effects if effect.sign]
    return (
        len(signed) == 1 and len(signed[0].facts) == 1 and signed[0].rule.startswith("Q-") and "+" not in signed[0].rule
    )


_BOOKED = frozenset({"P-booking", "Q-booking_lead_hours"})
_FEW_PAIRS = 3
