"""Words as concepts: what two wordings share once synonyms, endings and small words are set aside."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from functools import lru_cache

from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import Pattern, regex

_PHRASES = (
    (Pattern(r"\bfirst day (?=of (?:each|every|the) month\b)"), "first "),
    (Pattern(r"\b([a-z][\w' -]{3,50}?) (?:is|are) not counted\b"), r" not counting \1 "),
    # "One visit in person or one by video": not the same as both.
    (Pattern(r"\b(1 (?:[\w-]+ ){0,3}(?:visits?|calls?|sessions?)(?: [\w-]+){0,3}) or (?=1 )"), r"\1 either "),
    (Pattern(r"\b(photo id|identification|license|passport|id(?: card)?) or (?=(?:an?|1|your|the) )"), r"\1 either "),
    (Pattern(r"\b(must be (?!accompanied|supervised|with|under|in )(?:[a-z-]+ ){1,2})or (?!an? |older|over|above|more|younger|under|less)"), r"\1either "),
    # Particles that turn their verb: "phased in" and "phased out", "gives up", "moved from".
    (Pattern(r"\b(phas|roll|shut|lock|l[eo]t|keep|kept|rul|turn|cut|forc|push|clos)(?:e|es|ed|s|ing|ting)?[- ]out\b"), r" \1out "),
    (Pattern(r"\bg(?:ive|ives|ave|iven|iving) up\b"), " giveup "),
    (Pattern(r"\b(?:switch\w*|shift\w*|mov(?:e|es|ed|ing)|convert\w*|transition\w*) (?:away )?from\b(?! [^.;]* to\b)"), " movefrom "),
    (Pattern(r"\b1st\b"), " first "),
    (Pattern(r"\b2nd\b"), " second "),
    (Pattern(r"\b3rd\b"), " third "),
    (Pattern(r"\b4th\b"), " fourth "),
    (Pattern(rf"\b{visits.HELD}(?:'s?)?"), " heldone "),
    (Pattern(r"\b(?:visiting|visitation|visit|visits)(?: (?:hours|times|schedule|timetable))\b"), " visithours "),
    (Pattern(r"\b(?:visits?|visitation|visiting|sessions?|sit-downs?|visitas?)\b"), " visit "),
    (Pattern(rf"\b{visits.VISITOR}\b"), " visitor "),
    (Pattern(r"\b(?:jail|prison|facility|detention center|correctional (?:center|facility|institution)|adult detention|institution|unit)\b"), " jail "),
    (Pattern(r"\b(?:photo (?:id|identification|card)|(?:state|government)[- ]?(?:issued)? (?:photo )?(?:id|identification|card)s?|identification|picture id)\b"), " idcard "),
    (Pattern(r"\b(?:in person|in-person|face[- ]to[- ]face)\b"), " inperson "),
    (Pattern(r"\b(?:puts? off|putting off|postpon(?:e|es|ed|ing)|deferr?(?:s|ed|ing)?)\b"), " putoff "),
    (Pattern(r"\b(?:at no (?:cost|charge)|free of charge|no charge|without (?:charge|cost)|complimentary|no cost|costs? nothing|gratis|sin costo|free)\b"), " freeofcharge "),
)  # fmt: skip
# Words that bear nothing; beside them those that join, negate or weigh.
_LITTLE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "from",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "as",
        "we",
        "our",
        "you",
        "your",
        "they",
        "their",
        "he",
        "she",
        "his",
        "her",
        "there",
        "here",
    ]
)
STOP = _LITTLE | frozenset(
    [
        "and",
        "or",
        "with",
        "per",
        "each",
        "every",
        "any",
        "all",
        "please",
        "will",
        "shall",
        "has",
        "have",
        "had",
        "do",
        "does",
        "who",
        "which",
        "so",
        "such",
        "than",
        "then",
        "if",
        "into",
        "up",
        "out",
        "about",
        "only-x",
        "also",
        "el",
        "la",
        "los",
        "las",
        "de",
        "del",
        "y",
        "en",
        "un",
        "una",
        "por",
        "con",
        "para",
        "se",
    ]
)
_SAME = {
    "must": "must", "shall": "must", "need": "must", "needs": "must", "required": "must", "mandatory": "must",
    "may": "may", "can": "may", "could": "may", "permitted": "may", "allowed": "may", "able": "may",
    "cannot": "not", "can't": "not", "don't": "not", "won't": "not", "isn't": "not", "never": "not", "no": "not",
    "last": "run", "lasts": "run", "runs": "run", "run": "run", "long": "run", "length": "run",
    "reserve": "book", "reserved": "book", "reservation": "book", "reservations": "book", "appointment": "book",
    "appointments": "book", "schedule": "book", "scheduled": "book", "scheduling": "book", "booking": "book",
    "booked": "book", "price": "cost", "prices": "cost", "fee": "cost", "charge": "cost", "charged": "cost",
    "costs": "cost", "rate": "cost", "rates": "cost", "billed": "cost", "begin": "start", "begins": "start",
    "beginning": "start", "starts": "start", "starting": "start", "commence": "start", "people": "person",
    "persons": "person", "individuals": "person", "kids": "child", "children": "child", "minor": "child",
    "minors": "child", "maximum": "upto", "limited": "upto", "limit": "upto",
    "remain": "remain", "remains": "remain", "stay": "remain", "stays": "remain",
    "retain": "keep", "retains": "keep", "retained": "keep", "keeps": "keep", "kept": "keep",
    "sole": "sole", "exclusive": "sole", "solely": "sole", "exclusively": "sole",
}  # fmt: skip
_TOKEN = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|\$\d+(?:\.\d+)?|\d+(?:\.\d+)?%?|[^\W\d_]+(?:'[a-z]+)?")
_ENDING = Pattern(r"(?:ments?|ings?|edly|ed|es|s|ly)$")


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A word without its common English endings; short words stay whole."""
    if word in _SAME:
        return _SAME[word]
    bare = _ENDING.sub("", word) if len(word) > 4 else word.rstrip("s") if len(word) > 3 else word
    return bare.rstrip("e") if len(bare) > 4 else bare


@lru_cache(maxsize=8192)
def concepts(plain: str) -> tuple[str, ...]:
    """The concept words of a canonical text, in order, small words dropped."""
    for pattern, replacement in _PHRASES:
        plain = pattern.sub(replacement, plain)
    return tuple(stem(word) for word in _TOKEN.findall(plain) if word not in STOP)


# Marks that say yes or no; "x" is a letter. Where one stands alone for a bullet it says nothing.
YES, NO = "✓✔☑☒", "✗✘☐"


def boxes(plain: str) -> tuple[bool, ...]:
    """The boxes and ticks of a text in order, whether each says yes."""
    return tuple(mark in YES for mark in plain if mark in YES or mark in NO)


_FIGURE = {"$": "<money>", "[": "<range>", "{": "<days>", "@": "<clock>"}


def _figure(token: str) -> str:
    if token.endswith("%"):
        return "<percent>"
    return _FIGURE.get(token[0], "<number>" if token[0].isdigit() else stem(token))


@lru_cache(maxsize=8192)
def words(plain: str) -> tuple[str, ...]:
    """The stemmed words of a canonical text with "not", "and", "if" kept, figures by their kind."""
    for pattern, replacement in _PHRASES:
        plain = pattern.sub(replacement, plain)
    return tuple(_figure(word) for word in _TOKEN.findall(plain) if word not in _LITTLE)


_DAMAGE = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o", "v": "y", "5": "s", "8": "b", "q": "g"})


@lru_cache(maxsize=8192)
def shape(plain: str) -> str:
    """What scanning damage leaves alone: letters that scanners confuse (l/1/I, O/0, rn/m, v/y) made one."""
    return re.sub(r"[^a-z0-9]", "", plain.replace("rn", "m").replace("vv", "w").translate(_DAMAGE))


# Who gives and who takes, and in which form, how many and at what cost: in another order these may be another's.
_PARTIES = frozenset(
    stem(word)
    for word in re.findall(
        r"[\w']+",
        "county vendor sheriff contractor provider supplier agency city department warden visitor visitors heldone family families friend friends"
        " child parent parents attorney attorneys lawyers counsel public clergy adults women men males females pretrial sentenced spouses relatives",
    )
)
_WORTHS = frozenset(
    stem(word)
    for word in re.findall(
        r"[\w']+",
        "video inperson home lobby kiosk remote booth booths phone calls contact telephone tablet screen freeofcharge charge not pay",
    )
)
_AGENT = regex(
    r"^(.*?) (?:by|through) ((?:the |a |any |each )?(?:county|vendor|sheriff|contractor|provider|company|agency|city|department|warden|jail|facility)(?:'s office)?)\b(.*)$"
)


def bound_alike(old: str, new: str) -> bool:
    """Whether two canonical lines of the same words name their parties in one order, and forms, figures and prices in
    one, so that what was said of one is not said of another now: "the county shall pay the vendor". Who does it may
    stand behind "by"."""
    was, now = (concepts(_AGENT.sub(r"\2 \1\3", plain)) for plain in (old, new))
    return all(
        [word for word in was if bound(word)] == [word for word in now if bound(word)]
        for bound in (_is_party, _is_worth)
    )


def _is_party(word: str) -> bool:
    return word in _PARTIES


def _is_worth(word: str) -> bool:
    return word in _WORTHS or not word[0].isalpha()
