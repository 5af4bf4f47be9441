"""Facts in plain words: "Video visit price up from $9.00 to $12.00", "In-person visits ended"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monitors.records import Fact, FactValue


@dataclass(frozen=True, slots=True)
class _Words:
    """How a quantity is told. noun: what has the figure; figure: its pattern, "{}" for the number; up, down: verbs."""

    noun: str
    figure: str
    up: str = "up"
    down: str = "down"


_QUANTITIES = {
    "video_fee_usd": _Words("Video visit price", "${:,.2f}"),
    "video_fee_per_min_usd": _Words("Video visit price per minute", "${:,.2f}"),
    "onsite_video_fee_usd": _Words("Price of a video visit at the jail", "${:,.2f}"),
    "onsite_video_fee_per_min_usd": _Words("Price per minute of a video visit at the jail", "${:,.2f}"),
    "regular_video_fee_usd": _Words("Regular video visit price", "${:,.2f}"),
    "transaction_fee_usd": _Words("Transaction charge", "${:,.2f}"),
    "call_rate_per_min_usd": _Words("Phone call price per minute", "${:,.3g}"),
    "visit_minutes": _Words("Visits", "{:g} minutes", "lengthened", "shortened"),
    "visit_minutes_max": _Words("Longest visit", "{:g} minutes", "lengthened", "shortened"),
    "visits_per_week": _Words("Visits", "{:g} a week", "up", "cut"),
    "visits_per_month": _Words("Visits", "{:g} a month", "up", "cut"),
    "remote_visits_per_week": _Words("Video visits from home", "{:g} a week", "up", "cut"),
    "remote_visits_per_day": _Words("Video visits from home", "{:g} a day", "up", "cut"),
    "free_visits_per_week": _Words("Free visits", "{:g} a week", "up", "cut"),
    "free_remote_visits_per_week": _Words("Free video visits", "{:g} a week", "up", "cut"),
    "free_video_per_month": _Words("Free video visits", "{:g} a month", "up", "cut"),
    "visit_days_per_week": _Words("Visiting days", "{:g} a week", "up", "cut"),
    "visit_weekends_per_month": _Words("Visiting weekends", "{:g} a month", "up", "cut"),
    "schedule_hours_per_week": _Words("Visiting hours", "{:g} a week", "up", "cut"),
    "booking_lead_hours": _Words("Time to book ahead", "{:g} hours", "up", "cut"),
    "list_max": _Words("Visiting list", "{:g} people", "up", "cut"),
    "list_lock_days": _Words("Time between changes of the visiting list", "{:g} days", "up", "cut"),
    "visitors_max": _Words("Visitors at a time", "{:g}", "up", "cut"),
    "min_age": _Words("Youngest age admitted", "{:g}", "raised", "lowered"),
    "waiting_days": _Words("Wait before former inmates may visit", "{:g} days", "up", "cut"),
    "wait_days_friends": _Words("Wait before friends may visit", "{:g} days", "up", "cut"),
    "intake_days_without_visits": _Words("Wait for a first visit after arrival", "{:g} days", "up", "cut"),
    "discipline_days_without_visits": _Words("Loss of visits for breaking rules", "{:g} days", "up", "cut"),
    "commission_pct": _Words("Commission", "{:g}%"),
    "min_guarantee_usd_month": _Words("Guaranteed payment to the agency", "${:,.0f} a month"),
    "min_paid_visits_per_detainee_month": _Words("Paid visits that must be sold per person", "{:g} a month"),
    "bonus_points": _Words("Bonus points for giving up visits", "{:g}"),
    "inperson_hours_per_week_cap": _Words("Limit on in-person visiting", "{:g} hours a week", "raised", "lowered"),
    "distance_miles": _Words("Distance that counts as far away", "{:g} miles", "up", "down"),
}
# (now allowed, no longer allowed)
_PERMISSIONS = {
    "in_person_allowed": ("In-person visits are back", "In-person visits ended"),
    "contact_allowed": ("Contact at visits is allowed", "Contact at visits is no longer allowed"),
    "minors_allowed": ("Children may visit", "Children may no longer visit"),
}


NAMES = frozenset(_QUANTITIES) | frozenset(_PERMISSIONS)


def fact_told(fact: Fact) -> str:
    """One fact as a phrase that begins with a capital; "" for a name that has no words."""
    if fact.name in _PERMISSIONS:
        return _PERMISSIONS[fact.name][0 if fact.after else 1]
    words = _QUANTITIES.get(fact.name)
    if words is None:
        return ""
    tell = _SPECIAL.get(fact.name, _moved)
    return tell(words, _number(fact.before), _number(fact.after))


def limit_told(fact: Fact) -> str:
    """A limit that only one page sets: "Visits no longer limited to 1 a week"; "" for a name that has no words."""
    words = _QUANTITIES.get(fact.name)
    before, after = _number(fact.before), _number(fact.after)
    if words is None or (before is None) is (after is None):
        return ""
    verb, value = ("now", after) if before is None else ("no longer", before)
    return f"{words.noun} {verb} limited to {words.figure.format(value)}"


def _number(value: FactValue) -> float | None:
    return None if value is None or isinstance(value, bool) else float(value)


def _moved(words: _Words, before: float | None, after: float | None) -> str:
    if before is None and after is None:
        return ""
    if before is None:
        free = after == 0 and "price" in words.noun.lower()
        return f"{words.noun}: now {'free' if free else words.figure.format(after)}"
    if after is None:
        if before == 0 and "price" in words.noun.lower():
            return f"{words.noun}: free no longer stated"
        return f"{words.noun}: {words.figure.format(before)} no longer stated"
    if before == 0 and "price" in words.noun.lower():
        return f"{words.noun} now {words.figure.format(after)}, was free"
    if after == 0 and "price" in words.noun.lower():
        return f"{words.noun} dropped: free, was {words.figure.format(before)}"
    verb = words.up if after > before else words.down
    return f"{words.noun} {verb} from {_bare(words.figure, before)} to {words.figure.format(after)}"


def _bare(figure: str, value: float) -> str:
    """The first of two figures without its unit: "from 30 to 20 minutes"."""
    return figure[: figure.index("}") + 1].format(value) + ("%" if figure.endswith("%") else "")


def _free(words: _Words, before: float | None, after: float | None) -> str:
    if not after:
        return f"{words.noun} ended"
    return _moved(words, before, after) if before else f"{words.noun}: {words.figure.format(after)}"


def _age(words: _Words, before: float | None, after: float | None) -> str:
    if not after:
        return "Children of any age may visit"
    return _moved(words, before, after) if before else f"Only visitors aged {after:g} or older admitted"


_LIMIT_ON = "Limit on "


def _limit(words: _Words, before: float | None, after: float | None) -> str:
    if after is None and before is not None and words.noun.startswith(_LIMIT_ON):
        noun = words.noun.removeprefix(_LIMIT_ON)
        return f"{noun[:1].upper()}{noun[1:]} no longer limited, was {words.figure.format(before)}"
    if after is None and before is not None:
        return f"No limit on {words.noun.lower()} any more, was {words.figure.format(before)}"
    return _moved(words, before, after)


_SPECIAL: dict[str, Callable[[_Words, float | None, float | None], str]] = {
    "free_visits_per_week": _free,
    "free_remote_visits_per_week": _free,
    "free_video_per_month": _free,
    "min_age": _age,
    "list_max": _limit,
    "inperson_hours_per_week_cap": _limit,
}
