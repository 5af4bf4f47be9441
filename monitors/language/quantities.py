"""Quantities of visiting terms, each bound to its noun, unit and owner: price, minutes, visits per period, ages, lists ..."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from monitors.language import lexicon_elsewhere as elsewhere
from monitors.language import lexicon_visits as visits
from monitors.language.sentences import Unit, with_header


@dataclass(frozen=True, slots=True)
class Measure:
    """One bound number. name: a fact name of docs/reading.md or an internal one with a leading "_"; channel: remote,
    onsite, phone, legal or ""; group: the class of people it is limited to, "" for everybody."""

    name: str
    value: float
    channel: str = ""
    words: str = ""
    place: int = -1
    maximum: bool = False


_OWNERS = (
    ("other", re.compile(rf"\b(?:{elsewhere.OTHER_OWNERS}|{elsewhere.ELSEWHERE})\b")),
    ("legal", re.compile(rf"\b{visits.LEGAL}\b")),
    ("onsite", re.compile(rf"\b{visits.VIDEO_ONSITE}\b")),
    ("remote", re.compile(rf"\b{visits.VIDEO_REMOTE}\b")),
    ("phone", re.compile(rf"\b{visits.PHONE}\b")),
    ("video", re.compile(rf"\b{visits.VIDEO}\b")),
    ("visit", re.compile(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|sitting|seat|see (?:a|the|your|each) \w+)\b")),
)
_BREAK = re.compile(r"(?<!\d)[;](?!\d)|(?<=[a-z0-9)}\]])\. (?=[a-z])|, (?:and|but|while|so) | (?:but|while) ")

_MINUTES = re.compile(r"(\d+(?:\.\d+)?) (minutes|hours?)\b")
_NOT_LENGTH_BEFORE = re.compile(
    r"(?:arriv\w+|early|earlier|late|be here|check[- ]?in|sign[- ]?in|log[- ]?in|wait(?:s|ed|ing)?|within|after|before|every|grace|come|report|"
    r"register|doors? (?:open|close)\w*|at least|lead|test|warning|reserve|book\w*|notice|inside|slow for|to \w+ in|take(?:s)? (?:up to|about|several)|older than|past)"
    r"(?: \w+){0,3} ?$"
)
_NOT_LENGTH_AFTER = re.compile(
    r" ?(?:-|,)? ?(?:before|prior|early|earlier|ahead|in advance|late\b|after|past|notice|beforehand|fast|slow|out of|a (?:week|day)|per (?:week|day)|each week|"
    r"(?:of )?(?:grace|processing|warning)|from (?:release|booking|intake|arrest)|of (?:booking|intake|arrival|release|commitment|arrest)|walk|drive|away|to (?:test|check|log))"
)
_LENGTH_CUE = re.compile(
    r"\b(?:last|lasts|run|runs|long|length|limited to|limit of|up to|maximum|duration|for|of|is|are|at most|each|dura[n]?|lasting|cut to|sit|stay)\b"
)
_PRICE_PER_MINUTE = re.compile(
    r"^ ?(?:\(.*?\) ?)?(?:usd )?(?:/|(?:a|per|each|every|for each|for every|the|1|por|al|for a) ?(?:1 )?(?:minutes?|min\b|minuto)|per-minute|/min)"
)
_MINUTE_RATE_BEFORE = re.compile(
    r"(?:per[- ]minute[:,|]? (?:[\w|:]+ ){0,3}|by the minute,? (?:\w+ ){0,2}|minute (?:rate|price|charge)(?: \w+){0,3} |each minute (?:\w+ ){0,2}|metered\W* ?(?:\w+ )?)$"
)
_MONEY = re.compile(r"(?<!\w)\$(\d+(?:\.\d+)?)")
_FREE = re.compile(
    r"\b(?:free(?! (?:from|of the|of any|to |on|will|time|world|speech|seat|booth|slot|chair))(?: of (?:charge|cost))?|no (?:charge|cost|fee)(?! for (?:parking|locker))|without (?:charge|cost|a fee|fee)|costs? (?:you )?nothing|at no (?:cost|charge)|"
    r"on us(?= |$|[.,;])|nothing is charged|complimentary|gratis|gratuit\w*|sin costo|sin cargo|(?:don't|doesn't|do not|does not) cost (?:a dime|a cent|anything|a thing|a penny)|nothing to pay|on the house|fee is waived|charge is waived|\$0(?:\.0+)?)(?!\w)"
)
_NOT_FREE = re.compile(
    r"\b(?:no longer|not|never|isn't|aren't|ya no|stop\w* being|ceas\w+ to be|instead of|toll|sugar|smoke|hands|duty)[ -](?:\w+ ){0,2}$"
)
_PERIOD = r"(?:calendar |any |given |single )?(week|month|day|weekend|year|visiting day|semana|mes|día)"
_VISIT_NOUN = rf"(?:visits?|visitas?|sessions?|sit-?downs?|meetings?|slots?|sittings?|blocks?|calls? by video|appointments?|turns?|times|veces|windows?|{visits.IN_PERSON} ?(?:visits?)?)"
_COUNT_PER = re.compile(
    rf"\b(\d+)(?: or fewer| or more)?(?: (?!{visits.HELD})[a-z'-]+| \d+ minutes){{0,4}}? {_VISIT_NOUN}(?:,? (?!(?:a|per|each|every)\b)[a-z$0-9'-]+){{0,9}}?,? ?(?:-|:)? ?(?:a|per|each|every|in (?:a|any|every|each|1)|for each|for every|/|por|a la|al|during (?:a|the|each)|within (?:a|the|each)|any 1|any) ?(?:1 )?{_PERIOD}\b"
)
_COUNT_ADVERB = re.compile(
    rf"\b(once|twice|thrice|\d+ times?|una vez|dos veces)(?:,? [a-z'-]+){{0,3}}? (?:a|per|each|every|in (?:a|any|each|every)|por|a la|al) ?{_PERIOD}\b"
)
_COUNT_WEEKLY = re.compile(
    rf"\b(\d+) (?:[a-z-]+ ){{0,2}}?(weekly|monthly|daily) (?:[a-z-]+ ){{0,2}}?{_VISIT_NOUN}|\b(weekly|monthly|daily) {_VISIT_NOUN}(?: \w+){{0,2}}?:? (\d+)|{_VISIT_NOUN}(?: allowed)? (?:per|a|each) (week|month|day)\b(?: (?:is|are|limit|allowed|maximum))*(?::| -| \||,)? ?(\d+)\b(?! minutes)"
)
_VISITS_COLON = re.compile(
    r"\bvisits?:? (?:up to |limited to |maximum (?:of )?|at most )?(\d+) (?:times )?(?:a|per|each|in a|in any) (week|month|day)\b"
)
_EVERY_OTHER = re.compile(
    r"\b(?:visit\w*|seen|session)(?: \w+){0,6} (?:every (?:other|second|2nd) week|every 2 weeks|biweekly|fortnightly|in alternate weeks)\b"
)
_WEEKENDS = re.compile(
    r"\b(\d) weekends? (?:a|per|each|of the|in a|every) month\b|\b(every|each|alternate|every other|every second) (?:weekend|\{(?:sat|sun|sat,sun)\})|\b(alternate) weekends\b|\bon \{(sat|sun|sat,sun)\}"
)
_BARE_WEEKLY = re.compile(
    rf"\b(?:a|1|the|their|your) (?:[a-z-]+ ){{0,2}}?(weekly|monthly|daily) (?:[a-z-]+ ){{0,2}}?{_VISIT_NOUN}"
)
_LEAD = re.compile(
    r"\b(\d+(?:\.\d+)?) (?:full |clear |whole |business |working )?(hours?|days?|weeks?|minutes|horas|días)(?: or more)?[ -]?(?:(?:of |in )?(?:advance|notice|ahead|lead)|before(?:hand)?|prior|antes|ahead of|de anticipación|out\b)"
)
_LEAD_INSIDE = re.compile(r"\b(?:inside|within|less than) (\d+) (hours?|days?)\b")
_DAY_BEFORE = re.compile(
    r"\b(?:the|a|1) (?:day|evening|night) (?:before|prior|ahead|earlier)\b|\bthe previous day\b|\bby @\d{4} the day before\b"
)
_SAME_DAY = re.compile(
    r"\bsame[- ]day\b|\bon the day itself\b|\bthat very day\b|\bno (?:advance )?(?:booking|reservation|appointment|notice)s? (?:is |are )?(?:needed|required|necessary)"
)
_LIST_NOUN = r"(?:lists?|roster|card|sheet|form|register|lines?|names?|entries|lista|log|book)"
_LIST_PEOPLE = r"(?:adults?|grown-?ups?|names?|nombres|people|persons?|individuals|visitors?|visitantes|friends?|relatives?|lines?|entries|spaces?|places?|members|personas|adultos|guests|family members|slots|callers|kin)"
_LIST = re.compile(
    rf"\b(\d+)(?: (?:approved|different|such|other|more|adult|family|of your|social|outside|named|blank|total|relatives? and|friends? and|friends? or)){{0,3}} {_LIST_PEOPLE}\b"
)
_LIST_AFTER = re.compile(
    rf"\b{_LIST_NOUN}(?: \w+){{0,4}} (?:to|is|of|at|has|holds?|hold|:) (?:a (?:maximum|limit|total) of )?(\d+)\b(?! (?:days?|hours?|minutes|months?|%))"
)
_PARTY = re.compile(
    r"\b(\d+) (?:approved |adult |other |total |social )?(?:visitors?|people|persons?|adults?|guests?|grown-?ups?|individuals|callers|children|child|kids|minors|chairs|personas|adultos|visitantes|niños|members of (?:the|a) family|faces)\b"
)
_PARTY_CUE = re.compile(
    r"\b(?:at (?:a|1|any 1|the same) (?:time|booth|window|table|go|once|sitting|screen|visit)|at once|per (?:visit|booth|window|session|table|screen|appointment|person)|party|may (?:attend|come|sit|share|stand|enter|appear|use|be in|join|visit)|can (?:attend|come|share|sit|visit|be in|stand|fit)|in (?:the|1|a|each) (?:booth|room|group|party|window|stall)|together|admitted|to a (?:booth|window|table|visit|screen)|each visit|for each visit|on screen|a la vez|por visita|limit\w*|maximum|no more than|up to|only)\b"
)
_UNDER = re.compile(
    r"\b(?:under|younger than|below|less than|not yet|haven't turned|menores de)(?: the)?(?: age)?(?: of)? (\d{1,2})\b(?! (?:minutes|hours|days|weeks|months|people|inches|dollars))"
)
_AT_LEAST = re.compile(
    r"\b(?:at least|minimum age (?:of |is )?|over|reached|turned|attained|be|aged?) (?:the age of )?(\d{1,2})(?: years?(?: old| of age)?)?(?= |$|[.,;])(?: (?:or|and) (?:older|over|up|above))?|\b(\d{1,2})(?: years?(?: of age| old)?)? (?:or|and|&) (?:older|over|up|above)\b"
)
_GUARDED = re.compile(
    r"\b(?:unless|with (?:a|an|their|his|your) (?:parent|adult|guardian|custod\w+|grown)|accompan\w+|must (?:come|be) (?:with|in)|brought by|alongside|escort\w*|guardian|stay with|supervis\w+|consent|free|not count|do(?:es)? not need|half price|need no)\b"
)
_EVEN = re.compile(
    r"\b(?:even (?:when|if|with)|with or without|whether or not|own (?:children|kids) included|no exceptions?)\b"
)
_WAIT = re.compile(
    r"\b(\d+) (?:full |calendar |clear |whole )?(days?|weeks?|months?|years?|hours?|días|meses|años|semanas|horas)\b|\b(?:a|the first|an?|1 full) (year|month|week|day)\b"
)
_INTAKE = re.compile(
    r"\b(?:new(?:ly)? (?:arriv\w+|book\w+|admi\w+|commit\w+|people|intakes?|residents?|inmates?)|intake|first (?:\d+ )?(?:days?|hours?|weeks?)|after (?:booking|arrival|intake|arrest|admission|commitment)|classif\w+|orientation|reception|just (?:been )?(?:arrived|booked)|from booking|recién)\b"
)
_FREE_TURN = re.compile(
    r"\b(?:first|1|a|each person's|your) (?:\w+ ){0,4}(?:visits?|sessions?|call)(?: \w+){0,3} (?:of|in|a|per|each|every|for)(?: (?:the|a|each|every|any|calendar))* (?:week|month)|(?:weekly|monthly) (?:\w+ )?(?:visit|session)"
)
_UNLIMITED = re.compile(
    r"\b(?:no (?:limit|cap|ceiling|maximum)(?: (?:on|to|for|as to))?|unlimited|without limit|as (?:often|many (?:times|visits)?|frequently) as|any number of|sin límite|(?:ceiling|cap|limit)(?: \w+){0,6} (?:lifted|removed|gone|dropped))\b"
)
_DISCIPLINE = re.compile(
    r"\b(?:write-?ups?|disciplin\w+|infractions?|violat\w+|rule[- ]?break\w*|breaks? (?:a|the|any) rule|misconduct|offen[sc]es?|guilty|sanction\w*|punish\w*|hearing officer|penalt\w+|caught|fight\w*)\b"
)
_LOCK = re.compile(r"\b(?:chang\w+|locked?|amend\w*|edit\w*|update[sd]?|revis\w+|add(?:ed|ing)?|alter\w*|new list)\b")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_EXCLUDE_RATE = re.compile(r"\b(?:per year|a year|annual(?:ly)?|yearly|each year)\b")
_TO_DAYS = {
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
    "hour": 1 / 24,
    "día": 1,
    "día": 1,
    "mes": 30,
    "meses": 30,
    "año": 365,
    "semana": 7,
    "hora": 1 / 24,
}
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
}
_PAIR_BEFORE_NOUN = re.compile(r"(?:between|from) $")


def _days(amount: float, unit: str) -> float:
    if unit.rstrip("s") in ("month", "mese", "mes") and amount % 12 == 0:
        return amount / 12 * 365
    return amount * _TO_DAYS.get(unit.rstrip("s") if unit not in ("meses",) else unit, 1)


def _bounds(text: str, at: int) -> tuple[int, int]:
    """The clause around a position."""
    start, end = 0, len(text)
    for cut in _BREAK.finditer(text):
        if cut.end() <= at:
            start = cut.end()
        elif cut.start() >= at:
            end = cut.start()
            break
    return start, end


_OF_NEXT = re.compile(r"\$\d+(?:\.\d+)? (?:of|for|on|from|off) (?:an? |each |every |the )")


def owner(text: str, at: int, context: tuple[str, ...]) -> str:
    """Whose number stands at a position: the nearest owner noun in its clause (before it counts nearer), then in the
    contexts given, nearest first; "" when nobody is named."""
    start, end = _bounds(text, at)
    best: tuple[float, str] | None = None
    of_next = _OF_NEXT.match(text, at) is not None
    for name, pattern in _OWNERS:
        for hit in pattern.finditer(text, start, end):
            gap = at - hit.end() if hit.end() <= at else (hit.start() - at) * (0.4 if of_next else 1.6)
            if hit.start() <= at < hit.end():
                gap = 0
            rank = {"video": 3.0, "visit": 6.0, "other": 1.0}.get(name, 0.0)
            if best is None or gap + rank < best[0]:
                best = (gap + rank, name)
    if best is not None:
        if best[1] in ("visit", "video"):
            return _channel(text[start:end]) or _channel(text) or best[1]
        return best[1]
    for other in context:
        for name, pattern in _OWNERS:
            if pattern.search(other):
                return name
    return ""


def _channel(text: str) -> str:
    for name in ("onsite", "remote"):
        if dict(_OWNERS)[name].search(text):
            return name
    return ""


_VIDEO = re.compile(rf"\b(?:{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|{visits.VIDEO})\b")


def _prices(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    context = tuple(part.removesuffix(" / visiting") for part in context)
    found: list[Measure] = []
    hits = [(m.start(), m.end(), float(m.group(1))) for m in _MONEY.finditer(text)]
    hits += [
        (m.start(), m.end(), 0.0)
        for m in _FREE.finditer(text)
        if not m.group().startswith("$") and not _NOT_FREE.search(text[: m.start()])
    ]
    for start, end, value in hits:
        left, right = _bounds(text, start)
        clause = text[left:right]
        who = owner(text, start, context)
        if (
            (value == 0.0 or value >= 20)
            and re.search(rf"\b{visits.GUARANTEE}\b", clause)
            or (not who and re.search(rf"\b{visits.GUARANTEE}\b", text))
        ):
            yearly = _EXCLUDE_RATE.search(clause) and "month" not in text[end : end + 30]
            found.append(Measure("min_guarantee_usd_month", value / 12 if yearly else value, "", clause, unit.place))
            continue
        if who in ("other", "") or value > (3000 if who == "phone" else 75):
            continue
        if value == 0.0 and _FREE_TURN.search(clause):
            continue
        if (
            value == 0.0
            and text[end : end + 18].startswith(
                (" visit", " remote", " video", " home", " in-person", " window", " 1 ", " session", " lobby")
            )
            and _COUNT_PER.search(text)
        ):
            continue
        per_minute = bool(
            _PRICE_PER_MINUTE.match(text[end:])
            or _MINUTE_RATE_BEFORE.search(text[:start])
            or re.match(r"^ ?\| ?per minute", text[end:])
        )
        per_minute = per_minute or (
            0 < value < 0.9 and who in ("remote", "onsite", "video") and _VIDEO.search(clause) is not None
        )
        fee = re.search(
            r"\b(?:deposit|transaction|handling|processing|service|convenience|funding|account|refund|surcharge|reload)\b(?: \w+){0,2} ?(?:fee|charge|surcharge)?",
            clause,
        )
        found.append(
            Measure(_price_name(who, per_minute, bool(fee) and not per_minute), value, who, clause.strip(), unit.place)
        )
    return found


def _price_name(who: str, per_minute: bool, fee: bool) -> str:
    if fee and who != "phone":
        return "transaction_fee_usd"
    if who == "phone" and not per_minute:
        return "_call_fee_usd"
    if who == "phone":
        return "call_rate_per_min_usd" if per_minute else "_call_fee_usd"
    if who == "onsite":
        return "onsite_video_fee_per_min_usd" if per_minute else "onsite_video_fee_usd"
    if who == "legal":
        return "_legal_fee_usd"
    return "video_fee_per_min_usd" if per_minute else "video_fee_usd"


def _lengths(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    found = []
    for hit in _MINUTES.finditer(text):
        if _NOT_LENGTH_BEFORE.search(text[: hit.start()]) or _NOT_LENGTH_AFTER.match(text[hit.end() :]):
            continue
        who = owner(text, hit.start(), context)
        if who in ("other", "phone", "") or (who == "legal" and "visit" not in text):
            continue
        value = float(hit.group(1))
        if hit.group(2).startswith("hour"):
            if (
                value > 8
                or not re.search(rf"\b(?:{visits.VISIT}|sit|seat|together)\b", text)
                or not _LENGTH_CUE.search(text)
                or re.search(r"\b(?:open|24 hours)\b", text)
            ):
                continue
            value *= 60
        start, end = _bounds(text, hit.start())
        maximum = (
            re.search(
                r"\b(?:longest|maximum|at most|stops? you|up to|no (?:more|longer) than|cap\w*)\b", text[start:end]
            )
            is not None
        )
        found.append(
            Measure(
                "visit_minutes",
                value,
                "legal" if who == "legal" else who if who in ("remote", "onsite") else "",
                text[start:end].strip(),
                unit.place,
                maximum,
            )
        )
    return found


_FREE_ENDED = re.compile(r"\b(?:no longer|done away|ended|used to|discontinued|withdrawn|abolished|are gone|is gone)\b")


def _count_name(text: str, clause: str, period: str, who: str) -> str:
    name = _PERIOD_NAME.get(period, "")
    if not name:
        return ""
    if re.search(r"\bpaid\b", clause) and name == "month":
        return "min_paid_visits_per_detainee_month"
    free = _FREE.search(clause) is not None and "free from" not in clause
    remote = who == "remote" or (who == "video" and name == "month")
    if free:
        return {
            "week": "free_remote_visits_per_week" if remote else "free_visits_per_week",
            "month": "free_video_per_month",
        }.get(name, "")
    if remote and name in ("week", "day"):
        return f"remote_visits_per_{name}"
    return f"visits_per_{name}"


def _counts(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    hits: list[tuple[int, int, float, str]] = []
    hits += [(m.start(), m.end(), float(m.group(1)), m.group(2)) for m in _COUNT_PER.finditer(text)]
    hits += [
        (m.start(), m.end(), _ADVERBS.get(m.group(1)) or float(re.sub(r"\D", "", m.group(1)) or 1), m.group(2))
        for m in _COUNT_ADVERB.finditer(text)
    ]
    for m in _COUNT_WEEKLY.finditer(text):
        number = m.group(1) or m.group(4) or m.group(6)
        hits.append((m.start(), m.end(), float(number), m.group(2) or m.group(3) or m.group(5)))
    hits += [(m.start(), m.end(), float(m.group(1)), m.group(2)) for m in _VISITS_COLON.finditer(text)]
    hits += [(m.start(), m.end(), 2.0, "month") for m in _EVERY_OTHER.finditer(text)]
    free = _FREE_TURN.search(text)
    if free and _FREE.search(text) and not hits:
        first = re.search(r"first (\d+)", free.group())
        hits.append(
            (
                free.start(),
                free.end(),
                float(first.group(1)) if first else 1.0,
                "month" if "month" in free.group() else "week",
            )
        )
    if not hits:
        hits += [(m.start(), m.end(), 1.0, m.group(1)) for m in _BARE_WEEKLY.finditer(text)]
    found = []
    seen: set[tuple[str, float]] = set()
    for start, end, value, period in hits:
        who = owner(text, start, context)
        own = owner(text[start:end], 0, ())
        if who in ("other", "phone") and own in ("", "other", "phone"):
            continue
        if not who and not re.search(r"\bvisit|visita|sit-?down|session|see\b|seen\b|company|guest|meet", text):
            continue
        left, right = _bounds(text, start)
        if (
            "free" in text[left:right] + text
            and _FREE.search(text[left:right])
            and _FREE_ENDED.search(text[left:right])
        ):
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


def _weekends(unit: Unit) -> list[Measure]:
    hit = _WEEKENDS.search(unit.plain)
    if not hit or not re.search(rf"\b(?:{visits.VISIT}|seen)\b", unit.plain):
        return []
    word = hit.group(2) or hit.group(3) or ""
    value = (
        float(hit.group(1)) if hit.group(1) else 2.0 if word in ("alternate", "every other", "every second") else 4.0
    )
    return [Measure("visit_weekends_per_month", value, "", unit.plain, unit.place)]


def _lead(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    booking = re.compile(
        rf"\b(?:{visits.APPOINTMENT}|request\w*|ask(?:ed|ing)?|slots?|register\w*|calendar|seat|arrang\w+|set up|made|make|pick(?:ed)?|choos\w+|chosen|advance|notice|call(?:ed|ing)?)\b"
    )
    if not (booking.search(text) or any(booking.search(c) for c in context[:2])):
        return []
    values = []
    for m in _LEAD.finditer(text):
        if re.search(
            r"\b(?:arriv\w+|check[- ]?in|be here|log ?(?:in|on)|cancel\w*|release|report|come|present|up to|as (?:far|early|much) as|open(?:s)?|from) (?:\w+ ){0,3}$",
            text[: m.start()],
        ):
            continue
        amount, unit_name = float(m.group(1)), m.group(2)
        values.append(amount / 60 if unit_name == "minutes" else _days(amount, unit_name) * 24)
    values += [
        _days(float(m.group(1)), m.group(2)) * 24
        for m in _LEAD_INSIDE.finditer(text)
        if re.search(r"\bno (?:seat|slot|booking|request|visit|appointment|reservation)", text)
    ]
    if not values and _DAY_BEFORE.search(text):
        values = [24.0]
    elif not values and _SAME_DAY.search(text):
        values = [0.0]
    return [Measure("booking_lead_hours", round(values[-1], 4), "", text, unit.place)] if values else []


_ASKED_LIST = re.compile(r"\bhow many (?:\w+ ){0,5}(?:list|names?|put down|roster|card)\b[^?]*\? (\d+)\b")


def _people(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    listed = re.search(
        rf"\b(?:{_LIST_NOUN}|listed|put down|write down|named?|enter|approved (?:adults|visitors|people|persons))\b",
        text,
    ) or (any(re.search(r"\b(?:list|roster|card|sheet)\b", c) for c in context))
    party = _PARTY_CUE.search(text)
    per_visit = re.search(
        r"\b(?:at (?:a|1|any 1|the same) (?:time|booth|window|table)|at once|per (?:visit|booth|window|session)|in the booth|share|together|may attend|on screen|a la vez|por visita|to a (?:booth|window))\b",
        text,
    )
    if re.search(r"\b(?:tours?|groups? of|inspect|bid)\b", text) and not re.search(
        r"\bvisit (?:an?|the|your) (?:inmate|person|resident)", text
    ):
        return []
    asked = _ASKED_LIST.search(text)
    if asked:
        return [Measure("list_max", float(asked.group(1)), "", text, unit.place)]
    if listed and not per_visit:
        hit = _LIST.search(text) or _LIST_AFTER.search(text)
        if hit:
            return [Measure("list_max", float(hit.group(1)), "", text, unit.place)]
    if party:
        numbers = [float(m.group(1)) for m in _PARTY.finditer(text) if float(m.group(1)) <= 15]
        if numbers:
            return [
                Measure(
                    "visitors_max",
                    sum(numbers[:2]) if re.search(r"\d+ \w+ and \d+ (?:child|kid|minor|niño)", text) else numbers[0],
                    "",
                    text,
                    unit.place,
                )
            ]
    return []


def _ages(unit: Unit) -> list[Measure]:
    text = unit.plain
    guarded = _GUARDED.search(text) is not None and _EVEN.search(text) is None
    barred = re.search(
        r"\b(?:not|nobody|no 1|no one|none|cannot|may not|barred|excluded|admitted|refused|turned away|stay home|no (?:children|minors|kids)|keep out|kept out|prohibited|never)\b",
        text,
    )
    hit = _UNDER.search(text)
    if hit and barred and not guarded:
        return [Measure("min_age", float(hit.group(1)), "", text, unit.place)]
    older = _AT_LEAST.search(text)
    age = (older.group(1) or older.group(2)) if older else None
    if (
        older
        and age
        and 3 <= int(age) <= 21
        and not guarded
        and re.search(rf"\b(?:visit\w*|{visits.MINORS}|admitted|come (?:in|up)|age|years|let in|enter)\b", text)
    ):
        return [Measure("min_age", float(age), "", text, unit.place)]
    return []


def _waits(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    found: list[Measure] = []
    around = (text, unit.lead, *context)
    for m in _WAIT.finditer(text):
        amount, word = (float(m.group(1)), m.group(2)) if m.group(1) else (1.0, m.group(3))
        days = round(_days(amount, word), 3)
        if re.search(r"\b(?:ahead|advance|notice|last|lasts|every)\b", text[m.end() : m.end() + 12]) or days < 0.25:
            continue
        name = ""
        if _DISCIPLINE.search(text) and re.search(r"\b(?:visit\w*|lose|loss|no company)\b", " ".join(around[:2])):
            name = "discipline_days_without_visits"
        elif re.search(rf"\b{visits.EX_HELD}\b", text) or (
            re.search(rf"\b{visits.EX_HELD}\b", " ".join(around[1:]))
            and re.search(r"\b(?:wait|after|until|again|once|from|not|gone by|passed)\b", text)
        ):
            name = "waiting_days"
        elif re.search(r"\bfriends?\b", text) and re.search(r"\b(?:wait\w*|before|let|must|until|after|pass)\b", text):
            name = "wait_days_friends"
        elif (
            _INTAKE.search(text)
            or (
                _INTAKE.search(" ".join(around[1:]))
                and re.search(r"\b(?:pass|after|wait\w*|until|before|first|once|gone)\b", text)
            )
        ) and re.search(r"\b(?:visit\w*|seen|see|company|family)\b", " ".join(around)):
            name = "intake_days_without_visits"
        elif re.search(r"\b(?:list|roster|card|sheet|register)\b", " ".join(around)) and _LOCK.search(text):
            name = "list_lock_days"
        elif re.search(rf"\b{visits.RECORD}\b", text):
            name = "_record_days"
        if name and not re.search(rf"\b{visits.MAIL}\b|\b(?:property|license|appeal)\b", text):
            found.append(Measure(name, days, "", text, unit.place))
    return found[:1] if found and found[0].name != "waiting_days" else found[:2]


def _shares(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    found: list[Measure] = []
    cue = re.compile(
        rf"\b(?:{visits.COMMISSION}|(?:county|agency|jail|sheriff|city|parish|authority|facility) (?:shall have|has|receives?|gets?|keeps?|takes?|is paid|will have|will get)|share|take|cut|allocation|remit\w*|allowance)\b"
    )
    other = re.compile(
        r"\b(?:interest|bond|late|tax|discount|credit card|card|deposits? carry|increase|rise|up|down|off|more than|less)\b"
    )
    if not (cue.search(text) or any(cue.search(c) for c in context)):
        return found
    for m in _PERCENT.finditer(text):
        start, end = _bounds(text, m.start())
        near = text[m.end() : m.end() + 14]
        if re.match(r" ?(?:of bond|off|increase|rise|tax|higher|lower|interest|late)", near) or (
            other.search(text[start:end]) and not cue.search(text[start:end])
        ):
            continue
        found.append(Measure("commission_pct", float(m.group(1)), "", text[start:end].strip(), unit.place))
    if not found and re.search(
        r"\b(?:no|zero|nil|0|without)\b (?:\w+ ){0,2}(?:commission|share|cut|kickback|take)|(?:share|commission|take|cut)(?: \w+){0,6} (?:nil|nothing|zero|none)",
        text,
    ):
        found.append(Measure("commission_pct", 0.0, "", text, unit.place))
    return found


def _distances(unit: Unit) -> list[Measure]:
    hit = re.search(r"\b(\d+) miles?\b", unit.plain)
    far = re.search(r"\b(?:live|living|travel\w*|away|come|came|from)\b", unit.plain)
    if hit and far and re.search(r"\b(?:visits?|sessions?|appointment)\b", unit.plain):
        return [Measure("distance_miles", float(hit.group(1)), "", unit.plain, unit.place)]
    return []


_CAP_HOURS = re.compile(
    r"\b(?:no more than|not exceed|at most|capped at|limited to|cap of|up to|fewer than)? ?(\d+)(?: hours|-hour)(?:,? [a-z]+){0,2}? (?:in (?:a|any|each)|a|per|each|weekly) ?(?:week|cap)\b"
)


def _weekly(unit: Unit) -> list[Measure]:
    """Caps on in-person hours in contracts, and "open five days a week" told without naming the days."""
    text = unit.plain
    found = []
    cap = _CAP_HOURS.search(text)
    if (
        cap
        and re.search(rf"\b(?:{visits.IN_PERSON}|windows|cap)\b", text)
        and re.search(r"\b(?:no more than|not exceed|at most|cap\w*|limit\w*)\b", text)
    ):
        found.append(Measure("inperson_hours_per_week_cap", float(cap.group(1)), "", text, unit.place))
    days = re.search(r"\b([1-7]) days (?:a|per|each|in each|of the|out of the) week\b", text)
    if days and re.search(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|hall|visitors)\b", text):
        found.append(Measure("visit_days_per_week", float(days.group(1)), "", text, unit.place))
    return found


def unlimited(text: str) -> bool:
    """Whether a text says that the number of visits is not limited (any more)."""
    return _UNLIMITED.search(text) is not None


def measures(unit: Unit, title: str) -> list[Measure]:
    """Every bound number of a unit; headings, the unit before it and the title serve as context in that order."""
    if unit.header:
        unit = replace(unit, plain=with_header(unit))
    if unit.lead.endswith("?") and len(unit.lead) < 120:
        unit = replace(unit, plain=f"{unit.lead} {unit.plain}")
    context = (unit.headings, unit.lead, title)
    found = [
        *_prices(unit, context),
        *_lengths(unit, context),
        *_counts(unit, context),
        *_weekends(unit),
        *_weekly(unit),
        *_lead(unit, context),
    ]
    waits = _waits(unit, context)
    return [*found, *_people(unit, context), *_ages(unit), *waits, *_shares(unit, context), *_distances(unit)]
