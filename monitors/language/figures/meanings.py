"""What each quantity means when it moves: which way more of it goes, which topics it touches, how much it matters."""

from __future__ import annotations

from monitors.records import Severity, Topic

# Rule of a price that moved in step with the length of the visit, so that a minute costs what it did.
PACKAGE = "D8-package"
_MORE_IS_BAD = frozenset(
    [
        "video_fee_usd",
        "video_fee_per_min_usd",
        "onsite_video_fee_usd",
        "onsite_video_fee_per_min_usd",
        "transaction_fee_usd",
        "call_rate_per_min_usd",
        "booking_lead_hours",
        "min_age",
        "waiting_days",
        "intake_days_without_visits",
        "discipline_days_without_visits",
        "list_lock_days",
        "commission_pct",
        "min_guarantee_usd_month",
        "min_paid_visits_per_detainee_month",
        "distance_miles",
        "wait_days_friends",
        "inperson_hours_per_week_cap",
        "bonus_points",
        "_record_days",
        "_guarded_age",
        "_call_fee_usd",
        "_legal_fee_usd",
    ]
)
_MINOR = frozenset(
    [
        "distance_miles",
        "booking_lead_hours",
        "visitors_max",
        "_guarded_age",
        "call_rate_per_min_usd",
        "_call_fee_usd",
        "discipline_days_without_visits",
        "_legal_fee_usd",
    ]
)
_TOPIC = {
    "transaction_fee_usd": Topic.FEES,
    "booking_lead_hours": Topic.SCHEDULE,
    "commission_pct": Topic.COMMISSION,
    "min_guarantee_usd_month": Topic.COMMISSION,
    "min_paid_visits_per_detainee_month": Topic.CONTRACT_CLAUSE,
    "bonus_points": Topic.CONTRACT_CLAUSE,
    "visit_minutes": Topic.DURATION_FREQUENCY,
    "visit_minutes_max": Topic.DURATION_FREQUENCY,
    "_legal_fee_usd": Topic.LEGAL_VISITS,
}
_ELIGIBILITY = frozenset(
    [
        "wait_days_friends",
        "distance_miles",
        "list_max",
        "visitors_max",
        "min_age",
        "waiting_days",
        "intake_days_without_visits",
        "discipline_days_without_visits",
        "list_lock_days",
        "_record_days",
        "_guarded_age",
    ]
)
# Without an earlier value these only tell how things are: a page that first mentions them announces nothing.
NEEDS_BOTH = frozenset(
    [
        "distance_miles",
        "visit_minutes",
        "visit_days_per_week",
        "schedule_hours_per_week",
        "visitors_max",
        "booking_lead_hours",
        "list_lock_days",
        "commission_pct",
        "_record_days",
        "_guarded_age",
        "list_max",
    ]
)


def topics_of(name: str, channel: str, kind: str) -> tuple[Topic, ...]:
    """The topics of a measured term. channel: remote, onsite, phone or ""."""
    if name == "inperson_hours_per_week_cap":
        return (Topic.CONTRACT_CLAUSE, Topic.IN_PERSON)
    if name in ("visit_days_per_week", "visit_weekends_per_month", "visit_days_per_week"):
        return (Topic.SCHEDULE,)
    if name in _ELIGIBILITY:
        return (Topic.ELIGIBILITY,)
    if name in ("call_rate_per_min_usd", "_call_fee_usd"):
        return (Topic.PHONE, Topic.FEES)
    if name.startswith("free_"):
        extra = (Topic.VIDEO_REMOTE,) if "remote" in name or "video" in name else ()
        return (Topic.FEES, *extra, Topic.DURATION_FREQUENCY)
    if name.startswith("onsite"):
        return (Topic.FEES, Topic.VIDEO_ONSITE)
    if name.startswith(("video_fee", "regular_video_fee")):
        return (Topic.FEES, Topic.VIDEO_REMOTE)
    if name in _TOPIC:
        clause = (Topic.CONTRACT_CLAUSE,) if kind == "contract" and _TOPIC[name] is Topic.COMMISSION else ()
        remote = (Topic.VIDEO_REMOTE,) if channel == "remote" and _TOPIC[name] is Topic.DURATION_FREQUENCY else ()
        return (_TOPIC[name], *clause, *remote)
    remote = (Topic.VIDEO_REMOTE,) if channel == "remote" else ()
    return (Topic.DURATION_FREQUENCY, *remote)


_ROUNDED = 0.001  # by so much a term told by the year, the visit or the minute differs for its rounding alone


def sign_of(name: str, before: float | None, after: float | None) -> int:
    """+1 when the move of a term is good for visits, -1 when bad, 0 when it cannot be told."""
    more_is_bad = name in _MORE_IS_BAD or "fee" in name
    if name == "inperson_hours_per_week_cap":
        return 1 if after is None or (before is not None and after > before) else -1 if after != before else 0
    if before is None or after is None:
        present = after is not None
        caps = name in ("list_max", "visitors_max", "visits_per_week", "visits_per_month", "visit_minutes")
        gain = not present if more_is_bad or caps else present
        if more_is_bad and (after if present else before) == 0:
            gain = present  # "Video visits are now free."
        if name in ("visits_per_week", "visits_per_month", "remote_visits_per_week", "remote_visits_per_day"):
            gain = present
        return 1 if gain else -1
    if abs(before - after) <= _ROUNDED * max(before, after):
        return 0
    return 1 if (after < before) == more_is_bad else -1


def severity_of(name: str, before: float | None, after: float | None) -> Severity:
    """Severity of a term's change (S2, S3)."""
    if name in _MINOR:
        return Severity.MINOR
    if name == "inperson_hours_per_week_cap":
        return Severity.CRITICAL if None in (before, after) else Severity.MAJOR
    if "fee" in name and before and after is not None and abs(after - before) / before < 0.0999:
        return Severity.MINOR
    return Severity.MAJOR
