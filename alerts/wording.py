"""The words in which mails and pages speak of directions, severities, topics and facts: plain enough for anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from monitors.question import Question
from monitors.records import ChangeKind, Direction, FactValue, Severity, Topic
from monitors.second_reading import SecondReading


@dataclass(frozen=True, slots=True)
class DirectionWords:
    title: str
    explained: str


DIRECTION_WORDS = {
    Direction.RESTRICTIVE: DirectionWords("Restrictive", "Visiting becomes harder, shorter, dearer or less direct."),
    Direction.RESTORATIVE: DirectionWords("Restorative", "Visiting becomes easier, longer, cheaper or more direct."),
    Direction.MIXED: DirectionWords("Mixed", "Something is gained and something is lost in the same change."),
    Direction.NEUTRAL: DirectionWords("Neutral", "The terms change, but nobody clearly gains or loses."),
    Direction.UNCLEAR: DirectionWords(
        "Unclear", "The terms change; which way can't be told from the text. Please read it."
    ),
}

HAPPENED_WORDS = {
    ChangeKind.TEXT: "The words of the page changed",
    ChangeKind.PUBLISHED: "The page was published",
    ChangeKind.REMOVED: "The page was no longer found at its address",
    ChangeKind.RETURNED: "The page was found at its address again",
    ChangeKind.MOVED: "The page was found at another address",
}
# Where only what happened to the page is told, not what its words say.
EVENT_WORDS = {
    ChangeKind.REMOVED: "The page held visiting terms; which terms hold now it can't tell.",
    ChangeKind.RETURNED: "Its return by itself changes no terms; words that differ are told as another change.",
    ChangeKind.MOVED: "Its new address by itself changes no terms; words that differ are told as another change.",
}

SEVERITY_WORDS = {
    Severity.NONE: "none",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}

TOPIC_WORDS = {
    Topic.IN_PERSON: "in-person visits",
    Topic.CONTACT: "contact visits",
    Topic.VIDEO_ONSITE: "video visits at the jail",
    Topic.VIDEO_REMOTE: "video visits from home",
    Topic.FEES: "prices",
    Topic.COMMISSION: "commissions",
    Topic.DURATION_FREQUENCY: "length and number of visits",
    Topic.SCHEDULE: "days, hours and booking",
    Topic.ELIGIBILITY: "who may visit",
    Topic.ID_DRESS_CONDUCT: "identification, dress and conduct",
    Topic.SUSPENSION: "stops and restarts",
    Topic.CONTRACT_CLAUSE: "contract clauses",
    Topic.VENDOR_POSITION: "what a vendor requires or offers",
    Topic.MAIL: "mail",
    Topic.PHONE: "telephone",
    Topic.TABLETS: "tablets",
    Topic.LEGAL_VISITS: "visits by lawyers",
}

FACT_WORDS = {
    "video_fee_usd": "price of a video visit",
    "video_fee_per_min_usd": "price of a video visit per minute",
    "onsite_video_fee_usd": "price of a video visit at the jail",
    "onsite_video_fee_per_min_usd": "price of a video visit at the jail per minute",
    "regular_video_fee_usd": "regular price of a video visit",
    "transaction_fee_usd": "transaction charge",
    "call_rate_per_min_usd": "price of a call per minute",
    "visit_minutes": "minutes per visit",
    "visit_minutes_max": "longest visit in minutes",
    "visits_per_week": "visits per week",
    "visits_per_month": "visits per month",
    "remote_visits_per_week": "video visits from home per week",
    "remote_visits_per_day": "video visits from home per day",
    "free_visits_per_week": "free visits per week",
    "free_remote_visits_per_week": "free video visits per week",
    "free_video_per_month": "free video visits per month",
    "visit_days_per_week": "visiting days per week",
    "visit_weekends_per_month": "visiting weekends per month",
    "schedule_hours_per_week": "visiting hours per week",
    "booking_lead_hours": "hours to book ahead",
    "list_max": "people on the visiting list",
    "list_lock_days": "days between changes of the visiting list",
    "visitors_max": "visitors at a time",
    "min_age": "youngest age admitted",
    "waiting_days": "waiting time in days",
    "wait_days_friends": "days before friends may visit",
    "intake_days_without_visits": "days without visits after arrival",
    "discipline_days_without_visits": "days without visits for breaking rules",
    "commission_pct": "commission in per cent",
    "min_guarantee_usd_month": "guaranteed payment to the agency per month",
    "min_paid_visits_per_detainee_month": "paid visits to be sold per person and month",
    "bonus_points": "bonus points for giving up visits",
    "inperson_hours_per_week_cap": "most hours of in-person visits per week",
    "distance_miles": "miles that count as far away",
    "in_person_allowed": "in-person visits allowed",
    "contact_allowed": "contact visits allowed",
    "minors_allowed": "minors allowed",
}


def fact_value(name: str, value: FactValue) -> str:
    """A fact's value as people write it: "$12.00", "30", "yes", "not stated"."""
    if value is None:
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if "usd" in name:
        return f"${value:,.2f}"
    return f"{value:g}"


def count_words(count: int, noun: str, many: str = "") -> str:
    """ "1 mail", "0 mails", "1,200 bodies"; many: the plural where it is not the noun with an s."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def day(value: datetime) -> str:
    """ "3 March 2026", in UTC."""
    at = value.astimezone(UTC)
    return f"{at.day} {at:%B %Y}"


def moment(value: datetime, zone: tzinfo = UTC) -> str:
    """ "3 March 2026 09:10 UTC"; elsewhere "3 March 2026 04:10 EST (09:10 UTC)"."""
    at, utc = value.astimezone(zone), value.astimezone(UTC)
    words = f"{at.day} {at:%B %Y %H:%M %Z}"
    return words if at.utcoffset() == utc.utcoffset() and at.tzname() == "UTC" else f"{words} ({utc:%H:%M} UTC)"


def interval_words(since: datetime | None, at: datetime, zone: tzinfo = UTC) -> str:
    """When the words changed: between the last sight of the old text and the first sight of the new one."""
    return f"between {moment(since, zone)} and {moment(at, zone)}" if since else f"first seen {moment(at, zone)}"


def meaning_words(kind: ChangeKind, direction: Direction) -> str:
    """What a change means for visiting, in one sentence."""
    return EVENT_WORDS.get(kind) or DIRECTION_WORDS[direction].explained


def happened_words(kind: ChangeKind, since: datetime | None, at: datetime, zone: tzinfo = UTC) -> str:
    """What happened to the page and when: one sentence without its full stop. What the two times are depends on what
    happened (app/standing.py): no interval where only the last sight before and the one that settled it are known."""
    if since and kind is ChangeKind.REMOVED:
        return (
            f"The page was last found at its address on {moment(since, zone)}; checks over two days or more, "
            f"the last of them on {moment(at, zone)}, found it gone"
        )
    if since and kind is ChangeKind.MOVED:
        return f"From {moment(since, zone)} to {moment(at, zone)} the page's address led to another one at each check"
    return f"{HAPPENED_WORDS[kind]}{'' if since else ','} {interval_words(since, at, zone)}"


def second_reading_words(question: Question, reading: SecondReading) -> str:
    """What the second reader says, in one line that names it as such."""
    says = f"A second reader (model {question.model}) says: "
    if not reading.relevant:
        return f"{says}no change in visiting terms. {reading.why} (asked {moment(question.at)})"
    way = f"{DIRECTION_WORDS[reading.direction].title}, {SEVERITY_WORDS[reading.severity]}"
    about = ", ".join(TOPIC_WORDS[topic] for topic in reading.topics)
    return f"{says}{way}; about {about}. {reading.why} (asked {moment(question.at)})"
