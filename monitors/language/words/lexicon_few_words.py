"""The few words that make a line of visiting rules hold for more or for less, and what lines do: give, forbid or ask.

Open lists of general terms; a term is added for a kind of wording, never for one page.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_DAYS = r"\{[a-z,]+\}"
_KIN = r"(?:clergy|ministers?|pastors?|in-laws|step\w+|grand\w+|aunts?|uncles?|cousins|nieces|nephews|fianc\w+|babies|adults?|anyone|(?:a |any )?legal guardians?|girlfriends?|boyfriends?)"
_PEOPLE = rf"(?:{visits.FAMILY}|{_KIN}|{visits.MINORS}|{visits.FRIENDS}|{visits.LEGAL}|{visits.EX_HELD}|co-?defendants)(?: members?)?"
_FORMS = r"(?:(?:by |on |via )?(?:remote |home |lobby )?video(?: visits?)?|(?:in|at|from) (?:the |a |your )?(?:home|lobby|table|tables|kiosks?)|in-person|in person|face[- ]to[- ]face|by (?:phone|tablet|computer|letter|email)|online|(?:in|at) (?:the|our) (?:jail|facility)|at the desk|walk-?ins?|first-come(?: first-served)?|by appointment)"
_PAPERS = r"(?:(?:a |an )?(?:(?:foreign|valid|u\.s\.|tribal|military|school|student|consular|state) )*(?:passports?|ids?|cards?|licenses?|driver's licenses?|consular (?:card|id)s?|birth certificates?))"
_TIMES = rf"(?:(?:the )?(?:mornings?|afternoons?|evenings?|nights?|weekends?|{_DAYS}|holidays|january|february|march|april|may|june|july|august|september|october|november|december|start|end|beginning|when you (?:arrive|leave)|at the (?:start|end))|(?:on|in) (?:the )?(?:{_DAYS}|weekends?|holidays|mornings?|afternoons?|evenings?))"
_TOUCH = r"(?:hugs?|kiss(?:es)?|hold hands|holding hands|hugging|kissing|handshakes?)"
_LEVELS = r"(?:minimum|medium|maximum|close|low)(?:-|[- ](?:custody|security))?|\d"
_SHARE = r"(?:(?:a|an|any|the|their|your|his or her|his|her|its|their own|your own|other|another|1|[2-9]|close|immediate|approved|adult|listed|small|young|family|own|minor|inmate's)(?: other)? )*"
# One of a list: who, in which form, with which paper, when.
WHO_WHAT = regex(
    rf"{_SHARE}(?:{_PEOPLE}|{_FORMS}|{_PAPERS}|{_TIMES}|{_TOUCH}|{_LEVELS}|(?:the|a) (?:inmate|unit manager|chaplain|sergeant))(?: on the (?:\w+ )?list| from the same family| and their (?:famil(?:y|ies)|children))?|you|their (?:families|family)"
)
PLACES = regex(r"^(?:security |custody )?(?:prisons?|facilit(?:y|ies)|institutions?|camps?|units?)\b")
JOINING = regex(r",(?![a-z,]*\})|\b(?:and|or|plus|as well as|in addition to|along with)\b")
_APART = regex(r",(?![a-z,]*\})|[;()]|\b(?:and|or|plus|as well as|in addition to|along with|with|but not)\b")
EXCEPTED = regex(r"\b(?:except\w*|unless|other than|excluding|but not|without|not counting|no more than)\b")
IF = regex(r"\b(?:if|when|whenever|provided|as long as|only after|only if)\b")
A_CLAUSE = regex(r"\b(?:agrees?|approves?|is|are|has|have|allows?|permits?|consents?|passes|may|can|he|she|they|you)\b")

SOME = regex(
    r"(?:some|most|many|certain|several|selected|eligible|a few|few|first-time|first|approved|only some)(?: of the)?"
)
ALL = regex(r"(?:all|every|each|any|both)(?: of the)?")
FEW = regex(r"(?:only )?(?:a )?(?:few|some|handful)(?: of the)?")
MOST = regex(r"(?:most|many|nearly all|almost all)(?: of the)?")
IS_LIMITED = regex(r"(?:limited|restricted|rationed|capped)(?: in number)?")
IS_UNLIMITED = regex(
    r"(?:unlimited|unrestricted|not (?:limited|restricted|rationed|capped)|without limit)(?: in number)?"
)
_MAY_BE = r"(?: (?:may be|can be|may|can|will|is|are))?"
EVERYBODY = regex(
    rf"(?:any ?one|any ?body|every ?one|every ?body|all(?: people| visitors)?|the (?:general )?public){_MAY_BE}"
)
NOBODY = regex(rf"(?:nobody|no one|no 1|none){_MAY_BE}")
KIN_ONLY = regex(
    rf"(?:only )?(?:(?:immediate|close) )?(?:family(?: members)?|relatives|kin|spouses|parents)(?: only)?{_MAY_BE}"
)
COMES = regex(
    r"(?:be )?(?:visit|come|may visit|can visit|allowed to visit|permitted to visit|welcome|admitted|let in)\b"
)
CLOSE_KIN = regex(r"(?:only )?(?:immediate|close|nuclear)")
WIDE_KIN = regex(r"(?:extended|any|all|distant|other|every)")
_WHO = r"(?:only )?(?:(?:those|people|persons|visitors|anyone|anybody|adults|applicants|relatives) )?"
LACKING, HAVING = regex(rf"{_WHO}without"), regex(rf"{_WHO}with")
A_RECORD = regex(
    r"(?:an? |any )?(?:(?:prior|felony|criminal|violent|drug|misdemeanor|past) )*(?:records?|convictions?|history|histories|felony|felonies|warrants?)\b"
)
ONLY_ONE = regex(r"(?:the|our|your) (?:only|sole|1)")
ONE_OF_MANY = regex(r"(?:an?|1|another|also an?|just an?|just 1|an additional|an extra|1 of (?:the|our|many|several))")
SEVERAL = regex(r"(?:more than 1|several|many|multiple|any number of|2 or more)")
JUST_ONE = regex(r"(?:only |just )?(?:1|a|an)")
COUNTED_THINGS = regex(r"(?:in-person |video |family )?(?:visits?|lists?|visitors?)\b")
FULL_PRICE = regex(r"(?:full|regular|normal|standard)(?:[- ]?price)?")
LESS_PRICE = regex(r"(?:half|reduced|discounted|lower)(?:[- ]?price)?|half[- ]off")
A_PRICE = regex(r"[- ]?(?:price|rate|cost|fee)\b")
A_WAY = regex(r"(?:options?|choices?|ways?|forms?|means|methods?|kinds?|types?)\b")
POSSESSIVE = regex(r"(?<=s)['\u2019]$|['\u2019]s$")
AN_AGENCY = regex(
    r"(?:the |our )?(?:county|city|state|jail|sheriff|sheriff's office|facility|department|agency|prison|vendor|company|provider|we)"
)
THE_PUBLIC = regex(
    r"(?:the |an? |each |their |your )?(?:famil(?:y|ies)|visitors?|inmates?|callers?|relatives?|loved ones?|parents?|you|users?|detainees?|prisoners?|residents?)"
)
_PAYS = r"(?:pays?|(?:covers?|bears?|meets?) the (?:\w+ )?costs?|(?:picks? up|foots?) the (?:tab|bill|costs?)|(?:is|are) (?:billed|charged))"
PAYS_FIRST = regex(rf"(?:now |will |must |shall )?{_PAYS}\b")
PAYS_LAST = regex(
    rf" (?:now |will |must |shall )?(?:{_PAYS}|covers?|bears?|meets?|foots?|picks?(?: up)?)$"
)  # "families pay" beside "the county pays"
PAID_BY = regex(r"\b(?:paid|covered|borne|met)(?: for)? by(?: the| an?| your| each)?$")
EXPENSE = regex(r"(?:expense|cost)$")
# On what ground, or with what notice, visits may be taken from somebody.
_GROUND = (
    r"(?:(?:good|just|probable|serious|written|prior|advance) )*(?:cause|reasons?|grounds?|notice|warnings?|hearings?)"
)
GROUNDED = regex(rf"(?:and )?(?:only )?(?:for|with|upon|on|after|by) (?:an? )?{_GROUND}\b|only if\b")
UNGROUNDED = regex(
    rf"(?:and )?(?:at any time|at will|for (?:any|no)(?: or no)? reasons?|without (?:an?y? )?{_GROUND}|at (?:any|their|his|its|the [\w']+) discretion)\b"
)
TAKES = regex(
    r"\b(?:may|can|will be|are|is) (?:be )?(?:end(?:ed)?|cut|stopp?(?:ed)?|terminated?|den(?:y|ied)|refused?|cancel+(?:ed)?|deleted?|removed?|suspend(?:ed)?|revoked?|bar(?:red)?|turn(?:ed)? away|curtail(?:ed)?)\b"
)
DETERMINERS = regex(r"\b(?:an?|the|any|all|every|each)\b")
MODIFIERS = regex(
    r"(?:(?:approved|listed|immediate|close|authorized|registered|certain|eligible|sentenced|first-time|violent|serious|recent|adult|local|selected|pre-approved|screened|vaccinated|felony|drug|pending|prior|on felony|on parole for|weekend|unaccompanied) ?)+"
)
_LEAVE = (
    r"(?:approval|permission|consent|authorization|leave|discretion|request|invitation)(?: (?:of|from|by) [^,;]{2,40})?"
)
# Whom, when or by whose leave a line holds.
NARROWING = regex(
    rf"(?:on (?:the|an?|their|his|her) (?:\w+ )?(?:visiting |visitors? |visitation )?list|(?:at|with|by|only with|only by|subject to) (?:the |an? |prior |written |advance |special )*{_LEAVE}|(?:who (?:is|are) )?(?:under|over|younger than|older than)(?: the age of)? \d+(?: years)?(?: old| of age)?"
    r"|(?:who are |who have been )?(?:approved|listed|authorized) (?:by|in) [^,;]{2,30}|with (?:a )?(?:violent |prior |pending )*(?:felony|drug|criminal)(?: convictions?| charges?| records?)?|,? ?for (?:relatives|family|parents|children|spouses|adults) only|of a crime of violence"
    r"|if [^;]{3,60}|unless [^;]{3,60})"
)
FREE = regex(r"\bfree\b")
FREE_ONLY = regex(
    rf"(?:on|in|before|after|during|for|up to|from|between|until|every|each|only)\b[^;]{{0,40}}|{_DAYS}(?: only)?"
)

_MAY_NOT = r"(?:(?:may|can|must|shall|will|do|does|is|are) not|cannot|can't|won't)"
FORBIDS = regex(
    rf"\b(?:{_MAY_NOT}|(?:is|are|be|will be) (?:\w+ )?(?:prohibited|forbidden|barred|banned|turned away|refused|denied|closed|excluded|suspended|ineligible|charged|not)|no (?:\w+ ){{0,3}}(?:may|can|is|are|will|visits?|visiting|visitation|children)|be (?:\w+ )?(?:cancell?ed|terminated|ended|shortened|cut short|lost|revoked|removed|stopped|rejected|sent home|(?:limited|restricted) to \d)|nobody|no 1|never|loses?|forfeit|but not|(?:through|behind) (?:the )?glass|non-contact)\b"
)
ASKS = regex(
    r"\b(?:must|shall (?!be (?:allowed|permitted|offered|held|given|entitled))|(?:is|are) (?:required|needed|necessary|mandatory)|needs? to|needs?|ha(?:s|ve) to|requires?|fees? (?:is|are|appl\w+)|pays?|(?:limited|restricted) to \d)\b"
)
_SCREENED = regex(r"\b(?:(?:through|behind) (?:the )?glass|non-contact)\b")
_GIVES = regex(
    r"\b(?:may|can|(?:is|are|be|will be) (?:\w+ )?(?:allowed|permitted|welcome|open|held|offered|available|free|admitted|accepted|given|entitled|eligible|let in|granted|provided|refunded|(?:limited|restricted) to|for|by|seen)|(?:receives?|gets?|ha(?:s|ve))(?= (?:[\w{},-]+ ){0,3}(?:visits?|visitors)\b)|has room for|means|takes? place|open (?:to|on)|visits are|meet|guaranteed|continues?|(?:no|not) (?:shorter|less|fewer) than|at least)\b"
    r"|^(?:come and )?visit (?!our\b|the (?:web|museum)|www)|^(?:visitors?|who can visit|accepted id(?: for visits)?|visiting(?: hours| days)?|family visits|visits)\b ?[:?]|^(?:only|visits by|\d)\b|^(?:\w+ ){1,3}: visits"
)
MODAL = regex(
    r"\b(?:must|shall|may|can|will|needs?|requires?|ha(?:s|ve) to|required|is|are|must show|to visit you need)\b"
)
VERB = regex(r"[a-z]")
MAY = regex(r"(?:may|can|might|could)(?: be)?")
WILL = regex(r"(?:will|shall|are|is)(?: be)?")
MUST = regex(r"(?:must|shall|have to|has to|need to|needs to|are required to|is required to)(?: be)?")
GOOD = regex(
    r"(?:be |also )*(?:held|offered|granted|given|extended|refunded|admitted|accepted|allowed|provided|open|approved|restored|credited|rescheduled|made up)\b"
)
BAD = regex(
    r"(?:be |also )*(?:cancell?ed|turned away|refused|denied|ended|shortened|terminated|suspended|lost|forfeited|charged|stopped|rejected|sent home|cut short|barred|banned|removed|lose|forfeit|not be)\b"
)
ASKED = regex(
    r"(?:be )?(?:scheduled?|booked?|reserved?|requested|request|apply|register|registered|appl(?:y|ied)|made|accompanied|pay|paid)\b"
)
NEEDED = regex(
    r"(?:an? |the |any |written |prior )*(?:parents?|adults?|guardians?|appointments?|reservations?|approval|permission|booking|escorts?|ids?|identification)\b"
)
_OUT = r"(?:excluding|except(?: for)?|not (?:counting|including|included|counted)|do not (?:count|include)|does not (?:count|include)|but not|other than)"
COUNTED_IN = regex(
    r",? ?(?:and )?(?:including|included?|includes|counting|counted?|counts)(?: (?:\w+ ?){1,3})?|,? ?included?"
)
COUNTED_OUT = regex(rf",? ?{_OUT}(?: (?:\w+ ?){{1,3}})?")
LIMITED = regex(
    r"\d(?!\d* or older)(?=.*\b(?:visitors?|people|adults?|minutes?|hours?|visits?|names?|limit)\b)|\blimit of\b"
)
_BOUNDS = {
    "most": regex(
        r"(?:limited to |allowed )?(?:up to|at most|no more than|not more than|a maximum of|maximum of|or less|or fewer|(?:no|not) more|maximum|less than|limited to)"
    ),
    "least": regex(
        r"(?:guaranteed |allowed )?(?:at least|no less than|no fewer than|not less than|a minimum of|minimum of|or more|(?:no|not) (?:fewer|less)|minimum|guaranteed|entitled to|assured)"
    ),
}
BEFORE_BOUND = regex(r"\b(?:no|not|or|(?:(?<=minutes )|(?<=hours )|(?<=visits ))at)$")
UNLESS_WITH = regex(
    r"(?:unless (?:they are |he or she is )?(?:accompanied by|with)|without|if not (?:accompanied by|with))"
)
ALWAYS = regex(r"\b(?:always|at all times|on all days|(?:for|to) (?:everyone|everybody|all (?:visitors|families)))\b")
NOUN = regex(r"\b(?:visits?|visitors?|inmates?)$")
IN_THE_TIME = regex(r"\b(?:including|includes?|include|counting|counts?) (?:the )?(?:search(?:es)?|screening)\b")
COUNTS = regex(r"\b(?:\d|an?|once|twice) ?(?:[\w-]+ ){0,4}?(?:visits?|calls?|sessions?)\b")
SAME_KIN = regex(r"(?:loved ones?|relatives?|kin|kinfolk|folks|relations|famil(?:y|ies)(?: members?)?)")
A_KIN = regex(r"\b(?:loved ones?|relatives?|kin|famil(?:y|ies))\b")
BOOKS = regex(r"\b(?:book\w*|schedul\w+|reserv\w+|request\w*|appl(?:y|ied)|appointments? (?:is|are|may))\b")
FORM = regex(_FORMS)
MEASURED = regex(r"\b(?:visits?|sessions?|visitors)\b")
WAITED = regex(
    r"\b(?:ahead|advance|before|prior|days|wait\w*|notice|old|older|age|after|early|late|cancel\w*|apart|between)\b|\$"
)
ONE_HEAD = regex(r"(?:visitor|person|head|adult|guest)")
ALL_HEADS = regex(r"(?:group|visit|family|booth|session|party|inmate)")
SECOND_BOUND = regex(
    r",? ?(?:and|but(?: only| no more than)?) (?:only )?\d (?:visits? )?(?:per|a|each) (?:week|month|day)"
)

VISITS = regex(
    rf"\b(?:visit|visits|visited|visiting|visitation|{visits.CONTACT}|hug|kiss|hold hands|walk-?ins?)\b|\bvisitors?\b(?=.*\b(?:at (?:a|1) time|turned away|admitted|approved|must be|together|list|come|seen|refused|(?:id|license|passport|certificate)s?)\b)|\bvisitors?\b ?:|\blist (?:\d+ )?visitors\b|\b(?:people|names?|persons)\b.*\blist\b|^(?:refunds?|fees)\b.*\bvisits?\b|^each inmate|\bnumber of visitors\b|\bimmediate family means\b|^(?:families|parents) meet\b|\b(?:may|can|may not) (?:only )?(?:hold|hug|embrace|kiss|see|touch) (?:their|your) (?:child(?:ren)?|kids|famil(?:y|ies)|loved ones?|partners?)\b|^(?:nobody|no 1|no one|any ?one|any ?body|every ?one)\b.*\bturned away\b"
)
OTHERS = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT}|{visits.MAIL}|mail|tablets?|messages?|books?|bibles?|property|deposits?|commissary|medication|bottles?|strollers?|parking|lots?|park|restrooms?|vending|copies|(?<!felony )(?<!criminal )(?<!prior )(?<!arrest )(?<!police )records|bail|bonds?|volunteers?|jobs?|cafe|snacks?|photos?(?! (?:id|identification|card)\b)|cameras?|our website|web ?site|locker|monitored|recorded|court|wheelchairs?|water|toys|medical|(?:visit(?:ing|ation|or|ors)?|visitors') (?:rules?|forms?|applications?|schedules?|calendars?|polic(?:y|ies)|guides?|handbooks?|vendors?|office|desk|center|staff)|calendars?|questions?|support|technical|posted|picked up|reached|brochures?|supervise)\b"
)
_AT_THE_JAIL = regex(r"\b(?:in|at) (?:the|our) (?:jail|facility)\b")
_FROM_AFAR = regex(r"\b(?:from home|online|remotely)\b")
_LEGAL = regex(r"\b(?:attorneys?|lawyers?|counsel|paralegals?|legal)\b")
_FEES = regex(r"\$|\b(?:free|fees?|cost\w*|charged?|refund\w*|pays?|paid|expense|price|tab)\b")
HOLDS = regex(r"(?:briefly |also )?(?:hold|hug|embrace|kiss|touch|cuddle)")
SEES = regex(r"(?:only |just )?(?:see|look at|wave (?:to|at)|watch|talk (?:to|with)|speak (?:to|with))")
A_LOVED_ONE = regex(
    r"(?:their|your|his|her|the) (?:(?:own|young|little) )?(?:child(?:ren)?|kids?|bab(?:y|ies)|infants?|visitors?|famil(?:y|ies)|loved ones?|partners?|spouses?|wives|wife|husbands?|parents?|mothers?|fathers?|sons?|daughters?)\b"
)
_TOUCHED = regex(rf"\b(?:{visits.CONTACT}|hug|kiss|hold hands|{HOLDS.pattern} {A_LOVED_ONE.pattern})\b(?<!non-contact)")
_BOOKED = regex(r"\b(?:appointments?|walk-?ins?|first-come|schedul\w+|book\w*|reserv\w+|requested)\b")
_OFTEN = regex(
    r"\b(?:(?:un)?limited|minutes?|hours?|visits? (?:per|a|each)|\d+ visits?|extended(?! famil)|once|twice)\b"
)
_WHEN = regex(rf"{_DAYS}|\b(?:holidays?|mornings?|afternoons?|evenings?|weekends?)\b")
_PARTY = regex(r"\b(?:at (?:a|1) time|together|per visit|per adult)\b")
_PAPER = regex(r"\b(?:ids?|license|passports?|certificates?|cards?)\b")
SCREEN = regex(r"\bvideo\b")
FACE = regex(r"\b(?:in[- ]person|face[- ]to[- ]face|contact) visit|\bvisits? (?:in person|face[- ]to[- ]face)")
INSTEAD = regex(r"(?:will )?replaces?|(?:are |is )?(?:in place of|instead of|rather than|a substitute for|in lieu of)")
BESIDE = regex(
    r"(?:will )?(?:supplements?|complements?|adds? to|(?:do|does) not replace)|(?:are |is )?(?:in addition to|as well as|besides|alongside|not a substitute for)"
)
_IN_PERSON = regex(r"\b(?:in[- ]person|face[- ]to[- ]face)\b")
_A_WEEK = regex(
    rf"(?:all |in-person |family |inmate )*(?:visits?|visiting|visitation)(?: (?:hours|days))?(?:(?: (?:is|are|takes? place|held|open|offered|allowed|available|on))*|:) (?:(?P<days>{_DAYS})|(?P<count>[1-7]) days (?:a|per|each|every) week)"
)


def bound(text: str) -> str:
    """ "most" or "least" where words set such a bound and do nothing else."""
    return next((name for name, pattern in _BOUNDS.items() if pattern.fullmatch(text)), "")


def members(text: str) -> list[str]:
    """What a piece of a list names."""
    return [one for part in _APART.split(text) if (one := part.strip())]


def polarity(text: str) -> int:
    """+1 a line gives something of visits, -1 it forbids or asks something, 0 it can't be said."""
    if _SCREENED.search(text) and MAY.search(text):
        return 0  # who "may visit through the glass" is given a visit, and kept from touch
    if FORBIDS.search(text) or ASKS.search(text):
        return -1
    return 1 if _GIVES.search(text) else 0


def takes_the_place(was: str, now: str) -> bool:
    """Whether what stood instead of another thing stands beside it."""
    return INSTEAD.fullmatch(was) is not None and BESIDE.fullmatch(now) is not None


def about(was: str, now: str, text: str) -> tuple[tuple[Topic, ...], Severity]:
    """What an edit is about, and how grave that is (S2, S3)."""
    moved = f"{was} {now}"
    only = (ONLY_ONE.fullmatch(was) or ONLY_ONE.fullmatch(now)) and A_WAY.search(text)
    placed = takes_the_place(was, now) or takes_the_place(now, was)
    if placed or ((_IN_PERSON.search(moved) or only) and SCREEN.search(text)):
        return (Topic.IN_PERSON,), Severity.CRITICAL
    if _FEES.search(text):
        return (Topic.FEES,), Severity.MINOR if "refund" in text else Severity.MAJOR
    if _AT_THE_JAIL.search(moved) and _FROM_AFAR.search(text):
        return (Topic.IN_PERSON,), Severity.CRITICAL
    if _FROM_AFAR.search(moved):
        return (Topic.VIDEO_REMOTE,), Severity.MINOR
    if TAKES.search(text) and (UNGROUNDED.search(text) or GROUNDED.search(text)):
        return (Topic.ELIGIBILITY,), Severity.MINOR
    if _LEGAL.search(moved):
        return (Topic.LEGAL_VISITS,), Severity.MINOR
    if _TOUCHED.search(text):
        return (Topic.CONTACT,), Severity.MAJOR
    if _PAPER.search(moved):
        return (Topic.ELIGIBILITY,), Severity.MINOR
    if _BOOKED.search(text):
        return (Topic.SCHEDULE,), Severity.MINOR
    if SCREEN.search(moved):
        return (Topic.VIDEO_REMOTE,), Severity.MINOR
    if _OFTEN.search(text):
        return (Topic.DURATION_FREQUENCY,), Severity.MAJOR
    if _WHEN.search(moved):
        return (Topic.SCHEDULE,), Severity.MINOR
    return (Topic.ELIGIBILITY,), Severity.MINOR if _PARTY.search(text) else Severity.MAJOR


def days_a_week(text: str) -> int:
    """How many days a week have visits, in a line that says nothing else; 0 where it is none."""
    said = _A_WEEK.fullmatch(text)
    if said is None:
        return 0
    return int(said["count"]) if said["count"] else said["days"].count(",") + 1
