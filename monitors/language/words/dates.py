"""The single days that a text names, by date or by holiday: "December 25", "7/4", "Thanksgiving", "this weekend"."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.words.patterns import regex

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
# One date as a pattern, for lines that hold one: "march 14, 2026", "3/14".
DATE = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?20\d\d)?|\d{{1,2}}/\d{{1,2}}(?:/(?:20)?\d\d)?)"
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|:\d|\.\d| ?(?:minutes|hours|days|adults|people|child|%|a\.|p\.))"
_ALSO = r"(?:(?: ?(?:,|&|-|/|to|through|thru|until)| and| or|, and|, or) (?:the )?(?:{[a-z,]+},? )?)"
_DATE = regex(rf"\b(?P<month>{MONTH}) (?:the )?(?P<days>{_DAY_NUMBER}(?:(?:{_ALSO}|-){_DAY_NUMBER}(?! ?[a-z]*day))*)")
_BEFORE_MAY = regex(
    r"(?:^|[,}:|&(]|\b(?:on|and|or|through|from|to|until|of|by|effective|resumes?|re-?opens?|re-?starts?|starts?|begins?|ends?|stops?|cancel+ed|suspended|closed|held|paused)) ?$"
)
_DAY_OF = regex(rf"\b(?P<day>first|\d{{1,2}}(?:st|nd|rd|th)) (?:day )?of (?P<month>{MONTH})(?![a-z])(?! (?:\d|of\b))")
_NUMBERED = regex(r"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])(?:/(?:20)?\d\d)?\b")
SPAN = regex(r"\b(?:through|thru|until|till)\b|\d ?- ?(?:\d|[a-z]{3})|\bto (?:\{|[a-z]{3,9}\.? \d)|\bfrom\b")
_LONGEST_SPAN = 16  # days; a longer stop is no matter of single days
# Each holiday by the day of the year on which it falls, or by name and the month in which it moves.
_HOLIDAYS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(rf"\b(?:{name})\b"), day)
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
HOLIDAY = "|".join(pattern.pattern.removeprefix(r"\b(?:").removesuffix(r")\b") for pattern, _ in _HOLIDAYS)
ANY_HOLIDAY = regex(r"\bholidays?\b(?! inn)")
FIXED = frozenset(("12-24", "12-25", "12-31", "1-1", "7-4", "6-19", "11-11", "holidays"))
SOON = regex(r"\b(?:this|next) (?:weekend|\{[a-z,]+\})")
_DATE_NEXT = regex(rf",? ?(?:\(?(?:{MONTH} \d|\d{{1,2}}/\d|the \d+(?:st|nd|rd|th))|\d{{1,2}} {MONTH})")
# From a date on, or the date of the page itself.
_LASTING = regex(
    r"\b(?:effective|beginning|starting|as of|from now on|since|until further|permanent\w*|new (?:visit\w* )?(?:hours|schedule|times)|revis\w+|updated|last update|reviewed|posted|printed|approved|each (?!holiday)|every (?!holiday)|weekly|begins? on|starts? on)\b"
)


def dates_in(text: str) -> list[str]:
    """Every date as "month-day"."""
    found = []
    for hit in _DATE.finditer(text):
        counted = text[hit.end() :].startswith(" visit") or not _BEFORE_MAY.search(text[: hit.start()])
        if hit["month"] == "may" and counted:
            continue  # "no visitor may 2 days in a row"
        month = _MONTHS.index(hit["month"][:3]) + 1
        found += [f"{month}-{int(day)}" for day in re.findall(r"\d+", hit["days"]) if int(day) <= 31]
    for hit in _DAY_OF.finditer(text):
        found.append(f"{_MONTHS.index(hit['month'][:3]) + 1}-{int(re.sub(r'[a-z]', '', hit['day']) or 1)}")
    return found + [f"{int(hit['month'])}-{int(hit['day'])}" for hit in _NUMBERED.finditer(text)]


def written(date: str) -> str:
    """A "month-day" as people write it: "Mar 10"."""
    month, day = date.split("-")
    return f"{_MONTHS[int(month) - 1].capitalize()} {day}"


def days_named(text: str) -> frozenset[str]:
    """The days named; a holiday that moves says only why where a date in its month stands beside it."""
    told = dates_in(text)
    months = {date.split("-")[0] for date in told}
    named = [day for pattern, day in _HOLIDAYS if pattern.search(text)]
    found = [*told, *(day for day in named if " " not in day or day.split()[0] not in months)]
    if not found and ANY_HOLIDAY.search(text):
        found = ["holidays"]
    return frozenset(found or SOON.findall(text))


_OWN_HOURS = regex(
    rf"[;,.(]? ?(?:\b(?:on|and|but|except) )*(?:\{{[a-z,]+\}},? )?\b(?:{MONTH} {_DAY_NUMBER}|\d{{1,2}}/\d{{1,2}}|{HOLIDAY}|holidays?)[^;.{{\[]{{0,40}}\[\d{{4}}-\d{{4}}\](?: only)?\)?"
)


# "Every Saturday, Sunday and state holiday: 8 to 11": the hours of these days, too.
_WITH_DAYS = regex(r"\},? (?:and|or|&)(?: (?!on\b|only\b)[a-z]+){0,2}$")
_AND = regex(r",? ?(?:and|or|&) (?!on\b|only\b)")


def _with_days(ahead: str, said: str) -> bool:
    """Whether a holiday's hours are those of the weekdays just before it."""
    return _WITH_DAYS.search(ahead) is not None or (ahead.endswith("}") and _AND.match(said) is not None)


# "Seven days a week, including county holidays, 9 to 11": the hours are those of the week.
_INCLUDED = regex(r",? ?\b(?:also |even )?includ\w+ (?:on )?(?:\w+ ){0,2}holidays?\b,?")


def without_single_days(text: str) -> tuple[str, str]:
    """A text without what it says of the hours of single days, and that."""
    text = _INCLUDED.sub(" ", text)
    if "[" not in text or _LASTING.search(text):
        return text, ""
    own = [hit for hit in _OWN_HOURS.finditer(text) if not _with_days(text[: hit.start()], hit.group())]
    rest = text
    for hit in reversed(own):
        rest = rest[: hit.start()] + rest[hit.end() :]
    return rest, "; ".join(hit.group() for hit in own)


def of_one_day(text: str) -> bool:
    """Whether the clocks of a text are of single days that it names, so that they are none of every week."""
    if not (("[" in text or "@" in text) and days_named(text)) or _LASTING.search(text):
        return False
    undated = (hit for hit in re.finditer(r"\{[a-z,]+\}", text) if not _DATE_NEXT.match(text, hit.end()))
    return not too_long(text, days_named(text)) and not any(_no_holidays_own(text, hit) for hit in undated)


def _no_holidays_own(text: str, day: re.Match[str]) -> bool:
    """Whether a day of the week stands for itself, neither in a holiday's name nor behind "this" or a date."""
    around = text[max(0, day.start() - 14) : day.end()]
    return not re.search(
        rf"(?:good|easter|this|next|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, 20\d\d)?,?) \(?\{{[a-z]+\}}$", around
    )


def too_long(text: str, days: Iterable[str]) -> bool:
    """Whether it names a span of more than two weeks and a weekend."""
    spots = sorted({(int(m) - 1) * 31 + int(d) for m, d in re.findall(r"\b(\d+)-(\d+)\b", " ".join(days))})
    if not SPAN.search(text) or len(spots) < 2:
        return False
    return min(spots[-1] - spots[0], 12 * 31 - spots[-1] + spots[0]) > _LONGEST_SPAN
