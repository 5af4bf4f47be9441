"""Lines that one rule reads for sure, whatever else changed beside them: the rest of a change is read without them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit


@dataclass(frozen=True, slots=True)
class Certain:
    """effects: what the lines tell; lines: those that need no further reading; why: of lines that tell nothing."""

    effects: tuple[Effect, ...] = ()
    lines: tuple[Unit, ...] = ()
    why: tuple[str, ...] = ()


def of_pairs(alignment: Alignment, read: Callable[[Unit, Unit], Effect | None]) -> Certain:
    """What reworded lines tell, each pair read by itself; read gives None where a pair is not told for sure."""
    told = [(pair, effect) for pair in alignment.pairs if (effect := read(*pair)) is not None]
    return Certain(tuple(effect for _, effect in told), tuple(line for pair, _ in told for line in pair))


def joined(found: Iterable[Certain]) -> Certain:
    """All together."""
    parts = list(found)
    return Certain(
        tuple(effect for one in parts for effect in one.effects),
        tuple(line for one in parts for line in one.lines),
        tuple(dict.fromkeys(why for one in parts for why in one.why)),
    )


def without(alignment: Alignment, lines: Iterable[Unit]) -> Alignment:
    """The alignment without certain lines; the other line of a pair, where that is not settled, came or went alone."""
    gone = {id(line) for line in lines}
    pairs, removed, added = [], list(alignment.removed), list(alignment.added)
    for old, new in alignment.pairs:
        if id(old) not in gone and id(new) not in gone:
            pairs.append((old, new))
        else:
            removed.append(old)
            added.append(new)
    return replace(
        alignment,
        pairs=tuple(pairs),
        removed=tuple(unit for unit in removed if id(unit) not in gone),
        added=tuple(unit for unit in added if id(unit) not in gone),
    )
