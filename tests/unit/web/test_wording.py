"""The words of the pages: one for every value there is, and spans as people say them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import pytest

from alerts.wording import DIRECTION_WORDS, FACT_WORDS, SEVERITY_WORDS, TOPIC_WORDS
from monitors.language.figures import told_facts
from monitors.places import PLACES, place_of
from monitors.records import (
    Check,
    CheckOutcome,
    FailureKind,
    Grade,
    Monitor,
    Passage,
    PassageKind,
    Quality,
    Source,
    SourceKind,
)
from web import choices, wording
from web.filters import Standing
from web.passages import ShownPassage
from web.room import _templates
from web.visitor import ANYBODY

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "table",
    [
        DIRECTION_WORDS, SEVERITY_WORDS, TOPIC_WORDS, wording.KIND_WORDS, wording.OUTCOME_WORDS, wording.QUALITY_WORDS,
        wording.FAILURE_WORDS, wording.CHANGE_WORDS, wording.PASSAGE_WORDS, wording.DELIVERY_WORDS,
        wording.QUESTION_WORDS,
    ],
)  # fmt: skip
def test_every_value_has_a_word(table: dict[StrEnum, object]) -> None:
    assert set(table) == set(type(next(iter(table))))


def test_every_standing_can_be_chosen() -> None:
    assert {value for value, _ in choices.STANDINGS} == set(Standing)


def test_the_places_are_the_states_the_capital_puerto_rico_and_the_country() -> None:
    assert len(PLACES) == 50 + 3
    assert len(set(PLACES.values())) == len(PLACES)


def test_a_place_has_its_county_and_an_unlisted_code_stands_for_itself() -> None:
    assert place_of(Source("a", "A", SourceKind.JAIL, "US-TN", "Shelby")) == "Shelby, Tennessee"
    assert place_of(Source("a", "A", SourceKind.JAIL, "CA-ON")) == "CA-ON"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=20), "just now"), (timedelta(seconds=60), "1 minute ago"),
        (timedelta(hours=5), "5 hours ago"), (timedelta(days=1, hours=20), "1 day ago"),
        (timedelta(days=40), "40 days ago"), (timedelta(hours=-2), "in 2 hours"),
        (timedelta(days=61), "2 months ago"), (timedelta(days=729), "23 months ago"),
        (timedelta(days=731), "2 years ago"), (timedelta(days=4224), "11 years ago"),
    ],
)  # fmt: skip
def test_ago(span: timedelta, words: str) -> None:
    assert wording.ago(NOW - span, NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (86400, "1 day"),
        (172800, "2 days"),
        (129600, "36 hours"),
        (3600, "1 hour"),
        (5400, "90 minutes"),
        (45, "45 seconds"),
    ],
)
def test_intervals(seconds: float, words: str) -> None:
    assert wording.span_words(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (14_200, "14.2 KB"),
        (999_960, "1.0 MB"),
        (3_100_000, "3.1 MB"),
        (68_643_900_000, "68.6 GB"),
    ],
)
def test_sizes(count: int, words: str) -> None:
    assert wording.bytes_words(count) == words


def test_a_check_says_why_it_brought_nothing() -> None:
    failed = Check("m", NOW, CheckOutcome.FAILED, "u", failure=FailureKind.DNS, message="NXDOMAIN")
    blocked = Check("m", NOW, CheckOutcome.BLOCKED, "u", quality=Quality.LOGIN)
    good = Check("m", NOW, CheckOutcome.UNCHANGED, "u", quality=Quality.OK)
    reasons = [wording.reason_of(check) for check in (failed, blocked, good)]
    assert reasons == ["the host name was not found (NXDOMAIN)", "the site asked for a login", ""]


def test_titles_are_one_line_of_bearable_length() -> None:
    assert wording.name_of(Monitor("jail", "s", "u", title="  Visiting \n rules ")) == "Visiting rules"
    assert wording.name_of(Monitor("jail", "s", "u", title=" \n")) == "jail"
    assert len(wording.name_of(Monitor("jail", "s", "u", title="visit " * 400))) <= wording.LONGEST_TITLE


def test_every_fact_that_a_headline_names_has_words_of_its_own() -> None:
    assert not (told_facts.NAMES - FACT_WORDS.keys())


def test_words_of_a_page_in_spanish_are_marked_for_screen_readers() -> None:
    shown = ShownPassage(
        0, Passage(PassageKind.REWORDED, Grade.HIGH, "Cada visita dura 30 minutos.", "Cada visita dura 20 minutos.")
    )
    template = _templates("").from_string(
        '{% import "parts.html" as parts with context %}{{ parts.passage(shown, view) }}'
    )
    for view, marked in (("inline", 1), ("side", 2)):
        assert template.render(shown=shown, view=view, visitor=ANYBODY).count('<p class="words" lang="es">') == marked
    english = replace(shown, passage=Passage(PassageKind.ADDED, Grade.HIGH, "", "Visits last 20 minutes."))
    assert '<p class="words">' in template.render(shown=english, view="inline", visitor=ANYBODY)
