"""How many weekends a month, days and hours a week have visits, where that is told as a number and not as a timetable."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure
from monitors.language.words.patterns import regex

_WEEKENDS = regex(
    r"\b(?:all )?(\d) (?:weekends?|\{(?:sat|sun|sat,sun)\}) (?:a|per|each|of the|of every|of each|in a|in the|every|out of (?:the|each|every|a)) month\b(?! off\b)|(?<!\w)(?:weekends|\{sat,sun\}) (?:a|per|each) month ?[:|] ?(\d)\b|\b(every|each|alternate|every other|every second) (?:weekend|\{(?:sat|sun|sat,sun)\})|\b(alternate) (?:weekends\b|\{sat,sun\})|\b(?:on|held|open|is|conducted) \{(sat|sun|sat,sun)(?:,sat,sun)?\}|(?:^|[:,] |\b(?:on|held|open|is|are) )\{(?:sat|sun|sat,sun)\} (?:of|in) (?:the|each|every|a) month\b"
)
_NAMED_WEEKENDS = regex(  # "the first and third weekends of the month"
    r"((?:\b(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)(?:,? and (?:the )?|, ?(?:the )?| )?)+)(?:\{(?:sat|sun|sat,sun)\}|weekends?),? (?:(?:of|in) )?(?:the|each|every|a) (?:calendar )?month"
)


def weekends(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    named = _NAMED_WEEKENDS.search(unit.plain)
    if named and any(re.search(rf"\b(?:{visits.VISIT}|famil\w+|seen)\b", text) for text in (unit.plain, *context)):
        count = float(len(re.findall(r"\w+(?<!and)(?<!the)\b", named.group(1))))
        return [Measure("visit_weekends_per_month", count, "", unit.plain, unit.place)]
    hits = list(_WEEKENDS.finditer(unit.plain))  # "on weekends, on two weekends of the month" says how many behind it
    hit = next((one for one in hits if one.group(1) or one.group(2)), hits[0] if hits else None)
    if not hit or not any(re.search(rf"\b(?:{visits.VISIT}|seen)\b", text) for text in (unit.plain, *context)):
        return []
    word = hit.group(3) or hit.group(4) or ""
    said = hit.group(1) or hit.group(2)
    value = float(said) if said else 2.0 if word in ("alternate", "every other", "every second") else 4.0
    return [Measure("visit_weekends_per_month", value, "", unit.plain, unit.place)]


_CAP_HOURS = regex(
    r"\b(?:no more than|not exceed|at most|capped at|limited to|cap of|up to|fewer than)? ?(\d+)(?: hours|-hour)(?:,? [a-z-]+){0,5}? (?:(?:in (?:a|any|each)|a|per|each|weekly) ?(?:calendar )?(?:week|cap)|weekly)\b"
    r"|\bhours\b[^;]{0,80}\b(?:not exceed|no more than|at most|limited to|capped at) (?P<bare>\d+) (?:in (?:a|any|each)|a|per|each) (?:calendar )?week\b"
)
# "Who is the new nurse? Mrs. Fairweather. She visits 3 days a week."
_CALLS = regex(
    r"\b(?:s?he|nurse|doctor|dentist|chaplain|barber|counselor|teacher|inspector) (?:\w+ )?(?:visits|comes|is in)\b"
)
_STRUCK = regex(
    r"\b(?:is|are|was|were|be|been) (?:hereby )?(?:stricken|struck|deleted|removed|repealed|rescinded|withdrawn)\b"
)


_HOURS_A_WEEK = regex(
    r"\b(\d+(?:\.\d+)?) (?:visiting |visitation )?hours (?:of (?:visits|visiting|visitation) )?(?:a|per|each|every|in (?:a|each|every)) week\b|\bvisit(?:ing|ation) hours (?:a|per|each) week ?[:|-] ?(\d+(?:\.\d+)?)\b"
)
_OPEN_HOURS = regex(r"\bvisit\w*|\bvisitas?\b|\b(?:jail|hall|booths?|gallery)(?:'s)?\b")


def weekly(unit: Unit) -> list[Measure]:
    """Caps on in-person hours in contracts, and "open five days a week" told without naming the days."""
    text = unit.plain
    found = []
    cap = (
        _CAP_HOURS.search(text)
        if re.search(r"\b(?:more than|not (?:exceed|above)|at most|cap\w*|limit\w*)\b", text)
        else None
    )
    for hours in _HOURS_A_WEEK.finditer(text) if _OPEN_HOURS.search(text) and not cap else ():
        found.append(Measure("schedule_hours_per_week", float(hours.group(1) or hours.group(2)), "", text, unit.place))
    if cap and re.search(rf"\b(?:{visits.IN_PERSON}|windows|cap)\b", text) and not _STRUCK.search(text):
        found.append(Measure("inperson_hours_per_week_cap", float(cap["bare"] or cap.group(1)), "", text, unit.place))
    days = re.search(r"\b([1-7]) days (?:a|per|each|in each|of the|out of the) week\b", text)
    if (
        days
        and not _CALLS.search(text)
        and re.search(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|hall|visitors)\b", text)
    ):
        found.append(Measure("visit_days_per_week", float(days.group(1)), "", text, unit.place))
    return found
