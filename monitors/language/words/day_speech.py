"""Freer ways of saying visiting days brought to sets and counts: "all week but the Sabbath", "two evenings" -> "#2".

Only for lines that are known to be about visiting hours; elsewhere "the weekend" or "six days" may mean anything.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words.patterns import regex
from monitors.language.words.wording import DAYS

SET = r"\{[a-z,]+\}"
_ALL = "{" + ",".join(DAYS) + "}"
_WORKDAYS = "{" + ",".join(DAYS[:5]) + "}"
PART = r"(?:days?|evenings?|afternoons?|mornings?|nights?)"
_NOT_AHEAD = r"(?! (?:ahead|before|after|notice|in advance|from|late|old|earlier|prior|later|beforehand|until|have|must|without|wait|(?:a|per|each|every|in the|of the) (?:month|year)))"
_STEMS = {"mon": "mon", "tues": "tue", "wednes": "wed", "thurs": "thu", "fri": "fri", "satur": "sat", "sun": "sun"}

_DAY_SPEECH = (
    (regex(r"\b(?:the )?(?:sabbath|lord's day)(?:'s)?\b"), "{sun}"),
    (
        regex(rf"\b([1-5]) (?:weekdays|workdays|working days|{re.escape(_WORKDAYS)})(?! (?:ahead|before|notice))"),
        r"#\1",
    ),
    (regex(r"\b1 (?:weekend day|day of the weekend)\b"), "#1"),
    (regex(r"\b(?:2|both) (?:weekend days|days of the weekend)\b"), "{sat,sun}"),
    (
        regex(
            rf"\b(?:(?:all|every|each|any|either) )?(?:(?:week|work|school|business|working) ?-?days?|week ?-?nights?)(?:'s?)?(?: {PART})?\b(?! (?:before|ahead|notice|in advance|prior))"
        ),
        _WORKDAYS,
    ),
    (
        regex(
            rf"\ball (?:days|evenings|afternoons|mornings|nights)\b|\b(?:whatever|whichever|every single|each and every) {PART}\b(?: of the week)?|\ball (?:the )?week(?: (?:long|round|through))?\b|\b(?:the )?(?:whole|entire|full) week\b|\bday in,? day out\b|\b(?:all|each of the) 7(?: {PART})?\b|\b7 {PART}\b{_NOT_AHEAD}(?: (?:out )?of (?:7|the week)| (?:a|per|each|every|in the) week)?"
        ),
        _ALL,
    ),
    (
        regex(rf"(?<!per )(?<!a )\b(?:(?:the|every|each|any|both|all) )?weekends?(?:'s?)?(?: {PART})?\b"),
        "{sat,sun}",
    ),
)
# "Weekend visits: {sat} 9-3": the days that are named say which of the weekend are meant.
_WEEKEND = regex(r"\bweekend\b(?! days?\b)")
_WEEKEND_NAMED = regex(r"\bweekend\b[^{;]{0,40}\{(?:sat|sun|sat,sun)\}")
_OWNED = regex(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day(?:'s|s')(?! (?:no|a|an|the|not|when)\b)")
_FEWER = regex(rf"\b(?:from|of(?: its| the| their)?) [1-7] (?:visiting )?{PART}(?: a week)? (?:down |up )?to ([1-7])\b")
_A_WEEK = regex(
    rf"(?<!within )(?<![\d.$-])\b([1-6]) {PART} (?:a|per|each|every|in (?:a|the|each|every|any)|of (?:the|each|every|a)|out of the) week\b"
)
_AMONG = regex(
    rf"\b(?:one|two|1|2|both|{SET},? both) (?:of (?:which|them|these|those)|among them)(?: \w+){{0,3}}? (?:an? |on )*{SET}(?:(?: or| and|,)(?: an?| on)* {SET})*|{SET},? (?:both|all) among them"
)
_SOME_OF = regex(rf"\b(one|two|three|four|five|six) of (?:its|the|their|those|these|our|your) (?:[1-7] )?{PART}\b")
_ONE_TO_SIX = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNT = regex(
    rf"(?<!within )(?<!after )(?<!every )(?<!last )(?<!next )(?<!past )(?<!first )(?<!least )(?<!for )(?<![\d.$-])\b([1-6]):? (?:(?:visiting|public|open|full|whole|set|different|other|more) )*{PART}\b{_NOT_AHEAD}"
)
_RANGE = regex(r"(?:\{([a-z]{3})\} ?(?:to|through|thru|till|-) ?\{([a-z]{3})\}|\bbetween \{([a-z]{3}),([a-z]{3})\})")
_REST = regex(
    rf"\b(?:(?:on|any|every|each|all|the) )*other (?:[1-6] )?{PART}\b|\b(?:the )?(?:rest of the week|remaining (?:[1-6] )?{PART})\b"
)
_NO_REST = regex(
    rf",?(?: and)?(?: on)? no other {PART}\b(?: of the week)?|\b(?:the |any |on )*(?:other|remaining) {PART} (?:we receive |there (?:is|are) )?(?:nobody|none|no visit\w*)"
)
_JOINT = regex(
    rf"({SET})(?: ?{PART}\b)?(?:,? ?(?:and|&|or|as well as|plus|/|y|o|then|\+) ?|, ?| )(?:(?:also|on|each|every|the|an?|both|again) )*(?={SET})"
)
_NARROWED = regex(rf"({re.escape(_ALL)}|{re.escape(_WORKDAYS)}) ?(?:\(|,? ?from |: ?| - | ?)(?={SET})")
_EACH_DAY = regex(rf"(\[\d{{4}}-\d{{4}}\],?(?: on)?) {re.escape(_ALL)}")
BUT = r"(?:but(?: not| for| never)?|(?:and |but )?no longer|instead of|in (?:the )?place of|in lieu of|rather than|takes the place of|has changed places with|save|except(?:ing|ed)?|bar(?:ring)?|other than|apart from|minus|less|with the exception of|excluding|not counting|not|never|only not)(?: for| on| the| an?| only| of)*"
_ALL_BUT = regex(rf"({SET}),? ?\(?{BUT} ({SET})\)?")
_PASSING = regex(
    r"\b(?:this|next|last|coming|by|until|till|since|before|starting|beginning|effective|as of|said|says|told \w+|announced|stopped|ended|voted|ruled|filed|wrote|agreed)(?: on| this| next| last| late| early)* \{[a-z]{3}\}(?! (?:and|to|through|or) )"
    r"|\bas (?:on )?any other \{[a-z,]+\}"
)
_BUT_EVERY = regex(  # "save on Monday, each afternoon"
    rf"\b(?:but|save|except(?:ing)?|excluding|apart from|other than)(?: for| on)* \{{([a-z]{{3}}),{','.join(DAYS)}\}}"
)
_LEADING_BUT = regex(
    rf"((?:^|[.;:] ?))(?:but|save|except(?:ing)?|excluding|apart from|other than|all but)(?: for| on)* ({SET}),? (.*)$"
)
_EXCEPTED = regex(  # "every day, Sunday excepted", "every day, Sunday not excepted": the days in one set
    rf"\{{{','.join(DAYS)}(?P<days>(?:,[a-z]{{3}})+)\}}(?: and (?:\w+ )?holidays)?(?P<not> not)? excepted\b"
    rf"|{re.escape(_ALL)} \((?P<bracket>{SET})(?: and (?:\w+ )?holidays)? excepted\)|(?<=\}}),? without (?:any )?exceptions?\b"
)
_EITHER = regex(rf"\b(?:either|1 of|one of)(?: of)?(?: the)? {SET}")


_LETTERS = (
    (regex(r"\bm ?- ?f\b"), _WORKDAYS),
    (regex(r"\bm[ /,&-]{0,2}w[ /,&-]{0,2}f\b"), "{mon,wed,fri}"),
    (regex(r"\btu?[ /,&-]{0,2}th\b"), "{tue,thu}"),
)


def spoken_days(text: str) -> str:
    """A canonical line with its days as sets, or as counts ("#3") where they are not named."""
    if _WEEKEND_NAMED.search(text):
        text = _WEEKEND.sub(" ", text)
    for pattern, days in (*_LETTERS, *_DAY_SPEECH):
        text = pattern.sub(days, _OWNED.sub(lambda m: f"{{{_STEMS[m[1]]}}}", _FEWER.sub(r"#\1", text)))
    text = _SOME_OF.sub(lambda m: f"#{_ONE_TO_SIX[m[1]]}", _A_WEEK.sub(r"#\1", _AMONG.sub(" ", text)))
    text = with_exceptions(_COUNT.sub(r"#\1", _rest(_RANGE.sub(_from_to, text))))
    text = _LEADING_BUT.sub(r"\1\3, except \2", _PASSING.sub(" ", _BUT_EVERY.sub(rf"{_ALL} except {{\1}}", text)))
    text = _NARROWED.sub("", text)
    if text.count("{") > 1:
        text = _EACH_DAY.sub(r"\1", text)
    return _ALL_BUT.sub(_all_but, _EITHER.sub("#1", _JOINT.sub(r"\1", text).replace("}{", ",")))


def with_exceptions(text: str) -> str:
    """A line with the days that are left of "every day, Sunday excepted" or "not excepted"."""
    return _EXCEPTED.sub(_excepted, text) if "excep" in text else text


def _excepted(hit: re.Match[str]) -> str:
    days = hit["days"] or hit["bracket"]
    if days is None:
        return ""
    return _ALL if hit["not"] else _set(frozenset(DAYS) - named(days))


def named(days: str) -> frozenset[str]:
    """The days of a set as written, "{sat,sun}"."""
    return frozenset(days.strip("{}").split(",")) - {""}


def _set(days: frozenset[str]) -> str:
    return "{" + ",".join(day for day in DAYS if day in days) + "}"


def _rest(text: str) -> str:
    """ "On any other day" as the days that the line does not name, where it names some."""
    text = _NO_REST.sub(" ", text)
    if "{" not in text or not _REST.search(text):
        return text
    rest = frozenset(DAYS).difference(*map(named, re.findall(SET, text)))
    return _REST.sub(_set(rest), text) if rest else text


def _from_to(match: re.Match[str]) -> str:
    first, last = (DAYS.index(day) for day in match.groups() if day)
    return "{" + ",".join(DAYS[(first + n) % 7] for n in range((last - first) % 7 + 1)) + "}"


def _all_but(match: re.Match[str]) -> str:
    kept = named(match[1]) - named(match[2])
    return _set(kept) if kept else match.group()
