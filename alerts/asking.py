"""Double opt-in: the mail that asks whether mail is wanted, its token, and what was asked for in words."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from alerts.wording import TOPIC_WORDS
from monitors.places import place_name
from monitors.records import Cadence, Letter, LetterKind, Subscription

TOKEN_BYTES = 16  # 128 bits
GOOD_FOR = timedelta(hours=48)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def confirm_letter(address: str, name: str, wish: Subscription, now: datetime) -> Letter:
    """The letter that asks; its key lets one a day go to an address."""
    key = f"confirm|{address.strip().lower()}|{now:%Y-%m-%d}"
    return Letter(LetterKind.CONFIRM, key, now, address.strip(), name, lines=(asked_words(wish),))


def token_sha(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def asked_words(wanted: Subscription) -> str:
    """What a subscriber asked for, in one line."""
    parts = [
        "topics " + ", ".join(TOPIC_WORDS[t] for t in wanted.topics) if wanted.topics else "all topics",
        "places " + ", ".join(map(place_name, wanted.jurisdictions)) if wanted.jurisdictions else "all places",
        "sources " + ", ".join(wanted.sources) if wanted.sources else "",
        "kinds " + ", ".join(k.value for k in wanted.kinds) if wanted.kinds else "",
        "directions " + ", ".join(d.value for d in wanted.directions) if wanted.directions else "",
        f"severity {wanted.min_severity.value} and above",
        cadence_words(wanted),
        _quiet_words(wanted),
    ]
    return "; ".join(part for part in parts if part)


def cadence_words(wanted: Subscription) -> str:
    """When it comes; "" for at once."""
    if wanted.cadence is Cadence.AT_ONCE:
        return ""
    day = "day" if wanted.cadence is Cadence.DAILY else WEEKDAYS[wanted.weekday]
    return f"one mail every {day} at {wanted.hour:02}:00 {wanted.zone}"


def _quiet_words(wanted: Subscription) -> str:
    if wanted.quiet_from is None or wanted.quiet_until is None:
        return ""
    urgent = f", but {wanted.urgent.value} ones at once" if wanted.urgent else ""
    return f"nothing between {wanted.quiet_from:02}:00 and {wanted.quiet_until:02}:00 {wanted.zone}{urgent}"
