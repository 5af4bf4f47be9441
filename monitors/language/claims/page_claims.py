"""What a page as a whole claims of its visits, whatever line says it: booked or not, touch or glass, in person or not."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitors.language.claims.booking import asked
from monitors.language.claims.policy import one_group
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_PROFESSIONAL = regex(rf"\b(?:{visits.LEGAL}|clergy|chaplains?|pastors?|interpreters?|probation|parole|officials?)\b")
_REMOTE = regex(rf"\b(?:{visits.VIDEO_REMOTE}|from home|home visits?|on your own device)\b")
_ON_SCREEN = regex(
    rf"\b(?:{visits.VIDEO}|(?<!large )screens?(?! (?:readers?|time|doors?|of (?:thick |steel|mesh|wire)))|terminals?|kiosks?|monitors? in)\b"
)
_SCREEN_ONLY = regex(
    r"\bvideo visits? only\b|\b(?:visits?|visiting|visitation)\b[^.;]{0,40}\bby (?:video|screen) only\b|\b(?:all|only) (?:\w+ )?(?:visits?|visiting|visitation)\b[^.;]{0,25}\b(?:by|via|through|on|over) (?:a |the )?(?:video|screen)|\bno (?:visits? in person|(?:in-person|face[- ]to[- ]face) visits?)\b"
)
# Who comes first is seen first.
_AS_THEY_COME = regex(
    r"\b(?:need not|do not (?:have|need) to|no need to) (?:make (?:any )?arrangements?|call(?! (?:back|off))|phone|ring)\b|\bcome (?:at )?any time during\b|\bin the order in which (?:you|they|visitors) (?:sign|arrive|come)\w*|\bwhoever comes first\b|\bsigns? (?:the|in a) (?:book|sheet|log) and wait\b"
)
_CHILDREN = r"(?:minors?|children|kids|infants|babies|boys and girls|young (?:relatives|people)|sons|juveniles|(?:persons|people|anyone|visitors) (?:under|younger than|below) (?:the age of )?1[78])"
# From which age some may come is another rule.
_NO_AGE = r"(?![^.;,]*\b(?:turned|at least|over|older|and up|(?!1[78]\b)\d{1,2}|ten|twelve|fourteen|sixteen)\b)"
_MINORS_BARRED = regex(
    rf"\b{_CHILDREN}\b{_NO_AGE}[^.;,]{{0,25}}\b(?:are|is|will|may|can|shall) not (?:be )?(?:admitted|allowed|permitted|let in|visit|enter)\b(?![^.;]*\b(?:unless|without|except|alone|unaccompanied)\b)"
    rf"|\bno {_CHILDREN}(?: (?:are|may|can|will|shall)\b|[.!]?$)(?![^.;]*\b(?:unless|without|except|alone)\b)|\b(?:open|only|limited) to adults\b|\badults only\b"
)
_MINORS_WELCOME = regex(
    rf"\b{_CHILDREN}\b{_NO_AGE}[^.;]{{0,60}}\b(?:(?:can|may) (?:now )?(?:come|visit|be brought|attend)|(?:are|is) (?:now )?(?:welcome|allowed|admitted|permitted))\b"
)
_NEGATED = regex(r"\b(?:no|not|without|never|nor|isn't|aren't|don't|instead of|rather than)\b[^.;:]{0,25}$")
_TOUCH = regex(
    r"\b(?:hug(?:s|ged|ging)?|embrac\w+|kiss\w*|hold(?:ing)? hands|handshakes?|shake hands|(?<!non-)(?<!non )(?<!no )(?<!no-)contact visits?|with contact|contact (?:is|are) (?:permitted|allowed)|open tables?)\b"
)
_GLASS = regex(
    r"\b(?:(?:pane of )?glass|partitions?|plexiglas\w*|plexi|barriers?|handsets?|non-?contact|no[- ]contact|without contact|(?:no|without|not) touch(?:ing)?|(?:contact|touch)[.:|] (?:none|no)\b|behind a pane)\b"
)
_FACING = regex(
    rf"\b(?:{visits.IN_PERSON}|windows?|booths?|visiting (?:hall|room|gallery)|(?:small |picnic |round |open )?tables?|the gym|counter)\b"
)


@dataclass(frozen=True, slots=True)
class PageClaims:
    """Lines, each the first that says so, "" where none does: that visits must be booked, or need not; that people may
    touch, or sit with something between them; that they sit face to face; that they meet on a screen at the jail, or that
    there are no other visits; that children are kept out, or let in."""

    booked: str = ""
    unbooked: str = ""
    touch: str = ""
    glass: str = ""
    facing: str = ""
    screen: str = ""
    screen_only: str = ""
    minors_barred: str = ""
    minors_welcome: str = ""

    @property
    def booking(self) -> int:
        """-1 visits must be booked, 1 they need not, 0 not said, or both."""
        return bool(self.unbooked) - bool(self.booked)


def page_claims(page: Sequence[Unit]) -> PageClaims:
    """What a page claims of the visits of families and friends."""
    found: dict[str, str] = {}
    for unit in page:
        if unit.plain.endswith("?") or is_of_others(unit):
            continue
        for name in _of_line(unit):
            found.setdefault(name, unit.plain)
    return PageClaims(**found)


def is_of_others(unit: Unit) -> bool:
    """Whether a line is of lawyers, clergy or officials."""
    return _PROFESSIONAL.search(unit.plain) is not None


def is_remote(unit: Unit) -> bool:
    """Whether a line is of visits from home."""
    return _REMOTE.search(f"{unit.headings} {unit.plain}") is not None


def _of_line(unit: Unit) -> list[str]:
    plain = unit.plain
    remote = is_remote(unit)
    must, free = (False, False) if remote else asked(plain)
    free = free or (not must and not remote and _AS_THEY_COME.search(plain) is not None)
    says = [name for name, said in (("booked", must), ("unbooked", free)) if said]
    touch, glass = _affirmed(_TOUCH, plain), _affirmed(_GLASS, plain)
    refused = any(not _stands(plain, hit.start()) for hit in _TOUCH.finditer(plain))
    says += ["touch"] if touch else []
    says += ["glass"] if glass or (refused and not touch) else []
    says += ["facing"] if glass or touch or _affirmed(_FACING, plain) else []
    says += ["screen"] if not remote and _affirmed(_ON_SCREEN, plain) else []
    says += ["screen_only"] if _SCREEN_ONLY.search(plain) and not one_group(plain) else []
    barred = _MINORS_BARRED.search(plain) is not None
    says += ["minors_barred"] if barred else []
    says += ["minors_welcome"] if not barred and _MINORS_WELCOME.search(plain) else []
    return says


def _affirmed(pattern: re.Pattern[str], plain: str) -> bool:
    return any(_stands(plain, hit.start()) for hit in pattern.finditer(plain))


def _stands(plain: str, at: int) -> bool:
    """Whether what stands at a place is not denied just before it."""
    return _NEGATED.search(plain[:at]) is None
