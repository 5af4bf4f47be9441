"""Which unit of the old page became which of the new one, whatever moved, merged, was renumbered or reworded.

The page diff aligns for display; reading needs its own, because a verdict hangs on comparing a rule with its own
earlier wording. Cost is bounded: at most MAX_PAIRS similarities are computed, further units count as added and removed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz

from monitors.attached import is_labelled
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import boxes, concepts, shape
from monitors.language.words.patterns import regex
from monitors.language.words.wording import FIGURE

MAX_PAIRS = 20_000
MAX_ROWS = 120  # a page with more changed rows is read by its first ones, which bounds the time of one reading
_SIMILAR, _ROW_AS_SENTENCE = 0.34, 0.5
_SAME_MATTER = 0.7
_LOOKED_AT = 50  # lines under a heading
_LABEL = 12  # characters up to which a text may stand on a page twice and mean two things
_OF_A_POD = regex(rf"(?:^|/ )(?:[\w-]+ )?(?:{visits.UNIT}|building|housing|tower)(?: (?:\w|\d+|\w+ unit))?$")
_T = TypeVar("_T")
# Words one letter apart that mean different things.
_SPELLED = frozenset(
    [
        "sister",
        "sisters",
        "monday",
        "mondays",
        "minor",
        "minors",
        "adult",
        "adults",
        "accept",
        "except",
        "visitor",
        "visitors",
        "morning",
        "mourning",
        "opposed",
    ]
)


# What is written for each other by mistake, in canonical wording and without apostrophes.
_HEARD_ALIKE = (
    frozenset(("too", "2")), frozenset(("too", "to")), frozenset(("there", "their", "theyre")),
    frozenset(("your", "youre")), frozenset(("then", "than")), frozenset(("whose", "whos")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alignment:
    """same: units that say the same in the same words (order and synonyms aside); pairs: reworded, old first."""

    same: tuple[tuple[Unit, Unit], ...]
    pairs: tuple[tuple[Unit, Unit], ...]
    removed: tuple[Unit, ...]
    added: tuple[Unit, ...]

    @property
    def gone(self) -> tuple[Unit, ...]:
        """What the old page said that the new one doesn't say so: reworded and removed."""
        return (*(old for old, _ in self.pairs), *self.removed)

    @property
    def come(self) -> tuple[Unit, ...]:
        """What the new page says that the old one didn't say so: reworded and added."""
        return (*(new for _, new in self.pairs), *self.added)

    @property
    def changed(self) -> tuple[Unit, ...]:
        """Every unit that did not stay the same, of both pages."""
        return (*(unit for pair in self.pairs for unit in pair), *self.removed, *self.added)


def _match(
    old: list[Unit], new: list[Unit], key: Callable[[Unit], Hashable]
) -> tuple[list[tuple[Unit, Unit]], list[Unit], list[Unit]]:
    """Pairs of equal key, those under the same headings first, and what is left on both sides."""
    waiting: dict[Hashable, list[Unit]] = defaultdict(list)
    for unit in new:
        waiting[key(unit)].append(unit)
    pairs: list[tuple[Unit, Unit]] = []
    left: list[Unit] = []
    stays = {(key(unit), unit.headings) for unit in new}
    for unit in sorted(old, key=lambda one: (key(one), one.headings) not in stays):
        partners = waiting[key(unit)]
        if partners:
            # A repeated row ("Mon | 9-11") belongs to the one under the same heading.
            best = min(partners, key=lambda other: (other.headings != unit.headings, abs(other.place - unit.place)))
            partners.remove(best)
            pairs.append((unit, best))
        else:
            left.append(unit)
    taken = {id(other) for _, other in pairs}
    order = {id(unit): at for at, unit in enumerate(old)}
    pairs.sort(key=lambda pair: order[id(pair[0])])
    left.sort(key=lambda unit: order[id(unit)])
    return pairs, left, [unit for unit in new if id(unit) not in taken]


def _not_repeated(left: list[Unit], page: Sequence[Unit], others: Sequence[Unit]) -> list[Unit]:
    """Units left over but for those that the page of the other side says elsewhere: de-duplicated or doubled text is no
    change. One in whose place another one stands is told, too: two houses may have had the same hours. others: what is
    left over of that page."""
    known = {_told(unit) for unit in page} if left else set()
    under: dict[str, list[Unit]] = defaultdict(list)
    for other in others:
        under[other.headings].append(other)
    return [
        unit
        for unit in left
        if not (len(unit.plain) > _LABEL and _told(unit) in known)
        or (unit.headings and any(_in_place(unit, other) for other in under[unit.headings][:_LOOKED_AT]))
    ]


def _in_place(unit: Unit, other: Unit) -> bool:
    """Whether two units of one heading say the same of other days, hours or figures."""
    if unit.plain == other.plain:
        return False
    return likeness(FIGURE.sub(" ", unit.plain), FIGURE.sub(" ", other.plain)) >= _SAME_MATTER


def _told(unit: Unit) -> Hashable:
    """What a unit says, so that it may be said elsewhere: "Length: 20 minutes" says it of what stands above it, what
    stands under "B Pod" of that pod."""
    return concepts(unit.plain), unit.headings if is_labelled(unit.plain) or _OF_A_POD.search(unit.headings) else ""


def _only_spelling(old: Unit, new: Unit) -> bool:
    """Whether two units differ in punctuation and the spelling of a few words only ("vistors", "dismantel", "too" for
    "two")."""
    a, b = (unit.plain.replace("'", "").split() for unit in (old, new))
    if len(a) != len(b) or len(a) < 4:
        return False
    bare = ((x.strip(".,;:!?"), y.strip(".,;:!?")) for x, y in zip(a, b, strict=True))
    differing = [(x, y) for x, y in bare if x != y]
    return len(differing) <= 3 and all(_misspelt(x, y) for x, y in differing)


def _misspelt(word: str, other: str) -> bool:
    if any(word in words and other in words for words in _HEARD_ALIKE):
        return True
    return (
        min(len(word), len(other)) >= 5
        and word[:1] == other[:1]
        and word.isalpha()
        and other.isalpha()
        and fuzz.ratio(word, other) >= 82
        and not (word in _SPELLED and other in _SPELLED)
    )


def _respelled(old: list[Unit], new: list[Unit]) -> tuple[list[tuple[Unit, Unit]], list[Unit], list[Unit]]:
    pairs: list[tuple[Unit, Unit]] = []
    if len(old) * len(new) > MAX_PAIRS:
        return pairs, old, new
    for unit in list(old):
        twin = next((other for other in new if _only_spelling(unit, other)), None)
        if twin is not None:
            pairs.append((unit, twin))
            old = [u for u in old if u is not unit]
            new = [u for u in new if u is not twin]
    return pairs, old, new


def likeness(old: str, new: str) -> float:
    """0 to 1: the share of concept words that two canonical texts have in common."""
    a, b = concepts(old), concepts(new)
    return 2 * sum((Counter(a) & Counter(b)).values()) / (len(a) + len(b)) if a and b else 0.0


def similarity(old: Unit, new: Unit) -> float:
    """0 to 1: shared concept words weighted by length, with a little for the same heading."""
    a, b = concepts(old.plain), concepts(new.plain)
    if not a or not b:
        return 0.0
    shared = sum((Counter(a) & Counter(b)).values())
    ratio = 2 * shared / (len(a) + len(b))
    order = fuzz.ratio(" ".join(a), " ".join(b)) / 100
    return 0.6 * ratio + 0.4 * order + (0.03 if old.headings == new.headings else 0.0)


def _retold(old: Unit, new: Unit, value: float) -> bool:
    """Whether a row of a timetable may have become a sentence, or the reverse."""
    return value >= _ROW_AS_SENTENCE and "[" in old.plain and "[" in new.plain


def _pair(old: list[Unit], new: list[Unit], size: int) -> tuple[list[tuple[Unit, Unit]], list[Unit], list[Unit]]:
    scored: list[tuple[float, int, int]] = []
    if len(old) * len(new) <= MAX_PAIRS:
        for i, a in enumerate(old):
            for j, b in enumerate(new):
                near = 0.12 * (1 - min(1.0, abs(a.place - b.place) / max(4, size / 6)))
                value = similarity(a, b)
                if value + near >= _SIMILAR and (a.row == b.row or _retold(a, b, value)):
                    scored.append((value + near, i, j))
    scored.sort(key=lambda x: (-x[0], x[1], x[2]))
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: list[tuple[Unit, Unit]] = []
    for _, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    pairs.sort(key=lambda pair: pair[1].place)
    return (
        pairs,
        [u for i, u in enumerate(old) if i not in used_old],
        [u for j, u in enumerate(new) if j not in used_new],
    )


def align(before: Sequence[Unit], after: Sequence[Unit]) -> Alignment:
    """Equal wording first, then equal concepts, then the same letters (scanning damage), then the most similar."""
    same, old, new = _match(list(before), list(after), lambda unit: unit.plain)
    for key in (lambda u: concepts(u.plain), lambda u: shape(u.plain) if len(u.plain) > 20 else id(u)):
        found, old, new = _match(old, new, key)
        same += found
    found, old, new = _respelled(old, new)
    same += found
    old, new = _not_repeated(old, after, new), _not_repeated(new, before, old)
    pairs, removed, added = _pair(old, new, max(len(before), len(after)))
    ticked = [pair for pair in same if _ticked(*pair)]
    same = [pair for pair in same if not _ticked(*pair)]
    pairs = _once([*pairs, *ticked], lambda pair: (*map(_said, pair),))
    return Alignment(tuple(same), tuple(pairs), tuple(_once(removed, _said)), tuple(_once(added, _said)))


def _once(found: Iterable[_T], said: Callable[[_T], Hashable]) -> list[_T]:
    """Each change once: a page that shows its text a second time, for narrow screens, has changed no more for it."""
    return list({said(one): one for one in reversed(list(found))}.values())[::-1]


def _said(unit: Unit) -> Hashable:
    return (unit.plain, unit.headings) if len(unit.plain) > _LABEL else id(unit)


def _ticked(old: Unit, new: Unit) -> bool:
    """Whether two units of the same words differ in a box; a tick that comes or goes altogether is a bullet."""
    if old.plain == new.plain:
        return False
    was, now = boxes(old.plain), boxes(new.plain)
    return len(was) == len(now) and was != now


@dataclass(frozen=True, slots=True)
class Row:
    """One changed place: the old and the new unit, None on the side where it does not exist."""

    before: Unit | None
    after: Unit | None


def changed_rows(alignment: Alignment) -> tuple[Row, ...]:
    """The changed rows of an alignment: first the reworded ones, then the added, then the removed ones."""
    rows = [
        *(Row(a, b) for a, b in alignment.pairs),
        *(Row(None, b) for b in alignment.added),
        *(Row(a, None) for a in alignment.removed),
    ]
    return tuple(rows[:MAX_ROWS])
