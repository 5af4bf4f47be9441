"""Changes without a quantity or a turned claim: pages published or removed, providers swapped, studies, renewals, places."""

from __future__ import annotations

import re

from monitors.language import lexicon_acts as acts
from monitors.language import lexicon_visits as visits
from monitors.language.align import Alignment
from monitors.language.clauses import claims
from monitors.language.effects import Effect, Scene
from monitors.language.policy import claim_effects
from monitors.language.severity import settle
from monitors.language.terms import term_effects
from monitors.records import Severity, Topic

_VISITS = re.compile(rf"\b(?:{visits.VISIT}|{visits.IN_PERSON})\b")


def _blank(scene: Scene) -> Alignment:
    return Alignment((), (), scene.before, scene.after)


def published(scene: Scene) -> list[Effect]:
    """Effects of a page that was not there: what it announces counts, judged by its content (R12)."""
    alignment = _blank(scene)
    found = [settle(e, scene, alignment) for e in (*term_effects(scene, alignment), *claim_effects(scene, alignment))]
    return [e for e in found if e.sign]


def removed(scene: Scene) -> list[Effect]:
    """A visiting page taken down: neutral, major, with the topics of the terms that vanished (R12)."""
    about = {c.about for u in scene.before for c in claims(u.plain, u.place)}
    topics = [t for t in (Topic.IN_PERSON, Topic.CONTACT, Topic.VIDEO_ONSITE, Topic.VIDEO_REMOTE) if t.value in about]
    if not _VISITS.search(" ".join(u.plain for u in scene.before)):
        return []
    terms = term_effects(scene, _blank(scene))
    topics += [t for e in terms for t in e.topics if t not in topics]
    return [Effect("R12-removed", 0, Severity.MAJOR, tuple(topics) or (Topic.IN_PERSON,), words=("page removed",))]


def event_effects(scene: Scene, alignment: Alignment, effects: list[Effect]) -> list[Effect]:
    """The effects found so far, and where there are none the neutral events that still are news."""
    return effects
