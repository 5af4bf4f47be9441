"""Shares of money in one form: "a fifth of what families pay", "20 cents of every dollar", "thirty of each hundred
dollars" -> "20%", "20%", "30%"."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words.numbers import number_of
from monitors.language.words.patterns import Pattern, Replacements

_PARTS = {
    "half": 50.0, "halve": 50.0, "third": 33.3, "quarter": 25.0, "fourth": 25.0, "fifth": 20.0, "sixth": 16.7,
    "eighth": 12.5, "tenth": 10.0, "twelfth": 8.3, "twentieth": 5.0,
}  # fmt: skip
# Of money alone: half of the visitors, a third of the hour and the third visit stay what they are.
_SUMS = (
    r"(?:charges?|fees?|receipts?|revenues?|takings|dollars?|prices?|payments?|gross|proceeds|income|earnings|moneys?|sales|"
    r"billings|profits?)\b"
)
_MOVED = r"(?:taken|takes?|paid|pays?|spends?|spent|collect(?:s|ed)?|earns?|earned|comes? in|brings? in)\b"
# "a third of the visitors paid" is no share of what they paid; "of the visitors' fees" is.
_OTHERS = (
    r"\b(?:visit(?:or)?s?|inmates?|prisoners?|detainees?|residents?|families|people|persons?|children|staff|hours?|minutes?|days?|weeks?|"
    rf"months?|years?|time|sessions?|calls?|booths?|rooms?|seats?|lobby)\b(?!['’]?s?(?: \w+)? {_SUMS})"
)
_ALONG = rf"(?:(?!{_OTHERS})[^.;:|])"
# What is done with money makes money only of "what", "all that" and money itself.
_SUM = (
    rf"(?:what\b[^.;:|]{{0,40}}?\b(?:{_SUMS}|{_MOVED})|(?:all|everything)(?: that)? {_ALONG}{{0,30}}?\b(?:{_SUMS}|{_MOVED})"
    rf"|(?:the|a) takes?\b|(?:every|each|all|the|its|their|our|that|any)\b{_ALONG}{{0,40}}?\b{_SUMS})"
)
_PART = rf"(?:(an?|\d+)[ -])({'|'.join(_PARTS)})s?\b"
_PART_OF_MONEY = Pattern(rf"\b{_PART}(?: (?:part|share))?(?= of {_SUM})")
_OF_MONEY_A_PART = Pattern(
    rf"(\bof {_SUM}[^.;:|]{{0,20}}?){_PART}(?= (?:goes|go|is|are|will|shall|returns?|comes?|belongs?)\b)"
)
# "four in the hundred." and "18 of each 100 dollars" are shares; "20 of the 100 booths" and "the 100 block" are not.
_OF_A_HUNDRED = Pattern(
    r"\b(\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?P<unit> (?:dollars?|cents?|parts?))? (?:of|in|out of|to) (?:the|each|every) (?:100|hundred)\b"
    r"(?: (?:dollars|cents)\b|(?(unit)|(?=\s*(?:[.,;:!?()|]|$)| (?:of|from|on|go(?:es)?|is|are|will|shall|belongs?|returns?|comes?|and|or|to|for)\b)))"
)
_OF_A_DOLLAR = Pattern(
    r"\b(\d+(?:\.\d+)?) ?(?:cents?|¢) (?:of|on|in|out of|from) (?:the|each|every|a|1) (?:dollar|\$1)\b"
)
# "of each dollar paid, 50 cents go to the county"
_OF_A_DOLLAR_CENTS = Pattern(
    r"(\b(?:of|from|out of) (?:each|every|the|a) dollar\b[^.;:|\d]{0,30}?)\b(\d+(?:\.\d+)?) ?(?:cents?|¢)(?= (?:goes|go|is|are|will|shall|returns?|comes?|belongs?|stays?)\b)"
)


# "the county's cut is a tenth", "a fifth of revenue", "one part in eight of what it takes".
_CUT = r"\b(?:cut|share|commission|portion|percentage)\b(?: [a-z]+){0,3}? (?:is|are|at|to|of|from|:) ?(?:one |just )?"
_CUT_A_PART = Pattern(rf"({_CUT}){_PART}(?! of (?:an? )?(?:hour|minute|day|week|month|year|visit))")
_PART_OF_SALES = Pattern(rf"\b{_PART}(?= of (?:[a-z]+ )?{_SUMS})")
_OF_WHICH_A_PART = Pattern(rf"(\bof (?:which|this|that|it),? ){_PART}(?= (?:goes|comes|is|returns?|belongs?|stays?)\b)")
_PARTS_IN = Pattern(
    rf"\b(\d+) parts? (?:in|of|out of)(?: each| every)? (\d+|three|four|five|six|eight|ten|twenty)\b(?= of {_SUM}|[^.;:|]{{0,30}}\b{_MOVED})"
)


def _parts_in(match: re.Match[str]) -> str:
    whole = int(match[2]) if match[2].isdigit() else number_of(match[2])
    return f"{round(100 * int(match[1]) / whole, 1):g}%" if whole >= int(match[1]) else match[0]


def _of_a_hundred(match: re.Match[str]) -> str:
    said = match[1]
    value = said if said[0].isdigit() else str(number_of(said))
    return f"{value}%" if value != "0" else match[0]


def _percent(count: str, part: str) -> str:
    return f"{round((1 if count.startswith('a') else int(count)) * _PARTS[part], 1):g}%"


_SHARES = Replacements(
    (_OF_A_DOLLAR, r"\1%"),
    (_OF_A_DOLLAR_CENTS, r"\1\2%"),
    (_OF_A_HUNDRED, _of_a_hundred),
    (_PART_OF_MONEY, lambda match: _percent(match[1], match[2])),
    (_PART_OF_SALES, lambda match: _percent(match[1], match[2])),
    (_CUT_A_PART, lambda match: match[1] + _percent(match[2], match[3])),
    (_OF_WHICH_A_PART, lambda match: match[1] + _percent(match[2], match[3])),
    (_PARTS_IN, _parts_in),
    (_OF_MONEY_A_PART, lambda match: match[1] + _percent(match[2], match[3])),
)


def shares(text: str) -> str:
    """Lower-case text with number words as digits, its shares of money as percentages."""
    return _SHARES.sub(text)
