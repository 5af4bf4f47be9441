"""The reading room: what every page needs, and how one view becomes a page for people and its JSON twin."""

# No `from __future__ import annotations` here: FastAPI could not resolve a local name in Annotated[..., Depends(view)].
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from alerts.reasons import WORDS_OF_THE_PAGE, reason_words, words_title
from alerts.settings import MailSettings
from alerts.wording import (
    DIRECTION_WORDS,
    FACT_WORDS,
    SEVERITY_WORDS,
    TOPIC_WORDS,
    count_words,
    fact_value,
    happened_words,
    interval_words,
    meaning_words,
    moment,
)
from monitors.places import place_of
from monitors.records import Fact, Role
from monitors.tongue import tongue
from storage import Store
from web import choices, wording
from web.doors import Doors
from web.twins import plain
from web.visible import external, plain_host, visible
from web.visitor import ANYBODY, COOKIE, NOT_ALLOWED, Visitor

T = TypeVar("T")
STATIC = Path(__file__).parent / "static"
READ_ONLY = ["GET", "HEAD"]
MOST_REMEMBERED = 100
_STYLE, _KEYS = (hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12] for name in ("style.css", "keys.js"))


@dataclass(frozen=True, slots=True)
class Room:
    """The store, where the room is reached from outside, what time it is, the templates, the mail settings, what app/
    does for the room, and whether anybody may read."""

    store: Store
    base_url: str
    clock: Callable[[], datetime]
    templates: Environment
    mail: MailSettings
    doors: Doors
    public: bool = True
    worked_out: dict[object, tuple[int, Any]] = field(default_factory=dict)

    def until_news(self, key: object, work_out: Callable[[], T]) -> T:
        """What follows from changes and facts alone, worked out anew when a change came in."""
        newest = self.store.newest_change()
        known = self.worked_out.get(key)
        if known is None or known[0] != newest:
            if len(self.worked_out) >= MOST_REMEMBERED:
                self.worked_out.clear()
            known = self.worked_out[key] = (newest, work_out())
        found: T = known[1]
        return found

    def secret(self) -> str:
        """What proves the links in our mails. Whoever sends mail makes it; until then no link is ours."""
        return self.store.state("secret")

    @property
    def prefix(self) -> str:
        return prefix_of(self.base_url)

    def address(self, path: str) -> str:
        """A page's address with scheme and host, as mails and twins give it."""
        return self.base_url.rstrip("/") + path


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view has to show. query: the filters it obeyed, canonical, for the link to the twin; twin: makes what the
    JSON says, called only when JSON is asked for."""

    template: str
    facts: Mapping[str, object]
    twin: Callable[[], object]
    query: str = ""


def furnish(
    store: Store, base_url: str, clock: Callable[[], datetime], mail: MailSettings, doors: Doors, *, public: bool
) -> Room:
    """The room over a store."""
    return Room(store, base_url, clock, _templates(prefix_of(base_url)), mail, doors, public)


def prefix_of(base_url: str) -> str:
    """The path under which a proxy shows the room: "" or "/visits"."""
    return urlsplit(base_url).path.rstrip("/")


def room_of(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


InRoom = Annotated[Room, Depends(room_of)]


def visitor_of(request: Request, room: InRoom) -> Visitor:
    """Who asks, by the session in the cookie."""
    token = request.cookies.get(COOKIE, "")
    account = room.store.session_account(token, room.clock()) if 20 <= len(token) <= 100 else None
    visitor = Visitor(account, token if account else "")
    request.state.visitor = visitor
    return visitor


Asking = Annotated[Visitor, Depends(visitor_of)]


def gate(role: Role | None) -> Callable[..., None]:
    """Lets those through who have at least this role; None: whoever may read. 401 asks to log in, 403 says no."""

    def check(room: InRoom, visitor: Asking) -> None:
        needed = role or (None if room.public else Role.VIEWER)
        if needed is None:
            return
        if visitor.account is None:
            raise HTTPException(401)
        if not visitor.may(needed):
            raise HTTPException(403, NOT_ALLOWED)

    return check


def add_page(router: APIRouter, path: str, view: Callable[..., Shown], role: Role | None = None) -> None:
    """Serve a view at `path` as HTML and at `path`.json as JSON, to GET and HEAD only, to those with this role."""
    only = [Depends(gate(role))]

    # The twin first: "/changes/7.json" would also fit "/changes/{id}".
    @router.api_route(f"{path}.json", methods=READ_ONLY, response_class=JSONResponse, dependencies=only)
    def as_json(shown: Annotated[Shown, Depends(view)]) -> JSONResponse:
        return JSONResponse(plain(shown.twin()))

    @router.api_route(path, methods=READ_ONLY, response_class=HTMLResponse, dependencies=only)
    def as_page(
        request: Request, room: InRoom, visitor: Asking, shown: Annotated[Shown, Depends(view)]
    ) -> HTMLResponse:
        page = render(room, shown.template, request.url.path, shown.facts, query=shown.query, visitor=visitor)
        return HTMLResponse(page, headers=visitor.headers)


def render(
    room: Room,
    template: str,
    path: str,
    facts: Mapping[str, object],
    *,
    query: str | None = None,
    visitor: Visitor = ANYBODY,
) -> str:
    """A whole page. query: of its twin, None for a page that has none; visitor: whom it greets."""
    twin = None if query is None else f"{path}.json" + (f"?{query}" if query else "")
    known = {"now": room.clock(), "here": path, "twin": twin, "visitor": visitor}
    return room.templates.get_template(template).render(facts, **known)


def fact_name(fact: Fact) -> str:
    return fact_title(fact.name)


def fact_title(name: str) -> str:
    return FACT_WORDS.get(name, name.replace("_", " "))


@lru_cache(maxsize=8)
def _templates(prefix: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.globals.update(
        to=lambda path: prefix + path,
        style=f"{prefix}/static/style.css?v={_STYLE}",
        keys=f"{prefix}/static/keys.js?v={_KEYS}",
        external=external,
        plain_host=plain_host,
        place_of=place_of,
        moment=moment,
        interval_words=interval_words,
        happened_words=happened_words,
        meaning_words=meaning_words,
        count_words=count_words,
        reason_words=reason_words,
        words_title=words_title,
        WORDS_OF_THE_PAGE=WORDS_OF_THE_PAGE,
        tongue=tongue,
        fact_value=fact_value,
        fact_name=fact_name,
        fact_title=fact_title,
        seconds=timedelta.total_seconds,
        directions=DIRECTION_WORDS,
        severities=SEVERITY_WORDS,
        topics=TOPIC_WORDS,
        words=wording,
        choices=choices,
    )
    return environment
