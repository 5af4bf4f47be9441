"""A learned reading of a change: whether it touches visiting terms, which way, how much, in what, and which figures.

Text encoders (encoders.py) hear the changed rows of one change together, as encoding.py writes them. Scores with and
without them: docs/decisions/0021-learned-reader.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitors.language.pages.about import speaks
from monitors.language.pages.align import Row, align, changed_rows
from monitors.language.pages.sentences import units
from monitors.language.reader.bindings import figure_facts, possible
from monitors.language.reader.encoders import heard
from monitors.language.reader.encoding import MOST_PIECES, Encoded, encode
from monitors.language.words.wording import canonical
from monitors.records import Direction, Fact, Severity, Topic
from monitors.segments import plain_segments

# In the order of the encoder's outputs; "none" = not relevant.
LABELS = ("none", Direction.RESTRICTIVE, Direction.RESTORATIVE, Direction.MIXED, Direction.NEUTRAL)
SEVERITIES = (Severity.NONE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
TOPICS = tuple(Topic)
PERMISSIONS = ("in_person_allowed", "contact_allowed", "minors_allowed")
# What became of a permission; None = not stated.
TURNS = (
    (None, None), (True, False), (False, True), (None, False), (None, True), (True, None), (False, None),
)  # fmt: skip

_MOST_COMPARED = 6  # rows read by themselves to find the telling one, some 5 ms each
_SURE_ALONE = 0.98  # no further row is read: in trials the first such one was right as often as the likeliest of all
_MANY_ROWS, _MANY_WORDS = 4, 120  # above these the rows that speak of visits go first, the last ones may be cut off
_TURN_ABOVE = 0.5
_SURE_WAY = 0.85  # a direction so likely is taken as it is
_BACKWARDS = (
    0.3  # how much of a direction is heard backwards: right in .72 instead of .69 on edits that are hard to see
)
_CONTRARY = {Direction.RESTRICTIVE: Direction.RESTORATIVE, Direction.RESTORATIVE: Direction.RESTRICTIVE}


@dataclass(frozen=True, slots=True)
class Estimate:
    """relevant: 0 to 1; directions: shares of 1, given that it is relevant; severities: shares of 1; topics: each 0 to
    1 by itself; facts: each with its likelihood, the likeliest first; possible: how likely a value is one of a term, by
    both, for every figure of the changed rows."""

    relevant: float
    directions: Mapping[Direction, float]
    severities: Mapping[Severity, float]
    topics: Mapping[Topic, float]
    facts: tuple[tuple[float, Fact], ...]
    possible: Mapping[tuple[str, float], float] = field(default_factory=dict)


def estimate(rows: Sequence[Row], title: str = "", *, closely: bool = False) -> Estimate | None:
    """What the encoders make of the changed rows of one change, None when there is none. title: canonical; rows: the
    weightiest first, see weighty(); the last ones may be cut off; closely: whether the large encoder is asked, too."""
    if not rows:
        return None
    encoded = encode(rows, title)
    return read_out(*heard(encoded.pieces, encoded.kinds, closely=closely), encoded)


def heard_whole(rows: Sequence[Row], title: str = "") -> bool:
    """Whether the encoders hear all of the rows, none cut off. rows: at least one."""
    return len(encode(rows, title, MOST_PIECES + 1).pieces) <= MOST_PIECES


def heard_both_ways(rows: Sequence[Row], title: str = "") -> Estimate | None:
    """The estimate of a whole change, by both encoders; of rows that stand on both sides a doubtful direction is heard
    backwards, too, by the small one: what is a gain from the new wording to the old one is a loss."""
    forwards = estimate(rows, title, closely=True)
    if forwards is None or max(forwards.directions.values()) > _SURE_WAY:
        return forwards
    if any(row.before is None or row.after is None for row in rows):
        return forwards
    backwards = estimate([Row(row.after, row.before) for row in rows], title)
    assert backwards is not None  # there are rows
    heard = {
        direction: (1 - _BACKWARDS) * share + _BACKWARDS * backwards.directions[_CONTRARY.get(direction, direction)]
        for direction, share in forwards.directions.items()
    }
    return replace(forwards, directions=heard)


def likeliest(rows: Sequence[Row], title: str = "") -> Row:
    """Of the changed rows the first that surely touches visiting by itself, else the likeliest. rows: at least one."""
    alone: list[tuple[float, Row]] = []
    for row in rows[:_MOST_COMPARED] if len(rows) > 1 else ():
        found = estimate([row], title)
        alone.append((found.relevant if found else 0.0, row))
        if alone[-1][0] > _SURE_ALONE:
            return row
    return max(alone, key=lambda one: one[0])[1] if alone else rows[0]


def read_out(
    labels: Sequence[float],
    severities: Sequence[float],
    topics: Sequence[float],
    turns: Sequence[Sequence[float]],
    figures: Sequence[Sequence[float]],
    encoded: Encoded,
) -> Estimate:
    """The encoder's shares as an estimate. turns: one row a permission; figures: one row a piece."""
    relevant = max(1 - labels[0], 1e-6)
    directions = {Direction(name): share / relevant for name, share in zip(LABELS[1:], labels[1:], strict=True)}
    facts = [*figure_facts(figures, encoded.spots), *_permission_facts(turns)]
    facts.sort(key=lambda told: (-told[0], told[1].name))
    return Estimate(
        1 - labels[0],
        directions,
        dict(zip(SEVERITIES, severities, strict=True)),
        dict(zip(TOPICS, topics, strict=True)),
        tuple(facts),
        possible(figures, encoded.spots) | _possible_turns(turns),
    )


def _permission_facts(turns: Sequence[Sequence[float]]) -> list[tuple[float, Fact]]:
    found = []
    for name, shares in zip(PERMISSIONS, turns, strict=True):
        for after, share in _given(shares).items():
            if share > _TURN_ABOVE:
                best = max((i for i, turn in enumerate(TURNS) if turn[1] is after), key=lambda i: shares[i])
                found.append((share, Fact(name, *TURNS[best])))
    return found


def _possible_turns(turns: Sequence[Sequence[float]]) -> dict[tuple[str, float], float]:
    return {
        (name, float(after)): share
        for name, shares in zip(PERMISSIONS, turns, strict=True)
        for after, share in _given(shares).items()
    }


def _given(shares: Sequence[float]) -> dict[bool, float]:
    """How likely a permission is given and how likely it is taken, whatever was said before."""
    return {
        after: sum(share for turn, share in zip(TURNS, shares, strict=True) if turn[1] is after)
        for after in (True, False)
    }


def weighty(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows in their order, those that speak of visits first where not all may fit."""
    words = sum(len(unit.plain.split()) for row in rows for unit in (row.before, row.after) if unit)
    if len(rows) <= _MANY_ROWS and words <= _MANY_WORDS:
        return rows
    return sorted(rows, key=lambda row: not any(unit and speaks(unit.plain) for unit in (row.before, row.after)))


def encoded_texts(before: str, after: str, title: str, most: int = MOST_PIECES) -> Encoded | None:
    """What the encoder sees of two plain texts, None where nothing differs for it; for training and looking into it."""
    rows = changed_rows(align(units(plain_segments(before)), units(plain_segments(after))))
    return encode(weighty(rows), canonical(title), most) if rows else None
