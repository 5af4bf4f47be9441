"""The figure of a rule that an act undid or put in force again: "The 14 days without visits are repealed."

What such an act is about is told by its words (D4); the term in it moves along: to nothing where the act is a gain and
the term a burden, and back where a waiver or a repeal is itself undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from monitors.language.figures.ended import ended
from monitors.language.figures.meanings import sign_of
from monitors.language.figures.quantities import measures
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import OF_MATTERS, Effect
from monitors.language.words.measure import Measure
from monitors.records import Fact

# What is left where the term goes: no wait and no price is a nought, no guarantee is none that a page states.
_NOTHING: dict[str, float | None] = {
    "bonus_points": 0.0,
    "commission_pct": 0.0,
    "discipline_days_without_visits": 0.0,
    "free_remote_visits_per_week": 0.0,
    "free_video_per_month": 0.0,
    "free_visits_per_week": 0.0,
    "intake_days_without_visits": 0.0,
    "min_guarantee_usd_month": None,
    "min_paid_visits_per_detainee_month": None,
    "onsite_video_fee_usd": 0.0,
    "transaction_fee_usd": 0.0,
    "video_fee_usd": 0.0,
    "waiting_days": 0.0,
}


def with_undone_terms(effects: Sequence[Effect], changed: Alignment, title: str) -> tuple[Effect, ...]:
    """The effects of acts, with the one term that the lines they quote name."""
    known = {fact.name for effect in effects for fact in effect.facts}
    return tuple(_with_term(effect, changed, title, known) for effect in effects)


def _with_term(effect: Effect, changed: Alignment, title: str, known: AbstractSet[str]) -> Effect:
    if not effect.rule.startswith((*OF_MATTERS, "D4-decision")) or not effect.sign or effect.facts:
        return effect
    if effect.rule == "D4-by-ear+S5":
        return effect  # the rule stays, or never was in force
    told = [m for unit in changed.changed if _quoted(effect, unit.plain) for m in measures(unit, title)]
    if effect.rule.startswith("D4-decision"):  # what was decided may be another figure
        told = [m for m in told if ended(m.words, m.value)]
    terms = {(m.name, m.value): m for m in told if m.value and m.name in _NOTHING.keys() - known}
    fact = _fact(next(iter(terms.values())), effect.sign) if len(terms) == 1 else None
    return replace(effect, facts=(fact,)) if fact else effect


def _quoted(effect: Effect, line: str) -> bool:
    return any(said and (said in line or line in said) for said in (effect.old, effect.new))


def _fact(term: Measure, sign: int) -> Fact | None:
    """The term that went or came; None where its move has no sign."""
    gone = sign_of(term.name, term.value, 0.0)
    if not gone:
        return None
    nothing = _NOTHING[term.name]
    return Fact(term.name, term.value, nothing) if gone == sign else Fact(term.name, nothing, term.value)
