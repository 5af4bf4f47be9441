"""Lines that decide nothing about visits: denials, rumors, history, opinion, campaigns, what is pending, other places (R8, R9).

"The sheriff denied that he plans to end in-person visits.", "In 2015 the board had voted to end them.", "If elected, Jones
would bring back visits." speak of an act on visits that nobody has done or announced here, or that was done long ago. A
line is taken only where one of these frames holds all of it: with a second clause on what is done now it is left to
others ("... and in-person visits ended on Monday").
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from monitors.language.claims.decisions import decision
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import MONTH
from monitors.language.words.lexicon_undecided import ELSEWHERE, LONG_AGO, OPEN
from monitors.language.words.patterns import regex

_LONGEST = 300  # characters; a longer line is no one sentence

# A line without one of these words is none of them: cheap, for every changed line is asked.
_MARKED = regex(
    r"\b(?:den(?:y|ies|ied)|no truth|not true|untrue|false(?:ly)?|unfounded|baseless|inaccurate|incorrect|hoax|not the case|rumou?r\w*|messages?|going around|none of|contrary|never planned|no plans?"
    r"|(?:19|20)\d\d|(?:19|20)\d0s|ago|decades|once|when the jail|long ago"
    r"|(?:may|might) have|made up|made-up|no basis|myth|nonsense|notion|famil(?:y|ies)|parents?|mothers?|fathers?|residents?|advocates?|activists?|critics?|opponents?|supporters?|readers?|relatives|letter|editorial|columnists?|union|pastor|mistake"
    r"|elected|hopefuls?|as sheriff|as the next|vying|race|signs?|elects?|wins?|candidates?|challenger|running|campaign\w*|polls?|surveyed|voters?"
    r"|decid\w+|decision|vote[sd]?|known|knows?|fate|future|talks|negotiations|more time|unclear|undecided|uncertain|rule on|rule in|rul(?:e|ed|ing)|action|tabled|postponed|delayed|put off|split|divided|agenda|could|might"
    r"|linked|tied|according|over in|away|out of state|out west|out east|upstate|downstate|different|neighbou?ring|nearby|other|several|another|that state|there|across|hours? (?:north|south|east|west|away)|national|nation|country|state"
    r"|stud(?:y|ies)|research\w*|experts?|many|most|held|logged|handled?|there were)\b"
)
# Something is done now beside it, or the frame turns.
_MORE = regex(
    r"[;:]|,? \b(?:but|however|though|although|instead|nevertheless|yet(?! (?:to|known|been|decided|said|ruled))|so|until now)\b|\b(?:today|yesterday|effective|as of|from now on|this (?:week|month|year|spring|summer|fall|winter)|since then)\b"
    r"|\bnow\b(?! in)|\b(?:last|next|on) (?:week|\{[a-z]+\})|(?:,| and) (?:then )?(?:the |a )?(?:board|sheriff|jail|county|judge|court|council|commission\w*|warden|visits?|in-person|contact|it|they|he|she)\b[^,]{0,40}? (?:will|has|have|ended|lifted|voted|is|are|was|were|resumed|suspended|banned|restored)\b"
)
_TURNS_HERE = regex(r"[;:]|\b(?:but|however|though|although|instead|here|our|we|this (?:jail|county)|as a result)\b")
_WHO = r"(?:(?!\b(?:that|which|who|not|no|court|judge|panel|justices?|magistrate)\b)[\w.'-]+,? ){1,9}?"
_PLAN = r"(?:(?:any|all|the|having|such|online|recent) )*(?:notion|plan\w*|intention|intent|reports?|rumou?rs?|claims?|talk|suggestions?|allegations?|idea|effort|having|wanting|trying|considering)\b"
_FALSE = r"(?:(?:simply|completely|entirely|flatly|totally|also|just|all|both) )?(?:false|untrue|not true|not (?:accurate|correct|so)|unfounded|baseless|inaccurate|incorrect|wrong|a hoax|fake|(?:without|has no|have no) (?:merit|basis|foundation|truth)|mistaken|made up|made-up|invented|nonsense|a lie|lies|a myth|fiction|bogus)"
_RUMOR = r"(?:fact check:? |rumou?r control:? |myth:? )?(?:(?:a|an|the|any|all|these|those|some|such|recent|online|false|widespread|there is a|there are) )*(?:rumou?rs?|hoax|talk|speculation|whispers|gossip|claims?|reports?|posts?|messages?|stor(?:y|ies)|tales?|flyers?|tweets?|gossip|memes?|notions?|chatter|myths?|videos?)"
_DENIED = regex(
    rf"{_WHO}(?:(?:has|have|had|also|again|flatly|strongly|repeatedly|firmly|publicly) )*(?:den(?:y|ies|ied)|disput(?:e[sd]?)|dismiss(?:ed|es)? as false|rejects?|rejected|shot down|knocked down) (?:(?:that|it|he|she|they|rumou?rs?|reports?|talk|claims?|suggestions?)\b|{_PLAN})(?<!rejected that)(?<!rejected it)(?<!rejected the plan)"
    rf"|{_WHO}(?:(?:says?|said|insists?|insisted|maintains?|maintained|states?|stated|added)(?: that)? )?(?:it|he|she|they|the \w+(?: \w+)?|there) (?:(?:has|have|had|is|are|was|were) )?(?:(?:never|not) (?:planned|intended|meant|told|asked)|no (?:\w+ )?(?:plans?|intention|truth) (?:to|of|for|in)|no truth)"
    rf"|{_WHO}(?:said|says|insists?|insisted|stressed)(?: that)? (?:it is|it's|that is|that's|this is) (?:{_FALSE}|no truth)"
    r"|\"?(?:there is|there's|there was) no truth to\b"
    r"|it is (?:not true|false|untrue) that"
)
_NO_PLANS = regex(
    rf"(?:{_WHO}(?:says?|said)(?: that)? |{_WHO})(?:(?:it|he|she|they|there) )?(?:has|have|had|is|are) no (?:\w+ )?plans? to\b"
)
_RUMORED = regex(
    rf"{_RUMOR}\b.*\b(?:(?:is|are|was|were|it is|these are|this is) (?=\w)|(?=ha(?:s|ve) no ))(?:{_FALSE}|not the case)[.! ]*$"
    rf"|{_RUMOR} (?:(?:is|are|was|were|making|going|circulating|spreading|has|have|been|on|around|in|the rounds|facebook|social media|online|twitter|x|the internet|community|town) ?){{1,8}}(?:that|says?|claims?|claiming|saying|alleging)\b"
    r"|(?:a|an|any) (?:false|fake|untrue) (?:message|post|report|story|rumou?r|claim|flyer|notice)s?\b|false (?:messages|posts|reports|stories|rumou?rs|claims)\b"
    r"|it (?:is|was|has been) (?:widely |falsely )?rumou?red\b|rumou?r has it\b|contrary to (?:what|rumou?rs?|reports?|posts?|(?:popular )?belief|some|claims?|any)\b|(?:you|some|some of you|many|many of you|people) (?:may|might) have (?:heard|read|seen) (?:that|rumou?rs?|reports?|posts?|claims?|otherwise)\b|(?:that|this|it) (?:is|was) (?:not (?:so|true|the case)|false)[.! ]*$"
    r"|there (?:is|are|was|were|has been|have been) (?:an? |no truth to (?:the |a )?|some )?(?:rumou?rs?|talk|speculation|gossip)\b"
)
# "Contrary to rumors, visits are back." tells what is so; "... visits are not ending" what is not.
_HOLDS_NOW = regex(
    r"\b(?:(?:is|are|has been|have been) (?:suspended|cancel+ed|back|closed|over|ended|restored|banned)|(?:has|have) (?:ended|resumed|stopped|closed|reopened)|no longer|now (?!in|know))\b"
)
_NOT = regex(r"\b(?:not|never|no plans?|still|remain\w*|continu\w+|as usual)\b|n't\b")
_LEAD_YEAR = r"(?:back )?(?:in|by|during|since|before|until|around) (?:the )?(?:(?:early|late|mid|summer|spring|fall|winter|end|start)(?: of| |-))*(?:(?:19|20)\d\d)s?"
_WAS = r"(?:had|was|were|could|did|voted|ended|banned|barred|stopped|did away with|charged|held|allowed|opened|brought|took|met|closed|dropped|lifted|suspended|restored|abolished|replaced|introduced|began|talked|limited|required|sat|saw|visited|used|adopted|decided|approved|rejected|came|went|cut|built|started|resumed)"
_HISTORY = (
    regex(
        rf"(?:{_LEAD_YEAR}|(?:\w+ )?(?:\d+ )?(?:years|decades|a decade|a century|a generation)(?: or more)? (?:ago|earlier|before)|(?:long|many years|a decade|decades|\d+ years|generations) ago|a generation ago|in (?:the old days|years past|the past|former times|those days)|before the (?:\w+ ){{0,2}}(?:jail|building|facility) (?:opened|was built)(?: in (?:(?:19|20)\d\d))?|when the (?:\w+ ){{0,2}}(?:jail|building|facility|prison|sheriff) (?:opened|was built|first opened)(?: in (?:(?:19|20)\d\d))?),? .*\b{_WAS}\b"
    ),
    regex(rf".*\b{_WAS}\b.* in (?:the )?(?:(?:early|late) )?(?:(?:19|20)\d\d)s?(?:,? (?:when|after|because|under|and)\b.*)?[. ]*$"),
    regex(rf"(?:the|this|our) (?:jail|prison|facility|county|sheriff|visiting room|detention center), which {_WAS}\b[^,]* in (?:(?:19|20)\d\d),"),
    regex(r".*\b(?:has|have|had) gone (?:\w+ ){1,4}?(?:years?|months?|weeks?|decades?) without\b.*"),
    regex(rf"a (?:(?:19|20)\d\d) (?:\w+ )?(?:order|ban|rule|policy|vote|law|decision|ruling|suspension)\b.*\b{_WAS}\b"),
    regex(r".*\bhad (?:\w+ )?(?:banned|voted|ended|barred|stopped|allowed|charged|closed|lifted|suspended|been)\b.*\bin (?:(?:19|20)\d\d)\b"),
)  # fmt: skip
_YEAR = regex(r"\b(?:19|20)\d\d(?=s?\b)")
_IS_NOW = regex(
    r"\b(?:will|is|are|has|(?<!could )(?<!had to )have|may|must|can|remains?|still|no longer|today|now|today's|continues?)\b"
)
_HOLDS = regex(r"\b(?:today|now|currently) (?:holds|houses)\b")
_BYSTANDER = r"(?:(?:the|a|an|some|many|several|most|few|two|three|local|jail|prison|civil rights|prison reform|other|a group of|dozens of|\d+) )*(?:newspaper's |paper's |jail's )?(?:famil(?:y|ies)(?: members)?|parents?|mothers?|fathers?|wives|relatives|residents?|neighbou?rs?|advocates?|activists?|critics?|opponents?|supporters?|readers?|visitors|letters?(?: to the editor| writer| writers)?|editorial(?: board)?|columnists?|editors?|union|guards' union|pastors?(?: [\w.]+){0,2}|rev\. \w+|volunteers?|experts?|professors?)"
_HOLDS_THAT = r"(?:said|says?|argue[sd]?|believe[sd]?|think|thinks|thought|complain(?:ed|s)?|worr(?:y|ies|ied)|fear(?:s|ed)?|hopes?|hoped|wants?|wanted|would (?:like|prefer|rather|love|welcome)|wish(?:es)?|wrote|writes|asks?|asked|call(?:s|ed)? (?:on|for)|urge[sd]?|demand(?:s|ed)?|support(?:s|ed)?|oppose[sd]?|favou?r(?:s|ed)?|praise[sd]?|criticize[sd]?|question(?:s|ed)?|wonder(?:s|ed)?|plead(?:s|ed)?)"
_OPINION = regex(
    rf"{_BYSTANDER},? (?:(?:also|again|often|have|has|long) )*{_HOLDS_THAT}\b(?! that (?:the |all )?(?:jail|sheriff|county|visits?) (?:has|had|have|ended|stopped|banned))"
    rf"|\"[^\"]{{8,}}\"?,?\"? (?:(?:said|says|asked|wrote|told the (?:board|council|commissioners|court)|cried|recalled) {_BYSTANDER}|{_BYSTANDER} (?:said|says|asked|wrote|told|cried|recalled|added))\b"
    r"|\"[^\"]{8,}\"? (?:said|says|wrote|asked) (?:[\w.'-]+ ){1,3}(?:of the ban|of the plan|of the end|of video|, whose)"
    r"|[\w.' -]{3,40} (?:called|calls) (?:the |a |an |in-person |video |contact )+[\w -]{3,40} (?:a (?:\w+ )?(?:mistake|shame|disgrace|blow|failure|success|blessing|lifeline)|cruel|wrong|unfair|unnecessary|inhumane|overdue)"
)
_ACTED = regex(
    r"\b(?:board|council|commission(?:ers)?|sheriff|judge|court|jail|county|warden|governor|and|then|who)(?: (?!said|would|to\b)\w+)? (?:ended|stopped|banned|barred|dropped|lifted|resumed|restored|suspended|closed|reopened|replaced|brought back|cut|rescinded|repealed|rejected|approved|voted|kept)\b|\b(?:had|has|have) (?:quietly |already |just |now )?(?:ended|stopped|banned|barred|cut|dropped|lifted|resumed|restored|suspended|closed|replaced|brought)\b|\bno longer\b|\b(?:sued|suing|filed|lawsuit|suit|petition(?:ed)?|complaint)\b"
)
_OFFICE = r"(?:sheriff|judge|mayor|governor|office|commissioner|county executive|the job|the post)"
_CAMPAIGN = regex(
    rf"\bif (?:(?:he|she|they|is|are|was|were) )*(?:re-?)?elected\b|\bif (?:he|she|they|[\w.]+) (?:wins?|won)\b|\bif voters (?:choose|elect|pick|back|send)\b|\b(?:both|all|the|two|three|four|most|other) (?:of the \w+ )?(?:\w+ )?candidates\b(?! (?:for|who) (?!{_OFFICE}))|^(?:the )?(?:democratic |republican )?candidate\b|\bcandidates? for (?:county )?{_OFFICE}|{_OFFICE} candidates?\b"
    rf"|\bchallenger\b|\b(?:sheriff|mayoral|judicial|board) hopefuls?\b|\bhopefuls? for {_OFFICE}|\b(?:do|does|would do) (?:first )?as (?:the next )?{_OFFICE}\b|\bas (?:the )?(?:next|new) {_OFFICE}, \w+ (?:\w+ )?would\b|\b(?:vying|bid|race|campaign) for (?:county )?{_OFFICE}\b|\byard signs?\b|\brunning for (?:county )?{_OFFICE}\b(?!,? again)|\bduring (?:(?:his|her|their|the) )?campaign\b|\bon the campaign trail\b|\bcampaign (?:promise|pledge|speech|ad|flyer)\b|\b(?:a|the|an|our|new|recent) (?:\w+ )?polls? (?:\w+ ){{0,3}}?(?:found|finds|shows?|showed|says|said|suggests?)\b|\baccording to (?:a|the|an) (?:\w+ )?poll\b|\b(?:people|voters|residents|those) (?:surveyed|polled|questioned)\b|\bin a (?:\w+ )?poll\b"
)
_BODY = r"(?:the |a |an |county |city |state |jail |local |all )*(?:boards?|councils?|commission(?:ers)?|supervisors|courts?|judges?|justices|lawmakers|legislature|legislators|senate|house|sheriff(?:'s office)?|warden|county|city|department|jail|officials|governor|trustees|authority|panel|company)(?: [a-z]+)?"
_VOTE = r"(?:a |the |its |their |any |final |public )*(?:vote|decision|ruling|action|item|matter|question|issue|proposal|measure|motion|discussion)"
_PENDING = regex(
    rf"{_WHO}(?:has|have|had) (?:not (?:yet )?(?:decided|made up)|yet to (?:decide|say|rule|vote|determine|make up)|still not decided)\b|(?:nobody|no one|none of them) (?:\w+ )?knows?(?: yet)? (?:whether|when|if|what|how)|(?:the )?(?:fate|future) of (?:[\w-]+ ){{0,3}}visit\w+ (?:is|are|remains?|hangs|rests|lies|depends|now|will be)\b|(?:the )?(?:talks|negotiations|discussions?|debate)(?: (?:on|over|about) [^,]{{3,60}}?)? (?:is|are|continues?|goes|go|drags?) (?:still )?(?:on|going on|under ?way|continuing|ongoing|on and on)|{_WHO}(?:wants?|wanted|needs?|asked for) more time\b"
    rf"|{_BODY} (?:(?:has|have|had) (?:not (?:yet )?|yet to |still (?:not|to) )(?:been )?(?:decid\w+|said|say|rul\w+|determin\w+|vot\w+|made (?:a|any|up)|made|make|announced|act(?:ed)?|taken|settled|agreed|reached)|(?:took|takes|has taken|have taken) no (?:action|vote|decision|position|stand)|(?:is|are|remains?|was|were) (?:still )?(?:split|divided|undecided|deadlocked|torn)\b"
    rf"|(?:may|might|could) (?:yet |still |soon |also )?(?:vote|decide|rule|discuss|consider|take up|act)\b|(?:could|might) (?:(?:yet|still|one day|someday|eventually) )?\w+ .* \b(?:if|unless|should|depending)\b|(?:could|might) (?:yet|still|one day|someday|eventually) "
    rf"|(?:has |have )?(?:postponed|put off|delayed|tabled|deferred|pushed back|continued) (?:{_VOTE}|(?:the|its|a) \w+ (?:vote|decision))\b|did not (?:vote|decide|rule|act|take (?:a|any|up))\b)"
    rf"|no (?:final |formal )?(?:decision|vote|ruling|action|date|position) (?:has|have|had|was|were) (?:yet )?(?:been )?(?:made|taken|set|reached|issued)|it (?:is|was|remains) (?:not (?:yet )?(?:known|clear|certain|decided)|unclear|unknown|uncertain|too early to (?:say|tell))|whether .* (?:remains?|is|was) (?:still )?(?:unclear|unknown|uncertain|undecided|open|an open question|to be seen|not (?:yet )?(?:clear|known|decided))"
    rf"|{_VOTE}(?: (?:on|of|about|over|to|in|for) [^,]{{3,90}}?)?,? (?:has been |was |were |have been |is |are |being )(?:put off|postponed|delayed|tabled|deferred|pushed back|continued|pulled from the agenda|taken off the agenda|removed from the agenda|still pending|pending|undecided|weeks away|months away|days away|a long way off|not expected (?:until|before|for))\b"
)
_STATES = "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming"
_ELSEWHERE = regex(
    r"(?:in |at |the |and |a |jails in )*(?:neighbou?ring|nearby|adjacent) (?:[\w.]+ ){0,3}(?:count(?:y|ies)|cit(?:y|ies)|states?|jails?|prisons?)\b"
    r"|(?:in |at |many |most |several |some |a few )*(?:other|elsewhere|many|most|several) (?:of the )?(?:\w+ )?(?:counties|states|jails|prisons|cities|sheriffs) (?:across|around|in|throughout|have|had|did|now|still|use|offer|ban|allow|nationwide|already)\b"
    r"|(?:jails|prisons|sheriffs|counties|lockups) (?:in (?:several|many|some|most|other|a dozen|\d+) (?:other )?(?:states|counties)|across the (?:country|nation|state|border)|around the country|nationwide|elsewhere)\b"
    r"|over in (?:[\w.]+ ){1,3}(?:county|city|state)\b|.*\b(?:jails?|prisons?|count(?:y|ies)) (?:about |some )?(?:\d+|one|two|three|four|a few|several|some) (?:counties|towns|states|hours|miles) (?:away|over|north|south|east|west)\b|.*\b(?:jails?|prisons?|counties) (?:out (?:west|east|of state)|upstate|downstate|up north|down south|in (?:another|a different) (?:county|state)|out of state)\b"
    r"|across the (?:border|state line|river|country|nation)\b|elsewhere (?:in|,)|(?:[\w.]+ ){1,3}(?:county|city), (?:(?:about |some )?(?:an|\d+|one|two|three) (?:hours?|miles|counties)|in (?:another|a neighbou?ring|the next) (?:state|county))\b"
    rf"|(?:the )?(?:[\w.]+ ){{1,6}}(?:county|prison|jail), in another state\b|.*\bin that (?:state|county|city)[. ]*$|.*\b(?:in|from|of) (?:{_STATES})\b.* there[. ]*$"
    r"|the (?:sheriff|jail|board|warden|court)s? (?:of|in|at) (?:another|a neighbou?ring|a nearby|the next) "
)
# Of a page by a jail or county: what another state did. News of a state's own page may be about it.
_OF_A_STATE = regex(
    rf"(?:(?:a|the|one) (?:prison|jail|court|judge|county|sheriff) in|(?:lawmakers|legislators) in|the state of|(?:in )?)(?P<state> ?(?:{_STATES}))(?: (?:lawmakers|legislators|prisons|jails|courts?|governor|has|have|made|banned|ended|restored|passed)|,)\b"
)
_BACKGROUND = regex(
    r"(?:(?:many|several|some|a|the|most|recent|new|national|university|federal|\d+) )*(?:stud(?:y|ies)|research(?:ers)?|experts|surveys?|data|evidence|statistics|scholars|psychologists)(?: by [\w .]{3,30})? (?:\w+ )?(?:shows?|showed|shown|finds?|found|suggests?|says?|said|agrees?|links?|linked|believe|has shown|have shown|has found|have found|tells? us|confirms?|indicates?|points? to)\b"
    r"|according to (?:a |an |the |one )?(?:\w+ )*?(?:survey|study|research|report|experts|data|statistics|scholars)\b"
    r"|(?:[\w-]+ ){0,3}(?:visits|visiting|visitation) (?:(?:can|also|often) )*(?:helps?|benefits?|lowers?|reduces?|strengthens?|matters?|improves?|(?:is|are) (?:one of the best|good for|important|vital|a lifeline|known to))\b"
    r"|.*\b(?:is|are|has been|have been) (?:linked|tied|connected) to (?:\w+ )?(?:lower|fewer|better|calmer|less|higher|reduced)\b|.*\baccording to (?:\w+ )?(?:doctors|experts|researchers|scholars|studies|psychologists|teachers)\b|children (?:of|with) (?:incarcerated|jailed) parents? (?:benefit|do better|suffer|need)"
)
_COUNTED = regex(
    r"(?:(?:in|for|during|last|the|past|this) (?:\w+ )?(?:year|month|week|quarter|summer|spring|winter|fall|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december),? )?"
    r"(?:(?:the|our|its|this|county|jail's?) )*(?:jail|staff|facility|officers|deputies|center|prison|system|we|volunteers|visiting room|(?:\w+ )?county) (?:also )?(?:held|logged|handled?s?|hosted|recorded|counted|processed|saw|had|welcomed|served) (?:(?:more|fewer|less) than |about |nearly |over |almost |some |roughly )*\d[\d.]* (?:[\w-]+ ){0,3}(?:visits|visitors|families)\b"
    r"|there were (?:(?:more|fewer) than |about |nearly |over |almost )*\d[\d.]* (?:[\w-]+ ){0,3}(?:visits|visitors)\b|the average visitor (?:drives|travels|spends|comes|is|lives|waits)"
    r"|(?:(?:more|fewer) than |about |nearly |over |almost |some )*\d[\d.]* (?:\w+ )?(?:families|people|visitors|relatives) (?:visited|came)\b"
)
_PER_INMATE = regex(
    r"\b(?:each|every|per) (?:inmate|person|visitor|resident|detainee|week for)|\b(?:limit|maximum|allowed|at most)\b"
)
# An act beside it, a rule, a figure: for others to read.
# What is so since then, or again.
_GOES_ON = regex(r"\b(?:now|today|will|is|are|(?:has|have) (?:been|had|lost|no)|again|back|still|ends?|stops?)\b")
_SINCE_WHEN = regex(r", (?:imposed|adopted|introduced|begun|started|issued|enacted|in place) (?:in|since) [^,]{4,20},")
_BESIDES = regex(
    r"[$\[%|;:]|^(?:(?:all|in-person|contact|video|weekend|the) )*visit\w* (?:will|are to|have been)\b|\b(?:now|effective|starting|beginning|as of|until further notice|voted (?:\d|to|against|for)|(?:has|have|will) (?:now |again |also )?(?:been )?(?:lifted|ended|banned|restored|resumed|suspended|dropped|signed|filed|sued|proposed|appealed)(?! (?:of|in) (?:19|20))|sued|filed|ordered|signed|vetoed|may (?:not )?(?:visit|bring|receive|have)|must|are allowed|is allowed|not allowed|you)\b"
)
_OLD_AT_MOST = 2018  # a year before that is history on any page
_YEARS_AGO = 4
# Whose child a court lets visit whom (R7).
_OF_A_FAMILY = regex(
    r"(?=.*\b(?:judge|court|divorce|custody|settlement|decree|magistrate)\b)(?=.*\b(?:(?:the|a|his|her|both) (?:father|mother|parents|husband|wife|grandparents?|couple|spouse)|ex-husband|ex-wife|couple's)\b)(?=.*\bvisit(?:s|ation|ing)\b)(?!.*\b(?:in-person|face-to-face|contact|video|glass|held|people|families|county|state|rule|ban|polic|jail|inmate|prison|incarcerat|sheriff|detain|detention|custody of the|correction|warden|behind bars|facilit))"
)
_VISIT = regex(r"\bvisit|\bvideo-only")
_WHY = "R8 decides nothing about visits: denied, told of old times, places or families, asked for or still open"


def undecided_lines(scene: Scene, alignment: Alignment) -> Certain:
    """The lines that decide nothing, where they come or go alone or stand beside another line. One that the other side
    tells in words not known here is left with it: without it the other one would be news."""
    lines: list[Unit] = []
    for pair in alignment.pairs:
        found = [unit for unit in pair if decides_nothing(scene, unit)]
        if len(found) == 1 and (_NO_PLANS.match(found[0].plain) or _of_one_act(*pair) or _is_old(scene, *pair)):
            continue  # a promise that became firmer or was taken back is news, old times in other words are none
        lines += found
    sides = [[unit for unit in side if decides_nothing(scene, unit)] for side in (alignment.removed, alignment.added)]
    for found, others in ((sides[0], alignment.added), (sides[1], alignment.removed)):
        told = [other for other in others if other not in (*sides[0], *sides[1])]
        lines += [unit for unit in found if not any(_in_other_words(unit, other) for other in told)]
    return Certain((), tuple(lines), (_WHY,) if lines else ())


def _is_old(scene: Scene, old: Unit, new: Unit) -> bool:
    """Whether both lines speak of visits, one of them of old times."""
    lines = (old.plain, new.plain)
    return all(map(_VISIT.search, lines)) and any(
        LONG_AGO.search(plain) is not None or ELSEWHERE.search(plain) is not None or _is_history(scene, plain)
        for plain in lines
    )


def _in_other_words(one: Unit, other: Unit) -> bool:
    if _VISIT.search(other.plain) is None:
        return False
    was, now = (set(concepts(unit.plain)) for unit in (one, other))
    return len(was & now) * 3 >= min(len(was), len(now))


_NOT_SO = regex(r"^(?:not so|not true|untrue|false|false alarm|rumor|fact check|setting the record straight) ?[:!] ")


def decides_nothing(scene: Scene, unit: Unit) -> bool:
    """Whether all that a line says of visits is denied, hoped for, pending, long past or said of others."""
    plain = _NOT_SO.sub("", unit.plain)
    if unit.row or len(plain) > _LONGEST or scene.kind in ("contract", "rule", "vendor"):
        return False
    if _left_open(plain) or _OF_A_FAMILY.match(plain):
        return True
    if _MARKED.search(plain) is None:
        return False
    if _RUMORED.match(plain):
        return not (plain.startswith("contrary to") and _HOLDS_NOW.search(plain) and not _NOT.search(plain))
    of_visits = _VISIT.search(plain) is not None
    if of_visits and _ELSEWHERE.match(plain) and _TURNS_HERE.search(plain) is None:
        return True
    if _MORE.search(plain):
        return False
    if any(frame.match(plain) for frame in (_DENIED, _NO_PLANS, _PENDING)):
        return True
    if not of_visits:
        return False
    if _BACKGROUND.match(plain):
        return True
    if (_OPINION.match(plain) or _CAMPAIGN.search(plain)) and _ACTED.search(plain) is None:
        return True
    if _COUNTED.match(plain):
        return _PER_INMATE.search(plain) is None
    return _of_another_state(scene, plain) or _is_history(scene, plain)


def _left_open(plain: str) -> bool:
    """Whether a word of a line leaves it open, and none tells what is done or holds now."""
    if _VISIT.search(plain) is None:
        return False
    if ELSEWHERE.search(plain):
        return _TURNS_HERE.search(plain) is None
    if LONG_AGO.search(_SINCE_WHEN.sub(" ", plain)):
        return not (_TURNS_HERE.search(plain) or _GOES_ON.search(_HOLDS.sub(" ", plain)))
    return OPEN.search(plain) is not None and not (_BESIDES.search(plain) or _ACTED.search(plain))


def _of_one_act(old: Unit, new: Unit) -> bool:
    """Whether both lines speak of one act, which one of them denies or leaves open."""
    was, now = (set(concepts(unit.plain)) for unit in (old, new))
    open_yet = any(frame.match(unit.plain) for frame in (_DENIED, _PENDING) for unit in (old, new))
    return open_yet and len(was & now) * 2 >= min(len(was), len(now))


def _of_another_state(scene: Scene, plain: str) -> bool:
    """Whether a jail's own page tells what a state has done that it names nowhere else."""
    found = _OF_A_STATE.match(plain) if scene.official else None
    if found is None:
        return False
    state = found["state"].strip()
    others = (unit.plain for page in (scene.before, scene.after) for unit in page if unit.plain != plain)
    return state not in scene.title.casefold() and not any(state in other for other in others)


def _is_history(scene: Scene, plain: str) -> bool:
    if not any(frame.match(plain) for frame in _HISTORY) or re.search(rf"\b{MONTH} (?:\d+,? )?(?:19|20)\d\d", plain):
        return False
    if decision(plain):
        return False
    told_now = _IS_NOW.search(_HOLDS.sub(" ", plain))
    years = [int(hit) for hit in _YEAR.findall(plain)]
    return told_now is None and all(_long_ago(scene, year) for year in years)


def _long_ago(scene: Scene, year: int) -> bool:
    if year < _OLD_AT_MOST:
        return True
    return year <= max(_years((*scene.before, *scene.after)), default=0) - _YEARS_AGO


def _years(units: Iterable[Unit]) -> Iterable[int]:
    return (int(hit) for unit in units for hit in _YEAR.findall(unit.plain))
