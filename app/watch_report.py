"""How the watching went, for the honesty block of digests: what was seen, what can't be seen and since when."""

from __future__ import annotations

from datetime import datetime

from monitors.records import Unseen, Watch
from storage.store import Store
from web.wording import reason_of

MOST_UNSEEN = 15


def watch_since(store: Store, since: datetime, now: datetime) -> Watch:
    """Over the active monitors, from since until now."""
    monitors = {monitor.id: monitor for monitor in store.monitors(active_only=True)}
    names = {source.id: source.name for source in store.sources()}
    states = [state for state in store.monitor_states() if state.monitor_id in monitors]
    last = store.last_checks()
    failing = sorted(
        (state for state in states if state.failures and state.last_ok_at is not None),
        key=lambda state: (state.failing_since or now, state.monitor_id),
    )
    unseen = []
    for state in failing[:MOST_UNSEEN]:
        monitor, check = monitors[state.monitor_id], last.get(state.monitor_id)
        why = reason_of(check) if check else ""
        title = monitor.title or monitor.url
        unseen.append(Unseen(title, names.get(monitor.source_id, ""), state.failing_since or now, why or "not said"))
    return Watch(
        since=since,
        monitors=len(states),
        checked=sum(state.last_ok_at is not None and state.last_ok_at >= since for state in states),
        never=sum(state.last_ok_at is None for state in states),
        unseen=tuple(unseen),
        more_unseen=max(0, len(failing) - MOST_UNSEEN),
    )
