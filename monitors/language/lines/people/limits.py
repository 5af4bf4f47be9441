"""Limits that come or go in a line of their own: "A visitor may see only one inmate a day.", "One visitor at a time.",
"Visitors must be approved in advance."

A limit that is struck is a gain, one that is added a loss, whatever figure it names: where there was none, more was
possible before. Told by themselves where the other page says no such limit; two figures of one limit are compared by
terms.py.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitors.language.figures.counts import unlimited
from monitors.language.figures.quantities import measures
from monitors.language.lines.certain import Certain
from monitors.language.pages.about import names_both
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.reader.bindings import FIGURES
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_LIMITED = r"(?:only|just|no more than|not more than|at most|a maximum of|maximum of|maximum|max|limited to|limit of|a limit of|restricted to|a single)"
_FEW = r"(?:1|one|[2-6])"
_SOME = r"\d{1,2}"
_NAMES = r"(?:(?:approved|adult|social|different|listed) )*(?:visitors?|names|people|persons|adults|friends|relatives|individuals|visitantes)(?:(?<=d visitors) at (?:a|any 1|1) time)?(?= (?:on|each|in all|or\b|to (?:visit|his|her|their|the list))|[.,;]|$)"
_VISITOR = rf"(?:{visits.VISITOR}|{visits.FAMILY}|person|people|adult|adults|child|children|minor|minors|individuals?|you|anyone|somebody)"
_PERIOD = r"(?:day|date|weekend|week|month|visiting day|visiting period|calendar day|24[- ]hour period)"
_EACH_DAY = r"\{mon,tue,wed,thu,fri,sat,sun\}"
_NOT = r"(?:may not|cannot|can not|can't|must not|shall not|are not allowed to|is not allowed to|not be (?:allowed|permitted) to|will not be allowed to|may no longer)"
_TO_VISIT = r"(?:visit|see|meet with|have visits with)"
_AT_ONCE = r"(?:at (?:a|1|one|any 1|any one|the same) time|at once|simultaneously|per (?:visit|booth|inmate|session)|in the (?:visiting )?(?:room|booth) at)"


# What may stand behind an approval that is asked, and says no more of it.
_APPROVED = (
    r"and|or|to|for|by|of|in|on|at|the|an?|our|their|his|her|be|before|first|prior|advance|ahead|time|online|mail|writing|form|each|all|any|every|visit|visits|visiting|visitation|visitors?|they|may|can|come|comes"
    r"|pass|undergo|background|criminal|history|record|warrant|checks?|warden|sheriff|sheriff's|office|jail|jails|prison|facility|facility's|administrat\w+|superintendent|commander|captain|staff|department|approved|placed|put|list|inmate|inmate's"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is limited. pattern: says that it is; akin: may say so in other words, by which a page knows it already."""

    name: str
    pattern: re.Pattern[str]
    severity: Severity
    topic: Topic
    akin: re.Pattern[str] | None = None


_KINDS = (
    _Kind(
        "held",
        regex(
            rf"\b{_VISITOR} (?:may|can|is|are|will|shall)\b(?: (?:be )?(?:allowed|permitted) to)? {_TO_VISIT} {_LIMITED} {_FEW} {visits.HELD}\b"
            rf"|\b{_VISITOR} (?:may|can|is|are|will|shall)\b(?: only| just)?(?: (?:be )?(?:allowed|permitted) to)?(?: only| just)? {_TO_VISIT} (?:only |just |with )?{_FEW} {visits.HELD}(?: only\b| (?:a|per|each|every|on (?:a|the same|any)|in 1|in a) )"
            rf"|\b{_VISITOR} (?:may|can)(?: only| just) {_TO_VISIT} {_FEW} {visits.HELD}"
            rf"|\b{_NOT} {_TO_VISIT} (?:more than {_FEW}|[2-6]) {visits.HELD}"
            rf"|\b{_LIMITED} {_FEW} {visits.HELD} (?:may be (?:visited|seen) )?(?:per|a|each) (?:visitor|{_PERIOD})"
            rf"|\b(?:visiting |visitors? |visitation |approved )*lists? of {_LIMITED} {_FEW} {visits.HELD}|\blists? of {_FEW} {visits.HELD} only"
        ),
        Severity.MINOR,
        Topic.ELIGIBILITY,
    ),
    _Kind(
        "often",
        regex(
            rf"\b{_LIMITED} {_FEW} (?:\w+ ){{0,2}}?visits?\b(?: \w+){{0,4}}? (?:per|a|each|every|in (?:a|any|1)|on (?:any|1|a)) (?:given |single |any )?{_PERIOD}\b"
            rf"|\b{_LIMITED} {_FEW} (?:\w+ ){{0,2}}?visits? {_EACH_DAY}"
            rf"|\b{_FEW} (?:\w+ )?visits? (?:per|a|each) (?:given )?{_PERIOD}(?: is| are)? (?:only|maximum|limit)\b"
            rf"|\b{_NOT} (?:have|receive|get|visit) more than (?:{_FEW} (?:\w+ )?visits?|once|twice)(?: \w+){{0,3}} (?:per|a|each|in a) {_PERIOD}"
            rf"|\b(?:may|can) (?:only )?(?:visit|be visited) (?:only |just )?(?:once|twice) (?:a|per|each) {_PERIOD}\b(?<=\w)"
        ),
        Severity.MAJOR,
        Topic.DURATION_FREQUENCY,
    ),
    _Kind(
        "list",
        regex(
            rf"\b(?:no (?:{visits.HELD}|1|one) (?:may|can|shall)|{visits.HELD} {_NOT}) (?:have|list|name|keep|put down|designate) more than {_SOME} {_NAMES}\b"
            rf"|\b{visits.HELD} (?:may|can|shall|must|will) (?:now )?(?:have|list|name|keep|put down|designate) {_LIMITED} {_SOME} {_NAMES}\b"
            rf"|\b(?:visiting|visitors?'?|visitation|approved)(?: visitors?'?)? lists? (?:is|are|may|can|must|shall|will) (?:now )?(?:be )?(?:limited to|capped at|(?:hold|have|include|contain) {_LIMITED}) {_SOME} {_NAMES}\b"
        ),
        Severity.MAJOR,
        Topic.ELIGIBILITY,
    ),
    _Kind(
        "party",
        regex(
            rf"\b{_LIMITED} {_FEW} (?:adult |approved |social )?{_VISITOR}(?: \w+){{0,5}}? {_AT_ONCE}"
            rf"|^{_FEW} (?:adult )?{_VISITOR} {_AT_ONCE}"
            rf"|\b(?:{_NOT}|no {visits.HELD} (?:may|can|shall)) have more than {_FEW} (?:adult )?{_VISITOR}\b"
            rf"|\b{_FEW} (?:adult )?{_VISITOR}(?: \w+){{0,3}} (?:only )?{_AT_ONCE}\W*(?:only|maximum|limit)"
        ),
        Severity.MINOR,
        Topic.ELIGIBILITY,
    ),
    _Kind(
        "long",
        regex(
            r"^(?:(?:each|every|all|any|an?|the|in-person|contact|video|remote|home|on-?site|social|regular|weekday|weekend) )*(?:visits?|visiting|visitation|sessions?) (?:is|are|will be|shall be) (?:now )?(?:limited|restricted|capped) (?:to|at) (?:a maximum of )?\d+(?:\.\d+)? (?:minutes?|hours?)(?: each| in length| long| per (?:visit|session|inmate))*[.]?$"
        ),
        Severity.MAJOR,
        Topic.DURATION_FREQUENCY,
    ),
    _Kind(
        "approval",
        regex(
            rf"^(?:all |every |each |any |new |adult |prospective |would-be )*(?:{visits.VISITOR}|persons?|people|anyone|you) (?:must|shall|will have to|(?:has|have|needs?|(?:is|are)(?: now)? required) to) (?:now |first |also |all )*"
            r"(?:(?:fill (?:out|in)|complete|submit|file|send in|turn in|sign) (?:an?|the|our) (?:[\w-]+ )?(?:application|background check form)|be (?:pre-?)?(?:approved|cleared))"
            rf"(?:\W|\b(?:{_APPROVED})\b)*$"
        ),
        Severity.MINOR,
        Topic.ELIGIBILITY,
        regex(
            r"\b(?:applications?|apply|applied|background|criminal histor\w+|approv\w+|clear(?:ed|ance)|(?:visit\w+|approved|inmate'?s) list)\b"
        ),
    ),
)
_ELSE = regex(
    r"\b(?:not apply|no longer|exempt\w*|waived|lifted|removed|done away|scrapped|abolished|ended|dropped|rescinded|repealed|eliminated|struck|gone|over|used to|as (?:before|always|ever|usual)|already|was|were|proposed?|would|if|unless|front desk|counter|vending|parking|tours?|lobby kiosk|window at|search\w*|detectors?|scanners?|screening|lockers?|restrooms?|elevators?|free|attorneys?|lawyers?|counsel|clergy|segregat\w+|disciplin\w+|first \d+ days|while)\b"
)
# In a paper: whom the limit is of, and no one person's case.
_OF_ALL = regex(rf"\b(?<!the )(?:{visits.HELD}|visitors?|famil(?:y|ies))\b")
_LAWYERS = regex(rf"\b{visits.LEGAL}\b")


def limit_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What limits that only one page knows tell."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for unit, sign in _lone(alignment):
        may = scene.official or (names_both(unit.plain) and _OF_ALL.search(unit.plain) is not None)
        kind = _kind(unit) if may else None
        if kind is None or _known(kind, unit, scene.after if sign > 0 else scene.before):
            continue
        quotes = (unit.plain, "") if sign > 0 else ("", unit.plain)
        hit = kind.pattern.search(unit.plain)
        words = (hit.group().strip(),) if hit else ()
        facts = _facts(unit, sign)
        effects.append(Effect(f"P-limit-{kind.name}", sign, kind.severity, (kind.topic,), facts, *quotes, words))
        lines.append(unit)
    return Certain(tuple(effects), tuple(lines))


def _facts(unit: Unit, sign: int) -> tuple[Fact, ...]:
    """The figure of the limit, which only one page states."""
    found = [one for one in measures(unit, "") if one.name in FIGURES]
    if len(found) != 1 or found[0].value is None:
        return ()
    value = found[0].value
    return (Fact(found[0].name, *((value, None) if sign > 0 else (None, value))),)


def _lone(alignment: Alignment) -> Iterator[tuple[Unit, int]]:
    """Lines that came, -1, or went, +1."""
    for unit in alignment.removed:
        yield unit, 1
    for unit in alignment.added:
        yield unit, -1


def _kind(unit: Unit) -> _Kind | None:
    if unit.row or _ELSE.search(unit.plain) or _LAWYERS.search(unit.plain):
        return None
    return next((kind for kind in _KINDS if kind.pattern.search(unit.plain)), None)


def _known(kind: _Kind, line: Unit, page: Sequence[Unit]) -> bool:
    """Whether the other page sets a limit of that kind, too, or says that there is none: figures are compared elsewhere."""
    named = {measure.name for measure in measures(line, "")}
    return any(
        (kind.akin or kind.pattern).search(unit.plain)
        or unlimited(unit.plain)
        or any(measure.name in named for measure in measures(unit, ""))
        for unit in page
    )
