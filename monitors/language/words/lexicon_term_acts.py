"""What visits cost and how they are limited, and what may be done to it: a fee is waived, a limit raised.

Open lists of general nouns and verbs; one is added for a kind of wording, never for one page.
"""

# ruff: noqa: E501  a family reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.words.lexicon_decisions import family, one_of
from monitors.records import Severity, Topic

_KIND = r"(?:(?:an?|the|each|every|all|any|your|our|1|remote|home|at-home|on-?site|lobby|video|in-person|tablet|contact|family|social|regular|weekday|weekend|first|inmate|jail) )*"
VISITS = rf"{_KIND}(?:visits?|visitation|visiting|visiting sessions?|video calls?|video sessions?)(?: (?:from home|(?:at|in) the (?:county |city |new )?(?:jail|lobby|facility|prison)|by (?:video|tablet|phone)))?"
_FOR = rf"(?: (?:of|for|on|in|to) (?:(?:the )?(?:price|cost|booking|scheduling|rescheduling|use) of |(?:booking|scheduling|making|using) )?(?P<visits>{VISITS}))"
_SIZE = r"(?:(?:new|current|old|planned|proposed|scheduled|recent|announced|weekly|monthly|daily|\$\d+(?:\.\d+)?|\d+%|free|full|partial|temporary) )*"


@dataclass(frozen=True, slots=True)
class Thing:
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
THINGS = (
    Thing("fee", rf"{_SIZE}(?:(?:booking|connection|service|visit\w*|scheduling|convenience) )?(?:fees?|charges?|surcharges?|(?:sales )?tax(?:es)?)(?! (?:increase|hike|cut|rise|reduction))", _FOR, -1, -1, Topic.FEES, Severity.MAJOR),
    Thing("fee", rf"{_SIZE}(?:booking|connection|scheduling|rescheduling|visitation|visiting|(?:video )?visit) (?:fees?|charges?|surcharges?)", "", -1, -1, Topic.FEES, Severity.MAJOR),
    Thing("price limit", rf"{_SIZE}(?:limits?|caps?|ceilings?|maximums?) (?:on|for) (?:(?:the |what |how much )?(?:(?:price|cost|fee|rate|charge)s? (?:of|for) {VISITS}|{VISITS} (?:prices?|costs?|fees?|rates?|charges?)))", "", 1, -1, Topic.FEES, Severity.MAJOR),
    Thing("price limit", rf"{_SIZE}(?:price|rate|fee) (?:limits?|caps?|ceilings?)", _FOR, 1, -1, Topic.FEES, Severity.MAJOR),
    Thing("price", rf"{_SIZE}(?:(?:per-minute |hourly )?(?:prices?(?: tags?)?|costs?|rates?)|cost per minute|price per minute)(?! (?:increase|hike|cut|rise|reduction))", _FOR, 0, -1, Topic.FEES, Severity.MAJOR),
    Thing("price increase", rf"{_SIZE}(?:(?:price|fee|rate|cost) (?:increases?|hikes?|rises?)|increases? in (?:the )?(?:price|cost|fee|rate)s?)", _FOR, -1, 0, Topic.FEES, Severity.MAJOR),
    Thing("price cut", rf"{_SIZE}(?:(?:price|fee|rate|cost) (?:cuts?|reductions?|decreases?)|(?:cuts?|reductions?|decreases?) in (?:the )?(?:price|cost|fee|rate)s?)", _FOR, 1, 0, Topic.FEES, Severity.MAJOR),
    Thing("discount", rf"{_SIZE}(?:discounts?|coupons?|vouchers?|rebates?|reduced (?:price|rate)s?|special (?:price|rate)s?)", _FOR, 1, 1, Topic.FEES, Severity.MAJOR),
    Thing("refund", rf"{_SIZE}(?:refunds?|credits?|reimbursements?)", _FOR, 1, 1, Topic.FEES, Severity.MINOR),
    Thing("free visits", r"(?:(?:the|our) )?(?:\d+ )?(?:free|complimentary|no-cost) (?:[\w-]+ ){0,2}?(?:visits?|visiting sessions?|(?:lobby|video) sessions?)(?: (?:a|per|each|every) (?:day|week|month|visitor|inmate|person))?(?: (?:promotion|offer|program))?", "", 1, 1, Topic.FEES, Severity.MAJOR),
    Thing("age limit", rf"{_SIZE}(?:minimum age(?: limit| requirement)?|age (?:limit|requirement))", r" (?:for|of|on) (?:visitors|visits|visiting|visitation)", -1, -1, Topic.ELIGIBILITY, Severity.MAJOR),
    Thing("limit", rf"{_SIZE}(?:(?:time|visit|visiting|visitors?|length|\d+[- ](?:minutes?|hours?|visits?|visitors?|person)) )?(?:limits?|caps?|quotas?|restrictions?|ceilings?)", f" {_OF_COUNT}", -1, 1, Topic.DURATION_FREQUENCY, Severity.MAJOR),
)  # fmt: skip
_START = one_of(
    family(
        "introduce, add, impose, put, institute, start, reinstate, restore, bring back, offer, give, issue, provide, announce, set, establish, resume, create, begin, charge, apply, reintroduce, grant, agree to, approve, adopt, authorize, enact, slap, levy, phase in, renew"
    )
)
_END = one_of(
    family(
        "lift, waive, abolish, remove, eliminate, end, scrap, cancel, do away with, discontinue, suspend, repeal, call off, withdraw, rescind, get rid of, stop, drop, take away, take off, strike, put on ice, shelve, kill, undo, reverse, reject, vote down, turn down, phase out, freeze, pull, revoke, put an end to, put a stop to, throw out, forgive, retire, sunset, axe"
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
VERB = rf"(?:(?P<end>{_END})|(?P<start>{_START})|(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<late>{_LATE}))"
NO = r"(?P<no>not |no longer |never |not yet )?"
SOFT = r"(?:(?:now|again|once again|also|permanently|temporarily|slightly|sharply) )*"
BE = rf"(?:is|are|was|were|has|have|had|will|shall|won't) {NO}{SOFT}(?:be |been |being )?{SOFT}"
TAIL = r"(?: (?:in half|by (?:about |over )?\$?\d+(?:\.\d+)?(?:%| percent| cents)?|again|for (?:all|everyone|now|good)|on (?:hold|pause)|on \{[a-z]+\}|at (?:this|our|the|all) (?:[a-z]+ )?(?:sites?|jails?|facilit(?:y|ies)|prisons?)|and (?:the )?(?:provider|company|vendor|contractor) may (?:set|raise|change) [^;:|]{3,60}|(?:until|through|till) [^,;:|]{3,30}))*"
GROWN = r"(?:(?:has|have|is|are|will|had) )?(?:now |again )*(?:(?P<up>on the rise|(?:set|bound|about|expected|scheduled) to (?:climb|rise|go up|increase|double)|doubled|double|tripled|triple|gone up|going up|go up|goes up|went up|risen|rising|rise|rises|rose|increased|increase|increases|climbed)|(?P<down>(?:set|bound|about|expected|scheduled) to (?:fall|drop|go down|decrease)|gone down|going down|go down|goes down|went down|come down|coming down|comes down|came down|fallen|fall|falls|fell|dropped|drop|drops|decreased|decrease|decreases))"
THERE = r"(?:(?:is|are) (?:now )?(?:back|in (?:effect|force|place)|available|offered)(?: again)?|(?:takes?|took|will take|goes|go|will go) (?:into )?(?:effect|force)|(?:begins?|began|starts?|started|will begin|will start|appl(?:y|ies)|kicks? in|kicked in|will kick in|(?:has|have) (?:returned|come back|kicked in|started|begun)|returns?|returned|will return|(?:comes?|came|will come|will be) back)(?: again)?|(?:is|are) (?:coming(?: back)?|here|on the way)(?: in \w+)?)"
GONE = r"(?:(?:is|are) (?:now )?(?:over|gone|at an end|no more|history|a thing of the past)|(?:has|have) (?:now )?(?:ended|expired|lapsed|run out)|(?:ends?|ended|expires?|expired|will end|will expire|goes away|go away|will go away|went away|(?:has|have) gone away|(?:(?:do|does|will|shall) )?no longer appl(?:y|ies)))"
STANDS = r"(?:(?:remains?|stays?|stands?|continues?|will remain|will stay|will continue)(?: (?:the same|as (?:it|they) (?:is|are)|unchanged|in (?:effect|force|place)))?|(?:has|have|is|are|will|does|do|did) not (?:be |been )?(?:chang\w+|mov\w+|affected)|(?:is|are|will be|has been|have been) (?:unchanged|left (?:alone|unchanged|as (?:it|they) (?:is|are|was|were))|kept|(?:still )?the same)(?: as [^,;:|]{3,30})?)"
