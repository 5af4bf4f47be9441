"""A timetable whose lines were put otherwise and tell the same week: two rows made one, a table told as prose (R2)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from monitors.language.align import Alignment
from monitors.language.certain import Certain
from monitors.language.sentences import Unit
from monitors.language.sessions import sessions
from monitors.language.week import Week

_TIMES = re.compile(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
_WORD = re.compile(r"[a-z]+|\d+")
# What a line of hours says beside days, clocks and whose they are.
_HOLDS = re.compile(
    r"visit(?:s|ing|ation)?|sessions?|hours|times?|schedule[d]?|days?|week(?:ly)?|mornings?|afternoons?|evenings?|takes?|place"
    r"|runs?|held|hold|opens?|available|offered|allowed|permitted|every|each|both|also|it|they|is|are|be|will|was|may|can|the"
    r"|an?|from|to|until|through|between|and|on|at|in|of|for|during"
)
_MOST_WORDS = 6


def retold_weeks(alignment: Alignment) -> Certain:
    """The changed lines that tell one week on both sides, for each group of people by itself."""
    old = _by_group([*(a for a, _ in alignment.pairs), *alignment.removed])
    new = _by_group([*(b for _, b in alignment.pairs), *alignment.added])
    lines: list[Unit] = []
    for group, units in old.items():
        others = new.get(group, [])
        if others and _spans(units) == _spans(others) and _alone(units, others, alignment):
            lines += [*units, *others]
    return Certain((), tuple(lines), ("R2 the same week in other lines",) if lines else ())


def _by_group(units: Iterable[Unit]) -> dict[tuple[str, ...], list[Unit]]:
    """Lines that tell sessions and hardly anything else, by the words that say whose they are."""
    found: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        week = sessions(unit.plain)
        if week.spans and not _vague(week):
            words = [word for word in _WORD.findall(_TIMES.sub(" ", unit.plain)) if not _HOLDS.fullmatch(word)]
            if len(words) <= _MOST_WORDS:
                found[tuple(words)].append(unit)
    return found


def _vague(week: Week) -> bool:
    return bool(week.dayless or week.irregular or week.refused or week.total or week.bare)


def _spans(units: Sequence[Unit]) -> list[tuple[str, int, int]]:
    """All sessions of lines, one told twice counted twice."""
    return sorted(span for unit in units for span in sessions(unit.plain).spans)


def _alone(old: Sequence[Unit], new: Sequence[Unit], alignment: Alignment) -> bool:
    """Whether no changed line stands against another group's: its partner in a pair is of the same group."""
    of_group = {id(unit) for unit in (*old, *new)}
    return all((id(a) in of_group) == (id(b) in of_group) for a, b in alignment.pairs)
