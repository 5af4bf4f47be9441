"""The visiting sessions of one week that a line tells: on which days, from when to when.

The line must be known to be about visiting hours: its speech of days and clocks is taken at its widest.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from monitors.language.times.week import WHOLE, Span, Week, joined
from monitors.language.words.clock_speech import PAUSED, minutes_of, spoken_clocks, spoken_lengths, weekly_hours
from monitors.language.words.dates import without_single_days
from monitors.language.words.day_speech import BUT, PART, SET, named, spoken_days
from monitors.language.words.patterns import regex

_NO_SESSION = r"(?:none|nobody|nothing|no (?:visit\w*|session\w*|slots|one|hours|times|more)|without|closed|shut|dark|gone|dropped|off|locked|never|done|over|finished|ended|stopped|cut|not(?: an?)? (?:open\w*|available|held|visiting|used|a|1)|no longer(?: an?| any)? (?:visit\w*|open\w*|held|available|offered)|(?:aren't|isn't|are not|is not)(?: an?| open| held| available)?|(?:lifted|removed|taken|struck|withdrawn|cancell?ed|discontinued)(?: from| off| out| away)?|will (?:end|stop|cease|close)|ends|stops)"
# "{thu} | none | [1300-1500]": no second day, at the same hours.
_OWN_CELL = r"(?! ?\| ?[\[@])"
_REFUSED = regex(
    rf"\bno (?P<g>{SET}) (?:visit\w*|sessions?|hours|slots)\b|"
    rf"(?P<f>{SET})(?:: ?| \| )(?:-|x|n/a|/)(?= ?\||$){_OWN_CELL}|(?:[,;:(.] ?|^|\band |\bopen(?:ed)? )(?:and |it is |but )?{BUT} (?P<a>{SET})|(?P<b>{SET}),? (?<!not )(?:excepted|excluded|apart|aside)\b"
    rf"|\b(?:no (?:visit\w*|session\w*|hours|slots|times|{PART})|none|nobody|nothing|never|(?:closed|shut|dark|off)(?: all)?|clos(?:es|ing))(?: \w+)?(?: on)? (?P<c>{SET})"
    rf"|\b(?:do not|don't|does not|not|cannot|can't) (?:come|visit|open(?:ed)?|held|be \w+|meet|receive|have|hold|offer|allow|accept|conduct)(?: \w+)?(?: on| an?)* (?P<e>{SET})"
    rf"|(?P<d>{SET})(?:,| ?[|:=-]| alone| now| only| sessions?| visit\w*| {PART}| the \w+)* ?(?:we (?:receive|see|have) |(?:is|are|was|were|has been|have been|will be|has|have|there (?:is|are)|sees?|does not have|gets?) )?{_NO_SESSION}\b{_OWN_CELL}"
)
_IRREGULAR = regex(
    rf"\b(?:every (?:other|second|third|2nd|3rd)|alternate|alternating|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)(?: (?:and|or|&|,) \w+)*)(?: of)?(?: an?)? {SET}|{SET}(?= (?:of (?:the|each|every) month|of every month|a month|out of))"
)
_ODD = regex(
    r"\b(?:odd|even)(?:-| )?(?:numbered )?(?:dates?|days?|cells?|weeks?|months?)\b|\b(?:a|per|each|every|of the|of each) month\b"
)
PAUSE = regex(rf"{PAUSED}\[(\d{{4}})-(\d{{4}})\]\)?(?!,? ?(?:on |of )?\{{)")
_TOKEN = regex(rf"(?P<days>{SET})|\[(?P<start>\d{{4}})-(?P<end>\d{{4}})\]|#(?P<count>\d)")
_DATED = regex(
    r",? ?(?:\(?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|the \d+(?:st|nd|rd|th)|\d{1,2}/\d|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec))"
)
_THEIR_DAYS = regex(r",? ?(?:on |every |each |of a |of )?$")
_AND_COUNT = regex(r"\}(?:,? and| plus)(?: on)? #\d")


@dataclass(slots=True)
class _Group:
    """Days with the clocks they are told with. counted: the days are only counted; several that wait for the same
    clock share the list of spans."""

    days: frozenset[str]
    spans: list[Span] = field(default_factory=list)
    counted: bool = False


@lru_cache(maxsize=4096)
def sessions(text: str) -> Week:
    """The sessions that a canonical line tells."""
    total, told = weekly_hours(without_single_days(text)[0])
    told = spoken_lengths(spoken_days(spoken_clocks(told)))
    pauses = [(minutes_of(hit[1]), minutes_of(hit[2])) for hit in PAUSE.finditer(told)]
    told = PAUSE.sub(" ", told) if pauses else told
    refused = frozenset(day for hit in _REFUSED.finditer(told) for day in named(next(filter(None, hit.groups()))))
    irregular = _IRREGULAR.search(told) is not None or _ODD.search(told) is not None
    told = _IRREGULAR.sub(" ", _REFUSED.sub(" ", told))
    groups = _bound(told)
    if not _AND_COUNT.search(told):
        groups = _without_counts(groups)
    days = frozenset(day for group in groups for day in group.days)
    spans = frozenset(
        (day, start, end)
        for group in groups
        for day in group.days or {""}
        for start, end in _without_pauses(_ascending(group.spans), pauses)
    )
    week = Week(days, spans, refused, irregular, total)
    return joined([week.on(WHOLE) if refused and spans and not days else week])


def _without_counts(groups: list[_Group]) -> list[_Group]:
    """The groups without those that only count the days which others name: "two evenings, Monday and Friday"."""
    of_names = [group for group in groups if group.days and not group.counted]
    if not of_names:
        return groups
    lone = [
        _Group(frozenset(), group.spans)
        for group in groups
        if not (group in of_names or any(group.spans is other.spans for other in of_names))
    ]
    return of_names + lone


def _ascending(spans: list[Span]) -> list[Span]:
    """Spans of one day in their order: one that would fall into the one before it is in the other half of the day."""
    found: list[Span] = []
    for start, end in spans:
        later = bool(found) and (start, end) not in found and start < found[-1][1]
        found.append((start + 720, end + 720) if later and end <= 720 else (start, end))
    return found


def _without_pauses(spans: list[Span], pauses: list[Span]) -> list[Span]:
    """The spans of a day without the hours told to be closed that fall into them."""
    for first, last in pauses:
        parts = [
            ((start, first), (last, end)) if start <= first < last <= end else ((start, end),) for start, end in spans
        ]
        spans = [(start, end) for part in parts for start, end in part if start < end]
    return spans


def _bound(told: str) -> list[_Group]:
    """Days with their clocks, in order: a clock belongs to the days before it, or to those that follow it at once."""
    groups: list[_Group] = []
    early: list[Span] = []
    hits = [hit for hit in _TOKEN.finditer(told) if not (hit["days"] and _DATED.match(told, hit.end()))]
    for number, hit in enumerate(hits):
        if not hit["start"]:
            groups.append(_group(hit, groups, early))
            early = []
            continue
        span = minutes_of(hit["start"]), minutes_of(hit["end"])
        waits = bool(groups) and not groups[-1].spans
        ahead = (
            told[hit.end() : hits[number + 1].start()] if hits[number + 1 :] and not hits[number + 1]["start"] else None
        )
        theirs = ahead is not None and _THEIR_DAYS.match(ahead)
        (groups[-1].spans if groups and not early and (waits or not theirs) else early).append(span)
    return [*groups, _Group(frozenset(), early)] if early else groups


def _group(hit: re.Match[str], before: list[_Group], early: list[Span]) -> _Group:
    """The days of a token, with the clocks that stood before them; days that still wait for a clock wait together."""
    waiting = before[-1].spans if before and not before[-1].spans and not early else early
    if hit["days"]:
        return _Group(named(hit["days"]), waiting)
    first = 1 + sum(len(group.days) for group in before if group.counted)
    return _Group(frozenset(str(first + n) for n in range(int(hit["count"]))), waiting, counted=True)
