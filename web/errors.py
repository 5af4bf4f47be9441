"""Answers to what can't be answered: in the shell of the other pages, or as problem+json (RFC 9457) below `.json`.

Nothing that the reader sent is repeated, neither value nor unknown name.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from storage import StoreError
from web.room import READ_ONLY, Room, render
from web.safety import SAFE_HEADERS
from web.visitor import ANYBODY, NOT_ALLOWED

log = logging.getLogger("visitwatch.web")

TITLES = {
    401: "Please log in",
    403: "Not from another page",
    409: "Not possible as it stands",
    429: "Too many tries",
    404: "Not found",
    405: "Nothing can be changed here",
    422: "This address asks for something that does not exist",
    413: "Too long",
    500: "Something is broken here",
    503: "The database does not answer",
}
DETAILS = {
    404: "There is no such page. It may have been mistyped, or it names something that is not in the database.",
    405: "These pages can only be read.",
    409: "Somebody else has it, or the configuration does.",
    413: "A filled form is much shorter.",
    401: "Only people with an account can do this.",
    403: "This form was sent by a page of another site, or you logged out. Open it here and fill it in again.",
    429: "Wait a quarter of an hour and try again.",
    500: "The failure was logged. Other pages may still work.",
    503: "Try again in a minute. If it stays so, the operator finds the reason in the log.",
}


def add_error_pages(app: FastAPI, room: Room) -> None:
    """Give every kind of failure its page."""

    def answer(
        request: Request, status: int, reasons: Sequence[str] = (), headers: dict[str, str] | None = None
    ) -> Response:
        title, detail = TITLES.get(status, "This can't be answered"), DETAILS.get(status, "")
        if reasons == (NOT_ALLOWED,):
            title, detail, reasons = "Not with this account", "It takes another role; an admin can give it.", ()
        if wants_json(request):
            said = list(reasons)
            problem = {"type": "about:blank", "title": title, "status": status, "detail": detail, "errors": said}
            return JSONResponse(problem, status, headers, media_type="application/problem+json")
        facts = {"title": title, "detail": detail, "reasons": reasons}
        visitor = getattr(request.state, "visitor", ANYBODY)
        return HTMLResponse(render(room, "error.html", request.url.path, facts, visitor=visitor), status, headers)

    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        asks_page = request.method in READ_ONLY and not wants_json(request)
        if error.status_code == 401 and asks_page:
            here = quote(request.url.path + (f"?{request.url.query}" if request.url.query else ""), safe="")
            return RedirectResponse(f"{room.prefix}/login?next={here}", 303, {"cache-control": "no-store"})
        why = (NOT_ALLOWED,) if error.detail == NOT_ALLOWED else ()
        return answer(request, error.status_code, why, dict(error.headers or {}))

    def misasked(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        if not wants_json(request) and all(fault["loc"][0] == "path" for fault in error.errors()):
            return answer(request, 404)  # "/changes/abc": to a person an address like any other that leads nowhere
        return answer(request, 422, reasons_of(error))

    def store_down(request: Request, error: Exception) -> Response:
        log.error("%s", error)
        return answer(request, 503)

    def broken(request: Request, _error: Exception) -> Response:
        # Starlette answers this one outside all middleware.
        return answer(request, 500, headers=SAFE_HEADERS)

    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, misasked)
    app.add_exception_handler(StoreError, store_down)
    app.add_exception_handler(Exception, broken)


def wants_json(request: Request) -> bool:
    return request.url.path.endswith((".json", ".jsonl", ".ndjson")) or request.url.path.startswith("/api/")


def reasons_of(error: RequestValidationError) -> list[str]:
    """What is wrong with which parameter, in our words and pydantic's, never in the reader's."""
    reasons = []
    for fault in error.errors():
        if fault["type"] == "extra_forbidden":
            reasons.append("an unknown parameter; the form on the page makes addresses that work")
        else:
            name = next((part for part in fault["loc"][1:] if isinstance(part, str)), "")
            message = "is missing" if fault["type"] == "missing" else str(fault["msg"]).removeprefix("Value error, ")
            reasons.append(f"{name}: {message[0].lower()}{message[1:]}" if message else name)
    return list(dict.fromkeys(reasons))
