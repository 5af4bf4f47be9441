"""A new line that says of hours, lengths, prices or numbers that they became more or less, and not what they are now.

"Visiting will end two hours later.", "The price of a video visit has doubled.", "A third weekly visit has been added.": the
figure in such a line is a difference or an order, which was taken for the new value ("6 -> 3" of a price that rose by 3).
Read whole or not at all; where the new value is told as well, moves.py and edges.py read it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from monitors.language.lines.certain import Certain
from monitors.language.lines.hours.edges import hours_of
from monitors.language.pages.about import names_both
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import DATE
from monitors.language.words.lexicon_form_acts import WHO
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_DAY = rf"(?:,? (?:from|as of|starting|beginning|effective|on)(?: on)? (?:\{{[a-z]+\}},? ?)?(?:{DATE}|today|tomorrow|\{{[a-z]+\}}))?"
_AHEAD = rf"(?:(?:from|as of|starting|beginning|effective)(?: on)? (?:\{{[a-z]+\}},? ?)?(?:{DATE}|today|tomorrow|now on),? )?"
_WHO = rf"(?:{WHO}|(?:the |our )?(?:[\w.'-]+ ){{0,2}}?(?:company|vendor|provider|contractor))"
_TIME = r"(?:(?:about |up to |another )?(?:\d+(?:\.\d+)? (?:minutes|hours?)|an hour|half an hour|a (?:little|bit)))"
_MORE = r"(?:increas(?:ed|es|ing|e)|rais(?:ed|es|ing|e)|(?:gone|going|goes|went|go) up|ris(?:en|es|ing|e)|rose|climb(?:ed|s)?|jump(?:ed|s)?|extend(?:ed|s|ing)?|lengthen(?:ed|s|ing)?|expand(?:ed|s|ing)?|hik(?:ed|es|ing|e)|upp?ed|doubl(?:ed|es|ing|e)|tripl(?:ed|es|ing|e))"
_LESS = r"(?:decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|(?:gone|going|goes|went|come|came|go) down|lower(?:ed|s|ing)?|cut(?:s|ting)?(?: back| down)?|drop(?:ped|s)?|fallen|falls?|fell|slash(?:ed|es|ing)?|shorten(?:ed|s|ing)?|curtail(?:ed|s|ing)?|trimm?(?:ed|s|ing)?|halv(?:ed|es|ing|e))"
_IS = r"(?:(?:has|have|is|are|was|were|will|now|been|be|being|to|going) )*"
_HOURS = r"(?:(?:the|our|all|daily|weekend|weekday) )*(?:(?:visiting|visitation|visitors'?|visit) (?:hours|times?|day)|hours (?:of|for) (?:visits|visiting|visitation))"
_LENGTH = r"(?:(?:the )?(?:(?:length|duration) of (?:a |each |all |the |every )?(?:[a-z-]+ ){0,2}?(?:visits?|visitation)|visit length)|(?:(?:all|each|every|the|video|contact|in-person|remote) )*(?:visits?|visitation))"
_KIND = (
    r"(?:(?:an?|the|each|every|all|your|1|remote|home|on-?site|lobby|video|in-person|tablet|contact|\d+ minutes?) )*"
)
_PRICE = rf"(?:(?:the|our|its|their) )?(?:(?:price|cost|fee|rate|charge)s? (?:of|for|on) {_KIND}(?:visits?|visitation|video calls?)|{_KIND}(?:visits?|visitation) (?:price|cost|fee|rate|charge)s?)"
_BY_TIME = rf"(?: by {_TIME})?"
_BY_MONEY = r"(?: by (?:about |over |nearly )?(?:\$?\d+(?:\.\d+)?%?|half|a (?:third|quarter|dollar)|1/2)(?: percent| each| per visit)?)?"
_NTH = r"(?:2nd|second|3rd|third|4th|fourth|additional|extra|further|more|new|another)"
_WHAT = r"(?:(?:free|weekly|monthly|daily|video|in-person|contact|remote|visiting|visitation) )*(?:visits?|visitors?|visiting day|visitation day|day of visits|day of visiting)(?: (?:a|per|each|every|in the|of the) (?:week|month|visit))?"
_AT = r"(?: (?:at|for|on|in) (?:each|every|a|any|the) (?:visit|week|month))?"
_GIVEN = rf"(?:has been|have been|is|are|will be|was)(?: now)? (?:added|allowed|offered|granted|given|permitted|introduced){_AT}"
_TAKEN = r"(?:(?:has been|have been|is|are|will be|was)(?: now)? (?:dropped|cut|removed|taken away|cancel+ed|eliminated|ended|discontinued|lost|no longer (?:allowed|offered|permitted|possible|given))|(?:no longer )(?:takes? place))"
_WORKERS = r"(?:inmate workers?|trust(?:y|ies|ees?)|workers)(?: in [a-z ]{3,30}?)?"
_HELD = rf"(?:(?:each|every|all|the) )?(?:{visits.HELD}|{_WORKERS})"
_OFTEN = (
    r"(?:(?:all|the|our|its|prison|jail|inmate|family|social|in-person|contact|video) )*(?:visits?|visitation|visiting)"
)
_COUNT = r"(?:the )?(?:number of (?:weekly |monthly )?(?:visits|visitors)|visits|visitors)"


@dataclass(frozen=True, slots=True)
class _Saying:
    """A way to say it. dear: whether more of it is a loss."""

    name: str
    more: re.Pattern[str]
    less: re.Pattern[str]
    topic: Topic
    severity: Severity
    dear: bool = False


def _saying(name: str, more: str, less: str, topic: Topic, severity: Severity, *, dear: bool = False) -> _Saying:
    more_said, less_said = (regex(rf"{_AHEAD}(?:{said}){_DAY} ?[.!]*") for said in (more, less))
    return _Saying(name, more_said, less_said, topic, severity, dear)


def _of_verbs(what: str, by: str) -> tuple[str, str]:
    """ "X has been raised by n", "we have raised X by n"."""
    more, less = (rf"{what} {_IS}{verb}{by}|{_WHO} {_IS}{verb} {what}{by}" for verb in (_MORE, _LESS))
    return more, less


_ENDS, _STARTS = r"(?:end|close|stop|finish|conclude)s?", r"(?:start|begin|open|commence)s?"
_OPENING = rf"(?:{_HOURS}|(?:the )?(?:visiting|visitation|visits|(?:first|last) visit)) {_IS}"
_SAYINGS = (
    _saying(
        "hours",
        rf"{_OPENING}(?:{_ENDS} {_TIME} later|{_STARTS} {_TIME} (?:earlier|sooner))|{_HOURS} {_IS}(?:{_TIME} )?longer|longer {_HOURS}(?: (?:start|begin|take effect))?",
        rf"{_OPENING}(?:{_ENDS} {_TIME} (?:earlier|sooner)|{_STARTS} {_TIME} later)|{_HOURS} {_IS}(?:{_TIME} )?shorter|shorter {_HOURS}(?: (?:start|begin|take effect))?",
        Topic.SCHEDULE,
        Severity.MINOR,
    ),
    _saying("hours", *_of_verbs(_HOURS, rf"{_BY_TIME}(?: to (?:@\d{{4}}|\[\d{{4}}-\d{{4}}\]))?"), Topic.SCHEDULE, Severity.MINOR),
    _saying(
        "length",
        rf"{_LENGTH} {_IS}(?:{_TIME} )?longer",
        rf"{_LENGTH} {_IS}(?:{_TIME} )?shorter",
        Topic.DURATION_FREQUENCY,
        Severity.MAJOR,
    ),
    _saying(
        "length",
        rf"(?:each|every|a|all) visits? {_IS}(?:gains?|gets?) {_TIME}(?: more)?",
        rf"(?:each|every|a|all) visits? {_IS}loses? {_TIME}",
        Topic.DURATION_FREQUENCY,
        Severity.MAJOR,
    ),
    _saying("length", *_of_verbs(_LENGTH, rf" by {_TIME}"), Topic.DURATION_FREQUENCY, Severity.MAJOR),
    _saying(
        "number",
        rf"{_OFTEN} {_IS}expanded to (?:every|each|all) [^.;]{{3,40}}",
        rf"{_OFTEN} {_IS}(?:scaled|cut|pared|rolled|dialed) back(?: to [^.;]{{3,40}})?|(?:citing [^,]{{3,40}}, )?{_WHO} {_IS}(?:scal(?:e|es|ed|ing)|cut(?:s|ting)?|par(?:e|es|ed|ing)|roll(?:s|ed|ing)?|dial(?:s|ed|ing)?) (?:back (?:on )?{_OFTEN}|{_OFTEN} back)(?: to [^.;]{{3,40}})?",
        Topic.DURATION_FREQUENCY,
        Severity.MAJOR,
    ),
    _saying("price", *_of_verbs(_PRICE, _BY_MONEY), Topic.FEES, Severity.MAJOR, dear=True),
    _saying(
        "number",
        rf"(?:an? |1 )?{_NTH} {_WHAT} {_GIVEN}|{_HELD} (?:now )?(?:(?:will )?(?:gets?|gains?|receives?|earns?) (?:an? )?{_NTH}|gains? \d) {_WHAT}|{WHO} {_IS}add(?:ed|ing|s)? (?:an? )?{_NTH} {_WHAT}",
        rf"(?:the |an? |their )?{_NTH} {_WHAT} {_TAKEN}|{_HELD} (?:now )?(?:loses?|gives? up) (?:the |their |an? |his or her )?(?:{_NTH}|\d) {_WHAT}",
        Topic.DURATION_FREQUENCY,
        Severity.MAJOR,
    ),
    _saying(
        "limit",
        rf"there is no longer (?:a|any) (?:limit|cap|maximum) (?:on|to|for) {_COUNT}(?: (?:a|per|each) (?:week|month|visit))?|{_COUNT} (?:is|are) no longer (?:limited|capped)",
        rf"there is now a (?:limit|cap|maximum) (?:on|to|for) {_COUNT}(?: (?:a|per|each) (?:week|month|visit))?|{_COUNT} (?:is|are) now (?:limited|capped)",
        Topic.DURATION_FREQUENCY,
        Severity.MAJOR,
    ),
    _saying(
        "booking",
        r"same-day (?:booking|scheduling|reservations?|visits?) (?:is|are) (?:now|again) (?:possible|allowed|offered|available|accepted)|visits (?:can|may) now be (?:booked|scheduled|reserved) (?:by phone|online|in person|the same day|on the same day|at the kiosk)(?:,? too| as well)?",
        r"same-day (?:booking|scheduling|reservations?|visits?) (?:is|are) no longer (?:possible|allowed|offered|available|accepted)|visits (?:can|may) no longer be (?:booked|scheduled|reserved) (?:by phone|online|in person|the same day|on the same day|at the kiosk)",
        Topic.SCHEDULE,
        Severity.MINOR,
    ),
)  # fmt: skip
_LONGEST = 240  # characters
_VISITOR = regex(r"\bvisitors?\b")
_A_PERSON = regex(r"\b(?:new|more|another) (?:[a-z]+ )?visitors?\b")
_DAY_OF = regex(r"\bday\b")


_SELLS = ("vendor", "contract")


def by_how_much(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell, and the old lines in whose place they stand."""
    told = [(old, new, effect) for old, new in _new(alignment) if (effect := _read(old, new)) is not None]
    told = [one for one in told if scene.official or scene.kind in _SELLS or names_both(one[1].plain)]
    if not told or scene.of_others:
        return Certain()
    lines = tuple(unit for old, new, _ in told for unit in (old, new) if unit)
    if any(effect.rule == "P-more-hours" for *_, effect in told):
        lines += tuple(unit for unit in alignment.removed if hours_of(unit))  # what the new line says moved
    return Certain(tuple(effect for *_, effect in told), lines)


def _new(alignment: Alignment) -> list[tuple[Unit | None, Unit]]:
    return [*alignment.pairs, *((None, unit) for unit in alignment.added)]


def _read(old: Unit | None, new: Unit) -> Effect | None:
    if new.row or len(new.plain) > _LONGEST or _A_PERSON.search(new.plain):
        return None
    for saying in _SAYINGS:
        for pattern, sign in ((saying.more, 1), (saying.less, -1)):
            if pattern.fullmatch(new.plain) is not None:
                way = -sign if saying.dear else sign
                topic = _topic(saying, new.plain)
                was = old.plain if old else ""
                rule = f"P-more-{saying.name}"
                return Effect(
                    rule, way, saying.severity, (topic,), (), was, new.plain, (new.plain.rstrip(" .!")[:100],)
                )
    return None


def _topic(saying: _Saying, plain: str) -> Topic:
    if saying.name in ("number", "limit") and _VISITOR.search(plain):
        return Topic.ELIGIBILITY
    return Topic.SCHEDULE if saying.name == "number" and _DAY_OF.search(plain) else saying.topic
