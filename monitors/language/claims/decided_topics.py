"""What a decision or a rule on visits is about, by the words that say so: its topics and how grave it is."""

from __future__ import annotations

from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_VIDEO = regex(rf"\b(?:{visits.VIDEO}|{visits.VIDEO_REMOTE}|{visits.VIDEO_ONSITE}|remote|home)\b")
_ON_SITE = regex(r"\b(?:lobby|on-?site(?! visit)|kiosks?)\b")
_CONTACT = regex(r"(?<!non-)(?<!no-)(?<!non)\bcontact\b")
_NO_TOUCH = regex(r"\bno-(?:contact|touch)\b|\bhugs?\b|behind (?:glass|a partition|plexiglass)")
_IN_PERSON = regex(rf"\b(?:{visits.IN_PERSON})")
_HOURS = regex(r"\b(?:hours?|days?|times?|schedule|weekends?|evenings?|holidays?|weekdays?)\b|\{[a-z,]+\}")
_LENGTH = regex(
    r"\b(?:minutes?|(?:a|per|each|every) (?:week|month|day)|shorten\w*|lengthen\w*|\d+ visits|more visits|longer)\b"
)
_PAUSED = regex(r"\b(?:suspen\w+|paus\w+|halt\w*|resum\w+|moratorium|freeze)\b")
_BINDS = regex(r"(?:requir|mandat|guarante)\w*")
_FREE = regex(r"\bfree\b")
# Less or more of it, and not all of it.
SOME = regex(
    r"\b(?:cut\w*|reduc\w+|curtail\w*|curb\w*|limit\w*|restrict\w*|expand\w*|expansion|extend\w*|extension|increas\w+|add(?:s|ed|ing)?|doubl\w+|halv\w+|eas(?:e|es|ed|ing)|caps?)\b"
)


def topics_and_level(name: str, said: str) -> tuple[tuple[Topic, ...], Severity]:
    """The topics of what a decision or rule is about, and how grave it is once it is done; name: which kind of content,
    said: its words."""
    forms = (Topic.VIDEO_ONSITE,) if _ON_SITE.search(said) else (Topic.VIDEO_REMOTE,) if _VIDEO.search(said) else ()
    if name in ("raise", "lower", "charge", "free", "pay") or _FREE.search(said):
        return (Topic.FEES, *forms), Severity.MAJOR
    if name in ("share", "unshare"):
        return (Topic.COMMISSION,), Severity.MAJOR
    if name in ("bars", "lets", "bars_visitors"):
        return (Topic.ELIGIBILITY,), Severity.MAJOR
    if name in ("replace", "screen", "substitute"):
        return (Topic.IN_PERSON, Topic.VIDEO_REMOTE), Severity.CRITICAL
    if _IN_PERSON.search(said) and _BINDS.match(said):
        counted = (Topic.DURATION_FREQUENCY,) if _LENGTH.search(said) else ()
        return (Topic.IN_PERSON, *counted), Severity.CRITICAL
    if name in ("capped", "held_to") or _LENGTH.search(said):
        return (Topic.DURATION_FREQUENCY, *forms), Severity.MAJOR
    if _HOURS.search(said):
        return (Topic.SCHEDULE, *forms), Severity.MAJOR
    if _CONTACT.search(said) or _NO_TOUCH.search(said):
        return (Topic.CONTACT,), Severity.MAJOR
    paused = (Topic.SUSPENSION,) if _PAUSED.search(said) else ()
    if paused and not forms and not _IN_PERSON.search(said):
        return paused, Severity.MAJOR
    if forms:
        return (*paused, *forms), Severity.MAJOR
    return (*paused, Topic.IN_PERSON), Severity.MAJOR if paused or SOME.search(said) else Severity.CRITICAL
