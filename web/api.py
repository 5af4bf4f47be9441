"""The API for programs, /api/v1: what the pages say, and what analysts may do, under stable names.

A program shows a key (`X-API-Key` or `Authorization: Bearer`); where everybody may read, reading takes none. Cookies
count for nothing here, so no page of another site can use a login. Lists are read on from the last id, never by number
of page. Errors are problem+json.
"""

# No `from __future__ import annotations` here: FastAPI could not resolve a local name in Annotated[..., Depends(view)].
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.routing import BaseRoute

from monitors.diff import compare
from monitors.records import Account, Annotation, Direction, Label, Role, Severity, SourceKind, Topic
from web.catalogue import one_row, owner_of
from web.errors import add_error_pages
from web.filters import (
    LARGEST_ID,
    LARGEST_PAGE,
    AskedChanges,
    AskedMonitors,
    AskedSearch,
    MonitorId,
    PlaceCode,
    RowId,
    SourceId,
)
from web.room import InRoom, Room
from web.standing import counted_at, coverage_by_kind, listed, monitor_line
from web.twins import change_line, plain, snapshot_facts, version_stamp, whole_change
from web.views import feeds
from web.views.search import search
from web.views.triage import LONGEST_NOTE, keep
from web.visitor import NOT_ALLOWED

Before = Annotated[int | None, Query(ge=1, le=LARGEST_ID, description="go on before this id")]
After = Annotated[int, Query(ge=0, le=LARGEST_ID, description="go on after this id")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
Day = Annotated[date, Path(description="a day, UTC: what was said at its end", examples=["2026-03-03"])]
Number = Annotated[int, Path(ge=1, le=LARGEST_ID)]
FactName = Annotated[str, Query(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[str] = []


class Saying(BaseModel):
    """What an analyst says of a change; None: the reading was right there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    direction: Direction | None = None
    severity: Severity | None = None
    topics: Annotated[tuple[Topic, ...], Field(max_length=20)] | None = None


def caller_of(request: Request, room: InRoom) -> Account | None:
    """Whose key the program shows. Raises 401 for one that is not known."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    key = request.headers.get("x-api-key") or (token.strip() if scheme.lower() == "bearer" else "")
    if not key:
        return None
    account = room.store.key_account(key, room.clock()) if len(key) <= 200 else None
    if account is None:
        raise HTTPException(401)
    return account


Calling = Annotated[Account | None, Depends(caller_of)]


def allowed(role: Role | None) -> Callable[..., None]:
    def check(room: InRoom, caller: Calling) -> None:
        needed = role or (None if room.public else Role.VIEWER)
        if needed is None:
            return
        if caller is None:
            raise HTTPException(401, headers={"www-authenticate": "Bearer"})
        if caller.role.rank < needed.rank:
            raise HTTPException(403, NOT_ALLOWED)

    return check


def sources(room: InRoom) -> Any:
    return {"sources": room.store.sources()}


def source(room: InRoom, source_id: SourceId) -> Any:
    found = room.store.source(source_id)
    if found is None:
        raise HTTPException(404)
    return found


def monitors(room: InRoom, asked: AskedMonitors) -> Any:
    rows = listed(room.store.list_monitors(asked.wanted(limit=asked.limit + 1)))
    page = rows[: asked.limit]
    following = asked.query(after=page[-1].monitor.id) if len(rows) > asked.limit else ""
    return _listing(room, "monitors", [monitor_line(row) for row in page], "/monitors", following)


def monitor(room: InRoom, monitor_id: MonitorId) -> Any:
    return monitor_line(one_row(room.store, monitor_id))


def versions(room: InRoom, monitor_id: MonitorId) -> Any:
    owner_of(room.store, monitor_id)
    return {"versions": [version_stamp(one) for one in room.store.versions(monitor_id)]}


def as_of(room: InRoom, monitor_id: MonitorId, day: Day) -> Any:
    """The version that was the latest at the end of that day, with its text."""
    owner_of(room.store, monitor_id)
    number = room.store.version_at(monitor_id, end_of(day))
    if not number:
        raise HTTPException(404)
    return _version(room, number)


def all_as_of(
    room: InRoom,
    day: Day,
    jurisdiction: Annotated[str, Query(pattern=r"^(US(-[A-Z]{2})?)?$")] = "",
    kind: SourceKind | None = None,
    after: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Any:
    """What every page said at the end of that day, with the good checks around it."""
    found = room.store.as_of(
        end_of(day), jurisdiction=jurisdiction, kinds=(kind,) if kind else (), after_id=_clean(after), limit=limit
    )
    return {"as_of": found, "next_after": found[-1].monitor_id if len(found) == limit else None}


def difference(room: InRoom, monitor_id: MonitorId, old: Number, new: Number) -> Any:
    owner_of(room.store, monitor_id)
    pair = [room.store.version(one) for one in (old, new)]
    before, after = pair
    if before is None or after is None or {before.monitor_id, after.monitor_id} != {monitor_id}:
        raise HTTPException(404)
    found = compare(before.segments, after.segments, fetched_before=before.at.date(), fetched_after=after.at.date())
    return {
        "old": version_stamp(before), "new": version_stamp(after), "grade": found.grade, "passages": found.passages,
    }  # fmt: skip


def version(room: InRoom, version_id: RowId) -> Any:
    return _version(room, version_id)


def changes(room: InRoom, asked: AskedChanges) -> Any:
    rows = room.store.changes(asked.wanted(limit=asked.limit + 1))
    page = rows[: asked.limit]
    following = asked.query(before=page[-1].change.id) if len(rows) > asked.limit else ""
    return _listing(room, "changes", [change_line(row) for row in page], "/changes", following)


def change(room: InRoom, change_id: RowId) -> Any:
    found = room.store.change(change_id)
    if found is None:
        raise HTTPException(404)
    owner, whose = owner_of(room.store, found.monitor_id)
    return {**whole_change(found, owner, whose), "review": room.store.review(change_id).state}


def annotations(room: InRoom, change_id: RowId, caller: Calling) -> Any:
    """What analysts said; who said it only for those with a key."""
    if room.store.change(change_id) is None:
        raise HTTPException(404)
    said = plain(room.store.annotations(change_id))
    if caller is None:
        for one in said:
            del one["author"]
    return {"annotations": said, "review": room.store.review(change_id).state}


def annotate(room: InRoom, change_id: RowId, saying: Saying, caller: Calling) -> Any:
    """Say what a change is. Of a wrong alert whoever was told it hears so."""
    if room.store.change(change_id) is None:
        raise HTTPException(404)
    assert caller is not None
    note = " ".join(saying.note.split())
    corrected: dict[str, Any] = {}
    if saying.label is not Label.NOTE:
        topics = tuple(one.value for one in saying.topics) if saying.topics else None
        corrected = {"direction": saying.direction, "severity": saying.severity, "topics": topics}
    keep(room, Annotation(change_id, caller.name, room.clock(), saying.label.value, note, **corrected))
    return {"review": room.store.review(change_id).state}


def claim(room: InRoom, change_id: RowId, caller: Calling) -> Any:
    assert caller is not None
    review = room.store.claim_change(change_id, caller.name, room.clock())
    if review is None:
        raise HTTPException(404)
    if review.claimed_by != caller.name:
        raise HTTPException(409)
    return review


def release(room: InRoom, change_id: RowId, caller: Calling) -> Any:
    assert caller is not None
    if room.store.change(change_id) is None:
        raise HTTPException(404)
    return room.store.release_change(change_id, caller.name)


def checks(
    room: InRoom,
    monitor: Annotated[str, Query(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=100)] | None = None,
    before: Before = None,
    limit: Limit = 100,
) -> Any:
    """Visits, newest first."""
    found = room.store.checks_before(monitor or "", before, limit)
    return {
        "checks": [{"id": number, **plain(check)} for number, check in found],
        "next_before": found[-1][0] if len(found) == limit else None,
    }


def coverage(room: InRoom) -> Any:
    """How many monitors stand how, by kind of source, and how the checks of the last day went."""
    now = room.clock()
    standings = room.store.standings(now)
    return {
        "at": now,
        "counted_at": counted_at(standings, now),
        "kinds": coverage_by_kind(standings.counts),
        "checks": room.store.count_checks(now - timedelta(days=1)),
        "newest_check": room.store.newest_check(),
    }


def facts(
    room: InRoom,
    name: FactName | None = None,
    monitor: Annotated[str, Query(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=100)] | None = None,
    after: After = 0,
    limit: Limit = 100,
) -> Any:
    """Facts that changes moved, oldest first."""
    found = room.store.moved_facts(monitor_id=monitor or "", name=name or "", after_id=after, limit=limit)
    return {"facts": found, "next_after": found[-1].id if len(found) == limit else None}


def lookup(room: InRoom, asked: AskedSearch) -> Any:
    return search(room, asked).twin()


def months(room: InRoom, code: PlaceCode) -> Any:
    """Visiting news of the last year by month and direction."""
    return {"months": room.store.months(room.clock() - timedelta(days=366), jurisdiction=code)}


ROUTES: tuple[tuple[str, str, Callable[..., Any], Role | None], ...] = (
    ("GET", "/sources", sources, None),
    ("GET", "/sources/{source_id}", source, None),
    ("GET", "/monitors", monitors, None),
    ("GET", "/monitors/{monitor_id}", monitor, None),
    ("GET", "/monitors/{monitor_id}/versions", versions, None),
    ("GET", "/monitors/{monitor_id}/as-of/{day}", as_of, None),
    ("GET", "/monitors/{monitor_id}/diff/{old}/{new}", difference, None),
    ("GET", "/as-of/{day}", all_as_of, None),
    ("GET", "/versions/{version_id}", version, None),
    ("GET", "/changes", changes, None),
    ("GET", "/changes/{change_id}", change, None),
    ("GET", "/changes/{change_id}/annotations", annotations, None),
    ("POST", "/changes/{change_id}/annotations", annotate, Role.ANALYST),
    ("POST", "/changes/{change_id}/claim", claim, Role.ANALYST),
    ("DELETE", "/changes/{change_id}/claim", release, Role.ANALYST),
    ("GET", "/checks", checks, None),
    ("GET", "/coverage", coverage, None),
    ("GET", "/facts", facts, None),
    ("GET", "/search", lookup, None),
    ("GET", "/places/{code}/months", months, None),
    ("GET", "/feed.atom", feeds.atom, None),
    ("GET", "/feed.json", feeds.json, None),
)
# What answers in a form of its own: feeds, here too because a feed reader has a key but no login.
OWN_FORMS = {feeds.atom: "application/atom+xml", feeds.json: "application/feed+json"}


def create_api(room: Room) -> FastAPI:
    """The API over a room, to be mounted at /api/v1."""
    api = FastAPI(
        title="visitwatch", version="1", description=__doc__.strip(), docs_url=None, redoc_url=None,
        openapi_url="/openapi.json", separate_input_output_schemas=False,
    )  # fmt: skip
    api.state.room = room
    api.router.routes.extend(_routes())
    add_error_pages(api, room)
    return api


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """What is listed above, made once."""
    router = APIRouter()
    told = {"model": Problem, "content": {"application/problem+json": {}}}
    for method, path, view, role in ROUTES:
        numbers = [422, 401, 403, *([404] if "{" in path else []), *([409] if view is claim else [])]
        problems: dict[int | str, dict[str, Any]] = {number: {**told, "description": "a problem"} for number in numbers}
        form = OWN_FORMS.get(view)
        if form:
            problems[200] = {"description": "the newest changes as a feed", "content": {form: {}}}
        router.add_api_route(
            path, view if form else _plainly(view), methods=[method], dependencies=[Depends(allowed(role))],
            responses=problems,
            summary=(view.__doc__ or view.__name__).splitlines()[0].rstrip("."), name=view.__name__,
            response_class=Response if form else JSONResponse, response_model=None,
        )  # fmt: skip
    return tuple(router.routes)


def end_of(day: date) -> datetime:
    """The last moment of a day, UTC. Raises 422 for a day that no database knows."""
    if not date(1990, 1, 1) <= day <= date(2200, 1, 1):
        raise HTTPException(422)
    return datetime.combine(day, time.max, UTC)


def _plainly(view: Callable[..., Any]) -> Callable[..., JSONResponse]:
    """The view with its dataclasses as JSON."""

    def answer(said: Annotated[Any, Depends(view)]) -> JSONResponse:
        return JSONResponse(plain(said))

    return answer


def _version(room: Room, number: int) -> Any:
    found = room.store.version(number)
    if found is None:
        raise HTTPException(404)
    return {
        **(version_stamp(found) or {}),
        "capture": snapshot_facts(room.store.snapshot(found.snapshot, found.monitor_id)),
        "text": found.text,
        "segments": found.segments,
    }


def _listing(room: Room, name: str, rows: list[Any], path: str, following: str) -> Any:
    return {name: rows, "next": room.address(f"/api/v1{path}?{following}") if following else None}


def _clean(text: str) -> str:
    return "".join(one for one in text if one.isprintable() and not 0xD800 <= ord(one) <= 0xDFFF)
