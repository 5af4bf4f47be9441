"""Facts that the words of the changed lines don't bear out: a free allowance where nothing is called free, touch
told as taken altogether where the new lines give it to some."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.claims.clauses import split, turns
from monitors.language.figures.quantities import REGULAR
from monitors.language.pages.align import Row
from monitors.language.pages.scene import Effect
from monitors.language.reader.learned import Estimate
from monitors.language.words.patterns import regex
from monitors.records import Fact, FactValue

_FREE = regex(
    r"\b(?:free|no (?:charge|cost|fee)|without (?:charge|cost|a fee)|complimentary|gratis|included|paid|pays?|waived|not charged|nothing|on us)\b"
)
_FINER = {"visit_minutes": "visit_minutes_max", "visits_per_month": "free_video_per_month"}
_PRICE = regex(r"\$(\d+(?:\.\d+)?)")
_CONTACT_VISITS = regex(
    r"(?<!non-)(?<!no )\bcontact visits? (?:is|are|will be|at|for|on)\b|\b(?:have|receive|eligible for) contact visits\b"
)


def witnessed(estimate: Estimate, effects: Sequence[Effect], rows: Sequence[Row]) -> tuple[Estimate, list[Effect]]:
    """The reader's estimate and the rules' effects without facts that the changed rows speak against."""
    old, new = ([unit.plain for row in rows if (unit := getattr(row, side))] for side in ("before", "after"))
    ruled = [fact for effect in effects for fact in effect.facts]
    if not any(_FREE.search(text) for text in (*old, *new)):
        estimate = replace(estimate, facts=tuple((share, _not_free(fact, ruled)) for share, fact in estimate.facts))
    finer = [(share, _finer(fact, ruled, old, new)) for share, fact in estimate.facts]
    kept = tuple((share, fact) for share, fact in finer if _borne_out(fact, old, new))
    told = [replace(e, facts=tuple(fact for fact in e.facts if _borne_out(fact, old, new))) for e in effects]
    return replace(estimate, facts=kept), told


def _not_free(fact: Fact, ruled: Sequence[Fact]) -> Fact:
    """A free allowance as the number of visits that a rule finds in the same figures."""
    if not fact.name.startswith("free_"):
        return fact
    return next((one for one in ruled if (one.before, one.after) == (fact.before, fact.after)), fact)


def _finer(fact: Fact, ruled: Sequence[Fact], old: Sequence[str], new: Sequence[str]) -> Fact:
    """A fact as the narrower term that the words beside its figures name: "regular price", "at most 20 minutes"."""
    if fact.name == "video_fee_usd" and _is_regular(fact.before, old) and _is_regular(fact.after, new):
        return replace(fact, name="regular_video_fee_usd")
    name = _FINER.get(fact.name)
    same = (one for one in ruled if one.name == name and (one.before, one.after) == (fact.before, fact.after))
    return next(same, fact)


def _is_regular(price: FactValue, texts: Iterable[str]) -> bool:
    """Whether a price stands right behind the words "regular price"."""
    prices = ((text[: hit.start()], float(hit[1])) for text in texts for hit in _PRICE.finditer(text))
    return any(figure == price and REGULAR.search(ahead) for ahead, figure in prices)


def _borne_out(fact: Fact, old: Sequence[str], new: Sequence[str]) -> bool:
    return fact.name != "contact_allowed" or not _gives_contact(new if fact.after is False else old)


def _gives_contact(texts: Iterable[str]) -> bool:
    """Whether a line gives contact visits to some people, whatever it says of others."""
    clauses = (clause for text in texts for clause in split(text))
    return any(_CONTACT_VISITS.search(clause) and not turns(clause) for clause in clauses)
