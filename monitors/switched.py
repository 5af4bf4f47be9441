"""Notices that were on the page all along and hidden: "All visits are cancelled today", switched on or off.

Keys cannot see this. What a reader opens by himself, an accordion, a tab, a dialog, is hidden too and says the same
open or closed; so only lines count that stand under no heading of their own, as a panel stands under its label:
notices, and of a page about visits any sentence, where nothing else is opened for what is closed, as tabs and slides
are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from monitors.furniture import speaks_of_visits, tells_of_closing
from monitors.records import Segment, SegmentKind

_SHOWN = frozenset({SegmentKind.TEXT, SegmentKind.SENTENCE, SegmentKind.ITEM, SegmentKind.ROW})
_SENTENCE_ENDS = (".", "!", "?")
FEW = 3  # lines that may always turn; of more, at most a quarter of the page
_NOTICE = re.compile(
    r"\b(?:clos(?:e|es|ed|ing|ure)|cancel\w*|suspend\w*|lockdown|resum\w*|reopen\w*|postpon\w*|quarantin\w*|outbreak|outage"
    r"|until further|no visit\w*|no longer|unavailable|not available|today|temporar\w*)\b",
    re.IGNORECASE,
)


def switched(
    before: Sequence[Segment], after: Sequence[Segment], kept: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The kept lines that tell of visits or of a closing, or stand under a heading of visits, and are shown on one of
    the two versions alone, as indexes into each. A line that is shown a second time elsewhere, for another screen, is
    none."""
    turned = [(i, j) for i, j in kept if before[i].hidden != after[j].hidden]
    if not turned:
        return ()
    olds, news = frozenset(i for i, _ in turned), frozenset(j for _, j in turned)
    alone = len({after[j].hidden for _, j in turned}) == 1 and len(turned) <= max(FEW, len(kept) // 4)
    visible = [Counter(one.key for one in side if not one.hidden) for side in (before, after)]
    return tuple(
        (i, j)
        for i, j in turned
        if (_is_notice(before[i], after[j]) or (alone and _is_rule(before[i], after[j])))
        and 0 in (visible[0][before[i].key], visible[1][after[j].key])
        and not (_is_panel(before, i, olds) or _is_panel(after, j, news))
    )


def _is_notice(old: Segment, new: Segment) -> bool:
    if old.kind not in _SHOWN or new.kind not in _SHOWN:
        return False
    return tells_of_closing(new.text) or (speaks_of_visits(new.text) and _NOTICE.search(new.text) is not None)


def _is_rule(old: Segment, new: Segment) -> bool:
    """Whether a line is a sentence or a row of the content, and it or a heading above it speaks of visits."""
    if old.kind not in _SHOWN or new.kind not in _SHOWN or not new.heading:
        return False
    says = new.kind is SegmentKind.ROW or new.text[-1:] in _SENTENCE_ENDS
    return says and any(map(speaks_of_visits, (new.text, *new.heading)))


def _is_panel(segments: Sequence[Segment], index: int, flipped: frozenset[int]) -> bool:
    """Whether what opens and closes with this line stands right under a heading, which is not the page's own."""
    at = index
    while at >= 0 and at in flipped:
        at -= 1
    return at > 0 and segments[at].kind is SegmentKind.HEADING and _is_second(segments, at)


def _is_second(segments: Sequence[Segment], index: int) -> bool:
    return any(one.kind is SegmentKind.HEADING for one in segments[:index])
