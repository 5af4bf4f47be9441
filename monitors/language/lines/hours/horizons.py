"""How far ahead a visit can be booked at most: farther is a gain, less far a loss (S3).

"Visits may be scheduled up to 7 days in advance." that became 14 days was told as a loss: the figure was taken for the notice
that a booking needs. "Up to an hour before the visit" is such a notice, and left to the rules that read it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from monitors.language.lines.acts.stances import others_of
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Severity, Topic

_AMOUNT = r"(?P<amount>\d+(?:\.\d+)?|an?) (?:(?:calendar|business|full) )?(?P<unit>hour|day|week|month)s?"
_AHEAD = r"(?:in advance|ahead(?: of time)?|out|beforehand)"
_BOOKED = r"(?:be )?(?:book|schedul|reserv|request|ma[dk]e|arrang)(?:ed|e|ing)?(?: (?:(?:an?|the|your|their) )?(?:[\w-]+ ){0,2}?(?:visits?|appointments?|reservations?))?"
_HORIZON = regex(
    rf"\b(?:(?P<wide>up to|as (?:far|early|much) as)|(?P<narrow>no more than|not more than|at most|a maximum of|only|just)) {_AMOUNT} {_AHEAD}\b"
    rf"|\b(?:cannot|can not|may not|must not|shall not|(?P<no_longer>(?:may|can) no longer)) {_BOOKED} (?:more|further|earlier) than {_AMOUNT.replace('<amount>', '<amount2>').replace('<unit>', '<unit2>')} (?:{_AHEAD}|before)\b"
    rf"|\b(?:no|not) (?:earlier|sooner|further) than {_AMOUNT.replace('<amount>', '<amount3>').replace('<unit>', '<unit3>')} (?:{_AHEAD}|before)\b"
    rf"|\b(?:slots?|bookings?|the calendar|schedul\w+|reservations?|appointments?)(?: \w+)?(?: for [\w ]{{3,20}}?)? (?P<opens>opens?|(?:is|are) (?:open|released|posted))(?: up)? {_AMOUNT.replace('<amount>', '<amount4>').replace('<unit>', '<unit4>')} (?:{_AHEAD}|before)\b"
)
_SPAN = regex(r"\b(\d+(?:\.\d+)?) (?:(?:calendar|business|full) )?(hour|day|week|month)s?\b")
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0}
_BOOKS = regex(r"\b(?:schedul\w+|book\w*|reserv\w+|appointments?|requests?|requested|slots?)\b")
_MUST = regex(r"\b(?:must|needs?|have to|has to|required?|enough|suffices?)\b")
_NEWS = regex(r"\bnow\b|\bno longer\b")
_ELSE = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|{visits.LEGAL}|cancel\w*|refund\w*|tours?|unless|except\w*|if|announce\w*|post\w*|propert\w+|medical)\b"
)
_OF_VISITS = regex(r"\b(?:visit\w*|calling)\b|\bsessions?\b|\bappointments?\b")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Told:
    """hours: how far ahead at most; narrow: whether the line says it as a bound; news: whether it says that it is new;
    rest: what else it says."""

    hours: float
    narrow: bool
    news: bool
    rest: str


def horizon_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What two lines tell that differ in how far ahead one may book, or a new one that says that it is new."""
    old = [*alignment.removed, *(was for was, _ in alignment.pairs)]
    new = [*alignment.added, *(now for _, now in alignment.pairs)]
    was = [(unit, told) for unit in old if (told := _told(unit, scene.title)) is not None]
    now = [(unit, told) for unit in new if (told := _told(unit, scene.title)) is not None]
    if len(now) != 1 or len(was) > 1 or scene.of_others:
        return Certain()
    unit, told = now[0]
    if was:
        before, first = was[0]
        if first.hours == told.hours and (same := _same_bounds(before, unit, alignment)):
            return Certain((), same, ("R2 as far ahead as before",))
        if first.rest != told.rest and _counts(first.rest) != _counts(told.rest):
            return Certain()
        if first.hours == told.hours:
            return Certain((), (before, unit), ("R2 as far ahead as before",))
        return Certain((_effect(before, unit, 1 if told.hours > first.hours else -1),), (before, unit))
    beside = any(speaks(other.plain) for other in others_of(alignment, came=True))
    if not told.news or beside or any(_told(other, scene.title) is not None for other in scene.before):
        return Certain()
    return Certain((_effect(None, unit, -1 if told.narrow else 1),), (unit,))


def _same_bounds(old: Unit, new: Unit, alignment: Alignment) -> tuple[Unit, ...]:
    """The changed lines on booking where the two with the horizon and those beside them bound it by the same spans,
    however they are shared out among sentences; none where a span came or went."""
    sides = []
    for unit, others in ((old, alignment.gone), (new, alignment.come)):
        near = [one for one in others if one is unit or (_BOOKS.search(one.plain) and _SPAN.search(one.plain))]
        sides.append((tuple(near), {span for one in near for span in _spans(one.plain)}))
    return (*sides[0][0], *sides[1][0]) if sides[0][1] == sides[1][1] else ()


def _spans(plain: str) -> set[float]:
    return {float(amount) * _HOURS[unit] for amount, unit in _SPAN.findall(plain)}


def _counts(rest: str) -> list[str]:
    return FIGURE.findall(rest)


def _told(unit: Unit, title: str) -> _Told | None:
    if unit.row or len(unit.plain) > _LONGEST or _ELSE.search(unit.plain):
        return None
    hits = list(_HORIZON.finditer(unit.plain))
    if len(hits) != 1 or not (
        _BOOKS.search(unit.plain) and _OF_VISITS.search(f"{title} / {unit.headings} / {unit.plain}")
    ):
        return None
    hit = hits[0]
    if hit["narrow"] in ("only", "just") and _MUST.search(unit.plain):
        return None  # "You need to book only a day ahead."
    rest = f"{unit.plain[: hit.start()]} {unit.plain[hit.end() :]}"
    return _Told(_hours(hit), hit["wide"] is None and hit["opens"] is None, _NEWS.search(unit.plain) is not None, rest)


def _hours(hit: re.Match[str]) -> float:
    amount = hit["amount"] or hit["amount2"] or hit["amount3"] or hit["amount4"]
    unit = hit["unit"] or hit["unit2"] or hit["unit3"] or hit["unit4"]
    return (1.0 if amount in ("a", "an") else float(amount)) * _HOURS[unit]


def _effect(old: Unit | None, new: Unit, sign: int) -> Effect:
    words = ("bookable", "farther ahead" if sign > 0 else "less far ahead")
    return Effect("S3-horizon", sign, Severity.MINOR, (Topic.SCHEDULE,), (), old.plain if old else "", new.plain, words)
