"""The topics of the terms that a page, or a part of one, states: what a page that is taken down or moved takes with it."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Callable, Iterable

from monitors.language.figures.quantities import measures
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Topic

_LEGAL = regex(rf"\b{visits.LEGAL}\b")
_OF_VISITS = regex(
    rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE})\b"
)
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON}|{visits.CONTACT})\b")
_REMOTE = regex(rf"\b(?:{visits.VIDEO_REMOTE})\b")
_ONSITE = regex(
    r"\b(?:kiosks?|(?:lobby|on-?site|visit\w*|video) (?:video\w*|screens?|terminals?|stations?|monitors?))\b"
)
_CONTACT = regex(rf"\b(?:{visits.CONTACT})\b")
_PRICE = regex(r"\$\d|\b(?:free of charge|no charge|at no cost|are free|is free)\b")
_LENGTH = regex(
    r"\b\d+(?:-| )?(?:minutes?|hours?)\b|\b(?:half an|an|one|1) hour\b"
    r"|\b(?:\d+|once|twice|visits?) (?:\w+ )?(?:a|per|each|every) (?:day|week|month)\b"
)
_NO_LENGTH = regex(r"\b(?:early|before|ahead|advance|late|prior|notice)\b")
_WHO = regex(
    r"\b(?:visiting|visitors?'?|approved|inmate's|his|her|their|your|the) lists?\b|\blist(?:s|ed)? (?:of|up to|\d+)|\bapproved\b"
    r"|\b(?:under|over|below) (?:the age of )?\d+\b|\b\d+ (?:years|or older|and (?:over|older))\b|\b(?:of )?any age\b"
    r"|\b(?:immediate|close) (?:family|relatives|kin)\b|\b(?:parents?|spouses?|siblings),|\bwarrants?\b|\bfelon\w*|\bconvict\w+"
    r"|\b(?:former|released|were in (?:our|the|this) jail|on (?:probation|parole))\b"
)


def topics_held(page: Iterable[Unit], title: str) -> tuple[Topic, ...]:
    """The topics of the terms of visits by the public that a page states, in_person where it states none."""
    lines = [unit for unit in page if not (_LEGAL.search(unit.plain) or _LEGAL.search(unit.headings))]
    told = {topic for topic, states in _STATES for unit in lines if states(unit, title)}
    return tuple(topic for topic in Topic if topic in told) or (Topic.IN_PERSON,)


def _says_when(unit: Unit, title: str) -> bool:
    return "{" in unit.plain


def _says_how_much(unit: Unit, title: str) -> bool:
    about = _OF_VISITS.search(unit.plain) or any(measure.name.endswith("_fee_usd") for measure in measures(unit, title))
    return bool(about) and _PRICE.search(unit.plain) is not None


def _says_how_long(unit: Unit, title: str) -> bool:
    return _LENGTH.search(unit.plain) is not None and _NO_LENGTH.search(unit.plain) is None


def _says_from_where(unit: Unit, title: str) -> bool:
    return _REMOTE.search(unit.plain) is not None and (_OF_VISITS.search(f"{unit.plain} {unit.headings}") is not None)


def _says(pattern: Callable[[str], object]) -> Callable[[Unit, str], bool]:
    return lambda unit, title: bool(pattern(unit.plain))


_STATES: tuple[tuple[Topic, Callable[[Unit, str], bool]], ...] = (
    (Topic.IN_PERSON, _says(_IN_PERSON.search)),
    (Topic.CONTACT, _says(_CONTACT.search)),
    (Topic.VIDEO_REMOTE, _says_from_where),
    (Topic.VIDEO_ONSITE, _says(_ONSITE.search)),
    (Topic.FEES, _says_how_much),
    (Topic.DURATION_FREQUENCY, _says_how_long),
    (Topic.SCHEDULE, _says_when),
    (Topic.ELIGIBILITY, _says(_WHO.search)),
)
