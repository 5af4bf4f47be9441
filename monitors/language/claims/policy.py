"""The policy state of two pages compared: may people meet, touch, bring children, walk in? Gains and losses of claims."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from monitors.language.claims.booking import booking
from monitors.language.claims.clauses import FORMS_OF_VISIT, Claim, turns
from monitors.language.claims.settled import BARRIER_ACT, claims_in
from monitors.language.pages.align import Alignment, likeness
from monitors.language.pages.scene import Effect, Scene
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

# Topics, severity (S1-S3) and fact of a claim that is lost or gained.
ABOUT: dict[str, tuple[tuple[Topic, ...], Severity, str]] = {
    "in_person": ((Topic.IN_PERSON,), Severity.CRITICAL, "in_person_allowed"),
    "contact": ((Topic.CONTACT,), Severity.MAJOR, "contact_allowed"),
    "video_onsite": ((Topic.VIDEO_ONSITE,), Severity.MAJOR, ""),
    "video_remote": ((Topic.VIDEO_REMOTE,), Severity.MAJOR, ""),
    "minors": ((Topic.ELIGIBILITY,), Severity.MAJOR, "minors_allowed"),
    "ex_held": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "record": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "id_document": ((Topic.ELIGIBILITY,), Severity.MINOR, ""),
    "refusal": ((Topic.ELIGIBILITY,), Severity.MAJOR, ""),
    "walk_in": ((Topic.SCHEDULE,), Severity.MINOR, ""),
    "tablets": ((Topic.TABLETS,), Severity.MINOR, ""),
    "commission": ((Topic.COMMISSION,), Severity.MAJOR, ""),
    "guarantee": ((Topic.COMMISSION,), Severity.MAJOR, ""),
    "visits": ((Topic.SUSPENSION,), Severity.MAJOR, ""),
    "legal": ((Topic.LEGAL_VISITS,), Severity.MINOR, ""),
}
_INVERSE = frozenset({"commission", "guarantee"})
_UNIT_WORDS = regex(
    r"\b(?:pods?|(?<!housing )(?<!video )(?<!our )units?(?! (?:are|is|go|goes|went) (?:live|installed|in place|working))|housing units? (?:no\.? ?|# ?|numbers? )?(?:\d+|[b-h]|a(?= (?:is|are|has|have|had|will|only)\b|[.,;:]|$))|dorm(?:itor(?:y|ies))?s?|blocks?|tanks?|wings?|tier|segregat\w+|ad-?seg|rhu|shu|women(?:'s)?|female|men's|male|trust(?:y|ies|ees?)|(?:close|minimum|medium|maximum|protective) custody|special (?:housing|management) units?|(?:north|south|east|west|old|new) (?:tower|side|building|annex)|(?:north|south|east|west|old) jail|(?:men's|women's|female|male) side|intake|(?:administrative|disciplinary) (?:detention|confinement|housing)|workers?|weekenders?|work[- ]release|annex|minimum|maximum security|medium|"
    r"barracks|infirmary|visits (?:for|in|to|at|of) (?:the )?(?!(?:open|jail|court|county|visiting|big)\b)[\w'-]+ (?:house|ward|level|module|compound)(?= (?:alone|only)\b| (?:is|are|has|have)\b|[.,;:]|$)|"
    r"camp|farm|juveniles?|restrictive housing|prisoners of|mothers|nursery|honor|veterans|sentenced|pre-?trial|eligible|death row|(?:booths?|windows?|kiosks?|stations?|rooms?) (?:no\.? ?|# ?|numbers? )?\d)\b"
)
_LEGAL = regex(rf"\b(?:{visits.LEGAL})\b")
_PUBLIC = regex(rf"\b(?:{visits.FAMILY}|social|general|everyone|all visitors)\b")
_AGAIN = regex(
    r"\b(?:again|back|resum\w+|re-?open\w*|return(?:s|ed|ing)?|restor\w+|reinstat\w+|once more|now|after all|for the first time|will be (?:able|allowed|let)|must|beginning|starting|effective|as of|from (?:this|\{|@|\w+ \d)|add(?:s|ed|ing)?|introduc\w+|launch\w*|may now|welcome|no longer|lifted|reanud\w+|voted|ordered?)\b"
)
_NEGATION = regex(rf"(?:{acts.NEGATORS}|without|except|unless)")
_OPINION = regex(rf"\b(?:{acts.OPINION})\b")
_SUSPENDED = regex(rf"\b(?:{acts.SUSPENDS})")
_DUTY = regex(r"\b(?:shall|must|guarantee\w*|right|entitled|nothing|duty|promise\w*|undertakes)\b")
_DATED = regex(
    r"\b(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.? (?:the )?\d{1,2}|\d{1,2}/\d{1,2}|the \d{1,2}(?:st|nd|rd|th)|\d{1,2} de \w+|"
    r"thanksgiving|christmas|easter|new year\w*|labor day|memorial day|independence day|juneteenth|veterans day|holiday|this (?:week|weekend|\{)|today|tomorrow|next \{|those \d+ days|these \d+ days|\{[a-z,]+\})"
)


def _cancel(old: Sequence[Claim], new: Sequence[Claim]) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Opposite claims about one thing as pairs; equal claims cancel; the rest is lone."""
    left_new = list(new)
    rest: list[Claim] = []
    for claim in old:
        twin = next((c for c in left_new if c.about == claim.about and c.sign == claim.sign), None)
        if twin is None:
            rest.append(claim)
        else:
            left_new.remove(twin)
    pairs, lone = [], []
    for claim in rest:
        other = next((c for c in left_new if _opposed(claim, c)), None)
        if other is None:
            lone.append(claim)
        else:
            left_new.remove(other)
            pairs.append((claim, other))
    return pairs, lone, left_new


def _opposed(old: Claim, new: Claim) -> bool:
    """ "behind glass" opposes a claim of touch, not another claim about the glass."""
    if {old.about, new.about} == {"contact", "glass"}:
        return old.sign != new.sign
    return old.about == new.about and old.sign != new.sign


def _effect(rule: str, claim: Claim, old: str, new: str, sign: int) -> Effect:
    about = "contact" if claim.about == "glass" else claim.about
    topics, severity, fact = ABOUT[about]
    clause = new or old
    if about in _INVERSE:
        sign = -sign
    if _LEGAL.search(clause) and not _PUBLIC.search(clause) and about in (*FORMS_OF_VISIT, "contact"):
        moved = (Topic.CONTACT,) if about == "contact" else (Topic.VIDEO_REMOTE,) if about == "video_remote" else ()
        grave = about in ("contact", "in_person")
        facts = _facts(fact, sign) if about == "contact" else ()
        return Effect(
            f"{rule}-legal",
            sign,
            Severity.MAJOR if grave else Severity.MINOR,
            (Topic.LEGAL_VISITS, *moved),
            facts,
            old,
            new,
            claim.words,
        )
    return Effect(f"{rule}-{about}", sign, severity, topics, _facts(fact, sign), old, new, claim.words)


def _facts(name: str, sign: int) -> tuple[Fact, ...]:
    return (Fact(name, sign < 0, sign > 0),) if name and sign else ()


def claim_effects(scene: Scene, alignment: Alignment) -> list[Effect]:
    """What the changed units gain or lose for visits, judged pair by pair, then over all that is left."""
    effects: list[Effect] = []
    lone_old: list[Claim] = []
    lone_new: list[Claim] = []
    official = scene.official
    for old_unit, new_unit in alignment.pairs:
        decided = adopted(old_unit.plain, new_unit.plain)
        old_claims = [] if decided else claims_in([old_unit], official=official)
        pairs, rest_old, rest_new = _cancel(old_claims, claims_in([new_unit], official=official))
        if decided and not official:  # the old wording held the same, as what might be decided
            effects += [
                _effect("P-new", c, "", c.clause, c.sign) for c in rest_new if c.about in ("in_person", "contact")
            ]
        effects += [
            _effect("P-turn", b, a.clause, b.clause, b.sign) for a, b in pairs if b.about in ABOUT or b.about == "glass"
        ]
        lone_old += rest_old
        lone_new += rest_new
    lone_old += claims_in(alignment.removed, official=official)
    lone_new += claims_in(alignment.added, official=official)
    pairs, lone_old, lone_new = _cancel(lone_old, lone_new)
    effects += [
        _effect("P-turn", b, a.clause, b.clause, b.sign) for a, b in pairs if b.about in ABOUT or b.about == "glass"
    ]
    if dated(" ".join(unit.plain for unit in alignment.removed)):
        lone_old = [c for c in lone_old if c.sign > 0]  # a dated notice taken down has expired (R3)
    effects += _lone(scene, lone_old, lone_new)
    if not scene.before:
        effects = _first_of_each(effects)
    touched = len(alignment.pairs) + len(alignment.removed) + len(alignment.added)
    if len(alignment.pairs) >= 2 and touched > len(alignment.same):
        effects = [e for e in effects if not _mere_rewording(e)]
    return [*_unique(effects), *_booking_effects(alignment), *_friend_effects(alignment)]


def _booking_effects(alignment: Alignment) -> list[Effect]:
    old = {booking(u.plain): u.plain for u in (*(a for a, _ in alignment.pairs), *alignment.removed)}
    new = {booking(u.plain): u.plain for u in (*(b for _, b in alignment.pairs), *alignment.added)}
    topics, level, _ = ABOUT["walk_in"]
    for was, now in ((1, -1), (-1, 1)):
        if now in new and now not in old and (was in old or was not in new):
            return [
                Effect(
                    "P-booking",
                    now,
                    level,
                    topics,
                    (),
                    old.get(was, ""),
                    new[now],
                    ("appointment needed" if now < 0 else "no appointment needed",),
                )
            ]
    return []


def _mere_rewording(effect: Effect) -> bool:
    """A turn made by "not" alone between clauses that share few words is a rule put in other words (R2), no reversal."""
    if not effect.rule.startswith("P-turn") or not (effect.old and effect.new):
        return False
    flips = [*turns(effect.old), *turns(effect.new)]
    if not flips or any(_NEGATION.fullmatch(word) is None for word in flips) or _AGAIN.search(effect.new):
        return False
    return likeness(effect.old, effect.new) < 0.42


def _first_of_each(effects: list[Effect]) -> list[Effect]:
    """On a new page one verdict for each thing: the first clause told, background comes later."""
    seen: set[tuple[Topic, ...]] = set()
    kept = []
    for effect in effects:
        if effect.topics not in seen:
            seen.add(effect.topics)
            kept.append(effect)
    return kept


_ANYBODY = regex(
    rf"\b(?:{visits.FRIENDS}|anyone|anybody|whoever|any adult|kin or not|need not be (?:kin|relat\w+|family)|whether or not (?:related|kin)|friend or kin|others? (?:as well|too))\b"
)
_WHO_IS_SEEN = regex(r"\b(?:your|a|the) friend's\b")  # "a day when your friend's floor is on the list"
_DENIED = regex(r"\b(?:no|not|only)\b")
# "The list shall not be limited to kin."
_UNLIMITED = regex(
    r"\b(?:is|are|shall|will|need|must|may) (?:not|never) (?:be )?(?:only for|(?:limited|restricted|confined) to) (?:\w+ )?(?:kin|famil\w+|relatives)\b"
)
_KIN_LIST = regex(
    rf"\b(?:{visits.KIN_ONLY}|only (?:of )?(?:the )?(?:blood|husband|wife|spouse|parents?|kin|famil\w+)|all of them (?:kin|relatives|family)|kin by blood|must be (?:a |an )?(?:spouse|parent|relative|immediate|family|related)|related by (?:blood|marriage)|(?:drawn|chosen) from (?:the )?(?:immediate |close )?(?:family|relatives|kin)|(?:show|prove|asked) how (?:you|they) are related|proof of (?:the )?(?:relationship|kinship|relation))(?!\w)"
)
_NO_FRIENDS = regex(
    rf"\b{visits.FRIENDS}\b[^.;]{{0,40}} (?:(?:are|is|may|can|will|must|shall|do) (?:not|never|no longer)|cannot|can't)\b(?! (?:required|need))"
)
_ADMITS = regex(
    r"\b(?:visit\w*|puts? down|list\w*|name[ds]?|sheet|form|roster|card|apply|applicants?|come|admitted|placed|entered|left off|see|be on it)\b"
)


def _friend_effects(alignment: Alignment) -> list[Effect]:
    """Who may be listed at all: friends dropped in favour of kin, or kin-only given up."""
    sides = ([_WHO_IS_SEEN.sub("their", unit.plain) for unit in side] for side in (alignment.gone, alignment.come))
    old, new = ([line for line in side if _ADMITS.search(line)] for side in sides)
    topics, level, _ = ABOUT["minors"]

    def kin(texts: list[str]) -> str:
        texts = [text for text in texts if not _UNLIMITED.search(text)]
        listed = (t for t in texts if _NO_FRIENDS.search(t) or (_KIN_LIST.search(t) and not _ANYBODY.search(t)))
        return next(listed, "")

    def anybody(texts: list[str]) -> str:
        bare = {
            text: _UNLIMITED.sub("anybody", text).replace("kin or not", "").replace("need not", "") for text in texts
        }
        return next((text for text, said in bare.items() if _ANYBODY.search(said) and not _DENIED.search(said)), "")

    if kin(new) and not kin(old) and (anybody(old) or re.search(r"\bonly\b|must be", kin(new))):
        return [Effect("P-kin", -1, level, topics, (), anybody(old), kin(new), ("kin only",))]
    if kin(old) and not kin(new) and anybody(new):
        return [Effect("P-kin", 1, level, topics, (), kin(old), anybody(new), ("not only kin",))]
    return []


def _lone(scene: Scene, lone_old: Sequence[Claim], lone_new: Sequence[Claim]) -> list[Effect]:
    lone_old, lone_new = ([c for c in lone if c.about in ABOUT and not c.conditional] for lone in (lone_old, lone_new))
    # What a whole page claims is read only where it is asked for.
    old_signs = _signs(claims_in(scene.before)) if lone_new else set()
    new_signs = _signs(claims_in(scene.after)) if lone_old else set()
    return [
        *(
            _effect("P-new", c, "", c.clause, c.sign)
            for c in lone_new
            if _telling(c, old_signs, added=True, kind=scene.kind)
        ),
        *(
            _effect("P-gone", c, c.clause, "", -c.sign)
            for c in lone_old
            if _telling(c, new_signs, added=False, kind=scene.kind)
        ),
    ]


_CAPPED = regex(r"\b(?:no(?:t)? more than|not exceed|at most) \d+ hours\b")


def _signs(found: Sequence[Claim]) -> set[tuple[str, int]]:
    return {(claim.about, claim.sign) for claim in found}


def _telling(claim: Claim, other: set[tuple[str, int]], *, added: bool, kind: str) -> bool:
    """Whether a claim that only one side makes tells a change, or merely mentions what the page held anyway."""
    if (claim.about, claim.sign) in other or _OPINION.search(claim.clause):
        return False
    if claim.about in ("mail", "tablets", "legal", "refund", "id_document"):
        return added and claim.sign < 0
    if claim.about == "in_person" and _CAPPED.search(claim.clause):
        return False  # a cap, which terms.py reads
    contrary = (claim.about, -claim.sign) in other
    if claim.words[-1:] == ("barrier",):
        if added and BARRIER_ACT.search(claim.clause):
            return True
        return contrary and (claim.sign < 0 or _AGAIN.search(claim.clause) is not None or added)
    if claim.sign < 0:
        if added:
            return True
        return (
            contrary
            or claim.about in ("in_person", "contact", "minors", "friends", "record", "ex_held")
            or (claim.about == "visits" and not dated(claim.clause) and _SUSPENDED.search(claim.clause) is not None)
        )
    if added:
        return contrary or (
            claim.about in (*FORMS_OF_VISIT, "contact")
            and _AGAIN.search(claim.clause) is not None
            and claim.about != "visits"
        )
    protection = (
        kind in ("contract", "doc", "rule") and claim.about == "in_person" and _DUTY.search(claim.clause) is not None
    )
    return claim.about in ("in_person", "contact") and (contrary or protection)


_PENDING = regex(
    r"\b(?:if (?:approved|adopted|passed|signed)|tabled|put(?:s|ting)? off|postpon\w+|deferr?ed|held over|pending|proposed|set for (?:hearing|vote)|laid over|first reading|on the governor's desk|under advisement|draft|awaits|to be voted|has asked|will vote|is to vote|under discussion|requested)\b"
)
_DECIDED = regex(
    r"\b(?:approved|adopted|passed|signed|enacted|granted|carried|ordered|vetoed|rejected|denied|failed|defeated|repealed|withdrawn|in force|took effect|ruled)\b"
)


_IF_DECIDED = regex(r"\bif (?:it is )?(?:approved|adopted|passed|signed|granted|enacted)\b")


_WOULD = regex(
    r"\b(?<=it )would|(?<=this )would|(?:(?<=amendment )|(?<=motion )|(?<=bill )|(?<=order )|(?<=resolution )|(?<=ordinance )|(?<=agreement )|(?<=schedule )|(?<=measure ))would\b"
)
_ALIKE = 0.7


def adopted(old: str, new: str) -> bool:
    """Whether a matter that was pending in the old wording is decided in the new one."""
    if _WOULD.search(old) and not _WOULD.search(new) and likeness(_WOULD.sub("", old), new) > _ALIKE:
        return True  # "It would bring the price to $4." became "It brings ..." in the minutes as approved
    settled = _IF_DECIDED.sub("", old)
    return _PENDING.search(old) is not None and _DECIDED.search(new) is not None and _DECIDED.search(settled) is None


def _unique(effects: Iterable[Effect]) -> list[Effect]:
    seen: dict[tuple[object, ...], Effect] = {}
    for effect in effects:
        seen.setdefault((effect.topics, effect.sign, effect.facts), effect)
    return list(seen.values())


def dated(text: str) -> bool:
    """Whether a notice names its own end: a date, a holiday, "this weekend"."""
    return _DATED.search(text) is not None and re.search(rf"\b(?:{acts.UNTIL_NOTICE})", text) is None


# "on the day of his or her block": everybody has one
_OWN_UNIT = regex(
    r"\b(?:his or her|his|her|their|your|one's|an? (?:inmate|person|resident)'s|each (?:inmate|person|resident)'s) (?:own )?(?:housing )?(?:pods?|units?|dorms?|blocks?|wings?|tiers?)\b"
)


def one_group(text: str) -> bool:
    """Whether a clause speaks of one unit or class only (S6)."""
    text = _OWN_UNIT.sub(" ", text)
    return (
        _UNIT_WORDS.search(text) is not None
        and re.search(
            r"\b(?:all|every|both|facility-?wide|each|no) (?:\w+ )?(?:units?|pods?|dorm\w*|blocks?|housing)", text
        )
        is None
    )
