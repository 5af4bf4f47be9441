"""One verb gives way to its contrary; what comes or goes says whether that is a gain."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, reading_of_page, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("worse", "better", "topic", "level"),
    [
        # visits that come, stay or go
        ("The county took in-person visits away.", "The county brought in-person visits back.", Topic.IN_PERSON, Severity.CRITICAL),
        ("The jail did away with in-person visits.", "The jail carried on with in-person visits.", Topic.IN_PERSON, Severity.CRITICAL),
        ("The sheriff scrapped in-person visits.", "The sheriff kept in-person visits.", Topic.IN_PERSON, Severity.CRITICAL),
        ("In-person visits were phased out.", "In-person visits were kept on.", Topic.IN_PERSON, Severity.CRITICAL),
        ("Evening visits will be phased out.", "Evening visits will be phased in.", Topic.SCHEDULE, Severity.MAJOR),
        # what grows or shrinks
        ("Visiting hours were scaled back.", "Visiting hours were built up.", Topic.SCHEDULE, Severity.MINOR),
        ("The price of a video visit rose.", "The price of a video visit fell.", Topic.FEES, Severity.MAJOR),
        # of bad things the other way round
        ("The ban on in-person visits has begun.", "The ban on in-person visits has ended.", Topic.IN_PERSON, Severity.CRITICAL),
        ("The suspension was extended.", "The suspension was lifted.", Topic.SUSPENSION, Severity.MAJOR),
        ("Partitions have been put up.", "Partitions have been taken down.", Topic.CONTACT, Severity.MAJOR),
        # and of prices that are good to have
        ("The half-price rate for video visits ends.", "The half-price rate for video visits stays.", Topic.FEES, Severity.MAJOR),
        # a negation turns the verb
        ("In-person visits were not reinstated.", "In-person visits were reinstated.", Topic.IN_PERSON, Severity.CRITICAL),
    ],
)  # fmt: skip
def test_a_contrary_verb_turns_a_line(worse: str, better: str, topic: Topic, level: Severity) -> None:
    for old, new, direction in ((worse, better, MORE), (better, worse, LESS)):
        found = whole_reading(old, new, title="Visiting")
        assert (found.direction, found.severity) == (direction, level)
        assert topic in found.topics


@pytest.mark.parametrize(
    ("old", "new", "headline"),
    [
        ("Evening visits will be phased in.", "Evening visits will be phased out.", "Fewer visiting days or hours"),
        ("The price of a video visit rose.", "The price of a video visit fell.", "Price of visits down"),
        ("The jail carried on with in-person visits.", "The jail did away with in-person visits.", "In-person visits ended"),
    ],
)  # fmt: skip
def test_the_headline_tells_what_became_of_which_thing(old: str, new: str, headline: str) -> None:
    assert whole_reading(old, new, title="Visiting").headline == headline


def test_those_on_discipline_are_a_class() -> None:
    found = whole_reading(
        "Residents on discipline keep a weekly visit.", "Residents on discipline lose a weekly visit."
    )
    assert (found.direction, found.severity, found.topics) == (LESS, Severity.MINOR, (Topic.ELIGIBILITY,))


def test_what_follows_says_when_and_not_what_goes() -> None:
    went = whole_reading("Visits in person went on during a closure.", "Visits in person were halted during a closure.")
    assert went.direction is LESS


def test_the_end_of_visits_in_person_is_a_fact_and_that_of_one_unit_is_none() -> None:
    both = whole_reading("We will keep in-person visits.", "We will drop in-person visits.")
    assert facts(both)["in_person_allowed"] == (True, False)
    one = whole_reading("B pod will keep in-person visits.", "B pod will drop in-person visits.")
    assert one.severity is Severity.MAJOR
    assert "in_person_allowed" not in facts(one)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The sheriff kept the visiting rules.", "The sheriff dropped the visiting rules."),  # of which kind?
        ("Lockers were removed from the visiting room.", "Lockers were added to the visiting room."),
        ("Visits through the glass were kept.", "Visits through the glass were ended."),  # a loss, or touch instead?
        ("The board may keep in-person visits.", "The board may end in-person visits."),  # only a plan
        ("The jail's library was kept.", "The jail's library was closed down."),
    ],
)
def test_what_no_contrary_verb_decides_is_left_to_others(old: str, new: str) -> None:
    assert not any(rule.startswith("P-contrary-") for rule in rules(reading_of_page(old, new)))
