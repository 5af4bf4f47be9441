"""Quantities of visiting terms, each bound to its noun, unit and owner: price, minutes, visits per period, ages, lists ..."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from monitors.language.figures.admission import distances, lead_times, people, waiting_times
from monitors.language.figures.ages import ages
from monitors.language.figures.commissions import shares
from monitors.language.figures.counts import COUNT_PER, FREE, FREE_TURN, counts
from monitors.language.figures.usage import bonus, least_usage
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.times.week_counts import weekends, weekly
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.measure import Measure, bounds, owner, with_units
from monitors.language.words.mentions import PHONE_NUMBER
from monitors.language.words.patterns import regex

_MINUTES = regex(r"(\d+(?:\.\d+)?) (minutes|hours?)\b")
_NOT_LENGTH_BEFORE = regex(
    r"(?:arriv\w+|early|earlier|late|be here|check[- ]?in|sign[- ]?in|log[- ]?in|wait(?:s|ed|ing)?|within|after|before|every(?! (?:[a-z-]+ )?(?:visits?|sessions?|appointments?)\b)|grace|come|report|tardiness|"
    r"register|(?:blocks|steps|increments|units|multiples) of|doors? (?:open|close)\w*|at least|lead|test|warning|reserve|book\w*|notice|inside|slow for|to \w+ in|take(?:s)? (?:up to|about|several)|older than|past|public (?:may|can) \w+(?: for)?|speakers?(?: \w+){0,3})"
    r"(?: \w+){0,3} ?$"
)
_OF_MANY = regex(r"\b(?:average|mean|median|typical)\b[^.;|]*$")
_IT_TAKES, _TASK = (
    regex(r"(?:it|this|that) takes\b"),
    regex(r"\b(?:test|set-?up|download|forms?|applications?|registration)\b"),
)
_LASTS_AT_LEAST = regex(r"\b(?:last|lasts|lasting|run|runs|of|be|is|are)(?: for)? at least $")
_NOT_LENGTH_AFTER = regex(
    r" ?(?:-|,)? ?(?:(?:or (?:more|earlier) )?before|prior|early|earlier|ahead|in advance|late\b|after|past|notice|beforehand|fast|slow|out of|(?:of )?(?:visit(?:s|ing|ation) )?(?:a|per|each|every) (?:week|day)|"
    r"(?:of )?(?:grace|processing|warning)|of (?:training|instruction|service|work|class|sleep)|from (?:release|booking|intake|arrest)|of (?:booking|intake|arrival|release|commitment|arrest)|walk|drive|away|to (?:test|check|log|go|spare)|(?:is|are) (?:all right|fine|ok)|more\b(?! than))"
)
# "Two 30-minute visits every week": so many visits of that length, no minutes a week.
_COUNTED_VISITS = regex(r"\b\d+ \d+(?:\.\d+)? (?:minutes|hours?) (?:[a-z-]+ )?(?:visits?|sessions?)\b")
# Whose length it is stands above: "Visits are on Tuesday. They last 30 minutes."
_OF_VISITS_ABOVE = regex(
    r"(?:they|these|both|each|all|every 1) (?:of them |of these |kinds )?(?:lasts?|runs?|takes?|are|is)\b|(?:length|duration|time allowed)\b|how long\? |you (?:have|get|may stay|can stay|are given)\b"
)
_LENGTH_CUE = regex(
    r"\b(?:last|lasts|run|runs|long|length|limited to|limit of|up to|maximum|max|exceed|duration|for|of|is|are|at most|each|dura[n]?|lasting|cut to|sit|stay)\b"
)
# Visits of a family alone in a house of the prison's, of one to three days.
_OVERNIGHT = regex(r"\b(?:(?:extended|overnight|conjugal) (?:family )?visit|family visit(?:s|ing)\b|family reunion)")
_PRICE_PER_MINUTE = regex(
    r"^ ?(?:\(.*?\) ?)?(?:usd )?(?:/ ?min|(?:a|per|each|every|for each|for every|the|1|por|al|for a) ?(?:1 )?(?:minutes?|min\b|minuto)|per-minute|/min)"
)
_MINUTE_RATE_BEFORE = regex(
    r"(?:per[- ]minute[:,|]? (?:[\w|:]+ ){0,6}|by the minute,? (?:\w+ ){0,2}|minute (?:rate|price|charge)(?: \w+){0,3} |each minute (?:\w+ ){0,2}|metered\W* ?(?:\w+ )?)$"
)
_MONEY = regex(r"(?<!\w)\$(\d+(?:\.\d+)?)(?!\d|e\+)")  # not the first figure of "$1e+06"
_NOT_FREE = regex(
    r"\b(?:no longer|not|never|isn't|aren't|ya no|stop\w* being|ceas\w+ to be|instead of|toll|sugar|smoke|hands|duty)[ -](?:\w+ ){0,2}$"
    r"|\bno longer (?:an? |any )?(?:\w+ ){0,3}(?:visits?|sessions?|calls?) (?:\w+ ){0,2}$|\b(?:none|neither) of (?:them|these|those|the (?:\w+ ){0,2}\w+) (?:is |are |will be |comes? )$"
    # "when all four windows are free": not taken, and for nothing only where it says "of charge"
    r"|\b(?:when|whenever|if|until|unless|once|while|as soon as) (?:\w+ ){0,4}(?:windows?|booths?|seats?|tables?|rooms?|stations?|kiosks?|all \d+) (?:is|are|comes?|becomes?|falls?) $"
)
_WEEKLY = regex(r"\b(once|twice|thrice) (week|month)ly\b")
_EXCLUDE_RATE = regex(r"\b(?:per year|a year|annual(?:ly)?|yearly|each year)\b")
_MONTHLY = regex(
    r"\bmonth\b|\bmonthly\b(?! (?:parts?|instal+ments?|payments?|shares?|sums?)\b)"
)  # "paid in monthly parts"
_VIDEO = regex(rf"\b(?:{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|{visits.VIDEO})\b")
_HIGHEST_PRICE = 200  # dollars; more is bail, a fine or a contract
_NOT_A_PRICE = regex(
    r"\b(?:carry|carries) (?:(?:not|no|in|more|than|above|over|up|to) )*$|\b(?:(?<!we )(?<!will )(?<!they )(?<!and )bills?|coins?|cash|deposits?|amounts?|total|credits?) (?:of |up to |to |as |large as |above |over |more than )*$|\bcredits? (?:the )?(?:\w+ ){1,2}(?:with )?$"
)
_OF_A_COPY = regex(r"\b(?:recordings?|copies|copy|transcripts?|footage) of [^.;$]*$")
# The price that follows an introductory one.
REGULAR = regex(r"\b(?:regular|standard|normal|full|usual) (?:price|rate|charge|fee)(?: \w+){0,6}(?: ?[:|])? $")
_DEPOSITS = regex(r"\b(?:deposits?|money|commissary|bail|machine)\b")
_KIOSK_FEE = regex(
    r"\b(?:kiosk|machine) (?:fee|charge)s?\b|\b(?:kiosk|machine)\b[^.;]{0,40}? (?:keeps|takes|charges|has|adds|costs)\b|^it keeps \$"
)
_OF_MONEY = regex(
    r"\$\d+(?:\.\d+)? (?:for|per) (?:an? |each )?(?:cash|(?:credit |debit )?cards?|money orders?|deposits?|bills?)\b"
    r"|\$\d+(?:\.\d+)? (?:[a-z]+ ){0,3}for (?:up to |amounts? (?:up to |of )?)?\$"
)
_VISITING = regex(r"\b(?:visit\w*|video\w*|sessions?|visitas?)\b")
_VISITING_BALANCE = regex(r"\b(?:visit\w*|visita\w*|video\w*|sessions?|remote|booking|home|calls?)\b")


def _prices(unit: Unit, context: tuple[str, ...]) -> list[Measure]:
    text = unit.plain
    context = tuple(part.removesuffix(" / visiting") for part in context)
    found: list[Measure] = []
    free = [m for m in FREE.finditer(text) if not m.group().startswith("$")]
    dimes = {m.end() for m in free}  # "they do not cost a dime"
    hits = [(m.start(), m.end(), float(m.group(1))) for m in _MONEY.finditer(text) if m.end() not in dimes]
    hits += [(m.start(), m.end(), 0.0) for m in free if not _NOT_FREE.search(text[: m.start()])]
    for start, end, value in hits:
        left, right = bounds(text, start)
        clause = text[left:right]
        who = owner(text, start, context)
        if ((value == 0.0 or value >= 20) and re.search(rf"\b{visits.GUARANTEE}\b", clause)) or (
            not who and re.search(rf"\b{visits.GUARANTEE}\b", text)
        ):
            yearly = _EXCLUDE_RATE.search(clause) and not _MONTHLY.search(text[end : end + 30])
            found.append(Measure("min_guarantee_usd_month", value / 12 if yearly else value, "", clause, unit.place))
            continue
        if _NOT_A_PRICE.search(text[:start]) or _OF_A_COPY.search(text[:start]):
            continue
        if who in ("other", "") or value > (3000 if who == "phone" else _HIGHEST_PRICE):
            continue
        if value == 0.0 and FREE_TURN.search(clause):
            continue
        if (
            value == 0.0
            and text[end : end + 18].startswith(
                (" visit", " remote", " video", " home", " in-person", " window", " 1 ", " session", " lobby")
            )
            and COUNT_PER.search(text)
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
            r"\b(?:deposit|transaction|handling|processing|service|convenience|funding|adding money|adds? money|topping up|account|refund|surcharge|reload|(?:each|every|per|a) load)\b(?!:)(?: \w+){0,2} ?(?:fee|charge|surcharge)?",
            clause,
        )
        if re.search(r"\b(?:out of|of|on|from) (?:each|every|the) (?:\$1|dollar)\b", clause):
            continue  # a share, not a price
        name = _price_name(who, per_minute, bool(fee) and not per_minute)
        if name in ("video_fee_usd", "onsite_video_fee_usd") and REGULAR.search(text[max(left, start - 50) : start]):
            name = "regular_video_fee_usd"
        around = context[:2] if _KIOSK_FEE.search(clause) else ()
        of_money = _OF_MONEY.search(clause) or any(map(_DEPOSITS.search, around))
        if of_money and not _VISITING.search(clause):
            continue  # a kiosk in the lobby that takes money (R6)
        if name == "transaction_fee_usd" and not any(_VISITING_BALANCE.search(t) for t in (text, *context[:2])):
            continue  # a deposit charge is a visiting term only on the balance that pays for visits (R6)
        found.append(Measure(name, value, who, clause.strip(), unit.place))
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
    if _IT_TAKES.match(text) and _TASK.search(unit.lead):
        return []
    for hit in _MINUTES.finditer(text):
        before = text[: hit.start()]
        if (_NOT_LENGTH_BEFORE.search(before) and not _LASTS_AT_LEAST.search(before)) or (
            _NOT_LENGTH_AFTER.match(text[hit.end() :]) and not _COUNTED_VISITS.search(text, max(0, hit.start() - 4))
        ):
            continue
        if _OF_MANY.search(text[: hit.end()]):
            continue  # how long those of last month lasted
        who = owner(text, hit.start(), (*context, *unit.trail) if _OF_VISITS_ABOVE.match(text) else context)
        if who in ("other", "phone", "") or (who == "legal" and "visit" not in text):
            continue
        value = float(hit.group(1))
        if hit.group(2).startswith("hour"):
            overnight = _OVERNIGHT.search(text) is not None
            if (
                value > (72 if overnight else 8)
                or not re.search(rf"\b(?:{visits.VISIT}|sit|seat|together)\b", text)
                or not _LENGTH_CUE.search(text)
                or re.search(r"\bopen\b" if overnight else r"\b(?:open|24 hours)\b", text)
            ):
                continue
            value *= 60
        start, end = bounds(text, hit.start())
        maximum = (
            re.search(
                r"\b(?:longest|(?<!\| )maximum(?![- ](?:custody|security)|, (?:fe)?male)|max|at (?:the )?most|stops? you|up to|no (?:more|longer) than|not (?:be |last |run )?(?:longer|more) than|not exceed|as long as|cap(?:s|ped)?)\b",
                text[start:end],
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


# Units without a figure or a word for one hold no measure; most of a page is skipped by this.
_MAY_HOLD = regex(
    r"\d|alternate|other|second|fortnight|biweekly|dime|waive|gratis|costo|cobra|nil|share|free|once|twice|nothing|nobody|charge|cost|\{sat|weekly|monthly|daily|weekend|no \w+ share|every|each|day before|zero|same[- ]day|birthday|appointment|house|on us|\b(?:an?|past|last|previous)(?: full| whole| clear| entire)? (?:year|month|week|day)\b"
)


# "The old table (one visit a week) ran out at the end of September."
_RAN_OUT = regex(
    r"\b(?:the|our) (?:old|former|previous|prior|earlier) (?:\w+ ){0,6}(?:\([^)]*\) )?(?:ran out|expired|(?:has|have) (?:expired|run out|ended)|ended|(?:was|were|has been) (?:replaced|taken down|withdrawn|retired))\b"
)


# "Records: pick-up by appointment 48 hours ahead", in a list of what an office does
_OF_ANOTHER_DESK = regex(
    r"(?:records?|finger-?prints?|fingerprinting|notary|(?:concealed|gun|carry|building)(?: \w+)? permits?(?: \w+)?|permits?|ride-?alongs?|accident reports?|reports?|civil process|warrants?|vin \w+|licens\w+|bail|bonds?|canteen|commissary|property|mail|letters|books|money)(?: (?:desk|window|counter|room|office|class))? ?[:|] (?!.*\bvisit)"
)


def measures(unit: Unit, title: str) -> list[Measure]:
    """Every bound number of a unit; headings, the unit before it and the title serve as context in that order."""
    if not _MAY_HOLD.search(unit.plain) or _RAN_OUT.search(unit.plain) or _OF_ANOTHER_DESK.match(unit.plain):
        return []
    plain = with_units(PHONE_NUMBER.sub("#", _WEEKLY.sub(r"\1 a \2", unit.plain)))
    anywhere = replace(unit, plain=plain, place=0, text="", trail=(), segment=0)
    return [replace(measure, place=unit.place) for measure in _measures(anywhere, title)]


@lru_cache(maxsize=4096)
def _measures(unit: Unit, title: str) -> tuple[Measure, ...]:
    if unit.header:
        unit = replace(unit, plain=with_header(unit))
    if unit.lead.endswith("?") and len(unit.lead) < 120:
        unit = replace(unit, plain=f"{unit.lead} {unit.plain}")
    context = (unit.headings, unit.lead, title)
    found = [
        *_prices(unit, context),
        *_lengths(unit, context),
        *counts(unit, context),
        *weekends(unit, context),
        *weekly(unit),
        *lead_times(unit, context),
    ]
    least = least_usage(unit)
    if least is not None and all(measure.name != least.name for measure in found):
        found.append(least)
    extra = bonus(unit)
    if extra is not None:
        found.append(extra)
    waits = waiting_times(unit, context)
    return (*found, *people(unit, context), *ages(unit), *waits, *shares(unit, context), *distances(unit, context))
