"""What one plain line says of a form of visits and of nothing else: that it is given, or that it is not, and for how long.

"Contact visits are suspended.", "We do not offer contact visits." and "There are no contact visits." hold that there are
none; "Inmates may have contact visits." holds that there are. A day, a limit or an exception besides is left to others.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_form_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import DATE
from monitors.language.words.patterns import regex

_ADVERB = (
    r"(?:(?:now|currently|temporarily|hereby|presently|once again|once more|again|all|fully|still|also|immediately) )*"
)
_BE = rf"(?:is|are|has been|have been|was|were|will be|remains?|will remain|stays?) {_ADVERB}"
_HALTED = (
    rf"(?:{_BE}(?:being )?(?:suspended|cancel+ed|halted|paused|on (?:hold|pause)|stopped|called off|closed|shut(?: down)?|unavailable|off|out of (?:service|order)|down|broken|offline|postponed)"
    r"|(?:has|have) (?:now )?stopped)"
)
_REFUSED = (
    rf"(?:{_BE}(?:discontinued|(?:not|no longer)(?: currently| yet| being)? (?:available|offered|held|allowed|permitted|open|running|operating|taking place|provided|possible))"
    r"|(?:will not|won't|do(?:es)? not|don't|doesn't|cannot|can not) (?:currently |now )?(?:be (?:held|offered|available|allowed|provided|possible)|take place|resume|run)"
    r"|(?:has|have) (?:now )?(?:ended|ceased))"
)
_OPEN = (
    rf"(?:{_BE}(?:being )?(?:available|open(?:ed)?|offered|held|allowed|permitted|restored|reinstated|back(?: on| up| online| in service| in use)?|up again|repaired|fixed|working|running|operating|resumed|resuming|reopened|taking place|provided|possible)"
    rf"|(?:has|have) {_ADVERB}(?:resumed|restarted|re-?opened|returned|started again|begun again|come back)"
    r"|(?:will )?(?:again )?(?:resume|re-?open|restart|return|start again|begin again|be back|take place again)s?)"
)
_DAY = rf"(?:\{{[a-z]+\}},? ?)?(?:{DATE}|today|tomorrow|immediately|(?:next|this) (?:week|month|year)|\{{[a-z]+\}})"
STOPPED_TAIL = r"(?:,? ?(?:until (?:further notice|we tell you otherwise)|for (?:now|the time being|the moment)|at this time|at present|indefinitely|temporarily|again|since [\w ]{3,25}|(?:due to|because of|owing to|on account of|as a result of|following) [^.,;:()\[{$]{3,70}))*"
OPEN_TAIL = rf"(?:,? ?(?:again|(?:next|this) (?:week|month|year)|once (?:more|again)|now|as (?:usual|normal|before|scheduled)|(?:to|for) (?:all|everyone|everybody)(?: \w+)?|on (?:the|its|their) (?:usual|normal|regular) (?:days?|hours?|times?|schedule)|(?:on|from|as of|effective|starting|beginning) {_DAY}))*"
# Visits and what kind of visits they are, where; no lobby, tour or application that stands beside them.
_KIND = (
    r"(?:all|any|both|the|our|these|your|and|in-?person|face to face|face-to-face|contact|non-?contact|no-contact|video|remote|virtual|online|internet|web|home|at-home|from-home|lobby|on-?site|off-?site|kiosk|tablet|screen|"
    r"family|families|social|public|general|regular|personal|inmate|inmates|jail|prison|resident|detainee|weekend|weekday|evening|morning|afternoon|night|holiday|daily|special|outdoor|indoor|overnight|conjugal|extended|private|"
    r"children's|kids'|women's|men's|minor|adult|legal|attorney|attorneys'|lawyers'|professional|clergy|religious|glass|through-glass|window|booth|group|individual|first-time|walk-in|scheduled|free|paid|\{[a-z,]+\})"
)
_NOUN = r"(?:visits|visitations?|visiting(?: hours)?|visiting by (?:video|screen)|video (?:calls|sessions)|(?:video|visitation|visiting|visit)(?: (?:visitation|visiting|visit))? (?:kiosks?|terminals?|stations?|screens?|systems?))"
_WHERE = r"(?: (?:at|in|on|for|with|via|through|throughout|within|inside|from|by|to|over) (?:(?:the|our|a|an|all|your|this|loved|minor|housing|whole|entire) )*(?:[\w'-]+ ?){1,4})?"
FORM = rf"(?:{_KIND}[ /-]){{0,5}}{_NOUN}{_WHERE}"
AHEAD = rf"(?:(?:(?:(?:due to|because of|owing to|on account of|as a result of) [^.,;:()\[{{$]{{3,70}}|until further notice|(?:effective|beginning|starting|as of|from|on)(?: on)? {_DAY}), ?)*(?:(?:we are (?:happy|glad|pleased) to (?:announce|say|report|inform you)|please note)(?: that)?,? |(?:good news|great news|sorry|we are sorry|attention|reminder|sadly|unfortunately)[:,!-] ?)?)"
_STATE = regex(
    rf"{AHEAD}(?P<form>{FORM}?),? (?:(?P<halted>{_HALTED}){STOPPED_TAIL}|(?P<refused>{_REFUSED})(?P<meanwhile>{STOPPED_TAIL})|(?P<open>{_OPEN}){OPEN_TAIL}) ?[.!]*"
)
# A limit or an exception, and other visits than to people held.
BESIDES = regex(
    rf"\b(?:no|not|only|if|when|until|unless|except\w*|without|who|which|that|because|restrictions?|tours?|volunteers?|contractors?|vendors?|staff|media|press|students?|officers?|officials?|inspectors?|patients?|nurses?|{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT})\b"
)
_FOR_NOW = regex(
    r"further notice|for now|time being|moment|this time|present|temporar|due to|because|owing|account|result|following"
)
_TURNED = regex(
    r"\b(?:again|once more|repaired|fixed|resum\w+|restor\w+|reinstat\w+|back|re-?open\w*|restart\w*|return\w*|no longer|discontinued|ended|ceased)\b"
)
# The same in words that tell no news: who offers or may have visits, and whether there are any.
_HAVE = r"(?:have|receive|get|book|schedule|enjoy|use|request)"
_ALL = rf"(?:(?:all|any|our|the|jail) )*(?:{visits.HELD}|{visits.VISITOR}|famil(?:y|ies)(?: members)?|you|everyone|everybody|people|the public)"
_SOFTLY = r"(?:(?:now|again|once again|also|still|currently|soon) )*"
_NOT = r"(?P<not>(?:(?:do|does|will|may|can|is|are|did) (?:not|never)|don't|doesn't|won't|cannot|can't|isn't|aren't|(?:(?:do|does|will|is|are) )?no longer)(?: currently| now| yet)? )"
_HERE = r"(?: (?:here|on request|upon request|online|by phone|on our website|(?:at|in) (?:this|the|our) (?:jail|prison|facility|county|institution|detention center)))*"
_DAYS_TAIL = r"(?:,? (?:on |every |each |from )?(?:\{[a-z,]+\}|@?\[?\d{4}(?:-\d{4}\])?))*"
_OFFERED = tuple(
    regex(rf"{AHEAD}{pattern}{_HERE}(?P<days>{_DAYS_TAIL})(?P<meanwhile>{STOPPED_TAIL}){OPEN_TAIL} ?[.!]*")
    for pattern in (
        rf"{acts.WHO} {_NOT}?{_SOFTLY}(?:offers?|have|has|holds?|provides?|allows?|permits?|conducts?|runs?|schedules?|arranges?|books?) (?P<none>no )?(?P<form>{FORM}?)",
        rf"there (?:is|are|will be) {_SOFTLY}(?P<none>no |no longer any |not any |no more )?{_SOFTLY}(?P<form>{FORM}?)",
        rf"(?P<none>no )(?P<form>{FORM}?) (?:is|are|will be) {_SOFTLY}(?:available|offered|held|allowed|permitted|given|provided|possible|on offer)",
        rf"(?P<form>{FORM}?) (?:is|are|will be) (?P<not>not |no longer |never )?{_SOFTLY}(?:available|offered|held|allowed|permitted|given|provided|possible|on offer|open)(?: (?:to|for) (?:everyone|everybody|all(?: visitors| inmates)?|the public))?",
        rf"(?P<form>{FORM}?) (?:has|have) (?P<not>not |never )been (?:available|offered|held|allowed|permitted|given|provided|possible)",
        rf"(?P<form>{FORM}?) {_SOFTLY}(?:(?:do(?:es)?|will) (?P<not>not |no longer ))?{_SOFTLY}takes? place",
        rf"(?P<form>{FORM}?) (?:is|are) {_SOFTLY}(?P<not>a thing of the past|history|gone(?: for good)?|over|no more)",
        rf"{_ALL} (?:{_NOT}|(?:may|can|will|are allowed to|are permitted to|are able to) )?{_SOFTLY}(?:(?:be )?(?:allowed|permitted) to )?{_HAVE} (?P<none>no )?(?P<form>{FORM}?)",
        rf"{_ALL} (?:is|are|will be) (?P<not>not |no longer |never )?{_SOFTLY}(?:allowed|permitted|offered|given|granted|entitled to) (?P<none>no )?(?P<form>{FORM}?)",
        rf"(?P<form>{FORM}?) (?:is|are) (?P<not>not )?(?:part of (?:our|the) (?:program|visiting program|schedule))",
    )
)  # fmt: skip
_CUE = regex(r"visit|video")
_LONGEST = 300  # characters; a longer line says more


@dataclass(frozen=True, slots=True)
class State:
    """form: the visits, as the line names them; given: whether they are; for_now: not given for a while; turned: whether
    the line says that it was otherwise before; said: what it says of them; on_days: whether it names days or hours."""

    form: str
    given: bool
    for_now: bool = False
    turned: bool = False
    said: str = ""
    on_days: bool = False


def state(plain: str) -> State | None:
    """What a canonical line says by a verb of its own of a form of visits: suspended, discontinued, open, resumed."""
    hit = _STATE.fullmatch(plain) if len(plain) <= _LONGEST and _CUE.search(plain) else None
    if hit is None:
        return None
    said = plain[hit.end("form") :]
    given = hit["open"] is not None
    for_now = not given and (hit["refused"] is None or _FOR_NOW.search(hit["meanwhile"]) is not None)
    return State(hit["form"], given, for_now, hit["halted"] is not None or _TURNED.search(said) is not None, said)


def offer(plain: str) -> State | None:
    """What a line says in other words: that somebody offers or may have a form of visits, or that there is none."""
    if len(plain) > _LONGEST or _CUE.search(plain) is None:
        return None
    for pattern in _OFFERED:
        hit = pattern.fullmatch(plain)
        if hit is not None:
            said = hit.groupdict()
            denied = bool(said.get("not"))
            if denied and said.get("none"):
                return None
            given = not (denied or said.get("none"))
            for_now = not given and _FOR_NOW.search(hit["meanwhile"]) is not None
            told = "offered" if given else "not offered"
            return State(hit["form"], given, for_now, _TURNED.search(plain) is not None, told, bool(hit["days"]))
    return None
