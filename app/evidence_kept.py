"""After a round: the day's root where there is none yet, signed and time-stamped where that is set up."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from app.config_keeping import EvidenceSettings
from storage.roots import Root
from storage.store import Store

log = logging.getLogger("visitwatch.evidence")
TRIED = "stamp tried at"
AGAIN = timedelta(hours=1)  # an authority that is down is not asked with every tick
MOST_BACK = 7  # days for which a stamp that failed is still asked for


def keep_evidence(store: Store, settings: EvidenceSettings, clock: Callable[[], datetime]) -> None:
    """Make what is due. A stamp that can't be had is tried again; nothing else waits for it."""
    now = clock()
    store.make_root(now)
    if not settings.sign_key and not settings.timestamp_url:
        return
    lacking = [root for root in store.roots()[-MOST_BACK:] if _lacks(root, settings)]
    if not lacking or now < _due(store.state(TRIED), now):
        return
    from app.stamps import StampFailed  # what makes signatures is slow to import, and few have it set up

    try:
        for root in lacking:
            complete(store, settings, root)
    except StampFailed as error:
        log.warning("%s", error)
        store.set_state(TRIED, now.isoformat())


def complete(store: Store, settings: EvidenceSettings, root: Root) -> None:
    """Sign and stamp a root where it lacks that. Raises StampFailed."""
    from app.stamps import sign, stamp

    words = store.root_text(root).encode()
    if settings.sign_key and not root.signature:
        store.sign_root(root.day, sign(settings.sign_key, words))
    if settings.timestamp_url and not root.stamp:
        answer = stamp(settings.timestamp_url, words, settings.timestamp_roots)
        store.stamp_root(root.day, answer, settings.timestamp_url)


def _lacks(root: Root, settings: EvidenceSettings) -> bool:
    return bool((settings.sign_key and not root.signature) or (settings.timestamp_url and not root.stamp))


def _due(tried: str, now: datetime) -> datetime:
    return datetime.fromisoformat(tried) + AGAIN if tried else now
