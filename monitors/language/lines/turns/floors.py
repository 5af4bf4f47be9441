"""A least that became a most, or the reverse: "on no fewer than four days a week", "on no more than four days a week".

The figure is the same and one word is another, so the line was taken for the same rule; but a guarantee became a limit.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words.concepts import concepts
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_LEAST = regex(r"\b(?:at least|(?:no|not) (?:fewer|less) than|a minimum of|minimum of)(?= \d)")
_MOST = regex(
    r"\b(?:at (?:the )?most|(?:no|not) more than|up to|a maximum of|maximum of|not to exceed|limited to)(?= \d)"
)
_GIVEN = regex(r"\b\d+ (?:[a-z-]+ ){0,2}?(?P<what>days|hours|minutes|visits?|sessions?|visitors|people|names)\b")
# What is asked of visitors, and whom an age or a time before it is about.
_ASKED = regex(
    r"\b(?:old|older|age|aged|years?|before|prior|ahead|advance|notice|early|earlier|beforehand|book\w*|schedul\w+|request\w*|arriv\w+|wait\w*|paid|revenue|pays?|guarantee\w*|identification)\b"
)
_OF_VISITS = regex(r"\b(?:visit\w*|sessions?)\b")
_TOPICS = {"days": Topic.SCHEDULE, "hours": Topic.SCHEDULE, "names": Topic.ELIGIBILITY, "people": Topic.ELIGIBILITY, "visitors": Topic.ELIGIBILITY}  # fmt: skip


def floor_lines(alignment: Alignment) -> Certain:
    """What reworded lines tell that give as much at least as they gave at most, or at most as they gave at least."""
    return of_pairs(alignment, _turned)


def _turned(old: Unit, new: Unit) -> Effect | None:
    for sign, was, now in ((-1, _LEAST, _MOST), (1, _MOST, _LEAST)):
        before, after = was.subn("#", old.plain), now.subn("#", new.plain)
        if before[1] != 1 or after[1] != 1 or was.search(new.plain) or now.search(old.plain):
            continue
        given = _GIVEN.search(new.plain)
        if given is None or concepts(before[0]) != concepts(after[0]) or _ASKED.search(new.plain):
            return None
        if not _OF_VISITS.search(new.plain):
            return None
        topic = _TOPICS.get(given["what"], Topic.DURATION_FREQUENCY)
        words = ("a least became a most" if sign < 0 else "a most became a least",)
        return Effect("P-floor", sign, Severity.MAJOR, (topic,), (), old.plain, new.plain, words)
    return None
