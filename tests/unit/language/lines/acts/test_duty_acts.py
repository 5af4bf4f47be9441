"""What is asked of visitors is told where it is new, where it is lifted, and where it turns; conduct is no news."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Fact, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction", "severity", "topic"),
    [
        ("Visitors must now be approved by the warden before visiting.", LESS, Severity.MINOR, Topic.ELIGIBILITY),
        ("The jail now requires friends to fill out an application to visit.", LESS, Severity.MINOR, Topic.ELIGIBILITY),
        ("Beginning May 1, families will have to give notice of a visit.", LESS, Severity.MINOR, Topic.SCHEDULE),
        ("A court order is now required to visit.", LESS, Severity.MINOR, Topic.ELIGIBILITY),
        ("Visitors must be on the approved list.", LESS, Severity.MINOR, Topic.ELIGIBILITY),
        ("Each visitor must pay a $5 registration fee.", LESS, Severity.MAJOR, Topic.FEES),
        ("No one may visit without a reservation.", LESS, Severity.MINOR, Topic.SCHEDULE),
        ("Former inmates no longer have to wait 90 days to visit.", MORE, Severity.MAJOR, Topic.ELIGIBILITY),
        ("Visitors no longer have to be 21.", MORE, Severity.MAJOR, Topic.ELIGIBILITY),
        ("Visitors do not have to make an appointment.", MORE, Severity.MINOR, Topic.SCHEDULE),
        ("The requirement that friends register online has been dropped.", MORE, Severity.MINOR, Topic.SCHEDULE),
        ("It is no longer necessary for relatives to bring a court order.", MORE, Severity.MINOR, Topic.ELIGIBILITY),
        ("We are dropping the requirement of a background check for visits.", MORE, Severity.MINOR, Topic.ELIGIBILITY),
        ("Attorneys must now make an appointment.", LESS, Severity.MINOR, Topic.LEGAL_VISITS),
        ("Families will no longer be charged for visits.", MORE, Severity.MAJOR, Topic.FEES),
    ],
)  # fmt: skip
def test_a_duty_that_is_new_or_lifted_is_told(
    line: str, direction: Direction, severity: Severity, topic: Topic
) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, found.severity, topic in found.topics) == (direction, severity, True)
    assert rules(found) <= {"P-duty", "P-limit-approval", "P-booking"}


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("The jail now requires friends to fill out an application to visit.", "An application now asked of visitors"),
        (
            "We have stopped requiring guests to pass a background check.",
            "A background check no longer asked of visitors",
        ),
    ],
)
def test_what_is_asked_is_named(line: str, headline: str) -> None:
    assert whole_reading(PAGE, f"{PAGE}\n{line}").headline == headline


def test_a_duty_that_is_struck_is_lifted() -> None:
    line = "Friends must wait 90 days to visit."
    found = whole_reading(f"{PAGE}\n{line}", PAGE)
    assert (found.direction, found.facts) == (MORE, (Fact("wait_days_friends", 90.0, None),))
    assert whole_reading(PAGE, f"{PAGE}\n{line}").facts == (Fact("wait_days_friends", None, 90.0),)


def test_that_a_duty_was_lifted_once_is_no_news_when_it_goes() -> None:
    line = "Visitors no longer have to make an appointment."
    assert "P-duty" not in rules(whole_reading(f"{PAGE}\n{line}", PAGE))


def test_a_duty_turns_in_whatever_words() -> None:
    asked, free = (
        "The jail asks guests to prepay for every visit.",
        "There is no need for guests to prepay for every visit.",
    )
    assert whole_reading(f"{PAGE}\n{asked}", f"{PAGE}\n{free}").direction is MORE
    assert whole_reading(f"{PAGE}\n{free}", f"{PAGE}\n{asked}").direction is LESS


def test_one_duty_in_other_words_is_none_more() -> None:
    found = whole_reading(
        f"{PAGE}\nFriends must pass a background check to visit.",
        f"{PAGE}\nFriends are now required to pass a background check to visit.",
    )
    assert not found.relevant
    assert "R2 the same is asked of visitors" in found.why


@pytest.mark.parametrize(
    "line",
    [
        "Visitors must now wear a mask during visits.",
        "Visitors no longer have to be searched before visits.",
        "Visitors are now required to park in Lot B.",
        "Visitors must deposit keys in a locker.",
        "Visitors must read the rules before visiting.",
        "You must know the inmate's booking number to visit.",
        "Visitors must enter through the main door to visit.",
        "Visitors must wait in the lobby until called.",
        "Masks are no longer required at visits.",
        "Visitors are still required to make an appointment.",
        "The requirement that visitors make an appointment remains in effect.",
        "The requirement of an appointment for visits has not been lifted.",
        "You must have a reservation to visit the museum.",
        "Volunteers must now pass a background check.",
    ],
)
def test_conduct_and_what_stands_as_it_did_are_no_news(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_what_a_page_asked_before_is_not_told_again() -> None:
    page = f"{PAGE}\nVisitors must make an appointment."
    assert "P-duty" not in rules(whole_reading(page, f"{page}\nGuests are required to make an appointment to visit."))


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("The county jail no longer requires visitors to pass a background check.", MORE),
        ("A new rule requires visitors to the county jail to make an appointment.", LESS),
        ("Under a new policy, jail visitors have to pass a background check.", LESS),
        ("Visitors must fill out an application before they can see an inmate, the sheriff said Tuesday.", LESS),
    ],
)
def test_a_paper_is_believed_where_it_names_jails(line: str, direction: Direction) -> None:
    page = "The county jail holds 200 people.\nThe county board meets on Mondays."
    assert whole_reading(page, f"{page}\n{line}", kind="news").direction is direction


@pytest.mark.parametrize(
    ("free", "asked"),
    [
        ("Visitors may come without an approval.", "An approval is needed to visit."),
        ("An approval is not needed to visit.", "Every visitor has to be approved by the warden."),
        ("Anybody may visit without a waiver.", "There is a new rule that visitors must sign a waiver."),
        ("Visitors need not be fingerprinted.", "All visitors are required to be fingerprinted."),
        ("A form is not needed to visit.", "The county has added a requirement to fill in a form."),
    ],
)
def test_a_duty_in_the_place_of_its_absence(free: str, asked: str) -> None:
    found = whole_reading(f"{PAGE}\n{free}", f"{PAGE}\n{asked}")
    assert (found.direction, rules(found)) == (LESS, {"P-duty"})


def test_a_requirement_that_was_dropped() -> None:
    after = "The county has dropped the requirement to fill in a form."
    assert whole_reading(f"{PAGE}\nVisitors have to fill in a form.", f"{PAGE}\n{after}").direction is MORE
