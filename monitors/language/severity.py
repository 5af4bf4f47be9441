"""Severity after direction: permanent, open-ended or dated; one unit or all; adopted or only proposed (S1-S8)."""

from __future__ import annotations

import re
from dataclasses import replace

from monitors.language import lexicon_acts as acts
from monitors.language.align import Alignment
from monitors.language.effects import Effect, Scene
from monitors.language.policy import dated, one_group
from monitors.records import Severity, Topic

_SUSPENDS = re.compile(rf"\b(?:{acts.SUSPENDS})")
_PERMANENT = re.compile(rf"\b(?:{acts.PERMANENT})")
_NOTICE = re.compile(rf"\b(?:{acts.UNTIL_NOTICE})")
_TEMPORARY = re.compile(rf"\b(?:{acts.TEMPORARY})")
_PROPOSAL = re.compile(rf"\b(?:{acts.PROPOSAL})")
_REFUSES = re.compile(rf"\b(?:{acts.REFUSES})\b")


def _around(effect: Effect, alignment: Alignment) -> str:
    """The changed text that an effect stands in."""
    new = " ".join([*(b.plain for _, b in alignment.pairs), *(u.plain for u in alignment.added)])
    old = " ".join([*(a.plain for a, _ in alignment.pairs), *(u.plain for u in alignment.removed)])
    return new if effect.new or not effect.old else old


def settle(effect: Effect, scene: Scene, alignment: Alignment) -> Effect:
    """The effect with its final severity and the topic of suspension where the stop is a temporary one."""
    text = _around(effect, alignment)
    clause = effect.new or effect.old
    if effect.rule.startswith("P-") and ({Topic.IN_PERSON, Topic.SUSPENSION} & set(effect.topics)):
        effect = _stop(effect, text, clause)
    if (
        one_group(clause)
        and effect.rule.startswith("P-")
        and Topic.ELIGIBILITY not in effect.topics
        and effect.severity is not Severity.MINOR
    ):
        effect = effect.lower("S6")
    if (
        scene.kind in ("news", "doc", "contract", "advocacy", "vendor")
        and (_REFUSES.search(clause))
        and effect.severity is Severity.CRITICAL
    ):
        effect = effect.lower("S5")
    return effect


def _stop(effect: Effect, text: str, clause: str) -> Effect:
    stopped = (
        _SUSPENDS.search(clause) or _SUSPENDS.search(effect.old) or _NOTICE.search(text) or _TEMPORARY.search(clause)
    )
    if not stopped or _PERMANENT.search(text):
        return effect
    topics = tuple(dict.fromkeys((Topic.SUSPENSION, *effect.topics)))
    level = Severity.MINOR if dated(clause) and effect.sign < 0 and not _NOTICE.search(text) else Severity.MAJOR
    if level is Severity.MINOR:
        topics = (*topics, Topic.SCHEDULE) if Topic.IN_PERSON not in topics else topics
    return replace(effect, topics=topics, severity=level, facts=(), rule=f"{effect.rule}+S8")
