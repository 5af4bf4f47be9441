"""Plain lines by which visits are in person on one side, and by other means on the other."""

from __future__ import annotations

import pytest

from monitors.records import Fact
from tests.unit.language.reading import whole_reading


@pytest.mark.parametrize(
    ("here", "elsewhere"),
    [
        ("Visits are in person.", "Visits are virtual."),
        ("Visits are held in person on Saturdays.", "Visits are held online on Saturdays."),
        ("Visitors may visit in person.", "Visitors may visit remotely."),
        ("We offer in-person visits on Sundays.", "We offer virtual visits on Sundays."),
        ("Families may come in person.", "Families may connect online."),
        ("Families may see their loved one face to face.", "Families may see their loved one on a tablet."),
    ],
)
def test_the_form_of_visits_is_swapped(here: str, elsewhere: str) -> None:
    lost, back = whole_reading(here, elsewhere), whole_reading(elsewhere, here)
    assert (lost.direction, lost.severity, lost.facts) == (
        "restrictive",
        "critical",
        (Fact("in_person_allowed", True, False),),
    )
    assert (back.direction, back.severity, back.facts) == (
        "restorative",
        "critical",
        (Fact("in_person_allowed", False, True),),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Applications may be filed in person.", "Applications may be filed online."),
        ("Bond may be paid in person.", "Bond may be paid online."),
        ("Visits are virtual.", "Visits are online."),
    ],
)
def test_other_matters_and_other_words_are_silent(old: str, new: str) -> None:
    assert not whole_reading(old, new).relevant


def test_a_page_that_keeps_visits_in_person_has_not_ended_them() -> None:
    kept = "\nIn-person visits are held on Sundays from 1 to 3."
    reading = whole_reading(f"Visits are in person on Mondays.{kept}", f"Visits are online on Mondays.{kept}")
    assert all(fact.name != "in_person_allowed" for fact in reading.facts)


@pytest.mark.parametrize("until", [" on May 3", " this week", " during the outbreak", " until further notice"])
def test_what_is_so_for_a_time_has_not_ended_the_form(until: str) -> None:
    reading = whole_reading("Visits are in person.", f"Visits are virtual{until}.")
    assert all(fact.name != "in_person_allowed" for fact in reading.facts)


def test_lawyers_alone_have_not_lost_the_form_for_all() -> None:
    reading = whole_reading("Visits are held in person with attorneys.", "Visits are held online with attorneys.")
    assert all(fact.name != "in_person_allowed" for fact in reading.facts)
