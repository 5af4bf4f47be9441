"""The walk over a page's tree that turns it into segments.

One pass without recursion, since pages nest deeper than Python's stack; a table row, heading or term is looked at
twice, once to see whether it is one text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitors.extract.attributes import attribute_texts
from monitors.extract.document import Link, LinkKind
from monitors.extract.elements import names
from monitors.extract.links import absolute, document_path
from monitors.extract.tables import LONGEST_CELL, Gathered, Spans, gather, row_text, spans_of
from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind
from monitors.segments import cut, key, squeeze

_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark math mi mn mo q rp rt ruby "
    "s samp slot small span strike strong sub sup time tt u var wbr nobr del blink tspan"
)
_SKIPPED = names("script style link meta param source track col colgroup canvas title -comment !doctype -undef")
_STRIKING = names("s strike del")
_BOLD = names("strong b u em font")
_ATOMIC = names("a time label")
_SECTIONS = names("section article aside footer nav details dialog td li fieldset")
_FRAMES = names("iframe frame embed object")
_CELLS = names("td th")
_CELL_ROLES = names("cell gridcell columnheader rowheader")
_LABEL = 7  # level of summaries, legends, captions and bold lines: below every real heading
_LONGEST_LABEL = 160
LONGEST_ENTRY = 90
_FRAME_DEPTH = 2
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRIKE_STYLE = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_STRUCK, _UNSTRUCK = "\x02", "\x03"

Attributes = Mapping[str, str | None]


class Walk:
    """Collects the segments and links of the trees it is run over. base: URL that links are relative to."""

    def __init__(self, base: str, depth: int = 0) -> None:
        self.base = base
        self.depth = depth
        self.segments: list[Segment] = []
        self.links: list[Link] = []
        self._buffer: list[str] = []
        self._pending: list[Segment] = []
        self._tips: list[Segment] = []
        self._headings: list[tuple[int, str]] = []
        self._kind = SegmentKind.TEXT
        self._hidden = self._struck = self._pre = 0
        self._border = ""  # the inline borders crossed since the last text
        self._pressed = 0  # links and buttons that are open
        self._shown = self._on_press = 0  # characters in the buffer, and those of them on something to press
        self._menu: list[int] = []  # segments that are nothing but something to press
        self._spans: list[Spans] = []
        self._term = ""
        self._stack: list[LexborNode | Callable[[], None]] = []
        self._handlers: dict[str, Callable[[LexborNode, Attributes], bool]] = {
            **{f"h{level}": self._heading for level in range(1, 7)},
            **dict.fromkeys(("summary", "legend", "caption"), self._label),
            **dict.fromkeys(_FRAMES, self._frame),
            **dict.fromkeys(("pre", "textarea", "xmp", "listing"), self._preformatted),
            "br": self._break,
            "a": self._anchor,
            "tr": self._row,
            "table": self._table,
            "dt": self._definition_term,
            "dd": self._definition,
            "dl": self._definitions,
            "li": self._item,
            "p": self._paragraph,
            "option": self._option,
            "template": self._template,
            "noscript": self._noscript,
            "noframes": self._noframes,
            "svg": self._drawing,
            "button": self._button,
        }

    def run(self, root: LexborNode) -> None:
        """Reads a tree; may be called again for a further one."""
        self._headings = []
        stack = self._stack
        stack.append(root)
        while stack:
            item = stack.pop()
            if not isinstance(item, LexborNode):
                item()
                continue
            if item is not root and (following := item.next) is not None:
                stack.append(following)
            self._enter(item)
        self._flush()

    def finish(self) -> None:
        """Adds tooltips and labels that say what no visible segment says."""
        self._flush()
        self._mark_menus()
        shown = {segment.key for segment in self.segments}
        for tip in self._tips:
            made = key(tip.text)
            # "Visiting rules, 1 of 16" and "Visiting rules (opens in a new window)" say what is shown and a place.
            if made and made not in shown and re.split(r",|\s\(", made)[0] not in shown:
                shown.add(made)
                self.add(tip)
        self._tips.clear()

    def _mark_menus(self) -> None:
        """Marks entries of menus: texts that are nothing but a link or button, three or more of them close together."""
        near = 3
        for n, at in enumerate(self._menu):
            others = self._menu[max(0, n - near) : n] + self._menu[n + 1 : n + 1 + near]
            if sum(1 for other in others if abs(other - at) <= near) >= 2 and _is_entry(self.segments[at]):
                self.segments[at] = replace(self.segments[at], kind=SegmentKind.MENU)
        self._menu.clear()

    def add(self, segment: Segment) -> None:
        """Takes a block in: cleaned, cut into segments and keyed."""
        self.segments.extend(cut(segment))

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return
        if tag in _SKIPPED:
            return
        attributes: Attributes = node.attributes
        if attributes:
            self._attributes(tag, attributes)
        handler = self._handlers.get(tag) or self._by_role(attributes)
        if handler is not None and handler(node, attributes):
            return
        if tag in _INLINE:
            self._inline(node, tag, attributes)
        else:
            self._block(node, tag, attributes)

    def _by_role(self, attributes: Attributes) -> Callable[[LexborNode, Attributes], bool] | None:
        role = attributes.get("role") if attributes else None
        if role == "row":
            return self._row
        if role == "heading":
            return self._heading
        return self._label if role == "button" and "href" not in attributes else None

    def _attributes(self, tag: str, attributes: Attributes) -> None:
        for kind, text in attribute_texts(tag, attributes):
            segment = Segment(text, self._path(), kind, hidden=kind is SegmentKind.ALT)
            if tag in ("img", "area", "input", "optgroup"):
                self._pending.append(segment)
            else:
                self._tips.append(segment)

    # ---- text and blocks

    def _text(self, text: str) -> None:
        if self._pre:
            for n, line in enumerate(text.split("\n")):
                if n:
                    self._flush()
                self._buffer.append(line)
            return
        if self._border and self._buffer and text[:1].strip() and _glued(self._buffer[-1], self._border, text):
            self._buffer.append(" ")
        self._buffer.append(text)
        self._border = ""
        length = len(text.strip())
        self._shown += length
        self._on_press += length if self._pressed else 0

    def _inline(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        self._border += f"<{tag}>"
        struck = tag in _STRIKING or bool(_STRIKE_STYLE.search(attributes.get("style") or ""))
        hidden = bool(attributes) and _is_hidden(attributes)
        if struck:
            self._struck += 1
            self._buffer.append(_STRUCK)
        if hidden:
            self._hidden += 1
        pressed = tag == "a" and "href" in attributes
        self._pressed += pressed

        def leave() -> None:
            self._pressed -= pressed
            self._border += f"</{tag}>"
            if struck:
                self._struck -= 1
                self._buffer.append(_UNSTRUCK)
            if hidden:
                self._hidden -= 1

        self._descend(node, leave)

    def _block(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        self._flush()
        hidden = bool(attributes) and (_is_hidden(attributes) or (tag == "dialog" and "open" not in attributes))
        struck = (bool(attributes) and bool(_STRIKE_STYLE.search(attributes.get("style") or ""))) or tag in _STRIKING
        self._hidden += hidden
        self._struck += struck
        kind, headings, made = self._kind, list(self._headings), len(self.segments)
        if tag in ("nav", "footer"):
            self._headings = []

        def leave() -> None:
            self._flush()
            self._hidden -= hidden
            self._struck -= struck
            self._kind = kind
            if tag in _SECTIONS:
                self._headings = headings
            else:
                self._drop_labels(len(headings), len(self.segments) - made)

        self._descend(node, leave)

    def _drop_labels(self, before: int, made: int) -> None:
        """Labels end with the block they stand in, unless the block holds nothing else: then they head what follows."""
        labels = sum(1 for level, _ in self._headings[before:] if level == _LABEL)
        if labels and made > labels:
            self._headings = [entry for n, entry in enumerate(self._headings) if n < before or entry[0] != _LABEL]

    def _descend(self, node: LexborNode, leave: Callable[[], None]) -> None:
        self._stack.append(leave)
        if node.child is not None:
            self._stack.append(node.child)

    def _flush(self) -> None:
        self._border = ""
        if self._buffer:
            text = squeeze("".join(self._buffer))
            self._buffer.clear()
            if self._struck:
                self._buffer.append(_STRUCK)
            if text.strip(_STRUCK + _UNSTRUCK + " "):
                text, struck = _resolve_strikes(text, bool(self._struck))
                if self._shown == self._on_press and len(text) <= LONGEST_ENTRY:
                    self._menu.append(len(self.segments))
                self._emit(text, self._kind, struck=struck)
        self._shown = self._on_press = 0
        if self._pending:
            pending, self._pending = self._pending, []
            for segment in pending:
                self.add(segment)

    def _emit(self, text: str, kind: SegmentKind, *, struck: bool = False) -> None:
        self.add(Segment(text, self._path(), kind, struck=struck, hidden=self._hidden > 0))

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)

    # ---- elements with a meaning of their own: True = dealt with, False = go on as with any other element

    def _break(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        return True

    def _heading(self, node: LexborNode, attributes: Attributes) -> bool:
        tag = node.tag or ""
        level = int(tag[1]) if len(tag) == 2 and tag[1].isdigit() else int(attributes.get("aria-level") or 2)
        return self._headline(node, min(max(level, 1), 6))

    def _label(self, node: LexborNode, attributes: Attributes) -> bool:
        return self._headline(node, _LABEL)

    def _button(self, node: LexborNode, attributes: Attributes) -> bool:
        if "aria-expanded" in attributes and self._headline(node, _LABEL):
            return True
        self._flush()
        self._pressed += 1

        def leave() -> None:
            self._flush()
            self._pressed -= 1

        self._descend(node, leave)
        return True

    def _headline(self, node: LexborNode, level: int) -> bool:
        found = gather(node)
        if not found.plain or len(found.text) > _LONGEST_LABEL or not found.text:
            return False
        self._flush()
        self._headings = [entry for entry in self._headings if entry[0] < level]
        self._emit(found.text, SegmentKind.HEADING)
        self._headings.append((level, found.text))
        self._gathered(found)
        return True

    def _gathered(self, found: Gathered) -> None:
        """Links and alternative texts inside something that was read as one text."""
        for node in found.nodes:
            attributes = node.attributes
            if attributes:
                self._attributes(node.tag or "", attributes)
                if node.tag == "a":
                    self._link(node, attributes)
        self._flush()

    def _paragraph(self, node: LexborNode, attributes: Attributes) -> bool:
        """A paragraph that is one short bold line heads what follows it."""
        child = node.child
        if child is None or child.tag not in _BOLD or child.next is not None:
            return False
        text = child.text()
        if len(text) > 80 or not text.strip() or text.rstrip()[-1] in ".!?;,":
            return False
        return child.css_first("a, img, br, s, del, strike") is None and self._headline(node, _LABEL)

    def _item(self, node: LexborNode, attributes: Attributes) -> bool:
        self._block(node, "li", attributes)
        self._kind = SegmentKind.ITEM
        return True

    def _option(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        text = squeeze(node.text()) or squeeze(attributes.get("label") or attributes.get("value") or "")
        if text:
            self._emit(text, SegmentKind.OPTION)
        return True

    def _preformatted(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        kind, self._kind = self._kind, SegmentKind.PRE
        self._pre += 1

        def leave() -> None:
            self._flush()
            self._pre -= 1
            self._kind = kind

        self._descend(node, leave)
        return True

    def _noscript(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        self._hidden += 1

        def leave() -> None:
            self._flush()
            self._hidden -= 1

        self._descend(node, leave)
        return True

    def _template(self, node: LexborNode, attributes: Attributes) -> bool:
        hidden = not any(name in attributes for name in ("shadowrootmode", "shadowroot"))
        self._flush()
        self._hidden += hidden

        def leave() -> None:
            self._flush()
            self._hidden -= hidden

        self._stack.append(leave)
        for fragment in reversed(node.template_fragments()):
            if fragment.child is not None:
                self._stack.append(fragment.child)
        return True

    def _noframes(self, node: LexborNode, attributes: Attributes) -> bool:
        self._inner(node.text())
        return True

    def _drawing(self, node: LexborNode, attributes: Attributes) -> bool:
        for text in node.css("text"):
            self._flush()
            self._emit(text.text(separator=" "), SegmentKind.TEXT)
        return True

    # ---- links and frames

    def _anchor(self, node: LexborNode, attributes: Attributes) -> bool:
        self._link(node, attributes)
        return False

    def _link(self, node: LexborNode, attributes: Attributes) -> None:
        href = attributes.get("href") or ""
        path = document_path(href)
        if path:
            text = squeeze(node.text()) or next((t for _, t in attribute_texts("a", attributes)), "")
            self._document(href, path, text)

    def _document(self, href: str, path: str, text: str) -> None:
        shown = f"doc: {text} -> {path}" if text else f"doc: {path}"
        self._pending.append(Segment(shown, self._path(), SegmentKind.LINK, hidden=self._hidden > 0))
        self.links.append(Link(LinkKind.DOCUMENT, absolute(self.base, href), text))

    def _frame(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        source = attributes.get("src") or attributes.get("data") or ""
        if source and (url := absolute(self.base, source)):
            self.links.append(
                Link(LinkKind.FRAME, url, squeeze(attributes.get("title") or attributes.get("name") or ""))
            )
        if path := document_path(source):
            self._document(source, path, squeeze(attributes.get("title") or ""))
        if inner := attributes.get("srcdoc"):
            self._inner(inner)
        self._flush()
        return node.tag != "object"  # what stands inside an object is shown where it cannot be loaded

    def _inner(self, html: str) -> None:
        if self.depth >= _FRAME_DEPTH:
            return
        self._flush()
        walk = Walk(self.base, self.depth + 1)
        root = LexborHTMLParser(html).root
        if root is not None:
            walk.run(root)
            walk.finish()
        self.segments.extend(walk.segments)
        self.links.extend(walk.links)

    # ---- tables and definitions

    def _table(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        self._spans.append(Spans())
        self._descend(node, self._leave_table)
        return True

    def _leave_table(self) -> None:
        self._flush()
        self._spans.pop()

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
        texts = spans.row([(cell.text, *spans_of(at)) for cell, at in zip(found, cells, strict=False)])
        self._flush()
        if len(texts) >= 2 and any(texts):
            self._emit(row_text(texts), SegmentKind.ROW)
            for cell in found:
                self._gathered(cell)
            return True
        return False

    def _definitions(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        self._descend(node, self._spend_term)
        return True

    def _definition_term(self, node: LexborNode, attributes: Attributes) -> bool:
        self._flush()
        self._spend_term()
        found = gather(node)
        if not found.plain or not found.text or len(found.text) > _LONGEST_LABEL:
            return False
        self._term = found.text
        self._gathered(found)
        return True

    def _definition(self, node: LexborNode, attributes: Attributes) -> bool:
        """A short definition is a row with its term; a long one stands under the term as under a heading."""
        self._flush()
        found = gather(node)
        if self._term and found.plain and found.blocks <= 2 and 0 < len(found.text) <= LONGEST_CELL // 2:
            term, self._term = self._term, ""
            self._emit(row_text([term, found.text]), SegmentKind.ROW)
            self._gathered(found)
            return True
        if self._term:
            self._headings = [entry for entry in self._headings if entry[0] < _LABEL]
            self._headings.append((_LABEL, self._term))
        self._spend_term()
        return False

    def _spend_term(self) -> None:
        self._flush()
        if self._term:
            term, self._term = self._term, ""
            self._emit(term, SegmentKind.HEADING)


def _is_entry(segment: Segment) -> bool:
    """Whether a link's text names a place to go rather than says something: no number, no sentence, no visiting."""
    text = segment.text
    return (
        segment.kind in (SegmentKind.ITEM, SegmentKind.TEXT)
        and not any(c.isdigit() for c in text)
        and text[-1] not in ".:;"
        and not segment.struck
        and not speaks_of_visits(text)
    )


def _is_hidden(attributes: Attributes) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool((style := attributes.get("style")) and _HIDING.search(style))
    )


def _glued(last: str, border: str, text: str) -> bool:
    """Whether two texts that touch in the source are two things on the page: `</span><a>`, `9 a.m.</b><b>Closed`."""
    if not last or last[-1].isspace() or not ("</" in border and re.search(r"<\w", border)):
        return False
    if last[-1] in _STRUCK + _UNSTRUCK:
        return False
    if any(f"<{tag}>" in border or f"</{tag}>" in border for tag in _ATOMIC):
        return text[0].isalnum() and (last[-1].isalnum() or last[-1] in ".,;:!?)")
    return text[0].isupper() and (last[-1].islower() or last[-1].isdigit() or last[-1] in ".;!?)")


def _resolve_strikes(text: str, open_strike: bool) -> tuple[str, bool]:
    """(text, struck): wholly struck text is told by the flag, a struck part by ~~ around it."""
    if _STRUCK not in text and _UNSTRUCK not in text:
        return text, open_strike
    parts: list[str] = []
    plain = False
    depth = 0
    for piece in re.split(f"([{_STRUCK}{_UNSTRUCK}])", text):
        if piece == _STRUCK:
            depth += 1
        elif piece == _UNSTRUCK:
            depth = max(0, depth - 1)
        elif piece.strip():
            plain = plain or not depth
            parts.append(f" ~~{piece.strip()}~~ " if depth else piece)
        else:
            parts.append(piece)
    if plain:
        return squeeze("".join(parts)), False
    return squeeze("".join(parts).replace("~~ ~~", " ").replace("~~", "")), True
