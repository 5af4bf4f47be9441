"""Weekly visiting timetables: which group has which days and how many hours, on each side of a change."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.clock_speech import PAUSED
from monitors.language.words.dates import of_one_day, without_single_days
from monitors.language.words.day_speech import with_exceptions
from monitors.language.words.patterns import regex

_TOKEN = regex(r"\{([a-z,]+)\}|\[(\d\d)(\d\d)-(\d\d)(\d\d)\]")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATED = regex(rf",? ?(?:\(?{_MONTH} \d|the \d+(?:st|nd|rd|th)|\d{{1,2}}/\d|,? ?{_MONTH}\b \d)")
_PASSING = regex(
    r"\b(?:this|next|last|coming|first|second|third|fourth|by|until|since|from this|said(?: on)?|as (?:on )?any other|on .{0,12}voted|told \w+ on|before|changed on the first|\d+(?:st|nd|rd|th)) $"
)
_NO_VISITS = regex(
    r"\b(?:no|not|never|off|closed|except|none|without|dropped|ends?|cancel\w*|lifted|removed|cut|suspended)\b"
)
NOT_VISITING = regex(
    rf"\b(?:front desk|office|desk|clerk|records|lobby is|lobby hours|lobby (?:opens|closes|will open|stays)|courts?|telephones?|dayroom|commissary|canteen|deposits?|mail|packages?|parcels?|laundry|deliver\w+|order(?:s|ed) (?:due|by)|money|property|phones? (?:are|is)|"
    rf"line is open|support|chat|bond|lookup|registration|clinic|nurse|program|chapel|worship|class(?:es)?|tours?|inspect\w*|review(?:ed|s)?|check(?:ed)? (?:this|the) page|look here|status|meets?|board|council|hearing|juzgado|audiencias?|corte|tribunal|oficina|notary|"
    r"weeks? (?:begins?|runs?|starts?)|"
    rf"list (?:may|can|is) (?:be )?chang\w*|cards? can be changed|repair\w*|paint\w*|{elsewhere.TITLE_ELSEWHERE})\b"
)
_VISITING = regex(
    rf"\b(?:{visits.VISIT}|{visits.IN_PERSON}|{visits.VIDEO_ONSITE}|{visits.VIDEO_REMOTE}|timetable|venir|see (?:a|the|your|their))\b"
)
_SEEN = regex(rf"\b(?:{visits.SEEN})\b")
_GROUP = regex(
    r"\b(?:[a-z]|pods?|units?|dorm\w*|blocks?|tanks?|wings?|women\w*|men\w*|male|female|females|last|names?|odd|even|floor|north|south|east|west|trust\w*|workers?|all|level|minimum|medium|maximum|[a-z]?\d+[a-z]?|housing|house|section|tier|general|population|segregation|annex|camp)\b"
)
_LINE_HOURS = regex(
    r"\b(?:(?:visiting|visitation|reservation|booking|scheduling|information|phone|telephone|help|support) (?:line|desk|clerk|office|number)\b|line is (?:open|answered)|call (?:us )?(?:the|between|from|at|\()|llame al|ayuda|soporte|help ?line|hotline|para preguntas|questions|check-?in (?:opens|starts|is)|sign-?in (?:opens|starts|is)|doors? opens?|arraign\w*|bond\b|fianza)"
)
_PHONE_NUMBER = regex(r"\b\d{3}-\d{4}\b")
_GENERIC = regex(
    r"\b(?:visits?|visiting|visitation|visit\w*|hours|times?|days?|schedule|timetable|from|on|are|is|and|the|at|by|open|held|of|for|every|each|social|general|public|morning|afternoon|evening|new|"
    r"booths?|windows?|sessions?|will|be|may|come|now|also|only|in|a|an|to|between|take|place|family|families|all|with|or|booth|seen|you|can|run|runs|our|hall|gallery|room|it|none|closed|no)\b|[^a-z0-9 ]"
)
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})")
_SCREEN = regex(rf"\b(?:{visits.VIDEO_ONSITE}|{visits.VIDEO_REMOTE}|{visits.VIDEO})\b")
_STRICT = regex(rf"\b(?:visit(?:s|ing|ation|ed)?|visitas?|{visits.IN_PERSON})\b")
_LEGAL = regex(rf"\b{visits.LEGAL}\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timetable. minutes: of one day, 0 = no clock given; legal: for professional visitors."""

    group: str
    days: frozenset[str]
    minutes: int
    place: int
    legal: bool = False
    refused: bool = False


_SCREEN_LABEL = "video "


def _label(text: str) -> str:
    bare = " ".join(_GENERIC.sub(" ", text).split())
    return bare if 0 < len(bare.split()) <= 5 else ""


def _channel(unit: Unit) -> str:
    """ "video " for lines of visits on a screen, so that their hours are not added to those of the windows."""
    for text in (unit.plain, unit.headings):
        if _IN_PERSON.search(text):
            return ""
        if _SCREEN.search(text):
            return _SCREEN_LABEL
    return ""


_STARTS = regex(r"(?:\w+[ :|-]+){0,3}[{\[]")
_NARRATIVE = regex(
    r"\b(?:as of|worship|bible|chapel|program|class|crew|bus|van|league|concert|supper|book|meeting|council|court|judge|calendar of|technician\w*|contractor\w*|inspector\w*|volunteers?|closed for|reopened|"
    r"sworn|elect(?:ed|ion)|appointed|hired|retire[sd]?|resign(?:s|ed)|promoted|arrested|funeral|graduat\w+|ribbon|parade|picnic|raffle)\b"
)
_NONE_THEN = regex(
    r"(?:,| ?[|:-])? (?:no hay|there (?:are|is) no|never|is not|are not|(?:is|are) no longer (?:an? )?(?:days? (?:of|for)|visit\w* days?|open|included|offered|held)|(?:is|are) closed|no visit(?:s|ing|ation)?)\b"
    r"| \| (?:(?:closed|none|off)\b|(?:-|n/a|x)(?: ?\||$))(?! ?\|? ?[\[@])"
)
_FOR_NOW = regex(rf"\b(?:{acts.UNTIL_NOTICE})")  # a stop, and no line of the timetable
_PAUSED = regex(rf"{PAUSED}$")
_NEXT_DAYS = regex(r",? (?:on |every )?\{")


def _reading_order(unit: Unit) -> list[tuple[frozenset[str], list[int], int]]:
    """(days, minutes of each clock range, position) of a unit; a range before its days ("9 to 3 on Sunday") counts."""
    groups: list[tuple[frozenset[str], list[int], int]] = []
    early: list[int] = []
    for hit in _TOKEN.finditer(unit.plain):
        if hit.group(1):
            if _DATED.match(unit.plain, hit.end()) or _PASSING.search(unit.plain[: hit.start()]):
                continue
            days = frozenset(hit.group(1).split(","))
            if groups and not groups[-1][1] and not early and hit.start() - groups[-1][2] < 4:
                days |= groups.pop()[0]
            groups.append((days, early, hit.start()))
            early = []
        else:
            minutes = (int(hit.group(4)) - int(hit.group(2))) * 60 + int(hit.group(5)) - int(hit.group(3))
            # A day waits for its hours; only once it has some can further hours belong to the day that follows them.
            if groups and groups[-1][1] and _PAUSED.search(unit.plain, 0, hit.start()):
                minutes = -minutes
            waiting = bool(groups) and not groups[-1][1] and not early
            if waiting or (groups and not early and not _NEXT_DAYS.match(unit.plain, hit.end())):
                groups[-1][1].append(minutes)
            else:
                early.append(minutes)
    if early and not groups:
        inherited = re.findall(r"\{([a-z,]+)\}", unit.headings)
        groups.append((frozenset(inherited[-1].split(",")) if inherited else frozenset(), early, 0))
    return groups


# "from 1 to 4 instead of 9 to noon": what was before is no time of visits.
_NOT_ANY_MORE = regex(r",? (?:instead of|rather than|in place of|and not|no longer)(?: from)? \[\d{4}-\d{4}\]")


def entries(page: Iterable[Unit], title: str) -> list[Entry]:
    """The visiting timetable lines of the units given; lines of desks, courts, kitchens and chapels are left out."""
    found: list[Entry] = []
    page = tuple(page)
    # A short jail page that speaks of booths or benches anywhere is a visiting page.
    whole = len(page) <= 12 and any(_VISITING.search(unit.plain) for unit in page)
    for unit in page:
        if ("{" not in unit.plain and "[" not in unit.plain) or of_one_day(unit.plain):
            continue
        if not _is_visiting(unit, title, whole) or _FOR_NOW.search(unit.plain):
            continue
        plain = with_exceptions(_NOT_ANY_MORE.sub(" ", without_single_days(unit.plain)[0]))
        unit = replace(unit, plain=plain)
        named = ""
        for days, ranges, at in _reading_order(unit):
            if re.search(
                r"\b(?:office|desk|clerk|records|lobby|phone|line|support|chat)\b[^.;]{0,25}$", unit.plain[:at]
            ) and not _VISITING.search(unit.plain[max(0, at - 25) : at]):
                continue
            if not ranges and len(days) == 1 and _RESUMED.search(unit.plain[max(0, at - 40) : at]):
                continue
            start = max(unit.plain.rfind(";", 0, at), unit.plain.rfind("}", 0, at), unit.plain.rfind("]", 0, at)) + 1
            bare = _label(unit.plain[start:at])
            own = bare if unit.row or _GROUP.search(bare) else ""
            named = own or named
            label = f"{_channel(unit)}{named}"
            legal = bool(
                _LEGAL.search(unit.plain)
                or _LEGAL.search(unit.headings)
                or _of_lawyers(unit)
                or (_LEGAL.search(title) and not _VISITING.search(unit.plain))
            )
            refused = not ranges and (
                _NO_VISITS.search(unit.plain[max(0, at - 60) : at]) is not None
                or _NONE_THEN.match(unit.plain, unit.plain.find("}", at) + 1) is not None
            )
            found.append(Entry(label, days, sum(ranges), unit.place, legal, refused))
    clocked = sum(entry.minutes > 0 for entry in found)
    if clocked * 2 <= len(found):
        return found
    places = {unit.place: unit for unit in page}
    return [e for e in found if e.minutes or e.refused or _VISITING.search(places[e.place].plain)]


# "Visits resume on Monday": that day is the next one, no day of every week.
_RESUMED = regex(
    r"\b(?:resum\w+|re-?open\w*|restart\w*|return(?:s|ed|ing)?|back|suspended)(?: on| this| next| starting| effective| until)* ?$"
)


def _is_visiting(unit: Unit, title: str, whole: bool) -> bool:
    """Whether a line's hours are visiting hours; whole: the page is short and speaks of visits."""
    if _NARRATIVE.search(unit.plain) and not _STRICT.search(unit.plain):
        return False
    asked = unit.lead if unit.lead.endswith("?") else ""
    if _LINE_HOURS.search(f"{asked} {unit.plain}") or elsewhere.NAMED.search(unit.plain):
        return False
    if _VISITING.search(unit.plain) or _LEGAL.search(unit.plain):
        return True
    if _SEEN.search(unit.plain):
        return True
    if NOT_VISITING.search(unit.plain) or _PHONE_NUMBER.search(unit.plain):
        return False
    if NOT_VISITING.search(unit.headings) and not _VISITING.search(unit.headings):
        return False
    if unit.trail and _OFFICE.search(unit.trail[0]) and not _VISITING.search(unit.trail[0]):
        return False  # "Bureau office, 770 West Broad. 8 to 5 on weekdays."
    told = any(_VISITING.search(text) for text in (unit.headings, title, *unit.trail, unit.header))
    return told or (whole and _STARTS.match(unit.plain) is not None)


def week(lines: Iterable[Entry]) -> dict[str, tuple[frozenset[str], float]]:
    """Days and hours a week for every group, without those of days that a line refuses; a line for "all" groups is
    everybody's."""
    lines = tuple(lines)
    days: dict[str, set[str]] = {}
    hours: dict[str, float] = {}
    closed = [line for line in lines if line.refused]
    refused = frozenset[str]().union(*(line.days for line in closed))
    for line in lines:
        if line.refused:
            continue
        days.setdefault(line.group, set()).update(line.days)
        theirs = (other.days for other in closed if _on_screen(other) is _on_screen(line))
        held = len(line.days.difference(*theirs)) if line.days else 1
        hours[line.group] = hours.get(line.group, 0.0) + line.minutes / 60 * held
    shared = next((g for g in days if re.fullmatch(r"all .*|everyone|everybody|all", g)), None)
    if shared is not None and len(days) > 1:
        extra_days, extra_hours = days.pop(shared), hours.pop(shared)
        for group in days:
            days[group] |= extra_days
            hours[group] += extra_hours
    if refused and not days:
        return {"": (frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"} - refused), 0.0)}
    return {
        group: (frozenset(found - refused) if refused else frozenset(found), round(hours[group], 2))
        for group, found in days.items()
    }


def _on_screen(line: Entry) -> bool:
    return line.group.startswith(_SCREEN_LABEL)


_NAMED_GROUP = regex(r"\b(?:last names?|surnames?|apellidos?)(?: [a-z] ?(?:-|to|through) ?[a-z]\b)?")


def label_of(unit: Unit) -> str:
    """Whose hours a line tells: the words before its first day or clock, "" where they name no group."""
    first = re.search(r"[{\[@]", unit.plain)
    bare = _label(unit.plain[: first.start()]) if first else ""
    if bare and (unit.row or _GROUP.search(bare)):
        return bare
    named = _NAMED_GROUP.search(unit.plain)
    return named.group() if named else ""


# "Attorney visits: Contact rooms may be used by attorneys of record. Weekdays, 08:00 to 16:30."
_LABELLED = regex(
    rf"(?:[\d.]+ )?(?:(?:the|for|visits? by) )?(?:{visits.LEGAL})(?:(?:,| and| &| or) [\w-]+)?(?: (?:visits?|visiting|visitation|access|hours|rooms))? ?[:.]"
)
_OTHER_LABEL = regex(r"^[\w' ,&-]{3,40}: \S|^(?:[\w'&-]+ ?){1,4}\.$")


def _of_lawyers(unit: Unit) -> bool:
    """Whether the label of the paragraph that a line stands in is of lawyers' visits, and the line names no visitor."""
    if unit.row or _VISITING.search(unit.plain) or _OTHER_LABEL.search(unit.plain):
        return False
    over = next((line for line in unit.trail if _LABELLED.match(line) or _OTHER_LABEL.search(line)), "")
    return _LABELLED.match(over) is not None


_OFFICE = regex(r"^(?:the |our )?(?:[\w'-]+ ){0,2}offices?(?:,| is (?:at|in|on)\b)")


def is_legal(unit: Unit) -> bool:
    """Whether a line is of professional visitors."""
    return any(_LEGAL.search(said) is not None for said in (unit.plain, unit.headings)) or _of_lawyers(unit)


def may_be_visiting(unit: Unit) -> bool:
    """Whether a line's days and hours may be those of visits: nothing in it says whose else they are."""
    if _VISITING.search(unit.plain):
        return True
    return not any(p.search(unit.plain) for p in (NOT_VISITING, _NARRATIVE, elsewhere.NAMED, _LINE_HOURS, _LEGAL))


def is_visiting(unit: Unit, title: str) -> bool:
    """Whether a line's hours are visiting hours."""
    return _is_visiting(unit, title, whole=False)
