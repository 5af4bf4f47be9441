"""PDF to segments: lines joined to paragraphs, hyphens healed, columns kept apart, table lines as rows.

Text and places come from pypdfium2 in the order the file draws them. A file without a text layer is a scan and says so;
`segments_of` makes the lines that text recognition found in one (monitors/extract/scan.py) into segments as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from monitors.extract.columns import in_columns
from monitors.extract.document import Found
from monitors.extract.lines import Line
from monitors.extract.pdf_page import page_lines
from monitors.extract.running import without_repeats
from monitors.extract.wrapped import unwrapped
from monitors.hyphens import is_divided, known_words, unhyphened
from monitors.records import Quality, Segment, SegmentKind, Verdict
from monitors.segments import ROW_MARK, clean, cut, squeeze

MOST_PAGES = 500
SCAN_RULE = "pdf_scan"
HEADING = 1.3
SCAN_CHARACTERS = 20  # a page, on average, under which a file with pictures is a scan
_ITEM = re.compile(r"(?:[•‣◦▪●■□❑➢✓*–-]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|[ivx]{1,4}[.)])\s+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]*$")
_HALF_DAY_END = re.compile(r"\d\s*[ap]\.\s?m\.$", re.IGNORECASE)
_HALF_DAY = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
# No heading or line of a list ends so: "Monday through" and "Friday".
_LEADS_ON = re.compile(r"[a-z0-9)] (?:to|through|until|and|or|of|the|from|with|by|per|than)$|[a-z]{3},$")
_SOFT = "\xad"
_PICTURE = 3  # FPDF_PAGEOBJ_IMAGE
_NAMELESS = frozenset(("", "(anonymous)", "untitled", "untitled document"))


def pdf_document(body: bytes) -> Found:
    """The segments of a PDF. Encrypted and broken files give EXTRACT_FAILED, scans NO_TEXT."""
    # Imported here: loading PDFium costs time that pages in HTML need not pay.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document: Any = PdfDocument(body)  # type: ignore[no-untyped-call]
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == 4 or "password" in str(error).lower()
        rule = "pdf_encrypted" if locked else "pdf_broken"
        return Found(verdict=Verdict(Quality.EXTRACT_FAILED, rule, str(error)[:200]))
    try:
        return _read(document)
    except PdfiumError as error:
        return Found(verdict=Verdict(Quality.EXTRACT_FAILED, "pdf_broken", str(error)[:200]))
    finally:
        document.close()


def _read(document: Any) -> Found:
    count = min(len(document), MOST_PAGES)
    pages = [page_lines(document[number]) for number in range(count)]
    characters = sum(len(line.text) for lines in pages for line in lines)
    if characters < SCAN_CHARACTERS * max(1, count):
        pictures = any(_has_picture(document[number]) for number in range(min(count, 5)))
        rule = SCAN_RULE if pictures else "pdf_empty"
        return Found(verdict=Verdict(Quality.NO_TEXT, rule, f"{characters} characters on {count} pages"))
    segments = segments_of(pages)
    title = squeeze(clean(str(document.get_metadata_dict().get("Title") or "")))
    first = next((segment.text for segment in segments), "")
    return Found(
        segments=segments,
        title=(first if title.lower() in _NAMELESS else title)[:200],
        text="\n".join(s.text for s in segments),
    )


def segments_of(pages: Sequence[Sequence[Line]], heading: float = HEADING) -> tuple[Segment, ...]:
    """The segments of a document, its lines given page by page in reading order. heading: how many times the usual
    height a heading's lines have."""
    return tuple(_segments(without_repeats([list(in_columns(list(unwrapped(lines)))) for lines in pages]), heading))


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=(_PICTURE,), max_depth=3))


def _segments(lines: Sequence[Line], tall: float) -> Iterator[Segment]:
    known = known_words(" ".join(line.text for line in lines))
    body = median([line.size for line in lines]) if lines else 1.0
    heading: tuple[str, ...] = ()
    for block in _blocks(lines):
        first, text = block[0], _heal(block, known)
        struck = all(line.struck for line in block)
        if first.edge:  # stands under no heading of the text
            yield from cut(Segment(text, struck=struck))
        elif len(first.cells) > 1:
            yield from cut(Segment(ROW_MARK.join(first.cells), heading, SegmentKind.ROW, struck=struck))
        elif first.size > tall * body and len(text) < 160:
            yield from cut(Segment(text, (), SegmentKind.HEADING, struck=struck))
            heading = (text,)
        else:
            kind = SegmentKind.ITEM if _ITEM.match(text) else SegmentKind.TEXT
            yield from cut(Segment(text, heading, kind, struck=struck))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines grouped into paragraphs; a table line is a block of its own."""
    edges = _right_edges(lines)
    block: list[Line] = []
    for line in lines:
        if block and not _goes_on(block[-1], line, edges):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """How far right the lines of a column reach, by their left edge in steps of 40 points."""
    edges: dict[int, float] = {}
    for line in lines:
        column = int(line.left // 40)
        for near in (column - 1, column, column + 1):
            edges[near] = max(edges.get(near, 0.0), line.right if len(line.cells) == 1 else 0.0)
    return edges


def _goes_on(last: Line, line: Line, edges: dict[int, float]) -> bool:
    if len(last.cells) > 1 or len(line.cells) > 1 or _ITEM.match(line.text) or last.edge != line.edge:
        return False
    if not 0.7 < last.size / line.size < 1.4:
        return False
    below = 0.3 < (last.bottom - line.top) / last.height + 1 < 2.2 and abs(line.left - last.left) < 4 * last.height
    elsewhere = line.top > last.top - 0.3 * last.height or line.left > last.right  # the next column or page
    if not (below or elsewhere):
        return False
    unfinished = not _SENTENCE_END.search(last.text) or _HALF_DAY_END.search(last.text) is not None
    led_on = line.text[:1].islower() or _is_half_day(last.text, line.text) or _LEADS_ON.search(last.text) is not None
    goes_on = unfinished and led_on
    if elsewhere and not below:
        return goes_on
    edge = edges.get(int(last.left // 40), last.right)
    full = last.right >= edge - 0.22 * (edge - last.left)
    return full or goes_on or last.text.endswith((_SOFT, "-"))


def _is_half_day(last: str, following: str) -> bool:
    """Whether a clock is divided between two lines: "from 8 AM to 9" and "PM"."""
    return last[-1:].isdigit() and _HALF_DAY.match(following) is not None


def _heal(block: Sequence[Line], known: Counter[str]) -> str:
    """The lines of a block as one text, words that were divided at line ends whole again."""
    text = ""
    partly = len({line.struck for line in block}) > 1
    for line in block:
        if partly and line.struck:
            text = f"{text} ~~{line.text}~~".strip()
        elif text.endswith(_SOFT):
            text = text[:-1] + line.text
        elif is_divided(text, line.text):
            text = unhyphened(text, line.text, known)
        else:
            text = f"{text} {line.text}" if text else line.text
    return text.replace(_SOFT, "").replace("~~ ~~", " ")
