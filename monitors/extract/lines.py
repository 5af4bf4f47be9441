"""Lines of a page with their places, as PDF files and text recognition give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

CELL_GAP = 1.2  # line heights between two pieces of a line from which they are two cells
_TALL = re.compile(r"[^\s.,:;acemnorsuvwxz-]")
_BULLET = re.compile(r"[•‣◦▪●■□❑➢*]")
_LOW_LETTERS = 1.4  # how much lower a line of small letters alone is than one with capitals


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its box in points, y upwards; cells: its parts where wide gaps divide it; spans: from where
    to where each cell reaches, where that is known; edge: a head or foot that runs through the document; struck: a line
    goes through all of it."""

    left: float
    bottom: float
    right: float
    top: float
    cells: tuple[str, ...]
    spans: tuple[tuple[float, float], ...] = ()
    edge: bool = False
    struck: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.cells)

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    @property
    def size(self) -> float:
        """The height as if a capital letter were in it: boxes fit the letters, and "on a sea" is a low line."""
        return self.height if _TALL.search(self.text) else self.height * _LOW_LETTERS

    def without_cells(self, kept: Sequence[int], texts: Sequence[str]) -> Line:
        """The line with these of its cells alone, by their places, under other texts."""
        return replace(
            self, cells=tuple(texts), spans=tuple(self.spans[n] for n in kept) if self.spans else (), edge=True
        )


def same_line(line: Line, piece: Line) -> bool:
    """Whether a piece of text that is drawn next goes on in the line."""
    overlap = min(line.top, piece.top) - max(line.bottom, piece.bottom)
    return overlap > 0.5 * min(line.height, piece.height) and piece.left >= line.right - 0.5 * line.height


def joined(line: Line, piece: Line) -> Line:
    """The line with a piece of one cell behind it."""
    gap = piece.left - line.right
    if gap > CELL_GAP * max(line.height, piece.height) and not _is_bullet(line):
        cells, spans = (*line.cells, piece.cells[0]), (*line.spans, (piece.left, piece.right))
    else:
        space = " " if gap > 0.15 * line.height and not line.cells[-1].endswith(" ") else ""
        cells = (*line.cells[:-1], line.cells[-1] + space + piece.cells[0])
        spans = (*line.spans[:-1], (line.spans[-1][0], piece.right))
    bottom, top = min(line.bottom, piece.bottom), max(line.top, piece.top)
    return Line(line.left, bottom, piece.right, top, cells, spans, struck=line.struck and piece.struck)


def _is_bullet(line: Line) -> bool:
    """Whether a line is a bullet so far: what follows it is its item, however far it is set in."""
    return len(line.cells) == 1 and _BULLET.fullmatch(line.cells[0].strip()) is not None


def beside(line: Line, piece: Line) -> Line:
    """The line with a piece as a cell of its own, where it stands between the others."""
    cells = sorted([*zip(line.spans, line.cells, strict=True), ((piece.left, piece.right), piece.cells[0])])
    return replace(
        line,
        left=min(line.left, piece.left),
        right=max(line.right, piece.right),
        cells=tuple(text for _, text in cells),
        spans=tuple(span for span, _ in cells),
        struck=False,
    )
