"""A free visit in each week or month that is not given any more, or is given now, where every visit is billed.

"Everybody gets one home visit a week that costs nothing" became "The system bills every visit, beginning with the first
one in the week": the figure stands in both, and the price of a visit beside them did not move.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import replace

from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex
from monitors.records import Topic

_VISITS = regex(rf"\b(?:{visits.VISIT}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE})\b")
_ONE = r"(?:(?!not\b|free\b)[\w-]+ ){0,3}?(?:visits?|sessions?)(?: (?:from|at) home)?"
_MUST = r"(?:(?:is|are|will be|must be|has to be|have to be|gets?) (?:now |always )?(?:billed|charged(?: for)?|paid(?: for)?)|(?:now )?(?:costs?|carr(?:y|ies)) (?:money|a (?:fee|charge))|must now be paid for)"
_ALL_BILLED = regex(
    rf"\b(?:bills?|charges?|pays?)(?: (?:you|families|visitors|the caller))? (?:for )?(?:every|each|all)(?: (?:1|of the))? {_ONE}(?=$|[.,;]| (?:beginning|starting|from|including|of the week|in the week|in a week|made))"
    rf"|\b(?:every|each|all)(?: (?:1|of the))? {_ONE} {_MUST}"
    rf"|\bno {_ONE} (?:is|are|will be) (?:now )?free\b|\bthere (?:is|are|will be) no (?:more )?free {_ONE}|\bno (?:more )?free {_ONE}(?: (?:is|are|will be) (?:given|offered|available))"
    r"|\b(?:beginning|starting) with the (?:very )?first\b|\bfrom the (?:very )?first (?:1|visit|minute)(?: of the week| in the week)? on\b|\b(?:including the first|the first included)\b"
    rf"|\bbills? (?:every|each) (?:1|one)\b|\b(?:no longer|not) (?:an? |any )?(?:first|free|1) (?:\w+ ){{0,2}}(?:visits?|sessions?)(?: without charge| free| at no c\w+)?\b|\b(?:none|neither) of (?:them|these|the (?:\w+ ){{1,2}}) ?(?:is|are|will be) (?:free|on the house)"
    rf"|\b(?:not|no longer|stopped|quit) (?:go on |keep )?pay(?:s|ing)? for (?:the first )?{_ONE}"
)
_PART = regex(
    r"\b(?:unless|except\w*|save for|apart from|beyond|after the|from the second|further|additional|extra|other|refund\w*|lawyers?|attorneys?|legal|proposed|plans?|may|might|would|could|asks?|if|until|only)\b"
)


def allowances(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells in which a free visit each week or month is given, beside one by which every visit is billed."""
    for came, free_lines, billed_lines, page in (
        (False, alignment.gone, alignment.come, scene.after),
        (True, alignment.come, alignment.gone, scene.before),
    ):
        free = [(unit, given) for unit in free_lines if (given := _given(unit, scene.title)) is not None]
        billed = [unit for unit in billed_lines if _bills_all(unit)]
        if len(free) != 1 or len(billed) != 1 or scene.of_others:
            continue
        ((unit, given),) = free
        if any(_given(other, scene.title) is not None for other in page):
            continue
        known = {m.value for line in free_lines for m in measures(line, scene.title)}
        if any(m.value and m.value not in known for m in measures(billed[0], scene.title)):
            continue  # a price or a number of its own, for rules and reader together
        none = replace(given, value=0.0, words=billed[0].plain)
        effect = term_effect(given.name, none if came else given, given if came else none, scene.kind)
        topics = tuple(topic for topic in effect.topics if topic is not Topic.DURATION_FREQUENCY)  # as many visits
        return Certain((replace(effect, topics=topics),), (unit, billed[0]))
    return Certain()


def _given(unit: Unit, title: str) -> Measure | None:
    """The free visits that a line gives, where that is all that it tells, or what each further one costs."""
    told = measures(unit, title)
    free = [m for m in told if m.name.startswith("free_") and m.value]
    further = [m for m in told if m.name.endswith("fee_usd") and m.value]
    return free[0] if len(free) == 1 and len(told) == len(free) + len(further) else None


def _bills_all(unit: Unit) -> bool:
    said = unit.plain
    return _VISITS.search(said) is not None and _ALL_BILLED.search(said) is not None and _PART.search(said) is None
