"""From which age people may visit, and from which they may come alone."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure
from monitors.language.words.numbers import ORDINALS
from monitors.language.words.patterns import regex

_UNDER = regex(
    r"\b(?:under|younger than|below|less than|not yet|haven't turned|(?:has|have|is|are) yet to (?:turn|reach|be)|menores de)(?: the)?(?: age)?(?: of)? (\d{1,2})\b(?!\.\d| (?:(?:full|whole|clear|business|calendar) )?(?:minutes|hours|days|weeks|months|people|inches|dollars)|(?<=less than \d) years\b(?! old| of age)|(?<=less than \d\d) years\b(?! old| of age))"
)

_AT_LEAST = regex(
    r"\b(?:at least|minimum age (?:of |is )?|over|reached|turned|attained|be|aged?) (?:the age of )?(\d{1,2})(?! (?:hours?|minutes?|days?|weeks?|months?|visits?|visitors?|people|persons?|adults?|names|paid|times|percent|feet|inches|business|calendar|full)\b)(?: years?(?: old| of age)?)?(?= |$|[.,;])(?: (?:or|and) (?:older|over|up|above))?|\b(\d{1,2})(?: years?(?: of age| old)?)? (?:or|and|&) (?:older|over|up|above)\b"
)

# "three years since your release", "less than two years ago"
_NO_AGE = regex(
    r"\b\d{1,2} years? (?:ago|since|after|from|following|before|prior)\b|\b(?:last|past|previous) \d{1,2} years?\b"
)

_AGE_STATED = regex(
    r"\bminimum (?:visiting |visitors?'? |visitation )?age(?: (?:to|for|of) \w+){0,2} ?(?:[|:-]+|is) ?(\d{1,2})\b(?! (?:minutes|hours|days|months))"
    r"|\b(?:must|should|have to|has to|need to) be (?:age )?(\d{1,2}) ?\+"
    r"|\b(?:must|should|have to|has to) (?:have )?(?:seen|reached|passed|had) (?:his|her|their|your|the) (\d{1,2})(?:th|st|nd|rd)? birthday\b"
    r"|\b(?:from|after|until|past) (?:his|her|their|your|the) (\d{1,2})(?:th|st|nd|rd) birthday\b"
    r"|\bhow old\b[^?]*\b(?:visit\w*|(?:must|should|does|do) (?:an? |my |the )?(?:child(?:ren)?|kids?|minors?|visitors?) (?:have to )?be)\? (?:at least |you must be )?(\d{1,2})\b(?! (?:minutes|hours|days|months))"
)

# How young somebody may be who comes alone.
_ACCOMPANIED = regex(
    r"\b(?:must|needs?|has to|have to|required|unless|only (?:with|if|when))\b[^.;]*\b(?:accompan\w+|escort\w*|(?:with|have) (?:an?|their|his|her|your) (?:\w+ ){0,3}(?:parent|adult|guardian)|in the company of|an adult|a parent|supervis\w+)\b"
)

_NOT_ACCOMPANIED = regex(
    r"\b(?:not need|need no|needn't|exempt\w*|free|count\w*|birth certificates?|search\w*|half price|left|supervis\w+ (?:\w+ ){0,4}(?:at all times|by)|consent)\b"
)

_AND_UNDER = regex(r"\b(\d{1,2}) (?:years? (?:old|of age) )?(?:and|or|&) (?:under|younger|below)\b")

_GUARDED = regex(
    r"\b(?:unless|with (?:a|an|their|his|your) (?:(?:approved|listed) )?(?:parent|adult|guardian|custod\w+|grown)|accompan\w+|must (?:come|be) (?:with|in)|brought by|alongside|(?:parent|adult|guardian) with (?:them|him|her)|must have an? (?:parent|adult|guardian)|needs? (?:an adult|a (?:parent|guardian|grown))|(?:has|have) to come with|escort\w*|guardian|stay with|supervis\w+|consent|free|not count|do(?:es)? not need|half price|need no)\b"
)

# "Visitors 18 and over must show a photo ID." bars nobody for his age.
_OF_AGE_WITH_ID = regex(
    r"\b\d{1,2}(?: years?(?: of age| old)?)? (?:or|and|&) (?:older|over|up|above)\b[^.;]*\b(?:present|show|bring|carry|provide|produce|have|need)\b[^.;]*\b(?:id|ids|identification|licen[sc]es?|passports?)\b"
)

_EVEN = regex(
    r"\b(?:even (?:when|if|with)|with or without|whether or not|own (?:children|kids) included|no exceptions?)\b"
)


_DRESS = regex(
    r"\b(?:shorts|tights|skirts?|leggings|sleeves?|shoes|sandals|swimwear|costumes?)\b"
)  # "no shorts on children over 10"
_LEFT_WAITING = regex(
    r"\b(?:alone|unattended|unsupervised)\b[^.;]*\b(?:lobby|waiting (?:room|area)|parking|cars?|vehicles?)\b"
)
_BIRTHDAY = regex(rf"\b({'|'.join(ORDINALS)}) birthday\b")

# "You must have reached your twelfth birthday; those under 18 come with a parent."
_CLAUSES = regex(r"[;.] ")


def ages(unit: Unit) -> list[Measure]:
    text = _BIRTHDAY.sub(lambda hit: f"{ORDINALS[hit[1]]}th birthday", _NO_AGE.sub(" ", unit.plain))
    if _DRESS.search(text) or _LEFT_WAITING.search(text):
        return []
    guarded = _GUARDED.search(text) is not None and _EVEN.search(text) is None
    if guarded:
        own = (clause for clause in _CLAUSES.split(text) if not _GUARDED.search(clause))
        stated = next((hit for clause in own if (hit := _AGE_STATED.search(clause))), None)
        return [_of(stated, unit)] if stated else _guarded_ages(unit)
    barred = re.search(
        r"\b(?:not|nobody|no 1|no one|none|cannot|may not|barred|excluded|admitted|refused|turned away|stay home|no (?:children|minors|kids)|keep out|kept out|prohibited|never|may no longer|can no longer|no pueden?|no podrán|no se admiten|no entran)\b",
        text,
    )
    hit = _UNDER.search(text)
    if hit and barred and float(hit.group(1)) > 1:  # "a connection of not less than 1 Mbps"
        return [Measure("min_age", float(hit.group(1)), "", text, unit.place)]
    stated = _AGE_STATED.search(text)
    if stated:
        return [_of(stated, unit)]
    older = None if _OF_AGE_WITH_ID.search(text) else _AT_LEAST.search(text)
    age = (older.group(1) or older.group(2)) if older else None
    if (
        older
        and age
        and 3 <= int(age) <= 21
        and re.search(rf"\b(?:visit\w*|{visits.MINORS}|admitted|come (?:in|up)|age|years|let in|enter)\b", text)
    ):
        return [Measure("min_age", float(age), "", text, unit.place)]
    return []


def _of(stated: re.Match[str], unit: Unit) -> Measure:
    return Measure("min_age", float(next(filter(None, stated.groups()))), "", unit.plain, unit.place)


def _guarded_ages(unit: Unit) -> list[Measure]:
    """The age from which somebody needs no company: told as no fact, since who is younger may come, too."""
    text = unit.plain
    if not _ACCOMPANIED.search(text) or _NOT_ACCOMPANIED.search(text):
        return []
    hit = _AND_UNDER.search(text) or _UNDER.search(text) or _AT_LEAST.search(text)
    age = next(filter(None, hit.groups()), None) if hit else None
    if age is None or not 3 <= int(age) <= 21:
        return []
    return [Measure("_guarded_age", float(age), "", text, unit.place)]
