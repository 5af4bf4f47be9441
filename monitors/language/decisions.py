"""What somebody with power decided about visits, in one sentence: who did what to a plan, rule or ban, and what it holds.

"The board voted down a plan to end in-person visits.", "A judge struck down the ban on contact visits.", "The sheriff
refused to lift it": each verb, noun and refusal has a sign, and their product says whether visits gain or lose (domain
rules D3 to D5). A sentence is read whole or not at all: a word that no place of this grammar holds leaves it to others.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from monitors.language.dates import DATE


def _verbs(pattern: str) -> str:
    return pattern.replace("@V", r"\d+(?:-| to )\d+(?: \{[a-z]+\})?|\{[a-z]+\}|unanimously|narrowly")


# What is done to a plan or rule: keep it, undo it. All forms that a headline, a report or minutes have.
_KEEP = (
    r"approv(?:e[sd]?|ing)|adopt(?:s|ed|ing)?|pass(?:es|ed|ing)?|(?<!rolled )(?<!roll )(?<!rolls )(?<!walked )(?<!taken )(?<!took )(?<!bring )(?<!brings )(?<!brought )(?<!bringing )back(?:s|ed|ing)?(?! away| off| out| down)|endors(?:e[sd]?|ing)|uph(?:eld|olds?|olding)|keep(?:s|ing)?|kept|reinstat(?:e[sd]?|ing)|"
    r"renew(?:s|ed|ing)?|confirm(?:s|ed|ing)?|affirm(?:s|ed|ing)?|sign(?:s|ed|ing)?(?: off on)?|agree[sd]? (?:to|on|with)|go(?:es|ing)? along with|went along with|gone along with|"
    r"accept(?:s|ed|ing)?|enact(?:s|ed|ing)?|impos(?:e[sd]?|ing)|ratif(?:y|ies|ied)|introduc(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|order(?:s|ed|ing)?|carr(?:y|ies|ied) out|made? (?:good on|permanent)|vot(?:e[sd]?|ing)(?: @V)? (?:for|in favor of)|let(?:s|ting)? stand|"
    r"okay(?:s|ed)|ok'd|green-?l(?:ights?|ighted|it)|g(?:ave|ives?|iven) (?:(?:its|their|his|her|final|initial|preliminary|formal|the) ){0,2}(?:approval|blessing|nod|go-ahead|green light|consent|support) to|sign(?:s|ed) (?:into law|on to)|t(?:akes?|ook) up|championed|"
    r"grant(?:s|ed|ing)?|finaliz(?:e[sd]?|ing)|extend(?:s|ed|ing)?|(?:go(?:es|ne)?|went|going) ahead with|(?:proceeds?|proceeded|pushe[sd]|moves?|moved) (?:ahead )?with|(?:leaves?|left)(?: in (?:place|force|effect))?"
)
_UNDO = (
    r"reject(?:s|ed|ing)?|vot(?:e[sd]?|ing)(?: @V)? down|turn(?:s|ed|ing)? (?:down|away|back)|repeal(?:s|ed|ing)?|rescind(?:s|ed|ing)?|revok(?:e[sd]?|ing)|str(?:uck|ikes?|iking|icken)(?: down| out)?|"
    r"thr(?:ew|ows?|owing|own) out|overturn(?:s|ed|ing)?|quash(?:e[sd]|ing)?|void(?:s|ed|ing)?|annul(?:s|led|ling)?|vacat(?:e[sd]?|ing)|invalidat(?:e[sd]?|ing)|withdr(?:ew|aws?|awing|awn)|dropp?(?:s|ed|ing)?|"
    r"scrapp?(?:s|ed|ing)?|abandon(?:s|ed|ing)?|kill(?:s|ed|ing)?|block(?:s|ed|ing)?|halt(?:s|ed|ing)?|stopp?(?:s|ed|ing)?|defeat(?:s|ed|ing)?|veto(?:es|ed|ing)?|den(?:y|ies|ied|ying)|lift(?:s|ed|ing)?|"
    r"end(?:s|ed|ing)?|cancel(?:s|ed|ing|led|ling)?|abolish(?:es|ed|ing)?|eliminat(?:e[sd]?|ing)|remov(?:e[sd]?|ing)|do(?:es|ing|ne)? away with|did away with|g[oe]t(?:s|ting)? rid of|got rid of|revers(?:e[sd]?|ing)|undo(?:es|ing|ne)?|undid|"
    r"overrul(?:e[sd]?|ing)|set(?:s|ting)? aside|enjoin(?:s|ed|ing)?|suspend(?:s|ed|ing)?|paus(?:e[sd]?|ing)|eas(?:e[sd]?|ing)|relax(?:e[sd]|ing)?|waiv(?:e[sd]?|ing)|back(?:s|ed|ing)? (?:away|off|out|down) (?:from|of)|back(?:s|ed|ing)? off(?: on)?|walk(?:s|ed|ing)? back|"
    r"t(?:ook|akes?|aking|aken) back|call(?:s|ed|ing)? off|shelv(?:e[sd]?|ing)|axe[sd]?|delet(?:e[sd]?|ing)|cut(?:s|ting)? out|giv(?:e[sn]?|ing) up(?: on)?|gave up(?: on)?|vot(?:e[sd]?|ing)(?: @V)? against|oppos(?:e[sd]?|ing)|nullif(?:y|ies|ied)|"
    r"shoots? down|shot down|nix(?:es|ed)?|toss(?:es|ed|ing)?(?: out| aside)?|pull(?:s|ed|ing)? the plug on|put(?:s|ting)? (?:a stop|an end|the brakes|a halt) (?:to|on)|roll(?:s|ed|ing)? back|spik(?:e[sd]?|ing)|squash(?:es|ed)|thwart(?:s|ed)?|torpedo(?:es|ed)|jettison(?:s|ed)?|junk(?:s|ed)?|trash(?:es|ed)|dump(?:s|ed)?|withh[eo]ld(?:s|ing)?|"
    r"s[aiu]nks?|overr(?:ides?|ode|idden|iding)|tears? up|tore up|torn up|ditch(?:es|ed|ing)?|defund(?:s|ed)?|dissolv(?:e[sd]?|ing)|reced(?:e[sd]?|ing) from|retreat(?:s|ed|ing)? from"
)
_NOT = r"(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|vot(?:e[sd]?|ing)(?: @V)? not|decid(?:e[sd]?|ing) (?:not|against)|fail(?:s|ed|ing)?|opt(?:s|ed)? not|cho(?:se|oses?) not|vot(?:e[sd]?|ing)(?: @V)? against)(?: to)?|(?:would|will|did) not|(?:wo|did|would)n't"
_DECIDE = r"vot(?:e[sd]?|ing)(?: @V)? to|decid(?:e[sd]?|ing) to|agree[sd]? to|cho(?:se|oses?) to|mov(?:e[sd]?|ing) to|act(?:s|ed)? to|order(?:s|ed)? [^.,;:]{3,40}? to|told [^.,;:]{3,40}? to|(?:was|were|is|are) ordered to|direct(?:s|ed) [^.,;:]{3,40}? to"
_STAYS = r"stands?|stood|survive[sd]|t(?:akes|ook) effect|passed|carried|prevailed|holds|(?:is|was) (?:now )?(?:law|in (?:force|effect))|went through"
_FALLS = r"failed|fails|die[sd]|fell short|falls short|collapsed|did not pass|(?:is|was) (?:dead|off the table|no longer in (?:force|effect))|came to nothing|expired|lapsed|fell through|ended|no longer (?:holds|applies|stands)"

# What is done to visits themselves, or to what stands against them.
_TAKE = (
    r"end(?:s|ed|ing)?|stopp?(?:s|ed|ing)?|eliminat(?:e[sd]?|ing)|abolish(?:e[sd]|ing)?|bann?(?:s|ed|ing)?|barr?(?:s|ed|ing)?|prohibit(?:s|ed|ing)?|forb(?:id|ids|ade|idding|idden)|outlaw(?:s|ed|ing)?|do(?:es|ing|ne)? away with|did away with|g[eo]t(?:s|ting)? rid of|"
    r"scrapp?(?:s|ed|ing)?|dropp?(?:s|ed|ing)?|discontinu(?:e[sd]?|ing)|cancel(?:s|ed|ing|led|ling)?|suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|paus(?:e[sd]?|ing)|phas(?:e[sd]?|ing) out|cut(?:s|ting)?(?: back(?: on)?)?|reduc(?:e[sd]?|ing)|curtail(?:s|ed|ing)?|curb(?:s|ed|ing)?|"
    r"limit(?:s|ed|ing)?|restrict(?:s|ed|ing)?|shorten(?:s|ed|ing)?|halv(?:e[sd]?|ing)|clos(?:e[sd]?|ing)(?: down)?|shutt?(?:s|ing)?(?: down)?|t(?:akes?|ook|aking|aken) away|remov(?:e[sd]?|ing)|lift(?:s|ed|ing)?|eas(?:e[sd]?|ing)|waiv(?:e[sd]?|ing)|repeal(?:s|ed|ing)?|"
    r"shutter(?:s|ed|ing)?|dismantl(?:e[sd]?|ing)|mothball(?:s|ed|ing)?|t(?:ears?|ore|orn|earing) (?:out|down)|gut(?:s|ted|ting)?|g(?:ive|ives|ave|iving|iven) up"
)
_GIVE = (
    r"restor(?:e[sd]?|ing)|br(?:ing|ings|ought|inging) back|reinstat(?:e[sd]?|ing)|resum(?:e[sd]?|ing)|reopen(?:s|ed|ing)?|guarantee(?:s|d|ing)?|protect(?:s|ed|ing)?|preserv(?:e[sd]?|ing)|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|offer(?:s|ed|ing)?|provid(?:e[sd]?|ing)|"
    r"expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|add(?:s|ed|ing)?|increas(?:e[sd]?|ing)|lengthen(?:s|ed|ing)?|doubl(?:e[sd]?|ing)|keep(?:s|ing)?|kept|introduc(?:e[sd]?|ing)|impos(?:e[sd]?|ing)|mandat(?:e[sd]?|ing)|"
    r"requir(?:e[sd]?|ing) (?:(?:[\w'-]+ ){1,5}?to (?:offer|hold|provide|allow|permit|keep|restore|give|resume|reopen) )?|g(?:ive|ives|ave|iving) (?:(?:every|each|all|any)? ?(?:[\w'-]+ ){1,3}?(?=\d|a |an |free|contact|in-?person|video|face|the right|visits))"
)
_RAISE, _LOWER = (
    r"rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|hik(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)",
    (
        r"lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|capp?(?:s|ed|ing)?|waiv(?:e[sd]?|ing)|end(?:s|ed|ing)?|dropp?(?:s|ed|ing)?|eliminat(?:e[sd]?|ing)|abolish(?:e[sd]|ing)?|halv(?:e[sd]?|ing)|slash(?:e[sd]|ing)?|remov(?:e[sd]?|ing)"
    ),
)

_DET = r"(?:(?:the|a|an|its|his|her|their|this|that|all|any|both|every|each|another|[\w.'-]+'s?|\d+) )?"
_VISITS = (
    rf"{_DET}(?:(?:in-?person|face-to-face|face to face|contact|non-?contact|video|remote|on-?site|lobby|home|family|social|public|regular|weekly|weekend|evening|free|inmate|jail|prison|daily|holiday|through-the-glass|glass|window|\{{[a-z,]+\}}|1st|first|second|2nd|more|\d+|\w+day) ){{0,4}}"
    r"(?:visits?|visitation|visiting (?:hours|days?|rooms?|times?|privileges|rights|halls?|booths?|area|schedule)|visiting|(?:visitation|visitors?) (?:hours|rooms?|booths?|days?)|visitors)\b"
    r"(?: (?:a|per|each|every) (?:week|month|day)| (?:a|per) (?:weekend))?"
)
# Words that may stand before a noun: nothing that turns it, hangs it on another, or is an act.
_FILLER = rf"(?:(?!(?:{_UNDO.replace('(?: @V)?', '')}|{_KEEP.replace('(?: @V)?', '')}|{_TAKE}|{_GIVE}|{_RAISE}|{_LOWER}|of|for|to|on|in|at|by|from|with|that|which|not|no|never|stay|without|against|usage|revenue|payments?|volume|minimum)\b)[\w'%-]+ )"
# With whom, where, by whom: nothing that turns.
_OF_VISITS = r"(?:(?: (?:at|in|with|between|for|of|by)| to(?= (?:(?:the|its|their|all|county|state|local|any|most) )*(?:jails?|prisons?|inmates?|prisoners|detainees|residents|people|detention|facilit\w+|loved|relatives)\b)) (?:(?:the|its|their|all|county|state|local|city|any|most|our|an?) )*(?:[\w'-]+(?: and [\w'-]+)? ?){1,4}?(?=$|[.,;]| (?:that|which|who|was|were|has|have|had|is|are|will|on|by|after|until|from|this|last|would|failed|fails|died|stands?|stood|stays?|remains?|passed|carried|took|in|at)\b))?"
_BAN = r"(?:bans?|prohibitions?|moratorium|freeze|halt|pause|suspension|restrictions?|limits?|limitations?|caps?|curbs|closure|shutdown|elimination|end)"
_RETURN = r"(?:return|resumption|restoration|reopening|expansion|extension|rights?|guarantees?|protections?)"
_PRICE = r"(?:prices?|costs?|fees?|charges?|rates?|surcharge)"
_PEOPLE = r"(?:(?:all|any|minor|young|former|adult) )?(?:children|kids|minors|teenagers|infants|babies|friends|relatives|families|family members|former inmates|ex-inmates|felons|people|siblings|anyone|visitors|parents|partners|grandparents|volunteers)(?: (?:under|over|younger than) (?:the age of )?\d+)?"
_BARS = r"barr?(?:s|ed|ing)?|bann?(?:s|ed|ing)?|ke(?:eps?|pt|eping)|prohibit(?:s|ed|ing)?|prevent(?:s|ed|ing)?|stopp?(?:s|ed|ing)?|forb(?:ids?|ade|idding)|exclud(?:e[sd]?|ing)|block(?:s|ed|ing)?"
_LETS = r"let(?:s|ting)?|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?"

_PLAN = r"plans?|proposals?|motion|bill|measure|resolution|request|bid|petition|amendment|recommendation|idea|effort|push|attempt|move|legislation|draft|deal|initiative|appeal|calls?|demands?|pleas?"
_RULE = r"rules?|orders?|polic(?:y|ies)|law|ordinance|statute|clause|provision|requirement|directive|decision|vote|agreement|contract|injunction|ruling|decree|section|program|practice|memo|announcement|threat|intention|language|act|wording|sentence|memorandum|regulation|standard"
_LINK = r"(?:,? ?(?:that|which) (?:(?:would|will) (?:have )?|had |has |have )?| ?,? ?(?:under|by|in|for) which | ?whereby | ?(?:to|of|for|on)(?: the)? | )"
_NOUN_TAIL = r"(?: (?:by|from|of) (?:the )?(?:[\w.'-]+ ){1,4}?(?=to |that |which ))?"
_TURNED_INTO = r"(?: (?:with|by|in favor of) (?:the |a )?(?:[\w-]+ ){0,2}(?:video|screens?|tablets?)(?: (?:visits?|calls?|visitation|only|alone|sessions?))?)"

_JAILS = r"(?:(?:the|all|any|its|their|county|state|local|city|private) )*(?:jails?|count(?:y|ies)|sheriffs?|prisons?|facilit(?:y|ies)|agenc(?:y|ies)|wardens?|vendors?|compan(?:y|ies)|department|them|him|it|detention centers?)"
# Who is made, let or kept from doing it.
_MADE = re.compile(
    rf"(?:(?:{_LETS}) {_JAILS} (?:to )?|(?:requir(?:e[sd]?|ing)|forc(?:e[sd]?|ing)|order(?:s|ed|ing)?|compel(?:s|led|ling)?|authoriz(?:e[sd]?|ing)) {_JAILS} to )"
)
_KEPT_FROM = re.compile(rf"(?:{_BARS}) {_JAILS} from ")
# Done to a plan or rule, as a noun: "the veto of a bill", "its opposition to ending visits".
_AGAINST = re.compile(
    rf"{_DET}(?:(?:temporary|federal|early|mayor's|governor's|sheriff's|[\w.-]+'s) )?(?:veto|repeal|rejection|reversal|withdrawal|cancellation|stay|blocking|opposition|objections?|refusal)(?: of| to|) (?=\w)"
)
_CONTENT = re.compile(
    rf"(?:(?P<replace>replac(?:e[sd]?|ing)) {_VISITS}{_TURNED_INTO}"
    rf"|(?P<screen>(?:mak(?:e|es|ing)|made) {_VISITS} (?:remote|virtual|digital|video-only|by video(?: only)?)|(?:mov|switch)(?:e|es|ed|ing) {_VISITS} (?:to video|online|to screens))"
    rf"|(?P<free>mak(?:e|es|ing)|made) {_VISITS}(?: from home)? free(?: of charge)?"
    rf"|(?P<capped>(?:limit|restrict)(?:s|ed|ing)?|capp?(?:s|ed|ing)?) (?:(?:each|every|all|an|any) )?(?:inmates?|prisoners?|detainees?|residents?|person|people|families|visitors?)(?: in custody)? to {_VISITS}"
    rf"|(?P<said>{_VISITS}(?: from home)? (?:are|is|were|was|be|(?:would|will|must|may) be|become) (?:free|allowed|permitted|guaranteed|restored|offered|held|available|protected|unlimited))"
    rf"|(?P<unsaid>{_VISITS}(?: from home)? (?:are|is|were|was|be|(?:would|will|must|may) be|become) (?:banned|barred|forbidden|prohibited|ended|stopped|suspended|cancel+ed|cut|limited|restricted|remote|by video(?: only)?|replaced by video))"
    rf"|(?P<charge>charg(?:e[sd]?|ing)) (?:(?:\w+ ){{1,2}})?(?:\$\d[\d.]* )?for {_VISITS}"
    rf"|(?P<bars>{_BARS}) {_PEOPLE} (?:from (?:visiting|the visiting (?:room|area)|coming to visits?|entering the visiting (?:room|area)|visits)|out of the (?:visiting (?:room|area)|visiting hall))"
    rf"|(?P<lets>{_LETS}) {_PEOPLE} (?:to )?(?:visit|come to visits|into the visiting (?:room|area|hall)|in to visit)"
    rf"|(?P<raise>{_RAISE}) {_DET}(?:\$\d[\d.]* )?{_PRICE}(?: of \$\d[\d.]*)? (?:of|for|on) {_VISITS}"
    rf"|(?P<lower>{_LOWER}) {_DET}(?:\$\d[\d.]* )?{_PRICE}(?: of \$\d[\d.]*)? (?:of|for|on) {_VISITS}"
    rf"|(?P<unban>{_TAKE}) {_DET}(?:[\w-]+ ){{0,2}}(?:{_BAN}) (?:on|of|to|for|in) {_VISITS}"
    rf"|(?P<ban>{_GIVE}) {_DET}(?:[\w-]+ ){{0,2}}(?:{_BAN}) (?:on|of|to|for|in) {_VISITS}"
    rf"|(?P<ungive>{_TAKE}) {_DET}(?:{_RETURN}) (?:of|to|for) {_VISITS}"
    rf"|(?P<give>{_GIVE}) ?(?:the right to |the return of )?{_VISITS}"
    rf"|(?P<take>{_TAKE}) {_VISITS}(?: in half)?)"
)
_SIGNS = {
    "replace": -1, "screen": -1, "capped": -1, "said": 1, "unsaid": -1, "free": 1, "charge": -1, "bars": -1, "lets": 1, "raise": -1, "lower": 1, "unban": 1, "ban": -1, "ungive": -1,
    "give": 1, "take": -1,
}  # fmt: skip
# A noun that says by itself what it does to visits: "the ban on contact visits", "a fee of $5 for each visit".
_THING = re.compile(
    rf"{_DET}(?:(?!(?:{_PLAN}|{_RULE})\b){_FILLER}){{0,3}}?(?:\$[\d.]+ )?(?:(?P<replace>(?:video|screen|tablet)-only (?:polic(?:y|ies)|rules?|visits|visitation|visiting|orders?))|(?P<ban>{_BAN}) (?:on|of|to|for|in) {_VISITS}|(?P<give>{_RETURN}) (?:of|to|for) {_VISITS}"
    rf"|(?P<raise>(?:increase|rise|hike) in (?:the )?{_PRICE} (?:of|for) {_VISITS}|(?:price|fee|rate) (?:increase|hike)s? (?:for|on) {_VISITS})"
    rf"|(?P<lower>(?:cut|drop|decrease|reduction) in (?:the )?{_PRICE} (?:of|for) {_VISITS})|(?P<take>(?:cuts?|reductions?) (?:in|to|of) {_VISITS})"
    rf"|(?P<charge>(?:fee|charge|surcharge)s?(?: of \$\d[\d.]*)? (?:for|on|to) {_VISITS}))"
)
# The noun may stand behind up to three words: "a contract clause", "the sheriff's plan".
_ABOUT = tuple(
    re.compile(rf"{_DET}{_FILLER}{{{n}}}(?:(?P<plan>{_PLAN})|(?P<rule>{_RULE})){_NOUN_TAIL}{_LINK}") for n in range(4)
)
_AROUND = r"(?:(?: from \$\d[\d.]*)? (?:to|by) (?:\$?\d[\d.]*%?)(?: (?:each|a (?:visit|minute)|percent|minutes))?)?"


_AUX = r"(?:(?:has|have|had|just|also|then|again|today|\{[a-z]+\}|on \{[a-z]+\}|quietly|formally|officially|unanimously|narrowly) )*"
_ACT = re.compile(
    rf"(?P<aux>{_AUX})(?:(?P<not>{_verbs(_NOT)}) )?(?:(?P<decide>{_verbs(_DECIDE)})|(?P<undo>{_verbs(_UNDO)})|(?P<keep>{_verbs(_KEEP)})) (?P<more>(?:(?P<undo2>{_verbs(_UNDO)})|(?P<keep2>{_verbs(_KEEP)})) )?"
)
_NOT_TO = re.compile(rf"(?P<aux>{_AUX})(?:{_verbs(_NOT)}) ")
_PASSIVE = re.compile(
    rf",? (?:(?:has|have|had|was|were|is|are|been|being|now|again|today|\{{[a-z]+\}}|on \{{[a-z]+\}}) )+(?P<not>not |never )?(?:(?P<undo>{_verbs(_UNDO)})|(?P<keep>{_verbs(_KEEP)}))(?=$|[ .,;])"
)
_FATE = re.compile(
    rf",? (?:(?:has|have|had|now|again|today|\{{[a-z]+\}}|on \{{[a-z]+\}}) )*(?:(?P<falls>{_FALLS})|(?P<stays>{_STAYS}))(?=$|[ .,;])"
)
_LEAD = re.compile(
    rf"(?:[a-z .'-]{{2,30}} (?:-|–|—) )?(?:(?:on|in|as of|effective|since) (?:\{{[a-z]+\}}|{DATE})(?:, )?|(?:{DATE}|\{{[a-z]+\}}|update)(?: ?[:-]|,) )? ?"
)
_WHO = re.compile(r"(?:[a-z\d\[][\w.'\]-]*,? ){1,10}")  # a vote of 3-2 looks like a clock
_NO_WHO = re.compile(
    r"\b(?:no|not|nobody|none|neither|never|if|whether|when|unless|may|might|could|should|would|will|can|must|to|wants?|asks?|asked|urges?|urged|plans?|says?|said|hopes?|that|which|who|because|against|critics|opponents|advocates|famil(?:y|ies)|inmates?|residents?|prisoners?|detainees?|visitors?|guests?|children|people|persons?|everyone|you|rumou?rs?|nothing|until|bill|lawsuit|considers?|considering|proposed|proposes|proposing)\b"
)
_AN_ACT = re.compile(rf"\b(?:{_verbs(_UNDO)}|{_verbs(_NOT)})\b")
_TAIL = re.compile(
    rf"(?:(?:,? ?(?:(?:on|this|last|at|in|by|as of|effective|beginning|starting|until|through|during|from|with|of|for|over) )?(?:(?:a|an|the|its|their|his|her) )?(?:{DATE}|\{{[a-z,]+\}}|\d+(?:-| to )\d+(?: vote)?|vote of \d+(?:-| to )\d+|week|month|morning|meeting|session|further notice|now|unanimously|again|today|immediately|once more|for good|permanently|committee|the senate|the house|half|yesterday|in a statement))"
    rf"|,? (?:the )?(?:[\w'.-]+ ){{1,4}}(?:said|announced|reported|wrote)(?: (?:{DATE}|\{{[a-z]+\}}|today))?"
    rf"|,? (?:at|in|by|after|for|of|with|before|from) (?:[\w'.-]+,? ?){{1,8}})*[ .!]*"
)
_TURNS = re.compile(
    r"\b(?:not|no|never|but|although|while|instead|however|pending|unless|except|only|if|without|against|despite|nor|replac\w+|appeal\w*|block\w*|stay(?:ed)?|overrid\w+|veto\w*|end(?:ed|s|ing)?|lift\w*|ban(?:ned)?)\b"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """sign: +1 visits gain by it, -1 they lose; leaves: whether things stay as they are, a plan refused or a rule kept;
    act: the words that say what was done; content: what it was about, name: which kind of content, see _SIGNS."""

    sign: int
    leaves: bool
    act: str
    content: str
    name: str


def decision(plain: str) -> Decision | None:
    """What one canonical sentence says was decided about visits, None where it says none or not in words known here."""
    lead = _LEAD.match(plain)
    start = lead.end() if lead else 0
    return _active(plain, start) or _passive(plain, start)


@dataclass(frozen=True, slots=True)
class _Object:
    """What was decided about. plan: not in force yet; said: its match, end: where it ends; direct: told as an act, "to
    end visits"; turn: -1 where
    somebody is kept from it; sign: of it for visits."""

    plan: bool
    end: int
    said: re.Match[str]
    direct: bool = False
    turn: int = 1

    @property
    def name(self) -> str:
        return next(name for name, words in self.said.groupdict().items() if words is not None)

    @property
    def sign(self) -> int:
        return self.turn * _SIGNS[self.name]


def _object(plain: str, at: int, depth: int = 0) -> _Object | None:
    for pattern in _ABOUT:
        noun = pattern.match(plain, at)
        found = noun and _content(plain, noun.end(), depth)
        if noun and found:
            return replace(found, plan=noun["plan"] is not None)
    against = _AGAINST.match(plain, at) if depth < _DEEPEST else None
    if against is not None:
        undone = _object(plain, against.end(), depth + 1) or _direct(plain, against.end())
        return replace(undone, turn=-undone.turn, plan=False, direct=False) if undone else None
    thing = _THING.match(plain, at)
    return _Object(False, _after(plain, thing), thing) if thing else None


# "A motion to rescind the order ..."
_DONE_TO = re.compile(rf"(?:(?P<undo>{_verbs(_UNDO)})|(?P<keep>{_verbs(_KEEP)})) ")
_DEEPEST = 2  # "the veto of the repeal of a ban"


def _content(plain: str, at: int, depth: int = 0) -> _Object | None:
    """What a plan or rule holds: an act on visits, who is made to do or kept from it, or a noun for one."""
    for pattern, turn in ((_MADE, 1), (_KEPT_FROM, -1)):
        made = pattern.match(plain, at)
        found = made and _CONTENT.match(plain, made.end())
        if found:
            return _Object(False, _after(plain, found), found, turn=turn)
    act = _DONE_TO.match(plain, at) if depth < _DEEPEST else None
    undone = act and _object(plain, act.end(), depth + 1)
    if act and undone:
        return replace(undone, turn=undone.turn * (-1 if act["undo"] else 1), plan=False)
    found = _CONTENT.match(plain, at) or _THING.match(plain, at)
    return _Object(False, _after(plain, found), found) if found else None


_BESIDE = re.compile(_OF_VISITS + _AROUND)


def _after(plain: str, found: re.Match[str]) -> int:
    beside = _BESIDE.match(plain, found.end())
    return beside.end() if beside else found.end()


def _active(plain: str, start: int) -> Decision | None:
    """ "The board has voted not to lift the ban on contact visits." """
    for act in _ACT.finditer(plain, start, start + _SUBJECT):
        refused = act["not"] is not None
        undone = act["undo2"] or (act["undo"] and not act["more"])
        if not _is_who(plain[start : act.start()]) or (act["more"] and act["undo"]):
            continue
        found = _direct(plain, act.end()) if act["decide"] and not act["more"] else _object(plain, act.end())
        if found and _plain_tail(plain, found.end):
            return _decision(found, -1 if undone else 1, refused=refused, act=act.group())
    hindered = _HINDERED.search(plain, start, start + _SUBJECT)
    if hindered is not None and _is_who(plain[start : hindered.start()]):
        found = _direct(plain, hindered.end())
        if found and _plain_tail(plain, found.end):
            return _decision(found, -1, refused=False, act=hindered.group())
    refusal = _NOT_TO.search(plain, start, start + _SUBJECT)
    if refusal is None or not _is_who(plain[start : refusal.start()]):
        return None
    found = _direct(plain, refusal.end())
    return _decision(found, 1, refused=True, act=refusal.group()) if found and _plain_tail(plain, found.end) else None


def _is_who(words: str) -> bool:
    return _WHO.fullmatch(words) is not None and _NO_WHO.search(words) is None and _AN_ACT.search(words) is None


def _direct(plain: str, at: int) -> _Object | None:
    """What somebody decided to do, or not to do."""
    found = _content(plain, at)
    return replace(found, direct=True) if found else None


def _decision(found: _Object, sign: int, *, refused: bool, act: str) -> Decision:
    """sign: of what was done to it, +1 kept or made, -1 undone, before a refusal turns it."""
    sign = -sign if refused else sign
    kept = sign > 0 and (refused or _UPHELD.search(act) is not None)
    refusable = found.plan or _REJECTED.search(act) is not None
    leaves = refused if found.direct else sign < 0 if refusable else kept
    return Decision(sign * found.sign, leaves, act.strip(" ,"), found.said.group(), found.name)


_UPHELD = re.compile(
    r"\b(?:upheld|uphold\w*|keep\w*|kept|affirm\w*|confirm\w*|let\w* stand|stands?|stood|survive[sd])\b"
)
# Done to what was never in force, whatever it is called.
_REJECTED = re.compile(
    r"\b(?:reject\w*|(?:vot|turn|shot|shoot)\w*(?: \S+)? down|defeat\w*|veto\w*|s[aiu]nks?|den(?:y|ies|ied)|fail\w*|died?|dies)\b"
)
# "The sheriff was barred from ending visits.", "The order keeps the county from closing the visiting room."
_HINDERED = re.compile(
    rf"(?:(?:(?:was|were|is|are|has been|have been) )(?:barred|banned|blocked|stopped|prohibited|enjoined|kept|prevented)|(?:{_BARS}) {_JAILS}) from "
)
_SUBJECT = 200  # characters before the verb at most


def _passive(plain: str, start: int) -> Decision | None:
    """ "A plan to end in-person visits was voted down.", "The bill to bring back visits died in committee." """
    found = _object(plain, start)
    for pattern in (_PASSIVE, _FATE) if found else ():
        assert found is not None
        fate = pattern.match(plain, found.end)
        if fate is not None and _plain_tail(plain, fate.end()):
            groups = fate.groupdict()
            sign = -1 if groups.get("undo") or groups.get("falls") else 1
            return _decision(found, sign, refused=bool(groups.get("not")), act=fate.group())
    return None


def _plain_tail(plain: str, at: int) -> bool:
    return _TAIL.fullmatch(plain, at) is not None and _TURNS.search(plain, at) is None
