"""A few words make a line hold for more or for less; what the line does says whether that is a gain."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity, Topic
from tests.unit.language.reading import PAGE, facts, reading_of_page, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


def both_ways(less: str, more: str) -> tuple[Reading, Reading]:
    poor, rich = f"{PAGE}\n{less}", f"{PAGE}\n{more}"
    return reading_of_page(poor, rich), reading_of_page(rich, poor)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        # one more in a list
        ("Only immediate family may visit.", "Only immediate family and clergy may visit."),
        ("No visits on weekends or holidays.", "No visits on holidays."),
        ("Visitors may not hug or kiss.", "Visitors may not kiss."),
        ("All visits must be approved by the warden.", "All visits must be approved by the warden or chaplain."),
        ("All visits must be approved by the warden and chaplain.", "All visits must be approved by the warden."),
        # all and some
        ("Most inmates may receive visits.", "All inmates may receive visits."),
        ("All visits are through glass.", "Most visits are through glass."),
        # of whom and when
        ("Any approved adult may visit.", "Any adult may visit."),
        ("An appointment is required for every visit.", "An appointment is required for weekend visits."),
        ("Family members on the approved list may visit.", "Family members may visit."),
        ("No children may visit on weekdays.", "No children under 6 may visit on weekdays."),
        ("Visits are free on Sundays.", "Visits are free."),
        (
            "Friends may visit if the inmate has listed them and the sergeant agrees.",
            "Friends may visit if the inmate has listed them.",
        ),
        # with what force
        ("Late visitors will be turned away.", "Late visitors may be turned away."),
        ("Visits may be held on Sundays.", "Visits will be held on Sundays."),
        ("Visits must be scheduled in advance.", "Visits may be scheduled in advance."),
        # counted in or out
        ("An inmate may list 6 visitors, including clergy.", "An inmate may list 6 visitors, excluding clergy."),
        (
            "No more than four visitors per visit, infants included.",
            "No more than four visitors per visit, infants not included.",
        ),
        ("Everyone, including children, must show ID to visit.", "Everyone except children must show ID to visit."),
        # bounds
        ("Visits are one hour or less.", "Visits are one hour or more."),
        ("Inmates get up to two visits a week.", "Inmates get at least two visits a week."),
        ("An inmate may have one visit per day and two per week.", "An inmate may have one visit per day."),
        ("Each inmate may have one visit per week.", "Each inmate may have one visit per visitor per week."),
        ("A video visit costs $5 per visitor.", "A video visit costs $5 per group."),
        # company, and beside
        ("Teens 16 and 17 may visit with a parent.", "Teens 16 and 17 may visit without a parent."),
        (
            "Video visits replace in-person visits on weekdays.",
            "Video visits supplement in-person visits on weekdays.",
        ),
    ],
)
def test_what_a_few_words_do_is_undone_when_they_go(less: str, more: str) -> None:
    up, down = both_ways(less, more)
    assert (up.direction, down.direction) == (MORE, LESS)
    assert rules(up) == rules(down) == {"P-few-words"}


def test_days_named_and_days_counted_are_compared() -> None:
    named, counted = (f"Bring photo ID.\n{line}" for line in ("Visits Saturday and Sunday", "Visits five days a week"))
    up, down = reading_of_page(named, counted), reading_of_page(counted, named)
    assert (up.direction, down.direction) == (MORE, LESS)
    assert facts(up) == {"visit_days_per_week": (2, 5)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Only immediate family and clergy may visit.", "Only clergy and immediate family may visit."),
        ("No one under 18 may visit unless with a parent.", "No one under 18 may visit without a parent."),
        ("Lobby visits are always free.", "Lobby visits are free at all times."),
        ("Visits last up to 45 minutes.", "Visits last no more than 45 minutes."),
    ],
)
def test_the_same_in_a_few_other_words_is_silent(one: str, other: str) -> None:
    assert not any(found.relevant for found in both_ways(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Only staff may use the east lot.", "Only staff and family may use the east lot."),
        ("Visiting rules are available in the lobby.", "Visiting rules are available in the lobby and from home."),
        ("Family may visit.", "Family and loved ones may visit."),
        ("Visits may be scheduled online.", "Visits may be scheduled online or by phone."),
        ("Visits may be monitored.", "Visits will be monitored."),
        ("Parking for visits is free on Sundays.", "Parking for visits is free."),
        ("Families pay for parking at visits.", "The county pays for parking at visits."),
    ],
)
def test_what_is_no_term_of_visits_is_not_told_so(one: str, other: str) -> None:
    assert all("P-few-words" not in rules(found) for found in both_ways(one, other))


@pytest.mark.parametrize(
    ("less", "more", "topic", "severity"),
    [
        ("Most inmates may receive visits.", "All inmates may receive visits.", Topic.ELIGIBILITY, Severity.MAJOR),
        ("Visits are free on Sundays.", "Visits are free.", Topic.FEES, Severity.MAJOR),
        ("Visitors may not hug or kiss.", "Visitors may not kiss.", Topic.CONTACT, Severity.MAJOR),
        ("Visits must be scheduled ahead.", "Visits may be scheduled ahead.", Topic.SCHEDULE, Severity.MINOR),
        ("Visits are one hour or less.", "Visits are one hour or more.", Topic.DURATION_FREQUENCY, Severity.MAJOR),
        # who pays
        ("Families pay for video visits.", "The county pays for video visits.", Topic.FEES, Severity.MAJOR),
        ("Loved ones bear the cost of a visit.", "The jail bears the cost of a visit.", Topic.FEES, Severity.MAJOR),
        ("Video visits are full price on Sundays.", "Video visits are half price on Sundays.", Topic.FEES, Severity.MAJOR),
        # everybody, kin, nobody
        ("Family may visit.", "Everyone may visit.", Topic.ELIGIBILITY, Severity.MAJOR),
        ("Nobody can visit.", "Anybody can visit.", Topic.ELIGIBILITY, Severity.MAJOR),
        ("Anyone may be turned away.", "No one is turned away.", Topic.ELIGIBILITY, Severity.MAJOR),
        ("Most housing units get Saturday visits.", "All housing units get Saturday visits.", Topic.ELIGIBILITY, Severity.MAJOR),
        # one and several
        ("Only one visit per day is allowed.", "More than one visit per day is allowed.", Topic.DURATION_FREQUENCY, Severity.MAJOR),
        # touch
        ("Inmates may see their children.", "Inmates may hold their children.", Topic.CONTACT, Severity.MAJOR),
        # from where
        ("Visit from home.", "Visit at the jail or from home.", Topic.IN_PERSON, Severity.CRITICAL),
        ("Visit at the jail.", "Visit at the jail or from home.", Topic.VIDEO_REMOTE, Severity.MINOR),
        # on what ground visits are taken
        ("Visits may be ended at any time.", "Visits may be ended only for cause.", Topic.ELIGIBILITY, Severity.MINOR),
        ("A visitor may be refused for any reason.", "A visitor may be refused for good cause.", Topic.ELIGIBILITY, Severity.MINOR),
    ],
)  # fmt: skip
def test_what_the_line_is_about_gives_topic_and_severity(
    less: str, more: str, topic: Topic, severity: Severity
) -> None:
    up, _ = both_ways(less, more)
    assert (up.topics, up.severity) == ((topic,), severity)


def test_the_only_way_to_visit_that_is_one_of_several_leaves_room_for_visits_in_person() -> None:
    for found, moved in zip(
        both_ways("Video is the only way to visit.", "Video is one way to visit."),
        ((False, True), (True, False)),
        strict=True,
    ):
        assert facts(found).get("in_person_allowed") == moved


def test_a_paper_may_tell_who_pays() -> None:
    found = whole_reading(
        "The county will pick up the tab for home video visits.",
        "Families will pick up the tab for home video visits.",
        kind="news",
    )
    assert (found.direction, found.topics, rules(found)) == (LESS, (Topic.FEES,), {"P-few-words"})
