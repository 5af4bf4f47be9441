"""Clocks that a Spanish line spells out in figures: "de las ocho y media de la manana a la una de la tarde"."""

from __future__ import annotations

import re

from monitors.language.words.patterns import regex

_HOURS = {
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "once": 11, "doce": 12,
}  # fmt: skip
_PAST = {"": "00", "y media": "30", "y cuarto": "15", "en punto": "00"}
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|\d{{1,2}})(?P<past> y media| y cuarto| en punto)?"
_OF_DAY = r"(?: ?(?P<half>[ap])\. ?m\b\.?| de la (?P<part>manana|tarde|noche)| del (?P<noon>mediodia))"
_SAID = regex(rf"(?<![\d:.])\b(?P<at>las? )?{_HOUR}{_OF_DAY}")
# Where neither half of the day is told, only two clocks together are surely clocks.
_BARE = rf"las? (?:{'|'.join(_HOURS)}|\d{{1,2}})(?: y media| y cuarto| en punto)?"
_SPAN = regex(rf"\b(?:de|desde|entre) {_BARE} (?:a|hasta|y) {_BARE}(?= |[.,;|]|:(?!\d)|$)")
_ONE_OF_SPAN = regex(rf"\blas? {_HOUR}")


def spelled_clocks(bare: str) -> str:
    """A line without accents with its clocks as "8:30 a.m."; "las dos visitas" tells none."""
    bare = _SAID.sub(_clock, bare)
    return _SPAN.sub(lambda span: _ONE_OF_SPAN.sub(lambda one: f"las {_figures(one)}", span.group()), bare)


def _clock(match: re.Match[str]) -> str:
    morning = match["half"] == "a" or match["part"] == "manana"
    return f"{match['at'] or ''}{_figures(match)} {'a' if morning else 'p'}.m."


def _figures(match: re.Match[str]) -> str:
    hour = _HOURS.get(match["hour"]) or int(match["hour"])
    return f"{hour}:{_PAST[(match['past'] or '').strip()]}"
