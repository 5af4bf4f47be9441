"""How long until something is possible again: a new application after so many months, a visit once in so many weeks."""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

import re

from monitors.language.lines.certain import Certain, of_pairs
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.pages.sentences import Unit
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.concepts import concepts
from monitors.language.words.measure import in_days
from monitors.language.words.patterns import regex
from monitors.records import Fact, Severity, Topic

_SPAN = regex(
    r"\b(?P<amount>\d+|an?|two|three|four|six|nine|twelve) (?:full |calendar )?(?P<unit>days?|weeks?|months?|years?)\b"
)
_EVERY = regex(
    r"\b(?:once|1 time) (?:every|each|per|an?|in) (?:(?P<amount>\d+|other|two|three|four|six|nine|twelve) )?(?P<unit>days?|weeks?|months?|years?)\b"
)
_AMOUNTS = {"other": 2.0, "two": 2.0, "three": 3.0, "four": 4.0, "six": 6.0, "nine": 9.0, "twelve": 12.0}
_AGAIN = regex(
    r"\b(?:re-?appl(?:y|ication|ies)|(?:apply|applied|application) (?:\w+ )?again|apply anew|(?:added|listed|approved|admitted|placed) (?:\w+ ){0,3}?again|new application|reconsidered|reinstat\w+|resubmit\w*)\b"
)
_GIVES = regex(r"\b(?:may|can|will be|are|is)\b")
_CHANGED = regex(r"\b(?:add(?:ed)?|remov(?:e|ed)|chang(?:e|ed)|updated?|revised?|amend(?:ed)?)\b")
_LISTED = regex(rf"\b(?:lists?|names?|{visits.VISITOR})\b")
_VISIT = regex(r"\b(?:visits?|visited|visiting|visitation)\b")
_ELSE = regex(
    rf"[$\[@]|\b(?:review\w*|reports?|audits?|inspect\w*|search\w*|train\w*|updated (?:on|at)|page|fees?|{visits.LEGAL}|{visits.MAIL})\b"
)

_BARRED = regex(
    r"\b(?:may not|can ?not|must not|not (?:be )?(?:allowed|permitted|eligible|approved)|barred|denied|ineligible|excluded|refused)\b"
)
_EVER = regex(r"\b(?:ever|(?:at )?any time(?: in the past)?|in the past(?! \d)|previously)\b")
_WITHIN = regex(
    r"\b(?:in|within|during|over) the (?:last|past|previous) (?:(?P<amount>\d+|two|three|four|six|nine|twelve) )?(?P<unit>days?|weeks?|months?|years?)\b"
)
_FOR_LIFE = regex(r"\b(?:for life|for good|forever|permanently|indefinitely|for ever)\b")
_FOR_SPAN = regex(rf"\bfor (?:at least )?{_SPAN.pattern[2:]}")
_EX_HELD = regex(rf"\b{visits.EX_HELD}\b")


def interval_effects(alignment: Alignment) -> Certain:
    """What lines tell in which nothing but such a time changed: longer is a loss, shorter a gain."""
    return of_pairs(alignment, _moved)


def _moved(old: Unit, new: Unit) -> Effect | None:
    if old.row or new.row or _ELSE.search(old.plain) or _ELSE.search(new.plain):
        return None
    return _to_apply_again(old, new) or _of_turns(old, new) or _how_far_back(old, new) or _how_long_barred(old, new)


def _to_apply_again(old: Unit, new: Unit) -> Effect | None:
    if not _AGAIN.search(old.plain) or not _AGAIN.search(new.plain):
        return None
    return _effect(old, new, _SPAN, Severity.MINOR, Topic.ELIGIBILITY)


def _of_turns(old: Unit, new: Unit) -> Effect | None:
    if not _GIVES.search(old.plain):
        return None
    if _CHANGED.search(old.plain) and _LISTED.search(f"{old.plain} {old.headings}"):
        return _effect(old, new, _EVERY, Severity.MINOR, Topic.ELIGIBILITY, "list_lock_days")
    return _effect(old, new, _EVERY, Severity.MAJOR, Topic.DURATION_FREQUENCY) if _VISIT.search(old.plain) else None


def _how_far_back(old: Unit, new: Unit) -> Effect | None:
    """Who was held, or convicted, "at any time" and now "in the last two years" may not visit, or the reverse."""
    if not all(_BARRED.search(unit.plain) and _VISIT.search(unit.plain) for unit in (old, new)):
        return None
    spans = [_WITHIN.search(unit.plain) for unit in (old, new)]
    if (spans[0] is None) == (spans[1] is None) or not _EVER.search((old if spans[1] else new).plain):
        return None
    rest = [concepts(_EVER.sub(" ", _WITHIN.sub(" ", unit.plain))) for unit in (old, new)]
    if rest[0] != rest[1]:
        return None
    days = [_days(span) if span else None for span in spans]
    facts = (Fact("waiting_days", *days),) if _EX_HELD.search(old.plain) else ()
    sign = 1 if spans[1] else -1
    return Effect("S3-interval", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, old.plain, new.plain, ("ever",))


def _how_long_barred(old: Unit, new: Unit) -> Effect | None:
    """Who is barred from visiting "for life", and now "for two years", or the reverse."""
    if not all(_BARRED.search(unit.plain) and _VISIT.search(unit.plain) for unit in (old, new)):
        return None
    ever = [_FOR_LIFE.search(unit.plain) is not None for unit in (old, new)]
    spans = [list(_FOR_SPAN.finditer(unit.plain)) for unit in (old, new)]
    if ever[0] is ever[1] or len(spans[ever[0]]) != 1 or spans[ever[1]]:
        return None
    rest = [concepts(_FOR_LIFE.sub(" ", _FOR_SPAN.sub(" ", unit.plain))) for unit in (old, new)]
    if rest[0] != rest[1]:
        return None
    days = [None if always else _days(span[0]) for always, span in zip(ever, spans, strict=True)]
    facts = (Fact("waiting_days", *days),) if _EX_HELD.search(old.plain) else ()
    sign = 1 if ever[0] else -1
    return Effect("S3-interval", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, old.plain, new.plain, ("for life",))


def _effect(
    old: Unit, new: Unit, pattern: re.Pattern[str], level: Severity, topic: Topic, fact: str = ""
) -> Effect | None:
    was, now = (list(pattern.finditer(unit.plain)) for unit in (old, new))
    rest = [concepts(pattern.sub(" ", unit.plain)) for unit in (old, new)]
    if len(was) != 1 or len(now) != 1 or rest[0] != rest[1]:
        return None
    before, after = (_days(hit) for hit in (was[0], now[0]))
    if before == after:
        return None
    facts = (Fact(fact, before, after),) if fact else ()
    words = (f"{before:g} -> {after:g} days",)
    return Effect("S3-interval", 1 if after < before else -1, level, (topic,), facts, old.plain, new.plain, words)


def _days(hit: re.Match[str]) -> float:
    amount = hit["amount"] or "1"
    return in_days(float(amount) if amount.isdecimal() else _AMOUNTS.get(amount, 1.0), hit["unit"])
