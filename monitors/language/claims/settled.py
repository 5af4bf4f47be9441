"""The claims of units that count: the narrower before the wider thing, barriers as touch, votes carried to what they decide."""

# ruff: noqa: E501  a pattern reads better on one line
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from monitors.language.claims.clauses import FORMS_OF_VISIT, Claim, claims, split, turns
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_CLASSES = ("minors", "ex_held", "record", "id_document")

_DRESS = regex(rf"\b(?:{elsewhere.DRESS_CONDUCT})\b")

_ALL_VISITS = regex(visits.ALL_VISITS)

_CONDUCT = regex(
    r"\b(?:late|break\w* (?:a|the|any) rules?|violat\w+|misconduct|behav\w+|disrupt\w*|refus\w+ to|unruly|abus\w+|contraband|terminat\w+ (?:for|if|by)|at any time|for cause|dress|intoxicat\w+|profan\w+|signs of|sick|fever|symptoms|rules? will|turned off|recorded|drops?|dropped|disconnect\w*|freezes|reconnect|connection|if (?:a|the|your) (?:session|call))\b"
)

_AVAILABLE = regex(
    rf"\b(?:{acts.GIVINGS}|{acts.SUSPENDS}|not|no|only|clos\w+|shut\w*|end(?:s|ed|ing)?|ceas\w+|stop\w*|discontinu\w+|abolish\w*|eliminat\w+|remov\w+|withdr\w+|drop\w*|ban\w*|bar(?:s|red)?|prohibit\w*|replac\w+|instead|lieu|option|gone|use[ds]?|way)\b"
)

_STOPS = regex(
    rf"\b(?:{acts.SUSPENDS}|clos\w+|shut\w*|end(?:s|ed|ing)?|ceas\w+|stop\w*|discontinu\w+|abolish\w*|eliminat\w+|ban(?:s|ned)?|bar(?:s|red)?|prohibit\w*|no|not|off|withdrawn|halt\w*|forbid\w*|lost|lose|den(?:y|ied)|refuse[ds]?|ya no|no habrá)\b"
)

_MONEY = regex(r"\$\d|\b(?:price|cost|fee|rate|charge)s?\b")

_CRIME = regex(
    r"\b(?:charges? of|charged with|battery|assault\w*|arrest\w*|inquiry|death|died|escape\w*|smuggl\w+|indict\w*|brawl|purchase of|acqui\w+|merg(?:er|ed)|lawsuit over pay|convicted of|trial|found dead|cradle|vandal\w*|obituar\w+)\b"
)

_GATHERING = regex(
    r"\b(?:meetings?|meets|council|hearings?|attend\w*|comments?|testif\w+|zoom|conference|training|class(?:es)?)\b"
)

_BY_CLASS = regex(
    r"\b(?:under \d+|minors|younger|felon\w*|former \w+|convict\w*|matr[ií]cula|consular|persons under)\b"
)

_NEGATION = regex(rf"(?:{acts.NEGATORS})")
_TENTATIVE = regex(
    r"\b(?:consider\w*|decid\w+|stud\w+|discuss\w*|ask\w*|debat\w+|weigh\w*|wonder\w*|unclear|question of|argument\w* (?:over|on)) (?:\w+ ){0,4}?(?:whether|if|how)\b"
)

_BARRIER_MOVED = regex(
    r"\b(?:dividers?|partitions?|plexi\w*|acrylic|barriers?|non-?contact|no-?contact|sin contacto|mamparas?)\b"
)

# "Appointments are no longer required for visits.": the duty ends, the visit does not.
_DUTY_GONE = regex(
    r"\b(?:no longer|not|never|don't|needn't)(?: be| longer)? (?:required|needed|necessary|mandatory|needs?|have to|has to|must)\b"
)
_FOR_VISITS = regex(r" (?:for|to|before|on|during) (?:an? |the |all |any |each |your |[\w-]+ ){0,3}visit\w*")
# "The glass partitions have been removed from the visiting room.": touch comes, meeting in person stays.
BARRIER_ACT = regex(
    rf"\b{visits.BARRIER}\b(?: \w+){{0,4}}? (?:(?:is|are|was|were|has been|have been|being|will be|come|came|coming|now|soon|all)(?: being)? )+"
    r"(?:removed|taken (?:down|out|away)|torn (?:down|out)|down|gone|dismantled|eliminated|installed|put (?:up|in|back)|added|erected)\b|"
    rf"\b(?:remov(?:ed|es|ing|al of)|t(?:ook|aken|aking|akes) (?:down|out)|installed|installs|installing|put up) (?:\w+ ){{0,3}}?{visits.BARRIER}\b"
)
_ROOM_OR_BARRIER = regex(
    rf"{visits.BARRIER}|glass partitions?|(?:visit\w*|family) (?:rooms?|areas?|booths?|halls?)|booths?"
)


def _settled(found: list[Claim]) -> list[Claim]:
    """The claims of one clause after the narrower thing has taken the sign from the wider one."""
    names = {claim.about for claim in found}
    kept = []
    for claim in found:
        if claim.about in ("video", "appointment", "appeal", "phone", "mail", "kin_only", "walk_in"):
            continue
        if (
            claim.about in FORMS_OF_VISIT
            and names & set(_CLASSES)
            and "video only" not in claim.words
            and (claim.sign < 0 or _BY_CLASS.search(claim.clause))
        ):
            continue
        if (
            claim.about == "barrier"
            and "in_person" in names
            and re.search(r"\b(?:partition|barrier) (?:visit|session)", claim.clause)
        ):
            continue
        if claim.about in FORMS_OF_VISIT and _of_something_else(claim, names):
            continue
        touch_only = claim.about in FORMS_OF_VISIT and names & {"contact", "barrier"} and claim.sign < 0
        if touch_only and all(_NEGATION.fullmatch(word) for word in claim.words[:-1]):
            continue
        if _TENTATIVE.search(claim.clause):
            continue
        if claim.about == "legal" and not re.search(
            r"\b(?:visit\w*|see|meet\w*|rooms?|access|hours|admitted|booths?|contact)\b", claim.clause
        ):
            continue
        if claim.about == "legal" and names & {"in_person", "contact", "barrier", "video_remote", "visits"}:
            continue
        if claim.about == "visits" and names & {"in_person", "contact", "guarantee", "refund"}:
            continue
        if claim.about == "visits" and re.search(r"\b(?:den(?:y|ied|ies)|refuse[ds]?|discretion)\b", claim.clause):
            claim = replace(claim, about="refusal")
        kept.append(claim)
    return kept


def _of_something_else(claim: Claim, names: set[str]) -> bool:
    """Whether a clause that names visits says what becomes of a duty or of a barrier."""
    duty = _DUTY_GONE.search(claim.clause) if claim.sign < 0 else None
    if duty is not None and ("appointment" in names or _FOR_VISITS.match(claim.clause, duty.end())):
        return True
    return (
        "barrier" in names
        and _ROOM_OR_BARRIER.fullmatch(claim.words[-1]) is not None
        and BARRIER_ACT.search(claim.clause) is not None
    )


def _significant(claim: Claim) -> bool:
    clause = claim.clause
    if _CRIME.search(clause) and not re.search(r"\b(?:suspend|visits? (?:are|is|will))", clause):
        return False
    if (
        claim.words[-1] in ("in person", "in-person", "face to face", "face-to-face", "video")
        and _GATHERING.search(clause)
        and not re.search(r"\b(?:visit|booth|glass|famil|inmate|jail's)", clause)
    ):
        return False
    other = elsewhere.NAMED.search(clause) and not _ALL_VISITS.search(clause)
    if other or (_DRESS.search(clause) and claim.about not in ("contact", "in_person", "refund")):
        return False
    if _DRESS.search(clause) and claim.about == "in_person" and _ROOM_OR_BARRIER.fullmatch(claim.words[-1]):
        return False  # "Shorts are not allowed in the visiting room."
    if claim.about == "contact" and _NOT_TOUCHED.search(clause):
        return False
    if claim.about == "video_remote" and _BOOKS.search(clause) and not _BY_VIDEO.search(clause):
        return False  # "by reservation, made by phone or on the web"
    if claim.about in ("video_remote", "video_onsite"):
        return _AVAILABLE.search(clause) is not None and (claim.sign > 0 or _MONEY.search(clause) is None)
    if claim.about == "visits" and claim.sign < 0 and _MONEY.search(clause):
        return False
    if claim.about == "visits" and claim.sign < 0:
        return _STOPS.search(clause) is not None and _CONDUCT.search(clause) is None
    return not (claim.sign < 0 and _CONDUCT.search(clause) and claim.about not in ("in_person", "contact"))


_NOT_TOUCHED = regex(
    r"\b(?:visits?|visiting|visitation|hours|days|terms?|rules?|schedule|prices?|rights) (?:(?:is|are|was|were|be|been|will|not|never) )+touched\b"
)
_BOOKS = regex(
    r"\b(?:ahead|in advance|reserv\w+|book(?:ed|ing)?|schedul\w+|appointments?|sign up|regist\w+|appl(?:y|ication\w*)|forms?)\b"
)
_BY_VIDEO = regex(rf"\b(?:{visits.VIDEO}|video visit\w*|visits? from|visit from)\b")
# "Rescinds: General Order 9, which banned children from visits."
_REPEALS = regex(r"(rescinds|cancels|repeals|revokes|rescinded|repealed|withdrawn|annuls) ?: (?=\w)")

_BY_NOUN = regex(
    r"\b(?:motion|request|bill|order|measure|proposal|resolution|petition|amendment|provision|memo|appeal|paragraph|section|clause|statute|ordinance|law|ruling|decision|item|sentence|line|plan)\b"
)

_BY_PRONOUN = regex(
    r"\b(?:it|they|them|these|those|both|the same|the (?:excuse|variance|waiver|exemption|exception|ban|closure|practice|stop|pause|step|halt|freeze|hold|restart|return|reopening|rooms?|hall|doors?|seats?)|a (?:waiver|variance))\b"
)

_OUTCOME = regex(
    r"\b(?:grant\w*|pass(?:ed|es)?|carried|approv\w+|adopt\w*|sign(?:ed|s)|stands?|upheld|affirm\w*|fail(?:s|ed)?|reject\w*|den(?:y|ied)|withdrawn|vacated|back in use|open again|resume|reopen\w*|repealed|void)\b"
)


def _carried(plain: str, trail: Sequence[str], done: frozenset[str]) -> list[Claim]:
    """What "the motion failed", "they will be back in use" or "the excuse is withdrawn" do to the thing named before."""
    first = next((claim for earlier in trail if (claim := _carrying(earlier))), None)
    if first is None:
        return []
    for clause in split(plain):
        noun, pronoun = _BY_NOUN.search(clause), _BY_PRONOUN.search(clause)
        if clause in done or not (noun or pronoun):
            continue
        flips = turns(clause)
        if all(_NEGATION.fullmatch(flip) for flip in flips) and not _OUTCOME.search(clause):
            continue  # "we do not eat them"
        if not _CONDUCT.search(clause) and not _DRESS.search(clause):
            own = -1 if len(flips) % 2 else 1
            sign = own * first.sign if noun and not pronoun else own
            return [Claim(first.about, sign, clause, (*flips, first.words[-1]), False, True)]
    return []


def _carrying(earlier: str) -> Claim | None:
    """The claim of an earlier line that later ones may speak of."""
    order = ("in_person", "contact", "visits")
    found = [claim for claim in claims(earlier) if claim.about in order]
    return min(found, key=lambda claim: order.index(claim.about), default=None)


def claims_in(units: Iterable[Unit], *, official: bool = True) -> list[Claim]:
    """The settled, significant claims of some units, barriers read as their contrary, touch."""
    return [claim for unit in units for claim in _claims_of(unit.plain, unit.trail, official)]


@lru_cache(maxsize=4096)
def _claims_of(plain: str, trail: tuple[str, ...], official: bool) -> tuple[Claim, ...]:
    """Most lines stand on both pages, and rules read them anew for each part of a change: a third of a reading."""
    found: list[Claim] = []
    label = _REPEALS.match(plain)
    if label is not None:
        undone = _claims_of(plain[label.end() :], trail, official)
        return tuple(replace(claim, sign=-claim.sign, words=(label[1], *claim.words)) for claim in undone)
    by_clause: dict[str, list[Claim]] = {}
    for claim in claims(plain):
        by_clause.setdefault(claim.clause, []).append(claim)
    for group in by_clause.values():
        found += [_touch(claim) for claim in _settled(group) if _significant(claim)]
    if not by_clause or not official:
        found += _carried(plain, trail, frozenset(by_clause))
    return tuple(found)


def _touch(claim: Claim) -> Claim:
    if claim.about != "barrier":
        return claim
    strong = _BARRIER_MOVED.search(claim.clause) is not None
    return replace(claim, about="contact" if strong else "glass", sign=-claim.sign, words=(*claim.words, "barrier"))
