"""The shape of config.toml and of the CSV files it includes: keys, types, defaults. Unknown keys are errors."""

from __future__ import annotations

import re
from datetime import timedelta
from email.utils import parseaddr
from ipaddress import ip_network
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from alerts.address import address_fault
from alerts.settings import ChannelSettings
from app.config_keeping import EvidenceSection, HealthSection, LogSection
from app.config_parts import (
    Count,
    Duration,
    Filled,
    Fraction,
    Host,
    HostOrNone,
    Line,
    PageSize,
    Section,
    Switch,
    endpoint,
    lasting,
    web_address,
)
from monitors.gates import platform_fault
from monitors.records import (
    Cadence,
    Direction,
    Monitor,
    Severity,
    Source,
    SourceKind,
    Subscription,
    Topic,
)
from monitors.sources import JURISDICTION, SLUG


def _network(text: str) -> str:
    """A CIDR as written. ValueError says what is wrong."""
    ip_network(text)
    return text


def _mailbox(text: str) -> str:
    """One bare mail address, or nothing. ValueError says what is wrong."""
    if text and (fault := address_fault(text)):
        raise ValueError(f"{text!r} {fault}")
    return text


def _named_mailbox(text: str) -> str:
    """One mail address, with a name before it or not, or nothing. ValueError says what is wrong."""
    if text and (fault := address_fault(parseaddr(text)[1])):
        raise ValueError(f"{text!r} {fault}")
    return text


def _sender(text: str) -> str:
    """Whom mail comes from. ValueError says what is wrong."""
    if not text:
        raise ValueError("is empty; mail needs an address to come from")
    return _named_mailbox(text)


def _list_id(text: str) -> str:
    """What stands behind the @ of each Message-ID. ValueError says what is wrong."""
    if not re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*", text):
        raise ValueError(f'{text!r} is no name of a list; write one as a host\'s, such as "visits.example.org"')
    return text


Network = Annotated[Line, AfterValidator(_network)]


class StoreSection(Section):
    url: Filled = "sqlite:///var/visitwatch.db"
    bodies: Filled = "var/bodies"


class CrawlSection(Section):
    """Politeness and limits; the names and defaults of crawler.settings.CrawlSettings."""

    user_agent: Filled = "visitwatch/0.1"
    contact: Line = ""
    delay: Annotated[Duration, lasting("0 s", "1 h")] = timedelta(seconds=5)
    timeout: Annotated[Duration, lasting("100 ms", "1 h")] = timedelta(seconds=30)
    deadline: Annotated[Duration, lasting("100 ms", "1 h")] = timedelta(seconds=60)
    max_html_bytes: Annotated[PageSize, Field(alias="max_html")] = 10 * 1024**2
    max_pdf_bytes: Annotated[PageSize, Field(alias="max_pdf")] = 30 * 1024**2
    max_redirects: Annotated[Count, Field(ge=0, le=20)] = 5
    obey_robots: Switch = True
    concurrent_hosts: Annotated[Count, Field(ge=1, le=256)] = 16
    autothrottle: Switch = True
    allow_networks: tuple[Network, ...] = ()
    allow_ports: tuple[Annotated[Count, Field(ge=1, le=65535)], ...] = (80, 443, 8080, 8443)
    chromium: Filled = "/usr/bin/chromium"


class MailSection(Section):
    sender: Annotated[Line, AfterValidator(_sender)] = "visitwatch <visitwatch@localhost>"
    reply_to: Annotated[Line, AfterValidator(_named_mailbox)] = ""
    operator: Annotated[Line, AfterValidator(_mailbox)] = ""
    bounces: Annotated[Line, AfterValidator(_mailbox)] = ""
    list_name: Filled = "visitwatch"
    list_id: Annotated[Line, AfterValidator(_list_id)] = "visitwatch.localhost"
    postal_address: Line = ""
    base_url: Annotated[Line, AfterValidator(web_address)] = "http://127.0.0.1:8765"
    maildir: Filled = "var/mail"
    smtp_host: HostOrNone = ""
    smtp_port: Annotated[Count, Field(ge=1, le=65535)] = 587
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: Line = ""
    smtp_password_file: Line = ""
    timeout: Annotated[Duration, lasting("100 ms", "1 h")] = timedelta(seconds=60)
    storm: Annotated[Count, Field(ge=1, le=10_000)] = 10
    most_an_hour: Annotated[Count, Field(ge=1, le=10_000)] = 10
    heartbeat: Switch = True
    tell_after: Annotated[Count, Field(ge=1, le=1_000)] = 5


class WebSection(Section):
    host: Host = "127.0.0.1"
    port: Annotated[Count, Field(ge=1, le=65535)] = 8765
    proxies: tuple[Network, ...] = ("127.0.0.1",)
    public: Switch = True


class ScheduleSection(Section):
    interval: Annotated[Duration, lasting("5 min", "31 d")] = timedelta(hours=24)
    soonest: Annotated[Duration, lasting("5 min", "31 d")] = timedelta(hours=2)
    tick: Annotated[Duration, lasting("1 s", "1 h")] = timedelta(seconds=30)
    batch: Annotated[Count, Field(ge=1, le=10_000)] = 200
    lease: Annotated[Duration, lasting("1 min", "7 d")] = timedelta(minutes=30)
    extract_limit: Annotated[Duration, lasting("100 ms", "1 h")] = timedelta(seconds=10)
    retry_after_failure: Annotated[Duration, lasting("1 s", "31 d")] = timedelta(hours=1)
    confirm_after: Annotated[Duration, lasting("0 s", "24 h")] = timedelta(minutes=5)


class ExtractSection(Section):
    ocr: Switch = False
    ocr_limit: Annotated[Duration, lasting("1 s", "24 h")] = timedelta(minutes=5)


def _variable(text: str) -> str:
    """The name of an environment variable, or nothing. What is written there is not repeated: it may be the key."""
    if text and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", text):
        raise ValueError("is no name of an environment variable; name the variable that holds the key, not the key")
    return text


class SecondReaderSection(Section):
    """Off while url is empty."""

    url: Annotated[Line, AfterValidator(endpoint)] = ""
    model: Annotated[Line, StringConstraints(max_length=200)] = ""
    api_key_env: Annotated[str, AfterValidator(_variable)] = ""
    timeout_seconds: Annotated[Fraction, Field(ge=1, le=300)] = 20.0
    ask_below: Annotated[Fraction, Field(ge=0, le=1)] = 0.6


def _given(own: timedelta | None, usual: timedelta) -> timedelta:
    """The monitor's own time, also one of no length, which is told as a fault."""
    return usual if own is None else own


class SourceEntry(Section):
    id: Line
    name: Line
    kind: SourceKind
    jurisdiction: Line
    county: Line = ""

    def record(self) -> Source:
        return Source(self.id, self.name, self.kind, self.jurisdiction, self.county)


class MonitorEntry(Section):
    id: Line
    source: Line
    url: Line
    title: Line = ""
    spider: Line = "page"
    interval: Duration | None = None
    soonest: Duration | None = None
    fetch: Line = "auto"
    select: tuple[Line, ...] = ()
    ignore: tuple[Line, ...] = ()
    expect: tuple[Line, ...] = ()
    active: Switch = True

    def record(self, interval: timedelta, soonest: timedelta) -> Monitor:
        """The monitor; interval, soonest: the defaults where the entry names none."""
        values = self.model_dump(exclude={"source", "interval", "soonest"})
        longest, shortest = _given(self.interval, interval), _given(self.soonest, soonest)
        return Monitor(source_id=self.source, interval=longest, soonest=shortest, **values)


def _cell_lines(cell: object) -> object:
    """The lines of a CSV cell, one entry each."""
    return tuple(line for line in cell.splitlines() if line.strip()) if isinstance(cell, str) else cell


CellLines = Annotated[tuple[Line, ...], BeforeValidator(_cell_lines)]


class SourceRow(Section):
    """One row of a CSV file: a source and one of its monitors; select, ignore and expect have an entry a line."""

    source: Line
    name: Line
    kind: SourceKind
    jurisdiction: Line
    monitor: Line
    url: Line
    county: Line = ""
    title: Line = ""
    spider: Line = "page"
    interval: Duration | None = None
    fetch: Line = "auto"
    soonest: Duration | None = None
    select: CellLines = ()
    ignore: CellLines = ()
    expect: CellLines = ()
    active: bool = True

    def source_record(self) -> Source:
        return Source(self.source, self.name, self.kind, self.jurisdiction, self.county)

    def monitor_record(self, interval: timedelta, soonest: timedelta) -> Monitor:
        return Monitor(
            id=self.monitor,
            source_id=self.source,
            url=self.url,
            title=self.title,
            spider=self.spider,
            interval=_given(self.interval, interval),
            soonest=_given(self.soonest, soonest),
            fetch=self.fetch,
            select=self.select,
            ignore=self.ignore,
            expect=self.expect,
            active=self.active,
        )


def _place(text: str) -> str:
    """A filter that no source can match would keep a channel silent for ever. ValueError says what is wrong."""
    if not JURISDICTION.fullmatch(text):
        raise ValueError(f'{text!r} is not an ISO 3166-2 code such as "US-TX" (or "US")')
    return text


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise ValueError(f"{text!r} is no source's id; `visitwatch monitors list` shows them")
    return text


def _channel_name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", text):
        raise ValueError(f'{text!r} is no name of a channel; use small letters, digits and "-"')
    return text


def _told(severity: Severity) -> Severity:
    if severity is Severity.NONE:
        raise ValueError('nothing is told that has none; write "minor" for everything')
    return severity


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise ValueError(f'{text!r} is unknown; write an IANA name such as "America/Chicago"')
    return text


class ChannelEntry(Section):
    """Where alerts go beside mail, and which; the filters are those of a subscription, empty: all."""

    name: Annotated[Line, AfterValidator(_channel_name)]
    kind: Literal["webhook", "apprise", "console"]
    url: Line = ""
    url_file: Line = ""
    topics: tuple[Topic, ...] = ()
    jurisdictions: tuple[Annotated[Line, AfterValidator(_place)], ...] = ()
    sources: tuple[Annotated[Line, AfterValidator(_slug)], ...] = ()
    kinds: tuple[SourceKind, ...] = ()
    directions: tuple[Direction, ...] = ()
    min_severity: Annotated[Severity, AfterValidator(_told)] = Severity.MINOR
    cadence: Cadence = Cadence.AT_ONCE
    hour: Annotated[Count, Field(ge=0, le=23)] = 8
    weekday: Annotated[Count, Field(ge=0, le=6)] = 0
    zone: Annotated[Line, AfterValidator(_zone)] = "UTC"

    def settings(self, url: str) -> ChannelSettings:
        values = self.model_dump(exclude={"name", "kind", "url", "url_file"})
        return ChannelSettings(self.name, self.kind, url, Subscription(0, **values))


def _platform(text: str) -> str:
    """Hosts that share a gate, as written. ValueError says what is wrong."""
    if fault := platform_fault(text):
        raise ValueError(fault)
    return text


class ScaleSection(Section):
    """Many workers on one PostgreSQL; engine "none": rounds in one process."""

    engine: Literal["none", "procrastinate"] = "none"
    platforms: tuple[Annotated[Line, AfterValidator(_platform)], ...] = ()
    gates_at_once: Annotated[Count, Field(ge=1, le=256)] = 16
    pages_a_job: Annotated[Count, Field(ge=1, le=1_000)] = 50
    backlog: Annotated[Count, Field(ge=1, le=20_000)] = 5_000
    plan_every: Duration = timedelta(seconds=10)
    hold: Duration = timedelta(seconds=45)
    keep_checks: Duration = timedelta(0)

    @model_validator(mode="after")
    def _sound(self) -> ScaleSection:
        if not timedelta(seconds=1) <= self.plan_every <= timedelta(seconds=60):
            raise ValueError("plan_every: between 1 s and 60 s")
        if not timedelta(seconds=4) <= self.hold <= timedelta(minutes=10):
            raise ValueError("hold: between 4 s and 10 min")
        if self.keep_checks and self.engine == "none":
            raise ValueError('keep_checks: it is the workers who fold; set engine = "procrastinate", or leave it out')
        if self.keep_checks and self.keep_checks < timedelta(days=7):
            raise ValueError("keep_checks: 7 d or more, or 0 for ever")
        return self


class ConfigFile(Section):
    include: tuple[Filled, ...] = ()
    store: StoreSection = StoreSection()
    crawl: CrawlSection = CrawlSection()
    mail: MailSection = MailSection()
    web: WebSection = WebSection()
    schedule: ScheduleSection = ScheduleSection()
    extract: ExtractSection = ExtractSection()
    second_reader: SecondReaderSection = SecondReaderSection()
    evidence: EvidenceSection = EvidenceSection()
    health: HealthSection = HealthSection()
    log: LogSection = LogSection()
    scale: ScaleSection = ScaleSection()
    source: tuple[SourceEntry, ...] = ()
    monitor: tuple[MonitorEntry, ...] = ()
    channel: tuple[ChannelEntry, ...] = ()
