"""Grids of the days of the week with a tick where something is open: "Visits | x | - | - | x" in words.

A row says by its columns alone what is open on which day; in words it is "visits | {mon,thu}", or "{mon} | visits"
where the days stand in the first column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from monitors.language.words.patterns import regex
from monitors.language.words.wording import DAYS, canonical

_NAMES = {
    "mon": "mo mon monday mondays", "tue": "tu tue tues tuesday tuesdays", "wed": "we wed weds wednesday wednesdays",
    "thu": "th thu thur thurs thursday thursdays", "fri": "fr fri friday fridays", "sat": "sa sat saturday saturdays",
    "sun": "su sun sunday sundays",
}  # fmt: skip
_DAY_OF = {name: day for day, names in _NAMES.items() for name in names.split()}
_INITIALS = {"mtwtfss": DAYS, "smtwtfs": ("sun", *DAYS[:6]), "mtwtf": DAYS[:5]}
_OPEN = frozenset({"x", "✓", "✔", "✔️", "☑", "☒", "●", "•", "■", "yes", "y", "open"})
_SHUT = frozenset({"", "-", "–", "—", "--", "·", "☐", "○", "□", "no", "n", "closed"})
_LEAST_DAYS = 4
_MOST_CELLS = 10  # seven days, a name for the rows, a bar at either end
_DAY = regex(r"\{[a-z]{3}\}")
_VISITS = regex(r"\bvisit(?:s|ing|ation)?\b")
# "x = closed": the ticks count the other way round, and which of them do is left to whoever reads the page.
_CROSSED_OUT = regex(r"\bx(?: |\b)(?:=|-|:|means|marks)? ?(?:closed|no\b|not\b|shut)")


def cells_of(row: str) -> list[str]:
    """The cells of a row as the page writes it, stripped; a row of a text has bars or tabs between them."""
    return [cell.strip() for cell in re.split(r"[|\t]", row)]


def days_over(cells: Sequence[str]) -> tuple[str, ...]:
    """The days that a line of column names gives, in their order, without its first where that names the rows; () where
    it is no such line."""
    if not _LEAST_DAYS <= len(cells) <= _MOST_CELLS:
        return ()  # a sentence, for every line of a page is asked
    said = [cell.strip().lower().rstrip(".") for cell in cells]
    if len(said[1]) > 1 and said[1] not in _DAY_OF:
        return ()  # neither end of the row
    for names in _without_ends(said):
        letters = "".join(names) if all(len(name) == 1 for name in names) else ""
        found = tuple(_INITIALS.get(letters) or (_DAY_OF.get(name, "") for name in names))
        if len(found) >= _LEAST_DAYS and len(set(found)) == len(found) and all(found):
            return found
    return ()


def ticked(row: Sequence[str], days: Sequence[str]) -> str:
    """A row of ticks under days in words: "visits | {mon,thu}", or "visits | no days"; "" where it is none."""
    cells = next((cells for cells in _without_ends(row) if len(cells) == len(days) + 1 and cells[0]), None)
    ticks = [cell.lower() for cell in cells[1:]] if cells else []
    if cells is None or not any(ticks) or not set(ticks) <= _OPEN | _SHUT:
        return ""  # all of them empty: a heading across the grid
    told = {day for day, tick in zip(days, ticks, strict=True) if tick in _OPEN}
    named = ",".join(day for day in DAYS if day in told)
    return f"{canonical(cells[0])} | {{{named}}}" if named else f"{canonical(cells[0])} | no days"


def ticked_day(row: Sequence[str], columns: Sequence[str]) -> str:
    """A row of ticks behind a day in words: "{mon} | no visits | tours: x"; "" where it is none."""
    ticks = [cell.lower() for cell in row[1:]]
    if len(row) != len(columns) or not any(ticks) or not set(ticks) <= _OPEN | _SHUT:
        return ""
    day = canonical(row[0])
    if not _DAY.fullmatch(day):
        return ""
    if not any(map(_VISITS.search, columns[1:])):
        return ""  # "{mon} | morning | evening": a day without visits, which rules read by its bars alone
    return " | ".join((day, *map(_in_words, columns[1:], ticks)))


def _in_words(column: str, tick: str) -> str:
    if _VISITS.search(column) is None:
        return f"{column}: {tick}"  # its "no" would be one more day without visits
    return column if tick in _OPEN else f"no {column}"


def _without_ends(cells: Sequence[str]) -> Iterator[Sequence[str]]:
    """A row's cells, and without its first, its last or both: the bars around a row stand for no cells, and the first
    column may have no name."""
    yield from (cells, cells[1:], cells[:-1], cells[1:-1])


def crossed_out(lines: Iterable[str]) -> bool:
    """Whether a page says that its crosses are for what is closed."""
    return any(_CROSSED_OUT.search(line.lower()) for line in lines)
