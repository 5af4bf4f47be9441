"""A stop of visits that lasts longer or shorter, and a day of return that is put off or brought forward.

"Visits are suspended through March 10." became "… through March 31.": one day alone moved, which the reader takes for a
page's own date. Told where nothing else in the line changed. That visits "have resumed" which the old line said would
resume tells nothing (R3).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import MONTH, dates_in, written
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_OF_VISITS = regex(r"\b(?:visits?|visiting|visitation|visitors)\b")
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})\b")
_NO_PUBLIC = regex(
    rf"\b(?:{visits.LEGAL}|tours?|volunteers?|appl(?:y|ications?)|sign(?:ed)? up|regist\w+|book\w*|schedul\w+)\b"
)
_STOP_UNTIL = regex(
    rf"\b(?:suspend\w*|suspension|cancel+\w*|halted|paused|on hold|closed|stopped|quarantined?|lockdown|no (?:[\w-]+ ){{0,2}}(?:visit\w*))\b.*\b(?:until|till|through|thru|to(?= (?:\{{|{MONTH}\b|\d)))\b|\b(?:until|till|through|thru)\b.*\b(?:suspended|cancel+ed|closed|no (?:[\w-]+ ){{0,2}}visit\w*)\b"
)
_RETURN = r"(?:resum(?:e|es|ed|ing|ption)|re-?open(?:s|ed|ing)?|re-?start(?:s|ed|ing)?|return(?:s|ed|ing)?|restored|(?:be|is|are|was|were) back|begins? again|open again)"
_RETURNS = regex(rf"\b{_RETURN}\b")
_HAS_RETURNED = regex(rf"\b(?:has|have|is|are) (?:now |been |fully )?(?:{_RETURN}|back|resumed|open again)\b")
_TURNED = regex(r"\b(?:not|never|no longer|unless|except|postpon\w+|delay\w+|instead)\b")
_DAY = regex(
    rf"(?:,? ?\b(?:on|starting|beginning|effective|from|as of|by) )?(?:\{{[a-z,]+\}},? )?(?:\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\b\d{{1,2}}/\d{{1,2}})(?:(?:,|/) ?(?:20)?\d\d)?\b|(?:\bon )?\{{[a-z]+\}}"
)
_ENDS = 2  # days that a span names
# "No visits July 8-15."
_FOR = regex(rf"\b{MONTH} \d{{1,2}}(?: ?- ?| (?:to|through|thru|until) )(?:{MONTH} )?\d{{1,2}}\b(?:, 20\d\d)?")
_NOT_HELD = regex(r"\bnot (?=(?:be )?held\b)")
_STOP_FOR = regex(
    rf"\b(?:(?:suspend|cancel+)ed|halted|paused|closed|stopped|not (?:be )?held|no (?:[\w-]+ ){{0,2}}visit\w*)\b.*{_FOR.pattern}|{_FOR.pattern}.*\b(?:(?:suspend|cancel+)ed|closed|no (?:[\w-]+ ){{0,2}}visit\w*)\b"
)
# "As of January 9, visitation is still suspended": the day of the line itself.
_GOES_ON = regex(r"\bas of\b.*\b(?:still|remains?|continues?)\b")
_YEAR = regex(r"\b20\d\d\b")
_INSTEAD = regex(r",? (?:instead of|rather than|up from|down from) [^.;,]{1,60}(?=[.;,]|$)")
_AUXILIARY = regex(r"\b(?:will|may|has|have|is|are|been|be|now|again|fully|to|set|expected|scheduled)\b|,")
_YEAR_DAYS, _LONG = 12 * 31, 16  # a closure of two weeks and a weekend is minor (S3)


def put_off_lines(alignment: Alignment) -> Certain:
    """What lines tell in which nothing but the last day of a stop, or the day of return, moved."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    why: list[str] = []
    for old, new in alignment.pairs:
        if not all(_public(unit) for unit in (old, new)):
            continue
        days = _moved(old.plain, new.plain)
        if days:
            effects.append(_effect(days, old, new))
        elif _came_true(old.plain, new.plain) or _without_the_old(old.plain, new.plain):
            why.append("R3 what was announced has come")
        else:
            continue
        lines += [old, new]
    return Certain(tuple(effects), tuple(lines), tuple(dict.fromkeys(why)))


def _public(unit: Unit) -> bool:
    return not unit.row and _OF_VISITS.search(unit.plain) is not None and _NO_PUBLIC.search(unit.plain) is None


def _moved(old: str, new: str) -> int:
    """By how many days the one day of a line moved, 0 where that is not all that did."""
    was, now = dates_in(old), dates_in(new)
    if (
        len(was) == len(now) == _ENDS
        and was[0] == now[0]
        and _STOP_FOR.search(new)
        and not _TURNED.search(_NOT_HELD.sub("", new))
    ):
        was, now, alike = was[1:], now[1:], _bare_of(_FOR, old) == _bare_of(_FOR, new)
    else:
        alike = bool(_STOP_UNTIL.search(new) or _RETURNS.search(new)) and _bare_of(_DAY, old) == _bare_of(_DAY, new)
        alike = alike and not _TURNED.search(new)
    if len(was) != 1 or len(now) != 1 or not alike or _GOES_ON.search(new):
        return 0
    years = [int(hit.group()) for hit in map(_YEAR.search, (old, new)) if hit]
    days = _spot(now[0]) - _spot(was[0])
    if len(years) == 2 and years[0] != years[1]:
        return days + (years[1] - years[0]) * _YEAR_DAYS
    return (days + _YEAR_DAYS // 2) % _YEAR_DAYS - _YEAR_DAYS // 2  # "December 28" to "January 4" is a week


def _bare_of(days: re.Pattern[str], plain: str) -> tuple[str, ...]:
    return concepts(days.sub(" ", plain))


def _spot(date: str) -> int:
    month, day = date.split("-")
    return int(month) * 31 + int(day)


def _came_true(old: str, new: str) -> bool:
    """Whether visits have resumed of which the old line named the day, in the same words."""
    if not _DAY.search(old) or _HAS_RETURNED.search(old) or not _HAS_RETURNED.search(new) or not _RETURNS.search(old):
        return False
    return not _TURNED.search(f"{old} {new}") and _bare(old) == _bare(new)


def _without_the_old(old: str, new: str) -> bool:
    """Whether a line lost what it set its rule against, and nothing else: "two visits a week instead of one"."""
    kept = _INSTEAD.sub("", old)
    return kept != old and concepts(_AUXILIARY.sub(" ", kept)) == concepts(_AUXILIARY.sub(" ", new))


def _bare(plain: str) -> tuple[str, ...]:
    return concepts(_AUXILIARY.sub(" ", _RETURNS.sub(" resume ", _DAY.sub(" ", plain))))


def _effect(days: int, old: Unit, new: Unit) -> Effect:
    topics = (Topic.SUSPENSION, *((Topic.IN_PERSON,) if _IN_PERSON.search(new.plain) else ()))
    level = Severity.MAJOR if abs(days) > _LONG else Severity.MINOR
    words = (" -> ".join(written(dates_in(unit.plain)[-1]) for unit in (old, new)),)
    return Effect("S8-day", -1 if days > 0 else 1, level, topics, (), old.plain, new.plain, words)
