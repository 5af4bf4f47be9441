"""One alert as a mail: text and HTML with the same facts, readable without CSS and by a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr

from alerts.envelope import Envelope, build, list_headers
from alerts.headers import message_id
from alerts.settings import MailSettings
from alerts.wording import DIRECTION_WORDS, FACT_WORDS, SEVERITY_WORDS, TOPIC_WORDS, fact_value, interval_words
from monitors.diff import Piece, words
from monitors.records import Alert, Change, Fact, Grade, Monitor, Passage, PassageKind, Source, Subscriber, Subscription

LARGEST_BODY = 60_000  # bytes: large mail clients clip at about 102 KB
MOST_PASSAGES = 12
LONGEST_PASSAGE = 1_500


@dataclass(frozen=True, slots=True)
class Told:
    """An alert with all that its message tells."""

    alert: Alert
    change: Change
    monitor: Monitor
    source: Source
    subscriber: Subscriber
    subscription: Subscription


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage as people read it: what it is, where it stands, and the words with their marks."""

    label: str
    heading: str
    pieces: tuple[Piece, ...]


def compose(told: Told, settings: MailSettings, identity: str, now: datetime) -> EmailMessage:
    """The message for one subscriber. identity: the Message-ID fixed when the delivery was written.

    Raises UnsafeMessage as alerts.envelope.build does.
    """
    reader = told.subscriber
    envelope = Envelope(reader.address, reader.name, subject(told, settings), identity, now)
    return build(envelope, settings, "alert", _facts(told, settings), list_headers(settings) | _leaving(settings))


def _leaving(settings: MailSettings) -> dict[str, str]:
    return {"List-Unsubscribe": f"<mailto:{parseaddr(settings.reply_to or settings.sender)[1]}?subject=unsubscribe>"}


def subject(told: Told, settings: MailSettings) -> str:
    """Direction, severity, source, what changed."""
    alert = told.alert
    return (
        f"[{settings.list_name}] {DIRECTION_WORDS[alert.direction].title}, {SEVERITY_WORDS[alert.severity]}: "
        f"{told.source.name}: {alert.headline}"
    )


def _facts(told: Told, settings: MailSettings) -> dict[str, object]:
    """Everything that both parts of the message state; the templates only arrange it."""
    alert, change = told.alert, told.change
    shown, more = _shown(change.passages)
    return {
        "direction": DIRECTION_WORDS[alert.direction],
        "severity": SEVERITY_WORDS[alert.severity],
        "headline": _clean(alert.headline),
        "source": told.source,
        "place": ", ".join(part for part in (told.source.county, told.source.jurisdiction) if part),
        "title": _clean(told.monitor.title) or told.monitor.url,
        "url": change.url or told.monitor.url,
        "topics": ", ".join(TOPIC_WORDS[topic] for topic in alert.topics),
        "facts": [_fact_line(fact) for fact in change.reading.facts],
        "passages": shown,
        "more": more,
        "seen": interval_words(change.since, change.at),
        "why": [_clean(reason) for reason in change.reading.why][:6],
        "change_url": f"{settings.base_url}/changes/{change.id}",
        "asked": _asked(told.subscription),
        "settings": settings,
        "leave": parseaddr(settings.reply_to or settings.sender)[1],
    }


def _shown(passages: tuple[Passage, ...]) -> tuple[list[ShownPassage], int]:
    """The passages worth reading in a mail, the most telling first, and how many are left for the page."""
    telling = [p for p in passages if p.grade in (Grade.HIGH, Grade.NORMAL) and p.kind is not PassageKind.MOVED]
    telling.sort(key=lambda p: -p.grade.rank)
    return [_show(p) for p in telling[:MOST_PASSAGES]], max(0, len(telling) - MOST_PASSAGES)


def _show(passage: Passage) -> ShownPassage:
    labels = {PassageKind.ADDED: "Added", PassageKind.REMOVED: "Removed", PassageKind.REWORDED: "Reworded"}
    pieces = words(_cut(passage.before), _cut(passage.after))
    return ShownPassage(labels[passage.kind], " › ".join(_clean(h) for h in passage.heading[-2:]), pieces)


def _cut(text: str) -> str:
    clean = _clean(text)
    return clean if len(clean) <= LONGEST_PASSAGE else clean[:LONGEST_PASSAGE].rsplit(" ", 1)[0] + " …"


def _clean(text: str) -> str:
    """One line without characters that hide or reorder text, or that no mail may carry."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _fact_line(fact: Fact) -> str:
    name = FACT_WORDS.get(fact.name, fact.name.replace("_", " "))
    return f"{name}: {fact_value(fact.name, fact.before)} → {fact_value(fact.name, fact.after)}"


def _asked(subscription: Subscription) -> str:
    """What this subscriber asked for, in one line."""
    parts = [
        "topics " + ", ".join(TOPIC_WORDS[t] for t in subscription.topics) if subscription.topics else "all topics",
        "places " + ", ".join(subscription.jurisdictions) if subscription.jurisdictions else "all places",
        "sources " + ", ".join(subscription.sources) if subscription.sources else "",
        "kinds " + ", ".join(k.value for k in subscription.kinds) if subscription.kinds else "",
        "directions " + ", ".join(d.value for d in subscription.directions) if subscription.directions else "",
        f"severity {subscription.min_severity.value} and above",
    ]
    return "; ".join(part for part in parts if part)


def identity_for(change_key: str, address: str, settings: MailSettings) -> str:
    """The Message-ID of the mail that tells a change (monitor and snapshot in change_key) to an address."""
    domain = settings.list_id.split("@")[-1]
    return message_id(change_key, address, domain)
