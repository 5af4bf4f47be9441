"""The paid visits by the head and month that an agency owes its vendor, in the order in which contracts tell them, and
the points that it gets for visits in person that it gives up."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, bounds
from monitors.language.words.patterns import regex

_PAID = r"paid (?:[a-z-]+ ){0,2}(?:visits?|sessions?|calls?|visitations?)"
_LEAST = r"(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|an average of|average of|average|reach|exceed|(?:fall|drop)s? (?:below|under)|below|under|(?:fewer|less) than)"
_HEAD = r"(?:(?:per|for each|for every|by the|a|each|every) (?:detainee|inmate|person|head|prisoner|resident|individual)\b(?: held| in custody)?)"
_N = r"(?P<{}>\d+(?:\.\d+)?)(?: \(\d+(?:\.\d+)?\))?"
_OWED = regex(
    rf"\b{_PAID}\b[^.;]{{0,80}}? {_LEAST} (?:an average of )?(?:no (?:fewer|less) than )?{_N.format('a')} (?:[a-z-]+ ){{0,4}}?{_HEAD}"
    rf"|\b{_PAID}\b[^.;]{{0,80}}? {_LEAST} (?:an average of )?(?:no (?:fewer|less) than )?{_N.format('b')} {_HEAD}"
    rf"|\b(?:detainees|inmates|prisoners|residents|persons held|people held)\b[^.;]{{0,40}} {_LEAST} {_N.format('c')} {_PAID} (?:in )?(?:a|each|every|per) month\b"
    rf"|\b{_LEAST} {_N.format('d')} {_PAID} (?:[a-z-]+ )?{_HEAD}"
    rf"|\bof each (?:detainee|inmate|person|resident|prisoner)\b[^.;]{{0,40}} (?:buy|pay for|purchase) {_LEAST} {_N.format('e')} (?:[a-z-]+ )?(?:a|each|per|every) month\b"
)
MOST_BY_THE_HEAD = 31.0  # more are all visits of a jail together


# "Provider adds 5 points to the commission if the County has no in-person visits."
_POINTS = regex(r"\b(\d+) (?:(?:extra|bonus|additional|more|percentage) )?points?\b")
_ROOMS = regex(
    rf"\b(?:{visits.IN_PERSON}|(?:all|every) social visits?|all[- ]video|booths?|windows?|glass|visiting (?:rooms?|gallery|halls?))\b"
)

# Points for keeping them would count the other way round.
_GIVEN_UP = regex(
    r"\b(?:no|not|without|clos\w+|shuts?|shutting|ends?|ending|giv(?:es?|ing) up|retir\w+|replac\w+|remov\w+|eliminat\w+|forgo\w*|mov(?:es?|ing)|all[- ]video|only|off|screens|instead)\b"
)


def bonus(unit: Unit) -> Measure | None:
    """The points that a vendor or a bid's scoring gives for visits in person that are given up."""
    hit = _POINTS.search(unit.plain)
    if hit is None or not (_ROOMS.search(unit.plain) and _GIVEN_UP.search(unit.plain)):
        return None
    return Measure("bonus_points", float(hit[1]), "", unit.plain, unit.place)


def least_usage(unit: Unit) -> Measure | None:
    """How many paid visits a month are owed for each person held, None where a line tells no such number."""
    hit = _OWED.search(unit.plain)
    if hit is None or ("month" not in unit.plain and "average" not in unit.plain):
        return None
    value = float(next(said for said in hit.groupdict().values() if said is not None))
    if not 0 < value <= MOST_BY_THE_HEAD:
        return None
    start, end = bounds(unit.plain, hit.start())
    return Measure("min_paid_visits_per_detainee_month", value, "", unit.plain[start:end], unit.place)
