"""Furniture: what a page shares with its siblings, and slots where only digits run.

Furniture is never dropped, it only lowers the grade of a passage. What decides is what another page of the same host
shows now, never a class name: rules on names such as "sidebar" silenced 45 of 336 real changes when measured.
Words of visiting override: a segment that speaks of visits is never furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from monitors.records import Segment, SegmentKind
from monitors.segments import key
from monitors.topics import mentions_visits

_PAIR = "\x1f"  # parts a heading's key from a segment's key in Furniture.keys


@dataclass(frozen=True, slots=True)
class Furniture:
    """keys: the segment keys that a sibling shows, bare and together with the heading they stand under;
    slots: segment keys with their digits masked, where digits may run without meaning anything."""

    keys: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()

    def shows(self, segment: Segment) -> bool:
        """Whether the sibling shows this segment too (or one that differs in the digits of a slot)."""
        if not self.keys:
            return False
        made = segment.key or key(segment.text)
        return made in self.keys or (slot_of(made) in self.slots and may_run(segment))

    def but_for(self, keys: frozenset[str]) -> Furniture:
        """The same without some keys, under whatever heading."""
        return Furniture(frozenset(made for made in self.keys if made.rpartition(_PAIR)[2] not in keys), self.slots)

    def shows_under_heading(self, segment: Segment) -> bool:
        """Whether the sibling shows the segment under the same heading."""
        return bool(segment.heading) and _under(segment.heading[-1], segment.key or key(segment.text)) in self.keys


def _under(heading: str, made: str) -> str:
    return f"{key(heading)}{_PAIR}{made}"


def learn(sibling_segments: Iterable[Sequence[Segment]]) -> Furniture:
    """Furniture of a host from other pages of it, each given as its segments. Title segments are a page's own."""
    keys: set[str] = set()
    slots: set[str] = set()
    for segments in sibling_segments:
        for segment in segments:
            if segment.kind is SegmentKind.TITLE:
                continue
            made = segment.key or key(segment.text)
            keys.add(made)
            if segment.heading:
                keys.add(_under(segment.heading[-1], made))
            if slot := slot_of(made):
                slots.add(slot)
    return Furniture(frozenset(keys - {""}), frozenset(slots))


_FRAME_KINDS = frozenset({SegmentKind.TITLE, SegmentKind.HEADING, SegmentKind.MENU, SegmentKind.OPTION})
_RULE_KINDS = frozenset({SegmentKind.ROW, SegmentKind.LINK, SegmentKind.DATA, SegmentKind.PRE})
_RULE_MARKS = re.compile(r"[.!?✓✔✗✘]$|:")
_RULE_LENGTH = 25
TWIN_ABOVE, TWIN_LEAST = 0.6, 8


def rules_of(segments: Iterable[Segment]) -> frozenset[str]:
    """The keys of what a page itself may be saying: rows, links to documents, lines that are no labels."""
    return frozenset(
        segment.key or key(segment.text)
        for segment in segments
        if segment.kind not in _FRAME_KINDS
        and (segment.kind in _RULE_KINDS or len(segment.text) >= _RULE_LENGTH or _RULE_MARKS.search(segment.text))
    )


def is_twin(furniture: Furniture, segments: Sequence[Segment]) -> bool:
    """Whether a sibling shows most of what the page says: another facility under the same rules, or the page itself for
    printing. Its frame may be learned from, not its rules."""
    rules = rules_of(segments) if furniture.keys else frozenset()
    shown = rules & furniture.keys
    return len(shown) >= TWIN_LEAST and sum(map(len, shown)) > TWIN_ABOVE * sum(map(len, rules))


def running(old: Furniture, new: Furniture) -> frozenset[str]:
    """The slots in which siblings themselves went from one number or day to another. A line that merely has the form of
    one of theirs may be a rule with a number of its own, "Guest limit: 3" beside their "Guest limit: 4"."""
    gone, come = (
        {slot_of(made) for made in keys if _PAIR not in made} for keys in (old.keys - new.keys, new.keys - old.keys)
    )
    return frozenset(slot for slot in gone & come if slot and not ("@" in slot and _DAY_OF_RULE.search(slot)))


# Clocks, prices, shares, ages, durations: quantities that a rule is made of. They are never slots.
_MEANT = re.compile(
    r"[$€£%]|\d\s*[ap]m\b|\d:\d\d|\b(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|cents?|dollars?|usd|age|under|over|"
    r"per|each|fees?|rates?|costs?|prices?|section|article|clause|code|form|phone|call|fax|tel|ext|room|unit|pod|block|floor|suite|"
    r"street|avenue|ave|road|box|zip)\b"
)
# A date beside one of these is what the line is about.
_DAY_OF_RULE = re.compile(
    r"\b(?:effective|clos\w+|open\w*|reopen\w*|until|through|begin\w*|starts?|starting|ends?|ending|due|deadline|expires?"
    r"|cancel\w*|suspend\w*|resum\w*)\b"
)
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
DATE = (
    rf"(?:\b(?:{_DAY})[,.]?\s+)?(?:\b(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?,?(?:\s+\d{{4}})?\b|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b"
    r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b)"
)
_DATE = re.compile(DATE)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# "Visitors" of a web page are no visitors of a jail.
_WEB = r"(?:web ?)?(?:site|page)"
_WEB_VISITS = re.compile(
    rf"visitors? (?:to|of|on) (?:this|the|our) {_WEB}"
    r"|(?:web ?)?(?:site|page|unique|total|daily|online) (?:visitors?|visits?)\b"
    r"|visit(?:ors?)? (?:count(?:er)?|number|no\.?|today|online)\b|you are visitor|visited (?:pages|links|states)"
    rf"|(?:when|while|by|for) visiting (?:this|our|the) {_WEB}"
    r"|(?:how|when|where|why|track|count|measure|analy[sz]e\w*|understand\w*) (?:\w+ ){0,2}?visit(?:ors?|s)?"
    rf"(?: \w+){{0,4}}? (?:{_WEB}s?|brows\w+|traffic|navigat\w+|interact\w*|content)\b"
    rf"|your (?:\w+ )?visit to (?:this|our|the) {_WEB}|visitor traffic|{_WEB}s? (?:that )?you visit\w*"
    r"|(?:please )?visit (?:us|our|the|this|their)?\s*(?:new |main |official )?(?:on |at )?"
    rf"(?:{_WEB}|homepage|facebook|twitter|instagram|youtube|linkedin|blog|store|shop)s?\b",
    re.IGNORECASE,
)


# One of these is in whatever _WEB_VISITS matches; they are found 20 times faster.
_WEB_HINTS = (
    "site", "page", "unique", "total", "daily", "online", "count", "number", "visit no", "visitor no", "visitors no",
    "today", "you are visitor", "visited links", "visited states", "facebook", "twitter", "instagram", "youtube",
    "linkedin", "blog", "store", "shop", "brows", "traffic", "navigat", "interact", "content",
)  # fmt: skip


_OF_JAILS = re.compile(r"\b(?:jails?|inmates?|detain\w+|prison\w*|visitation|visiting (?:hours|room|days?)|custody)\b")


@lru_cache(maxsize=8192)  # headings are asked about once for every passage below them
def speaks_of_visits(text: str) -> bool:
    """Whether a text holds visiting vocabulary once talk of visits to web sites is taken out."""
    if not mentions_visits(text):
        return False
    lower = text.lower()
    if "cookie" in lower and not _OF_JAILS.search(lower):
        return False
    for hint in _WEB_HINTS:  # a loop: asked of every passage, and any() with a generator takes twice as long
        if hint in lower:
            return mentions_visits(_WEB_VISITS.sub(" ", text))
    return True


# Other senses of words of visiting, as sites talk of other things in their frames.
_OTHER_SENSES = re.compile(
    r"\b(?:planning|county|city|town|village|fair|civil service|zoning|parks?|water|tax|election|aging|arts|library"
    r"|ethics|human (?:rights|relations)|historical) commission(?:ers?)?\b"
    r"|\bvisit(?:s|ed|ing)? (?:the|our|a|an|one|new|historic|beautiful|downtown)\b"
    r"(?! (?:inmate|jail|detainee|prisoner|resident))"
    r"|\bvisit(?:s|ed)? (?:[a-z]+ ){0,2}(?:school|station|library|fair|park|museum|schools|county)\b"
    r"|\bvisita (?:del|de la)\b",
    re.IGNORECASE,
)
# Words that elsewhere mean other things: alone they are believed beside a day, a duty or a number.
_WEAK = re.compile(
    r"\b(?:commissions?|letters?|correspondence|tablets?|booths?|kiosks?|walk-?ins?|in[- ]person|partitions?|dividers?"
    r"|ncic|gtl|visit(?:s|ed|ing)?|visitors?|visita)\b",
    re.IGNORECASE,
)
_RULING = re.compile(
    r"\b(?:must|may|can|cannot|not|no|only|clos\w+|cancel\w*|suspend\w*|resum\w*|reopen\w*|required|allowed|limited"
    r"|until|out of (?:order|service|use)|paus(?:e|ed)|halted|unavailable|offline|down|back|ended|discontinued"
    r"|effective|start\w*|begin\w*|end(?:s|ed)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|hours?|minutes?)\b|\d",
    re.IGNORECASE,
)


def speaks_surely(text: str) -> bool:
    """Whether a text that siblings show too is about visits to people all the same: by words with no other sense, or by
    any word of visiting beside what a rule is made of."""
    rest = _OTHER_SENSES.sub(" ", text)
    if not speaks_of_visits(rest):
        return False
    return speaks_of_visits(_WEAK.sub(" ", rest)) or _RULING.search(rest) is not None


def guarded(segment: Segment) -> bool:
    """Whether the segment or the heading right above it speaks of visits."""
    return speaks_of_visits(segment.text) or (bool(segment.heading) and speaks_of_visits(segment.heading[-1]))


_PLACE = re.compile(
    r"\b(?:jails?|prisons?|detention|corrections?|correctional|facility|inmates?|custody|lobby|lock-?up|institutions?"
    r"|penitentiary|housing units?|dorms?|dormitor(?:y|ies)|adults|children|minors|family members|relatives)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:clos(?:e|es|ed|ing|ure)|cancel\w*|suspend\w*|restrict\w*|quarantin\w*|outbreak|emergency|resum\w*|reopen\w*"
    r"|limited|reduced|until|no longer|postpon\w*|chang(?:e|es|ed)|lock(?:ed|ing)?[- ]?down|lockdowns?|evacuat\w*"
    r"|admit(?:s|ted)?|admission|modified operations|hours (?:are|have|will))\b",
    re.IGNORECASE,
)


def tells_of_closing(text: str) -> bool:
    """Whether a text says that a jail closes, opens again or changes what it does: nobody can visit a jail that is
    closed, whether or not the notice has a word of visiting."""
    return _PLACE.search(text) is not None and _CLOSING.search(text) is not None


def may_run(segment: Segment) -> bool:
    """Whether digits of a segment may run as a sibling's do: neither in a row nor where visits are spoken of."""
    return segment.kind is not SegmentKind.ROW and not guarded(segment)


_COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\))|copyright #yyyy")
_RULE_BESIDE = re.compile(
    r"[$€£]|\d\s*[ap]m\b|\d:\d\d|\b(?:minutes?|hours?|days?|clos(?:e|es|ed|ing|ure)|opens|reopen\w*"
    r"|open (?:from|until|daily|\d)|cancel\w*|suspend\w*|no longer)\b"
)


def is_copyright(segment: Segment) -> bool:
    """Whether a segment is the copyright line of a site, with no rule beside it."""
    made = segment.key or key(segment.text)
    if len(made) > 120 or not _COPYRIGHT.match(made):
        return False
    return not _RULE_BESIDE.search(made) and not speaks_of_visits(made)


# As slots of whole lines: "Online appointments: limit 4" counts nothing that may run.
_NAMES = (
    r"(?:(?:page|total|unique) )*(?:views?|shares?|tweets?|retweets?|likes?|hits|downloads?|reads|comments?|followers"
    r"|subscribers|reactions?|votes?|ratings?|reviews)"
)
_READERS = r"(?:users?|guests?|members?|readers?|people)"
_OF_PAGE = (
    r"visitors? (?:to|of|on) (?:this|the|our) (?:web ?)?(?:page|site)"
    r"|(?:you are )?visitor(?: count(?:er)?| number| no)?"
)
_COUNTED = re.compile(
    rf"(?:(?:{_NAMES} #|# {_NAMES}) ?)+"
    r"|(?:this (?:page|article|post) (?:has been|was) )?(?:shared|viewed|accessed|visited|downloaded|read) # times?"
    r"|(?:page|article|post) (?:viewed|accessed|visited|read) # times?"
    r"|(?:total )?visitors?(?: today| online| this month)? #"
    r"|rated #(?: ?/ ?#| out of #)?(?: by # (?:users?|people|readers|visitors))?|cart #"
    r"|# people are reading(?: this(?: page)?)?"
    r"|(?:facebook|twitter|instagram|youtube|linkedin|tiktok)(?: #(?: (?:followers|likes|subscribers))?)"
    r"|(?:current |total |daily )*inmate count #"
    rf"|# {_READERS}(?: are)?(?: currently)? online|{_READERS} (?:currently )?online #"
    rf"|(?:{_OF_PAGE}) #|# (?:{_OF_PAGE})"
    r"|(?:was this (?:page|article) helpful )?# of # (?:people|readers|visitors) said yes|# out of # # reviews"
    r"|# (?:(?:out )?of # )?(?:people )?(?:found this (?:article |page )?helpful|like this)"
    r"|(?:average )?rating #(?: (?:out )?of #)?(?: # (?:ratings|votes|reviews))?"
    # How many are in custody runs from day to day, and no rule depends on it.
    r"|(?:inmates |people |currently |now )*in custody(?: today| now)? #(?: inmates| people)?"
    r"|# (?:inmates|people) in custody"
    r"|(?:current |total |daily |average )*(?:jail |inmate )?population(?: today)? #(?: as of @)?"
)


def is_counter(before: Segment, after: Segment) -> bool:
    """Whether two segments differ in the number of views, shares and the like alone."""
    old, new = (slot_of(segment.key or key(segment.text)) for segment in (before, after))
    return old != "" and old == new and _COUNTED.fullmatch(old) is not None


def counts_something(text: str) -> bool:
    """Whether a line is a number that pages count of themselves: views, shares, visitors to this page."""
    return _COUNTED.fullmatch(slot_of(key(text))) is not None


def is_quantity(text: str) -> bool:
    """Whether a text in lower case shows a clock, price, share, age or duration: what rules are made of."""
    return _MEANT.search(text) is not None


def slot_of(made: str) -> str:
    """The slot a key stands in: its dates and digits masked. "" where digits could mean something: no words around
    them, a clock, a price, a duration, or words of visiting."""
    if len(made) > 200 or not _DIGIT.search(made) or _MEANT.search(made) or speaks_of_visits(made):
        return ""
    masked = _DIGITS.sub("#", _DATE.sub("@", made))
    return masked if any(c.isalpha() for c in masked) and ("#" in masked or "@" in masked) else ""


def volatile_slots(first: Sequence[Segment], second: Sequence[Segment]) -> frozenset[str]:
    """Slots in which two fetches taken minutes apart differ in digits alone."""
    old, new = ({segment.key or key(segment.text) for segment in side} for side in (first, second))
    gone, come = ({slot_of(made) for made in side} for side in (old - new, new - old))
    return frozenset((gone & come) - {""})


def same_but_for_today(
    before: Segment, after: Segment, fetched_before: date | None, fetched_after: date | None
) -> bool:
    """Whether two segments differ only in showing the day they were fetched on (and the time next to that day)."""
    if fetched_before is None or fetched_after is None or speaks_of_visits(before.text) or speaks_of_visits(after.text):
        return False
    old, new = _without_today(before, fetched_before), _without_today(after, fetched_after)
    return old is not None and old == new


def is_todays_date(segment: Segment, fetched: date | None) -> bool:
    """Whether a segment shows nothing but the date of its fetch."""
    if fetched is None:
        return False
    rest = _without_today(segment, fetched)
    return rest is not None and not re.sub(r"\b(?:today|is|date|current|it)\b|@", "", rest).strip(" :,.|-")


# A clock right after today's date, with seconds, fractions and zone where it has them.
_TIME_AFTER_TODAY = re.compile(
    r"(?<=@)[ ,-]*(?:at )?\d{1,2}(?::\d{1,2})*(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?(?: (?:[ecmpa][sd]?t|utc|gmt|z)\b)?"
)


def _without_today(segment: Segment, fetched: date) -> str | None:
    """The key with the fetch date masked; None where it does not show that date."""
    made = segment.key or key(segment.text)
    masked = mask_today(made, fetched)
    return None if masked == made else masked


def mask_today(text: str, fetched: date) -> str:
    """A text in lower case with the day of its fetch, and the clock right after it, masked."""
    found = [hit for hit in _DATE.finditer(text) if any(c.isdigit() for c in hit[0])]
    if not found:
        return text
    shown = _todays(fetched)
    made = text
    for hit in reversed(found):
        if _plain(hit[0]) in shown:
            made = f"{made[: hit.start()]}@{made[hit.end() :]}"
    return text if made == text else _TIME_AFTER_TODAY.sub("", made)


@lru_cache(maxsize=64)
def _todays(fetched: date) -> frozenset[str]:
    # The page's clock may be a time zone behind UTC: yesterday there is still today here.
    return frozenset(spelling for back in (0, 1) for spelling in _spellings(fetched - timedelta(days=back)))


def _plain(shown: str) -> str:
    return re.sub(r"[,.]|(?<=\d)(?:st|nd|rd|th)\b", "", shown) if shown[:1].isalpha() else shown


_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def _spellings(day: date) -> Iterable[str]:
    weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    months = _MONTHS
    weekday, month = weekdays[day.weekday()], months[day.month - 1]
    for name in (month, month[:3], "sept" if day.month == 9 else month[:3]):
        for base in (f"{name} {day.day}", f"{name} {day.day} {day.year}", f"{day.day} {name} {day.year}"):
            yield base
            yield f"{weekday} {base}"
            yield f"{weekday[:3]} {base}"
    for separator in "/.-":
        for pair in ((day.month, day.day), (day.day, day.month)):
            for width in ("", "02"):
                first, second = (format(part, width) for part in pair)
                yield f"{first}{separator}{second}{separator}{day.year}"
                yield f"{first}{separator}{second}{separator}{day.year % 100:02}"
        yield f"{day.year}{separator}{day.month:02}{separator}{day.day:02}"
