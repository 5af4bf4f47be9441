"""One clause at a time: what it is about, and whether it gives or takes it, counting every turn (domain rules D3-D6)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import Pattern, regex


@dataclass(frozen=True, slots=True)
class Claim:
    """topic key (in_person, contact, visits ...) and sign: +1 the clause gives or keeps it, -1 takes or withholds it."""

    about: str
    sign: int
    clause: str
    words: tuple[str, ...] = ()
    conditional: bool = False
    act: bool = False


FORMS_OF_VISIT = ("in_person", "visits", "video_remote", "video_onsite")


_WHOLE = r"(?<![\w-])(?:{})(?![\w-])"


def _whole(pattern: str) -> re.Pattern[str]:
    return regex(_WHOLE.format(pattern))


_MASKS = tuple(_whole(mask) for mask in acts.MASKS)
_FLIPS = Pattern(_WHOLE.format(acts.FLIPS))
_GIVINGS = _whole(acts.GIVINGS)
_UNLESS = _whole(acts.UNLESS)
_ONLY = _whole(acts.ONLY)
_REPLACES = _whole(acts.REPLACES)
_SUPPLEMENTS = _whole(acts.SUPPLEMENTS)
# "suspended and cancelled", "did not and does not"
_JOINED = regex(r"(?:,| and| or|, and|, or|/|-)? ?(?:(?:do|does|did|will|would|has|have|had|is|are|was|were) )?")
_VIDEO_WORD = rf"(?:{visits.VIDEO_ONSITE}|{visits.VIDEO_REMOTE}|{visits.VIDEO})"
# Every visit on a screen means none in person: one turn for in-person visits.
_ALL_VIDEO = _whole(
    rf"(?:all|every|each|any|both|public|social|family|the only)(?: (?!\d)(?:\w+[' -]?s?)){{0,4}}? (?:visits?|visiting|visitation|visitors|sessions?)(?: (?:\w+)){{0,7}}? (?:by|via|through|on|over|using|in|at|are|is)(?: (?:a|the|its|our|way of|means of|\w+'s))* ?(?:[\w-]+ ){{0,2}}?{_VIDEO_WORD}|"
    rf"(?:visits?|visiting|visitation)(?: (?:is|are|will be|now|held|conducted|done|offered|takes? place|shall be|has become|have become|have gone|has gone|go|goes|moves?|moved))+ (?:to |entirely |by |via |through |on |over |only |all |wholly |completely |100% |exclusively |a )+(?:[\w-]+ ){{0,2}}?{_VIDEO_WORD}|"
    rf"{_VIDEO_WORD}(?: (?:visits?|visiting|visitation|alone|is|are|remains?))* (?:only|alone|exclusively|is the (?:1|one|only|sole) (?:way|form|means|kind)\w*|(?:is|are|remains?) the (?:1|one|only|sole) (?:way|form|means|kind)\w*)|"
    rf"only (?:a |the |lobby |remote |home )*{_VIDEO_WORD}|(?:must|have to|has to|will have to|required to|obliged to|shall) [\w ]{{0,40}}(?:through|by|via|on|over) (?:a |the )?{_VIDEO_WORD}|"
    rf"{_VIDEO_WORD}(?: \w+){{0,2}} (?:only|alone)|(?:solely|exclusively|wholly|entirely) (?:by|on|through|via|over) (?:a |the |its |provider's |\w+'s )?(?:{_VIDEO_WORD}|platform|system)|"
    r"(?:all|every|such|those)(?: \w+){0,3} visits?(?: \w+){0,6} on (?:our|the|its|\w+'s?)(?: \w+)? (?:platform|system|screens?|equipment|service|network)|(?:held|conducted|take place|made|had) on \w+'s (?:equipment|system|platform|screens?|terminals?)|sole source of visits|only means by which|only form of visit\w*|por pantalla solamente|s[oó]l[oa]mente por (?:video|pantalla)|(?:s[oó]lo|únicamente) (?:por|a través de|mediante) (?:video\w*|pantalla)"
)
_PRONOUN = regex(
    r"^(?:it|they|this|that|these|those|both|the (?:practice|rule|change|order|policy|ban|step|measure|closure|wording|clause|room|rooms|hall))\b"
)
_REASON = regex(
    r", (?:as|since) there\b[^;]*|,? failing which [^;]*|(?<=\w) (?:until|till) (?:further|other) (?:orders?|notice)\b|(?<=\w) (?:failing which|because|due to|owing to|on account of|as a result of|until|while|during|since|despite|following|for lack of|whenever|in order to|so that|debido a|hasta|a causa de|where (?:families|people|visits) once)\b[^;,]*|"
    r",? (?:which (?:has|have) been |long |now )?(?:ended|closed|shut|suspended|halted|stopped|idle|dark|vacant|locked|unused|banned) (?:in|since|for) (?:[\w' ]{1,12} )?(?:\d{4}|\d+ years?|years)"
)
# "If there is no room for it, the warden shall arrange a visit": a case that is named takes nothing.
_IN_CASE = regex(r"^(?:\d[\d.]* )?(?:if|where|when|whenever) there (?:is|are) (?:no|not)\b[^,;]*, (?=\w)")
_AFTER = regex(r"(?<=\w) (?:after|before|when) (?:a |the |an |its |\d+ )[^;,]*")
_QUOTE = regex(r'"[^"]{12,}?"')
_LEGAL_ITEM = regex(
    r"\b(?:sections?|clauses?|paragraphs?|provisions?|rules?|orders?|polic(?:y|ies)|memos?|laws?|bills?|acts?|articles?|directives?|amendments?|resolutions?|ordinances?|regulations?|language|wording|sentences?)\b"
)
# "Visits in person will end on May 1 and be replaced by video": they go once, told with two verbs.
_GONE_AND_REPLACED = regex(
    r" (?:end|ends|ended|stop(?:s|ped)?|ceased?|suspended|cancel+ed|discontinued|eliminated|removed|closed?|closes|abolished|halted|dropped|phased out|withdrawn)"
    r"( (?:(?:on|from|by|in|@|at|as of|effective) )?(?:\{[^}]*\}|(?:the )?\w+(?: \d+){0,2}|\d[\d/-]*))?,? (?:and|or)(?: then)? ((?:(?:will|shall|are|is|to|be|being|been|has|have|was|were) )*)(?=(?:replaced|supplanted|superseded) (?:by|with)\b)"
)
_MID_RELATIVE = regex(r", (?:under which|by which|which|that|who) ([^,;]+), ")
_SPLIT = regex(
    r";|\. | - |, (?:as|since) (?=(?:the|this|our|we|it)\b)|(?<=\w{6}s): (?=\w+ \w+ \w+ \w+ \w)|(?:,)? but (?!only|also)|, (?:and|so|while|although|though|whereas|yet|which|who|with|thus|then) |, (?=(?:all|every|no|the|visits?|video|home|lobby|remote|families|they|it|we|you|there) (?:\w+ ){0,3}(?:is|are|will|may|must|shall|can|has|have|stays?|remains?)\b)|"
    r" (?:while|although|though|whereas|pero|mientras) | and (?=(?:[\w'-]+ ){1,4}(?:is|are|was|were|will|may|must|shall|can|has|have|do|does|stays?|remains?|takes?|ends?|moves?|están?|son)\b)| and (?=(?:no|will|shall|may|must|is|are|there) )"
)

_FINITE = regex(
    r"\b(?:is|are|was|were|will|may|must|shall|can|cannot|could|would|has|have|had|do|does|did|stays?|remains?|takes?|ends?|closes?|closed|moves?|moved|reopens?|resumes?|resumed|returns?|returned|"
    r"pays?|receives?|costs?|loses?|gets?|opens?|struck|voted|ruled|said|ordered|replaces?|added|dropped|ended|lasts?|runs?|son|está|están)\b"
)

_ABOUT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("in_person", _whole(visits.IN_PERSON)),
    ("contact", _whole(visits.CONTACT)),
    ("barrier", _whole(visits.BARRIER)),
    ("video_onsite", _whole(visits.VIDEO_ONSITE)),
    ("video_remote", _whole(visits.VIDEO_REMOTE)),
    ("video", _whole(visits.VIDEO)),
    ("minors", _whole(visits.MINORS)),
    ("friends", _whole(visits.FRIENDS)),
    ("kin_only", _whole(visits.KIN_ONLY)),
    ("ex_held", _whole(visits.EX_HELD)),
    ("record", _whole(visits.RECORD)),
    ("id_document", _whole(visits.ID_DOCUMENT)),
    ("appointment", _whole(visits.APPOINTMENT)),
    ("walk_in", _whole(visits.WALK_IN)),
    ("refund", _whole(visits.REFUND)),
    ("appeal", _whole(visits.APPEAL)),
    ("legal", _whole(visits.LEGAL)),
    ("mail", _whole(visits.MAIL)),
    ("phone", _whole(visits.PHONE)),
    ("tablets", _whole(visits.TABLETS)),
    ("commission", _whole(visits.COMMISSION)),
    ("guarantee", _whole(visits.GUARANTEE)),
    (
        "visits",
        _whole(
            r"(?<!person )(?<!inmate )(?<!one )(?<!individual )visit(?:s|ed|ing|ation|ations)?(?! (?:our|us|www))|visitas?|visitar|sit-?downs?|sittings?|see(?:n|s|ing)? (?:a|the|your|their|by|his|her|loved) ?\w*|(?<!the )(?<!our )(?<!their )(?<!a )company"
        ),
    ),
)


def blank(text: str) -> str:
    """The clause with look-alike wordings blanked, so that only real turns are counted."""
    for mask in _MASKS:
        text = mask.sub(lambda m: "_" * len(m.group()), text)
    return text


@lru_cache(maxsize=4096)
def split(plain: str) -> tuple[str, ...]:
    """The clauses of a canonical sentence. A relative between commas whose head is a rule or bill stays with its verb."""
    quoted = (
        _QUOTE.sub(" ", plain)
        if re.search(r"\b(?:said|says|told|called|wrote|asked|added|ruled|boasted|insisted|argued)\b", plain)
        else plain
    )
    quoted = re.sub(r"\(([^()]*)\)", lambda m: "(" + m.group(1).replace(";", ",") + ")", quoted)
    if re.search(r"\b(?:sb|hb|ab|lb|bill|resolution|ordinance) (?:no\. )?\d+", quoted):
        quoted = quoted.replace(" - ", " ")
    if _LEGAL_ITEM.search(quoted):
        quoted = _MID_RELATIVE.sub(r" which \1 ", quoted)
    quoted = _GONE_AND_REPLACED.sub(r"\1 \2", _IN_CASE.sub("", quoted))
    parts: list[str] = []
    start = 0
    for cut in _SPLIT.finditer(quoted):
        if "and" in cut.group() and not _FINITE.search(quoted[start : cut.start()]):
            continue  # "family and friends are held": the left side has no verb of its own
        parts.append(quoted[start : cut.start()])
        start = cut.end()
    parts.append(quoted[start:])
    return tuple(part.strip(" ,.") for part in parts if part.strip(" ,."))


def turns(clause: str) -> list[str]:
    """The words that turn a clause, coordinated ones ("suspended and cancelled") counted once."""
    if not _FLIPS.may_stand(clause):
        return []
    text = blank(_AFTER.sub("", _REASON.sub("", clause)))
    found: list[str] = []
    last_end = -99
    for hit in _FLIPS.finditer(text):
        if not (
            last_end >= 0
            and _JOINED.fullmatch(text[last_end : hit.start()])
            and re.search(r"and|or|,|/", text[last_end : hit.start()])
        ):
            found.append(hit.group())
        last_end = hit.end()
    return found


# "two visits a week, and forbid jails to replace them with video"
_OF_THEM = regex(r" ?(?:them|it|these|those) (?:with|by)\b")


def _replaced(clause: str, start: int) -> bool:
    """Whether the thing at a position is what gives way in "X replaces Y", "X instead of Y", "Y is replaced by X"."""
    hit = _REPLACES.search(clause)
    if hit is None:
        return False
    passive = re.search(
        r"^(?:replac|substitut|supersed|reemplaz|sustitu)\w*(?:ed|ado|ada|ados|adas) ?$", hit.group()
    ) is not None and re.match(r" (?:by|with|por|con)\b", clause[hit.end() :])
    if passive or (_OF_THEM.match(clause, hit.end()) and start < hit.start()):
        return start < hit.start()
    return start > hit.start()


def _sign(clause: str, start: int, flips: list[str], all_video: bool, about: str) -> int:
    counted = [w for w in flips if not _REPLACES.fullmatch(w)]
    if about != "in_person":
        counted = [w for w in counted if not re.search(r"only|alone|exclusiv|^all", w)]
        turned = len(counted)
    else:
        # "video only" said as a restriction noun is one turn; the all-video pattern is that same turn in more words.
        nouns = [w for w in counted if re.search(r"only|alone|exclusiv|^all", w)]
        turned = len(counted) - len(nouns) + (1 if all_video or nouns else 0)
    if _replaced(clause, start):
        turned += 1
    return -1 if turned % 2 else 1


_ONLY_SCREENS = regex(r"only|alone|exclusiv|^all\b")


# "You may not bring a bottle for an infant.", "Kids may not sit on your lap." bar no child.
_FOR_MINORS = regex(
    rf"\b(?:bring|carry|take|pack)\b.*\b(?:for|of) (?:(?:an?|the|your|their|each) )*(?:{visits.MINORS})|\b(?:{elsewhere.FOR_INFANTS})\b|\b(?:on|in) (?:your|the|their|his or her|a visitor's|an inmate's|the inmate's|one's) (?:laps?|arms)\b"
)


# "Masks are not required in the lobby."
_IN_THE_LOBBY = regex(r"(?:in|from|at|of) (?:the|our) (?:jail(?:'s)? |main |front |county )*lobby")
_SEEN_THERE = regex(
    rf"\b(?:visit\w*|visita\w*|sessions?|calls?|see|seen|meet|talk|families|kiosks?|terminals?|stations?|{visits.VIDEO})\b"
)


def claims_of(clause: str) -> list[Claim]:
    """What one clause gives or takes. A condition ("not unless ...") withholds nothing."""
    found: list[Claim] = []
    unless = _UNLESS.search(clause)
    body = clause[: unless.start()] if unless and unless.start() > 8 else clause
    flips = turns(body)
    conditional = unless is not None and bool(flips)
    all_video = _ALL_VIDEO.search(clause) is not None or any(_ONLY_SCREENS.search(word) for word in flips)
    act = bool(flips) or _GIVINGS.search(clause) is not None
    words = tuple(dict.fromkeys(flips))
    for about, pattern in _ABOUT:
        hit = pattern.search(clause)
        if hit is None or (about == "minors" and _FOR_MINORS.search(clause)):
            continue
        if about == "video_onsite" and _IN_THE_LOBBY.fullmatch(hit.group()) and not _SEEN_THERE.search(clause):
            continue
        sign = 1 if conditional else _sign(clause, hit.start(), flips, all_video and about == "in_person", about)
        found.append(Claim(about, sign, clause, (*words, hit.group()), conditional, act))
    names = {claim.about for claim in found}
    if all_video and "in_person" not in names and not _SUPPLEMENTS.search(clause):
        outer = [w for w in flips if not re.search(r"only|alone|exclusiv|^all", w) and not _REPLACES.fullmatch(w)]
        sign = 1 if len(outer) % 2 else -1
        found.append(Claim("in_person", sign, clause, (*words, "video only"), False, act))
    only = _ONLY.search(clause)
    if only and "legal" in names and not flips and names & {"in_person", "visits"}:
        found = [c for c in found if c.about not in ("in_person", "visits")]
        found.append(Claim("in_person", -1, clause, (only.group(), "professionals"), False, act))
    return found


@lru_cache(maxsize=8192)
def claims(plain: str) -> tuple[Claim, ...]:
    """The claims of every clause of a canonical sentence."""
    return tuple(claim for clause in split(plain) for claim in claims_of(clause))


_NO_REFUND = regex(r"\b(?:non-?refundable|not refundable|no refunds?|not refunded)\b")


def turned_beside(old: str, new: str) -> bool:
    """Whether of two lines one gives visits in person, touch, a class of visitors or the money back and the other takes
    it: beside a figure that moved another term has turned, and what both come to is to be weighed."""
    if (_NO_REFUND.search(old) is None) != (_NO_REFUND.search(new) is None):
        return True
    was, now = ({(claim.about, claim.sign) for claim in claims(text)} for text in (old, new))
    for one, other in ((was, now), (now, was)):
        if ("friends", 1) in one and ("kin_only", 1) in other:
            return True
    signs = [
        {about: {sign for name, sign in side if name == about} for about in _GIVEN_OR_TAKEN} for side in (was, now)
    ]
    return any(one and other and not one & other for one, other in zip(*(side.values() for side in signs), strict=True))


_GIVEN_OR_TAKEN = ("in_person", "contact", "minors", "friends", "ex_held", "record")
