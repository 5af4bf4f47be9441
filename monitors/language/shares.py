"""Shares of money in one form: "a fifth of what families pay", "20 cents of every dollar", "thirty of each hundred
dollars" -> "20%", "20%", "30%"."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.numbers import number_of

_PARTS = {
    "half": 50.0, "halve": 50.0, "third": 33.3, "quarter": 25.0, "fourth": 25.0, "fifth": 20.0, "sixth": 16.7,
    "eighth": 12.5, "tenth": 10.0, "twelfth": 8.3, "twentieth": 5.0,
}  # fmt: skip
# Of money alone: half of the visitors, a third of the hour and the third visit stay what they are.
_MONEY = (
    r"\b(?:charges?|fees?|receipts?|revenues?|taken|takes?|takings|dollars?|prices?|paid|pays?|payments?|spends?|spent|"
    r"collect(?:s|ed)|gross|proceeds|income|earns?|earned|earnings|money|moneys|sales|billings|comes? in|brings? in|profits?)\b"
)
_PART = rf"(?:(an?|\d+)[ -])({'|'.join(_PARTS)})s?\b"
_PART_OF_MONEY = re.compile(
    rf"\b{_PART}(?: (?:part|share))?(?= of (?:what|every|each|all|the|its|their|our|that|any)\b[^.;:|]{{0,40}}?{_MONEY})"
)
_OF_MONEY_A_PART = re.compile(
    rf"(\bof (?:what|all|every|each|the)\b[^.;:|]{{0,30}}?{_MONEY}[^.;:|]{{0,20}}?){_PART}(?= (?:goes|go|is|are|will|shall|returns?|comes?|belongs?)\b)"
)
_OF_A_HUNDRED = re.compile(
    r"\b(\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?: (?:dollars?|cents?|parts?))? (?:of|in|out of|to) (?:the|each|every) (?:100|hundred)\b(?: dollars| cents)?"
)
_OF_A_DOLLAR = re.compile(
    r"\b(\d+(?:\.\d+)?) ?(?:cents?|¢) (?:of|on|in|out of|from) (?:the|each|every|a|1) (?:dollar|\$1)\b"
)


def shares(text: str) -> str:
    """Lower-case text with number words as digits, its shares of money as percentages."""
    text = _OF_A_DOLLAR.sub(r"\1%", text)
    text = _OF_A_HUNDRED.sub(_of_a_hundred, text)
    text = _PART_OF_MONEY.sub(lambda match: _percent(match[1], match[2]), text)
    return _OF_MONEY_A_PART.sub(lambda match: match[1] + _percent(match[2], match[3]), text)


def _of_a_hundred(match: re.Match[str]) -> str:
    said = match[1]
    value = said if said[0].isdigit() else str(number_of(said))
    return f"{value}%" if value != "0" else match[0]


def _percent(count: str, part: str) -> str:
    return f"{round((1 if count.startswith('a') else int(count)) * _PARTS[part], 1):g}%"
