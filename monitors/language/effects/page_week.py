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
from monitors.language.times.week import Week
from monitors.language.words.patterns import regex

# "Reserve by phone. Wednesdays, between eight and four."
_TO_ARRANGE = regex(
    r"\b(?:reserv\w+|book(?:ing)?|appointments?|call(?:ing|s)?|phone|telephone|register|registration|sign[- ]?up|apply|property|pick up)\b"
)
_MOST_DAYS = 2  # more that came or went at once are hours of something else, told otherwise

Session = tuple[str, int, int]  # day, minutes from and to


@dataclass(frozen=True, slots=True)
class PageWeek:
    """sessions: of visits at the jail; remote: from home; full: whether no line tells clocks of no day, or of some weeks."""

    sessions: frozenset[Session]
    remote: frozenset[Session]
    full: bool


def page_week(page: Sequence[Unit]) -> PageWeek:
    """All sessions that a page tells for families and friends."""
    at_jail: set[Session] = set()
    from_home: set[Session] = set()
    full = True
    for unit in page:
        if NOT_VISITING.search(unit.plain) or is_of_others(unit) or _arranges(unit):
            continue
        week = sessions(unit.plain)
        full = full and not (week.dayless or week.irregular)
        (from_home if is_remote(unit) else at_jail).update(span for span in week.spans if span[0])
    return PageWeek(frozenset(at_jail), frozenset(from_home), full)


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
    moved = won or lost
    if bool(won) == bool(lost) or len({day for day, _, _ in moved}) > _MOST_DAYS:
        return []
    if lost and not {span[1:] for span in lost} <= {span[1:] for span in now.sessions}:
        return []
    effect = hours_effect(*(Week(_days(week), week.sessions) for week in (was, now)))
    return [effect] if effect is not None and effect.sign else []


def _days(week: PageWeek) -> frozenset[str]:
    return frozenset(day for day, _, _ in week.sessions)
