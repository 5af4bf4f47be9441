"""Changes that hold for one unit or class of people alone, by the label or heading that their lines stand behind (S6)."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from monitors.language.effects.week_tables import of_some_groups
from monitors.language.pages.about import speaks
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_PLACE = rf"(?:{visits.UNIT}|buildings?|towers?)"
_RANK = r"(?:level|phase|step|stage|tier|class) (?:\d+|[a-e]|one|two|three|four|i{1,3}|iv|v)"
_CUSTODY = r"(?:minimum|medium|maximum|close|protective|administrative|high|low|special)[ -](?:custody|security|segregation|management|risk)"
_PEOPLE = r"(?:inmates?|residents?|detainees?|prisoners?|offenders?|people|persons|those)"
# "Level 3 inmates get ...", "Inmates in segregation may ..."
_SUBJECT = regex(
    rf"((?!all |every |each |most |other |any )(?:the )?(?:(?:{_RANK}|{_CUSTODY}|honor (?:{_PLACE}|status)?|work[- ]release|pre-?trial|sentenced|high-risk|segregat(?:ed|ion))(?: {_PEOPLE})?|trust(?:y|ies|ees?)|weekenders?|(?:kitchen |laundry )?workers?|(?:wo)?men|(?:fe)?male {_PEOPLE}|juveniles"
    rf"|{_PEOPLE}(?: who (?:are|live))? (?:in|on|at|under|assigned to|classified as) (?:(?:the|a) )?(?:{_PLACE} (?:[a-z]|\d+|[a-z]\d+|\d+[a-z])|{_RANK}|{_CUSTODY}|segregation|ad-?seg|shu|rhu|restriction|lockdown|intake|quarantine|disciplinary \w+|work[- ]release|(?:\w+ )?honor \w+|restrict(?:ed|ive) housing)|{_PEOPLE} (?:who (?:have|have had|had)|with) no (?:write-?ups?|infractions?|violations?|misconduct|tickets?)[^,;.:]{{0,30}}?))"
    r" (?:may|get|gets|receive|receives|have|has|can|are|must|shall|will|earn|earns|lose|visit|sit|meet|do|keep)\b"
)
# "Pod C | ...", "Tier 3 (Honor Block): ...", "Work crews: ..."
_LABEL = regex(
    rf"((?!(?:all|every|each|both|most|other|any|these|the following|\d+) )(?:the )?(?:(?:[\w-]+ )?{_PLACE}(?: (?:\w|\d+))?(?: \([\w -]+\))?|{_CUSTODY}|(?:east|west|north|south|annex|infirmary|medical)(?: \([\w -]+\))?|"
    r"segregation|ad-?seg|shu|rhu|restrict(?:ed|ive) housing|trust(?:y|ies|ees?)|weekenders?|work crews?|workers?|work[- ]release|protective custody|death row|(?:level|phase|class) (?:\d+|[a-e])))"
    r" ?(?::|\||-(?= ))"
)
# A footnote to a row: "(1) For Unit C, visits are on the lobby monitors only."
_FOR_ONE = regex(rf"(?:\(\d\) ?|\*+ ?)?(?:for|in|on) (?:the )?({_PLACE} (?:[a-z]|\d+)),")
# A heading names one by its letter or number: a "visitation unit" is an office.
_HEADING = regex(rf"(?:^|/ )(?:(?:[a-z]|\d+) {_PLACE}|(?:housing )?{_PLACE} (?:[a-z]|\d+|[a-z]\d+|\d+[a-z]))$")


# "Mothers' unit. Visits take place ...", "502.3 Maximum (Unit 4). One visit a week ..."
_RUN_IN = regex(
    rf"(?:[\d.]+ |[ivx]+\. )?((?!all |every |each |both |other |any |general |floors?\.|levels?\.)(?:[\w'-]+ ){{0,2}}?(?:\(?{_PLACE}(?: (?:[a-z]|\d+))?\)?(?: \([\w -]+\))?|(?:at )?the (?:farm|camp|annex|satellite|work center|lockup)|\(?(?:{_CUSTODY}|segregation|ad-?seg|shu|rhu|trust(?:y|ies|ees?)|weekenders?|workers?|work[- ]release|death row)\)?))\."
)
_NUMBERED = regex(rf"\b{_PLACE} (?:[a-z]|\d+|[a-z]\d+|\d+[a-z])\b")
_LABELLED = 5  # words of a sentence that may be such a label
_OF_UNITS = regex(rf"(?:housing )?(?:{_PLACE}|housing|area|classification|custody level|level)\b")
# "Post order 8-110: visiting in restrictive housing": all that the page says is of some.
_TITLE = regex(
    rf"\b(?:visit\w*|family time|contact|seeing \w+) (?:(?:with|by|of|for) )?(?:{_PEOPLE} )?(?:in|on|for|of) (?:the )?(?:restrict(?:ed|ive) housing|segregation|ad-?seg|shu|rhu|death row|{_CUSTODY}|work[- ]release|(?:\w+ )?honor \w+|intake|quarantine|infirmary|(?:the )?{_PLACE} (?:[a-z]|\d+))\b"
)
# "... will replace visits for inmates in quarantine."
_FOR_SOME = regex(
    rf"\b(?:for|of) ({_PEOPLE}(?: who are)? (?:in|on|under) (?:(?:the|a) )?(?:{_RANK}|{_CUSTODY}|segregation|ad-?seg|shu|rhu|intake|quarantine|work[- ]release))[ .!]*$"
)


_REST = rf"(?:(?:(?:all |the )?(?:other|remaining)|the rest of the) (?:\d+ )?{_PLACE}|everybody else|everyone else|all others|the others|the other (?:\d+|two|three|four|five|six))"
# "Units 1 and 2 are open again. All other units are still closed.", "Other blocks are not affected."
_REST_AS_IT_WAS = regex(
    rf"\b{_REST}\b[^.;]{{0,60}}\b(?:still|remains?|stays?|waits?|waiting|until further|not affected|unaffected|as before|visits? (?:through|at|by))\b"
    rf"|\bvisits? (?:for|in|to|on) [^.;]{{0,40}}\b{_PLACE}\b[^.;]{{0,30}}\b(?:(?:are|is) still|remains?|stays?) (?:suspended|closed|on hold|cancel+ed|off)\b"
    rf"|\bnow (?:covers|applies to|holds for) only\b|\b(?:\w+'s|{_PLACE}) \w+(?:, [^,;.]+,)? (?:still )?waits? (?:until|for)\b"
)


def of_one_class(effects: Sequence[Effect], scene: Scene, alignment: Alignment) -> tuple[Effect, ...]:
    """What is told of lines that all stand behind one label: one level lower, as long as others on the page are not all
    changed with it. Who may be listed or come is major for a class, too, and the end of visits in person is major there,
    so it is lowered from critical only."""
    if _TITLE.search(scene.title):
        return tuple(effect.lower("S6") if _of_all(effect) else effect for effect in effects)
    labels = {label for unit in alignment.changed if (label := _label(unit)) or speaks(unit.plain)}
    page = {_label(unit) for unit in (*scene.before, *scene.after)} - {""}
    if _of_one_exception(alignment) or any(map(_leaves_the_rest, alignment.come)) or of_some_groups(scene, alignment):
        return tuple(effect.lower("S6") if _of_all(effect) else effect for effect in effects)
    if "" in labels or not labels or (len(labels) > 1 and labels >= page):
        every = len(page) > 1 and labels >= page
        of_some = [
            _of_one_row(one, alignment) or (scene.official and not every and _of_a_label(one, alignment))
            for one in effects
        ]
        return tuple(
            effect.lower("S6") if some and _of_all(effect) else effect
            for some, effect in zip(of_some, effects, strict=True)
        )
    return tuple(effect.lower("S6") if _of_all(effect) else effect for effect in effects)


# "All units except C are under the video-only rule.", "Unit C is not exempt from it any more."
_ONE_EXCEPTED = regex(
    rf"\b(?:except|but not|save|other than) (?:for |in )?(?:the )?(?:{_PLACE} )?(?:[b-z]|a(?=[.,;]| (?:is|are)\b|$)|\d{{1,2}}(?! ))\b(?!-)|\b{_PLACE} (?:[a-z]|\d{{1,2}}) is (?:not |no longer )?exempt\b"
)


def _of_one_exception(alignment: Alignment) -> bool:
    """Whether all that changed lines on visits tell is whether one unit is excepted."""
    pairs = [pair for pair in alignment.pairs if any(speaks(unit.plain) for unit in pair)]
    lone = [unit for unit in (*alignment.removed, *alignment.added) if speaks(unit.plain)]
    return (
        bool(pairs)
        and all(any(_ONE_EXCEPTED.search(unit.plain) for unit in pair) for pair in pairs)
        and all(_ONE_EXCEPTED.search(unit.plain) or _label(unit) for unit in lone)
    )


def _leaves_the_rest(unit: Unit) -> bool:
    """Whether a line on visits or units says that what changed is not so for the rest of them."""
    said = unit.plain
    return _REST_AS_IT_WAS.search(said) is not None and (speaks(said) or _CUES.search(said) is not None)


_CUES = regex(rf"\b(?:{_PLACE}|stop|suspension|closure|order)\b")


def _of_one_row(effect: Effect, alignment: Alignment) -> bool:
    """Whether an effect is of the one row that changed in a table of units."""
    pairs = [pair for pair in alignment.pairs if pair[1].row and effect.new and effect.new in _told(pair[1])]
    if len(pairs) != 1 or not _OF_UNITS.match(pairs[0][1].header):
        return False
    header = pairs[0][1].header
    others = sum(unit.row and unit.header == header for unit in alignment.changed) - 2
    return others == 0 and sum(new.row and new.header == header for _, new in alignment.same) > 1


def _of_a_label(effect: Effect, alignment: Alignment) -> bool:
    """Whether all lines that an effect quotes stand behind the label or heading of a unit."""
    lines = [
        unit
        for quote, units in ((effect.old, alignment.gone), (effect.new, alignment.come))
        for unit in units
        if quote and quote in _told(unit)
    ]
    return bool(lines) and all(map(_label, lines))


def _told(row: Unit) -> str:
    """A row as rules quote it, with its columns' names or without."""
    return f"{row.plain} / {with_header(row)}"


def _label(unit: Unit) -> str:
    """The unit or class that a line names before it says anything, or says it of, or its heading names; "" where none is."""
    found = (
        _LABEL.match(unit.plain)
        or _SUBJECT.match(unit.plain)
        or _FOR_ONE.match(unit.plain)
        or _FOR_SOME.search(unit.plain)
    )
    if found:
        return _named(found[1])
    above = takewhile(lambda line: line[-1:] in ".;:!?", unit.trail)  # a heading ends what such a label stands over
    short = (line for line in above if len(line.split()) <= _LABELLED and line.endswith("."))
    if named := next(filter(None, map(_RUN_IN.fullmatch, short)), None):
        return _named(named[1])
    return unit.headings if _HEADING.search(unit.headings) else ""


def _named(label: str) -> str:
    """The one unit that a label names, in whichever words: "maximum (unit 4)", "persons in unit 4"."""
    place = _NUMBERED.search(label)
    return place.group() if place else label


def _of_all(effect: Effect) -> bool:
    """Whether an effect has the severity of one that holds for everybody."""
    if "S6" in effect.rule.split("+") or not effect.sign or Topic.ELIGIBILITY in effect.topics:
        return False
    ended = Topic.IN_PERSON in effect.topics and (effect.sign < 0 or Topic.SUSPENSION not in effect.topics)
    return effect.severity is Severity.CRITICAL or not ended
