"""The way out closed for a while: when the channel itself does not work, nothing is tried until the pause is over.

So an outage costs no delivery a try and puts none behind another: all go out in the order they were owed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from alerts.channels.channel import Down
from storage.store import Store

KEY = "outbox pause"
# A server that is away is asked again soon; one that refuses us is not, since it may lock the account.
WAITS = (1, 2, 4, 8, 15)
WAIT_FOR_OPERATOR = 60
LONGEST_PAUSE = timedelta(minutes=2 * WAIT_FOR_OPERATOR)


@dataclass(frozen=True, slots=True)
class Pause:
    """since: the first failure; until: when to try again; for_operator: it will not come back by itself."""

    since: datetime
    until: datetime
    failures: int
    error: str
    for_operator: bool


def read_pause(store: Store) -> Pause | None:
    said = store.state(KEY)
    if not said:
        return None
    values = json.loads(said)
    times = {name: datetime.fromisoformat(values[name]) for name in ("since", "until")}
    return Pause(**{**values, **times})


def next_pause(before: Pause | None, down: Down, now: datetime) -> Pause:
    """The pause after one more failure, longer each time."""
    failures = before.failures + 1 if before else 1
    minutes = WAIT_FOR_OPERATOR if down.for_operator else WAITS[min(failures, len(WAITS)) - 1]
    since = before.since if before else now
    return Pause(since, now + timedelta(minutes=minutes), failures, down.error, down.for_operator)


def write_pause(store: Store, pause: Pause | None) -> None:
    """Remember a pause; None ends it."""
    if pause is None:
        if store.state(KEY):
            store.set_state(KEY, "")
        return
    plain = {**asdict(pause), "since": pause.since.isoformat(), "until": pause.until.isoformat()}
    store.set_state(KEY, json.dumps(plain))
