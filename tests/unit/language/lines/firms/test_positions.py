"""What a vendor says that it requires of jails: the direction is that of the demand, not of its words."""

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Direction, Reading, Severity, Topic
from monitors.segments import plain_segments

PAGE = "News from the company\n\nWe serve jails in thirty states.\n\n{}\n\nAbout us: founded in 1999."


def told(new: str, kind: str, old: str = "") -> Reading:
    before, after = plain_segments(PAGE.format(old)), plain_segments(PAGE.format(new))
    return read(before, after, compare(before, after).passages, kind=kind)


@pytest.mark.parametrize(
    ("new", "direction"),
    [
        ("We will no longer require our customers to end in-person visits.", Direction.RESTORATIVE),
        ("Clearline said it has stopped asking jails to give up face-to-face visits.", Direction.RESTORATIVE),
        ("We now require that facilities eliminate in-person visitation.", Direction.RESTRICTIVE),
        ("Securus no longer requires jails to end in-person visits.", Direction.RESTORATIVE),
        ("Securus will not require any facility to ban on-site visits.", Direction.RESTORATIVE),
        ("Securus may terminate the agreement if the county does not end in-person visits.", Direction.RESTRICTIVE),
        ("Securus has stopped requiring jails to replace in-person visits with video.", Direction.RESTORATIVE),
        ("We have not stopped requiring jails to end in-person visits.", Direction.RESTRICTIVE),
        ("The company is eliminating contract language that restricts in-person visits.", Direction.RESTORATIVE),
        ("We are adding language to our contracts that limits in-person visitation.", Direction.RESTRICTIVE),
        ("We are removing clauses that protect in-person visits.", Direction.RESTRICTIVE),
    ],
)
@pytest.mark.parametrize("kind", ["vendor", "news"])
def test_a_demand_is_told_by_what_it_does_to_visits_in_person(new: str, kind: str, direction: Direction) -> None:
    reading = told(new, kind)
    assert (reading.direction, reading.severity) == (direction, Severity.CRITICAL)
    assert {Topic.IN_PERSON, Topic.VENDOR_POSITION} <= set(reading.topics)


def test_the_headline_says_what_became_of_the_demand() -> None:
    assert told("We will no longer require jails to end in-person visits.", "vendor").headline == (
        "Demand to end in-person visits dropped"
    )


def test_who_leaves_it_to_the_jails_is_neutral() -> None:
    reading = told("The company will defer to each facility's rules on in-person visits.", "vendor")
    assert (reading.relevant, reading.direction, reading.severity) == (True, Direction.NEUTRAL, Severity.MINOR)


@pytest.mark.parametrize(
    "new",
    [
        "The lawsuit says the company requires jails to end in-person visits.",
        "The county says it will not require the jail to end in-person visits.",
    ],
)
def test_what_is_alleged_and_what_a_power_rules_is_no_vendors_position(new: str) -> None:
    assert all("P-position" not in finding.rules for finding in told(new, "news").findings)


def test_the_same_demand_in_other_words_is_no_news() -> None:
    old = "We no longer require our customers to end in-person visits."
    assert not told("We do not require our customers to end in-person visits.", "vendor", old).relevant


@pytest.mark.parametrize("kind", ["vendor", "news"])
def test_a_decision_left_to_the_jails_is_neutral_and_a_denial_no_news(kind: str) -> None:
    left = told("Securus leaves the decision on ending in-person visits to each facility.", kind)
    assert (left.direction, left.relevant) == (Direction.NEUTRAL, True)
    assert not told("Securus denied that it requires jails to end in-person visits.", kind).relevant


def test_a_demand_given_up_from_a_day_on_with_a_clause_that_is_not_enforced_is_a_gain() -> None:
    new = (
        "From today we no longer ask any facility to wind up visits through glass, "
        "and where an existing agreement has such a sentence we will not enforce it."
    )
    found = told(new, "vendor")
    assert found.direction is Direction.RESTORATIVE
    assert any("P-position" in finding.rules for finding in found.findings)


def test_what_an_agreement_used_to_ask_for_is_given_up() -> None:
    before = "Our standard agreement asks each partner to stop offering visits at the glass once our system is live."
    after = before.replace("asks", "used to ask").replace("is live", "went live")
    found = told(after, "vendor", before)
    assert (found.direction, found.severity) == (Direction.RESTORATIVE, Severity.CRITICAL)
