"""Whether visits are free or have to be paid for, told without a sum."""

from __future__ import annotations

import pytest

from monitors.records import Direction, Severity, Topic
from tests.unit.language.reading import PAGE, reading_of_page, rules, whole_reading


def told(before: str, after: str) -> tuple[Direction | None, set[str]]:
    found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    return found.direction if found.relevant else None, rules(found)


@pytest.mark.parametrize(
    ("free", "paid"),
    [
        ("Video visits are free of charge.", "Video visits are not free of charge."),
        ("Visits are offered at no cost.", "Visits are not offered at no cost."),
        ("There is no charge for lobby video visits.", "There is a charge for lobby video visits."),
        ("Remote visits cost nothing.", "Remote visits carry a fee."),
        ("You will not be charged for visits.", "You will be charged for visits."),
        ("Visits are free.", "Visits must be paid for."),
        ("No payment is needed for visits.", "Payment is needed for visits."),
    ],
)
def test_free_visits_that_must_be_paid_for_are_a_loss_and_the_reverse_a_gain(free: str, paid: str) -> None:
    assert told(free, paid) == (Direction.RESTRICTIVE, {"P-fee"})
    assert told(paid, free) == (Direction.RESTORATIVE, {"P-fee"})


def test_its_topics_and_severity() -> None:
    found = reading_of_page(f"{PAGE}\nLobby video visits are free.", f"{PAGE}\nLobby video visits are not free.")
    assert (found.severity, set(found.topics)) == (Severity.MAJOR, {Topic.FEES, Topic.VIDEO_ONSITE})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Video visits are free of charge.", "There is no charge for video visits."),
        ("Visits carry a fee.", "Visits are not free."),
        ("Parking during visits is free.", "Parking during visits is not free."),
        ("Feel free to visit.", "Visits are welcome."),
        ("School groups visit free of charge.", "School groups no longer visit free of charge."),
    ],
)
def test_the_same_in_other_words_and_other_things_tell_nothing(before: str, after: str) -> None:
    assert told(before, after)[0] is None
    assert told(after, before)[0] is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Visits are free on Sundays.", "Visits are not free."),
        ("The first video visit is free if you book early.", "The first video visit is not free."),
        ("Video visits are free.", "Contact visits are not free."),
    ],
)
def test_a_part_of_them_a_condition_or_other_visits_are_left_to_others(before: str, after: str) -> None:
    found = reading_of_page(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
    assert "free -> paid for" not in {word for one in found.findings for word in one.words}


def test_may_is_no_month() -> None:
    old, new = "In-person visits remain available at no cost.", "You can still visit face to face, free of charge."
    for before, after in ((old, new), (new, old)):
        assert told(before, after)[0] is None


def test_a_name_whose_sentence_says_no_charge_behind_it_is_still_free() -> None:
    found = whole_reading(
        "Window visit: free\nVideo visit: $5", "Window visits. No charge. 20 minutes.\nVideo visit: $5"
    )
    assert "P-fee" not in rules(found)
