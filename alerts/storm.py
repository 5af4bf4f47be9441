"""When many alerts are one piece of news, and when a reader has had enough for an hour. Pure decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from monitors.records import Severity

# A reader who gets more alerts than this about one host in one round is looking at a redesign, not at news.
MOST_OF_A_HOST = 10
# The same words on two pages of one source are one decision, written down twice: one mail that names both pages.
SAME_WORDS = 2
MOST_AN_HOUR = 10


class Due(Protocol):
    """What is asked of a delivery that is due (storage's Fresh). words: equal for alerts that tell the same words."""

    @property
    def delivery_id(self) -> int: ...
    @property
    def subscriber_id(self) -> int: ...
    @property
    def monitor_id(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def source_id(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def words(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Storm:
    """Alerts of one reader that have one cause: the same words of one source, or one host (words False)."""

    members: tuple[Due, ...]
    words: bool


def storms(due: Sequence[Due], most_of_a_host: int = MOST_OF_A_HOST) -> tuple[list[Storm], list[Due]]:
    """The storms among what is due, and what is left for mails of its own."""
    found: list[Storm] = []
    rest: list[Due] = []
    for group in _groups(due, lambda one: (one.subscriber_id, one.source_id, one.words)):
        if len({one.monitor_id for one in group}) >= SAME_WORDS and group[0].words:
            found.append(Storm(tuple(group), words=True))
        else:
            rest.extend(group)
    left: list[Due] = []
    for group in _groups(rest, lambda one: (one.subscriber_id, one.host)):
        if len(group) > most_of_a_host:
            found.append(Storm(tuple(group), words=False))
        else:
            left.extend(group)
    return found, left


def overflow(due: Iterable[Due], had: dict[int, int], most: int = MOST_AN_HOUR) -> list[Due]:
    """What is too much for its reader in this hour: the least grave and the latest. had: mails of the last hour, by
    reader."""
    over: list[Due] = []
    for group in _groups(due, lambda one: one.subscriber_id):
        room = max(0, most - had.get(group[0].subscriber_id, 0))
        gravest = sorted(group, key=lambda one: (-one.severity.rank, one.delivery_id))
        over.extend(gravest[room:])
    return over


def _groups(due: Iterable[Due], key: Callable[[Due], Hashable]) -> list[list[Due]]:
    found: dict[Hashable, list[Due]] = defaultdict(list)
    for one in due:
        found[key(one)].append(one)
    return list(found.values())
