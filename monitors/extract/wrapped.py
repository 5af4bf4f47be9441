"""Cells of tables without ruling lines whose text wraps, put together again: "Maximum and / close custody | Saturday".

Told by place alone: below a line of several cells, what begins where one of its cells begins and ends before the next
one stands in that column. Files draw such a table cell by cell, so that a row ends where the pen goes back to the left,
or line by line; then a line without all columns goes on with the row above where it stands closer to it than rows stand
to each other, or where its words plainly go on. In doubt lines stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from monitors.extract.lines import Line

_ALIGNED = 3.0  # points by which cells of one column may begin apart
_LEADING = 0.9  # line heights between two lines of one cell at most
_CLOSER = 0.85  # of the distance between rows, below which a line belongs to the row above
_PROSE = 28  # characters; a line of two cells as long as this is prose in two columns
_UNFINISHED = re.compile(
    r"(?:\b(?:to|and|or|of|the|for|with|by|at|on|in|from|but|not|y|o|de|a)|[-,–&/])$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell's line with the column that it stands in."""

    column: int
    text: str
    left: float
    right: float
    bottom: float
    top: float


_Row = list[_Piece]


def unwrapped(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page, each wrapped row of a table as one line."""
    at = 0
    while at < len(lines):
        lefts = _columns(lines[at])
        end = _end(lines, at, lefts) if lefts else at + 1
        yield from _read(lines[at:end], lefts) if end - at > 1 else lines[at:end]
        at = end


def _columns(line: Line) -> tuple[float, ...]:
    """Where the columns begin that a line of a table shows; none for any other line."""
    prose = len(line.cells) == 2 and all(len(cell) >= _PROSE for cell in line.cells)
    if len(line.cells) < 2 or len(line.spans) != len(line.cells) or prose or line.edge or not all(line.cells):
        return ()
    return tuple(left for left, _ in line.spans)


def _end(lines: Sequence[Line], start: int, lefts: Sequence[float]) -> int:
    """The first line that belongs to no column of the table, or stands far below it."""
    lowest = lines[start].bottom
    for at in range(start + 1, len(lines)):
        line = lines[at]
        far = lowest - line.top > 2.5 * line.height
        if far or line.edge or line.struck or not _pieces(line, lefts):
            return at
        lowest = min(lowest, line.bottom)
    return len(lines)


def _pieces(line: Line, lefts: Sequence[float]) -> _Row:
    """The cells of a line in their columns, none where one stands in no column."""
    if len(line.spans) != len(line.cells):
        return []
    found = []
    for text, (left, right) in zip(line.cells, line.spans, strict=True):
        column = next((n for n, edge in enumerate(lefts) if abs(edge - left) <= _ALIGNED), None)
        if column is None or (column + 1 < len(lefts) and right > lefts[column + 1] - _ALIGNED):
            return []
        found.append(_Piece(column, text, left, right, line.bottom, line.top))
    return found


def _read(lines: Sequence[Line], lefts: Sequence[float]) -> Iterator[Line]:
    rows = _wrapped(_drawn([_pieces(line, lefts) for line in lines]), len(lefts))
    if all(_filled(row) < 2 for row in rows[1:]):
        yield from lines  # text below a line of several cells, no table
        return
    yield from (_line(row, lines[0]) for row in rows)


def _drawn(lines: Sequence[_Row]) -> list[_Row]:
    """Rows as they were drawn: a new one begins where the pen goes back to the left, or below the last line of a cell
    by more than a line."""
    rows: list[_Row] = []
    for piece in (piece for line in lines for piece in line):
        if rows and _goes_on(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _goes_on(row: _Row, piece: _Piece) -> bool:
    last = row[-1]
    height = max(last.top - last.bottom, 1.0)
    if piece.column == last.column:
        return -0.3 * height < last.bottom - piece.top < _LEADING * height and len(row) < 12
    inside = min(max(p.top for p in row), piece.top) - max(min(p.bottom for p in row), piece.bottom)
    return piece.column > last.column and inside > -_LEADING * height


def _wrapped(rows: list[_Row], columns: int) -> list[_Row]:
    """Rows with those that go on with the one above joined to it."""
    pitches = [_top(above) - _top(below) for above, below in pairwise(rows) if _filled(below) == columns]
    usual = min(pitches, default=0.0)
    found: list[_Row] = []
    for row in rows:
        if found and found[-1][0] is not rows[0][0] and _filled(row) < columns and _belongs(found[-1], row, usual):
            found[-1] = [*found[-1], *row]
        else:
            found.append(row)
    return found


def _filled(row: _Row) -> int:
    return len({piece.column for piece in row})


def _belongs(above: _Row, row: _Row, usual: float) -> bool:
    held = {piece.column for piece in above}
    if not {piece.column for piece in row} <= held:
        return False
    pitch = min(piece.top for piece in above) - _top(row)
    if 0 < pitch < _CLOSER * usual:
        return True
    ends = {piece.column: piece.text for piece in above}
    return all(piece.text[:1].islower() or _UNFINISHED.search(ends[piece.column]) for piece in row)


def _top(row: _Row) -> float:
    return max(piece.top for piece in row)


def _line(row: _Row, like: Line) -> Line:
    """A row as one line, the pieces of each cell behind each other."""
    cells = {column: [p for p in row if p.column == column] for column in sorted({p.column for p in row})}
    first = max(piece.top for piece in row)
    height = row[0].top - row[0].bottom
    return replace(
        like,
        left=min(piece.left for piece in row),
        right=max(piece.right for piece in row),
        top=first,
        bottom=first - height,
        cells=tuple(" ".join(piece.text for piece in held) for held in cells.values()),
        spans=tuple((min(p.left for p in held), max(p.right for p in held)) for held in cells.values()),
    )
