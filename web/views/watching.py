"""Monitors by hand: look at a page as the watching would see it, add it, change what of it is watched, pause it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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

INTERVALS = {"1": "every hour", "6": "every 6 hours", "12": "every 12 hours", "24": "every day", "168": "every week"}
SHOWN_SEGMENTS = 400
NAMES = (
    "url", "title", "id", "source", "new_source", "name", "kind", "jurisdiction", "county", "spider", "fetch",
    "interval", "select", "ignore",
)  # fmt: skip
# What can be changed of a monitor that is there.
CHANGEABLE = ("url", "title", "fetch", "interval", "select", "ignore")
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


def change_form(room: InRoom, visitor: Asking, monitor_id: MonitorId) -> HTMLResponse:
    """What is watched of a page, to be changed; of one that the configuration lists, to be tried."""
    monitor, _ = owner_of(room.store, monitor_id)
    return _page(room, visitor, _written(monitor), monitor=monitor)


def change(room: InRoom, visitor: Asking, monitor_id: MonitorId, fields: ProvedForm) -> Response:
    """Show what would be watched then, or watch that from now on."""
    known, _ = owner_of(room.store, monitor_id)
    filled = _written(known) | {name: last(fields, name)[:5_000] for name in CHANGEABLE}
    faults: list[str] = []
    url = _address(room, filled, faults)
    monitor = replace(
        known, url=url, title=_title(filled), fetch=filled["fetch"] if filled["fetch"] in FETCHERS else known.fetch,
        interval=_interval(filled["interval"], known), select=_lines(filled["select"]), ignore=_lines(filled["ignore"]),
    )  # fmt: skip
    faults += monitor_errors(monitor)
    if faults:
        return _page(room, visitor, filled, faults=tuple(faults), status=422, monitor=known)
    if last(fields, "act") == "preview" and room.doors.preview is not None:
        return _page(room, visitor, filled, preview=room.doors.preview(monitor), monitor=known)
    if monitor_id in room.doors.listed:
        raise HTTPException(409)
    room.store.change_monitor(monitor, room.clock())
    return go_to(room, f"/monitors/{monitor_id}")


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
    url = _address(room, filled, faults)
    monitor = Monitor(
        filled["id"].strip() or made_id(source.id, url), source.id, url, _title(filled),
        spider=filled["spider"] if filled["spider"] in SPIDERS else "page",
        fetch=filled["fetch"] if filled["fetch"] in FETCHERS else "auto",
        interval=_interval(filled["interval"]), soonest=room.doors.soonest,
        select=_lines(filled["select"]), ignore=_lines(filled["ignore"]),
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


def _address(room: Room, filled: Mapping[str, str], faults: list[str]) -> str:
    url = filled["url"].strip()
    if external(url) is None or len(url) > LONGEST_URL:
        faults.append("address: write a whole web address, as https://example.org/visiting")
    elif reason := room.doors.refuses(url):
        faults.append(f"address: {reason}")
    return url


def _title(filled: Mapping[str, str]) -> str:
    return " ".join(filled["title"].split())[:200]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _interval(given: str, known: Monitor | None = None) -> timedelta:
    """One of those offered, by its hours; else as it was."""
    if given in INTERVALS:
        return timedelta(hours=int(given))
    return known.interval if known else timedelta(hours=24)


def _written(monitor: Monitor) -> dict[str, str]:
    """A monitor as its form has it."""
    return EMPTY | {
        "url": monitor.url, "title": monitor.title, "fetch": monitor.fetch,
        "interval": f"{monitor.interval / timedelta(hours=1):g}", "select": "\n".join(monitor.select),
        "ignore": "\n".join(monitor.ignore),
    }  # fmt: skip


def _page(
    room: Room,
    visitor: Visitor,
    filled: Mapping[str, str],
    *,
    faults: tuple[str, ...] = (),
    preview: Preview | None = None,
    status: int = 200,
    monitor: Monitor | None = None,
) -> HTMLResponse:
    """monitor: the one to be changed, None where a new one is added."""
    known = _written(monitor)["interval"] if monitor else "24"
    offered = INTERVALS if known in INTERVALS else INTERVALS | {known: "as it is now"}
    facts = {
        "monitor": monitor,
        "from_config": monitor is not None and monitor.id in room.doors.listed,
        "filled": filled,
        "faults": faults,
        "preview": preview,
        "segments": preview.segments[:SHOWN_SEGMENTS] if preview else (),
        "can_preview": room.doors.preview is not None,
        "sources": by_name(room.store.sources()),
        "spiders": SPIDERS,
        "fetchers": FETCHERS,
        "intervals": offered,
    }
    path = f"/monitors/{monitor.id}/change" if monitor else "/watch"
    return private_page(room, "watch.html", path, facts, status, visitor)
