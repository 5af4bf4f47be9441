"""What jails announce in one line of their own: "Each visitor must pay a $5 fee.", "Visits are now through glass."

Read for sure where lines only came or only went, so that nothing else can be meant; beside reworded lines rules and
reader read them together.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.lexicon_form_acts import END_NOUN, STOP_NOUN
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_VISITS = r"(?:(?:in-?person|on-?site|social|personal|contact|public|inmate|video|all|each|the|regular) )*(?:visits?|visitation|visiting(?: (?:time|hours|days|sessions?|privileges))?|visitation (?:hours|days))"
# "The price of video visits has been reduced": it is not the visits that were.
_NO_MEASURE = rf"^(?!.*\b(?:prices?|costs?|fees?|rates?|charges?|age|restrictions?|limits?|delays?|waits?|waiting|number|list|visitors|{STOP_NOUN}|{END_NOUN}) (?:\w+ )?(?:of|for|on|to|in|per)\b).*"
_IS = r"(?:has been|have been|is|are|was|were|will be|being|is being|are being|gets?|is now|are now|will now be|has now been|have now been)"
_ONE_UNIT = (
    r"\b(?:unit|pod|wing|block|dorm\w*|tier|floor|juvenile|segregat\w+|disciplin\w+|high-risk|maximum|minimum)\b"
)
_OF_ONE = regex(_ONE_UNIT)
_SCREENED = r"(?:(?:an?|each|every|all|any|the|video|remote|on-?site|home|inmate) )*visits?\b"


@dataclass(frozen=True, slots=True)
class _Saying:
    """sign: of the line that comes; lasting: a rule, so that its end is the reverse, and no news of one day; anywhere:
    whether it says the same on a vendor's or a paper's page."""

    name: str
    pattern: re.Pattern[str]
    sign: int
    severity: Severity
    topics: tuple[Topic, ...]
    lasting: bool = True
    anywhere: bool = False


def _saying(
    name: str,
    pattern: str,
    sign: int,
    severity: Severity,
    *topics: Topic,
    lasting: bool = True,
    anywhere: bool = False,
) -> _Saying:
    return _Saying(name, regex(pattern), sign, severity, topics, lasting, anywhere)


_SAYINGS = (
    _saying(
        "less",
        rf"{_NO_MEASURE}\b{_VISITS} {_IS} (?:reduced|cut(?: back)?|shortened|decreased|scaled back|curtailed)\b(?! (?:off|short))",
        -1, Severity.MAJOR, Topic.DURATION_FREQUENCY, lasting=False,
    ),
    _saying(
        "more",
        rf"{_NO_MEASURE}\b{_VISITS} {_IS} (?:increased|extended|expanded|lengthened|doubled)\b",
        1, Severity.MAJOR, Topic.DURATION_FREQUENCY, lasting=False,
    ),
    _saying(
        "fee",
        r"\$\d+(?:\.\d+)? (?:\w+ )?(?:visitors?|visitation|visiting|visit) (?:\w+ )?fees? (?:applies|is (?:now )?(?:charged|required|due)|will be (?:charged|required)|must be paid)\b",
        -1, Severity.MAJOR, Topic.FEES,
    ),
    _saying(
        "fee added",
        rf"\b(?:an?|the) (?:new )?\$\d+(?:\.\d+)? (?:\w+ )?(?:fee|surcharge|charge) (?:is|has been|will be|was) (?:now )?(?:added to|charged for|applied to|put on) {_SCREENED}",
        -1, Severity.MAJOR, Topic.FEES, anywhere=True,
    ),
    _saying(
        "fee dropped",
        rf"\bthe (?:\$\d+(?:\.\d+)? )?(?:[\w-]+ )?(?:fee|surcharge|charge) (?:on|for) (?:(?:booking|scheduling|making) )?{_SCREENED} (?:has been|have been|is|was|will be) (?:now )?(?:dropped|waived|eliminated|removed|abolished|ended|discontinued|lifted|gone|no longer charged)\b",
        1, Severity.MAJOR, Topic.FEES, lasting=False, anywhere=True,
    ),
    _saying(
        "fee dropped",
        r"\b(?:\$\d+(?:\.\d+)? )?(?:visitors?|visitation|visiting|visit|visitor registration)(?: registration| application| processing)? fees? (?:has been|have been|is|are|was|were|will be) (?:dropped|waived|eliminated|removed|abolished|ended|discontinued|lifted|no longer charged)\b",
        1, Severity.MAJOR, Topic.FEES, lasting=False,
    ),
    _saying(
        "glass",
        rf"^(?:effective [^,]+, )?(?:all )?{_VISITS} (?:is|are|will be|take place|takes place)(?: now| only)?(?: conducted| held| done)?(?: only)? (?:through|behind|from behind|by|via) (?:a |the )?(?:glass|window|plexiglass|partition)s?\b",
        -1, Severity.MAJOR, Topic.CONTACT, lasting=False,
    ),
    _saying(
        "contact",
        r"(?<!non-)(?<!non )(?<!no )\bcontact visits? (?:is|are|will be) (?:now |again )?(?:available|offered|allowed|permitted|held|open)\b(?! (?:only|through|by video))",
        1, Severity.MAJOR, Topic.CONTACT,
    ),
    _saying(
        "far",
        r"\b(?:visitors?|famil(?:y|ies)|those|people|persons?)\b[^.;]{0,30}\b(?:from|travel\w*|com(?:e|ing)|liv(?:e|ing))\b[^.;]{0,50}\b(?:miles|out[- ]of[- ](?:state|town)|far|long (?:way|distance))\b[^.;]{0,30}\b(?:may|will|can|shall)\b[^.;]{0,30}\b(?:stay|longer|extra|additional|double|extended|\d+ hours|all day)\b",
        1, Severity.MINOR, Topic.DURATION_FREQUENCY,
    ),
)  # fmt: skip
_UNSAID = regex(
    r"\b(?:not|never|no longer|may be|if|unless|when|proposed?|would|could|considering|refund\w*|attorney|lawyer|counsel|clergy)\b"
)
_CONTACT = regex(
    r"(?<!no )(?<!non-)\b(?:contact visit\w*|hugs?|embrace)\b(?!.{0,20}\b(?:not|no longer|suspended|prohibited)\b)"
)
_AS_EVER = regex(
    r"\b(?:visits|visitation|visiting(?: hours)?)(?: \w+)? (?:is|are|will be|be|remains?|continues?|stays?|goes? on|go on)(?: held| open| available)? (?:as (?:usual|normal|scheduled|always|before)|on (?:the )?(?:usual|normal|regular) (?:schedule|hours)|not affected|unaffected|unchanged)\b|\b(?:does|do|will) not affect (?:visits|visitation|visiting)\b"
)
_OTHER_DESK = regex(
    r"\b(?:money orders?|commissary|kiosks?|bonds?|bail|fingerprint\w*|elevators?|escalators?|parking|restrooms?|vending|records? (?:office|division)|budget|public (?:meeting|hearing|comment)|property (?:room|release)|(?:tank|halter|crop) tops?|shorts|skirts|sandals|flip-flops|warrants?|reports? cost|roster|hiring|job fair)\b"
)
_NO_DESK = regex(
    r"\b(?:visit\w*|video|in-?person|contact|face-to-face|glass|booths?|sessions?|famil\w+|friends?|loved ones?|children|kids|minors|phone|calls?|mail|letters?|tablets?|refund\w*)\b"
)


def announcements(scene: Scene, alignment: Alignment) -> Certain:
    """What one-line announcements tell, and the lines of a jail's page that only speak of another desk."""
    if alignment.pairs or (alignment.removed and alignment.added):
        return Certain()
    effects: list[Effect] = []
    lines: list[Unit] = []
    why: list[str] = []
    for unit in (*alignment.added, *alignment.removed):
        if scene.official and _of_no_visits(unit):
            lines.append(unit)
            why.append("R4 another desk, or visits as ever")
        elif (effect := _told(unit, scene, came=bool(alignment.added))) is not None and not _known(effect, alignment):
            effects.append(effect)
            lines.append(unit)
    return Certain(tuple(effects), tuple(lines), tuple(dict.fromkeys(why)))


def _known(effect: Effect, alignment: Alignment) -> bool:
    """Whether a line that stayed says of contact visits what one that came or went says."""
    return (
        effect.topics == (Topic.CONTACT,)
        and effect.rule.endswith("-contact")
        and any(_CONTACT.search(unit.plain) for _, unit in alignment.same)
    )


def _of_no_visits(unit: Unit) -> bool:
    if _AS_EVER.search(unit.plain):
        return True
    return _OTHER_DESK.search(unit.plain) is not None and _NO_DESK.search(unit.plain) is None


def _told(unit: Unit, scene: Scene, *, came: bool) -> Effect | None:
    if unit.row or _UNSAID.search(unit.plain):
        return None
    of_one = _OF_ONE.search(unit.plain) is not None
    for saying in (saying for saying in _SAYINGS if scene.official or saying.anywhere):
        hit = saying.pattern.search(unit.plain)
        if hit is not None and (came or saying.lasting) and not (of_one and saying.name != "contact"):
            quotes = ("", unit.plain) if came else (unit.plain, "")
            name = f"P-announced-{saying.name.replace(' ', '-')}"
            sign = saying.sign if came else -saying.sign
            effect = Effect(name, sign, saying.severity, saying.topics, (), *quotes, words=(hit.group(),))
            return effect.lower("S6") if of_one else effect
    return None
