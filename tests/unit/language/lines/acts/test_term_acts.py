"""What is done to a fee, a discount, a refund or a limit is told by what the thing is worth and what is done to it."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction", "severity", "topic"),
    [
        ("The fee for video visits has been reinstated.", LESS, Severity.MAJOR, Topic.FEES),
        ("The fee for visits is no longer waived.", LESS, Severity.MAJOR, Topic.FEES),
        ("We have started charging for remote visits.", LESS, Severity.MAJOR, Topic.VIDEO_REMOTE),
        ("We no longer charge for remote visits.", MORE, Severity.MAJOR, Topic.FEES),
        ("Video visits are now more expensive.", LESS, Severity.MAJOR, Topic.FEES),
        ("The planned price cut for visits has been canceled.", LESS, Severity.MAJOR, Topic.FEES),
        ("The price increase for visits has been delayed.", MORE, Severity.MINOR, Topic.FEES),
        ("A discount on video visits is now available.", MORE, Severity.MAJOR, Topic.FEES),
        ("We no longer give refunds for video visits.", LESS, Severity.MINOR, Topic.FEES),
        ("Sales tax will be added to the price of home video visits.", LESS, Severity.MAJOR, Topic.FEES),
        ("We have removed the limit on the length of visits.", MORE, Severity.MAJOR, Topic.DURATION_FREQUENCY),
        ("The limit on the number of visitors has been lowered.", LESS, Severity.MINOR, Topic.ELIGIBILITY),
        ("The age limit for visitors has been raised.", LESS, Severity.MAJOR, Topic.ELIGIBILITY),
        ("Visiting hours no longer include weekends.", LESS, Severity.MAJOR, Topic.SCHEDULE),
        ("Friends are no longer limited to Saturdays.", MORE, Severity.MAJOR, Topic.SCHEDULE),
    ],
)
@pytest.mark.parametrize("kind", ["jail", "vendor"])
def test_what_is_done_to_a_term(line: str, direction: Direction, severity: Severity, topic: Topic, kind: str) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}", kind=kind)
    assert (found.direction, found.severity, topic in found.topics) == (direction, severity, True)
    assert rules(found) <= {"P-term", "P-refund", "P-more-price", "P-fee", "P-waiver"}


@pytest.mark.parametrize(
    "line",
    [
        "The limit of one visit per day has not been lifted.",
        "Fees for visits remain the same.",
        "Visiting hours will not be cut.",
        "The fee for fingerprints has been raised.",
        "The museum has raised the fee for visits.",
        "The parking fee has been waived for visitors.",
        "The price of visits may change without notice.",
    ],
)
def test_what_stands_and_what_is_no_term_of_visits_is_no_news(line: str) -> None:
    assert not whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_an_act_on_a_term_is_told_once() -> None:
    page = f"{PAGE}\nThe fee for video visits has been reinstated."
    found = whole_reading(page, f"{page}\nThe fee for video visits is back.")
    assert "P-term" not in rules(found)


def test_a_paper_is_believed_where_it_names_jails() -> None:
    page = "The county jail holds 200 people."
    line = "The county jail has started charging for visits."
    assert whole_reading(page, f"{page}\n{line}", kind="news").direction is LESS


def test_an_act_is_told_beside_a_rule_of_another_kind_that_goes() -> None:
    before = "Visits take place behind glass."
    after = "The glass in the visiting room will be removed on May 1.\nWe have started charging for video visits."
    found = whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert (found.direction, found.severity) == (Direction.MIXED, Severity.MAJOR)
    assert rules(found) >= {"P-touch", "P-term"}


@pytest.mark.parametrize(
    ("before", "after", "headline"),
    [
        (
            "A visit may last no longer than 30 minutes.",
            "Visits are no longer limited to 30 minutes.",
            "Limit on visits dropped",
        ),
        (
            "Inmates may list five visitors.",
            "The visiting list is no longer limited to five names.",
            "Limit on visits dropped",
        ),
        ("There is a charge for video visits.", "The county now pays for video visits.", "Fee for visits dropped"),
    ],
)
def test_an_act_in_the_place_of_the_rule_that_it_turned(before: str, after: str, headline: str) -> None:
    found = whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert (found.direction, found.headline) == (MORE, headline)


def test_what_is_cheaper_is_not_free() -> None:
    found = whole_reading(PAGE, f"{PAGE}\nVideo visits are now cheaper.")
    assert (found.direction, found.headline) == (MORE, "Fee for visits lowered")
    assert whole_reading(PAGE, f"{PAGE}\nVideo visits have stopped being free.").direction is LESS


def test_a_limit_on_other_things_turns_none_of_visits() -> None:
    after = "There is no limit on the number of letters."
    assert "P-term" not in rules(whole_reading(f"{PAGE}\nInmates may list five visitors.", f"{PAGE}\n{after}"))


@pytest.mark.parametrize("line", ["There is now a charge for parking.", "We now charge for lockers."])
def test_what_is_paid_for_other_things_is_no_news(line: str) -> None:
    assert not whole_reading(f"{PAGE}\nThere is no charge for parking.", f"{PAGE}\n{line}").relevant


def test_a_fee_that_comes_where_one_was_paid_is_left_to_others() -> None:
    paid = whole_reading(f"{PAGE}\nVideo visits cost $5.", f"{PAGE}\nA fee for video visits has been introduced.")
    assert "P-term" not in rules(paid)
