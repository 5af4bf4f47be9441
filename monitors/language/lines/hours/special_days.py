"""Hours of one single day: "December 24: 8-10 am only.", "Thanksgiving: visits 9 a.m. to noon."

They are no hours of the week. A notice that comes is told as minor (S3): a loss where the day gets fewer hours than it
has in other weeks or they are said to be fewer, a gain where it gets more. A notice of a date that is taken down has
expired (R3); hours of a holiday, which comes back each year, are given up.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import is_legal, is_visiting, label_of
from monitors.language.times.sessions import sessions
from monitors.language.times.week import joined
from monitors.language.words.clock_speech import minutes_of
from monitors.language.words.concepts import concepts
from monitors.language.words.dates import FIXED, HOLIDAY, MONTH, dates_in, days_named, of_one_day, without_single_days
from monitors.language.words.patterns import regex
from monitors.language.words.wording import DAYS
from monitors.records import Severity, Topic

_SHORTER = regex(
    r"\b(?:only|early|earlier|shortened|shorter|reduced|limited|abbreviated|half[- ]day|last visits?\b.{0,30}@|(?:ends?|ending|close[sd]?|closing|stops?|conclude[sd]?|finish\w*|cut off)\b.{0,25}(?:@|\bat\b|early))"
)
_LONGER = regex(r"\b(?:extra|additional|added|adding|bonus|extended|longer|expanded|more (?:visit\w*|hours))\b")
_STOPPED = regex(
    r"\b(?:no (?:\w+ ){0,2}visit\w*|not (?:be )?(?:held|available|offered|open|take place)|unavailable|down|offline|outage|maintenance|cancel+ed|suspended|closed)\b"
)
_AS_EVER = regex(
    r"\b(?:as (?:usual|normal|scheduled|always)|not (?:be )?affected|unaffected|(?:normal|regular|usual) (?:\w+ )?(?:hours|schedule|visit\w*)|unchanged|same hours)\b"
)
_GOES_ON = regex(r"[;,.] (?:and )?(?:normal|regular|usual)\b.*")
_DEADLINE = regex(
    r"\b(?:deadline|due|submit\w*|appl(?:y|ications?|icants?)|regist\w+|sign(?:ed)?[- ]?up|book(?:ed|ing|ings)?|reserv\w+|schedul(?:e|ing) your|requests?|received|call|tickets?|meals?|gifts?|packages?|deliver\w*|if|unless|was|were)\b"
)
_SPAN = regex(r"\[(\d{4})-(\d{4})\]")
_INSTEAD_OF = regex(r"\b(?:instead of|rather than|in place of)\b")
_CLOCK = regex(r"@(\d{4})")
_UNTIL = regex(r"\b(?:until|till|through|ends?|ending|closes?|stops?|to)\b[^@]{0,12}@")
_FROM = regex(r"\b(?:from|starts?|starting|begins?|beginning|opens?)\b[^@]{0,12}@")
_VISITING = regex(r"\b(?:visits?|visitation|visiting|visitas?)\b")
_FILLING = regex(
    rf"\b(?:{MONTH}|{HOLIDAY}|holidays?|special|hours?|times?|only|early|closing|observed|notice|schedule|modified|on|from|for|the|will|be|are|is|open|to|and|this|next|day|eve)\b|[^a-z ]"
)


@dataclass(frozen=True, slots=True)
class _Hours:
    """days: as dates.py names them; weekdays: those named beside them; hours: 0 where only an end is told; said: +1
    where they are said to be more than usual, -1 fewer, 0 not said; standing: whether they come back each year."""

    days: frozenset[str]
    weekdays: frozenset[str]
    hours: float
    said: int
    standing: bool
    words: str


def special_day_effects(scene: Scene, alignment: Alignment) -> Certain:
    """What lines on hours of single days tell, as far as they came, went or say otherwise than before."""
    effects: list[Effect] = []
    lines: list[Unit] = []
    expired = False
    for old, new in _sides(scene, alignment):
        was, now = (None if unit is None else _hours(unit, scene.title) for unit in (old, new))
        lines += _lines(alignment, old, new)
        sign = _sign(scene, was, now)
        expired = expired or (new is None and sign is None)
        if sign is not None:
            effects.append(_effect(sign, now or was, old, new))
    return Certain(tuple(effects), tuple(lines), ("R3 a notice of one day's hours was taken down",) if expired else ())


def _lines(alignment: Alignment, *told: Unit | None) -> list[Unit]:
    """The changed lines as they stand, of those told and of both sides where only a part of a line was."""
    places = [unit.place if unit else None for unit in told]
    for old, new in alignment.pairs:
        part = (told[0] is not old and old.place == places[0]) or (told[1] is not new and new.place == places[1])
        if part:
            return [old, new]
    return [unit for unit in told if unit is not None]


def _sides(scene: Scene, alignment: Alignment) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Old and new line of each changed place where either tells hours of single days; a line of something else beside
    it came or went by itself."""
    for unit in alignment.removed:
        if _hours(unit, scene.title):
            yield unit, None
    for unit in alignment.added:
        if _hours(unit, scene.title):
            yield None, unit
    for old, new in alignment.pairs:
        was, now = _hours(old, scene.title), _hours(new, scene.title)
        if was and now:
            yield old, new
        elif was and not days_named(new.plain):
            yield old, None
        elif now and not days_named(old.plain):
            yield None, new
        elif not was and not now:
            yield from _parts(old, new, scene.title)


def _parts(old: Unit, new: Unit, title: str) -> Iterator[tuple[Unit | None, Unit | None]]:
    """What two wordings of a line say of single days, where they differ in nothing else."""
    (kept, was), (keeps, now) = without_single_days(old.plain), without_single_days(new.plain)
    if was != now and concepts(kept) == concepts(keeps) and is_visiting(new, title):
        yield (
            (replace(old, plain=f"visits {was}") if was else None),
            (replace(new, plain=f"visits {now}") if now else None),
        )


def _hours(unit: Unit, title: str) -> _Hours | None:
    """The hours of single days that a line tells, None where it tells anything else."""
    plain = _GOES_ON.sub("", unit.plain)
    if not of_one_day(plain) or _AS_EVER.search(plain) or _DEADLINE.search(plain) or is_legal(unit):
        return None
    if not _of_visits(unit, plain, title):
        return None
    instead = _INSTEAD_OF.search(plain)
    compared = _against(plain[: instead.start()], plain[instead.end() :]) if instead else 0
    plain = plain[: instead.start()] if compared and instead else plain
    told = sum(minutes_of(end) - minutes_of(start) for start, end in _SPAN.findall(plain)) / 60
    shorter, longer = _SHORTER.search(plain) or _STOPPED.search(plain), _LONGER.search(plain)
    if not told and not ((shorter or longer or compared) and "@" in plain):
        return None
    days = days_named(plain)
    weekdays = frozenset(day for named in re.findall(r"\{([a-z,]+)\}", plain) for day in named.split(","))
    standing = not (weekdays or re.search(r"\b20\d\d\b", plain)) and all(day in FIXED or " " in day for day in days)
    standing = standing and not (dates_in(plain) and re.search(r"\bwill\b", plain))
    hours = 0.0 if _STOPPED.search(plain) else told
    said = longer or shorter
    words = said.group() if said else ", ".join(sorted(days))
    return _Hours(days, weekdays, hours, compared or (1 if longer else -1 if shorter else 0), standing, words)


def _against(told: str, usual: str) -> int:
    """Whether hours are more or fewer than those that a line itself gives as the usual ones."""
    spans = [[minutes_of(end) - minutes_of(start) for start, end in _SPAN.findall(part)] for part in (told, usual)]
    if all(spans):
        return (sum(spans[0]) > sum(spans[1])) - (sum(spans[0]) < sum(spans[1]))
    clocks = [[minutes_of(clock) for clock in _CLOCK.findall(part)] for part in (told, usual)]
    if len(clocks[0]) != 1 or len(clocks[1]) != 1:
        return 0
    later = (clocks[0] > clocks[1]) - (clocks[0] < clocks[1])
    return later if _UNTIL.search(told) else -later if _FROM.search(told) else 0


def _of_visits(unit: Unit, plain: str, title: str) -> bool:
    """Whether the hours are of visits by the line's own words, or by its heading where it names nothing but the day."""
    if _VISITING.search(plain):
        return is_visiting(unit, title)
    bare = _FILLING.sub(" ", plain).split()
    above = unit.headings.split(" / ")[-1] or title
    return len(bare) <= 1 and _VISITING.search(f"{above} {unit.header}") is not None


def _sign(scene: Scene, was: _Hours | None, now: _Hours | None) -> int | None:
    """+1 a gain, -1 a loss, 0 neither; None where nothing is to be told."""
    if now is None:
        return -_against_usual(scene.after, scene.title, was) if was is not None and was.standing else None
    if was is None or was.days != now.days:
        return _against_usual(scene.before, scene.title, now)
    if was.hours == now.hours or not (was.hours and now.hours):
        return None if was.said == now.said else (now.said > was.said) - (now.said < was.said)
    return 1 if now.hours > was.hours else -1


def _against_usual(page: Sequence[Unit], title: str, told: _Hours) -> int:
    """Whether a day's hours are more or fewer than the same day has in other weeks."""
    if told.said:
        return told.said
    usual = _usual(page, title)
    if not usual or not told.hours:
        return 0
    ordinary = max(usual.get(day, 0.0) for day in told.weekdays) if told.weekdays else sum(usual.values()) / len(usual)
    return (told.hours > ordinary) - (told.hours < ordinary)


def _usual(page: Iterable[Unit], title: str) -> dict[str, float]:
    """Visiting hours of each day of the week as a page tells them for everybody."""
    lines = [u for u in page if "[" in u.plain and "{" in u.plain and not of_one_day(u.plain)]
    told = [sessions(u.plain) for u in lines if is_visiting(u, title) and not is_legal(u) and not label_of(u)]
    week = joined(one for one in told if not one.irregular)
    hours: dict[str, float] = defaultdict(float)
    for day, start, end in week.spans:
        if day in DAYS:
            hours[day] += (end - start) / 60
    return hours


def _effect(sign: int, told: _Hours | None, old: Unit | None, new: Unit | None) -> Effect:
    words = (told.words,) if told else ()
    was, now = (unit.plain if unit else "" for unit in (old, new))
    return Effect("S3-special-day", sign, Severity.MINOR, (Topic.SCHEDULE,), (), was, now, words)
