"""What a term was before and is now, where one line tells both: "in place of the former $9", "half the old price of $9".

All of it is brought to "$4.5 instead of $9", or to a verb that says which way it went.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.words.patterns import Pattern, Replacements


def _clock_before(match: re.Match[str]) -> str:
    """ "at 7:30 p.m. instead of 8": of the same half of the day."""
    hour = int(match[3]) + (12 if int(match[2]) >= 12 and int(match[3]) < 12 else 0)
    return f"{match[1]}@{hour:02d}00" if hour < 24 else match.group()


# What a figure was before is told behind "instead of", which way it went by the verb.
_INSTEAD = Replacements(
    (
        Pattern(
            r",? in (?:lieu|place) of (?:the )?(?:(?:former|previous|old|earlier|current|present|usual|prior) )?(?=\$?\d)"
        ),
        " instead of ",
    ),
    (
        Pattern(
            r", (?:and )?no longer (?=(?:through|by|via|at|in|behind|on|from|over|weekly|monthly|daily|every|just|only) )"
        ),
        " instead of ",
    ),
    (
        Pattern(
            r",? not (?:the )?(?=\$?\d[^,.;]{0,25}? as (?:before|until now|now|it was|formerly|at present|previously)\b)"
        ),
        " instead of ",
    ),
    (
        Pattern(r"(@(\d\d)\d\d (?:instead of|rather than) )(\d{1,2})(?=[ .,;]*$| (?:from|on|as|starting|effective)\b)"),
        _clock_before,
    ),
    (
        Pattern(
            r"(\binstead of \$?\d[\d.]*(?: (?!as\b)[a-z]+)?) (?:as )?(?:heretofore|formerly|previously|before|until now|now|currently|at present|it was)(?: (?:required|allowed|given|in force|charged|provided|offered))?(?=[ .,;]|$)"
        ),
        r"\1",
    ),
    (
        Pattern(
            r"\b(?:go(?:es|ing)?|went|mov(?:es?|ed|ing)|chang(?:es?|ed|ing)) from (\$?)(\d+(?:\.\d+)?)((?: [a-z]+){0,3} to )\1(\d+(?:\.\d+)?)(?![\d.]*\d)"
        ),
        lambda m: f"{'rises' if float(m[4]) > float(m[2]) else 'falls'} from {m[1]}{m[2]}{m[3]}{m[1]}{m[4]}",
    ),
)


_TIMES = {"half": 0.5, "halved": 0.5, "twice": 2.0, "double": 2.0, "doubled": 2.0, "triple": 3.0, "tripled": 3.0, "trebled": 3.0}  # fmt: skip
_OF_THE_FORMER = Pattern(
    r"\b(half|twice|double|triple) (?:of )?(?:the|its|their|our) (?:former|old|previous|prior|earlier|original|present|current) (?:(?:price|rate|fee|charge|cost|sum|length|allowance|amount)(?: of|,? which (?:was|had been)|,)? )?(\$?)(\d+(?:\.\d+)?)(?![\d.]*\d)"
)
_MULTIPLIED = Pattern(
    r"(\$?)\b(\d+(?:\.\d+)?)((?: (?:minutes|hours|visits|days|sessions|people|names|adults|visitors)\b)?)(?=[^.;$\d]{0,60}? (?:has|have|was|were|will|shall|is|are)(?: been| be| to be)?(?: now)? (?:(halved|doubled|tripled|trebled)|cut in half|(?:cut|reduced) by half)(?! (?:to|from|in)\b))"
)
_UNIT = r"(?:hours|minutes|visits|days|sessions|people|names)(?: (?:a|per|each) (?:week|day|month|visit))?"
_HAD_BEEN = Pattern(
    rf"(\b(?:had been|was|were) (?:[a-z]+ ){{0,3}}\d+(?:\.\d+)? ({_UNIT}), (?:and )?(?:will be|is to be|are to be|is now|are now) (?:[a-z]+ ){{0,3}}?\d+(?:\.\d+)?)(?![\d.]*\d| ?(?:{_UNIT}|%|:))"
)
_SHARE_GOES = Pattern(
    r"(\b\d+(?:\.\d+)?%[^.;$\d]{0,15}(?:\b(?:19|20)\d\d)?[^.;$\d]{0,25} (?:will|shall|is to|would) (?:go|drop|fall|rise|sink|climb|shrink|come down) to \d+(?:\.\d+)?)(?![\d.]*\d|%| ?(?:minutes|hours|days|\$))"
)


def _part(match: re.Match[str]) -> str:
    return f"{match[2]}{float(match[3]) * _TIMES[match[1]]:g} instead of {match[2]}{match[3]}"


def _multiplied(match: re.Match[str]) -> str:
    value = float(match[2]) * _TIMES[match[4] or "half"]
    return f"{match[1]}{value:g}{match[3]} instead of {match[1]}{match[2]}{match[3]}"


_BY_SHARES = Replacements(
    (_OF_THE_FORMER, _part), (_MULTIPLIED, _multiplied), (_HAD_BEEN, r"\1 \2"), (_SHARE_GOES, r"\1%")
)


def formerly(text: str) -> str:
    """A canonical line in which what a term was is told in one way, with both figures and their units."""
    return _BY_SHARES.sub(_INSTEAD.sub(text))
