"""Topics that what is told has for sure, whatever the reader heard: of its figures, of a stop, of screens in place of booths.

The reader hears topics line by line and leaves out what its lessons named seldom. Three things are plain: a price that
moved is one of fees; a line that says of visits that they are suspended for now, or no longer are, is one of a stop;
and where meeting in person gave way to screens at the jail, both are named (D7).
"""

# ruff: noqa: E501  a pattern reads better on one line

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import OF_MATTERS, Effect, Scene, Told
from monitors.language.pages.sentences import Unit
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_OF_FACTS = {
    "call_rate_per_min_usd": (Topic.PHONE,),
    "discipline_days_without_visits": (Topic.ELIGIBILITY,),
    "free_remote_visits_per_week": (Topic.FEES,),
    "free_visits_per_week": (Topic.FEES,),
    "intake_days_without_visits": (Topic.ELIGIBILITY,),
    "onsite_video_fee_per_min_usd": (Topic.FEES,),
    "onsite_video_fee_usd": (Topic.FEES,),
    "remote_visits_per_day": (Topic.DURATION_FREQUENCY, Topic.VIDEO_REMOTE),
    "remote_visits_per_week": (Topic.DURATION_FREQUENCY, Topic.VIDEO_REMOTE),
    "video_fee_per_min_usd": (Topic.FEES,),
    "video_fee_usd": (Topic.FEES,),
    "visit_minutes": (Topic.DURATION_FREQUENCY,),
    "visits_per_month": (Topic.DURATION_FREQUENCY,),
    "visits_per_week": (Topic.DURATION_FREQUENCY,),
    "waiting_days": (Topic.ELIGIBILITY,),
}

_PLACE = r"(?:visit(?:s|ing|ation)?|visitas?|(?:visiting |visitation )?(?:room|hall|floor|gallery|area)s?|booths?|windows?|stalls?)"
_STOPPED = r"(?:suspended|on hold|paused|closed|shut|called off|stopped|halted|off)"
_FOR_NOW = (
    r"(?:for the time being|for now|until further (?:notice|order|word)|until we can|until (?:then|the \w+ (?:is|are|has|have))|"
    r"temporar(?:y|ily)|pending)"
)
_STOP = regex(
    rf"\b{_PLACE}\b(?:,? (?!rules?\b|bans?\b|restrictions?\b|fees?\b|charges?\b|privileges?\b|not\b)[\w'-]+){{0,5}}? {_STOPPED}\b[^.;]*\b{_FOR_NOW}"
    rf"|\b{_FOR_NOW}\b[^.;]*\b{_PLACE}\b[^.;]* {_STOPPED}\b"
    rf"|\b(?:suspends?|suspended|suspension of|pause in|pauses?|hold on|stop to) (?:all |the |in-person |public |family |social |\{{[a-z,]+\}} |contact |window )*{_PLACE}\b"
    rf"|\b{_PLACE} (?:had been|has been|have been|were|was|is|are|remain|remains) (?:suspended|paused|on hold)\b(?! (?:for|if|after) (?:a |any )?(?:violat|misconduct|rule|\d))"
    r"|\bthe (?:suspension|pause|closure|closing|hold) (?:is|has|was|of)\b|\b(?:closing|hold|pause) is for the time being\b"
    r"|\bno (?:\w+ )?visits (?:for the time being|for now|until further|in any block until)"
)
# "The fee for visits is suspended", "Visitors take Elm Street during the closure of Oak Street": not the visits.
_OF_ELSE = regex(
    r"\b(?:fees?|charges?|prices?|rules?|bans?|limits?|requirements?|restrictions?) (?:for|on|of|to|that|which)\b"
    r"|\b(?:streets?|avenues?|roads?|bridges?|ramps?|lanes?|lots?|garage|elevators?)\b"
)
_OF_VISITS = regex(r"\b(?:visit\w*|booths?|windows?|glass|famil\w+|see|callers|in[- ]person)\b")
# What a rule on stops was told by (S8) is one for now, or was.
_PASSING = regex(rf"\b(?:{_FOR_NOW}|suspen(?:ds?|ded|sion)|on hold|paused?)\b")
_MEETINGS = frozenset({Topic.IN_PERSON, Topic.SCHEDULE, Topic.CONTACT, Topic.VIDEO_REMOTE, Topic.VIDEO_ONSITE})

_SCREEN = r"(?:screens?|monitors?|terminals?|kiosks?|video (?:stations?|units?|booths?))"
_AT_THE_JAIL = (
    r"(?:lobby|foyer|hallway|entry|entrance(?: hall)?|corridor|vestibule|waiting (?:room|area)|(?:front|public) (?:hall|office|room)|wall|"
    r"visit\w* center|(?:first|second) floor|basement|jail)"
)
_SCREENS_THERE = regex(
    rf"\b{_SCREEN}\b[^.;]{{0,60}}\b{_AT_THE_JAIL}\b|\b{_AT_THE_JAIL}\b[^.;]{{0,60}}\b{_SCREEN}\b|\blobby video\b"
)


def with_plain_topics(told: Told, scene: Scene, changed: Alignment) -> Told:
    """What is told, with the topics that its figures and changed lines have for sure. changed: the lines that may tell."""
    if not told.effects or any(effect.rule.startswith("R12-") for effect in told.effects):
        return told
    effects = [_with(effect, _of_figures(effect)) for effect in told.effects]
    held = {topic for effect in effects for topic in effect.topics}
    more: list[Topic] = []
    if scene.official and held & _MEETINGS:
        more += [Topic.SUSPENSION] * _is_of_a_stop(effects, changed)
        more += [Topic.VIDEO_ONSITE] * _gave_way_to_screens(effects, scene, changed)
    first = next((at for at, effect in enumerate(effects) if effect.sign), 0)
    effects[first] = _with(effects[first], [topic for topic in more if topic not in held])
    return replace(told, effects=tuple(effects))


def _with(effect: Effect, topics: Iterable[Topic]) -> Effect:
    return replace(effect, topics=tuple(dict.fromkeys((*effect.topics, *topics))))


def _of_figures(effect: Effect) -> list[Topic]:
    if effect.rule == "D7-service":
        return []  # the visits are what is new, not their price
    return [topic for fact in effect.facts for topic in _OF_FACTS.get(fact.name, ())]


def _is_of_a_stop(effects: Sequence[Effect], changed: Alignment) -> bool:
    """Whether a changed line says that visits are stopped for now, or were. A rule undone that was itself on hold (D4)
    is no stop of visits."""
    if any(effect.rule.startswith(OF_MATTERS) for effect in effects):
        return False
    if any("S8" in effect.rule for effect in effects) and any(_PASSING.search(unit.plain) for unit in changed.changed):
        return True
    return any(map(_tells_a_stop, changed.changed))


def _tells_a_stop(unit: Unit) -> bool:
    said = unit.plain
    return bool(_STOP.search(said) and _OF_VISITS.search(said)) and _OF_ELSE.search(said) is None


def _gave_way_to_screens(effects: Sequence[Effect], scene: Scene, changed: Alignment) -> bool:
    """Whether visits in person ended, and a line that came names screens at the jail of which the old page knew nothing."""
    ended = any(e.sign < 0 and Topic.IN_PERSON in e.topics and e.severity is Severity.CRITICAL for e in effects)
    return ended and any(map(_names_screens, changed.come)) and not any(map(_names_screens, scene.before))


def _names_screens(unit: Unit) -> bool:
    return _SCREENS_THERE.search(unit.plain) is not None
