"""Cells, terms and other small subtrees as one text; table rows with the cells that span into them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from monitors.extract.attributes import MARKS, attribute_texts, state_of
from monitors.extract.elements import is_struck, names
from monitors.segments import ROW_MARK, squeeze
from monitors.struck import STRIKE, without_struck

MOST_NODES = 300  # of a subtree that is read as one text
LONGEST_CELL = 240
LONGEST_SPAN_TEXT = 80
WIDEST = 12  # columns that a cell is repeated in
_COMPLEX = names(
    "table ul ol dl h1 h2 h3 h4 h5 h6 form iframe details template section article pre select textarea "
    "fieldset object nav footer aside dialog"
)
_BREAKS = names("p div br li tr td th dt dd hr blockquote address center figcaption option button")
_IGNORED = names("script style svg noscript head link meta")
_MARK = re.compile(r"[•●■◆*∙·]")
_NUMBER = re.compile(r"\s*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Gathered:
    """A subtree as one text. plain: no structure inside that deserves segments of its own; nodes: the elements in it
    that may carry links or alternative texts."""

    text: str
    plain: bool
    blocks: int
    nodes: tuple[LexborNode, ...]


def gather(root: LexborNode) -> Gathered:
    """The text below a node, stopping early at structure or size that makes it more than one text."""
    attributes = root.attributes if root.tag in MARKS else {}
    parts: list[str] = [f"{state} "] if attributes and (state := state_of(root, attributes)) else []
    whole = bool(attributes) and is_struck("", attributes)
    nodes: list[LexborNode] = []
    blocks = seen = 0
    stack: list[LexborNode | str] = [root.child] if root.child is not None else []
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        seen += 1
        if item.next is not None:
            stack.append(item.next)
        tag = item.tag
        if tag == "-text":
            parts.append(item.text_content or "")
            continue
        if tag in _COMPLEX or seen > MOST_NODES:
            return Gathered("", False, blocks, ())
        attributes = item.attributes if tag in MARKS else {}
        if attributes and (state := state_of(item, attributes)):
            parts.append(f" {state} ")
        if tag in _IGNORED:
            continue
        if tag in _BREAKS:
            blocks += 1
            parts.append(" ")
            stack.append(" ")
        elif is_struck(tag or "", attributes):
            parts.append(f" {STRIKE}")
            stack.append(f"{STRIKE} ")
        nodes.append(item)
        if item.child is not None:
            stack.append(item.child)
    text = _strikes_closed("".join(parts))
    return Gathered(f"{STRIKE}{text}{STRIKE}" if whole and text else text, True, blocks, tuple(nodes))


def _strikes_closed(text: str) -> str:
    """A text with each strike right around what it strikes."""
    if STRIKE not in text:
        return squeeze(text)
    parts = [squeeze(part) for part in text.split(STRIKE)]
    return squeeze(" ".join(f"{STRIKE}{part}{STRIKE}" if n % 2 and part else part for n, part in enumerate(parts)))


def cell_texts(cells: list[Gathered]) -> list[str]:
    """The texts of a row's cells; beside a text, a tick or a cross that is a picture says what its short name says, and
    a dot or star that is all of a cell is a tick."""
    if not any(cell.text for cell in cells):
        return [""] * len(cells)
    return ["✓" if _MARK.fullmatch(cell.text) else cell.text or _pictured(cell.nodes) for cell in cells]


def _pictured(nodes: tuple[LexborNode, ...]) -> str:
    named = []
    for node in nodes:
        attributes = node.attributes
        # A name that is a sentence is a text of its own already.
        if attributes and not any(attribute_texts(node.tag or "", attributes)):
            named.append((attributes.get("alt") if node.tag == "img" else "") or attributes.get("aria-label") or "")
    return squeeze(" ".join(named))[:LONGEST_SPAN_TEXT]


class Spans:
    """Cells of one table that reach down into later rows."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[str, int]] = {}

    def row(self, cells: list[tuple[str, int, int]]) -> list[str]:
        """A row's texts with spanning cells filled in, from its own cells as (text, columns, rows)."""
        texts: list[str] = []
        column = 0
        for text, columns, rows in cells:
            column = self._fill(texts, column)
            # "Women" over two columns and then "Men" is another rule than the reverse; a cell alone is the whole row.
            wide = columns if len(cells) > 1 and columns <= WIDEST and len(text) <= LONGEST_SPAN_TEXT else 1
            texts.extend([text] * wide)
            if rows > 1 and len(text) <= LONGEST_SPAN_TEXT:
                self._open |= dict.fromkeys(range(column, column + wide), (text, rows))
            column += columns
        self._fill(texts, column)
        self._open = {at: (text, rows - 1) for at, (text, rows) in self._open.items() if rows > 1}
        return texts

    def _fill(self, texts: list[str], column: int) -> int:
        own = {at for at, (_, rows) in self._open.items() if rows > 0}
        while column in own and not self._fresh(column, texts):
            texts.append(self._open[column][0])
            column += 1
        return column

    def _fresh(self, column: int, texts: list[str]) -> bool:
        """Whether the spanning cell was opened by the row being built."""
        return column < len(texts) and texts[column] == self._open[column][0]


def spans_of(cell: LexborNode) -> tuple[int, int]:
    """(columns, rows) a cell covers."""
    attributes = cell.attributes
    return _count(attributes.get("colspan")), _count(attributes.get("rowspan"))


def _count(value: str | None) -> int:
    hit = _NUMBER.match(value) if value else None
    return min(max(int(hit[1]), 1), 200) if hit else 1


def struck_row(cells: list[str]) -> tuple[str, bool]:
    """(text, struck) of a row: one whose cells are all struck is struck as a whole."""
    whole = all(cell == "" or (STRIKE in cell and not any(map(str.isalnum, without_struck(cell)))) for cell in cells)
    return row_text([cell.replace(STRIKE, "") for cell in cells] if whole else cells), whole


def row_text(cells: list[str]) -> str:
    """Cells in one line; empty ones keep their place, since a time that moves to another day's column is a change."""
    return ROW_MARK.join(cells).strip()
