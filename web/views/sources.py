"""Sources and places: who and where, how their monitors stand, what changed with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fastapi import HTTPException
from markupsafe import Markup

from monitors.places import place_name
from monitors.records import Direction, Source
from storage import MonitorQuery, Standing
from storage.months import MonthCount
from web.catalogue import by_name
from web.charts import columns
from web.filters import AskedSources, ChangesAsked, PlaceCode, SourceId
from web.room import InRoom, Room, Shown
from web.standing import Coverage, coverage, listed, monitor_line
from web.twins import change_line

MONTHS = 12
LISTED = 20
PAGE = 200
_TOLD = (Direction.RESTRICTIVE, Direction.RESTORATIVE)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month's news: restrictive, restorative and all other."""

    month: str
    restrictive: int
    restorative: int
    other: int


@dataclass(frozen=True, slots=True)
class Months:
    """The last months, oldest first, with a chart of each direction on one scale."""

    rows: tuple[MonthRow, ...]
    restrictive: Markup
    restorative: Markup

    @property
    def any(self) -> bool:
        return any(row.restrictive or row.restorative or row.other for row in self.rows)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its sources and how its monitors stand."""

    code: str
    name: str
    sources: int
    coverage: Coverage


def sources(room: InRoom, asked: AskedSources) -> Shown:
    known = by_name(room.store.sources())
    first = next((at for at, one in enumerate(known, 1) if one.id == asked.after), 0)
    page = known[first : first + PAGE]
    following = asked.query(after=page[-1].id) if first + PAGE < len(known) else None
    stand = room.store.count_standings(by="source")
    rows = [(source, _coverage(stand.get(source.id, {}))) for source in page]
    return Shown(
        "sources.html",
        {"rows": rows, "total": len(known), "following": following},
        lambda: {
            "sources": [{**_facts(source), "coverage": found} for source, found in rows],
            "next": room.address(f"/sources.json?{following}") if following else None,
        },
        asked.query(),
    )


def source(room: InRoom, source_id: SourceId) -> Shown:
    found = room.store.source(source_id)
    if found is None:
        raise HTTPException(404)
    rows = listed(room.store.list_monitors(MonitorQuery(sources=(source_id,), limit=200)))
    changes = room.store.changes(ChangesAsked(source=(source_id,)).wanted(limit=LISTED))
    counted = last_months(room, source=source_id)
    return Shown(
        "source.html",
        {
            "source": found,
            "rows": rows,
            "coverage": coverage(room.store.count_standings(source=source_id)),
            "changes": changes,
            "listed": LISTED,
            "reviews": room.store.reviews([row.change.id for row in changes]),
            "months": counted,
        },
        lambda: {
            **_facts(found),
            "monitors": [monitor_line(row) for row in rows],
            "changes": [change_line(row) for row in changes],
            "months": counted.rows,
        },
    )


def places(room: InRoom) -> Shown:
    stand = room.store.count_standings(by="jurisdiction")
    counts: dict[str, int] = {}
    for one in room.store.sources():
        counts[one.jurisdiction] = counts.get(one.jurisdiction, 0) + 1
    rows = [PlaceRow(code, place_name(code), counts[code], _coverage(stand.get(code, {}))) for code in counts]
    rows.sort(key=lambda row: row.name)
    return Shown("places.html", {"rows": rows}, lambda: {"places": rows})


def place(room: InRoom, code: PlaceCode) -> Shown:
    here = by_name(one for one in room.store.sources() if one.jurisdiction == code)
    if not here:
        raise HTTPException(404)
    stand = room.store.count_standings(by="source", jurisdiction=code)
    changes = room.store.changes(ChangesAsked(jurisdiction=(code,)).wanted(limit=LISTED))
    counted = last_months(room, jurisdiction=code)
    rows = [(one, _coverage(stand.get(one.id, {}))) for one in here]
    return Shown(
        "place.html",
        {
            "code": code,
            "name": place_name(code),
            "rows": rows,
            "coverage": coverage(stand),
            "changes": changes,
            "listed": LISTED,
            "reviews": room.store.reviews([row.change.id for row in changes]),
            "months": counted,
        },
        lambda: {
            "code": code,
            "name": place_name(code),
            "sources": [{**_facts(one), "coverage": found} for one, found in rows],
            "changes": [change_line(row) for row in changes],
            "months": counted.rows,
        },
    )


def last_months(room: Room, *, jurisdiction: str = "", source: str = "") -> Months:
    """The news of the last twelve months, the one under way included."""
    names = month_names(room.clock())
    since = datetime.fromisoformat(f"{names[0]}-01T00:00:00+00:00")
    return in_months(names, room.store.months(since, jurisdiction=jurisdiction, source=source))


def month_names(now: datetime, count: int = MONTHS) -> list[str]:
    """The last months as "2026-03", oldest first."""
    names, day = [], now.date().replace(day=1)
    for _ in range(count):
        names.append(f"{day:%Y-%m}")
        day = (day - timedelta(days=1)).replace(day=1)
    return names[::-1]


def in_months(names: list[str], counted: Iterable[MonthCount]) -> Months:
    sums: dict[tuple[str, Direction], int] = {}
    for one in counted:
        way = one.direction if one.direction in _TOLD else Direction.NEUTRAL
        sums[one.month, way] = sums.get((one.month, way), 0) + one.count
    rows = [MonthRow(name, *(sums.get((name, way), 0) for way in (*_TOLD, Direction.NEUTRAL))) for name in names]
    most = max(max(row.restrictive, row.restorative) for row in rows)
    return Months(
        tuple(rows),
        columns([(_short(row.month), row.restrictive) for row in rows], "restrictive", most),
        columns([(_short(row.month), row.restorative) for row in rows], "restorative", most),
    )


def _short(month: str) -> str:
    return f"{date.fromisoformat(month + '-01'):%b %Y}"


def _coverage(counts: dict[Standing, int]) -> Coverage:
    return coverage({"": counts})


def _facts(one: Source) -> dict[str, object]:
    return {
        "id": one.id, "name": one.name, "kind": one.kind, "jurisdiction": one.jurisdiction, "county": one.county,
    }  # fmt: skip
