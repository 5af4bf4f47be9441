"""Words that turn a clause around, keep it as it is, or say when, for how long and how surely it holds.

Every entry of FLIPS turns the sign of what it governs once (domain rules D3-D6); MASKS are looks-like-a-flip wordings
that turn nothing and are blanked before counting.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words.lexicon_decisions import RULE_UNDONE

# Wordings that hold a flipping word without flipping: bounds, prices, boilerplate, times.
MASKS = (
    r"(?:no|neither|not 1) (?:visits?|inmates?|visitors?|sessions?|person|persons|prisoners?|residents?|detainees?|party|parties|table|booth|list)(?: \w+)? (?:shall|may|will|can|must|is to) (?:exceed|last (?:longer|more)|run (?:longer|over)|be (?:longer|more|larger)|(?:have|receive|list|name|hold|seat|see) (?:more|in excess))",
    r"no(?:t)? (?:more|less|fewer|later|longer|shorter|earlier|greater|sooner|larger|younger|older) than",
    r"(?:person|people|inmate|individual|one|resident|prisoner)s? (?:being |who (?:is|are) )?(?:to be )?visited",
    r"(?:may|must|shall|can|should|do|does) ?not (?!be)\w+(?: for| in| with)? (?:more|longer|fewer|less) than",
    r"(?:(?:is|are) )?no exceptions?|without exceptions?|(?:not|never|cannot|may not|must not|shall not|will not|can not|nobody may|no 1 may|no one may) (?:be |stay |last |run |go |exceed\w*|to exceed|outlast)(?: (?:longer|more|beyond|over|past) (?:than)?)?",
    r"not (?:to )?exceed\w*|not only|not just|not merely|whether or not|no matter|not counting|not counted|not including|no (?:cost|charge|fee)\b|without (?:cost|charge|fee)|at no (?:cost|charge)|costs? (?:you |them |anybody |visitors )?nothing|nothing (?:to pay|is charged|is due)|(?:no 1|nobody|you do not|you don't|do not|don't) pays?\b",
    r"(?:does|do|did|will|would|should) not (?:affect|change|count|apply to|hesitate|alter|mean)|not affected|no changes?|without regard to|unchanged|not changed|without change|nothing (?:else )?changes|no other (?:changes?|terms?)|not liable|not responsible",
    r"(?:at|by|until|till|to|before|through|near|toward) the (?:very )?end(?! (?:of|to) (?:in|face|visit|window|booth))|end of (?:the |each |every |a |our )?(?:visit\b|day|week|month|year|hall|line|corridor|session|hour|shift|block|term|season|january|february|march|april|may|june|july|august|september|october|november|december)|weekends?|start and (?:the )?end|end date|day'?s end|ends? (?:at|when|with|by|once|promptly) ?@?\d*|(?:dead|bus|full|pit)[- ]?(?:end|stop)s?",
    r"(?:close|closer) (?:to|relatives|family|friends|kin)|close family|immediate|close(?:s|d)? (?:at|by) @\d+|non-?refundable|non-?profit|nonetheless|none of the above|last names?|final decision|decision (?:of|is) .{0,30}final",
    r"if not|or not|why not|not yet rated|limited time|limited partnership|drop(?:ping)? (?:off|by|down|box)|cut[- ]?off|cutouts?|stop (?:at|by)|pick up|on the lift|lift key|the lift\b|elevator lift",
    r"(?:no|of no|without) (?:further |legal )?(?:effect|force)|void and of no effect|(?:have|has|had)(?:n't| not) (?:moved|changed|gone up)|no (?:end|reopening|return) date|no question|no doubt|no later|(?:does|do) not (?:replace|end)(?= anything)|need not|do(?:es)? not need|cut(?:s|ting)? (?:across|through|a)|not (?:yet )?(?:decided|known)|"
    r"(?:and|but) no(?:thing)? (?:more|else|other)(?= |$|[.,;])|no más de|no menos de|sin límite|no tienen límite|nothing (?:in )?between|no part in|in its stead|not (?:take up|count|counting|be listed)|too young|"
    r"late arrivals? (?:will )?(?:lose|forfeit)|lose (?:their|your) (?:place|slot|turn|seat)|lose no|denied boarding|no[- ]shows?|cancel(?:led|s)? (?:by|within|at least|your|a booking|a visit)|to cancel|cancellations?",
)

NEGATORS = (
    r"no longer|not|never|no|none|nobody|neither|nor|cannot|can't|won't|don't|doesn't|isn't|aren't|didn't|hasn't|haven't|wasn't|"
    r"weren't|nothing|without|hardly|ya no|no se|nunca|ningun[oa]?|jamás|sin|not any|no 1|in no case|by no means|under no circumstances"
)

# Verbs and predicates that take something away.
ENDINGS = (
    r"ends?|ended|ending|ceas(?:e|es|ed|ing)|clos(?:e|es|ed|ing|ure|ures)|shut(?:s|ting|ter\w*)?|discontinu\w+|abolish\w*|eliminat\w+|"
    r"do(?:es|ing|ne)? away with|did away with|remov(?:e|es|ed|ing|al)|suspen(?:d|ds|ded|ding|sion|sions)|paus(?:e|es|ed|ing)|cancel(?:s|led|ed|ling|ing|lation)?|"
    r"call(?:ed|s|ing)? off|bann?(?:s|ed|ing)?|bar(?:s|red|ring)?|prohibit\w*|forbid(?:s|den|ding)?|forbade|disallow\w*|exclud\w+|exclusion|"
    r"refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying|ial)|declin(?:e|es|ed|ing)|reject\w*|turn(?:s|ed|ing)? (?:down|away|back)|"
    r"retir(?:e|es|ed|ing|ement)|scrapp?(?:s|ed|ing)?|give(?:s|n)? up|gave up|giving up|tak(?:e|es|en|ing) (?:out of (?:service|use)|away|off|down)|took (?:out|away|down)|"
    r"torn (?:out|down)|taken (?:out|up)|c[ao]me(?:s)? down|given over to|rip(?:ped)? out|hauled (?:out|away)|bolted shut|walled (?:off|up)|roped off|tear(?:ing)? out|ripped out|out of (?:service|use|order)|gone|gon?e dark|go(?:es)? (?:dark|away)|went (?:dark|away)|dark|locked(?! up)|lock(?:s|ing)? (?:out|the)|on hold|mothball\w*|"
    r"withdr(?:aw|aws|ew|awn|awing|awal)|rescind\w*|rescission|repeal\w*|revok\w+|revocation|str(?:ike|ikes|uck|icken|iking)(?: out| from| down)?|delet\w+|void(?:s|ed)?|null(?:ify|ified| and void)|annul\w*|"
    r"waiv(?:e|es|ed|er|ers|ing)|veto(?:es|ed|ing)?|(?:sent|sends) back unsigned|return(?:s|ed) (?:it )?(?:unsigned|without (?:a |her |his |their )?(?:signature|approval))|overturn\w*|revers(?:e|es|ed|al|ing)|vacat\w+|quash\w*|strik\w+ down|block(?:s|ed|ing)?|enjoin\w*|injunction|"
    r"lift(?:s|ed|ing)?|rais(?:ed|es) the ban|dropp?(?:s|ed|ing)?|cut(?:s|ting)?(?! to)|laps(?:e|es|ed|ing)|expir(?:e|es|ed|ing|ation)|r[ua]n out|(?:is|are|was|were) over(?! (?:the|a|an|our|your|its|their|this|\d+)\b)|thrown out|threw out|turns? you away|se cerró|nowhere else|"
    r"exempt(?:s|ed|ing|ion|ions|ing)?|excus(?:e|es|ed|ing)|reliev(?:e|es|ed|ing)|release(?:s|d)? from|free(?:s|d)? (?:from|of) the (?:duty|rule|obligation|requirement)|absolv\w+|stay(?:ed)? (?:the|an|of)|(?:its|the|a|that|this|judge's|court's|temporary) stay\b|"
    r"(?:keeps?|kept|prevent(?:s|ed)?|barred|stopp?(?:s|ed)?) (?:[\w']+ ){1,4}?from|(?:keeps?|kept) (?:[\w']+ ){1,4}?(?:off|out of|away from)|(?<=are )kept out(?: of)?|(?<=is )kept out(?: of)?|(?<=be )kept out(?: of)?|dead letter|unenforced|unenforceable|a nullity|"
    r"stop(?:s|ped|ping|page)?|halt(?:s|ed|ing)?|phas(?:e|es|ed|ing) out|los(?:e|es|t|ing|s)|forfeit\w*|defeat\w*|fail(?:s|ed)?|die[sd]|kill(?:s|ed)?|opt(?:s|ed)? out|avoid\w*|"
    r"restrict(?:s|ed|ing|ion|ions|ive)?|confin(?:es|ing)(?= (?:[\w-]+ ){1,4}to\b)|curtail\w*|curb(?:s|ed)?|limit(?:s|ing|ation|ations)?(?! of \d)|moratorium|freez(?:e|es|ing)|frozen|unavailable|not available|inaccessible|ineligible|disqualif\w+|off[- ]limits|"
    r"oppos(?:e|es|ed|ing|ition)|object(?:s|ed)? to|rather than|instead of|in (?:lieu|place) of|except(?!ions)|supplant\w*|bricked|board(?:ed)? up|demolish\w*|dismantl\w+|decommission\w*|wind(?:s|ing)? down|sunset\w*|terminat\w+|"
    r"(?:is|are|will be|be) off|shutter\w*|hung up|laid off|no volver\w+|ya no|jettison\w*|ditch\w*|axe[ds]?|yank\w*|pulled|shelv\w+|"
    r"cerrad[oa]s?|cierr[ea]n?|suspend\w+|cancelad[oa]s?|prohib\w+|elimin\w+|termin(?:a|an|ó|aron|ado|ada|adas)|impedid\w+|levant\w+|reemplaz\w+|dejan de|dejar de|quitad\w+"
)

# Nouns that already stand against visits; "the ban is lifted" is two turns, "the ban stays" one.
RESTRICTIONS = (
    r"(?:clauses?|language|wording|provisions?|requirements?) (?:on|about|regarding|concerning|as to|touching|related to|relating to)(?= (?:any |all |the )?(?:in-person|face-to-face|on-site visit|visits in person)[^.;]* (?:contracts?|agreements?)\b)|"
    r"bans?|ceilings?|lockdowns?|lock-down|hiatus|blackout|embargo|quarantine|obstacles?|hurdles?|"
    r"(?:video|screens?|tablets?|remote|virtual)[- ]only|all[- ](?:video|screen|digital|remote)|(?:webcam|screens?|video|tablet|monitor)s?[- ](?:only|alone)|variances?|(?:by|via|on|through|using) (?:video|screens?|tablets?|remote video) (?:only|alone|exclusively)|only (?:by|via|on|through|from) (?:a |the |home |lobby |remote )*(?:video|screens?|tablets?|kiosks?|terminals?|app)|prohibición"
)
FLIPS = rf"(?:{NEGATORS}|{ENDINGS}|{RESTRICTIONS}|{RULE_UNDONE})"

# Giving back or allowing: no turn, but proof that the clause is about availability.
GIVINGS = (
    r"resum\w+|re-?open\w*|open(?:s|ed|ing)?|restor\w+|return(?:s|ed|ing)?|bring(?:s|ing)? back|brought back|(?:is|are|be|come|comes|came|coming|welcome[d]?|put) back|back (?:in|on|to|at)|again|once more|re-?instat\w+|reviv\w+|re-?start\w*|begin(?:s|ning)?|starts?|"
    r"allow\w*|permit\w*|may|can|could|might|welcome[ds]?|available|offer\w*|provid(?:e|es|ed|ing)|entitl\w+|eligible|able to|free to|let(?:s)?(?: in)?|admit\w*|accept\w*|unlock\w*|in (?:use|service)|"
    r"held|holds?|take[s]? place|conduct\w*|continu\w+|remain\w*|stay[s]?|keep[s]?|kept|preserv\w+|protect\w*|guarantee\w*|require[sd]?|requirement|must|shall|has to|have to|oblig\w+|dut(?:y|ies)|right(?:s)?|order(?:s|ed)?|compel\w*|grant(?:s|ed)?|approv\w+|"
    r"pued[ea]n?|permit\w+|reanud\w+|reabr\w+|vuelv\w+|regresan?|disponibles?|nuevamente|otra vez|de nuevo|se permite\w*|add(?:s|ed|ing)?|expand\w*|extend\w*|launch\w*|introduc\w+|new(?:ly)?|now"
)
REPLACES = r"(?:replac(?:e|es|ed|ing|ement)|in lieu of|instead of|in place of|rather than|supplant\w*|substitut\w+|tak(?:e|es|en|ing) the place of|took the place of|supersed\w+|reemplaz\w+|sustituy\w+|en lugar de|en vez de)"
SUPPLEMENTS = r"(?:in addition to|alongside|along with|besides?|as well as|on top of|supplement\w*|another (?:option|way)|extra (?:option|way|choice)|additional (?:option|way|choice)|complement\w*|not a substitute|not in place of|beyond|además de)"
ONLY = r"(?:only|solely|exclusively|nothing but|none but|no (?:1|one) but|reserved for|limited to|restricted to|confined to|exclusive(?:ly)? (?:for|to)|the (?:1|sole|one|only) (?:way|means|form|kind)|alone|sólo|solo|solamente|únicamente)"
UNLESS = r"(?:unless|except (?:with|when|if|by|where|that|as|for)|without (?:an?|the|first|prior|having|written|proper|valid|\w+ing)|until (?:they|you|he|she|the form|it|each|\w+ (?:has|have|is|are))|if (?:they|you|he|she|it|the|a|an|your|any|no|not)|but only (?:if|when|with)|provided(?: that)?|as long as|so long as|who (?:do(?:es)? not|has not|have not|is not|are not|fail|arrive|come|break)\w*|salvo|a menos que|si no)"

UNTIL_NOTICE = r"(?:until (?:further|other) notice|further notice|indefinite\w*|no (?:end|return|reopening|restart|firm) date|open[- ]ended|no date (?:has|for|is|can)|not (?:known|know) (?:yet )?when|until (?:conditions|staffing|the outbreak|things|levels|we can|cases|it is safe|safe)|hasta nuevo aviso|for the time being|for now|as long as (?:needed|necessary)|(?:until|till) (?:i|we|they|the \w+|somebody|someone) (?:post|posts|say|says|tell|tells|announce|announces|write|put up|decide|decides)(?: (?:it|you|us|them))? otherwise|(?:until|till) (?:otherwise (?:posted|announced|ordered)|(?:i|we) (?:say|tell you) so)|no longer have an? (?:day|date)|(?:do|does|can) ?n[o']t (?:yet )?(?:have|give|name) (?:you )?an? (?:day|date)\b)"
PERMANENT = r"(?:permanent(?:ly)?|for good|for ever|forever|will not (?:return|reopen|open again|be back|come back|resume)|not (?:open|be opened|be used) again|never (?:return|reopen)|once and for all|no plans to (?:reopen|resume|restore)|no intention|decided not to (?:take (?:it|them) up|bring (?:it|them) back|resume|re-?open|restore)|de forma permanente|definitiv\w+|permanentemente|torn out|bricked|demolish\w*|dismantl\w+)"
TEMPORARY = r"(?:temporar\w+|for the (?:day|weekend|holiday)|interim|while (?:the|a|an|we|crews|contractors|work|repairs|it|painters|elevator)|during (?:the )?(?:repairs?|works?|outbreak|storm|renovation|construction|remodel\w*|maintenance)|will resume|resumes? (?:on|@|\{|\w+ \d)|normal (?:hours|schedule|visiting|visits) (?:will )?(?:return|resume)|pick(?:s)? up again|because of (?:the |a |an )?(?:\w+ )?(?:holiday|storm|outbreak|flu|influenza|ice|snow|repair|staffing|shortage)|temporal\w*|provisional\w*|outage|due to)"
SUSPENDS = r"(?:suspen\w+|paus(?:e|es|ed|ing)|on hold|on pause|call(?:ed)? off|cancel\w*|halt\w*|lockdown|locked down|stand(?:s)? down|temporar\w+|quarantine\w*|outbreak|staff(?:ing)? shortage|short[- ]?staffed|shortage of (?:staff|officers|deputies)|no (?:\w+ ){0,2}visit\w* (?:on|from|through|until|this|will|for|those|during)|postpon\w+|clos(?:ed|ure) (?:from|through|until|on|for)|resum\w+|restart\w*|modified operations|reanud\w+)"
PROPOSAL = (
    r"(?:propos(?:e|es|ed|al|als|ing)|would(?! like)|consider(?:s|ed|ing)?|recommend\w*|(?:will|to) (?:study|vote|weigh|decide|discuss|hear|consider)|pending|draft|seek(?:s|ing)?|asks? (?:the|that|for)|sued?|lawsuit|petition\w*|introduced (?:a )?bill|hearing (?:on|is set)|"
    r"plans? to|hopes? to|wants? to|if (?:adopted|approved|passed|signed)|may be (?:adopted|approved)|first reading|public comment|tentative\w*|under (?:review|consideration|study|discussion)|motion to|feasib\w+)"
)
STUDY = r"(?:stud(?:y|ies|ied|ying)|task force|panel|working group|committee to|work ?group|review(?:s|ing)? (?:of )?(?:how|whether|the)|asked (?:for|the|staff)|look into|report (?:back|by|to)|question(?:s|naire|ed)?|survey|fil(?:e|es|ed) (?:a )?(?:suit|lawsuit|complaint|petition)|sued|suit|inquir\w+|examine|took no (?:decision|action|vote)|letter asking|information request|requests? for (?:information|comment))"
REFUSES = r"(?:declin\w+|unsigned|reject\w*|refus\w+|den(?:y|ies|ied)|vot(?:e|ed|es) down|turn(?:ed|s) down|veto\w*|fail(?:s|ed)|defeat\w*|dies|died|tabled|dismiss\w*|will not (?:order|require|block)|killed|no action)"
OPINION = r"(?:opinion|editorial|letters? to the editor|op-?ed|column|commentary|candidate|campaign(?:s|ed|ing)?|hopeful|forum|i (?:hope|think|believe|pray|say|wish)|we believe|in my view|guest essay|viewpoint|readers write|running for|if elected|pledg\w+|promis(?:e|ed|es) (?:to|that))"

# Any word by which a line may tell an act.
ANY_ACT = r"\b(?:suspend\w*|paus\w+|clos(?:ed|es|ing|ure)|ended|ends|discontinu\w+|ban(?:ned|s)?|abolish\w*|replac\w+|instead of|in lieu of|no longer|resum\w+|reopen\w*|restor\w+|lift\w*|rescind\w*|repeal\w*|struck|delet\w+|again|withdr\w+|permanent\w*|vetoed|vacated|waive[ds]?|now)\b"
