"""Lines that say of some that a stop goes on, beside one that says that it ended for others: "For the men there are still
no visits." was so before, and tells nothing but how far the other line goes.

By itself such a line sounds like a stop, and it was heard louder than the restart beside it.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.words.patterns import regex

_STILL = regex(
    r"\b(?:(?:is|are|stays?|remains?) still|still (?:is|are|have|has|remains?)) (?:no|not|closed|shut|suspended|stopped|off|on hold|without|paused|under|by video)\b|\bthere (?:is|are) still no\b|\bstill no visits\b|\bgoes on for\b|\b(?:stays?|remains?) (?:closed|shut|suspended|on hold|off|paused) for\b"
)
_STOPPED = regex(
    r"\b(?:no (?:\w+ ){0,2}(?:visits?|visiting|visitation|visitors)|(?:visits?|visiting|visitation|room|hall|tables|booths)\b[^.;]*\b(?:suspended|closed|shut|stopped|on hold|off|paused))\b"
)
_RESTART = regex(
    r"\b(?:again|back|resum\w+|re-?open\w*|restart\w*|restored|lifted|begins?|start(?:s|ed)?|is over|has ended|have ended)\b"
)
_VISITS = regex(r"\b(?:visit\w*|booths?|tables|seen)\b")


def still_lines(alignment: Alignment) -> Certain:
    """New lines on a stop that goes on where the old page told of it, too, and another new line tells of a restart."""
    if not any(_STOPPED.search(unit.plain) for unit in (*alignment.gone, *(old for old, _ in alignment.same))):
        return Certain()
    still = [unit for unit in alignment.come if _STILL.search(unit.plain) and _VISITS.search(unit.plain)]
    restarts = [
        unit
        for unit in alignment.come
        if unit not in still and _RESTART.search(unit.plain) and _VISITS.search(unit.plain)
    ]
    if not (still and restarts):
        return Certain()
    return Certain((), tuple(still), ("R2 a stop that goes on for others, as it did before",))
