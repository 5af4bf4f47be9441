"""A row or sentence that says "free": a visit without charge that is offered, or no longer."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_FREE = regex(r"^(?:free(?: of charge)?|no (?:charge|cost|fee)|\$0(?:\.0+)?|complimentary)\W*$")
_ROW = regex(r"^(?P<label>[^|:]{3,70}?) ?(?:\||:) ?(?P<price>[^|:]+)$")
_SENTENCE = regex(
    r"^(?P<label>(?:[\w-]+ ){0,3}?(?:visits?|visiting|visitation|sessions)) (?:is|are|will be|remains?)(?: (?:always|now|provided|offered|available))* "
    r"(?:free(?: of charge)?|at no (?:cost|charge)|without charge|complimentary)(?: (?:to|for) (?:the |all |our )?\w+)?\W*$"
)
_PRICED = regex(r"\$\d|\b(?:free|charges?|costs?|fees?|prices?|complimentary)\b")
_PAID = regex(rf"{_PRICED.pattern}|\b(?:pay|pays|paid|nothing|money)\b")
_VISIT = regex(rf"\b(?:visit(?:s|ing|ation)?|sessions?|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|video calls?)\b")
_NO_VISIT = regex(r"\b(?:admission|parking|lockers?|forms?|applications?|registration|accounts?|phone calls?)\b")
_ONSITE, _REMOTE = (regex(rf"\b(?:{pattern})\b") for pattern in (visits.VIDEO_ONSITE, visits.VIDEO_REMOTE))


def free_row_effects(before: Iterable[Unit], after: Iterable[Unit], alignment: Alignment) -> Certain:
    """Rows and sentences of free visits that came or went by themselves. One whose words the other page says elsewhere
    tells nothing, nor one beside which the same visit got or had a price: that is read as a change of price."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for moved, other, sign in ((alignment.removed, tuple(after), -1), (alignment.added, tuple(before), 1)):
        for unit in moved:
            label = _label(unit)
            if label and not unit.row and any(_PAID.search(one.plain) for one in alignment.changed if one is not unit):
                continue  # who pays is told in other lines, too
            if label and not any(_says(one, label, unit.row) for one in other):
                effects.append(_effect(unit, sign))
                lines.append(unit)
    return Certain(tuple(effects), tuple(lines))


def _says(other: Unit, label: str, row: bool) -> bool:
    """Whether a line names what is free, or, where a sentence said so, names it with a price."""
    return set(concepts(label)) <= set(concepts(other.plain)) and (row or _PRICED.search(other.plain) is not None)


def _label(unit: Unit) -> str:
    """What a row or sentence says is free, "" for any other line."""
    said = _SENTENCE.match(unit.plain)
    if said is not None:
        return said["label"]
    row = _ROW.match(unit.plain)
    if row is None or not _FREE.match(row["price"].strip()):
        return ""
    label = row["label"].strip()
    counted = re.search(
        r"\b(?:first|\d+|each|every|per|week\w*|month\w*|day)\b", label
    )  # an allowance, which terms.py counts
    return label if _VISIT.search(label) and not _NO_VISIT.search(label) and not counted else ""


def _effect(unit: Unit, sign: int) -> Effect:
    remote, onsite = _REMOTE.search(unit.plain), _ONSITE.search(unit.plain)
    topics = (Topic.FEES, *([Topic.VIDEO_REMOTE] if remote else [Topic.VIDEO_ONSITE] if onsite else []))
    quotes = ("", unit.plain) if sign > 0 else (unit.plain, "")
    return Effect("Q-free-row", sign, Severity.MAJOR, topics, (), *quotes, words=(unit.plain,))
