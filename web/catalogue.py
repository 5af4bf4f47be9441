"""Whose a monitor is, and what lists of sources and places offer for choosing."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import HTTPException

from monitors.places import place_name
from monitors.records import Monitor, Source
from storage import Store


def owner_of(store: Store, monitor_id: str) -> tuple[Monitor, Source]:
    """A monitor and its source; 404 for an unknown one."""
    monitor = store.monitor(monitor_id)
    source = store.source(monitor.source_id) if monitor else None
    if monitor is None or source is None:
        raise HTTPException(404)
    return monitor, source


def by_name(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda source: (source.name.casefold(), source.id))


def jurisdictions_of(sources: Iterable[Source]) -> list[str]:
    """The jurisdictions that have a source, by name."""
    return sorted({source.jurisdiction for source in sources}, key=place_name)
