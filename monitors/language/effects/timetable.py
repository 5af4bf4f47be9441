"""What a changed timetable does: days and hours gained or lost by everybody or by some, or only shifted (D10)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.claims.policy import one_group
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import Entry, entries, week
from monitors.language.times.week import Week
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_LETTERS = regex(
    r"^(?:\w+ )?(?:[a-z]|\d+[a-z]?|[a-z] ?- ?[a-z])$|\bmen\b|\bmales?\b|\b(?:housing|ward|house|tower|side|quad|module|section|cottage|barracks)\b"
)

_VISITS = regex(r"\b(?:visit(?:s|ed|ing|ation|ors?)?|visitas?|in-person|face-to-face|booths?)\b")


# "All housing", "Period 4": whose hours they are is everybody's.
_EVERYBODY = regex(
    r"(?:all|every|both|each|any)\b|(?:housing|units|pods|blocks)$|(?:period|session|shift|slot|visit|time|day|week)s? (?:\w|\d+)$"
)


def names_group(label: str) -> bool:
    """Whether a label names one unit or class of people."""
    if _EVERYBODY.match(label):
        return False
    return one_group(label) or _LETTERS.search(label) is not None


def _of(lines: list[Entry], legal: bool) -> list[Entry]:
    return [line for line in lines if line.legal is legal]


def _changed(alignment: Alignment) -> tuple[set[int], set[int]]:
    old = {a.place for a, _ in alignment.pairs} | {u.place for u in alignment.removed}
    new = {b.place for _, b in alignment.pairs} | {u.place for u in alignment.added}
    return old, new


def _timed(alignment: Alignment) -> bool:
    """Whether a changed line names a day or a clock at all: without one the timetables need not be read."""
    units = alignment.changed
    return any("{" in unit.plain or "[" in unit.plain for unit in units)


def schedule_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """Effects of timetable lines that changed; lines of professional visitors are compared apart."""
    if not _timed(alignment) or (scene.kind == "news" and not any(_VISITS.search(u.plain) for u in alignment.changed)):
        return []
    old_places, new_places = _changed(alignment)
    before, after = entries(scene.before, scene.title), entries(scene.after, scene.title)
    if not any(e.place in old_places for e in before) and not any(e.place in new_places for e in after):
        return []
    same_groups = week(before).keys() == week(after).keys() and len(week(before)) > 1
    if not same_groups and _same_tokens(scene, old_places, new_places):
        return []
    found: list[Effect] = []
    for legal in (False, True):
        old, new = _of(before, legal), _of(after, legal)
        touched = any(e.place in old_places for e in old) or any(e.place in new_places for e in new)
        if touched and old and new:
            effect = _compare(old, new, legal)
            if effect is not None:
                found.append(effect)
    return found


def same_times(scene: Scene, alignment: Alignment) -> bool:
    """Whether the changed lines of a page that was rewritten name days and clock ranges, and the same ones on both
    sides."""
    return _timed(alignment) and _same_tokens(scene, *_changed(alignment))


_NEAR = 2  # lines


def beside_now(alignment: Alignment, old: Unit, new: Unit) -> bool:
    """Whether the days and clocks that one wording of a sentence has more than the other stand in a sentence beside the
    other one, which changed, too."""
    was, now = marks_of(old), marks_of(new)
    if old.row or new.row or was == now:
        return False
    return _stand_by(was - now, new, alignment.come) and _stand_by(now - was, old, alignment.gone)


def _stand_by(marks: set[str], unit: Unit, lines: Iterable[Unit]) -> bool:
    near = (line for line in lines if line is not unit and not line.row and abs(line.place - unit.place) <= _NEAR)
    return not marks or any(marks <= marks_of(line) for line in near)


def marks_of(unit: Unit) -> set[str]:
    """The days and clock ranges that a line names."""
    days = {day for hit in re.findall(r"\{([a-z,]+)\}", unit.plain) for day in hit.split(",")}
    return days | set(re.findall(r"\[\d{4}-\d{4}\]", unit.plain))


def _same_tokens(scene: Scene, old_places: set[int], new_places: set[int]) -> bool:
    """Whether the changed lines of both pages name the same days and clock ranges: a table told as prose, or the like."""
    sides = []
    for page, places in ((scene.before, old_places), (scene.after, new_places)):
        text = " ".join(u.plain for u in page if u.place in places)
        days = {day for hit in re.findall(r"\{([a-z,]+)\}", text) for day in hit.split(",")}
        sides.append((days, set(re.findall(r"\[\d{4}-\d{4}\]", text))))
    rewritten = len(old_places) + len(new_places) > 0.6 * (len(scene.before) + len(scene.after))
    return sides[0] == sides[1] and rewritten


def _lines(lines: list[Entry]) -> list[tuple[frozenset[str], int]]:
    return sorted(((e.days, e.minutes) for e in lines), key=lambda x: (sorted(x[0]), x[1]))


def _compare(old: list[Entry], new: list[Entry], legal: bool) -> Effect | None:
    was, now = week(old), week(new)
    topics = (Topic.LEGAL_VISITS, Topic.SCHEDULE) if legal else (Topic.SCHEDULE,)
    if was.keys() != now.keys() or len(was) <= 1:
        was, now = {"": _union(was)}, {"": _union(now)}
    gains, losses = [], []
    for group in was:
        change = _sign(was[group], now[group])
        if change > 0:
            gains.append(group)
        elif change < 0:
            losses.append(group)
    if not gains and not losses:
        return (
            None
            if _lines(old) == _lines(new) or not any(line.minutes for line in (*old, *new))
            else Effect("D10-shift", 0, Severity.MINOR, topics, words=("same total",))
        )
    if gains and losses:
        total_was, total_now = sum(h for _, h in was.values()), sum(h for _, h in now.values())
        if abs(total_was - total_now) < 0.01:
            return Effect("D10-swap", 0, Severity.MINOR, topics, words=("swapped between groups",))
    group = (gains or losses)[0]
    sign = 1 if gains and not losses else -1 if losses and not gains else 0
    severity = _severity(was[group], now[group])
    one_of_them = len(was) > 1 and len(gains or losses) < len(was)
    named = one_of_them and all(map(names_group, gains or losses))
    if legal or named:
        severity = Severity.MINOR
    return Effect(
        "D10-hours+S6" if named else "D10-hours",
        sign,
        severity,
        topics,
        () if legal else _facts(was[group], now[group]),
        words=(_said(was[group], now[group]),),
    )


def hours_effect(was: Week, now: Week) -> Effect | None:
    """What it comes to that a whole week has other days or hours."""
    sides = ((was.days, was.hours), (now.days, now.hours))
    sign, words = _sign(*sides), (_said(*sides),)
    return (
        Effect("D10-hours", sign, _severity(*sides), (Topic.SCHEDULE,), _facts(*sides), words=words) if sign else None
    )


def _union(groups: dict[str, tuple[frozenset[str], float]]) -> tuple[frozenset[str], float]:
    days = frozenset(day for found, _ in groups.values() for day in found)
    return days, round(sum(hours for _, hours in groups.values()), 2)


def _sign(was: tuple[frozenset[str], float], now: tuple[frozenset[str], float]) -> int:
    days, hours = len(now[0]) - len(was[0]), now[1] - was[1]
    if days < 0 < hours and was[1]:
        return 0  # a day lost and hours won: for the reader, who hears both
    if was[1] and now[1] and abs(hours) >= 0.01:
        return 1 if hours > 0 else -1
    if was[1] and now[1]:
        return 0
    return (days > 0) - (days < 0)


def _severity(was: tuple[frozenset[str], float], now: tuple[frozenset[str], float]) -> Severity:
    if len(was[0]) != len(now[0]):
        return Severity.MAJOR
    share = abs(now[1] - was[1]) / was[1] if was[1] else 1.0
    return Severity.MAJOR if share >= 0.25 else Severity.MINOR


def _facts(was: tuple[frozenset[str], float], now: tuple[frozenset[str], float]) -> tuple[Fact, ...]:
    if len(was[0]) != len(now[0]) and was[0] and now[0]:
        return (Fact("visit_days_per_week", float(len(was[0])), float(len(now[0]))),)
    if was[1] != now[1] and was[1] and now[1]:
        return (Fact("schedule_hours_per_week", was[1], now[1]),)
    return ()


def _said(was: tuple[frozenset[str], float], now: tuple[frozenset[str], float]) -> str:
    return f"{len(was[0])} days, {was[1]:g} h -> {len(now[0])} days, {now[1]:g} h"
