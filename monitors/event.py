"""One edit on many pages of a host, such as a line in the template of all its pages, is one event with members."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from monitors.records import Grade, Passage
from monitors.segments import key


def event_of(host: str, passages: Sequence[Passage]) -> str:
    """The name of the event that a change belongs to: the same for pages of one host whose telling passages say the
    same words, in whatever order. "" where no passage is of a telling grade."""
    told = sorted(
        f"{passage.kind.value}\x1f{key(passage.before)}\x1f{key(passage.after)}"
        for passage in passages
        if passage.grade.rank >= Grade.NORMAL.rank
    )
    if not told:
        return ""
    return hashlib.blake2b("\x1e".join([host, *told]).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
