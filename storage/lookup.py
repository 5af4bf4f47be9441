"""Looking back: which pages ever said something, what each said on a day, and how the checks of each day went."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Row,
    ScalarSelect,
    Select,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
)

from monitors.records import CheckOutcome, FailureKind, Monitor, Quality, Source, SourceKind, Version
from monitors.sought import Sought
from storage.coverage import covered_around, covered_outcomes
from storage.mail_tables import deliveries
from storage.outbox import OPEN
from storage.rows import recalled
from storage.snapshots import whole_version, whole_versions
from storage.tables import checks, monitors, sources, states, versions
from storage.words import VERSION_WORDS, WORDS_OF_VERSIONS, says, word_match


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A monitor whose versions say what was looked for: the first and last such version, and how many."""

    monitor_id: str
    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class AsOf:
    """What a monitor said at a time. version: None where it had none yet; until: when the next version was first seen,
    None where it is the latest; seen_before, seen_after: the good checks that saw it last before and first after;
    missing: the check between the first of these and that time that found the page gone, None where none did."""

    monitor_id: str
    source: Source
    version: int
    at: datetime
    title: str
    until: datetime | None
    seen_before: datetime | None
    seen_after: datetime | None
    name: str = ""
    missing: datetime | None = None


NEWEST = 1_000  # versions

GOOD = (CheckOutcome.FIRST, CheckOutcome.CHANGED, CheckOutcome.UNCHANGED, CheckOutcome.NOT_MODIFIED)


def said_by(
    connection: Connection,
    asked: Sought,
    *,
    jurisdictions: Collection[str] = (),
    kinds: Collection[SourceKind] = (),
    sources_: Collection[str] = (),
    before: int | None = None,
    limit: int = 25,
) -> list[SaidBy]:
    """The monitors that ever said it, those whose last such version is the newest first; before: that version's id
    continues a list."""
    owned = [(sources.c.jurisdiction, jurisdictions), (sources.c.kind, kinds), (sources.c.id, sources_)]
    narrowed = [column.in_(list(values)) for column, values in owned if values]
    of_these = select(monitors.c.id).join(sources, sources.c.id == monitors.c.source_id).where(*narrowed)
    theirs = [versions.c.monitor_id.in_(of_these)] if narrowed else []
    top = before if before is not None else (connection.scalar(select(func.max(versions.c.id))) or 0) + 1
    newest = select(versions.c.id).where(versions.c.id < top, *theirs).order_by(versions.c.id.desc())
    lowest = connection.scalar(newest.offset(NEWEST - 1).limit(1))
    if lowest is None:  # no more than these
        return _said_by(connection, _each_of(connection, asked, theirs), top, limit)
    # A word that nearly every version says is not gathered from all of them (`benchmarks.browser_pages` prints what a
    # search costs). Three times as many: some say it in a version that an earlier list has shown.
    if connection.dialect.name == "postgresql":
        who = _lately(asked, lowest, top, theirs).limit(3 * limit)
        few = _each_of(connection, asked, [versions.c.monitor_id.in_(who)])
    else:
        few = _of_each_lately(connection, asked, lowest, top, theirs, 3 * limit)
    found = _said_by(connection, few, top, limit)
    if len(found) == limit:
        return found
    all_that_say_it = versions.c.id.in_(says(connection, VERSION_WORDS, asked))
    return _said_by(connection, _of_each().where(all_that_say_it, *theirs), top, limit)


def _of_each() -> Select[*tuple[Any, ...]]:
    numbers: list[ColumnElement[int]] = [func.min(versions.c.id), func.max(versions.c.id), func.count()]
    return select(versions.c.monitor_id, *numbers).group_by(versions.c.monitor_id)


def _said_by(connection: Connection, of_each: Select[*tuple[Any, ...]], top: int, limit: int) -> list[SaidBy]:
    last = func.max(versions.c.id)
    query = of_each.having(last < top).order_by(last.desc()).limit(limit)
    return [SaidBy(*row) for row in connection.execute(query)]


def _each_of(connection: Connection, asked: Sought, few: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    """Of few versions those that say it: looked up for each, not found among all that say it."""
    if connection.dialect.name == "postgresql":
        joined = _of_each().join(WORDS_OF_VERSIONS, WORDS_OF_VERSIONS.c.id == versions.c.id)
        return joined.where(word_match(WORDS_OF_VERSIONS.c.words, asked), *few)
    return _of_each().where(literal_column("+versions.id").in_(says(connection, VERSION_WORDS, asked)), *few)


def _lately(asked: Sought, lowest: int, top: int, theirs: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    """On PostgreSQL the monitors that say it in versions from `lowest` to below `top`, newest such version first."""
    # Materialised, so that the index of words is not asked for all that say it.
    words = WORDS_OF_VERSIONS.c
    recent = select(words.id, words.words).where(words.id >= lowest, words.id < top)
    if theirs:
        recent = recent.where(words.id.in_(select(versions.c.id).where(versions.c.id >= lowest, *theirs)))
    said = recent.cte("recent").prefix_with("MATERIALIZED")
    return _monitors_by_newest().join(said, said.c.id == versions.c.id).where(word_match(said.c.words, asked))


def _of_each_lately(
    connection: Connection,
    asked: Sought,
    lowest: int,
    top: int,
    theirs: Sequence[ColumnElement[bool]],
    most: int,
) -> Select[*tuple[Any, ...]]:
    """On SQLite what `_each_of` brings of these monitors. The index of words is asked once: gathering all words with
    one beginning is most of the work."""
    said = says(connection, VERSION_WORDS, asked).columns(column("rowid", BigInteger)).cte("said")
    said = said.prefix_with("MATERIALIZED")
    # The plus: SQLite shall look for the versions of these monitors, not for all that say it.
    told = literal_column("+versions.id").in_(select(said.c.rowid))
    lately = literal_column("+versions.id").in_(select(said.c.rowid).where(said.c.rowid >= lowest))
    who = _monitors_by_newest().where(lately, versions.c.id >= lowest, versions.c.id < top, *theirs).limit(most)
    return _of_each().where(versions.c.monitor_id.in_(who), told)


def _monitors_by_newest() -> Select[*tuple[Any, ...]]:
    newest = func.max(versions.c.id).desc()
    return select(versions.c.monitor_id).group_by(versions.c.monitor_id).order_by(newest)


def some_versions(connection: Connection, ids: Collection[int]) -> dict[int, Version]:
    rows = connection.execute(whole_versions().where(versions.c.id.in_(list(ids))))
    return {row.id: whole_version(row) for row in rows}


def version_at(connection: Connection, monitor_id: str, moment: datetime) -> int:
    """The version that was the latest at that time, 0 where there was none yet."""
    query = select(func.max(versions.c.id)).where(versions.c.monitor_id == monitor_id, versions.c.at <= moment)
    return connection.scalar(query) or 0


def as_of(
    connection: Connection,
    moment: datetime,
    *,
    jurisdiction: str = "",
    kinds: Collection[SourceKind] = (),
    after_id: str = "",
    limit: int = 50,
) -> list[AsOf]:
    """What each page said at a time, by monitor id; listings and feeds have no text and are left out."""
    then = versions.alias("then")
    current = (
        select(func.max(then.c.id)).where(then.c.monitor_id == monitors.c.id, then.c.at <= moment).scalar_subquery()
    )
    following = versions.alias("following")
    until = (
        select(following.c.at)
        .where(following.c.monitor_id == monitors.c.id, following.c.id > func.coalesce(versions.c.id, 0))
        .order_by(following.c.id)
        .limit(1)
    )
    good = select(checks.c.at).where(checks.c.monitor_id == monitors.c.id, checks.c.outcome.in_(GOOD))
    before = good.where(checks.c.at <= moment).order_by(checks.c.at.desc()).limit(1)
    after = good.where(checks.c.at >= moment).order_by(checks.c.at).limit(1)
    around = [
        one.scalar_subquery()
        for one in (
            until,
            before,
            after,
            *covered_around(monitors.c.id, moment),
            _gone(before.correlate(monitors).scalar_subquery(), moment),
        )
    ]
    query = (
        select(
            monitors.c.record.label("monitor"),
            sources.c.record,
            versions.c.id,
            versions.c.at,
            versions.c.title,
            *around,
        )
        .join(sources, sources.c.id == monitors.c.source_id)
        .outerjoin(versions, versions.c.id == current)
        .join(states, states.c.monitor_id == monitors.c.id)
        .where(monitors.c.id > after_id, states.c.latest_version.is_not(None))
        .order_by(monitors.c.id)
        .limit(limit)
    )
    if jurisdiction:
        query = query.where(sources.c.jurisdiction == jurisdiction)
    if kinds:
        query = query.where(sources.c.kind.in_(list(kinds)))
    return [_as_of(row, moment) for row in connection.execute(query)]


def _gone(since: ScalarSelect[Any], moment: datetime) -> Select[*tuple[Any, ...]]:
    """The last check of a monitor from `since` to `moment` at which its site said that there is no such page."""
    tried = checks.alias("tried").c
    said = or_(tried.failure == FailureKind.NOT_FOUND, tried.quality == Quality.SOFT_404)
    lately = (tried.monitor_id == monitors.c.id, tried.at > since, tried.at <= moment)
    return select(tried.at).where(*lately, said).order_by(tried.at.desc()).limit(1)


def _as_of(row: Row[*tuple[Any, ...]], moment: datetime) -> AsOf:
    watched, record, number, at, title, until, before, after, folded_before, folded_after, missing = row
    monitor = recalled(Monitor, watched)
    after = min(filter(None, (after, folded_after)), default=None)
    before = max(filter(None, (before, folded_before)), default=None)
    seen_after = after if after and (until is None or after < until) else None
    gone = missing if missing and (before is None or missing > before) else None
    return AsOf(
        monitor.id, recalled(Source, record), number or 0, at or moment, title or "", until, before, seen_after,
        monitor.title, gone,
    )  # fmt: skip


def count_checks(connection: Connection, since: datetime) -> dict[CheckOutcome, int]:
    query = select(checks.c.outcome, func.count()).where(checks.c.at >= since).group_by(checks.c.outcome)
    counts = {CheckOutcome(row.outcome): row[1] for row in connection.execute(query)}
    return {outcome: counts.get(outcome, 0) for outcome in CheckOutcome}


def oldest_owed(connection: Connection) -> datetime | None:
    """The due time of the mail that waits for longest; none of those that wait for a digest or for the operator."""
    return connection.scalar(select(func.min(deliveries.c.next_try_at)).where(deliveries.c.state.in_(OPEN)))


def days_of_checks(connection: Connection, monitor_id: str, since: datetime) -> dict[date, dict[CheckOutcome, int]]:
    """How many checks of each day (UTC) came to what."""
    if connection.dialect.name == "sqlite":
        day: ColumnElement[Any] = func.substr(literal_column("checks.at"), 1, 10)
    else:
        day = cast(func.timezone("UTC", checks.c.at), Date)
    query = (
        select(day, checks.c.outcome, func.count())
        .where(checks.c.monitor_id == monitor_id, checks.c.at >= since)
        .group_by(day, checks.c.outcome)
    )
    found: dict[date, dict[CheckOutcome, int]] = {}
    for one, outcome, count in connection.execute(query):
        found.setdefault(date.fromisoformat(str(one)), {})[CheckOutcome(outcome)] = count
    for one, outcome, count in covered_outcomes(connection, monitor_id, since):
        counts = found.setdefault(one, {})
        counts[outcome] = counts.get(outcome, 0) + count
    return found
