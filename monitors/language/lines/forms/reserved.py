"""Booths or visiting rooms that the public could use and that are kept for lawyers and clergy now, or the reverse; and
rooms that are put to another use, where the public could see people in them before.

"The booths on the ground floor are reserved to attorneys and clergy." ends visits in person without a word that says so
(domain's phrase 6 of the restrictive side), and the reader takes it for news on lawyers.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_ROOM = r"(?P<room>booths|windows|(?:visiting|visitation) (?:rooms?|hall|area)|(?:in-person|face-to-face|glass|window|booth) visits|visits in person)"
_PROFESSIONALS = rf"(?:{visits.LEGAL}|ministers?|religious (?:visitors|leaders)|(?:parole|law enforcement|court) officers?|officers of the court|legal counsel)"
_RESERVED = regex(
    rf"(?:[\d.]+ )?(?:(?:all|the|our|non-contact|glass|visiting|\d+) )*{_ROOM}(?: (?:on|in|at) (?:the|our) [\w ]{{3,30}}?)? (?:is|are|will be|have been) (?:now |from now on |henceforth )?(?:(?:reserved|kept|set aside|restricted|limited) (?:only |exclusively )?(?:to|for)|(?:open|available|used) only (?:to|for|by)|only for|for)(?: the use of)? "
    rf"{_PROFESSIONALS}(?:(?:,? and|,? or|,) {_PROFESSIONALS})*(?: only)?(?=,? (?:who|which|and may|only)\b|[.;]|$)"
)
# "No one but counsel may use the glass booths."
_ONLY = regex(
    rf"(?:(?:no one|no 1|nobody|no visitors?) (?:but|except|other than|besides) |only ){_PROFESSIONALS}(?:(?:,? and|,? or|,) {_PROFESSIONALS})* (?:may|can|will) (?:now )?(?:use|visit (?:in|at)|sit (?:in|at)|enter|have) (?:(?:the|our|non-contact|glass|visiting) )*{_ROOM}(?=[.;]|$)"
)
_PUBLIC = r"(?:public|famil(?:y|ies)|friends|visitors|you|everyone|anyone|relatives)"
_OPEN = regex(
    rf"\b{_PUBLIC}\b[^.;]{{0,40}} (?:may|can|will|is able to|are able to) (?:\w+ )?(?:visit|use|see|meet|sit|come)\b[^.;]{{0,60}}\b{_ROOM}\b|\b{_ROOM.replace('<room>', '<place>')}\b[^.;]{{0,40}} (?:are|is) (?:(?:open|available) to|for) (?:the |all )?{_PUBLIC}\b"
)
_DENIES = regex(r"\b(?:not|no|never|only|unless|except)\b")


def reserved_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell that give the rooms for visits to professionals alone, or back to everybody."""
    if not scene.official or scene.of_others:
        return Certain()
    gone, come = alignment.gone, alignment.come
    sides = (-1, come, gone, scene.after, scene.before), (1, gone, come, scene.before, scene.after)
    for sign, closed, opened, here, other in sides:
        kept = next((unit for unit in closed if _reserved(unit)), None)
        if kept is None or any(map(_reserved, other)) or any(_of_all(unit, kept) for unit in here):
            continue
        free = next((unit for unit in opened if _of_all(unit, kept)), None)
        if free is not None:
            old, new = (free, kept) if sign < 0 else (kept, free)
            facts = (Fact("in_person_allowed", sign < 0, sign > 0),)
            said = ("for professionals only",)
            effect = Effect(
                "P-turn-in_person", sign, Severity.CRITICAL, (Topic.IN_PERSON,), facts, old.plain, new.plain, said
            )
            return Certain((effect,), (old, new))
    return Certain()


_HALL = r"(?:booths?|windows|(?:visiting|visitation|visitors'?) (?:rooms?|halls?|areas?|galler(?:y|ies))|(?:family|window|glass|contact) rooms?|galler(?:y|ies))"
_OTHER_USE = r"(?:laundry|storage|stor(?:e|age) ?rooms?|offices?|nurses?'? stations?|classrooms?|clinics?|medical (?:unit|rooms?)|beds?|cells?|kitchen|server|armory|training|break ?rooms?|video (?:units?|stations?|terminals?)|screens?)"
_TURNED = regex(
    rf"\b{_HALL}\b[^.;]{{0,50}}? (?:now )?(?:(?:houses?|holds?|serves? as|became|has become|have become|is now|are now) (?:the |an? |our |more )?(?:new |county's )?{_OTHER_USE}\b"
    rf"|(?:was|were|has been|have been|is being|are being|will be) (?:turned|converted|made|remodel+ed|rebuilt|changed) (?:in)?to (?:the |an? |our )?(?:new )?{_OTHER_USE}\b"
    rf"|(?:has|have) (?:made way|given way|given place) (?:for|to) [^.;]{{0,30}}?{_OTHER_USE}\b|gave way to [^.;]{{0,30}}?{_OTHER_USE}\b)"
)
_USED = regex(rf"\b{_HALL}\b|\b(?:across|through|behind|at) the (?:glass|pane|window)\b|\b(?:{visits.IN_PERSON})\b")
_STAYS = regex(rf"\b{_HALL}\b|\b(?:across|through|behind|at) the (?:glass|pane|window)\b|\bin[- ]person visits?\b")
_ELSEWHERE = regex(
    r"\b(?:new (?:visiting|family|visitors'?) (?:room|hall|area)|moved to|move to|another room|elsewhere)\b"
)


def rooms_turned(scene: Scene, alignment: Alignment) -> Certain:
    """What a line tells by which a room for visits is used for something else now: visits in person are over there."""
    if not scene.official or scene.of_others:
        return Certain()
    told = next((unit for unit in alignment.come if _TURNED.search(unit.plain)), None)
    if told is None or any(_TURNED.search(unit.plain) for unit in scene.before):
        return Certain()
    was = next((unit for unit in alignment.gone if _USED.search(unit.plain) and not _DENIES.search(unit.plain)), None)
    left = (unit for unit in scene.after if unit is not told and not _TURNED.search(unit.plain))
    if was is None or _ELSEWHERE.search(told.plain) or any(_STAYS.search(unit.plain) for unit in left):
        return Certain()
    facts = (Fact("in_person_allowed", True, False),)
    words = ("the room is used for something else",)
    effect = Effect("P-turn-in_person", -1, Severity.CRITICAL, (Topic.IN_PERSON,), facts, was.plain, told.plain, words)
    return Certain((effect,), (was, told))


def _reserved(unit: Unit) -> re.Match[str] | None:
    return None if unit.row else _RESERVED.match(unit.plain) or _ONLY.match(unit.plain)


def _of_all(unit: Unit, kept: Unit) -> bool:
    """Whether a line lets everybody use the rooms that another line keeps for some."""
    room, closed = _OPEN.search(unit.plain), _reserved(kept)
    named = room and next(name for name in room.groups() if name)
    return bool(named and closed and named == closed["room"]) and _DENIES.search(unit.plain) is None
