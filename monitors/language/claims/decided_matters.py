"""What boards, courts and sheriffs decide about: a plan, rule, ban or fee, and what it holds for visits.

"a bill that guarantees in-person visits", "House Bill 12, which would ban video-only visits,", "the repeal of a rule that bars
children": each noun and verb has a sign, and their product is what the matter does to visits once it is in force.
"""

# ruff: noqa: E501, SIM905  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from monitors.language.words import lexicon_decisions as words
from monitors.language.words.lexicon_decisions import one_of
from monitors.language.words.patterns import regex

_TAKE, _GIVE, _RAISE, _LOWER = (one_of(words.TAKE), one_of(words.GIVE), one_of(words.RAISE), one_of(words.LOWER))
_BARS, _LETS = one_of(words.BAR), one_of(words.LET)

_DET = r"(?:at least |a minimum of )?(?:(?:(?:the|a) lower (?:court|judge)'s|the [\w.-]+'s|(?:sheriff|warden|governor|mayor|judge|superintendent|commissioner|director|chief|jailer) (?:[\w.-]+ ){0,2}[\w.-]+'s|the|a|an|its|his|her|our|your|their|this|that|all|any|both|every|each|another|these|those|[\w.'-]+'s?|\d+)(?: of (?:the|its|their))? )?"
_VISITS = (
    rf"{_DET}(?:(?:in-?person|face-to-face|face to face|contact|non-?contact|video|virtual|remote|on-?site|off-?site|lobby|home|family|social|public|personal|traditional|live|regular|general|normal|weekly|biweekly|monthly|weekend|weekday|evening|morning|afternoon|night|overnight|free|no-charge|no-cost|complimentary|paid|inmate|jail|prison|county|daily|holiday|through-the-glass|glass|window|barrier|extra|extended|additional|longer|same-day|private|conjugal|group|special|drop-in|walk-in"
    r"|\{[a-z,]+\}|1st|first|second|2nd|more|new|\d+|\d+ minutes|\w+day|tablet|televisit|child|young|underage|minor|out-of-state|children's|parent-child|scheduled|unlimited) ){0,4}"
    r"(?:visits?|visitation|visiting (?:hours|days?|rooms?|times?|privileges|rights|halls?|booths?|area|schedule|cent(?:er|re)|list|program|windows?)|visiting|(?:visitation|visitors?) (?:hours|rooms?|booths?|days?|area|privileges|rights|cent(?:er|re))|visitors|video (?:calls|calling))\b(?: (?:through|across|behind|at) (?:the )?glass)?(?! fees?| prices?| costs?| rates?)"
    r"(?: (?:a|per|each|every) (?:week|month|day|year)| (?:weekly|monthly|daily)\b| (?:a|per) (?:weekend)| on (?:weekends?|weekdays|holidays|\{[a-z,]+\}))?"
)
# With whom, where, by whom: nothing that turns.
_WHOM = r"(?:the|its|their|all|any|some|county|state|local|city|most|our|an?|those|such|each|every)"
VISITS = _VISITS
_OF_VISITS = (
    rf"(?:(?: (?:at|in|with|between|for|of|by|from)| to(?= (?:(?:{_WHOM}) )*(?:jails?|prisons?|inmates?|prisoners|detainees|residents|people|detention|facilit\w+|loved|relatives|children|minors|famil\w+|women|men|pretrial|former|anyone)\b)) (?!(?:a |an )?(?:vote|\d+-\d+|judge|unanimous|statement|committee|protest|meeting))(?:{_WHOM} )*[\w'-]+(?: [\w'-]+){{0,4}}?"
    r"(?=$|[.,;:)]| (?:-|–|that|which|who|was|were|has|have|had|is|are|will|won't|on|by|after|until|from|this|last|would|should|must|may|can|cannot|failed|fails|failing|dies|died|stands?|stood|stays?|remains?|passed|passes|carried|carries|took|takes|in|at|went|goes|got|gets|won|wins|cleared|clears|became|becomes|lost|loses|expired|did|does|survived|unconstitutional|unlawful|illegal|invalid|and|but|violates?|violated|fell|falls|for|to|despite|unanimously|permanent)\b))?"
)
_BAN = r"(?:bans?|prohibitions?|moratorium|freeze|halt|stop|pause|suspension|restrictions?|limits?|limitations?|caps?|curbs|closure|closing|shutdown|elimination|end|cancellation|abolition|removal|loss|blackout|bar|barriers?|ceiling|denial|curb|curtailment|shortening|crackdown|clampdown|embargo|cutback|exclusion|barring|rollback|blanket ban|lockout|stoppage|termination|discontinuation|phase-?out)"
_RETURN = r"(?:return|resumption|restoration|reopening|expansion|extension|rights?|guarantees?|protections?|reinstatement|revival|access|addition|increase|introduction|comeback|continuation|preservation)"
# What a vendor pays to the agency out of what families pay.
_SHARE = r"(?:(?:commissions?|kickbacks?|revenue shares?)\b(?!ers?\b)(?! (?:on|of|for|from) (?!visit|video|remote|on-?site|in-person|any visit|all visit|each visit|every visit))|shares? of what families pay(?: (?:for (?:video )?visits|to (?:talk with|see|visit) (?:people|inmates|prisoners|relatives)(?: in (?:the )?(?:county )?(?:jail|custody))?))?|shares? of (?:the |its )?(?:visit|visiting|visitation|video)(?: visit)? (?:revenue|fees|income|receipts))"
_PRICE = r"(?:prices?|levy|toll|tariff|costs?|fees?|charges?|rates?|surcharges?)"
_PRICED = rf"(?:{_PRICE}(?: of \$\d[\d.]*)? (?:of|for|on|to|per) {_VISITS}|(?:(?:video|remote|home|jail|weekly|on-?site|in-?person) )*(?:visits?|visitation|visiting) (?:prices?|costs?|fees?|rates?|charges?))"
_PEOPLE = r"(?:(?:all|any|most|some|minor|young|small|former|adult|underage|the|minor|out-of-state|unvaccinated|unmarried) )*(?:children|kids|toddlers|minors|teenagers|teens|infants|babies|friends|relatives|families|family members|(?:former )?(?:inmates|prisoners)|ex-inmates|ex-offenders|felons|people|siblings|anyone|visitors|parents|partners|fianc\w+|spouses|grandparents|volunteers|mothers|fathers|those|youths?|persons)(?: (?:with (?:a )?(?:felony |criminal )?(?:records?|convictions?)))?(?: (?:under|over|younger than|below) (?:the age of |age )?\d+)?"
_UNDER_AGE = r"(?: (?:under|over|younger than|below) (?:the age of |age )?\d+)?"

_PLAN = r"plans?|proposals?|motion|bill|measure|resolution|requests?|bid|petition|amendment|recommendation|idea|efforts?|push|attempts?|move|legislation|draft|deal|initiative|appeals?(?! of| from| against)|(?:lawsuits?|suits?|complaints?)(?! against| over| about)|challenges?(?! to| of| against)|calls?|demands?|pleas?|scheme|pitch|offer|suggestion|application|proposition|referendum|concept|drive|campaign|item"
_RULE = r"rules?|orders?|polic(?:y|ies)|law|ordinance|statute|clauses?|provisions?|requirements?|directive|decision|vote|agreement|contract|injunction|ruling|decree|section|program|practice|memo|announcement|threat|intention|language|act|wording|sentence|memorandum|regulations?|standards?|mandate|settlement|pilot|edict|exceptions?(?= (?:that|which))|terms?|paragraph|subsection|article|exhibit|guidelines?|moratorium|waiver|exemption|pact|judgment|pledge|promise|stance|restraining order|code|protocol|procedure|scheme|arrangement|permission|authority|dut(?:y|ies)|obligations?|powers?|discretion|freedom|carve-?outs?|loopholes?|dispensation"
_LINK = r"(?:,? ?\(?(?:that|which) (?:(?:would|will|could|shall) (?:have )?|had |has |have |also )?| ?,? ?(?:under|by|in|for) which(?: the)? | ?whereby |,? ?(?:to|of|for|on)(?: the)? | calling for | aimed at | meant to | designed to | saying | stating | providing that |,? ?\(? ?| - | – |: ?)"
_NOUN_TAIL = r"(?:,? (?:by|from|of|with|between) (?:the )?(?:[\w.'-]+,? ){1,4}?(?=to |that |which |for ))?(?:,? (?:adopted|approved|introduced|sponsored|imposed|issued|signed|passed|filed) (?:in \d{4}|by (?:[\w.'-]+ ?){1,4}|last (?:year|month)),? )?"
_SCREEN = r"(?: (?:visits?|calls?|visitation|only|alone|sessions?|screens?|kiosks?))?"
_SCREENS = rf"{_DET}(?:[\w-]+ ){{0,2}}?(?:video|screens?|tablets?|kiosks?)(?: (?:visits?|visitation|calls?))?"
_TURNED_INTO = rf"(?: (?:with|by|in favor of|for) (?:the |a )?(?:[\w-]+ ){{0,2}}(?:video|screens?|tablets?|kiosks?|virtual){_SCREEN})"
# "HB 12", "House Bill 88", "Section 4.2", "Item 9:": a plan or a rule by its number.
_NUMBER = r"(?:nos?\.? ?)?(?=[\w.()-]*\d)[\w.()-]*[\w)]"
_TITLED = regex(
    rf"(?:the )?(?:(?P<plan>(?:(?:house|senate|assembly|council|joint|concurrent) )*(?:bill|resolution|ordinance|file|item|motion|measure|question|proposition|initiative|amendment|agenda item) {_NUMBER}|(?:h|s|a)\.?b\.? ?\d[\w-]*|(?:sf|hf|lb|ld|hr|hjr|sjr|scr|hcr|acr|s\.|h\.|h\.r\.|h\.f\.|s\.f\.|res\.?) ?\d[\w-]*)"
    rf"|(?P<rule>(?:section|sec\.|subsection|paragraph|clause|article|exhibit|appendix|attachment|rule|order|policy|act|chapter|directive|provision) {_NUMBER})|(?P<lettered>(?:measure|proposition|question|initiative) [a-z]\b))(?: of the (?:agreement|contract|policy|code|handbook))?"
)
_JAIL_NOUN = r"(?:jails?|count(?:y|ies)|sheriffs?(?:' offices)?|prisons?|facilit(?:y|ies)|agenc(?:y|ies)|wardens?|vendors?|compan(?:y|ies)|department|customers?|clients?|partners|administrators?|operators?|lockups?|state|corrections|defendants?|officials|board|them|him|her|it|detention centers?)"
JAILS = rf"(?:(?:the|an?|all|any|every|each|most|our|its|their|your|county|state|local|city|private|regional|public|member|video|correctional|detention) )*(?:[\w.'-]+ (?=(?:county|jail|prison)\b))?{_JAIL_NOUN}"
_FORCE = r"(?:requir|forc|order|compel|compell|authoriz|oblig|direct|instruct|mandat|empower|enabl)(?:e[sd]?|s|ed|ing)?"
# Who is made, let or kept from doing it.
_MADE = regex(
    rf"(?:(?:{_LETS}|mak(?:e[sd]?|ing)|made) {JAILS} (?:to )?|{_FORCE} {JAILS} to |(?:requir|mandat|order|demand|direct|provid|say|stat|insist)(?:e[sd]?|s|ed|ing)? ?that {JAILS} (?:must |shall |should |may )?|(?<=that ){JAILS} (?:must |shall |should |may |will |had to |have to |has to )?|{JAILS} (?:must|shall|may|will|to) )"
)
# "stop denying visits"
_STOPPING = regex(
    r"(?:stop(?:s|ped|ping)?|quit|ceas(?:e|es|ed|ing)|refrain(?:s|ing)? from|end(?:s|ed|ing)?|halt(?:s|ed|ing)?|avoid) (?!visiting)(?=\w+ing\b)"
)
# "forbidding the jail to charge"; "the waiver that excuses the jail from offering visits": whoever is let off does not do it.
_EXCUSED = r"(?:excus|exempt|reliev|releas|absolv|discharg|spar)(?:e[sd]?|s|ed|ing)?"
_KEPT_FROM = regex(
    rf"(?:(?:{_BARS}|{_EXCUSED}) {JAILS} from |(?:forbid(?:s|ding)?|forb[ao]d(?:e|den)?) {JAILS} to |(?<=that ){JAILS} (?:shall |must )?(?:refrain|abstain|desist)s? from )"
)
# Done to a plan or rule, as a noun: "the veto of a bill", "its opposition to ending visits".
_AGAINST = regex(
    rf"{_DET}(?:(?:temporary|federal|early|legal|constitutional|inmates'|families'|mayor's|governor's|sheriff's|court|[\w.-]+'s) )?(?:(?:decision|vote|votes|ruling|order|judgment|injunction) against|decision not(?= to)|waiver|elimination|abolition|scrapping|veto|repeal|rejection|reversal|withdrawal|cancellation|stay|blocking|opposition|objections?|refusal|challenges?|appeals?|exemptions?|exceptions?|reprieve|relief|lawsuits?|suits?|complaints?|injunction|lifting|rescission|resistance|end|ending|deletion|removal|moratorium|ban|bar|prohibition)(?: of| to| against| on| from| over| about|) (?=\w)"
)
# "the exemption from the duty to offer visits": whoever is let off a duty, before that duty is taken for what is decided.
_LET_OFF = regex(rf"{_DET}(?:exemptions?|waivers?|exceptions?|reprieve|relief|release) (?:from|of|to) (?=\w)")
_WHICH = r"(?:are|is|were|was|be|(?:would|will|must|may|should|shall|can)(?: now| again| soon)? be|become|remain|stay)(?: (?:permanently|now|again|all|held|only|temporarily))*"
_CONTENT = regex(
    rf"(?:(?P<substitute>substitut(?:e[sd]?|ing) {_SCREENS} for {_VISITS}|put(?:s|ting)? {_SCREENS} in (?:the )?place of {_VISITS}|us(?:e[sd]?|ing) (?:{_DET}(?:[\w-]+ ){{0,2}}?(?:video|screens?|tablets?)(?: (?:visits?|visitation|calls?))?) (?:as (?:(?:an?|the|its) )?(?:only )?(?:substitutes?|replacements?|alternatives?) (?:for|to)|instead of|in place of|in lieu of) {_VISITS}|{_SCREENS} (?:(?:would|will|could|can|may|must|shall|should|is to|are to|was to|were to) )?(?:replace[sd]?|takes? the place of|took the place of) {_VISITS})|(?P<replace>replac(?:e[sd]?|ing)|swapp?(?:s|ed|ing)?|exchang(?:e[sd]?|ing)|substitut(?:e[sd]?|ing)|trad(?:e[sd]?|ing)) {_VISITS}{_TURNED_INTO}"
    rf"|(?P<screen>hold(?:s|ing)? (?:(?:all|its|their|the|family|social|public) )*(?:visits|visiting|visitation) (?:by|over|on|through|via) (?:video|screens?|tablets?|kiosks?)(?: visits?| calls?)? (?:only|alone|exclusively)|(?:send|direct|steer|mov|shift|refer)(?:e[sd]?|s|ed|ing)? (?:(?:all|its|their|the) )*(?:visitors|families|visits|the public) to (?:video|screens|tablets|kiosks)(?: (?:visits|only|alone))*(?: (?:rather than|instead of) (?:the )?{_VISITS})?|(?:mak(?:e|es|ing)|made) {_VISITS} (?:remote|virtual|digital|online|video-only|by video(?: only)?)|(?:limit|restrict|confin)(?:e[sd]?|s|ed|ing)? {_VISITS} to (?:video|screens|tablets|kiosks)(?: (?:visits|only|alone))*|(?:mov|switch|shift|convert)(?:e|es|s|ed|ing)? {_VISITS} (?:to (?:video|screens)(?: only)?|online|to screens)|(?:go(?:es|ing)?|gone|went|becom(?:es?|ing)|became) (?:all-|fully )?(?:(?:video|screen|remote|virtual)(?:-only| only)|all-video|all-remote|all-virtual))"
    rf"|(?P<has>(?:every|each|all|any|an?|the) (?:[\w'-]+ ){{1,2}}?(?:had|has|have|gets?|got|receives?|received|enjoy(?:s|ed)?|may have) {_VISITS})"
    rf"|(?P<free>mak(?:e|es|ing)|made) {_VISITS}(?: from home)? free(?: of charge)?"
    rf"|(?P<held_to>(?:limit|restrict|hold|keep|confin|capp?)(?:e[sd]?|s|ed|ing)? {_VISITS} (?:to|at) (?:no more than |not more than |at most |a maximum of |only )?\d+ (?:hours?|minutes|days?|visits?|a (?:week|month)))"
    rf"|(?P<capped>(?:limit|restrict)(?:s|ed|ing)?|capp?(?:s|ed|ing)?|hold(?:s|ing)?) (?:(?:each|every|all|an|any|most) )?(?:inmates?|prisoners?|detainees?|residents?|person|people|families|visitors?)(?: in custody)? to {_VISITS}"
    rf"|(?P<said>{_VISITS}(?: from home)? (?:{_WHICH} (?:free|allowed|permitted|guaranteed|restored|offered|held|available|protected|unlimited|reinstated|resumed|back|brought back|expanded|extended|preserved|kept|continued)|(?:(?:will|would|can|may|must|should) )?(?:stay|remain|resume[sd]?|return(?:s|ed)?|continues?|continued|come back|came back|start again|restart(?:ed)?|reopen(?:s|ed)?)))"
    rf"|(?P<unsaid>{_VISITS}(?: from home)? (?:{_WHICH} (?:banned|barred|forbidden|prohibited|ended|stopped|suspended|cancel+ed|cut|limited|restricted|remote|virtual|video-only|by video(?: only)?|replaced (?:by|with) video|discontinued|eliminated|halted|abolished|phased out|shut|closed|over|gone|a thing of the past|denied)|(?:will|would) (?:permanently )?(?:end|cease|stop|go away)(?: permanently| for good)?|(?:end|cease|stop)(?=[.;]|$| was| were)|(?:must |shall |should |will |may )?(?:take place|happen|be held|be) (?:only )?(?:by|over|through) video(?: only)?))"
    rf"|(?P<pay>(?:mak(?:e|es|ing)|made|requir(?:e[sd]?|ing)|forc(?:e[sd]?|ing)) (?:[\w'-]+ ){{1,3}}(?:to )?pay (?:\$?[\d.]+ )?(?:more )?for {_VISITS})"
    rf"|(?P<entitles>(?:entitl(?:e[sd]?|ing)) (?:[\w'-]+ ){{1,3}}to {_VISITS}|(?:{_LETS}) (?:[\w'-]+ ){{1,4}}?(?:have|receive|get|hold|enjoy) {_VISITS})"
    rf"|(?P<glassed>(?:put(?:s|ting)?|mov(?:e[sd]?|ing)|hold(?:s|ing)?) {_VISITS} behind (?:glass|a partition|plexiglass|partitions|a screen))"
    rf"|(?P<turned>(?:turn(?:s|ed|ing)?|convert(?:s|ed|ing)?) {_VISITS} (?:in)?to (?:an? )?(?:\w+ ){{0,2}}(?:offices?|cells?|dorms?|storage|beds|classrooms?))"
    rf"|(?P<charge>charg(?:e[sd]?|ing)) (?:(?:\w+ ){{1,3}})?(?:\$\d[\d.]* )?for {_VISITS}"
    rf"|(?P<bars>{_BARS}) {_PEOPLE} (?:from (?:visiting(?: (?:their|a|an|the|any) \w+)?|the visiting (?:room|area)|coming to visits?|entering the visiting (?:room|area)|(?:in-person |contact |all )?visits|the jail|jail visits|seeing inmates)|out of (?:the |its )?(?:[\w-]+'s )?(?:visiting (?:room|area)|visiting hall|jail))"
    rf"|(?P<only>(?:allow|permit|offer|provid|hold|giv)(?:e[sd]?|s|ed|ing)? (?:for )?(?:only|just|no more than) {_VISITS})|(?P<strips>(?:stripp?|depriv|robb?)(?:e[sd]?|s|ed|ing)? (?:[\w'-]+ ){{1,3}}of (?:{_DET}(?:\w+ )?(?:rights?|access) to )?{_VISITS})"
    rf"|(?P<right>(?:mak(?:e|es|ing)|made) {_VISITS} (?:a (?:\w+ )?right|mandatory|compulsory|permanent|easier))|(?P<wrong>(?:mak(?:e|es|ing)|made) {_VISITS} (?:harder|rarer|impossible|optional|a privilege))"
    rf"|(?P<meets>{_LETS}) (?:[\w'-]+ ){{1,6}}?(?:meet|see|sit (?:down |across )?(?:with|from)) (?:with )?(?:(?:their|the|its|his|her|our) )?(?:famil(?:y|ies)|loved 1s|loved ones|relatives|kin|children|kids|parents|spouses|partners|friends|visitors|guests|prisoners|inmates|detainees)(?: members)? (?:in person|face to face)(?: (?:starting|beginning|from|as of|on|by) (?:\{{[a-z]+\}}|[a-z]+\.? \d{{1,2}}))?"
    rf"|(?P<lets>{_LETS}) {_PEOPLE} (?:to )?(?:visit|come to visits|into the visiting (?:room|area|hall)|in to visit|in)"
    rf"|(?P<bars_visitors>(?:barr?|bann?|prohibit|exclud|forbid|forbidd|turn)(?:s|ed|ing|e|es)?(?: away)?) (?:visitors|visits by {_PEOPLE}|children|minors|kids){_UNDER_AGE}(?! (?:from|out|to)\b)"
    rf"|(?P<raise>{_RAISE}) {_DET}(?:\$\d[\d.]* )?{_PRICED}"
    rf"|(?P<lower>{_LOWER}) {_DET}(?:\$\d[\d.]* )?{_PRICED}"
    rf"|(?P<unban>{_TAKE}|{one_of(words.TAKE_BAN)}) {_DET}(?:[\w-]+ ){{0,2}}(?:(?:{_BAN}) (?:on|of|to|for|in) {_VISITS}|video-only (?:polic(?:y|ies)|rules?|visits|visitation|visiting))"
    rf"|(?P<ban>{_GIVE}) {_DET}(?:[\w-]+ ){{0,2}}(?:(?:{_BAN}) (?:on|of|to|for|in) {_VISITS}|video-only (?:polic(?:y|ies)|rules?|visits|visitation|visiting))"
    rf"|(?P<ungive>{_TAKE}) {_DET}(?:{_RETURN}) (?:of|to|for) {_VISITS}"
    rf"|(?P<give>{_GIVE}|requir(?:e[sd]?|ing) (?:[\w'-]+ ){{1,5}}?to (?:offer|hold|provide|allow|permit|keep|restore|give|resume|reopen)|(?:g(?:ives?|ave|iven|iving|rant(?:s|ed|ing)?|uarantee[sd]?|uaranteeing)|assur(?:es?|ed|ing)|promis(?:es?|ed|ing)|afford(?:s|ed|ing)?|allot(?:s|ted|ting)?) (?!up |away |in |out |no |back )(?:(?:every|each|all|any)? ?(?:[\w'-]+ ){{1,3}}?(?=\d|an? |at least |free|contact|in-?person|video|face|the right|visits))) ?(?:(?:the|a|an) (?:\w+ )?right to |the return of |access to |the option of )?{_VISITS}"
    rf"|(?P<hugs>{_LETS}) (?:[\w'-]+ ){{1,3}}(?:hug|touch|hold|embrace) (?:[\w'-]+ ){{1,3}}(?:during|at|in) {_VISITS}"
    rf"|(?P<take>{_TAKE}) {_VISITS}(?: (?:in half|for good|permanently))?"
    rf"|(?P<none>no (?:more )?{_VISITS})"
    rf"|(?P<share>(?:accept|receiv|collect|tak|keep|retain|pay|remit|earn)(?:e[sd]?|s|ed|ing)? {_DET}(?:[\w-]+ ){{0,2}}?{_SHARE}(?: (?:on|for|from) {_VISITS})?)"
    rf"|(?P<shut>(?:clos(?:e[sd]?|ing)|shut(?:s|ting)?) (?:the )?(?:jail|prison|lobby|doors?) to (?:all )?visitors)|(?P<opened>(?:re)?open(?:s|ed|ing)? (?:the )?(?:jail|prison|lobby|doors?) to (?:all )?visitors))"
)
_SIGNS = {
    "replace": -1, "has": 1, "substitute": -1, "screen": -1, "capped": -1, "held_to": -1, "said": 1, "unsaid": -1, "free": 1, "charge": -1, "bars": -1, "lets": 1, "bars_visitors": -1, "raise": -1, "lower": 1, "unban": 1, "ban": -1,
    "ungive": -1, "give": 1, "take": -1, "hugs": 1, "meets": 1, "only": -1, "strips": -1, "right": 1, "wrong": -1, "pay": -1, "entitles": 1, "glassed": -1, "turned": -1, "none": -1, "shut": -1, "opened": 1, "share": -1, "unshare": 1, "duty": 1,
}  # fmt: skip
# A noun that says by itself what it does to visits: "the ban on contact visits", "a fee of $5 for each visit".
_THING = regex(
    rf"(?:\$[\d.]+ )?(?:(?P<replace>(?:switch|shift|move|conversion|change|transition|changeover) (?:from [\w -]{{3,30}}? )?to (?:all-)?(?:video|virtual|remote|screen)(?:-only)?(?: (?:visits?|visitation|visiting|calls))?(?: only)?\b|replacement of {_VISITS}{_TURNED_INTO}|(?:video|screen|tablet)-only (?:polic(?:y|ies)|rules?|visits|visitation|visiting|orders?|systems?|models?|plans?|proposals?|options?|mandates?|contracts?))|(?P<ban>(?:{_BAN}) (?:on|of|to|for|in|against) {_VISITS}|(?:rules?|polic(?:y|ies)|orders?|law|resolution|edict|ordinance|decree) (?:against|opposing) {_VISITS}|no-(?:visit|visitors?|visitation) (?:rules?|polic(?:y|ies)|orders?)|no-(?:contact|touch)(?:-visit)? (?:rules?|polic(?:y|ies))|(?:visit|visitor|visitation|visiting) (?:bans?|restrictions?|limits?|caps?|moratorium|blackout|freeze))|(?P<give>(?:{_RETURN}) (?:of|to|for|in) {_VISITS})"
    rf"|(?P<raise>(?:increase|rise|hike|jump|doubling|tripling|raising) (?:in|of) (?:the )?{_PRICED}|(?:price|fee|rate) (?:increase|hike)s? (?:for|on) {_VISITS})"
    rf"|(?P<lower>(?:cut|drop|decrease|reduction|halving|lowering) (?:in|of) (?:the )?{_PRICED}|(?:caps?|ceiling|limit|bans?|prohibition|freeze|moratorium) on (?:the )?{_PRICED}|(?:price|fee|rate) (?:cut|cap|waiver)s? (?:for|on) {_VISITS})|(?P<bars>bans? on (?:{_PEOPLE}) (?:in|at|from) (?:visits|visiting|the visiting (?:room|area))|(?:exclusion|barring|banning) of {_PEOPLE} from (?:visits|visiting|the visiting (?:room|area)))|(?P<take>(?:cuts?|reductions?|end) (?:in|to|of) {_VISITS}|(?:visit|visitation) cuts)"
    rf"|(?P<charge>(?:fee|charge|surcharge)s?(?: of \$\d[\d.]*)?(?: it (?:had |has )?charge[sd])? (?:for|on|to|of|per) {_VISITS}|(?:per-visit|visit|visitation|visiting) (?:fees?|charges?|surcharges?))"
    rf"|(?P<duty>{_VISITS} (?:requirements?|mandates?|guarantees?)|in-person (?:visits?|visiting|visitation) (?:laws?|ordinances?|acts?|statutes?|protections?))|(?P<unshare>(?:{_BAN}) (?:on|of|against) (?:[\w-]+ )?{_SHARE}(?: (?:on|for|from) {_VISITS})?)|(?P<share>(?:site |video |its )?{_SHARE}(?: (?:on|for|from) {_VISITS})?)"
    rf"|(?P<capped>(?:limit|cap|ceiling|maximum) of (?:\d+|one|two) visits?(?: (?:a|per|each) (?:week|month))?|\d+[ -]visits?(?:[ -](?:a|per)[ -](?:week|month))? (?:limit|cap|maximum|rule))|(?P<free>free {_VISITS})(?= (?:program|rule|policy)))"
)
_A_NOUN = tuple(regex(rf"(?:(?P<plan>{_PLAN})|(?P<rule>{_RULE})){tail}{_LINK}") for tail in ("", _NOUN_TAIL))
_ARTICLE = regex(
    r"(?:(?:the|a) lower (?:court|judge)'s|the|an?|any|all|its|his|her|their|our|this|that|every|each|[\w.-]+'s?|\d+) "
)
_DETERMINER = regex(_DET)
_WORD = regex(r"(?:[\w'%.$-]+|\([^)]{1,12}\)),? ")
# Words that may not stand between an article and its noun.
_NO_FILLER = (
    frozenset(
        "of for to on in at by from with that which not no never stay without against usage revenue payment payments volume minimum is are was were be been has have had will would may might should could must and or but if when while it they he she we over about between under after before behind into than as a an the this his her its their our your any all some every each trial study report".split()
    )
    | words.TURNING
) - frozenset("proposed order orders set open live current free extended expanded limited required revised".split())
_DESCRIBING = frozenset(
    "visiting existing standing longstanding long-standing pending sweeping ongoing binding housing ruling".split()
)
_FILLERS = 4


@dataclass(frozen=True, slots=True)
class Matter:
    """What was decided about. plan: not in force yet; said: its match, end: where it ends; direct: told as an act, "to
    end visits"; turn: -1 where somebody is kept from it; sign: of it for visits."""

    plan: bool
    end: int
    said: re.Match[str]
    direct: bool = False
    turn: int = 1

    @property
    def name(self) -> str:
        return next(name for name, found in self.said.groupdict().items() if found is not None)

    @property
    def sign(self) -> int:
        return self.turn * _SIGNS[self.name]


def matter(plain: str, at: int, depth: int = 0) -> Matter | None:
    """The plan, rule, ban or fee that starts there."""
    titled = _TITLED.match(plain, at)
    if titled is not None:
        for link in (_A_LINK.match(plain, titled.end()), _ENDING.match(plain, titled.end())):
            found = link and _content(plain, link.end(), depth)
            found = found or (matter(plain, link.end(), depth + 1) if link and depth < _DEEPEST else None)
            if found:
                return replace(found, plan=titled["rule"] is None)
    let_off = _LET_OFF.match(plain, at) if depth < _DEEPEST else None
    excused = let_off and (matter(plain, let_off.end(), depth + 1) or direct(plain, let_off.end()))
    if excused:
        return replace(excused, turn=-excused.turn, plan=False, direct=False)
    starts = list(_noun_starts(plain, at))
    for start, pattern in product(starts, _A_NOUN):
        noun = pattern.match(plain, start)
        found = noun and _content(plain, noun.end(), depth)
        if noun and found:
            return replace(found, plan=noun["plan"] is not None)
        visits = noun and noun["plan"] and noun.group().endswith(" for ") and BARE.match(plain, noun.end())
        if visits:
            return Matter(True, after(plain, visits), visits)
    for start in starts:
        thing = _THING.match(plain, start)
        if thing:
            return Matter(False, after(plain, thing), thing)
    against = _AGAINST.match(plain, at) if depth < _DEEPEST else None
    if against is not None:
        undone = matter(plain, against.end(), depth + 1) or direct(plain, against.end())
        if undone:
            return replace(undone, turn=-undone.turn, plan=False, direct=False)
    return None


_A_LINK = regex(_LINK)
_ENDING = regex(r",? ?(?:-|–|:|\()? ?(?:an act (?:to|relating to) |a bill (?:to|for an act to) |relating to )?")


def _noun_starts(plain: str, at: int) -> Iterator[int]:
    """Where a noun may start: behind the article and each of a few words that neither turn nor hang it on another."""
    found = _DETERMINER.match(plain, at)
    start = found.end() if found else at
    if start != at:
        yield at
    yield start
    for _ in range(_FILLERS):
        word = _WORD.match(plain, start)
        if word is None or not _may_fill(word.group().strip(" ,")):
            return
        start = word.end()
        yield start


def _may_fill(word: str) -> bool:
    return word not in _NO_FILLER and (not word.endswith("ing") or word in _DESCRIBING)


# "A motion to rescind the order ..."
_DONE_TO = regex(
    rf"(?:(?P<undo>challeng(?:es|ed|ing|e)|contest(?:s|ed|ing)?|attacking|fighting|against|{words.UNDOES.replace('(?: @V)?', '')})|(?P<keep>{words.KEEPS.replace('(?: @V)?', '')})) "
)
_DEEPEST = 2  # "the veto of the repeal of a ban"


def _content(plain: str, at: int, depth: int = 0) -> Matter | None:
    """What a plan or rule holds: an act on visits, who is made to do or kept from it, or a noun for one."""
    for pattern, turn in ((_MADE, 1), (_KEPT_FROM, -1), (_STOPPING, -1)):
        made = pattern.match(plain, at)
        found = made and (_CONTENT.match(plain, made.end()))
        if found:
            return Matter(False, after(plain, found), found, turn=turn)
        kept = _KEPT_FROM.match(plain, made.end()) if made and turn > 0 else None
        content = kept and _CONTENT.match(plain, kept.end())
        if content:  # "let the vendor stop the jail from holding visits"
            return Matter(False, after(plain, content), content, turn=-1)
        duty = matter(plain, made.end(), depth + 1) if made and turn < 0 and depth < _DEEPEST else None
        if duty and pattern is _KEPT_FROM:
            return replace(duty, turn=-duty.turn, plan=False)
    act = _DONE_TO.match(plain, at) if depth < _DEEPEST else None
    undone = act and matter(plain, act.end(), depth + 1)
    if act and undone:
        return replace(undone, turn=undone.turn * (-1 if act["undo"] else 1), plan=False)
    found = _CONTENT.match(plain, at)
    if found:
        return Matter(False, after(plain, found), found)
    against = _AGAINST.match(plain, at) if depth < _DEEPEST else None
    undone = against and matter(plain, against.end(), depth + 1)
    if undone:
        return replace(undone, turn=-undone.turn, plan=False)
    has_article = (
        _ARTICLE.match(plain, at) is not None
    )  # without one, the word before a noun may be a verb: "to discuss limits"
    for start in _noun_starts(plain, at) if has_article else (at,):
        thing = _THING.match(plain, start)
        if thing:
            return Matter(False, after(plain, thing), thing)
    return None


def direct(plain: str, at: int) -> Matter | None:
    """What somebody decided to do, or not to do."""
    found = _content(plain, at)
    return replace(found, direct=True) if found else None


_AROUND = r"(?:(?: from \d+)? to \d+ (?:a|per) (?:week|month|day)|(?: from \$\d[\d.]*)? (?:to|by) (?:\$?\d[\d.]*%?)(?: (?:each|a (?:visit|minute)|percent|minutes))?)?"
_BESIDE = regex(rf"(?:{_OF_VISITS}){{1,2}}{_AROUND}\)?")


def after(plain: str, found: re.Match[str]) -> int:
    beside = _BESIDE.match(plain, found.end())
    return beside.end() if beside else found.end()


# Visits of a kind that there might not be: "evening visits", "a second weekly visit".
BARE = regex(
    rf"(?P<give>(?=[^.,;]{{0,40}}?\b(?:in-?person|contact|evening|weekend|holiday|overnight|longer|second|2nd|extra|additional|more|free|face-to-face|longer|\{{[a-z]+\}})\b){_VISITS}(?<!visitors))"
)
