"""Monitors by hand: look at a page as the watching would see it, add it, pause it and go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from fastapi import HTTPException
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from monitors.records import Monitor, Source, SourceKind
from monitors.sources import FETCHERS, SPIDERS, monitor_errors, source_errors
from web.catalogue import by_name, owner_of
from web.doors import Preview
from web.filters import MonitorId
from web.forms import ProvedForm, go_to, last, private_page
from web.room import Asking, InRoom, Room
from web.visible import LONGEST_URL, external
from web.visitor import Visitor

MOST_SELECTORS, LONGEST_SELECTOR = 20, 500
INTERVALS = {"1": "every hour", "6": "every 6 hours", "12": "every 12 hours", "24": "every day", "168": "every week"}
SHOWN_SEGMENTS = 400
NAMES = (
    "url", "title", "id", "source", "new_source", "name", "kind", "jurisdiction", "county", "spider", "fetch",
    "interval", "select", "ignore",
)  # fmt: skip
EMPTY = dict.fromkeys(NAMES, "") | {"spider": "page", "fetch": "auto", "interval": "24", "kind": "jail"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a form asks to watch, and all that is wrong with it."""

    source: Source
    monitor: Monitor
    faults: tuple[str, ...]


def form(room: InRoom, visitor: Asking) -> HTMLResponse:
    return _page(room, visitor, EMPTY)


def ask(room: InRoom, visitor: Asking, fields: ProvedForm) -> Response:
    """Show what would be watched, or watch it, as the button that was pressed says."""
    filled = {name: last(fields, name)[:5_000] for name in NAMES}
    wanted = _wanted(room, filled)
    if wanted.faults:
        return _page(room, visitor, filled, faults=wanted.faults, status=422)
    if last(fields, "act") == "preview" and room.doors.preview is not None:
        return _page(room, visitor, filled, preview=room.doors.preview(wanted.monitor))
    if not room.store.add_monitors([wanted.source], [wanted.monitor], room.clock()):
        return _page(room, visitor, filled, faults=("this id is taken; choose another",), status=422)
    return go_to(room, f"/monitors/{wanted.monitor.id}")


def set_active(room: InRoom, monitor_id: MonitorId, fields: ProvedForm) -> RedirectResponse:
    """Pause a monitor or go on; one that the configuration lists is the configuration's."""
    owner_of(room.store, monitor_id)
    if monitor_id in room.doors.listed:
        raise HTTPException(409)
    room.store.set_monitor_active(monitor_id, last(fields, "act") == "go_on")
    return go_to(room, f"/monitors/{monitor_id}")


def made_id(source_id: str, url: str) -> str:
    """An id of source and address for who names none."""
    path = url.split("://", 1)[-1].partition("/")[2].lower()
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in path).split()
    return "-".join([source_id, *words])[:100].strip("-")


def _wanted(room: Room, filled: Mapping[str, str]) -> Wanted:
    faults: list[str] = []
    source = _source(room, filled, faults)
    url = filled["url"].strip()
    if external(url) is None or len(url) > LONGEST_URL:
        faults.append("address: write a whole web address, as https://example.org/visiting")
    elif reason := room.doors.refuses(url):
        faults.append(f"address: {reason}")
    selectors = {name: _selectors(filled[name], name, faults) for name in ("select", "ignore")}
    hours = filled["interval"] if filled["interval"] in INTERVALS else "24"
    monitor = Monitor(
        filled["id"].strip() or made_id(source.id, url), source.id, url, " ".join(filled["title"].split())[:200],
        spider=filled["spider"] if filled["spider"] in SPIDERS else "page",
        fetch=filled["fetch"] if filled["fetch"] in FETCHERS else "auto",
        interval=timedelta(hours=int(hours)), soonest=room.doors.soonest,
        select=selectors["select"], ignore=selectors["ignore"],
    )  # fmt: skip
    faults += monitor_errors(monitor)
    if room.store.monitor(monitor.id) is not None:
        faults.append(f'the id "{monitor.id}" is taken; choose another')
    return Wanted(source, monitor, tuple(faults))


def _source(room: Room, filled: Mapping[str, str], faults: list[str]) -> Source:
    known = room.store.source(filled["source"]) if filled["source"] else None
    if known is not None:
        return known
    kind = filled["kind"] if filled["kind"] in set(SourceKind) else "jail"
    name, county = (" ".join(filled[part].split())[:200] for part in ("name", "county"))
    made = Source(filled["new_source"].strip(), name, SourceKind(kind), filled["jurisdiction"].strip(), county)
    if not made.id:
        faults.append("choose a source, or fill in a new one")
        return made
    if room.store.source(made.id) is not None:
        faults.append(f'the source "{made.id}" is there already; choose it from the list')
    faults += [f"new source: {fault}" for fault in source_errors(made)]
    return made


def _selectors(text: str, name: str, faults: list[str]) -> tuple[str, ...]:
    found = tuple(line.strip() for line in text.splitlines() if line.strip())
    if len(found) > MOST_SELECTORS or any(len(one) > LONGEST_SELECTOR for one in found):
        faults.append(f"{name}: at most {MOST_SELECTORS} selectors of {LONGEST_SELECTOR} characters")
    return found


def _page(
    room: Room,
    visitor: Visitor,
    filled: Mapping[str, str],
    *,
    faults: tuple[str, ...] = (),
    preview: Preview | None = None,
    status: int = 200,
) -> HTMLResponse:
    facts = {
        "filled": filled,
        "faults": faults,
        "preview": preview,
        "segments": preview.segments[:SHOWN_SEGMENTS] if preview else (),
        "can_preview": room.doors.preview is not None,
        "sources": by_name(room.store.sources()),
        "spiders": SPIDERS,
        "fetchers": FETCHERS,
        "intervals": INTERVALS,
    }
    return private_page(room, "watch.html", "/watch", facts, status, visitor)
