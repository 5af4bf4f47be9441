"""A list of relatives who may visit that grew, or lost some: "spouse, parent, child", "spouse, parent, grandparent, child".

Often it is a definition far from the rule that uses it ("Immediate family: ..."), and says nothing of visits itself.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

# Each relative by one name, with what else a page calls him; who is named by both of a pair is named by either.
_NAMES = {
    "spouse": r"spouses?|husbands?|wife|wives",
    "partner": r"(?:domestic |life )?partners?",
    "parent": r"parents?|mothers?|fathers?",
    "child": r"child(?:ren)?|sons?|daughters?",
    "sibling": r"siblings?|brothers?|sisters?",
    "grandparent": r"grandparents?|grandmothers?|grandfathers?",
    "grandchild": r"grandchild(?:ren)?|grandsons?|granddaughters?",
    "aunt": r"aunts?|uncles?",
    "cousin": r"(?:first )?cousins?",
    "niece": r"nieces?|nephews?",
    "in-law": r"(?:[a-z]+-)?in-laws?",
    "fiance": r"fianc[eé]+s?",
    "friend": r"friends?",
}
_KIN = {name: regex(rf"(?<![\w-])(?:{words})(?![\w-])") for name, words in _NAMES.items()}
_TURNS = regex(
    r"\b(?:not|no|nobody|except\w*|exclud\w+|barred|unless|other than|besides|may not|without|accompan\w+|with (?:a|an|one|1|the|their) )\b"
)
_WHO_COMES = regex(r"\b(?:visit\w*|list|listed|immediate family|relatives|kin)\b")
_FEWEST = 3  # relatives that make a list


def kin_lists(scene: Scene, alignment: Alignment) -> Certain:
    """What such lists tell on pages that set the rules."""
    if scene.of_others or not scene.official:
        return Certain()
    return of_pairs(alignment, lambda old, new: _effect(old, new, scene.title))


def _effect(old: Unit, new: Unit, title: str) -> Effect | None:
    was, now = (_named(unit.plain) for unit in (old, new))
    if min(len(was), len(now)) < _FEWEST or not (was < now or now < was):
        return None
    if any(
        _TURNS.search(unit.plain) or not _WHO_COMES.search(f"{title} / {unit.headings} / {unit.plain}")
        for unit in (old, new)
    ):
        return None
    sign = 1 if was < now else -1
    words = tuple(sorted(was ^ now))
    return Effect("P-kin-list", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), (), old.plain, new.plain, words)


def _named(plain: str) -> set[str]:
    return {name for name, words in _KIN.items() if words.search(plain)}
