"""Lines that come or go and tell nothing by themselves: what is as ever, what the page says already, what the page shows of
itself, one's own booking that stays, another room that is closed, and a stop whose last day is named, which had run out when
it was taken down (R2-R4).

Heard alone each of them sounds like the act that it names.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import MONTH
from monitors.language.words.patterns import regex

_AS_EVER = regex(r"\bas (?:usual|always|ever|before|normal|it (?:was|is)|they (?:were|are)|in the past)\b")
# "Visits will be held as usual from Monday on" may end a stop; "as before, but for children" is a rule.
_MORE = regex(
    r"\b(?:again|resum\w+|re-?open\w*|restart\w*|back|return\w*|restored|lifted|begin\w*|start\w*|until|unless|but|except\w*|instead|no longer|not|never|now|from \{|as of|effective|after)\b"
)
_THING = r"(?:contact form|links?|buttons?|banners?|menus?|search (?:box|bar)|maps?|photos?|pictures?|logos?|captions?)"
_OF_THE_PAGE = regex(
    rf"(?:the|our|a|an|some) (?:(?:new|old|broken|dead) )*{_THING}(?: [\w-]+){{0,3}} (?:has|have|was|were) been (?:removed|added|moved|fixed|changed|restored|updated) (?:from|to|on) (?:this|our|the) (?:web ?)?(?:page|site)\W*"
)
_OWN_BOOKING = regex(
    r"(?:your|a|the|any|all|every) (?:(?:booked|scheduled|confirmed|existing|approved) )*(?:visits?|appointments?|bookings?|reservations?|slots?) (?:will|is|are|has|have|was|were) (?:not|never)(?: be| been)? (?:cancel+ed|lost|affected|moved|changed|touched)\W*"
)
_OTHER_ROOM = r"(?:front )?(?:lobby|office|records (?:office|window|room)|front (?:desk|counter)|gym|library|kitchen|cafeteria|store|commissary|parking lot)"
_ROOM_SHUT = regex(
    rf"(?:an? |the )?(?:[\w-]+ ){{1,3}}(?:has|have) (?:closed|shut) (?:the|our) {_OTHER_ROOM}(?: (?:today|for now|for the day|until \{{[a-z]+\}}))?\W*"
)
_VISITS = r"(?:(?:all|the|our|in-person|video|family|social|public|regular|contact) )*(?:visits?|visiting|visitation)"
_DATED_STOP = regex(
    rf"{_VISITS}(?: hours)?(?: at [^,.;]{{3,40}})? (?:is|are|has been|have been|will be) (?:all |now |hereby |temporarily )*(?:suspended|cancel+ed|halted|paused|closed|called off|on hold)"
    rf" (?:until|till|through|thru) (?:\{{[a-z,]+\}},? )?(?:\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?)(?:,? 20\d\d)?(?:,? (?:because|due|owing|on account|while|as) [^.;]*)?\W*"
)
_YEAR_TOLD = regex(rf"\b({MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?),? 20\d\d\b")
_SAID_AGAIN = regex(r"\b(?:now|also|please|again)\b")
_LEAST = 3  # words by which a line is known to say the same


def no_news(scene: Scene, alignment: Alignment) -> Certain:
    """The lines of those kinds; one that is as ever, or says again what another says, only where no line on visits went."""
    lines = [unit for unit in alignment.added if any(one.fullmatch(unit.plain) for one in _TELL_NOTHING)]
    lines += [unit for unit in alignment.removed if _DATED_STOP.fullmatch(unit.plain)]
    lines += [unit for pair in alignment.pairs if _year_told(*pair) for unit in pair]
    if not any(speaks(unit.plain) for unit in alignment.gone):
        known = {_bare(unit) for unit in scene.before}
        lines += [unit for unit in alignment.added if _as_ever(unit) or (_says_it(unit) and _bare(unit) in known)]
    return Certain((), tuple(lines), ("R2 what came or went is no news",) if lines else ())


_TELL_NOTHING = (_OF_THE_PAGE, _OWN_BOOKING, _ROOM_SHUT)


def _as_ever(unit: Unit) -> bool:
    return not unit.row and _AS_EVER.search(unit.plain) is not None and _MORE.search(unit.plain) is None


def _says_it(unit: Unit) -> bool:
    return not unit.row and len(unit.plain.split()) >= _LEAST and _SAID_AGAIN.search(unit.plain) is not None


def _bare(unit: Unit) -> tuple[str, ...]:
    return concepts(_SAID_AGAIN.sub(" ", unit.plain))


def _year_told(old: Unit, new: Unit) -> bool:
    """Whether a line names the year of its day, or no longer does, and says nothing else otherwise."""
    was, now = (_YEAR_TOLD.findall(unit.plain) for unit in (old, new))
    if bool(was) is bool(now):
        return False
    return _YEAR_TOLD.sub(r"\1", old.plain).rstrip(" .") == _YEAR_TOLD.sub(r"\1", new.plain).rstrip(" .")
