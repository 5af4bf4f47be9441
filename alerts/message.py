"""One alert as a mail: text and HTML with the same facts, readable without CSS and by a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from alerts.asking import asked_words
from alerts.cadence import zone_of
from alerts.envelope import Envelope, build, list_headers
from alerts.headers import message_bytes, message_id
from alerts.leaving import leave_headers, preferences_page, way_out
from alerts.passages import ROOMS, Room, one_line, shown
from alerts.reasons import reason_words
from alerts.settings import MailSettings
from alerts.wording import (
    DIRECTION_WORDS,
    FACT_WORDS,
    SEVERITY_WORDS,
    TOPIC_WORDS,
    day,
    fact_value,
    happened_words,
    meaning_words,
)
from monitors.places import place_of
from monitors.records import Alert, AlertState, Change, Fact, Monitor, Source, Subscriber, Subscription

LARGEST_MESSAGE = 60_000  # bytes: large mail clients clip at about 102 KB
MOST_REASONS = 6
LONGEST_LINK = 2_048  # as the guard allows it


@dataclass(frozen=True, slots=True)
class Told:
    """An alert with all that its message tells."""

    alert: Alert
    change: Change
    monitor: Monitor
    source: Source
    subscriber: Subscriber
    subscription: Subscription


def told_members(members: Sequence[Told]) -> list[Told]:
    """What is told: not what an analyst called wrong, or the page took back, since it was gathered."""
    out = (AlertState.WRONG, AlertState.TAKEN_BACK)
    return [told for told in members if told.alert.state not in out]


def compose(told: Told, settings: MailSettings, identity: str, now: datetime) -> EmailMessage:
    """The message for one subscriber, at most LARGEST_MESSAGE bytes long. identity: the Message-ID fixed when the
    delivery was written.

    Raises UnsafeMessage as alerts.envelope.build does.
    """
    reader = told.subscriber
    envelope = Envelope(reader.address, reader.name, subject(told, settings), identity, now)
    headers = list_headers(settings) | leave_headers(settings, told.subscription.id)
    for room in ROOMS:
        message = build(envelope, settings, "alert", _facts(told, settings, room), headers)
        if len(message_bytes(message)) < LARGEST_MESSAGE:
            break
    return message


def subject(told: Told, settings: MailSettings) -> str:
    """Direction, severity, source, what changed."""
    alert = told.alert
    return (
        f"[{settings.list_name}] {DIRECTION_WORDS[alert.direction].title}, {SEVERITY_WORDS[alert.severity]}: "
        f"{told.source.name}: {alert.headline}"
    )


def _facts(told: Told, settings: MailSettings, room: Room) -> dict[str, object]:
    """Everything that both parts of the message state; the templates only arrange it."""
    alert, change, source = told.alert, told.change, told.source
    passages, more = shown(change, room)
    return {
        "direction": DIRECTION_WORDS[alert.direction],
        "meaning": meaning_words(change.kind, alert.direction),
        "severity": SEVERITY_WORDS[alert.severity],
        "headline": one_line(alert.headline)[:300],
        "source": one_line(source.name),
        "place": one_line(place_of(source)),
        "title": (one_line(told.monitor.title) or told.monitor.url)[:300],
        "url": one_line(change.url or told.monitor.url)[:LONGEST_LINK],
        "happened": happened_words(change.kind, change.since, change.at, zone_of(told.subscription.zone)),
        "topics": ", ".join(TOPIC_WORDS[topic] for topic in alert.topics),
        "facts": [_fact_line(fact) for fact in change.reading.facts],
        "passages": passages,
        "more": more,
        "reworded": any(passage.reworded for passage in passages),
        "struck": any(passage.struck for passage in passages),
        "why": [one_line(reason_words(reason))[:300] for reason in change.reading.why][:MOST_REASONS],
        "unseen_again": alert.state is AlertState.WAITING,
        "evidence": _evidence(change, settings),
        "change_url": f"{settings.base_url}/changes/{change.id}",
        "asked": asked_words(told.subscription),
        "since": since_words(told.subscriber),
        "settings": settings,
        "leave": way_out(settings, told.subscription.id),
        "preferences": preferences_page(settings, told.subscriber.id),
    }


def _evidence(change: Change, settings: MailSettings) -> list[tuple[str, str]]:
    """The captures that the alert rests on: what they are, and where they are kept."""
    kept = (("The page as we saved it before", change.old_version), ("The page as we saved it now", change.new_version))
    return [(words, f"{settings.base_url}/versions/{version}") for words, version in kept if version]


def since_words(reader: Subscriber) -> str:
    """Since when, and by whose word, this reader gets mail."""
    if reader.confirmed_at is None:
        return ""
    who = "The operator added this address" if reader.proof.startswith("operator") else "You confirmed this"
    return f"{who} on {day(reader.confirmed_at)}."


def _fact_line(fact: Fact) -> str:
    name = FACT_WORDS.get(fact.name, fact.name.replace("_", " "))
    before, after = fact_value(fact.name, fact.before), fact_value(fact.name, fact.after)
    return f"{name}: was {before}, is now {after}"


def identity_for(change_key: str, address: str, settings: MailSettings) -> str:
    """The Message-ID of the mail that tells a change (monitor and snapshot in change_key) to an address."""
    domain = settings.list_id.split("@")[-1]
    return message_id(change_key, address, domain, settings.secret)
