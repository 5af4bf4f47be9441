"""Days and hours a week of a timetable that has one row for each day: counted over the whole table, row by row.

"Sunday | no visits" says nothing of the other days; the rows beside it do, changed or not. A column of its own for each
group ("Day | Men | Women") is one timetable for each, so there the columns that changed are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, stands_at
from monitors.language.times.schedule import is_legal, may_be_visiting
from monitors.language.words.patterns import regex
from monitors.records import Fact

_DAY = regex(r"\{([a-z]{3})\}\W*$")
_SPAN = regex(r"\[(\d\d)(\d\d)-(\d\d)(\d\d)\]")
_CLOCK = regex(r"@(\d\d)(\d\d)$")
_BARE_SPAN = regex(r"\d{1,2}(?::\d\d)? ?[-–] ?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?$")
_SHUT = regex(
    r"(?:[-–—x*]+|n/?a|none|closed|shut|off|nobody|no (?:visit\w*|sessions?|hours|visiting hours)"
    r"|not (?:open|available|held))$"
)
# Columns that tell parts of one day and what goes with it, and not whose hours they are.
_PART = regex(
    r"\b(?:day|morning|afternoon|evening|night|noon|a\.?m|p\.?m|from|to|start\w*|end\w*|open\w*|clos\w+|first|last|time|times|hours?"
    r"|session|block|period|visit\w*|who|unit\w*|group\w*|note\w*|place|where|floor|comment\w*)\b"
)
_LEAST = 3  # rows of a timetable


@dataclass(frozen=True, slots=True)
class _Row:
    """One day of a table: its cells after the day, and what the column of each is called."""

    day: str
    cells: tuple[str, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Count:
    """Days with visits, and minutes of the week, None where a cell's length is not told."""

    days: int
    minutes: int | None


def table_facts(scene: Scene, alignment: Alignment) -> tuple[Fact, ...] | None:
    """The days a week before and after, or else the hours, of the timetable that changed rows of days belong to; ()
    where neither moved, None where the change is of no such table."""
    old, new = _tables(scene, alignment)
    if not old or not new:
        return None
    columns = _changed_columns(old, new)
    was, now = _count(old, columns), _count(new, columns)
    if was.days != now.days:
        return (Fact("visit_days_per_week", float(was.days), float(now.days)),) if was.days and now.days else None
    if was.minutes and now.minutes and was.minutes != now.minutes:
        return (Fact("schedule_hours_per_week", round(was.minutes / 60, 2), round(now.minutes / 60, 2)),)
    return () if was == now and was.minutes is not None else None


def of_some_groups(scene: Scene, alignment: Alignment) -> bool:
    """Whether a timetable with a column for each group of people changed in some of these columns alone."""
    old, new = _tables(scene, alignment)
    columns = _changed_columns(old, new) if old and new else None
    return columns is not None and len(columns) < len(_groups(new))


def _tables(scene: Scene, alignment: Alignment) -> tuple[list[_Row], list[_Row]]:
    """The timetables of both pages that changed rows of days stand in; empty ones where there are none."""
    gone, come = _days(alignment.gone), _days(alignment.come)
    old, new = _table(scene.before, gone), _table(scene.after, come)
    old, new = old or _like(scene.before, new), new or _like(scene.after, old)
    return (old, new) if all(map(_is_table, (old, new))) else ([], [])


def _days(units: Sequence[Unit]) -> list[_Row]:
    """The rows among some lines that are of one day of public visits."""
    rows = [_row(unit) for unit in units if unit.row and may_be_visiting(unit) and not is_legal(unit)]
    return [row for row in rows if row is not None]


def _row(unit: Unit) -> _Row | None:
    first, *cells = (cell.strip() for cell in unit.plain.strip(" |").split("|"))
    said = _DAY.match(first)
    return _Row(said[1], tuple(cells), unit) if said and cells else None


def _table(page: Sequence[Unit], changed: Sequence[_Row]) -> list[_Row]:
    """The rows of days that stand together with the changed ones."""
    if not changed:
        return []
    start = end = stands_at(page, changed[0].unit.place)
    while start > 0 and page[start - 1].row:
        start -= 1
    while end + 1 < len(page) and page[end + 1].row:
        end += 1
    rows = [row for row in map(_row, page[start : end + 1]) if row is not None]
    inside = {row.unit.place for row in rows}
    return rows if all(row.unit.place in inside for row in changed) else []


def _like(page: Sequence[Unit], table: Sequence[_Row]) -> list[_Row]:
    """The table of the other page that rows of this one stand in unchanged."""
    told = {row.unit.plain for row in table}
    at = next((unit for unit in page if unit.row and unit.plain in told), None)
    row = _row(at) if at else None
    return _table(page, [row]) if row else []


def _is_table(rows: Sequence[_Row]) -> bool:
    """Whether rows are a timetable: each day once, and each row's cells shut or with a clock in one of them."""
    days = [row.day for row in rows]
    told = all(any(_open(cell) or _SHUT.match(cell) for cell in row.cells) for row in rows)
    return len(rows) >= _LEAST - 1 and len(set(days)) == len(days) and told


def _open(cell: str) -> bool:
    return any(shape.search(cell) for shape in (_SPAN, _CLOCK)) or _BARE_SPAN.match(cell) is not None


def _changed_columns(old: Sequence[_Row], new: Sequence[_Row]) -> Sequence[int] | None:
    """The columns of groups whose cells changed, None where the columns are parts of one day."""
    header = _groups(new)
    if len(header) < 2 or any(_PART.search(name) for name in header) or not all(header):
        return None
    was = {row.day: row.cells for row in old}
    pairs = [(was.get(row.day, ()), row.cells) for row in new]
    width = range(len(header))
    return [at for at in width if any(a[at : at + 1] != b[at : at + 1] for a, b in pairs)] or None


def _groups(table: Sequence[_Row]) -> list[str]:
    """What the columns beside that of the days are called; nothing where the first row is one of a day itself."""
    header = table[0].unit.header
    if "{" in header or _SPAN.search(header):
        return []
    return [cell.strip() for cell in header.strip(" |").split("|")][1:]


def _count(rows: Sequence[_Row], columns: Sequence[int] | None) -> _Count:
    """What the rows tell; of several columns of groups the first that changed stands for all."""
    days, minutes = 0, 0
    known = True
    for row in rows:
        cells = row.cells if columns is None else row.cells[columns[0] : columns[0] + 1]
        if not any(map(_open, cells)):
            continue
        days += 1
        length = _length(cells)
        known = known and length is not None
        minutes += length or 0
    return _Count(days, minutes if known else None)


def _length(cells: Sequence[str]) -> int | None:
    """Minutes of a row's clock ranges, or from its one clock to the other."""
    spans = [hit for cell in cells for hit in _SPAN.finditer(cell)]
    if spans:
        return sum(_minutes(hit[3], hit[4]) - _minutes(hit[1], hit[2]) for hit in spans)
    clocks = [hit for cell in cells if (hit := _CLOCK.match(cell))]
    if len(clocks) == 2:
        return _minutes(*clocks[1].groups()) - _minutes(*clocks[0].groups())
    return None


def _minutes(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute)
