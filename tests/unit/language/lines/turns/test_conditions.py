"""A condition narrows what a line gives, an exception what it forbids or asks; when they go it is the reverse."""

# ruff: noqa: E501  a headline reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, reading_of_page, rules

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("rule", "tail", "direction"),
    [
        ("Children may visit", "if they are over 5", LESS),
        ("Friends and family may visit", "after a background check", LESS),
        ("Video visits are free", "for the first 10 minutes", LESS),
        ("Walk-in visitors are welcome", "on Sundays only", LESS),
        ("Former inmates may not visit", "unless the warden approves", MORE),
        ("People on probation are not admitted", "unless their officer agrees in writing", MORE),
        ("Visitors may not touch inmates", "except for a brief hug at the start and end", MORE),
        ("Visits must be scheduled a day ahead", "except for first visits", MORE),
        ("Fees for missed visits are not refunded", "unless the system failed", MORE),
    ],
)
def test_what_a_condition_does_is_undone_when_it_goes(rule: str, tail: str, direction: Direction) -> None:
    bare, tailed = f"{PAGE}\n{rule}.", f"{PAGE}\n{rule} {tail}."
    came, went = reading_of_page(bare, tailed), reading_of_page(tailed, bare)
    assert came.direction is direction
    assert went.direction is (MORE if direction is LESS else LESS)
    assert rules(came) == rules(went) == {"P-condition"}


@pytest.mark.parametrize(
    ("rule", "tail", "topic", "severity"),
    [
        ("Children may visit", "if they are over 5", Topic.ELIGIBILITY, Severity.MAJOR),
        ("Visitors may not touch inmates", "except for a brief hug", Topic.CONTACT, Severity.MAJOR),
        ("Video visits are free", "for the first 10 minutes", Topic.FEES, Severity.MAJOR),
        ("Fees for visits are not refunded", "unless the system failed", Topic.FEES, Severity.MINOR),
        ("Visits must be booked a day ahead", "unless there is room", Topic.SCHEDULE, Severity.MINOR),
        ("Children under 16 may not visit", "unless a parent comes along", Topic.ELIGIBILITY, Severity.MAJOR),
        ("Visits will last at least two hours", "unless the room is full", Topic.DURATION_FREQUENCY, Severity.MAJOR),
        ("Each inmate may have two visits a week", "while on level 3", Topic.DURATION_FREQUENCY, Severity.MAJOR),
    ],
)
def test_what_the_line_is_about_gives_topic_and_severity(
    rule: str, tail: str, topic: Topic, severity: Severity
) -> None:
    found = reading_of_page(f"{PAGE}\n{rule}.", f"{PAGE}\n{rule} {tail}.")
    assert (found.topics, found.severity) == ((topic,), severity)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hats may not be worn.", "Hats may not be worn unless for reasons of faith."),
        ("Deposits may be made at the kiosk.", "Deposits may be made at the kiosk if it is working."),
        ("Visits are held on Saturday.", "Visits are held on Saturday in the main hall."),
        ("Attorneys may visit.", "Attorneys may visit with a bar card."),
        ("Children may visit only with a parent.", "Children may visit only with a parent if they behave."),
        ("Children may visit.", "Children may visit on Sundays too."),
    ],
)
def test_what_is_no_condition_of_visits_is_left_to_others(before: str, after: str) -> None:
    assert "P-condition" not in rules(reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}"))


@pytest.mark.parametrize(
    ("before", "after", "headline"),
    [
        ("Children may visit.", "Children may visit if they are over 5.", "Condition added: if they are over 5 (who may visit)"),
        ("Children may visit if they are over 5.", "Children may visit.", "Condition dropped: if they are over 5 (who may visit)"),
        ("Friends may not visit.", "Friends may not visit unless the warden approves.", "Exception added: unless the warden approves (who may visit)"),
        ("Friends may not visit unless the warden approves.", "Friends may not visit.", "Exception dropped: unless the warden approves (who may visit)"),
    ],
)  # fmt: skip
def test_the_headline_names_it(before: str, after: str, headline: str) -> None:
    assert reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}").headline == headline


def test_an_exception_to_a_price_is_a_gain() -> None:
    bare = f"{PAGE}\nVideo visits are paid for by the visitor at the posted rate."
    free = bare.replace("rate.", "rate, except that one in each month is free of charge.")
    assert reading_of_page(bare, free).direction is MORE
    assert reading_of_page(free, bare).direction is LESS


def test_a_condition_that_another_line_told_before_is_moved_and_not_new() -> None:
    told = "You will be on the other side of a window."
    bare, tailed = "One visit per week, 40 minutes", "One visit per week, 40 minutes, with a window between you"
    assert "P-condition" not in rules(reading_of_page(f"{PAGE}\n{bare}.\n{told}", f"{PAGE}\n{tailed}."))
    assert "P-condition" not in rules(reading_of_page(f"{PAGE}\n{tailed}.", f"{PAGE}\n{bare}.\n{told}"))
    assert "P-condition" in rules(reading_of_page(f"{PAGE}\n{bare}.", f"{PAGE}\n{tailed}."))
