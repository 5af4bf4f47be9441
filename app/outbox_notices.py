"""What only the operator can mend: told once when it begins and once when it is over, however often it is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from alerts.headers import message_id
from alerts.settings import MailSettings
from app.outbox_pause import read_pause
from app.troubles import FAILING, troubles_now
from monitors.records import Letter, LetterKind, Trouble
from storage.store import Store

FEW = 3  # pages of a host that are told one by one


def tell_operator(store: Store, settings: MailSettings, now: datetime) -> None:
    """Owe the operator one letter about what began and what ended since the last look."""
    seen = troubles_now(store, settings, read_pause(store), now)
    began, ended = news(store.troubles(), seen)
    if not began and not ended:
        return
    what = [f"+{trouble.key}" for trouble in began] + [f"-{trouble.key}" for trouble in ended]
    key = "|".join(["notice", now.isoformat(), *what])
    letter = Letter(
        LetterKind.NOTICE,
        key,
        now,
        settings.operator,
        lines=_lines(store, began),
        recovered=_lines(store, ended),
    )
    identity = message_id(key, settings.operator, settings.list_id, settings.secret)
    store.tell_operator(letter if settings.operator else None, identity, began, [trouble.key for trouble in ended])


def news(known: Sequence[Trouble], seen: Sequence[Trouble]) -> tuple[list[Trouble], list[Trouble]]:
    """What began and what ended; a trouble is known by its key, whatever its words say meanwhile."""
    before, now = {trouble.key for trouble in known}, {trouble.key for trouble in seen}
    return [t for t in seen if t.key not in before], [t for t in known if t.key not in now]


def _lines(store: Store, troubles: Sequence[Trouble]) -> tuple[str, ...]:
    """A line for each; pages of one host that fail together share one, so that a site that is down hides nothing."""
    pages = [trouble for trouble in troubles if trouble.key.startswith(FAILING)]
    if len(pages) <= FEW:
        return tuple(trouble.words for trouble in troubles)
    hosts = {f"{FAILING}{one.id}": urlsplit(one.url).hostname or "" for one in store.monitors()}
    counts = Counter(hosts.get(page.key, "") for page in pages)
    lines: dict[str, str] = {}
    for trouble in troubles:
        host = hosts.get(trouble.key, "")
        if host and counts[host] > FEW:
            lines.setdefault(host, f"{counts[host]} pages of {host} fail; the first: {trouble.words}")
        else:
            lines[trouble.key] = trouble.words
    return tuple(lines.values())
