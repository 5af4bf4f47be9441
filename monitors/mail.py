"""The nouns of the outbox: what is owed, what it tells, what came back. Frozen values, known elsewhere by way of
monitors/records.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DeliveryState(StrEnum):
    """owed: not tried yet, or the way out was closed; sending: under way; deferred: put off by the other side;
    in_doubt: may have arrived, goes out once more under the same Message-ID; held: waits for the operator; gathered:
    waits for its reader's next digest; folded: told by a letter, together with others."""

    OWED = "owed"
    SENDING = "sending"
    DEFERRED = "deferred"
    IN_DOUBT = "in_doubt"
    HELD = "held"
    GATHERED = "gathered"
    FOLDED = "folded"
    SENT = "sent"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert owed to one subscription, or one letter (alert_id and subscription_id 0). message_id is fixed before
    the first try, so a repeat is recognisable."""

    alert_id: int
    subscription_id: int
    message_id: str
    state: DeliveryState = DeliveryState.OWED
    attempts: int = 0
    next_try_at: datetime | None = None
    last_error: str = ""
    id: int = 0
    owed_at: datetime | None = None
    letter_id: int = 0


class LetterKind(StrEnum):
    """What a letter tells. notice: troubles of the installation to its operator; confirm: that somebody asked for mail
    to this address, and how to say yes; digest: all alerts of a day or a week; overflow: alerts that were too many for
    an hour; storm: alerts that have one cause; heartbeat: that nothing changed and the watching goes on; correction:
    that an alert was wrong."""

    NOTICE = "notice"
    CONFIRM = "confirm"
    DIGEST = "digest"
    OVERFLOW = "overflow"
    STORM = "storm"
    HEARTBEAT = "heartbeat"
    CORRECTION = "correction"


class AlertState(StrEnum):
    """waiting: for a second look some minutes later; told: owed to whom it concerns; taken_back: the page said the old
    words again before anybody was told; wrong: an analyst says that it should not have been told."""

    WAITING = "waiting"
    TOLD = "told"
    TAKEN_BACK = "taken_back"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A monitor that fails or is blocked: whose it is, since when, and why in words."""

    title: str
    source: str
    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Watch:
    """How the watching went since a time: how many monitors there are, how many brought a good page since then, how
    many never did, and which ones fail now (the longest failing first, the rest counted)."""

    since: datetime
    monitors: int
    checked: int
    never: int
    unseen: tuple[Unseen, ...] = ()
    more_unseen: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that tells something else than one alert. key: what makes it the only one of its kind; lines: what it
    tells, one thing each; recovered: troubles that are over. subscriber_id 0: it goes to the operator; subscription_id:
    the wish that is to be confirmed, or that made the letter; title: what its alerts have in common; watch: how the
    watching went; change_id and replies_to: the change that is corrected and the Message-ID of the mail that told of
    it."""

    kind: LetterKind
    key: str
    at: datetime
    address: str
    name: str = ""
    subscriber_id: int = 0
    subscription_id: int = 0
    lines: tuple[str, ...] = ()
    recovered: tuple[str, ...] = ()
    id: int = 0
    title: str = ""
    watch: Watch | None = None
    change_id: int = 0
    replies_to: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something only the operator can mend. key: stays the same while it lasts; at: when it was first seen."""

    key: str
    words: str
    at: datetime


class BounceKind(StrEnum):
    """hard: no such mailbox; soft: not now; complaint: the reader called it spam."""

    HARD = "hard"
    SOFT = "soft"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Bounce:
    """What came back from a subscriber's address. words: what the other side said."""

    subscriber_id: int
    kind: BounceKind
    at: datetime
    words: str
    delivery_id: int = 0


class SubscriberState(StrEnum):
    """pending: has not said yes yet; paused: wants nothing for now; bounced: the address takes no mail; complained:
    called our mail spam; unsubscribed: left, or was removed by the operator. Only active ones get alerts."""

    PENDING = "pending"
    ACTIVE = "active"
    PAUSED = "paused"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"


class Cadence(StrEnum):
    """How often a reader wants mail: each alert as it comes, or all of a day or a week in one digest."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


class SuppressionKind(StrEnum):
    """Why an address is not written to, even when it is imported again. left and complained: by the reader's own wish,
    which only the reader can take back. refused: somebody who never asked for mail does not want to be asked again."""

    LEFT = "left"
    COMPLAINED = "complained"
    REFUSED = "refused"
    BOUNCED = "bounced"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Suppression:
    """An address that is not written to."""

    address: str
    kind: SuppressionKind
    at: datetime


class JoinOutcome(StrEnum):
    """What came of somebody's wish for mail to an address; never shown to who asked. asked: a mail asks to confirm it;
    already: it is so; too_many: asked too often; suppressed: the address is not written to."""

    ASKED = "asked"
    ALREADY = "already"
    TOO_MANY = "too_many"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an analyst says of a change. label: a monitors.review.Label; direction, severity, topics: what the reading
    should have been, as their enums' values, None where it was right."""

    change_id: int
    author: str
    at: datetime
    label: str
    note: str = ""
    id: int = 0
    direction: str | None = None
    severity: str | None = None
    topics: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A person or list who gets mail. address is a bare e-mail address; active: state says the same in more words;
    confirmed_at and proof: when and how the reader, or the operator for them, said yes."""

    address: str
    name: str = ""
    active: bool = True
    id: int = 0
    state: SubscriberState = SubscriberState.ACTIVE
    confirmed_at: datetime | None = None
    proof: str = ""
