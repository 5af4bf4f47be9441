"""Under which line a list stands: "Who may visit:" over "Parents" and "Cousins".

Headings of the markup are known (Segment.heading); of a text, a mail or a scanned page they are lines like others, and
known by what stands below them. A sentence ends a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitors.records import Segment, SegmentKind

LONGEST_NAME = 80  # characters of a line that heads a list
LONGEST_LINE = 60  # of a line that stands in one without being marked as an item

_SENTENCE_ENDS = (".", "!", ";", ",")
# A line that no items follow heads those below it by what it says of them: "Accepted", "Not allowed during a visit".
_OTHERS = r"(?:items?|cards?|papers|ids?|identification|things|units?|pods?|floors|people|visitors|groups|days)"
_SAID = (
    r"accepted|allowed|permitted|admitted|approved|welcome|refused|prohibited|banned|suspended|free|charged"
    r"|with(?:out)? (?:\w+[ -]){0,2}visits?|(?:by )?appointments?(?: only| needed| required)?|walk-ins?"
    r"|visit(?:s|ing)(?: days)?"
)
_SAYS_OF_OTHERS = re.compile(
    rf"(?:{_OTHERS} )?(?:(?:that|which|who) )?(?:(?:is|are|may|can) )?(?:(?:no|not|no longer|never) )?(?:be )?"
    rf"(?:{_SAID})\b[^.:;!]{{0,40}}",
    re.IGNORECASE,
)
_HEADINGS = frozenset({SegmentKind.HEADING, SegmentKind.TITLE})
_TEXTS = frozenset({SegmentKind.TEXT, SegmentKind.SENTENCE})


def lists_of(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The line over the list in which each segment stands, as written; "" where it stands in none."""
    found: list[str] = []
    section: tuple[str, ...] = ()
    name = ""
    for at, segment in enumerate(segments):
        if segment.heading != section:
            section, name = segment.heading, segment.heading[-1] if segment.heading else ""
        if segment.kind in _HEADINGS:
            name = segment.text
            found.append("")
        elif segment.kind is SegmentKind.ITEM:
            found.append(name)
        elif segment.kind not in _TEXTS:
            name = ""
            found.append("")
        elif _heads(segments, at):
            name = segment.text
            found.append("")
        else:
            name = name if _is_line(segment) else ""
            found.append(name)
    return tuple(found)


def _heads(segments: Sequence[Segment], at: int) -> bool:
    """Whether a text heads what stands below it: by its colon, or since items follow."""
    text = segments[at].text.rstrip()
    if len(text) > LONGEST_NAME:
        return False
    below = segments[at + 1].kind if at + 1 < len(segments) else None
    if text.endswith(":") or _SAYS_OF_OTHERS.fullmatch(text):
        return True
    return below is SegmentKind.ITEM and not text.endswith(_SENTENCE_ENDS)


def _is_line(segment: Segment) -> bool:
    text = segment.text.rstrip()
    return len(text) <= LONGEST_LINE and not text.endswith((*_SENTENCE_ENDS, "?"))
