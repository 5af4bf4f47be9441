"""Sources and monitors: brought into line with the configuration, and read back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from monitors.gates import gate_of
from monitors.records import ListedItem, Monitor, Source
from storage import gates
from storage.columns import digest
from storage.engine import insert_new, one_at_a_time
from storage.rows import recalled, to_text
from storage.tables import known_items, monitors, run_facts, sources, states

# Where one of these differs the stored validators and hashes no longer speak of what will be fetched and cut out.
_WHAT_IS_WATCHED = ("url", "spider", "fetch", "select", "ignore", "expect")
PLATFORMS = "platforms"
_FORGOTTEN = {"etag": "", "last_modified": "", "last_raw": "", "fingerprint": ""}


def put_catalogue(
    connection: Connection,
    listed_sources: Iterable[Source],
    listed_monitors: Iterable[Monitor],
    now: datetime,
    platforms: Sequence[str] = (),
) -> None:
    """Make the catalogue say what the configuration says. Monitors it no longer lists become inactive; their history
    stays. Children of listings and feeds are not the configuration's to remove."""
    put_sources(connection, listed_sources)
    _put_platforms(connection, platforms)
    listed = {monitor.id: monitor for monitor in listed_monitors}
    from_config = set(connection.scalars(select(monitors.c.id).where(monitors.c.from_config)))
    known = _known(connection, from_config | listed.keys())
    add_monitors(connection, (m for m in listed.values() if m.id not in known), now, from_config=True)
    for monitor in sorted(listed.values(), key=lambda monitor: monitor.id):
        if monitor.id in known and (monitor != known[monitor.id] or monitor.id not in from_config):
            _change_monitor(connection, known[monitor.id], monitor, now, from_config=True)
    for gone in sorted(from_config - listed.keys()):
        if known[gone].active:
            _write_monitor(connection, replace(known[gone], active=False), from_config=True)
    gates.assign(connection, platforms)


def add_monitors(connection: Connection, new: Iterable[Monitor], now: datetime, *, from_config: bool) -> list[Monitor]:
    """Add the monitors that are not there yet, due at once; return those."""
    added = []
    platforms = None
    # Parents first: a row must not name a parent that is yet to come.
    for monitor in sorted(new, key=lambda monitor: bool(monitor.parent)):
        platforms = _platforms(connection) if platforms is None else platforms
        gate = gate_of(host_of(monitor.url), platforms)
        row = {"id": monitor.id, **_columns(monitor), "gate": gate, "from_config": from_config}
        if connection.execute(insert_new(connection, monitors).returning(monitors.c.id), row).first():
            connection.execute(insert(states), fresh_state(monitor.id, now))
            added.append(monitor)
    gates.touch(connection, {gate_of(host_of(monitor.url), platforms or ()) for monitor in added}, now)
    return added


def set_monitor_active(connection: Connection, monitor_id: str, active: bool) -> bool:
    """Switch a monitor on or off; False when the id is unknown."""
    row = connection.execute(
        select(monitors.c.record, monitors.c.from_config).where(monitors.c.id == monitor_id)
    ).first()
    if row is None:
        return False
    _write_monitor(connection, replace(recalled(Monitor, row.record), active=active), from_config=row.from_config)
    if active:
        due_at = connection.scalars(select(states.c.due_at).where(states.c.monitor_id == monitor_id)).one()
        gates.touch(connection, _gate(connection, monitor_id), due_at)
    return True


def change_monitor(connection: Connection, monitor: Monitor, now: datetime) -> bool:
    """Make a monitor that was added by hand as given; False when the id is unknown or the configuration's."""
    one_at_a_time(connection)
    known = one_monitor(connection, monitor.id)
    by_hand = connection.scalar(select(monitors.c.from_config).where(monitors.c.id == monitor.id)) is False
    if known is not None and by_hand:
        _change_monitor(connection, known, monitor, now, from_config=False)
        gates.assign(connection, _platforms(connection))  # its host may be another one now
    return known is not None and by_hand


def put_items(connection: Connection, parent_id: str, items: Iterable[ListedItem], now: datetime) -> None:
    """Remember what a listing or feed showed; items known already stay as they were first seen."""
    rows = [
        {"monitor_id": parent_id, "key_sha": digest(item.key), "key": item.key, "seen_at": now, "record": to_text(item)}
        for item in items
    ]
    if rows:
        connection.execute(insert_new(connection, known_items), rows)


def all_sources(connection: Connection, most: int | None = None) -> list[Source]:
    """By id; most: no more than so many."""
    records = connection.scalars(select(sources.c.record).order_by(sources.c.id).limit(most))
    return [recalled(Source, record) for record in records]


def some_sources(connection: Connection, ids: Collection[str]) -> list[Source]:
    """Those that are known of these, by id."""
    records = connection.scalars(select(sources.c.record).where(sources.c.id.in_(list(ids))).order_by(sources.c.id))
    return [recalled(Source, record) for record in records]


def jurisdictions(connection: Connection) -> list[str]:
    """Those that have a source."""
    return list(connection.scalars(select(sources.c.jurisdiction).distinct().order_by(sources.c.jurisdiction)))


def one_source(connection: Connection, source_id: str) -> Source | None:
    record = connection.scalar(select(sources.c.record).where(sources.c.id == source_id))
    return None if record is None else recalled(Source, record)


def all_monitors(connection: Connection, *, active_only: bool = False) -> list[Monitor]:
    query = select(monitors.c.record).order_by(monitors.c.id)
    if active_only:
        query = query.where(monitors.c.active)
    return [recalled(Monitor, record) for record in connection.scalars(query)]


def one_monitor(connection: Connection, monitor_id: str) -> Monitor | None:
    record = connection.scalar(select(monitors.c.record).where(monitors.c.id == monitor_id))
    return None if record is None else recalled(Monitor, record)


def items_of(connection: Connection, monitor_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The keys of the items each listing or feed has shown so far."""
    found: dict[str, set[str]] = {monitor_id: set() for monitor_id in monitor_ids}
    query = select(known_items.c.monitor_id, known_items.c.key).where(known_items.c.monitor_id.in_(list(found)))
    for monitor_id, key in connection.execute(query) if found else ():
        found[monitor_id].add(key)
    return {monitor_id: frozenset(keys) for monitor_id, keys in found.items()}


def host_of(url: str) -> str:
    """The host of a URL in lower case, "" where it has none: sibling pages share it."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def put_sources(connection: Connection, listed: Iterable[Source]) -> None:
    """Add the sources that are new and bring the others up to date; whoever else wants to waits."""
    one_at_a_time(connection)
    known = {source.id: source for source in all_sources(connection)}
    for source in listed:
        row = {"kind": source.kind.value, "jurisdiction": source.jurisdiction, "record": to_text(source)}
        if source.id not in known:
            connection.execute(insert(sources), {"id": source.id, **row})
        elif source != known[source.id]:
            connection.execute(update(sources).where(sources.c.id == source.id), row)
        known[source.id] = source


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, Monitor]:
    """Monitors by id: of these, not of all; an installation may hold a million that the configuration does not list."""
    wanted, found = sorted(ids), {}
    for start in range(0, len(wanted), 5_000):
        some = select(monitors.c.record).where(monitors.c.id.in_(wanted[start : start + 5_000]))
        found.update({m.id: m for m in (recalled(Monitor, record) for record in connection.scalars(some))})
    return found


def _platforms(connection: Connection) -> Sequence[str]:
    """The platforms as the configuration last named them: kept here, so that whoever adds a monitor knows them."""
    return tuple(json.loads(connection.scalar(select(run_facts.c.value).where(run_facts.c.key == PLATFORMS)) or "[]"))


def _put_platforms(connection: Connection, platforms: Sequence[str]) -> None:
    if tuple(platforms) != _platforms(connection):
        connection.execute(delete(run_facts).where(run_facts.c.key == PLATFORMS))
        connection.execute(insert(run_facts), {"key": PLATFORMS, "value": json.dumps(list(platforms))})


def _change_monitor(connection: Connection, old: Monitor, new: Monitor, now: datetime, *, from_config: bool) -> None:
    _write_monitor(connection, new, from_config=from_config)
    state = update(states).where(states.c.monitor_id == new.id)
    if any(getattr(old, name) != getattr(new, name) for name in _WHAT_IS_WATCHED):
        connection.execute(state, _FORGOTTEN)
    if new.interval < old.interval:
        # A plan made under the longer interval must not outlive it. A pace that was learned is held within the new one.
        latest = now + new.interval
        connection.execute(state.where(states.c.next_check_at > latest), {"next_check_at": latest})
        connection.execute(state.where(states.c.due_at > latest, states.c.lease_until.is_(None)), {"due_at": latest})
        gates.touch(connection, _gate(connection, new.id), latest)


def _gate(connection: Connection, monitor_id: str) -> list[str]:
    return list(connection.scalars(select(monitors.c.gate).where(monitors.c.id == monitor_id)))


def _write_monitor(connection: Connection, monitor: Monitor, *, from_config: bool) -> None:
    statement = update(monitors).where(monitors.c.id == bindparam("monitor_id"))
    connection.execute(statement, {"monitor_id": monitor.id, **_columns(monitor), "from_config": from_config})


def _columns(monitor: Monitor) -> dict[str, Any]:
    return {
        "source_id": monitor.source_id,
        "url": monitor.url,
        "host": host_of(monitor.url),
        "parent": monitor.parent or None,
        "active": monitor.active,
        "record": to_text(monitor),
    }


def fresh_state(monitor_id: str, now: datetime) -> dict[str, Any]:
    return {
        "monitor_id": monitor_id,
        "next_check_at": now,
        "due_at": now,
        "lease_run": "",
        **_FORGOTTEN,
        "failures": 0,
        "slots": (),
        "stencil": "",
        "pace": 0,
    }
