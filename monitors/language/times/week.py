"""The visiting sessions of one week, however they are told: days, and from when to when on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitors.language.words.wording import DAYS

WHOLE = frozenset(DAYS)
Span = tuple[int, int]  # minutes of the day, from and to


@dataclass(frozen=True, slots=True)
class Week:
    """Sessions of a week. days: the named ones, or "1", "2" … where they are only counted; spans: (day, minutes from,
    minutes to), day "" where none is named; refused: days that are told to have none; irregular: not every week;
    total: hours of the week where these are told, else 0."""

    days: frozenset[str] = frozenset()
    spans: frozenset[tuple[str, int, int]] = frozenset()
    refused: frozenset[str] = frozenset()
    irregular: bool = False
    total: float = 0.0

    @property
    def told(self) -> bool:
        """Whether a day or a clock is told at all."""
        return bool(self.days or self.spans or self.refused or self.total)

    @property
    def dayless(self) -> bool:
        """Whether there are clocks of no day."""
        return any(not day for day, _, _ in self.spans)

    @property
    def bare(self) -> frozenset[str]:
        """The days without a clock."""
        return self.days - {day for day, _, _ in self.spans}

    @property
    def hours(self) -> float:
        """Hours of the week; sessions at the same time count once, clocks of no day for one."""
        at = {day for day, _, _ in self.spans}
        return self.total or round(
            sum(_covered([span[1:] for span in self.spans if span[0] == day]) for day in at) / 60, 2
        )

    def on(self, days: Iterable[str]) -> Week:
        """The clocks of no day set on the days given."""
        days = frozenset(days)
        placed = {(day, start, end) for day in days for at, start, end in self.spans if not at}
        kept = {span for span in self.spans if span[0]}
        return replace(self, days=self.days | days, spans=frozenset(placed | kept))

    def at(self, clocks: Week) -> Week:
        """The days without a clock at those of another line."""
        more = {(day, start, end) for day in self.bare for _, start, end in clocks.spans}
        return replace(self, spans=self.spans | more)

    def also(self, days: frozenset[str]) -> Week:
        """With further days, each at the clocks of those it has."""
        more = {(day, start, end) for day in days for _, start, end in self.spans}
        return replace(self, days=self.days | days, spans=frozenset(span for span in self.spans if span[0]) | more)


def joined(weeks: Iterable[Week]) -> Week:
    """The sessions of several lines together, without those on a day that one of them refuses."""
    weeks = tuple(weeks)
    refused = frozenset[str]().union(*(week.refused for week in weeks))
    days = frozenset[str]().union(*(week.days for week in weeks))
    spans = frozenset[tuple[str, int, int]]().union(*(week.spans for week in weeks))
    return Week(
        days - refused,
        frozenset(span for span in spans if span[0] not in refused),
        refused,
        any(week.irregular for week in weeks),
        max((week.total for week in weeks), default=0.0),
    )


def _covered(spans: list[Span]) -> int:
    total = until = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, until))
        until = max(until, end)
    return total
