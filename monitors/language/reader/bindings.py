"""Figures bound to terms: the encoder says of what term each figure is a value, here old and new ones are paired.

Pure counting over the encoder's shares; learned.py turns what comes out into facts of an estimate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitors.language.reader.encoding import Spot
from monitors.language.words.mentions import Mention, in_unit_of
from monitors.records import Fact, FactValue

# What a figure may be a value of; "" = no term of visiting. In the order of the encoder's outputs.
FIGURES = (
    "", "video_fee_usd", "video_fee_per_min_usd", "onsite_video_fee_usd", "onsite_video_fee_per_min_usd",
    "regular_video_fee_usd", "transaction_fee_usd", "call_rate_per_min_usd", "visit_minutes", "visit_minutes_max",
    "visits_per_week", "visits_per_month", "remote_visits_per_week", "remote_visits_per_day", "free_visits_per_week",
    "free_remote_visits_per_week", "free_video_per_month", "visit_days_per_week", "visit_weekends_per_month",
    "schedule_hours_per_week", "booking_lead_hours", "list_max", "list_lock_days", "visitors_max", "min_age",
    "waiting_days", "wait_days_friends", "intake_days_without_visits", "discipline_days_without_visits",
    "commission_pct",
    "min_guarantee_usd_month", "min_paid_visits_per_detainee_month", "bonus_points", "inperson_hours_per_week_cap",
    "distance_miles",
)  # fmt: skip
# Terms that a page does not state are none at all: no share, no wait. Of the rest an unstated one is unknown.
_UNSTATED_IS_NONE = frozenset([
    "commission_pct", "transaction_fee_usd", "free_visits_per_week", "free_remote_visits_per_week",
    "free_video_per_month", "intake_days_without_visits", "discipline_days_without_visits", "waiting_days",
    "wait_days_friends", "list_lock_days", "min_guarantee_usd_month", "min_paid_visits_per_detainee_month",
    "bonus_points", "booking_lead_hours",
])  # fmt: skip
# How likely one side of a change must be, the other side beside it, and a figure beside a new one that took its place.
_FIGURE_ABOVE, _FELLOW_ABOVE, _KEPT_ABOVE = 0.42, 0.05, 0.02
_JOINED_ABOVE = 0.1  # of a side that stands in another row
# Of these a page may say that there is no limit.
_LIMITS = frozenset([
    "visits_per_week", "visits_per_month", "remote_visits_per_week", "remote_visits_per_day", "list_max",
    "visitors_max", "visit_minutes", "visit_minutes_max", "inperson_hours_per_week_cap",
])  # fmt: skip

_BY_THE_MINUTE = {
    "video_fee_usd": "video_fee_per_min_usd",
    "onsite_video_fee_usd": "onsite_video_fee_per_min_usd",
}
_BY_THE_VISIT = {name: by_visit for by_visit, name in _BY_THE_MINUTE.items()}

Told = tuple[float, float]  # likelihood, value; -1 = no limit
_Bound = dict[tuple[str, int, bool], Told]  # by term, row and side


def figure_facts(figures: Sequence[Sequence[float]], spots: Sequence[Spot]) -> list[tuple[float, Fact]]:
    """The likeliest change of each term: an old and a new figure of one row, or of two where neither row has both, or
    one that came or went altogether. figures: the encoder's shares, one row a piece."""
    told = _bound(figures, spots)
    told |= _before_the_new(told, figures, spots)
    told |= _limits_beside(told, spots)
    _join_rows(told)
    found: dict[str, tuple[float, Fact]] = {}
    for name, row in dict.fromkeys((name, row) for name, row, _ in told):
        fact = _fact_of(name, told.get((name, row, False)), told.get((name, row, True)))
        if fact is None and (side := _changed_unit(name, told)) is not None:
            share, value = told.get((name, row, side), (0.0, 0.0))
            before, after = (None, value) if side else (value, None)
            fact = (share, Fact(name, before, after)) if share > _FIGURE_ABOVE else None
        if fact is not None and fact[0] > found.get(name, (0.0, fact[1]))[0]:
            found[name] = fact
    return list(found.values())


def possible(figures: Sequence[Sequence[float]], spots: Sequence[Spot]) -> dict[tuple[str, float], float]:
    """How likely each value is one of each term, at the most."""
    found: dict[tuple[str, float], float] = {}
    for spot in spots:
        for group, share in zip(FIGURES[1:], figures[spot.start][1:], strict=True):
            name = _term_of(group, spot.mention)
            value = in_unit_of(spot.mention, name)
            if value is not None:
                found[name, value] = max(found.get((name, value), 0.0), share)
    return found


def _bound(figures: Sequence[Sequence[float]], spots: Sequence[Spot]) -> _Bound:
    """The likeliest figure of each term on either side of each row."""
    told: _Bound = {}
    earlier: dict[tuple[str, int], Told] = {}
    for spot in spots:
        for group, share in zip(FIGURES[1:], figures[spot.start][1:], strict=True):
            name = _term_of(group, spot.mention)
            value = in_unit_of(spot.mention, name) if share > _FELLOW_ABOVE else None
            if value is None:
                continue
            if spot.new and spot.mention.past:
                earlier[name, spot.row] = max(earlier.get((name, spot.row), (0.0, 0.0)), (share, value))
            elif share > told.get((name, spot.row, spot.new), (0.0, 0.0))[0]:
                told[name, spot.row, spot.new] = share, value
    for (name, row), one in earlier.items():
        told.setdefault((name, row, False), one)
    return told


def _before_the_new(told: _Bound, figures: Sequence[Sequence[float]], spots: Sequence[Spot]) -> _Bound:
    """Old values that stand in the new row: "45 minutes (were 30)", "the price of $4 shall rise to $5"."""
    found: _Bound = {}
    for (name, row, new), (share, value) in told.items():
        if not new or share <= _FIGURE_ABOVE or (name, row, False) in told:
            continue
        beside = [spot for spot in spots if spot.row == row and spot.new and _may_be_before(spot, name, value)]
        past = [spot for spot in beside if spot.mention.past] or beside
        own = FIGURES.index(name)
        likely = [
            (figures[spot.start][own], in_unit_of(spot.mention, name) or 0.0)
            for spot in past
            if spot.mention.past or figures[spot.start][own] > _KEPT_ABOVE
        ]
        if len({was for _, was in likely}) == 1:
            found[name, row, False] = max(likely)
    return found


def _may_be_before(spot: Spot, name: str, value: float) -> bool:
    """Whether a figure of the new row, one of a unit, may be what a term was before it became a value."""
    was = in_unit_of(spot.mention, name) if spot.mention.unit and _term_of(name, spot.mention) == name else None
    return (spot.mention.past or not spot.changed) and was is not None and was > 0 and was != value


def _limits_beside(told: _Bound, spots: Sequence[Spot]) -> _Bound:
    """No limit on the one side of a row where the other side sets one: "as often as you like", "twice a week"."""
    open_sides = {(spot.row, spot.new) for spot in spots if spot.mention.unit == "unlimited"}
    return {
        (name, row, not new): (_FELLOW_ABOVE, -1.0)
        for (name, row, new), (share, _) in told.items()
        if name in _LIMITS
        and share > _FIGURE_ABOVE
        and (row, not new) in open_sides
        and (name, row, not new) not in told
    }


def _join_rows(told: _Bound) -> None:
    """Brings together the old figure of one row and the new one of another, where a term has one of each to spare."""
    for name in dict.fromkeys(name for name, _, _ in told):
        olds, news = ({row for term, row, new in told if term == name and new is side} for side in (False, True))
        lone_old, lone_new = olds - news, news - olds
        if len(lone_old) == len(lone_new) == 1:
            old, new = (name, lone_old.pop(), False), (name, lone_new.pop(), True)
            if min(told[old][0], told[new][0]) > _JOINED_ABOVE:
                told[name, new[1], False] = told.pop(old)


def _term_of(name: str, mention: Mention) -> str:
    """The term that a figure is a value of by its own words: a price says what it is for, and which of two it is."""
    if mention.per == "minute":
        return _BY_THE_MINUTE.get(name, name)
    if mention.per == "visit":
        name = _BY_THE_VISIT.get(name, name)
    return "regular_video_fee_usd" if mention.usual and name == "video_fee_usd" else name


def _changed_unit(name: str, told: Mapping[tuple[str, int, bool], Told]) -> bool | None:
    """The one side on which a price stands that was by the visit and is by the minute, or the other way round: whether
    that is the new one. None where its unit did not change."""
    other = _BY_THE_MINUTE.get(name) or _BY_THE_VISIT.get(name)
    mine, others = ({new for term, _, new in told if term == one} for one in (name, other))
    return next(iter(mine)) if len(mine) == len(others) == 1 and mine != others else None


def _fact_of(name: str, old: Told | None, new: Told | None) -> tuple[float, Fact] | None:
    """One term's change in one row, with its likelihood; a side that is sure takes the other one along."""
    likely = max(side[0] for side in (old, new) if side)
    if likely <= _FIGURE_ABOVE:
        return None
    before, after = (None if side is None or side[1] < 0 else side[1] for side in (old, new))
    fact = stated(name, before, after, old is not None, new is not None)
    return (likely, fact) if fact is not None else None


def stated(name: str, before: FactValue, after: FactValue, was: bool, now: bool) -> Fact | None:
    """A fact whose missing side is filled in where that means none at all (no share, no wait, no age bar).

    was, now: whether the old and the new side state it; a stated None says that there is no limit. None where a missing
    side means nothing, and where nothing differs.
    """
    nothing = 0.0 if name in _UNSTATED_IS_NONE else None
    if not was:
        before = nothing
    if not now:
        after = 0.0 if name == "min_age" else nothing
    lifted = name == "inperson_hours_per_week_cap"
    lone = lifted or name == "min_age" or "_per_min_" in name  # a bar that is new, a price now told by the minute
    unknown = (not was and before is None and not lone) or (not now and after is None and not lifted)
    return None if unknown or before == after else Fact(name, before, after)
