"""Patterns across facilities: visits in person by month, news by place and month, a day's texts, contradictions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from monitors.panel import IN_PERSON_FACT, Access, Move, Statement, access_by_month, contradictions
from monitors.places import place_name
from monitors.records import Direction, Source, SourceKind
from monitors.sought import folded_words
from storage import Told
from web.catalogue import jurisdictions, jurisdictions_of
from web.filters import AskedAsOf, AskedPanel
from web.room import InRoom, Room, Shown
from web.views.sources import in_months, month_names

FACILITIES = (SourceKind.JAIL, SourceKind.DOC)
SPEAKERS = (SourceKind.VENDOR, SourceKind.CONTRACT)
MOST_FACILITIES, MOST_PAIRS, AS_OF_PAGE = 300, 100, 50


@dataclass(frozen=True, slots=True)
class FacilityRow:
    """A facility with what held at the end of each month."""

    source: Source
    months: tuple[Access, ...]


@dataclass(frozen=True, slots=True)
class PlaceMonths:
    """A place's restrictive and restorative changes by month."""

    code: str
    restrictive: tuple[int, ...]
    restorative: tuple[int, ...]

    @property
    def name(self) -> str:
        return place_name(self.code)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: who says what since when, in which words."""

    told: Told
    quote: str


def panel(room: InRoom, asked: AskedPanel) -> Shown:
    names = month_names(room.clock())
    where = asked.jurisdiction or ""
    sources = room.store.sources()
    facilities = [one for one in sources if one.kind in FACILITIES and where in ("", one.jurisdiction)]
    since = datetime.fromisoformat(f"{names[0]}-01T00:00:00+00:00")
    rows, counted = room.until_news(
        ("panel", where, names[-1], _stamp(sources)),
        lambda: (_facilities(room, names, where), room.store.months(since, jurisdiction=where)),
    )
    sums = {(one.jurisdiction, one.direction, one.month): one.count for one in counted}
    by_place = [
        PlaceMonths(code, *(_months(sums, code, way, names) for way in (Direction.RESTRICTIVE, Direction.RESTORATIVE)))
        for code in sorted({one.jurisdiction for one in counted}, key=place_name)
    ]  # fmt: skip
    return Shown(
        "panel.html",
        {
            "asked": asked,
            "names": names,
            "rows": rows[:MOST_FACILITIES],
            "more": max(0, len(rows) - MOST_FACILITIES),
            "unknown": len(facilities) - len(rows),
            "months": in_months(names, counted),
            "by_place": by_place,
            "jurisdictions": jurisdictions_of(sources),
        },
        lambda: {
            "months": names,
            "facilities": [{"source": row.source.id, "access": row.months} for row in rows],
            "unknown": len(facilities) - len(rows),
            "places": by_place,
        },
        asked.query(),
    )


def as_of(room: InRoom, asked: AskedAsOf) -> Shown:
    day = asked.day or room.clock().date()
    found = room.store.as_of(
        datetime.combine(day, time.max, UTC), jurisdiction=asked.jurisdiction or "",
        kinds=(asked.kind,) if asked.kind else (), after_id=asked.after or "", limit=AS_OF_PAGE + 1,
    )  # fmt: skip
    page = found[:AS_OF_PAGE]
    following = asked.query(after=page[-1].monitor_id) if len(found) > AS_OF_PAGE else None
    return Shown(
        "as_of.html",
        {
            "asked": asked,
            "day": day,
            "rows": page,
            "following": following,
            "jurisdictions": jurisdictions(room.store),
        },
        lambda: {
            "day": str(day),
            "as_of": page,
            "next": room.address(f"/as-of.json?{following}") if following else None,
        },
        asked.query(),
    )


def disputes(room: InRoom, asked: AskedPanel) -> Shown:
    where = asked.jurisdiction or ""
    pairs = room.until_news(("contradictions", where, _stamp(room.store.sources())), lambda: _pairs(room, where))
    return Shown(
        "contradictions.html",
        {
            "asked": asked,
            "pairs": pairs[:MOST_PAIRS],
            "more": max(0, len(pairs) - MOST_PAIRS),
            "jurisdictions": jurisdictions(room.store),
        },
        lambda: {"contradictions": [{"vendor": one, "facility": other} for one, other in pairs]},
        asked.query(),
    )


def _stamp(sources: Iterable[Source]) -> int:
    """Another one where a source came, went, was named anew or moved: no change tells of that."""
    return hash(tuple(sources))


def _months(
    sums: dict[tuple[str, Direction, str], int], code: str, way: Direction, names: list[str]
) -> tuple[int, ...]:
    return tuple(sums.get((code, way, name), 0) for name in names)


def _facilities(room: Room, names: list[str], where: str) -> list[FacilityRow]:
    """The facilities of which anything is known, by place and name."""
    ends = [_end(name, room.clock()) for name in names]
    moves: dict[str, list[Move]] = {}
    sources: dict[str, Source] = {}
    for one in room.store.told([IN_PERSON_FACT], kinds=FACILITIES, jurisdiction=where):
        moves.setdefault(one.source.id, []).append(Move(one.at, one.before, one.after, one.seen))
        sources[one.source.id] = one.source
    rows = [FacilityRow(sources[name], access_by_month(found, ends)) for name, found in moves.items()]
    return sorted(rows, key=lambda row: (place_name(row.source.jurisdiction), row.source.name.casefold()))


def _end(month: str, now: datetime) -> datetime:
    """The last moment of a month; of the one under way now."""
    year, number = map(int, month.split("-"))
    return min(now, datetime(year, number, monthrange(year, number)[1], 23, 59, 59, tzinfo=UTC))


def _pairs(room: Room, where: str) -> list[tuple[Side, Side]]:
    """What contradicts what, with the words of the first MOST_PAIRS and one more."""
    facilities = room.store.told(kinds=FACILITIES, jurisdiction=where, latest=True)
    vendors = room.store.told(kinds=SPEAKERS, latest=True)
    # A source with a county speaks of that county; of the others the words have to name the facility.
    quotes = room.store.quotes([_key(one) for one in vendors if not one.source.county])
    spoken = [_statement(one, quotes.get(_key(one), "")) for one in vendors]
    called = {one.source.id: _phrases(one.source) for one in facilities}
    found = contradictions(spoken, [_statement(one, "") for one in facilities], called)[: MOST_PAIRS + 1]
    of = {_key(one): one for one in (*vendors, *facilities)}
    quotes = room.store.quotes([(one.change_id, one.name) for pair in found for one in pair])
    return [
        tuple(Side(of[key], quotes.get(key, "")) for key in ((one.change_id, one.name) for one in pair))  # type: ignore[misc]
        for pair in found
    ]


def _key(one: Told) -> tuple[int, str]:
    return one.change_id, one.name


def _statement(one: Told, quote: str) -> Statement:
    source = one.source
    words = " ".join(folded_words(f"{quote} {one.headline}"))
    return Statement(source.id, source.jurisdiction, source.county, one.change_id, one.name, one.after, words)


def _phrases(source: Source) -> tuple[str, ...]:
    """What a vendor would call a facility."""
    names = [source.name, f"{source.county} county" if source.county else ""]
    return tuple(" ".join(folded_words(name)) for name in names if name)
