"""Facts of a whole change: what the reader binds and what the rules measure, joined by name; which of them are told."""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.belief import SIGNS
from monitors.language.figures.meanings import sign_of
from monitors.language.pages.scene import Effect
from monitors.language.reader.bindings import stated
from monitors.language.reader.learned import PERMISSIONS, Estimate
from monitors.language.words.measure import figure_in
from monitors.records import Direction, Fact, FactValue, Severity, Topic

# Terms that only a count over the whole timetable gives.
COUNTED = ("visit_days_per_week", "schedule_hours_per_week")
_COUNTED_BY_RULES = (*COUNTED, "visit_weekends_per_month")  # told by words that are no figure: "first and third"
_ON_TIME_ABOVE = 0.5
_RULED_ABOVE = 0.2  # a count over a timetable is told by a rule where the reader holds its hours possible
# How likely the reader must hold a rule's fact: where both of its figures stand in the rows, and where one does.
_ALIKE_ABOVE, _ALONE_ABOVE = 0.2, 0.3
# How grave it is at least when a permission turns for everybody; for one unit or as a proposal it is no such fact.
_PERMISSION_LEVEL = {
    "in_person_allowed": Severity.CRITICAL,
    "contact_allowed": Severity.MAJOR,
    "minors_allowed": Severity.MAJOR,
}
_MAY_END = (
    "commission_pct", "free_", "bonus_points", "intake_days", "waiting_days", "discipline_days", "wait_days_friends",
    "min_guarantee",
)  # fmt: skip


def joined_facts(
    effects: Sequence[Effect], estimate: Estimate, counted: Sequence[Fact] | None = None
) -> tuple[Fact, ...]:
    """Facts by name: counts over the changed lines of a timetable, then the reader's, then the rules'. counted: None
    where these lines could not be counted, so that rules may."""
    whole = [filled for effect in effects for fact in effect.facts if (filled := filled_in(fact)) is not None]
    found: dict[str, Fact] = {}
    if counted is not None:
        sure = {fact.name: fact for fact in counted}
        on_time = estimate.topics[Topic.SCHEDULE]
        found = sure if on_time > _ON_TIME_ABOVE else {}
        sure = sure if on_time > _RULED_ABOVE else {}
        whole = [sure.get(fact.name, fact) for fact in whole if fact.name not in COUNTED or fact.name in sure]
    read = [_by_rules(fact, whole) for _, fact in estimate.facts]
    for fact in [*read, *whole]:
        if fact.name not in COUNTED or not any(name in COUNTED for name in found):
            found[fact.name] = _fuller(found.get(fact.name, fact), fact)
    by_weekends = "visit_weekends_per_month" in found  # the days and hours of a week follow from them
    return tuple(fact for fact in found.values() if not (by_weekends and fact.name in COUNTED))


def _by_rules(fact: Fact, ruled: Sequence[Fact]) -> Fact:
    """A fact as the reader has it, put right where a rule knows better: a yearly sum by the month, a minimum of use."""
    if fact.name == "min_paid_visits_per_detainee_month":  # "no minimum", "half a visit" are read by rules alone
        return next((one for one in ruled if one.name == fact.name and one.before == fact.before), fact)
    if fact.name != "min_guarantee_usd_month":
        return fact
    sums = [float(value) / 12 for value in (fact.before, fact.after) if value]
    return next((one for one in ruled if one.name == fact.name and _told_sums(one) == sums), fact)


def _told_sums(fact: Fact) -> list[float]:
    return [float(value) for value in (fact.before, fact.after) if value]


def _fuller(found: Fact, other: Fact) -> Fact:
    """Of two facts of one term that agree on one side the one that states the other side, too, where in the first that
    is open, or zero for want of a figure."""
    if found.name in PERMISSIONS:
        return found
    for mine, theirs in (("before", "after"), ("after", "before")):
        missing, stated_there = getattr(found, theirs), getattr(other, theirs)
        if getattr(found, mine) == stated_there and not missing and getattr(other, mine) == 0:
            return other  # the reader took the figure of a term that ended for one that came
        if getattr(found, mine) == getattr(other, mine) and not missing and stated_there not in (None, missing):
            return other
    return found


def filled_in(fact: Fact) -> Fact | None:
    """A rule's fact with its missing side filled in, None where that can't be."""
    return stated(fact.name, fact.before, fact.after, fact.before is not None, fact.after is not None)


def term_ended(effects: Sequence[Effect], estimate: Estimate) -> bool:
    """Whether a term came or went altogether, no rule says that anything moved the other way, and the reader binds no
    other figures to it."""
    signs = {effect.sign for effect in effects if effect.sign}
    gone = {fact.name for fact in ended_terms(effects)}
    return len(signs) == 1 and bool(gone) and gone.isdisjoint(fact.name for _, fact in estimate.facts if fact.after)


def ended_terms(effects: Sequence[Effect]) -> list[Fact]:
    """Facts of rules by which a term came or went altogether: nought is what a page says, not what it leaves out."""
    facts = [fact for effect in effects for fact in effect.facts if fact.name.startswith(_MAY_END)]
    return [fact for fact in facts if 0 in (fact.before, fact.after) and None not in (fact.before, fact.after)]


def facts_of_rules_alone(effects: Sequence[Effect]) -> list[Fact]:
    """Facts that only arithmetic gives: a price by the visit that is one by the minute now, and figures that both lines
    state, as what is asked for and as what was decided."""
    return [
        fact
        for effect in effects
        for fact in effect.facts
        if effect.rule == "D8-unit"
        or all(
            value and _states(words, value) for value in (fact.before, fact.after) for words in (effect.old, effect.new)
        )
    ]


def _states(words: str, value: FactValue) -> bool:
    return isinstance(value, float) and figure_in(words, value) is not None


def held_possible(fact: Fact, estimate: Estimate) -> bool:
    """Whether a rule's fact may stand beside the reader's: not where that tells the same figures of another term or
    gives them hardly any share of this one. Rules alone were right in one of twelve of those (files of edits)."""
    told = [one for _, one in estimate.facts]
    if fact in told or fact.name in _COUNTED_BY_RULES:
        return True
    if fact.name in PERMISSIONS:
        return fact.after is None or estimate.possible.get((fact.name, float(fact.after)), 1.0) >= _ALIKE_ABOVE
    if any((one.before, one.after) == (fact.before, fact.after) for one in told):
        return False
    if fact.name == "visits_per_week" and any(float(value or 0) % 1 for value in (fact.before, fact.after)):
        return True  # "three visits every two weeks": no figure that the reader heard
    values = [float(value) for value in (fact.before, fact.after) if value]  # a zero is often filled in
    shares = [estimate.possible[fact.name, value] for value in values if (fact.name, value) in estimate.possible]
    return not shares or max(shares) >= (_ALIKE_ABOVE if len(shares) == 2 else _ALONE_ABOVE)


def borne_out(fact: Fact, direction: Direction, level: Severity, ruled: Direction) -> bool:
    """Whether a count over a timetable or a permission fits the whole verdict: a count that goes against it was read
    wrong more often than not; told permissions are nearly always that grave and never go against it."""
    if fact.name in COUNTED:
        return Direction.MIXED in (direction, ruled) or SIGNS.get(direction) == sign_of_fact(fact)
    if fact.name not in PERMISSIONS:
        return True
    if direction is Direction.MIXED:
        return level.rank >= Severity.MAJOR.rank
    return SIGNS.get(direction) == sign_of_fact(fact) and level.rank >= _PERMISSION_LEVEL[fact.name].rank


def sign_of_fact(fact: Fact) -> int:
    """+1 when a fact's move is good for visits, -1 when bad, 0 when it cannot be told."""
    if fact.name in PERMISSIONS:
        return 1 if fact.after and not fact.before else -1 if fact.after is False else 0
    before, after = (None if value is None else float(value) for value in (fact.before, fact.after))
    return sign_of(fact.name, before, after)
