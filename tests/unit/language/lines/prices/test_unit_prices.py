"""A price told by the minute that was told by the visit, and back: the price of a full visit decides."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Reading, Severity
from tests.unit.language.reading import facts, rules, whole_reading

PAGE = "Home visits\nBook a visit from home on the site of the provider.\nVisits from home are held every day.\n"
BY_VISIT = "A home visit of up to 20 minutes costs $6.00."


def read(old: str, new: str) -> Reading:
    return whole_reading(f"{PAGE}{old}", f"{PAGE}{new}", title="Alder County Jail: home visits")


@pytest.mark.parametrize(
    ("by_visit", "by_minute"),
    [
        (BY_VISIT, "A home visit costs 35 cents a minute, for up to 20 minutes, so that a full visit comes to $7.00."),
        (BY_VISIT, "A home visit of up to 20 minutes costs $0.35 per minute."),
        ("A visit from home costs $4.", "A visit from home costs 30¢ a minute. A full visit of 20 minutes is $6."),
    ],
)
def test_a_full_visit_that_became_dearer_is_a_loss_and_back_a_gain(by_visit: str, by_minute: str) -> None:
    dearer, cheaper = read(by_visit, by_minute), read(by_minute, by_visit)
    assert (dearer.direction, cheaper.direction) == (Direction.RESTRICTIVE, Direction.RESTORATIVE)
    assert dearer.severity is Severity.MAJOR
    assert "D8-unit" in rules(dearer) & rules(cheaper)


def test_a_full_visit_that_became_cheaper_is_a_gain_though_a_price_by_the_minute_came() -> None:
    found = read(BY_VISIT, "A home visit of up to 20 minutes costs 20 cents a minute, $4.00 in full.")
    assert found.direction is Direction.RESTORATIVE
    assert facts(found)["video_fee_usd"] == (6.0, 4.0)
    assert facts(found)["video_fee_per_min_usd"] == (None, 0.2)


def test_the_same_price_of_a_full_visit_is_neutral() -> None:
    found = read(BY_VISIT, "A home visit of up to 20 minutes costs 30 cents a minute.")
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.MINOR)


def test_a_small_rise_is_minor() -> None:
    found = read(BY_VISIT, "A home visit of up to 20 minutes costs 31 cents a minute.")
    assert (found.direction, found.severity) == (Direction.RESTRICTIVE, Severity.MINOR)


@pytest.mark.parametrize(
    "new",
    [
        "A home visit of up to 15 minutes costs $0.35 per minute.",  # shorter, too
        "A home visit of up to 20 minutes costs 35 cents a minute, so that a full visit comes to $9.",  # contradicts
        "A home visit of up to 20 minutes costs 35 cents a minute, with at least 5 minutes billed.",
        "A home visit of up to 20 minutes costs 35 cents a minute, and the first is free.",
        "A home visit of up to 20 minutes costs $7.",
        "A phone call costs 35 cents a minute, for up to 20 minutes.",
    ],
)
def test_lines_that_say_more_are_left_to_others(new: str) -> None:
    assert not any(reason.startswith("D8-unit: full visit") for reason in read(BY_VISIT, new).why)


def test_a_price_that_is_told_by_the_minute_does_not_hide_another_loss() -> None:
    lost = "In-person visits have ended."
    found = read(
        f"{BY_VISIT}\nIn-person visits are on Sunday.", f"{BY_VISIT.replace('$6.00', '20 cents a minute')}\n{lost}"
    )
    assert found.direction in (Direction.RESTRICTIVE, Direction.MIXED)
    assert found.severity is Severity.CRITICAL
