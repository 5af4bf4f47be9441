"""Refunds: more or less given back is told, the same in other words is not."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity
from tests.unit.language.reading import rules, whole_reading

PAGE = (
    "A remote visit costs $6 for 20 minutes.\n"
    "Schedule a visit a day ahead.\n"
    "Children may join a visit with an adult.\n"
    "Money for commissary is never refunded."
)


def read(old: str, new: str, kind: str = "vendor"):  # type: ignore[no-untyped-def]
    sides = (f"{PAGE}\n{line}" for line in (old, new))
    return whole_reading(*sides, title="Home visits: questions and answers", kind=kind)


WORSE = [
    (
        "If the jail cancels a visit, your payment is refunded automatically.",
        "If the jail cancels a visit, your payment is not refunded.",
    ),
    ("If a visit is canceled, you get a full refund.", "If a visit is canceled, you may ask for a credit."),
    ("Missed visits are credited to your account.", "Missed visits are not credited to your account."),
    (
        "Cancel the day before and your money goes back to your card.",
        "Cancel the day before and half of your money goes back to your card.",
    ),
    ("Unused funds are refunded in full when you leave.", "Unused funds are forfeited when you leave."),
]


@pytest.mark.parametrize("kind", ["vendor", "jail"])
@pytest.mark.parametrize(("better", "worse"), WORSE)
def test_less_given_back_is_a_minor_loss_and_more_a_gain(better: str, worse: str, kind: str) -> None:
    lost, won = read(better, worse, kind), read(worse, better, kind)
    assert (lost.direction, lost.severity) == (Direction.RESTRICTIVE, Severity.MINOR)
    assert (won.direction, won.severity) == (Direction.RESTORATIVE, Severity.MINOR)
    assert "P-refund" in rules(lost) & rules(won)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "If the jail cancels a visit, your payment is refunded automatically.",
            "If the jail cancels a visit, we automatically refund your payment.",
        ),
        ("If a visit fails, you get a full credit.", "If a visit fails, you will be fully credited."),
        ("No refund is given for missed visits.", "Refunds are not given for missed visits."),
    ],
)
def test_the_same_refund_in_other_words_tells_nothing(old: str, new: str) -> None:
    assert not read(old, new).relevant
    assert not read(new, old).relevant


def test_two_sentences_that_become_one_refusal_are_a_loss() -> None:
    found = read(
        "If the jail cancels a visit, your payment is refunded. If you miss a visit, no refund is given.",
        "Refunds are not given for any reason, also when the jail cancels a visit.",
    )
    assert found.direction is Direction.RESTRICTIVE


def test_how_long_paid_money_stays_good() -> None:
    page = "Video visits\nAny phone with a camera will do.\nMoney left on your visit account expires after {} days."
    for days, direction in (("180", Direction.RESTORATIVE), ("30", Direction.RESTRICTIVE)):
        found = whole_reading(page.format("90"), page.format(days), title="Video visits", kind="vendor")
        assert found.direction is direction
        assert rules(found) == {"P-refund"}


def test_an_answer_on_refunds_that_turned() -> None:
    page = "Video visits\nAny phone with a camera will do.\nCan I get my money back if the jail cancels my visit? {}"
    no, yes = page.format("No."), page.format("Yes, within 48 hours.")
    for old, new, direction in ((no, yes, Direction.RESTORATIVE), (yes, no, Direction.RESTRICTIVE)):
        found = whole_reading(old, new, title="Video visits", kind="vendor")
        assert found.direction is direction
        assert rules(found) == {"P-asked"}


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("No refunds will be given for missed visits.", Direction.RESTORATIVE),
        ("If the jail cancels a visit, your payment is refunded automatically.", Direction.RESTRICTIVE),
    ],
)
def test_a_refund_rule_that_goes_is_told_the_other_way_round(line: str, direction: Direction) -> None:
    page = PAGE.rpartition("\n")[0]
    found = whole_reading(f"{page}\n{line}", page, title="Home visits", kind="vendor")
    assert found.direction is direction
    assert "P-refund" in rules(found)
    kept = f"{page}\nAsk the vendor for a refund of a visit."
    assert "P-refund" not in rules(whole_reading(f"{kept}\n{line}", kept, title="Home visits", kind="vendor"))


def test_a_line_that_says_nonrefundable_is_a_loss() -> None:
    page = PAGE.rpartition("\n")[0]
    found = whole_reading(page, f"{page}\nVideo visits are nonrefundable.", title="Home visits", kind="vendor")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)


@pytest.mark.parametrize(
    ("given", "none"),
    [
        (
            "If you cancel a visit at least 24 hours in advance, we return the price to your card. "
            "Visits that you miss are not refunded.",
            "Visits that you cancel, at whatever time, and visits that you miss are not refunded.",
        ),
        (
            "If you cancel a session more than two hours before it starts, the full price goes back to your balance. "
            "If you cancel later, half goes back.",
            "If you cancel a session, the price does not go back to your balance, however early you do it.",
        ),
    ],
)
def test_a_refund_on_a_cancellation_that_is_none_any_more(given: str, none: str) -> None:
    for sides, direction in (((given, none), Direction.RESTRICTIVE), ((none, given), Direction.RESTORATIVE)):
        found = whole_reading(*sides, title="Parlorwire terms of use: cancelled visits", kind="vendor")
        assert "P-refund" in rules(found) and (found.direction, found.severity) == (direction, Severity.MINOR)


def test_how_long_a_log_of_visits_is_kept_is_no_refund() -> None:
    page = "Visits are on Saturday.\nThe log of visits is kept for {} years."
    assert not whole_reading(page.format("two"), page.format("three")).relevant
