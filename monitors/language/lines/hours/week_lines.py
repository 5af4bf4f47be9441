"""A line of visiting days and hours that differs from its old wording in these alone: what was lost or gained is counted.

"Visits start at noon and end at 5 p.m. on Fridays." and "... at 4 p.m. on Fridays.": days before hours, then how many
weeks of a month (D10, S2). Where people of several groups have their own lines and more than one of them changed, the
timetable as a whole is compared (timetable.py).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from monitors.language.claims.policy import one_group
from monitors.language.effects.counted import counted_facts
from monitors.language.effects.neutral import GROUPS_SWAPPED
from monitors.language.effects.timetable import names_group
from monitors.language.figures.meanings import sign_of
from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit, with_header
from monitors.language.times.schedule import entries, is_legal, is_visiting, label_of
from monitors.language.times.sessions import PAUSE, sessions
from monitors.language.times.week import Span, Week
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.clock_speech import spoken_clocks, spoken_lengths
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import days_named, of_one_day
from monitors.language.words.day_speech import spoken_days
from monitors.language.words.patterns import regex
from monitors.language.words.recurrence import Recurring, recurring
from monitors.records import Fact, Severity, Topic

_GREAT = 0.25  # of hours, from which on a loss or gain is major (S2)
_ROOM = regex(
    r"\W*(?:the |our )?(?:visiting|visitation|visitors'?) (?:rooms?|halls?|areas?|booths?)(?:\W|\b(?:is|are|will|be|opens?|available|closes?|on|and|from|to|at|for|visits?|visiting|visitors?|the|public|in)\b)*"
)
_AHEAD = regex(
    rf"(?:\b(?:{visits.HELD}|{visits.FAMILY}|the|our|all|any|each|every|an?|some|these|there|is|are|will|be|being|we|you|they|your|their|please|note|that|hold|holds|held|have|has|offers?|offered|allows?|conducts?|provides?|accepts?"
    r"|may|can|do|does|not|no|to|of|for|from|at|on|in|by|and|or|with|until|only|also|now|currently|as|hours?|times?|days?|schedule|period|sessions?|week(?:day|end|ly|s)?|holidays?|daily|social|general|public|regular|normal|standard"
    r"|loved|ones?|contact|non-?contact|no-contact|in-person|person|face-to-face|video|remote|virtual|on-?site|site|home|lobby|booths?|windows?|glass|kiosks?|tablets?|jail|prison|facility|center|detention|department|county|main|annex|adults?|visitors?|everyone|else"
    rf"|women|men|females?|males?|juveniles?|{visits.UNIT}|cells?|tower|housing|population|custody|security|minimum|medium|maximum|work|release|trust(?:y|ies|ees?)|workers?|segregation|protective"
    r"|receive|see|come|who|whose|last|first|names?|surnames?|begin\w*|start\w*|through|housed|assigned|living|north|south|east|west|even|odd|numbered|new|other|per|one|two|\w|\d+)\b|[^a-z0-9])*"
)
_PARTS = regex(r"\b(?:morning|afternoon|evening|night)")
_OF_WEEK = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|#\d")
_TIMES = regex(r"\{[a-z,]+\}|\[\d{4}-\d{4}\]|@\d{4}|#\d")
# "The barber visits on Tuesday": somebody who comes to the jail.
_COMES_BY = regex(r"^(?:the|an?|our) (?:[\w-]+ ){1,3}visits (?:on|every|each|from|twice|once|[{\[])")
_LENGTH = regex(r"\b\d+(?:\.\d+)? (?:hours|days)\b")
_FILLING = regex(
    r"\(s\)|\b(?:mornings?|afternoons?|evenings?|nights?|days?|weekends?|only|both|also|between|through|thru|until|till|noon|o'clock|times?)\b"
)
_VISITS = regex(
    r"\b(?:visits?(?! the\b)|visited|visiting|visitation)\b(?! (?:rooms?|halls?|areas?|centers?|lobby|entrance|parking|lot|office|desk|line|list|forms?))|\b(?:the |our )?(?:visiting|visitation|visitors'?) (?:rooms?|halls?|areas?|booths?) (?:is|are|opens?|will)\b"
)
# Whose clocks these may be instead: of who books, comes or is let in, of a desk, of what interrupts visits.
_OTHERS = regex(
    r"\b(?:check\w*|sign\w*|arriv\w+|regist\w+|process\w*|desk|offices?|lobby|line|phones?|telephones?|call\w*|book\w*|reserv\w*|schedul(?:ed?|ing)|appointments?|applications?|request\w*|deposit\w*"
    r"|count|meals?|lunch|shift|staff|(?:last|final|latest|first) (?:\w+ )?(?:visit\w*|sessions?|slots?)|doors?|deadline|notice|cancel\w*|suspend\w*|if|unless|was|were|attorneys?|lawyers?|clergy"
    r"|class(?:es)?|programs?|chapel|worship|bible|courts?|hearings?|nurses?|doctors?|surgeons?|dentists?|tours?|volunteers?|meets?|meetings?|museum|ged|movies?|concerts?)\b"
)
_PLACE = regex(r"\b(?:camp|farm)\b")  # which may be all of the jail
_GROUPS = regex(
    rf"\b(?:women|men|females?|males?|{visits.UNIT}|cells|names?|trust(?:y|ies|ees?)|workers|sides?|housing)\b"
)
_REFUSING_CELL = regex(r"(?<=\}): (?:closed|none|no visits?|n/a|-|x)(?= \||$)")
_OF_UNITS = regex(rf"^\W*(?:housing )?(?:{visits.UNIT}|housing|groups?|levels?)\b")
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?\.?"
_CHOICE = regex(rf"\b{_DAY},? or (?:(?:on|every|a) )?{_DAY}(?!\w)(?!.* if )", re.I)
_DENIED = regex(r"\b(?:no|not|never|neither|nobody|except\w*|clos\w+|without|cannot|but|than|if|until)\b", re.I)
_CHOOSING = regex(
    r"\b(?:either|both|but|not|(?:(?:by|according to|depending on) )?(?:(?:the|their|your) )*(?:last|first) name|whichever|choos\w+|choice|one (?:day )?per (?:inmate|person|visitor)|(?:one|1) of|only)\b"
)
_NEGATED = regex(r"\b(?:no|not|never|except\w*|closed|without|none|excluding|but)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A line's week, in which weeks of a month it is held, the line without that, and its words without days and
    clocks; negated: whether something is denied beside the days that are told to be without visits."""

    week: Week
    recurs: Recurring
    plain: str
    words: tuple[str, ...]
    negated: bool


def week_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines tell in which nothing but visiting days and hours changed."""
    chosen = _chosen_days(scene, alignment)
    if chosen.lines or not scene.official:
        return chosen
    timed = [pair for pair in alignment.pairs if any(map(_is_timed, pair))]
    told = [(pair, was, now) for pair in timed if (found := _told_pair(*pair, scene.title)) for was, now in [found]]
    if len(told) != 1:
        return Certain()
    (old, new), was, now = told[0]
    if _among_others(alignment, (old, new), scene.title):
        return Certain()
    if was.week == now.week and was.recurs == now.recurs and not _swapped(was, now):
        return Certain((), (old, new), ("R2 the same days and hours",))
    effect = _effect(scene, alignment, (old, new), was, now)
    return Certain((effect,), (old, new)) if effect else Certain()


def _chosen_days(scene: Scene, alignment: Alignment) -> Certain:
    """Lines of which the days are the same and of which one has to be chosen, or no longer: "Saturday and Sunday" and
    "Saturday or Sunday" are one set of days in canonical wording, so these lines stand among those that are the same."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in (*alignment.same, *alignment.pairs):
        choices = [" or " in unit.text and _one_of(unit.text) for unit in (old, new)]
        if choices[0] is choices[1] or not all(_of_visits(unit, scene.title) for unit in (old, new)):
            continue
        days = [[hit for hit in _TIMES.findall(unit.plain) if len(hit) > len("{mon}")] for unit in (old, new)]
        words = [set(concepts(_CHOOSING.sub(" ", unit.plain))) for unit in (old, new)]
        if not days[0] or days[0] != days[1] or words[0] != words[1]:
            continue
        sign = -1 if choices[1] else 1
        said = ("one of the days -> all of them" if sign > 0 else "all of the days -> one of them",)
        effects.append(Effect("D10-choice", sign, Severity.MAJOR, (Topic.SCHEDULE,), (), old.plain, new.plain, said))
        lines += [old, new]
    return Certain(tuple(effects), tuple(lines))


def _one_of(text: str) -> bool:
    """Whether a line gives several days for choice. "No visits on Saturday or Sunday" denies both."""
    hit = _CHOICE.search(text)
    return hit is not None and _DENIED.search(text, 0, hit.start()) is None


def _of_visits(unit: Unit, title: str) -> bool:
    return told_week(unit, title) is not None or (
        _VISITS.search(unit.plain) is not None and _OTHERS.search(unit.plain) is None
    )


def _is_timed(unit: Unit) -> bool:
    return any(mark in unit.plain for mark in "{[@")


def _among_others(alignment: Alignment, pair: tuple[Unit, Unit], title: str) -> bool:
    """Whether other lines that may be of the same timetable changed as well."""
    others = [unit for unit in alignment.changed if unit not in pair]
    return any(_is_timed(unit) and is_visiting(unit, title) for unit in others)


def _told_pair(old: Unit, new: Unit, title: str) -> tuple[_Told, _Told] | None:
    """What both wordings of a line tell, None where they differ in more than days and hours or are not of visits."""
    was, now = told_week(old, title), told_week(new, title)
    if was is None or now is None or was.words != now.words:
        return None
    if any(one.week.spans and one.week.bare for one in (was, now)):
        return None  # a day whose clocks were not found
    parts = [set(_PARTS.findall(one.plain)) for one in (was, now)]
    if parts[0] != parts[1] and not (was.week.spans and now.week.spans):
        return None  # "morning and afternoon visits", of which no clock is told
    negated = was.negated or now.negated
    if (
        negated
        and was.week != now.week
        and (was.week.refused == now.week.refused or _clocks(was.week) != _clocks(now.week))
    ):
        return None
    return was, now


def _swapped(was: _Told, now: _Told) -> bool:
    """Whether the groups of a line got each other's days: "Women visit on Wednesday and men on Friday." """
    sides = [_TIMES.findall(one.plain) for one in (was, now)]
    return sides[0] != sides[1] and sorted(sides[0]) == sorted(sides[1]) and len(_GROUPS.findall(was.plain)) > 1


def _clocks(week: Week) -> frozenset[Span]:
    return frozenset(span[1:] for span in week.spans)


def told_week(unit: Unit, title: str) -> _Told | None:
    if (
        _COMES_BY.search(unit.plain)
        or _OTHERS.search(PAUSE.sub(" ", unit.plain))
        or is_legal(unit)
        or of_one_day(unit.plain)
        or days_named(unit.plain)
    ):
        return None
    if not is_visiting(unit, title):
        return None
    columns = unit.row and "{" in unit.header and "{" not in unit.plain  # a column for each day
    recurs, plain = recurring(with_header(unit) if columns else unit.plain)
    if recurs is None:
        return None
    week = sessions(plain)
    spoken = spoken_lengths(spoken_days(spoken_clocks(plain)))
    if unit.row:
        spoken = _REFUSING_CELL.sub(" ", spoken)
    spoken = PAUSE.sub(" ", spoken)
    bare = _FILLING.sub(" ", _OF_WEEK.sub(" ", spoken))
    if not week.told or week.irregular or not (_tells_visits(bare) or _is_bare(bare, unit)):
        return None
    return _Told(week, recurs, plain, concepts(bare), _NEGATED.search(spoken) is not None)


def _tells_visits(rest: str) -> bool:
    """Whether a line without its days and clocks is about visits: only words of who, when and how stand before them, and
    nothing else for a subject: "Choir practice is in the visiting room." """
    if _ROOM.fullmatch(rest):
        return True
    visit = _VISITS.search(rest)
    return visit is not None and _AHEAD.fullmatch(rest[: visit.start()]) is not None


def _is_bare(rest: str, unit: Unit) -> bool:
    """Whether a line under a heading of visits says nothing but when, and perhaps for whom."""
    words = re.findall(r"\w+", rest)
    return not words or (len(words) <= 3 and bool(_label(unit)))


def _label(unit: Unit) -> str:
    """Whose hours a line tells; how many hours these are is no name."""
    return label_of(replace(unit, plain=_LENGTH.sub(" ", unit.plain.replace("(s)", ""))))


def _effect(scene: Scene, alignment: Alignment, pair: tuple[Unit, Unit], was: _Told, now: _Told) -> Effect | None:
    old, new = pair
    group = _one_of_many(new)
    if was.week == now.week and was.recurs == now.recurs:
        return Effect("D10-groups", 0, Severity.MINOR, (Topic.SCHEDULE,), (), old.plain, new.plain, GROUPS_SWAPPED)
    sign, level, facts, words = 0, Severity.MINOR, tuple[Fact, ...](), ("same total",)
    alone = len(alignment.changed) == len(pair)
    if was.recurs != now.recurs:
        if was.week != now.week:
            return None
        before, after = was.recurs.times, now.recurs.times
        sign, level = (after > before) - (after < before), _level(before, after)
        words = (f"{before:.3g} -> {after:.3g} weeks of a month",) if sign else words
        facts = _weekends(was, now)
    else:
        counted = _counted(scene, alignment, pair, was, now)
        if counted is None or (not counted and _half_days(was.week) == _half_days(now.week)):
            return None
        for fact in counted:
            before, after = float(fact.before or 0), float(fact.after or 0)
            sign = sign_of(fact.name, before, after)
            level = Severity.MAJOR if fact.name == "visit_days_per_week" else _share(scene, old, before, after)
            words = (f"{before:g} -> {after:g}",)
        facts = counted if was.recurs == Recurring() else ()
    if not sign and not alone:
        return None  # what else changed may be about the hours: it is heard together with them
    effect = Effect(
        "D10-hours" if sign else "D10-shift", sign, level, (Topic.SCHEDULE,), facts, old.plain, new.plain, words
    )
    return effect.lower("S6") if group and sign else effect


def _counted(
    scene: Scene, alignment: Alignment, pair: tuple[Unit, Unit], was: _Told, now: _Told
) -> tuple[Fact, ...] | None:
    old, new = (replace(unit, plain=told.plain) for unit, told in zip(pair, (was, now), strict=True))
    return counted_facts(scene, replace(alignment, pairs=((old, new),), removed=(), added=()))


def _half_days(week: Week) -> tuple[frozenset[str], frozenset[tuple[str, int, int]]]:
    """The days and sessions of a week without their half of the day, which is often left out."""
    return week.days, frozenset((day, start % 720, end - start) for day, start, end in week.spans)


def _one_of_many(unit: Unit) -> bool:
    """Whether a line is of one unit or class of people by the words before its days and clocks."""
    if unit.row and unit.header != unit.plain and _OF_UNITS.match(unit.header):
        return True
    first = _TIMES.search(unit.plain)
    before = unit.plain[: first.start()] if first else ""
    return not _PLACE.search(before) and (one_group(before) or names_group(_label(unit)))


def _share(scene: Scene, old: Unit, was: float, now: float) -> Severity:
    """How grave hours are that a line lost or gained: by their share of all that its timetable has (S2)."""
    told = [entry for entry in entries(scene.before, scene.title) if entry.minutes and not entry.legal]
    screen = {entry.place: entry.group.startswith("video ") for entry in told}
    alike = [entry for entry in told if screen[entry.place] is screen.get(old.place, False)]
    whole = sum(entry.minutes / 60 * max(1, len(entry.days)) for entry in alike)
    return _level(max(was, whole), max(was, whole) + now - was)


def _level(was: float, now: float) -> Severity:
    return Severity.MAJOR if abs(now - was) / was >= _GREAT else Severity.MINOR


def _weekends(was: _Told, now: _Told) -> tuple[Fact, ...]:
    days = was.week.days
    weekend = bool(days) and days <= {"sat", "sun"} and was.recurs.times != now.recurs.times
    return (Fact("visit_weekends_per_month", was.recurs.times, now.recurs.times),) if weekend else ()
