"""Groups that traded days where each group is a heading: "Last names A to K" over "Saturday, 8 to 11", and the reverse.

The lines themselves stayed word for word, so that nothing of the change is seen but under which heading they stand.
Nobody gains or loses time (D10), as long as each group has as much as before and only the groups' headings differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from monitors.language.lines.certain import Certain
from monitors.language.lines.hours.traded_rows import form, lengths, told
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit, stands_at
from monitors.language.pages.subjects import says_visits
from monitors.language.times.schedule import NOT_VISITING, is_visiting
from monitors.language.words.patterns import regex

_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
_MOST_WORDS = 8  # of a heading that names a group and says no more
_NEAR = 8  # lines around the groups in which a page says whose hours they are
_BESIDE = 3  # lines around them in which nothing may say that they are of other things


def traded_headings(scene: Scene, alignment: Alignment) -> Certain:
    """The lines of days that only traded the headings of their groups; nothing where a group's time differs."""
    moved = [(old, new) for old, new in alignment.same if _is_time(old) and old.headings != new.headings]
    if len(moved) < 2:
        return Certain()
    was, now = (_by_heading([pair[at] for pair in moved]) for at in (0, 1))
    names = list(was)
    if was == now or was.keys() != now.keys() or len(names) < 2 or not _are_groups(names):
        return Certain()
    if Counter(was.values()) != Counter(now.values()) or len({lengths(times) for times in was.values()}) != 1:
        return Certain()
    if any(_is_time(unit) and unit.headings in was for unit in alignment.changed):
        return Certain()
    lines = [new for _, new in moved]
    return told([old for old, _ in moved], lines) if _of_visits(scene, lines) else Certain()


def _is_time(unit: Unit) -> bool:
    return not unit.row and _TIMES.search(unit.plain) is not None


def _by_heading(lines: Sequence[Unit]) -> dict[str, tuple[str, ...]]:
    """What stands under each heading, in the page's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit in sorted(lines, key=lambda one: one.place):
        found[unit.headings].append(unit.plain)
    return {heading: tuple(said) for heading, said in found.items()}


def _are_groups(headings: Sequence[str]) -> bool:
    """Whether headings differ in nothing but the group that each names: "Last names A to K", "Last names L to Z"."""
    names = [heading.rpartition(" / ")[2] for heading in headings]
    forms = {form(name) for name in names}
    above = {heading.rpartition(" / ")[0] for heading in headings}
    return len(forms) == len(above) == 1 and "#" in forms.pop() and all(len(n.split()) <= _MOST_WORDS for n in names)


def _of_visits(scene: Scene, lines: Sequence[Unit]) -> bool:
    """Whether the hours are those of visits, by themselves or by what stands around them."""
    places = [unit.place for unit in lines]
    first, last = (stands_at(scene.after, place) for place in (min(places), max(places)))
    beside = scene.after[max(0, first - _BESIDE) : last + 1 + _BESIDE]
    said = (scene.title, *(text for unit in beside for text in (unit.plain, unit.headings)))
    if any(NOT_VISITING.search(text) for text in said):
        return all(is_visiting(unit, "") for unit in lines)
    if all(is_visiting(unit, scene.title) for unit in lines):
        return True
    return any(says_visits(unit.plain) for unit in scene.after[max(0, first - _NEAR) : last + 1 + _NEAR])
