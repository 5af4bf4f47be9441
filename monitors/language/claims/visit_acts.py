"""What one plain line says was done to a form of visits, and nothing else: ended, stopped, opened, or not done at all.

Every verb of a family is read in every voice and tense, as a verb and as a noun, with what turns it: "no longer suspended"
is open again. Whether it is news, and of what weight, is for those who ask.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import dataclass

from monitors.language.claims.form_states import AHEAD, BESIDES, FORM, OPEN_TAIL, STOPPED_TAIL
from monitors.language.words import lexicon_form_acts as words
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.dates import dates_in
from monitors.language.words.patterns import regex

_ADVERB = r"(?:(?:now|also|soon|again|once again|already|therefore|thus|fully|hereby|permanently|temporarily|immediately|gradually) )*"
_VERB = rf"(?:(?P<ends>{words.ENDS})|(?P<stops>{words.STOPS})|(?P<restores>{words.RESTORES})|(?P<allows>{words.ALLOWS})|(?P<keeps>{words.KEEPS}))"
_NEVER = r"(?P<never>(?:(?:will|shall|may|can|must|do|does) (?:not|never)|won't|cannot|never))"
_DENIED = (
    r"(?P<denied>(?:is|are|was|were|has|have|had|did) (?:not|never)|isn't|aren't|hasn't|haven't|didn't|wasn't|weren't)"
)
_NO_LONGER = r"(?P<no_longer>(?:(?:is|are|will|has|have) )?no longer)"
_IS = r"(?:is|are|was|were|has|have|had|will|shall)"
_WHERE = r"(?: (?:at|in|throughout) (?:(?:the|our|any|all|this|its|every|each|county|state) )*(?:[\w'-]+ ){0,3}?(?:jails?|prisons?|facilit\w+|county|institutions?))?"
_TAIL = rf"(?:{_WHERE}{OPEN_TAIL}{STOPPED_TAIL}{OPEN_TAIL})"
_PASSIVE = regex(
    rf"{AHEAD}(?P<none>no )?(?P<form>{FORM}?),? (?:{_NO_LONGER}|{_NEVER}|{_DENIED}|{_IS}) {_ADVERB}(?:yet )?(?:be |being |been |to be )?{_ADVERB}{_VERB}{_TAIL} ?[.!]*"
)
_ACTIVE = regex(
    rf"{AHEAD}{words.WHO} (?:{_NO_LONGER}|{_NEVER}|{_DENIED}|{_IS}) {_ADVERB}(?:yet )?(?:be |been )?{_ADVERB}{_VERB} (?P<none>no )?(?P<form>{FORM}?){_TAIL} ?[.!]*"
)
# "The suspension of visits has been extended.", "We are happy to announce the return of contact visits."
_OF_ACT = rf"(?:the|this|our|a) (?:temporary |recent |current |planned |full |gradual |long-awaited )*(?:(?P<stop>{words.STOP_NOUN})|(?P<end>{words.END_NOUN})|(?P<back>{words.RETURN_NOUN})) (?:of|on|to|in) (?P<form>{FORM}?)"
_BE = r"(?:has|have|is|was|will)(?: (?:now|also|been|be|being))*"
_HAPPENS = rf"(?:{_BE} (?:announced|confirmed|effective|under way|underway|complete|here)|(?:takes|took|will take|has taken|goes|went|will go|is going) (?:into )?effect|(?:begins|began|starts|started|will begin|will start|has begun|has started))"
_OVER = rf"(?:{_BE} (?:over|lifted|ended|rescinded|called off|canceled|cancelled|reversed|dropped|withdrawn|revoked|at an end|halted|scrapped|abandoned)|(?:ends|ended|will end|has ended|expires|expired|will expire|has expired))"
_LONGER = rf"(?:{_BE} (?:extended|prolonged|lengthened|renewed)(?: (?:to|until|through|till|for|by) [^.;,:]{{2,40}})?|(?:continues|will continue|goes on|will go on))"
_LATER = rf"{_BE} (?:delayed|postponed|put off|pushed back|deferred)"
_NOUN = regex(
    rf"{AHEAD}{_OF_ACT} (?:(?P<happens>{_HAPPENS})|(?P<over>{_OVER})|(?P<longer>{_LONGER})|(?P<later>{_LATER})){_TAIL} ?[.!]*"
)
_ANNOUNCED = regex(
    rf"{AHEAD}(?:(?:{words.WHO} (?:(?:has|have|is|are) )?(?:(?:happy|glad|pleased|sorry|sad|excited|delighted|proud) to )?(?:now |today )?(?:announc(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|regrets?|regretted|apologi[sz]es? for)) )?{_OF_ACT}{_TAIL} ?[.!]*"
)
# "People in quarantine may now have visits."
_HAVING = regex(
    rf"{AHEAD}[^,;:|]{{3,60}}? (?:(?:may|can|will|are allowed to) (?:now|again|once again|once more|soon) (?:have|receive|get)|(?:will |do |does )?no longer lose) (?:their |any )?(?P<form>{FORM}?|visiting privileges){_TAIL} ?[.!]*"
)
# "We are not holding visits.", "No visitors are allowed at this time."
_IDLE = regex(
    rf"{AHEAD}{words.WHO} (?:(?:is|are) (?:(?P<now>currently |presently )?not|(?P<no_longer>no longer))|isn't|aren't) {_ADVERB}(?:currently |presently )?(?:holding|offering|having|hosting|conducting|allowing|accepting|admitting|taking|permitting|receiving) (?:any )?(?:(?P<form>{FORM}?)|(?:public |social |outside )?(?:visitors|guests)){_TAIL} ?[.!]*"
)
_NOBODY = regex(
    rf"{AHEAD}no (?:outside |public |social )?(?:visitors|guests) (?:is|are|will be) {_ADVERB}(?:being )?(?:allowed|admitted|accepted|permitted|let in|received)(?: in(?:to|side)? the (?:jail|facility|building|prison))?(?P<tail>{_TAIL}) ?[.!]*"
)
# "Remote visits are now reserved for people who live out of state.", "... are no longer limited to them."
_RESERVED = regex(
    rf"{AHEAD}(?P<form>{FORM}?|(?:remote|home|lobby) video) (?:(?:is|are|will be) (?:now|from now on|henceforth)|will be|(?:is|are|will be) (?P<no_longer>no longer)) (?:reserved (?:only )?for|limited to|restricted to|only (?:for|available to|open to)|open only to|available only to) (?!\d|video|one\b|an?\b)[^,;:|]{{3,80}} ?[.!]*"
)
# What is said of an act that was done before is no act (R8).
_TALKED = regex(
    rf"[^,;:]{{3,60}}? (?:has |have |had )?(?:defend|prais|critici[sz]|blam|explain|protest|discuss|oppos|lament|condemn|decr(?:y|i)|celebrat|welcom|mourn)(?:s|e|es|ed|d|ing)? {_OF_ACT}{_TAIL}(?: on \{{[a-z]+\}}| today| yesterday)? ?[.!]*"
)
# Where visits are, and of whom; "visits for count", "visits to the landfill" and one's own booking are other things.
_THERE = regex(
    rf"(?:{visits.HELD}|{visits.UNIT}|{visits.MINORS}|newborns?|infants?|bab(?:y|ies)|juveniles?|jails?|prisons?|facilit\w+|institutions?|(?:detention|correctional|justice|visitation|visiting|work|law enforcement) cent(?:er|re)s?|count(?:y|ies)|lobby|home|tablets?|video|phone|kiosks?|units?|everyone|everybody|all|public|famil\w+|friends|children|loved ones?|person|glass)"
)
_PLACED = regex(r" (?:at|in|on|for|with|via|through|throughout|within|inside|from|by|to|over) (?P<where>.+)$")
_YOURS = regex(r"\b(?:your|scheduled|first-time)\b")
# "Visits are no longer ended" is nobody's sentence.
_BARRED = regex(r"ban+ed|prohibited|forbidden|outlawed|disallowed|stopped|eliminated|discontinued")
# What is allowed is a rule, which may hold of old; what is allowed again, or from a day on, is news.
_NEWS = regex(r"\b(?:now|again|once more|soon|will|has|have|being|as of|effective|starting|beginning|from)\b")
_FOR_NOW = regex(r"\b(?:until further notice|for now|for the time being|for the moment|at this time|temporar\w+)\b")
_SINCE = regex(r"\b(?:until|as of|effective|starting|beginning|from)\b")
_LONGEST = 300  # characters; a longer line says more, and patterns with so much to leave out take long over it
_FOR_A_WHILE = ("suspended", "suspended for longer", "back later")


@dataclass(frozen=True, slots=True)
class Act:
    """sign: +1 of a gain, 0 where it was not done; form: the visits; what: "ended", "suspended", "suspended for longer",
    "back later", "restored", "allowed", "for some alone", "open to more" or "to stay"."""

    sign: int
    form: str
    what: str

    @property
    def for_now(self) -> bool:
        """Whether it was done for a while."""
        return self.what in _FOR_A_WHILE


def act(plain: str) -> Act | None:
    """What a canonical line says was done to a form of visits, None where it says none or something else as well."""
    if len(plain) > _LONGEST:
        return None
    if (hit := _HAVING.fullmatch(plain)) is not None and BESIDES.search(hit["form"]) is None:
        return Act(1, hit["form"], "allowed")
    if (idle := _idle(plain)) is not None:
        return idle
    if (hit := _RESERVED.fullmatch(plain)) is not None and _of_visits_there(hit["form"]):
        return Act(1, hit["form"], "open to more") if hit["no_longer"] else Act(-1, hit["form"], "for some alone")
    hit = _PASSIVE.fullmatch(plain) or _ACTIVE.fullmatch(plain)
    if hit is None:
        return _by_noun(plain)
    if not _of_visits_there(hit["form"]):
        return None
    form, taken = hit["form"], hit["ends"] or hit["stops"]
    if hit["none"]:
        return Act(0, form, "") if taken and not (hit["never"] or hit["denied"] or hit["no_longer"]) else None
    if hit["never"] or hit["denied"]:  # of what is not given other rooms read
        return (Act(1, form, "to stay") if hit["never"] else Act(0, form, "")) if taken else None
    if hit["keeps"]:
        return Act(1, form, "to stay") if not hit["no_longer"] else Act(-1, form, "ended")
    if hit["no_longer"]:
        return Act(1, form, "restored") if hit["stops"] or _BARRED.fullmatch(taken or "") else None
    if taken:
        of_a_day = hit["stops"] and dates_in(plain) and _SINCE.search(plain) is None
        for_good = hit["ends"] and _FOR_NOW.search(plain) is None
        return None if of_a_day else Act(-1, form, "ended" if for_good else "suspended")
    if hit["allows"] and "ing" not in hit["allows"] and _NEWS.search(plain.replace(hit["allows"], " ")) is None:
        return None
    return Act(1, form, "restored" if hit["restores"] else "allowed")


def _idle(plain: str) -> Act | None:
    """What a line says of visits that are not held, or of visitors who are not let in, for now."""
    if (hit := _NOBODY.fullmatch(plain)) is not None:
        return Act(-1, "visits", "suspended") if _FOR_NOW.search(hit["tail"]) else None
    hit = _IDLE.fullmatch(plain)
    if hit is None or (hit["form"] and not _of_visits_there(hit["form"])):
        return None
    if dates_in(plain) and _SINCE.search(plain) is None:
        return None  # of one day
    for_good = hit["no_longer"] is not None and _FOR_NOW.search(plain) is None
    return Act(-1, hit["form"] or "visits", "ended" if for_good else "suspended")


def _by_noun(plain: str) -> Act | None:
    """What a line says of an act as of a thing."""
    if (hit := _TALKED.fullmatch(plain)) is not None:
        return Act(0, hit["form"], "")
    hit = _NOUN.fullmatch(plain)
    said = hit.groupdict() if hit else {}
    hit = hit or _ANNOUNCED.fullmatch(plain)
    if hit is None or not _of_visits_there(hit["form"]):
        return None
    if not said and hit["stop"] and dates_in(plain) and _SINCE.search(plain) is None:
        return None  # "We apologize for the cancellation of visits on Sunday."
    form = hit["form"]
    if hit["back"]:
        if said.get("later") or said.get("over"):
            return Act(-1, form, "back later" if said["later"] else "suspended")
        return None if said.get("longer") else Act(1, form, "restored")
    if said.get("over"):
        return Act(1, form, "restored" if hit["stop"] else "to stay")
    if said.get("longer"):
        return Act(-1, form, "suspended for longer")
    return None if said.get("later") else Act(-1, form, "suspended" if hit["stop"] else "ended")


def _of_visits_there(form: str) -> bool:
    placed = _PLACED.search(form)
    return not (BESIDES.search(form) or _YOURS.search(form)) and (
        placed is None or _THERE.search(placed["where"]) is not None
    )
