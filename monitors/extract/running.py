"""Heads and feet that run through a document: told once, without the number of the page, parting no sentence.

What runs stands at the edge of pages, says the same there or counts them. A line that says something else on each
page, "Unit 2" or a price, is the page's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from monitors.extract.lines import Line
from monitors.segments import fold, squeeze

FEW = 4  # lines of a head, at most
EDGE = 2  # lines at the beginning and end of a page, in the order they are drawn and by their places
_NUMBER = re.compile(r"\d+")
_COUNT = r"(?:page|p\.|pg\.?|página|pág\.?)\s*(?:no\.\s*)?\d+(?:\s*(?:of|de|/)\s*\d+)?"
_COUNTED = re.compile(rf"^\W*(?:{_COUNT}|\d+\s*(?:of|de|/)\s*\d+|\d+\s*\|\s*p\s?a\s?g\s?e)\W*$", re.IGNORECASE)
_COUNTS = re.compile(rf"[\s|·•–—-]*\b{_COUNT}", re.IGNORECASE)
_ALONE = re.compile(r"^[^\w$€£]*\d+[^\w%]*$")
_PARTED = re.compile(r"^\W*\d+\s*[|·•–—-]|[|·•–—-]\s*\d+\W*$")
_AT_AN_END = re.compile(r"^\d+\s+(?=\S+\s+\S+\s+\S)|^(\S+(?:\s+\S+){2,})\s+\d+$")  # of three words and more
ZONE = 6  # a head stands in the upper sixth of a page, a foot in the lower one
LEAST_LINES = 40  # that a page has room for, however few stand on it
_There = tuple[int, Line, bool]  # the page, the line, whether it is set apart
MANY = 4  # pages on which a number behind other words is that of the page, and not that of a housing unit


def without_repeats(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All pages' lines, running heads and feet once only. Those of the first page's top stand where they stood, all
    others behind the text."""
    found: dict[str, list[_There]] = defaultdict(list)
    every = [line for lines in pages for line in lines]
    top = max((line.top for line in every), default=0.0)
    room = max(top - min((line.bottom for line in every), default=0.0), LEAST_LINES * _usual(every))
    edges = [_edges(lines, top, room) for lines in pages]
    for number, (lines, places) in enumerate(zip(pages, edges, strict=True)):
        apart = _set_apart(lines)
        for mark, at in {_mark(lines[at]): at for at in sorted(places)}.items():
            found[mark].append((number, lines[at], at in apart))
    running = {mark: _standing(there, len(pages)) for mark, there in found.items()}
    kept: list[Line] = []
    behind: list[Line] = []
    told: set[str] = set()
    for number, (lines, places) in enumerate(zip(pages, edges, strict=True)):
        for at, line in enumerate(lines):
            mark = _mark(line) if at in places else ""
            if at not in places or not _runs(line, number, running[mark]):
                kept.append(_uncounted(line) if at in places else line)
            elif mark not in told:
                told.add(mark)
                top = number == 0 and at < len(lines) / 2 and line.bottom > _middle(lines)
                (kept if top else behind).extend(_said(lines, at, running[mark]))
    return [line for line in (*kept, *behind) if line.cells]


def _edges(lines: Sequence[Line], top: float, room: float) -> set[int]:
    """The places of lines that may be heads or feet, on a page whose text begins at top and has this room below."""
    order = range(len(lines))
    high = sorted(order, key=lambda at: -lines[at].top)
    outer = {*order[:EDGE], *order[-EDGE:], *high[:EDGE], *high[-EDGE:]}
    return {at for at in outer if not room / ZONE < top - lines[at].bottom < room - room / ZONE}


def _mark(line: Line) -> str:
    return _NUMBER.sub("#", fold(line.text))


def _usual(lines: Sequence[Line]) -> float:
    return median(line.size for line in lines) if lines else 1.0


def _middle(lines: Sequence[Line]) -> float:
    return (max(line.top for line in lines) + min(line.bottom for line in lines)) / 2


def _set_apart(lines: Sequence[Line]) -> set[int]:
    """The places of the few lines at the top and bottom of a page between which and the text a gap is."""
    down = sorted(range(len(lines)), key=lambda at: -lines[at].top)
    found: set[int] = set()
    for order in (down, down[::-1]):
        for n, (one, other) in enumerate(pairwise(order[: FEW + 1]), start=1):
            upper, lower = sorted((lines[one], lines[other]), key=lambda line: -line.top)
            if upper.bottom - lower.top > upper.size:
                found.update(order[:n])
    return found


def _standing(there: Sequence[_There], pages: int) -> Sequence[tuple[int, Line]]:
    """The pages that show a line, with the line, where it runs: on more than half of three pages and more, or on half
    of them and two, set apart from the text at the same height."""
    if len(there) > max(2, pages // 2):
        return [(number, line) for number, line, _ in there]
    usual = median(line.bottom for _, line, _ in there)
    steady = [
        (number, line) for number, line, apart in there if apart and abs(line.bottom - usual) <= 0.5 * line.height
    ]
    return steady if len(steady) >= max(2, pages // 2) else ()


def _runs(line: Line, number: int, there: Sequence[tuple[int, Line]]) -> bool:
    """Whether a page's line says what the running one says, or counts on from it."""
    if not there:
        return False
    first, shown = there[0]
    if number == first and line is shown:
        return all(_counts_on(shown, one, page - first, len(there) >= MANY) for page, one in there[1:2])
    return _counts_on(shown, line, number - first, len(there) >= MANY)


def _counts_on(shown: Line, line: Line, pages: int, many: bool) -> bool:
    one, other = fold(shown.text), fold(line.text)
    if one == other:
        return True
    old, new = _NUMBER.findall(one), _NUMBER.findall(other)
    differ = [(was, now) for was, now in zip(old, new, strict=False) if was != now]
    if len(old) != len(new) or len(differ) != 1 or int(differ[0][1][:9]) - int(differ[0][0][:9]) != pages:
        return False
    cells = [cell for cell, was in zip(line.cells, shown.cells, strict=False) if fold(cell) != fold(was)]
    shapes = (_COUNTED, _COUNTS, _PARTED, _ALONE) + (_AT_AN_END,) * many
    return len(cells) == 1 and any(shape.search(cells[0]) for shape in shapes)


def _uncounted(line: Line) -> Line:
    """A line at the edge of a page without cells that say "Page 1 of 1" alone."""
    kept = [n for n, cell in enumerate(line.cells) if not _COUNTED.search(cell)]
    return line if len(kept) == len(line.cells) else line.without_cells(kept, [line.cells[n] for n in kept])


def _said(lines: Sequence[Line], at: int, there: Sequence[tuple[int, Line]]) -> Iterator[Line]:
    """What a running line says, cell by cell, without the number of the page; the head of a table stays a row."""
    line = lines[at]
    if len(line.cells) > 1 and at + 1 < len(lines) and _is_row_below(line, lines[at + 1]):
        yield line
        return
    for n, cell in enumerate(line.cells):
        others = {one.cells[n] for _, one in there[1:2] if n < len(one.cells)}
        text = cell if cell in others or not others else _without_count(cell)
        if text := squeeze(text):
            yield line.without_cells([n], [text])


def _without_count(cell: str) -> str:
    if _COUNTED.search(cell) or _ALONE.search(cell):
        return ""
    for shape in (_COUNTS, _PARTED, _AT_AN_END):
        bare = shape.sub(lambda hit: hit[1] if hit.lastindex else " ", cell)
        if bare != cell:
            return bare
    return cell


def _is_row_below(line: Line, following: Line) -> bool:
    return len(following.cells) > 1 and 0 < line.bottom - following.bottom < 3 * line.height
