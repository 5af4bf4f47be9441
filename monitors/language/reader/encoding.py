"""The changed rows of one change as the encoder of learned.py reads them: word pieces, their kinds, and figures.

    [CLS] title [SEP] context old-row → new-row [SEP] context row-with-what-went-and-came [SEP] …

Each piece has a kind: context, same or changed on the old or on the new side, or a remark. Remarks are words put in by
us after a figure of the new row ("more", "less", "same"), since a small encoder can't compare numbers, and after the
title and a row whose timetable changed its days or hours a week.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache

from monitors.language.pages.align import Row
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.pages.subjects import other_subject
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.dates import DATE
from monitors.language.words.mentions import Mention, in_unit_of, mentions, tokens, week
from monitors.language.words.patterns import regex
from monitors.language.words.pieces import pieces

MOST_PIECES = 224  # word pieces the encoder reads of one change
_TITLE_PIECES, _SIDE_PIECES, _CONTEXT_PIECES = 16, 64, 12
_MOST_ALIGNED = 300  # tokens of a side; longer ones differ from there on
_LEAST_ROOM = 12  # a row cut shorter than this says nothing
_START, _END, _ARROW = 101, 102, 1585  # [CLS], [SEP] and the arrow in the encoder's vocabulary


# "March 14 - Children may visit again.": as a new line it was no news to the reader, which was taught few notices.
_POSTED = regex(rf"^{DATE} ?[:–—-]+ ")
_LEAST_WORDS = 3
_VISITS = regex(r"\bvisit|\bvideo\b|\bin[- ]person\b")


class Kind(IntEnum):
    """What a piece is; also its number in the encoder's table of kinds."""

    CONTEXT = 0
    OLD = 1
    OLD_CHANGED = 2
    NEW = 3
    NEW_CHANGED = 4
    REMARK = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure's place among the pieces (half-open), the row it stands in and whether on the new side."""

    start: int
    end: int
    row: int
    new: bool
    changed: bool
    mention: Mention


@dataclass(frozen=True, slots=True)
class Encoded:
    """Word pieces of a change, the kind of each, and the figures among them."""

    pieces: tuple[int, ...]
    kinds: tuple[int, ...]
    spots: tuple[Spot, ...]


class _Page:
    """Collects pieces up to a limit."""

    def __init__(self, most: int) -> None:
        self.most, self.ids, self.kinds, self.spots = most, [_START], [int(Kind.CONTEXT)], list[Spot]()

    @property
    def room(self) -> int:
        return self.most - len(self.ids)

    def add(self, found: Sequence[int], kind: Kind) -> None:
        found = found[: self.room]
        self.ids += found
        self.kinds += [int(kind)] * len(found)


def encode(rows: Sequence[Row], title: str = "", most: int = MOST_PIECES) -> Encoded:
    """Title, then every row as far as there is room; rows go in as given, the weightiest should come first."""
    page = _Page(most)
    page.add(_text_pieces(title)[:_TITLE_PIECES], Kind.CONTEXT)
    sides = [_sides(row) for row in rows]
    page.add(_remark(_summed([old for old, _ in sides]), _summed([new for _, new in sides])), Kind.REMARK)
    page.add((_END,), Kind.CONTEXT)
    for number, (row, (old, new)) in enumerate(zip(rows, sides, strict=True)):
        if page.room < _LEAST_ROOM:
            break
        page.add(_context(row, among=len(rows)), Kind.CONTEXT)
        _write(page, number, old, new)
    return Encoded(tuple(page.ids), tuple(page.kinds), tuple(page.spots))


def _sides(row: Row) -> tuple[str, str]:
    return (_undated(row.before) if row.before else "", _undated(row.after) if row.after else "")


def _undated(unit: Unit) -> str:
    """What a line says, without the day on which it was posted."""
    bare = _POSTED.sub("", unit.plain)
    return bare if not unit.row and len(bare.split()) >= _LEAST_WORDS else with_header(unit)


def _context(row: Row, *, among: int) -> tuple[int, ...]:
    """The heading and the sentence before, nearest last, of the new side where there is one. among: how many rows."""
    unit = row.after or row.before
    assert unit is not None
    heading = unit.headings.rsplit("/ ", 1)[-1]
    alone = row.before is None or row.after is None
    idle = (
        unit.lead in (heading, unit.header)
        or (alone and _beside_the_point(unit))
        or (among == 1 and _on_another_thing(unit))
    )
    told = (heading, "" if idle else unit.lead)
    return tuple(piece for text in told if text for piece in _text_pieces(text)[-_CONTEXT_PIECES:])


def _beside_the_point(unit: Unit) -> bool:
    """Whether the sentence before is about another kind of visiting, and the unit's own words are not: on a page of
    notices "School tours resume." says nothing of what stands below it."""
    return elsewhere.NAMED.search(unit.lead) is not None and elsewhere.NAMED.search(unit.plain) is None


def _on_another_thing(unit: Unit) -> bool:
    """Whether the sentence before is about another thing and the unit names visits itself: below "Lockers are free."
    the reader took "Lawyers may visit without an appointment." for no matter of visits."""
    if _VISITS.search(unit.plain) is None or _VISITS.search(unit.lead) is not None:
        return False
    return (
        other_subject(unit.lead) and elsewhere.NAMED.search(unit.lead) is None
    )  # a museum's line tells whose visits these are


def _summed(texts: Sequence[str]) -> tuple[float, float]:
    weeks = [week(text) for text in texts]
    return sum(days for days, _ in weeks), sum(hours for _, hours in weeks)


def _remark(old: tuple[float, float], new: tuple[float, float]) -> tuple[int, ...]:
    """Whether days and hours a week grew or shrank, where any are named on both sides."""
    told = ""
    for name, was, now in (("days", old[0], new[0]), ("hours", old[1], new[1])):
        if was or now:
            told += f" {_moved(was, now)} {name}"
    return _word_pieces(told.strip()) if told else ()


def _moved(was: float, now: float) -> str:
    return "same" if abs(was - now) < 1e-6 else "more" if now > was else "less"


def _write(page: _Page, number: int, old: str, new: str) -> None:
    was, now = tokens(old), tokens(new)
    blocks = _differences(was, now)
    remarks = _comparisons(old, new, blocks)
    words = _inline(was, now, blocks) if _close(was, now, blocks) else _two_sided(was, now, blocks)
    for part in words:
        _words(page, number, part, mentions(old), mentions(new), remarks)
    if old and new:
        page.add(_remark(week(old), week(new)) if week(old) != week(new) else (), Kind.REMARK)
    page.add((_END,), Kind.CONTEXT)


@dataclass(frozen=True, slots=True)
class _Word:
    """One token as written. old, new: its position on either side, -1 where it does not stand."""

    text: str
    kind: Kind
    old: int
    new: int

    @property
    def differs(self) -> bool:
        return self.kind in (Kind.OLD_CHANGED, Kind.NEW_CHANGED)


_ARROW_WORD = _Word("→", Kind.CONTEXT, -1, -1)
_Blocks = tuple[tuple[int, int, int, int], ...]


def _close(was: Sequence[str], now: Sequence[str], blocks: _Blocks) -> bool:
    """Whether old and new can be told as one text with what went and what came: half the pieces of two."""
    if not was or not now:
        return False
    moved = sum(j - i + m - k for i, j, k, m in blocks)
    return moved <= 0.5 * (len(was) + len(now)) and len(blocks) <= 4


def _inline(was: Sequence[str], now: Sequence[str], blocks: _Blocks) -> list[list[_Word]]:
    words: list[_Word] = []
    at_old = at_new = 0
    for i, j, k, m in (*blocks, (len(was), len(was), len(now), len(now))):
        words += [_Word(now[at_new + n], Kind.NEW, at_old + n, at_new + n) for n in range(k - at_new)]
        words += [_Word(was[n], Kind.OLD_CHANGED, n, -1) for n in range(i, j)]
        words += [_Word(now[n], Kind.NEW_CHANGED, -1, n) for n in range(k, m)]
        at_old, at_new = j, m
    return [words]


def _two_sided(was: Sequence[str], now: Sequence[str], blocks: _Blocks) -> list[list[_Word]]:
    gone = {n for i, j, _, _ in blocks for n in range(i, j)}
    come = {n for _, _, k, m in blocks for n in range(k, m)}
    return [
        [_Word(text, Kind.OLD_CHANGED if n in gone else Kind.OLD, n, -1) for n, text in enumerate(was)],
        [_ARROW_WORD],
        [_Word(text, Kind.NEW_CHANGED if n in come else Kind.NEW, -1, n) for n, text in enumerate(now)],
    ]


def _words(
    page: _Page,
    number: int,
    words: Sequence[_Word],
    was: Sequence[Mention],
    now: Sequence[Mention],
    remarks: dict[int, str],
) -> None:
    starts: dict[tuple[bool, int], tuple[int, bool]] = {}
    for word in _window(words):
        place = len(page.ids)
        page.add((_ARROW,) if word is _ARROW_WORD else _word_pieces(word.text), word.kind)
        if word.new >= 0:
            starts[True, word.new] = place, word.differs
        else:
            starts[False, word.old] = place, word.differs
        for mention in now if word.new >= 0 else was:
            side = word.new >= 0
            if mention.end - 1 == (word.new if side else word.old) and (side, mention.start) in starts:
                start, differs = starts[side, mention.start]
                if start < len(page.ids):
                    earlier = _same_figure(word, mention, was)
                    changed = differs or word.differs or earlier is not None
                    page.spots.append(Spot(start, len(page.ids), number, side, changed, mention))
                    if earlier is not None:
                        page.spots.append(Spot(start, len(page.ids), number, False, True, earlier))
        if word.new in remarks:
            page.add(_word_pieces(remarks[word.new]), Kind.REMARK)


def _same_figure(word: _Word, mention: Mention, was: Sequence[Mention]) -> Mention | None:
    """The old figure that is written as a new one is, in one place, but has another unit: "3 days" and "3 weeks"."""
    if word.old < 0 or word.new < 0:
        return None
    olds = (old for old in was if old.end - 1 == word.old and old.value == mention.value)
    return next((old for old in olds if old.unit != mention.unit), None)


def _window(words: Sequence[_Word]) -> Sequence[_Word]:
    """The words around what differs, when a side is long."""
    sizes = [len(_word_pieces(word.text)) for word in words]
    if sum(sizes) <= _SIDE_PIECES:
        return words
    differing = [i for i, word in enumerate(words) if word.differs] or [0]
    first = last = differing[0]
    used = 0
    while used < _SIDE_PIECES and (first > 0 or last < len(words)):
        onward = last <= differing[-1] or first == 0 or last - differing[-1] < differing[0] - first
        if last < len(words) and onward:
            used += sizes[last]
            last += 1
        else:
            first -= 1
            used += sizes[first]
    return words[first:last]


@lru_cache(maxsize=2048)
def _differences(old: tuple[str, ...], new: tuple[str, ...]) -> _Blocks:
    """The differing spans as (old start, old end, new start, new end)."""
    if not old or not new:
        return ((0, len(old), 0, len(new)),)
    opcodes = SequenceMatcher(None, old[:_MOST_ALIGNED], new[:_MOST_ALIGNED], autojunk=False).get_opcodes()
    blocks = [(i, j, k, m) for tag, i, j, k, m in opcodes if tag != "equal"]
    if len(old) > _MOST_ALIGNED or len(new) > _MOST_ALIGNED:
        blocks.append((min(len(old), _MOST_ALIGNED), len(old), min(len(new), _MOST_ALIGNED), len(new)))
    return tuple(blocks)


_CLASS = {"free": "$", "none": "", "minute": "t", "hour": "t", "day": "d", "week": "d", "month": "d", "year": "d"}


def _comparisons(old: str, new: str, blocks: Sequence[tuple[int, int, int, int]]) -> dict[int, str]:
    """For the last token of a figure of the new side, how it compares with the figure it replaces."""
    remarks: dict[int, str] = {}
    was, now = mentions(old), mentions(new)
    for i, j, k, m in blocks:
        _compare([x for x in was if i <= x.start < j], [y for y in now if k <= y.start < m], remarks)
    if was and len(was) == len(now):
        whole: dict[int, str] = {}
        _compare(was, now, whole)
        remarks = {at: told for at, told in whole.items() if told != "same"} | remarks
    return remarks


def _compare(was: Sequence[Mention], now: Sequence[Mention], remarks: dict[int, str]) -> None:
    for unit in {_CLASS.get(mention.unit, mention.unit) for mention in now}:
        olds = [x for x in was if _CLASS.get(x.unit, x.unit) == unit]
        news = [y for y in now if _CLASS.get(y.unit, y.unit) == unit]
        if len(olds) == len(news):
            for x, y in zip(olds, news, strict=True):
                remarks.setdefault(y.end - 1, _moved(_common(x), _common(y)))


def _common(mention: Mention) -> float:
    for name in ("visit_minutes", "waiting_days"):
        if mention.unit not in ("free", "none", "unlimited"):
            value = in_unit_of(mention, name)
            if value is not None:
                return value
    return mention.value


def _text_pieces(text: str) -> tuple[int, ...]:
    return tuple(piece for word in tokens(text) for piece in _word_pieces(word))


_NAMES = {"mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday", "sat": "saturday"}


@lru_cache(maxsize=16384)
def _word_pieces(word: str) -> tuple[int, ...]:
    """The pieces of one token; sets of days and clocks are told in words that the encoder knows."""
    if word.startswith("{"):
        days = word[1:-1].split(",")
        word = "daily" if len(days) == 7 else " ".join(_NAMES.get(day, "sunday") for day in days)
    elif word.startswith("[") and len(word) > 1:
        word = f"{_clock(word[1:5])} to {_clock(word[6:10])}"
    elif word.startswith("@") and len(word) > 1:
        word = _clock(word[1:])
    return tuple(pieces(word))


def _clock(digits: str) -> str:
    return str(int(digits[:2])) + (f":{digits[2:]}" if digits[2:] != "00" else "")
