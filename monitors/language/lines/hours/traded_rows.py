"""Rows of a visiting timetable that traded their days and hours: "A to F" is seen when "S to Z" was, and the reverse.

Nobody gains or loses time (D10), though each row by itself tells a loss of one day and the gain of another.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from monitors.language.effects.neutral import GROUPS_SWAPPED
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_visiting
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_CLOCKS = regex(r"\[(\d\d)(\d\d)-(\d\d)(\d\d)\]")
_DAYS = regex(r"\{([a-z,]+)\}")

_Cells = tuple[str, ...]


def traded_rows(scene: Scene, alignment: Alignment) -> Certain:
    """The rows that only traded places, all with as much time as before; nothing where a row did more than that."""
    old, new = (
        tuple(unit for unit in side if unit.row and any(mark in unit.plain for mark in "{[@"))
        for side in (alignment.gone, alignment.come)
    )
    if len(old) < 2:
        found = _traded_sentences(scene, alignment)
        return found if found.effects else _traded_labels(scene, alignment)
    if _relettered(old, new) and all(is_visiting(unit, scene.title) for unit in new):
        return told(old, new)
    was, now = _by_label(old), _by_label(new)
    if len(was) < 2 or was == now or was.keys() != now.keys() or Counter(was.values()) != Counter(now.values()):
        return Certain()
    if len({lengths(cells) for cells in was.values()}) != 1 or not all(is_visiting(unit, scene.title) for unit in new):
        return Certain()
    return told(old, new)


# "A - F", "Last names G to L"
_LETTERS = regex(r"(?:last names? )?([a-z]) ?(?:-|to|through|thru) ?([a-z])")


def _relettered(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether all that changed in rows for the first letters of last names is where one row ends and the next begins."""
    spans = [[_LETTERS.fullmatch(unit.plain.split("|")[0].strip()) for unit in side] for side in (old, new)]
    if len(old) != len(new) or any(span is None for side in spans for span in side):
        return False
    letters = [sorted(chr(n) for span in side if span for n in range(ord(span[1]), ord(span[2]) + 1)) for side in spans]
    times = [
        Counter(" ".join(unit.plain.partition("|")[2].replace("|", " ").split()) for unit in side)
        for side in (old, new)
    ]
    same = {unit.plain.split("|")[0].strip() for unit in old} == {unit.plain.split("|")[0].strip() for unit in new}
    each = {lengths(tuple(unit.plain.split("|")[1:])) for unit in new}
    return (
        not same
        and len(each) == 1
        and letters[0] == letters[1]
        and times[0] == times[1]
        and {u.plain for u in old} != {u.plain for u in new}
    )


def told(old: Sequence[Unit], new: Sequence[Unit]) -> Certain:
    """That groups traded their times."""
    said = " / ".join(unit.plain for unit in old), " / ".join(unit.plain for unit in new)
    effect = Effect("D10-groups", 0, Severity.MINOR, (Topic.SCHEDULE,), (), *said, GROUPS_SWAPPED)
    return Certain((effect,), (*old, *new))


def _traded_sentences(scene: Scene, alignment: Alignment) -> Certain:
    """ "Units 1 to 4 are seen on Mondays. Units 5 to 8 are seen on Wednesdays.", and the reverse."""
    moved = [
        (old, new)
        for old, new in alignment.pairs
        if old.plain != new.plain and _TIMES.sub("#", old.plain) == _TIMES.sub("#", new.plain) and "{" in old.plain
    ]
    forms = Counter(form(old.plain) for old, _ in moved)
    moved = [pair for pair in moved if forms[form(pair[0].plain)] > 1]
    sides = [{_TIMES.sub("#", pair[side].plain): _times(pair[side]) for pair in moved} for side in (0, 1)]
    if len(moved) < 2 or len(sides[0]) != len(moved) or len({form(old.plain) for old, _ in moved}) != 1:
        return Certain()
    each = {lengths((text,)) for text in sides[0].values()}
    if Counter(sides[0].values()) != Counter(sides[1].values()) or len(each) != 1:
        return Certain()
    if not all(is_visiting(new, scene.title) for _, new in moved):
        return Certain()
    return told([old for old, _ in moved], [new for _, new in moved])


def _traded_labels(scene: Scene, alignment: Alignment) -> Certain:
    """ "Monday, 1 to 4: Block Ash. Thursday, 1 to 4: Block Cedar.", and the reverse."""
    moved = [
        (old, new)
        for old, new in alignment.pairs
        if old.plain != new.plain and "{" in old.plain and _times(old) == _times(new) and _GROUP.search(new.plain)
    ]
    rest = [Counter(_TIMES.sub("#", pair[side].plain) for pair in moved) for side in (0, 1)]
    if len(moved) < 2 or rest[0] != rest[1] or len({lengths((_times(new),)) for _, new in moved}) != 1:
        return Certain()
    if not all(is_visiting(new, scene.title) for _, new in moved):
        return Certain()
    return told([old for old, _ in moved], [new for _, new in moved])


_GROUP = regex(r"\b(?:units?|pods?|blocks?|dorms?|wings?|tiers?|floors?|houses?|tanks?|groups?) [\w&-]+")


def form(text: str) -> str:
    """A line without its times, and without what tells its group from another one."""
    return _LABEL.sub("#", _TIMES.sub("#", text))


def _times(unit: Unit) -> str:
    return " ".join(_TIMES.findall(unit.plain))


_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
# What tells one group from another: "units 1 through 4", "last names a-k", "women".
_LABEL = regex(
    r"\b(?:\d+|[a-z])(?: ?(?:-|through|to|thru|and|,) ?(?:\d+|[a-z]))*\b|\b(?:men|women|males?|females?|girls?|boys?|odd|even|east|west|north|south|upper|lower|first|second|third)\b"
)


def _by_label(rows: tuple[Unit, ...]) -> dict[str, _Cells]:
    """The cells of each row by its first one; empty where two rows have one label."""
    cells = [tuple(cell.strip() for cell in unit.plain.split("|")) for unit in rows]
    found = {one[0]: one[1:] for one in cells if len(one) > 1}
    return found if len(found) == len(rows) else {}


def lengths(cells: _Cells) -> tuple[tuple[int, int], ...]:
    """How many days and how many minutes each cell with a time tells, in order of length."""
    told = [(_days(cell), _minutes(cell)) for cell in cells]
    return tuple(sorted(one for one in told if any(one)))


def _days(cell: str) -> int:
    return sum(len(hit.split(",")) for hit in _DAYS.findall(cell))


def _minutes(cell: str) -> int:
    return sum((int(h2) - int(h1)) * 60 + int(m2) - int(m1) for h1, m1, h2, m2 in _CLOCKS.findall(cell))
