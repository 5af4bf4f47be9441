"""What is done to a form of visits is told in every voice and tense, and what is not done is not."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction", "severity", "topics", "headline"),
    [
        ("Visitation has been scrapped.", LESS, Severity.CRITICAL, {Topic.IN_PERSON}, "Visitation ended"),
        ("Weekend visits are being phased out.", LESS, Severity.MAJOR, {Topic.SCHEDULE}, "Weekend visits ended"),
        (
            "We are reintroducing contact visits on May 1.",
            MORE,
            Severity.MAJOR,
            {Topic.CONTACT},
            "Contact visits restored",
        ),
        ("People in quarantine may now have visits.", MORE, Severity.MAJOR, {Topic.IN_PERSON}, "Visits allowed"),
        ("The jail will keep in-person visits.", MORE, Severity.MAJOR, {Topic.IN_PERSON}, "In-person visits to stay"),
        ("In-person visits will not be ended.", MORE, Severity.MAJOR, {Topic.IN_PERSON}, "In-person visits to stay"),
        ("Contact visits are no longer banned.", MORE, Severity.MAJOR, {Topic.CONTACT}, "Contact visits restored"),
        (
            "The suspension of contact visits has been extended to June 1.",
            LESS,
            Severity.MAJOR,
            {Topic.SUSPENSION, Topic.CONTACT},
            "Contact visits suspended for longer",
        ),
        ("The end of weekend visits is over.", MORE, Severity.MAJOR, {Topic.SCHEDULE}, "Weekend visits to stay"),
        (
            "The return of contact visits has been delayed.",
            LESS,
            Severity.MAJOR,
            {Topic.SUSPENSION, Topic.CONTACT},
            "Contact visits back later",
        ),
        ("We regret the ban on video visits.", LESS, Severity.MAJOR, {Topic.VIDEO_REMOTE}, "Video visits ended"),
        ("The sheriff is allowing video visits.", MORE, Severity.MAJOR, {Topic.VIDEO_REMOTE}, "Video visits allowed"),
    ],
)
def test_an_act_is_told_with_what_it_is_done_to(
    line: str, direction: Direction, severity: Severity, topics: set[Topic], headline: str
) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, found.severity, found.headline) == (direction, severity, headline)
    assert topics <= set(found.topics)
    assert rules(found) == {"P-act"}


@pytest.mark.parametrize(
    "line",
    [
        "The jail has not ended in-person visits.",
        "The sheriff has defended the end of in-person visits.",
        "Families protested the suspension of visits on Monday.",
        "Contact visits are not being eliminated.",
        "No visits have been suspended.",
        "The county is adding visits to the recycling center.",
        "Your visit will not be canceled.",
        "We stop visits for count.",
        "The ban on cell phones in the visiting room has been extended.",
    ],
)
def test_what_is_not_done_or_to_other_visits_is_no_news(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_one_unit_is_told_as_one() -> None:
    found = whole_reading(PAGE, f"{PAGE}\nVisits in B pod have been abolished.")
    assert (rules(found), found.severity) == ({"P-act", "S6"}, Severity.MAJOR)


def test_in_a_paper_the_jail_must_be_named() -> None:
    paper = "Council briefs.\nA new water rate was approved."
    told = whole_reading(paper, f"{paper}\nIn-person visits at the jail will not be ended.", title="", kind="news")
    assert rules(told) == {"P-act"}
    other = whole_reading(paper, f"{paper}\nVideo visits will not be ended.", title="", kind="news")
    assert "P-act" not in rules(other)


def test_what_the_page_said_in_another_voice_is_told_no_more() -> None:
    before = f"{PAGE}\nThe jail has phased out contact visits."
    after = f"{before}\nContact visits have been ended."
    assert "P-act" not in rules(whole_reading(before, after))


def test_beside_a_line_on_visits_that_went_it_is_left_to_what_compares_them() -> None:
    found = whole_reading(f"{PAGE}\nContact visits are on hold.", f"{PAGE}\nContact visits have been abolished.")
    assert "P-act" not in rules(found)


def test_a_line_that_goes_on_for_ever_says_no_act() -> None:
    line = f"Contact visits are {'now ' * 100}abolished."
    assert "P-act" not in rules(whole_reading(PAGE, f"{PAGE}\n{line}"))


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("We are not holding visits.", Severity.MAJOR),
        ("We are not currently accepting visitors.", Severity.MAJOR),
        ("No visitors are allowed at this time.", Severity.MAJOR),
        ("We are no longer accepting visitors.", Severity.CRITICAL),
    ],
)
def test_visits_that_are_not_held_and_visitors_who_are_not_let_in(line: str, severity: Severity) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, found.severity, rules(found)) == (Direction.RESTRICTIVE, severity, {"P-act"})


@pytest.mark.parametrize("line", ["We are no longer scheduling visits by phone.", "We are not accepting packages."])
def test_what_is_not_done_for_visits_is_no_end_of_them(line: str) -> None:
    assert "P-act" not in rules(whole_reading(PAGE, f"{PAGE}\n{line}"))
