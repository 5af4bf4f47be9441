"""For a machine that asks whether the browser and its database answer."""

from __future__ import annotations

import logging

from fastapi.responses import JSONResponse

from storage import StoreError
from web.room import InRoom
from web.twins import plain

log = logging.getLogger("visitwatch.web")


def health(room: InRoom) -> JSONResponse:
    """200 and "ok", or 503 and "failing"; why is in the log only."""
    try:
        room.store.outbox_counts()
    except StoreError as error:
        log.error("%s", error)
        return JSONResponse({"status": "failing", "database": "does not answer"}, 503)
    return JSONResponse(plain({"status": "ok", "database": "answers", "at": room.clock()}))
