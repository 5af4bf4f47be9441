"""A new line that says that video takes the place of visits in person: the change that this product is there for.

"Video visitation will replace in-person visitation at the facility." is no news to the reader on many a page: half of what
stands in it is a gain to it. Told only where the line says nothing besides, and no line of the old page said the same.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.claims.visit_forms import IN_PERSON, forms
from monitors.language.lines.certain import Certain
from monitors.language.lines.stops import of_others
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
_SAYS = regex(
    rf"{_AHEAD}(?:{_VIDEO} (?:(?:will|shall|is to|are to) {_SURE}(?:replace|take the place of|supplant)|{_SURE}(?:replaces?|takes? the place of|supplants?)|(?:has|have) {_SURE}(?:replaced|taken the place of|supplanted)|(?:is|are|will be) {_SURE}(?:replacing|taking the place of)) {_MEETING}"
    # The clause of many a vendor's contract.
    rf"|(?:the )?(?:customer|county|sheriff|agency|facility) (?:will|shall|must|agrees to) (?:only )?(?:utilize|use|employ) {_VIDEO} for all (?:[\w-]+ ){{0,3}}(?:visitors|visits|visitation)(?: of (?:inmates|the public))?"
    rf"|{_MEETING} (?:(?:will|shall) be|(?:is|are)(?: being)?|(?:has|have) been) {_SURE}(?:replaced|supplanted) (?:by|with) {_VIDEO}){_WHERE}(?:,? {_DAY})?{_WHERE}"
)


def replaced_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What new lines tell by which video takes the place of visits in person."""
    new = [*alignment.pairs, *((None, unit) for unit in alignment.added)]
    told = [(old, unit) for old, unit in new if _says(unit)]
    if not told or of_others(scene) or any(map(_known, scene.before)):
        return Certain()
    effects = tuple(_effect(scene, old, unit) for old, unit in told)
    return Certain(effects, tuple(unit for pair in told for unit in pair if unit))


def _says(unit: Unit) -> bool:
    return _SAYS.fullmatch(unit.plain.rstrip(" .!;")) is not None


def _known(unit: Unit) -> bool:
    """Whether a line of the old page says already that nobody visits in person."""
    return _says(unit) or forms(unit.plain).get(("", IN_PERSON)) is False


def _effect(scene: Scene, old: Unit | None, unit: Unit) -> Effect:
    topics = {
        "contract": (Topic.IN_PERSON, Topic.CONTRACT_CLAUSE),
        "vendor": (Topic.IN_PERSON, Topic.VENDOR_POSITION),
    }.get(scene.kind, (Topic.IN_PERSON,))
    facts = () if len(topics) > 1 else (Fact("in_person_allowed", True, False),)
    was = old.plain if old else ""
    return Effect("P-new-in_person", -1, Severity.CRITICAL, topics, facts, was, unit.plain, (unit.plain[:120],))
