"""Who may ask which host, across processes and machines: one run at a time holds a gate (a host, or the hosts of one
platform), and what a host asked of us (its Crawl-delay, a Retry-After) is remembered here for whoever comes next.

A hold ends by itself when its run dies; a run that goes on longer renews it. due_at is a hint for the planner of many
workers: never later than the gate's first due monitor, except for as long as a job for it may be on its way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, exists, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from monitors.gates import gate_of
from storage.engine import insert_new
from storage.tables import gates, monitors, states


@dataclass(frozen=True, slots=True)
class GateWord:
    """What is known of a gate's manners. crawl_delay: seconds between two requests, as its robots.txt asks; next_at:
    no request before; silent_until: it asked us to leave it alone until then."""

    gate: str
    crawl_delay: float = 0.0
    next_at: datetime | None = None
    silent_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """How far the work is behind. due: gates that are due and held by nobody; held: by a live run; oldest: since when
    the longest waiting one is due."""

    due: int
    held: int
    silent: int
    oldest: datetime | None


def hold(connection: Connection, names: Iterable[str], now: datetime, until: datetime, run: str) -> set[str]:
    """Take gates, or renew those the run holds already; return which are the run's now. One held by another live run
    is not. Taking them in order of name, two runs never wait for each other in a ring."""
    rows = [{**_FRESH, "name": name, "held_until": until, "held_by": run} for name in sorted(set(names))]
    if not rows:
        return set()
    statement = _upsert(connection)
    statement = statement.on_conflict_do_update(
        index_elements=[gates.c.name],
        set_={"held_until": statement.excluded.held_until, "held_by": statement.excluded.held_by},
        where=or_(gates.c.held_until.is_(None), gates.c.held_until <= now, gates.c.held_by == run),
    )
    return set(connection.scalars(statement.returning(gates.c.name), rows))


def renew(connection: Connection, now: datetime, until: datetime, run: str) -> int:
    """Hold all gates of a run for longer; return how many it still holds. 0: it was too slow and has lost them."""
    live = update(gates).where(gates.c.held_by == run, gates.c.held_until > now)
    return connection.execute(live, {"held_until": until}).rowcount


def remember(connection: Connection, words: Sequence[GateWord]) -> None:
    """Keep what hosts asked for; a silence is never shortened, and one that says nothing of its pace keeps it."""
    told = sorted(words, key=lambda word: word.gate)
    if not told:
        return
    connection.execute(insert_new(connection, gates), [{**_FRESH, "name": word.gate} for word in told])
    connection.execute(
        _REMEMBERED,
        [
            {
                "gate": word.gate,
                "next": word.next_at,
                "pace": round(word.crawl_delay * 1000) or None,
                "silence": word.silent_until,
            }
            for word in told
        ],
    )


def held(connection: Connection, now: datetime, names: Collection[str]) -> set[str]:
    """Which of these gates a live run holds."""
    query = select(gates.c.name).where(gates.c.name.in_(list(names)), gates.c.held_until > now)
    return set(connection.scalars(query))


def words(connection: Connection, names: Collection[str]) -> list[GateWord]:
    """What is known of these gates."""
    query = select(gates).where(gates.c.name.in_(list(names))).order_by(gates.c.name)
    return [
        GateWord(row.name, row.crawl_delay_ms / 1000, row.next_at, row.silent_until)
        for row in connection.execute(query)
    ]


def plan(connection: Connection, now: datetime, *, limit: int, again: timedelta) -> list[str]:
    """Up to `limit` gates that are due and free, the longest due first; each is handed out again after `again`, so that
    a job which got lost on its way is made anew. SKIP LOCKED: two planners never wait for each other."""
    query = (
        select(gates.c.name)
        .where(gates.c.due_at <= now, *_free(now))
        .order_by(gates.c.due_at, gates.c.name)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    names = list(connection.scalars(query))
    if names:
        connection.execute(update(gates).where(gates.c.name.in_(names)), {"due_at": now + again})
    return names


def reconcile(connection: Connection, limit: int = 20_000) -> int:
    """Make every gate that a monitor names, and let none be due later than its first monitor; return how many were
    wrong, at most about `limit`: call again until it is 0. What a planner does first: whatever happened before, nothing
    stays unseen. A gate that somebody is at work on is passed over."""
    known = exists().where(gates.c.name == monitors.c.gate)
    missing = select(monitors.c.gate, literal(""), literal(0)).where(~known).distinct().limit(limit)
    columns = ["name", "held_by", "crawl_delay_ms"]
    made = connection.execute(insert_new(connection, gates).from_select(columns, missing)).rowcount
    first = _first_due()
    late = gates.c.held_until.is_(None) & (gates.c.due_at.is_(None) | (gates.c.due_at > first)) & first.is_not(None)
    query = select(gates.c.name).where(late).order_by(gates.c.name).limit(limit)
    names = list(connection.scalars(query.with_for_update(skip_locked=True)))
    _update_due(connection, names, {})
    return max(made, 0) + len(names)


def mend_clock(connection: Connection, now: datetime) -> None:
    """End the holds that a clock made which has been set back since: none is as long as a day."""
    query = select(gates.c.name).where(gates.c.held_until > now + LONGEST_SILENCE).order_by(gates.c.name)
    _update_due(connection, list(connection.scalars(query.with_for_update())), {"held_until": None, "held_by": ""})


def touch(connection: Connection, names: Iterable[str], at: datetime) -> None:
    """Monitors of these gates are due at that time: no gate is due later."""
    for name in sorted(set(names)):
        statement = _upsert(connection).values({**_FRESH, "name": name, "due_at": at})
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=[gates.c.name],
                set_={"due_at": at},
                where=or_(gates.c.due_at.is_(None), gates.c.due_at > at),
            )
        )


def release_runs(connection: Connection, run: str | None, beginning: str = "") -> None:
    """End the holds of one run, of all whose names begin so, or of all, and say anew when their gates are due."""
    query = select(gates.c.name).where(gates.c.held_until.is_not(None)).order_by(gates.c.name)
    if beginning:
        query = query.where(gates.c.held_by.startswith(beginning, autoescape=True))
    elif run is not None:
        query = query.where(gates.c.held_by == run)
    # In order of name, like every other: two transactions never wait for each other in a ring.
    names = list(connection.scalars(query.with_for_update()))
    _update_due(connection, names, {"held_until": None, "held_by": ""})


def assign(connection: Connection, platforms: Sequence[str]) -> None:
    """Bring every monitor's gate in line with the platforms of the configuration."""
    known = connection.execute(select(monitors.c.host, monitors.c.gate).distinct())
    wrong = [(host, gate_of(host, platforms)) for host, gate in known if gate != gate_of(host, platforms)]
    if wrong:
        statement = update(monitors).where(monitors.c.host == bindparam("of_host"))
        connection.execute(statement, [{"of_host": host, "gate": gate} for host, gate in sorted(wrong)])
        reconcile(connection, len(wrong))


def backlog(connection: Connection, now: datetime) -> Backlog:
    """How far the work is behind, for an operator's eye."""
    due = and_(gates.c.due_at <= now, *_free(now))
    row = connection.execute(
        select(
            func.count().filter(due),
            func.count().filter(gates.c.held_until > now),
            func.count().filter(silent(now)),
            func.min(gates.c.due_at).filter(due),
        ).select_from(gates)
    ).one()
    return Backlog(*row)


_SILENCE = bindparam("silence", type_=gates.c.silent_until.type)
_REMEMBERED = (
    update(gates)
    .where(gates.c.name == bindparam("gate"))
    .values(
        next_at=bindparam("next", type_=gates.c.next_at.type),
        crawl_delay_ms=func.coalesce(bindparam("pace", type_=gates.c.crawl_delay_ms.type), gates.c.crawl_delay_ms),
        silent_until=case(
            (gates.c.silent_until.is_(None), _SILENCE),
            (gates.c.silent_until < _SILENCE, _SILENCE),
            else_=gates.c.silent_until,
        ),
    )
)
_PORTION = 5_000
LONGEST_SILENCE = timedelta(days=1, hours=1)  # Retry-After is obeyed for a day
_FRESH: dict[str, Any] = {
    "due_at": None,
    "held_until": None,
    "held_by": "",
    "silent_until": None,
    "next_at": None,
    "crawl_delay_ms": 0,
}


def _update_due(connection: Connection, names: Sequence[str], also: dict[str, Any]) -> None:
    """Say of these gates when their first monitor is due. In portions: a statement takes 65,535 parameters at most."""
    for start in range(0, len(names), _PORTION):
        some = update(gates).where(gates.c.name.in_(names[start : start + _PORTION]))
        connection.execute(some.values(due_at=_first_due(), **also))


def silent(now: datetime) -> Any:
    """That the gate wants to be left alone. One that would be silent for days was noted by a clock that ran ahead."""
    return (gates.c.silent_until > now) & (gates.c.silent_until <= now + LONGEST_SILENCE)


def _free(now: datetime) -> tuple[Any, Any]:
    return or_(gates.c.held_until.is_(None), gates.c.held_until <= now), silent(now).is_not(True)


def _first_due() -> Any:
    """When the first monitor of the gate of the row at hand is due."""
    return (
        select(func.min(states.c.due_at))
        .join_from(monitors, states, states.c.monitor_id == monitors.c.id)
        .where(monitors.c.gate == gates.c.name, monitors.c.active)
        .correlate(gates)
        .scalar_subquery()
    )


def _upsert(connection: Connection) -> Any:
    return postgresql_insert(gates) if connection.dialect.name == "postgresql" else sqlite_insert(gates)


def urls(connection: Connection, gate: str, limit: int) -> list[str]:
    """URLs of active monitors of pages behind a gate."""
    query = select(monitors.c.url).where(monitors.c.gate == gate, monitors.c.active).order_by(monitors.c.id)
    return list(connection.scalars(query.limit(limit)))
