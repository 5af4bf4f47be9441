"""What is laid over the text of a PDF page: values of form fields, notes, and lines through words.

PDFium's text holds none of it, and a reader sees all: a fee typed into a field, "SUSPENDED" as a note, a struck clause.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from monitors.extract.lines import Line, beside
from monitors.segments import clean, squeeze

MOST_LINES, MOST_NOTES = 4_000, 400  # that are drawn and laid over one page
THICK = 3.2  # points up to which a box is a line through words; a hairline's box is 2 points high
LEAST_THROUGH = 0.9  # of a piece of text that a line has to go through
_PATH = 2  # FPDF_PAGEOBJ_PATH
_WIDGET, _STRIKE_OUT = 20, 12
_NOTES = (1, 3, 13, 14)  # sticky notes, text on the page, stamps, insertions
_UNSEEN = 2 | 32  # hidden, not to be viewed
_UNTICKED = "Off"

_Box = tuple[float, float, float, float]
Through = tuple[float, float, float]  # height, from and to of a line that may go through words


def throughs(page: Any) -> list[Through]:
    """Horizontal lines and bars as thin as one, whatever they are for, and strike-outs laid over the text; lowest
    first."""
    found = []
    for left, bottom, right, top in (*_drawn(page), *_struck_out(page)):
        if right - left > max(THICK, top - bottom):
            found.append(((bottom + top) / 2, left, right))
    return sorted(found)


def _struck_out(page: Any) -> Iterator[_Box]:
    """The boxes of the lines of text that strike-outs go through; one may reach over several lines."""
    pdfium = _pdfium()
    for mark in _laid_over(page):
        if pdfium.FPDFAnnot_GetSubtype(mark) != _STRIKE_OUT:
            continue
        for number in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(mark), MOST_NOTES)):
            quad = pdfium.FS_QUADPOINTSF()
            if pdfium.FPDFAnnot_GetAttachmentPoints(mark, number, quad):
                across = (quad.x1, quad.x2, quad.x3, quad.x4)
                up = (quad.y1, quad.y2, quad.y3, quad.y4)
                yield min(across), min(up), max(across), max(up)


def _drawn(page: Any) -> Iterator[_Box]:
    from pypdfium2 import PdfiumError

    for drawn in islice(page.get_objects(filter=(_PATH,), max_depth=1), MOST_LINES):
        try:
            left, bottom, right, top = drawn.get_bounds()
        except PdfiumError:  # a path without points
            continue
        if top - bottom <= THICK:
            yield left, bottom, right, top


def struck_part(piece: Line, lines: Sequence[Through]) -> tuple[float, float] | None:
    """From where to where a line goes through the middle of a piece of text; None where none does."""
    low, high = piece.bottom + 0.25 * piece.height, piece.bottom + 0.75 * piece.height
    for _, left, right in lines[bisect_left(lines, (low,)) : bisect_left(lines, (high,))]:
        left, right = max(left, piece.left), min(right, piece.right)
        if right - left > 0.5 * piece.height:
            whole = right - left >= LEAST_THROUGH * (piece.right - piece.left)
            return (piece.left, piece.right) if whole else (left, right)
    return None


def with_marks(page: Any, lines: Sequence[Line]) -> list[Line]:
    """The lines with the values of fields beside the words they stand by; notes behind them."""
    marked = list(lines)
    for kind, text, (left, bottom, right, top) in _annotations(page):
        piece = Line(left, bottom, right, top, (text,), ((left, right),))
        at = _words_beside(piece, marked) if kind == _WIDGET else None
        if not text or (kind != _WIDGET and kind not in _NOTES):
            continue
        if at is None:
            marked.append(piece)
        else:
            marked[at] = beside(marked[at], piece)
    return marked


def _words_beside(piece: Line, lines: Sequence[Line]) -> int | None:
    """The line at the height of a field, the nearest where there are several."""
    level = [
        (min(abs(piece.left - line.right), abs(line.left - piece.right)), at)
        for at, line in enumerate(lines)
        if min(line.top, piece.top) - max(line.bottom, piece.bottom) > 0.5 * min(line.height, piece.height)
    ]
    return min(level)[1] if level else None


def _annotations(page: Any) -> Iterator[tuple[int, str, _Box]]:
    """(kind, what it says, box) of what is laid over a page and seen."""
    pdfium = _pdfium()
    for mark in _laid_over(page):
        kind, box = pdfium.FPDFAnnot_GetSubtype(mark), pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetRect(mark, box):
            text = _value(mark) if kind == _WIDGET else _string(mark, b"Contents")
            yield kind, squeeze(clean(text)), (box.left, box.bottom, box.right, box.top)


def _laid_over(page: Any) -> Iterator[Any]:
    """What is laid over a page and seen, each open as long as it is looked at."""
    pdfium = _pdfium()
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_NOTES)):
        mark = pdfium.FPDFPage_GetAnnot(page, number)
        if not mark:
            continue
        try:
            if not pdfium.FPDFAnnot_GetFlags(mark) & _UNSEEN:
                yield mark
        finally:
            pdfium.FPDFPage_CloseAnnot(mark)


def _value(mark: Any) -> str:
    """What a field says: its text, or for a box whether it is ticked."""
    state = _string(mark, b"AS")
    if state:
        return "☐" if state == _UNTICKED else "☒"
    return _string(mark, b"V")


def _pdfium() -> Any:
    # Imported here: loading PDFium costs time that pages in HTML need not pay.
    from pypdfium2 import raw

    return raw


def _string(mark: Any, name: bytes) -> str:
    pdfium = _pdfium()
    size = pdfium.FPDFAnnot_GetStringValue(mark, name, None, 0)
    held = ctypes.create_string_buffer(max(size, 2))
    pdfium.FPDFAnnot_GetStringValue(mark, name, ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return held.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
