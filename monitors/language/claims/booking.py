"""Whether a line says that a visit must be booked ahead, or that it needs no booking."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_BOOKING = r"(?:appointments?|reservations?|bookings?|scheduling|citas?)"
_NEEDED = r"(?:required|needed|necessary|mandatory|compulsory|obligatory)"
_TO_BOOK = r"(?:book(?:ed)?|reserved?|scheduled?|make an? (?:appointment|reservation)|have an? (?:appointment|reservation)|sign(?:ed)? up|pre-?regist\w+)"
_WALK_INS = r"(?:walk|drop)-?(?:ins?|ups?)(?: (?:visits?|visitors?|visiting|visitation))?"
_NONE_WITHOUT = rf"\b(?:no|nobody|no one|no 1|not|cannot|can't|refused|turned away|turn away)\b[^.;:]{{0,40}} with(?:out| no) (?:an? |any |prior )*{_BOOKING}"
_OBLIGED = r"(?:must|have to|has to|needs? to|(?:is|are) (?:now )?required to|(?:have|has|'ve|'s) got to|shall|will (?:now )?(?:have|need) to)"

_UNBOOKED = rf"(?:visitors?|people|persons?|those|anyone|anybody|families) (?:who|that) (?:have|has|had)(?: not|n't) (?:{_TO_BOOK}|made an? {_BOOKING}|an? {_BOOKING})"
_MUST = regex(
    rf"\b(?:must|may|shall|will|can|do|does) ?not (?:admit|see|seat|let in|take|receive) {_UNBOOKED}|"
    rf"(?<!\bno )(?<!\bwithout )(?<!\bany )\b{_BOOKING}(?: (?!not\b|no\b|never\b|longer\b)\w+){{0,3}} (?:{_NEEDED}|must)\b|(?<!not )\b{_NEEDED} {_BOOKING}"
    rf"|(?<!not )(?<!n't )(?<!longer )(?<!never )(?<!no )(?<!nobody )(?<!no one )(?<!no 1 )(?:\b|(?=')){_OBLIGED}(?: (?!not\b)\w+)? (?:be )?(?:first )?(?:be )?{_TO_BOOK}\b(?! with)"
    rf"|(?<!not )(?<!n't )(?<!longer )(?<!never )\bneeds? (?:to have )?(?:an? )?{_BOOKING}\b|(?:\b(?:is|are|seen|held) |^|[|:] )by appointment\b(?! or\b)"
    rf"|\b(?:by appointments? only(?! (?:is|are) (?:over|gone|history|a thing of the past|no more))|only (?:on|by|with) (?:an? )?{_BOOKING}|{_BOOKING} only|con cita solamente|s[oó]lo con cita)"
    rf"|{_NONE_WITHOUT}|\bonly (?:see|seat|admit|take|let in) (?:visitors|people|those|guests|families) (?:who have|with) (?:an? |made an? )?{_BOOKING}"
    rf"|\b(?:no|not|nor|refus\w+|discontinu\w+|end(?:ed|s|ing)?|turn(?:ed|s)? away)\b(?: \w+){{0,4}} {_WALK_INS}\b"
    rf"|\b{_WALK_INS}(?: \w+){{0,3}} (?:not|no longer|discontinued|refused|ended|turned away|ends?|over|gone|history|a thing of the past|a memory)\b"
    r"|\b(?:do|may|can|must|should) ?not (?:just |simply )?(?:show|turn|come|walk|drop) (?:up|in|by)\b|\beveryone (?:who is )?(?:seated|seen) has an appointment\b|\bplease make 1 first\b"
    rf"|{visits.NOT_SAME_DAY}"
)
_FREE = regex(
    rf"\b(?:may|can|will) (?:also )?(?:admit|see|seat|let in|take|receive) {_UNBOOKED}|"
    rf"\bno (?!longer scheduling\b)(?:\w+ ){{0,2}}?{_BOOKING}(?: (?:is|are))? ?(?:{_NEEDED})?|\bno need (?:for an? {_BOOKING}|to (?:\w+ or (?:to )?)?(?:be )?{_TO_BOOK})\b|\bsin cita\b"
    rf"|\b(?:may|can|able to|come|comes|visit|seen|seated|admitted|welcome|enter|accepted)\b[^.;:]{{0,70}}? without (?:an? |any |prior )*{_BOOKING}|^(?:visits? |visiting |visitation )?without (?:an? )?{_BOOKING}"
    rf"|\b(?:{_BOOKING}|by appointments? only) (?:is|are) (?:over|gone|history|a thing of the past|no more)\b"
    rf"|\b{_BOOKING}(?: \w+){{0,3}} (?:not|no longer)(?: \w+)? (?:{_NEEDED})\b|\b{_BOOKING} (?:is|are) (?:now )?optional\b"
    rf"|\b(?:need not|needn't|(?:do(?:es)? not|don't|doesn't|no longer|not)(?: longer)? (?:need|have|required)(?: to)?) (?:be )?(?:(?:an? |make an? )?{_BOOKING}|{_TO_BOOK})\b"
    rf"|\b(?:nobody|no one|no 1) (?:has|have|needs?) to (?:be )?{_TO_BOOK}\b"
    rf"|\b{_WALK_INS}(?: (?:is|are|may|can|will be))?(?: now)? (?:welcome|accepted|allowed|permitted|admitted|taken|seated|seen|served|fine|ok|come|visit)\b"
    r"|\b(?:is|are) (?:on a )?walk-?in\b(?! only)|\bon a walk-?in basis\b"
    r"|\b(?:simply|just) (?:walk|come|show|turn)\b|\bwalk (?:up|in) and wait\b|\bor (?:just )?walk in\b|(?<!longer )(?<!not )\bfirst[- ]come\b|\bcome as you are\b|\bdrop in\b|\bcome on (?:by|over|down|in)\b"
)
# "We no longer turn away visitors with no appointment."
_NOT_REFUSED = regex(
    rf"\b(?:no longer|not|never|\w+n't|nobody|no one|no 1|stop(?:ped|s)?|cease[sd]?(?: to)?) (?:be |is |are |will be |being )?(?:turn(?:ed|s|ing)? away|refus(?:e|ed|ing)|sen[dt] (?:home|away))\b[^.;:]{{0,40}} with(?:out| no) (?:an? |any |prior )*{_BOOKING}"
)
_WITHOUT = regex(_NONE_WITHOUT)
# What is no leave to come as you like: "Walk-ins are not accepted", "do not just show up".
_UNSAID = regex(
    rf"\b(?:do|does|may|can|must|should) ?not (?:just |simply )?\w+ (?:up|in|by)\b|\b{_WALK_INS}(?: \w+){{0,3}} (?:not|no longer)\b(?: \w+){{0,2}}|\b(?:no|not) (?:\w+ ){{0,3}}{_WALK_INS}\b"
)


def booking(plain: str) -> int:
    """+1 a visit needs no appointment, -1 it does, 0 not said, or both. plain: in canonical wording."""
    must, free = asked(plain)
    return free - must


# "Reservations: You need not make one."
_NONE_TO_MAKE = regex(
    r"(?:reservations?|appointments?|bookings?) ?: (?:you (?:need not|do not (?:have|need) to|don't (?:have|need) to) (?:make|have) (?:one|1)|none(?: is| are)?(?: (?:needed|required|necessary|taken))?[.!]?$|(?:is |are )?(?:not|no longer) (?:needed|required|necessary))"
)


# "People who simply turn up will be sent home."
_SENT_HOME = regex(
    r"\b(?:walk-?ins?|(?:who|that) (?:simply |just )?(?:turn|show)s? up|(?:who|that) comes? (?:unannounced|without (?:an? )?(?:appointment|reservation|booking)))\b[^.;]{0,30} (?:will be|are|is) (?:sent (?:home|away|back)|turned away|refused|not seen)\b"
)


def asked(plain: str) -> tuple[bool, bool]:
    """Whether a line says of some visits that they must be booked, and of some that they need not. A question says
    neither."""
    if plain.rstrip(" .").endswith("?"):
        return False, False
    if _NONE_TO_MAKE.match(plain):
        return False, True
    if _SENT_HOME.search(plain):
        return True, False
    if _NOT_REFUSED.search(plain):
        return False, True
    must, free = _MUST.search(plain) is not None, _FREE.search(_UNSAID.sub(" ", _WITHOUT.sub(" ", plain))) is not None
    return must, free
