"""Price lists set anew (R2): rows in another order, under headings instead of beside a column, in cents, not dollars.

Read row by row, one price takes another one's place. None moved where both pages hold the same figures and each of them
stands at what it stood at; rows that traded their prices hold the same ones, too, and are left to other rooms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.context import ACT
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE

_PRICE = regex(r"\$\d")
_FREE = regex(r"(?<!not )\b(?:free(?: of charge)?|no (?:charge|cost|fee)|at no cost|without charge|gratis)\b")
_PLAIN = frozenset(concepts("price cost charge fee rate per a each minute visit session is are for from in the at"))
_AT_MOST = regex(r"\b(?:(?:no|not) more than|up to|at most|a? ?maximum(?: of)?|limit(?:ed to)?)\b")
_LABEL = 8  # words of a line above prices that names what they are of
_LEAST, _MOST = 2, 20_000  # rows of a list; pairs of them compared


@dataclass(frozen=True, slots=True)
class _Row:
    """figures: all of a line with a price; own: its words that say what they are of; of: the label's above it, too."""

    figures: tuple[str, ...]
    own: frozenset[str]
    of: frozenset[str]


def price_lists(scene: Scene, alignment: Alignment) -> Certain:
    """The changed rows of a price list that tells what it told."""
    old, new = _changed(alignment.gone), _changed(alignment.come)
    if min(len(old), len(new)) < _LEAST or not any(_PRICE.search(unit.plain) for unit in (*old, *new)):
        return Certain()
    was, now = _rows(scene.before), _rows(scene.after)
    if not _same(was, now) or any(ACT.search(unit.plain) for unit in (*old, *new)):
        return Certain()
    return Certain((), (*old, *new), ("R2 the same price list",))


def _changed(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if _told(unit)]


def _told(unit: Unit) -> tuple[str, ...]:
    """All figures of a line that tells a price; none of any other line."""
    plain = _said(unit)
    free = ["free"] * (_FREE.search(plain) is not None)
    return (*sorted(FIGURE.findall(plain)), *free) if free or _PRICE.search(plain) else ()


def _said(unit: Unit) -> str:
    """A line, its cells named by their columns where it is the row of a table that names them."""
    return unit.plain if _PRICE.search(unit.header) else with_header(unit)


def _same(old: Sequence[_Row], new: Sequence[_Row]) -> bool:
    """Whether two pages list the same figures, each at the row of the other page that is nearest to its own."""
    few = min(len(old), len(new)) < _LEAST or len(old) * len(new) > _MOST
    if few or Counter(r.figures for r in old) != Counter(r.figures for r in new):
        return False
    return all(any(_says(row, near) for near in _nearest(row, new)) for row in old)


def _says(old: _Row, new: _Row) -> bool:
    """Whether two rows say the same, but for what the label above one of them says."""
    return old.figures == new.figures and old.own <= new.of and new.own <= old.of


def _rows(page: Sequence[Unit]) -> list[_Row]:
    found: list[_Row] = []
    label = ""
    for unit in page:
        if figures := _told(unit):
            bare = _AT_MOST.sub(" ", _FREE.sub(" ", FIGURE.sub(" ", _said(unit))))
            own = frozenset(concepts(bare)) - _PLAIN
            found.append(_Row(figures, own, (own | set(concepts(label))) - _PLAIN))
        else:
            label = unit.plain if len(unit.plain.split()) <= _LABEL else ""
    return found


def _nearest(row: _Row, rows: Sequence[_Row]) -> list[_Row]:
    """The rows that have most of its words, those with the fewest others of them."""
    shared = [(len(row.of & other.of), -len(other.of - row.of)) for other in rows]
    return [other for other, likeness in zip(rows, shared, strict=True) if likeness == max(shared)]
