"""The text of a page as it is collected: a buffer of inline text, the headings it stands under, the segments made."""

from __future__ import annotations

import re

from monitors.extract.elements import names
from monitors.extract.menus import Pressed, marked
from monitors.records import Segment, SegmentKind
from monitors.segments import cut, key, squeeze

LABEL = 7  # level of summaries, legends, captions and bold lines: below every real heading
LONGEST_ENTRY = 90  # characters of a menu entry, with the line that explains it
LONGEST_FRAMED = 160  # the same where the menu is sure
STRUCK, UNSTRUCK = "\x02", "\x03"  # around struck-through text in the buffer
# "Visiting rules, 1 of 16" and "Visiting rules (opens in a new window)" say what is shown and a place.
_PLACE = re.compile(r",\s*\d|\s\(|[,;:–-]?\s*opens in (?:a )?new (?:window|tab)", re.IGNORECASE)
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
        self.noted = Pressed()  # which segments are there to be pressed
        self.parted = False  # a link among links side by side has just ended
        self.frame = 0  # elements of navigation, page head and foot that are open

    def finish(self) -> None:
        """Adds tooltips and labels that say what no visible segment says."""
        self.flush()
        self.segments, self.noted = marked(self.segments, self.noted), Pressed()
        shown = {segment.key for segment in self.segments}
        for tip in self.tips:
            made = key(tip.text)
            if made and made not in shown and key(_PLACE.split(tip.text)[0]) not in shown:
                shown.add(made)
                self.add(tip)
        self.tips.clear()

    def add(self, segment: Segment) -> None:
        """Takes a block in: cleaned, cut into segments and keyed."""
        self.segments.extend(cut(segment))

    def part(self, *, marks: bool) -> None:
        """A border of a link among links side by side. marks: what was read since the last border may be a mark alone,
        which is no text."""
        self.parted = self.parted or marks
        self.flush()
        self.parted = not marks

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
            if text.strip(STRUCK + UNSTRUCK + " ") and not (self.parted and not any(map(str.isalnum, text))):
                text, struck = _resolve_strikes(text, bool(self.struck))
                first, pressed = len(self.segments), self.shown == self.on_press
                self.emit(text, self.kind, struck=struck)
                if pressed and len(text) <= (LONGEST_FRAMED if self.frame else LONGEST_ENTRY):
                    made = range(first, len(self.segments))
                    self.noted.links.extend(made)
                    self.noted.framed.update(made if self.frame else ())
        self.parted = False
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
