"""How a class of people is let in: freely, by somebody's leave, or not at all; told where the class is named alike."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language import lexicon_elsewhere as elsewhere
from monitors.language import lexicon_visits as visits
from monitors.language.align import Alignment
from monitors.language.concepts import concepts
from monitors.language.effects import Effect
from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.sentences import Unit
from monitors.records import Fact, Severity, Topic

_SAID = re.compile(
    r"^(?P<who>[^,;:]{3,90}?) (?P<said>(?:will|may|shall|can|must|cannot|can't|is|are|needs?|do|does|don't|doesn't|qualify|qualifies)\b.*)$"
)
_IN = r"(?:approved|admitted|considered|eligible|allowed|permitted|placed|put|listed|added|accepted|let in|welcome|named|authorized)"
_BARRED = re.compile(
    rf"^(?:(?:will|may|shall|can|must|is|are) (?:not|no longer) (?:be )?(?:{_IN}|visit|come|enter|apply|sign up|take part|attend)\b|(?:cannot|can't) (?:visit|come|enter|sign up|be \w+)|(?:do|does) not qualify\b|(?:don't|doesn't) qualify\b"
    r"|(?:is|are|will be|shall be) (?:excluded|barred|banned|ineligible|disqualified|prohibited|refused|denied|turned away|kept out))"
)
_BY_LEAVE = re.compile(
    r"\bcase[- ]by[- ]case\b|\b(?:with|without|needs?|has|have|obtain|subject to) (?:the |an? |prior |written |advance |special )*(?:approval|permission|consent|authorization)\b|^(?:may|can) be (?:approved|considered|authorized)\b|^(?:is|are|will be|shall be) considered\b"
)
_FREELY = re.compile(
    rf"^(?:(?:may|can) (?:now |again |once again )*(?:visit|come|enter|apply|sign up|take part|attend|be (?:placed|put|listed|added|named))|(?:will|shall) (?:now |again )*be (?:approved|admitted|placed|accepted)|(?:is|are) (?:now |again )*{_IN}|qualif(?:y|ies) for)\b(?!.*\b(?:if|when|unless|only|after|with)\b)"
)
_CLASS = re.compile(
    rf"\b(?:{visits.VISITOR}|{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|applicants?|persons?|people|volunteers?|employees|staff|relatives?|victims?|anyone|those|cousins|spouses?|parolees|co-?defendants?)\b"
)
_ELSE = re.compile(
    rf"[$\[{{@]|\b(?:{visits.LEGAL}|{visits.ID_DOCUMENT}|{visits.CONTACT}|late|{elsewhere.DRESS_CONDUCT})\b"
)
_GRAVE = re.compile(rf"\b(?:{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|relatives?|cousins)\b")
_MINORS = re.compile(rf"\b(?:{visits.MINORS}|teenagers?|youths?|toddlers|grandchildren|grandkids)\b")
_GROWN = re.compile(r"\b(?:parents?|adults?|guardians?|accompanied|unaccompanied|alone|grown-?ups?)\b")
_TO_VISITS = re.compile(r"\b(?:visit\w*|list|let in|admitted|approved|accepted)\b")
_WORDS = ("barred", "by leave", "free")


def admittance_effects(alignment: Alignment) -> Certain:
    """What lines tell in which one class of people is let in otherwise than before."""
    return of_pairs(alignment, _effect)


def _effect(old: Unit, new: Unit) -> Effect | None:
    was, now = _read(old), _read(new)
    if was is None or now is None or was[1] == now[1] or was[0] != now[0]:
        return None
    barred = 0 in (was[1], now[1]) and _GRAVE.search(old.plain) is not None
    level = Severity.MAJOR if barred else Severity.MINOR
    words = (f"{_WORDS[was[1]]} -> {_WORDS[now[1]]}",)
    sign = 1 if now[1] > was[1] else -1
    if _MINORS.search(old.plain):
        return _of_minors(old, new, sign) if 1 not in (was[1], now[1]) else None
    return Effect("P-admittance", sign, level, (Topic.ELIGIBILITY,), (), old.plain, new.plain, words)


def _of_minors(old: Unit, new: Unit, sign: int) -> Effect | None:
    """Children barred or let in; with grown-ups or alone is another rule, and by whose leave is left to the reader."""
    if not all(_TO_VISITS.search(unit.plain) for unit in (old, new)):
        return None
    grown = any(_GROWN.search(unit.plain) for unit in (old, new))
    facts = () if grown else (Fact("minors_allowed", sign < 0, sign > 0),)
    return Effect("P-turn-minors", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, old.plain, new.plain, ("minors",))


def _read(unit: Unit) -> tuple[tuple[str, ...], int] | None:
    """The class that a line names, and how it is let in: 0 not at all, 1 by leave, 2 freely; None where it says neither."""
    said = _SAID.match(unit.plain)
    if (
        unit.row
        or said is None
        or not (_CLASS.search(said["who"]) or _MINORS.search(said["who"]))
        or _ELSE.search(unit.plain)
    ):
        return None
    return next(
        (
            (concepts(said["who"]), level)
            for level, pattern in enumerate((_BARRED, _BY_LEAVE, _FREELY))
            if pattern.search(said["said"])
        ),
        None,
    )
