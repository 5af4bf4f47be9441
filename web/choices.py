"""What the forms offer: values as they stand in addresses, labels as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, TOPIC_WORDS
from monitors.records import Source
from web.filters import Standing
from web.places import place_name
from web.wording import KIND_WORDS

Choices = list[tuple[str, str]]

DIRECTIONS: Choices = [(value.value, words.title) for value, words in DIRECTION_WORDS.items()]
SEVERITIES: Choices = [(value.value, words) for value, words in SEVERITY_WORDS.items()][::-1]
TOPICS: Choices = [(value.value, words) for value, words in TOPIC_WORDS.items()]
KINDS: Choices = [(value.value, words) for value, words in KIND_WORDS.items()]
STANDINGS: Choices = [
    (Standing.GOOD.value, "reached at the last check"),
    (Standing.FAILING.value, "failing now"),
    (Standing.NEVER.value, "not reached yet"),
    (Standing.INACTIVE.value, "switched off"),
]


def sources(listed: Iterable[Source]) -> Choices:
    return [(source.id, source.name) for source in listed]


def places(jurisdictions: Iterable[str]) -> Choices:
    return [(code, place_name(code)) for code in jurisdictions]
