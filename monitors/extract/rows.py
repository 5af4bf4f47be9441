"""Table rows and definitions, read as one text each while their page is walked over."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from monitors.attached import is_value
from monitors.extract.elements import Attributes, is_hidden, is_struck, names
from monitors.extract.grids import ends_like_a_sentence, grid_cells
from monitors.extract.linked import Linked
from monitors.extract.page import LABEL
from monitors.extract.tables import LONGEST_CELL, Gathered, Spans, cell_texts, gather, row_text, spans_of, struck_row
from monitors.records import Segment, SegmentKind

TERM = LABEL + 1  # level of a term above its definition: below the label that its list stands under
SENTENCE_SPACES = 4  # in a definition that ends like a sentence, for it to be one
LONGEST_LABEL = 160  # characters of a text that heads others
_CELLS = names("td th")
_CELL_ROLES = names("cell gridcell columnheader rowheader")


class Rows(Linked):
    """Reads rows and definitions. base: URL that links are relative to; methods that read an element say whether they
    dealt with it, else it is gone on with as with any other."""

    def __init__(self, base: str) -> None:
        super().__init__(base)
        self._spans: list[Spans] = []
        self._term, self._term_told = "", False
        self._stack: list[LexborNode | Callable[[], None]] = []

    def _descend(self, node: LexborNode, leave: Callable[[], None]) -> None:
        self._stack.append(leave)
        if node.child is not None:
            self._stack.append(node.child)

    def _gathered(self, found: Gathered) -> None:
        """Links and alternative texts inside something that was read as one text."""
        for node in found.nodes:
            attributes = node.attributes
            if attributes:
                self.attributes(node.tag or "", attributes)
                if node.tag == "a":
                    self.link(node, attributes)
        self.flush()

    def _table(self, node: LexborNode, attributes: Attributes) -> bool:
        self.flush()
        self._spans.append(Spans())

        def leave() -> None:
            self.flush()
            self._spans.pop()

        self._descend(node, leave)
        return True

    def _row(self, node: LexborNode, attributes: Attributes) -> bool:
        cells: list[LexborNode] = []
        child = node.child
        while child is not None:
            if child.tag in _CELLS or child.attributes.get("role") in _CELL_ROLES:
                cells.append(child)
            child = child.next
        found = [gather(cell) for cell in cells[:200]]
        if not all(cell.plain and len(cell.text) <= LONGEST_CELL and cell.blocks <= 4 for cell in found):
            return False
        spans = self._spans[-1] if self._spans else Spans()
        texts = spans.row([(text, *spans_of(at)) for text, at in zip(cell_texts(found), cells, strict=False)])
        self.flush()
        if len(texts) >= 2 and any(texts):
            text, whole = struck_row(texts)
            self.emit(text, SegmentKind.ROW, struck=whole or self.struck > 0 or is_struck("tr", attributes))
            for cell in found:
                self._gathered(cell)
            return True
        return False

    def _grid_row(self, node: LexborNode, attributes: Attributes) -> bool:
        if self.frame or self.pressed or (attributes and is_hidden(attributes)):
            return False
        found = grid_cells(node)
        if not found:
            return False
        self.flush()
        text, whole = struck_row(cell_texts(found))
        self.emit(text, SegmentKind.ROW, struck=whole or self.struck > 0 or is_struck("div", attributes))
        for cell in found:
            self._gathered(cell)
        return True

    def _definitions(self, node: LexborNode, attributes: Attributes) -> bool:
        self.flush()
        self._descend(node, self._spend_term)
        return True

    def _definition_term(self, node: LexborNode, attributes: Attributes) -> bool:
        self.flush()
        self._spend_term()
        found = gather(node)
        if not found.plain or not found.text or len(found.text) > LONGEST_LABEL:
            return False
        self._term = found.text
        self._gathered(found)
        return True

    def _definition(self, node: LexborNode, attributes: Attributes) -> bool:
        """A short definition is a row with its term, one of several too. A sentence stands under the term as a heading,
        as a long definition does: in a row it would be read as a value."""
        self.flush()
        found = gather(node)
        short = found.plain and found.blocks <= 2 and 0 < len(found.text) <= LONGEST_CELL // 2
        if self._term and short and not _is_sentence(found.text):
            self._term_told = True
            self.emit(row_text([self._term, found.text]), SegmentKind.ROW, struck=self.struck > 0)
            self._gathered(found)
            return True
        if self._term and self.headings[-1:] != [(TERM, self._term)]:
            self.emit(self._term, SegmentKind.HEADING)
            self._term_told = True
            self.headings.append((TERM, self._term))
        return False

    def _spend_term(self) -> None:
        self.flush()
        self.headings = [entry for entry in self.headings if entry[0] < TERM]
        if self._term and not self._term_told:
            self.emit(self._term, SegmentKind.HEADING)
        self._term, self._term_told = "", False


def _is_sentence(text: str) -> bool:
    return ends_like_a_sentence(text) and text.count(" ") >= SENTENCE_SPACES and not is_value(Segment(text))
