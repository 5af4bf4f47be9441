"""The share of what families pay for visits that a vendor hands to the agency."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, bounds
from monitors.language.words.patterns import regex

_PERCENT = regex(r"(\d+(?:\.\d+)?)%")
_CENTS_ON_THE_DOLLAR = regex(
    r"\bout of (?:each|every) (?:\$1|dollar)\b[^.;]*?\$(0?\.\d+)|\$(0?\.\d+) (?:out of|of|on|from) (?:each|every|the) (?:\$1|dollar)\b"
)
_FRACTIONS = {"half": 50.0, "third": 33.3, "quarter": 25.0, "fifth": 20.0, "sixth": 16.7, "eighth": 12.5, "tenth": 10.0}
_FRACTION = regex(
    rf"\b(?:a|an|1|one)[ -]({'|'.join(_FRACTIONS)})\b(?! (?:visit|person|party|time|day|week|month|hour|floor))"
)


_SHARE = regex(
    rf"\b(?:{visits.COMMISSION}|(?:county|agency|jail|sheriff|city|parish|authority|facility) (?:shall have|has|receives?|gets?|keeps?|takes?|is paid|will have|will get)|share|take|cut|allocation|remit\w*|allowance)\b"
)
_OTHER_SHARE = regex(
    r"\b(?:interest|bond|late|tax|discount|credit card|card|deposits? carry|increase|rise|up|down|off|more than|less)\b"
)


_INTEREST = regex(r"\binterest\b|\blate (?:sums?|payments?|charges?|fees?)\b|\b(?:remitted|paid) late\b")
_COMMISSION = regex(rf"\b{visits.COMMISSION}\b")


def shares(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    found: list[Measure] = []
    if not (_SHARE.search(text) or any(_SHARE.search(c) for c in context)):
        return found
    for m in _PERCENT.finditer(text):
        start, end = bounds(text, m.start())
        near = text[m.end() : m.end() + 14]
        if re.match(r" ?(?:of bond|off|increase|rise|tax|higher|lower|interest|late)", near) or (
            _OTHER_SHARE.search(text[start:end]) and not _SHARE.search(text[start:end])
        ):
            continue
        if _INTEREST.search(text[start:end]) and not _COMMISSION.search(text[start:end]):
            continue
        found.append(Measure("commission_pct", float(m.group(1)), "", text[start:end].strip(), unit.place))
    cents = _CENTS_ON_THE_DOLLAR.search(text)
    if cents:
        return [
            Measure("commission_pct", round(float(cents.group(1) or cents.group(2)) * 100, 2), "", text, unit.place)
        ]
    part = _FRACTION.search(text)
    if not found and part:
        found.append(Measure("commission_pct", _FRACTIONS[part.group(1)], "", text, unit.place))
    if not found and re.search(
        r"\b(?:no|zero|nil|0|without)\b (?:\w+ ){0,2}(?:commission|share|cut|kickback|take)|(?:share|portion|percentage|commission|take|cut)\b(?:[: ]+[\w'-]+){0,6}?[: ]+(?:nil|nothing|zero|none)\b",
        text,
    ):
        found.append(Measure("commission_pct", 0.0, "", text, unit.place))
    return found
