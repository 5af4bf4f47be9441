"""Lines to which a condition or an exception was put at the end, or that lost one, and nothing else.

"Children may visit." became "Children may visit if they are on the list.": a condition narrows what a line gives, and an
exception narrows what it forbids or asks. By its own ear the reader told a third of such plain pairs the wrong way round
(`benchmarks/plain_conditions.py`). Whom or which unit an exception names is `scope.py`'s.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_elsewhere as elsewhere
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.lexicon_few_words import polarity
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_TAIL = regex(
    r"(?:except\w*|unless|other than|excluding|but (?:not|only)|if|only|provided|as long as|so long as|without|while|subject to|until (?:they|their|he|she|it|the|a|an)|once|when|whenever|after (?:a|an|the|their|passing|completing)|"
    r"with (?:a|an|the|their|his|her|written|prior|advance|special|approval|permission)|within \d+|(?:for|in|during) the (?:1st|first|last)|by (?:appointment|invitation|permission|request|(?:a )?court order|order of)|(?:on|at|in|during|to|for) [^.;]{1,40} only|at the (?:sole )?discretion of|by video|on (?:a )?(?:video )?screens?|(?:behind|through) (?:the )?glass|depending on|where|whose)\b[^.;]{0,90}"
)
# A date says when a line begins to hold, one more thing that it holds for, too.
_NO_CONDITION = regex(
    r"\b(?:too|also|as well|effective|beginning|starting|as of|20\d\d|http\S*|(?<!if you )(?<!when you )(?:call|phone)|questions?|please|visit our|information)\b|\$"
)
_VISITS = regex(
    rf"\b(?:visit\w*|{visits.CONTACT}|hugs?|touch\w*|walk-ins?|appointments?|sessions?|admitted|let in|turned away)\b"
)
_OTHERS = regex(
    rf"\b(?:{elsewhere.ELSEWHERE}|{elsewhere.DRESS_CONDUCT}|{visits.MAIL}|{visits.ID_DOCUMENT}|tablets?|messages?|books?|property|deposits?|commissary|medication|bottles?|strollers?)\b"
)
_LEGAL = regex(rf"\b{visits.LEGAL}\b")
_REFUND = regex(r"\b(?:refund\w*|money back|credit(?:ed)?)\b")
_FREE = regex(r"\b(?:free|no charge|fees?|cost\w*|charged?|waived)\b")
# What a line asks of visitors that gives them nothing else: "Video visits are paid for by the visitor."
_PRICED = regex(
    r"\b(?:(?:is|are|must be) (?:paid(?: for)?|billed|charged)|(?:pays?|costs?) (?!nothing|no )|at the (?:posted|usual|full) (?:rate|price))\b(?!.*\b(?:free|no charge|waived)\b)"
)
_TOUCH = regex(rf"\b(?:{visits.CONTACT}|hugs?|touch\w*|embrace|kiss\w*)\b(?<!non-contact)")
_NO_TOUCH = regex(r"\bnon-?contact\b")
_OFTEN = regex(
    r"\b(?:\d+|unlimited) (?:[\w-]+ ){0,2}visits\b|\b1 (?:[\w-]+ )?visit\b|\bvisits? (?:\w+ ){0,6}(?:limited|\d+ (?:minutes|times|hours))\b"
)
_BOOKED = regex(r"\b(?:appointments?|walk-?ins?|booked|reserv\w+|schedul\w+)\b")
_CLASSES = regex(
    rf"\b(?:{visits.MINORS}|{visits.EX_HELD}|{visits.RECORD}|{visits.FAMILY}|friends?|people|persons?|anyone|everyone)\b"
)
_WHOM = regex(
    rf"(?:except\w*|other than|excluding|but not)(?: for| at| in| to| by)*(?: the)? (?:{visits.HELD}|{visits.FAMILY}|those|prisons?|jails?|facilit\w+|(?:\w+ )?{visits.UNIT})\b"
)
_CONDITIONED = regex(r"\b(?:except\w*|unless|only|if|as long as|provided that)\b")
# Words of a condition that say nothing of what it asks.
_EMPTY = frozenset(
    ["between", "them", "must", "there", "when", "where", "once", "after", "until", "within", "other", "than", "only"]
)
_SHORTEST = 3  # words of a line to which a condition may be put


def condition_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What pairs of lines tell of which one is the other with a condition behind it."""
    if not scene.official or scene.of_others:
        return Certain()
    return of_pairs(alignment, lambda old, new: _read(old, new, _but(alignment.gone, old), _but(alignment.come, new)))


def _but(lines: Sequence[Unit], own: Unit) -> list[frozenset[str]]:
    """What all lines but one say."""
    return [frozenset(concepts(line.plain)) for line in lines if line is not own]


# "Any adult with a photo ID and no arrest in five years may visit.": a condition put among those that a line has.
_AMONG = regex(
    r"(?:,? ?(?:and|but|,))? ?(?:with )?(?:no|not|never|without|who (?:has|have|is|are) (?:no|not|never)) [^,;:|]{3,60}"
)
_OF_WHOM = regex(r" (?:may|can|are allowed to|is allowed to|will be (?:admitted|allowed|approved))\b")


def _read(old: Unit, new: Unit, gone: Sequence[frozenset[str]], come: Sequence[frozenset[str]]) -> Effect | None:
    """gone, come: what the other changed lines of each page say; a condition that one of them told is moved, not new."""
    found = _behind(old, new) or _among(old, new)
    if found is None:
        return None
    said = {word for word in concepts(found.words[0]) if word not in _EMPTY}
    others = gone if len(new.plain) > len(old.plain) else come
    return None if said and any(said <= line for line in others) else found


def _among(old: Unit, new: Unit) -> Effect | None:
    """What a condition tells that was put before the verb of a line, or left out there."""
    added = len(new.plain) > len(old.plain)
    shorter, longer = (old.plain, new.plain) if added else (new.plain, old.plain)
    hit = _OF_WHOM.search(shorter)
    if old.row or new.row or hit is None or not _VISITS.search(longer):
        return None
    head, tail = shorter[: hit.start()], shorter[hit.start() :]
    between = longer[len(head) : len(longer) - len(tail)]
    if (
        not (longer.startswith(head) and longer.endswith(tail))
        or _AMONG.fullmatch(between.strip()) is None
        or _OTHERS.search(between)
    ):
        return None
    given = polarity(shorter)
    if not given or _LEGAL.search(longer):
        return None
    sign = -given if added else given
    topics, level = _about(longer)
    return Effect("P-condition", sign, level, topics, (), old.plain, new.plain, (between.strip(" ,"),))


def _behind(old: Unit, new: Unit) -> Effect | None:
    was, now = (unit.plain.rstrip(" .!") for unit in (old, new))
    added = len(now) > len(was)
    shorter, longer = (was, now) if added else (now, was)
    if old.row or new.row or not longer.startswith(shorter) or len(shorter.split()) < _SHORTEST:
        return None
    tail = longer[len(shorter) :].lstrip(" ,(").rstrip(")")
    if not longer[len(shorter) :].startswith((" ", ",")) or not _TAIL.fullmatch(tail) or _NO_CONDITION.search(tail):
        return None
    if (
        _WHOM.match(tail)
        or not _VISITS.search(longer)
        or _OTHERS.search(shorter)
        or _LEGAL.search(longer)
        or _CONDITIONED.search(shorter)
    ):
        return None
    given = -1 if _PRICED.search(shorter) else polarity(shorter)
    if not given:
        return None
    topics, level = _about(longer)
    sign = -given if added else given
    return Effect("P-condition", sign, level, topics, (), old.plain, new.plain, (tail,))


def _about(text: str) -> tuple[tuple[Topic, ...], Severity]:
    if _REFUND.search(text):
        return (Topic.FEES,), Severity.MINOR
    if _FREE.search(text):
        return (Topic.FEES,), Severity.MAJOR
    if _TOUCH.search(text) and not _NO_TOUCH.search(text):
        return (Topic.CONTACT,), Severity.MAJOR
    if _BOOKED.search(text):
        return (Topic.SCHEDULE,), Severity.MINOR
    if _OFTEN.search(text):
        return (Topic.DURATION_FREQUENCY,), Severity.MAJOR
    if _CLASSES.search(text):
        return (Topic.ELIGIBILITY,), Severity.MAJOR
    return (Topic.SCHEDULE,), Severity.MINOR
