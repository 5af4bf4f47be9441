"""A cancellation of visits of some days that is itself called off: "The cancellation of visits on Saturday has been
withdrawn." The old notice said that they are cancelled, so both lines say so, and what came sounds like what went.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from monitors.language.claims.settled import claims_in
from monitors.language.figures.quantities import measures
from monitors.language.figures.terms import term_effect
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.dates import dates_in
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_VISITS = r"(?:(?:all|the|our|in-person|video|family|social|regular) )*(?:visits?|visiting|visitation)"
_STOPPED = regex(
    rf"\b{_VISITS}\b[^.;]{{0,60}}? (?:is|are|has been|have been|will be) (?:now |hereby )?(?:cancel+ed|called off|suspended|closed|postponed)\b|\bno {_VISITS}\b"
)
_CALLED_OFF = regex(
    rf"\b(?:cancel+ation|closure|suspension|postponement)s? (?:of|to|for) {_VISITS}\b[^.;]{{0,60}}? (?:is|has been|have been|was) (?:now |itself )*(?:withdrawn|called off|cancel+ed|reversed|rescinded|revoked|lifted|undone)\b"
    rf"|\b{_VISITS}\b[^.;]{{0,60}}? (?:will|are to|is to) (?:go ahead|take place|be held|go on) (?:after all|as (?:planned|usual|posted|scheduled))\b"
)
_NOT = regex(r"\b(?:not (?:been )?(?:withdrawn|called off|reversed|rescinded|lifted)|if|unless|may|except\w*|only)\b")
_THAT_DAY = regex(r"\b(?:that (?:day|date|weekend)|appointments?|rebook\w*|book another|reschedul\w+)\b")


def called_off(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells that took the place of a cancellation and calls it off."""
    for old, new in alignment.pairs:
        if not (_STOPPED.search(old.plain) and _CALLED_OFF.search(new.plain)) or _NOT.search(new.plain):
            continue
        if not dates_in(old.plain) and "{" not in old.plain:
            continue  # a stop until further notice, which states.py reads
        effect = Effect(
            "S8-called-off", 1, Severity.MINOR, (Topic.SUSPENSION,), (), old.plain, new.plain, ("called off",)
        )
        beside = [unit for unit in (*alignment.gone, *alignment.come) if _near(unit, old) or _near(unit, new)]
        return Certain((effect,), (old, new, *beside))
    return Certain()


# "The change to one visit that was to begin in August will not be made."
_NOT_MADE = regex(
    r"\b(?:change|cut|increase|rise|raise|reduction|move|switch)\b[^.;]{0,80} (?:will not (?:be made|happen|take (?:place|effect)|go (?:ahead|forward))|(?:is|has been) (?:off|called off|cancel+ed|withdrawn|dropped|shelved|scrapped))\b"
)


def changes_called_off(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells that took the place of an announced change of a term and calls it off: the value that the page
    states elsewhere, as before, against the announced one."""
    for old, new in alignment.pairs:
        if not _NOT_MADE.search(new.plain) or _NOT.search(new.plain) or _NOT_MADE.search(old.plain):
            continue
        announced = [m for m in measures(old, scene.title) if not m.name.startswith("_")]
        stands = {m.name: m for m in _kept(scene, alignment)}
        told = [(m, stands[m.name]) for m in announced if m.name in stands and stands[m.name].value != m.value]
        if len(told) != 1:
            continue
        was, now = told[0]
        effect = term_effect(was.name, was, now, scene.kind)
        beside = [unit for unit in alignment.added if unit.segment == new.segment or unit.place == new.place + 1]
        return Certain((replace(effect, new=new.plain),), (old, new, *beside))
    return _end_called_off(scene, alignment)


def _kept(scene: Scene, alignment: Alignment) -> Iterator[Measure]:
    """The terms that the page states before and after."""
    for _, unit in alignment.same:
        yield from measures(unit, scene.title)
    for old, new in alignment.pairs:  # "At present a visit costs $5." became "A visit goes on costing $5."
        stated = {(m.name, m.value) for m in measures(old, scene.title)}
        yield from (m for m in measures(new, scene.title) if (m.name, m.value) in stated)


def _end_called_off(scene: Scene, alignment: Alignment) -> Certain:
    """ "The change that was to come on Monday has been called off.", where the old page announced for then that visits in
    person end, or come back."""
    told = next((unit for unit in alignment.come if _OF_IT.search(unit.plain) and not _NOT.search(unit.plain)), None)
    if told is None or not _NOT_MADE.search(told.plain) or any(_NOT_MADE.search(unit.plain) for unit in scene.before):
        return Certain()
    announced = [unit for unit in alignment.gone if dates_in(unit.plain) and _WILL.search(unit.plain)]
    signs = {claim.sign for claim in claims_in(announced) if claim.about == "in_person"}
    if len(signs) != 1:
        return Certain()
    sign = -signs.pop()
    said = announced[0].plain, told.plain
    effect = Effect("P-turn-in_person", sign, Severity.CRITICAL, (Topic.IN_PERSON,), (), *said, ("called off",))
    return Certain((effect,), (told, *announced))


_WILL = regex(r"\b(?:will|shall|is to|are to)\b")
# "The change that was to come", not "the move of the records office": what is called off is what was announced.
_OF_IT = regex(
    r"\b(?:the|this|that|our) (?:\w+ed )?(?:change|cut|move|switch)(?= (?:that|which|to (?:video|screens?|the app)|announced|planned|set|due|for|will|is|has)\b)"
    r"|\b(?:change|cut|move|switch) (?:of|to|in) [^.;]{0,40}\b(?:visit\w*|video|in[- ]person)\b"
)


def _near(unit: Unit, line: Unit) -> bool:
    """Whether a line next to another one is on the same day's appointments."""
    return abs(unit.place - line.place) == 1 and _THAT_DAY.search(unit.plain) is not None
