"""The vocabulary of visiting: does a text speak of visits to people in custody, or of what they cost and who may come?

Wide on purpose. It guards text against being dropped as furniture and lets the reading look closer; a term that also
occurs elsewhere costs one more look, a missing term costs a missed rule. Each group says why its terms are there.
"""

from __future__ import annotations

import re

# The word itself, in the languages that jails publish in; "visitwatch"-like brand names do no harm.
_VISITS = (r"visit(?:s|ed|ing|or|ors|ation|ations)?", r"visita(?:s|nte|ntes|r|ción|cion|ciones)?", r"visitas")

# The encounter in other words: pages for families often avoid "visit".
_MEETINGS = (
    r"in[- ]person",
    r"face[- ]to[- ]face",
    r"through[- ](?:the[- ])?glass",
    r"(?:non[- ]?)?contact (?:room|visit|session|meeting)s?",
    r"no[- ]contact (?:room|session|basis)s?",
    r"sit(?:ting)? down with",
    r"(?:see|meet|hug|embrace|kiss|call on)(?:ing|s)? (?:your |their |his |her |a |an |the )?"
    r"(?:loved ones?|famil\w+|relatives?|inmates?|residents?|detainees?|prisoners?|person in custody|people in custody|"
    r"incarcerated|son|daughter|husband|wife|partner|mother|father|children|kids|friend|someone)",
    r"cara a cara",
    r"en persona",
)

# Places where visits happen; a notice about "booths" or "the gallery" is a notice about visits.
_PLACES = (
    r"booths?",
    r"plexi-?glass",
    r"partitions?",
    r"dividers?",
    r"kiosks?",
    r"lobby (?:screens?|terminals?|video|sessions?|calls?)",
    r"handsets?",
    r"video (?:calls?|sessions?|rooms?|terminals?|screens?|chats?|meetings?|connect\w*|only|service)",
    r"screens? time",
    r"remote (?:sessions?|calls?|video)",
    r"(?:home|internet|tablet|online|virtual|on-?screen) (?:video|sessions?|calls?)",
    r"videollamadas?",
    r"vidrio",
    r"cabinas?",
)

# Prices, shares and neighbouring channels: their rows often stand alone under a heading.
_MONEY_AND_CHANNELS = (
    r"commissions?",
    r"revenue shar\w+",
    r"minimum guarantee",
    r"kickbacks?",
    r"site commissions?",
    r"(?:approved|visiting|visitor|visitation|pin|calling) (?:list|card|roster)s?",
    r"walk-?ins?",
    r"lockdowns?",
    r"per[- ](?:minute|session|call|visit)",
    r"(?:phone|telephone|call|calling|video) (?:rates?|charges?|fees?|prices?|time|calls?)",
    r"calls? (?:cost|are|from)",
    r"tablets?",
    r"(?:personal|inmate|incoming|paper|legal) mail",
    r"letters?|postcards?|correspondence",
    r"securus|viapath|gtl|telmate|gettingout|icsolutions|homewav|ncic|jpay",
    r"smart ?communications|pay-?tel|aventiv|encartele",
    r"tarifas?|cargo por",
)

_TERMS = re.compile(
    r"(?<![\w@./-])(?:" + "|".join((*_VISITS, *_MEETINGS, *_PLACES, *_MONEY_AND_CHANNELS)) + r")(?![\w@])", re.I
)
_TERMS_LOWER = re.compile(_TERMS.pattern)


def mentions_visits(text: str) -> bool:
    """Whether the text holds any word of the visiting vocabulary. Any str is accepted; "" is False."""
    # Three times as fast as asking without regard to case; only beyond ASCII is lower case not the same question.
    return (_TERMS_LOWER.search(text.lower()) if text.isascii() else _TERMS.search(text)) is not None
