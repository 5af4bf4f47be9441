"""The pages' own words, beside those that mails use too (alerts/wording.py): plain enough for anybody."""

from __future__ import annotations

from datetime import UTC, datetime

from alerts.wording import count_words
from monitors.panel import Access
from monitors.question import QuestionOutcome
from monitors.records import (
    Change,
    ChangeKind,
    Check,
    CheckOutcome,
    DeliveryState,
    FailureKind,
    Label,
    Monitor,
    PassageKind,
    Quality,
    ReviewState,
    SourceKind,
)

KIND_WORDS = {
    SourceKind.VENDOR: "vendors",
    SourceKind.JAIL: "jails",
    SourceKind.DOC: "state prisons",
    SourceKind.RULE: "rules and laws",
    SourceKind.CONTRACT: "contracts",
    SourceKind.NEWS: "news",
    SourceKind.ADVOCACY: "advocates",
}

OUTCOME_WORDS = {
    CheckOutcome.FIRST: "first capture",
    CheckOutcome.CHANGED: "changed",
    CheckOutcome.UNCHANGED: "unchanged",
    CheckOutcome.NOT_MODIFIED: "unchanged, says the site",
    CheckOutcome.BLOCKED: "no usable page",
    CheckOutcome.FAILED: "failed",
}

QUESTION_WORDS = {
    QuestionOutcome.ANSWERED: "answered",
    QuestionOutcome.UNREACHABLE: "not reached",
    QuestionOutcome.SLOW: "no answer in time",
    QuestionOutcome.REFUSED: "turned away",
    QuestionOutcome.OVERSIZED: "answered with too much",
    QuestionOutcome.UNUSABLE: "answered with nothing usable",
    QuestionOutcome.UNASKED: "left unasked",
}

QUALITY_WORDS = {
    Quality.OK: "a good capture",
    Quality.BLOCKED: "the site turned us away",
    Quality.CHALLENGE: "the site asked for proof of being human",
    Quality.LOGIN: "the site asked for a login",
    Quality.SOFT_404: "the page says that it does not exist",
    Quality.ERROR_PAGE: "the page reports an error",
    Quality.MAINTENANCE: "the site is under maintenance",
    Quality.CONSENT: "only a consent form was shown",
    Quality.EMPTY: "the page was empty",
    Quality.TRUNCATED: "the page was cut off",
    Quality.WRONG_PLACE: "another page was shown in its place",
    Quality.MASS_LOSS: "most of the text was gone",
    Quality.BINARY: "not text",
    Quality.NO_TEXT: "no readable text",
    Quality.EXTRACT_FAILED: "the text could not be read out",
    Quality.SELECTOR_EMPTY: "the watched part was not found",
}

FAILURE_WORDS = {
    FailureKind.DNS: "the host name was not found",
    FailureKind.REFUSED_ADDRESS: "we do not visit this address",
    FailureKind.CONNECT: "no connection",
    FailureKind.TLS: "no secure connection",
    FailureKind.TIMEOUT: "no answer in time",
    FailureKind.HTTP_CLIENT: "the site refused",
    FailureKind.HTTP_SERVER: "the site has an error",
    FailureKind.NOT_FOUND: "the page was not found",
    FailureKind.RATE_LIMITED: "the site asks us to come less often",
    FailureKind.ROBOTS: "the site asks robots to stay away",
    FailureKind.REDIRECTS: "too many redirects",
    FailureKind.TOO_LARGE: "too large",
    FailureKind.EMPTY: "an empty answer",
    FailureKind.MEDIA_TYPE: "a kind of file we do not read",
    FailureKind.CONTENT_ENCODING: "damaged compression",
    FailureKind.BAD_FEED: "a feed that can't be read",
    FailureKind.INTERRUPTED: "the visit was interrupted",
    FailureKind.OTHER: "another failure",
}

REVIEW_WORDS = {
    ReviewState.OPEN: "not judged",
    ReviewState.CLAIMED: "being looked at",
    ReviewState.CONFIRMED: "confirmed",
    ReviewState.WRONG: "called wrong",
    ReviewState.UNIMPORTANT: "unimportant",
    ReviewState.DISPUTED: "disputed",
}

LABEL_WORDS = {
    Label.CONFIRMED: "Confirmed: the change matters and is as described (or as corrected below)",
    Label.WRONG: "Wrong: this should not have been told",
    Label.UNIMPORTANT: "Unimportant: true, but nobody needs to know",
    Label.NOTE: "Only a note",
}

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ACCESS_WORDS = {
    Access.IN_PERSON: "in person",
    Access.NOT_IN_PERSON: "not in person",
    Access.UNKNOWN: "unknown",
}

SAID_WORDS = {
    Label.CONFIRMED.value: "confirmed",
    Label.WRONG.value: "wrong",
    Label.UNIMPORTANT.value: "unimportant",
    Label.NOTE.value: "noted",
}

CHANGE_WORDS = {
    ChangeKind.TEXT: "The text changed",
    ChangeKind.PUBLISHED: "Newly published",
    ChangeKind.REMOVED: "The page is gone",
    ChangeKind.RETURNED: "The page is back",
    ChangeKind.MOVED: "The page moved to another address",
}

PASSAGE_WORDS = {
    PassageKind.ADDED: "Added",
    PassageKind.REMOVED: "Removed",
    PassageKind.REWORDED: "Reworded",
    PassageKind.MOVED: "Moved",
}

DELIVERY_WORDS = {
    DeliveryState.OWED: "to be sent",
    DeliveryState.SENDING: "being sent",
    DeliveryState.DEFERRED: "put off",
    DeliveryState.IN_DOUBT: "in doubt, to be sent once more",
    DeliveryState.HELD: "held for the operator",
    DeliveryState.GATHERED: "waiting for a digest",
    DeliveryState.FOLDED: "told in a digest",
    DeliveryState.SENT: "sent",
    DeliveryState.GIVEN_UP: "given up",
}

LONGEST_TITLE = 200
_UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"))
# From how many seconds on a span is told in months or years, and how long one is: nobody pictures 4,224 days.
_LONG = ((730 * 86400, 365.25 * 86400, "year"), (60 * 86400, 30.44 * 86400, "month"))


def headline_of(change: Change, monitor: Monitor) -> str:
    """What a list calls a change: its headline, or in one that is no visiting news what happened to which page."""
    return shortened(change.reading.headline) or f"{CHANGE_WORDS[change.kind]}: {name_of(monitor)}"


def name_of(monitor: Monitor) -> str:
    """The monitor's title, or its id where it has none."""
    return shortened(monitor.title) or monitor.id


def shortened(text: str) -> str:
    """A title in one line of bearable length; pages have sent 2,000 characters. Twins hold the whole."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 2].rstrip() + " …"


def reason_of(check: Check) -> str:
    """Why a check brought no page, "" for one that did."""
    if check.failure is not None:
        words = FAILURE_WORDS[check.failure]
    elif check.quality is not None and check.quality is not Quality.OK:
        words = QUALITY_WORDS[check.quality]
    else:
        return ""
    return f"{words} ({check.message})" if check.message else words


def day_time(value: datetime) -> str:
    """ "2026-03-03 09:10", UTC."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M}"


def ago(at: datetime, now: datetime) -> str:
    """ "3 days ago", "10 years ago", "in 2 hours", "just now"."""
    seconds = (now - at).total_seconds()
    span = _span(abs(seconds))
    if not span:
        return "just now"
    return f"{span} ago" if seconds > 0 else f"in {span}"


def _span(seconds: float) -> str:
    """The largest unit that fits, rounded down; "" below a minute."""
    for least, size, unit in _LONG:
        if seconds >= least:
            return count_words(int(seconds // size), unit)
    for size, unit in _UNITS:
        if seconds >= size:
            return count_words(int(seconds // size), unit)
    return ""


def span_words(seconds: float) -> str:
    """ "1 day", "6 hours", "90 minutes": the largest unit that divides it."""
    for size, unit in _UNITS:
        if seconds >= size and seconds % size == 0:
            return count_words(int(seconds // size), unit)
    return f"{seconds:g} seconds"


def about_words(seconds: float) -> str:
    """ "2.9 hours", "1 day": a span to be read and not to be counted with."""
    if seconds < 3600 or seconds % 3600 == 0:
        return span_words(round(seconds))
    return f"{seconds / 3600:.1f} hours"


def bytes_words(count: int) -> str:
    """ "512 bytes", "14.2 KB", "3.1 MB", "68.6 GB"."""
    if count < 1000:
        return f"{count} bytes"
    for unit, size in (("KB", 1_000), ("MB", 1_000_000)):
        if round(count / size, 1) < 1000:
            return f"{count / size:.1f} {unit}"
    return f"{count / 1_000_000_000:.1f} GB"
