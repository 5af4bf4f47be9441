"""What a listing or feed showed: which items are new, and the monitors that will watch them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from app.page_decision import Answered, check_of, raw_hash
from app.results import ItemsWrite, Result
from monitors.records import CheckOutcome, Fetched, ListedItem, Monitor, Quality, Verdict

LONGEST_NAME = 60


def listing_result(answered: Answered, fetched: Fetched, items: Sequence[ListedItem]) -> Result:
    """The result of visiting an index. Items of its first check become monitors without being announced; a listing
    that showed items and now shows none is a capture that went wrong, not an empty index."""
    watched = answered.watched
    if not items and watched.known_items:
        verdict = Verdict(Quality.EMPTY, "listing_empty", f"showed {len(watched.known_items)} items before, none now")
        return Result(answered, check_of(answered, CheckOutcome.BLOCKED, verdict=verdict))
    first = not watched.known_items and watched.last_ok_at is None
    new = [item for item in items if item.key not in watched.known_items]
    monitors = tuple(child_monitor(watched.monitor, item, announce=not first) for item in new)
    outcome = CheckOutcome.FIRST if first else CheckOutcome.CHANGED if new else CheckOutcome.UNCHANGED
    check = check_of(answered, outcome, verdict=Verdict(Quality.OK))
    return Result(answered, check, raw=raw_hash(fetched.body), items=ItemsWrite(tuple(items), monitors))


def child_monitor(parent: Monitor, item: ListedItem, *, announce: bool) -> Monitor:
    """The monitor of one item. Its id is made of the parent's, the title's words and the item's key."""
    words = re.sub(r"[^a-z0-9]+", "-", item.title.lower()).strip("-")[:LONGEST_NAME].strip("-")
    mark = hashlib.sha256(item.key.encode()).hexdigest()[:8]
    return Monitor(
        id=f"{parent.id[:30]}.{words}-{mark}" if words else f"{parent.id[:30]}.{mark}",
        source_id=parent.source_id,
        url=item.url,
        title=item.title,
        interval=parent.interval,
        soonest=parent.soonest,
        fetch=parent.fetch,
        parent=parent.id,
        announce=announce,
    )
