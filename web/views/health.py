"""For a machine that asks whether the browser, its database and the watching are well."""

from __future__ import annotations

import logging

from fastapi.responses import JSONResponse

from storage import StoreError
from web.condition import FAILING, condition
from web.room import InRoom
from web.twins import plain

log = logging.getLogger("visitwatch.web")


def health(room: InRoom) -> JSONResponse:
    """200 and "ok" or "degraded", or 503 and "failing". Anybody may ask, so why is in the log and `visitwatch health`
    alone."""
    try:
        now = condition(room.store, room.clock())
    except StoreError as error:
        log.error("%s", error)
        return JSONResponse({"status": FAILING, "database": "does not answer"}, 503)
    for words in now.failing:
        log.error("%s", words)
    newest = plain(now.newest_check) if now.newest_check else None
    answer = {"status": now.word, "database": "answers", "last_check": newest, "at": now.at}
    return JSONResponse(plain(answer), 503 if now.failing else 200)
