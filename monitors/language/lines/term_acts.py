"""A new line that says what is done to a fee, a discount, a refund or a limit of visits, and says nothing else.

"The fee for video visits has been reinstated.", "We have started charging for visits." and "The limit on the number of visits
has been lifted.": the reader heard the fee, or the limit, and took its return for its end (`benchmarks/plain_term_acts.py`).
What a thing is worth to visitors and what is done to it are each read here, and put together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from monitors.language.claims.who_acts import ACTOR, undated
from monitors.language.lines.certain import Certain
from monitors.language.lines.form_acts import may_say
from monitors.language.lines.stances import others_of
from monitors.language.lines.states import form_topics
from monitors.language.lines.stops import of_others
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.lexicon_decisions import family, one_of
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_KIND = r"(?:(?:an?|the|each|every|all|any|your|our|1|remote|home|at-home|on-?site|lobby|video|in-person|tablet|contact|family|social|regular|weekday|weekend|first|inmate|jail) )*"
_VISITS = rf"{_KIND}(?:visits?|visitation|visiting|visiting sessions?|video calls?|video sessions?)(?: (?:from home|(?:at|in) the (?:county |city |new )?(?:jail|lobby|facility|prison)|by (?:video|tablet|phone)))?"
_FOR = rf"(?: (?:of|for|on|in|to) (?:(?:the )?(?:price|cost|booking|scheduling|rescheduling|use) of |(?:booking|scheduling|making|using) )?(?P<visits>{_VISITS}))"
_SIZE = r"(?:(?:new|current|old|planned|proposed|scheduled|recent|announced|weekly|monthly|daily|\$\d+(?:\.\d+)?|\d+%|free|full|partial|temporary) )*"


@dataclass(frozen=True, slots=True)
class _Thing:
    """name: for people; noun, of: its words, and those for what it is of; there: +1 where it is good for visitors that it is there; more: +1 where it is good for
    them that it grows, 0 where it can't grow."""

    name: str
    noun: str
    of: str
    there: int
    more: int
    topic: Topic
    level: Severity


_COUNTED = r"(?:visits?|visitors?|guests?|adults?|children|child|minors?|people|names?|persons?|minutes|hours?|sessions?|(?:visiting )?time)"
_OF_COUNT = rf"(?:(?:on|to|of|for) (?:(?:the |how many |how much )?(?:number|length|duration|size|frequency)? ?(?:of )?(?:[\w'-]+ ){{0,3}}?{_COUNTED}\b[^,;:|]{{0,40}}?|how (?:long|often|many|much) [^,;:|]{{3,50}}?|the (?:length|duration|size) of (?:[\w'-]+ ){{1,4}}?))"
_THINGS = (
    _Thing("fee", rf"{_SIZE}(?:(?:booking|connection|service|visit\w*|scheduling|convenience) )?(?:fees?|charges?|surcharges?|(?:sales )?tax(?:es)?)(?! (?:increase|hike|cut|rise|reduction))", _FOR, -1, -1, Topic.FEES, Severity.MAJOR),
    _Thing("price", rf"{_SIZE}(?:(?:per-minute |hourly )?(?:prices?(?: tags?)?|costs?|rates?)|cost per minute|price per minute)(?! (?:increase|hike|cut|rise|reduction))", _FOR, 0, -1, Topic.FEES, Severity.MAJOR),
    _Thing("price increase", rf"{_SIZE}(?:(?:price|fee|rate|cost) (?:increases?|hikes?|rises?)|increases? in (?:the )?(?:price|cost|fee|rate)s?)", _FOR, -1, 0, Topic.FEES, Severity.MAJOR),
    _Thing("price cut", rf"{_SIZE}(?:(?:price|fee|rate|cost) (?:cuts?|reductions?|decreases?)|(?:cuts?|reductions?|decreases?) in (?:the )?(?:price|cost|fee|rate)s?)", _FOR, 1, 0, Topic.FEES, Severity.MAJOR),
    _Thing("discount", rf"{_SIZE}(?:discounts?|coupons?|vouchers?|rebates?|reduced (?:price|rate)s?|special (?:price|rate)s?)", _FOR, 1, 1, Topic.FEES, Severity.MAJOR),
    _Thing("refund", rf"{_SIZE}(?:refunds?|credits?|reimbursements?)", _FOR, 1, 1, Topic.FEES, Severity.MINOR),
    _Thing("free visits", r"(?:\d+ )?free (?:[\w-]+ ){0,2}?visits?(?: (?:promotion|offer|program))?", "", 1, 1, Topic.FEES, Severity.MAJOR),
    _Thing("age limit", rf"{_SIZE}(?:minimum age(?: limit| requirement)?|age (?:limit|requirement))", r" (?:for|of|on) (?:visitors|visits|visiting|visitation)", -1, -1, Topic.ELIGIBILITY, Severity.MAJOR),
    _Thing("limit", rf"{_SIZE}(?:(?:time|visit|visiting|visitors?|length|\d+[- ](?:minutes?|hours?|visits?|visitors?|person)) )?(?:limits?|caps?|quotas?|restrictions?|ceilings?)", f" {_OF_COUNT}", -1, 1, Topic.DURATION_FREQUENCY, Severity.MAJOR),
)  # fmt: skip
_START = one_of(
    family(
        "introduce, add, impose, put, institute, start, reinstate, restore, bring back, offer, give, issue, provide, announce, set, establish, resume, create, begin, charge, apply, reintroduce, grant, agree to, approve, adopt, authorize, enact, slap, levy, phase in, renew"
    )
)
_END = one_of(
    family(
        "lift, waive, abolish, remove, eliminate, end, scrap, cancel, do away with, discontinue, suspend, repeal, call off, withdraw, rescind, get rid of, stop, drop, take away, take off, strike, put on ice, shelve, kill, undo, reverse, reject, vote down, turn down, phase out, freeze, pull, revoke, put an end to, put a stop to, throw out, forgive"
    )
)
_UP = one_of(
    family(
        "raise, increase, double, triple, hike, lift up, go up, rise, climb, expand, extend, enlarge, bump up, jack up, push up, drive up, boost, relax, ease, loosen"
    )
)
_DOWN = one_of(
    family(
        "lower, reduce, cut, halve, decrease, come down, go down, bring down, roll back, slash, trim, shrink, tighten, fall"
    )
)
_LATE = one_of(family("delay, postpone, put off, push back, defer"))
_VERB = rf"(?:(?P<end>{_END})|(?P<start>{_START})|(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<late>{_LATE}))"
_NO = r"(?P<no>not |no longer |never |not yet )?"
_SOFT = r"(?:(?:now|again|once again|also|permanently|temporarily|slightly|sharply) )*"
_BE = rf"(?:is|are|was|were|has|have|had|will|shall|won't) {_NO}{_SOFT}(?:be |been |being )?{_SOFT}"
_TAIL = r"(?: (?:in half|by (?:about |over )?\$?\d+(?:\.\d+)?(?:%| percent| cents)?|again|for (?:all|everyone|now|good)|on (?:hold|pause)|(?:until|through|till) [^,;:|]{3,30}))*"
_GROWN = r"(?:(?:has|have|is|are|will|had) )?(?:now |again )*(?:(?P<up>on the rise|(?:set|bound|about|expected|scheduled) to (?:climb|rise|go up|increase|double)|doubled|double|tripled|triple|gone up|going up|go up|goes up|went up|risen|rising|rise|rises|rose|increased|increase|increases|climbed)|(?P<down>(?:set|bound|about|expected|scheduled) to (?:fall|drop|go down|decrease)|gone down|going down|go down|goes down|went down|come down|coming down|comes down|came down|fallen|fall|falls|fell|dropped|drop|drops|decreased|decrease|decreases))"
_THERE = r"(?:(?:is|are) (?:now )?(?:back|in (?:effect|force|place)|available|offered)(?: again)?|(?:takes?|took|will take|goes|go|will go) (?:into )?(?:effect|force)|(?:begins?|began|starts?|started|will begin|will start|appl(?:y|ies)|kicks? in|kicked in|will kick in|(?:has|have) (?:returned|come back|kicked in|started|begun)|returns?|returned|will return|(?:comes?|came|will come|will be) back)(?: again)?|(?:is|are) (?:coming(?: back)?|here|on the way)(?: in \w+)?)"
_GONE = r"(?:(?:is|are) (?:now )?(?:over|gone|at an end|no more|history|a thing of the past)|(?:has|have) (?:now )?(?:ended|expired|lapsed|run out)|(?:ends?|ended|expires?|expired|will end|will expire|goes away|will go away|went away|(?:has|have) gone away))"
_STANDS = r"(?:(?:remains?|stays?|stands?|continues?|will remain|will stay|will continue)(?: (?:the same|as (?:it|they) (?:is|are)|unchanged|in (?:effect|force|place)))?|(?:has|have|is|are|will|does|do|did) not (?:be |been )?(?:chang\w+|mov\w+|affected)|(?:is|are|will be|has been|have been) (?:unchanged|left (?:alone|unchanged|as (?:it|they) (?:is|are|was|were))|kept|(?:still )?the same)(?: as [^,;:|]{3,30})?)"


def _forms(thing: _Thing) -> tuple[re.Pattern[str], ...]:
    noun = rf"(?:the |our |an? |all |any |this |these |its )*{thing.noun}"
    it = f"{noun}{thing.of}"
    return tuple(
        regex(pattern)
        for pattern in (
            rf"{it} {_BE}{_VERB}{_TAIL}",
            rf"{noun} {_BE}{_VERB}{_TAIL}{thing.of}",
            rf"{ACTOR} (?:(?:has|have|is|are|will|do|does) )?{_NO}{_SOFT}{_VERB}(?: (?:to|on|up))? {it}{_TAIL}",
            rf"{it} (?:(?P<there>{_THERE})|(?P<gone>{_GONE})|(?P<stands>{_STANDS})){_TAIL}",
            rf"{it} {_GROWN}{_TAIL}",
            rf"(?P<gone>gone is|gone are|no more) {it}",
            rf"there (?:(?P<there>is now|are now|will be|is again|is(?= an? new)|are(?= new))|(?P<gone>is no longer|are no longer|will no longer be|will be no|is now no)) {it}",
        )
    )


_KINDS = tuple((thing, _forms(thing)) for thing in _THINGS)
# "We have started charging for visits.", "Visits are now cheaper."
_FEE = _THINGS[0]
_CHARGES = (
    regex(rf"{ACTOR} (?:(?:has|have|is|are|will) )?(?:now )?(?:(?P<start>start(?:ed|ing|s)?|begun|beginning|begin|resum(?:e|ed|ing))|(?P<end>stop(?:ped|ping|s)?|ceas(?:ed|ing|e)|quit|end(?:ed|ing)?)) (?:to )?charg(?:e|ing)(?: (?:a fee|families|you|visitors|people|callers|customers))? (?:for|to use|to book) (?P<visits>{_VISITS})"),
    regex(rf"{ACTOR} (?:(?P<start>will(?: now| soon)?|now|(?:do|does) now) charges?|(?P<end>(?:(?:will|do|does) )?no longer charges?))(?: (?:a fee|families|you|visitors|people|callers|customers))? (?:for|to use|to book) (?P<visits>{_VISITS})"),
    regex(rf"(?P<visits>{_VISITS}) (?:(?:is|are|will be|got|became|have become|has become|will become|will get|(?:is|are) about to (?:become|get|be)|(?:is|are) getting) (?:now |soon |again )?(?:(?P<start>more expensive|dearer|costlier|pricier|no longer free)|(?P<end>cheaper|less expensive|less costly|free again))|(?:(?:will|now|will now) )?costs? (?:now )?(?:(?P<up>more)|(?P<down>less))|(?:will )?no longer (?P<gone>costs?) (?:anything|money|a fee))"),
)  # fmt: skip
_LIMIT = _THINGS[-1]
_LIMITED = regex(
    rf"[^,;:|]{{3,60}}? (?P<end>(?:is|are|will be) no longer) (?:limited|restricted|capped|confined|held) (?:to|at) [^,;:|]{{3,60}}"
    rf"|{ACTOR} (?:(?:is|are|will be|has|have) )?(?:now |started |begun )?(?P<start>limit(?:s|ing|ed)?|cap(?:s|ping|ped)?|restrict(?:s|ing|ed)?) (?P<visits>{_VISITS}|visitors|inmates) (?:to|at) [^,;:|]{{3,60}}"
)
_HOURS = _Thing("visiting hours", "", "", 1, 1, Topic.SCHEDULE, Severity.MAJOR)
_OF_HOURS = regex(
    rf"(?:the |our |all )?(?:[\w{{}},]+ ){{0,2}}(?:visiting|visitation|visitors'?) (?:hours|days|times) (?:(?:will|have|are|shall) (?P<no>not )(?:be |been |being )?{_VERB}{_TAIL}|(?P<gone>no longer include) [^;:|]{{3,50}}|(?P<there>now(?: also)? include) [^;:|]{{3,50}})"
)
_CUES = regex(
    r"\b(?:hours|days|times|fees?|charg\w+|surcharges?|prices?|costs?|rates?|discounts?|refunds?|credits?|reimbursements?|coupons?|vouchers?|rebates?|ceilings?|limit\w*|caps?|capp\w+|quotas?|restrict\w+|confined|held|expensive|cheaper|dearer|pricier|costlier|free)\b"
)
_ELSE = regex(
    rf"\b(?:{visits.LEGAL}|{elsewhere.ELSEWHERE}|unless|except\w*|if|only|commissary|(?:phone|telephone) calls?|mail|tours?|museum|park)\b"
)
_OF_PEOPLE = regex(r"\b(?:visitors|guests|adults|children|minors|people|names|persons|list)\b(?!'s? (?:visits|length))")
_DAYS = regex(r"\{[a-z,]+\}|(?:sun|mon|tues|wednes|thurs|fri|satur)days?\b")
_LONGEST = 200
_AS_EVER = "R3 nothing is done to the price or limit of visits"


@dataclass(frozen=True, slots=True)
class _Act:
    """sign: +1 of a gain, -1 of a loss, 0 where all stays as it is; done: what is done, for people."""

    sign: int
    thing: _Thing
    visits: str
    done: str


def term_acts(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell where no line that went speaks of visits."""
    told = [(unit, act) for unit in alignment.added if may_say(scene, unit.plain) and (act := _act(unit.plain))]
    if not told or of_others(scene) or any(speaks(unit.plain) for unit in others_of(alignment, came=True)):
        return Certain()
    known = {(act.thing.name, act.sign) for unit in scene.before if (act := _act(unit.plain)) is not None}
    told = [(unit, act) for unit, act in told if (act.thing.name, act.sign) not in known]
    effects = tuple(_effect(unit, act) for unit, act in told if act.sign)
    return Certain(effects, tuple(unit for unit, _ in told), (_AS_EVER,) if len(effects) < len(told) else ())


def _act(plain: str) -> _Act | None:
    if len(plain) > _LONGEST or _CUES.search(plain) is None or _ELSE.search(plain):
        return None
    text, _ = undated(plain.rstrip(" .!"))
    for pattern in _CHARGES:
        if (hit := pattern.fullmatch(text)) is not None:
            return _of_hit(_FEE, hit)
    for thing, pattern in ((_LIMIT, _LIMITED), (_HOURS, _OF_HOURS)):
        if (hit := pattern.fullmatch(text)) is not None:
            return _of_hit(thing, hit)
    for thing, forms in _KINDS:
        for form in forms:
            if (hit := form.fullmatch(text)) is not None:
                return _of_hit(thing, hit)
    return None


def _of_hit(thing: _Thing, hit: re.Match[str]) -> _Act | None:
    """What an act on a thing comes to: its worth, and what is done to it; what is denied leaves all as it is."""
    said = {name for name, value in hit.groupdict().items() if value}
    of = hit.groupdict().get("visits") or ""
    no = (hit.groupdict().get("no") or "").strip()
    if "stands" in said or (no and no != "no longer"):
        return _Act(0, thing, of, "")
    worth = next((thing.more * way for name, way in (("up", 1), ("down", -1)) if name in said), 0)
    for name, way in (("start", 1), ("there", 1), ("end", -1), ("gone", -1), ("late", -1)):
        worth = thing.there * way if name in said else worth
    if not worth:
        return None
    done = next(name for name in _DONE if name in said)
    if no:  # "no longer waived"
        return _Act(-worth, thing, of, "back" if done == "end" else "ended")
    return _Act(worth, thing, of, _DONE[done])


_DONE = {"start": "introduced", "there": "in force", "end": "dropped", "gone": "dropped", "up": "raised", "down": "lowered", "late": "delayed"}  # fmt: skip


def _effect(unit: Unit, act: _Act) -> Effect:
    topics = (act.thing.topic, *form_topics(act.visits))
    level = act.thing.level
    if act.thing is _LIMIT and _DAYS.search(unit.plain):
        topics = (Topic.SCHEDULE,)
    elif act.thing is _LIMIT and _OF_PEOPLE.search(unit.plain):
        topics, level = (Topic.ELIGIBILITY,), Severity.MINOR
    if act.done == "delayed":
        level = Severity.MINOR
    return Effect("P-term", act.sign, level, topics, (), "", unit.plain, (act.thing.name, act.done))
