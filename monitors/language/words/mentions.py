"""Every figure a text mentions, with its unit: what the learned reader binds to a term of visiting.

A mention is a number, price, share or clock of the canonical wording, or a word that stands for a figure ("free", "no
limit"). Which term it belongs to is not decided here.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from monitors.language.words.measure import in_days
from monitors.language.words.patterns import regex

_TOKEN = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|\$\d+(?:\.\d+)?|\d+(?:\.\d+)?%?|[^\W\d_]+(?:'[^\W\d_]+)?|\S")
_NUMBER = regex(r"(\$?)(\d+(?:\.\d+)?)(%?)$")
PHONE_NUMBER = regex(
    r"(?<![\d$.-])(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}(?![\d%])(?:,? (?:x|ext\.?|extension|option) ?\d+)?"
)
_FREE = regex(
    r"\b(?:(?:no|without(?: a| any)?) (?:[a-z]+ )?(?:charge|cost|fee)s?|free of (?:charge|cost)|free|at no (?:charge|cost)|costs? nothing|cost nothing|nothing to pay|complimentary|gratis|gratuit[oa]s?|sin (?:costo|cargo)|fee is waived|charge is waived|(?:fees?|charges?|prices?) (?:is|are|was|were|has been|have been) (?:waived|dropped|abolished)|(?:at )?(?:no|zero|0) (?:expense|cost)|on the house|on us(?=[ .,;]|$)|at (?:the [a-z]+'s|our|public) (?:expense|cost)|not (?:a|one|1) (?:cent|penny|dime)|nothing)\b"
)
_NO_LIMIT = regex(
    r"\b(?:no (?:[a-z]+ )?(?:limit|cap|ceiling|maximum|minimum)|unlimited|any number|any age|all ages|no age limit|of every age|whatever (?:his|her|their|your|its) age|"
    r"as (?:many|often|long|much|frequently|large)(?: [a-z]+){0,6}? as|(?:when|how)ever (?:often |long |many )?(?:you|they|he|she|families) (?:like|want|wish|please|choose)|without (?:a |any )?(?:limit|number|end|ceiling)|"
    r"(?:has|have|with|in) no (?:number|clock|end)|sin límite)\b"
)
_NONE = regex(
    r"\b(?:no|none|zero|nil)\b(?= (?:minimum|guarantee|commission|share|bonus|wait|notice|appointment|part|portion|percentage|revenue|visits?)\b)"
)
_NOW = regex(
    r"\b(?:same[- ]day|at once|right away|straight away|immediately|at any time|without (?:delay|waiting)|no wait(?:ing)?|on arrival|from the first day)\b"
)
_A_TIME = regex(r"\b(?:an? (?:full |whole )?|(?:the|your|their|his|her) first )(?=(?:day|week|month|year)\b)")
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_EVERY_OTHER = regex(r"\b(?:every (?:other|second)|alternate|alternating) (?=week|weekend|\{)")
_UNITS = {
    "minute": "minute", "minutes": "minute", "min": "minute", "minutos": "minute", "hour": "hour", "hours": "hour", "hrs": "hour", "horas": "hour", "hora": "hour",
    "day": "day", "days": "day", "días": "day", "dias": "day", "día": "day", "week": "week", "weeks": "week", "semanas": "week", "semana": "week", "month": "month",
    "months": "month", "meses": "month", "mes": "month", "year": "year", "years": "year", "años": "year", "año": "year", "percent": "%", "miles": "mile", "mile": "mile",
}  # fmt: skip
_BETWEEN = frozenset(["full", "calendar", "business", "consecutive", "whole", "clear", "working", "more", "-"])


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure: its value, unit ("$", "%", "minute" … "year", "mile", "" for a bare count, or what a word
    stands for: "free", "none", "now", "unlimited", "other"), and the
    tokens that hold it, as a half-open range. per: what a price is for, "minute" or "visit"; usual: it is called the
    regular price; past: of two figures, "from 30% to 10%", the one that no longer holds."""

    value: float
    unit: str
    start: int
    end: int
    per: str = ""
    usual: bool = False
    past: bool = False


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words, figures and marks of a canonical text, in order."""
    return tuple(_TOKEN.findall(text))


_DATE = regex(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/%])(?! (?:hours?|miles?|days?|inch))")  # "6/1"


@lru_cache(maxsize=8192)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every figure of a canonical text, in order."""
    found = tokens(text)
    dialled = [*_phrases(text, PHONE_NUMBER, "phone", ()), *_phrases(text, _DATE, "date", ())]
    hits = [m for i in range(len(found)) if (m := _number(found, i)) is not None and not _within(m, dialled)]
    for pattern, unit in ((_FREE, "free"), (_NO_LIMIT, "unlimited"), (_NONE, "none"), (_NOW, "now"),
                          (_EVERY_OTHER, "other"), (_A_TIME, "a")):  # fmt: skip
        hits += _phrases(text, pattern, unit, hits)
    return tuple(_moved(found, sorted(hits, key=lambda mention: mention.start)))


def _within(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(other.start <= mention.start < other.end for other in others)


_MOVES = regex(
    r"(?:ris|rais|drop|fall|fell|cut|lower|reduc|increas|chang|go|went|lift|lengthen|shorten|trim|boost|hik|mov|up|down)\w*$"
)
_UNIT_WORDS = frozenset(_UNITS) | {
    "a",
    "an",
    "per",
    "each",
    "every",
    "for",
    "visit",
    "session",
    "of",
    "people",
    "visits",
}
# What says that a figure holds no more, before it ("up from 20", "it was 20") or behind it ("20 until now").
_PAST_BEFORE = regex(
    r"(?:\b(?:was|were|been|used to (?:be|cost|last|have|get|pay|keep|take)|formerly|previously|(?:until|till|up to) now|so far|instead of|"
    r"in place of|rather than|no longer|up from|down from|compared (?:with|to))(?: (?:,|just|only|a|an|the|at|of|for|about)){0,3}|\(was:?|, not)$"
)
_PAST_BEHIND = regex(
    r"(?:[a-z]+ ){0,3}(?:(?:until|till) (?:now|then|last)|previously|formerly|as before|before (?=[.,;)]|$)|before$|(?:was|were) enough)"
)
_LINKED = regex(r"(?:to|be|is|are|was|were|now|than|only|just|becomes?|stays?|at|or)$")
_AFTER_LINKED = frozenset(
    ["from", "on", "as", "after", "beginning", "starting", "effective", "when", "if", "and", "but", "until"]
)
_WITH_UNIT = frozenset(["$", "%", "minute", "hour", "day", "week", "month", "year"])


def _moved(found: Sequence[str], hits: Sequence[Mention]) -> list[Mention]:
    """The figures, those that hold no more marked as past where another of their unit holds: "raised from 21 to 28
    cents", "45 minutes (were 30)"; a bare one of a pair has the unit of the other."""
    told = _united(found, hits)
    moving = any(_MOVES.match(word) for word in found)
    for i, (was, now) in enumerate(pairwise(hits)):
        between = found[was.end : now.start]
        if (
            not moving
            or found[was.start - 1 : was.start] != ("from",)
            or "to" not in between
            or now.start - was.end > 6
        ):
            continue
        if all(word in _UNIT_WORDS or word in ("to", "down", "up", "just", "only") for word in between):
            unit, per = was.unit or now.unit, was.per or now.per
            told[i] = replace(was, unit=unit, per=per, past=True)
            told[i + 1] = replace(told[i + 1], unit=now.unit or unit, per=now.per or per)
    for i, one in enumerate(told):
        if not one.past and one.unit in (*_WITH_UNIT, "") and _over(found, one) and _holding(told, one):
            told[i] = replace(one, past=True)
    return told


def _over(found: Sequence[str], one: Mention) -> bool:
    before = " ".join(found[max(0, one.start - 6) : one.start])
    return bool(_PAST_BEFORE.search(before) or _PAST_BEHIND.match(" ".join(found[one.end : one.end + 7])))


def _holding(told: Sequence[Mention], one: Mention) -> bool:
    """Whether another figure of the same unit is told that may hold."""
    return any(
        other is not one and not other.past and other.unit == one.unit and other.value != one.value for other in told
    )


def _united(found: Sequence[str], hits: Sequence[Mention]) -> list[Mention]:
    """The figures, bare ones that are told beside one with a unit given that: "now 31 cents, falls to 15"."""
    told = list(hits)
    for i, one in enumerate(told):
        if one.unit or one.end - one.start != 1 or not _bare(found, one):
            continue
        known = told[i - 1] if i and told[i - 1].unit in _WITH_UNIT and one.start - told[i - 1].end < 15 else None
        if found[one.start - 1] == "to" and known and not any(map(_MOVES.match, found[known.end : one.start])):
            continue
        if known is not None:
            told[i] = _in_unit(one, known)
    return told


def _bare(found: Sequence[str], one: Mention) -> bool:
    """Whether a figure stands for something told before: after a word such as "to" or "is", with no noun behind it."""
    if one.start == 0 or not _LINKED.match(found[one.start - 1]):
        return False
    behind = found[one.end : one.end + 1]
    return not behind or (not behind[0][0].isalnum() and behind[0][0] not in "{[@$-:") or behind[0] in _AFTER_LINKED


def _in_unit(one: Mention, known: Mention) -> Mention:
    if known.unit == "$":
        return replace(
            one, value=one.value / 100 if known.value < 1 <= one.value else one.value, unit="$", per=known.per
        )
    if known.unit == "minute" and known.value % 60 == 0 and one.value < 8:
        return replace(one, unit="hour")
    return replace(one, unit=known.unit)


def _number(found: Sequence[str], i: int) -> Mention | None:
    if found[i] in _TIMES:
        return Mention(_TIMES[found[i]], "", i, i + 1)
    match = _NUMBER.match(found[i])
    if match is None:
        return None
    unit = match.group(1) or match.group(3)
    if not unit:
        unit = _unit_after(found, i) or _unit_before(found, i)
    if unit != "$":
        return Mention(float(match.group(2)), "" if _WORKED.match(" ".join(found[i + 2 : i + 4])) else unit, i, i + 1)
    per = _PER.match(" ".join(found[i + 1 : i + 5]))
    usual = _USUAL.search(" ".join(found[max(0, i - 8) : i])) is not None
    said = ("minute" if per.group(1).startswith("min") else "visit") if per else ""
    if not per and _METERED.search(" ".join(found[max(0, i - 8) : i])):
        said = "minute"
    return Mention(float(match.group(2)), unit, i, i + 1, said, usual)


def _unit_after(found: Sequence[str], i: int) -> str:
    """The unit of "30 days", "30 full days" and, of time alone, "30 quiet days"."""
    following = [word for word in found[i + 1 : i + 5] if word not in _BETWEEN]
    if following and following[0] in _UNITS:
        return _UNITS[following[0]]
    told = len(following) > 1 and following[0].isalpha() and following[0] not in _NO_QUALITY
    return _UNITS.get(following[1], "") if told and following[1] in _LONG else ""


def _unit_before(found: Sequence[str], i: int) -> str:
    """The unit that a label names: "minutes: 45", "days from intake to a visit | 3 | 8"."""
    if i < 2 or found[i - 1] not in (":", "=", "|"):
        return ""
    return next((_UNITS[word] for word in (found[i - 2], found[0]) if word in _LONG), "")


_LONG = frozenset(["minutes", "hours", "days", "weeks", "months", "years"])
# What stands between a count and a unit that is not the count's.
_NO_QUALITY = frozenset([
    "visit", "visits", "session", "sessions", "call", "calls", "people", "persons", "adults", "children", "visitors", "of", "in", "for", "to", "or",
    "and", "a", "an", "the", "per", "each", "every", "at", "on", "than", "by", "from", "is", "are", "with", "after", "before", "within", "times",
])  # fmt: skip


# "Four hours of training" are nobody's visit; "sold by the minute, at 16 cents" is a price for one.
_WORKED = regex(r"of (?:training|instruction|service|work|class|sleep|footage|recording)")
_METERED = regex(r"\bby the minute\b(?: [,:-])?(?: (?:and|at|it|is|are|costs?|for|each)){0,4}$")
# What a price is for, and the price that follows an introductory one.
_PER = regex(r"(?:for |/ )?(?:(?:a|an|per|each|every|the|1) )*(minutes?|min|visit|session|sitting)\b")
_USUAL = regex(r"\b(?:regular|standard|normal|usual) (?:price|rate|charge|fee)(?: \w+){0,6}$")


def _phrases(text: str, pattern: re.Pattern[str], unit: str, taken: Sequence[Mention]) -> list[Mention]:
    hits = []
    for match in pattern.finditer(text):
        start = len(_TOKEN.findall(text[: match.start()]))
        end = start + len(_TOKEN.findall(match.group()))
        if not any(m.start < end and start < m.end for m in taken):
            if unit == "a":
                hits.append(Mention(1.0, text[match.end() :].split()[0].rstrip(".,;:)"), start, end + 1))
            else:
                hits.append(Mention({"unlimited": -1.0, "other": 0.5}.get(unit, 0.0), unit, start, end))
    return hits


_DAYS = ("hour", "day", "week", "month", "year")
_MINUTES = {"minute": 1.0, "hour": 60.0}
_PER_MONTH = {"visits_per_month": 2.0, "visit_weekends_per_month": 2.0}


def in_unit_of(mention: Mention, name: str) -> float | None:
    """The mention's value in the unit of a fact; -1 = unlimited; None when it can't be a value of that fact."""
    value, unit = mention.value, mention.unit
    if unit == "unlimited":
        return 0.0 if name == "min_age" else -1.0
    if unit == "other":
        return _PER_MONTH.get(name)
    if unit == "now":
        return 0.0 if name == "booking_lead_hours" or "days" in name else None
    if unit in ("free", "none"):
        return None if name in ("visit_minutes", "visit_minutes_max") else 0.0
    if "_usd" in name:
        return value if unit == "$" else None
    if name == "commission_pct":
        return value if unit == "%" else None
    if name == "distance_miles":
        return value if unit == "mile" else None
    if name.startswith("visit_minutes"):
        return value * _MINUTES[unit] if unit in _MINUTES else None
    if name == "booking_lead_hours":
        return value / 60 if unit == "minute" else _scaled(value, unit, 24.0)
    if name in ("schedule_hours_per_week", "inperson_hours_per_week_cap"):
        return value if unit in ("hour", "") else None
    if "days_without" in name or name in ("waiting_days", "wait_days_friends", "list_lock_days"):
        return _scaled(value, unit, 1.0)
    if name == "visit_days_per_week":
        return value if unit in ("day", "") else None
    if name == "min_age":
        return value if unit in ("", "year") else None
    return value if unit == "" else None


def _scaled(value: float, unit: str, day: float) -> float | None:
    return round(in_days(value, unit) * day, 6) if unit in _DAYS else None


_CLOCK = regex(r"\[(\d\d)(\d\d)-(\d\d)(\d\d)\]$")


def week(text: str) -> tuple[float, float]:
    """(days, hours) a week that a canonical text's day sets and clock ranges come to, for comparing two wordings of one
    row: each clock range counts for the days named last before it, one day where none is."""
    days, hours, current, pending = 0.0, 0.0, 1, 0
    for token in tokens(text):
        if token.startswith("{"):
            current = token.count(",") + 1
            pending = current
            days += current
        elif (clock := _CLOCK.match(token)) is not None:
            start, end = (int(clock[i]) * 60 + int(clock[i + 1]) for i in (1, 3))
            hours += max(0, end - start) / 60 * (pending or current)
    return days, hours
