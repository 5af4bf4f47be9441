"""Weekdays by their letters, as a line on a web page has them: "M/W/F/Su, 1500-2100", "M-F 9-5", "TTh".

Letters are days only beside a clock, or behind a word of days: "Pods T, W and F" and "forms A-F" are none. Read before
the text is put into small letters.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words.patterns import regex

_NAMES = {
    "M": "Mon", "T": "Tue", "Tu": "Tue", "W": "Wed", "Th": "Thu", "R": "Thu", "F": "Fri", "Sa": "Sat", "S": "Sat", "Su": "Sun",
}  # fmt: skip
_LETTER = r"(?:Tu|Th|Sa|Su|[MTWRFS])"
_JOIN = r"(?: ?/ ?|, ?| ?& ?| and | ?[-–] ?)"
_CLOCK_AHEAD = r"(?=[,:;]? *(?:from |at |\| ?)?(?:\d{1,2}(?::?\d\d)?\b(?! ?(?:%|\$|st|nd|rd|th\b|days|visit))|noon))"
_BEHIND_DAYS = r"(?:(?<=[Dd]ays: )|(?<=[Dd]ays\? )|(?<=[Hh]ours: )|(?<=[Vv]isits: )|(?<=[Vv]isiting: ))"
_SET = regex(
    rf"(?:(?<![\w/&'.-]){_LETTER}(?:{_JOIN}{_LETTER})+{_CLOCK_AHEAD}|{_BEHIND_DAYS}{_LETTER}(?:{_JOIN}{_LETTER})+(?![\w/&'-]))"
)
# Written together only in these orders: "MF" may be anybody's name.
_TOGETHER = regex(rf"(?<![\w/&'.-])(?:MTW(?:Th|R)F(?:S(?:a?Su?)?)?|MWF|T(?:Th|R)|MTWTF|SaSu){_CLOCK_AHEAD}")
_LETTERS = re.compile(_LETTER)
_HAS = re.compile(r"[MTWRFS]\w?(?: ?[/&,–-] ?|(?=[TWRFS])| and )(?:[TWRFMS])")
_OF_NAMES = regex(
    r"(?i:\b(?:names?|pods?|units?|wings?|dorms?|blocks?|tiers?|initials?|letters?|levels?|cells?|forms?|floors?|sections?|beginning with|through|to)[:,]? $)"
)
_RANGE = regex(r"(?P<first>[MTWRFS]) ?[-–] ?(?P<last>[MTWRFS])")


def day_letters_named(text: str) -> str:
    """The text with such letters as days: "Mon/Wed/Fri/Sun, 1500-2100"."""
    if _HAS.search(text) is None:
        return text
    text = _TOGETHER.sub(lambda hit: "/".join(_NAMES[one] for one in _split(hit[0])), text)
    return _SET.sub(_named, text)


def _named(hit: re.Match[str]) -> str:
    span = _RANGE.fullmatch(hit[0])
    # "M-S" may be last names as well; "M-F", backwards in the alphabet, are days.
    if (span and span["first"] <= span["last"]) or _OF_NAMES.search(hit.string[: hit.start()]):
        return hit[0]
    return _LETTERS.sub(lambda one: _NAMES[one[0]], hit[0]).replace("&", "/")


def _split(letters: str) -> list[str]:
    """ "MTWTF" has two T: the one behind a W is Thursday."""
    return _LETTERS.findall(letters.replace("WTF", "WThF"))
