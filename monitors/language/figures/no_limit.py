"""Numbers of visits against "no limit on visits": the one that took its place is a loss, though it states a number."""

from __future__ import annotations

from dataclasses import replace

from monitors.language.figures.counts import unlimited
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.words.patterns import regex

_COUNTED = regex(r"(?:remote_)?visits_per_(?:day|week|month)$")


def against_no_limit(effect: Effect, alignment: Alignment) -> Effect:
    """The effect of a number of visits that one page alone states, a loss or a gain where the other one says that there
    is no limit."""
    fact = next((fact for fact in effect.facts if _COUNTED.match(fact.name)), None)
    if fact is None or (fact.before is None) is (fact.after is None):
        return effect
    came = fact.before is None
    free = any(unlimited(unit.plain) for unit in (alignment.gone if came else alignment.come))
    return replace(effect, rule="P-limit-often", sign=-1 if came else 1) if free else effect
