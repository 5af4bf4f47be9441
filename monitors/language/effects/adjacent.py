"""What changed of tablets alone, a neighbouring channel, is of that channel, and minor (R10).

"Officials said that all of the tablets had been withdrawn" names no visit, and is heard as if it did. Of mail and calls
the same was tried: those are also ways to book a visit, or to be listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Effect
from monitors.language.words.patterns import regex
from monitors.records import Severity, Topic

_TABLETS = regex(r"\btablets?\b")
_VISITS = regex(
    r"\b(?:visit\w*|video|in[- ]person|face[- ]to[- ]face|remote|contact|glass|booths?|windows?|lobby"
    r"|mail\w*|letters?|phones?|sessions?|appointments?|guests?|famil(?:y|ies)|lawyers?|attorneys?)\b"
)


def of_tablets(effects: Sequence[Effect], changed: Alignment) -> tuple[Effect, ...]:
    """What the reader alone tells of lines that name tablets, and nothing of visits. changed: those lines."""
    text = " . ".join(unit.plain for unit in changed.changed)
    heard = all(effect.rule.startswith("L-") for effect in effects)
    if not heard or not _TABLETS.search(text) or _VISITS.search(text):
        return tuple(effects)
    return tuple(map(_told, effects))


def _told(effect: Effect) -> Effect:
    topics = tuple(
        topic for topic in Topic if topic is Topic.TABLETS or (topic is Topic.FEES and topic in effect.topics)
    )
    return replace(effect, topics=topics, severity=Severity.MINOR)
