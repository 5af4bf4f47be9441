"""Plain text, Markdown and JSON to segments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from monitors.extract.columns import with_empty_cells
from monitors.extract.document import Found
from monitors.extract.lines import Line
from monitors.extract.scripts import json_sayings
from monitors.records import Segment, SegmentKind
from monitors.segments import ROW_MARK, cut, plain_segments

_RULE = re.compile(
    r"\s*[|+]?[\s|+:=_*~#-]*(?:[-=_*~#]\s?){3,}[\s|+:=_*~#-]*"
)  # drawn with characters, and says nothing
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_LEADERS = re.compile(r"(?<=\w)[ )]*\.{4,}\s*(?=.*(?:[$¢€]|\d\.\d\d|\bfree\b|\bno charge\b))", re.IGNORECASE)


def plain_document(text: str) -> Found:
    """The segments of a plain text or one with marks of Markdown; its first line is the title."""
    segments = tuple(_segments(text.splitlines()))
    return Found(segments=segments, title=segments[0].text[:200] if segments else "", text=text.strip())


def _segments(lines: Sequence[str]) -> Iterator[Segment]:
    """The segments under the headings that Markdown marks; a text without any is one part under none."""
    path: list[tuple[int, str]] = []
    body: list[str] = []
    for at, line in enumerate(lines):
        level, heading = _heading(lines, at)
        if not level:
            body.append(line)
            continue
        yield from _part(body, path)
        body = []
        path = [entry for entry in path if entry[0] < level]
        yield from cut(Segment(heading, tuple(text for _, text in path), SegmentKind.HEADING))
        path.append((level, heading))
    yield from _part(body, path)


def _heading(lines: Sequence[str], at: int) -> tuple[int, str]:
    """(level, text) of a line that is a heading by its marks or by the line drawn below it; (0, "") for others."""
    marked = _HEADING.fullmatch(lines[at])
    if marked:
        return len(marked[1]), _bare(marked[2])
    alone = at == 0 or not lines[at - 1].strip()
    line, below = lines[at].strip(), lines[at + 1] if at + 1 < len(lines) else ""
    if alone and line and "|" not in line and "   " not in line and _UNDERLINE.fullmatch(below):
        return (1, _bare(line)) if below[0] == "=" else (2, _bare(line))
    return 0, ""


def _part(lines: Sequence[str], path: Sequence[tuple[int, str]]) -> Iterator[Segment]:
    heading = tuple(text for _, text in path)
    said = [_bare(line) for line in lines if not _RULE.fullmatch(line)]
    for segment in plain_segments("\n".join(_laid_out(said))):
        yield replace(segment, heading=heading)


def _bare(line: str) -> str:
    """A line without the marks of bold letters, which say nothing, and with leading dots as the edge of a cell."""
    bare = _LEADERS.sub(ROW_MARK, _BOLD.sub(r"\2", line))
    piped = bare.strip()
    return piped[1:-1].strip() if len(piped) > 2 and piped[0] == piped[-1] == "|" else bare


def _laid_out(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of tables with a mark between all cells: blanks alone tell which column a time stands in."""
    for kind, run in groupby(lines, _kind):
        rows = list(run)
        if kind == "tabs" and len({line.count("\t") for line in rows}) == 1:
            yield from (line.replace("\t", ROW_MARK) for line in rows)
        elif kind == "blanks":
            yield from (ROW_MARK.join(row.cells) for row in with_empty_cells(list(map(_row, rows))))
        else:
            yield from rows


def _kind(line: str) -> str:
    if "\t" in line.strip("\r\n"):
        return "tabs"
    return "blanks" if len(_CELL.findall(line)) > 1 and "|" not in line and re.search(r"\S {3,}\S", line) else ""


def _row(line: str) -> Line:
    cells = list(_CELL.finditer(line))
    spans = tuple((float(cell.start()), float(cell.end())) for cell in cells)
    return Line(spans[0][0], 0.0, spans[-1][1], 1.0, tuple(cell[0] for cell in cells), spans)


def json_document(text: str) -> Found:
    """The sentences in a JSON value; plain text where it is no JSON after all."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return plain_document(text)
    segments = [made for path, said in json_sayings(value) for made in cut(Segment(said, path, SegmentKind.DATA))]
    return Found(segments=tuple(segments), text="\n".join(segment.text for segment in segments))
