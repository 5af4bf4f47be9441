"""Passages as a mail shows them: the ones that decided the reading first, each with what went and what came."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from monitors.deciding import deciding_first
from monitors.diff import Piece, words
from monitors.records import Change, Passage
from monitors.struck import has_struck
from monitors.tongue import tongue

LONGEST_HEADING = 150


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a change fits: passages, and characters of each side of one."""

    passages: int
    characters: int


# From roomy to tight; the first in which the whole message fits is taken.
ROOMS = (Room(12, 1_500), Room(8, 800), Room(5, 400), Room(3, 200))


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """Where it stands, the old words and the new ones with their marks; a side may be empty."""

    where: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]

    @property
    def reworded(self) -> bool:
        return bool(self.old and self.new)

    @property
    def struck(self) -> bool:
        """Whether a part of it was shown struck through on the page."""
        return any(has_struck("".join(piece.text for piece in side)) for side in (self.old, self.new))

    @property
    def tongue(self) -> str:
        """The language of its words where it is another than the mail's."""
        return tongue("".join(piece.text for piece in self.new or self.old))


def shown(change: Change, room: Room) -> tuple[list[ShownPassage], int]:
    """The passages worth reading in a mail, those that decided the reading first, and how many are left for the
    page."""
    telling = [change.passages[index] for index in deciding_first(change)]
    return [_show(p, room) for p in telling[: room.passages]], max(0, len(telling) - room.passages)


@lru_cache(maxsize=1024)  # one alert goes to many readers
def _show(passage: Passage, room: Room) -> ShownPassage:
    pieces = words(_cut(passage.before, room), _cut(passage.after, room))
    heading = " › ".join(one_line(heading)[:LONGEST_HEADING] for heading in passage.heading[-2:])
    return ShownPassage(
        f"Under “{heading}”" if heading else "",
        tuple(piece for piece in pieces if piece.op != "insert"),
        tuple(piece for piece in pieces if piece.op != "delete"),
    )


def _cut(text: str, room: Room) -> str:
    clean = one_line(text)
    return clean if len(clean) <= room.characters else clean[: room.characters].rsplit(" ", 1)[0] + " …"


def one_line(text: str) -> str:
    """The text in one line, without characters that hide or reorder text, or that no mail may carry."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
