"""Limits of a line of their own: struck they are a gain, added a loss."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import facts, reading_of_page, rules, whole_reading

PAGE = "Visiting is on Saturday and Sunday.\nBring photo ID.\nA visit from home costs $9 for 20 minutes."
HELD = [
    "A visitor may see only one inmate a day.",
    "Visitors may visit only one inmate per day.",
    "You may not visit more than one inmate on the same day.",
    "A person can only visit one inmate.",
    "Visitors may not see two inmates on one day.",
]
OFTEN = [
    "Only one visit per day.",
    "Each inmate is limited to one visit a day.",
    "No more than one visit per day is allowed.",
    "Inmates may receive just one visit each day.",
    "An inmate may not have more than one visit in a day.",
]
PARTY = [
    "Limited to one visitor at a time.",
    "One visitor at a time.",
    "Visits are limited to two adults at a time.",
    "Only one child may visit at a time.",
    "An inmate may not have more than two visitors at once.",
]
APPROVAL = [
    "Visitors must fill out an application and pass a background check.",
    "Every adult visitor has to be approved by the warden.",
]


@pytest.mark.parametrize("line", [*HELD, *OFTEN, *PARTY, *APPROVAL])
def test_a_limit_that_comes_is_a_loss_and_one_that_goes_a_gain(line: str) -> None:
    loss, gain = reading_of_page(PAGE, f"{PAGE}\n{line}"), reading_of_page(f"{PAGE}\n{line}", PAGE)
    assert (loss.direction, gain.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    severity = Severity.MAJOR if line in OFTEN else Severity.MINOR
    assert {loss.severity, gain.severity} == {severity}
    topic = Topic.DURATION_FREQUENCY if line in OFTEN else Topic.ELIGIBILITY
    assert loss.topics == gain.topics == (topic,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A visitor may see only one inmate a day.", "Visitors may visit only one inmate per day."),
        ("One visitor at a time.", "Visits are limited to one visitor at a time."),
        ("Only one visit per day.", "No more than one visit per day."),
    ],
)
def test_the_same_limit_in_other_words_tells_nothing(before: str, after: str) -> None:
    assert not reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}").relevant


@pytest.mark.parametrize(
    "line",
    [
        "Only one bag per visitor fits into a locker.",
        "Only one deposit per day may be made at the kiosk.",
        "Only one vehicle per family may use the parking lot.",
        "One person at a time may pass through the metal detector.",
        "Only one attorney at a time may use the interview room.",
        "Visitors must fill out an application for a parking pass.",
        "Volunteers must fill out an application and pass a background check.",
        "Children must be approved by a doctor for dental work.",
        "Visitors must complete an application only once.",
    ],
)
def test_limits_of_something_else_are_none_of_visits(line: str) -> None:
    for sides in ((PAGE, f"{PAGE}\n{line}"), (f"{PAGE}\n{line}", PAGE)):
        assert not any(rule.startswith("P-limit-") for rule in rules(reading_of_page(*sides)))


def test_another_figure_of_the_limit_is_compared() -> None:
    found = reading_of_page(f"{PAGE}\nOnly one visit per day.", f"{PAGE}\nOnly two visits per day.")
    assert found.direction is Direction.RESTORATIVE
    assert "P-limit-often" not in rules(found)


def test_an_approval_that_a_page_knows_in_other_words_is_not_told_anew() -> None:
    known = f"{PAGE}\nOnly people whose application was approved may visit."
    line = "Visitors must be approved by the warden."
    assert "P-limit-approval" in rules(reading_of_page(PAGE, f"{PAGE}\n{line}"))
    assert "P-limit-approval" not in rules(reading_of_page(known, f"{known}\n{line}"))


def test_a_paper_tells_a_limit_where_it_names_people_held() -> None:
    for line, told in (
        ("All inmates will be limited to one visit a month.", True),
        ("The hospital allows only one visitor at a time.", False),
        ("Prison nurses are limited to one visit a month.", False),
        ("The inmate is limited to one visit a month by the judge's order.", False),
        ("The sheriff said each inmate is limited to one visit a month, as before.", False),
    ):
        page = "The jail roof was mended."
        found = whole_reading(page, f"{page}\n{line}", title="Alder County Times", kind="news")
        assert any(rule.startswith("P-limit-") for rule in rules(found)) is told


def test_a_free_visit_that_a_clause_limits_is_no_limit_on_visits() -> None:
    line = "Each inmate is limited to one free visit a week."
    assert not any(rule.startswith("P-limit-") for rule in rules(reading_of_page(PAGE, f"{PAGE}\n{line}")))


def test_a_length_that_visits_are_limited_to_is_a_limit_with_its_figure() -> None:
    page, line = "Visiting is on Saturday and Sunday.\nBring photo ID.", "Each visit is limited to 20 minutes."
    came, went = reading_of_page(page, f"{page}\n{line}"), reading_of_page(f"{page}\n{line}", page)
    assert (came.direction, went.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert rules(came) == rules(went) == {"P-limit-long"}
    assert (facts(came), facts(went)) == ({"visit_minutes": (None, 20)}, {"visit_minutes": (20, None)})
    known = f"{page}\nA visit takes 30 minutes."
    assert "P-limit-long" not in rules(reading_of_page(known, f"{known}\n{line}"))


@pytest.mark.parametrize(
    ("line", "limit"), [("Each visit is limited to 20 minutes.", "20 minutes"), ("Only one visit a week.", "1 a week")]
)
def test_the_headline_says_that_a_limit_came_or_went(line: str, limit: str) -> None:
    page = "Visiting is on Saturday and Sunday.\nBring photo ID."
    assert reading_of_page(page, f"{page}\n{line}").headline == f"Visits now limited to {limit}"
    assert reading_of_page(f"{page}\n{line}", page).headline == f"Visits no longer limited to {limit}"


def test_a_cap_on_the_list_of_visitors_is_grave_and_no_size_of_a_party() -> None:
    page = "Visiting is on Saturday and Sunday.\nBring photo ID."
    for line, figure in (
        ("No resident may have more than six approved visitors at a time.", 6),
        ("The visiting list is limited to 8 adults.", 8),
        ("Inmates may list no more than ten names.", 10),
    ):
        found = reading_of_page(page, f"{page}\n{line}")
        assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MAJOR)
        assert facts(found) == {"list_max": (None, figure)}
    party = reading_of_page(page, f"{page}\nNo inmate may have more than two visitors at a time.")
    assert rules(party) == {"P-limit-party"}
