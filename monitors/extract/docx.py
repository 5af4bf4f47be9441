"""DOCX to segments, in document order: headings, paragraphs, list items, table rows, text boxes, heads and feet."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from monitors.extract.document import Found
from monitors.records import Quality, Segment, SegmentKind, Verdict
from monitors.segments import ROW_MARK, clean, cut, squeeze

MOST_UNPACKED = 100_000_000  # bytes of all parts together; a small file can hold a huge one
_HEADING = re.compile(r"(?:heading|title|subtitle)\s*(\d?)", re.IGNORECASE)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_document(body: bytes) -> Found:
    """The segments of a Word document; what cannot be read gives EXTRACT_FAILED."""
    from docx import Document as open_docx
    from docx.opc.exceptions import OpcError

    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(body)).infolist())
        if size > MOST_UNPACKED:
            return Found(verdict=Verdict(Quality.EXTRACT_FAILED, "docx_too_large", f"{size} bytes unpacked"))
        document = open_docx(io.BytesIO(body))
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, OSError, SyntaxError) as error:
        return Found(verdict=Verdict(Quality.EXTRACT_FAILED, "docx_broken", f"{type(error).__name__}: {error}"[:200]))
    segments = tuple(_segments(document))
    title = squeeze(clean(document.core_properties.title or "")) or (segments[0].text if segments else "")
    return Found(segments=segments, title=title[:200], text="\n".join(segment.text for segment in segments))


def _segments(document: Any) -> Iterator[Segment]:
    path: list[tuple[int, str]] = []
    for section in document.sections:
        yield from _paragraphs(section.header, path)
    yield from _paragraphs(document, path)
    for section in document.sections:
        yield from _paragraphs(section.footer, path)


def _paragraphs(container: Any, path: list[tuple[int, str]]) -> Iterator[Segment]:
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            yield from _rows(item, tuple(text for _, text in path))
        else:
            yield from _paragraph(item, path)


def _paragraph(item: Any, path: list[tuple[int, str]]) -> Iterator[Segment]:
    text, struck = _text(item._p)
    style = (item.style.name if item.style is not None else "") or ""
    heading = _HEADING.match(style)
    if heading and text and len(text) <= 200:
        level = int(heading[1] or 1)
        path[:] = [entry for entry in path if entry[0] < level]
        yield from cut(Segment(text, tuple(entry for _, entry in path), SegmentKind.HEADING, struck=struck))
        path.append((level, text))
    elif text:
        listed = "list" in style.lower() or item._p.find(f"{_WORD}pPr/{_WORD}numPr") is not None
        kind = SegmentKind.ITEM if listed else SegmentKind.TEXT
        yield from cut(Segment(text, tuple(entry for _, entry in path), kind, struck=struck))
    for box in item._p.iter(f"{_WORD}txbxContent"):
        for paragraph in box.iter(f"{_WORD}p"):
            inner, inner_struck = _text(paragraph)
            yield from cut(Segment(inner, tuple(entry for _, entry in path), struck=inner_struck))


def _text(paragraph: Any) -> tuple[str, bool]:
    """(text, wholly struck) of a paragraph element; a struck part stands in ~~. Deleted text of tracked changes is no
    text of the document."""
    parts: list[tuple[str, bool]] = []
    for run in paragraph.iter(f"{_WORD}r"):
        if _inside_box(run, paragraph):
            continue
        properties = run.find(f"{_WORD}rPr")
        struck = properties is not None and any(
            (mark := properties.find(f"{_WORD}{name}")) is not None
            and mark.get(f"{_WORD}val", "1") not in ("0", "false")
            for name in ("strike", "dstrike")
        )
        parts.append(("".join(_run_text(run)), struck))
    shown = [(text, struck) for text, struck in parts if text.strip()]
    if shown and all(struck for _, struck in shown):
        return squeeze("".join(text for text, _ in parts)), True
    return squeeze(
        "".join(f" ~~{text.strip()}~~ " if struck and text.strip() else text for text, struck in parts)
    ), False


def _inside_box(run: Any, paragraph: Any) -> bool:
    at = run.getparent()
    while at is not None and at is not paragraph:
        if at.tag == f"{_WORD}txbxContent":
            return True
        at = at.getparent()
    return False


def _run_text(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in (f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"):
            yield " "
        elif child.tag == f"{_WORD}noBreakHyphen":
            yield "-"


def _rows(table: Any, heading: tuple[str, ...]) -> Iterator[Segment]:
    for row in table._tbl.iter(f"{_WORD}tr"):
        cells = [
            squeeze(" ".join(_text(paragraph)[0] for paragraph in cell.iter(f"{_WORD}p")))
            for cell in row.findall(f"{_WORD}tc")
        ]
        if any(cells):
            kind = SegmentKind.ROW if len(cells) > 1 else SegmentKind.TEXT
            yield from cut(Segment(ROW_MARK.join(cells), heading, kind))
