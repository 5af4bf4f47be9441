"""The nouns of visitwatch: frozen values that every floor speaks of.

One meaning each, explained in docs/glossary.md. Times are timezone-aware UTC datetimes; texts are str without
NUL bytes or lone surrogates; ids of sources and monitors are slugs chosen by the operator and outlive a change of URL.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from monitors.captures import Failed as Failed
from monitors.captures import FailureKind as FailureKind
from monitors.captures import Fetched as Fetched
from monitors.captures import ListedItem as ListedItem
from monitors.captures import NotModified as NotModified
from monitors.captures import Outcome as Outcome
from monitors.captures import Quality as Quality
from monitors.captures import Verdict as Verdict
from monitors.mail import AlertState as AlertState
from monitors.mail import Annotation as Annotation
from monitors.mail import Bounce as Bounce
from monitors.mail import BounceKind as BounceKind
from monitors.mail import Cadence as Cadence
from monitors.mail import Delivery as Delivery
from monitors.mail import DeliveryState as DeliveryState
from monitors.mail import JoinOutcome as JoinOutcome
from monitors.mail import Letter as Letter
from monitors.mail import LetterKind as LetterKind
from monitors.mail import Subscriber as Subscriber
from monitors.mail import SubscriberState as SubscriberState
from monitors.mail import Suppression as Suppression
from monitors.mail import SuppressionKind as SuppressionKind
from monitors.mail import Trouble as Trouble
from monitors.mail import Unseen as Unseen
from monitors.mail import Watch as Watch
from monitors.review import Account as Account
from monitors.review import ApiKey as ApiKey
from monitors.review import Label as Label
from monitors.review import Review as Review
from monitors.review import ReviewState as ReviewState
from monitors.review import Role as Role


class SourceKind(StrEnum):
    """What sort of organisation a source is (domain: vendor, jail, state DOC, rules, contracts, news, advocacy)."""

    VENDOR = "vendor"
    JAIL = "jail"
    DOC = "doc"
    RULE = "rule"
    CONTRACT = "contract"
    NEWS = "news"
    ADVOCACY = "advocacy"


class Topic(StrEnum):
    IN_PERSON = "in_person"
    CONTACT = "contact"
    VIDEO_ONSITE = "video_onsite"
    VIDEO_REMOTE = "video_remote"
    FEES = "fees"
    COMMISSION = "commission"
    DURATION_FREQUENCY = "duration_frequency"
    SCHEDULE = "schedule"
    ELIGIBILITY = "eligibility"
    ID_DRESS_CONDUCT = "id_dress_conduct"
    SUSPENSION = "suspension"
    CONTRACT_CLAUSE = "contract_clause"
    VENDOR_POSITION = "vendor_position"
    MAIL = "mail"
    PHONE = "phone"
    TABLETS = "tablets"
    LEGAL_VISITS = "legal_visits"


class Direction(StrEnum):
    RESTRICTIVE = "restrictive"
    RESTORATIVE = "restorative"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"


class Severity(StrEnum):
    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 (none) to 3 (critical), for comparisons."""
        return list(Severity).index(self)


class Grade(StrEnum):
    """How much a passage matters before it is read.

    high: visitation words, a table row, a document link; normal: other unique text; low: furniture, moved, flapping;
    none: nothing a reader could see differs after masks.
    """

    NONE = "none"
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {grade: rank for rank, grade in enumerate(Grade)}


@dataclass(frozen=True, slots=True)
class Source:
    """An organisation. jurisdiction: ISO 3166-2 code ("US-TX") or "US"; county: plain name or ""."""

    id: str
    name: str
    kind: SourceKind
    jurisdiction: str
    county: str = ""


@dataclass(frozen=True, slots=True)
class Monitor:
    """One watched thing of a source. parent: id of the listing or feed monitor that found it, or "";
    announce: its first version is news by itself (an item that a listing showed after its own first check).
    fetch: "http", "browser" (headless Chromium) or "auto" (browser when the page shows that it needs one).
    interval: the longest time between two checks; soonest: the time after a change, from which it grows back."""

    id: str
    source_id: str
    url: str
    title: str = ""
    spider: str = "page"
    interval: timedelta = timedelta(hours=24)
    soonest: timedelta = timedelta(hours=2)
    fetch: str = "http"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    parent: str = ""
    active: bool = True
    announce: bool = False


class CheckOutcome(StrEnum):
    """What one visit came to; stored with every Check."""

    FIRST = "first"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NOT_MODIFIED = "not_modified"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """One visit, always logged: the proof of "nothing changed"."""

    monitor_id: str
    at: datetime
    outcome: CheckOutcome
    url: str
    status: int | None = None
    quality: Quality | None = None
    rule: str = ""
    failure: FailureKind | None = None
    message: str = ""
    snapshot: str = ""
    milliseconds: int = 0
    size: int = 0


class SegmentKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    PRE = "pre"
    LINK = "link"
    ALT = "alt"
    OPTION = "option"
    MENU = "menu"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Segment:
    """The unit of text. heading: the section headings above it, outermost first; main: in trafilatura's main content
    (None = not labelled); key: the folded, masked form that comparisons use; struck: shown struck through."""

    text: str
    heading: tuple[str, ...] = ()
    kind: SegmentKind = SegmentKind.TEXT
    key: str = ""
    main: bool | None = None
    struck: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Extractor:
    """Who made a text: name, version and options; texts of two extractors are never compared with each other."""

    name: str
    version: str
    options: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """The segments derived from one snapshot. text is the reader's view (trafilatura's), id 0 before it is stored."""

    monitor_id: str
    snapshot: str
    at: datetime
    extractor: Extractor
    title: str
    text: str
    segments: tuple[Segment, ...]
    id: int = 0


class PassageKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Passage:
    """One aligned piece of a diff. Spans are [start, end) character offsets into the versions' segment texts joined
    with a newline each; None on the side where the passage does not exist."""

    kind: PassageKind
    grade: Grade
    before: str
    after: str
    heading: tuple[str, ...] = ()
    segment_kind: SegmentKind = SegmentKind.TEXT
    before_span: tuple[int, int] | None = None
    after_span: tuple[int, int] | None = None
    context: str = ""


FactValue = float | bool | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity or permission that moved; names and units as in docs/reading.md, None = not stated on that side."""

    name: str
    before: FactValue
    after: FactValue


@dataclass(frozen=True, slots=True)
class Finding:
    """One or more passages that touch a topic, with the rules that fired and the words that decided it."""

    topics: tuple[Topic, ...]
    direction: Direction
    severity: Severity
    facts: tuple[Fact, ...] = ()
    rules: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    passages: tuple[int, ...] = ()
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a change means for visiting; not relevant: neutral, none. confidence: 0 to 1, that it reads right."""

    relevant: bool
    direction: Direction = Direction.NEUTRAL
    severity: Severity = Severity.NONE
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
    headline: str = ""
    findings: tuple[Finding, ...] = ()
    why: tuple[str, ...] = ()
    confidence: float = 1.0


class Cause(StrEnum):
    """CONTENT: the page changed. TECHNICAL: our extractor did; alerts nobody."""

    CONTENT = "content"
    TECHNICAL = "technical"


class ChangeKind(StrEnum):
    """What happened to the monitor: its text changed, it was published (listing item), removed, returned or moved."""

    TEXT = "text"
    PUBLISHED = "published"
    REMOVED = "removed"
    RETURNED = "returned"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """Two consecutive versions compared. at: when the new one was first seen; since: last time the old one was seen.
    The words changed somewhere between since and at. old_version 0: there was none. event: the same for changes of one
    host that tell the same words, "" where a change tells none; near in time they are one edit of a template."""

    monitor_id: str
    at: datetime
    since: datetime | None
    old_version: int
    new_version: int
    cause: Cause
    grade: Grade
    passages: tuple[Passage, ...]
    reading: Reading
    kind: ChangeKind = ChangeKind.TEXT
    url: str = ""
    event: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """A change worth telling. confirm_by: until then a waiting one waits for a second look; without one it is told."""

    change_id: int
    at: datetime
    headline: str
    direction: Direction
    severity: Severity
    topics: tuple[Topic, ...]
    id: int = 0
    state: AlertState = AlertState.TOLD
    confirm_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a subscriber asked for. An empty tuple means "all of them". zone: an IANA time zone; quiet_from and
    quiet_until: full local hours between which no alert is sent, None for none; urgent: the severity from which alerts
    come even then, None for never. cadence: at once, or a digest at the full local hour `hour`, each day or on each
    `weekday` (0: Monday)."""

    subscriber_id: int
    topics: tuple[Topic, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[SourceKind, ...] = ()
    directions: tuple[Direction, ...] = ()
    min_severity: Severity = Severity.MINOR
    id: int = 0
    zone: str = "UTC"
    quiet_from: int | None = None
    quiet_until: int | None = None
    urgent: Severity | None = None
    cadence: Cadence = Cadence.AT_ONCE
    hour: int = 8
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """A monitor with all that a check needs to know of its past; made by the store when the monitor is claimed.

    last_raw: SHA-256 of the latest body that was seen (ok captures only); fingerprint: of its visible text;
    slots: volatile slots learned so far; stencil: what of the page varies without meaning, as monitors/stencil.py dumps
    it; pace: the time between two checks that the page has earned, 0 before it has; whole_at: when the page itself came
    last, and not word that it is not modified.
    """

    monitor: Monitor
    source: Source
    etag: str = ""
    last_modified: str = ""
    last_raw: str = ""
    fingerprint: str = ""
    latest_version: int = 0
    last_ok_at: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    slots: tuple[str, ...] = ()
    stencil: str = ""
    pace: timedelta = timedelta(0)
    whole_at: datetime | None = None
    known_items: frozenset[str] = field(default_factory=frozenset)
