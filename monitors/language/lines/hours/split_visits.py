"""The time of a visit that may be taken in one piece or in several now, as the family likes: neither gain nor loss (D9).

"It is taken in one piece" became "in one piece or, if the family likes that better, in two pieces of fifteen minutes": the
reader hears other words for the same half hour. The pieces must come to what one visit was.
"""

# ruff: noqa: E501, SIM905  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE
from monitors.records import Severity, Topic

_PIECE = r"(?:pieces?|parts?|goes|go|sittings?|visits?|blocks?|halves|half|stretch(?:es)?|turns?)"
_ONE = rf"(?:in|as) (?:a single|1(?: single)?) {_PIECE}|all at once|at 1 go"
_WHOLE = regex(rf"\b(?:{_ONE})\b")
_SPLIT = regex(
    rf"\b(?:{_ONE})\b[^.;]*\bor\b[^.;]*?\b(?:in|as|into) (?P<pieces>\d+) (?:shorter |smaller |equal |separate )?{_PIECE}\b(?: of (?P<minutes>\d+) minutes)?"
)
_NO_CHOICE = regex(r"\b(?:must|officers? (?:decides?|chooses?)|not|no longer|at the discretion|only)\b")
_MINUTES = regex(r"\b(\d+) minutes\b")
_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}")
_OF_VISITS = regex(r"\bvisit(?:s|ing|ation)?\b")
_OF_CHOICE = frozenset("which what day days visit visits piece pieces time times the a it them they".split())
_NEAR = 2  # lines


def split_visits(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells by which one visit may be had in pieces, where it was to be had in one."""
    whole = [unit for unit in alignment.gone if _WHOLE.search(unit.plain) and not _SPLIT.search(unit.plain)]
    split = [(unit, hit) for unit in alignment.come if (hit := _SPLIT.search(unit.plain))]
    if len(whole) != 1 or len(split) != 1 or scene.of_others:
        return Certain()
    old, (new, hit) = whole[0], split[0]
    told = [_around(page, unit) for page, unit in ((scene.before, old), (scene.after, new))]
    if not all(_OF_VISITS.search(text) for text in told) or _NO_CHOICE.search(new.plain):
        return Certain()
    if not _as_long(hit, old, told[0]) or set(_MINUTES.findall(told[0])) - set(_MINUTES.findall(told[1])):
        return Certain()
    beside = [unit for unit in alignment.come if unit is not new and _same_times(unit, old)]
    if set(_TIMES.findall(old.plain)) != {time for unit in (new, *beside) for time in _TIMES.findall(unit.plain)}:
        return Certain()
    chosen = [unit for pair in alignment.pairs if _as_chosen(*pair) for unit in pair]
    topics = (Topic.DURATION_FREQUENCY,)
    effect = Effect("D9-split", 0, Severity.MINOR, topics, (), old.plain, new.plain, ("split by choice",))
    return Certain((effect,), (old, new, *beside, *chosen))


def _around(page: tuple[Unit, ...], line: Unit) -> str:
    return " . ".join(unit.plain for unit in page if abs(unit.place - line.place) <= _NEAR)


def _as_long(hit: re.Match[str], old: Unit, told: str) -> bool:
    """Whether the pieces come to the time that one visit had."""
    if hit["minutes"] is None:
        return True
    had = _MINUTES.findall(old.plain) or _MINUTES.findall(told)
    return set(had) == {str(int(hit["pieces"]) * int(hit["minutes"]))}


def _as_chosen(old: Unit, new: Unit) -> bool:
    """Whether two lines say alike how the day is chosen, or the days: "which day suits the family", "what suits them"."""
    was, now = (set(unit.plain.split()) for unit in (old, new))
    return (was ^ now) <= _OF_CHOICE and bool(was & now)


def _same_times(unit: Unit, old: Unit) -> bool:
    """Whether a line tells the days and clocks that the old one told, and no other figure."""
    times = _TIMES.findall(unit.plain)
    return bool(times) and times == _TIMES.findall(old.plain) and len(FIGURE.findall(unit.plain)) == len(times)
