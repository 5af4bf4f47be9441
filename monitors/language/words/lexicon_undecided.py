"""Words that leave a line on visits undecided wherever they stand in it: denials, hearsay, old times, opinions, what waits.

Frames that hold a whole sentence stand in lines/silent/undecided.py, which also sees to what else a line may tell.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words.patterns import regex

_CLAIMS = r"(?:claims?|reports?|rumou?rs?|allegations?|talk|posts?|suggestions?|stor(?:y|ies)|any (?:plan|plans|intention|such))"
_DENIED = regex(
    rf"\b(?:den(?:y|ies|ied|ying) (?:that|having|it|he|she|they|we|the (?:jail|county|sheriff|company) (?:plans|will|would|had|has)|{_CLAIMS})|(?:disput|refut|dismiss|debunk)(?:e[sd]?|ed|es|ing)? (?:the |all |as false )?(?:\w+ )?{_CLAIMS}"
    rf"|no truth (?:to|in)\b|(?:is|are|was|were) (?:not true|untrue|false|unfounded|a rumou?r|just rumou?rs)\b|(?:called|rejected|dismissed) (?:as |it |them |the \w+ )?(?:as )?(?:untrue|false|unfounded|a rumou?r)\b|it (?:is|was) (?:not true|untrue|false) that\b"
    r"|none of (?:it|this|that|them) is (?:true|so)\b|no decision (?:has been|was|had been) (?:made|taken|reached)|(?:no one|nobody) is (?:thinking|talking|speaking) (?:of|about)|(?:are|is|am) not (?:going|about|planning) to (?:take|cancel|end|stop|cut|get rid of|do away with|close|ban)\b.*\b(?:insisted|said|told|stressed|assured)\b)"
)
_HEARSAY = regex(
    r"\b(?:rumou?rs?|rumou?red|hearsay|an? (?:message|post|text|flyer|story|e-?mail) (?:is |has been )?(?:going|doing|making|passed) (?:around|the rounds)|word (?:is|has it|is going|spread)|there (?:is|was|has been) talk of|(?:post|posts) on (?:social media|facebook)|(?:claimed|claims|heard|were told|fears?|feared|worr(?:y|ies|ied)|wonders?|wondered|speculat\w+)(?: that| if| whether)? .*\b(?:would|might|could|may|will|about to)\b"
    r"|(?:not|un)(?: yet)? ?(?:clear|known|certain|sure) (?:if|whether|when|what|how)|nobody knows|no one knows|anyone's guess|remains? to be seen|(?:time|it) will tell)\b|^whether .*\b(?:remains?|is anyone)"
)
LONG_AGO = regex(
    r"\b(?:(?:many |\w+ )?(?:years|decades) ago|more than (?:a|\w+) (?:decades?|years?) ago|a (?:decade|century|generation) ago|(?:in|since|until|during|from|of) the (?:early |late |mid-)?(?:18|19)\d0s|in (?:the )?(?:1[89]\d\d)|back in (?:1[89]|20)\d\d|long before|before the (?:new|present|current) jail (?:was|opened)|the (?:old|former|first) jail (?:had|was|held|allowed)"
    r"|(?:who|which|that) (?:retired|left|served|died|banned|ended|opened|allowed|began|introduced) .*\bin (?:1[89]\d\d|20[01]\d)|by a (?:former|past|previous) (?:sheriff|warden|board|administration|county)|had (?:already |long |once )?(?:\w+ed|struck|done|cut|put|begun) .*\b(?:in (?:1[89]\d\d|20[01]\d)|years? (?:before|earlier)|long before)|of (?:1[89]\d\d|20[01]\d|2020|2021) lasted)\b"
    r"|^in @?(?:1[89]\d\d|20[01]\d),? .*\bhad\b|^(?:under|in the (?:days|time) of) (?:sheriff|warden) [\w' ]{2,30},? who\b"
)
_OPINION = regex(
    r"\b(?:if elected|candidates? (?:said|says|promis\w+|would|vow\w+|pledg\w+|wants?|for (?:sheriff|mayor|judge|governor|office|the board))|mayor-elect|sheriff-elect|(?:editorial|letter|op-ed|column|commentary|opinion):|editorial board|wrote a reader|(?:poll|survey|study|studies|research|researchers?|experts?) (?:found|finds|shows?|says?|suggests?|argues?)|petition (?:with|of|signed)|signed a petition"
    r"|(?:advocates?|families|critics|activists|residents|parents|mothers|relatives|lawyers|attorneys|the union|unions?|the aclu|reformers|groups?|clergy) (?:want|wants|wanted|say|says|said|argue|argues|argued|hope|hopes|believe|believes|complain|complained|fear|warn|warned|(?:call|called) (?:for|on)|demand|demanded)"
    r"|(?:believes?|thinks?|argues?) (?:that )?|(?:is|are) (?:cruel|wrong|inhumane|shameful|dangerous|no substitute|a (?:cash grab|disgrace|mistake)|good for|bad for)|should be (?:brought|restored|free|ended|allowed|banned)|(?:hurts?|harms?|helps?|keeps?) (?:famil\w+|children|kids|inmates))\b"
)
_WAITS = regex(
    r"^(?:(?:the|a|an|its|their|any|another|no) )?(?:\w+ )?(?:decision|vote|hearing|ruling|matter|question|proposal|bill|measure|talks?|discussions?)\b(?: (?:on|of|about|over|to|in|for) [^.;,]{0,60}?)? (?:(?:has|have) been|was|were|is|are|remains?) (?:now )?(?:put off|postponed|rescheduled|tabled|delayed|deferred|pending|undecided|continued|expected|due|under (?:study|review|discussion|consideration))\b"
    r"|\b(?:(?:has|have|had) (?:not|yet)(?: yet)?(?: to)? (?:decided?|voted?|ruled?|acted?|taken up|act|settle)"
    r"|(?:is|are) (?:still (?:debating|discussing|weighing|considering|looking)|expected to (?:rule|decide|act)|to (?:discuss|debate|take up))|(?:will|is to|are to) (?:again )?(?:take up|discuss|debate|revisit)\b|no date (?:has been|was) set|(?:talks|discussions|negotiations) .*\b(?:continue|go on)|still (?:undecided|debating|under))\b"
)
# Those elsewhere are who the line is about: "Inmates held for other counties have no visits." is about this jail.
ELSEWHERE = regex(
    r"^(?:in |at )?(?:(?:the |a |an |one )?(?:\w+ (?:of|in) )?(?:a|an|another|the|one) (?:neighboring|neighbouring|nearby|adjoining|adjacent) (?:county|state|jail|city)|(?:other|some|several|many|most|few|\w+) (?:other )?(?:states|counties|jails|prisons)(?: (?:elsewhere|in other|to the (?:north|south|east|west)|around the|across the|nationwide)(?: \w+)?)? (?:have|had|has|ban|banned|bans|allow|require|still|now|bring|brought)"
    r"|across the (?:country|nation|state)|nationwide|around the country|(?:a|an|the) [\w ]{3,30} (?:in|of) (?:other (?:states|counties)|another (?:state|county))|next door|elsewhere|(?:the |a |some |all |two |most )?(?:nursing homes?|hospitals?|hospices?)|federal prisons have)\b"
    r"|\b(?:jails?|counties|prisons?) there\b"
)
OPEN = regex("|".join(frame.pattern for frame in (_DENIED, _HEARSAY, _OPINION, _WAITS)))
