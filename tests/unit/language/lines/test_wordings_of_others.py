"""Wordings that a hand which knew no rule chose: each is read by the rule that it belongs to, the right way round."""

# ruff: noqa: E501  a case reads better on one line

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import PAGE, rules, whole_reading

LESS, MORE = Direction.RESTRICTIVE, Direction.RESTORATIVE


@pytest.mark.parametrize(
    ("kind", "line", "direction", "rule"),
    [
        ("news", "The council voted to restore in-person visits, which the county ended in 2016.", MORE, "D4-decision"),
        ("news", "The board voted to end the contact visits that the jail introduced in 2015.", LESS, "D4-decision"),
        ("news", "The state granted the county a waiver from the visiting requirement.", LESS, "D4-decision"),
        ("rule", "Small jails are exempted from the duty to offer weekly visits.", LESS, "P-norm-excused"),
        ("contract", "County is released from the minimum number of paid visits.", MORE, "P-agreed"),
        ("contract", "Provider waives its exclusive right to furnish inmate visitation.", MORE, "P-agreed"),
        ("contract", "Provider shall have the exclusive right to furnish visitation.", LESS, "P-agreed"),
        ("contract", "The System is the only means by which the public may visit inmates.", LESS, "P-agreed"),
        ("contract", "Section 4, under which County agreed to end in-person visits, is deleted.", MORE, "P-agreed"),
        ("contract", "Section 4, under which County agreed to keep in-person visits, is deleted.", LESS, "P-agreed"),
        ("contract", "The ceiling on remote visit prices is removed.", LESS, "P-term"),
        ("vendor", "Our contract no longer contains the clause that made us the only channel for visits.", MORE, "P-position"),
        ("vendor", "The connection fee goes away on Friday.", MORE, "P-term"),
        ("vendor", "Complimentary lobby visits have been retired at this site.", LESS, "P-term"),
        ("jail", "No jail may charge for visits.", MORE, "P-term"),
        ("jail", "Loss of visits may no longer be imposed as a sanction for misconduct.", MORE, "P-harm"),
        ("jail", "Walk-up visits are a thing of the past.", LESS, "P-booking"),
        ("jail", "In-person visits are a thing of the past.", LESS, "P-act"),
        ("jail", "Remote video is now reserved for visitors who live out of state.", LESS, "P-act"),
        ("jail", "Remote visits are no longer limited to families who live out of state.", MORE, "P-term"),
        ("jail", "Visits have been scaled back to every other weekend.", LESS, "P-more-number"),
        ("jail", "Inmate workers earn an extra visit each week.", MORE, "P-more-number"),
        ("jail", "Visits are now held at tables, no longer behind the glass.", MORE, "P-touch"),
        ("jail", "Visits will be by video instead of in the visiting room.", LESS, "P-screen"),
        ("jail", "Families may visit in the gym, no longer by video.", MORE, "P-screen"),
        ("jail", "Attorney visits are no longer exempt from recording.", LESS, "P-overheard"),
        ("jail", "You will not get your money back for a video visit that is cancelled.", LESS, "P-refund"),
        ("jail", "A background check fee of $15 must be paid by each person who applies to visit.", LESS, "Q-listing-charge"),
        ("news", "The council repealed the ordinance that assured every inmate a weekly in-person visit.", LESS, "D4-decision"),
        ("news", "The board repealed the clause that let the vendor stop the jail from holding in-person visits.", MORE, "D4-decision"),
        ("news", "The board approved a policy that limits visits to video.", LESS, "D4-decision"),
        ("news", "The appeals court threw out a lower judge's order that the county must let children have contact visits.", LESS, "D4-decision"),
        ("news", "Commissioners restored Saturday visits, so they will begin again in May.", MORE, "D4-decision"),
        ("rule", "County jails are hereby excused from offering in-person visits.", LESS, "P-norm-excused"),
        ("contract", "The minimum usage requirement is void.", MORE, "P-agreed"),
        ("jail", "Video visits from home are up and running.", MORE, "P-act"),
        ("jail", "Children may now visit without a legal guardian.", MORE, "P-duty"),
        ("jail", "Visits begin at 7:30 instead of 8.", MORE, "D10-edge"),
        ("jail", "Video from home goes from 25 to 40 cents a minute on April 1.", LESS, "Q-video_fee_per_min_usd"),
    ],
)  # fmt: skip
def test_a_new_line(kind: str, line: str, direction: Direction, rule: str) -> None:
    title, page = ("County Jail Visiting", PAGE) if kind == "jail" else ("", "The county jail has 90 beds.")
    found = whole_reading(page, f"{page}\n{line}", title=title, kind=kind)
    assert (found.direction, rules(found)) == (direction, {rule})


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("The sheriff may bar a visitor without giving a reason.", "The sheriff must give a barred visitor the reason in writing.", "P-safeguard-reasons"),
        ("A visitor who is denied will be told by letter, and the decision is final.", "A visitor who is denied will be told by letter and has ten days to appeal.", "P-safeguard-appeal"),
        ("Any adult with no arrest in the past year may visit.", "Any adult may visit.", "P-condition"),
        ("Each week an inmate may have one in-person visit or one video visit.", "Each week an inmate may have one in-person visit and one video visit.", "P-few-words"),
        ("Visitors must be immediate family and residents of the county.", "Visitors must be immediate family or residents of the county.", "P-few-words"),
        ("Visitors need a photo ID and a birth certificate.", "Visitors need a photo ID or a birth certificate.", "P-few-words"),
        ("Prices for visits may be increased at any time.", "Prices for visits may not be increased.", "P-harm"),
    ],
)  # fmt: skip
def test_a_line_in_the_place_of_another(old: str, new: str, rule: str) -> None:
    for before, after, direction in ((old, new, MORE), (new, old, LESS)):
        found = whole_reading(f"{PAGE}\n{before}", f"{PAGE}\n{after}")
        assert (found.direction, rules(found)) == (direction, {rule})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits by video are run by CordView.", "Visits by video are run by Cordvue (the new name of CordView)."),
        (
            "VisitLink is part of the Corelane family; a visit is $6.",
            "VisitLink is now called Corelane; a visit is $6.",
        ),
        ("", "TelCove Visits is now called Corvia; your login and rates stay exactly as they were."),
        ("", "If any provision of this chapter is held invalid, the remainder is not affected."),
        ("", "The booking fee was lifted."),
        ("", "If any provision is held invalid, the rest stays in force."),
        ("", "Rates for visits are subject to change."),
        ("Family and friends may visit.", "Family or friends may visit."),
        (
            "As of January 9, visitation is still suspended until further notice.",
            "As of January 23, visitation is still suspended until further notice.",
        ),
        (
            "The jail is closed to visitors on Thanksgiving Day, November 27, and on Christmas Day.",
            "The jail is closed to visitors on Thanksgiving Day, November 26, and on Christmas Day.",
        ),
        ("Front window hours: 8 to 5, Monday to Friday.", "Front window hours: 8 to 4, Monday to Friday."),
        (
            "Two visitors per visit; children under five are not counted.",
            "Two visitors per visit, not counting children under five.",
        ),
        ("", "Meals are served at tables instead of behind the glass."),
        ("", "The judge granted the father visitation with the twins."),
        ("An appointment is needed for each visit.", "You have got to make an appointment for each visit."),
    ],
)
def test_no_news(old: str, new: str) -> None:
    assert not whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}").relevant


def test_names_that_are_added_or_removed_are_no_power_to_stop_visits() -> None:
    old = "Names on the visiting list can be added or removed at any time."
    new = "Names on the visiting list can be added or removed only in January."
    assert "S8-will" not in rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))


def test_a_price_that_moved_beside_a_turn_of_visits_in_person_is_weighed_with_it() -> None:
    old = "Video is the only way to visit, and remote sessions are $6.00 each."
    new = "The face-to-face booths are open again, and remote sessions are now $9.00 each."
    found = whole_reading(f"The jail has a lobby.\n{old}", f"The jail has a lobby.\n{new}")
    assert found.direction is Direction.MIXED and {"Q-video_fee_usd", "P-turn-in_person"} <= rules(found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Visits must be scheduled by phone.", "Visits must be scheduled online."),
        ("Visits must be booked through the website.", "Visits must be booked by phone."),
    ],
)
def test_another_way_to_book_is_neutral_news(old: str, new: str) -> None:
    found = whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}")
    assert (found.relevant, found.direction) == (True, Direction.NEUTRAL)


def test_what_a_court_orders_for_mothers_who_are_held_is_no_family_matter() -> None:
    line = "A federal court ordered contact visits for the mother of any child who is held here."
    assert whole_reading(PAGE, f"{PAGE}\n{line}").relevant


def test_who_is_not_approved_until_some_time_has_passed_is_not_barred() -> None:
    old = "A person with a felony may be approved if two years have passed since the sentence."
    new = "A person with a felony shall not be approved until two years after the sentence."
    assert "P-admittance" not in rules(whole_reading(f"{PAGE}\n{old}", f"{PAGE}\n{new}"))
