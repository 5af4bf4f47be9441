"""Rows of a price list that sell one kind of visit in several lengths: a length that is offered, or no longer."""

from __future__ import annotations

from collections import defaultdict

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_MINUTES = regex(r"\b(\d+) minutes\b")
_PRICE = regex(r"\$\d+(?:\.\d+)?")
_LONGEST = 14  # words of a row of prices; more are a sentence
_VISIT = regex(rf"\b(?:visit(?:s|ing|ation)?|sessions?|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|video)\b")
_ONSITE = regex(rf"\b(?:{visits.VIDEO_ONSITE})\b")


def package_rows(scene: Scene, alignment: Alignment) -> Certain:
    """Such rows that came or went by themselves, beside one of another length on both pages."""
    moved = [(unit, sign) for side, sign in ((alignment.removed, -1), (alignment.added, 1)) for unit in side]
    moved = [(unit, sign) for unit, sign in moved if scene.before and _length(unit)]
    stay: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for _, new in alignment.same if moved else ():
        if length := _length(new):
            stay[_kind(new)].add(length)
    effects: list[Effect] = []
    lines: list[Unit] = []
    for unit, sign in moved:
        others = stay[_kind(unit)]
        if others and _length(unit) not in others:
            effects.append(_effect(unit, sign, longest=_length(unit) > max(others)))
            lines.append(unit)
    return Certain(tuple(effects), tuple(lines))


def _length(unit: Unit) -> int:
    """The minutes of a row that prices one visit, 0 for any other line."""
    minutes, prices = _MINUTES.findall(unit.plain), _PRICE.findall(unit.plain)
    one = len(minutes) == len(prices) == 1 and len(unit.plain.split()) <= _LONGEST
    return int(minutes[0]) if one and _VISIT.search(unit.plain) else 0


def _kind(unit: Unit) -> tuple[str, ...]:
    return concepts(_PRICE.sub(" ", _MINUTES.sub(" ", unit.plain)))


def _effect(unit: Unit, sign: int, *, longest: bool) -> Effect:
    channel = Topic.VIDEO_ONSITE if _ONSITE.search(unit.plain) else Topic.VIDEO_REMOTE
    quotes = ("", unit.plain) if sign > 0 else (unit.plain, "")
    level = Severity.MAJOR if longest else Severity.MINOR
    return Effect("Q-package-row", sign, level, (Topic.DURATION_FREQUENCY, channel), (), *quotes, (unit.plain,))
