"""A report of one decision tells one thing: what else rules and reader make of its sentences, against it, is no news.

"The court put on hold the order that ended the ban. The ban, which a judge found unlawful, stays in force.": beside the
decision, which grammar reads, the sentence on the ban sounds like a gain.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitors.language.pages.scene import Effect, Scene
from monitors.records import Topic

_BESIDE = frozenset({Topic.SUSPENSION, Topic.VIDEO_ONSITE, Topic.VIDEO_REMOTE})


def of_one_decision(effects: Sequence[Effect], scene: Scene) -> tuple[Effect, ...]:
    """The effects of a report, without those against its one decision on the same topics that state no figure."""
    told = [effect for effect in effects if effect.rule.startswith("D4-decision") and effect.sign]
    if scene.kind != "news" or len({effect.sign for effect in told}) != 1:
        return tuple(effects)
    sign, topics = told[0].sign, {topic for effect in told for topic in effect.topics} | _BESIDE
    return tuple(effect for effect in effects if not _goes_against(effect, sign, topics))


def _goes_against(effect: Effect, sign: int, topics: set[Topic]) -> bool:
    mixed = effect.rule == "L-mixed"
    return (effect.sign == -sign or mixed) and not effect.facts and topics.issuperset(effect.topics)
