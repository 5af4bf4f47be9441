"""One-line announcements: what they tell when they come or go, and lines of other desks that tell nothing."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Topic
from tests.unit.language.reading import PAGE, rules, whole_reading
from tests.unit.language.reading import reading_of_page as reading


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("A $5 visitor fee applies.", Topic.FEES),
        ("Visitation has been reduced to one visit a week.", Topic.DURATION_FREQUENCY),
        ("Effective May 1, visits are now conducted through glass.", Topic.CONTACT),
        ("A $3 fee is added to every video visit.", Topic.FEES),
    ],
)
def test_an_announced_loss(line: str, topic: Topic) -> None:
    found = reading(PAGE, f"{PAGE}\n{line}")
    assert (found.direction, topic in found.topics) == (Direction.RESTRICTIVE, True)
    assert any(
        rule.startswith(("P-announced", "P-term", "P-touch", "Q-visits_per_week"))
        for finding in found.findings
        for rule in finding.rules
    )


@pytest.mark.parametrize("line", ["Visitation has been extended to one hour.", "The visitor fee has been waived."])
def test_an_announced_gain(line: str) -> None:
    assert reading(PAGE, f"{PAGE}\n{line}").direction is Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("A $3 fee is added to every video visit.", Direction.RESTRICTIVE),
        ("The $2 connection fee on video visits is gone.", Direction.RESTORATIVE),
        ("The $3 fee for booking a visit has been dropped.", Direction.RESTORATIVE),
    ],
)
@pytest.mark.parametrize("kind", ["vendor", "news", "contract"])
def test_a_fee_that_comes_or_goes_is_told_on_any_page(line: str, direction: Direction, kind: str) -> None:
    found = whole_reading(PAGE, f"{PAGE}\n{line}", kind=kind)
    assert found.direction is direction
    assert rules(found) <= {"P-announced-fee-added", "P-announced-fee-dropped", "P-fee", "P-term"}


def test_a_fee_of_other_visits_is_no_fee_of_these() -> None:
    line = "A $3 fee is added to every visit to the county zoo."
    assert not whole_reading("The jail holds 200 people.", f"The jail holds 200 people.\n{line}", kind="news").relevant


def test_a_lasting_rule_that_goes_is_its_reverse() -> None:
    line = "A $5 visitor fee applies."
    assert reading(f"{PAGE}\n{line}", PAGE).direction is Direction.RESTORATIVE


def test_beside_reworded_lines_it_is_no_announcement() -> None:
    old = "Everyone who comes to see an inmate is looked up for a criminal record."
    new = "A background check is required of every visitor."
    found = reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
    assert not any(rule.startswith("P-announced") for finding in found.findings for rule in finding.rules)


@pytest.mark.parametrize(
    "line",
    [
        "Money orders are not accepted on holidays.",
        "The office is closed on holidays, but visits are held as usual.",
        "Commissary orders are due by Tuesday at noon.",
        "The elevator is out of service until Friday.",
        "The county will hold a public meeting on the budget on June 3.",
        "Fingerprinting is available Tuesdays and Thursdays from 9 to 11.",
        "Tank tops are not allowed.",
    ],
)
def test_another_desk_tells_nothing(line: str) -> None:
    assert not reading(PAGE, f"{PAGE}\n{line}").relevant
    assert not reading(f"{PAGE}\n{line}", PAGE).relevant


def test_visits_without_contact_are_no_contact_visits() -> None:
    line = "Non-contact visits are offered at maximum security facilities."
    assert "P-announced-contact" not in {rule for f in reading(PAGE, f"{PAGE}\n{line}").findings for rule in f.rules}
