"""Lines on the hours of a telephone, office or desk, and on when a board meets: none of visits (R4)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex

_CALL = regex(
    r"\b(?:call(?:ing)?|phone|telephone|tel[eé]fono|dial|questions?|inquiries|contact|information)\b(?=.*\b\d{3}-\d{4}\b)|\bcall (?:the )?(?:\w+ )?desk\b|\banswer\w* (?:the )?(?:phones?|telephones?|calls?)\b|\bcall (?:us|the \w+(?: \w+)?|ahead)\b(?=.*\[)"
)
_DESK = regex(
    r"\b(?:(?:visitation|visiting|visitors?'?|attorneys?'?(?:s')?|legal|front|records?|business|information|booking|reservations?|scheduling|sheriff's|administrati\w+|main|jail|public|service|customer) (?:office|desk|line|counter|clerk)|(?:front|records?|cashier|bonding|service|property) windows?|(?:office|business) hours|help ?line|hotline|(?:\w+'s )?(?:help(?:ers?|desk)|agents?|operators?|support (?:staff|team|agents?)|customer service)(?= (?:can be|may be|is|are|answers?|reached|available|on hand)\b)|lobby(?! (?:video|visit\w*|kiosks?|screens?|terminals?|stations?)))(?:'s)?\b"
)
_DESKS_ROW = regex(
    r"(?:records?|bond(?:ing|s)?(?: window)?|medical(?: questions)?|chaplain|commissary|property|civil|warrants?|reception|billing|finance|administration|dispatch|finger-?prints?|fingerprinting|notary|permits?|canteen)"
)
_BETWEEN = regex(
    r"\b(?:between|from) \d{1,2} (?:and|to|until) (?:\d{1,2}\b(?! (?:minutes|hours|days|people|visit))|@\d{4})"
)
_MEETING = regex(
    r"\b(?:(?:commission|council|board|court|supervisors'?|commissioners'?|hearing|meeting) (?:chambers?|room)|(?:commission|council|board|commissioners|supervisors|committee) (?:\w+ )?(?:meets|convenes)|(?:regular|special|next|board|commission|council|business|monthly|committee) (?:\w+ )?(?:meetings?|sessions?)|work sessions?|public hearings?)\b"
)
_OF_VISITS = regex(
    r"\b(?:visits?|visitation|visiting|visiting hours|sessions?|booths?)(?:\W*[:|]| (?:\w+ ){0,2}?(?:is|are|will|run|runs|takes?|begins?|starts?|lasts?|held|available|from|on|between|[\[{]))"
)
# Who is let in or sees whom: the hours are those of visits, whichever desk they stand beside.
_SEEN = regex(
    rf"\b(?:{visits.SEEN}|(?:for|of) (?:(?:an?|your|their|the|weekend|in-person|video) )*visits?|(?:sessions?|slots) (?:have|has|are|is)|no (?:more )?(?:visits|visitors|slots|sessions))\b"
)
_TERM = regex(
    r"\b(?:must|required|only|no longer|appointments? (?:is|are)|walk-?ins?|at least|advance|ahead of|cancel\w*)\b|\$"
)


def of_a_desk(unit: Unit) -> bool:
    """Whether a line tells hours of a desk and no term beside them."""
    return of_desk_hours(unit) and _TERM.search(unit.plain) is None


def of_a_meeting(unit: Unit) -> bool:
    """Whether a line says when a board meets."""
    return _MEETING.search(unit.plain) is not None and _OF_VISITS.search(unit.plain) is None


def of_desk_hours(unit: Unit) -> bool:
    """Whether a line tells hours of a desk or a telephone, whatever else it says."""
    plain = unit.plain
    if unit.row:
        plain = plain.strip("| ").partition("|")[0]  # whose hours a row tells
        return (
            _DESK.search(plain) is not None or _DESKS_ROW.fullmatch(plain.strip()) is not None
        ) and _OF_VISITS.search(_DESK.sub(" ", plain)) is None
    if not ("[" in plain or "@" in plain or "{" in plain or _BETWEEN.search(plain)):
        return False
    label, said, _ = plain.partition(":")
    desk = _DESK.search(plain) or (_DESKS_ROW.fullmatch(label.strip()) if said else None)
    if desk is None and _CALL.search(plain) is None:
        return False
    rest = _DESK.sub(" ", plain)
    return _OF_VISITS.search(rest) is None and _SEEN.search(rest) is None
