"""The history browser as an ASGI application: pages over a store, for reading only.

What it may not do it can't: every route takes GET and HEAD alone, and no view calls a method of the store that writes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from storage import Store
from web.errors import add_error_pages
from web.room import READ_ONLY, STATIC, add_page, furnish
from web.safety import SafeAnswers
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


def create_app(store: Store, *, base_url: str, clock: Callable[[], datetime]) -> FastAPI:
    """The application over an open store. base_url: where readers reach it, with the path a proxy puts before it;
    clock: the current time, aware UTC."""
    # No OpenAPI page: its documentation page would load scripts from elsewhere.
    app = FastAPI(title="visitwatch", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.room = furnish(store, base_url, clock)
    for path, view in PAGES:
        add_page(app.router, path, view)
    app.router.add_api_route("/healthz", health, methods=READ_ONLY)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_pages(app, app.state.room)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(SafeAnswers, base_url=base_url)
    return app
