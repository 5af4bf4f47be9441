"""What somebody with power decided about visits, in one sentence: who did what to a plan, rule or ban, and what it holds.

"The board voted down a plan to end in-person visits.", "A judge struck down the ban on contact visits.", "The sheriff
refused to lift it": each verb, noun and refusal has a sign, and their product says whether visits gain or lose (domain
rules D3 to D5). A sentence is read whole or not at all: a word that no place of this grammar holds leaves it to others.
What is decided about is read by decided_matters.py, verbs stand in lexicon_decisions.py.
"""

# ruff: noqa: E501, SIM905  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from monitors.language.claims.decided_frame import COUNT, FAR, SOFT, WHEN, ends, framed, hopeless, is_who, with_votes
from monitors.language.claims.decided_matters import BARE, JAILS, VISITS, Matter, after, direct, matter
from monitors.language.words import lexicon_decisions as words
from monitors.language.words.patterns import regex

_UNDO, _KEEP, _NOT, _DECIDE = (with_votes(each) for each in (words.UNDOES, words.KEEPS, words.NOT, words.DECIDE))
_AUX = rf"(?:(?:has|have|is|are|am|{SOFT}|{WHEN}) )*"
_ACT = regex(rf"(?P<aux>{_AUX})(?:(?P<not>{_NOT}) )?(?:(?P<undo>{_UNDO})|(?P<keep>{_KEEP})) ")
_PLACE = regex(
    r"(?:(?:enforcement|implementation|application|use) of |from (?:all )?(?:of )?(?:our|its|their|the) (?:\w+ )?(?:contracts?|agreements?|policy|policies|code|handbook) )"
    rf"|{JAILS} (?=(?:an?|the|its) (?:exemption|waiver|reprieve|exception|variance)\b)"
)
# "voted to reject", "decided to approve", "agreed to drop": a decision to act on a matter, or on visits.
_TO = regex(
    rf"(?P<aux>{_AUX})(?:(?P<not>{_NOT}) )?(?:{_DECIDE}) (?P<not2>(?:not|no longer|never) )?(?:(?:{SOFT}) )*(?:(?P<undo>(?:{_UNDO})(?= ))|(?P<keep>(?:{_KEEP})(?= )))?"
)
_NOT_TO = regex(rf"(?P<aux>{_AUX})(?:{_NOT}) ")
_NOT_MADE = regex(
    r"(?:is|are|was|were|be) (?:no longer|not|never) (?:required|obliged|obligated|forced|allowed|permitted|bound|made|told|free|authorized) to |may no longer |can no longer "
)
_DONE = regex(rf"(?P<aux>(?:(?:has|have|is|are|{SOFT}|{WHEN}) )*)")
# What somebody with power has done to visits themselves: never a rule that is only described.
_EVENT = regex(
    r"(?:put an end to|ordered an end to|called a halt to|put a stop to|barred|prohibited|outlawed|forbade|ended|stopped|discontinued|halted|paused|called off|put on hold|closed|scrapped|abolished|eliminated|cancel+ed|suspended|banned|dropped|did away with|done away with|got rid of|phased out|restored|brought back|reinstated|resumed|restarted|reintroduced|reopened|revived|put back"
    r"|ending|stopping|halting|pausing|closing|discontinuing|scrapping|abolishing|eliminating|suspending|banning|dropping|doing away with|phasing out|restoring|bringing back|reinstating|resuming|restarting|reopening|ends|scraps|abolishes|eliminates|suspends|does away with|phases out|restores|brings back|reinstates|revives) "
)
_POWER = regex(
    r"(?:(?:the|a|our|county|city|state|federal|local|u\.s\.|new|appeals|district|supreme|superior|\w+ county|\w+(?= (?:county|city|state|jail|prison)\b)|jail) )*(?:(?:\w+ )?circuit|sheriff|board|prison|penitentiary|facility|institution|(?:detention|correction(?:s|al)?|justice|reentry) (?:center|centre|complex|facility|institution)|lockup|commission(?:ers)?|council|court|judge|justices|panel|supervisors|governor|gov\.|legislature|lawmakers|legislators|senate|house|warden|jail|county|city|state|department|administrator|authority|vendor|provider|firm|operator|supes|voters|regulators|selectmen|trustees|freeholders|jailer|judges|company|we|i|corrections department|sheriff's (?:office|department)|officials)\b"
)
_PASSIVE = regex(
    rf"\)?(?:,| -| –|:|\))? ?(?:(?:has|have|was|were|is|are|be|been|being|shall be|got|gets|{SOFT}|{WHEN}) )+(?P<not>not |never )?(?:(?:{SOFT}) )*(?:(?P<undo>{_UNDO}|voted {COUNT} against)|(?P<keep>{_KEEP}))(?=$|[ .,;])"
)
_FATE = regex(
    rf"\)?(?:,| -| –|:|;|\))? ?(?:(?:status|result|outcome|action|motion|it|vote):? )?(?:(?:has|have|{SOFT}|{WHEN}) )*(?:(?P<falls>{words.FALLS})|(?P<stays>{words.STAYS}))(?=$|[ .,;])"
)
# "SB 77, guaranteeing in-person visits: signed by governor."
_STATUS = regex(
    rf"\)?(?::|;|\.| -| –|\)) (?:(?:status|result|outcome|action|motion|vote|last action)[:-]? )?(?:(?:has|was|{SOFT}|{WHEN}) )*(?:(?P<falls>{words.LEFT_UNDONE})|(?P<stays>{words.LEFT_STANDING}))(?=$|[ .,;])"
)
# A headline leaves the auxiliary out, and has no full stop: "Ban on contact visits lifted".
_HEADED = regex(rf" (?:(?P<undo>{_UNDO})|(?P<keep>{_KEEP}))(?=$| [^.]*$)")
# "The ban on visit fees does not extend to remote visits."
_REACH = regex(
    rf" (?:(?:does|do|shall|will|did) (?P<not>not) |(?:now |also |will |shall ){{0,2}})(?:appl(?:y|ies)|extends?|covers?|reach(?:es)?)(?: to)? {VISITS}"
)
_HINDERED = regex(
    rf"(?:(?:(?:was|were|is|are|has been|have been) (?:hereby )?)(?:barred|banned|blocked|stopped|prohibited|enjoined|kept|prevented|restrained)|(?:{words.one_of(words.BAR)}) {JAILS}) from "
)
# "held that the ban on contact visits is unlawful", "found the ban unconstitutional", "declared unlawful a ban".
_JUDGED = regex(rf"{words.HELD}(?: {WHEN})?(?: that)? ")
_JUDGED_FIRST = regex(
    rf"(?:declared|ruled|found|held) (?:(?P<bad>{words.UNLAWFUL})|(?:constitutional|lawful|legal|valid)) "
)
_LAWFUL = regex(
    rf" ?(?:(?:is|was|are|were|to be|be|as) )?(?:(?P<bad>(?:likely )?{words.UNLAWFUL}|in violation of (?:[\w'-]+ ?){{1,5}}?|violates? (?:[\w'-]+ ?){{1,5}}?|violated (?:[\w'-]+ ?){{1,5}}?|must (?:be lifted|end|go|fall)|cannot stand|can't stand|may not stand)|(?P<good>constitutional|lawful|legal|valid|(?:can|may|will|should|must) (?:stand|stay|remain)(?: in (?:place|effect))?|does not violate (?:[\w'-]+ ?){{1,5}}?|stands))(?=$|[.,;]|(?: and| in| on)\b)"
)
# "The jail must allow contact visits, a judge ruled": what a court lets or makes it do.
_BENCH = r"(?:court|judge|panel|justices?|appeals court|high court|magistrate)"
_MUST = regex(
    rf"(?P<court>(?:[\w.'-]+ ){{0,3}}{_BENCH}: |(?:[\w.'-]+ ){{0,4}}{_BENCH}(?: [\w.'-]+){{0,3}} {words.HELD}(?: {WHEN})?(?: that)? )?{JAILS} (?:(?P<may_not>cannot|can't|can not|may not|may no longer|can no longer|must not|shall not|has no (?:right|power|authority) to)|must|has to|have to|may|can|shall) "
)
_ORDERED = regex(
    rf"(?:it is (?:hereby |so |further )*ordered|(?:be it )?(?:further )?resolved)(?:[:,]| by the [^,:]{{3,40}},)?(?: that)? {JAILS} (?:shall |must |will |is to |are to )?(?P<not>not )?"
)
_RULED = regex(
    rf",? (?:says |rules |ruled )?(?:(?:a|an|the|one|federal|state|u\.s\.) )*(?:[\w.'-]+ ){{0,3}}?{_BENCH}(?: [\w.'-]+){{0,3}}?(?: (?:rules|ruled|said|says|held|decided|finds|found|ordered))?(?= |$|[.,])"
)
# "took up a plan to end visits and voted it down": a matter, and what was done to it.
_TAKEN_UP = regex(
    rf"(?:(?:has|have|{SOFT}|{WHEN}) )*(?:took up|debated|considered|heard|reviewed|discussed|looked at|weighed|studied|voted on|ruled on|examined|revisited|asked to (?:rule on|review|decide|consider|approve)|(?:is|was) asked to (?:rule on|review|decide|consider)) "
)
_IT = regex(
    rf"(?:,| for (?:\w+ ){{1,3}}?(?:hours?|minutes|weeks|days),?|(?: on)? \{{[a-z]+\}},?|;| {WHEN},?)* ?(?:(?:and|then|but|it|the (?:board|court|judge|council|justices|panel|commissioners|supervisors|commission)) )*"
    rf"(?:(?:{_AUX})(?:(?P<undo>{with_votes(words.UNDOES_IT)})|(?P<keep>{with_votes(words.KEEPS_IT)})|(?P<falls>{words.FALLS})|(?P<stays>{words.STAYS}))(?=$|[ .,;]))"
)
_SUBJECT = 200  # characters before the verb at most
_PLACES = regex(r"(?:^|(?<= ))[a-z{\[]")


@dataclass(frozen=True, slots=True)
class Decision:
    """sign: +1 visits gain by it, -1 they lose; leaves: whether things stay as they are, a plan refused or a rule kept;
    act: the words that say what was done; content: what it was about, name: which kind of content."""

    sign: int
    leaves: bool
    act: str
    content: str
    name: str


def decision(plain: str) -> Decision | None:
    """What one canonical sentence says was decided about visits, None where it says none or not in words known here."""
    frame = framed(plain)
    if frame is None:
        return None
    plain, starts = frame
    far = FAR.match(plain)
    undone = far and direct(plain, far.end())
    if far and undone and plain.startswith(", ", undone.end):
        return _decision(undone, 1, refused=True, act=far.group())
    for start in starts:
        found = _clause(plain, start)
        if found:
            return found
    return _two_clauses(plain, starts[0])


def _clause(plain: str, start: int) -> Decision | None:
    return _status_first(plain, start) or _ruled(plain, start) or _active(plain, start) or _passive(plain, start)


_BETWEEN = regex(r"(?:;|,)(?: and| then| but)*(?: it| they)? | and (?:then )?")
_CLAUSES = 2


def _two_clauses(plain: str, start: int) -> Decision | None:
    """ "Sheriff scraps video-only visits, brings back visiting room": two decisions that do the same to visits."""
    for between in islice(_BETWEEN.finditer(plain, start), _CLAUSES):
        first = _clause(plain[: between.start()], start)
        second = first and (_clause(plain[between.end() :], 0) or _clause(f"the board {plain[between.end() :]}", 0))
        if first and second and first.sign == second.sign:
            return first
    return None


def _active(plain: str, start: int) -> Decision | None:
    """ "The board has voted not to lift the ban on contact visits." """
    for place in _PLACES.finditer(plain, start, start + _SUBJECT):
        at = place.start()
        if plain[at : at + 4] in ("the ", "that") or not may_act(plain, at):
            continue
        who = plain[start:at]
        if not is_who(who):
            if hopeless(who):
                return None
            continue
        for found in _acts(plain, at, who):
            return found
    return None


def _acts(plain: str, at: int, who: str) -> Iterator[Decision]:
    for read in (_act, _decided_to, _unopened, _not_to, _hindered, _judged, _event, _taken_up):
        found = read(plain, at, who)
        if found:
            yield found


_FIRST = regex(r"[\w'{}-]+")
_FIRST_WORDS = frozenset(
    form.split(" ")[0] for family in (words.KEEP, words.UNDO, words.BAR) for form in family
) | frozenset(
    "lent lends saw sees see reaffirmed reaffirms stay stayed stays staying has have is are am was were on vote votes voted voting refused refuses refuse refusing declined declines decline declining decided decides decide decidesing agreed agrees agree chose choose chooses opted opts opt elected elects resolved resolves moved moves move acted acts act"
    " fail fails failed failing stopped stops balked balks rules ruled rule rejected would will did do does won't didn't wouldn't don't doesn't no ordered orders order directed directs forced require requires required compelled instructed authorized authorizes empowered commanded told tells permits permitted allows allowed cleared"
    " give gives gave given got gets won wins said says announced announces announce confirmed confirms pledged reported back backs backed backing let lets letting green-lit put threw canned pulled pull pulls made make took takes take held found declared determined concluded holds finds declares"
    " debated considered heard reviewed discussed looked weighed studied examined revisited asked ended discontinued halted scrapped abolished eliminated canceled cancelled suspended banned dropped done restored brought reinstated resumed reopened revived ending discontinuing ends scraps suspends brings restores phases phased reversed hold shied sided".split()
) | frozenset(SOFT.split("|"))  # fmt: skip


def may_act(plain: str, at: int) -> bool:
    """Whether the word there begins any act: of two thousand forms most lines hold none, and a look spares trying all."""
    return (first := _FIRST.match(plain, at)) is not None and (first[0] in _FIRST_WORDS or first[0].startswith("{"))


def _act(plain: str, at: int, who: str) -> Decision | None:
    act = _ACT.match(plain, at)
    if act is None:
        return None
    if act["not"] is None and _DOING.match(act["undo"] or act["keep"]) and not _IS.search(act["aux"]):
        return None
    found = matter(plain, _past_place(plain, act.end()))
    if found is None and act.group().endswith(_OPEN):
        found = direct(plain, act.end())
    if found is None or not ends(plain, found.end):
        return None
    if (found.plan and _ONLY_TOLD.search(act.group())) or (_STANCE.search(act.group()) and not _POWER.match(who)):
        return None
    if _DENIES.search(act.group()) and _A_PLAN.search(plain[act.end() - 1 : found.said.start()]):
        return None
    undone = act["undo"] and not _DEAL.match(plain, act.start("undo"))
    return _decision(found, -1 if undone else 1, refused=act["not"] is not None, act=act.group())


# What is struck or cut is made, not undone.
_DEAL = regex(
    r"(?:struck|strikes?|cuts?) (?:a|an) (?:[\w-]+ ){0,2}(?:deal|agreement|bargain|settlement|compromise|accord|pact)\b"
)


def _past_place(plain: str, at: int) -> int:
    found = _PLACE.match(plain, at)
    return found.end() if found else at


# "discussed rejecting a plan" is no decision, "is rejecting it" is one.
_DOING = regex(r"(?!bring)\w+ing\b")
_IS = regex(r"\b(?:is|are|am) ")
_OPEN = ("for ", "of ", "against ", "from ", "on ", "out ", "up ", "with ")  # "voted in favor of ending visits"
# Of a plan one may hold an opinion; boards and officials act on theirs.
_STANCE = regex(
    r"\b(?:(?:oppos|endors|back|champion|embrac|support)\w*|g[eo]t(?:s|ting)? behind|c[oa]mes? out (?:for|against|in favor of)) $"
)
_DENIES = regex(r"\bden(?:y|ies|ied|ying) $")
_A_PLAN = regex(r"\b(?:plans?|intention|idea|effort|move|threat|announcement)\b")
_ONLY_TOLD = regex(r"\b(?:introduc|announc)\w+ $")


def _decided_to(plain: str, at: int, who: str) -> Decision | None:
    act = _TO.match(plain, at)
    if act is None or (act.group("aux") == "" and _SAYS.match(plain, at) and not _POWER.match(who)):
        return None
    refused = (act["not"] is not None) != (act["not2"] is not None)
    if act["undo"] or act["keep"]:
        found = matter(plain, _past_place(plain, act.end() + 1))
        if found and ends(plain, found.end):
            return _decision(found, -1 if act["undo"] else 1, refused=refused, act=act.group())
    rest = act.start("undo" if act["undo"] else "keep") if act["undo"] or act["keep"] else act.end()
    found = direct(plain, rest)
    return _decision(found, 1, refused=refused, act=plain[at:rest]) if found and ends(plain, found.end) else None


_UNOPENED = regex(
    rf"(?P<aux>{_AUX})(?:{_NOT}) (?:(?P<pursue>{words.one_of(words.PURSUE)})|(?:{words.one_of(words.REVIEW)})) "
)


def _unopened(plain: str, at: int, who: str) -> Decision | None:
    """ "declined to pursue a plan", "refused to reconsider the ban"."""
    act = _UNOPENED.match(plain, at)
    found = act and matter(plain, act.end())
    if not act or not found or (found.plan and not act["pursue"]) or not ends(plain, found.end):
        return None
    return _decision(found, 1 if act["pursue"] else -1, refused=True, act=act.group())


_SAYS = regex(r"(?:said|says|announce|confirm|pledge|report|told)")


def _not_to(plain: str, at: int, who: str) -> Decision | None:
    act = _NOT_MADE.match(plain, at) or _NOT_TO.match(plain, at)
    found = act and direct(plain, act.end())
    if act is None or not found or not ends(plain, found.end):
        return None
    return _decision(found, 1, refused=True, act=act.group())


def _hindered(plain: str, at: int, who: str) -> Decision | None:
    act = _HINDERED.match(plain, at)
    found = act and direct(plain, act.end())
    if act is None or not found or not ends(plain, found.end):
        return None
    return _decision(found, -1, refused=False, act=act.group())


def _judged(plain: str, at: int, who: str) -> Decision | None:
    first = _JUDGED_FIRST.match(plain, at)
    if first is not None:
        found = matter(plain, first.end())
        if found and ends(plain, found.end):
            return _decision(
                found, -1 if first["bad"] else 1, refused=False, act=first.group() + "upheld" * (not first["bad"])
            )
    held = _JUDGED.match(plain, at)
    found = held and matter(plain, held.end())
    verdict = found and _LAWFUL.match(plain, found.end)
    if held is None or not found or not verdict or not ends(plain, verdict.end()):
        return None
    return _decision(found, -1 if verdict["bad"] else 1, refused=False, act=verdict.group())


def _event(plain: str, at: int, who: str) -> Decision | None:
    """ "The sheriff has ended in-person visits." """
    if _POWER.match(who) is None:
        return None
    acted = _ON_VISITS.match(plain, at)
    visits = acted and BARE.match(plain, acted.end())
    if acted and visits and not _CLOCK.search(plain, at) and ends(plain, after(plain, visits)):
        sign = (-1 if acted["undo"] else 1) * (-1 if acted["not"] else 1)
        return Decision(
            sign, acted["not"] is not None or acted["undo"] is not None, acted.group().strip(), visits.group(), "give"
        )
    aux = _DONE.match(plain, at)
    act = aux and _EVENT.match(plain, aux.end())
    if (
        act is None
        or aux is None
        or (act.group().split(" ")[0].endswith("ing") and not re.search(r"\b(?:is|are|am) ", aux.group()))
    ):
        return None
    found = direct(plain, aux.end())
    if found is None or _ONE_VISIT.search(found.said.group()) or _CLOCK.search(plain, at) or not ends(plain, found.end):
        return None
    return _decision(found, 1, refused=False, act=plain[at : act.end()])


_ONE_VISIT = regex(r"\b(?:visit|visitors)$")
# "approved evening visits", "voted down a second weekly visit"
_ON_VISITS = regex(
    rf"(?P<aux>{_AUX})(?:(?P<not>{_NOT}) )?(?:{_DECIDE} )?(?:(?P<undo>{with_votes(words.VOTED_DOWN)})|(?P<keep>{with_votes(words.VOTED_IN)})) "
)
_CLOCK = regex(r"\b(?:after|during|until|early)\b|\d{4}|\bnoon\b|\bfor (?:\w+ ){0,2}(?:day|hour|weekend)")


def _taken_up(plain: str, at: int, who: str) -> Decision | None:
    """ "Commissioners took up a plan to end visits and voted it down." """
    taken = _TAKEN_UP.match(plain, at)
    found = taken and matter(plain, taken.end())
    done = found and _IT.match(plain, found.end)
    if not found or not done or not ends(plain, done.end()):
        return None
    return _decision(found, -1 if done["undo"] or done["falls"] else 1, refused=False, act=done.group())


def _ruled(plain: str, start: int) -> Decision | None:
    """ "The jail must allow contact visits, a judge ruled." """
    ordered = _ORDERED.match(plain)
    made = ordered and direct(plain, ordered.end())
    if ordered and made and ends(plain, made.end):
        return _decision(made, 1, refused=ordered["not"] is not None, act=ordered.group())
    must = _MUST.match(plain, start)
    found = must and direct(plain, must.end())
    if must is None or not found:
        return None
    ruled = _RULED.match(plain, found.end)
    if not must["court"] and not ruled:
        return None
    end = ruled.end() if ruled else found.end
    if not ends(plain, end):
        return None
    return _decision(found, 1, refused=must["may_not"] is not None, act=must.group())


def _decision(found: Matter, sign: int, *, refused: bool, act: str) -> Decision:
    """sign: of what was done to it, +1 kept or made, -1 undone, before a refusal turns it."""
    sign = -sign if refused else sign
    kept = sign > 0 and (refused or _UPHELD.search(act) is not None)
    refusable = found.plan or _REJECTED.search(act) is not None
    going_on = found.sign > 0 and _GOING_ON.match(found.said.group()) is not None
    refused = refused and "no longer" not in act  # that ends what was in force
    leaves = (refused or going_on) if found.direct else sign < 0 if refusable else kept
    return Decision(sign * found.sign, leaves, act.strip(" ,"), found.said.group(), found.name)


_GOING_ON = regex(r"(?:keep|kept|retain|preserv|maintain|continu|sav|protect|hold)|.* (?:stay|remain|continue)")
_UPHELD = regex(
    r"\b(?:upheld|uphold\w*|keep\w*|kept|affirm\w*|confirm\w*|let\w* stand|stands?|stood|stick\w*|stuck|stays?|stayed|remain\w*|survive[sd]|retain\w*|preserv\w*|maintain\w*|sustain\w*|left|leaves?|leave|constitutional|lawful|valid|renew\w*)\b"
)
# Done to what was never in force, whatever it is called.
_REJECTED = regex(
    r"\b(?:reject\w*|(?:vot|turn|shot|shoot)\w*(?: \S+)? down|defeat\w*|veto\w*|s[aiu]nks?|den(?:y|ies|ied)|fail\w*|died?|dies)\b"
)


# "Passed: HB 40, to end video-only visits", "Motion carried to reject the proposal".
_STATUS_FIRST = regex(
    rf"(?:(?:a |the )?motion )?(?:(?:was|has|is) )?(?:(?P<falls>{words.LEFT_UNDONE})|(?P<stays>{words.LEFT_STANDING}))(?: {COUNT})?(?:: | (?=to ))(?P<to>to )?"
)


def _status_first(plain: str, start: int) -> Decision | None:
    status = _STATUS_FIRST.match(plain) or _STATUS_FIRST.match(plain, start)
    found = status and (direct(plain, status.end()) if status["to"] else matter(plain, status.end()))
    if not status or not found or not ends(plain, found.end):
        return None
    return _decision(
        replace(found, plan=True, direct=False), -1 if status["falls"] else 1, refused=False, act=status.group()
    )


def _passive(plain: str, start: int) -> Decision | None:
    """ "A plan to end in-person visits was voted down.", "The bill to bring back visits died in committee." """
    found = matter(plain, start)
    for pattern in (_PASSIVE, _FATE, _STATUS, _HEADED, _REACH) if found else ():
        assert found is not None
        fate = pattern.match(plain, found.end)
        if fate is not None and ends(plain, fate.end()):
            groups = fate.groupdict()
            if found.plan and _ONLY_TOLD.search(f"{fate.group()} "):
                continue
            sign = -1 if groups.get("undo") or groups.get("falls") else 1
            return _decision(found, sign, refused=bool(groups.get("not")), act=fate.group())
    return None
