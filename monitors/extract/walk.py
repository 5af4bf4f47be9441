"""The walk over a page's tree that turns it into segments.

One pass without recursion, since pages nest deeper than Python's stack; a table row, heading or term is looked at
twice, once to see whether it is one text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitors.extract.attributes import state_of
from monitors.extract.document import Link, LinkKind
from monitors.extract.elements import (
    OPENER,
    SWITCH,
    UNSEEN,
    Attributes,
    beside_button,
    has_more_after,
    is_hidden,
    is_struck,
    names,
)
from monitors.extract.links import absolute, document_path
from monitors.extract.page import LABEL, STRUCK, UNSTRUCK
from monitors.extract.rows import LONGEST_LABEL, Rows
from monitors.extract.tables import gather
from monitors.extract.tabs import name_of_panel, tab_names
from monitors.records import SegmentKind
from monitors.segments import squeeze

_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark math mi mn mo q rp rt ruby "
    "s samp slot small span strike strong sub sup time tt u var wbr nobr del blink tspan"
)
_SKIPPED = names("script style link meta param source track col colgroup canvas title -comment !doctype -undef")
_BOLD = names("strong b u em font")
_SECTIONS = names("main section article aside footer nav details dialog td li fieldset")
_FRAMING = names("nav header footer")
_FRAMING_ROLES = names("navigation banner contentinfo menu menubar")
_OVERLAYS = names("dialog alertdialog status")  # they lie over the page, under none of its headings
_FRAMES = names("iframe frame embed object")
_FRAME_DEPTH = 2
MOST_SEGMENTS = 60_000  # no page for people comes near; 200,000 took 4.6 s
_LOCALE = re.compile(r"[a-z]{2,3}[-_][A-Z][A-Za-z]{1,3}")  # en-US, zh_Hant: the value of a language picker's option


class Walk(Rows):
    """Collects the segments and links of the trees it is run over. base: URL that links are relative to."""

    def __init__(self, base: str, depth: int = 0) -> None:
        super().__init__(base)
        self.depth = depth
        self._tabs: Mapping[str, str] | None = None  # looked for once, at the first panel
        self._handlers: dict[str, Callable[[LexborNode, Attributes], bool]] = {
            **{f"h{level}": self._heading for level in range(1, 7)},
            **dict.fromkeys(("summary", "legend", "caption"), lambda node, _: self._headline(node, LABEL)),
            **dict.fromkeys(_FRAMES, self._frame),
            **dict.fromkeys(("pre", "textarea", "xmp", "listing"), self._preformatted),
            "tr": self._row,
            "table": self._table,
            "dt": self._definition_term,
            "dd": self._definition,
            "dl": self._definitions,
            "li": self._item,
            "p": self._paragraph,
            **dict.fromkeys(("strong", "b"), self._bold),
            "option": self._option,
            "template": self._template,
            "noscript": self._noscript,
            "noframes": lambda node, attributes: self._inner(node.text()),
            "svg": self._drawing,
            "button": self._pressable,
        }
        self._roles = {"row": self._row, "heading": self._heading, "button": self._pressable}

    def run(self, root: LexborNode) -> None:
        """Reads a tree; may be called again for a further one."""
        self.headings = []
        stack = self._stack
        stack.append(root)
        while stack and len(self.segments) < MOST_SEGMENTS:
            item = stack.pop()
            if not isinstance(item, LexborNode):
                item()
                continue
            if item is not root and (following := item.next) is not None:
                stack.append(following)
            self._enter(item)
        self.flush()

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self.text(node.text_content or "")
            return
        if tag == "br":
            self.flush()
        if tag == "br" or tag in _SKIPPED:
            return
        attributes: Attributes = node.attributes
        if attributes:
            self.attributes(tag, attributes)
        handler = self._handlers.get(tag) or (self._roles.get(attributes.get("role") or "") if attributes else None)
        if handler is None and tag == "div":
            handler = self._grid_row
        if handler is not None and handler(node, attributes):
            return
        picture = tag in ("img", "input")
        state = state_of(node, attributes) if attributes and (picture or not self.pressed) else ""
        if tag in _INLINE:
            self._inline(node, tag, attributes)
        elif not (state and picture):
            self._block(node, tag, attributes)
        if state:
            self.text(f" {state} ")

    # ---- text and blocks

    def _inline(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        self.border += f"<{tag}>"
        struck = is_struck(tag, attributes)
        hidden = bool(attributes) and is_hidden(attributes)
        if struck:
            self.struck += 1
            self.buffer.append(STRUCK)
        if hidden:
            self.hidden += 1
        pressed = tag == "a" and "href" in attributes
        parted = pressed and self.in_strip(node)
        if parted:
            self.part(marks=True)
        if hidden and attributes.get("aria-hidden") == "true" and beside_button(node):
            self.flush()
            first = len(self.segments)
            self._descend(node, lambda: self._label_ends(first, struck))
            return
        if pressed:
            self.link(node, attributes)
        self.pressed += pressed

        def leave() -> None:
            self.pressed -= pressed
            self.border += f"</{tag}>"
            if struck:
                self.struck -= 1
                self.buffer.append(UNSTRUCK)
            if parted:
                self.part(marks=False)
            if hidden:
                self.hidden -= 1

        self._descend(node, leave)

    def _label_ends(self, first: int, struck: bool) -> None:
        """The end of a label that only eyes see beside a button: it says what the button does."""
        if struck:
            self.struck -= 1
            self.buffer.append(UNSTRUCK)
        self.flush()
        self.hidden -= 1
        self.noted.beside.extend(range(first, len(self.segments)))

    def _block(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        self.flush()
        hidden = bool(attributes) and (is_hidden(attributes) or (tag == "dialog" and "open" not in attributes))
        struck = is_struck(tag, attributes)
        self.hidden += hidden
        self.struck += struck
        kind, headings, made = self.kind, list(self.headings), len(self.segments)
        role = (attributes.get("role") or "") if attributes else ""
        framing, over = tag in _FRAMING or role in _FRAMING_ROLES, role in _OVERLAYS
        self.frame += framing
        first = len(self.segments) if framing and self.frame == 1 else -1
        if over or tag in ("nav", "footer"):
            self.headings = []
        named = self._panel(node, attributes) if role == "tabpanel" else ""

        def leave() -> None:
            self.flush()
            self.hidden -= hidden
            self.struck -= struck
            self.frame -= framing
            if first >= 0:
                self.noted.frames.append((first, len(self.segments)))
            self.kind = kind
            if over or named or tag in _SECTIONS:
                self.headings = headings
            else:
                self.drop_labels(len(headings), len(self.segments) - made)

        self._descend(node, leave)

    def _panel(self, node: LexborNode, attributes: Attributes) -> str:
        """Puts what stands on the panel of a tab under the tab's name."""
        if self._tabs is None:
            self._tabs = tab_names(node)
        if name := name_of_panel(attributes, self._tabs):
            self.headings = [*(entry for entry in self.headings if entry[0] < LABEL), (LABEL, name)]
        return name

    # ---- elements with a meaning of their own: True = dealt with, False = go on as with any other element

    def _heading(self, node: LexborNode, attributes: Attributes) -> bool:
        tag = node.tag or ""
        level = int(tag[1]) if len(tag) == 2 and tag[1].isdigit() else int(attributes.get("aria-level") or 2)
        return self._headline(node, min(max(level, 1), 6))

    def _pressable(self, node: LexborNode, attributes: Attributes) -> bool:
        """A button that opens something heads what it opens; any other is an entry like those of a menu."""
        if "href" in attributes:
            return False
        opens = "aria-expanded" in attributes or "aria-controls" in attributes
        if (opens or (node.tag != "button" and has_more_after(node))) and self._headline(node, LABEL):
            return True
        self.flush()
        self.pressed += 1
        first = len(self.segments)

        def leave() -> None:
            self.flush()
            self.pressed -= 1
            self.noted.buttons.extend(range(first, len(self.segments)))

        self._descend(node, leave)
        return True

    def _headline(self, node: LexborNode, level: int) -> bool:
        found = gather(node)
        if not found.plain or len(found.text) > LONGEST_LABEL or not found.text:
            return False
        self.flush()
        self.headings = [entry for entry in self.headings if entry[0] < level]
        if level == 1 and self.noted.main_heading < 0:
            self.noted.main_heading = len(self.segments)
        text = OPENER.sub("", found.text)
        if SWITCH.search(text) and any("aria-expanded" in one.attributes for one in (node, *found.nodes)):
            text = SWITCH.sub("", text)
        self.emit(text, SegmentKind.HEADING, struck=self.struck > 0)
        self.headings.append((level, text))
        self._gathered(found)
        return True

    def _paragraph(self, node: LexborNode, attributes: Attributes) -> bool:
        """A paragraph that is one short bold line heads what follows it."""
        child = node.child
        if child is not None and not _is_seen(child):
            child = _beside(child, forward=True)
        if child is None or _beside(child, forward=True) is not None or not _is_label(child):
            return False
        return self._headline(node, LABEL)

    def _bold(self, node: LexborNode, attributes: Attributes) -> bool:
        """A short bold line by itself, between breaks, heads the lines below it."""
        after = _beside(node, forward=True)
        inside = self.pressed or self.struck or any(map(str.strip, self.buffer))
        if inside or after is None or after.tag != "br" or not _is_label(node):
            return False
        before = _beside(node, forward=False)
        return (before is None or before.tag == "br") and self._headline(node, LABEL)

    def _item(self, node: LexborNode, attributes: Attributes) -> bool:
        if self._grid_row(node, attributes):
            return True
        self._block(node, "li", attributes)
        self.kind = SegmentKind.ITEM
        return True

    def _option(self, node: LexborNode, attributes: Attributes) -> bool:
        self.flush()
        text = squeeze(node.text()) or squeeze(attributes.get("label") or attributes.get("value") or "")
        if text:
            if _LOCALE.fullmatch(attributes.get("value") or ""):
                self.noted.locales.append(len(self.segments))
            self.emit(text, SegmentKind.OPTION)
        return True

    def _preformatted(self, node: LexborNode, attributes: Attributes) -> bool:
        self.flush()
        kind, self.kind = self.kind, SegmentKind.PRE
        self.pre += 1

        def leave() -> None:
            self.flush()
            self.pre -= 1
            self.kind = kind

        self._descend(node, leave)
        return True

    def _noscript(self, node: LexborNode, attributes: Attributes) -> bool:
        self._hide(True)
        self._descend(node, lambda: self._hide(False))
        return True

    def _hide(self, down: bool) -> None:
        self.flush()
        self.hidden += 1 if down else -1

    def _template(self, node: LexborNode, attributes: Attributes) -> bool:
        """A declarative shadow root is shown as it is, any other template once a script makes use of it."""
        if not ("shadowrootmode" in attributes or "shadowroot" in attributes):
            self._hide(True)
            self._stack.append(lambda: self._hide(False))
        else:
            self.flush()
            self._stack.append(self.flush)
        for fragment in reversed(node.template_fragments()):
            if fragment.child is not None:
                self._stack.append(fragment.child)
        return True

    def _drawing(self, node: LexborNode, attributes: Attributes) -> bool:
        if node.css_first("foreignObject") is not None:  # text of the page's own kind
            return False
        if (state := state_of(node, attributes)) and not self.pressed:
            self.text(f" {state} ")
            return True
        for text in node.css("text"):
            self.flush()
            self.emit(text.text(separator=" "), SegmentKind.TEXT)
        return True

    # ---- frames

    def _frame(self, node: LexborNode, attributes: Attributes) -> bool:
        self.flush()
        source = attributes.get("src") or attributes.get("data") or ""
        if source and (url := absolute(self.base, source)):
            title = squeeze(attributes.get("title") or attributes.get("name") or "")
            self.links.append(Link(LinkKind.FRAME, url, title))
            self.framed(source, title)
        if path := document_path(source):
            self.document(source, path, squeeze(attributes.get("title") or ""))
        if inner := attributes.get("srcdoc"):
            self._inner(inner)
        self.flush()
        return node.tag != "object"  # what stands inside an object is shown where it cannot be loaded

    def _inner(self, html: str) -> bool:
        """Reads a document inside this one."""
        root = LexborHTMLParser(html).root if self.depth < _FRAME_DEPTH else None
        if root is not None:
            self.flush()
            walk = Walk(self.base, self.depth + 1)
            walk.run(root)
            walk.finish()
            self.segments.extend(walk.segments)
            self.links.extend(walk.links)
        return True


def _is_label(node: LexborNode) -> bool:
    """Whether an element is bold and one short text that ends like no sentence."""
    if node.tag not in _BOLD:
        return False
    text = node.text()
    if len(text) > 80 or not text.strip() or text.rstrip()[-1] in ".!?;,":
        return False
    return node.css_first("a, img, br, s, del, strike") is None


def _beside(node: LexborNode, *, forward: bool) -> LexborNode | None:
    """The next or previous sibling that a reader sees: more than white space, a comment, a script."""
    at = node.next if forward else node.prev
    while at is not None and not _is_seen(at):
        at = at.next if forward else at.prev
    return at


def _is_seen(node: LexborNode) -> bool:
    return bool((node.text_content or "").strip()) if node.tag == "-text" else node.tag not in UNSEEN
