"""One line that tells one figure of one term, in the place of another such line in quite other words, or by itself.

"Only persons aged 16 and up may visit." -> "Minimum age to visit: 18": every word differs, and what moved is one figure
of one term. Whether "may not", "limited" or "wait" stands in the one wording alone is no news then. A wait, a bar or a
free visit that no line of the other page tells came, or went.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from monitors.language.claims.clauses import turned_beside
from monitors.language.claims.policy import claim_effects, one_group
from monitors.language.effects.severity import settle
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.lines.certain import Certain
from monitors.language.lines.turns.moves import OF_ONE
from monitors.language.lines.turns.one_figure import only_term
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.reader.bindings import stated
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex

# What a line ties its figure to, or says of another time: rules and reader weigh that.
_TIED = regex(
    r"\b(?:unless|except\w*|if|when|suspend\w*|cancel\w*|until further|no longer|anymore|any more|instead|rather|used to|previously|formerly|propos\w+|would|plans?|planned|temporar\w+|increas\w+|rais\w+|reduc\w+|from|too|also|again|additional)\b"
)
# "... until a year from your release", "video visits from home", "visits from friends"
_OF_NO_TIME = regex(
    r"\bfrom (?:(?:your|their|his|her|the|a|an|this|our) )?(?:own )?(?:home|release|friends|custody|visiting|(?:this |our )?(?:jail|facility|prison|institution|cent(?:er|re)))\b"
)
_EACH_VISITOR = regex(r"\b(?:each|every|an?|per|any|1) (?:approved |adult )?visitor\b(?! (?:list|lists|log))")
_GROUPS = regex(
    r"\b(?:wom[ae]n|men|males?|females?|trust(?:y|ies)|workers?|sentenced|pre-?trial|federal|juveniles?|weekenders?|famil(?:y|ies)|relatives|friends|attorneys?|new(?:ly)?|honor|first|second|holidays?|weekdays?|weekends?|contact|non-contact|special)\b"
)
_CHANNELS = ("onsite", "remote")
# Of these a page that tells none has none.
_NONE_UNTOLD = frozenset([
    "free_visits_per_week", "free_remote_visits_per_week", "free_video_per_month", "transaction_fee_usd", "min_age",
    "waiting_days", "wait_days_friends", "intake_days_without_visits", "discipline_days_without_visits",
])  # fmt: skip
_LEAST_OR_MOST = regex(r"\b(?:minimum|maximum)\b(?! (?:custody|security|side|units?|inmates?|hous\w+|level))")
_LENGTHS = ("visit_minutes", "visit_minutes_max")
# Of these the name itself says whose they are.
_OWN = frozenset([
    "wait_days_friends", "intake_days_without_visits", "waiting_days", "discipline_days_without_visits", "list_max",
    "min_age", "commission_pct", "min_guarantee_usd_month",
])  # fmt: skip
# How old somebody must be who books, signs up or brings somebody.
_OLD_ENOUGH_TO = regex(
    r"\b(?:schedul\w+|book\w*|regist\w+|account|sign(?:ed|ing)? ?up|appl(?:y|ies|ication)|download\w*|ids?|identification|bring\w*|brought|escort\w*|accompan\w+|deposit\w*|pay)\b"
)
# "Visitors over the age of 12 walk through the detector." bars nobody.
_BARS = regex(
    r"\b(?:(?:must|have to|has to|needs? to|should) be|minimum (?:\w+ )?age|only|not|no 1|no one|nobody|none|never|cannot|admitted)\b"
)


def retold_terms(scene: Scene, alignment: Alignment) -> Certain:
    """What the one rule on a term tells that stands in quite other words with another figure."""
    old, new = _sides(alignment)
    if len(old) != 1 or len(new) != 1:
        return Certain()
    was, now = (_term(scene, unit) for unit in (old[0], new[0]))
    if was is None or now is None or not _of_one(was, now, old[0], new[0]):
        return Certain()
    if turned_beside(old[0].plain, new[0].plain):
        return Certain()
    if was.value == now.value:
        again = was.name in _LENGTHS and was.maximum and now.maximum
        return Certain((), (old[0], new[0]), ("R2 the same figure in other words",)) if again else Certain()
    kept = {(m.name, m.value) for unit, _ in alignment.same for m in measures(unit, scene.title)}
    if {(was.name, was.value), (now.name, now.value)} & kept:
        return Certain()  # another line says that already
    alone = replace(alignment, pairs=((old[0], new[0]),), removed=(), added=())
    effect = settle(term_effect(was.name, was, now, scene.kind), scene, alone)
    return _certain(effect, alignment, old[0], new[0])


def lone_terms(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells that came, or went, with all that its page says of a term."""
    old, new = _sides(alignment)
    if len(old) + len(new) != 1:
        return Certain()
    unit, page = (new[0], scene.before) if new else (old[0], scene.after)
    told = _term(scene, unit)
    if told is None or told.name not in _NONE_UNTOLD or not told.value:
        return Certain()
    if told.name == "min_age" and (_OLD_ENOUGH_TO.search(unit.plain) or not _BARS.search(unit.plain)):
        return Certain()
    if any(m.name == told.name for line in page for m in measures(line, scene.title)):
        return Certain()
    before, after = (None, told) if new else (told, None)
    was, now = (one.value if one else None for one in (before, after))
    fact = stated(told.name, was, now, before is not None, after is not None)
    alone = replace(alignment, pairs=(), removed=tuple(old), added=tuple(new))
    effect = settle(term_effect(told.name, before, after, scene.kind), scene, alone)
    return _certain(replace(effect, facts=(fact,) if fact else ()), alignment, unit)


def turned_permissions(scene: Scene, alignment: Alignment) -> Certain:
    """What two plain lines in quite other words tell of which one gives and the other takes a whole form of visits:
    "In-person visits are offered." -> "There are no in-person visits." """
    old, new = _sides(alignment)
    if len(old) != 1 or len(new) != 1 or not all(_is_plain(unit) for unit in (old[0], new[0])):
        return Certain()
    alone = replace(alignment, pairs=((old[0], new[0]),), removed=(), added=())
    told = [settle(effect, scene, alone) for effect in claim_effects(scene, alone)]
    told = [effect for effect in told if effect.sign]
    if len(told) != 1 or told[0].rule not in _TURNED or not told[0].facts:
        return Certain()
    return _certain(told[0], alignment, old[0], new[0])


# Who sees inmates by his trade.
_BY_TRADE = regex(
    r"\b(?:doctors?|nurses?|dentists?|physicians?|judges?|courts?|magistrates?|counselors?|teachers?|interpreters?|officers?)\b"
)
_TURNED = ("P-turn-in_person", "P-turn-contact")
_AT_MOST_WORDS = 12


def _is_plain(unit: Unit) -> bool:
    tied = _TIED.search(_OF_NO_TIME.sub(" ", unit.plain)) or one_group(unit.plain) or re.search(r"\d|[{[]", unit.plain)
    return not tied and _BY_TRADE.search(unit.plain) is None and len(unit.plain.split()) <= _AT_MOST_WORDS


def _sides(alignment: Alignment) -> tuple[list[Unit], list[Unit]]:
    """The changed lines of either side that speak of visits; a question goes with its answer."""
    old = [*(a for a, _ in alignment.pairs), *alignment.removed]
    new = [*(b for _, b in alignment.pairs), *alignment.added]
    return _telling(old), _telling(new)


def _telling(units: Iterable[Unit]) -> list[Unit]:
    return [u for u in units if not u.plain.endswith("?") and (speaks(u.plain) or speaks(_question(u)))]


def _question(unit: Unit) -> str:
    return unit.lead if unit.lead.endswith("?") else ""


def _term(scene: Scene, unit: Unit) -> Measure | None:
    if _TIED.search(_OF_NO_TIME.sub(" ", unit.plain)):
        return None
    return only_term(unit, scene.title, of_contract=scene.kind == "contract")


def _of_one(was: Measure, now: Measure, old: Unit, new: Unit) -> bool:
    """Whether two figures are of one term, one group and one channel."""
    channels = [measure.channel if measure.channel in _CHANNELS else "" for measure in (was, now)]
    texts = [_LEAST_OR_MOST.sub(" ", unit.plain) for unit in (old, new)]  # "minimum" alone is no unit's name
    same = all(len({bool(asked(text)) for text in texts}) == 1 for asked in (one_group, _EACH_VISITOR.search))
    groups = [set(_GROUPS.findall(text)) for text in texts]
    return was.name == now.name and channels[0] == channels[1] and same and (was.name in _OWN or groups[0] == groups[1])


def _certain(effect: Effect, alignment: Alignment, *lines: Unit) -> Certain:
    if not effect.sign:
        return Certain()
    if OF_ONE.search(lines[0].plain) and "+S6" not in effect.rule:
        effect = effect.lower("S6")
    asked = {_question(unit) for unit in lines} - {""}
    return Certain((effect,), (*lines, *(unit for unit in alignment.changed if unit.plain in asked)))
