"""A new line that says that video takes, or never takes, the place of visits in person: what this product is there for.

"Video visitation will replace in-person visitation at the facility." is no news to the reader on many a page: half of what
stands in it is a gain to it. Visits behind glass and contact visits take each other's place in the same words. Told only
where the line says nothing besides, and no line of the old page said the same.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from monitors.language.claims.visit_forms import IN_PERSON, forms
from monitors.language.effects.rights import guards
from monitors.language.lines.certain import Certain, joined
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_VISITS = r"(?:visits?|visiting|visitation)"
_VIDEO = rf"(?:(?:the|our|a|an|its|new|remote|on-?site|off-?site|home|all|[a-z]+'s?) )*(?:video|screen)(?: {_VISITS}| calls?)?(?: (?:systems?|services?|programs?|kiosks?|terminals?|only))?"
_MEETING = rf"(?:(?:all|any|the|our|its|traditional|regular|existing|current|public|social|weekly) )*(?:(?:in[- ]person|face[- ]to[- ]face|on-?site|through-the-glass) (?:(?:social|public|family|inmate) )?{_VISITS}|{_VISITS} (?:in person|face[- ]to[- ]face|at the glass|through the glass))"
_WHEN = r"(?:\{[a-z]+\}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d|the (?:end|start|first|1st|spring|summer|fall|winter|new year)|(?:next|this|early|late|mid)[ -]|spring|summer|fall|winter|january|immediately)"
_DAY = rf"(?:(?:on|as of|effective|beginning|starting|from|by|within|in)(?: on| in)? {_WHEN}[\w{{}} ,/]{{0,24}}|now|soon|today)"
_AHEAD = rf"(?:{_DAY}, |(?:the )?(?:customer|county|sheriff|agency|facility|jail|parties|provider|contractor|company)s? (?:hereby )?(?:agrees?|acknowledges?|understands?|says?|announce[sd]?)(?: and (?:agrees?|acknowledges?))? that )?"
_SURE = r"(?:(?:now|soon|fully|entirely|completely|permanently|thus) )?"
_WHERE = r"(?: (?:at|in|throughout) (?:all |our |the |this |its |both )*(?:[\w'-]+ ){0,3}(?:facilit\w+|jails?|prisons?|cent(?:er|re)s?|institutions?|county)| for (?:all|everyone|everybody|families|the public|(?:all )?(?:visitors|inmates|residents)))?"
_CLAUSE = rf"(?:the )?(?:customer|county|sheriff|agency|facility) (?:will|shall|must|agrees to) (?:only )?(?:utilize|use|employ) {_VIDEO} for all (?:[\w-]+ ){{0,3}}(?:visitors|visits|visitation)(?: of (?:inmates|the public))?"
_BARE = r"(?:(?:all|any|the|our|regular|existing|current|social|family|inmate) )*"
_TOUCH = rf"{_BARE}(?:contact {_VISITS}|{_VISITS} (?:at (?:a |the )?tables?|with contact|without (?:a |the )?(?:glass|barrier|partition)))"
_GLASS = rf"{_BARE}(?:(?:non-?contact|glass|no-contact|through-the-glass|window) {_VISITS}|{_VISITS} (?:(?:behind|through|at) (?:the )?(?:glass|windows?)|without contact))"


def _replacing(winner: str, loser: str) -> str:
    """What says that one form of visits takes the place of another."""
    return (
        rf"{winner} (?:(?:will|shall|is to|are to) {_SURE}(?:replace|take the place of|supplant)|{_SURE}(?:replaces?|takes? the place of|supplants?)|(?:has|have) {_SURE}(?:replaced|taken the place of|supplanted)|(?:is|are|will be) {_SURE}(?:replacing|taking the place of)) {loser}"
        rf"|{winner} (?:(?:is|are|will be|has been|have been) {_SURE}(?:(?:offered|held|used|provided|available|given|done) )?)?(?:instead of|in place of|in lieu of|rather than) {loser}"
        rf"|{loser} (?:(?:will|shall) be|(?:is|are)(?: being)?|(?:has|have) been) {_SURE}(?:replaced|supplanted) (?:by|with) {winner}"
    )


_GUARD = "guard"
_NOT = r"(?:(?:will|shall|do|does|is|are|has|have|may|must|can) (?:not|never)|cannot|won't|isn't|aren't|doesn't|don't|never)"


def _keeping(winner: str, loser: str) -> str:
    """What says that one form of visits does not take the place of another."""
    return (
        rf"{winner} {_NOT} (?:(?:be )?(?:meant|intended|used|allowed) to )?(?:replac(?:e|es|ed|ing)|tak(?:e|es|en|ing) the place of|supplant(?:s|ed|ing)?) {loser}"
        rf"|{loser} {_NOT} (?:(?:be|being|been) )?(?:replaced|supplanted)(?: (?:by|with) {winner})?"
    )


@dataclass(frozen=True, slots=True)
class _Turn:
    """A form of visits that takes the place of another, or never does, and which way that is."""

    name: str
    says: re.Pattern[str]
    sign: int
    severity: Severity
    topic: Topic
    fact: str = ""


def _turn(name: str, says: str, sign: int, severity: Severity, topic: Topic, fact: str = "") -> _Turn:
    return _Turn(name, regex(rf"{_AHEAD}(?:{says}){_WHERE}(?:,? {_DAY})?{_WHERE}"), sign, severity, topic, fact)


_IN_PERSON, _CONTACT = (Topic.IN_PERSON, "in_person_allowed"), (Topic.CONTACT, "contact_allowed")
_TURNS = (
    _turn("in_person", rf"{_replacing(_VIDEO, _MEETING)}|{_CLAUSE}", -1, Severity.CRITICAL, *_IN_PERSON),
    _turn("in_person", _replacing(_MEETING, _VIDEO), 1, Severity.CRITICAL, *_IN_PERSON),
    _turn("contact", _replacing(_GLASS, _TOUCH), -1, Severity.MAJOR, *_CONTACT),
    _turn("contact", _replacing(_TOUCH, _GLASS), 1, Severity.MAJOR, *_CONTACT),
    _turn(
        _GUARD,
        _keeping(rf"(?:{_VIDEO}|(?:the|our|this) (?:new )?(?:system|service|platform|technology))", _MEETING),
        1,
        Severity.MAJOR,
        Topic.IN_PERSON,
    ),
    _turn(_GUARD, _keeping(_GLASS, _TOUCH), 1, Severity.MAJOR, Topic.CONTACT),
)


def replaced_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell by which one form of visits takes the place of another, or is promised not to; and what the
    promise tells that is struck."""
    return Certain() if scene.of_others else joined([_came(scene, alignment), _struck(scene, alignment)])


def _came(scene: Scene, alignment: Alignment) -> Certain:
    new = [*alignment.pairs, *((None, unit) for unit in alignment.added)]
    told = [(old, unit, turn) for old, unit in new if (turn := _told(unit)) is not None]
    # What a line promises in the place of another is what that other said, too.
    told = [(old, unit, turn) for old, unit, turn in told if old is None or turn.name != _GUARD]
    if any(_known(unit, turn) for _, _, turn in told for unit in scene.before):
        return Certain()
    effects = tuple(_effect(scene, old.plain if old else "", unit.plain, turn) for old, unit, turn in told)
    return Certain(effects, tuple(unit for old, new_line, _ in told for unit in (old, new_line) if unit))


def _struck(scene: Scene, alignment: Alignment) -> Certain:
    told = [(unit, turn) for unit in alignment.removed if (turn := _told(unit)) is not None and turn.name == _GUARD]
    if any(_known(unit, turn) for _, turn in told for unit in scene.after):
        return Certain()
    effects = tuple(replace(_effect(scene, unit.plain, "", turn), sign=-turn.sign) for unit, turn in told)
    return Certain(effects, tuple(unit for unit, _ in told))


def _told(unit: Unit) -> _Turn | None:
    line = unit.plain.rstrip(" .!;")
    return next((turn for turn in _TURNS if turn.says.fullmatch(line)), None)


def _known(unit: Unit, turn: _Turn) -> bool:
    """Whether a line of the old page says already that it is so."""
    if _told(unit) is turn:
        return True
    if turn.name == _GUARD:
        return turn.topic is Topic.IN_PERSON and guards(unit.plain)
    return turn.topic is Topic.IN_PERSON and forms(unit.plain).get(("", IN_PERSON)) is (turn.sign > 0)


def _effect(scene: Scene, old: str, new: str, turn: _Turn) -> Effect:
    beside = {"contract": (Topic.CONTRACT_CLAUSE,), "vendor": (Topic.VENDOR_POSITION,)}.get(scene.kind, ())
    facts = (Fact(turn.fact, turn.sign < 0, turn.sign > 0),) if turn.fact and not beside else ()
    guard = turn.name == _GUARD
    rule = "D7-guard" if guard else f"P-new-{turn.name}"
    level = Severity.CRITICAL if guard and beside else turn.severity
    return Effect(rule, turn.sign, level, (turn.topic, *beside), facts, old, new, ((new or old)[:120],))
