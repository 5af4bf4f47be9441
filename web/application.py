"""The history browser as an ASGI application: pages over a store, for reading, judging and the readers' own wishes.

What a page may not do it can't: routes are listed below with the least role they take, the pages take GET and HEAD
alone, and nothing but a POST calls a method of the store that writes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache

from fastapi import APIRouter, Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from alerts.settings import MailSettings
from monitors.records import Role
from storage import Store
from web.api import create_api
from web.doors import Doors
from web.errors import add_error_pages
from web.room import READ_ONLY, STATIC, add_page, furnish, gate
from web.safety import SafeAnswers
from web.views import accounts, feeds, joining, login, panel, preferences, takeaway, triage, watching
from web.views.changes import change, changes
from web.views.health import health
from web.views.monitors import comparison, monitor, monitors
from web.views.search import search
from web.views.sources import place, places, source, sources
from web.views.status import status
from web.views.today import today
from web.views.versions import version

View = Callable[..., object]

PAGES = (
    ("/", today),
    ("/changes", changes),
    ("/changes/{change_id}", change),
    ("/changes/{change_id}/evidence", takeaway.evidence),
    ("/search", search),
    ("/monitors", monitors),
    ("/monitors/{monitor_id}", monitor),
    ("/monitors/{monitor_id}/compare", comparison),
    ("/versions/{version_id}", version),
    ("/sources", sources),
    ("/sources/{source_id}", source),
    ("/places", places),
    ("/places/{code}", place),
    ("/panel", panel.panel),
    ("/as-of", panel.as_of),
    ("/contradictions", panel.disputes),
    ("/status", status),
)

# Files to take away, each for whoever may read, or for this role.
FILES: tuple[tuple[str, View, Role | None], ...] = (
    ("/feed.atom", feeds.atom, None),
    ("/feed.json", feeds.json, None),
    ("/changes.csv", takeaway.as_csv, None),
    ("/changes.ndjson", takeaway.as_json_lines, None),
    ("/package.zip", takeaway.as_package, None),
    ("/cases.jsonl", takeaway.as_cases, Role.ANALYST),
    ("/versions/{version_id}/capture", takeaway.capture, Role.VIEWER),
)

# What readers change, each by POST to the page that shows it.
READERS: tuple[tuple[str, View | None, View], ...] = (
    ("/subscribe", joining.form, joining.ask),
    ("/confirm/{token}", joining.question, joining.confirm),
    ("/refuse/{token}", None, joining.refuse),
    ("/preferences/{token}", preferences.show, preferences.change),
    ("/leave/{token}", preferences.leaving, preferences.leave),
    ("/api/subscriptions", None, joining.ask_by_machine),
)

# Who are known here: the page, what is done by POST, and the least role (None: anybody).
PEOPLE: tuple[tuple[str, View | None, View, Role | None], ...] = (
    ("/login", login.form, login.log_in, None),
    ("/logout", None, login.log_out, Role.VIEWER),
    ("/account", accounts.own, accounts.change_own, Role.VIEWER),
    ("/accounts", accounts.everybody, accounts.change_others, Role.ADMIN),
    ("/watch", watching.form, watching.ask, Role.ADMIN),
    ("/monitors/{monitor_id}/active", None, watching.set_active, Role.ADMIN),
    ("/monitors/{monitor_id}/change", watching.change_form, watching.change, Role.ADMIN),
    ("/changes/{change_id}/claim", None, triage.claim, Role.ANALYST),
    ("/changes/{change_id}/say", None, triage.say, Role.ANALYST),
)


def create_app(
    store: Store,
    *,
    base_url: str,
    clock: Callable[[], datetime],
    mail: MailSettings | None = None,
    doors: Doors | None = None,
    public: bool = True,
) -> FastAPI:
    """The application over an open store. base_url: where readers reach it, with the path a proxy puts before it;
    clock: the current time, aware UTC; mail: as the sender of mails has it; public: anybody may read, else only who
    has an account."""
    # No OpenAPI page: its documentation page would load scripts from elsewhere.
    app = FastAPI(title="visitwatch", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.room = furnish(
        store, base_url, clock, mail or MailSettings(base_url=base_url), doors or Doors(), public=public
    )
    app.router.routes.extend(_routes())
    app.mount("/api/v1", create_api(app.state.room), name="api")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_pages(app, app.state.room)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SafeAnswers, base_url=base_url)
    return app


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """What is listed above: made once, since FastAPI looks into every view's parameters for that."""
    router = APIRouter()
    for path, file, role in FILES:
        only = [Depends(gate(role))]
        router.add_api_route(path, file, methods=READ_ONLY, dependencies=only, response_model=None)
    for path, view in PAGES:
        add_page(router, path, view)
    for path, shows, writes in READERS:
        _add_form(router, path, shows, writes, None)
    for path, shows, writes, least in PEOPLE:
        _add_form(router, path, shows, writes, least)
    router.add_api_route("/healthz", health, methods=READ_ONLY)
    return tuple(router.routes)


def _add_form(
    router: APIRouter,
    path: str,
    shows: View | None,
    writes: View,
    role: Role | None,
) -> None:
    only = [Depends(gate(role))] if role else []
    if shows is not None:
        router.add_api_route(path, shows, methods=READ_ONLY, dependencies=only, response_model=None)
    router.add_api_route(path, writes, methods=["POST"], dependencies=only, response_model=None)
