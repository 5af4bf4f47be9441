"""Visits from home that come on top of those in person: a gain of video, and none of meeting in person (D7).

"This comes on top of the window visits, which stay as they are." names the windows, so the reader hears them come back.
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from dataclasses import replace

from monitors.language.figures.service import knows_of_screens
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect, Scene, Told
from monitors.language.words import lexicon_visits as visits
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_FROM_HOME = regex(rf"\b(?:{visits.VIDEO_REMOTE})\b")
_ON_TOP = regex(
    r"\b(?:on top of|in addition to|besides|alongside|as well as|next to|takes? nothing (?:away )?from|does not (?:replace|take the place of|affect|change)|no substitute for|one more way|another way|(?:an? )?(?:extra|added|additional) way"
    r"|(?:stays?|remains?|go(?:es)? on|continues?)(?: just| exactly)? (?:as (?:they|it) (?:are|is|were|was)|as before|unchanged|the same)|neither (?:road|way|kind) closes)\b"
)
_IN_PERSON = regex(
    rf"\b(?:{visits.IN_PERSON}|(?:window|booth|glass|table) visits?|tables?|glass|windows?|booths?|the above)\b"
)
_BACK = regex(r"\b(?:again|back|re-?open\w*|return\w*|resum\w*|restor\w*|once more)\b")


def as_supplement(told: Told, scene: Scene, changed: Alignment) -> Told:
    """What is told, with a gain of meeting in person put down as one of visits from home, where a line that came offers
    these for the first time and says that those go on, and none says that they are back."""
    if not told.effects or any(e.sign < 0 or e.rule == "L-mixed" for e in told.effects):
        return told
    if not any(e.sign > 0 and Topic.IN_PERSON in e.topics for e in told.effects) or knows_of_screens(scene.before):
        return told
    if any(_BACK.search(unit.plain) and _IN_PERSON.search(unit.plain) for unit in changed.come):
        return told
    offered = any(_FROM_HOME.search(unit.plain) for unit in changed.come)
    kept = any(_ON_TOP.search(unit.plain) and _IN_PERSON.search(unit.plain) for unit in changed.come)
    if not (offered and kept):
        return told
    return replace(told, effects=tuple(_of_video(effect) for effect in told.effects))


def _of_video(effect: Effect) -> Effect:
    if not effect.sign or Topic.IN_PERSON not in effect.topics:
        return effect
    topics = tuple(topic for topic in Topic if topic in {*effect.topics, Topic.VIDEO_REMOTE} - {Topic.IN_PERSON})
    facts = tuple(fact for fact in effect.facts if fact.name != "in_person_allowed")
    level = min(effect.severity, Severity.MAJOR, key=lambda severity: severity.rank)
    return replace(effect, topics=topics, facts=facts, severity=level)
