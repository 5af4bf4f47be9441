"""Numbers of admission: lead times, lists, parties, waits and distances."""

# ruff: noqa: E501  a pattern reads better on one line
from __future__ import annotations

import re

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, in_days, told_once
from monitors.language.words.patterns import regex

_LEAD = regex(
    r"\b(\d+(?:\.\d+)?) (?:or more )?(?:full |clear |whole |business |working )?(hours?|days?|weeks?|minutes|horas|días)(?: or more)?(?:'s?)?[ -]?(?:(?:of |in )?(?:advance|notice|ahead|lead)|before(?:hand)?|prior|antes|ahead of|de anticipación|out\b)"
)

# "... a week ahead instead of two days."
_LEAD_BEFORE = regex(r"\b(?:instead of|rather than) (\d+) (hours?|days?|weeks?)\b")
_ONE_WEEK = regex(r"\b(?:a|one full) week (?=ahead|in advance|beforehand|of notice|before)")

_LEAD_INSIDE = regex(r"\b(?:inside|within|less than) (\d+) (hours?|days?)\b")

_DAY_BEFORE = regex(
    r"\b(?:the|a|1) (?:day|evening|night) (?:before|prior|ahead|earlier)\b|\bthe previous day\b|\bby @\d{4} the day before\b"
)

# "How far ahead must I book a visit? 24 hours."
_LEAD_ASKED = regex(
    r"\bhow (?:far|long|early|much (?:notice|time))\b[^?]*\b(?:ahead|advance|notice|book|reserve|schedule|before(?:hand)?|prior)\b[^?]*\? (?:at least |a minimum of |you need |no less than )?(\d+(?:\.\d+)?) (hours?|days?|weeks?)(?= |$|[.,;])"
)
_SAME_DAY = regex(r"\bsame[- ]day\b|\bon the day itself\b|\bthat very day\b")
# "You may not make one for the same day."
_NOT_SAME_DAY = regex(visits.NOT_SAME_DAY)

_LIST_NOUN = r"(?:lists?|roster|card|sheet|form|register|lines?|names?|entries|lista|log|book)"

_LIST_PEOPLE = r"(?:adults?|grown-?ups?|names?|nombres|people|persons?|individuals|visitors?|visitantes|friends?|relatives?|lines?|entries|spaces?|places?|members|personas|adultos|guests|family members|slots|callers|kin)(?! (?:in custody|in jail|held|are held|booked)\b)"

_LIST = regex(
    rf"\b(\d+)(?: (?:approved|different|such|other|more|adult|family|of your|social|outside|named|blank|total|relatives? and|friends? and|friends? or)){{0,3}} {_LIST_PEOPLE}\b"
)

_LIST_AFTER = regex(
    rf"\b{_LIST_NOUN}(?: \w+){{0,4}} (?:to|is|of|at|has|holds?|hold|:) (?:a (?:maximum|limit|total) of )?(\d+)\b(?! (?:days?|hours?|minutes|months?|%|(?:approved )?(?:cent(?:er|re)s|agencies|facilities|vendors|providers|hospitals|places|items|firms|counties)|people in custody|inmates))"
)

_PARTY = regex(
    r"\b(\d+) (?:approved |adult |other |total |social )?(?:visitors?|people|persons?|adults?|guests?|grown-?ups?|individuals|callers|children|child|kids|minors|chairs|personas|adultos|visitantes|niños|members of (?:the|a) family|faces)\b"
)

_PARTY_CUE = regex(
    r"\b(?:(?:may|can) (?:not )?bring|at (?:a|1|any 1|the same) (?:time|booth|window|table|go|once|sitting|screen|visit)|in (?:a|the|each) (?:booth|window|stall)|at once|per (?:visit|booth|window|session|table|screen|appointment|person)|party|may (?:attend|come|sit|share|stand|enter|appear|use|be in|join|visit)|can (?:attend|come|share|sit|visit|be in|stand|fit)|in (?:the|1|a|each) (?:booth|room|group|party|window|stall)|concurrently|simultaneously|made up of|enter (?:the|a) (?:booth|room)|together|admitted|to a (?:booth|window|table|visit|screen)|each visit|for each visit|on screen|a la vez|por visita|limit\w*|maximum|no more than|up to|only|just|sits? with)\b"
)


_WAIT = regex(
    r"(?<![\d.])\b(\d+(?:\.\d+)?) (?:full |calendar |clear |whole |business |working )?(days?|weeks?|months?|years?|hours?|días|meses|años|semanas|horas)\b|\b(?:(?<!times )(?<!once )(?<!twice )(?<!visit )(?<!visits )a|(?<!on )(?:the|your|their|his|her) first|(?:the|in|within) (?:past|last|previous)|(?<!times )(?<!once )(?<!twice )(?<!visit )(?<!visits )an?|1 full)(?: full| whole| clear| entire)? (year|month|week|day)\b(?! of (?:each|every|the|any) (?:week|month|year)\b)"
)

# How long somebody waits to be let onto the list: "please allow 5 business days for the background check".
_APPROVAL = regex(
    r"\b(?:allow|takes?|take up to|within|processed in|wait)\b[^.;]{0,30}? \d+ (?:business |working |calendar )?(?:days?|weeks?|months?)\b[^.;]{0,20}\b(?:background (?:check|investigation)s?|approv\w+|process\w*|review\w*|application|clear(?:ed|ance))"
    r"|\b(?:background (?:check|investigation)s?|approvals?|applications?|processing|clearance)\b[^.;]{0,30}? (?:takes?|within|in|requires?|needs?|up to) (?:about |up to |at least |between )?\d+ (?:business |working |calendar )?(?:days?|weeks?|months?)\b"
)

_INTAKE = regex(
    r"\b(?:new(?:ly)? (?:arriv\w+|book\w+|admi\w+|commit\w+|people|intakes?|residents?|inmates?)|intake|first (?:\d+ )?(?:days?|hours?|weeks?)|after (?:booking|arrival|intake|arrest|admission|commitment)|classif\w+|orientation|reception|just (?:been )?(?:arrived|booked)|from booking|recién|days (?:or more )?in custody|in custody (?:for )?(?:at least|more than|less than|\d+ (?:full )?(?:hours|days|weeks)))\b"
)

# "You are classified within two days of booking." says nothing of visits.
_HANDLED = regex(
    r"^(?:(?:you|(?:all |each |new |every )*(?:inmates?|residents?|arrivals?|detainees?)) )?(?:is|are|will be|shall be|must be) (?:classified|interviewed|photographed|fingerprinted|assessed|screened)\b(?!.*\bvisit)"
)
_SOON = regex(r"\b(?:visit\w*|seen)\b[^.;]*\bwithin (?:the |their |his |her )?(?:first )?$")
_DISCIPLINE = regex(
    r"\b(?:write-?ups?|disciplin\w+|infractions?|violat\w+|rule[- ]?break\w*|breaks? (?:a|the|any) rule|misconduct|offen[sc]es?|guilty|sanction\w*|punish\w*|hearing officer|penalt\w+|caught|fight\w*|loss of (?:all |the )?(?:visits?|visiting|visitation)(?: privileges)? for)\b"
)

# "No one shall visit an inmate who has been here fewer than 10 days.", "new arrivals wait 7 days for a first visit"
_OF_THOSE_HELD = regex(
    r"\b(?:inmate|resident|person|prisoner|detainee|man|woman)s? (?:who |that )?(?:has|have) been (?:here|held|in custody|in (?:the |this )?(?:jail|facility|center))(?: for)?(?: (?:fewer|less) than| under)? \d"
    r"|\bnew(?:ly)? (?:arriv\w+|book\w+|admi\w+|commit\w+)(?: \w+)? (?:must |shall |have to |will )?waits?\b"
)
_VISITED = regex(r"\bvisit\w*\b")
_NOT_KIN = regex(r"\b(?:friends?|not (?:kin|related|family|a relative)|non-?(?:family|relatives?|kin))\b")
_OFTEN_IN = regex(r"\b(?:twice|times)(?: (?:an?|in|per|each|every|1))* ?$")  # "four times a year"
_LOCK = regex(
    r"\b(?:chang\w+|swap\w*|exchang\w+|locked?|amend\w*|edit\w*|update[sd]?|revis\w+|add(?:ed|ing)?|alter\w*|new list)\b"
)

_ONCE_EVERY = regex(r"\bonce (?:every|in|each) $")
_LISTED = regex(r"\b(?:lists?|roster|card|sheet|register)\b")


_BOOKING = regex(
    rf"\b(?:{visits.APPOINTMENT}|schedul(?:e|ed|ing)|request\w*|ask(?:ed|ing)?|slots?|register\w*|calendar|seat|arrang\w+|set up|made|make|pick(?:ed)?|choos\w+|chosen|advance|notice|call(?:ed|ing)?)\b"
)
_APPOINTMENT = regex(rf"\b{visits.APPOINTMENT}\b")


# "A person who needs an accommodation should ask seven days ahead."
_FOR_HELP = regex(
    r"\b(?:needs?|requires?|request\w*|asks? for|wants?) (?:an? |the )?(?:\w+ ){0,2}?(?:accommodations?|interpreters?|translat\w+|sign language)\b"
)


# "Either party may end this agreement for cause on 30 days' notice.", "... examine the books upon 10 days' notice"
_OF_A_CONTRACT = regex(
    r"\b(?:either (?:party|side)|terminat\w+|for cause|convenience|non-?renewal|books|(?:leave|end|cancel) (?:the|this) (?:agreement|contract)|getting out)\b[^.;]*\bnotice\b"
    r"|\bnotice\b[^.;]*\b(?:terminat\w+|non-?renewal|either (?:party|side))\b|\b(?:visit )?records\b[^.;]*\bnotice\b"
)
# "Between 12 hours and 14 days before", "2 - 7 days ahead": the shorter span is the least notice.
_LEAD_FROM_TO = regex(
    r"\b(\d+) ?(minutes|hours?|days?|weeks?)? ?(?:-|to|and) ?(?:an? |(\d+) )(hours?|days?|weeks?|months?) (?=ahead|before|in advance|prior|beforehand)"
)


# "At least 3 days and not more than 21 days before"
_NOT_MORE = regex(
    r"(?<=hours|.days|weeks) and (?:not|no) (?:more|earlier) than \d+ (?:hours|days|weeks) (?=before|ahead|in advance)"
)


def _soonest(span: re.Match[str]) -> str:
    """The lesser of two spans of time."""
    few, many = in_days(float(span[1]), span[2] or span[4]), in_days(float(span[3] or 1), span[4])
    return f"{span[1]} {span[2] or span[4]} " if few < many else span.group()


def lead_times(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = told_once(_ONE_WEEK.sub("1 week ", unit.plain))
    if not (_BOOKING.search(text) or any(_BOOKING.search(c) for c in context[:2])):
        return []
    if _FOR_HELP.search(text) or _OF_A_CONTRACT.search(text):
        return []
    if re.search(r"\b(?:sign|check|log)[- ]?in\b", text) and not _APPOINTMENT.search(text):
        return []
    text = _LEAD_FROM_TO.sub(_soonest, _NOT_MORE.sub(" ", text))
    values = []
    for m in _LEAD.finditer(text):
        if re.search(
            r"\b(?:arriv\w+|check[- ]?in|be here|log ?(?:in|on)|cancel\w*|release|report|come|present|up to|as (?:far|early|much) as|(?:no|not|cannot|may not (?:be )?\w+|cannot be \w+|can't be \w+) (?:more|earlier|sooner|further|farther) than|at most|the earliest is|open(?:s)?|from) (?:\w+ ){0,3}$",
            text[: m.start()],
        ):
            continue
        amount, unit_name = float(m.group(1)), m.group(2)
        values.append(amount / 60 if unit_name == "minutes" else in_days(amount, unit_name) * 24)
    values += [
        in_days(float(m.group(1)), m.group(2)) * 24
        for m in _LEAD_INSIDE.finditer(text)
        if re.search(r"\bno (?:seat|slot|booking|request|visit|appointment|reservation)", text)
    ]
    if not values and (asked := _LEAD_ASKED.search(text)):
        values = [in_days(float(asked.group(1)), asked.group(2)) * 24]
    if not values and (_DAY_BEFORE.search(text) or _NOT_SAME_DAY.search(text)):
        values = [24.0]
    elif not values and _SAME_DAY.search(text):
        values = [0.0]
    if values and (was := _LEAD_BEFORE.search(text)):
        values = [values[-1], in_days(float(was.group(1)), was.group(2)) * 24]
        return [Measure("booking_lead_hours", round(value, 4), "", text, unit.place) for value in dict.fromkeys(values)]
    return [Measure("booking_lead_hours", round(values[-1], 4), "", text, unit.place)] if values else []


_ASKED_LIST = regex(
    r"\bhow many (?:\w+ ){0,7}(?:list|names?|put down|roster|card)\b[^?]*\? (?:up to |no more than |a maximum of )?(\d+)\b(?! (?:days|hours|minutes))"
)
# "How many people can visit together? 3", "Visitors per booth | 2", "Visitors at a time: 3"
_PARTY_ASKED = regex(
    r"\bhow many (?:visitors|people|persons|adults|guests)\b[^?]*\b(?:visit|come|together|at (?:a|1|the same) time|at once|booth|in)\b[^?]*\? (?:up to |only |no more than |a maximum of )?(\d+)\b(?! (?:days|hours|minutes|visits?|times|weeks?))"
    r"|^(?:[a-z-]+ ){0,3}(?:visitors|people|persons|adults|guests)(?: allowed| permitted| admitted)? (?:per (?:visit|booth|window|session|table|screen|appointment|inmate)|at (?:a|1|any 1|the same) time|at once|together)(?: allowed| permitted)? ?[:|] ?(?:up to )?(\d+)(?= (?:visitors|people|adults|max\w*)|$|[.,;])"
)
# "Come in a party of 5 or fewer.", "No party is larger than 3.", "4 of you may come"
_PARTY_SIZE = regex(
    r"\b(?:(?:a|in|every|each|the|your|1) (?:part(?:y|ies)|groups?) of (?:up to |at most |no more than )?|(?:no|a|the|your) (?:party|group) (?:is|may be|can be|has|of) (?:more|larger|bigger|greater) than |(?:a|the|your) (?:party|group) (?:is|may be|can be) (?:at most|no (?:more|larger|bigger) than|up to) )(\d{1,2})\b(?! (?:minutes|hours|days))"
    r"|\b(\d{1,2}) of you (?:may|can|fit)\b"
)
# "No more than 3 people may come, and all must be among the 12 whom an inmate may list."
_NAMED_OF_THEM = regex(
    r"\b(?:among|one of|1 of|from) (?:the|his|her|their|those) (\d+)(?: \w+)? (?:whom?|that|which|on|named|listed)\b[^.;]*\b(?:list\w*|name[sd]?|roster|card)\b"
)
# "Visitors on list: 10", "Visiting list | 10"
_LIST_LABELLED = regex(
    r"^(?:(?:maximum|max|most|number|of|approved|visiting|allowed|people|persons|names|adults|visitors|on|the|a|an|inmate's|visitors?'?s?|visitation) )*(?:lists?|roster)(?: (?:maximum|max|limit|size))? ?[:|] ?(?:up to )?(\d+)(?= (?:people(?! in custody)|names|persons|adults|visitors|max\w*)|$|[.,;])"
)


# "No resident may have more than six approved visitors at a time."
_ON_THE_LIST = regex(
    r"\b(?:lists?|roster) (?:may |can |must |shall |will )?(?:not )?(?:carry|carries|hold|holds|contain|contains|include|includes|have|has) (?:up to |at most |no more than |more than )?\d+\b|\b(?:inmates?|residents?|prisoners?|detainees?|persons?|people|men|women)(?: in custody)? (?:\w+ )?(?:may|can|shall|must|has|have|keeps?) (?:not )?(?:have |keep |hold )?(?:up to |at most |no more than |more than )?\d+ approved (?:adults|visitors|people|persons|names)\b"
)
# "At checkout you will see four lines."
_SEEN_LINES = regex(
    r"\b(?:see|shows?|print\w*|receipt|invoice|statement|bill)\b[^.;]* \d+ (?:lines|entries|places|spaces)\b"
)
_LONGEST_LIST = 200  # names; "serves 41,000 people" is none


def people(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    listed = re.search(
        rf"\b(?:{_LIST_NOUN}|listed|put down|write down|named?|enter|approved (?:adults|visitors|people|persons))\b",
        text,
    ) or (any(re.search(r"\b(?:list|roster|card|sheet)\b", c) for c in context))
    party = _PARTY_CUE.search(text)
    per_visit = re.search(
        r"\b(?:at (?:a|1|any 1|the same) (?:time|booth|window|table)|at once|per (?:visit|booth|window|session)|in the booth|share|together|may attend|on screen|a la vez|por visita|to a (?:booth|window)|enter (?:the|a) (?:booth|room)|visit may (?:include|have)|(?:to|at|for|during|in) (?:each|every|1|one) (?:visit|session)|(?:visits?|week|month) with (?:up to |at most |no more than )?\d+ (?:adult )?(?:visitors|people|adults|persons))\b",
        text,
    )
    if re.search(
        r"\b(?:tours?|groups? of|inspect|bid|bidders?|per firm|megabits?|mbps|pixels?|most wanted|(?:list|price) date|names to watch)\b",
        text,
    ) and not re.search(r"\bvisit (?:an?|the|your) (?:inmate|person|resident)", text):
        return []
    asked = _ASKED_LIST.search(text)
    asked = asked or _LIST_LABELLED.search(text)
    if asked:
        return [Measure("list_max", float(asked.group(1)), "", text, unit.place)]
    together = _PARTY_ASKED.search(text)
    if together:
        return [Measure("visitors_max", float(together.group(1) or together.group(2)), "", text, unit.place)]
    if listed and (not per_visit or _ON_THE_LIST.search(text)):
        named = _NAMED_OF_THEM.search(text)
        if named:
            return [Measure("list_max", float(named.group(1)), "", text, unit.place)]
        hit = _LIST.search(text) or _LIST_AFTER.search(text)
        if hit and _SEEN_LINES.search(text):
            return []
        if hit and float(hit.group(1)) <= _LONGEST_LIST:
            return [Measure("list_max", float(hit.group(1)), "", text, unit.place)]
    sized = _PARTY_SIZE.search(text)
    if sized and not _PARTY.search(text):
        return [Measure("visitors_max", float(sized.group(1) or sized.group(2)), "", text, unit.place)]
    if party:
        numbers = [float(m.group(1)) for m in _PARTY.finditer(text) if float(m.group(1)) <= 15]
        if len(numbers) == 2 and (" instead of " in text or " rather than " in text):
            return [Measure("visitors_max", number, "", text, unit.place) for number in numbers]
        if numbers:
            return [
                Measure(
                    "visitors_max",
                    _party_of(text, numbers),
                    "",
                    text,
                    unit.place,
                )
            ]
    return []


# "Bring at most one other person along": two come.
_OTHERS_ALONG = regex(
    r"\b(?:bring|take|with|and) (?:at most |up to |(?:no |not )?more than |only )?(\d) other (?:person|people|persons|adults?|visitors?|guests?)\b"
)
_WITH_CHILDREN = regex(
    r"\b(\d+) (?:grown |adult )?\w+ (?:(?:can|may) (?:come(?: in)?|visit) )?(?:together )?(?:and|with|plus) (?:up to |as many as |at most )?(\d+) (?:child|kid|minor|niño)"
)


def _party_of(text: str, numbers: list[float]) -> float:
    """How many may come together: adults with their children, where that is said as the larger of two parties too."""
    others = _OTHERS_ALONG.search(text)
    if others is not None:
        return float(others.group(1)) + 1
    together = _WITH_CHILDREN.search(text)
    return sum(map(float, together.groups())) if together else numbers[0]


# "Anyone held here within the past six months may not visit."
_HELD_LATELY = regex(
    r"\b(?:held|jailed|housed|incarcerated|detained|confined|locked up|(?:in|an?) (?:custody|inmate)(?: here)?)\b[^.;]{0,40}? (?:in|within|during) the (?:past|last|previous) (?:\d+ )?(?:days?|weeks?|months?|years?)\b[^.;]*\bvisit\w*"
    r"|\bvisit\w*\b[^.;]* (?:held|jailed|housed|incarcerated|detained|confined|inmate)\b[^.;]{0,40}? (?:in|within|during) the (?:past|last|previous) (?:\d+ )?(?:days?|weeks?|months?|years?)\b"
)


def _of_former(text: str, around: tuple[str, ...]) -> bool:
    """Whether it is people held before who wait, by the text itself or by what stands around it."""
    if _HELD_LATELY.search(text):
        return True
    return re.search(rf"\b{visits.EX_HELD}\b", text) is not None or (
        re.search(rf"\b{visits.EX_HELD}\b", " ".join(around[1:])) is not None
        and re.search(r"\b(?:wait|after|until|again|once|from|not|gone by|passed)\b", text) is not None
    )


# "... loss of commissary for 20 days and loss of visits for 15 days"
LOST_VISITS = regex(
    r"\b(?:loss of|lose|loses|losing|suspension of|without|no) (?:\w+ ){0,2}visit\w*|\bvisit\w*:? (?:are |is )?(?:lost|suspended|taken away|withheld)\b"
)


def _of_lost_visits(text: str, span: tuple[int, int]) -> bool:
    """Whether a span of time is the one that visits are lost for, where a line says so beside other such spans."""
    lost = LOST_VISITS.search(text)
    if lost is None or len(_WAIT.findall(text)) == 1:
        return True
    ahead = lost.group().startswith(("without", "no ")) and span[1] <= lost.start() <= span[1] + _NEAR_LOST
    return ahead or lost.end() <= span[0] <= lost.end() + _NEAR_LOST


_NEAR_LOST = 30  # characters


def waiting_times(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    found: list[Measure] = []
    around = (text, unit.lead, *context)
    for m in _WAIT.finditer(text):
        amount, word = (float(m.group(1)), m.group(2)) if m.group(1) else (1.0, m.group(3))
        days = round(in_days(amount, word), 3)
        if re.search(r"\b(?:ahead|advance|notice|last|lasts|every)\b", text[m.end() : m.end() + 12]) or days < 0.25:
            continue
        name = ""
        soon = _SOON.search(text[: m.start()]) is not None  # "shall arrange a visit within the first 30 days"
        if _DISCIPLINE.search(text) and re.search(r"\b(?:visit\w*|lose|loss|no company)\b", " ".join(around[:2])):
            name = "discipline_days_without_visits" if _of_lost_visits(text, m.span()) else ""
        elif _OF_THOSE_HELD.search(text) and _VISITED.search(text):
            name = "wait_days_friends" if _NOT_KIN.search(text) else "intake_days_without_visits"
        elif _APPROVAL.search(text) or _of_former(text, around):
            name = "waiting_days"
        elif _NOT_KIN.search(text) and re.search(r"\b(?:wait\w*|before|let|must|until|after|pass|once|first)\b", text):
            name = "wait_days_friends"
        elif _LOCK.search(text) and _ONCE_EVERY.search(text[: m.start()]) and _LISTED.search(" ".join(around)):
            name = "list_lock_days"
        elif (
            (_INTAKE.search(text) and not soon and not _HANDLED.search(text))
            or (
                _INTAKE.search(" ".join(around[1:]))
                and re.search(r"\b(?:pass|after|wait\w*|until|before|first|once|gone)\b", text)
            )
        ) and re.search(r"\b(?:visit\w*|seen|see|company|family)\b", " ".join(around)):
            name = "intake_days_without_visits"
        elif _LISTED.search(" ".join(around)) and _LOCK.search(text) and not _OFTEN_IN.search(text[: m.start()]):
            name = "list_lock_days"
        elif re.search(rf"\b{visits.RECORD}\b", text):
            name = "_record_days"
        if name and not re.search(rf"\b{visits.MAIL}\b|\b(?:property|(?<!marriage )license|appeal)\b", text):
            found.append(Measure(name, days, "", text, unit.place))
    both = " instead of " in text or " rather than " in text
    return found[:1] if found and found[0].name != "waiting_days" and not both else found[:2]


def distances(unit: Unit, context: tuple[str, ...] = ()) -> list[Measure]:
    hit = re.search(r"\b(\d+)(?: or more)?(?: road| highway)? miles?\b", unit.plain)
    far = re.search(r"\b(?:live|living|lives?|home|travel\w*|away|come|came|from)\b", unit.plain)
    if (
        hit
        and far
        and any(re.search(r"\b(?:visits?|visitors?|sessions?|appointment)\b", said) for said in (unit.plain, *context))
    ):
        return [Measure("distance_miles", float(hit.group(1)), "", unit.plain, unit.place)]
    return []
