"""Table rows made of plain elements: lines of the same build below each other, each a label with its values.

`<div><div>Video visit from home</div><div>$5.00</div></div>` above or below another such line is a row on the page. A
price or a day by itself says nothing of what it is the price or the day of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from selectolax.lexbor import LexborNode

from monitors.attached import is_value
from monitors.extract.elements import UNSEEN, names
from monitors.extract.tables import Gathered, gather
from monitors.records import Segment

LONGEST_GRID_CELL = 80  # characters
LONGEST_FIRST_CELL = 160  # of the label
MOST_CELLS = 8
_CELLS = names("div p span strong b h3 h4 h5 h6 time dt dd")
_BLOCK_CELLS = names("div p h3 h4 h5 h6")
_ABBREVIATED = ("a.m.", "p.m.", "min.", "hrs.", "hr.", "yrs.")


def grid_cells(line: LexborNode) -> list[Gathered]:
    """The cells of an element that is one row among others, empty where it is none."""
    cells = _cells(line)
    if not cells:
        return []
    nearest = [one for one in (_beside(line, lambda n: n.prev), _beside(line, lambda n: n.next)) if one is not None]
    others = [other for other in map(_cells, nearest) if other and _build(other) == _build(cells)]
    if not others:
        return []
    found = [gather(cell) for cell in cells]
    if not _is_row(found):
        return []
    rows = [found, *(row for row in ([gather(cell) for cell in other] for other in others) if _is_row(row))]
    return found if len(rows) > 1 and any(map(_has_value, rows)) else []


def _cells(line: LexborNode) -> list[LexborNode]:
    """The elements that a line is made of; none where it holds other text or too few or too many."""
    cells: list[LexborNode] = []
    child = line.child
    while child is not None:
        tag = child.tag
        if tag in _CELLS and len(cells) < MOST_CELLS:
            cells.append(child)
        elif tag not in UNSEEN and not (tag == "-text" and not (child.text_content or "").strip()):
            return []
        child = child.next
    return cells if len(cells) > 1 and any(cell.tag in _BLOCK_CELLS for cell in cells) else []


def _beside(line: LexborNode, step: Callable[[LexborNode], LexborNode | None]) -> LexborNode | None:
    """The nearest element before or after, where it is of the same kind."""
    at = step(line)
    while at is not None and not at.is_element_node:
        at = step(at)
    return at if at is not None and at.tag == line.tag else None


def _build(cells: Sequence[LexborNode]) -> tuple[str | None, ...]:
    return tuple(cell.tag for cell in cells)


def _is_row(cells: Sequence[Gathered]) -> bool:
    """Whether two or more are short texts that end like no sentence, and not all of them links."""
    short = len(cells[0].text) <= LONGEST_FIRST_CELL and all(len(c.text) <= LONGEST_GRID_CELL for c in cells[1:])
    short = short and all(cell.plain and not ends_like_a_sentence(cell.text) for cell in cells)
    links = sum(any(node.tag == "a" for node in cell.nodes) for cell in cells)
    return short and sum(bool(cell.text) for cell in cells) > 1 and links < len(cells)


def ends_like_a_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, and not in "9 a.m. to 3 p.m."."""
    return text[-1:] in (".", "!", "?", ":", ";") and not text.casefold().endswith(_ABBREVIATED)


def _has_value(cells: Sequence[Gathered]) -> bool:
    return any(is_value(Segment(cell.text)) or _FIGURE_AHEAD.match(cell.text) for cell in cells[1:])


_FIGURE_AHEAD = re.compile(r"[$€£]?\d\S*(?: \S+){0,5}$")  # "$2.95 for each deposit"
