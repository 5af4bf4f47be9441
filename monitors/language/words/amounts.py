"""The figures of a line as they compare across wordings: money, shares, spans of time, counts, days and clocks.

"45 minutes" and "three quarters of an hour" are one amount, so are "two weeks" and "14 days", "twice" and "2 times".
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from monitors.language.words.measure import in_days
from monitors.language.words.patterns import regex

# "Once your sentence is over" counts nothing.
_AS_SOON = regex(
    r"\bonce (?=(?:you|your|they|their|he|she|his|her|it|we|our|the|that|this|these|all|both|approved|inside|there|booked|an? (?!(?:day|week|month|year)\b))\b)"
)
_FREE = regex(
    r"\b(?:free(?! (?:from|to|time|world|speech|will))|costs? (?:\w+ )?nothing|nothing to pay|no (?:cost|charge|fee|payment)\b|without (?:cost|charge|a fee|paying|payment)|on the house|(?:no 1|nobody|do not|does not|don't|never) (?:has to |have to )?pays?|gratis)\b"
)
_OFTEN = regex(r"\b(?:once(?! (?:every|in|each) \d)|twice|thrice)\b")
_TIMES = {"once": "1 times", "twice": "2 times", "thrice": "3 times"}
# "One flight up", "between one Sunday and the next" count nothing.
_NO_ONE = regex(
    r"\b1\b(?! (?:[a-z0-9-]+ ){0,3}?(?:visits?|visitors?|visitations?|times?|sessions?|calls?|persons?|people|adults?|guests?|names?|friends?|relatives?|minutes?|hours?|days?|weeks?|months?|years?|cents?)\b)(?!\.\d|%|\d)"
)
_WEEK = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}")
_AT_ONCE = regex(r"\bat (?:once|(?:any )?1 time)\b")
# "twice within 1 week", "on 2 days out of 7": of how much time something is told.
_PERIOD = regex(
    r"\b(?:a|per|within|in|each|every|any|any given|over|during)(?: any)? 1 (?:week|day|month|year)\b| out of 7\b"
)
_AMOUNT = regex(
    r"(?P<money>\$)?(?P<value>\d+(?:\.\d+)?)(?P<share>%)?(?:[ -](?P<unit>minutes?|hours?|days?|weeks?|months?|years?)\b)?"
)
_A_TIME = regex(
    r"\ban? (?=(?:year|month|week|day|hour) (?:after|before|ahead|later|from|since|in advance|passes|has passed|at (?:the )?most|on the list|without|must)\b)"
)
# "Two to seven days ahead" tells days twice, "the evening before" one day.
_OF_NEXT = regex(
    r"\b(\d+(?:\.\d+)?)(?= ?(?:-|to|or|and) (?:an? |\d+(?:\.\d+)? )(minutes|hours?|days?|weeks?|months?|years?)\b)"
)
_DAY_AHEAD = regex(r"\b(?:the|on the) (?:day|evening|night) (?=before|ahead|prior)|\b(?:the )?previous day\b")
_OF_A_DAY = {"minute": 1 / 1440, "hour": 1 / 24}


@dataclass(frozen=True, slots=True)
class Amount:
    """kind: money, share, time, count, or the day or clock itself; value: dollars, per cent, days or a number."""

    kind: str
    value: float


@lru_cache(maxsize=4096)
def amounts(plain: str) -> tuple[Amount, ...]:
    """The figures of a line in canonical wording; "at one time" is none, "free" is a price."""
    text = _A_TIME.sub("1 ", _AS_SOON.sub(" ", plain))
    text = _DAY_AHEAD.sub("1 day ", _OF_NEXT.sub(r"\1 \2 ", text))
    text = _OFTEN.sub(lambda hit: _TIMES[hit.group()], _PERIOD.sub(" ", _AT_ONCE.sub(" ", text)))
    text = _NO_ONE.sub(" ", text) if " 1 " in f" {text}" else text
    found = [Amount(token, 0.0) for token in _WEEK.findall(text)]
    bare = _WEEK.sub(" ", text)
    found += [_amount(hit) for hit in _AMOUNT.finditer(bare)]
    free = not any(one.kind == "money" for one in found) and _FREE.search(plain) is not None
    return (*found, Amount("money", 0.0)) if free else tuple(found)


def _amount(hit: re.Match[str]) -> Amount:
    value = float(hit["value"])
    if hit["money"] or hit["share"]:
        return Amount("money" if hit["money"] else "share", value)
    if not hit["unit"]:
        return Amount("count", value)
    unit = hit["unit"].rstrip("s")
    return Amount("time", round(value * _OF_A_DAY[unit] if unit in _OF_A_DAY else in_days(value, unit), 5))
