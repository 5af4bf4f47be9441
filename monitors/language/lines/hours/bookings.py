"""A visit that needed no appointment and now needs one, or the reverse, told by lines that say nothing else (S3).

"No appointment is needed to visit." became "Visitors must make an appointment.": to the reader that was mostly one
rule in other words.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.claims.booking import asked, booking
from monitors.language.claims.clauses import turned_beside
from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.sessions import sessions
from monitors.language.times.week import WHOLE
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_MOST_WORDS = 14
_OF_VISITS = regex(r"\b(?:visits?|visiting|visitation|visitors?|walk-?ins?)\b")
# A day, a figure, a class or an exception may be what moved.
_MORE = regex(
    rf"[{{\[@$\d|]|\b(?:unless|except\w*|but|only if|visits? (?:to|with|from) (?:the|an?|our) (?!inmate|jail|prison|facility|person|resident|detainee|prisoner)[a-z]+|first|weekends?|holidays?|families from|{visits.LEGAL}|{visits.MINORS}|video|remote|contact|tours?|{elsewhere.OTHER_OWNERS}|{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT})\b"
)


_CHANNEL = regex(
    r"\b(?:by|on|over|through|via|using|from) (?:the |our |a )?(?:phone|telephone|web ?site|e-?mail|internet|app)\b|\bfront desk\b"
)


_TIME = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]")
# One way to book that is down, or back: no visit stops by it.
_WAY = r"(?:online|internet|web|phone|telephone|kiosk|app|website)"
_BOOKS = r"(?:scheduling|booking|reservations?|appointments?|sign-?up|registration)"
_WAY_STATE = regex(
    rf"(?:the |our )?(?:{_WAY} (?:visit\w* )?(?:{_BOOKS}|scheduler)|(?:visit\w* )?{_BOOKS} (?:system|portal|site|website|page|app|software)|{_BOOKS}(?: of| for)? visits? (?:online|by {_WAY}))"
    rf"(?: (?:system|portal|page))?(?: (?:of|for|to) (?:video |in-person |all )?visits?)? (?:is|are|has been|have been|will be)(?: (?:now|currently|temporarily|again))* (?P<state>[a-z][a-z ]{{2,40}})[.!]*"
)
_DOWN_OR_UP = regex(
    r"(?:down|unavailable|not available|not working|offline|out of (?:service|order)|suspended|back|back online|available|working|restored|online|up)(?: again| for maintenance| until further notice| at this time| for now)*"
)


def booking_ways(scene: Scene, alignment: Alignment) -> Certain:
    """A way to book that is down or back, told as a channel that changed (S3), neither gain nor loss."""
    went = [unit for unit in (*(old for old, _ in alignment.pairs), *alignment.removed) if _way(unit)]
    came = [unit for unit in (*(new for _, new in alignment.pairs), *alignment.added) if _way(unit)]
    if not (went or came) or not scene.official:
        return Certain()
    if len(went) > 1 or len(came) > 1:
        return Certain()
    old, new = (lines[0].plain if lines else "" for lines in (went, came))
    effect = Effect("S3-channel", 0, Severity.MINOR, (Topic.SCHEDULE,), (), old, new, ("a way to book",))
    return Certain((effect,), (*went, *came))


def _way(unit: Unit) -> bool:
    hit = _WAY_STATE.fullmatch(unit.plain) if len(unit.plain.split()) <= 2 * _MOST_WORDS else None
    return hit is not None and _DOWN_OR_UP.fullmatch(hit["state"].strip()) is not None


def booking_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What the lines tell of which some need a booking and those of the other version none."""
    went = [unit for unit in (*(old for old, _ in alignment.pairs), *alignment.removed) if _says(unit, scene.title)]
    came = [unit for unit in (*(new for _, new in alignment.pairs), *alignment.added) if _says(unit, scene.title)]
    was, now = ({booking(unit.plain) for unit in lines} for lines in (went, came))
    if len(was | now) == 1 and not (went and came):
        return _lone(went, came, scene, alignment)
    if len(went) == len(came) == 1 and turned_beside(went[0].plain, came[0].plain):
        return Certain()
    if len(was) == 1 and was == now and _channels(went) == _channels(came):
        return Certain((), (*went, *came), ("R2 the same in other words: a visit must be booked, or need not",))
    if len(was) != 1 or len(now) != 1 or _said(scene.before, now) or _said(scene.after, was):
        return Certain()
    beside = [unit for unit in alignment.changed if _WITHOUT_ONE.match(unit.plain)]
    return Certain((_effect(now.pop(), went[0].plain, came[0].plain),), (*went, *came, *beside))


def _channels(lines: Sequence[Unit]) -> set[str]:
    """By which ways lines say that one books: that another one is open now is neutral news (S3)."""
    return {way for unit in lines for way in _WAYS.findall(unit.plain)}


_WAYS = regex(
    r"\b(?:phone|telephone|web ?site|online|e-?mail|internet|app|kiosk|front desk|in person|in writing|letter)\b"
)
_OF_BOOKING = regex(
    r"\b(?:appointments?|reserv\w+|schedul(?:ed|ing|er)|schedule (?:an?|your|the|their) \w+|book(?:s|ed|ings?)?|walk-?\w+|walk in|first[- ]come|sign(?:ed)? up|pre-?regist\w+|arrang\w+|ahead|in advance|beforehand|request\w*|drop-?ins?|citas?)\b"
)


def _lone(went: Sequence[Unit], came: Sequence[Unit], scene: Scene, alignment: Alignment) -> Certain:
    """What such lines tell where lines only came or only went, and the other page says nothing of bookings."""
    if alignment.pairs or (alignment.removed and alignment.added):
        return Certain()
    known = any(_OF_BOOKING.search(unit.plain) for unit in (scene.after if went else scene.before))
    if known or not all(_OF_VISITS.search(unit.plain) for unit in (*went, *came)):
        return Certain()
    sign = booking((went or came)[0].plain) * (-1 if went else 1)
    old, new = (lines[0].plain if lines else "" for lines in (went, came))
    return Certain((_effect(sign, old, new),), (*went, *came))


def _effect(sign: int, old: str, new: str) -> Effect:
    words = ("no appointment needed" if sign > 0 else "appointment needed",)
    return Effect("P-booking", sign, Severity.MINOR, (Topic.SCHEDULE,), (), old, new, words)


def booking_days(alignment: Alignment) -> Certain:
    """What lines tell that say of the same days and hours of visits that they must be booked, and said otherwise:
    "Thursday visits are walk-in; Saturday visits are by appointment." """
    return of_pairs(alignment, _of_days)


def _of_days(old: Unit, new: Unit) -> Effect | None:
    was, now = asked(old.plain), asked(new.plain)
    if was == now or not any(was) or not any(now) or not all(_timed(unit) for unit in (old, new)):
        return None
    weeks = [sessions(unit.plain) for unit in (old, new)]
    days = [week.days for week in weeks]
    same_days = days[0] == days[1] or WHOLE in days or not (days[0] and days[1])
    if not same_days or {span[1:] for span in weeks[0].spans} != {span[1:] for span in weeks[1].spans}:
        return None
    sign = (now[1] - now[0]) - (was[1] - was[0])
    return _effect(1 if sign > 0 else -1, old.plain, new.plain)


def _timed(unit: Unit) -> bool:
    """Whether a line of visits names a day or hours, and none of what may have moved beside the booking."""
    rest = _CHANNEL.sub("", _TIME.sub("", unit.plain).replace("first come", "").replace("first served", ""))
    return rest != unit.plain and _OF_VISITS.search(rest) is not None and not _MORE.search(rest.replace("weekends", ""))


def _says(unit: Unit, title: str) -> bool:
    """Whether a line says no more than that visits need a booking, or none."""
    said = _HOW_ELSE.sub("", unit.plain)
    if not booking(said) or len(said.split()) > _MOST_WORDS or _MORE.search(_CHANNEL.sub("", said)):
        return False
    return _OF_VISITS.search(f"{unit.plain} / {unit.headings} / {title}") is not None


# "...: take a number at the hall and wait to be called": how one is served without a booking, or where one books.
_HOW_ELSE = regex(
    r"(?:[:;,]| -) (?:just )?(?:take|get|pull|draw) a (?:number|ticket)\b[^.;]{0,60}|, (?:which (?:is|are) )?made (?:through|with|at|by) [^.;]{3,40}"
)
# "Without one you will not be seated."
_WITHOUT_ONE = regex(
    r"^without (?:1|one|it|an appointment|a booking) (?:you|nobody|no one|visitors) (?:will |can |may |are |is )?(?:not )?(?:be )?(?:seated|seen|let in|admitted|served)\W*$"
)


def _said(page: Sequence[Unit], told: set[int]) -> bool:
    """Whether a page says the same, or something of the kind, in a line that may speak of some visits alone."""
    return any(booking(unit.plain) in told for unit in page)
