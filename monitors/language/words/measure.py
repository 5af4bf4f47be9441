"""One bound number, and whose number it is: the nearest owner noun in its clause, heading or title."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex


@dataclass(frozen=True, slots=True)
class Measure:
    """One bound number. name: a fact name of docs/reading.md or an internal one with a leading "_"; channel: remote,
    onsite, phone, legal or ""; group: the class of people it is limited to, "" for everybody."""

    name: str
    value: float
    channel: str = ""
    words: str = ""
    place: int = -1
    maximum: bool = False


def figure_in(words: str, value: float) -> re.Match[str] | None:
    """Where words state a figure: "2" is none of "12" or "2.5"."""
    return re.search(rf"(?<![\d.]){re.escape(f'{value:g}')}(?!\.?\d)", words)


_OWNERS = (
    ("other", regex(rf"\b(?:{elsewhere.ELSEWHERE}|{elsewhere.OTHER_OWNERS})\b")),
    ("legal", regex(rf"\b{visits.LEGAL}\b")),
    ("onsite", regex(rf"\b{visits.VIDEO_ONSITE}\b")),
    ("remote", regex(rf"\b{visits.VIDEO_REMOTE}\b")),
    ("phone", regex(rf"\b{visits.PHONE}\b")),
    ("video", regex(rf"\b{visits.VIDEO}\b")),
    (
        "visit",
        regex(
            rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|sitting|seat|visitors? (?:(?:must|shall|will|now|has to|have to) )*pay|see (?:a|the|your|each) \w+)\b"
        ),
    ),
)

_BREAK = regex(r"(?<!\d)[;](?!\d)|(?<=[a-z0-9)}\]])\. (?=[a-z])|, (?:and|but|while|so) | (?:but|while) ")

_TO_DAYS = {
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
    "hour": 1 / 24,
    "día": 1,
    "mes": 30,
    "meses": 30,
    "año": 365,
    "semana": 7,
    "hora": 1 / 24,
}


# A unit that a second figure leaves to the first: "20 minutes instead of 30", "from 30 to 20 minutes".
_UNIT = r"(?:(?:free|video|remote|on-?site|in-person|adult|weekly) )*(?:minutes|hours?|days?|weeks?|visits?|visitors?|people|persons?|adults?|names)(?: (?:a|per|each) (?:week|month|day|visit))?"
_BOTH_AFTER = regex(rf"\bfrom (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?) ({_UNIT})\b")
_FIRST_ALONE = regex(rf"\bfrom (\d+(?:\.\d+)?) ({_UNIT}) to (\d+(?:\.\d+)?)(?! ?(?:{_UNIT}|%|[-/:]\d))(?!\.?\d)\b")
_BOTH_BEFORE = regex(
    rf"\b(\d+(?:\.\d+)?) ({_UNIT})\b((?:(?:,? [a-z]+){{0,9}}?,? (?:instead of|rather than|up from|down from)|(?:,? [a-z]+){{0,4}}?,? not)(?: the (?:old|former|previous|current|usual))? )"
    rf"(\d+(?:\.\d+)?)(?! ?(?:{_UNIT}|%|[-/:]\d))(?!\.?\d)\b"
)


def with_units(text: str) -> str:
    """A canonical line in which of two figures set against each other both have their unit."""
    if " instead of " in text or " rather than " in text or " from " in text or " not " in text:
        text = _BOTH_AFTER.sub(r"from \1 \3 to \2 \3", text)
        text = _FIRST_ALONE.sub(r"from \1 \2 to \3 \2", text)
        text = _BOTH_BEFORE.sub(r"\1 \2\3\4 \2", text)
    return text


def in_days(amount: float, unit: str) -> float:
    if unit.rstrip("s") in ("month", "mese", "mes") and amount % 12 == 0:
        return amount / 12 * 365
    return amount * _TO_DAYS.get(unit.rstrip("s") if unit not in ("meses",) else unit, 1)


# "1 day (24 hours) before the visit"
_TOLD_TWICE = regex(r"\b(\d+) (hours?|days?|weeks?) ?\((\d+) (hours?|days?)\)")


def told_once(text: str) -> str:
    """A line in which a span of time is not told again in brackets in another unit, where both are the same."""

    def once(hit: re.Match[str]) -> str:
        spans = [round(in_days(float(hit[i]), hit[i + 1]), 4) for i in (1, 3)]
        return f"{hit[1]} {hit[2]}" if spans[0] == spans[1] else hit.group()

    return _TOLD_TWICE.sub(once, text) if "(" in text else text


def bounds(text: str, at: int) -> tuple[int, int]:
    """The clause around a position."""
    start, end = 0, len(text)
    for cut in _BREAK.finditer(text):
        if cut.end() <= at:
            start = cut.end()
        elif cut.start() >= at:
            end = cut.start()
            break
    return start, end


_OF_NEXT = regex(r"\$\d+(?:\.\d+)? (?:of|for|on|from|off) (?:an? |each |every |the )")


def owner(text: str, at: int, context: tuple[str, ...]) -> str:
    """Whose number stands at a position: the nearest owner noun in its clause (before it counts nearer), then in the
    contexts given, nearest first; "" when nobody is named."""
    start, end = bounds(text, at)
    best: tuple[float, str] | None = None
    of_next = _OF_NEXT.match(text, at) is not None
    for name, pattern in _OWNERS:
        for hit in pattern.finditer(text, start, end):
            gap = at - hit.end() if hit.end() <= at else (hit.start() - at) * (0.4 if of_next else 1.6)
            if hit.start() <= at < hit.end():
                gap = 0
            rank = {"video": 3.0, "visit": 6.0, "other": 1.0}.get(name, 0.0)
            if best is None or gap + rank < best[0]:
                best = (gap + rank, name)
    if best is not None:
        if best[1] in ("visit", "video"):
            return channel_of(text[start:end]) or channel_of(text) or best[1]
        return best[1]
    for other in context:
        for name, pattern in _OWNERS:
            if pattern.search(other):
                return name
    return ""


def channel_of(text: str) -> str:
    for name in ("onsite", "remote"):
        if dict(_OWNERS)[name].search(text):
            return name
    return ""
