"""Pairs of plain lines in which one word, figure or clause moved: which way, and how grave that is."""

# ruff: noqa: E501  a line reads better on one line

from __future__ import annotations

import pytest

from monitors.diff import compare
from monitors.language.judge import read
from monitors.records import Reading, Topic
from monitors.segments import plain_segments


def _read(old: str, new: str, kind: str = "jail") -> Reading:
    before, after = plain_segments(old), plain_segments(new)
    title = "Orrin County - visiting"
    return read(before, after, compare(before, after).passages, title_before=title, title_after=title, kind=kind)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # a stop for now that is one for good
        ("In-person visits are suspended until further notice.", "In-person visits are suspended permanently.", "restrictive critical"),
        ("The windows are closed temporarily.", "The windows are closed permanently.", "restrictive critical"),
        ("The visiting room is closed for repairs until May 4.", "The visiting room is closed for good.", "restrictive critical"),
        # video beside visits in person, or in their place
        ("Video visits are offered in addition to in-person visits.", "Video visits are offered instead of in-person visits.", "restrictive critical"),
        ("Video visits are held in place of in-person visits.", "Video visits are held alongside in-person visits.", "restorative critical"),
        ("You may visit in person or by video.", "You may visit by video.", "restrictive critical"),
        ("People in unit 6 may visit in person or by video.", "People in unit 6 may visit by video.", "restrictive major"),
        ("In-person visits are held beside video.", "Video is used in place of in-person visits.", "restrictive critical"),
        ("Visits take place in a booth, through glass.", "Visits take place in a booth, on a video screen.", "restrictive critical"),
        # who may come
        ("The windows are for families, friends and lawyers.", "The windows are for lawyers and clergy.", "restrictive critical"),
        ("Everyone may use the glass booths.", "Nobody but counsel may use the glass booths.", "restrictive critical"),
        ("Can friends visit?\nYes, if they are listed.", "Can friends visit?\nNo. Visitors must be kin.", "restrictive major"),
        ("People on discipline keep their visits.", "People on discipline lose their visits.", "restrictive minor"),
        ("Show a license, a passport or a consular card.", "Show a license or a passport.\nConsular cards are turned back.", "restrictive minor"),
        ("In-person visits are not available.", "In-person visits are not available except to people held for more than 90 days.", "restorative major"),
        # what a visit costs
        ("There is no charge for the first lobby visit of the week; after that it is $4 each.", "There is no longer a first lobby visit without charge; each one is $4.", "restrictive major"),
        ("The county pays for two app visits a week for each person. Further ones are $3.", "The county will not go on paying for two app visits a week. Each one, the first included, is $3.", "restrictive major"),
        # touch
        ("Plastic dividers stand on the visiting tables.", "The plastic dividers on the visiting tables have been removed.", "restorative major"),
    ],
)  # fmt: skip
def test_one_word_turns_a_line(old: str, new: str, told: str) -> None:
    reading = _read(old, new)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new", "told"),
    [
        ("contract", "Provider is one source of visits at the Facility.", "Provider is the sole source of visits at the Facility.", "restrictive critical"),
        ("rule", "The jail must follow the in-person visiting rule.", "The jail is exempt from the in-person visiting rule.", "restrictive critical"),
        ("rule", "The jail is exempt from the in-person visiting standard.", "The jail is subject to the in-person visiting standard.", "restorative critical"),
        ("news", "HB 31, which would oblige every jail to offer in-person visits: waiting.", "HB 31, which would oblige every jail to offer in-person visits: sent back unsigned.", "restrictive major"),
        ("news", "The sheriff said in-person visits at the jail will go on.", "The sheriff said he is asking the board to end in-person visits at the jail.", "restrictive major"),
        ("news", "Visits at the jail stay at two a week.", "Visits at the jail may be cut from two a week to one under a plan of the sheriff.", "restrictive minor"),
        ("news", "The county is weighing a $4 fee for lobby visits.", "The county has dropped a proposed $4 fee for lobby visits.", "restorative minor"),
        ("news", "The new jail has a visiting room.", "The new jail has no visiting room.", "restrictive critical"),
    ],
)  # fmt: skip
def test_one_clause_turns_a_matter(kind: str, old: str, new: str, told: str) -> None:
    reading = _read(old, new, kind)
    assert f"{reading.direction} {reading.severity}" == told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("jail", "Visits are handed out each weekday after lunch.", "Visits are handed out every weekday, after lunch."),
        ("jail", "On June 1 the price of a video visit will go up to $6.", "The price of a video visit went up to $6 on June 1."),
        ("jail", "Tours of the old cells are on Friday.", "Tours of the old cells are on Friday.\nIn 1931 Sheriff Toll banned all contact visits. The ban was lifted in 1946."),
        ("news", "The Maple Court nursing home is full.\nAt Maple Court each resident may name two visitors.\nWindow visits at the county jail go on.", "The Maple Court nursing home is full.\nAt Maple Court all visits have been stopped until further notice.\nWindow visits at the county jail go on."),
    ],
)  # fmt: skip
def test_the_same_and_what_is_of_others_is_silent(kind: str, old: str, new: str) -> None:
    assert not _read(old, new, kind).relevant


def test_video_in_place_of_visits_is_told_of_visits_in_person() -> None:
    reading = _read("You can visit in person or by video.", "You can visit by video.")
    assert Topic.IN_PERSON in reading.topics
    assert [(fact.name, fact.after) for fact in reading.facts] == [("in_person_allowed", False)]


def test_what_was_announced_is_undone_as_gravely_as_it_was_made() -> None:
    old = "There will be no Sunday visits as of May 3."
    reading = _read(old, "The plan to end Sunday visits on May 3 has been dropped.")
    assert f"{reading.direction} {reading.severity}" == "restorative major"


def test_what_is_not_yet_adopted_is_proposed() -> None:
    old = "Each prisoner gets one visit a week."
    reading = _read(old, f"{old}\nProposed, not yet adopted: each prisoner gets three visits a week.", "rule")
    assert any("S5" in finding.rules for finding in reading.findings)
