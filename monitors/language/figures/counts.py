"""How many visits there are in a week, a day or a month, and how many of them are free."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, bounds, owner
from monitors.language.words.numbers import figures
from monitors.language.words.patterns import regex

FREE = regex(
    r"\b(?:free(?! (?:from|of the|of any|to |on\b|will|time|world|speech|seat|booth|slot|chair))(?: of (?:charge|cost))?|no[ -](?:service |handling |transaction |booking |connection )?(?:charge|cost|fee)(?! for (?:parking|locker))|without (?:charge|cost|a fee|fee)|costs? (?:you )?nothing|at no (?:cost|charge)|"
    r"on us(?= |$|[.,;])|(?:we|provider|county|jail|sheriff|vendor|company) (?:will )?(?:covers?|pays?(?: for)?) the cost of|nothing is charged|complimentary|gratis|gratuit\w*|sin costo|sin cargo|(?:don't|doesn't|do not|does not) cost (?:a dime|a cent|anything|a thing|a penny|\$0\.(?:1|01)(?!\d))|costs? (?:nobody|no one|no 1) (?:a dime|a cent|anything|a thing|a penny|\$0\.(?:1|01)(?!\d))|nothing to pay|on the house|fee is waived|charge is waived|(?:cost|price|fee|charge)s?(?: [\w-]+){0,4}: none|\$0(?:\.0+)?)(?!\w)"
)
_PERIOD = r"(?:calendar |any |given |single )?(week|month|day|weekend|year|visiting day|semana|mes|día|7[- ]day (?:week|period))"
_VISIT_NOUN = rf"(?:visits?|visitas?|sessions?|sit-?downs?|meetings?|slots?|sittings?|blocks?|calls? by video|(?<=video )calls?|(?<=home )videos?|appointments?|turns?|times|veces|windows?|{visits.IN_PERSON} ?(?:visits?)?)"
COUNT_PER = regex(
    rf"\b(\d+(?:\.\d+)?)(?: or fewer| or more)?(?: (?!{visits.HELD})[a-z'-]+| \d+ minutes){{0,4}}? {_VISIT_NOUN}(?: per (?:detainee|inmate|person|prisoner|resident))?(?:,? (?!(?:a|per|each|every)\b)[a-z$0-9'-]+){{0,9}}?,? ?(?:-|:)? ?(?:a|per|each|every|in (?:a|any|every|each|1|the(?! day\b))|for each|for every|/|por|a la|al|during (?:a|the|each)|within (?:a|the|each)|any 1|any) ?(?:1 )?{_PERIOD}\b(?! (?:ahead|before|beforehand|in advance|prior)\b)"
)
# "One half-hour visit per week" is "30 minutes visit per week" in canonical wording: the figure is its length.
_LENGTH_OF_ONE = regex(
    r"\d+(?:\.\d+)? (?:minutes|hours?) (?:[a-z-]+ )*?(?:(?P<one>visit|session|meeting|sit-?down)|\w+s)\b"
)
_COUNT_ADVERB = regex(
    rf"\b(once|twice|thrice|\d+ times?|\d+ occasions?|una vez|dos veces)(?:,? [a-z'-]+){{0,3}}? (?:a|per|each|every|in (?:a|any|each|every)|por|a la|al) ?{_PERIOD}\b"
)
_COUNT_WEEKLY = regex(
    rf"\b(\d+) (?:[a-z-]+ ){{0,2}}?(weekly|monthly|daily) (?:[a-z-]+ ){{0,2}}?{_VISIT_NOUN}|\b(weekly|monthly|daily) {_VISIT_NOUN}(?: \w+){{0,2}}?:? (\d+)|{_VISIT_NOUN}(?: allowed)? (?:per|a|each) (week|month|day)\b(?: (?:is|are|limit|allowed|maximum))*(?::| -| \||,)? ?(\d+)\b(?! minutes)"
)
_VISITS_COLON = regex(
    r"\bvisits?(?: at no (?:cost|charge))? ?[:|]? (?:up to |limited to |maximum (?:of )?|at most )?(\d+) (?:times )?(?:a|per|each|in a|in any) (week|month|day)\b"
)
_VISITS_WEEKLY = regex(rf"\b(\d+) {_VISIT_NOUN}(?: allowed| permitted)? (weekly|monthly|daily)\b")
_HOW_MANY = regex(
    r"\bhow (?:many|often)(?: visits?| times)?(?: (?:in|per|a|each|every|for)){0,2} (day|week|month)\b[^\w$]{1,6}(\d+)\b(?! (?:minutes|hours))"
)
# "How many visits can an inmate have? 2 each week.", "Your weekly allotment is 2 visits."
_ANSWERED = regex(
    rf"\bhow (?:many (?:[a-z-]+ )?visits|often)\b[^?]*\? (?:up to |only )?(?P<number>\d+|once|twice)(?: times?| visits?)?,? (?:a|per|each|every|in (?:a|any|each)) ?(?P<period>week|month|day)\b"
    rf"|\b(?P<spell>weekly|monthly|daily) (?:visit(?:ing|ation)? )?(?:allotment|allowance|limit|maximum|quota) ?(?:is|of|:|[|]) ?(?:up to )?(?P<count>\d+) {_VISIT_NOUN}"
)
_PAID_LABELLED = regex(
    r"\bpaid (?:[a-z-]+ )?visits? (?:per|for each|for every) (?:inmate|detainee|person|resident|prisoner)(?: (?:per|a|each|every) month)? ?[:|] ?(\d+(?:\.\d+)?)\b"
)
_EVERY_OTHER = regex(
    r"\b(?:visit\w*|seen|session)(?: \w+){0,6} (?:every (?:other|second|2nd) week|every 2 weeks|biweekly|fortnightly|in alternate weeks)\b"
)
# "three visits every two weeks", "one visit fortnightly"
_OVER_WEEKS = regex(
    rf"\b(\d+) (?:[a-z-]+ ){{0,3}}?{_VISIT_NOUN}(?:,? (?!every|each|per|a\b|in\b)[a-z-]+){{0,3}},? (?:(?:every|each|per|in (?:any|every|each)) (?:other week|second week|2nd week|(\d+) weeks|14 days)|fortnightly|biweekly|(?:a|per|each|every) 14 days)\b"
)
_OF_THESE = regex(
    r"\b(\d+|one|two|three|four|five|six) of (?:these|them|those|the(?: \w+)?) (?:is|are) free\b(?:,? \w+){0,3}? (?:each|every|a|per) (week|month)\b"
    r"|\b(\d+|one|two|three|four|five|six) of (?:these|them|those) (?:in )?(?:each|every|any|a|per) (week|month) (?:is|are) free\b"
)
_BARE_WEEKLY = regex(
    rf"\b(?:a|1|the|their|your) (?!number\b)(?:[a-z-]+ ){{0,2}}?(weekly|monthly|daily) (?:[a-z-]+ ){{0,2}}?{_VISIT_NOUN}"
)
# "How many visits may an inmate have? A: 1 per day, 4 per week.", "How many: 4 in a week"
_HOW_MANY_OF = regex(r"\bhow many(?: visits?\b[^?]*\?|:)")
_EACH_OF_THEM = regex(
    rf"\b(?P<number>\d+|once|twice)(?: times| visits?)?,? (?:in )?(?:a|per|each|every|any) {_PERIOD}\b(?! (?:before|ahead|in advance))"
)
# "The first two each week are free", "Three a week at most; one of the three is free"
_FIRST_FREE = regex(
    r"\bfirst (?:(\d+) )?(?:of |in )?(?:each|every|a|the|any) (week|month) (?:is|are|comes?|costs?) (?=free|nothing|at no)"
    r"|\b(?:free|nothing|no charge) for the first (?:(\d+) )?(?:visits? |sessions? )?(?:of |in )?(?:each|every|a|the|any) (week|month)\b"
)
_SOME_OF_ALL = regex(
    r"\b\d+ (?:visits? )?(?:a|per|each|every) (?P<period>week|month)\b[^.]{0,20}?[;,.] (?P<some>\d+) of (?:the|these|those) \d+ (?:is|are) free\b"
)
_VISITS_DAILY = regex(r"\b(\d+) (?:[a-z-]+ ){0,2}?visits? (?:on )?\{mon,tue,wed,thu,fri,sat,sun\}(?! \[|,? @)")
# "Every week each resident gets 3 visits free of charge."
_PERIOD_AHEAD = regex(
    rf"(?:^|[.;] )(?:each|every|in (?:a|any|each|every)|per) {_PERIOD},? [^.;:]{{0,60}}?\b(\d+) (?:[a-z-]+ ){{0,3}}?{_VISIT_NOUN}(?= (?:is|are|free|at no|without|each|in )|[.,;]|$)"
)
FREE_TURN = regex(
    r"\b(?:first|1|a|each person's|your) (?:\w+ ){0,4}(?:visits?|sessions?|call)(?: \w+){0,3} (?:of|in|a|per|each|every|for)(?: (?:the|a|each|every|any|calendar))* (?:week|month)|(?:weekly|monthly) (?:\d+ minutes )?(?:\w+ )?(?:visit|session)"
)
_UNLIMITED = regex(
    r"\b(?:no (?:limit|cap|ceiling|maximum)(?: (?:on|to|for|as to))?|unlimited|without limit|as (?:often|many (?:times|visits)?|frequently) as|any number of|sin límite|(?:ceiling|cap|limit)(?: \w+){0,6}:? (?:lifted|removed|gone|dropped|scrapped|abolished|waived|done away with|none))\b"
)
_ADVERBS = {"once": 1.0, "una vez": 1.0, "twice": 2.0, "dos veces": 2.0, "thrice": 3.0}
_PERIOD_NAME = {
    "week": "week",
    "semana": "week",
    "weekend": "week",
    "weekly": "week",
    "month": "month",
    "mes": "month",
    "monthly": "month",
    "day": "day",
    "día": "day",
    "daily": "day",
    "visiting day": "day",
    "7 day week": "week",
    "7-day week": "week",
    "7 day period": "week",
    "7-day period": "week",
}
# "The county pays for two app visits a week."
_PAID_FOR_THEM = regex(
    r"\b(?:county|jail|sheriff|city|state|agency|department) (?:(?:will|does|no longer|not|go|keep|has|stopped) ){0,4}pay(?:s|ing)? for(?= (?:up to |the first )?\d )"
    r"|\b(?:are|is) (?:covered|paid(?: for)?|borne) by (?:the |this )?(?:county|jail|sheriff|city|state|agency|department)\b"
)
_ENDED = regex(
    r"\b(?:not (?:go on |keep )?pay(?:ing)? for|stopped paying|no longer|done away|ended|used to|discontinued|withdrawn|abolished|are gone|is gone)\b"
)


def _count_name(text: str, clause: str, period: str, who: str) -> str:
    name = _PERIOD_NAME.get(period, "")
    if not name:
        return ""
    if re.search(r"\bpaid\b(?! for by\b)", clause) and name == "month":
        return "min_paid_visits_per_detainee_month"
    free = (FREE.search(clause) and "free from" not in clause) or _PAID_FOR_THEM.search(clause)
    remote = who == "remote" or (who == "video" and name == "month")
    if free:
        return {
            "week": "free_remote_visits_per_week" if remote else "free_visits_per_week",
            "month": "free_video_per_month",
        }.get(name, "")
    if remote and name in ("week", "day"):
        return f"remote_visits_per_{name}"
    return f"visits_per_{name}"


def counts(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    hits: list[tuple[int, int, float, str]] = []
    counted = [(m, _LENGTH_OF_ONE.match(text, m.start())) for m in COUNT_PER.finditer(text)]
    hits += [
        (m.start(), m.end(), 1.0 if length else float(m.group(1)), m.group(2))
        for m, length in counted
        if not length or length["one"]
    ]
    hits += [
        (m.start(), m.end(), _ADVERBS.get(m.group(1)) or float(re.sub(r"\D", "", m.group(1)) or 1), m.group(2))
        for m in _COUNT_ADVERB.finditer(text)
    ]
    for m in _COUNT_WEEKLY.finditer(text):
        number = m.group(1) or m.group(4) or m.group(6)
        hits.append((m.start(), m.end(), float(number), m.group(2) or m.group(3) or m.group(5)))
    for pattern in (_VISITS_COLON, _VISITS_WEEKLY):
        hits += [(m.start(), m.end(), float(m.group(1)), m.group(2)) for m in pattern.finditer(text)]
    hits += [(m.start(), m.end(), float(m.group(2)), m.group(1)) for m in _HOW_MANY.finditer(text)]
    spread = list(_OVER_WEEKS.finditer(text))
    hits += [(m.start(), m.end(), float(m[1]) / float(m[2] or 2), "week") for m in spread]
    hits += [(m.start(), m.end(), 2.0, "month") for m in (() if spread else _EVERY_OTHER.finditer(text))]
    hits += [(m.start(1), m.end(), float(m.group(1)), "month") for m in _PAID_LABELLED.finditer(text)]
    asked = _HOW_MANY_OF.search(text)
    each = list(_EACH_OF_THEM.finditer(text, asked.end())) if asked else []
    for m in _ANSWERED.finditer(text) if len(each) < 2 else ():
        said = m["number"] or m["count"]
        hits.append((m.start(), m.end(), _ADVERBS.get(said) or float(said), m["period"] or m["spell"]))
    first = _FIRST_FREE.search(text)
    if first:
        hits.append((first.start(), first.end(), float(first[1] or first[3] or 1), first[2] or first[4]))
    of_all = _SOME_OF_ALL.search(text)
    if of_all:
        hits.append((of_all.start("some"), of_all.end(), float(of_all["some"]), of_all["period"]))
    if not hits:
        hits += [(m.start(), m.end(), _ADVERBS.get(m["number"]) or float(m["number"]), m[2]) for m in each]
    hits += [(m.start(), m.end(), float(m.group(1)), "day") for m in _VISITS_DAILY.finditer(text)]
    if not hits:
        hits += [(m.start(2), m.end(), float(m.group(2)), m.group(1)) for m in _PERIOD_AHEAD.finditer(text)]
    hits += [
        (m.start(), m.end(), float(figures(m.group(1) or m.group(3))), m.group(2) or m.group(4))
        for m in _OF_THESE.finditer(text)
    ]
    free = FREE_TURN.search(text)
    if free and FREE.search(text) and not hits:
        first = re.search(r"first (\d+)", free.group())
        period = "month" if "month" in free.group() else "week"
        hits.append((free.start(), free.end(), float(first.group(1)) if first else 1.0, period))
    if not hits:
        hits += [(m.start(), m.end(), 1.0, m.group(1)) for m in _BARE_WEEKLY.finditer(text)]
    found = []
    seen: set[tuple[str, float]] = set()
    for start, end, value, period in hits:
        who = owner(text, start, context)
        own = owner(text[start:end], 0, ())
        if who in ("other", "phone") and own in ("", "other", "phone"):
            continue
        near = f"{unit.lead} {text}" if _OF_THESE.search(text) else text
        if not who and not re.search(r"\bvisit|visita|sit-?down|session|see\b|seen\b|company|guest|meet", near):
            continue
        left, right = bounds(text, start)
        given = _PAID_FOR_THEM.search(text[left:right]) or ("free" in text and FREE.search(text[left:right]))
        if given and _ENDED.search(text[left:right]):
            value = 0.0
        name = _count_name(text, text[left:right], period, who if who not in ("other",) else own)
        if (
            name
            and (name, value) not in seen
            and not re.search(
                r"\b(?:change|amend|update|review|deliver|collect|clean|mail|inspect|paint)\w*\b|\bcount(?:s|ed)?\b",
                text[max(left, start - 40) : start],
            )
        ):
            seen.add((name, value))
            found.append(Measure(name, value, who, text[left:right].strip(), unit.place))
    return found


def unlimited(text: str) -> bool:
    """Whether a text says that the number of visits is not limited (any more)."""
    return _UNLIMITED.search(text) is not None
