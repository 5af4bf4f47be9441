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
from monitors.records import Severity, Topic

_SAID = re.compile(r"^(?P<who>[^,;:]{5,90}?) (?P<said>(?:will|may|shall|can|must|cannot|is|are|needs?)\b.*)$")
_BARRED = re.compile(
    r"^(?:(?:will|may|shall|can|must|is|are) not (?:be )?(?:approved|visit|admitted|considered|eligible|allowed|permitted|placed|listed|added)\b|cannot (?:visit|be \w+)|(?:is|are|will be|shall be) (?:excluded|barred|ineligible|prohibited|refused|denied))"
)
_BY_LEAVE = re.compile(
    r"\bcase[- ]by[- ]case\b|\b(?:with|without|needs?|has|have|obtain|subject to) (?:the |an? |prior |written |advance |special )*(?:approval|permission|consent|authorization)\b|^(?:may|can) be (?:approved|considered|authorized)\b|^(?:is|are|will be|shall be) considered\b"
)
_FREELY = re.compile(
    r"^(?:(?:may|can) (?:visit|be (?:placed|listed|added))|(?:will|shall) be (?:approved|admitted|placed)|(?:is|are) (?:eligible|welcome|allowed|permitted|accepted|approved))\b(?!.*\b(?:if|when|unless|only|after|with)\b)"
)
_CLASS = re.compile(
    rf"\b(?:{visits.VISITOR}|{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|applicants?|persons?|people|volunteers?|employees|staff|relatives?|victims?|anyone|those|cousins|spouses?|parolees|co-?defendants?)\b"
)
_ELSE = re.compile(
    rf"[$\[{{@]|\b(?:{visits.MINORS}|{visits.LEGAL}|{visits.ID_DOCUMENT}|{visits.CONTACT}|late|{elsewhere.DRESS_CONDUCT})\b"
)
_GRAVE = re.compile(rf"\b(?:{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|relatives?|cousins)\b")
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
    return Effect("P-admittance", sign, level, (Topic.ELIGIBILITY,), (), old.plain, new.plain, words)


def _read(unit: Unit) -> tuple[tuple[str, ...], int] | None:
    """The class that a line names, and how it is let in: 0 not at all, 1 by leave, 2 freely; None where it says neither."""
    said = _SAID.match(unit.plain)
    if unit.row or said is None or not _CLASS.search(said["who"]) or _ELSE.search(unit.plain):
        return None
    return next(
        (
            (concepts(said["who"]), level)
            for level, pattern in enumerate((_BARRED, _BY_LEAVE, _FREELY))
            if pattern.search(said["said"])
        ),
        None,
    )
