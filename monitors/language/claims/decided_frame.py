"""What stands around a decision: dateline and setting before it, who decided, what may follow, and what makes it none.

"LAKE CITY - After a long debate, the county board ... by a vote of 4-1 on Tuesday, the clerk said": none of it may turn the
decision, tell of old times or other places, or leave it to somebody without power.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words import lexicon_decisions as words
from monitors.language.words.dates import DATE, MONTH
from monitors.language.words.patterns import regex

COUNT = r"(?:\d+(?:-| to )\d+|\[\d{4}-\d{4}\])"  # a vote of 4-1 may look like a clock


SOFT = r"itself|just|also|then|again|today|now|instead|quietly|formally|officially|unanimously|narrowly|overwhelmingly|finally|temporarily|permanently|immediately|hereby|effectively|promptly|swiftly|soundly|flatly|abruptly|reluctantly|ultimately|largely|recently|unilaterally|voluntarily|later"
WHEN = rf"(?:on )?(?:\{{[a-z]+\}}(?: (?:night|morning|evening|afternoon))?|{DATE})"


_DAY = r"(?:on )?\{[a-z]+\}(?: (?:night|morning|evening|afternoon))?"
_MANNER = r"unanimously|narrowly|overwhelmingly"


def with_votes(pattern: str) -> str:
    """A family of verbs in which "@V" stands for how and when it was voted: "4-1 on Tuesday", "Monday night unanimously"."""
    return pattern.replace(
        "@V", rf"(?:(?:{COUNT},?|{_MANNER}|instead|also)(?: {_DAY})?|{_DAY}(?: (?:{COUNT}|{_MANNER}))?)"
    )


_LEAD = regex(
    rf"(?:[a-z][a-z .,'-]{{2,40}} (?:-|–|—) )?(?:(?:on|in|as of|effective|since) (?:\{{[a-z]+\}}|today|{DATE})(?:, )?|(?:{DATE}|\{{[a-z]+\}}|update|today|yesterday|motion|m/s/c|msc|moved|item \w+)(?: ?[:-]|,|(?= that| to)) ?)? ?"
)
# "After a long debate, ", "In a 5-4 ruling, ": nothing of visits in it.
_SETTING = regex(
    r"(?:(?:after|citing|with|in|by|under|on|at|following|amid|during|over|facing|despite|without|asked|bowing to|responding to|for|seconded by) (?:(?!\b(?:visit\w*|in-person|ban|if|unless|asked|had|19\d\d|20\d\d)\b)(?:\b(?:ms|mrs|mr|dr|sen|rep|u\.s)\.|[^.;:,])){3,70}, ){1,3}"
)
# "Far from ending in-person visits, the new contract ...": what was not done, whatever was done in its place.
FAR = regex(
    r"(?:far from|rather than|instead of|in lieu of) (?=\w+ing )(?!.*, .*(?:\b(?:limit|restrict|cut|reduc|shorten|suspend|charg|rais|move)|(?<!-)\bonly\b))"
)
_WHO = regex(r"(?:[a-z\d\[][\w.'\]/-]*,? ){1,10}")
_NO_WHO = regex(
    r"\b(?:no|not|nobody|none|neither|never|without|rather|associations?|chamber|naacp|editors?|editorial board|newspaper|paper|neighbors?|league|foundation|ministr\w+|spokes\w+|bar association|experts|if|whether|when|unless|may|might|could|should|would|will|can|must|to|wants?|asks?|asked|urges?|urged|plans?|planned|says?|said|hopes?|hoped|that|which|who|because|against|critics|opponents|advocates|famil(?:y|ies)|inmates?|residents?|prisoners?|detainees?|visitors?|guests?|children|people|persons?|everyone|you|they|rumou?rs?|reports?|posts?|nothing|until|lawsuits?|considers?|considering|proposed|proposes|proposing|had|been|denie[sd]|deny|seeks?|sought|petitioned|claims?|claimed|threaten\w*|vow\w*|promis\w+|recommend\w*|weigh\w*|debat\w+|discuss\w*|talked|candidates?|union|experts?|study|staff|activists?|columnists?|editorial|senators are|petitions?|attorneys?|lawyers?|polls?|readers?|mothers|parents|aclu|what|how|why|where|nearly|almost|did|does|do|yet|before|once|tried|trying|expected|likely|poised|set|ready|due|bills?|plaintiffs?|group|coalition|few|many|pending|delay\w*)\b"
)
_AN_ACT = regex(rf"\b(?:{with_votes(words.UNDOES)}|{with_votes(words.NOT)})\b")
# Other visits: to schools, parks and patients; and what was long ago.
_ELSEWHERE = regex(
    r"\b(?:(?:another|a neighboring|a nearby|the other) (?:state|county|city)|other (?:states|counties)|museums?|zoos?|aquariums?|librar(?:y|ies)|universit\w+|colleges?|schools?|classrooms?|campus\w*|hospitals?|clinics?|nursing|patients?|hospice|cemeter\w+|courthouses?|(?:the|a|state|national|city) (?:(?:city|state|county|public) )?(?:parks?|lakes?|caves?|beach(?:es)?|pools?|forests?|gardens?)|(?:park|lake|beach|pool|garden) (?:boards?|service|district|visits?|commission|visitors)|stadiums?|theaters?|galler\w+|newborns?|churches|tourists?|landfills?|monuments?)\b"
)
_PAST = regex(
    r"\b(?:(?:in|since|before|until|back in|from|by) (?:early |late |mid-?)?(?:19|20)\d\d(?!-)|a \d{4}|years? (?:ago|earlier|before)|decades?|last (?:year|century)|at the time|long ago|previously|once|(?<!that )(?<!which )had (?:\w+ )?(?:\w+ed|been|struck|done|put|got|cut|given))\b|\?"
)
_ADOPTED = regex(
    r", (?:adopted|approved|imposed|introduced|issued|enacted|passed|signed|in place) (?:in|since) \d{4},| (?:dating from|dating to|that dates to) \d{4}"
)
# "..., before the council could vote on it": why it was never in force.
_BEFORE_A_VOTE = regex(
    r",? (?:just |shortly |right |\d+ (?:days?|hours|weeks) |a (?:day|week) |hours |days )?(?:before|ahead of) (?:(?:the |a |any |its |their |\{[a-z]+\}'?s? |final )*vote(?: (?:was|could be) (?:held|taken|called)| on (?:it|the (?:plan|matter|proposal)))?"
    r"|(?:the |its )?(?:county |city |town )?(?:[\w-]+ )?(?:could|was (?:to|due to|set to)|were (?:to|due to|set to)|had (?:a chance to )?|got to) ?(?:vote|voted|decide|decided|rule|ruled|act|acted|take it up|taken it up|consider it|hear it)(?: on (?:it|them|the (?:plan|matter|proposal)))?)(?=$|[.;])"
)
_SAFE = regex(
    r" (?:and (?:is )?replaced (?:with|by) (?:the word )?\W?reserved\W?|and (?:shall|will|may) not be (?:renewed|extended|reinstated)|on (?:an? )?appeal|(?:after|for) (?:lack of|want of) a (?:second|majority)|when the session (?:ended|closed)|at the end of the session|without (?:the governor's signature|objection|debate|comment|dissent|opposition|a vote|discussion|amendment)|in (?:its|their) entirety|despite (?:\w+ )?(?:objections|opposition|protests)(?: from [\w']+)?|on (?:first|second|third|final|1st|2nd|3rd) reading|under (?:our|its|their|the) contracts?|for another (?:year|month|term)|with(?:out)? prejudice|by a (?:wide|narrow|slim) margin|with no (?:discussion|objections?|dissent)|and ordered? it lifted|starting (?:in |on )?(?:next )?(?:\w+\.? \d{1,2}\b|\w+)|beginning (?:on )?[a-z]+\.? \d{1,2}\b)(?=$|[ .,;])"
)
_TAIL = regex(
    rf"(?:(?:,? ?(?:(?:on|to|this|last|next|at|in|by|as of|effective|beginning|starting|within|until|through|during|from|with|of|for|over) )?(?:(?:a|an|the|its|their|his|her) )?(?:{DATE}|{MONTH}|20\d\d|\{{[a-z,]+\}}|{COUNT}(?: vote)?|vote of {COUNT}|\d+ (?:days|hours|weeks)|week|month|morning|evening|night|year|meeting|session|further (?:notice|orders?)|now|unanimously|again|today|immediately|once more|for good|forever|permanently|committee|the senate|the house|the (?:agreement|contract|agenda|books|budget|code|policy|handbook)|agreement|contract|half|yesterday|in a statement))"
    r"|, so (?:it|they|the [\w-]+) (?:will |can )?(?:kicks?|goes?|takes?|begins?|stands?|stays?|remains?|starts?) [^.;,]{2,40}"
    r"|, (?:blaming|citing|pointing to|noting|saying) [^.;:]{3,70}"
    rf"|,? (?:the |a |an )?(?:[\w'.-]+ ){{1,4}}(?:said|announced|reported|wrote|ruled|decided|held|says|rules|announces)(?: (?:{DATE}|\{{[a-z]+\}}|today))?"
    rf"|[.,;:]? \(?(?:motion |resolution )?(?:carried|passed|failed)?,? ?{COUNT}\)?"
    rf"|,? (?:at|in|by|after|for|of|with|before|from|as part of|at the request of|because of|due to) (?:[\w'.-]+,? ?){{1,8}})*[ .!]*"
)
_TURNS = regex(
    r"\b(?:not|no|never|but|although|while|instead|however|pending|unless|except|only|if|without|against|despite|nor|replac\w+|appeal\w*|block\w*|stay(?:ed)?|overrid\w+|veto\w*|end(?:ed|s|ing)?|lift\w*|ban(?:ned)?|should|claim\w*|rumou?r\w*|false|untrue|hopes?|denied|denies|wants?|asked|urged|was|were|been|had|repeal\w*|reject\w*|overturn\w*|rescind\w*|revers\w*|struck|withdr\w+|quash\w*|vacat\w*|refus\w*|declin\w*|fail\w*|kill\w*)\b"
)
# "the visits that the jail did away with in 2016": how they came to be what they are.
_ONCE_DONE = regex(
    r",? (?:that|which) (?:(?:the|its|his|her|their|a|an|this) )?(?:[\w'.-]+ ){0,4}?(?:did away with|done away with|ended|dropped|banned|barred|scrapped|stopped|closed|cut|lost|eliminated|suspended|abolished|discontinued|halted|introduced|adopted|imposed|opened|began|started|created|approved|restored|brought back|took away|shut down)"
    r"(?: (?:in|since|during|under|after|by|at|because of|amid|over|at) [^,.;]{3,50}| (?:(?:last|this) \w+|(?:\w+ ){1,3}ago|earlier(?: \w+){0,3}|years before))?(?=[,.;]|$)"
)
# "The sheriff said she had lifted the ban"
_REPORTED = regex(
    rf"^(?P<who>(?!.{{0,60}}\b(?:not|never|nobody)\b)[\w.' ]{{3,60}}?) (?:said|says|announced|confirmed)(?: in a statement| today| yesterday| {WHEN})?(?: that)? (?:it|he|she|they|we) (?:has |have |had |just )+"
)
# "threw the ban on contact visits out"
_PARTED = regex(
    r"\b(?P<verb>threw|throws|tossed|tosses|voted|votes|struck|strikes|turned|turns|shot|shoots|set|sets|cast|casts|brushed|pushed|swept) (?P<thing>(?:the|a|an|its|his|her|their|this|that) [^.,;:]{3,80}?) (?P<particle>out|down|aside)(?=$|[ .,;])"
)
# "put the order back in force", "let the rule lapse"
_PUT_BACK = regex(
    r"\b(?P<verb>put|puts|brought|brings) (?P<thing>(?:the|a|an|its|his|her|their|this|that) (?:[^.,;:]|(?<=\w),(?=\w)){3,120}?) back(?: in(?:to)? (?:force|place|effect))?(?=$|[.,;])"
)
_LET_LAPSE = regex(
    r"\b(?P<verb>lets?|letting) (?P<thing>(?:the|a|an|its|his|her|their|this|that) (?:[^.,;:]|(?<=\w),(?=\w)){3,120}?) (?P<particle>lapse|expire|die|run out)(?=$|[ .,;])"
)
_NO_LONGER = regex(
    r"^(?P<who>[\w.' ]{3,60}?) (?:said|says|announced|announces|confirmed|confirms)(?: in a statement| today)?(?: that)? (?:it|they|we) (?=(?:will |would )?no longer )"
)
_VISIT = regex(words.SPEAKS_OF_VISITS)


# "Board orders visits put back", "voted to have visits restored": as "voted to restore visits"
_ORDERED_DONE = regex(
    r"\b(?:orders|ordered|directs|directed|(?:votes?|voted)(?: \d+(?: ?(?:-|to) ?)\d+)? to have) (?P<visits>(?:(?:the|all|its|weekend) )*(?:(?:in-person|face-to-face|contact|jail|family) )*(?:visits?|visitation|visiting)) "
    r"(?:(?P<back>put back|brought back|restored|reinstated|resumed|reopened|allowed)|(?:ended|stopped|suspended|banned|barred|cancel+ed|halted))(?: in place| again)?(?P<rest>[^;]{0,20}?(?: (?:at|in) (?:the )?(?:\w+ )?(?:county )?(?:jail|prison))?)(?P<after> after \d+ (?:years|months) of [^;]*)?"
)
_ON_A_VOTE = regex(r"^on (?:an? )?\d+ ?(?:-|to) ?\d+ votes?,? ")


# "voted down, 3 to 2, a motion": how many voted is said amid it.
_COUNTED = regex(r", (?:by )?\d+ ?(?:-|to) ?(?:\d+|none),(?= (?:an?|the|to|that|not|its|his|her|their) )")
# "a motion to tell the jail to put visits back": as "a motion to put visits back"
_TELLING = regex(
    r"(\b(?:motions?|proposals?|plans?|resolutions?|measures?|bills?|requests?|ordinances?) to )(?:tell|ask|order|direct|instruct|require|compel|have|make) (?:the |its )?(?:county )?(?:jail|sheriff|warden|jailer|department|administrator|superintendent)(?:'s office| administrator)? (?:to )?"
)
# "kept Sheriff Ann Cole from closing", by a name that could be any word
_BY_NAME = regex(
    r"\b(kept|keeping|barred|barring|blocked|prevented|stopped|forbade|forbidden|ordered|directed|required|allowed|let|told) (sheriff|warden|superintendent|jailer) (?!not\b)(?:[\w.'-]+ ){1,3}?(?=(?:from|to) )"
)
# What visits in person are held at, where a jail is spoken of.
_PLACES = regex(
    r"\b(?:the|its|their|those|all) (?:(?:\d+|old|glass|jail's|visiting|visitation) )*(?:booths|stools|windows|galler(?:y|ies))(?: and (?:the )?(?:glass|stools|windows|handsets|booths))?(?: (?:that|which) (?:was|were|had been) [^,.;]{3,40}(?=\.?$))?"
)
# "put the booths back into use": as "put back the booths"
_BACK_IN_USE = regex(
    r"\b(?P<verb>put|puts|putting|bring|brings|bringing) (?P<thing>(?:(?:the|its|their) )?(?:visiting (?:booths|rooms?|hall|windows)|(?:in-person |contact )?visits|visitation)(?: at the (?:county )?(?:jail|prison))?) back(?: (?:in(?:to)?|on) (?:use|service|place))?(?=$|[ .,;])"
)
# "voted 4-2 on the 12th not to": how many and when stand between
_VOTED_ON = regex(r"\b(voted|votes)(?: \d+ ?(?:-|to) ?\d+)?(?: on the \d{1,2}(?:st|nd|rd|th))? (?=(?:not )?to\b)")
# "a room where families can sit across from prisoners"
_ROOM_WHERE = regex(
    r"\ban? (?:room|hall|place|space) where (?:families|relatives|the public|visitors|loved ones|people) (?:can|may|could|might) (?:sit|meet|talk|visit|see)\b[^;]*?(?=, (?:became|becomes|was|is|has)\b| (?:became|becomes|was|is) |[.;]|$)"
)
_OVERRIDDEN = regex(r" after (?:both|the) (?:chambers?|houses?) (?:overrode|refused to let|voted to override) [^.;]*")
_OF_A_JAIL = regex(r"\b(?:jails?|sheriffs?|inmates?|prisons?|detainees?|visit\w*)\b")


def _said_plainly(plain: str) -> str:
    plain = _PLACES.sub("the visiting booths", plain) if _OF_A_JAIL.search(plain) else plain
    plain = _BACK_IN_USE.sub(
        r"\g<verb> back \g<thing>", _VOTED_ON.sub(r"\1 ", _ROOM_WHERE.sub("visiting rooms", _OVERRIDDEN.sub("", plain)))
    )
    return _BY_NAME.sub(r"\1 the \2 ", _TELLING.sub(r"\1", _COUNTED.sub("", plain)))


def _as_voted(plain: str) -> str:
    def voted(hit: re.Match[str]) -> str:
        return f"voted to {'restore' if hit['back'] else 'end'} {hit['visits']}{hit['rest']}"

    return _ORDERED_DONE.sub(voted, _ON_A_VOTE.sub("", plain))


def framed(plain: str, *, names_visits: bool = True) -> tuple[str, list[int]] | None:
    """The sentence without what is safe to leave out, and where its decision may start; None where it tells of others,
    of what is long past, or not of visits. names_visits: whether a word for these must stand in it."""
    plain = _PUT_BACK.sub(r"\g<verb> back \g<thing>", _ADOPTED.sub("", plain.replace('"', "")))
    for parted in (_PARTED, _LET_LAPSE):
        plain = parted.sub(r"\g<verb> \g<particle> \g<thing>", plain)
    plain = _as_voted(_said_plainly(_BEFORE_A_VOTE.sub("", _ONCE_DONE.sub("", plain))))
    lead = _LEAD.match(plain)
    start = lead.end() if lead else 0
    if (names_visits and _VISIT.search(plain) is None) or _ELSEWHERE.search(plain, start) or _PAST.search(plain):
        return None
    plain = _SAFE.sub("", _NO_LONGER.sub(r"\g<who> ", _REPORTED.sub(r"\g<who> has ", plain)))
    lead = _LEAD.match(plain)
    start = lead.end() if lead else 0
    setting = _SETTING.match(plain, start)
    return plain, [start, *([setting.end()] if setting else []), 0]


def is_who(who: str) -> bool:
    return (
        (who == "" or _WHO.fullmatch(who) is not None) and _NO_WHO.search(who) is None and _AN_ACT.search(who) is None
    )


def hopeless(who: str) -> bool:
    """Whether no word behind can make them somebody who decides."""
    return _NO_WHO.search(who) is not None or _AN_ACT.search(who) is not None


def ends(plain: str, at: int) -> bool:
    """Whether nothing that turns it stands behind."""
    return _TAIL.fullmatch(plain, at) is not None and _TURNS.search(plain, at) is None
