"""Lines on a pause in the day's visits: "Visits resume at 1 p.m. after lunch." They tell of no stop and no return.

What they pause for must be a thing of every day, or a clock without a day: "Visits resume once the outbreak is over." is
news.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from monitors.language.lines.certain import Certain
from monitors.language.pages.align import Alignment
from monitors.language.pages.sentences import Unit
from monitors.language.words.dates import MONTH
from monitors.language.words.patterns import regex

_PAUSE = regex(
    r"\bvisit\w*\b.{0,60}\b(?:resum(?:e|es|ed)|restarts?|starts? again|goes on|go on|continues?)\b.{0,20}?(?:\bafter (?:the |each |every |a )?(?:\w+ )?(?:head ?count|count|lunch|dinner|supper|meals?|shift|break|inspection|cleaning)\b|\bwithin @?\d+ minutes?\b|\b(?:at|by) (?:about )?@\d{4}|\b(?:once|when|as soon as) (?:the |a |your |all )?(?:visitors?|counts?|head ?counts?|children|officers?)\b)"
    r"|\b(?:stop|pause|halt|interrupt)s? (?:all )?visit\w* for (?:the |a |each )?(?:\w+ )?(?:head ?counts?|counts?|lunch|dinner|supper|meals?|shift change)\b"
    r"|\bvisit\w* (?:stops?|pauses?|(?:is|are) (?:stopped|paused|halted|interrupted)) for (?:the |a |each )?(?:\w+ )?(?:head ?counts?|counts?|lunch|dinner|supper|meals?|shift change)\b"
)
_NEWS = regex(
    rf"\b(?:{MONTH}|suspen\w+|cancel\w+|outbreak|quarantine\w*|lockdown|lifted|again|effective|starting|beginning|until)\b|\{{[a-z,]+\}}|\d/\d"
)


def pauses(unit: Unit) -> bool:
    """Whether a line says how visits go on after something of every day."""
    return _PAUSE.search(unit.plain) is not None and _NEWS.search(unit.plain) is None


def pause_lines(alignment: Alignment) -> Certain:
    """The lines on pauses that came or went alone, or were reworded to others of the kind."""
    lone = [unit for unit in (*alignment.removed, *alignment.added) if pauses(unit)]
    both = [unit for pair in alignment.pairs if all(map(pauses, pair)) for unit in pair]
    return Certain((), (*lone, *both), ("R2 a pause in the day's visits",)) if lone or both else Certain()
