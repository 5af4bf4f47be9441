"""Where the rules and the learned reader are weighed against each other for a whole change.

A small logistic model, fitted on labelled edits that the reader had not learned from (benchmarks/fit_verdict.py), says
how far to believe whom; its weights are in model/verdict.json. The rules bring reasons, words and facts, the reader
brings wordings that no rule knows.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from monitors.language.belief import (
    SIGNS,
    TELL_TURNED_ABOVE,
    Settled,
    booking_turned,
    channel_turned,
    of_duty,
    plainly,
    price_by_unit,
    shortened,
    with_share,
)
from monitors.language.facts import (
    COUNTED,
    borne_out,
    ended_terms,
    facts_of_rules_alone,
    filled_in,
    held_possible,
    joined_facts,
    sign_of_fact,
    term_ended,
)
from monitors.language.pages.align import Row
from monitors.language.pages.scene import PLAIN, Effect, Told
from monitors.language.reader.learned import PERMISSIONS, Estimate
from monitors.language.words.patterns import regex
from monitors.records import Direction, Fact, Severity, Topic

DIRECTIONS = (Direction.RESTRICTIVE, Direction.RESTORATIVE, Direction.MIXED, Direction.NEUTRAL)
TELL_ABOVE = 0.5
TELL_AGREED_ABOVE = 0.1  # where two rules say that who came without a booking must book so long ahead
TELL_NEWS_ABOVE = 0.3  # where a line came alone that says of visits that something is new
# Of a reworded line by itself, where a rule and the reader, or both ways of counting, agree on its figures.
TELL_ALONE_ABOVE = 0.1
TELL_UNASKED_ABOVE = 0.9  # where nothing but the reader speaks of visits
TELL_REWORDED_ABOVE = 0.92  # where lines in Spanish were reworded and no rule says what moved
TELL_COUNTED_ABOVE = 0.03  # where nothing but days and hours of visits changed, which rules count
_TOPIC_ABOVE = 0.5
_LEVEL_ABOVE = 0.2  # a rule's severity counts where the reader holds it possible: right in .73 instead of .71 (exam)
_CRITICAL_ABOVE = 0.5
_LEAST = 0.002  # no voice is surer than this
# Authors of the edits that the weights were fitted on wrote 1.38 restrictive ones for each restorative one; pages do
# not change so. Half of the logarithm is taken from the one side and given to the other.
_UNEVEN = 0.32


def evidence(
    effects: Sequence[Effect], ruled: Direction, estimate: Estimate, facts: Sequence[Fact] = ()
) -> dict[str, float]:
    """What rules and reader hold, as named numbers. effects: the rules'; ruled: the direction they come to; facts: of
    both, joined."""
    said = ruled.value if effects else "none"
    found = {"bias": 1.0, f"rules {said}": 1.0}
    if any(effect.facts for effect in effects):
        found[f"facts {said}"] = 1.0
    for name, sign in (("gain", 1), ("loss", -1)):
        found[f"figures {name}"] = float(any(sign_of_fact(fact) == sign for fact in facts))
    found["reader relevant"] = _odds(estimate.relevant)
    for direction in DIRECTIONS:
        found[f"reader {direction.value}"] = math.log(max(estimate.directions[direction], _LEAST))
    return found


def settle(found: Mapping[str, float]) -> Settled:
    """The weighed opinion on one change from its evidence."""
    weights = _weights()
    totals = {d: sum(weights[d.value].get(name, 0.0) * value for name, value in found.items()) for d in DIRECTIONS}
    totals[Direction.RESTRICTIVE] -= _UNEVEN / 2
    totals[Direction.RESTORATIVE] += _UNEVEN / 2
    top = max(totals.values())
    shares = {d: math.exp(total - top) for d, total in totals.items()}
    whole = sum(shares.values())
    relevant = sum(weights["relevant"].get(name, 0.0) * value for name, value in found.items())
    return Settled(1 / (1 + math.exp(-relevant)), {d: share / whole for d, share in shares.items()})


def _odds(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads(
        files("monitors.language").joinpath("model/verdict.json").read_text("utf-8")
    )
    return loaded


def tell(
    effects: Sequence[Effect],
    ruled: Direction,
    estimate: Estimate,
    shown: Callable[[Sequence[Effect]], Row],
    counted: Sequence[Fact] | None = None,
    *,
    sure: float = TELL_ABOVE,
    plain: bool = False,
    exact: bool = False,
    alone: Callable[[], bool] = lambda: False,
    twofold: bool = False,
    rules_page: bool = False,
) -> Told:
    """What is told in the end.

    effects: the rules', ruled: their direction; shown: gives the row that the reader's finding shows, from the effects
    that are told; counted: days and hours a week of the changed lines, should they be about visiting hours, None where
    they tell none; sure: how likely a change must be to be told; plain: whether the lines on visits only came, or only
    went; exact: whether figures are all that differs in them; alone: whether the lines that no rule speaks of tell
    nothing by themselves, asked only where that matters; twofold: whether one line moved both ways for sure;
    rules_page: whether a page tells its own rules and prices, one by one, as papers, laws and contracts don't.
    """
    facts = joined_facts(effects, estimate, counted)
    weighed = settle(evidence(effects, ruled, estimate, facts))
    settled = plainly(weighed, effects, ruled) if plain else weighed
    possible = settled.directions[ruled] > _LEVEL_ABOVE and settled.direction is not Direction.MIXED
    alike = possible and _counted_alike(effects, ruled, counted)
    clear = settled.direction is not Direction.MIXED and (
        (exact and is_measured(effects, ruled))
        or of_duty(effects, ruled)
        or channel_turned(effects)
        or term_ended(effects, estimate)
    )
    booked = possible and booking_turned(effects)
    against = any(sign_of_fact(fact) == -SIGNS.get(ruled, 0) != 0 and held_possible(fact, estimate) for fact in facts)
    one_way = settled.direction is Direction.MIXED and is_measured(effects, ruled) and not against and alone()
    if alike or booked or clear or one_way or price_by_unit(effects) or shortened(effects, ruled):
        settled = Settled(settled.relevant, with_share(settled.directions, ruled))
    both_ways = twofold or _ended_and_cheaper(effects)
    if both_ways:
        settled = Settled(settled.relevant, with_share(settled.directions, Direction.MIXED))
    doubted = rules_page and settled.directions[Direction.MIXED] < _MIXED_FOR_SURE
    heard_mixed = settled.direction is Direction.MIXED and not both_ways
    if heard_mixed and (way := _way_of_all(facts, effects, estimate, doubted=doubted)):
        settled = Settled(settled.relevant, with_share(settled.directions, way))
    if settled.relevant <= sure:
        return Told((), (f"L-reader {settled.relevant:.2f}: {_named(effects) or 'no rule'}",), 1 - settled.relevant)
    if sure < TELL_NEWS_ABOVE:  # rules told it whatever the reader holds
        if settled.relevant <= TELL_ABOVE and sure == TELL_TURNED_ABOVE:
            settled = replace(settled, directions=with_share(settled.directions, ruled))
        settled = replace(settled, relevant=max(settled.relevant, PLAIN))
    if effects and all(effect.rule == "D10-groups" for effect in effects):
        return Told(tuple(effects), (), settled.relevant)  # they traded their days, whatever the reader hears
    confidence = settled.relevant * settled.directions[settled.direction]
    believed = weighed.relevant < settled.relevant and any(effect.sign for effect in effects)
    of_some = _of_some(effects, settled.direction)
    counted_out = _by_figures(effects, settled.direction) and estimate.severities[Severity.CRITICAL] <= _CRITICAL_ABOVE
    ruling_level = believed or both_ways or of_some or counted_out
    level = _gravest(effects) if ruling_level else severity_of(estimate, effects)
    turned = {topic for effect in effects if effect.sign and twofold for topic in effect.topics}
    turned |= {Topic.IN_PERSON, Topic.FEES} if both_ways and not twofold else set()
    topics = tuple(t for t in Topic if t in topics_of(estimate) or t in turned)
    if of_some and all(_is_of_lawyers(effect) for effect in effects if effect.sign):
        topics = tuple(topic for topic in Topic if topic in topics or topic is Topic.LEGAL_VISITS)
    # The reader binds figures: of a term that ended it has just one, and of what both lines tell it hears no move.
    gone = [*ended_terms(effects), *facts_of_rules_alone(effects)]
    facts = tuple(
        fact
        for fact in facts
        if (fact in gone or held_possible(fact, estimate)) and borne_out(fact, settled.direction, level, ruled)
    )
    agreeing = _agreeing(effects, settled.direction)
    level = _counted_level(facts, agreeing) or level
    ruling = [_as_told(effect, level, topics, facts) for effect in agreeing]
    own = tuple(fact for fact in facts if not any(fact in effect.facts for effect in ruling))
    row = shown(ruling)
    old, new = (unit.plain if unit else "" for unit in (row.before, row.after))
    name = "L-mixed" if settled.direction is Direction.MIXED else "L-reader"
    reader = Effect(name, SIGNS.get(settled.direction, 0), level, topics, own, old, new, (_said(weighed, settled),))
    why = (f"L-reader over {_named(effects)}",) if effects and not ruling else ()
    return Told((*ruling, reader), why, confidence)


def _named(effects: Sequence[Effect]) -> str:
    return ", ".join(effect.rule for effect in effects)


def _ended_and_cheaper(effects: Sequence[Effect]) -> bool:
    """Whether visits in person end for all and what is left is cheaper, or they are back and dearer: the reader mostly
    hears the louder one (domain rule D7)."""
    turned = {e.sign for e in effects if Topic.IN_PERSON in e.topics and e.severity is Severity.CRITICAL}
    prices = {e.sign for e in effects if Topic.FEES in e.topics and (e.facts or e.rule == "T-price")}
    return (turned, prices) in (({1}, {-1}), ({-1}, {1}))


def _way_of_all(
    facts: Sequence[Fact], effects: Sequence[Effect], estimate: Estimate, *, doubted: bool
) -> Direction | None:
    """The one way that two terms or more moved, stated on both pages, where no rule finds the other: a shorter list
    that is locked longer is heard as a mixture (six of six such cases were none). One term does where the mixture is
    doubted and no other term is heard."""
    told = [fact for fact in facts if fact.before and fact.after and held_possible(fact, estimate)]
    one = [fact for fact in facts if None not in (fact.before, fact.after) and fact.name not in PERMISSIONS]
    if doubted and len(one) == len(facts) == _TERMS - 1 and held_possible(one[0], estimate):
        told = [*one, *one]
    moved = {sign_of_fact(fact) for fact in told}
    signs = {effect.sign for effect in effects if effect.sign}
    if len(told) < _TERMS or len(moved) != 1 or 0 in moved or not signs <= moved:
        return None
    return Direction.RESTORATIVE if moved == {1} else Direction.RESTRICTIVE


_TERMS = 2  # of one alone the reader may have heard something else beside it
_MIXED_FOR_SURE = 0.65  # below it one term that moved was hardly ever a mixture on the sets in view


def is_measured(effects: Sequence[Effect], ruled: Direction) -> bool:
    """Whether each effect compares two figures of one term, all with one outcome."""
    measured = [effect for effect in effects if effect.facts]
    figures = [fact for effect in measured for fact in effect.facts if None not in (fact.before, fact.after)]
    about = {(effect.sign, topic) for effect in measured for topic in effect.topics}
    said = [e.sign and (e.facts or all((e.sign, topic) in about for topic in e.topics)) for e in effects]
    return ruled in SIGNS and bool(figures) and all(said)


def _counted_alike(effects: Sequence[Effect], ruled: Direction, counted: Sequence[Fact] | None) -> bool:
    """Whether a timetable is all that rules find changed, and both ways of counting it find the same loss or gain."""
    signed = [effect for effect in effects if effect.sign]
    alike = bool(counted) and all(sign_of_fact(fact) == SIGNS.get(ruled) for fact in counted or ())
    return alike and bool(signed) and all(effect.rule.startswith("D10-") for effect in signed)


def _as_told(effect: Effect, level: Severity, topics: Sequence[Topic], facts: Sequence[Fact]) -> Effect:
    """A rule's effect as far as the whole verdict bears it out: no graver, its facts only where they are told."""
    filled = [fact for fact in map(filled_in, effect.facts) if fact is not None]
    return replace(
        effect,
        severity=min(level, effect.severity, key=_rank),
        topics=tuple(topic for topic in effect.topics if topic in topics),
        facts=tuple(fact for fact in filled if fact in facts),
    )


def _said(weighed: Settled, settled: Settled) -> str:
    """The weighed opinion in words, and whether rules were believed that it does not bear out."""
    likely = weighed.directions[weighed.direction]
    said = f"{weighed.relevant:.0%} sure that visiting changed, {likely:.0%} that it is {weighed.direction.value}"
    return said if settled == weighed else f"{said}; here the rules are believed"


_OF_A_UNIT = frozenset({Topic.IN_PERSON, Topic.SUSPENSION})


def _of_some(effects: Sequence[Effect], direction: Direction) -> bool:
    """Whether all that rules find, the way that is told, is of lawyers' hours, or that visits begin or end in one unit:
    the reader hardly hears whose they are."""
    signed = [effect for effect in effects if effect.sign]
    some = all(map(_is_of_lawyers, signed)) or all(
        "S6" in effect.rule.split("+") and effect.old and not _OF_A_UNIT.isdisjoint(effect.topics) for effect in signed
    )
    return bool(signed) and some and all(effect.sign == SIGNS.get(direction) for effect in signed)


def _is_of_lawyers(effect: Effect) -> bool:
    return effect.rule.startswith("D10-") and Topic.LEGAL_VISITS in effect.topics


def _agreeing(effects: Sequence[Effect], direction: Direction) -> list[Effect]:
    """The rules' effects when together they say what was settled, else those that say it by themselves."""
    signs = {effect.sign for effect in effects}
    if direction is Direction.MIXED:
        return list(effects) if {1, -1} <= signs else []
    wanted = SIGNS.get(direction, 0)
    found = [effect for effect in effects if effect.sign == wanted]
    if wanted and found:
        found += [effect for effect in effects if effect.sign == 0]
    return found


def _gravest(effects: Sequence[Effect]) -> Severity:
    return max((effect.severity for effect in effects if effect.sign), key=_rank, default=Severity.NONE)


# Terms whose severity follows from what moved, unless it is only asked for or of some people.
_BY_FIGURES = regex(
    r"Q-(?:bonus_points|commission_pct|\w*fee_\w+|intake_days\w*|discipline_days\w*|list_\w+|min_\w+|visit_minutes|visit_weekends_per_month|visitors_max|wait\w+|distance_miles|booking_lead_hours)"
)


def _by_figures(effects: Sequence[Effect], direction: Direction) -> bool:
    """Whether all that rules found of a loss or gain are figures that both pages state, and that it is told."""
    signed = [effect for effect in effects if effect.sign]
    return bool(signed) and all(
        effect.sign == SIGNS.get(direction)
        and _BY_FIGURES.fullmatch(effect.rule)
        and effect.facts
        and all(None not in (fact.before, fact.after) for fact in effect.facts)
        for effect in signed
    )


def severity_of(estimate: Estimate, effects: Sequence[Effect] = ()) -> Severity:
    """The gravest that a signed rule found where the reader holds it possible, else the reader's."""
    ruled = _gravest(effects)
    signed = [effect.rule.split("+") for effect in effects if effect.sign]
    dated = ruled is Severity.MINOR and all("S8" in rules for rules in signed)  # a stop with a last day
    if dated and estimate.severities[Severity.CRITICAL] <= _CRITICAL_ABOVE:
        return ruled
    if estimate.severities[ruled] > _LEVEL_ABOVE and ruled is not Severity.NONE:
        return ruled
    heard = max((Severity.MINOR, Severity.MAJOR, Severity.CRITICAL), key=lambda level: estimate.severities[level])
    # What is only asked for is heard as if it were done: on 25 open sets the rule was right, four of four.
    asked = ruled is Severity.MAJOR and all("S5" in rules for rules in signed)
    return ruled if asked and heard is Severity.CRITICAL else heard


_SAYS_NONE = ("P-new-visits", "P-gone-visits", "P-turn-visits")  # "no visits" told of a day


def _counted_level(facts: Sequence[Fact], effects: Sequence[Effect]) -> Severity | None:
    """How grave a timetable is that gained or lost days or hours, where nothing but these is told: arithmetic is surer
    than any reader. The rule counts over the whole timetable, and knows one group among others."""
    counted = len(facts) == 1 and facts[0].name in COUNTED
    if not counted or not all(effect.rule.startswith(("D10-", *_SAYS_NONE)) for effect in effects if effect.sign):
        return None
    ruled = [effect.severity for effect in effects if effect.sign and effect.rule.startswith("D10-hours")]
    return max(ruled, key=_rank, default=None)


def topics_of(estimate: Estimate) -> tuple[Topic, ...]:
    """The reader's topics; its likeliest where none is sure."""
    told = [topic for topic, share in estimate.topics.items() if share > _TOPIC_ABOVE]
    return tuple(told) or (max(estimate.topics, key=lambda topic: estimate.topics[topic]),)


def _rank(level: Severity) -> int:
    return level.rank
