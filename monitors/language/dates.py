"""The single days that a text names, by date or by holiday: "December 25", "7/4", "Thanksgiving", "this weekend"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|:|\.\d| ?(?:minutes|hours|days|visit|adults|people|child|%|a\.|p\.))"
_ALSO = r"(?:(?: ?(?:,|&|-|/|to|through|thru|until)| and| or|, and|, or) (?:the )?(?:{[a-z,]+},? )?)"
_DATE = re.compile(
    rf"\b(?P<month>{MONTH}) (?:the )?(?P<days>{_DAY_NUMBER}(?:(?:{_ALSO}|-){_DAY_NUMBER}(?! ?[a-z]*day))*)"
)
_BEFORE_MAY = re.compile(r"(?:^|[,}:|&(]|\b(?:on|and|or|through|from|to|until|of)) ?$")
_NUMBERED = re.compile(r"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])(?:/(?:20)?\d\d)?\b")
SPAN = re.compile(r"\b(?:through|thru|until|till)\b|\d ?- ?(?:\d|[a-z]{3})|\bto (?:\{|[a-z]{3,9}\.? \d)|\bfrom\b")
_LONGEST_SPAN = 16  # days; a longer stop is no matter of single days
# Each holiday by the day of the year on which it falls, or by name and the month in which it moves.
_HOLIDAYS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{name})\b"), day)
    for name, day in (
        (r"christmas eve", "12-24"),
        (r"christmas(?! eve)(?: day)?", "12-25"),
        (r"new year'?s? eve", "12-31"),
        (r"new year'?s?(?! eve)(?: day)?", "1-1"),
        (r"independence day|(?:4th|fourth) of july", "7-4"),
        (r"juneteenth", "6-19"),
        (r"veterans'? day", "11-11"),
        (r"(?:day after|friday after|\{fri\} after) thanksgiving", "11 after thanksgiving"),
        (r"(?<!after )thanksgiving(?: day)?", "11 thanksgiving"),
        (r"labor day", "9 labor day"),
        (r"memorial day", "5 memorial day"),
        (r"(?:martin luther king|mlk)[\w., ']{0,8}(?: day)?", "1 king"),
        (r"presidents'? day", "2 presidents"),
        (r"(?:columbus|indigenous peoples'?) day", "10 columbus"),
        (r"easter(?: sunday| \{sun\})?", "4 easter"),
        (r"good friday|good \{fri\}", "4 good friday"),
        (r"mothers?'?s? day", "5 mothers"),
        (r"fathers?'?s? day", "6 fathers"),
    )
)
ANY_HOLIDAY = re.compile(r"\bholidays?\b(?! inn)")
FIXED = frozenset(("12-24", "12-25", "12-31", "1-1", "7-4", "6-19", "11-11", "holidays"))
SOON = re.compile(r"\b(?:this|next) (?:weekend|\{[a-z,]+\})")


def dates_in(text: str) -> list[str]:
    """Every date as "month-day"."""
    found = []
    for hit in _DATE.finditer(text):
        if hit["month"] == "may" and not _BEFORE_MAY.search(text[: hit.start()]):
            continue  # "no visitor may 2 days in a row"
        month = _MONTHS.index(hit["month"][:3]) + 1
        found += [f"{month}-{int(day)}" for day in re.findall(r"\d+", hit["days"]) if int(day) <= 31]
    return found + [f"{int(hit['month'])}-{int(hit['day'])}" for hit in _NUMBERED.finditer(text)]


def days_named(text: str) -> frozenset[str]:
    """The days named; a holiday that moves says only why where a date in its month stands beside it."""
    told = dates_in(text)
    months = {date.split("-")[0] for date in told}
    named = [day for pattern, day in _HOLIDAYS if pattern.search(text)]
    found = [*told, *(day for day in named if " " not in day or day.split()[0] not in months)]
    if not found and ANY_HOLIDAY.search(text):
        found = ["holidays"]
    return frozenset(found or SOON.findall(text))


def too_long(text: str, days: Iterable[str]) -> bool:
    """Whether it names a span of more than two weeks and a weekend."""
    spots = sorted({(int(m) - 1) * 31 + int(d) for m, d in re.findall(r"\b(\d+)-(\d+)\b", " ".join(days))})
    if not SPAN.search(text) or len(spots) < 2:
        return False
    return min(spots[-1] - spots[0], 12 * 31 - spots[-1] + spots[0]) > _LONGEST_SPAN
