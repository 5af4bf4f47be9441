"""The reading room: what every page needs, and how one view becomes a page for people and its JSON twin."""

# No `from __future__ import annotations` here: FastAPI could not resolve a local name in Annotated[..., Depends(view)].
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from alerts.settings import MailSettings
from alerts.wording import DIRECTION_WORDS, FACT_WORDS, SEVERITY_WORDS, TOPIC_WORDS, fact_value, interval_words, moment
from monitors.places import place_of
from monitors.records import Fact
from storage import Store
from web import choices, wording
from web.twins import plain
from web.visible import external, plain_host, visible

STATIC = Path(__file__).parent / "static"
READ_ONLY = ["GET", "HEAD"]
_STYLE = hashlib.sha256((STATIC / "style.css").read_bytes()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Room:
    """The store, where the room is reached from outside, what time it is, the templates, and the mail settings."""

    store: Store
    base_url: str
    clock: Callable[[], datetime]
    templates: Environment
    mail: MailSettings

    def secret(self) -> str:
        """What proves the links in our mails. Whoever sends mail makes it; until then no link is ours."""
        return self.store.state("secret")

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


def furnish(store: Store, base_url: str, clock: Callable[[], datetime], mail: MailSettings) -> Room:
    """The room over a store."""
    return Room(store, base_url, clock, _templates(prefix_of(base_url)), mail)


def prefix_of(base_url: str) -> str:
    """The path under which a proxy shows the room: "" or "/visits"."""
    return urlsplit(base_url).path.rstrip("/")


def room_of(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


InRoom = Annotated[Room, Depends(room_of)]


def add_page(router: APIRouter, path: str, view: Callable[..., Shown]) -> None:
    """Serve a view at `path` as HTML and at `path`.json as JSON, to GET and HEAD only."""

    # The twin first: "/changes/7.json" would also fit "/changes/{id}".
    @router.api_route(f"{path}.json", methods=READ_ONLY, response_class=JSONResponse)
    def as_json(shown: Annotated[Shown, Depends(view)]) -> JSONResponse:
        return JSONResponse(plain(shown.twin()))

    @router.api_route(path, methods=READ_ONLY, response_class=HTMLResponse)
    def as_page(request: Request, room: InRoom, shown: Annotated[Shown, Depends(view)]) -> HTMLResponse:
        return HTMLResponse(render(room, shown.template, request.url.path, shown.facts, query=shown.query))


def render(room: Room, template: str, path: str, facts: Mapping[str, object], *, query: str | None = None) -> str:
    """A whole page. query: of its twin, None for a page that has none."""
    twin = None if query is None else f"{path}.json" + (f"?{query}" if query else "")
    return room.templates.get_template(template).render(facts, now=room.clock(), here=path, twin=twin)


def fact_name(fact: Fact) -> str:
    return FACT_WORDS.get(fact.name, fact.name.replace("_", " "))


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
        external=external,
        plain_host=plain_host,
        place_of=place_of,
        moment=moment,
        interval_words=interval_words,
        fact_value=fact_value,
        fact_name=fact_name,
        seconds=timedelta.total_seconds,
        directions=DIRECTION_WORDS,
        severities=SEVERITY_WORDS,
        topics=TOPIC_WORDS,
        words=wording,
        choices=choices,
    )
    return environment
