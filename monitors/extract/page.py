"""The text of a page as it is collected: a buffer of inline text, the headings it stands under, the segments made."""

from __future__ import annotations

import re
from dataclasses import replace

from monitors.extract.elements import names
from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind
from monitors.segments import cut, key, squeeze

LABEL = 7  # level of summaries, legends, captions and bold lines: below every real heading
LONGEST_ENTRY = 90  # characters of a menu entry, with the line that explains it
STRUCK, UNSTRUCK = "\x02", "\x03"  # around struck-through text in the buffer
_ATOMIC = names("a time label")


class Page:
    """Collects text into segments; knows nothing of markup but the borders it is told of."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.buffer: list[str] = []
        self.pending: list[Segment] = []  # links and alternative texts, added after the block they stand in
        self.tips: list[Segment] = []  # tooltips and labels, added at the end where nothing else says them
        self.headings: list[tuple[int, str]] = []
        self.kind = SegmentKind.TEXT
        self.hidden = self.struck = self.pre = 0
        self.border = ""  # the inline borders crossed since the last text
        self.pressed = 0  # links and buttons that are open
        self.shown = self.on_press = 0  # characters in the buffer, and those of them on something to press
        self.menu: list[int] = []  # segments that are nothing but something to press
        self.buttons: list[int] = []  # the buttons among them
        self.frame = 0  # elements of navigation, page head and foot that are open
        self.framed: set[int] = set()  # segments of self.menu inside of one
        self.main_heading = -1  # index of the first h1, -1 without one

    def finish(self) -> None:
        """Adds tooltips and labels that say what no visible segment says."""
        self.flush()
        self._mark_menus()
        shown = {segment.key for segment in self.segments}
        for tip in self.tips:
            made = key(tip.text)
            # "Visiting rules, 1 of 16" and "Visiting rules (opens in a new window)" say what is shown and a place.
            if made and made not in shown and key(re.split(r",\s*\d|\s\(", tip.text)[0]) not in shown:
                shown.add(made)
                self.add(tip)
        self.tips.clear()

    def _mark_menus(self) -> None:
        """Marks what is there to be pressed: short buttons, three or more links close together, and their headings.

        Links are entries of a menu only where a page keeps its menus: in navigation, page head or foot, or before the
        first main heading. A list of links in the content is content.
        """
        near = 3
        entries = {at for at in self.buttons if self.segments[at].text.count(" ") < 3}
        for n, at in enumerate(self.menu):
            others = self.menu[max(0, n - near) : n] + self.menu[n + 1 : n + 1 + near]
            crowded = sum(1 for other in others if abs(other - at) <= near) >= 2
            if crowded and (at in self.framed or at < self.main_heading):
                entries.add(at)
        for at in sorted(entries):
            if _is_entry(self.segments[at]):
                self.segments[at] = replace(self.segments[at], kind=SegmentKind.MENU)
        self.menu.clear()
        self.buttons.clear()
        self._mark_menu_headings()

    def _mark_menu_headings(self) -> None:
        below = 0
        only_entries = True
        for at in range(len(self.segments) - 1, -1, -1):
            segment = self.segments[at]
            if segment.kind is SegmentKind.HEADING:
                if below >= 2 and only_entries and not speaks_of_visits(segment.text):
                    self.segments[at] = replace(segment, kind=SegmentKind.MENU)
                below, only_entries = 0, True
            else:
                below += 1
                only_entries = only_entries and segment.kind is SegmentKind.MENU

    def add(self, segment: Segment) -> None:
        """Takes a block in: cleaned, cut into segments and keyed."""
        self.segments.extend(cut(segment))

    def text(self, text: str) -> None:
        if self.pre:
            for n, line in enumerate(text.split("\n")):
                if n:
                    self.flush()
                self.buffer.append(line)
            return
        if self.border and self.buffer and text[:1].strip() and _glued(self.buffer[-1], self.border, text):
            self.buffer.append(" ")
        self.buffer.append(text)
        self.border = ""
        length = len(text.strip())
        self.shown += length
        self.on_press += length if self.pressed else 0

    def flush(self) -> None:
        self.border = ""
        if self.buffer:
            text = squeeze("".join(self.buffer))
            self.buffer.clear()
            if self.struck:
                self.buffer.append(STRUCK)
            if text.strip(STRUCK + UNSTRUCK + " "):
                text, struck = _resolve_strikes(text, bool(self.struck))
                if self.shown == self.on_press and len(text) <= LONGEST_ENTRY:
                    self.menu.append(len(self.segments))
                    if self.frame:
                        self.framed.add(len(self.segments))
                self.emit(text, self.kind, struck=struck)
        self.shown = self.on_press = 0
        if self.pending:
            pending, self.pending = self.pending, []
            for segment in pending:
                self.add(segment)

    def emit(self, text: str, kind: SegmentKind, *, struck: bool = False) -> None:
        self.add(Segment(text, self.path(), kind, struck=struck, hidden=self.hidden > 0))

    def path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def drop_labels(self, before: int, made: int) -> None:
        """Labels end with the block they stand in, unless the block holds nothing else: then they head what follows."""
        labels = sum(1 for level, _ in self.headings[before:] if level == LABEL)
        if labels and made > labels:
            self.headings = [entry for n, entry in enumerate(self.headings) if n < before or entry[0] != LABEL]


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


def _glued(last: str, border: str, text: str) -> bool:
    """Whether two texts that touch in the source are two things on the page: `</span><a>`, `9 a.m.</b><b>Closed`."""
    if not last or last[-1].isspace() or not ("</" in border and re.search(r"<\w", border)):
        return False
    if last[-1] in STRUCK + UNSTRUCK:
        return False
    if any(f"<{tag}>" in border or f"</{tag}>" in border for tag in _ATOMIC):
        return text[0].isalnum() and (last[-1].isalnum() or last[-1] in ".,;:!?)")
    return text[0].isupper() and (last[-1].islower() or last[-1].isdigit() or last[-1] in ".;!?)")


def _resolve_strikes(text: str, open_strike: bool) -> tuple[str, bool]:
    """(text, struck): wholly struck text is told by the flag, a struck part by ~~ around it."""
    if STRUCK not in text and UNSTRUCK not in text:
        return text, open_strike
    parts: list[str] = []
    plain = False
    depth = 0
    for piece in re.split(f"([{STRUCK}{UNSTRUCK}])", text):
        if piece == STRUCK:
            depth += 1
        elif piece == UNSTRUCK:
            depth = max(0, depth - 1)
        elif piece.strip():
            plain = plain or not depth
            parts.append(f" ~~{piece.strip()}~~ " if depth else piece)
        else:
            parts.append(piece)
    if plain:
        return squeeze("".join(parts)), False
    return squeeze("".join(parts).replace("~~ ~~", " ").replace("~~", "")), True
