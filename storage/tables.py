"""The tables. Nothing of this leaves storage/: the rooms above get the frozen nouns of monitors/records.py.

Columns are what queries need; a `record` column beside them holds the whole noun as JSON, so that a new field of a
noun needs no migration. Whoever changes a table writes a migration; a test compares both.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    TypedColumns,
    UniqueConstraint,
    text,
)

from storage.columns import Digest, Moment, Names, Words

# SQLite numbers rows by itself only when the key is exactly INTEGER.
BigId = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class _Source(TypedColumns):
    id: Column[str] = Column(Words, primary_key=True)
    kind: Column[str] = Column(Words)
    jurisdiction: Column[str] = Column(Words)
    record: Column[str] = Column(Words)


sources = Table("sources", metadata, _Source, Index(None, "jurisdiction"))


class _Monitor(TypedColumns):
    id: Column[str] = Column(Words, primary_key=True)
    source_id: Column[str] = Column(Words, ForeignKey("sources.id"))
    url: Column[str] = Column(Words)
    host: Column[str] = Column(Words)
    gate: Column[str] = Column(Words, server_default="")
    parent: Column[str | None] = Column(Words, ForeignKey("monitors.id"))
    active: Column[bool] = Column(Boolean)
    from_config: Column[bool] = Column(Boolean)
    record: Column[str] = Column(Words)


monitors = Table(
    "monitors", metadata, _Monitor,
    Index(None, "source_id"), Index(None, "host"), Index(None, "gate"), Index(None, "parent"),
)  # fmt: skip


class _Gate(TypedColumns):
    """What only one run may ask at a time, and what its hosts asked of us: see storage/gates.py."""

    name: Column[str] = Column(Words, primary_key=True)
    due_at: Column[datetime | None] = Column(Moment)
    held_until: Column[datetime | None] = Column(Moment)
    held_by: Column[str] = Column(Words)
    silent_until: Column[datetime | None] = Column(Moment)
    next_at: Column[datetime | None] = Column(Moment)
    crawl_delay_ms: Column[int] = Column(Integer)


gates = Table("gates", metadata, _Gate, Index(None, "due_at"), Index(None, "held_by"))


class _State(TypedColumns):
    """What a check needs to know of a monitor's past, and when the next one is due.

    next_check_at is the plan; due_at is when a claim may hand the monitor out: the plan, but the lease's end while
    one runs. So a run that dies leaves its monitors due at the lease's end and not a whole interval later.
    pace: in seconds. chain: the newest link of the monitor's checks, see storage/chain.py.
    """

    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"), primary_key=True)
    next_check_at: Column[datetime] = Column(Moment)
    due_at: Column[datetime] = Column(Moment)
    leased_at: Column[datetime | None] = Column(Moment)
    lease_until: Column[datetime | None] = Column(Moment)
    lease_run: Column[str] = Column(Words)
    etag: Column[str] = Column(Words)
    last_modified: Column[str] = Column(Words)
    last_raw: Column[str] = Column(Words)
    fingerprint: Column[str] = Column(Words)
    latest_version: Column[int | None] = Column(BigId, ForeignKey("versions.id"))
    last_check_id: Column[int | None] = Column(BigId, ForeignKey("checks.id"))
    last_check_at: Column[datetime | None] = Column(Moment)
    last_ok_at: Column[datetime | None] = Column(Moment)
    failures: Column[int] = Column(Integer)
    failing_since: Column[datetime | None] = Column(Moment)
    slots: Column[tuple[str, ...]] = Column(Names)
    stencil: Column[str] = Column(Words)
    pace: Column[int] = Column(Integer, server_default="0")
    whole_at: Column[datetime | None] = Column(Moment)
    chain: Column[str] = Column(Digest, nullable=True)


_LEASED = text("lease_until IS NOT NULL")
_FAILING = text("failing_since IS NOT NULL")

# last_check_id: without it each line of the log that is folded costs a walk through all states.
states = Table(
    "monitor_states", metadata, _State,
    Index(None, "due_at", "monitor_id"), Index(None, "last_check_id"),
    Index("ix_monitor_states_leased", "lease_run", sqlite_where=_LEASED, postgresql_where=_LEASED),
    Index("ix_monitor_states_failing", "failing_since", "monitor_id", sqlite_where=_FAILING, postgresql_where=_FAILING),
)  # fmt: skip


class _Check(TypedColumns):
    id: Column[int] = Column(BigId, primary_key=True)
    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"))
    at: Column[datetime] = Column(Moment)
    outcome: Column[str] = Column(Words)
    url: Column[str] = Column(Words)
    status: Column[int | None] = Column(Integer)
    quality: Column[str | None] = Column(Words)
    rule: Column[str] = Column(Words)
    failure: Column[str | None] = Column(Words)
    message: Column[str] = Column(Words)
    snapshot: Column[str | None] = Column(Digest)
    milliseconds: Column[int] = Column(Integer)
    size: Column[int] = Column(BigInteger)
    link: Column[str] = Column(Digest, nullable=True)


# Lines come in the order of time, so on PostgreSQL a BRIN index finds a time in a thousandth of a B-tree's room.
checks = Table(
    "checks",
    metadata,
    _Check,
    Index(None, "monitor_id", "id"),
    Index(None, "monitor_id", "at", "outcome"),
    Index(None, "at", postgresql_using="brin", postgresql_with={"autosummarize": True}),
    sqlite_autoincrement=True,
)


class _Covered(TypedColumns):
    """The routine checks of one monitor on one day (UTC), folded: see storage/coverage.py."""

    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"), primary_key=True)
    day: Column[str] = Column(Words, primary_key=True)
    checks: Column[int] = Column(Integer)
    not_modified: Column[int] = Column(Integer)
    first_at: Column[datetime] = Column(Moment)
    last_at: Column[datetime] = Column(Moment)
    first_id: Column[int] = Column(BigInteger)
    last_id: Column[int] = Column(BigInteger)
    proof: Column[str] = Column(Digest)


covered = Table("coverage", metadata, _Covered)


class _FoldedLink(TypedColumns):
    """The link of a folded check that something still rests on: the next line of the log, or a root."""

    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"), primary_key=True)
    check_id: Column[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    link: Column[str] = Column(Digest)


folded_links = Table("folded_links", metadata, _FoldedLink)


class _Snapshot(TypedColumns):
    """One body of one monitor: the first answer that brought these bytes. The bytes lie in the bodies' folder.
    check_id: the check that brought them."""

    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"), primary_key=True)
    sha: Column[str] = Column(Digest, primary_key=True)
    at: Column[datetime] = Column(Moment)
    url: Column[str] = Column(Words)
    status: Column[int | None] = Column(Integer)
    media_type: Column[str] = Column(Words)
    size: Column[int] = Column(BigInteger)
    headers: Column[bytes] = Column(LargeBinary)
    exchange: Column[bytes | None] = Column(LargeBinary)
    check_id: Column[int | None] = Column(BigId)


snapshots = Table("snapshots", metadata, _Snapshot, Index(None, "sha"))


class _Extractor(TypedColumns):
    id: Column[int] = Column(Integer, primary_key=True)
    name: Column[str] = Column(Words)
    version: Column[str] = Column(Words)
    options: Column[str] = Column(Words)


extractors = Table("extractors", metadata, _Extractor, UniqueConstraint("name", "version", "options"))


class _Version(TypedColumns):
    """check_id: NULL where derived anew; sha: of its text; packed_text: NULL where `text` is plain, as before 0050."""

    id: Column[int] = Column(BigId, primary_key=True)
    monitor_id: Column[str] = Column(Words)
    snapshot: Column[str] = Column(Digest)
    at: Column[datetime] = Column(Moment)
    extractor_id: Column[int] = Column(Integer, ForeignKey("extractors.id"))
    characters: Column[int] = Column(Integer)
    title: Column[str] = Column(Words)
    segments: Column[bytes] = Column(LargeBinary)
    text: Column[str] = Column(Words)
    sha: Column[str] = Column(Digest, nullable=True)
    check_id: Column[int | None] = Column(BigId)
    packed_text: Column[bytes | None] = Column(LargeBinary)


versions = Table(
    "versions",
    metadata,
    _Version,
    ForeignKeyConstraint(["monitor_id", "snapshot"], ["snapshots.monitor_id", "snapshots.sha"]),
    Index(None, "monitor_id", "id"),
    Index(None, "extractor_id"),
    sqlite_autoincrement=True,
)


class _Change(TypedColumns):
    """detail: passages and reading; direction, severity, relevant and headline repeat the reading for queries; event:
    the same for the changes of one edit on many pages of a host."""

    id: Column[int] = Column(BigId, primary_key=True)
    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"))
    at: Column[datetime] = Column(Moment)
    since: Column[datetime | None] = Column(Moment)
    old_version: Column[int | None] = Column(BigId, ForeignKey("versions.id"))
    new_version: Column[int | None] = Column(BigId, ForeignKey("versions.id"))
    cause: Column[str] = Column(Words)
    kind: Column[str] = Column(Words)
    grade: Column[str] = Column(Words)
    relevant: Column[bool] = Column(Boolean)
    direction: Column[str] = Column(Words)
    severity: Column[str] = Column(Words)
    headline: Column[str] = Column(Words)
    url: Column[str] = Column(Words)
    event: Column[str] = Column(Words)
    detail: Column[bytes] = Column(LargeBinary)


_COMPARES_TEXTS = text("kind IN ('text', 'published')")

changes = Table(
    "changes",
    metadata,
    _Change,
    UniqueConstraint("monitor_id", "old_version", "new_version", "kind"),
    # The constraint above lets NULLs repeat; a version is also the outcome of one comparison only.
    Index(
        "one_change_a_version",
        "new_version",
        unique=True,
        sqlite_where=_COMPARES_TEXTS,
        postgresql_where=_COMPARES_TEXTS,
    ),
    Index(None, "monitor_id", "id"),
    Index(None, "at"),
    Index(None, "direction", "id"),
    Index(None, "severity", "id"),
    Index(None, "event", "at"),
    # Holds all that lists and counts under filters need, newest last: the rows themselves are long.
    Index("ix_changes_listed", "relevant", "cause", "id", "severity", "direction", "monitor_id", "at"),
    sqlite_autoincrement=True,
)


class _ChangeTopic(TypedColumns):
    topic: Column[str] = Column(Words, primary_key=True)
    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"), primary_key=True)


change_topics = Table("change_topics", metadata, _ChangeTopic)


class _Alert(TypedColumns):
    id: Column[int] = Column(BigId, primary_key=True)
    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"), unique=True)
    at: Column[datetime] = Column(Moment)
    headline: Column[str] = Column(Words)
    direction: Column[str] = Column(Words)
    severity: Column[str] = Column(Words)
    topics: Column[tuple[str, ...]] = Column(Names)
    state: Column[str] = Column(Words, server_default="told")
    confirm_by: Column[datetime | None] = Column(Moment)


alerts = Table("alerts", metadata, _Alert, Index(None, "state"), sqlite_autoincrement=True)


class _Annotation(TypedColumns):
    id: Column[int] = Column(BigId, primary_key=True)
    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"))
    author: Column[str] = Column(Words)
    at: Column[datetime] = Column(Moment)
    label: Column[str] = Column(Words)
    note: Column[str] = Column(Words)
    direction: Column[str | None] = Column(Words)
    severity: Column[str | None] = Column(Words)
    topics: Column[tuple[str, ...] | None] = Column(Names)


annotated = Table("annotations", metadata, _Annotation, Index(None, "change_id"), sqlite_autoincrement=True)


class _Review(TypedColumns):
    """How far the judging of a change has come; no row: nobody looked at it. state: see storage/triage.py."""

    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"), primary_key=True, autoincrement=False)
    state: Column[str] = Column(Words)
    claimed_by: Column[str] = Column(Words)
    claimed_at: Column[datetime | None] = Column(Moment)


reviews = Table("reviews", metadata, _Review, Index(None, "state", "change_id"))


class _Fact(TypedColumns):
    """A fact that a change moved; before and after as JSON, NULL where not stated."""

    id: Column[int] = Column(BigId, primary_key=True)
    change_id: Column[int] = Column(BigId, ForeignKey("changes.id"))
    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"))
    name: Column[str] = Column(Words)
    at: Column[datetime] = Column(Moment)
    before: Column[str | None] = Column(Words)
    after: Column[str | None] = Column(Words)


facts = Table(
    "facts",
    metadata,
    _Fact,
    Index(None, "change_id"),
    Index(None, "monitor_id", "name", "id"),
    Index(None, "name", "id"),
    sqlite_autoincrement=True,
)


class _KnownItem(TypedColumns):
    monitor_id: Column[str] = Column(Words, ForeignKey("monitors.id"), primary_key=True)
    key_sha: Column[str] = Column(Digest, primary_key=True)
    key: Column[str] = Column(Words)
    seen_at: Column[datetime] = Column(Moment)
    record: Column[str] = Column(Words)


known_items = Table("known_items", metadata, _KnownItem)


class _Root(TypedColumns):
    """One day's root over the newest links of all monitors. last_check_id: no later check is in it; signature, stamp:
    an Ed25519 signature and an RFC 3161 answer over its text, empty where there is none."""

    day: Column[date] = Column(Date, primary_key=True)
    at: Column[datetime] = Column(Moment)
    last_check_id: Column[int] = Column(BigInteger)
    monitors: Column[int] = Column(Integer)
    before: Column[str] = Column(Digest, nullable=True)
    sha: Column[str] = Column(Digest)
    signature: Column[bytes] = Column(LargeBinary)
    stamp: Column[bytes] = Column(LargeBinary)
    stamped_by: Column[str] = Column(Words)


roots = Table("roots", metadata, _Root)


class _RunFact(TypedColumns):
    key: Column[str] = Column(Words, primary_key=True)
    value: Column[str] = Column(Words)


run_facts = Table("run_facts", metadata, _RunFact)
