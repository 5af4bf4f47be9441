"""Visits at which people may touch, told in prose: "fathers and mothers may sit with their own children, no glass".

A page of a jail whose visits are behind glass gains or loses such an hour among notes on parking and the canteen, and
beside those the reader does not hear it; the word "contact" stands nowhere.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_PARTS = r"(?:glass|barriers?|partitions?|panes?|dividers?|plexi-?glass)"
_TOUCH = r"(?:hugs?|hold(?:ing)? (?:them|hands|their|the (?:baby|child|children))|embraces?|kiss(?:es)?|lap|floor|carpet|touch)"
_MEET = r"(?:sit|sits|spend|spends|meet|meets|visit|visits|play|plays|gather|gathers|be with)"
_OPEN = regex(
    rf"\b{_MEET}\b[^;.]{{0,120}}\b(?:(?:no|without|not behind|with no|on no side of) (?:a |an |the |any )?{_PARTS}|(?:with|for|and) (?:an? )?(?:hug|embrace|kiss)\b)"
    rf"|\b(?:no|without|with no) (?:a |an |the |any )?{_PARTS}\b[^;.]{{0,60}}\b(?:{_TOUCH})\b"
    r"|\b(?:may|can) (?:\w+ )?(?:embrace|hug|kiss|hold hands)\b"
)
_NO_TOUCH = regex(
    r"\b(?:no|not|never|nor|cannot|without|forbidden|prohibited|banned|barred) (?:\w+ ){0,3}(?:contact|touch\w*|hugs?|hugging|kiss\w*|embrac\w+|hold\w*)\b"
)
_BEHIND = regex(
    r"\b(?:all |every )?(?:visits?|visiting|kids|children|everyone) (?:[\w,]+ ){0,5}(?:through|behind|at) (?:the )?(?:glass|windows?|panes?)\b|\b(?:window|glass|non-?contact|booth) visits\b"
)
_NOT = regex(
    r"\b(?:no longer|may not|can't|cannot|must not|not allowed|never|if|unless|proposed|would|plan\w*|asks?|asked|instead of|closed|cancel\w*|suspend\w*)\b"
)
_CLASS = regex(
    rf"\b(?:fathers|mothers|parents?|workers|trusties|graduates|class|program|veterans|honor|minimum|who ha(?:s|ve) (?:finished|completed|earned)|{visits.MINORS})\b"
)
_KNOWN = regex(
    r"\b(?:contact visits?|across (?:a|the) table|at (?:a|the) tables?|hugs?|hugging|kiss\w*|embrac\w+|hold(?:ing)? hands)\b"
)
# "You may hug once, and no other touching is allowed.", "no more than a brief hug"
_MORE = regex(r"\bno (?:other|further|more than|longer than)\b[^.;]*")
# "Other touching is not allowed.", "Hands stay in sight."
_BESIDE = regex(
    r"\b(?:any |all )?other (?:physical )?(?:touching|contact)\b|\bhands (?:\w+ ){0,4}(?:table|sight|view|visible)\b"
)
# What such a line may say of another term.
_OWN_NEWS = regex(
    r"\$|\b\d+ (?:minutes|hours|visits)\b|\b(?:video|fees?|no longer|ends?|ended|only|instead|cut|gone)\b"
)
_REST = 3  # lines behind the one that tells, on the same hour


def open_contact(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells of an hour without glass that came to a page where all is behind it, or left it."""
    if not scene.official or scene.of_others:
        return Certain()
    for line, other, came in _lines(alignment):
        page, others = (scene.after, scene.before) if came else (scene.before, scene.after)
        if not _is_open(line) or any(_is_known(unit) for unit in others):
            continue
        if not any(_NO_TOUCH.search(unit.plain) or _BEHIND.search(unit.plain) for unit in (*page, *others)):
            continue
        effect = _effect(line, other, 1 if came else -1)
        lone = alignment.added if came else alignment.removed
        beside = [unit for unit in (*alignment.gone, *alignment.come) if _BESIDE.search(unit.plain)]
        return Certain((effect,), (line, *([other] if other else []), *_behind(line, lone), *beside))
    return Certain()


def _lines(alignment: Alignment) -> Iterator[tuple[Unit, Unit | None, bool]]:
    """Changed lines with what stood in their place, and whether they are the new page's."""
    for old, new in alignment.pairs:
        yield new, old, True
        yield old, new, False
    for unit in alignment.added:
        yield unit, None, True
    for unit in alignment.removed:
        yield unit, None, False


def _is_open(unit: Unit) -> bool:
    asked = unit.plain.rstrip().endswith("?")
    return not asked and _OPEN.search(unit.plain) is not None and not _NOT.search(unit.plain)


def _is_known(unit: Unit) -> bool:
    """Whether a page has contact already, however it says so."""
    return _is_open(unit) or (
        _KNOWN.search(unit.plain) is not None and not _NO_TOUCH.search(_MORE.sub(" ", unit.plain))
    )


def _behind(line: Unit, lone: Sequence[Unit]) -> list[Unit]:
    """The lines that came, or went, right behind the one that tells."""
    found: list[Unit] = []
    for unit in sorted(lone, key=lambda one: one.place):
        if unit.place == line.place + len(found) + 1 and len(found) < _REST and not _OWN_NEWS.search(unit.plain):
            found.append(unit)
    return found


def _effect(line: Unit, other: Unit | None, sign: int) -> Effect:
    quotes = (other.plain if other else "", line.plain) if sign > 0 else (line.plain, other.plain if other else "")
    facts = (Fact("contact_allowed", sign < 0, sign > 0),)
    effect = Effect("P-open-contact", sign, Severity.MAJOR, (Topic.CONTACT,), facts, *quotes, words=(line.plain[:120],))
    return effect.lower("S6") if _CLASS.search(line.plain) else effect
