"""A line in which one term moved for the better and another for the worse: "Visits last 30 minutes, and children may
come." became "... 45 minutes, and children may not come."

A room that reads one of them for sure would keep the line from rules and reader, who weigh both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment, Row
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.records import Topic

# What all visits are said to be is too often said of something else: "visits may not be longer".
_TURNED = (
    *(f"P-turn-{about}" for about in ("in_person", "contact", "minors", "friends", "ex_held", "record")),
    "P-turn-visits+S8",  # all visits stopped, or back
    "P-booking",
    "P-kin",
)
_OF_ONE_PLACE = ("P-few-words", "P-contrary-", "P-asked", "P-answer")
_MOST = 20  # pairs asked; more take as long as all the rest

Rules = Callable[[Scene, Alignment], list[Effect]]


def without_two_ways(scene: Scene, alignment: Alignment, certain: Certain, ruled: Rules) -> Certain:
    """What is certain, without pairs of lines that tell a gain or a loss of which rules find the other one, too."""
    known = {id(line) for line in certain.lines}
    pairs = [pair for pair in alignment.pairs if all(id(unit) in known for unit in pair)]
    if len(pairs) > _MOST:
        return certain
    both = [pair for pair in pairs if _goes_both_ways(scene, alignment, pair, certain.effects, ruled)]
    if not both:
        return certain
    lines = {id(unit) for pair in both for unit in pair}
    effects = tuple(effect for effect in certain.effects if not any(_quotes(effect, *pair) for pair in both))
    return replace(certain, effects=effects, lines=tuple(unit for unit in certain.lines if id(unit) not in lines))


def _goes_both_ways(
    scene: Scene, alignment: Alignment, pair: tuple[Unit, Unit], told: Sequence[Effect], ruled: Rules
) -> bool:
    own = [effect for effect in told if _quotes(effect, *pair)]
    signs = {effect.sign for effect in own}
    in_one_place = any(effect.rule.startswith(_OF_ONE_PLACE) for effect in own)  # where no two terms differ
    if signs not in ({1}, {-1}) or in_one_place or any(map(_is_short, pair)):
        return False
    topics = _matters(own)
    found = ruled(scene, replace(alignment, pairs=(pair,), removed=(), added=()))
    return any(_is_sure(e) and {e.sign} == {-sign for sign in signs} and not topics & _matters([e]) for e in found)


def _is_short(unit: Unit) -> bool:
    """Whether a line has room for one term alone."""
    return len(unit.plain.split()) < _LEAST


_LEAST = 6  # words


def moved_both_ways(rows: Sequence[Row], effects: Sequence[Effect]) -> bool:
    """Whether all that changed is one line of which rules find for sure that one thing is better and another worse."""
    lines = [unit for row in rows for unit in (row.before, row.after) if unit is not None]
    if len(rows) != 1 or len(lines) != 2 or any(map(_is_short, lines)):
        return False
    better, worse = ([e for e in effects if e.sign == sign and _is_sure(e)] for sign in (1, -1))
    return bool(better and worse) and not _matters(better) & _matters(worse)


def _matters(effects: Sequence[Effect]) -> set[str]:
    """What effects are of: their topics, and which class of people. Touch is a form of visits in person, and one line
    seldom tells of both apart."""
    found: set[str] = set()
    for effect in effects:
        rule = effect.rule.split("+")[0]
        of_class = effect.topics == (Topic.ELIGIBILITY,)
        found |= {_CLASSES.get(rule, rule)} if of_class else {topic.value for topic in effect.topics}
    return found | {Topic.IN_PERSON.value} if Topic.CONTACT.value in found else found


_CLASSES = {"Q-min_age": "minors", "Q-guarded_age": "minors", "P-turn-minors": "minors", "P-turn-friends": "P-kin"}


def _is_sure(effect: Effect) -> bool:
    """Whether a rule compares two figures, or a permission or duty that both wordings tell."""
    if effect.rule.startswith("Q-"):
        return any(None not in (fact.before, fact.after) for fact in effect.facts)
    return effect.rule.startswith(_TURNED) and bool(effect.old and effect.new)


def _quotes(effect: Effect, old: Unit, new: Unit) -> bool:
    return any(quote and quote in unit.plain for quote, unit in ((effect.old, old), (effect.new, new)))
