"""Terms that one of two pages does not state: "none" is a value only where a page says so.

While a change is weighed, a guarantee or a minimum of use that went counts as nought, so that arithmetic can tell which
way it moved. What is told in the end must say what stands there: a clause that is gone states no figure at all.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from monitors.language.figures.usage import MOST_BY_THE_HEAD
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact

_NONE = r"(?:\b(?:no|not|none|nothing|neither|nor|never|without|zero)\b|\$0\b)"
_SUM, _USE = r"(?:guarantee\w*|minimum|sum|floor|share)", r"(?:minimum|paid|usage|volume|number|shortfall|want)"


def _denied(what: str) -> re.Pattern[str]:
    return regex(rf"{_NONE}[^.;]{{0,60}}\b{what}\b|\b{what}\b[^.;]{{0,60}}{_NONE}")


_SAYS_NONE = {
    "min_guarantee_usd_month": _denied(_SUM),
    "min_paid_visits_per_detainee_month": _denied(_USE),
    "min_age": regex(
        r"\b(?:any|all|every|whatever) (?:\w+ )?ages?\b|\bages? (?:limit|bar|rule|minimum)\b|\b(?:no|lowest|minimum) age\b|\btoo young\b|\bages? (?:are|is) welcome\b"
    ),
}


# Where children of any age came, or whoever walked in, no age and no notice was stated.
_NO_NOUGHT_BEFORE = frozenset({"min_age", "booking_lead_hours"})


def as_stated(effects: Iterable[Effect], changed: Alignment) -> tuple[Effect, ...]:
    """The effects with those noughts of their facts left open that no changed line of that page states."""
    return tuple(
        replace(effect, facts=tuple(_as_stated(fact, changed) for fact in effect.facts if not _is_of_all(fact)))
        for effect in effects
    )


def _is_of_all(fact: Fact) -> bool:
    """Whether a minimum of use is of a jail's visits together: by the head it is no such number."""
    least = fact.name == "min_paid_visits_per_detainee_month"
    return least and max(float(value or 0) for value in (fact.before, fact.after)) > MOST_BY_THE_HEAD


def _as_stated(fact: Fact, changed: Alignment) -> Fact:
    if fact.name in _NO_NOUGHT_BEFORE and fact.before == 0:
        return replace(fact, before=None)
    said = _SAYS_NONE.get(fact.name)
    if said is None:
        return fact
    before = None if fact.before == 0 and not _any(said, changed.gone) else fact.before
    after = None if fact.after == 0 and not _any(said, changed.come) else fact.after
    return replace(fact, before=before, after=after)


def _any(said: re.Pattern[str], lines: Iterable[Unit]) -> bool:
    return any(said.search(unit.plain) for unit in lines)
