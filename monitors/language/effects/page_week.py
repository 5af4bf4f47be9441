"""The visiting sessions that a page tells as a whole, by whatever lines, held against those of another page."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitors.language.claims.page_claims import is_of_others, is_remote
from monitors.language.effects.timetable import hours_effect
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.times.schedule import NOT_VISITING
from monitors.language.times.sessions import sessions
from monitors.language.times.week import WHOLE, Week
from monitors.language.words.patterns import regex

# "Reserve by phone. Wednesdays, between eight and four."
_TO_ARRANGE = regex(
    r"\b(?:reserv\w+|book(?:ing)?|appointments?|call(?:ing|s)?|phone|telephone|register|registration|sign[- ]?up|apply|property|pick up)\b"
)
_MOST_DAYS = 1  # more that came or went at once are mostly told in a way that is not read

Session = tuple[str, int, int]  # day, minutes from and to


@dataclass(frozen=True, slots=True)
class PageWeek:
    """sessions: of visits at the jail; remote: from home; full: whether no line tells clocks of no day, or of some weeks;
    named: the days that any line names as open, with a clock or without."""

    sessions: frozenset[Session]
    remote: frozenset[Session]
    full: bool
    named: frozenset[str] = frozenset()


def page_week(page: Sequence[Unit]) -> PageWeek:
    """All sessions that a page tells for families and friends."""
    told = [
        (is_remote(unit), sessions(unit.plain))
        for unit in page
        if not (NOT_VISITING.search(unit.plain) or is_of_others(unit) or _arranges(unit))
    ]
    told = [(remote, week) for remote, week in told if week.told]
    at_jail, from_home = ([week for remote, week in told if remote is is_home] for is_home in (False, True))
    timed = [_joined(weeks) for weeks in (at_jail, from_home)]
    full = not any(week.dayless or (week.irregular and week.spans) for weeks in timed for week in weeks)
    named = frozenset(
        day for weeks in (at_jail, from_home) for week in weeks if not _any_day(week) for day in week.days
    )
    return PageWeek(_spans(timed[0]), _spans(timed[1]), full, named)


def _any_day(week: Week) -> bool:
    """Whether a line speaks of each day, as of the visits that one may have on it."""
    return week.days >= WHOLE and not week.spans


def _spans(weeks: list[Week]) -> frozenset[Session]:
    return frozenset(span for week in weeks for span in week.spans if span[0])


def _joined(weeks: list[Week]) -> list[Week]:
    """Lines of which one tells the days and another one the hours, as one: "Open days: Friday, Sunday", "9 to 4"."""
    days = [week for week in weeks if week.days and not week.spans]
    hours = [week for week in weeks if week.spans]
    if len(hours) == 1 and hours[0].dayless and len(days) == 1:
        return [hours[0].on(days[0].days)]
    return weeks


def _arranges(unit: Unit) -> bool:
    """Whether a line tells when somebody may be called, itself or by the words just over it."""
    said = (unit.plain, unit.lead if len(unit.lead.split()) <= 4 else "")
    return any(map(_TO_ARRANGE.search, said))


def same_sessions(was: PageWeek, now: PageWeek) -> bool:
    """Whether two pages tell sessions, and the same ones."""
    told = bool(was.sessions or was.remote)
    return told and was.full and now.full and (was.sessions, was.remote) == (now.sessions, now.remote)


def sessions_moved(was: PageWeek, now: PageWeek) -> list[Effect]:
    """The days that came beside all others, or one or two that went whose clocks other days keep."""
    if not (was.full and now.full and was.sessions and now.sessions):
        return []
    won, lost = now.sessions - was.sessions, was.sessions - now.sessions
    if won and lost and (_within(won, lost) or _within(lost, won)):
        return _hours(was, now)
    moved = won or lost
    if bool(won) == bool(lost) or len({day for day, _, _ in moved}) > _MOST_DAYS:
        return []
    if {day for day, _, _ in moved} & (was if won else now).named:
        return []  # that page may tell their clocks in a line that is not read so
    if lost and not {span[1:] for span in lost} <= {span[1:] for span in now.sessions}:
        return []
    return _hours(was, now)


def _within(inner: frozenset[Session], outer: frozenset[Session]) -> bool:
    """Whether each session lies within one of the other side on its day, and each of that holds one."""
    holds = [[one for one in outer if one[0] == day and one[1] <= start and end <= one[2]] for day, start, end in inner]
    return all(holds) and {one for found in holds for one in found} == outer


def _hours(was: PageWeek, now: PageWeek) -> list[Effect]:
    effect = hours_effect(*(Week(_days(week), week.sessions) for week in (was, now)))
    return [effect] if effect is not None else []


def _days(week: PageWeek) -> frozenset[str]:
    return frozenset(day for day, _, _ in week.sessions)
