"""What elements bring beside their text: links to documents and out of the site, texts in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from monitors.extract.attributes import MUTE, attribute_texts
from monitors.extract.document import Link, LinkKind
from monitors.extract.elements import Attributes, are_links, names
from monitors.extract.links import (
    absolute,
    contact,
    document_path,
    linked_picture,
    outside_host,
    picture_name,
    shared_address,
    shows_contact,
    speaks,
)
from monitors.extract.menus import LONGEST_LABEL, LONGEST_OF_BUTTON, is_quiet_label
from monitors.extract.page import Page
from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind
from monitors.segments import squeeze

_HOLDERS = names("div nav header footer section aside main body center menu")  # of links that may be no sentence

_ACTING = re.compile(
    r"\b(?:schedul\w*|book\w*|reserv\w*|regist\w*|sign (?:in|up|on)|log ?(?:in|on)|click|here|now|start|begin|apply"
    r"|portal|web ?site|online|appointments?|forms?|applications?|questionnaire|approved list)\b",
    re.IGNORECASE,
)
# Words that book a place wherever they stand: the heading above may be "Step 2".
_BOOKING = re.compile(
    r"\b(?:(?:book|schedul)(?:e|ing)? (?:now|online|here|a|an|your)|reserv\w*|appointments?)\b",
    re.IGNORECASE,
)

_NO_TEXT = ("style", "script")
# What is noted of links in the content alone.
_OF_CONTENT = re.compile(r"(?:(?:mail|call|picture): (.+) -> .+|link: (.+) -> [^/?]+[/?].*)")


class Linked(Page):
    """A page that notes its links. base: URL that they are relative to."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.links: list[Link] = []
        self._strip = (0, False)  # the parent of the last link, and whether it is links side by side

    def finish(self) -> None:
        """Ends the page: what counts in the content alone is not noted of an entry that turned out to be a menu's."""
        super().finish()
        self.segments = list(_without_menus(self.segments))

    def attributes(self, tag: str, attributes: Attributes) -> None:
        if tag == "img" and (source := attributes.get("src")):
            self.picture(source)
        if tag == "form" and (action := attributes.get("action")):
            self.form(action)
        if attributes.keys() <= MUTE:
            return
        for kind, text in attribute_texts(tag, attributes):
            segment = Segment(text, self.path(), kind, hidden=kind in (SegmentKind.ALT, SegmentKind.DATA))
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
        elif text and not self.frame and (target := self._of_content(href, text)):
            self._note(target)
        elif (host := outside_host(self.base, href)) and self._is_booking(host, text):
            self._note(f"link: {text} -> {host}")

    def _of_content(self, href: str, text: str) -> str:
        """What a link in the content opens that its words don't say: a form or a shared file, a mailbox, a number, a
        picture. Page head, navigation and foot have such for the whole site."""
        if shared := shared_address(self.base, href):
            return f"link: {text} -> {shared}"
        way, address = contact(href)
        if way:
            return "" if shows_contact(text, address) else f"{way}: {text} -> {address}"
        return f"picture: {text} -> {picture}" if (picture := linked_picture(href)) else ""

    def _is_booking(self, host: str, text: str) -> bool:
        """Whether a link out of the site is about visits: by its words, its host, as "Book now" in the content, or as
        "Sign in here" under headings of which one is."""
        if speaks(host) or speaks_of_visits(text) or (not self.frame and _BOOKING.search(text)):
            return True
        return bool(_ACTING.search(text)) and any(map(speaks_of_visits, self.path()))

    def framed(self, source: str, title: str) -> None:
        """Notes whose pages a frame about visits shows, where they are another site's, and which form or calendar."""
        if shared := shared_address(self.base, source):
            self._note(f"frame: {title or 'frame'} -> {shared}")
        elif (host := outside_host(self.base, source)) and (speaks(host) or speaks_of_visits(title)):
            self._note(f"frame: {title or 'frame'} -> {host}")

    def form(self, action: str) -> None:
        """Notes where a form in the content sends what is filled in, under headings of which one is about visits."""
        host = "" if self.frame else outside_host(self.base, action)
        if host and (speaks(host) or any(map(speaks_of_visits, self.path()))):
            self._note(f"form: {host}")

    def picture(self, source: str) -> None:
        """Notes which picture is shown, where its name says that it is about visits."""
        if name := picture_name(source):
            self._note(f"picture: {name}")

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


def _without_menus(segments: Sequence[Segment]) -> Iterator[Segment]:
    entry = ""
    for segment in segments:
        if segment.kind is not SegmentKind.LINK:
            entry = segment.text if segment.kind is SegmentKind.MENU else ""
        elif entry and (hit := _OF_CONTENT.fullmatch(segment.text)) and (hit[1] or hit[2]) in entry:
            continue
        yield segment


def _words(node: LexborNode) -> str:
    """The text of a link; a style or script inside it is none."""
    text = node.text()
    only = node.child
    if not text or (only is not None and only.next is None and only.tag == "-text"):
        return text  # most links are one text; to look for elements in them takes longer than all else about a link
    if node.css_first("style, script") is None:
        return text
    inside = (one for one in node.traverse(include_text=True) if one.tag == "-text")
    return "".join(one.text_content or "" for one in inside if one.parent is None or one.parent.tag not in _NO_TEXT)
