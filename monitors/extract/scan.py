"""The text that was recognised on the pictures of a scan, as segments.

The recognition itself (rendering, tesseract) is the caller's. What it hands over is tesseract's table of words with
their boxes, one a page, so that a scan is cut into paragraphs and rows by the same rules as a PDF that holds its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from monitors.extract.document import Document
from monitors.extract.extract import REVISION
from monitors.extract.lines import Line
from monitors.extract.pdf import segments_of
from monitors.extract.sniff import PDF
from monitors.records import Extractor, Quality, Verdict
from monitors.segments import clean

SCAN = "scan"  # the extractor's name: it tells recognised text from text that a file holds
_WORD = "5"  # the level of the table's rows that hold a word
_COLUMN_GAP = 1.2  # line heights between two words from which they stand in two cells
_HEADING = 1.5  # a box of recognised words is up to 1.3 times the usual height, by its letters alone
_COLUMNS = 12


def scan_document(pages: Sequence[str], engine: str, options: str, found: Verdict | None = None) -> Document:
    """The Document of a scan.

    pages: tesseract's TSV of each page; engine, options: what recognised them, for the extractor's stamp; found: why
    there is no text, where recognition failed. Words keep the order in which they were recognised.
    """
    segments = segments_of([list(_lines(page)) for page in pages], _HEADING)
    verdict = Verdict(Quality.OK) if segments else Verdict(Quality.NO_TEXT, "scan_blank", "no word was recognised")
    return Document(
        title=segments[0].text[:200] if segments else "",
        text="\n".join(segment.text for segment in segments),
        segments=segments,
        extractor=Extractor(SCAN, f"{REVISION}; {engine}", options),
        verdict=found or verdict,
        media_type=PDF,
    )


def _lines(page: str) -> Iterator[Line]:
    """Words of one line (page, block, paragraph and line number agree), y upwards in pixels."""
    rows = [row.split("\t", _COLUMNS - 1) for row in page.split("\n")]
    words = [row for row in rows if len(row) == _COLUMNS and row[0] == _WORD and clean(row[-1]).strip()]
    for _, line in groupby(words, key=lambda row: row[1:5]):
        yield _line([(*map(int, row[6:10]), clean(row[-1]).strip()) for row in line])  # type: ignore[misc]


def _line(words: Sequence[tuple[int, int, int, int, str]]) -> Line:
    """One line from its words' (left, top, width, height, text). A speck read as a tall letter moves no median."""
    height = median(word[3] for word in words)
    bottom = -median(word[1] + word[3] for word in words)
    cells = [words[0][4]]
    for last, word in pairwise(words):
        if word[0] - (last[0] + last[2]) > _COLUMN_GAP * height:
            cells.append(word[4])
        else:
            cells[-1] += f" {word[4]}"
    right = max(word[0] + word[2] for word in words)
    return Line(words[0][0], bottom, right, bottom + height, tuple(cells))
