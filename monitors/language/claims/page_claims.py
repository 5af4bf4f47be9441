"""What a page as a whole claims of its visits, whatever line says it: booked or not, touch or glass, in person or not, and
what lawyers, people with a record and those who cancel get."""

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
_COUNSEL = regex(r"\b(?:attorneys?(?! general)|lawyers?|counsel(?!ors?)|legal (?:professionals?|profession|visits?))\b")
_OTHERS_THAN_COUNSEL = regex(r"\b(?:family|families|friends?|bonds(?:men|man)|reporters?|media|police)\b|\?$")
_ANY_HOUR = regex(
    r"\[0000-2400\]|\b(?:any ?time|(?:any|all) hours?)\b|\baround the clock\b|\bday (?:and|or) night\b|\b24/7\b"
)
_CLOCKS = regex(r"\[\d{4}-\d{4}\]")
_RECORD = regex(
    r"\b(?:felon(?:y|ies|s)?|criminal (?:record|history)|convict(?:ed|ions?)|(?:prior|past|previous) records?)\b"
)
_RECORD_BARRED = regex(
    r"\b(?:not|never) (?:be )?(?:admitted|eligible|approved|allowed|permitted|visit|listed)\b|\b(?:ineligible|denied|disapproved|barred|refused|excluded|disqualified|turned away|cannot|can't)\b"
)
_RECORD_WELCOME = regex(
    r"\b(?:may|can)(?: now| also| still)? (?:be (?:approved|listed|admitted)|visit|come|apply)\b|\b(?:are|is) (?:now )?(?:permitted|allowed|eligible|welcome|admitted)\b|\b(?:not|\w+n't|no longer|never)(?: by itself| itself)? (?:keep|stand|bar|prevent|disqualify|rule|mean)\w*\b|\bthat includes (?:people|anyone|those)\b"
)
# Of some records, for a time, or with somebody's leave.
_CONDITIONED = regex(
    r"\b(?:after|unless|only|if|permission|approval|leave|letter|within|until|years?|months?|days?|wardens?|warden's|supervis\w+|officers?|other than|except|against|of (?:a |any )?(?:sex|drug|violent|contraband)|bringing|pending)\b"
)
_CANCELS = regex(r"\bcancel\w*|\bchange your mind\b|\bcall (?:it|a visit|the visit) off\b")
_BY_THE_JAIL = regex(
    r"\b(?:jail|facility|we|us|county|center|prison|provider|staff|company)(?: \w+)? (?:cancel\w*|calls? (?:it|a visit|the visit|visits) off)\b|\bcancel\w* by (?:the|us)\b"
)
_GIVEN_BACK = regex(
    r"\b(?:refund\w*|money back|credit(?:ed)?|(?:return|give|put|go|goes|given|paid|comes?|send|sent)\w*(?: [\w$.]+){0,4} back|returned|reimburs\w+)\b"
)
_NOT_GIVEN_BACK = regex(
    r"\bno (?:refunds?|credit|money back)\b|\b(?:not|never)(?: be)? (?:refund\w*|given back|returned|credited|reimbursed)\b|\bnon-?refundable\b|\bsales? (?:is|are) final\b|\bnot (?:give|pay|refund|return)\b"
)
_NOT_ALWAYS = regex(
    r"\b(?:less|later|after|within|fewer|late|unless|attend\w*|no-?shows?|show|missed|lockers?|unused|deposits?|balances?|shorter)\b"
)
_TO_BOOK = regex(r"\b(?:book|reserv\w+|schedul\w+|appointments?|arrang\w+)\b")
_BY_PHONE = regex(r"\b(?:call|calling|phone|telephone|dial|(?:reservation|visiting|visitation) line)\b")
_BY_WEB = regex(r"\b(?:online|web ?site|site|web|web ?page|portal|app|internet|e-?mail)\b")
_NO_MORE = regex(r"\b(?:no longer|not|switched off|discontinued|former|old)\b")
# "with no barrier and hug when you come" denies the barrier alone.
_NEGATED = regex(
    r"\b(?:no|not|without|never|nor|isn't|aren't|don't|instead of|rather than)\b(?:(?!\b(?:glass|barriers?|partitions?|dividers?),? and\b)[^.;:]){0,25}$"
)
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
    there are no other visits; that children are kept out, or let in, and likewise people with a record, whatever and whenever it
    was; that lawyers come in some hours, or at any, by appointment, or as they come; that who cancels gets nothing back, or
    all; that visits are booked by telephone, or on the web."""

    booked: str = ""
    unbooked: str = ""
    touch: str = ""
    glass: str = ""
    facing: str = ""
    screen: str = ""
    screen_only: str = ""
    minors_barred: str = ""
    minors_welcome: str = ""
    record_barred: str = ""
    record_welcome: str = ""
    counsel_timed: str = ""
    counsel_always: str = ""
    counsel_booked: str = ""
    counsel_unbooked: str = ""
    no_refund: str = ""
    refund: str = ""
    by_phone: str = ""
    by_web: str = ""


def page_claims(page: Sequence[Unit]) -> PageClaims:
    """What a page claims of the visits of families and friends, and of lawyers."""
    found: dict[str, str] = {}
    for unit in page:
        if unit.plain.endswith("?"):
            continue
        for name in [*_of_counsel(unit), *([] if is_of_others(unit) else _of_line(unit))]:
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
    return [*says, *_of_records(unit), *_of_refunds(plain), *_of_booking_ways(plain)]


def _of_counsel(unit: Unit) -> list[str]:
    """What a line says of lawyers, named in it or by the heading over it."""
    plain, heading = unit.plain, unit.headings.rsplit("/ ", 1)[-1]
    named = _COUNSEL.search(plain) or (_COUNSEL.search(heading) and not _OTHERS_THAN_COUNSEL.search(plain))
    if not named:
        return []
    always = _ANY_HOUR.search(plain) is not None
    must, free = asked(plain)
    says = ["counsel_always"] if always else ["counsel_timed"] if _CLOCKS.search(plain) else []
    return says + [name for name, said in (("counsel_booked", must), ("counsel_unbooked", free and not must)) if said]


def _of_records(unit: Unit) -> list[str]:
    if _RECORD.search(unit.plain) is None or _CONDITIONED.search(unit.plain):
        return []
    barred = _RECORD_BARRED.search(f"{unit.listed} {unit.plain}") is not None
    if barred is (_RECORD_WELCOME.search(unit.plain) is not None):
        return []
    return ["record_barred" if barred else "record_welcome"]


def _of_refunds(plain: str) -> list[str]:
    if _BY_THE_JAIL.search(plain):
        return []
    if _NOT_GIVEN_BACK.search(plain):
        return [] if _NOT_ALWAYS.search(plain) else ["no_refund"]
    return ["refund"] if _CANCELS.search(plain) and _GIVEN_BACK.search(plain) else []


def _of_booking_ways(plain: str) -> list[str]:
    if _TO_BOOK.search(plain) is None or _NO_MORE.search(plain) or _CANCELS.search(plain):
        return []
    return [name for name, way in (("by_phone", _BY_PHONE), ("by_web", _BY_WEB)) if way.search(plain)]


def _affirmed(pattern: re.Pattern[str], plain: str) -> bool:
    return any(_stands(plain, hit.start()) for hit in pattern.finditer(plain))


def _stands(plain: str, at: int) -> bool:
    """Whether what stands at a place is not denied just before it."""
    return _NEGATED.search(plain[:at]) is None
