"""Items of lists in words: "Cousins" says nothing until the line over its list is read, "Who may (not) visit".

An item that went from one list to another one stayed word for word, so that nothing of the change is seen but where it
stands. What came into a list, or went from it, is told with the line over it, too.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from monitors.attached import denies
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex

# What is so of the items below; what is not, is told by what denies it.
_TELLS = regex(
    r"\b(?:may|can|allowed|permitted|accept(?:ed|s|able)?|welcome|eligible|admitted|approved|valid|free|charged?|costs?|paid|required|needed|by appointment|walk-ins?|only|in-person|video|contact|glass|window|open|held|\$\d)\b"
)
_MOST_WORDS = 12  # of an item


def in_their_lists(scene: Scene, alignment: Alignment) -> Alignment:
    """The alignment in which items that went to a list of another sense are reworded ones, and those that came or went
    are told with the line over their list."""
    names = [frozenset(unit.listed for unit in page if unit.listed) for page in (scene.before, scene.after)]
    stays = names[0] & names[1]
    if not stays:
        return alignment
    times = [Counter(unit.plain for unit in page) for page in (scene.before, scene.after)]
    went = [
        (old, new)
        for old, new in alignment.same
        if old.listed != new.listed and {old.listed, new.listed} <= stays and _differ(old.listed, new.listed)
        if times[0][old.plain] == times[1][new.plain] == 1 and _is_item(old)
    ]
    moved = {id(unit) for pair in went for unit in pair}
    return replace(
        alignment,
        same=tuple((old, new) for old, new in alignment.same if id(old) not in moved),
        pairs=(*alignment.pairs, *((_told(old), _told(new)) for old, new in went)),
        removed=_named(alignment.removed, stays),
        added=_named(alignment.added, stays),
    )


def _named(units: Sequence[Unit], stays: frozenset[str]) -> tuple[Unit, ...]:
    return tuple(
        _told(unit) if unit.listed in stays and _says(unit.listed) and _is_item(unit) else unit for unit in units
    )


def _is_item(unit: Unit) -> bool:
    return not unit.row and len(unit.plain.split()) <= _MOST_WORDS and "|" not in unit.plain


def _told(unit: Unit) -> Unit:
    return replace(unit, plain=f"{unit.listed}: {unit.plain}", short=False)


def _says(name: str) -> bool:
    of_a_day = "{" in name  # "Saturday: no visits" ends a timetable, whatever list stands below
    return not of_a_day and (denies(name) or _TELLS.search(name) is not None)


def _differ(was: str, now: str) -> bool:
    """Whether two lists are of another sense: one denies what the other grants, or both say what is so of theirs."""
    denied = [denies(name) for name in (was, now)]
    return denied[0] != denied[1] or (_says(was) and _says(now))
