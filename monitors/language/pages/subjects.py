"""What a line is about that names no visit: its subject, such as meals, bail, the nurse or the weather (R4-R9).

"Each cell holds two inmates." sounds like a rule on parties to the reader, and "Money deposits at the kiosk are not
available." like one on video in the lobby. What such a line says is said of its subject. A line with a word of visits,
calls, tablets or shares is none of these, whatever its subject is.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.words import lexicon_subjects as subjects
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_AHEAD = r"(?:(?:effective|beginning|starting|as of|from|on|in|until|after|during|at|due to|because of|for) [^,:]{2,40}[,:] )?"
_DETERMINED = r"(?:there (?:is|are|was|were|will be) )?(?:(?:no|the|an?|all|each|every|any|our|your|their|its|some|more than|at least|about|only|other|most|both|this|these|those|of|inmates?'?s?|jail|county|personal|visitors?'?|new|(?:\d+ )?(?:minutes|hours|times)(?= of )|[\d,.]+|\$[\d.]+) )*"
# What may stand between a subject and its verb: "money orders from banks may", "tours of the jail are".
_BEHIND = r"(?:'s)?(?:,? (?:(?:and|or|&) )?(?!(?:visit|video)\w*)[\w'-]+){0,2}?(?: (?:of|at|in|on|for|from|to|with|by|near|behind|under) (?:[\w'$.-]+ ){0,4}?[\w'$.-]+)??"
_VERB = r"(?: (?:is|are|was|were|be|has|have|had|may|can|cannot|could|will|must|should|shall|do|does|did|no longer|now|then|also|only|always|usually|not)\b| (?!(?:visit|book)s?\b)[a-z]{2,}(?:s|ed|ing)?\b| \d|[.!]*$)"
_NO_GROUP = r"(?! (?:(?:and|or|&) [\w-]+ |[\w-]+ )?(?:workers?|crews?|inmates?|residents?|trust\w+|units?|pods?|dorms?|blocks?|wings?|floors?|women|men|detail)\b)"
_SUBJECT = regex(
    rf"^{_AHEAD}{_DETERMINED}(?:(?!visit)[a-z'-]+ ){{0,2}}?(?:{subjects.OTHERS})\b{_NO_GROUP}{_BEHIND}{_VERB}"
)
# A label before what is told of it; "Medical: Sunday" may be a unit's turn to be visited.
_LABEL = regex(rf"^(?:[a-z'-]+ ){{0,2}}?(?:{subjects.LABELS})\b{_NO_GROUP}(?: [\w'-]+){{0,3}} ?(?:\||:)")
# What somebody may do that is no visit, of which "children" and "the visiting list" say nothing else.
_ACT = regex(
    rf"^[^.;:|?]{{3,80}}? (?:may|must|can|cannot|could|should|shall|do|does|have to|has to|needs? to|(?:is|are|will be) (?:not |no longer )?(?:allowed|permitted|able|required) to)"
    rf"(?: not| no longer| now| also| only| still)* (?:{subjects.OTHER_ACTS})\b(?!.*\bvisit(?!ing (?:room|area|list)))"
)
# Who is hired, and to whom people are let go.
_HIRED = regex(
    rf"^we (?:(?:do|will|can) not |cannot |no longer |now |only |also )*(?:hire|employ|recruit)\b|^(?:(?:an?|all|the) )?(?:{visits.HELD}) (?:is|are|may be|will be|can be) (?:only )?released\b(?!.*\bvisit)"
)
# What somebody gets, brings or pays: "Inmates receive three meals a day."
_GETS = r"(?:receives?|gets?|have|has|eats?|attends?|takes?|follow|adds?|deposit|send|spend|buy|orders?|wear|keeps?|bring|uses?|borrow|apply for|pick up|drop off|hiring|needs?|offers?|sells?|raised|accepts?|share)"
_OBJECT = regex(
    rf"^{_AHEAD}(?:[\w'-]+ ){{1,4}}?(?:(?:not|no longer|now|also|only|up) )*{_GETS} (?:to )?(?:(?:up to|no more than|at least|more than|an?|the|their|your|his|her|its|own|some|any|each|all|more|new|(?:minutes|hours) of|\d[\d,.]*|\$[\d.]+) )*(?:[\w'-]+ )?(?:{subjects.OTHERS}|deput(?:y|ies)|jailers|officers|cooks|at the commissary)\b"
)
# How many people a place holds, what was long ago, what is printed below a page: facts that promise nobody a visit.
_FACTS = regex(
    r"^(?:this page (?:was )?)?(?:last )?(?:updated|revised|reviewed|printed|posted)(?: on)?:? (?:\w+ )?\d(?!.*(?:: ?|[.;] )[a-z])|^(?:court|cases|hearings|trials|judge \w+)(?: is| are)? (?:held|heard|hears?)\b"
    r"|^(?:each|every|the|an?|our|most|all)? ?(?:[\w'-]+ ){0,2}(?:cells?|pods?|units?|dorms?|dormitor(?:y|ies)|blocks?|tiers?|wings?|jails?|prisons?|facility|complex|building|barracks|\d+) (?:now |still )?(?:holds?|houses?|sleeps?|has|have|had)(?: up to| about| more than| only| room for| space for)? \d[\d,]* (?:[\w-]+ )?(?:beds?|bunks?|cells?|inmates?|people|persons|men|women|officers|deputies|jailers|employees|staff|acres|pods?|floors|buildings|prisoners|residents)\b"
    r"|^\d+ (?:inmates?|people|men|women) (?:share|live in|sleep in)\b|\baverage (?:stay|daily population|age|sentence)\b|\b(?:you|inmates?|prisoners?|residents?|detainees|offenders|people|men|women) (?:(?:are|were|will be) (?:counted|housed|fed|classified|transported|fingerprinted|photographed|booked in|processed|released|woken|escorted|locked (?:in|down))|(?:go|goes|are taken) (?:out )?to (?:the |their )?(?:yard|bed|work|court|gym|recreation|church|class|school)|eats?|sleeps?|wakes?(?: up)?|showers?|exercises?)\b"
    r"|^in (?:1[89]\d\d|20[01]\d)\b.*\b(?:was|were|had|could|opened|built|began)\b|\b(?:built|opened|torn down|demolished|founded|dedicated|burned|renovated|named)(?: \w+){0,3} in (?:1[89]|20)\d\d\b|^the (?:first|old|former) (?:county )?(?:jail|prison)\b"
    r"|\b(?:in|inside|outside|from) (?:a|the|their|his|her|each|your|an inmate's) cells?\b|\bfrom the library\b|\bworks? in the (?:kitchen|laundry)\b"
    r"|\b(?:has|have) (?:retired|resigned)\b|\b(?:was|were|has been|have been) (?:hired|promoted|appointed|sworn in|elected)\b|\b(?:follow|like|find) us on\b"
    r"|^(?:the|our) (?:[\w-]+ ){1,4}(?:accepts?|takes?)(?: only| no)? [^.;]*\b(?:bills|coins|quarters|exact change)\b|\b(?:temperatures?|degrees|sunny|cloudy)\b"
)
# How mail goes its way, which changes nothing in what may be written (R10).
_MAIL_HANDLED = regex(
    rf"^{_AHEAD}(?:all |the |inmate |incoming |outgoing |regular |your |there (?:is|are) |no )*(?:mail|letters?|stamps?)\b.*\b(?:delivered|delivery|picked up|collected|handed out|passed out|given out|distributed|sorted|sent out|go(?:es)? out|leaves?|runs|arrives?|arrive|holidays?)\b"
    r"|^(?:please |address |put |write )+(?:all )?(?:letters?|mail|the inmate's (?:full )?name)\b|^(?:you (?:may|can) |families (?:may|can) |please )*(?:write|send)(?: to| as| every| \{[a-z,]+\}| at| home| often| him| her| them| us| an? inmate| your| many| letters?| cards| notes)+(?!\w)(?!.*\b(?:request|book\w*|schedul\w+|ask|appl\w+|warden|office)\b)"
)
_MAIL_TERMS = regex(
    r"\b(?:scan\w*|cop(?:y|ies|ied)|digit\w*|electronic\w*|returned|refus\w+|reject\w+|limit\w*|no (?:more|longer)(?! (?:be )?(?:delivered|picked up|collected|handed out|passed out|given out|distributed|sorted|sent out) (?:on|at|after|before|in the) )|maximum|not (?:be )?accepted|must|destroy\w*|shredded|vendor|compan\w+|opened|read|pages?|photos?|books?)\b"
)
# Words by which a line may be on visits, calls, tablets or shares after all.
_KEEPS = regex(
    rf"\b(?:{visits.VISIT}|visited|visitors?|visitantes?|{visits.IN_PERSON}|{visits.VIDEO_REMOTE}|{visits.VIDEO}|appointments?|reserv\w+|walk-?ins?|{visits.CONTACT}|{visits.BARRIER}|"
    rf"{visits.COMMISSION}|{visits.GUARANTEE}|{visits.PHONE}|phones?|{visits.TABLETS}|see (?:an?|the|your|their|people|someone|him|her)|seen|meet (?:with|in|their|your|his|her|an?)|guests?|timetable|scann\w+|copied|postcards?|attorneys?|lawyers?|clergy|paralegals?|public defenders?|"
    r"(?:open|available|set aside|reserved|used) (?:to|for|by) (?:[\w-]+ )?(?:famil\w+|friends|relatives|children|kids|loved ones))\b"
    r"|(?:^|[;,] (?:so |and |but )?)(?:families|children|kids|relatives|friends|parents|loved ones) (?:may|can(?:not)?|are|will|must)\b"
    r"|\b(?:nobody|no one|no 1|families|relatives|friends|loved ones) (?:\w+ ){0,2}(?:be )?(?:seen|let in|admitted)\b"
)
# Words of visits that are part of something else's name.
_NAMES = regex(
    r"\bsick call\b|\b(?:referral|affiliate) partners?\b[^.;]*?\b(?:revenue shares?|commissions?|shares?)\b|^(?:tablet )?(?:games?|movies?|music|songs?|e-?books?|podcasts?|streaming)(?: on (?:the |a |your )?tablets?)? (?=costs?\b|is\b|are\b|may\b)|\bvisit(?:or|ors|ors'|or's|ing|ation)? (?=(?:parking|lot|lockers?|restrooms?)\b)|\bvisitors in (?=[a-z -]*\b(?:tops|shorts|skirts|sandals|hats)\b)"
    r"|\b(?:nurse|doctor|dentist|physician|medical|dental)(?:'s)? visits?\b(?! (?:with|from|by) (?:an? )?(?:famil\w+|friends?|visitors?))|\bvisits? (?:to|with|by|from) (?:the |a )?(?:nurse|doctor|dentist|physician|infirmary|clinic)s?\b"
    r"|\b(?:nurse|doctor|dentist|physician|optometrist|barber)s?(?: no longer| now)? visits?(?! (?:with|from))\b"
)
_ON_SCREEN = regex(
    r"\b(?:first appearances?|arraignments?|judge \w+|aa|na|(?:college )?class(?:es)?|courses?|vot(?:e|ing)|elections?|fines?)(?: \w+)? (?:are |is |may be )?(?:held|heard|hears|hear|taught|meets?|takes? place|vote|paid|cases|in person)\b"
)
_BY_SCREEN = regex(r"\b(?:by|via|over|through) video\b|\bin[- ]person\b")
# Where money and papers change hands, which the visiting windows and screens have their names from.
_PAID_THERE = regex(
    rf"^{_AHEAD}(?:\w+ ){{0,3}}?(?:money|cash|deposits?|bail|bonds?|fines?|restitution|reports?|property|permits?|fingerprint(?:s|ing)?(?! checks?)\b)\b"
)
_AT_A_DESK = regex(
    r"\b(?:at|in|from|to|through) (?:the|our|an?) (?:[\w-]+ )?(?:windows?|counter|desk|lobby|kiosk|machine)\b"
)
# A charge on money that is paid in may be one on the balance that pays for visits (R6), unless it is named.
_OPEN_MONEY = regex(r"\b(?:money|cash|funds|deposits?)\b")
_CHARGED = regex(
    r"\b(?:fees?|charges?|costs?|free|refund\w*|forfeit\w*|unused|unspent|given back|balance)\b|\$(?!.*\b(?:bills|coins)\b)(?<!up to \$)(?<!limited to \$)(?<!more than \$)(?<!maximum of \$)(?<!at most \$)"
)
_OWN_MONEY = regex(r"\b(?:commissary|canteen|store|trust|bail|bonds?|fines?|court)\b")
_BUSINESS = regex(rf"\b(?:{subjects.BUSINESS})\b")
# Whose visits it may be about after all.
_WHO_COMES = regex(
    rf"\b(?:{visits.FAMILY}|{visits.MINORS}|{visits.LEGAL}|{visits.MAIL}|mail|letters?|photos?|cards?|privileges?|lists?|entry|enter\w*|admi(?:t|ts|tted|ssion)|access|come|coming|seen|{visits.RECORD}|clos(?:e|ed|es|ing|ure)|re-?open\w*|opens?|suspend\w*|resum\w+|cancel\w*|lock-?down|hours|kiosks?|terminals?|screens?|lobby|booths?|deposits?|funds?|price|rates?|per minute)\b|%"
)
_LONGEST = 400  # characters; who writes more says more than one thing
_DURING = regex(r" during (?:(?:your|the|a|their|all) )?visits?\b(?=[.!]?$| )")
_OTHERS = regex(rf"\b(?:{subjects.OTHERS})\b{_NO_GROUP}")
# "There is now a charge for parking.": what is paid for is no visit.
_FOR_OTHERS = regex(
    r"\b(?:charges?|charged|charging|fees?|pay|pays|paid|price|cost)\b(?: (?:\$[\d.]+|is|are|will be|charged|now|due|asked|of|a|day|an|hour))* for (?:(?:the|an?|your|our|any|all|use|using|of|each|every) )*(?:parking|lockers?|(?:photo)?copies|notary|laundry|haircuts?|meals?|records|reports)\b"
)
_LONG_AGO = regex(
    r"^in 1[89]\d\d,? .*\b(?:was|were|had|could|came|got|opened)\b(?!.*\b(?:now|today|since|still)\b)"
    r"|\b(?:was|were) (?:first )?(?:built|founded|dedicated|torn down|named) (?:\w+ ){0,3}in (?:1[89]|20)\d\d[.!]*$"
)


@lru_cache(maxsize=8192)
def asks_of_others(lead: str) -> bool:
    """Whether the line ahead is a question or a label on another thing: "When is commissary?" """
    return (
        len(lead) <= _LONGEST
        and lead[-1:] in ("?", ":")
        and _OTHERS.search(lead) is not None
        and _KEEPS.search(lead) is None
    )


@lru_cache(maxsize=8192)
def says_visits(plain: str) -> bool:
    """Whether a line has a word of visits, calls, tablets or shares."""
    return _KEEPS.search(plain) is not None


@lru_cache(maxsize=8192)
def other_subject(plain: str) -> bool:
    """Whether a line's subject, or what somebody gets by it, is another thing than visits, and no word in it is of visits."""
    if len(plain) > _LONGEST:
        return False
    if _LONG_AGO.search(plain):
        return True
    if _HIRED.match(plain):
        return True
    if _ACT.match(plain) and not _charges_openly(plain):
        return True
    bare = _without_names(plain)
    if _DURING.search(bare) and _SUBJECT.search(bare):
        bare = _DURING.sub(" ", bare)  # "Coffee in the lobby is free during visits."
    if _KEEPS.search(bare):
        return False
    if _FOR_OTHERS.search(bare):
        return True
    if _charges_openly(bare):
        return False
    if _MAIL_HANDLED.search(bare):
        return _MAIL_TERMS.search(bare) is None
    if _BUSINESS.search(bare) and not _WHO_COMES.search(bare):
        return True
    return bare != plain or any(found.search(bare) for found in (_SUBJECT, _LABEL, _OBJECT, _FACTS))


def _without_names(plain: str) -> str:
    rest = _NAMES.sub(" ", plain)
    rest = _AT_A_DESK.sub(" ", rest) if _PAID_THERE.search(rest) else rest
    rest = _BY_SCREEN.sub(" ", rest) if _ON_SCREEN.search(rest) else rest
    return re.sub(r" +", " ", rest).strip() if rest != plain else plain


def _charges_openly(bare: str) -> bool:
    return bool(_OPEN_MONEY.search(bare) and _CHARGED.search(bare) and not _OWN_MONEY.search(bare))


_PLAIN_VERB = r"(?:is|are|was|were|has|have|had|may|can|cannot|could|will|must|should|shall|do|does|did|takes?|holds?|needs?|starts?|begins?|ends|runs|costs?|goes|go|works|stays?|remains?|lasts|meets?|pays?|gets?|receives?|makes?|gives?|sees|charges|accepts?|requires?|offers?|serves?|trains?|hired|fired|approved|opened|started)"
_NO_NOUN = (
    r"the|an?|your|our|if|who|that|which|to|when|come|sure|please|not|no|on|in|at|of|for|by|as|so|do|what|how|where"
)
_ANY_SUBJECT = regex(
    rf"^{_AHEAD}(?:there (?:is|are|was|were|will be) )?(?:(?:no|the|an?|all|each|every|any|our|your|their|its|his|her|some|more than|at least|about|only|other|most|both|this|these|those|of|new|\d[\d,.]*) )*"
    rf"((?:(?!(?:{_NO_NOUN})\b)[a-z][\w'-]* ){{1,4}}?)(?:(?:of|at|in|on|for|from|to|with|by|near|behind) (?:[\w'$.-]+ ){{1,4}}?)??(?:(?:no longer|now|then|also|only|usually|always|not) )?{_PLAIN_VERB}\b"
)
_MAY_BE_VISITS = regex(subjects.MAY_BE_VISITS)
_SAYS_MORE = regex(
    rf"\b(?:{visits.VISITOR}|{visits.FAMILY}|{visits.LEGAL}|{visits.MINORS}|{visits.FRIENDS}|{visits.KIN_ONLY}|{visits.EX_HELD}|{visits.RECORD}|{visits.ID_DOCUMENT}|{visits.APPOINTMENT}|{visits.WALK_IN}|{visits.APPEAL}|{visits.MAIL}|"
    r"enter|admitted|let in|turned away|barred|called (?:on|upon)|kin|seats?|glass|lists?|loved|together|hands|bring|allowed in|shorten\w*|closed|closes|open|opens|re-?open\w*|shut|suspend\w*|resum\w+|paus\w+|restored|on hold|ended|back|again|no longer)\b"
)


@lru_cache(maxsize=8192)
def own_subject(plain: str) -> bool:
    """Whether a line's subject is a plain noun of which no line on visits is, and no word in it is one of visits or of
    who may pay them: "A counselor sees inmates twice a week." Of places nobody knows which is the visiting room, so
    whatever opens or closes is left out."""
    found = _ANY_SUBJECT.search(plain) if len(plain) <= _LONGEST else None
    if found is None or _KEEPS.search(plain) or _SAYS_MORE.search(plain) or _charges_openly(plain):
        return False
    return _MAY_BE_VISITS.fullmatch(found.group(1).split()[-1]) is None
