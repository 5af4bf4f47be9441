"""Who must come with a child: a parent, or any adult on the list. The wider the circle, the easier the visit."""

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_WITH = regex(
    r"\b(?:accompanied by|escorted by|brought by|supervised by|come with|be with|visit with|in the company of) "
    r"(?P<who>[^.;]*)"
)
_MINORS = regex(rf"\b{visits.MINORS}\b")
_PARENT = regex(r"\b(?:parents?|guardians?|custodians?|mother|father)\b")
_KIN = regex(r"\b(?:immediate family|famil(?:y|ies)|relatives?|grandparents?)\b")
_ADULT = regex(r"\b(?:adults?|visitors?|persons?|anyone|someone|grown-?ups?)\b")
_CIRCLES = ("", "parents", "family", "any adult")
_ALIKE = 0.45


def companion_effects(alignment: Alignment) -> Certain:
    """What lines tell in which the circle of those who may bring a child grew or shrank."""
    return of_pairs(alignment, _effect)


def _effect(old: Unit, new: Unit) -> Effect | None:
    was, now = (_circle(unit.plain) for unit in (old, new))
    if not was or not now or was == now or not _bare_alike(old.plain, new.plain):
        return None
    words = (f"{_CIRCLES[was]} -> {_CIRCLES[now]}",)
    sign = 1 if now > was else -1
    return Effect("P-companion", sign, Severity.MINOR, (Topic.ELIGIBILITY,), (), old.plain, new.plain, words)


def _circle(text: str) -> int:
    """3 any adult may bring a child, 2 the family, 1 its parents alone; 0 where nothing of that is said."""
    hit = _WITH.search(text)
    if hit is None or not _MINORS.search(text[: hit.start()]):
        return 0
    who = hit["who"]
    if _PARENT.search(who):
        return 3 if re.search(r"\bor (?:an?|any|some|another) (?:\w+ ){0,2}adult\b", who) else 1
    return 2 if _KIN.search(who) else 3 if _ADULT.search(who) else 0


def _bare_alike(old: str, new: str) -> bool:
    """Whether all before the companion is much the same, figures included: "children under 16 must be"."""
    bare = [text[: hit.start()] for text in (old, new) if (hit := _WITH.search(text))]
    return likeness(*bare) >= _ALIKE and re.findall(r"\d+", bare[0]) == re.findall(r"\d+", bare[1])
