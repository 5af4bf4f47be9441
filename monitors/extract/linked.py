"""What elements bring beside their text: links to documents and out of the site, texts in attributes."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborNode

from monitors.extract.attributes import attribute_texts
from monitors.extract.document import Link, LinkKind
from monitors.extract.elements import Attributes, are_links, names
from monitors.extract.links import absolute, document_path, outside_host
from monitors.extract.menus import LONGEST_LABEL, LONGEST_OF_BUTTON, is_quiet_label
from monitors.extract.page import Page
from monitors.extract.tables import gather
from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind
from monitors.segments import squeeze

_HOLDERS = names("div nav header footer section aside main body center menu")  # of links that may be no sentence


class Linked(Page):
    """A page that notes its links. base: URL that they are relative to."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.links: list[Link] = []
        self._strip = (0, False)  # the parent of the last link, and whether it is links side by side

    def attributes(self, tag: str, attributes: Attributes) -> None:
        for kind, text in attribute_texts(tag, attributes):
            segment = Segment(text, self.path(), kind, hidden=kind is SegmentKind.ALT)
            if tag == "input" and is_quiet_label(text):  # what a field or a button of a form is called
                segment = replace(segment, kind=SegmentKind.MENU)
            if tag in ("img", "area", "input", "optgroup"):
                self.pending.append(segment)
            elif is_quiet_label(text, LONGEST_OF_BUTTON if tag == "button" else LONGEST_LABEL if self.frame else 0):
                self.tips.append(replace(segment, kind=SegmentKind.MENU))
            else:
                self.tips.append(segment)

    def link(self, node: LexborNode, attributes: Attributes) -> None:
        """Notes a link to a document, and where a link about visits leaves the site: booking may change its vendor."""
        href = attributes.get("href") or ""
        text = squeeze(_words(node)) or next((t for _, t in attribute_texts("a", attributes)), "")
        if path := document_path(href):
            self.document(href, path, text)
        elif (host := outside_host(self.base, href)) and speaks_of_visits(text):
            self._note(f"link: {text} -> {host}")

    def in_strip(self, node: LexborNode) -> bool:
        """Whether a link is one of a menu's in one line: each is a text of its own. Its parent is looked at once."""
        parent = node.parent
        if parent is None or parent.tag not in _HOLDERS:
            return False
        if self._strip[0] != parent.mem_id:
            self._strip = (parent.mem_id, are_links(parent))
        return self._strip[1]

    def document(self, href: str, path: str, text: str) -> None:
        self._note(f"doc: {text} -> {path}" if text else f"doc: {path}")
        self.links.append(Link(LinkKind.DOCUMENT, absolute(self.base, href), text))

    def _note(self, text: str) -> None:
        self.pending.append(Segment(text, self.path(), SegmentKind.LINK, hidden=self.hidden > 0))


def _words(node: LexborNode) -> str:
    """The text of a link; a style or script inside it is none."""
    text = node.text()
    return gather(node).text if text and node.css_first("style, script") is not None else text
