"""What two whole pages claim otherwise: lawyers, records, refunds, papers, bookings, other hours of the day."""

from __future__ import annotations

import pytest

from monitors.language.effects.page_turns import neutral_turns, turned_forms, turned_terms
from monitors.language.effects.whole_pages import WholePages, whole_pages
from monitors.language.pages.scene import Scene
from monitors.language.pages.sentences import units
from monitors.segments import plain_segments


def _pages(old: str, new: str) -> WholePages:
    before, after = (units(plain_segments(text)) for text in (old, new))
    return whole_pages(Scene(before, after, "marlow county jail / visiting", "jail"))


@pytest.mark.parametrize(
    ("old", "new", "rule", "sign"),
    [
        ("Lawyers may come at any hour of the day.", "Lawyers come from 8 a.m. to 5 p.m.", "P-turn-legal", -1),
        ("Attorneys: by appointment only.", "Attorneys need no appointment.", "P-turn-legal", 1),
        ("People with a felony are not admitted.", "People with a felony may visit.", "P-turn-record", 1),
        ("A criminal record does not bar you.", "Anyone with a criminal record is refused.", "P-turn-record", -1),
    ],
)
def test_who_may_come_is_turned_by_whole_pages(old: str, new: str, rule: str, sign: int) -> None:
    (effect,) = turned_forms(_pages(old, new))
    assert (effect.rule, effect.sign) == (rule, sign)
    assert effect.old and effect.new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lawyers may come at any hour of the day.", "Lawyers: at any hour, but for counts (6:00-6:30 a.m.)."),
        ("Felons may visit after five years.", "With a felony you may come once five years have passed."),
        ("Convicted felons are not admitted, save parents, who may apply.", "People with a felony are not admitted."),
        ("Lawyers may come at any hour.", "Bondsmen come from 8 a.m. to 5 p.m."),
    ],
)
def test_what_both_pages_say_in_their_way_is_not_turned(old: str, new: str) -> None:
    assert not turned_forms(_pages(old, new))


@pytest.mark.parametrize(
    ("old", "new", "rule", "sign"),
    [
        ("Cancel 4 hours ahead and the price is refunded.", "All sales are final.", "P-refund", -1),
        ("There are no refunds.", "If you cancel three hours ahead we refund the price.", "P-refund", 1),
        (
            "Bring a driver's license, a passport or a consular card.",
            "Have your passport with you, or else a driver's license.",
            "R5-papers",
            -1,
        ),
    ],
)
def test_a_term_is_turned_by_whole_pages(old: str, new: str, rule: str, sign: int) -> None:
    (effect,) = turned_terms(_pages(old, new))
    assert (effect.rule, effect.sign) == (rule, sign)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Cancel 4 hours ahead and the price is refunded.", "No refunds for less than 4 hours."),
        ("Cancel 4 hours ahead and the price is refunded.", "If the jail cancels it is not refunded."),
        (
            "Bring a driver's license, a passport or a consular card.",
            "No consular card; a license or a passport will do.",
        ),
        ("Bring a passport or a consular card.", "Bring a passport."),
    ],
)
def test_a_term_that_one_page_bounds_is_not_turned(old: str, new: str) -> None:
    assert not turned_terms(_pages(old, new))


def test_hours_at_another_time_of_the_day_are_neutral() -> None:
    (effect,) = neutral_turns(
        _pages("Visits: Tuesday, Friday, 8 a.m. to 11 a.m.", "Come Tuesday or Friday, 1 to 4 p.m.")
    )
    assert (effect.rule, effect.sign) == ("D10-shift", 0)


@pytest.mark.parametrize(
    "new",
    [
        "Come Tuesday or Friday, 1 to 3 p.m.",  # fewer
        "Come Tuesday or Friday, 11 a.m. to 2 p.m.",  # a clock that both have may be told otherwise
        "Come Tuesday or Sunday, 1 to 4 p.m.",
    ],
)
def test_other_hours_are_no_shift(new: str) -> None:
    assert not neutral_turns(_pages("Visits: Tuesday, Friday, 8 a.m. to 11 a.m.", new))


def test_bookings_by_another_way_are_neutral() -> None:
    for one, other in (("Call to book a visit.", "Book your visit online."), ("Book online.", "Phone us to book.")):
        (effect,) = neutral_turns(_pages(one, other))
        assert (effect.rule, effect.sign) == ("S3-channel", 0)
    assert not neutral_turns(_pages("Call to book a visit.", "Book online or by phone."))
