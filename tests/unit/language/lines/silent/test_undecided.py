"""Lines that decide nothing about visits tell nothing; those that decide something beside such words are told."""

from __future__ import annotations

import pytest

from monitors.records import Direction
from tests.unit.language.reading import whole_reading

NEWS = "LAKE CITY - Jail news.\nThe jail holds 300 people.\nVisits are discussed at every meeting of the board."
GAIN, LOSS = Direction.RESTORATIVE, Direction.RESTRICTIVE


def read(old: str, new: str):  # type: ignore[no-untyped-def]
    return whole_reading(f"{NEWS}\n{old}", f"{NEWS}\n{new}", title="Jail news", kind="news")


@pytest.mark.parametrize(
    "line",
    [
        "The sheriff denied that he plans to end in-person visits.",
        "Rumors that in-person visits will end are false.",
        "Rumors spread last week that contact visits would be banned.",
        "If elected, Jones would bring back in-person visits.",
        "Commissioners are still debating whether to bring back contact visits.",
        "Several counties elsewhere have brought back in-person visits.",
        "A post on social media claims that weekend visits were canceled; it is false.",
        "In 2015 the board had voted to end in-person visits.",
        "Twenty years ago the county did away with weekend visits.",
        "Some residents want the jail to stop charging for video visits.",
        "At the debate the challenger said she would lift the ban on children's visits.",
        "The board has not decided whether to end in-person visits.",
        "A vote on the plan to end in-person visits has been put off.",
        "Nobody knows whether contact visits will come back.",
        "In neighboring Polk County, the sheriff ended in-person visits last month.",
        "Jails in several states have replaced in-person visits with video.",
        "Research has found that children do better when they can visit a parent in jail.",
        "The jail held 1,200 visits last month, up from 900 a year before.",
        "Not so: a message going around says that window visits have been abolished.",
    ],
)
def test_a_line_that_decides_nothing_is_silent_come_or_gone(line: str) -> None:
    assert not read("", line).relevant
    assert not read(line, "").relevant


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("", "The sheriff plans to end in-person visits in May.", LOSS),
        ("", "The ban on contact visits, imposed in 1998, was lifted on Monday.", GAIN),
        ("", "The sheriff, who is running for re-election, banned contact visits on Monday.", LOSS),
        ("The board has not decided whether to end visits.", "The board voted to end in-person visits.", LOSS),
        ("The sheriff plans to end in-person visits.", "The sheriff has dropped plans to end in-person visits.", GAIN),
        ("", "Motion by Hall to end contact visits. Seconded by Lee. Motion carried 4-1.", LOSS),
        ("", "Moved by Smith to rescind the ban on contact visits. Seconded by Lee. Motion carried 4-1.", GAIN),
        ("", "Item 7: proposal to end in-person visits. Vote: failed, 2-3.", GAIN),
        ("", "The vendor said it no longer requires jails to end in-person visits.", GAIN),
        ("A decision on in-person visits has been put off.", "The board voted 4-1 to end in-person visits.", LOSS),
        ("", "The board threw the ban on contact visits out.", GAIN),
        ("The jail has resumed visits.", "The jail has suspended visits.", LOSS),
        ("The jail suspended visits.", "The jail resumed visits.", GAIN),
        ("Visits are free of charge.", "Visits are not free of charge.", LOSS),
        ("Visits are not free of charge.", "Visits are free of charge.", GAIN),
    ],
)  # fmt: skip
def test_what_is_done_or_announced_is_told(old: str, new: str, direction: Direction) -> None:
    assert read(old, new).direction is direction


@pytest.mark.parametrize(
    "line",
    [
        "Due to a staffing issue, all visits are postponed.",
        "Because of a pending case, visits for Unit 4 are postponed.",
        "Inmates held for other counties have no visits.",
        "Visits for candidates of the boot camp have been stopped.",
        "The jail stopped in-person visits years ago and now ends video visits.",
        "In-person visits, banned years ago, are back.",
        "We hope to resume visits on June 1.",
        "Visits with children help families stay close and are now offered every day.",
    ],
)
def test_words_of_such_lines_hide_no_rule_of_the_jails_own_page(line: str) -> None:
    page = "Visiting the jail\nEach inmate may have two visits a week.\n{}\nVisitors must show a photo ID."
    assert whole_reading(page.replace("{}\n", ""), page.format(line)).relevant


def test_it_says_so() -> None:
    assert read("", "If elected, Jones would bring back in-person visits.").why[0].startswith("R8 decides nothing")
