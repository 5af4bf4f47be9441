"""The dead man's switch: an address that is asked for while the watching goes on, and not when it does not.

Whoever listens there (a service as healthchecks.io, or a cron line on another machine) calls the operator when nothing
came for longer than agreed. Silence here is an alarm there, whatever killed us.
"""

from __future__ import annotations

import http.client
import logging
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from app.config_keeping import HealthSettings
from storage.store import Store
from web.condition import condition

log = logging.getLogger("visitwatch.heartbeat")
LAST_BEAT = "heartbeat at"
TIMEOUT = 20.0  # seconds
# After one that did not arrive. A minute would be as good; the point is not to ask with every tick.
AGAIN = timedelta(minutes=10)


def beat(store: Store, settings: HealthSettings, clock: Callable[[], datetime]) -> bool:
    """Ask for the address where it is due and nothing fails; whether it was asked for and answered."""
    now = clock()
    if not settings.heartbeat_url or now < _due(store.state(LAST_BEAT)):
        return False
    failing = condition(store, now).failing
    if failing:
        log.warning("no heartbeat: %s", "; ".join(failing))
        return False
    arrived = _ask(settings.heartbeat_url)
    # Clocks and rounds jitter: a little early is better than a day late.
    wait = settings.heartbeat_every * 0.99 if arrived else min(AGAIN, settings.heartbeat_every)
    store.set_state(LAST_BEAT, (now + wait).isoformat())
    return arrived


def _due(kept: str) -> datetime:
    return datetime.fromisoformat(kept) if kept else datetime.min.replace(tzinfo=UTC)


def _ask(url: str) -> bool:
    request = urllib.request.Request(url, headers={"User-Agent": "visitwatch"})  # noqa: S310 - checked in the schema
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            answer.read(1000)
        return True
    except (http.client.HTTPException, OSError, ValueError) as error:
        log.warning("the heartbeat did not arrive: %s", type(error).__name__)
        return False
