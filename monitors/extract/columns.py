"""Lines in columns: prose is read down each column, and cells of tables stand in the column they are drawn in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from monitors.extract.lines import Line

_Span = tuple[float, float]


def in_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines drawn straight across two columns of prose become the left column, then the right one; rows of tables get
    their empty cells."""
    at = 0
    while at < len(lines):
        run = at
        while run < len(lines) and _is_two_columns(lines[run]):
            run += 1
        if run - at >= 3:
            yield from _down_the_columns(lines[at:run])
            at = run
            continue
        while run < len(lines) and len(lines[run].cells) > 1:
            run += 1
        if run > at:
            yield from with_empty_cells(lines[at:run])
            at = run
        else:
            yield lines[at]
            at += 1


def _is_two_columns(line: Line) -> bool:
    return len(line.cells) == 2 and all(len(cell) >= 28 and cell.count(" ") >= 3 for cell in line.cells)


def _down_the_columns(lines: Sequence[Line]) -> Iterator[Line]:
    for side in (0, 1):
        for line in lines:
            width = (line.right - line.left) / 2
            left = line.left + side * width
            spans = line.spans[side : side + 1]
            yield replace(line, left=left, right=left + width, cells=(line.cells[side],), spans=spans)


def with_empty_cells(rows: Sequence[Line]) -> Iterator[Line]:
    """Rows with as many cells as the widest of them: a time that stands in another column is another day's."""
    columns = _columns(rows)
    for row in rows:
        places = [_column(span, columns) for span in row.spans] if columns else []
        if len(row.cells) < len(columns) and None not in places and len(set(places)) == len(places):
            held = dict(zip(places, row.cells, strict=True))
            yield replace(row, cells=tuple(held.get(n, "") for n in range(len(columns))), spans=tuple(columns))
        else:
            yield row


def _columns(rows: Sequence[Line]) -> list[_Span]:
    """From where to where the columns reach, by the rows that have a cell in each; none where they run together."""
    most = max(len(row.cells) for row in rows)
    full = [row.spans for row in rows if len(row.spans) == most]
    reach = [(min(left for left, _ in column), max(right for _, right in column)) for column in zip(*full, strict=True)]
    return reach if all(one[1] <= other[0] for one, other in pairwise(reach)) else []


def _column(span: _Span, columns: Sequence[_Span]) -> int | None:
    """The one column that a cell stands in or is nearest to; None where it reaches over several."""
    over = [n for n, (left, right) in enumerate(columns) if min(right, span[1]) > max(left, span[0])]
    if len(over) > 1:
        return None
    return over[0] if over else min(range(len(columns)), key=lambda n: _apart(span, columns[n]))


def _apart(one: _Span, other: _Span) -> float:
    return abs(one[0] + one[1] - other[0] - other[1])
