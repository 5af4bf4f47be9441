"""A timetable told by day that was told by unit, or the reverse, with the same units at the same days and hours (R2).

Line by line nothing is as it was, and counted over what changed it has other days and hours.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.words.patterns import regex

_TIMED = regex(r"\[\d{4}-\d{4}\]")
_TOKEN = regex(r"\{(?P<days>[a-z,]+)\}|(?P<span>\[\d{4}-\d{4}\])")
_UNIT = regex(
    r"\b(?:(?:unit|pod|block|tier|north|south|east|west|floor|wing|dorm) (?:[a-z]|\d+)\b|[a-z]+(?= ?(?::|,|\|| and\b)))"
)
_FEWEST = 3  # sessions of a timetable
_Session = tuple[str, str, str]


def transposed(scene: Scene, alignment: Alignment) -> Certain:
    """The changed lines of such a timetable, where all that both pages tell of units, days and hours is the same."""
    lines = [unit for unit in alignment.changed if _TIMED.search(unit.plain)]
    if not lines or not all(map(_sessions_of, lines)):
        return Certain()
    by_day = [{unit.plain.startswith("{") for unit in lines if unit in side} for side in (scene.before, scene.after)]
    if by_day not in ([{True}, {False}], [{False}, {True}]):
        return Certain()
    was, now = (_sessions(page) for page in (scene.before, scene.after))
    if was != now or len(was) < _FEWEST:
        return Certain()
    return Certain((), tuple(lines), ("R2 the same times, listed otherwise",))


def _sessions(page: Sequence[Unit]) -> set[_Session]:
    return {session for unit in page if _TIMED.search(unit.plain) for session in _sessions_of(unit)}


def _sessions_of(unit: Unit) -> set[_Session]:
    """Unit, day and span of each session that a line tells; none where it names no unit, or no day."""
    return _of_line(with_header(unit) if unit.row else unit.plain)


def _of_line(plain: str) -> set[_Session]:
    """By unit: "north 1: {mon} [0800-0930], {fri} [...]"; by day: "{mon}: north 1, [0800-0930]; north 2, [...]"."""
    found: set[_Session] = set()
    days: list[str] = []
    units: list[str] = []
    at = 0
    for token in _TOKEN.finditer(plain):
        between = plain[at : token.start()]
        at = token.end()
        units = [hit.group() for hit in _UNIT.finditer(between)] or units
        if token["days"]:
            days = token["days"].split(",")
        else:
            found |= {(unit, day, token["span"]) for unit in units for day in days}
    return found
