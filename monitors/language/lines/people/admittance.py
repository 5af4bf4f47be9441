"""How a class of people is let in: freely, by somebody's leave, or not at all; told where the class is named alike."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.claims.who_acts import undated
from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_SAID = regex(
    r"^(?P<who>[^,;:]{3,90}?) (?P<said>(?:will|may|shall|can|must|cannot|can't|is|are|needs?|do|does|don't|doesn't|qualify|qualifies)\b.*)$"
)
_IN = r"(?:approved|admitted|considered|eligible|allowed|permitted|placed|put|listed|added|accepted|let in|welcome|named|authorized)"
_BARRED = regex(
    rf"^(?:(?:will|may|shall|can|must|is|are) (?:not|no longer) (?:be )?(?:{_IN}|visit|come|enter|apply|sign up|take part|attend)\b|(?:cannot|can't) (?:visit|come|enter|sign up|be \w+)|(?:do|does) not qualify\b|(?:don't|doesn't) qualify\b"
    r"|(?:is|are|will be|shall be) (?:now |again )*(?:excluded|barred|banned|ineligible|disqualified|prohibited|refused|denied|turned away|kept out))"
)
_BY_LEAVE = r"\bcase[- ]by[- ]case\b|\b(?:with|without|needs?|has|have|obtain|subject to) (?:the |an? |prior |written |advance |special )*(?:approval|permission|consent|authorization)\b|^(?:may|can) be (?:approved|considered|authorized)\b|^(?:is|are|will be|shall be) considered\b"
# "shall not be approved until two years after the sentence": as who may be approved then.
_UNTIL_THEN = regex(r"\b(?:not|never|cannot)\b.*\b(?:until|before)\b")
# "Visitors without an appointment will be seen as space allows": none turned away, and none sure to be let in.
_IF_ROOM = r"\b(?:(?:as|if|when|where) (?:there is )?(?:enough )?(?:space|room|time|capacity|staffing)(?: (?:allows|permits))?|(?:space|time|room|staffing) permitting|on a (?:space|standby)[- ]\w+ basis)\b"
_LEFT_OPEN = regex(rf"{_BY_LEAVE}|{_IF_ROOM}")
_WALKS_IN = regex(
    rf"\b(?:without|no) (?:an? )?(?:\w+ )?(?:{visits.APPOINTMENT}|reservations?|booking)\b|\bwalk-?ins?\b"
)
_FREELY = regex(
    rf"^(?:(?:may|can) (?:now |again |once again )*(?:visit|come|enter|apply|sign up|take part|attend|be (?:placed|put|listed|added|named))|(?:will|shall) (?:now |again )*be (?:approved|admitted|placed|accepted|let in|welcome|(?:allowed|permitted|able) to (?:visit|come|attend))|(?:will|shall|may) not be (?:barred|banned|excluded|turned away|refused|kept out|denied)|(?:is|are) (?:now |again |once again |once more )*{_IN}|qualif(?:y|ies) for)\b(?!.*\b(?:if|when|unless|only|after|with)\b)"
)
_CLASS = regex(
    rf"\b(?:{visits.VISITOR}|{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|applicants?|persons?|people|volunteers?|employees|staff|relatives?|victims?|anyone|those|cousins|spouses?|parolees|co-?defendants?)\b"
)
_ELSE = regex(rf"[$\[{{@]|\b(?:{visits.LEGAL}|{visits.ID_DOCUMENT}|{visits.CONTACT}|late|{elsewhere.DRESS_CONDUCT})\b")
_GRAVE = regex(rf"\b(?:{visits.RECORD}|{visits.EX_HELD}|{visits.FRIENDS}|relatives?|cousins)\b")
_MINORS = regex(rf"\b(?:{visits.MINORS}|teenagers?|youths?|toddlers|grandchildren|grandkids)\b")
_GROWN = regex(r"\b(?:parents?|adults?|guardians?|accompanied|unaccompanied|alone|grown-?ups?)\b")
_TO_VISITS = regex(r"\b(?:visit\w*|list|let in|admitted|approved|accepted)\b")
_WORDS = ("barred", "by leave", "free")


def admittance_effects(alignment: Alignment) -> Certain:
    """What lines tell in which one class of people is let in otherwise than before."""
    return of_pairs(alignment, _effect)


def _effect(old: Unit, new: Unit) -> Effect | None:
    was, now = _read(old), _read(new)
    if was is None or now is None or was[1] == now[1] or was[0] != now[0]:
        return None
    sign = 1 if now[1] > was[1] else -1
    if 1 not in (was[1], now[1]):
        return _turned(old, new, sign)
    if _MINORS.search(old.plain):
        return None  # by whose leave they come is left to the reader
    level = Severity.MAJOR if 0 in (was[1], now[1]) and _GRAVE.search(old.plain) else Severity.MINOR
    unbooked = _WALKS_IN.search(old.plain)
    rule, topic = ("P-admittance-unbooked", Topic.SCHEDULE) if unbooked else ("P-admittance", Topic.ELIGIBILITY)
    words = (f"{_WORDS[was[1]]} -> {_WORDS[now[1]]}",)
    return Effect(rule, sign, level, (topic,), (), old.plain, new.plain, words)


def _turned(old: Unit, new: Unit, sign: int) -> Effect | None:
    """What it comes to that a class of people is let in freely, or not at all."""
    if _MINORS.search(new.plain):
        return _of_minors(old, new, sign)
    level = Severity.MAJOR if _GRAVE.search(new.plain) else Severity.MINOR
    words = ("barred -> free" if sign > 0 else "free -> barred",)
    return Effect("P-admittance", sign, level, (Topic.ELIGIBILITY,), (), old.plain, new.plain, words)


def _of_minors(old: Unit, new: Unit, sign: int) -> Effect | None:
    """Children barred or let in; with grown-ups or alone is another rule."""
    lines = (old.plain, new.plain)
    if not all(map(_TO_VISITS.search, lines)):
        return None
    grown = any(map(_GROWN.search, lines))
    facts = () if grown else (Fact("minors_allowed", sign < 0, sign > 0),)
    return Effect("P-turn-minors", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, *lines, ("minors",))


def _read(unit: Unit) -> tuple[tuple[str, ...], int] | None:
    """The class that a line names, and how it is let in: 0 not at all, 1 by leave, 2 freely; None where it says neither."""
    text, _ = undated(unit.plain.rstrip(" .!"))
    said = _SAID.match(text)
    if (
        unit.row
        or said is None
        or not (_CLASS.search(said["who"]) or _MINORS.search(said["who"]))
        or _ELSE.search(text)
    ):
        return None
    if _UNTIL_THEN.search(said["said"]):
        return None
    return next(
        (
            (concepts(said["who"]), level)
            for level, pattern in enumerate((_BARRED, _LEFT_OPEN, _FREELY))
            if pattern.search(said["said"])
        ),
        None,
    )
