"""Verbs and particles that say that a thing comes, stays or grows, or goes or shrinks, and things that are good or bad
to have when one visits.

Open lists of general terms; a term is added for a kind of wording, never for one page.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

# A verb may hold its thing before the particle: "brought in-person visits back".
_BROUGHT = r"(?:br(?:ing|ings|ought|inging)|g(?:ive|ives|ave|iven|iving)|put|puts|putting|g(?:et|ets|ot|etting))"
_TOOK = r"(?:t(?:ake|akes|ook|aken|aking)|pull(?:s|ed|ing)?|throw[ns]?|threw|turn(?:s|ed|ing)?)"
SPLIT_UP = regex(rf"\b{_BROUGHT}\b(?P<thing>(?: [\w'-]+){{0,4}}?) back\b")
SPLIT_DOWN = regex(
    rf"\b{_TOOK}\b(?P<thing>(?: [\w'-]+){{0,4}}?) (?:away|out|down)\b|\bd(?:o|oes|id|one|oing) away with\b"
)

UP = regex(
    r"\b(?:ke(?:ep|eps|pt|eping)(?: on)?|retain(?:s|ed|ing)?|preserv(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|stay(?:s|ed|ing)?(?: (?:on|up|open|in place|in force))?|remain(?:s|ed|ing)?(?: (?:on|up|open|in place|in force))?|continu(?:e|es|ed|ing)(?: on)?|carr(?:y|ies|ied) on with|go(?:es)? on|went on|going (?:on|ahead)|go(?:es)? ahead"
    r"|reinstat(?:e|es|ed|ing)|restor(?:e|es|ed|ing)|resum(?:e|es|ed|ing)|reviv(?:e|es|ed|ing)|return(?:s|ed|ing)?|re-?open(?:s|ed|ing)?|com(?:e|es|ing) back|came back|begin(?:s|ning)?|began|begun|start(?:s|ed|ing)?|launch(?:es|ed|ing)?|introduc(?:e|es|ed|ing)|impos(?:e|es|ed|ing)|adopt(?:s|ed|ing)?|uph(?:old|olds|eld)|enforc(?:e|es|ed|ing)|phas(?:e|es|ed|ing) in|roll(?:s|ed|ing)? out|set(?:s|ting)? up|open(?:s|ed|ing)? up|put(?:s|ting)? (?:up|in place)|go(?:es|ing)? up|gone up|went up|built up|build(?:s|ing)? up"
    r"|ris(?:e|es|ing|en)|rose|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|hik(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|grow(?:s|n|ing)?|grew|widen(?:s|ed|ing)?|enlarg(?:e|es|ed|ing)|add(?:s|ed|ing)?|step(?:s|ped|ping)? up"
    r"|(?:is|are|was|were|will be|be|(?:has|have) been) (?:still )?(?:here to stay|back|on|up)(?! hold\b| the\b| a\b| an\b| to\b| \{| \d| at\b| by\b| for\b| from\b| offer\b| your\b))\b"
)
DOWN = regex(
    r"\b(?:drop(?:s|ped|ping)?|los(?:e|es|ing)|lost|end(?:s|ed|ing)?|scrap(?:s|ped|ping)?|kill(?:s|ed|ing)?|abolish(?:es|ed|ing)?|eliminat(?:e|es|ed|ing)|discontinu(?:e|es|ed|ing)|ceas(?:e|es|ed|ing)|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?|paus(?:e|es|ed|ing)|revok(?:e|es|ed|ing)|rescind(?:s|ed|ing)?|repeal(?:s|ed|ing)?|lift(?:s|ed|ing)?|overturn(?:s|ed|ing)?|str(?:ike|ikes|uck|iking) down|waiv(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|withdr(?:aw|aws|ew|awn|awing)|shelv(?:e|es|ed|ing)|expir(?:e|es|ed|ing)|laps(?:e|es|ed|ing)|cancell?(?:s|ed|ing)?|cancel|clos(?:e|es|ed|ing) down|shut(?:s|ting)? down|cut(?:s|ting)? off|call(?:s|ed|ing)? off|phas(?:e|es|ed|ing) out|roll(?:s|ed|ing)? back|wind(?:s|ing)? down|wound down|taken? (?:down|away)|took (?:down|away)|com(?:e|es|ing) down|came down|gave way|g(?:ive|ives|iven|iving) way"
    r"|fall(?:s|ing|en)?|fell|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|(?<!'s )cut(?:s|ting)?(?: back)?|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|halv(?:e|es|ed|ing)|shr(?:ink|inks|ank|unk|inking)|shorten(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|go(?:es|ing)? down|went down|gone down|scal(?:e|es|ed|ing) back|curtail(?:s|ed|ing)?|narrow(?:s|ed|ing)?"
    r"|(?:is|are|was|were|will be|be|(?:has|have) been) (?:gone(?: for good)?|over(?: for good)?|off(?: for good)?|out|down|no more)(?! (?:the|a|an|to|at|by|for|from|your|\{|\d)\b)|on hold)\b"
)
NOT = regex(
    r"\b(?:not|never|no longer|won't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|refus\w+ to|declin\w+ to)\b"
)
# What a line says besides, whatever its verb is.
FORM_WORDS = regex(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|(?<!-)to|do|does|did|get|gets|got|now|again|still|also|the|an?|its|their|our|for good|of)\b"
)
OPEN = regex(
    r"\b(?:may|might|could|would|should|wants?|hopes?|plans?|planned|proposes?|proposed|proposal|considers?|asks?|asked|urges?|bill|stud(?:y|ies)|vot\w+|requires?|required|that|you|if|unless|when|until|after|before|except|but|while|or)\b|\?"
)

BAD_THING = regex(
    r"\b(?:bans?|prohibitions?|moratoriums?|suspensions?|closures?|(?<!on )(?<!in )lockdowns?|quarantine|pauses?|freeze|restrictions?|curbs?|age limits?|limits? on|caps? on|waits?|waiting (?:periods?|times?|lists?)|fees?|charges?|surcharges?|prices?|rates?|costs?|commissions?|kickbacks?|penalt(?:y|ies)|glass|plexiglass|partitions?|dividers?|barriers?|(?:county|jail|sheriff)'s (?:cut|share)|video-only)\b"
)
# What follows says when or why, not what comes or goes.
ASIDE = regex(r"\b(?:during|since|because|due|amid|despite|after|under)\b.*")
GOOD_PRICE = regex(
    r"\b(?:discount\w*|half[- ](?:price|off)|reduced|introductory|promotional|special|free|no-cost|complimentary|credits?|refunds?|waivers?)\b"
)
GOOD_THING = regex(
    rf"\b(?:{visits.VISIT}|visiting (?:hours?|days?|times?|rooms?|booths?|windows?)|visitation|(?:visiting|visitation|visitors'?) lists?|hugs?|{visits.IN_PERSON})\b"
)
VIDEO = regex(r"\bvideo\b")
BEHIND = regex(r"\b(?:through|behind)\b")
# Of what a page of visiting rules need not say that it is of visits.
OF_VISITS = regex(
    r"prices?|fees?|(?:\w+ )?(?:suspension|closure|lockdown|ban|glass|plexiglass|partitions?|dividers?|barriers?)"
)
OTHERS = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT}|{visits.MAIL}|mail|phones?|tablets?|commissary|bonds?|bail|property|records|restrooms?|parking|lockers?|website|rules?|polic(?:y|ies)|forms?|volunteers?|attorneys?|lawyers?|counsel)\b"
)
_IN_PERSON = regex(
    r"\b(?:in[- ]person|face[- ]to[- ]face|on[- ]?site visit\w*|visiting rooms?|(?:booth|window) visits)\b"
)
_TOUCHED = regex(rf"\b(?:{visits.CONTACT}|hugs?|glass|plexiglass|partitions?|dividers?|barriers?)\b")
_FEES = regex(r"\b(?:fees?|charges?|surcharges?|prices?|rates?|costs?|discount\w*|free|refunds?|complimentary)\b")
_SHARE = regex(r"\b(?:commissions?|kickbacks?|cut|share)\b")
_STOPPED = regex(r"\b(?:suspensions?|closures?|lockdowns?|quarantine|pauses?|freeze|moratoriums?)\b")
_PEOPLE = regex(r"\b(?:age|lists?|waits?|waiting|children|kids|minors|friends|visitors)\b")
_DISCIPLINED = regex(
    r"\b(?:on (?:discipline|restriction|lockdown|punishment)|in (?:segregation|disciplinary \w+|the hole|isolation|restrictive housing|quarantine))\b"
)
_HOURS = regex(r"\b(?:hours?|times?)\b")
_WHEN = regex(r"\b(?:days?|evenings?|mornings?|afternoons?|weekends?|nights?|holidays?|\{[a-z,]+\})")


def about(rest: str) -> tuple[str, tuple[Topic, ...], Severity]:
    """What a line is about of which these words are left, how that is named in headline.py, and how grave it is that
    such a thing comes or goes (S1 to S3)."""
    if _DISCIPLINED.search(rest):
        return "few-words", (Topic.ELIGIBILITY,), Severity.MINOR
    if _SHARE.search(rest):
        return "commission", (Topic.COMMISSION,), Severity.MAJOR
    if _FEES.search(rest):
        refund = "refund" in rest
        return "refund" if refund else "more-price", (Topic.FEES,), Severity.MINOR if refund else Severity.MAJOR
    if _TOUCHED.search(rest):
        return "contact", (Topic.CONTACT,), Severity.MAJOR
    if _HOURS.search(rest):  # by how much is not said
        return "more-hours", (Topic.SCHEDULE,), Severity.MINOR
    if _WHEN.search(rest):
        return "days", (Topic.SCHEDULE,), Severity.MAJOR
    if _PEOPLE.search(rest):
        return "few-words", (Topic.ELIGIBILITY,), Severity.MAJOR
    if _IN_PERSON.search(rest):
        return "in_person", (Topic.IN_PERSON,), Severity.CRITICAL
    if VIDEO.search(rest):
        return "video_remote", (Topic.VIDEO_REMOTE,), Severity.MAJOR
    if _STOPPED.search(rest):
        return "visits", (Topic.SUSPENSION,), Severity.MAJOR
    return "visits", (Topic.IN_PERSON, Topic.SUSPENSION), Severity.MAJOR
