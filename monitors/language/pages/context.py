"""What a page is about: whether its visiting is visiting of people held, and which changed units speak of it (R4-R7)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from monitors.language.pages.align import Alignment, changed_rows, likeness
from monitors.language.pages.balances import of_balance
from monitors.language.pages.carried import of_an_errand, of_others_before
from monitors.language.pages.departments import without_departments
from monitors.language.pages.desks import of_a_desk
from monitors.language.pages.items import without_clauses, without_items
from monitors.language.pages.other_houses import named_houses, of_a_named_house
from monitors.language.pages.other_pages import CUSTODY, INMATE_VISIT, elsewhere_title, of_parents
from monitors.language.pages.other_visits import (
    of_a_clinician,
    of_a_hearing,
    of_a_wake,
    of_an_officer_at_home,
    of_bidders,
    of_staff,
    of_the_ward,
)
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.pages.subjects import asks_of_others, other_subject, own_subject, says_visits
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex

_SPANISH_OFFICE = r"oficina (?:abre|cierra|atiende|est[áa] (?:abierta|cerrada))|horario (?:de|de la) oficina"
# These own what is said beside them even where it names the visiting room: "a copy of footage from the visiting room".
_OWN_BUSINESS = regex(
    r"\b(?:footage|play(?:ing)? (?:areas?|rooms?|corners?)|playgrounds?|body[- ]?(?:worn )?cam\w*|(?:open|public) records|records? requests?|field trips?|(?:on|of|for) (?:a |the )?tours?"
    rf"|{_SPANISH_OFFICE})\b"
)

_SOMEBODY_VISITS = regex(
    rf"\b(?:visits|visitors?|visitas?|visitantes?|famil(?:y|ies|ias?|iares)|visit(?:ing)? (?:an? |the |your )?{visits.HELD})\b"
)


_ALL_VISITS = regex(visits.ALL_VISITS)


def _other_visit(unit: Unit) -> bool:
    """A unit whose visiting is another one: custody, tour, inspection, court ..."""
    if _names_no_visit(unit) or of_listed_things(unit):
        return True
    hit = elsewhere.NAMED.search(unit.plain)
    if _OWN_BUSINESS.search(unit.plain) and not _SOMEBODY_VISITS.search(unit.plain):
        return True
    return (
        hit is not None
        and INMATE_VISIT.search(unit.plain) is None
        and _ALL_VISITS.search(unit.plain) is None
        and re.search(r"\b(?:in-person visits?|social visit|booths?|visiting room|contact visit)", unit.plain) is None
    )


# What a line is about that names it and, without it, no visit.
_OTHER_SUBJECT = regex(
    r"\b(?:museums?|historical society|tours?|field trips?|(?:school|student|class|group)s?'? visits?|school groups?|parenting[- ]time|(?:parents?|father|mother) (?:is|are|shall be|has|have|shall have|may have)(?: [a-z]+){0,3} visitation (?:with|of) (?:the|a|their|his|her) (?:minor )?child(?:ren)?|"
    r"(?:custody|safe) exchange\w*|exchange (?:program|hours)|family court|funerals?|animal (?:shelter|control|services)|humane society|"
    r"visitors?'? bureau|tourism|gift shop|campgrounds?|courtrooms?|court (?:hearings?|sessions?)|volunteer orientation|job fair|hiring event|"
    r"showers?|recreation|yard (?:opens|time|hours)|meals?|breakfast|boarding fees?|exercise yard|accommodations?|(?:money|wire) transfers?|haircuts?|library books?|(?:books?|items?) in (?:their|the|his|her|a) cells?|laundry(?! (?:hands|workers|crews?|workers?|trust\w+|detail))|work release|marriage licen[cs]es?|(?:gun|carry|building) permits?|ride-?alongs?|nursing homes?|jury duty|sign up for (?:our|the) (?:daily |weekly )?(?:letter|newsletter|digest)|(?:deliver\w*|sent) to your door|circulation desk|home delivery)\b"
)
_SEEN = regex(
    rf"\b(?:visits?|visited|visiting|visitation|visitors?|{visits.IN_PERSON}|video|booths?|(?:famil(?:y|ies)|relatives|nobody|no one|no 1|loved ones) (?:\w+ ){{0,2}}?(?:be )?(?:seen|let in|admitted))\b"
)


def without_other_subjects(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment without units on another subject or of other houses, and on hours of an office and family law in
    Spanish: of neither the reader saw many. Whatever else names its own subject is left out where nothing but such lines changed; beside
    others it may be what these speak of: "The Red Cross is in the lobby. Walk-ins are fine." """
    if of_parents(scene):
        return _without(alignment, lambda unit: CUSTODY.search(unit.plain) is None)
    houses = named_houses(scene)
    rest = _without(alignment, lambda unit: _of_others(scene, unit) or of_a_named_house(unit, houses))
    rest = without_departments(scene, without_items(scene, rest))
    alone = _without(rest, lambda unit: of_other_things(scene, unit) and not of_balance(scene, unit))
    if scene.kind == "contract":
        alone = visiting_part(scene, without_clauses(scene, alone))
    return rest if changed_rows(alone) else alone


def _of_others(scene: Scene, unit: Unit) -> bool:
    if _names_no_visit(unit) or _no_visit_in_spanish(unit):
        return True
    return any(of_others(scene, unit) for of_others in _OF_OTHERS)


_OF_OTHERS = (
    of_a_hearing,
    of_an_officer_at_home,
    of_a_clinician,
    of_staff,
    of_a_wake,
    of_bidders,
    of_others_before,
    of_an_errand,
)


def of_other_things(scene: Scene, unit: Unit) -> bool:
    """Whether a unit names its own subject, which no visit is. Nobody has a list of all that a jail's own page tells,
    so there any plain noun is one."""
    if of_listed_things(unit):
        return True
    return scene.official and bool(scene.before) and (own_subject(unit.plain) or of_a_desk(unit))


def of_listed_things(unit: Unit) -> bool:
    """Whether a unit is on a thing that is known to be none of visits: meals, bail, the weather."""
    return other_subject(unit.plain) or _answers_of_others(unit)


def _answers_of_others(unit: Unit) -> bool:
    return asks_of_others(unit.lead) and not says_visits(unit.plain)


def _names_no_visit(unit: Unit) -> bool:
    """Whether a unit names another subject and no visit."""
    rest, subjects = _OTHER_SUBJECT.subn(" ", unit.plain)
    return subjects > 0 and _SEEN.search(rest) is None


def _without(alignment: Alignment, left_out: Callable[[Unit], bool]) -> Alignment:
    """The alignment without those units; a pair goes where both sides do, and a row of a visiting timetable stays
    whatever its label is."""

    def out(unit: Unit) -> bool:
        return left_out(unit) and not _of_timetable(unit)

    return replace(
        alignment,
        pairs=tuple((a, b) for a, b in alignment.pairs if not (out(a) and out(b))),
        removed=tuple(u for u in alignment.removed if not out(u)),
        added=tuple(u for u in alignment.added if not out(u)),
    )


def _of_timetable(unit: Unit) -> bool:
    """ "Work release dorm | Thursday" right under "Visiting hours"."""
    return unit.row and "{" in unit.plain and _VISITING_HOURS.search(unit.headings.rpartition(" / ")[2]) is not None


_VISITING_HOURS = regex(
    r"\bvisit(?:ing|ation)?,? (?:\w+ ){0,2}(?:hours|days|times|schedule|timetable|calendar|by (?:unit|pod|block|housing|(?:last )?name|day))\b|\b(?:hours|days|times|schedule) (?:for|of) visit\w*"
)


def clauses_of_visits(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment with lines that say two things brought to the one that is of visits: "Lockers are free, and children
    may no longer visit." What else such a line tells, and for what cause, drowns it to the reader."""
    if not scene.before:
        return alignment
    cut: list[tuple[Unit, Unit]] = []
    for old, new in alignment.pairs:
        was, now = _of_visits(scene, old), _of_visits(scene, new)
        if was is old or now is new:
            cut.append((old, new))  # the other wording says both things in one clause
        elif concepts(was.plain) != concepts(now.plain):
            cut.append((was, now))
    removed, added = ([_of_visits(scene, unit) for unit in side] for side in (alignment.removed, alignment.added))
    return replace(alignment, pairs=tuple(cut), removed=tuple(removed), added=tuple(added))


_JOINT = regex(r"; ?|, (?:and|but|so|while) ")
_CAUSE = regex(r"^(?:due to|because(?: of)?|owing to|on account of|citing) (?P<cause>[^,;:.]{3,80}), (?=\w)")
# "Visiting hours are noon to 5; admission is $6": the other clause shows whose hours they are.
_OTHER_HOUSE = regex(r"\b(?:museums?|admission is|tickets?|exhibits?|gallery)\b")
_MOST_CLAUSES = 3
_LEAST = 3  # words of a clause


def _of_visits(scene: Scene, unit: Unit) -> Unit:
    plain = unit.plain
    if unit.row or not ("," in plain or ";" in plain) or not _speaks(plain) or _OTHER_HOUSE.search(plain):
        return unit
    cause = _CAUSE.match(plain)
    if cause is not None and not _speaks(cause["cause"]) and _speaks(plain[cause.end() :]):
        plain = plain[cause.end() :]
    parts = _JOINT.split(plain)
    if 1 < len(parts) <= _MOST_CLAUSES and all(len(part.split()) >= _LEAST for part in parts):
        of_visits = [part for part in parts if not _of_another_thing(scene, replace(unit, plain=part))]
        if len(of_visits) == 1 and _speaks(of_visits[0]):
            plain = of_visits[0]
    return unit if plain == unit.plain else replace(unit, plain=plain)


def _speaks(plain: str) -> bool:
    return _SEEN.search(plain) is not None or says_visits(plain)


def _of_another_thing(scene: Scene, clause: Unit) -> bool:
    """Whether a clause of a line is on something else: hours of a desk, parking, what any plain noun is."""
    plain = clause.plain
    if of_a_desk(clause):
        return True
    if _speaks(plain):
        return False
    return other_subject(plain) or _OTHER_SUBJECT.search(plain) is not None or (scene.official and own_subject(plain))


_NO_VISIT_IN_SPANISH = regex(rf"\b(?:{_SPANISH_OFFICE}|{elsewhere.FAMILY_LAW_IN_SPANISH})\b")


def _no_visit_in_spanish(unit: Unit) -> bool:
    return _NO_VISIT_IN_SPANISH.search(unit.plain) is not None and _other_visit(unit)


def visiting_part(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment without units that speak of other visits."""

    def ours(unit: Unit) -> bool:
        return of_balance(scene, unit) or of_the_ward(scene, unit)

    return _without(alignment, lambda unit: _other_visit(unit) and not ours(unit))


_FIGURE = regex(r"\$?\d+(?:\.\d+)?%?|\{[a-z,]+\}|\[\d{4}-\d{4}\]")
ACT = regex(acts.ANY_ACT)


def rewritten(alignment: Alignment) -> bool:
    """Whether a broad change keeps every figure: then it is most likely the same rules in other words (R2)."""
    old = " ".join(u.plain for u in (*(a for a, _ in alignment.pairs), *alignment.removed))
    new = " ".join(u.plain for u in (*(b for _, b in alignment.pairs), *alignment.added))
    was, now = set(_FIGURE.findall(old)), set(_FIGURE.findall(new))
    return was == now and len(was) >= 2 and len(old.split()) >= 20 and len(new.split()) >= 15


def acted(effect: Effect, alignment: Alignment) -> bool:
    """Whether an effect rests on a word of action that only one side has."""
    old = set(ACT.findall(" ".join(u.plain for u in (*(a for a, _ in alignment.pairs), *alignment.removed))))
    new = set(ACT.findall(" ".join(u.plain for u in (*(b for _, b in alignment.pairs), *alignment.added))))
    if likeness(effect.old, effect.new) > 0.7:
        return True
    told = f"{effect.old} {effect.new}"
    return any(word in told for word in old ^ new)


_STRICT = regex(
    rf"\b(?:visit(?:s|ing|ation|ors?)?|visitas?|{visits.IN_PERSON}|see (?:an? |the |your )?(?:inmate|person|prisoner))\b"
)


def told_of_visits(scene: Scene) -> Scene:
    """The scene with "visiting" added to its title when a short page is plainly about visits without saying so there."""
    units = (*scene.before, *scene.after)
    if (
        scene.kind in ("jail", "doc", "")
        and len(units) <= 24
        and not _STRICT.search(scene.title)
        and not elsewhere_title(scene.title)
        and any(_STRICT.search(u.plain) for u in units)
    ):
        return replace(scene, title=f"{scene.title} / visiting")
    return scene
