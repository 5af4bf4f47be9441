"""Sources and monitors: brought into line with the configuration, and read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, bindparam, insert, select, update

from monitors.records import ListedItem, Monitor, Source
from storage.columns import digest
from storage.engine import insert_new, one_at_a_time
from storage.rows import recalled, to_text
from storage.tables import known_items, monitors, sources, states

# Where one of these differs the stored validators and hashes no longer speak of what will be fetched and cut out.
_WHAT_IS_WATCHED = ("url", "spider", "fetch", "select", "ignore", "expect")
_FORGOTTEN = {"etag": "", "last_modified": "", "last_raw": "", "fingerprint": ""}


def put_catalogue(
    connection: Connection, listed_sources: Iterable[Source], listed_monitors: Iterable[Monitor], now: datetime
) -> None:
    """Make the catalogue say what the configuration says. Monitors it no longer lists become inactive; their history
    stays. Children of listings and feeds are not the configuration's to remove."""
    put_sources(connection, listed_sources)
    listed = {monitor.id: monitor for monitor in listed_monitors}
    known = {monitor.id: monitor for monitor in all_monitors(connection)}
    from_config = set(connection.scalars(select(monitors.c.id).where(monitors.c.from_config)))
    add_monitors(connection, (m for m in listed.values() if m.id not in known), now, from_config=True)
    for monitor in sorted(listed.values(), key=lambda monitor: monitor.id):
        if monitor.id in known and (monitor != known[monitor.id] or monitor.id not in from_config):
            _change_monitor(connection, known[monitor.id], monitor, now)
    for gone in sorted(from_config - listed.keys()):
        if known[gone].active:
            _write_monitor(connection, replace(known[gone], active=False), from_config=True)


def add_monitors(connection: Connection, new: Iterable[Monitor], now: datetime, *, from_config: bool) -> list[Monitor]:
    """Add the monitors that are not there yet, due at once; return those."""
    added = []
    # Parents first: a row must not name a parent that is yet to come.
    for monitor in sorted(new, key=lambda monitor: bool(monitor.parent)):
        row = {"id": monitor.id, **_columns(monitor), "from_config": from_config}
        if connection.execute(insert_new(connection, monitors).returning(monitors.c.id), row).first():
            connection.execute(insert(states), _fresh_state(monitor.id, now))
            added.append(monitor)
    return added


def set_monitor_active(connection: Connection, monitor_id: str, active: bool) -> bool:
    """Switch a monitor on or off; False when the id is unknown."""
    row = connection.execute(
        select(monitors.c.record, monitors.c.from_config).where(monitors.c.id == monitor_id)
    ).first()
    if row is None:
        return False
    _write_monitor(connection, replace(recalled(Monitor, row.record), active=active), from_config=row.from_config)
    return True


def put_items(connection: Connection, parent_id: str, items: Iterable[ListedItem], now: datetime) -> None:
    """Remember what a listing or feed showed; items known already stay as they were first seen."""
    rows = [
        {"monitor_id": parent_id, "key_sha": digest(item.key), "key": item.key, "seen_at": now, "record": to_text(item)}
        for item in items
    ]
    if rows:
        connection.execute(insert_new(connection, known_items), rows)


def all_sources(connection: Connection) -> list[Source]:
    return [recalled(Source, record) for record in connection.scalars(select(sources.c.record).order_by(sources.c.id))]


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


def _change_monitor(connection: Connection, old: Monitor, new: Monitor, now: datetime) -> None:
    _write_monitor(connection, new, from_config=True)
    state = update(states).where(states.c.monitor_id == new.id)
    if any(getattr(old, name) != getattr(new, name) for name in _WHAT_IS_WATCHED):
        connection.execute(state, _FORGOTTEN)
    if new.interval < old.interval:
        # A plan made under the longer interval must not outlive it. A pace that was learned is held within the new one.
        latest = now + new.interval
        connection.execute(state.where(states.c.next_check_at > latest), {"next_check_at": latest})
        connection.execute(state.where(states.c.due_at > latest, states.c.lease_until.is_(None)), {"due_at": latest})


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


def _fresh_state(monitor_id: str, now: datetime) -> dict[str, Any]:
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
