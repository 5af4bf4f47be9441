"""The last moment at which a visit can be booked or a visitor be let in: earlier is a loss, later a gain (S3)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain, joined, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.clock_speech import minutes_of
from monitors.language.words.dates import DATE
from monitors.language.words.patterns import regex
from monitors.language.words.wording import DAYS
from monitors.records import Severity, Topic

_DAY = r"\{(?P<day>mon|tue|wed|thu|fri|sat|sun)\}"
_BY = regex(
    rf"\b(?:by|before|no later than|not later than|until|(?:close[sd]?|(?:is|are) due)(?: on)?)(?: the)?(?: (?:preceding|previous|prior))? (?:@(?P<clock>\d{{4}})(?:,? (?:on |of )?(?:the )?(?:preceding |previous |prior )?{_DAY})?|{_DAY.replace('<day>', '<lone>')}(?! (?:of|in) (?:each|every|the)))"
)
_BOOKS = regex(
    rf"\b(?:{visits.APPOINTMENT}|schedul\w+|book\w*|reserv\w*|regist\w+|sign up|requests?|requested|submit\w*|applications?|call\w*|e-?mail\w*|arranged?)\b"
)
_DESK = regex(r"\b(?:lines?|offices?|desks?|counters?|windows?) (?:is|are|closes?|opens?|ends?)\b")
_VISITS = regex(r"\b(?:visit\w*|sessions?)\b")
_LEFT = regex(
    r"\b(?P<amount>\d+(?:\.\d+)?) (?P<unit>minutes|hours?) (?:before|prior to) (?:the )?(?:end|close|closing|conclusion)\b(?: of)?"
)
_EARLY = regex(
    r"\b(?:arrive|check[- ]in|sign in|be here|report)(?: \w+){0,5} (?P<amount>\d+) (?P<unit>minutes|hours?) (?:before|prior to|early|ahead of|in advance)\b"
)
_ADMITS = regex(
    r"\b(?:process\w*|arriv\w*|check\w*|sign\w*|regist\w*|admit\w*|enter\w*|be (?:here|in)|accepted|let in)\b"
)
# "Requests for holiday visits are due by December 10": of one occasion, and past after it.
_ONE_OCCASION = regex(
    rf"(?:all |the )?(?:requests?|applications?|sign-?ups?|forms?|reservations?|registrations?) (?:for|to) (?:[\w'-]+ ){{0,4}}?visit\w*(?: [\w'-]+){{0,3}}? (?:(?:is|are|must be|should be|need to be) )?(?:due|received|in|submitted|turned in|made|sent(?: in)?|returned|accepted|open)(?: to (?:[\w'-]+ ){{1,3}}?| with (?:[\w'-]+ ){{1,3}}?| )(?:by|before|no later than|until|through) (?:\{{[a-z]+\}},? )?{DATE}(?:,? (?:at |by )?@\d{{4}})?[.!]*"
)
_PASSING = "R3 the last day to ask for visits of one occasion"


def deadline_effects(alignment: Alignment) -> Certain:
    """What lines tell in which nothing but such a moment changed; a last day for one occasion tells nothing."""
    passing = tuple(unit for unit in (*alignment.added, *alignment.removed) if _ONE_OCCASION.fullmatch(unit.plain))
    return joined([of_pairs(alignment, _effect), Certain((), passing, (_PASSING,) if passing else ())])


def _effect(old: Unit, new: Unit) -> Effect | None:
    sign = _by(old.plain, new.plain) or _before_the_end(old.plain, new.plain) or _ahead(old.plain, new.plain)
    words = ("later" if sign > 0 else "earlier",)
    return (
        Effect("S3-deadline", sign, Severity.MINOR, (Topic.SCHEDULE,), (), old.plain, new.plain, words)
        if sign
        else None
    )


def _by(old: str, new: str) -> int:
    """+1 where a booking may be made later in the week or day than before, -1 where it must be made earlier."""
    was, now = (list(_BY.finditer(text)) for text in (old, new))
    if len(was) != 1 or len(now) != 1 or _BY.sub(" ", old) != _BY.sub(" ", new):
        return 0
    if not _BOOKS.search(old) or not _VISITS.search(old) or _DESK.search(old):
        return 0
    first, second = _moment(was[0]), _moment(now[0])
    if first is None or second is None or (first[0] < 0) != (second[0] < 0):
        return 0
    return (second > first) - (second < first)


def _moment(hit: re.Match[str]) -> tuple[int, int] | None:
    """Day of the week, -1 where none is told, and minutes of the day; a day without a clock lasts until its end."""
    day = hit["day"] or hit["lone"]
    return (DAYS.index(day) if day else -1, minutes_of(hit["clock"]) if hit["clock"] else 1440)


def _before_the_end(old: str, new: str) -> int:
    """-1 where visitors must be in a longer time before visiting ends, +1 where a shorter one will do."""
    was, now = _LEFT.search(old), _LEFT.search(new)
    if was is None or now is None or _LEFT.sub(" ", old) != _LEFT.sub(" ", new) or not _ADMITS.search(old):
        return 0
    if not _VISITS.search(old):
        return 0
    first, second = (_minutes(hit) for hit in (was, now))
    return (first > second) - (first < second)


def _ahead(old: str, new: str) -> int:
    """-1 where visitors must come a longer time before their visit, +1 where a shorter one will do."""
    was, now = _EARLY.search(old), _EARLY.search(new)
    if was is None or now is None or _EARLY.sub(" ", old) != _EARLY.sub(" ", new) or not _VISITS.search(old):
        return 0
    first, second = (float(hit["amount"]) * (60 if hit["unit"].startswith("hour") else 1) for hit in (was, now))
    return (second < first) - (second > first)


def _minutes(hit: re.Match[str]) -> float:
    return float(hit["amount"]) * (1 if hit["unit"] == "minutes" else 60)
