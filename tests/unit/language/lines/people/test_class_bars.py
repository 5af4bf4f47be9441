"""A bar on those once held, or with a record, that came or went as a line of its own."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = (
    "1. Visitors sign the book.\n{}3. Visitors are searched.\n4. A prisoner receives visits on two days of each week.\n"
)
WAIT = "2. Visitors who have themselves been held in this jail are not admitted until 180 days after their release.\n"
FELONY = "2. A person who has been convicted of a felony may not visit.\n"


@pytest.mark.parametrize(("line", "waits"), [(WAIT, (180.0, None)), (FELONY, None)])
def test_a_bar_that_goes_is_a_gain_and_one_that_comes_a_loss(line: str, waits: tuple[float, None] | None) -> None:
    with_it, without = PAGE.format(line), PAGE.format("")
    gain, loss = whole_reading(with_it, without), whole_reading(without, with_it)
    assert (gain.direction, loss.direction) == (Direction.RESTORATIVE, Direction.RESTRICTIVE)
    for found in (gain, loss):
        assert found.why == (f"{next(iter(rules(found)))}: a class barred",) and found.severity is Severity.MAJOR
        assert found.topics == (Topic.ELIGIBILITY,)
    assert facts(gain).get("waiting_days") == waits


def test_an_entry_under_who_may_not_visit_is_a_bar() -> None:
    before = (
        "1. A person under sixteen.\n2. A person who has been convicted of a felony.\n3. An employee of the county."
    )
    after = "1. A person under sixteen.\n2. An employee of the county."
    found = whole_reading(before, after, title="Procedure 227: Persons who may not visit")
    assert "P-gone-record: a class barred" in found.why


@pytest.mark.parametrize(
    "line",
    [
        "2. A person convicted of a felony may visit.\n",
        "2. A person convicted of a felony may not visit unless the sheriff agrees.\n",
        "2. Lawyers with a record may not visit.\n",
        "2. People with a criminal record ask at the desk.\n",
    ],
)
def test_what_is_no_bar(line: str) -> None:
    assert "a class barred" not in " ".join(whole_reading(PAGE.format(line), PAGE.format("")).why)


def test_a_bar_told_in_another_line_has_not_gone() -> None:
    after = PAGE.format("") + "5. Those convicted of a felony are turned away.\n"
    assert "a class barred" not in " ".join(whole_reading(PAGE.format(FELONY), after).why)


def test_of_a_page_that_gave_way_to_another_no_bar_is_told() -> None:
    found = whole_reading(PAGE.format(WAIT), "This page has moved. Please see the sheriff's new site.")
    assert "a class barred" not in " ".join(found.why)
