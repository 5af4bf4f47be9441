"""Whether children may visit at all, before and after, where a change is told that turned it.

"Nobody under 18 comes in." became "Children come in with a parent.": the direction was told, and that it is the
permission of minors was not. The reader was taught few such facts and holds them for unlikely.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_NAME = "minors_allowed"
_UNDER = r"(?:(?:who (?:is|are) )?(?:under|below|younger than)(?: the age of)? (?:16|17|18)\b)"
_MINORS = rf"(?:minors|children|kids|young people|minor children|little ones|(?:persons|people|visitors|those|anyone|anybody) {_UNDER}|niñ[oa]s|menores)"
_LET = r"(?:admitted|let (?:in|up|upstairs|into|past)|allowed|permitted|accepted|welcome|brought)"
_NONE_COME = regex(
    rf"\b(?:no (?:1|one|person)|nobody|none) {_UNDER}[^.;]*\b(?:{_LET}|comes? (?:in|up|upstairs)|enters?|visits?)\b"
    rf"|\b{_MINORS} (?:(?:is|are|may|can|will|shall) (?:not|no longer)|cannot|can't|aren't)(?: to)?(?: be)? (?:{_LET}|visit|come|enter)\b"
    rf"|\b{_MINORS} (?:is|are|will be|shall be) (?:barred|banned|turned away|excluded|refused|not let)\b|\bno (?:child|minor)s? (?:may|can|is|are|will)\b"
    r"|\b(?:minors|children|niños): (?:no|not|none)\b|\b(?:visitors|callers) (?:must|have to|need to) be (?:18|adults)\b"
)
_THEY_COME = regex(
    rf"\b{_MINORS} (?:(?:may|can) (?:visit|come|enter|be {_LET})|(?:is|are|will be|shall be) (?:now |again )*{_LET}|come in)\b"
    r"|\b(?:minors|children|niños): (?:yes|sí|admitted|allowed|welcome)\b"
)
_WITH_THEM = regex(
    r"\b(?:unless|except|if|when|without|other than)\b[^.;]*\b(?:parents?|guardians?|adults?|children|sons|daughters|accompanied)\b"
)
_OF_SOME = regex(
    r"\b(?:infants?|bab(?:y|ies)|only|alone|unaccompanied|unsupervised|unattended|video|contact|lobby|tours?)\b"
)


def with_minors(effects: Sequence[Effect], changed: Alignment) -> tuple[Effect, ...]:
    """The effects, and in the one that tells it the permission of minors, where lines state it on both sides."""
    was, now = _come(changed.gone), _come(changed.come)
    told = {fact.name for effect in effects for fact in effect.facts}
    if was is None or now is None or was is now or not told.isdisjoint((_NAME, "min_age")):
        return tuple(effects)
    teller = next((effect for effect in effects if _may_tell(effect, 1 if now else -1)), None)
    fact = Fact(_NAME, was, now)
    return tuple(replace(one, facts=(*one.facts, fact)) if one is teller else one for one in effects)


def _may_tell(effect: Effect, sign: int) -> bool:
    mixed = effect.rule == "L-mixed"
    grave = effect.severity.rank >= Severity.MAJOR.rank
    return grave and Topic.ELIGIBILITY in effect.topics and (mixed or effect.sign == sign)


def _come(lines: Iterable[Unit]) -> bool | None:
    """Whether minors may come by these lines; None where they do not say, or say both."""
    told = {_says(unit.plain) for unit in lines} - {None}
    return told.pop() if len(told) == 1 else None


def _says(plain: str) -> bool | None:
    if _OF_SOME.search(plain):
        return None
    if _NONE_COME.search(plain):
        return _WITH_THEM.search(plain) is not None
    return True if _THEY_COME.search(plain) else None
