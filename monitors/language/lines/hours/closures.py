"""Days on which nobody may visit: "Closed to visitors on December 25.", "There will be no visits on Thanksgiving Day."

Such a line is told for what it says, whatever else changed beside it: a day without visits that is added is a loss and
minor (S3). A notice of one day that is taken down has expired and tells nothing (R3); a standing rule, for a day that
comes back each year, is given up.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_acts as acts
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import ANY_HOLIDAY, FIXED, MONTH, SOON, SPAN, dates_in, days_named, too_long
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

# "Thanksgiving Day, November 27": this year's date of a day that is told by its name.
_ITS_DATE = regex(
    rf"\b((?:thanksgiving|memorial|labor|easter|mother's|father's|presidents'?|martin luther king(?:,? jr\.?)?|columbus|indigenous peoples'?)(?: day| sunday)?),? \(?(?:\{{[a-z]+\}},? )?{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? 20\d\d)?\)?"
)
_DATED_DAY = regex(rf"\{{[a-z,]+\}},? (?:the )?(?:{MONTH}|\d{{1,2}}\b)|\b20\d\d\b|/\d\d\b")
_ONCE = regex(r"\b(?:notice|alert|reminder|update|will)\b")
_LABELLED = regex(r"\b(?:notice|alert|reminder|update)\b", re.I)
_WORDS_OF_A_LABEL = 4
_CALLED_OFF = regex(r"\b(?:cancel+ed|cancel+ation|suspended|called off|due to|because|owing to|this year)\b")

_NO_VISITS = (
    r"(?:no|neither) (?:[\w{},-]+ ){0,2}?(?:visit\w*|visitors|sessions?|visiting hours)(?! (?:list|form|rule))"
    r"|(?:not be (?:any )?|not )(?:[\w-]+ ){0,2}?visit\w*"
)
_SHUT = (
    r"closed|clos(?:e|es|ing|ure)|shut|no longer open|not (?:be )?open|cancel+ed|suspended|called off"
    r"|not (?:be )?(?:held|permitted|allowed|available|offered|take place|conducted|scheduled)|no(?:t)? (?:be )?(?:admitted|receiv\w+)"
)
_CLOSED = regex(rf"\b(?:{_NO_VISITS}|{_SHUT})")
_EXCEPTED = regex(
    r",? ?\(?\b(?:except(?:ing)?(?: for| on)*|excluding|other than|but not on|save for|with the exception of) [^.;|\[]{3,90}\)?\.?$"
)
# "We hold visits every day except Wednesday and county holidays, from 8 to 11."
_BUT = regex(
    r"(?:\b(?:every day|each day|daily|all days|any day|days? of the week)|\{[a-z,]+\}),? (?:except(?:ing)?|but(?: not)?|save|other than|excluding)(?: for| on)? ([^.;]{3,90})"
)
_HOLIDAYS = r"(?:all |most |some )?(?:(?:state|federal|legal|county|public|national|observed|official|major|recognized)(?: (?:and|or) )?)*? ?holidays?"
# "on weekends and holidays", "holidays, {sat} and {sun}": holidays as one of several days on which visits are held.
_ALSO_HELD = regex(
    rf",? (?:and|&|as well as|including|plus) (?:on |during )?{_HOLIDAYS}(?! hours)\b|\b{_HOLIDAYS},? (?:and |& )?(?:on )?(?=weekends?\b|\{{)"
)
_NOT_HELD = regex(rf"\b(?:{_NO_VISITS}|{_SHUT}|except\w*|excluding|other than|not|never|unless|may vary|subject to)\b")
_NAMED_DAYS = regex(r"\{[a-z,]+\}|\bweekends?\b|\bweekdays?\b|\b(?:every|any) day\b|\bdaily\b")
_VISITING = regex(r"\b(?:visits?|visited|visiting|visitation|visitors?|sit-?downs?|sittings?|booths?)\b")
_TO_PUBLIC = regex(r"\bto (?:the )?public\b")
_OFFICE = regex(
    r"\b(?:offices?|records?|courts?|courthouse|clerk\w*|administrati\w+|front desk|counter|business|assessor|library|bank|property|bonds?|bonding|commissary|fingerprint\w*|permits?|landfill|trash|roads?|parking|lots?|restrooms?|elevators?|streets?|bridges?|entrances?|schools?|staff|headquarters|substation)\b"
)
_OTHER_SENSE = regex(
    rf"[@\[]|\b(?:was|were|had been|any ?more|{acts.UNTIL_NOTICE}|{acts.PERMANENT}|until|unless|without|if|still|remain\w*|continu\w+|since|as of|effective|begin\w*|start\w*|from now on|no longer closed|as usual|as normal|normal hours|regular\w*|only(?!\W*$)|except|will be held|are held|falls?|appl(?:y|ies)|hours (?:are|will)|same)\b"
)
_TURNED = regex(r"\b(?:not|never|no longer|won't|isn't|aren't) (?:be )?(?:clos\w+|cancel\w+|suspend\w+|affect\w*|shut)")
_OPEN = regex(r"\b(?:open|held|available|offered|allowed|permitted|welcome|conducted|as usual|takes? place)\b")
_ALL_DAYS = frozenset(("holidays",))
_LESS = regex(r"\b(?:only|until|modified|limited|special|some|certain)\b")
# What a notice goes on to say after its day without visits.
_GOES_ON = regex(
    r"\b(?:return\w*|resum\w+|pick(?:s)? up|re-?open\w*|(?:normal|regular|usual) (?:\w+ )?(?:hours|schedule|visit\w*|timetable)|back|as usual|open|(?:normal|regular|usual|ordinary) (?:\w+ )?(?:again|from|on)\b|again (?:from|on|as of)|unaffected|not affected|(?:come )?see (?:us|you)|(?:held|available|offered|take place))\b|\bno [\w -]{0,30}(?:during|on) (?:those|these|that)\b"
)
# "The booths close on June 30." is an end, unless that is a holiday.
_ENDS = regex(r"\b(?:clos(?:e|es|ing)|suspended|shut(?:s|ting)?|discontinued)\b")
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})\b")
_LEGAL = regex(rf"\b(?:{visits.LEGAL})\b")


@dataclass(frozen=True, slots=True)
class Closure:
    """days: "12-25" for a date, "11 thanksgiving" for a holiday that moves, "holidays" for all of them; standing: whether
    it comes back each year; words: what says that nobody may visit; legal: whether it stops lawyers' visits."""

    days: frozenset[str]
    standing: bool
    words: str
    legal: bool


def closure(unit: Unit, *, by_name: bool = False) -> Closure | None:
    """The days without visits that a line names, None where it says anything else, too. by_name: whether the date beside
    the name of a holiday is left out."""
    plain = _ITS_DATE.sub(r"\1", unit.plain) if by_name else unit.plain
    shut = _CLOSED.search(plain)
    if shut is None or _OTHER_SENSE.search(plain) or _TURNED.search(plain) or not _of_visits(unit):
        return None
    said = next((part for part in re.split(r"; ", plain) if _CLOSED.search(part) and days_named(part)), "")
    labelled = any(_LABELLED.search(text) for text in (unit.text, *_label(unit)))
    return _told(plain, shut.group(), labelled) if said else None


def _label(unit: Unit) -> tuple[str, ...]:
    """The few words right above a line: "*** HOLIDAY NOTICE." """
    return (unit.lead,) if len(unit.lead.split()) <= _WORDS_OF_A_LABEL else ()


def _told(text: str, words: str, labelled: bool) -> Closure | None:
    days = days_named(text)
    if not days or too_long(text, days) or (_ENDS.fullmatch(words) and _no_holiday(text, days)):
        return None
    once = (
        _DATED_DAY.search(text)
        or SOON.search(text)
        or (dates_in(text) and (labelled or _ONCE.search(text)))
        or _CALLED_OFF.search(text)
    )
    standing = not once and all(day in FIXED or " " in day for day in days)
    return Closure(days, standing, words, _LEGAL.search(text) is not None)


def _no_holiday(text: str, days: frozenset[str]) -> bool:
    """Whether none of the days is a holiday, nor said to be, and they are no span of days either."""
    named = any(" " in day or day in FIXED for day in days) or ANY_HOLIDAY.search(text)
    return not named and not (len(days) > 1 and SPAN.search(text))


def _of_visits(unit: Unit) -> bool:
    """Whether what is closed is visiting: by the line's own words, or under a heading of visits for a line that names
    no office."""
    if _VISITING.search(unit.plain):
        return True
    if _OFFICE.search(unit.plain) or _OFFICE.search(unit.headings.split(" / ")[-1]):
        return False
    return _VISITING.search(f"{unit.headings} {unit.header}") is not None or _TO_PUBLIC.search(unit.plain) is not None


def closure_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What lines on days without visits tell, as far as they came, went or name other days than before."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    why: list[str] = []
    for old, new in _sides(alignment):
        by_name = all(unit is not None and _ITS_DATE.search(unit.plain) for unit in (old, new))
        was, now = (None if unit is None else closure(unit, by_name=by_name) for unit in (old, new))
        if was is None and now is None:
            continue
        lines += [unit for unit in (old, new) if unit is not None]
        lone = was if now is None else now if was is None else None
        shut = old if was else new
        if lone and shut and lone.days <= _left_out(scene.before if now else scene.after, shut):
            why.append("R2 the same days are left out of the visiting days")
            continue
        lines += _following(alignment.removed, old if was else None) + _following(alignment.added, new if now else None)
        found = _effect(was, now, old, new)
        effects += [found] if found else []
        if found is None and now is None:
            why.append("R3 a notice of days without visits was taken down")
    for old in alignment.removed:
        if scene.official and scene.before and scene.after and old not in lines and _has_passed(old):
            lines += [old, *_following(alignment.removed, old)]
            why.append("R3 a notice of days without visits was taken down")
    moved = _exceptions(alignment)
    return Certain((*effects, *moved.effects), (*lines, *moved.lines), tuple(dict.fromkeys(why)))


def _has_passed(unit: Unit) -> bool:
    """Whether a line that was taken down said of a holiday, in whatever words, what would not be done on it: "The panes
    will not be lit on Thanksgiving Day." On any other date visits may have been announced to end."""
    days = days_named(unit.plain)
    once = _WILL_NOT.search(unit.plain) is not None and _LASTING.search(unit.plain) is None
    return (
        once
        and bool(days)
        and days != _ALL_DAYS
        and not _no_holiday(unit.plain, days)
        and not too_long(unit.plain, days)
    )


_WILL_NOT = regex(r"\b(?:will (?:not|be (?:no|closed|dark|shut|cancel+ed|off))|won't|there will be no)\b")
_LASTING = regex(
    rf"\b(?:{acts.UNTIL_NOTICE}|{acts.PERMANENT}|until|unless|after|since|as of|effective|begin\w*|start\w*|from now on|from|no longer|any ?more|again|back|return\w*|only|each|every|or later|before|by)\b"
)


def _left_out(page: Iterable[Unit], shut: Unit) -> frozenset[str]:
    """The days that lines take out of those on which visits are held: "every day except Wednesday and holidays". Where
    these are days of the week that a line shuts, nothing is left out as it was."""
    closed = _week_days(shut.plain)
    found = [(unit, but) for unit in page if (but := _BUT.search(unit.plain)) and _of_visits(unit)]
    if any(closed & _week_days(unit.plain[: but.start(1)]) for unit, but in found):
        return frozenset()
    return frozenset().union(*(days_named(but[1]) for _, but in found))


def _week_days(plain: str) -> frozenset[str]:
    return frozenset(day for days in _SET.findall(plain) for day in days.split(","))


_SET = regex(r"\{([a-z,]+)\}")


def _following(units: Sequence[Unit], closed: Unit | None) -> list[Unit]:
    """The next lines under the same heading, where they say when visits go on after the day."""
    if closed is None:
        return []
    beside = (unit for unit in units if unit.headings == closed.headings and 0 < unit.place - closed.place <= 2)
    return [unit for unit in beside if _GOES_ON.search(unit.plain)]


def _sides(alignment: Alignment) -> list[tuple[Unit | None, Unit | None]]:
    """Old and new line of each changed place. Two lines of which one alone names days without visits, and the other
    none of those days, have nothing to do with each other."""
    found: list[tuple[Unit | None, Unit | None]] = [(unit, None) for unit in alignment.removed]
    found += [(None, unit) for unit in alignment.added]
    for old, new in alignment.pairs:
        was, now = closure(old), closure(new)
        if was and now:
            found += [(old, new)] if was.legal == now.legal else [(old, None), (None, new)]
        elif (was and was.standing and _held(new)) or (now and now.standing and _held(old)):
            found.append((old, new))
        elif was and not was.days & days_named(new.plain):
            found.append((old, None))
        elif now and not now.days & days_named(old.plain):
            found.append((None, new))
    return found


def _held(unit: Unit) -> bool:
    """Whether a line says no more of its days than that visits are held: "The visiting room is open on holidays." """
    held = _OPEN.search(unit.plain) is not None and _NOT_HELD.search(unit.plain) is None
    return (
        held and not any(mark in unit.plain for mark in "@[") and _LESS.search(unit.plain) is None and _of_visits(unit)
    )


def _effect(was: Closure | None, now: Closure | None, old: Unit | None, new: Unit | None) -> Effect | None:
    before, after = (frozenset[str]() if one is None else one.days for one in (was, now))
    if was and now and _ALL_DAYS & (before ^ after):  # all holidays, and one of them
        return _made(1 if _ALL_DAYS & before else -1, now, old, new)
    if now is not None and _moved(before - after, after - before):
        return _made(0, now, old, new)
    if now is not None and after - before:
        return _made(-1, now, old, new)
    return _made(1, was, old, new) if was is not None and was.standing and before - after else None


def _moved(gone: frozenset[str], come: frozenset[str]) -> bool:
    """Whether as many days of one month take the place of others: the day was moved."""
    months = {day.split("-")[0] for day in gone | come}
    return len(gone) == len(come) > 0 and len(months) == 1 and not any(day in FIXED for day in gone | come)


def _made(sign: int, told: Closure, old: Unit | None, new: Unit | None) -> Effect:
    in_person = (Topic.IN_PERSON,) if new and _IN_PERSON.search(new.plain) else ()
    topics = (Topic.SCHEDULE,) if told.standing else (Topic.SUSPENSION, Topic.SCHEDULE, *in_person)
    quotes = [unit.plain if unit else "" for unit in (old, new)]
    return Effect(
        "S3-closed-day",
        sign,
        Severity.MINOR,
        (Topic.LEGAL_VISITS,) if told.legal else topics,
        old=quotes[0],
        new=quotes[1],
        words=(told.words,),
    )


def _exceptions(alignment: Alignment) -> Certain:
    """Holidays that a line takes out of its visiting days, or no longer does, with every other word kept: "Visits are
    held daily except Thanksgiving.". So with holidays that are one of them: "on weekends and holidays"."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    for old, new in alignment.pairs:
        (kept, was), (keeps, now) = _excepted(old.plain), _excepted(new.plain)
        if was == now and _of_visits(new):
            (kept, now), (keeps, was) = _also_held(old.plain), _also_held(new.plain)  # a day more, the other way round
        if was == now or kept != keeps or not _VISITING.search(f"{new.plain} {new.headings}"):
            continue
        gained = now - was
        words = (", ".join(sorted(gained or was - now)),)
        quotes = (old.plain, new.plain)
        effects.append(
            Effect("S3-closed-day", -1 if gained else 1, Severity.MINOR, (Topic.SCHEDULE,), (), *quotes, words)
        )
        lines += [old, new]
    return Certain(tuple(effects), tuple(lines))


def _also_held(plain: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """A line's words without holidays among its visiting days, and "holidays" where it has them."""
    told = None if _NOT_HELD.search(plain) or not _NAMED_DAYS.search(plain) else _ALSO_HELD.search(plain)
    rest = plain[: told.start()] + plain[told.end() :] if told else plain
    return concepts(rest.replace(" and ", ", ")), frozenset({"holidays"} if told else ())


def _excepted(plain: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """A line's words without an exception for holidays, and those holidays."""
    tail = _EXCEPTED.search(plain)
    days = days_named(tail.group()) if tail else frozenset[str]()
    return concepts(plain[: tail.start()] if tail and days else plain), days
