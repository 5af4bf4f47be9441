"""The lines of one page of a PDF, in drawing order, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from monitors.extract.lines import Line, joined, same_line
from monitors.extract.pdf_marks import Through, struck_part, throughs, with_marks
from monitors.segments import squeeze

CUT = 0.7  # points that stay free beside a cut: any letter that a box touches counts as in it
MOST_PIECES = 6_000  # runs of text on one page; maps and drawings have more and hold no rules
_LINE_END_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\r": " ", "\n": " "})  # PDFium's hyphen at a line end


def page_lines(page: Any) -> list[Line]:
    """The lines of a page in drawing order, with what is laid over them."""
    text_page = page.get_textpage()
    through = throughs(page)
    lines: list[Line] = []
    for number in range(min(text_page.count_rects(), MOST_PIECES)):
        for piece in _pieces(text_page, text_page.get_rect(number), through):
            if lines and same_line(lines[-1], piece):
                lines[-1] = joined(lines[-1], piece)
            else:
                lines.append(piece)
    return with_marks(page, [_read(line) for line in lines])


def _pieces(text_page: Any, box: Sequence[float], through: Sequence[Through]) -> Iterator[Line]:
    """A run of text as one piece; as two or three where a line goes through a part of it."""
    whole = _piece(text_page, box, False)
    if not whole.cells[0].strip():
        return
    part = struck_part(whole, through)
    if part is None:
        yield whole
        return
    left, bottom, right, top = box
    cuts = [(left, part[0] - CUT, False), (part[0] + CUT, part[1] - CUT, True), (part[1] + CUT, right, False)]
    parts = [_piece(text_page, (a, bottom, b, top), is_struck) for a, b, is_struck in cuts if b - a > 1]
    said = [piece for piece in parts if piece.cells[0].strip()]
    # A letter that lies across a cut stands on both sides of it: then the line as a whole is told.
    lost = sum(len(piece.cells[0].strip(" ~")) for piece in said) > len(whole.cells[0])
    yield from [_piece(text_page, box, True)] if lost else said


def _piece(text_page: Any, box: Sequence[float], is_struck: bool) -> Line:
    text = text_page.get_text_bounded(*box).translate(_LINE_END_HYPHENS)
    if is_struck and text.strip():
        text = f"~~{text.strip()}~~"
    return Line(box[0], box[1], box[2], box[3], (text,), ((box[0], box[2]),), struck=is_struck)


def _read(line: Line) -> Line:
    """Text of one line that is struck as a whole has no marks: the line says so itself."""
    cells = tuple(squeeze(cell.replace("~~", " ") if line.struck else cell) for cell in line.cells)
    return replace(line, cells=cells)
