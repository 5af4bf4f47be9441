"""A harm to visits, visitors or what they paid that is done now, or is not done any longer."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE

HARMS = [
    ("Unused visit credits {} expire after 30 days.", "now", "no longer", Topic.FEES),
    ("Money paid for canceled visits is {} forfeited.", "now", "no longer", Topic.FEES),
    ("Loss of visits is {} used as a punishment.", "now", "no longer", Topic.ELIGIBILITY),
    ("Inmates {} lose their visits for breaking rules.", "now", "no longer", Topic.ELIGIBILITY),
    ("Babies {} count toward the limit of three visitors.", "now", "no longer", Topic.ELIGIBILITY),
    ("Missed visits are {} charged to your account.", "now", "no longer", Topic.FEES),
    ("Visitors are {} charged for missed visits.", "now", "no longer", Topic.FEES),
    ("Visits are {} cut short when the room is full.", "now", "no longer", Topic.DURATION_FREQUENCY),
    ("Visits are {} denied to inmates on watch.", "now", "no longer", Topic.ELIGIBILITY),
    ("First-time visitors are {} turned away without a letter.", "now", "no longer", Topic.ELIGIBILITY),
    ("Visits with newborns {} require a court order.", "now", "no longer", Topic.ELIGIBILITY),
    ("Visiting permits {} expire after one year.", "now", "no longer", Topic.ELIGIBILITY),
]


@pytest.mark.parametrize(("line", "done", "over", "topic"), HARMS)
def test_a_harm_that_is_done_now_or_no_longer(line: str, done: str, over: str, topic: Topic) -> None:
    for word, direction in ((done, LESS), (over, MORE)):
        found = whole_reading(PAGE, f"{PAGE}\n{line.format(word)}")
        assert (found.direction, found.severity, found.topics) == (direction, Severity.MINOR, (topic,))
        assert rules(found) == {"P-harm"}


def test_a_rule_in_the_place_of_the_reverse() -> None:
    expire, stay = "Visit credits expire after 90 days.", "Visit credits do not expire after 90 days."
    assert whole_reading(f"{PAGE}\n{expire}", f"{PAGE}\n{stay}").direction is MORE
    assert whole_reading(f"{PAGE}\n{stay}", f"{PAGE}\n{expire}").direction is LESS


@pytest.mark.parametrize(
    "line",
    [
        "Unused visit credits do not expire after 30 days.",
        "Visitors are no longer charged for parking.",
        "Visitors will be turned away for wearing shorts.",
        "Meals are no longer refused to inmates.",
        "Account passwords expire after 90 days.",
        "Medical visits now require a co-pay.",
    ],
)
def test_what_is_no_harm_to_visits_is_no_news(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_what_the_page_said_before_is_not_told_again() -> None:
    page = f"{PAGE}\nVisit credits will not expire after 90 days."
    assert "P-harm" not in rules(whole_reading(page, f"{page}\nVisit credits no longer expire after 90 days."))


def test_a_line_that_says_less_of_the_harm_turns_it_as_well() -> None:
    before, after = "Unused visit credits expire after 30 days.", "Unused visit credits no longer expire."
    found = whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert (found.direction, rules(found)) == (MORE, {"P-harm"})
