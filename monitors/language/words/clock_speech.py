"""Freer ways of saying from when to when brought to spans: "between one and four", "opens at nine and closes at four".

Only for lines that are known to be about visiting hours; elsewhere two numbers are hardly ever clocks.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words.day_speech import SET
from monitors.language.words.patterns import regex

_PAST = (
    (regex(r"\bhalf[ -]past (?:@?(\d{1,2})(?:00)?)\b"), 30),
    (regex(r"(?<=to |ll |il |nd |om |at )half (\d{1,2})\b"), 30),
    (regex(r"\b(?:a )?quarter (?:past|after) (\d{1,2})\b"), 15),
    (regex(r"\b(?:a )?quarter (?:to|of|before) (\d{1,2})\b"), -15),
)
_CLOCK = r"(?:@\d{4}|(?<![\d\[-])(?:[01]\d|2[0-4])[0-5]\d(?![\d\]])|(?<![\d$.:/#\[-])\d{1,2}(?::[0-5]\d)?(?![\d%:]| ?(?:minutes|hours|days|visits?|people|adults|visitors|persons|weeks|years|evenings|afternoons|mornings|sessions|times|names|or more)))"
_OF_DAY = r"(?:,? (?:at night|o'clock|sharp|in the \w+|of (?:the|an) \w+))?"
_CLOSES = r"(?:clos\w+|end(?:s|ing)?|finish\w*|stops?|shuts?|(?:is|are) over|over|(?:is|are) out|lasts?|runs?|goes?|go|locks?|cleared|out)"
_SPANS = (
    regex(r"(?<!\d)(\d{1,2}[.:][0-5]\d) ?\| ?(\d{1,2}[.:][0-5]\d)(?!\d)"),
    regex(rf"\b(?:between|betwixt|from) ({_CLOCK}){_OF_DAY} (?:and|to|till|until|up to|on to|through) ({_CLOCK})"),
    regex(rf"\bafter ({_CLOCK}){_OF_DAY},? (?:and|but) (?:before|until|by) ({_CLOCK})"),
    regex(
        rf"\b(?:(?:at|from|by) |(?:begin|start|open)\w* (?:promptly |sharply |exactly )?(?:at )?)({_CLOCK}){_OF_DAY}(?:,[^,;{{\[]{{0,30}},)?(?:,|;| and|,? then| -)? ?(?:\w+ ){{0,4}}?{_CLOSES} (?:promptly |sharply |exactly )?(?:on )?(?:at|by|until|till|to|with) ({_CLOCK})"
    ),
    regex(rf"({_CLOCK}){_OF_DAY} ?(?:to|till|until|through|up to|-) ?({_CLOCK})"),
)
_PER_DAY = regex(
    rf"(?<![\d.])(?P<h>\d{{1,2}}(?:\.\d+)?) hours (?:a|per|each|every) (?:visiting )?day\b|(?<![\d.])(\d{{1,2}}(?:\.\d+)?) hours (?:(?:each|every|on|a|per|of|for|visiting|of visiting) )*(?={SET}|#\d)|(?<=\}}) ?(?:,|for|:|\|)* ?(\d{{1,2}}(?:\.\d+)?) hours(?: each)?(?= ?[.,;]|$)"
)
_PER_WEEK = regex(
    r"(?<![\d.])(\d{1,3}(?:\.\d+)?) (?:visiting|public|booth|open) hours (?:(?:a|per|each|every|in (?:a|the)|of (?:a|the)) )?week|(?<![\d.])(\d{1,3}(?:\.\d+)?) hours (?:(?:of )?(?:visits|visiting|visitation|time|them|it) )?(?:in all|all told|altogether|in total|(?:(?:a|per|each|every|in (?:a|the|every|each)|of (?:a|the|every|each)) (?:full )?|this )week|weekly)\b|\b(\d{1,3}(?:\.\d+)?) weekly hours|\bweek of (\d{1,3}(?:\.\d+)?) hours"
)
_HALF_DAY = regex(r"\b(\d{1,2}(?::[0-5]\d)?) ?([ap]) ?(-|to|until|till) ?(\d{1,2}(?::[0-5]\d)?) ?([ap])\b")
_NOON, _MORNING, _DAY_LONG = 720, 420, 1440
# What stands before hours of a day in which nobody is visited: "[0800-1600], closed [1100-1300]".
PAUSED = r"[,;:.(]? ?(?:\b(?:and|but|we|it|is|are|it's|there|with) )*\b(?:closed|no (?:visit\w*|sessions?)|not open|except(?:ing)?(?: for)?|excluding|(?:with )?a break|breaks?|not(?= (?:during|from|between) ))(?: (?:for|from|between|at|during|an?|the|count from|lunch|count|shift change|break|are held|held))* "


def spoken_clocks(text: str) -> str:
    """A canonical line with its spans in canonical spelling, "[1300-1600]"."""
    for pattern, minutes in _PAST:
        text = pattern.sub(lambda m, by=minutes: _clock(int(m[1]) * 60 + by), text)  # type: ignore[misc]
    text = _HALF_DAY.sub(_half_day, text)
    for pattern in _SPANS:
        text = pattern.sub(_span, text)
    return text


def spoken_lengths(text: str) -> str:
    """ "Three hours on each Monday" as a span of that length where no clock is told; when it is does not matter."""
    return text if "[" in text else _PER_DAY.sub(_long, text)


def weekly_hours(text: str) -> tuple[float, str]:
    """The hours that a line says a week has in all, 0 where it says none, and the line without them."""
    told = _PER_WEEK.search(text)
    return (float(next(filter(None, told.groups()))), _PER_WEEK.sub(" ", text)) if told else (0.0, text)


def minutes_of(clock: str) -> int:
    """ "1330" as minutes of the day."""
    return int(clock[:2]) * 60 + int(clock[2:])


def _long(match: re.Match[str]) -> str:
    minutes = round(float(next(filter(None, match.groups()))) * 60)
    return f"{_spelled(0, minutes)} " if minutes <= _DAY_LONG else match.group()


def _half_day(match: re.Match[str]) -> str:
    start, end = (_time(match[n])[0] % _NOON + (_NOON if match[n + 1] == "p" else 0) for n in (1, 4))
    return _spelled(start, end) if start < end else match.group()


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def _spelled(start: int, end: int) -> str:
    return f"[{start // 60:02d}{start % 60:02d}-{end // 60:02d}{end % 60:02d}]"


def _span(match: re.Match[str]) -> str:
    """Only the length of a span counts, so a clock without a.m. or p.m. may stand in either half of the day."""
    (start, sure), (end, _) = map(_time, match.groups())
    if not sure and end >= _NOON + 60 and start < _NOON and start + _NOON < end:
        start += _NOON
    if end <= start:
        end += _NOON
    if not sure and start < _MORNING and end <= _NOON:
        start, end = start + _NOON, end + _NOON
    return _spelled(start, end) if start < end <= _DAY_LONG else match.group()


def _time(text: str) -> tuple[int, bool]:
    """(minutes, whether the half of the day is said)."""
    if text.startswith("@"):
        return minutes_of(text[1:]), True
    if len(text) == 4 and text.isdecimal():
        return minutes_of(text), True
    hour, _, minute = text.replace(".", ":").partition(":")
    return int(hour) * 60 + int(minute or 0), int(hour) > 12
