"""DOCX to segments in document order: headings, paragraphs, items, table rows, text boxes, notes, heads and feet."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from monitors.extract.document import Found
from monitors.extract.tables import LONGEST_SPAN_TEXT, WIDEST
from monitors.extract.word_text import WORD, boxes_in, text_of
from monitors.records import Quality, Segment, SegmentKind, Verdict
from monitors.segments import ROW_MARK, clean, cut, squeeze

MOST_UNPACKED = 100_000_000  # bytes of all parts together; a small file can hold a huge one
_HEADING = re.compile(r"(?:heading|title|subtitle)\s*(\d?)", re.IGNORECASE)
_NOTES = ("/footnotes", "/endnotes")
# What stands around paragraphs, rows and cells without being one: fields to fill in, tracked insertions.
_AROUND = frozenset(f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a document's blocks are read with. styles: names by id; notes: foot- and end-notes by kind and id; path: the
    levels and texts of the headings above."""

    styles: Mapping[str, str]
    notes: Mapping[tuple[str, str], Any]
    path: list[tuple[int, str]] = field(default_factory=list)

    @property
    def heading(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.path)


def docx_document(body: bytes) -> Found:
    """The segments of a Word document; what cannot be read gives EXTRACT_FAILED."""
    from docx import Document as open_docx
    from docx.opc.exceptions import OpcError

    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(body)).infolist())
        if size > MOST_UNPACKED:
            return Found(verdict=Verdict(Quality.EXTRACT_FAILED, "docx_too_large", f"{size} bytes unpacked"))
        document = open_docx(io.BytesIO(body))
        notes = _notes(document)
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, OSError, SyntaxError) as error:
        return Found(verdict=Verdict(Quality.EXTRACT_FAILED, "docx_broken", f"{type(error).__name__}: {error}"[:200]))
    styles = {style.style_id: style.name or "" for style in document.styles}
    segments = tuple(_segments(document, _Reader(styles, notes)))
    title = squeeze(clean(document.core_properties.title or "")) or (segments[0].text if segments else "")
    return Found(segments=segments, title=title[:200], text="\n".join(segment.text for segment in segments))


def _notes(document: Any) -> dict[tuple[str, str], Any]:
    """Foot- and end-notes by the name of what refers to them and their id; the lines that part notes are none."""
    from docx.oxml import parse_xml

    found = {}
    for relation in document.part.rels.values():
        kind = next((kind for kind in _NOTES if relation.reltype.endswith(kind)), "")
        if not kind or relation.is_external:
            continue
        name = kind[1:-1]
        for note in parse_xml(relation.target_part.blob).findall(f"{WORD}{name}"):
            found[f"{WORD}{name}Reference", note.get(f"{WORD}id", "")] = note
    return found


def _segments(document: Any, reader: _Reader) -> Iterator[Segment]:
    for head in _edges(document, "header"):
        yield from _blocks(head, reader)
    yield from _blocks(document.element.body, reader)
    for foot in _edges(document, "footer"):
        yield from _blocks(foot, reader)


def _edges(document: Any, kind: str) -> Iterator[Any]:
    """The heads or feet that pages show, those of first and even pages too, each once."""
    for section in document.sections:
        names = [kind]
        if section.different_first_page_header_footer:
            names.append(f"first_page_{kind}")
        if document.settings.odd_and_even_pages_header_footer:
            names.append(f"even_page_{kind}")
        for name in names:
            edge = getattr(section, name)
            if not edge.is_linked_to_previous:
                yield edge._element


def _blocks(container: Any, reader: _Reader) -> Iterator[Segment]:
    for element in container:
        if element.tag == f"{WORD}p":
            yield from _paragraph(element, reader)
        elif element.tag == f"{WORD}tbl":
            yield from _rows(element, reader)
        elif element.tag in _AROUND:
            yield from _blocks(element, reader)


def _paragraph(element: Any, reader: _Reader) -> Iterator[Segment]:
    text, struck = text_of(element)
    named = element.find(f"{WORD}pPr/{WORD}pStyle")
    style = reader.styles.get(named.get(f"{WORD}val", ""), "") if named is not None else ""
    heading = _HEADING.match(style)
    if heading and text and len(text) <= 200:
        level = int(heading[1] or 1)
        reader.path[:] = [entry for entry in reader.path if entry[0] < level]
        yield from cut(Segment(text, reader.heading, SegmentKind.HEADING, struck=struck))
        reader.path.append((level, text))
    elif text:
        listed = "list" in style.lower() or element.find(f"{WORD}pPr/{WORD}numPr") is not None
        kind = SegmentKind.ITEM if listed else SegmentKind.TEXT
        yield from cut(Segment(text, reader.heading, kind, struck=struck))
    for box in boxes_in(element):
        yield from _blocks(box, reader)
    yield from _noted(element, reader)


def _noted(element: Any, reader: _Reader) -> Iterator[Segment]:
    """The notes that an element refers to, below what they belong to."""
    for reference in element.iter(f"{WORD}footnoteReference", f"{WORD}endnoteReference"):
        note = reader.notes.get((reference.tag, reference.get(f"{WORD}id", "")))
        if note is None:
            continue
        for paragraph in note.iter(f"{WORD}p"):
            text, struck = text_of(paragraph)
            yield from cut(Segment(text, reader.heading, struck=struck))


def _rows(table: Any, reader: _Reader) -> Iterator[Segment]:
    above: tuple[str, ...] = ()
    for row in _inside(table, "tr"):
        cells = list(_inside(row, "tc"))
        above = _row_texts(cells, above)
        if any(map(_own_text, cells)):
            kind = SegmentKind.ROW if len(cells) > 1 else SegmentKind.TEXT
            yield from cut(Segment(ROW_MARK.join(above if len(cells) > 1 else above[:1]), reader.heading, kind))
        for cell in cells:
            for nested in _inside(cell, "tbl"):
                yield from _rows(nested, reader)
            yield from _noted(cell, reader)


def _inside(element: Any, name: str) -> Iterator[Any]:
    """The elements of this name right in another one or in what may stand around them."""
    for child in element:
        if child.tag == f"{WORD}{name}":
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, name)


def _row_texts(cells: Sequence[Any], above: Sequence[str]) -> tuple[str, ...]:
    """The texts of a row, a cell that spans columns or goes on from the row above filled in, unless it is long."""
    texts: list[str] = []
    for cell in cells:
        span, merge = (cell.find(f"{WORD}tcPr/{WORD}{name}") for name in ("gridSpan", "vMerge"))
        wide = span.get(f"{WORD}val", "1") if span is not None else "1"
        goes_on = merge is not None and merge.get(f"{WORD}val", "continue") == "continue"
        text = above[len(texts)] if goes_on and len(texts) < len(above) else _own_text(cell)
        columns = min(int(wide), WIDEST) if wide.isdecimal() and len(cells) > 1 else 1
        texts += [text] + [text if len(text) <= LONGEST_SPAN_TEXT else ""] * (columns - 1)
    return tuple(texts)


def _own_text(cell: Any) -> str:
    texts = map(text_of, _paragraphs(cell))
    return squeeze(" ".join(f"~~{text}~~" if struck else text for text, struck in texts))


def _paragraphs(container: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those in its text boxes too, but not those of tables in it."""
    for paragraph in _inside(container, "p"):
        yield paragraph
        for box in boxes_in(paragraph):
            yield from _paragraphs(box)
