"""Whose a monitor is, and what lists of sources and places offer for choosing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fastapi import HTTPException

from monitors.places import place_name
from monitors.records import Monitor, Source
from storage import Store
from web.standing import MonitorRow, listed

MOST_LISTED = 200


def owner_of(store: Store, monitor_id: str) -> tuple[Monitor, Source]:
    """A monitor and its source; 404 for an unknown one."""
    monitor = store.monitor(monitor_id)
    source = store.source(monitor.source_id) if monitor else None
    if monitor is None or source is None:
        raise HTTPException(404)
    return monitor, source


def one_row(store: Store, monitor_id: str) -> MonitorRow:
    """One monitor with its last check; 404 for an unknown one."""
    found = listed(store.some_monitors([monitor_id]).values())
    if not found:
        raise HTTPException(404)
    return found[0]


def by_name(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda source: (source.name.casefold(), source.id))


def offered(store: Store, chosen: Collection[str]) -> tuple[list[Source], bool]:
    """The sources that a filter lists, by name, and whether its form asks for an id instead: a list of 1,700 made a
    page four times as long and took half of its time. Those chosen already are always listed."""
    known = store.sources(MOST_LISTED + 1)
    typed = len(known) > MOST_LISTED
    return by_name(store.some_sources(chosen) if typed else known), typed


def jurisdictions(store: Store) -> list[str]:
    """The jurisdictions that have a source, by name."""
    return sorted(store.jurisdictions(), key=place_name)


def jurisdictions_of(sources: Iterable[Source]) -> list[str]:
    """The jurisdictions that have a source, by name."""
    return sorted({source.jurisdiction for source in sources}, key=place_name)
