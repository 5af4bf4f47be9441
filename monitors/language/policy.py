"""The policy state of two pages compared: may people meet, touch, bring children, walk in? Gains and losses of claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from monitors.language import lexicon_acts as acts
from monitors.language import lexicon_elsewhere as elsewhere
from monitors.language import lexicon_visits as visits
from monitors.language.align import Alignment
from monitors.language.clauses import Claim, claims
from monitors.language.effects import Effect, Scene
from monitors.language.sentences import Unit
from monitors.records import Fact, Severity, Topic

# Topic and severity (S1-S3) of a claim that is lost or gained, and the fact it stands for.
ABOUT = {
    "in_person": ((Topic.IN_PERSON,), Severity.CRITICAL, "in_person_allowed"),
    "contact": ((Topic.CONTACT,), Severity.MAJOR, "contact_allowed"),
    "video_onsite": ((Topic.VIDEO_ONSITE,), Severity.MAJOR, ""),
    "video_remote": ((Topic.VIDEO_REMOTE,), Severity.MAJOR, ""),
    "minors": ((Topic.ELIGIBILITY,), Severity.MAJOR, "minors_allowed"),
    "friends": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "kin_only": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "ex_held": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "record": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "id_document": ((Topic.ELIGIBILITY,), Severity.MINOR, ""),
    "walk_in": ((Topic.SCHEDULE,), Severity.MINOR, ""),
    "appointment": ((Topic.SCHEDULE,), Severity.MINOR, ""),
    "refund": ((Topic.FEES, Topic.VIDEO_REMOTE), Severity.MINOR, ""),
    "mail": ((Topic.MAIL,), Severity.MINOR, ""),
    "phone": ((Topic.PHONE,), Severity.MINOR, ""),
    "tablets": ((Topic.TABLETS,), Severity.MINOR, ""),
    "commission": ((Topic.COMMISSION,), Severity.MAJOR, ""),
    "guarantee": ((Topic.COMMISSION,), Severity.MAJOR, ""),
    "visits": ((Topic.SUSPENSION,), Severity.MAJOR, ""),
}
_INVERSE = frozenset({"kin_only", "appointment", "commission", "guarantee"})
_DRESS = re.compile(rf"\b(?:{elsewhere.DRESS_CONDUCT})\b")
_OTHER = re.compile(rf"\b(?:{elsewhere.ELSEWHERE})\b")
_UNIT_WORDS = re.compile(
    r"\b(?:pods?|units?|dorm(?:itor(?:y|ies))?s?|blocks?|tanks?|wings?|tier|segregat\w+|ad-?seg|rhu|shu|women(?:'s)?|female|men's|male|trust(?:y|ies|ees?)|workers?|weekenders?|work[- ]release|annex|minimum|maximum|medium|"
    r"camp|farm|juvenile|lockdown status|restrictive housing|disciplin\w+|prisoners of|mothers|nursery|honor|veterans|sentenced|pre-?trial|some|certain|eligible|quarantine|medical unit|death row|housing)\b"
)
_LEGAL = re.compile(rf"\b(?:{visits.LEGAL})\b")
_PUBLIC = re.compile(rf"\b(?:{visits.FAMILY}|social|general)\b")
_AGAIN = re.compile(
    r"\b(?:again|back|resum\w+|re-?open\w*|return\w*|restor\w+|reinstat\w+|once more|now|new|newly|from (?:this|\{|@|\w+ \d)|beginning|starting|effective|as of|add(?:s|ed|ing)?|introduc\w+|launch\w*|may now|welcome|no longer|lifted|reanud\w+|voted|ordered?|must)\b"
)
_CONDUCT = re.compile(
    r"\b(?:late|rules?|violat\w+|misconduct|behav\w+|disrupt\w*|refus\w+ (?:to|a)|unruly|abus\w+|contraband|terminat\w+ (?:for|if|by)|at any time|for cause|dress|intoxicat\w+|without notice|facility reserves|subject to|profan\w+|signs of|sick|fever|symptoms)\b"
)
_DATED = re.compile(
    r"\b(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.? (?:the )?\d{1,2}|\d{1,2}/\d{1,2}|the \d{1,2}(?:st|nd|rd|th)|\d{1,2} de \w+|"
    r"thanksgiving|christmas|easter|new year\w*|labor day|memorial day|independence day|juneteenth|veterans day|holiday|this (?:week|weekend|\{)|today|tomorrow|next \{|@\d{4})"
)
_CORE = ("in_person", "contact", "visits", "video_remote", "video_onsite")


def _claims(units: Iterable[Unit]) -> list[Claim]:
    return [claim for unit in units for claim in claims(unit.plain, unit.place) if not _OTHER.search(claim.clause)]


def _net(found: Sequence[Claim]) -> dict[str, set[int]]:
    signs: dict[str, set[int]] = defaultdict(set)
    for claim in found:
        signs[claim.about].add(claim.sign)
    return signs


def _contact(found: list[Claim]) -> list[Claim]:
    """A barrier taken away is touch given, a barrier put up touch taken; behind glass alone says nothing of touch."""
    return [
        Claim("contact", -claim.sign, claim.clause, claim.place, claim.words, claim.conditional, claim.act)
        if claim.about == "barrier"
        else claim
        for claim in found
    ]


def _cancel(old: list[Claim], new: list[Claim]) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Opposite claims about one thing as pairs; equal claims cancel; the rest is lone."""
    left_new = list(new)
    rest: list[Claim] = []
    for claim in old:
        twin = next((c for c in left_new if c.about == claim.about and c.sign == claim.sign), None)
        if twin is None:
            rest.append(claim)
        else:
            left_new.remove(twin)
    # A topic that still has an equal claim on both sides did not turn unless nothing else is left for it.
    pairs, lone = [], []
    for claim in rest:
        other = next((c for c in left_new if c.about == claim.about and c.sign != claim.sign), None)
        if other is None:
            lone.append(claim)
        else:
            left_new.remove(other)
            pairs.append((claim, other))
    return pairs, lone, left_new


def _significant(claim: Claim) -> bool:
    if claim.about in ("video", "barrier", "legal", "appeal"):
        return False
    if _DRESS.search(claim.clause) and claim.about not in ("contact", "in_person"):
        return False
    return not (claim.sign < 0 and _CONDUCT.search(claim.clause) and claim.about not in ("in_person", "contact"))


def _effect(rule: str, claim: Claim, old: str, new: str, sign: int, scene: Scene, *, both: bool) -> Effect:
    topics, severity, fact = ABOUT[claim.about]
    clause = new or old
    if claim.about in _INVERSE:
        sign = -sign
    legal_only = (
        _LEGAL.search(clause) is not None
        and not _PUBLIC.search(clause)
        and claim.about in ("in_person", "contact", "visits", "video_remote", "video_onsite")
    )
    if legal_only:
        moved = (
            (Topic.CONTACT,)
            if claim.about == "contact"
            else (Topic.VIDEO_REMOTE,)
            if claim.about == "video_remote"
            else ()
        )
        return Effect(
            f"{rule}-legal",
            sign,
            Severity.MAJOR if claim.about in ("contact", "in_person") else Severity.MINOR,
            (Topic.LEGAL_VISITS, *moved),
            _facts(fact if claim.about == "contact" else "", sign),
            old,
            new,
            claim.words,
        )
    return Effect(
        f"{rule}-{claim.about}",
        sign,
        severity,
        topics,
        _facts(fact, sign) if fact != "minors_allowed" else (),
        old,
        new,
        claim.words,
    )


def _facts(name: str, sign: int) -> tuple[Fact, ...]:
    return (Fact(name, sign < 0, sign > 0),) if name and sign else ()


def claim_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """What the changed units gain or lose for visits, judged pair by pair, then over all that is left."""
    effects: list[Effect] = []
    lone_old: list[Claim] = []
    lone_new: list[Claim] = []
    for old_unit, new_unit in alignment.pairs:
        old = _contact([c for c in _claims([old_unit]) if _significant(c) or c.about == "barrier"])
        new = _contact([c for c in _claims([new_unit]) if _significant(c) or c.about == "barrier"])
        pairs, rest_old, rest_new = _cancel(old, new)
        effects += [
            _effect("P-turn", b, a.clause, b.clause, b.sign, scene, both=True) for a, b in pairs if b.about in ABOUT
        ]
        lone_old += rest_old
        lone_new += rest_new
    lone_old += _contact([c for c in _claims(alignment.removed) if _significant(c) or c.about == "barrier"])
    lone_new += _contact([c for c in _claims(alignment.added) if _significant(c) or c.about == "barrier"])
    pairs, lone_old, lone_new = _cancel(lone_old, lone_new)
    effects += [
        _effect("P-turn", b, a.clause, b.clause, b.sign, scene, both=True) for a, b in pairs if b.about in ABOUT
    ]
    effects += _lone(scene, alignment, lone_old, lone_new)
    return _unique(effects)


def _lone(scene: Scene, alignment: Alignment, lone_old: list[Claim], lone_new: list[Claim]) -> list[Effect]:
    kept = _net(_claims(unit for unit, _ in alignment.same))
    new_net = _net(_claims(scene.after))
    old_net = _net(_claims(scene.before))
    found = []
    for claim in lone_new:
        if claim.about not in ABOUT or not _telling(claim, kept, old_net, added=True):
            continue
        found.append(_effect("P-new", claim, "", claim.clause, claim.sign, scene, both=False))
    for claim in lone_old:
        if claim.about not in ABOUT or not _telling(claim, kept, new_net, added=False):
            continue
        found.append(_effect("P-gone", claim, claim.clause, "", -claim.sign, scene, both=False))
    return found


def _telling(claim: Claim, kept: dict[str, set[int]], other: dict[str, set[int]], *, added: bool) -> bool:
    """Whether a claim that only one side makes tells a change, or merely mentions what the page held anyway."""
    if claim.conditional or claim.sign in other.get(claim.about, set()):
        return False
    if claim.about in ("mail", "phone", "tablets"):
        return added and claim.sign < 0
    if claim.sign < 0:
        return added or claim.about in (*_CORE, "minors", "friends", "record", "ex_held")
    if added:
        return claim.about in (*_CORE, "refund", "walk_in", "kin_only") and (
            _AGAIN.search(claim.clause) is not None or -1 in other.get(claim.about, set())
        )
    return claim.about in ("in_person", "contact", "refund", "video_remote", "video_onsite")


def _unique(effects: Iterable[Effect]) -> list[Effect]:
    seen: dict[tuple[object, ...], Effect] = {}
    for effect in effects:
        seen.setdefault((effect.topics, effect.sign, effect.facts), effect)
    return list(seen.values())


def dated(text: str) -> bool:
    """Whether a notice names its own end: a date, a holiday, "this weekend"."""
    return _DATED.search(text) is not None and re.search(rf"\b(?:{acts.UNTIL_NOTICE})", text) is None


def one_group(text: str) -> bool:
    """Whether a clause speaks of one unit or class only (S6)."""
    return (
        _UNIT_WORDS.search(text) is not None
        and re.search(
            r"\b(?:all|every|both|facility-?wide|each) (?:\w+ )?(?:units?|pods?|dorm\w*|blocks?|housing)", text
        )
        is None
    )
