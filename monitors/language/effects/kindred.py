"""Lines of a page that was rewritten, each old one beside the new one that is about the same.

Two wordings of a rule may share no word: "Each inmate may receive two visits per week." and "A person in custody can be
seen twice in any week." Alignment by words leaves such lines over or gives them to others. Here the reader's own table
of word pieces, in which "inmate" lies near "custody", says with the words what two lines have in common.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

from monitors.language.figures.quantities import measures
from monitors.language.pages.align import Alignment, similarity
from monitors.language.pages.sentences import BESIDE, Unit
from monitors.language.words.amounts import amounts
from monitors.language.words.concepts import STOP
from monitors.language.words.matters import matters
from monitors.language.words.mentions import PHONE_NUMBER, tokens
from monitors.language.words.pieces import UNKNOWN, pieces, vocabulary

_UNLIKE = 0.6  # lines with less in common are no plain rewording
_LEAST, _LEAST_OF_ALL = 3, 7  # unlike lines on either side: of a part that was rewritten, of a page
MOST = 120  # lines of a side; more are left as they were aligned
_STAYED = 100  # lines that say what the page is about
_KINDRED = -0.3  # of two: words in common and nearness of all words; less is no rule in other words
_KINDRED_OF_PART = 0.15  # beside lines that stayed all others sound nearer to one another
_ABSORBED = 0.5  # so kin to a line a sentence is that was left over, and became a part of it
_APART = 2.0  # a heading is no rule in other words
_OF_FIGURE, _OF_TERM, _MOST_BOUND = 0.5, 0.6, 0.9  # what a figure, or a term, that one line of a side has is worth
_MARKS = re.compile(r"[{}\[\],@|]")  # of days and clocks in canonical wording
_WIDTH = 384  # figures of a piece's vector
_TABLE = re.compile(
    rb"word_embeddings\.weight_quantizedj.{1,60}?offset\x12.(\d+)", re.DOTALL
)  # where it lies in the weights


class Extent(IntEnum):
    """How much of a page stands in words that have little in common with the old ones."""

    LITTLE = 0
    PART = 1
    PAGE = 2


def extent_of(alignment: Alignment) -> Extent:
    """How much was rewritten: several lines, or most of the page."""
    unlike = sum(similarity(*pair) < _UNLIKE for pair in alignment.pairs)
    sides = [unlike + len(lines) for lines in (alignment.removed, alignment.added)]
    if min(sides) < _LEAST or max(sides) > MOST:
        return Extent.LITTLE
    stayed = sum(unit.kind not in BESIDE for _, unit in alignment.same)  # a site's menus stay whatever the text becomes
    alike = stayed + len(alignment.pairs) - unlike
    return Extent.PAGE if min(sides) >= max(_LEAST_OF_ALL, alike + 1) else Extent.PART


def by_kinship(alignment: Alignment) -> Alignment:
    """The alignment with lines that have little in common paired anew by what they are about; what is about nothing
    that the other side says came or went alone."""
    if extent_of(alignment) is Extent.LITTLE:
        return alignment
    kept = tuple(pair for pair in alignment.pairs if similarity(*pair) >= _UNLIKE)
    loose = [pair for pair in alignment.pairs if similarity(*pair) < _UNLIKE]
    old = sorted([*(a for a, _ in loose), *alignment.removed], key=lambda unit: unit.place)
    new = sorted([*(b for _, b in loose), *alignment.added], key=lambda unit: unit.place)
    if not old or not new:
        return alignment
    stayed = _background(alignment) if min(len(old), len(new)) >= _LEAST else []
    least = _KINDRED_OF_PART if stayed else _KINDRED
    kinship = _kinship(old, new, stayed) + bonds(old, new)
    found = matched(kinship, least)
    pairs = [(old[i], new[j]) for i, j in found.items()]
    return replace(
        alignment,
        pairs=tuple(sorted([*kept, *pairs], key=lambda pair: pair[1].place)),
        removed=tuple(unit for i, unit in enumerate(old) if i not in found),
        added=tuple(unit for j, unit in enumerate(new) if j not in found.values()),
    )


@dataclass(frozen=True, slots=True)
class Kin:
    """An old line beside the new one that is about the same, and how much so. Sentences that became one line, or one
    that became several, stand together."""

    old: Unit
    new: Unit
    nearness: float


def sides(alignment: Alignment) -> tuple[list[Unit], list[Unit]]:
    """The changed lines, old and new: first the pairs, then what went, or came."""
    old = [*(a for a, _ in alignment.pairs), *alignment.removed]
    return old, [*(b for _, b in alignment.pairs), *alignment.added]


def kinship_of(alignment: Alignment) -> Any:
    """How kin each changed old line is to each new one, in the order of sides()."""
    return _kinship(*sides(alignment), _background(alignment))


def kin(alignment: Alignment, kinship: Any) -> list[Kin]:
    """The reworded lines of a page rewritten, in the order of the new page. kinship: of kinship_of()."""
    old, new = sides(alignment)
    count = len(alignment.pairs)
    lone = [any(not is_title(unit) for unit in side) for side in (alignment.removed, alignment.added)]
    # Where both sides have sentences left over, these may be one another's.
    was = {} if lone[1] else _absorbed(kinship[:, :count].T, count)
    now = {} if lone[0] else _absorbed(kinship[:count, :], count)
    return [
        Kin(
            _joined(a, [old[i] for i in was.get(place, ())]),
            _joined(b, [new[i] for i in now.get(place, ())]),
            float(kinship[place, place]),
        )
        for place, (a, b) in enumerate(alignment.pairs)
    ]


def rivals(lines: Sequence[Unit], alignment: Alignment, *, came: bool) -> list[tuple[float, float]]:
    """Of each line that came (or went) alone: how kin it is to the nearest line of the other side, and how much more so
    than the line that stands beside that, at the most."""
    own, others = ([pair[side] for pair in alignment.pairs] for side in ((1, 0) if came else (0, 1)))
    if not others:
        return [(0.0, -1.0)] * len(lines)
    kinship = _kinship([*own, *lines], others, _background(alignment))
    beside = kinship[: len(own)].diagonal()
    return [(float(row.max()), float((row - beside).max())) for row in kinship[len(own) :]]


def _absorbed(kinship: Any, count: int) -> dict[int, list[int]]:
    """The lines left over on one side, by the place of the line of the other side that each is most kin to."""
    found: dict[int, list[int]] = {}
    for lone in range(count, kinship.shape[1]):
        nearest = int(kinship[:, lone].argmax())
        if kinship[nearest, lone] >= _ABSORBED:
            found.setdefault(nearest, []).append(lone)
    return found


def _joined(unit: Unit, others: Sequence[Unit]) -> Unit:
    """One line of several sentences, in the order of their page."""
    lines = sorted([unit, *others], key=lambda line: line.place)
    if len(lines) == 1 or any(line.row for line in lines):
        return unit
    return replace(unit, plain=" ".join(line.plain for line in lines), text=" ".join(line.text for line in lines))


def matched(kinship: Any, least: float) -> dict[int, int]:
    """Old line to new one so that all are nearest to one another together, none less near than least: the nearest line
    first would leave its rivals whatever is left over. Shortest augmenting paths, one for each line of the shorter
    side."""
    import numpy

    if kinship.shape[0] > kinship.shape[1]:
        return {old: new for new, old in matched(kinship.T, least).items()}
    cost = -numpy.maximum(kinship, least).astype(float)
    height, width = cost.shape
    own, others = numpy.zeros(height), numpy.zeros(width)
    taker = numpy.full(width, -1)
    for line in range(height):
        way = numpy.full(width, -1)
        length = numpy.full(width, numpy.inf)
        seen = numpy.zeros(width, bool)
        row, last = line, -1
        before = 0.0
        while True:
            through = before + cost[row] - own[row] - others
            nearer = ~seen & (through < length)
            length[nearer], way[nearer] = through[nearer], last
            place = int(numpy.where(seen, numpy.inf, length).argmin())
            before, last = float(length[place]), place
            if taker[place] < 0:
                break
            seen[place] = True
            row = int(taker[place])
        own[line] += before
        held = numpy.flatnonzero(seen)
        own[taker[held]] += before - length[held]
        others[held] -= before - length[held]
        while last >= 0:
            came = int(way[last])
            taker[last] = line if came < 0 else taker[came]
            last = came
    return {int(old): new for new, old in enumerate(taker.tolist()) if old >= 0 and kinship[old, new] > least}


def bonds(old: Sequence[Unit], new: Sequence[Unit], *, figures: bool = True) -> Any:
    """What speaks for two lines being one rule though they share no word: figures that few other lines have, and the
    same term, whatever its figure. figures: whether these are asked for."""
    import numpy

    found = numpy.zeros((len(old), len(new)))
    for told, weight in ((_figures, _OF_FIGURE), (_terms, _OF_TERM))[not figures :]:
        said = [[told(unit) for unit in side] for side in (old, new)]
        common = [Counter(one for line in side for one in line) for side in said]
        for one in common[0].keys() & common[1].keys():
            share = weight / max(common[0][one], common[1][one])
            rows, columns = ([place for place, line in enumerate(side) if one in line] for side in said)
            found[numpy.ix_(rows, columns)] += share
    return numpy.minimum(found, _MOST_BOUND)


def _figures(unit: Unit) -> frozenset[Hashable]:
    return frozenset(amounts(PHONE_NUMBER.sub("#", _asked(unit))))


def _terms(unit: Unit) -> frozenset[Hashable]:
    return frozenset(measure.name for measure in measures(unit, "")) | matters(_asked(unit))


def _asked(unit: Unit) -> str:
    """A line behind the question that it answers."""
    return f"{unit.lead} {unit.plain}" if unit.lead[-1:] == "?" and not unit.row else unit.plain


def _background(alignment: Alignment) -> list[Unit]:
    """Lines that stayed: what a page is about shows in few lines only with them."""
    return [new for _, new in alignment.same][:_STAYED]


def _kinship(old: Sequence[Unit], new: Sequence[Unit], stayed: Sequence[Unit] = ()) -> Any:
    """How much each old line is about what each new one is: words in common, and the nearness of all words."""
    import numpy

    near = _vectors([*old, *new], stayed)
    shared = numpy.array([[similarity(a, b) - _APART * (_manner(a) != _manner(b)) for b in new] for a in old])
    return near[: len(old)] @ near[len(old) :].T + shared


def _manner(unit: Unit) -> str:
    if is_title(unit):
        return "heading"
    # "I was once convicted. May I visit?"
    return "question" if unit.plain[-1:] == "?" or unit.plain[:2] == "i " else "rule"


def is_title(unit: Unit) -> bool:
    """Whether a line is a heading or another text without a full stop, no row."""
    return unit.short and not unit.row


def _vectors(lines: Sequence[Unit], stayed: Sequence[Unit]) -> Any:
    """A direction for each line: the mean of its pieces, the rarer ones on the page weighing more, without what all of
    its lines have in common."""
    import numpy

    said = [_pieces(_asked(line)) for line in (*lines, *stayed)]
    known = Counter(piece for line in said for piece in set(line))
    means = []
    for line in said:
        weights = numpy.array([math.log(1 + len(said) / known[piece]) for piece in line])
        means.append(weights @ _table()[list(line)].astype(numpy.float32) / weights.sum())
    vectors = numpy.array(means) - numpy.mean(means, axis=0)
    return (vectors / (numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9))[: len(lines)]


@lru_cache(maxsize=4096)
def _pieces(plain: str) -> tuple[int, ...]:
    words = tokens(plain)
    told = " ".join(word for word in words if word not in STOP) or plain
    return tuple(pieces(_MARKS.sub(" ", told))) or (UNKNOWN,)


@lru_cache(maxsize=1)
def _table() -> Any:
    """The reader's vectors of word pieces, mapped: only rows that are looked up are read."""
    import numpy

    with as_file(files("monitors.language").joinpath("model")) as folder:
        place = _TABLE.search((folder / "reader.onnx").read_bytes())
        assert place is not None  # written by benchmarks/train_reader.py
        shape = len(vocabulary()), _WIDTH
        return numpy.memmap(folder / "reader.bin", numpy.uint8, "r", int(place[1]), shape)
