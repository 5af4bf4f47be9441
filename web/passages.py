"""Passages as people read them: sorted by what they are, with the words that went and came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitors.deciding import deciding_first
from monitors.diff import Piece, words
from monitors.records import Change, Grade, Passage, PassageKind
from monitors.struck import has_struck

MOST_SHOWN = 200  # of each sort; a real redesign of a long page had fewer telling ones, the twin holds all
LONGEST = 10_000  # characters of one side; longer ones are read in the versions


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage; number: its index in the change, which findings refer to."""

    number: int
    passage: Passage

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both texts woven into one, in reading order."""
        return words(self.passage.before[:LONGEST], self.passage.after[:LONGEST])

    @property
    def sides(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The old text with what went, the new text with what came."""
        pieces = self.pieces
        old = tuple(piece for piece in pieces if piece.op != "insert")
        return old, tuple(piece for piece in pieces if piece.op != "delete")

    @property
    def cut(self) -> bool:
        return max(len(self.passage.before), len(self.passage.after)) > LONGEST


@dataclass(frozen=True, slots=True)
class Group:
    """Passages of one sort: those that are shown, and how many more there are."""

    shown: tuple[ShownPassage, ...]
    more: int

    @property
    def count(self) -> int:
        return len(self.shown) + self.more

    @property
    def struck(self) -> bool:
        """Whether a part of some text was shown struck through on the page."""
        return any(has_struck(text) for one in self.shown for text in (one.passage.before, one.passage.after))


@dataclass(frozen=True, slots=True)
class SortedPassages:
    """telling: what a reader would notice; moved: the same words elsewhere; small: furniture and the like."""

    telling: Group
    moved: Group
    small: Group


def sort_passages(change: Change) -> SortedPassages:
    """A change's passages by sort, in page order."""
    numbered = [ShownPassage(number, passage) for number, passage in enumerate(change.passages)]
    moved = [one for one in numbered if one.passage.kind is PassageKind.MOVED]
    rest = [one for one in numbered if one.passage.kind is not PassageKind.MOVED]
    return SortedPassages(
        _group(one for one in rest if one.passage.grade.rank >= Grade.NORMAL.rank),
        _group(moved),
        _group(one for one in rest if one.passage.grade.rank < Grade.NORMAL.rank),
    )


def foremost(change: Change, most: int) -> Group:
    """The passages that decided the reading, in page order, where there is no room for all."""
    listed = deciding_first(change)
    shown = tuple(ShownPassage(index, change.passages[index]) for index in sorted(listed[:most]))
    return Group(shown, max(0, len(listed) - most))


def _group(passages: Iterable[ShownPassage]) -> Group:
    listed = tuple(passages)
    return Group(listed[:MOST_SHOWN], max(0, len(listed) - MOST_SHOWN))
