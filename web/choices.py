"""What the forms offer: values as they stand in addresses, labels as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from alerts.asking import WEEKDAYS
from alerts.wording import DIRECTION_WORDS, SEVERITY_WORDS, TOPIC_WORDS
from monitors.places import place_name
from monitors.records import Source
from storage import Standing
from web.wording import KIND_WORDS, REVIEW_WORDS

Choices = list[tuple[str, str]]

# The zones of the places that are watched, as people call them; any other one can be given too.
ZONES: Choices = [
    ("America/New_York", "Eastern (New York)"),
    ("America/Chicago", "Central (Chicago)"),
    ("America/Denver", "Mountain (Denver)"),
    ("America/Phoenix", "Arizona (Phoenix)"),
    ("America/Los_Angeles", "Pacific (Los Angeles)"),
    ("America/Anchorage", "Alaska (Anchorage)"),
    ("Pacific/Honolulu", "Hawaii (Honolulu)"),
    ("America/Puerto_Rico", "Atlantic (Puerto Rico)"),
    ("UTC", "UTC"),
]
CADENCES: Choices = [
    ("at_once", "each alert as it comes"),
    ("daily", "one mail a day, on days with news"),
    ("weekly", "one mail a week"),
]
WEEKDAY_CHOICES: Choices = [(str(number), name) for number, name in enumerate(WEEKDAYS)]
HOURS: Choices = [(str(hour), f"{hour:02}:00") for hour in range(24)]
FROM_SEVERITIES: Choices = [
    ("minor", "everything that touches visiting"), ("major", "major and critical"), ("critical", "critical only"),
]  # fmt: skip

DIRECTIONS: Choices = [(value.value, words.title) for value, words in DIRECTION_WORDS.items()]
SEVERITIES: Choices = [(value.value, words) for value, words in SEVERITY_WORDS.items()][::-1]
TOPICS: Choices = [(value.value, words) for value, words in TOPIC_WORDS.items()]
REVIEWS: Choices = [(value.value, words) for value, words in REVIEW_WORDS.items()]
SEARCH_HINT = "Beginnings of words; “in quotes” exactly these words; -word: without it."
NO_WORD = "Please give at least one word to look for."
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


def named(options: Iterable[tuple[str, str]], value: str) -> str:
    """The words for one value of a choice; what is no such value stays as it is."""
    return dict(options).get(value, value)
