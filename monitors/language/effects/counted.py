"""Days and hours a week of a changed timetable, as facts: counted over its changed lines and what they lean on.

The reader must hold that the hours of visiting changed; which lines those are is seen here by their days and clocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monitors.language.effects.week_tables import table_facts
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, stands_at, with_header
from monitors.language.times.schedule import is_legal, is_visiting, label_of, may_be_visiting
from monitors.language.times.sessions import sessions
from monitors.language.times.week import WHOLE, Week, joined
from monitors.language.words.patterns import regex
from monitors.language.words.wording import DAYS
from monitors.records import Fact

_ROW = regex(r"(?:\w+[ :|-]+){0,3}[{\[]")
_ALL = "{" + ",".join(DAYS) + "}"
# "Each day has a morning session" leaves it to another line which days these are.
_EACH_DAY = regex(r"\W*(?:On |In )?(?:each|every)(?: visiting)? (?:day|evening|afternoon|morning)\b", re.I)
# "From fourteen to seventeen" are ages where children are spoken of and no day is.
_AGES = regex(r"\b(?:child\w*|kids?|minors?|aged?|ages|years old|birth|infants?|id|identification)\b")
_SPAN = regex(r"\[\d{4}-\d{4}\]")
_OWN_TIME = regex(r"@\d{4}|\b(?:minutes|hours?)\b|\bnoon\b")  # so that no neighbour's clocks are meant
_BOOKED = regex(
    r"\W*(?:bookings?|reservations?|appointments?|requests?|sign-?ups?|slots? for) (?:are|is|can|may|must|open)\b"
)
_CLOCKS = regex(r"\W*(?:\[\d{4}-\d{4}\]\W*)+$")
_EVERYBODY = regex(r"(?:any|all|every|both)\b")
_NEAR = 5  # units between a line of days and the line of its clocks


@dataclass(frozen=True, slots=True)
class _Line:
    """A unit with its sessions. group: whose they are, "" for everybody's."""

    unit: Unit
    week: Week
    group: str


_Row = tuple[_Line | None, _Line | None]


def counted_facts(scene: Scene, alignment: Alignment) -> tuple[Fact, ...] | None:
    """Days and hours a week before and after, where they differ; None where the changed lines tell no week."""
    table = table_facts(scene, alignment)
    if table is not None:
        return table
    rows = _of_visits(_told(alignment), scene.title)
    rows = rows[:1] if _grouped(rows) else rows
    old = [was for was, _ in rows if was]
    new = [now for _, now in rows if now]
    timed = any(line.week.spans for line in (*old, *new))
    fellows = _fellows(scene.before, old, timed) if old else _fellows(scene.after, new, timed) if new else []
    old, new = [*old, *fellows], [*new, *fellows]
    if not old or not new:
        return () if not rows and _same(alignment) else None
    gone = {a.place for a, _ in alignment.pairs} | {unit.place for unit in alignment.removed}
    come = {b.place for _, b in alignment.pairs} | {unit.place for unit in alignment.added}
    facts = _facts(*_opposed(_whole(old, scene.before, gone), _whole(new, scene.after, come)))
    return facts[:1]  # hours follow from days: where those moved they alone are told


def _told(alignment: Alignment) -> list[_Row]:
    """The changed lines, old and new, whose sessions differ."""
    rows: list[_Row] = [(_line(old), _line(new)) for old, new in alignment.pairs]
    rows += [(_line(unit), None) for unit in alignment.removed]
    rows += [(None, _line(unit)) for unit in alignment.added]
    nothing = Week()
    return [(a, b) for a, b in rows if (a.week if a else nothing) != (b.week if b else nothing)]


def _same(alignment: Alignment) -> bool:
    """Whether changed lines tell a week that stayed the same."""
    return any(_line(new).week.days for _, new in alignment.pairs)


def _line(unit: Unit) -> _Line:
    text = with_header(unit) if "{" in unit.header and "{" not in unit.plain else unit.plain
    if _EACH_DAY.match(unit.text):
        text = text.replace(_ALL, "", 1)
    elif _AGES.search(text) and "{" not in text:
        text = _SPAN.sub(" ", text)
    return _Line(unit, sessions(text), label_of(unit))


def _of_visits(rows: list[_Row], title: str) -> list[_Row]:
    """The rows of visiting hours of the public: those that speak of visits if any do, else those that name no desk,
    chapel or court, else all."""
    units = [(row, [line.unit for line in row if line]) for row in rows]
    public = [(row, told) for row, told in units if not any(is_legal(u) or _BOOKED.match(u.plain) for u in told)]
    sure = [row for row, told in public if any(is_visiting(unit, title) for unit in told)]
    likely = [row for row, told in public if all(may_be_visiting(unit) for unit in told)]
    return sure or likely or [row for row, _ in public]


def _grouped(rows: Sequence[_Row]) -> bool:
    """Whether the rows are of several groups of people, each with its own days."""
    groups = {line.group for row in rows for line in row if line}
    return len(groups) > 1 and "" not in groups


def _fellows(page: Sequence[Unit], lines: Sequence[_Line], timed: bool) -> list[_Line]:
    """The unchanged rows of the list of days or clocks that the changed lines stand in. timed: whether its rows of days
    have clocks."""
    if all(_EVERYBODY.match(u.unit.plain) and u.unit.row and u.week.days for u in lines):
        return _of_one(page, lines)
    if all(_CLOCKS.match(u.unit.plain) for u in lines):
        return _beside(page, lines, lambda unit: _CLOCKS.match(unit.plain) is not None)
    if not all(_ROW.match(u.unit.plain) and (u.week.days or u.week.refused) and not u.group for u in lines):
        return []
    return [line for line in _beside(page, lines, _is_row) if bool(line.week.spans) == timed]


def _beside(page: Sequence[Unit], lines: Sequence[_Line], alike: Callable[[Unit], bool]) -> list[_Line]:
    """The unchanged lines of a kind that stand above and below the changed ones without another one between."""
    changed = {line.unit.place for line in lines}
    found: list[_Line] = []
    for step in (-1, 1):
        at = stands_at(page, lines[0].unit.place) + step
        while 0 <= at < len(page) and (page[at].place in changed or alike(page[at])):
            if page[at].place not in changed:
                found.append(_line(page[at]))
            at += step
    return found


def _of_one(page: Sequence[Unit], lines: Sequence[_Line]) -> list[_Line]:
    """Of a table of groups, beside changed rows for everybody, the rows of everybody and of the group named first: its
    people come on their own days and on those of all."""
    rows = sorted(_beside(page, lines, lambda unit: unit.row), key=lambda line: line.unit.place)
    rows = [line for line in rows if line.week.days]
    shared = [line for line in rows if _EVERYBODY.match(line.unit.plain)]
    named = [line for line in rows if line not in shared]
    return [*shared, *(line for line in named if line.group == named[0].group)]


def _is_row(unit: Unit) -> bool:
    week = sessions(unit.plain) if _ROW.match(unit.plain) and not label_of(unit) else Week()
    return bool(week.days or week.refused)


def _whole(lines: Sequence[_Line], page: Sequence[Unit], changed: set[int]) -> Week:
    """The sessions of changed lines, with the days or clocks that a line near them states for them."""
    week = joined(line.week for line in lines)
    if week.dayless and week.bare:
        return week.on(week.bare)
    if week.dayless:
        named = (sessions(lines[0].unit.headings), *_around(lines, page, changed))
        return week.on(next((near.days for near in named if near.days and not near.spans), WHOLE))
    if week.days and not week.spans and not any(_OWN_TIME.search(line.unit.plain) for line in lines):
        clocks = next((near for near in _around(lines, page, changed) if near.dayless and not near.days), None)
        return week.at(clocks) if clocks else week
    return week


def _around(lines: Sequence[_Line], page: Sequence[Unit], changed: set[int]) -> list[Week]:
    """The sessions of the unchanged lines near, nearest first."""
    place = lines[0].unit.place
    at = stands_at(page, place)
    near = [unit for unit in page[max(0, at - _NEAR) : at + _NEAR + 1] if unit.place not in changed]
    near = sorted(filter(may_be_visiting, near), key=lambda unit: abs(unit.place - place))
    return [week for unit in near if (week := sessions(unit.plain)).told and not week.irregular]


def _opposed(before: Week, after: Week) -> tuple[Week, Week]:
    """Two weeks of which one only says what the other does without: "not on Mondays", "on Mondays too"."""
    if before.refused and after.days == before.refused and not after.refused:
        rest = before.days or WHOLE - before.refused
        return before.also(rest), after.also(rest | after.days)
    if after.refused and before.days == after.refused and not before.refused:
        now, was = _opposed(after, before)
        return was, now
    return _rest_of(before), _rest_of(after)


def _rest_of(week: Week) -> Week:
    """A week that only says which days it does without."""
    return week.also(WHOLE - week.refused) if week.refused and not week.days else week


def _facts(before: Week, after: Week) -> tuple[Fact, ...]:
    if before.irregular or after.irregular:
        return ()
    days = float(len(before.days)), float(len(after.days))
    hours = before.hours, after.hours
    told = (("visit_days_per_week", *days), ("schedule_hours_per_week", *hours))
    return tuple(Fact(name, was, now) for name, was, now in told if was and now and was != now)
