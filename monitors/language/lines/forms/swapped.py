"""A plain line by which visits are in person on one side and by other means on the other: "Visits are in person.", "Visits
are virtual." (S1).

Both wordings tell how visits are held and neither denies anything, so that no rule had a word to turn, and where the
other means is told by an adverb, "remotely", "online", the reader heard nothing.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.claims.policy import dated, one_group
from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_HERE = r"(?:in[- ]person|face[- ]to[- ]face|(?:here )?at (?:the|our) (?:county )?(?:jail|facility|prison|detention center)|on-?site)"
_BY_OTHER_MEANS = r"(?:remote(?:ly)?|virtual(?:ly)?|online|on ?-?line|(?:by|on|over|via|through|using) (?:a |an |the |our |your )*(?:video|screens?|tablets?|internet|web|computers?|app|web ?cam|monitors?|kiosks?|televisions?|tv)(?: (?:visits?|calls?|link|screens?|app))?|from (?:your |their )?home)"
_MORE = r"(?: (?:only|alone|now|instead|exclusively))?(?: (?:on|each|every|from|at|during|in|with) [^.;|]{2,50})?[.!]?"
_VISITS = r"(?:(?:all|the|our|your|family|social|public|general|regular|weekly|weekend|personal|visitor) )*(?:visits?|visiting|visitation|visiting sessions?|sessions with (?:inmates|families))"
_ARE = r"(?:(?:is|are|will be|may be|can be|must be|takes? place|happens?|will take place) )(?:(?:held|done|conducted|made|offered|available|now|all|only|always|again|still) )*"
_PEOPLE = r"(?:(?:all|the|adult|approved|listed|your|our) )*(?:visitors|families|family members|relatives|friends|loved ones|parents|spouses|inmates|prisoners|residents|people in jail|you|everyone|the public)"
_MAY = r"(?:(?:may|can|will|must|now|only|again|still|should|are able to|are allowed to) )*"
_SEE = r"(?:visit|meet|see (?:each other|(?:their|your|an?|the) [\w ]{3,20}?)|visit (?:with )?(?:each other|(?:their|your|an?|the) [\w ]{3,20}?|inmates|friends|family)|(?<!you )(?<!you may )(?<!you can )(?:attend|come|connect)(?: (?:visits?|with [\w ]{3,20}?))?)"


def _line(way: str) -> re.Pattern[str]:
    return regex(rf"(?:{_VISITS} {_ARE}|{_PEOPLE} {_MAY}{_SEE} )(?:only )?(?P<way>{way}){_MORE}")


_IS_HERE, _IS_REMOTE = _line(_HERE), _line(_BY_OTHER_MEANS)
# "We offer in-person visits on Sundays.", "We offer virtual visits on Sundays."
_OF_FORM = regex(
    r"\b(?P<form>(?P<here>in[- ]person|face[- ]to[- ]face)|virtual|online|on-line|remote|video|tablet|screen|web)[ -](?=(?:visits?|visitation|visiting|sessions?)\b)"
)
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})\b")
_SCREEN = regex(rf"\b{_BY_OTHER_MEANS}|\b(?:{visits.VIDEO}|{visits.VIDEO_REMOTE})\b")
# How visits are held on one day, or while something lasts, is no end of the other form: it is left to the other rooms.
_FOR_A_TIME = regex(r"\b(?:today|tomorrow|tonight|this|next|until|till|through|during|while|due to|because)\b")
_OTHERS = regex(rf"\b(?:{visits.LEGAL}|courts?|hearings?|tours?|volunteers?|appl\w+|register|bond)\b")


def swapped_forms(scene: Scene, alignment: Alignment) -> Certain:
    """Pairs of lines that hold visits in person, and by other means; not where the page that holds them by other means
    speaks of visits in person elsewhere."""
    if not scene.official or scene.of_others:
        return Certain()

    def swapped(old: Unit, new: Unit) -> Effect | None:
        for sign, here, other, page in ((-1, old, new, scene.after), (1, new, old, scene.before)):
            told = _way(here, _IS_HERE, _SCREEN), _way(other, _IS_REMOTE, _IN_PERSON)
            if not all(told):
                told = _forms(here, other)
            if not all(told):
                continue
            if any(_IN_PERSON.search(unit.plain) for unit in page if unit is not other):
                return None
            facts = (Fact("in_person_allowed", sign < 0, sign > 0),)
            words = (" -> ".join(told[::-sign]),)
            topics = (Topic.IN_PERSON,)
            effect = Effect("P-turn-in_person", sign, Severity.CRITICAL, topics, facts, old.plain, new.plain, words)
            return effect.lower("S6") if one_group(new.plain) else effect
        return None

    return of_pairs(alignment, swapped)


def _forms(here: Unit, other: Unit) -> tuple[str, str]:
    """The forms in which alone two lines differ, the one in person and the other; "" where that is not all."""
    hits = [list(_OF_FORM.finditer(unit.plain)) for unit in (here, other)]
    if here.row or any(len(found) != 1 for found in hits) or _OTHERS.search(here.plain):
        return "", ""
    if (
        dated(here.plain)
        or _FOR_A_TIME.search(here.plain)
        or _OF_FORM.sub("", here.plain) != _OF_FORM.sub("", other.plain)
    ):
        return "", ""
    first, second = (found[0] for found in hits)
    return (first["form"], second["form"]) if first["here"] and not second["here"] else ("", "")


def _way(unit: Unit, told: re.Pattern[str], not_by: re.Pattern[str]) -> str:
    """By which way a line says that visits are held, "" where it says more than that."""
    plain = unit.plain
    if unit.row or not_by.search(plain) or _OTHERS.search(plain) or dated(plain) or _FOR_A_TIME.search(plain):
        return ""
    hit = told.fullmatch(plain)
    return hit["way"] if hit else ""
