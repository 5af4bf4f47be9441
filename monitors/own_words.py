"""What a page itself says of visiting people, in sentences and rows: what no wall, error or stub has.

Walls speak of visitors too ("the website you are visiting", "number of visitors"), and their titles are those of the
page that was asked for; what they never hold is a sentence that rules visits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from monitors.furniture import speaks_of_visits
from monitors.records import Segment, SegmentKind

_NO_PROSE = frozenset({SegmentKind.TITLE, SegmentKind.DATA, SegmentKind.LINK, SegmentKind.MENU, SegmentKind.OPTION})
# Talk of visits to web sites that the furniture's list does not know, since there it would grade rules of pages.
_WEB = re.compile(
    r"(?:web ?)?(?:site|page)s? (?:that )?you(?:'re| are|'ve| have| were)?(?: just)? (?:visiting|visited)"
    r"|visit(?:ing)? (?:it |us |back |this )?(?:again|later|back)\b|(?:thank you|thanks) for (?:your visit|visiting)"
    r"|visit(?:ing)? (?:our|the|this|their|my) (?:new |main |official |county )*"
    r"(?:home ?page|web ?site|site|page|blog)\b"
    r"|visit \S+\.(?:com|org|gov|net|us)\b|(?:other|human|real|legitimate) visitors\b"
    r"|visitors? (?:of|to|on) (?:this|the|our|your) (?:[a-z]+ ){0,3}(?:web ?)?(?:site|page)\b"
    r"|number of visitors\b|visitors from (?:every|your|the|all)\b|visitor,? to (?:this|our)\b"
    r"|you are (?:a )?visitor\b|visiting (?:too|so) many|(?:flagged|logged|detected) (?:this|your) visit\b",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"\b(?:must|may|can|cannot|not|no|will|are|is|was|were|has|have|been|cost|costs|ends?|ended|only|by appointment"
    r"|deben|debe|est[áa]n?|pueden?)\b|\d",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:lock(?:ed)? ?down|closed to (?:the public|visitors)"
    r"|(?:lobby|facility|jail|prison|cent(?:er|re)) is closed)\b",
    re.IGNORECASE,
)


def prose(segments: Iterable[Segment]) -> list[Segment]:
    """What a page says: rows, sentences, headings that are sentences. Not its menus, links and short entries."""
    return [segment for segment in segments if _is_prose(segment)]


def rulings(segments: Sequence[Segment]) -> list[str]:
    """The sentences and rows in which a page speaks of visits to people and rules something, or that a place is
    closed."""
    return [segment.text for segment in prose(segments) if _rules_visits(segment)]


def own_heading(segments: Sequence[Segment]) -> int:
    """Where the page's own heading stands, -1 where it has none: the first one, but for one of a footer, above which
    stands most of what the page says."""
    first = next((i for i, segment in enumerate(segments) if segment.kind is SegmentKind.HEADING), -1)
    above, below = (sum(len(one.text) for one in prose(part)) for part in (segments[:first], segments[first + 1 :]))
    return first if above <= 2 * below else -1


def _is_prose(segment: Segment) -> bool:
    if segment.kind in _NO_PROSE:
        return False
    words = segment.text.split()
    if segment.kind is SegmentKind.ROW:
        return True
    ends = len(words) >= 3 and (segment.text.rstrip()[-1:] in ".!:" or segment.text.isupper())
    if segment.kind is SegmentKind.HEADING:
        return ends or (len(words) >= 3 and _RULES.search(segment.text) is not None)
    return ends or len(words) >= 6


def _rules_visits(segment: Segment) -> bool:
    if not _RULES.search(segment.text):
        return False
    if says_visits(segment.text) or _CLOSED.search(segment.text):
        return True
    row = segment.kind is SegmentKind.ROW and any(character.isdigit() for character in segment.text)
    return row and any(map(says_visits, segment.heading))


def says_visits(text: str) -> bool:
    """Whether a text speaks of visits to people, and not to web sites."""
    return speaks_of_visits(_WEB.sub(" ", text.replace("’", "'")))
