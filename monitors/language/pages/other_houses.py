"""Houses of their own that a page names: "At Maple Court all visits have now been stopped" is of no jail where it is "the
Maple Court nursing home" (R7)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words.patterns import regex

_CAPITAL = r"[A-Z][\w'\u2019&-]*\w"
_HOUSE = regex(rf"\b(?:{elsewhere.HOUSE}|hospital|hospice)\b")  # cheaper to look for than with a name before it
_CALLED = re.compile(
    rf"(?P<name>(?:(?:St|Mt|Ft)\. )?(?:{_CAPITAL} )*{_CAPITAL}),? (?:(?:a|an|the|county|city) )*(?i:{elsewhere.HOUSE}|hospital|hospice)\b"
)
_THE_HOUSE = regex(r"\b(?:the|its|their) (?:(?:nursing|veterans'?) )?(?:home|hospital|hospice)\b")
_ARTICLE = re.compile(r"^(?:The|A|An|At|In|Our)\b ?")
# A nursing home has residents, too.
_HELD = regex(
    r"\b(?:inmates?|detainees?|prisoners?|in custody|jails?|prisons?|detention|correction\w*|sheriff\w*|penitentiary|lockup)\b"
)


def named_houses(scene: Scene) -> frozenset[str]:
    """The names of such houses on both pages, without their kind."""
    lines = (unit for unit in (*scene.before, *scene.after) if _HOUSE.search(unit.plain))
    found = (hit for unit in lines for hit in _CALLED.finditer(unit.text))
    names = (_ARTICLE.sub("", hit["name"]) for hit in found if not _HELD.search(hit[0].lower()))
    return frozenset(name for name in names if name)


def of_a_named_house(unit: Unit, houses: frozenset[str]) -> bool:
    """Whether a unit names one of these houses, and no place where people are held."""
    named = any(name in unit.text for name in houses) or (bool(houses) and _THE_HOUSE.search(unit.plain) is not None)
    return named and _HELD.search(unit.plain) is None
