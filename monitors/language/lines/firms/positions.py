"""What a vendor says in a new line that it requires of jails, or no longer requires: the statements of 2015 and their like.

"We will no longer require our customers to end in-person visits." is taken for their end by the reader on some pages, and "We
are eliminating contract language that restricts in-person visits." for no news. Each is a speaker, what he does about a
demand or a clause, and what that does to visits in person; the direction is the product of their signs.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

# A name holds no word that turns or times what it does: "Securus no longer requires".
_IN_NAME = r"(?!(?:no|not|never|longer|will|shall|has|have|had|do|does|did|is|are|was|were|be|may|can|cannot|must|now|also|still|to|that|stops?|stopped|stopping|ceases?|ceased|refuses?|says?|said)\b)[a-z][\w&.'-]*"
_SPEAKER = rf"(?:we|it|(?:our|its|the) (?:standard |usual )?(?:agreement|contract|terms)s?|the company|our company|the vendor|the provider|the firm|{_IN_NAME}(?: {_IN_NAME}){{0,2}})"
_SAYS = rf"(?:(?:from|as of|effective|starting|beginning) (?:today|now|this day|{{\w+}}|\w+ \d+),? )?(?:{_SPEAKER} (?:has |have )?(?:says?|said|announces?|announced|states?|stated|confirms?|confirmed)(?: today| {{\w+}}| this week| on \{{\w+\}})?,? (?:that )?)?"
_WHOM = r"(?:(?:an?|our|its|the|any|all|each|every|partner|client|local|their|county|of) )*(?:customers?|clients?|partners?|counties|county|jails?|facilit(?:y|ies)|agenc(?:y|ies)|sheriffs?|prisons?|institutions?)(?: (?:using|that use|who use|with) (?:our|its|the) (?:[\w-]+ ){0,3}(?:systems?|service|services|platform|product))?"
_VISITS = r"(?:visits?|visiting|visitation)"
IN_PERSON = rf"(?:(?:all|any|the|their|its|traditional|regular|public|social|families') )*(?:(?:in[- ]person|face[- ]to[- ]face|on-?(?:site|premises?)|through-the-glass|contact) (?:(?:social|public|family|inmate) )?{_VISITS}|{_VISITS} (?:in person|face[- ]to[- ]face|at the (?:glass|windows?)|(?:through|across|behind) (?:the |a )?glass|in (?:the )?booths))"
ENDS = r"(?:end|ends|ending|eliminate|eliminates|eliminating|stop|stops|stopping|give up|gives up|giving up|drop|drops|dropping|ban|bans|banning|discontinue|discontinues|discontinuing|do away with|does away with|restrict|restricts|restricting|limit|limits|limiting|prohibit|prohibits|prohibiting|bar|bars|replace|replaces|replacing|forbid|forbids|wind up|winds up|winding up)(?: (?:offering|holding|having|giving|allowing|providing|running))?"
KEEPS = r"(?:keep|keeps|keeping|hold|holds|offer|offers|offering|allow|allows|allowing|protect|protects|protecting|guarantee|guarantees|guaranteeing|preserve|preserves|permit|permits|restore|restores|provide|provides)"
_ABOUT = rf"(?:(?P<ends>{ENDS})|(?P<keeps>{KEEPS})) {IN_PERSON}(?: (?:with|by|in favor of) (?:[\w-]+ ){{0,2}}?(?:video|screens?)(?: (?:visits?|visitation|calls?))?)?"
_DEMANDS = r"(?:requires?|requiring|asks?|asking|demands?|demanding|insists?|insisting|forces?|forcing|makes?|obliges?|obliging)"
_NOT = r"(?P<no>used to|(?:(?:will|do|does|shall|is|are) )?(?:no longer|not|never|not any longer)(?: be)?|(?:has|have) (?:stopped|ceased|ended|dropped)|(?:will|is|are) (?:stop|stopping|cease|ceasing|end|ending)|(?:will )?(?:stops?|ceases?))"
_STILL = r"(?:(?:(?:has|have) not (?:yet )?|(?:will|do|does) not (?:intend to |plan to )?|refuses? to )(?:stopp?(?:ed)?|ceased?|end(?:ed)?|given up|give up))"
_NOW = r"(?:(?:now|also|will|still|henceforth|therefore|hereby|today|immediately) )*"
_CLAUSE = r"(?:(?:the|its|our|all|any|contract|contractual|agreement|existing|standard|of|from) )*(?:language|clauses?|terms?|wording|provisions?|requirements?|conditions?|sentences?|rules?)(?: (?:in|from|of|to) (?:our|its|all|the|existing|standard)(?: (?:existing|standard|all|our|its))* (?:contracts?|agreements?))?"
_STRIKES = r"(?P<strikes>eliminat(?:es?|ed|ing)|remov(?:es?|ed|ing)|str(?:ikes?|uck|iking)|delet(?:es?|ed|ing)|drop(?:s|ped|ping)?|withdr(?:aws?|ew|awing)|tak(?:es?|ing) out|took out|rescind(?:s|ed|ing)?|waiv(?:es?|ed|ing)|no longer (?:includes?|contains?|has|have|uses?|enforces?)|(?:will )?not enforc(?:e|es|ing))"
_ADDS = r"(?P<adds>add(?:s|ed|ing)?|insert(?:s|ed|ing)?|includ(?:es?|ed|ing)|introduc(?:es?|ed|ing)|put(?:s|ting)? in|keep(?:s|ing)?|kept|enforc(?:es?|ed|ing))"
_ALONE = r"ma(?:kes?|de|king) (?:us|it|the company|the vendor) the (?:only|sole|exclusive) (?:channel|provider|source|way|means) (?:for|of|to) (?:(?:all|inmate|any) )*(?:visits?|visiting|visitation|visit)"
_TAIL = r"(?:,? (?:effective|beginning|starting|as of|from)(?: on)? [\w{} ,]{2,24}| (?:at|in|from) (?:their|its|our|the|any|all) (?:[\w-]+ ){0,2}(?:jails?|facilit\w+|contracts?|agreements?)| as a condition of (?:[\w'-]+ ){1,6}| (?:immediately|today|any longer|any more)|,? (?:once|when|as soon as|after|where) (?:our|its|the|their) (?:[\w-]+ ){1,3}(?:goes live|went live|is live|is (?:installed|in place|running)|(?:are|is) in use|are (?:installed|in place|running)|was installed|starts?|begins?)|,? and (?:we|it|they) (?:will|shall|do|does)(?: not|n't) (?:enforce|apply|use|insist on) (?:it|that|this|them|that wording|such language)(?: where [^;]{3,50})?|,? (?:and|but) (?:where|in) [^;]{3,60}? (?:we|it|they) (?:will|shall|do|does)(?: not|n't) (?:enforce|apply|use|insist on) (?:it|that|this))*"


_DECISION = rf"(?:this|that|it|(?:all |any )?(?:the )?(?:decisions?|matter|question|choice)s?(?: (?:on|about|of|over)(?: whether to)? (?:(?:{ENDS}|{KEEPS}) )?{IN_PERSON}(?: with video(?: visits)?)?)?|(?:all )?(?:visiting|visitation) (?:policy|policies|rules|decisions))"
_LEAVES = rf"(?:will |shall )?{_NOW}(?:defers?|deferring|leaves?) (?:{_DECISION} )?(?:up )?to {_WHOM}(?:'s)?(?: (?:own )?(?:rules?|policy|policies|decisions?|judgment|wishes))?(?: (?:on|about|regarding|as to|to decide(?: on)?|whether to (?:offer|hold|have|allow)) {IN_PERSON})?"
# "may terminate the agreement if the county does not end in-person visits"
_PENALTY = rf"(?:may|can|will|shall) (?:terminate|cancel|end|void|walk away from|withdraw from) (?:the|this|its|any) (?:agreement|contract)s? (?:(?P<unless>unless)|if|when) {_WHOM} (?P<fails>(?:does not|do not|fails? to|refuses? to|will not) )?{_ABOUT}"
_DENIES = rf"(?:{_SPEAKER} (?:has |have )?(?:denie[sd]|deny|denying|rejects?|rejected|disputes?|disputed)(?: (?:the |any )?(?:claims?|reports?|allegations?))? that|it is (?:not true|untrue|false) that) (?:.* )?{_ABOUT}{_TAIL}"


@lru_cache(maxsize=1)
def _sayings() -> tuple[re.Pattern[str], ...]:
    demand = rf"{_SAYS}{_SPEAKER} (?:(?:{_STILL}|{_NOT}) )?{_NOW}{_DEMANDS} (?:that )?{_WHOM}(?: to| must| shall)? {_ABOUT}{_TAIL}"
    clause = rf"{_SAYS}{_SPEAKER} (?:(?:is|are|will be|has|have|will) )?{_NOW}(?:{_STRIKES}|{_ADDS}) {_CLAUSE} (?:that|which) (?:{_ABOUT}|{_ALONE}){_TAIL}"
    leaves = rf"{_SAYS}{_SPEAKER} {_LEAVES}{_TAIL}"
    penalty = rf"{_SAYS}{_SPEAKER} {_PENALTY}{_TAIL}"
    return regex(demand), regex(clause), regex(leaves), regex(penalty), regex(_DENIES)


def position_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell of a vendor's demand or clause on visits in person; of a paper or a vendor alone."""
    if scene.official or scene.kind == "contract":
        return Certain()
    denied = tuple(unit for unit in alignment.added if _denies(unit.plain))
    if denied:
        return Certain((), denied, ("R8 denied: nothing is required",))
    new: list[tuple[Unit | None, Unit]] = [*alignment.pairs, *((None, unit) for unit in alignment.added)]
    told = [(old, unit, sign) for old, unit in new if (sign := _sign(unit.plain)) is not None]
    known = {sign for unit in scene.before for sign in (_sign(unit.plain), _sign_ahead(unit.plain))}
    effects = tuple(_effect(old, unit, sign) for old, unit, sign in told if sign not in known)
    lines = tuple(line for old, unit, _ in told for line in (old, unit) if line)
    return Certain(effects, lines, ("R2 the same position in other words",) if lines and not effects else ())


def _sign(plain: str) -> int | None:
    """+1 where the line's demand or clause is good for visits in person, -1 where it is not, 0 where they are left to the
    jails; None where it says none of these."""
    text = plain.rstrip(" .!")
    if len(text) > _LONGEST or not _CUE.search(text) or _NO_VENDOR.search(text):
        return None
    demand, clause, leaves, penalty, _ = _sayings()
    if (hit := demand.fullmatch(text)) is not None:
        return (1 if hit["keeps"] else -1) * (-1 if hit["no"] else 1)
    if (hit := clause.fullmatch(text)) is not None:
        return (1 if hit["keeps"] else -1) * (-1 if hit["strikes"] else 1)
    if (hit := penalty.fullmatch(text)) is not None:
        turned = bool(hit["unless"]) != bool(hit["fails"])
        return (1 if hit["keeps"] else -1) * (1 if turned else -1)
    return 0 if leaves.fullmatch(text) is not None or _IS_FOR_THEM.fullmatch(text) is not None else None


def _sign_ahead(plain: str) -> int | None:
    """What a longer line says first of a demand: "does not require any jail to end visits, does not reward any"."""
    if not _CUE.search(plain) or _NO_VENDOR.search(plain):
        return None
    hit = _sayings()[0].match(plain)
    return (1 if hit["keeps"] else -1) * (-1 if hit["no"] else 1) if hit else None


# "Whether an agency seats families at a table or in front of a screen is for that agency."
_IS_FOR_THEM = regex(
    rf"{_SAYS}(?:whether|what|how|in what way|which way|by what means) [^;]{{5,160}},? (?:is|are|remains?|will be) (?:a (?:matter|question|decision) for|up to|for|left to|the (?:business|decision|choice) of|(?=(?:that|the|each|its) [\w-]+'s (?:own )?(?:business|decision|choice|call|matter))) (?:that|each|every|the|those|its|{_WHOM}) ?(?:{_WHOM}|[\w-]+'s (?:own )?(?:business|decision|choice|call|matter))?(?: (?:alone|to (?:decide|choose|say|settle)))?"
)


def _denies(plain: str) -> bool:
    """Whether a line denies that jails must end, or keep, visits in person."""
    return (
        len(plain) <= _LONGEST
        and _CUE.search(plain) is not None
        and _sayings()[-1].fullmatch(plain.rstrip(" .!")) is not None
    )


# Whose demand is alleged, or a power's own: "The lawsuit says the company requires jails to end in-person visits."
_NO_VENDOR = regex(
    r"^(?:(?:the|a|an|\w+) )?(?:lawsuits?|suits?|complaint|reports?|critics?|advocates?|opponents?|bill|law|petition|letter|study|county|state|city|sheriff|board|council|judge|court|legislature|governor|commission\w*|federal)\b"
)
_LONGEST = 400  # characters
_CUE = regex(
    r"\b(?:only|sole|exclusive|defers?|leaves?)\b|person|face[ -]to|on-?site|glass|contact|\btables?\b|screens?\b"
)


def _effect(old: Unit | None, unit: Unit, sign: int) -> Effect:
    topics: tuple[Topic, ...] = (Topic.IN_PERSON, Topic.VENDOR_POSITION)
    if re.search(r"\b(?:contract|agreement|clause)", unit.plain):
        topics = (*topics, Topic.CONTRACT_CLAUSE)
    severity = Severity.CRITICAL if sign else Severity.MINOR
    return Effect("P-position", sign, severity, topics, (), old.plain if old else "", unit.plain, (unit.plain[:120],))
