"""The history browser as an ASGI application: pages over a store, for reading, and the readers' own pages.

What a page may not do it can't: the history's routes take GET and HEAD alone, and nothing but a POST to one of the
readers' pages calls a method of the store that writes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from alerts.settings import MailSettings
from storage import Store
from web.errors import add_error_pages
from web.room import READ_ONLY, STATIC, add_page, furnish
from web.safety import SafeAnswers
from web.views import feeds, joining, preferences
from web.views.changes import change, changes
from web.views.health import health
from web.views.monitors import monitor, monitors
from web.views.status import status
from web.views.today import today
from web.views.versions import version

PAGES = (
    ("/", today),
    ("/changes", changes),
    ("/changes/{change_id}", change),
    ("/monitors", monitors),
    ("/monitors/{monitor_id}", monitor),
    ("/versions/{version_id}", version),
    ("/status", status),
)


# What readers change, each by POST to the page that shows it.
READERS = (
    ("/subscribe", joining.form, joining.ask),
    ("/confirm/{token}", joining.question, joining.confirm),
    ("/refuse/{token}", None, joining.refuse),
    ("/preferences/{token}", preferences.show, preferences.change),
    ("/leave/{token}", preferences.leaving, preferences.leave),
    ("/api/subscriptions", None, joining.ask_by_machine),
)


def create_app(
    store: Store, *, base_url: str, clock: Callable[[], datetime], mail: MailSettings | None = None
) -> FastAPI:
    """The application over an open store. base_url: where readers reach it, with the path a proxy puts before it;
    clock: the current time, aware UTC; mail: as the sender of mails has it."""
    # No OpenAPI page: its documentation page would load scripts from elsewhere.
    app = FastAPI(title="visitwatch", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.room = furnish(store, base_url, clock, mail or MailSettings(base_url=base_url))
    for path, view in PAGES:
        add_page(app.router, path, view)
    for path, shows, writes in READERS:
        if shows is not None:
            app.router.add_api_route(path, shows, methods=READ_ONLY)
        app.router.add_api_route(path, writes, methods=["POST"])
    app.router.add_api_route("/feed.atom", feeds.atom, methods=READ_ONLY)
    app.router.add_api_route("/feed.json", feeds.json, methods=READ_ONLY)
    app.router.add_api_route("/healthz", health, methods=READ_ONLY)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_pages(app, app.state.room)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SafeAnswers, base_url=base_url)
    return app
